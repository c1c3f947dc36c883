"""``kgraph discriminate`` and ``kgraph reverse``."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run

RIVALS = ("discriminate", "--readout", "antidepressant-like effect in animals")
SEEN = ("reverse", "--raised", "BDNF secretion", "--lowered", "burst firing of lateral habenula neurons")


def test_experiments_tell_what_each_rival_predicts_and_what_was_observed(run: Run) -> None:
    told = run(*RIVALS, "--limit", "500").out
    assert "told apart" in told
    assert "obs:mtor-block-behaviour" in told
    assert "相争的机制" in run(*RIVALS, "--lang", "zh").out
    whole = json.loads(run(*RIVALS, "--limit", "2", "--json").out)
    assert len(whole["experiments"]) == 2 < whole["found"]
    assert all(set(one["predictions"]) == {rival["id"] for rival in whole["mechanisms"]} for one in whole["experiments"])


def test_causes_are_told_with_their_score(run: Run) -> None:
    assert "1. ketamine exposure raised: 2 right, 0 wrong" in run(*SEEN).out
    assert "2对" in run(*SEEN, "--lang", "zh").out
    whole = json.loads(run(*SEEN, "--no-pairs", "--json").out)
    assert all(len(one["interventions"]) == 1 for one in whole["causes"])


@pytest.mark.parametrize("words", [RIVALS, SEEN])
@pytest.mark.parametrize("form", ["tsv", "csv", "md", "jsonl"])
def test_every_form_is_written(run: Run, words: tuple[str, ...], form: str) -> None:
    answer = run(*words, "--format", form)
    assert (answer.code, bool(answer.out)) == (0, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("discriminate", "1"), 2),
        (("discriminate", "1", "phlogiston"), 3),
        (("reverse",), 2),
        (("reverse", "--raised", "BDNF", "--lowered", "BDNF"), 2),
        (("reverse", "--raised", "phlogiston"), 3),
    ],
)
def test_exit_codes_say_how_it_went(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run(*words).code == code
