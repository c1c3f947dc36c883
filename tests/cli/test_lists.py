"""Lists in every format, with stable columns and nothing cut."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

LISTS = [
    ("claims",),
    ("results",),
    ("notes",),
    ("mechanisms",),
    ("query",),
    ("query", "mechanisms"),
    ("show", "ketamine"),
    ("explain", "ketamine", "BDNF"),
]


def records(text: str) -> list[dict[str, Any]]:
    """A JSON list."""
    found: list[dict[str, Any]] = json.loads(text)
    return found


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_a_list_in_a_pipe_is_tsv_with_as_many_cells_in_every_row(run: Run, words: tuple[str, ...]) -> None:
    lines = run(*words, "--format", "tsv").out.splitlines()
    assert len(lines) > 1
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


@pytest.mark.parametrize("words", LISTS[:-2], ids=" ".join)
def test_tsv_is_what_a_pipe_gets_when_nothing_is_said(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).out == run(*words, "--format", "tsv").out


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_every_format_holds_the_same_rows(run: Run, words: tuple[str, ...]) -> None:
    comma, tab = run(*words, "--format", "csv").out, run(*words, "--format", "tsv").out
    rows = list(csv.reader(io.StringIO(comma)))
    assert [len(row) for row in rows] == [line.count("\t") + 1 for line in tab.splitlines()]
    assert run(*words, "--format", "md").out.count("\n") == len(rows) + 1


@pytest.mark.parametrize("words", LISTS[:6], ids=" ".join)
def test_json_lines_are_the_items_of_the_json(run: Run, words: tuple[str, ...]) -> None:
    items = records(run(*words, "--json").out)
    assert [json.loads(line) for line in run(*words, "--format", "jsonl").out.splitlines()] == items
    assert len(items) == len(run(*words, "--format", "tsv").out.splitlines()) - 1


@pytest.mark.parametrize(
    "words", [("claims", "ketamine", "--kind", "association", "--layer", "derived"), ("notes", "--matter", "nonsense")]
)
def test_an_empty_list_is_an_empty_json_list_and_a_bare_header(run: Run, words: tuple[str, ...]) -> None:
    assert (run(*words, "--json").out.strip(), run(*words, "--json").code) == ("[]", 0)
    assert run(*words, "--format", "jsonl").out == ""
    assert run(*words).out.count("\n") == 1


def test_the_same_input_gives_the_same_bytes(run: Run) -> None:
    assert run("claims", "--json").out == run("claims", "--json", "--no-cache").out


def test_claims_are_narrowed_by_names_kind_layer_mechanism_species_and_reference(run: Run) -> None:
    def ids(*words: str) -> list[str]:
        return [item["id"] for item in records(run("claims", *words, "--json").out)]

    assert "claim:ketamine-mtor" in ids("氯胺酮", "mTOR")
    assert {one.split(":")[0] for one in ids("--kind", "observation")} == {"obs"}
    assert all(one.startswith("claim:derived.") for one in ids("--layer", "derived"))
    assert "claim:ketamine-mtor" in ids("--mechanism", "1")
    assert ids("--species", "rat")
    assert set(ids("--reference", "[8] of the review")) <= set(ids("--reference", "ref:review"))


def test_a_claim_in_json_names_its_notes_evidence_and_context(run: Run) -> None:
    (item,) = [one for one in records(run("claims", "claim:ketamine-mtor", "--json").out) if one["id"] == "claim:ketamine-mtor"]
    assert (item["predicate"], item["sign"], item["layer"]) == ("increases", "+", "review")
    assert item["evidence"][0]["locator"] == "loc:s2-i1-n1"
    assert item["notes"]


def test_results_give_value_and_unit_apart(run: Run) -> None:
    (item,) = [one for one in records(run("results", "--json").out) if one["id"] == "result:trial17-remission"]
    assert (item["value"]["value"], item["value"]["unit"]) == (70.8, "%")


def test_mechanisms_stand_in_their_order(run: Run) -> None:
    assert [line.split("\t")[0] for line in run("mechanisms").out.splitlines()[1:]] == ["1", "2", "3", "3a", "3b", "4", "5", ""]


def test_texts_are_in_the_language_asked_for(run: Run) -> None:
    assert "mTOR机制" in run("mechanisms", "--lang", "zh").out
    assert "mTOR mechanism / mTOR机制" in run("mechanisms", "--lang", "both").out


@pytest.mark.parametrize("words", [("claims", "--kind", "gossip"), ("claims", "--layer", "x"), ("results", "--layer", "x")])
def test_a_wrong_choice_is_exit_two_and_names_the_right_ones(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "use one of" in answer.err


@pytest.mark.parametrize("command", ["show", "claims", "results", "notes", "view"])
def test_an_unknown_name_is_exit_three(run: Run, command: str, tmp_path: Path) -> None:
    extra = ("-o", str(tmp_path / "x.html")) if command == "view" else ()
    answer = run(command, "ketamin", *extra)
    assert (answer.code, answer.out) == (3, "")
    assert "did you mean" in answer.err


@pytest.mark.parametrize(
    "name", ["BDNF", "claim:ketamine-mtor", "mech:lhb", "ref:review-8", "loc:s2-i1-n1", "note:all-tolerate", "var:mtor-signalling"]
)
def test_everything_that_has_a_name_can_be_shown_as_text_and_json(run: Run, name: str) -> None:
    assert run("show", name).code == 0
    assert json.loads(run("show", name, "--json").out)["thing"]["id"]
    assert "Traceback" not in run("show", name, "--lang", "both").err
