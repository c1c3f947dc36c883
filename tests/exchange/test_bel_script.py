"""BEL scripts: relations, what is set where, lines that go on, and what cannot be read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kgraph.exchange import Report, import_into, knowledge_from
from kgraph.exchange.bel_table import RELATIONS
from kgraph.model import Bearing, Certainty, Claim, Evidence, Layer, Severity
from kgraph.store import load
from kgraph.validation import check
from tests.exchange.bel_samples import HEADER, entries, said, script
from tests.exchange.recording import imported, written


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("p(HGNC:A1) -> p(HGNC:B1)", ["abundance of A1 increases abundance of B1"]),
        ("p(HGNC:A1) => p(HGNC:B1)", ["abundance of A1 directly increases abundance of B1"]),
        ("p(HGNC:A1) -| p(HGNC:B1)", ["abundance of A1 decreases abundance of B1"]),
        ("p(HGNC:A1) =| p(HGNC:B1)", ["abundance of A1 directly decreases abundance of B1"]),
        ("p(HGNC:A1)→p(HGNC:B1)", ["abundance of A1 increases abundance of B1"]),
        ("p(HGNC:A1) reg p(HGNC:B1)", ["abundance of A1 regulates abundance of B1"]),
        ("p(HGNC:A1) cnc p(HGNC:B1)", ["abundance of A1 unchanged abundance of B1"]),
        ("p(HGNC:A1) rateLimitingStepOf bp(GO:x)", ["abundance of A1 increases x", "A1 partOf x"]),
        ("p(HGNC:B1) pos p(HGNC:A1)", ["abundance of A1 ~+ abundance of B1"]),
        ("p(HGNC:A1) neg p(HGNC:B1)", ["abundance of A1 ~- abundance of B1"]),
        ("p(HGNC:A1) -- p(HGNC:B1)", ["abundance of A1 ~ abundance of B1"]),
        ("p(HGNC:A1) cor p(HGNC:B1)", ["abundance of A1 ~ abundance of B1"]),
        ("p(HGNC:A1) biomarkerFor path(MESHD:D)", ["D ~ abundance of A1"]),
        ("p(HGNC:A1) orthologous p(MGI:A1)", ["abundance of A1 ~ abundance of A1"]),
        ("g(HGNC:A1) :> r(HGNC:A1)", ["abundance of A1 gene increases abundance of A1 RNA"]),
        ("r(HGNC:A1) >> p(HGNC:A1)", ["abundance of A1 RNA increases abundance of A1"]),
        ("p(HGNC:A1) isA p(FPLX:AA)", ["A1 isA AA"]),
        ("p(FPLX:AA) hasMember p(HGNC:A1)", ["A1 isA AA"]),
        ("p(FPLX:AA) hasMembers list(p(HGNC:A1), p(HGNC:A2))", ["A1 isA AA", "A2 isA AA"]),
        ("complex(GO:c) hasComponents list(p(HGNC:A1), p(HGNC:A2))", ["c hasComponent A1", "c hasComponent A2"]),
        ("p(HGNC:A1) partOf complex(GO:c)", ["A1 partOf c"]),
        ("bp(GO:x) subProcessOf bp(GO:y)", ["x partOf y"]),
        ("p(HGNC:A1) hasVariant p(HGNC:A1, var(?))", []),
        ("p(HGNC:A1)", []),
        ("p(HGNC:A1) -> p(HGNC:B1))", ["abundance of A1 increases abundance of B1"]),
        (
            "p(HGNC:A1) -> p(HGNC:B1) -| p(HGNC:C1)",
            ["abundance of A1 increases abundance of B1", "abundance of B1 decreases abundance of C1"],
        ),
    ],
)
def test_each_relation_becomes_what_the_table_says(line: str, words: list[str], tmp_path: Path) -> None:
    assert said(entries(tmp_path, line)) == words


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_no_relation_is_dropped_in_silence(relation: str, tmp_path: Path) -> None:
    _, report = script(tmp_path, f"p(HGNC:A1) {relation} p(HGNC:B1)")
    assert report.whole
    assert report.records["read"] == 1


def test_a_statement_about_a_statement_acts_through_the_inner_one(tmp_path: Path) -> None:
    found = entries(
        tmp_path,
        "p(HGNC:A1) -| (p(HGNC:B1) -| bp(GO:x))",
        "p(HGNC:A1) -> (p(HGNC:B1) pos bp(GO:y))",
        "p(HGNC:A1) cnc (p(HGNC:B1) -> bp(GO:z))",
    )
    assert said(found) == [
        "abundance of B1 decreases x",
        "abundance of A1 increases x",
        "abundance of B1 ~+ y" if found[2].id.startswith("assoc:hgnc") else "y ~+ abundance of B1",
        "abundance of A1 regulates y",
        "abundance of B1 increases z",
        "abundance of A1 unchanged z",
    ]
    assert isinstance(found[1], Claim)
    assert found[1].mediators == ("ent:hgnc.symbol.B1",)


def test_no_correlation_disputes_and_near_relations_are_possible(tmp_path: Path) -> None:
    first, second = entries(tmp_path, "p(HGNC:A1) noCor p(HGNC:B1)", "p(HGNC:A1) eq p(HGNC:C1)")
    assert first.evidence[0].bearing is Bearing.DISPUTES
    assert second.evidence[0].certainty is Certainty.POSSIBLE


def evidence_of(folder: Path, *lines: str, header: str = HEADER) -> list[Evidence]:
    """The evidence of all asserted entries."""
    records, _ = script(folder, *lines, header=header)
    found = [entry for record in records for entry in record.entries if entry.layer is not Layer.DERIVED]
    return [one for entry in found for one in entry.evidence]


def test_citation_sentence_statement_and_annotations_survive(tmp_path: Path) -> None:
    lines = [
        'SET Species = "9606"',
        "SET Anatomy = hippocampus",
        'SET CellLine = "a line"',
        'SET TextLocation = "Abstract"',
        "kin(p(HGNC:A1)) -> bp(GO:x)",
    ]
    records, _ = script(tmp_path, *lines)
    (entry,) = records[0].entries
    (one,) = entry.evidence
    assert (one.reference, one.text) == ("ref:pubmed.20724638", "A made-up sentence.")
    assert one.comment.en == "BEL: act(p(HGNC:A1), ma(kin)) increases bp(GO:x)"
    assert (one.context.species, one.context.region, one.context.cell_type) == (
        "ent:NCBITaxon.9606",
        "ent:bel.Anatomy.hippocampus",
        "ent:bel.CellLine.a-line",
    )
    beside = json.loads(next(extra.value for extra in records[0].extras if extra.subject == one.id))
    assert beside["annotations"]["TextLocation"] == ["Abstract"]
    assert beside["document"] == "Made-up effects"
    about = next(json.loads(extra.value) for extra in records[-1].extras if extra.subject == "ref:bel.Made-up-effects")
    assert about["namespaces"]["HGNC"] == "URL https://example.org/hgnc.belns"
    assert about["annotations"]["TextLocation"] == "LIST Abstract, Results"


def test_two_species_are_two_pieces_of_evidence(tmp_path: Path) -> None:
    found = evidence_of(tmp_path, 'SET Species = {"9606", "10090"}', "p(HGNC:A1) -> bp(GO:x)")
    assert sorted(one.context.species for one in found) == ["ent:NCBITaxon.10090", "ent:NCBITaxon.9606"]


@pytest.mark.parametrize(
    ("citation", "reference"),
    [
        ('{"PubMed", "20724638"}', "ref:pubmed.20724638"),
        ('{"PubMed","A title","20724638","2010-08-20","Li|Lee","a comment"}', "ref:pubmed.20724638"),
        ('{"A title", "PUBMED", "20724638"}', "ref:pubmed.20724638"),
        ('{"DOI", "10.1126/science.1190287"}', "ref:doi.10.1126~2f~science.1190287"),
        ('{"PubMed", "no number"}', "ref:PubMed-no-number"),
        ('{"Book", "A made-up book", "p. 5"}', "ref:Book-A-made~2d~up-book-p.-5"),
    ],
)
def test_citations_of_every_type_are_kept(citation: str, reference: str, tmp_path: Path) -> None:
    (one,) = evidence_of(tmp_path, f"SET Citation = {citation}", 'SET Support = "s"', "p(HGNC:A1) -> bp(GO:x)")
    assert one.reference.replace("~2d~", "-") == reference.replace("~2d~", "-")


def test_what_is_set_stands_until_it_is_unset_or_its_group_or_citation_ends(tmp_path: Path) -> None:
    lines = [
        'SET STATEMENT_GROUP = "one"',
        'SET Species = "10090"',
        'SET SupportingText = "first"',
        'SET Citation = {"PubMed", "1"}',
        "p(HGNC:A1) -> bp(GO:a)",
        "p(HGNC:A1) -> bp(GO:b)",
        "UNSET Species",
        "p(HGNC:A1) -> bp(GO:c)",
        "UNSET STATEMENT_GROUP",
        "p(HGNC:A1) -> bp(GO:d)",
        'SET Species = "9606"',
        "p(HGNC:A1) -> bp(GO:e)",
        'SET Citation = {"PubMed", "2"}',
        "p(HGNC:A1) -> bp(GO:f)",
        "UNSET ALL",
        "p(HGNC:A1) -> bp(GO:g)",
    ]
    found = [
        (one.reference.removeprefix("ref:"), one.text, one.context.species.removeprefix("ent:NCBITaxon."))
        for one in evidence_of(tmp_path, *lines)
    ]
    assert found == [
        ("pubmed.1", "first", "10090"),
        ("pubmed.1", "first", "10090"),
        ("pubmed.1", "first", ""),
        ("pubmed.20724638", "A made-up sentence.", ""),
        ("pubmed.20724638", "A made-up sentence.", "9606"),
        ("pubmed.2", "", ""),
        ("bel.Made~2d~up-effects".replace("~2d~", "-"), "", ""),
    ]


def test_lines_go_on_after_a_backslash_and_in_an_open_quotation(tmp_path: Path) -> None:
    lines = [
        'SET Evidence = "spread over \\',
        'two lines, with \\"quotes\\"',
        '# and no comment"',
        "p(HGNC:A1) -> \\",
        "  bp(GO:x) # a comment",
        'p(HGNC:A1) -> bp(GO:"y # z") // another',
    ]
    found = evidence_of(tmp_path, *lines)
    assert [one.text for one in found] == ['spread over two lines, with "quotes" # and no comment'] * 2
    assert found[1].comment.en.endswith('bp(GO:"y # z")')


def test_names_without_a_name_space_are_of_the_default_one(tmp_path: Path) -> None:
    records, _ = script(tmp_path, 'DEFINE DEFAULT NAMESPACE HGNC AS URL "https://example.org"', "p(AKT1, pmod(P)) -> bp(GO:x)")
    assert "ent:hgnc.symbol.AKT1" in {term.id for record in records for term in record.terms}


def test_a_transcript_leads_on_to_its_protein_where_both_are_spoken_of(tmp_path: Path) -> None:
    lines = ["a(CHEBI:x) -> r(HGNC:B1)", "a(CHEBI:x) -> r(HGNC:LINC1)", "kin(p(HGNC:B1)) -> bp(GO:y)", "bp(GO:y) -> cat(p(HGNC:B1))"]
    path = written(tmp_path, "x.bel", HEADER + "\n".join(lines))
    knowledge, _ = knowledge_from("bel", [path])
    derived = sorted(one.id for one in knowledge.entries() if isinstance(one, Claim) and one.rule == "rule:more-of-it-does-more")
    assert derived == [
        "claim:derived.more-of-it-does-more.hgnc.symbol.B1-abundance",
        "claim:derived.more-of-it-does-more.hgnc.symbol.B1-abundance.hgnc.symbol.B1-as-kinase",
        "claim:derived.more-of-it-does-more.hgnc.symbol.B1.rna-abundance.hgnc.symbol.B1-abundance",
    ]


def test_a_line_that_cannot_be_read_is_told_with_its_place_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        "p(HGNC:A1 -> bp(GO:x)",
        "p(HGNC:A1) -> p(HGNC:A1)",
        "p(HGNC:A1) likes bp(GO:x)",
        "odd(HGNC:A1) -> bp(GO:x)",
        "SET Species",
        "p(HGNC:A1) -> bp(GO:x)",
    ]
    records, report = script(tmp_path, *lines)
    first = HEADER.count("\n") + 1
    places = [place for line in report.lines if line.outcome.value == "lost" for place in line.places]
    assert sorted(places) == [f"x.bel:{first}:11", *(f"x.bel:{first + n}" for n in range(1, 5))]
    assert len([entry for record in records for entry in record.entries]) == 1


def test_packed_files_and_folders_are_read(tmp_path: Path) -> None:
    text = (HEADER + "p(HGNC:A1) -> bp(GO:x)\n").encode()
    written(tmp_path, "a.bel.gz", gzip.compress(text))
    written(tmp_path, "b.bel", text)
    records, report = imported("bel", tmp_path)
    assert report.records["kept"] == 2
    assert {record.place for record in records} == {"a.bel.gz:12", "b.bel:12", "a.bel.gz", "b.bel"}


def test_what_comes_in_passes_the_gates_and_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    relations = [f"p(HGNC:A1, loc(GO:n)) {one} complex(p(HGNC:B1), p(HGNC:C1))" for one in sorted(RELATIONS)]
    lines = ['SET Species = "9606"', *relations, "a(CHEBI:x) -> (kin(p(HGNC:D1)) -> sec(p(HGNC:E1)))", "a(CHEBI:x) -> deg(r(HGNC:A1))"]
    path = written(tmp_path, "x.bel", HEADER + "\n".join(lines))
    for folder in ("one", "two"):
        import_into("bel", [path], tmp_path / folder)
    assert [one for one in check(tmp_path / "one").findings if one.severity is Severity.ERROR] == []
    assert (tmp_path / "one" / "bel.x.ttl").read_bytes() == (tmp_path / "two" / "bel.x.ttl").read_bytes()
    knowledge = load(tmp_path / "one")
    assert len(knowledge.entries("observation")) == 1
    assert any(claim.mediators for claim in knowledge.entries("claim") if isinstance(claim, Claim))


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    report = Report("bel")
    from kgraph.exchange.bel_script import read

    assert list(read(written(tmp_path, "x.bel", "\n# nothing\n"), report)) == []
    assert report.records["lost"] == 1
