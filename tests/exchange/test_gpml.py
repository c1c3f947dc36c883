"""GPML 2013a and 2021: every line end, anchors, groups, complexes, states, publications; unattached ends; hostile files."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kgraph.errors import ExchangeError
from kgraph.exchange import Imported, Report, import_into, knowledge_from
from kgraph.exchange.gpml_table import HEADS, Act
from kgraph.exchange.gpml_xml import MAX_DEPTH, parse_gpml
from kgraph.model import Association, Certainty, Claim, Description, Entity, Layer, Mechanism, Sign
from kgraph.store import load
from tests.exchange.recording import imported, written

OLD, NEW = "http://pathvisio.org/GPML/2013a", "http://pathvisio.org/GPML/2021"


def node(name: str, label: str, kind: str = "Protein", xref: str = "", more: str = "") -> str:
    """A node of GPML 2013a."""
    source, _, identifier = xref.partition(":")
    return f'<DataNode TextLabel="{label}" GraphId="{name}" Type="{kind}" {more}><Xref Database="{source}" ID="{identifier}" /></DataNode>'


def line(name: str, source: str, target: str, head: str = "Arrow", *, anchor: str = "", cited: str = "", back: str = "") -> str:
    """A line of GPML 2013a; an empty end is attached to nothing."""

    def point(on: str, drawn: str) -> str:
        ref = f' GraphRef="{on}"' if on else ""
        return f'<Point X="1" Y="1"{ref}' + (f' ArrowHead="{drawn}"' if drawn else "") + "/>"

    sits = f'<Anchor Position="0.5" GraphId="{anchor}"/>' if anchor else ""
    cites = f"<BiopaxRef>{cited}</BiopaxRef>" if cited else ""
    points = point(source, back) + '<Point X="2" Y="2"/>' + point(target, head)
    return f'<Interaction GraphId="{name}">{cites}<Graphics>{points}{sits}</Graphics><Xref Database="Rhea" ID="12345"/></Interaction>'


BIOPAX = """<Biopax><bp:PublicationXref xmlns:bp="http://www.biopax.org/release/biopax-level3.owl#"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:id="p1"><bp:ID>20724638</bp:ID><bp:DB>PubMed</bp:DB>
</bp:PublicationXref></Biopax>"""
THINGS = (
    node("k", "ketamine", "Metabolite", "ChEBI:CHEBI:6121")
    + node("n", "norketamine", "Metabolite", "HMDB:HMDB0255153")
    + node("r", "GRIN1", "GeneProduct", "Uniprot-TrEMBL:Q05586")
    + node("m", "MTOR", "Protein", "Uniprot-TrEMBL:P42345")
    + node("c", "CYP3A4", "Protein", "HGNC:CYP3A4")
    + node("d", "low\n mood", "Disease")
)


def pathway(body: str, *, namespace: str = OLD, things: str = THINGS) -> str:
    """A pathway of GPML 2013a."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Pathway xmlns="{namespace}" Name="A made-up pathway" Version="WP9999_r1" Organism="Homo sapiens">
<Comment Source="WikiPathways-description">Nobody has
 seen this.</Comment><Comment Source="x">Not this.</Comment>
{things}{body}{BIOPAX}</Pathway>"""


def read(tmp_path: Path, text: str | bytes, name: str = "x.gpml") -> tuple[list[Imported], Report]:
    """All records of one file."""
    return imported("gpml", written(tmp_path, name, text))


def said(records: list[Imported]) -> list[tuple[str, str, str]]:
    """The claims and associations that a pathway states."""
    return [
        (entry.subject.label.en, entry.predicate, entry.object.label.en)
        for record in records
        for entry in record.entries
        if isinstance(entry, Claim | Association) and entry.layer is Layer.BACKGROUND
    ]


def told(report: Report) -> set[tuple[str, str, str]]:
    """The lines of a report."""
    return {(one.outcome.value, one.what, one.note) for one in report.lines}


@pytest.mark.parametrize("head", HEADS)
def test_every_line_end_has_its_sign(head: str, tmp_path: Path) -> None:
    row = HEADS[head]
    records, report = read(tmp_path, pathway(line("i", "r", "m", head)))
    if row.act is Act.INK:
        assert records == []
        return
    verb = "associatedWith" if row.act is Act.BOND else {"+": "increases", "-": "decreases", "?": "regulates"}[row.sign]
    ends = [f"abundance of {name}" if row.act is Act.CHANGE or (row.aspect and name == "MTOR") else name for name in ("GRIN1", "MTOR")]
    assert said(records) == [(ends[0], verb, ends[1])]
    assert ("kept" if row.exact else "approximated", f"line {head}", "" if row.exact else row.reason) in told(report)


def test_both_versions_say_the_same(tmp_path: Path) -> None:
    old = pathway(line("i", "k", "r", "mim-inhibition", cited="p1"))
    new = f"""<Pathway xmlns="{NEW}" title="A made-up pathway" organism="Homo sapiens" version="WP9999_r1">
