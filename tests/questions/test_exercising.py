"""Exercises: their keys are right, their wrong options wrong, and the same seed gives the same."""

from __future__ import annotations

import pytest

import kgraph
from kgraph.model import Chain, Exercise, ExerciseKind, Selection
from kgraph.questions.exercising import exercises
from kgraph.store import Knowledge


def chains_of(knowledge: Knowledge, selection: Selection = Selection()) -> tuple[Chain, ...]:
    """The chains from ketamine to the antidepressant effect."""
    return kgraph.explain(knowledge, "ketamine", "antidepressant effect", selection=selection).chains


@pytest.mark.parametrize("kind", [ExerciseKind.SIGN, ExerciseKind.MISSING_LINK, ExerciseKind.ORDER, ExerciseKind.WRONG_ARROW])
def test_the_shipped_mechanisms_give_exercises_of_every_kind(shipped: Knowledge, kind: ExerciseKind) -> None:
    found = exercises(shipped, chains_of(shipped, Selection(mechanisms=("mech:eef2",))), kinds=[kind], count=5)
    assert found
    assert {one.kind for one in found} == {kind}


def test_the_same_seed_gives_the_same_exercises_and_another_one_others(shipped: Knowledge) -> None:
    chains = chains_of(shipped)

    def made(seed: str) -> tuple[Exercise, ...]:
        return exercises(shipped, chains, seed=seed, count=12)

    assert made("1") == made("1")
    assert made("1") != made("2")
