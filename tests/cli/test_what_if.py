"""``kgraph what-if`` on the shipped graph and on the small one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "what-if.schema.json"
QUESTION = ("what-if", "--raise", "ketamine", "--block", "mTOR signalling")


def test_the_text_tells_chains_cut_and_standing_and_both_observations(run: Run) -> None:
    answer = run(*QUESTION)
    assert answer.code == 0
    for words in ("Cut (", "Standing (", "obs:mtor-block-behaviour", "the model contradicts it", "obs:bg-rapamycin-patients"):
        assert words in answer.out
    assert "--all" in answer.err


def test_the_text_is_in_the_language_asked_for(run: Run) -> None:
    chinese = run("what-if", "--raise", "氯胺酮", "--block", "mTOR signalling", "--lang", "zh").out
    assert "被切断" in chinese
    assert "Predicted" not in chinese
    assert "Standing" not in chinese


@pytest.mark.parametrize(
    "words", [QUESTION, (*QUESTION, "antidepressant effect"), ("what-if", "--lower", "ketamine", "--clamp", "BDNF secretion=-")]
)
def test_the_json_has_the_documented_shape(run: Run, words: tuple[str, ...]) -> None:
    answer = json.loads(run(*words, "--json").out)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(answer)


def test_all_writes_every_chain(run: Run) -> None:
    brief, every = run(*QUESTION), run(*QUESTION, "--all")
    assert "more" in brief.out
    assert len(every.out.splitlines()) > len(brief.out.splitlines())
    assert (" more\n" in every.out, every.err) == (False, "")


def test_rows_hold_a_prediction_each(run: Run) -> None:
    rows = run(*QUESTION, "--format", "tsv").out.splitlines()
    assert rows[0].split("\t") == ["variable", "label", "change", "reason", "chains", "observations"]
    assert any(row.startswith("var:antidepressant-effect\t") and "obs:bg-rapamycin-patients raised explained" in row for row in rows)
    assert len(rows) == len(run(*QUESTION, "--format", "jsonl").out.splitlines()) + 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "no intervention"),
        (("--raise", "ketamine", "--block", "ketamine"), 2, "at once"),
        (("--clamp", "ketamine"), 2, "NAME=+"),
        (("--clamp", "ketamine=x"), 2, "not a sign"),
        (("--raise", "ketamine", "--assumption", "none"), 2, "every-part-stable"),
        (("--raise", "ketamin"), 3, "did you mean"),
    ],
)
def test_bad_questions_are_refused_in_words(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    answer = run("what-if", *words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err


def test_nothing_is_known_in_an_empty_graph(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.ttl"
    empty.write_text("", encoding="utf-8")
    answer = run("--data", str(empty), *QUESTION)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err
    assert "Traceback" not in answer.err


def test_a_graph_without_one_sign_gives_none(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("subject\tpredicate\tobject\na\t?\tb\nb\t?\tc\nc\t?\tc\n", encoding="utf-8")
    answer = json.loads(run("--data", str(table), "what-if", "--raise", "a", "--json").out)
    assert [(one["change"], one["reason"]["because"]) for one in answer["predictions"]] == [
        ("raised", "chains agree"),
        ("undetermined", "unknown link"),
        ("undetermined", "unknown link"),
    ]