<Xref identifier="WP9999_r1" dataSource="wikipathways"/><Description>Nobody has seen this.</Description>
<DataNodes>
<DataNode elementId="k" textLabel="ketamine" type="Metabolite"><Xref identifier="CHEBI:6121" dataSource="chebi"/></DataNode>
<DataNode elementId="r" textLabel="GRIN1" type="GeneProduct"><Xref identifier="Q05586" dataSource="uniprot"/></DataNode>
</DataNodes>
<Interactions><Interaction elementId="i"><Xref identifier="12345" dataSource="Rhea"/><Waypoints>
<Point elementId="a" arrowHead="Undirected" elementRef="k"/><Point elementId="b" arrowHead="Inhibition" elementRef="r"/></Waypoints>
<CitationRef elementRef="p1"/></Interaction></Interactions>
<Citations><Citation elementId="p1"><Xref identifier="20724638" dataSource="pubmed"/></Citation></Citations></Pathway>"""
    first, _ = read(tmp_path, old)
    second, _ = read(tmp_path, new)
    assert said(first) == said(second) == [("ketamine", "decreases", "GRIN1")]
    assert [entry.id for record in first for entry in record.entries] == [entry.id for record in second for entry in record.entries]
    for records in (first, second):
        (claim,) = [entry for entry in records[0].entries if isinstance(entry, Claim)]
        (evidence,) = claim.evidence
        assert (evidence.reference, evidence.cites) == ("ref:wikipathways.WP9999", ("ref:pubmed.20724638",))
        assert evidence.context.species == "ent:NCBITaxon.9606"
        assert evidence.certainty is Certainty.STATED
        assert claim.mechanisms == ("mech:wikipathways.WP9999",)
        assert not claim.direct
        (mechanism,) = [term for term in records[0].terms if isinstance(term, Mechanism)]
        assert mechanism.label.en == "A made-up pathway"
        assert mechanism.summary.en == "Nobody has seen this."


@pytest.mark.parametrize("namespace", ["http://genmapp.org/GPML/2010a", "", "urn:x"])
def test_the_namespace_does_not_matter(namespace: str, tmp_path: Path) -> None:
    records, _ = read(tmp_path, pathway(line("i", "k", "r", "TBar"), namespace=namespace))
    assert said(records) == [("ketamine", "decreases", "GRIN1")]


@pytest.mark.parametrize(
    ("on", "by", "expected"),
    [
        ("mim-stimulation", "TBar", "decreases"),
        ("TBar", "TBar", "increases"),
        ("TBar", "mim-stimulation", "decreases"),
        ("mim-stimulation", "mim-stimulation", "increases"),
        ("Arrow", "TBar", "regulates"),
        ("mim-stimulation", "Arrow", "regulates"),
    ],
)
def test_an_end_on_another_line_acts_on_what_that_line_acts_on(on: str, by: str, expected: str, tmp_path: Path) -> None:
    records, report = read(tmp_path, pathway(line("i", "r", "m", on, anchor="x") + line("j", "k", "x", by)))
    assert ("ketamine", expected, "MTOR") in said(records)
    assert ("approximated", "end on another line", "what that line acts on, with its sign") in told(report)


def test_what_catalyses_a_change_leaves_more_of_the_one_and_less_of_the_other_beside_the_chains(tmp_path: Path) -> None:
    """As a claim, the less of the first contradicted every catalysed reaction: less of the first, less of the second."""
    records, _ = read(tmp_path, pathway(line("i", "k", "n", "mim-conversion", anchor="x") + line("j", "c", "x", "mim-catalysis")))
    assert said(records) == [
        ("ketamine", "increases", "norketamine"),
        ("CYP3A4", "increases", "norketamine"),
        ("CYP3A4", "associatedWith", "ketamine"),
    ]
    (used_up,) = [entry for record in records for entry in record.entries if isinstance(entry, Association)]
    assert used_up.sign is Sign.MINUS


def test_a_plain_line_on_a_catalysis_is_an_association_without_a_sign(tmp_path: Path) -> None:
    body = line("i", "k", "n", "mim-conversion", anchor="x") + line("j", "c", "x", "mim-catalysis", anchor="y") + line("l", "r", "y", "")
    records, _ = read(tmp_path, pathway(body))
    signs = {(entry.subject.label.en, entry.sign) for record in records for entry in record.entries if isinstance(entry, Association)}
    assert signs == {("CYP3A4", Sign.MINUS), ("GRIN1", None)}


def test_a_line_from_an_anchor_comes_from_what_that_line_comes_from(tmp_path: Path) -> None:
    records, _ = read(tmp_path, pathway(line("i", "k", "n", "mim-conversion", anchor="x") + line("j", "x", "d", "mim-stimulation")))
    assert ("ketamine", "increases", "low mood") in said(records)


def test_anchors_on_anchors_multiply_their_signs(tmp_path: Path) -> None:
    body = line("i", "r", "m", "TBar", anchor="x") + line("j", "k", "x", "TBar", anchor="y") + line("l", "c", "y", "TBar")
    records, _ = read(tmp_path, pathway(body))
    assert ("ketamine", "increases", "MTOR") in said(records)
    assert ("CYP3A4", "decreases", "MTOR") in said(records)


def test_the_change_of_a_thing_into_another_form_of_it_has_no_sign(tmp_path: Path) -> None:
    """A protease that cuts a protein raised and lowered the same gene at once: both forms carry one identifier."""
    cut = node("q", "CDK5R1", "Protein", "Entrez Gene:8851") + node("p", "p25", "Protein", "Entrez Gene:8851")
    body = line("i", "q", "p", "mim-conversion", anchor="x") + line("j", "m", "x", "mim-catalysis")
    records, _ = read(tmp_path, pathway(body, things=THINGS + cut))
    assert said(records) == [("MTOR", "regulates", "abundance of p25")]


def test_an_arrow_between_two_substances_is_a_change_and_possible_only(tmp_path: Path) -> None:
    records, report = read(tmp_path, pathway(line("i", "k", "n")))
    assert said(records) == [("ketamine", "increases", "norketamine")]
    assert records[0].entries[0].evidence[0].certainty is Certainty.POSSIBLE
    assert report.records["approximated"] == 1


def test_a_line_with_two_heads_is_two_claims(tmp_path: Path) -> None:
    records, _ = read(tmp_path, pathway(line("i", "r", "m", "mim-stimulation", back="TBar")))
    assert said(records) == [("GRIN1", "increases", "MTOR"), ("MTOR", "decreases", "GRIN1")]


def test_a_line_without_heads_is_an_association(tmp_path: Path) -> None:
    records, _ = read(tmp_path, pathway(line("i", "r", "m", "")))
    assert said(records) == [("GRIN1", "associatedWith", "MTOR")]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (line("i", "", "m"), "an end of it is attached to nothing"),
        (line("i", "r", ""), "an end of it is attached to nothing"),
        (line("i", "", ""), "an end of it is attached to nothing"),
        (line("i", "r", "gone"), "an end of it is on something that is not in the file"),
        (line("i", "r", "r"), "it joins a thing to itself"),
        (line("i", "r", "m", "mim-gap"), "a fork in a drawn line, not a relation"),
        (line("i", "r", "m", "Banana"), "no line end of GPML that kgraph knows: Banana"),
        (line("i", "r", "m", "", anchor="x") + line("j", "k", "x", "TBar"), "it acts on a line that has no direction"),
        (line("i", "r", "y", "TBar", anchor="x") + line("j", "k", "x", "TBar", anchor="y"), "its ends lead back to itself"),
        ('<Shape GraphId="s" TextLabel=""/>' + line("i", "r", "s"), "an end of it is on something without a name"),
        ('<Interaction GraphId="i"><Graphics/></Interaction>', "it has fewer than two points"),
    ],
)
def test_a_line_that_cannot_be_told_is_lost_with_the_reason(body: str, why: str, tmp_path: Path) -> None:
    records, report = read(tmp_path, pathway(line("good", "k", "d", "TBar") + body))
    assert ("ketamine", "decreases", "low mood") in said(records)
    assert why in {note for outcome, _, note in told(report) if outcome == "lost"}


GROUP = node("a", "AKT1", more='GroupRef="g"') + node("b", "AKT2", more='GroupRef="g"')


def test_a_line_on_a_group_holds_for_each_member(tmp_path: Path) -> None:
    body = GROUP + '<Group GroupId="g" GraphId="gg" Style="Group"/>' + line("i", "k", "gg", "TBar")
    records, report = read(tmp_path, pathway(body))
    assert said(records) == [("ketamine", "decreases", "AKT1"), ("ketamine", "decreases", "AKT2")]
    assert ("approximated", "line on a group", "the same line on each of its members") in told(report)


def test_a_complex_is_one_thing_that_its_members_make_up(tmp_path: Path) -> None:
    body = GROUP + '<Group GroupId="g" GraphId="gg" Style="Complex" TextLabel="the pair"/>' + line("i", "k", "gg", "TBar")
    records, _ = read(tmp_path, pathway(body))
    assert said(records) == [("ketamine", "decreases", "complex of AKT1, AKT2")]
    described = [entry.label.en for record in records for entry in record.entries if isinstance(entry, Description)]
    assert described == ["complex of AKT1, AKT2 has the member AKT1", "complex of AKT1, AKT2 has the member AKT2"]
    (whole,) = [term for record in records for term in record.terms if isinstance(term, Entity) and term.kind == "Complex"]
    assert whole.synonyms == ("the pair",)


def test_a_group_in_a_group_is_opened_and_one_in_itself_is_no_trap(tmp_path: Path) -> None:
    groups = '<Group GroupId="g" GraphId="gg" GroupRef="h"/><Group GroupId="h" GraphId="hh" GroupRef="g"/>'
    records, _ = read(tmp_path, pathway(GROUP + groups + line("i", "k", "hh", "TBar")))
    assert said(records) == [("ketamine", "decreases", "AKT1"), ("ketamine", "decreases", "AKT2")]
    loop = '<Group GroupId="g" GraphId="gg" GroupRef="g" Style="Complex"/>'
    records, _ = read(tmp_path, pathway(GROUP + loop + line("i", "k", "gg", "TBar")))
    assert said(records) == [("ketamine", "decreases", "complex of AKT1, AKT2")]


def test_a_state_is_the_thing_in_that_state(tmp_path: Path) -> None:
    states = '<State TextLabel="P" GraphId="s" GraphRef="m"/><State TextLabel="Ub" GraphId="u" GraphRef="m"/>'
    records, _ = read(tmp_path, pathway(states + line("i", "k", "s", "TBar") + line("j", "k", "u", "TBar")))
    assert said(records) == [("ketamine", "decreases", "phosphorylation of MTOR"), ("ketamine", "decreases", "MTOR (Ub)")]


def test_identifiers_are_normalised_and_malformed_ones_told(tmp_path: Path) -> None:
    bad = node("z", "broken", "Protein", "Entrez Gene:abc")
    records, report = read(tmp_path, pathway(line("i", "c", "z", "TBar") + line("j", "k", "r", "TBar"), things=THINGS + bad))
    ids = {term.id for record in records for term in record.terms if isinstance(term, Entity)}
    assert {"ent:hgnc.symbol.CYP3A4", "ent:wikipathways.broken", "ent:CHEBI.6121", "ent:uniprot.Q05586"} <= ids
    assert any(what == "identifier in Entrez Gene" for _, what, _ in told(report))


def test_a_publication_that_is_not_in_the_file_is_told(tmp_path: Path) -> None:
    _, report = read(tmp_path, pathway(line("i", "k", "r", "TBar", cited="nothing")))
    assert ("lost", "publication", "it is not in the file") in told(report)


def test_a_folder_loads(tmp_path: Path) -> None:
    written(tmp_path, "a.gpml", pathway(line("i", "k", "r", "TBar")))
    written(tmp_path, "b.gpml", pathway(line("i", "r", "d", "mim-stimulation")))
    knowledge, report = knowledge_from("gpml", [tmp_path])
    assert len(knowledge.entries("claim")) == report.records["kept"] == 2


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
GOOD = pathway(line("i", "k", "r", "TBar"))
HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "laughs": (f'<!DOCTYPE x [<!ENTITY e0 "ha">{BOMB}]><Pathway>&e11;</Pathway>', "document type"),
    "outside": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><Pathway Name="&e;"/>', "document type"),
    "parameter": ('<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd"><Pathway/>', "document type"),
    "deep": ("<Pathway>" + "<Group>" * 200_000, f"nested more than {MAX_DEPTH} deep"),
    "not utf-8": (b'<?xml version="1.0"?><Pathway Name="\xff"/>', "not XML"),
    "strange encoding": (b'<?xml version="1.0" encoding="klingon"?><Pathway/>', "not XML"),
    "truncated": (GOOD[: GOOD.index("<Biopax>") - 5], "not XML"),
    "another": ("<html/>", "not a Pathway"),
    "empty": ("", "not XML"),
    "binary": (bytes(range(256)), "not XML"),
    "undeclared": ("<Pathway>&nothing;</Pathway>", "not XML"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_and_the_next_one_is_read(name: str, tmp_path: Path) -> None:
    text, why = HOSTILE[name]
    before = time.monotonic()
    report = import_into("gpml", [written(tmp_path, "bad.gpml", text), written(tmp_path, "good.gpml", GOOD)], tmp_path / "out")
    assert time.monotonic() - before < 5
    assert any(why in note for outcome, _, note in told(report) if outcome == "lost")
    assert len(load(tmp_path / "out").entries("claim")) == 1


def test_what_stands_before_the_break_of_a_file_is_kept(tmp_path: Path) -> None:
    records, report = read(tmp_path, GOOD[: GOOD.index("<Biopax>")])
    assert said(records) == [("ketamine", "decreases", "GRIN1")]
    assert any(one.what == "rest of the file" for one in report.lines)


def test_a_file_that_is_too_long_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.exchange.gpml_xml.LONGEST", 1000)
    _, trouble = parse_gpml(written(tmp_path, "x.gpml", GOOD.replace("seen this", "seen this" * 200_000)))
    assert "longer than" in trouble


def test_anchors_and_groups_cannot_multiply_without_end(tmp_path: Path) -> None:
    members = "".join(node(f"n{i}", f"N{i}", more='GroupRef="g"') for i in range(25))
    chain = "".join(line(f"i{i}", "gg", f"x{i + 1}", "TBar", anchor=f"x{i}", back="TBar") for i in range(8))
    body = members + '<Group GroupId="g" GraphId="gg"/>' + chain + line("end", "gg", "k", "TBar", anchor="x8")
    before = time.monotonic()
    _, report = read(tmp_path, pathway(body))
    assert time.monotonic() - before < 5
    assert not report.whole


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="no such file"):
        imported("gpml", tmp_path / "nothing.gpml")
