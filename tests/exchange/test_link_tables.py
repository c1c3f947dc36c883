"""Link tables and SIF as formats to import: what went out comes back, bad rows are told, and names become things with identifiers."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from kgraph.errors import ExchangeError
from kgraph.exchange import export_to, import_into, knowledge_from
from kgraph.model import Claim
from kgraph.store import Knowledge, load
from tests.exchange.recording import imported, written

HEADER = "subject\tpredicate\tobject\treference\tdirect\tmechanism\tspecies\n"
# What a table says of one link, whatever the claims and rows that say it.
_SETS = ("mechanism", "species", "reference", "direct", "subject_label", "object_label")


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


def links(path: Path) -> dict[tuple[str, ...], dict[str, set[str]]]:
    """Each link of a table with all that it says of it."""
    found: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            for name in _SETS:
                found[row["subject"], row["predicate"], row["object"]][name] |= set(filter(None, row[name].split("|")))
    return found


def test_a_link_table_comes_back_with_all_that_it_says_of_every_link(shipped: Knowledge, tmp_path: Path) -> None:
    first, second = tmp_path / "a.tsv", tmp_path / "b.tsv"
    export_to("links", shipped, first)
    again, report = knowledge_from("links", [first])
    assert report.whole
    assert {line.what for line in report.lines if line.note} == {"variable", "layer review", "several species"}
    export_to("links", again, second)
    assert links(second) == links(first)


def test_sif_comes_back_to_the_line(shipped: Knowledge, tmp_path: Path) -> None:
    first, second = tmp_path / "a.sif", tmp_path / "b.sif"
    export_to("sif", shipped, first)
    again, report = knowledge_from("sif", [first])
    assert report.whole
    export_to("sif", again, second)
    assert sorted(second.read_text().splitlines()) == sorted(first.read_text().splitlines())


def test_identifiers_names_and_other_headings_are_understood(tmp_path: Path) -> None:
    text = "source,target,effect,reference,colour\nCHEBI:6121,NMDA receptor,-1,pubmed:20724638,red\nNMDA receptor,CHEBI:CHEBI:6121,+,,\n"
    records, report = imported("links", written(tmp_path, "x.csv", text))
    claims = [entry for record in records for entry in record.entries if isinstance(entry, Claim)]
    assert [(one.subject.id, one.predicate, one.object.id) for one in claims] == [
        ("var:CHEBI.6121", "decreases", "var:links.nmda-receptor"),
        ("var:links.nmda-receptor", "increases", "var:CHEBI.6121"),
    ]
    assert claims[0].evidence[0].reference == "ref:pubmed.20724638"
    assert [(line.what, line.count) for line in report.lines if line.outcome.value == "lost"] == [("column colour", 2)]


def test_a_line_of_sif_with_several_targets_is_several_links(tmp_path: Path) -> None:
    records, _ = imported("sif", written(tmp_path, "x.sif", "A -| B C\n\nB -> C\n"))
    assert [len(record.entries) for record in records] == [1, 1, 1]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("a\ttickles\tb", "'tickles' is no predicate"),
        ("a\tincreases\t", "an end of it has no name"),
        ("a\tincreases\ta", "it joins a thing to itself"),
        ("a\tincreases\tb\t\t\t\t\tx\ty", "9 cells under 7 columns"),
    ],
)
def test_a_bad_row_is_told_with_its_reason_and_the_rest_goes_on(row: str, why: str, tmp_path: Path) -> None:
    records, report = imported("links", written(tmp_path, "x.tsv", f"{HEADER}{row}\na\tincreases\tb\n"))
    assert len(records) == 1
    assert [line.note for line in report.lines if line.outcome.value == "lost"] == [why]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"alone\n", "it stands alone: no predicate and object"),
        (b"a increases\n", "it names no object"),
        (b"a \xff b\n", "not text in UTF-8: invalid start byte"),
        (b"a " + b"x" * (1 << 20) + b" b\n", "a line of more than 1 MB"),
    ],
)
def test_a_hostile_line_of_sif_is_told_and_the_rest_goes_on(line: bytes, why: str, tmp_path: Path) -> None:
    path = written(tmp_path, "x.sif", line + b"a increases b\n")
    report = import_into("sif", [path], tmp_path / "out")
    assert load(tmp_path / "out").entries("claim")
    assert why in [one.note for one in report.lines if one.outcome.value == "lost"]


def test_a_header_without_the_three_columns_is_refused_with_what_it_has(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="the header lacks predicate, object; it has subject, b"):
        imported("links", written(tmp_path, "x.tsv", "subject\tb\n1\t2\n"))
