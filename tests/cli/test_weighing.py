"""``kgraph necessary``, ``cuts`` and ``rescues``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ENDS = ("ketamine", "antidepressant effect")
LOST = ("rescues", *ENDS, "--block", "mTOR signalling", "--mechanism", "1")


def test_a_direct_link_is_named_with_the_way_round(run: Run) -> None:
    answer = run("necessary", *ENDS)
    assert answer.code == 0
    assert "nothing between is necessary; --no-direct" in answer.out
    assert "Left out" in run("necessary", *ENDS, "--no-direct").out


def test_what_is_necessary_for_one_mechanism_is_told_in_both_languages(run: Run) -> None:
    words = ("necessary", *ENDS, "--no-direct", "--mechanism", "5", "--layer", "review")
    assert "burst firing of lateral habenula neurons" in run(*words).out
    assert "每条链都依次经过" in run(*words, "--lang", "zh").out
    told = json.loads(run(*words, "--json").out)
    assert [one["id"] for one in told["variables"]] == ["var:lhb-burst", "var:reward-inhibition"]


def test_cuts_are_sets_of_one_size_smallest_first(run: Run) -> None:
    told = json.loads(run("cuts", *ENDS, "--no-direct", "--json").out)
    assert {len(cut) for cut in told["cuts"]} == {told["size"]}
    assert run("cuts", *ENDS).code == 1
    assert run("cuts", *ENDS, "--no-direct", "--limit", "1").code == 4


def test_rescues_say_what_brings_the_effect_back(run: Run) -> None:
    assert "again with any one of" in run(*LOST).out
    assert "重新升高" in run(*LOST, "--lang", "zh").out
    told = json.loads(run(*LOST, "--json").out)
    assert all(one["needed"] and one["rescues"] for one in told["targets"])
    assert "no rescue is needed" in run(*LOST[:-2]).out


@pytest.mark.parametrize("words", [("necessary", *ENDS), ("cuts", *ENDS, "--no-direct"), LOST])
@pytest.mark.parametrize("form", ["tsv", "csv", "md", "jsonl"])
def test_every_form_is_written(run: Run, words: tuple[str, ...], form: str) -> None:
    answer = run(*words, "--format", form)
    assert answer.code == 0
    assert answer.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("necessary", *reversed(ENDS)), 1),
        (("cuts", *reversed(ENDS)), 1),
        (("rescues", *ENDS), 2),
        (("rescues", *ENDS, "--block", "ketamine"), 2),
        (("rescues", *ENDS, "--block", "BDNF", "--wanted", "green"), 2),
        (("cuts", "ketamin", "BDNF"), 3),
    ],
)
def test_exit_codes_say_how_it_went(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run(*words).code == code


def test_a_link_back_from_target_to_source_does_not_hide_the_cut(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "feedback.tsv"
    table.write_text("subject\tpredicate\tobject\na\t+\tb\nb\t+\tc\nc\t-\ta\n", encoding="utf-8")
    told = json.loads(run("--data", str(table), "cuts", "a", "c", "--json").out)
    assert [[one["label"]["en"] for one in cut] for cut in told["cuts"]] == [["b"]]
