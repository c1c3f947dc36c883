"""``kgraph observations`` on the shipped graph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "observations.schema.json"
BLOCKADE = ("observations", "obs:mtor-block-behaviour", "--layer", "review")


def test_the_blockade_is_told_with_chains_converging_links_and_marked_hypotheses(run: Run) -> None:
    answer = run(*BLOCKADE)
    assert answer.code == 0
    for words in ("the model contradicts it", "Standing (", "they would converge there", "never used in answers", "refuted if"):
        assert words in answer.out


def test_chinese_is_chinese(run: Run) -> None:
    told = run(*BLOCKADE, "--lang", "zh").out
    assert "从不用于作答" in told
    assert "Standing" not in told


def test_the_list_is_brief_and_points_to_the_rest(run: Run) -> None:
    answer = run("observations")
    assert "Standing (" not in answer.out
    assert "tip:" in answer.err


@pytest.mark.parametrize("words", [("--max-changes", "0"), ("obs:mtor-block-regeneration",)])
def test_the_json_has_the_documented_shape(run: Run, words: tuple[str, ...]) -> None:
    answer = json.loads(run("observations", *words, "--json").out)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(answer)


def test_rows_count_the_chains(run: Run) -> None:
    rows = [line.split("\t") for line in run("observations", "--max-changes", "0", "--format", "tsv").out.splitlines()]
    assert rows[0] == ["id", "layer", "text", "variable", "observed", "predicted", "agreement", "cut", "standing"]
    assert any(row[0] == "obs:bg-rapamycin-patients" and row[4:7] == ["raised", "raised", "explained"] for row in rows)


def test_an_unknown_observation_is_exit_three(run: Run) -> None:
    assert run("observations", "obs:nowhere").code == 3
