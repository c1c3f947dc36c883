"""Rival mechanisms and reverse questions, on the small graph and on the shipped one."""

from __future__ import annotations

import pytest

import kgraph
from kgraph.errors import EntityNotFound, InvalidValue
from kgraph.model import Action, Change, Selection
from kgraph.questions.discriminating import discriminate
from kgraph.questions.reversing import reverse
from kgraph.questions.supposing import what_if
from kgraph.store import Knowledge


def test_rivals_are_told_apart_by_blocking_what_only_one_needs(small: Knowledge) -> None:
    found = discriminate(small, ["1", "2"], raised=["ketamine"], readouts=["var:effect"], limit=None)
    assert [rival.id for rival in found.rivals] == ["mech:one", "mech:two"]
    told = {tuple((act.variable.id, act.action) for act in one.interventions): one.changes for one in found.splittings}
    ketamine = ("var:ketamine", Action.RAISE)
    assert told[ketamine, ("var:bdnf", Action.BLOCK)] == (Change.UNCHANGED, Change.RAISED)


def test_each_prediction_is_that_of_what_if_on_the_claims_of_that_mechanism() -> None:
    """By another road."""
    shipped = kgraph.load()
    found = discriminate(shipped, ["2", "4", "5"], readouts=["antidepressant effect"], limit=12)
    for one in found.splittings:
        for rival, change in zip(found.rivals, one.changes, strict=True):
            done = {Action.RAISE: "raised", Action.LOWER: "lowered", Action.BLOCK: "blocked"}
            words: dict[str, list[str]] = {"raised": [], "lowered": [], "blocked": []}
            for act in one.interventions:
                words[done[act.action]].append(act.variable.id)
            answer = what_if(
                shipped,
                [one.variable.id],
                raised=words["raised"],
                lowered=words["lowered"],
                blocked=words["blocked"],
                selection=Selection(mechanisms=(rival.id,)),
            )
            assert answer.predictions[0].change is change


def test_the_five_mechanisms_are_rivals_by_default_and_start_from_ketamine() -> None:
    found = discriminate(kgraph.load(), limit=3)
    assert [rival.number for rival in sorted(found.rivals, key=lambda one: one.number)] == ["1", "2", "3", "4", "5"]
    assert [(act.variable.id, act.action) for act in found.base] == [("var:ketamine", Action.RAISE)]
    assert [len(one.pairs) for one in found.splittings] == sorted((len(one.pairs) for one in found.splittings), reverse=True)


def test_an_observation_of_the_experiment_stands_beside_it() -> None:
    found = discriminate(kgraph.load(), readouts=["antidepressant-like effect in animals"], limit=None)
    seen = {one.id for splitting in found.splittings for one in splitting.observations}
    assert "obs:mtor-block-behaviour" in seen


def test_ketamine_explains_what_ketamine_does() -> None:
    shipped = kgraph.load()
    changes = {one.variable.id: one.change for one in what_if(shipped, raised=["ketamine"]).predictions}
    found = reverse(shipped, raised=["BDNF secretion"], lowered=["var:lhb-burst", "GSK3 activity in the hippocampus"], pairs=False)
    best = found.causes[0]
    assert [(act.variable.id, act.action) for act in best.interventions] == [("var:ketamine", Action.RAISE)]
    assert (best.right, best.wrong) == (3, 0)
    assert best.predicted == tuple(changes[term.id] for term, _ in found.seen)


def test_causes_come_best_first_and_add_up(small: Knowledge) -> None:
    found = reverse(small, raised=["BDNF"], lowered=["NMDA receptor activity on GABA neurons"], unchanged=["placebo"])
    scores = [one.right - one.wrong for one in found.causes]
    assert scores == sorted(scores, reverse=True)
    assert all(one.right + one.wrong + one.undetermined == len(found.seen) for one in found.causes)


def test_bad_questions_are_refused(small: Knowledge) -> None:
    with pytest.raises(InvalidValue, match="at least two"):
        discriminate(small, ["1"])
    with pytest.raises(InvalidValue, match="nothing was seen"):
        reverse(small)
    with pytest.raises(InvalidValue, match="cannot be seen raised and lowered"):
        reverse(small, raised=["BDNF"], lowered=["BDNF"])
    with pytest.raises(EntityNotFound):
        discriminate(small, ["1", "phlogiston"])
