"""``kgraph contradictions`` and ``kgraph carriers``."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run

ENDS = ("ketamine", "antidepressant effect")
DISINHIBITION = ("carriers", *ENDS, "--no-direct", "--mechanism", "3a")


def test_contradictions_name_the_field_that_resolves_them_or_say_unresolved(run: Run) -> None:
    told = run("contradictions").out
    assert "resolved by species" in told
    assert "unresolved" in told
    assert "由以下背景区分：种属" in run("contradictions", "--lang", "zh").out
    for one in json.loads(run("contradictions", "--json").out):
        assert {claim["sign"] for claim in one["raising"]} == {"+"}
        assert {claim["sign"] for claim in one["lowering"]} == {"-"}


def test_an_empty_list_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("contradictions", "dopamine", "--json").out) == []
    assert "No two claims" in run("contradictions", "dopamine").out


def test_carriers_tell_losses_reversals_groups_and_animal_steps(run: Run) -> None:
    told = run(*DISINHIBITION)
    assert told.code == 0
    for words in ("when lost", "when reversed", "Leaving out one reference", "animal evidence only", "→ no chain"):
        assert words in told.out
    assert "仅有动物证据" in run(*DISINHIBITION, "--lang", "zh").out
    whole = json.loads(run(*DISINHIBITION, "--json").out)
    assert whole["verdict"] == "RAISES"
    assert {one["mishap"] for one in whole["carriers"]} == {"lost", "reversed"}


@pytest.mark.parametrize("words", [("contradictions",), DISINHIBITION])
@pytest.mark.parametrize("form", ["tsv", "csv", "md", "jsonl"])
def test_every_form_is_written(run: Run, words: tuple[str, ...], form: str) -> None:
    answer = run(*words, "--format", form)
    assert (answer.code, bool(answer.out)) == (0, True)


@pytest.mark.parametrize(("words", "code"), [((*reversed(ENDS),), 1), (("ketamin", "BDNF"), 3)])
def test_exit_codes_say_how_it_went(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run("carriers", *words).code == code
