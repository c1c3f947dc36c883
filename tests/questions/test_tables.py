"""Link tables at the questions: the same answers as from RDF, and every bad row told by the check."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import InvalidValue
from kgraph.model import Verdict
from kgraph.questions.checking import check
from kgraph.questions.explaining import explain
from kgraph.store import load

GOOD = "subject\tpredicate\tobject\nketamine\tdecreases\tinterneuron firing\ninterneuron firing\t-\tglutamate\n"


def test_a_table_is_asked_why_like_any_knowledge(tmp_path: Path) -> None:
    table = tmp_path / "links.tsv"
    table.write_text(GOOD, encoding="utf-8")
    answer = explain(load(table), "ketamine", "glutamate")
    assert answer.verdict is Verdict.RAISES
    assert answer.complete


def test_the_check_tells_every_bad_row_of_a_table(tmp_path: Path) -> None:
    table = tmp_path / "links.tsv"
    table.write_text(GOOD + "a\tinhibits\tb\nc\t+\n", encoding="utf-8")
    report = check(table)
    assert [finding.where.rsplit(":", 1)[1] for finding in report.errors] == ["4", "5"]


def test_a_table_in_order_has_no_findings(tmp_path: Path) -> None:
    table = tmp_path / "links.tsv"
    table.write_text(GOOD, encoding="utf-8")
    assert check(table).findings == ()


def test_a_table_has_no_places_to_check_against_a_source(tmp_path: Path) -> None:
    table = tmp_path / "links.tsv"
    table.write_text(GOOD, encoding="utf-8")
    with pytest.raises(InvalidValue, match="no locators"):
        check(table, source=table)
