"""What goes out comes back, or the report says what did not; each format is checked by a reader that is not ours."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx
import pytest
import rdflib

from kgraph.errors import ExchangeError
from kgraph.exchange import IN, OUT, Report, export_to, knowledge_from
from kgraph.exchange.formats import exporter, importer
from kgraph.model import Claim, Entry, Layer, Selection
from kgraph.store import Knowledge, load
from tests.exchange.recording import KETAMINE, imported, written

RDF = {"turtle": (".ttl", "turtle"), "trig": (".trig", "trig"), "nquads": (".nq", "nquads"), "jsonld": (".jsonld", "json-ld")}


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


def out(format: str, knowledge: Knowledge, folder: Path) -> tuple[Path, Report]:
    """The file of an export, and its report."""
    target = folder / f"x{OUT[format].suffixes[0]}"
    return target, export_to(format, knowledge, target)


def links(knowledge: Knowledge) -> set[tuple[str, str, str]]:
    """The links of some knowledge as text."""
    return {(subject, sign.value, target) for subject, target, sign in knowledge.links()}


@pytest.mark.parametrize("format", sorted(RDF))
def test_rdf_comes_back_as_it_went(format: str, shipped: Knowledge, tmp_path: Path) -> None:
    path, report = out(format, shipped, tmp_path)
    again = load(path)
    assert again.entries() == shipped.entries()
    assert again.entities() == shipped.entities()
    assert again.variables() == shipped.variables()
    assert again.references() == shipped.references()
    assert again.locators() == shipped.locators()
    assert report.whole


@pytest.mark.parametrize("format", sorted(RDF))
def test_rdf_is_read_by_rdflib(format: str, shipped: Knowledge, tmp_path: Path) -> None:
    path, _ = out(format, shipped, tmp_path)
    found = rdflib.Dataset(default_union=True)
    found.parse(path, format=RDF[format][1])
    claims = set(found.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/kgraph/schema#Claim")))
    assert len(claims) == len(shipped.entries("claim"))


def test_a_selection_leaves_other_entries_out_of_rdf_too(shipped: Knowledge, tmp_path: Path) -> None:
    target = tmp_path / "x.nq"
    export_to("nquads", shipped, target, selection=Selection(layers=(Layer.BACKGROUND,)))
    assert {entry.layer for entry in load(target).entries()} <= {Layer.BACKGROUND, Layer.DERIVED}


def test_a_link_table_comes_back_with_the_same_links(shipped: Knowledge, tmp_path: Path) -> None:
    path, report = out("links", shipped, tmp_path)
    derived = {claim.id for claim in shipped.entries("claim") if isinstance(claim, Claim) and claim.rule}
    asserted = [claim for claim in shipped.entries("claim") if isinstance(claim, Claim) and claim.id not in derived]
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["claim"] for row in rows] == [claim.id for claim in asserted]
    assert links(load(path)) >= {(one.subject.id, one.sign.value, one.object.id) for one in asserted if one.sign.value != "?"}
    assert not report.whole


def test_sif_holds_each_link_once_and_says_what_it_drops(shipped: Knowledge, tmp_path: Path) -> None:
    path, report = out("sif", shipped, tmp_path)
    rows = [tuple(line.split("\t")) for line in path.read_text().splitlines()]
    assert len(set(rows)) == len(rows)
    assert links(load(path)) == links(shipped)
    assert {"evidence", "description", "result"} <= {line.what for line in report.lines if line.outcome.value == "lost"}


def test_graphml_is_read_by_networkx_with_signs_and_both_languages(shipped: Knowledge, tmp_path: Path) -> None:
    path, _ = out("graphml", shipped, tmp_path)
    graph = networkx.read_graphml(path)
    edges = [(first, data["sign"], second) for first, second, data in graph.edges(data=True)]
    claims = [claim for claim in shipped.entries("claim") if isinstance(claim, Claim) and not claim.rule]
    assert sorted(edges) == sorted((claim.subject.id, claim.sign.value, claim.object.id) for claim in claims)
    assert any(data.get("label_zh") for _, data in graph.nodes(data=True))


def test_kgx_in_both_spellings_has_the_same_edges_and_every_end_is_a_node(shipped: Knowledge, tmp_path: Path) -> None:
    for format in ("kgx", "kgx-tsv"):
        out(format, shipped, tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "x_edges.jsonl").read_text().splitlines()]
    nodes = {json.loads(line)["id"] for line in (tmp_path / "x_nodes.jsonl").read_text().splitlines()}
    with (tmp_path / "x_edges.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert all({line["subject"], line["object"]} <= nodes for line in lines)


def said(entries: tuple[Entry, ...]) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """What asserted claims say, and on which papers."""
    claims = [one for one in entries if isinstance(one, Claim) and one.layer is not Layer.DERIVED]
    papers = {one.id: {ref for each in one.evidence for ref in (each.reference, *each.cites) if "pubmed" in ref} for one in claims}
    return {(one.subject.id, one.predicate, one.object.id, tuple(sorted(papers[one.id]))) for one in claims}


@pytest.mark.parametrize("format", ["kgx", "kgx-tsv", "indra"])
def test_what_came_from_elsewhere_comes_back_with_the_same_claims_and_papers(format: str, tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)])
    target, _ = out(format, knowledge, tmp_path / "out")
    where = target if format == "indra" else tmp_path / "out"
    again, report = knowledge_from("indra" if format == "indra" else "kgx", [where])
    assert report.whole
    before, after = said(knowledge.entries()), said(again.entries())
    if format == "indra":
        # An evidence of INDRA's has one paper; what a record cites beside it is in the annotations.
        assert {one[:3] for one in before} == {one[:3] for one in after}
    else:
        assert before == after


def test_indra_statements_come_back_as_statements(tmp_path: Path) -> None:
    statement = {
        "type": "Phosphorylation",
        "id": "u",
        "enz": {"name": "MTOR", "db_refs": {"UP": "P42345"}},
        "sub": {"name": "BDNF", "db_refs": {"UP": "P23560"}},
        "evidence": [{"source_api": "reach", "pmid": "20724638", "epistemics": {"negated": True, "hypothesis": True, "direct": True}}],
    }
    regulation = {**statement, "id": "v", "type": "DecreaseAmount", "subj": statement["enz"], "obj": statement["sub"]}
    knowledge, _ = knowledge_from("indra", [written(tmp_path, "x.json", json.dumps([statement, regulation]))])
    path, _ = out("indra", knowledge, tmp_path / "out")
    made = {one["type"]: one for one in json.loads(path.read_text())}
    assert made["Phosphorylation"]["enz"] == statement["enz"]
    assert made["Phosphorylation"]["evidence"][0]["epistemics"] == {"negated": True, "hypothesis": True, "direct": True}
    assert made["DecreaseAmount"]["evidence"][0]["pmid"] == "20724638"
    found, report = imported("indra", path)
    assert report.records["lost"] == 0
    assert "claim:uniprot.P42345.decreases.uniprot.P23560-abundance" in {entry.id for record in found for entry in record.entries}


def test_no_quoted_sentence_leaves_the_folder_in_an_export_of_claims(tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)])
    for format in ("kgx", "indra", "graphml", "links", "sif"):
        out(format, knowledge, tmp_path / "out")
    assert not any(b"made-up" in path.read_bytes() for path in (tmp_path / "out").iterdir())


@pytest.mark.parametrize("format", sorted(OUT))
def test_an_export_twice_gives_the_same_bytes_and_nothing_half_written_stays(format: str, shipped: Knowledge, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        out(format, shipped, tmp_path / folder)
    first, second = (sorted((tmp_path / folder).iterdir()) for folder in ("one", "two"))
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert not any(path.name.startswith(".") for path in first)


def test_every_format_has_a_module_and_a_title() -> None:
    assert all(callable(importer(name)) and IN[name].title for name in IN)
    assert all(callable(exporter(name)) and OUT[name].title for name in OUT)
    with pytest.raises(ExchangeError, match="not a format that kgraph can export"):
        exporter("docx")


def test_a_place_that_cannot_be_written_is_an_error_and_leaves_nothing(shipped: Knowledge, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExchangeError, match="cannot be written"):
        export_to("sif", shipped, tmp_path / "file" / "x.sif")
