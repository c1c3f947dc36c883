"""Nanopublications, SSSOM, RO-Crate and VoID: each read back by a reader that is not ours, and held against the knowledge."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest
import rdflib
import yaml

from kgraph.exchange import Report, export_to, import_into
from kgraph.model import Claim, Layer, Selection
from kgraph.store import Knowledge, load
from kgraph.vocabulary.prefixes import expand
from tests.exchange.pathway_samples import YAML
from tests.exchange.recording import KETAMINE, written

NP = rdflib.Namespace("http://www.nanopub.org/nschema#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
KG = rdflib.Namespace("https://w3id.org/kgraph/schema#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


@pytest.fixture
def own(tmp_path: Path) -> Knowledge:
    """Knowledge of somebody else's: with a quoted sentence, and with annotations."""
    import_into("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)], tmp_path / "own")
    import_into("gocam", [written(tmp_path, "y.yaml", YAML)], tmp_path / "own")
    return load(tmp_path / "own")


def out(format: str, knowledge: Knowledge, target: Path, selection: Selection | None = None) -> Report:
    """Writes a format to a file."""
    return export_to(format, knowledge, target, selection=selection or Selection())


def nanopublications(path: Path) -> dict[rdflib.term.Node, dict[str, rdflib.Graph]]:
    """The graphs of each nanopublication by their parts, as rdflib reads them."""
    found = rdflib.Dataset()
    found.parse(path, format="trig")
    made = {}
    for me, _, _, head in found.quads((None, rdflib.RDF.type, NP.Nanopublication, None)):
        assert head is not None
        parts: dict[str, rdflib.Graph] = {}
        for name in ("Assertion", "Provenance", "PublicationInfo"):
            (graph,) = (str(target) for _, _, target, where in found.quads((me, NP[f"has{name}"], None, None)) if where == head)
            parts[name] = found.graph(rdflib.URIRef(graph))
        made[me] = parts
    return made


def test_each_claim_is_a_nanopublication_with_its_four_graphs(shipped: Knowledge, tmp_path: Path) -> None:
    report = out("nanopub", shipped, tmp_path / "x.trig")
    found = nanopublications(tmp_path / "x.trig")
    claims = [entry for entry in shipped.entries("claim") if isinstance(entry, Claim)]
    assert len(found) == len(claims)
    assert {one.what for one in report.lines if one.outcome.value == "kept"} == {"claim"}
    for claim in claims:
        parts = found[rdflib.URIRef(f"https://w3id.org/kgraph/np/{claim.id.partition(':')[2]}")]
        triple = (rdflib.URIRef(claim.subject.iri), KG[claim.predicate], rdflib.URIRef(claim.object.iri))
        assert triple in parts["Assertion"]
        sources = set(parts["Provenance"].objects(parts["Assertion"].identifier, PROV.wasDerivedFrom))
        assert {rdflib.URIRef(one.iri) for one in claim.evidence} <= sources
        assert len(parts["PublicationInfo"]) >= 2


def test_a_derived_claim_names_its_rule_and_the_nanopublications_of_its_premises(shipped: Knowledge, tmp_path: Path) -> None:
    out("nanopub", shipped, tmp_path / "x.trig", Selection(layers=(Layer.DERIVED,)))
    found = nanopublications(tmp_path / "x.trig")
    assert found
    for parts in found.values():
        assertion = parts["Assertion"].identifier
        assert list(parts["Provenance"].objects(assertion, PROV.wasGeneratedBy))
        assert any("/np/" in str(one) for one in parts["Provenance"].objects(assertion, PROV.wasDerivedFrom))


def test_the_whole_evidence_goes_along_but_for_what_a_source_is_quoted_with(own: Knowledge, shipped: Knowledge, tmp_path: Path) -> None:
    out("nanopub", own, tmp_path / "own.trig")
    text = (tmp_path / "own.trig").read_text(encoding="utf-8")
    assert "A made-up sentence" not in text
    assert "orcid" not in text
    assert "dcterms:license" not in text.partition("{")[2]
    out("nanopub", shipped, tmp_path / "x.trig")
    doses = [one for entry in shipped.entries("claim") for one in entry.evidence if one.context.dose]
    found = nanopublications(tmp_path / "x.trig")
    written_doses = [1 for parts in found.values() for _ in parts["Provenance"].subject_objects(KG.dose)]
    assert len(written_doses) == len(doses)


def test_every_mapping_is_a_row_of_sssom_with_declared_prefixes(shipped: Knowledge, tmp_path: Path) -> None:
    report = out("sssom", shipped, tmp_path / "x.tsv")
    lines = (tmp_path / "x.tsv").read_text(encoding="utf-8").splitlines()
    head = yaml.safe_load("\n".join(line[2:] for line in lines if line.startswith("# ")))
    rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    terms = [*shipped.entities(), *shipped.variables(), *shipped.mechanisms(), *shipped.references()]
    wanted = {(term.id, f"skos:{one.mapping}Match", one.curie) for term in terms for one in term.identifiers}
    assert {(row["subject_id"], row["predicate_id"], row["object_id"]) for row in rows} == wanted
    assert len(rows) == len(wanted)
    assert head["license"] == "https://creativecommons.org/licenses/by/4.0/"
    for row in rows:
        for column in ("subject_id", "predicate_id", "object_id", "mapping_justification", "subject_category"):
            prefix, _, local = row[column].partition(":")
            assert head["curie_map"][prefix]
            if prefix != "semapv":
                assert head["curie_map"][prefix] + local == expand(row[column])
    unverified = {one.curie for term in terms for one in term.identifiers if not one.verified}
    assert {row["object_id"] for row in rows if row["comment"]} == unverified
    assert report.whole


def test_mappings_that_nobody_curated_here_do_not_say_so(own: Knowledge, tmp_path: Path) -> None:
    out("sssom", own, tmp_path / "x.tsv")
    text = (tmp_path / "x.tsv").read_text(encoding="utf-8")
    assert "semapv:UnspecifiedMatching" in text
    assert "ManualMappingCuration" not in text
    assert "sssom/license/unspecified" in text


@pytest.mark.parametrize("selection", [Selection(), Selection(layers=(Layer.REVIEW,))])
def test_the_counts_of_the_description_are_those_of_the_turtle(selection: Selection, shipped: Knowledge, tmp_path: Path) -> None:
    out("turtle", shipped, tmp_path / "x.ttl", selection)
    out("void", shipped, tmp_path / "void.ttl", selection)
    data, told = rdflib.Graph(), rdflib.Graph()
    data.parse(tmp_path / "x.ttl")
    told.parse(tmp_path / "void.ttl")
    (dataset,) = told.subjects(VOID.uriSpace, None)
    assert int(str(told.value(dataset, VOID.triples))) == len(data)
    assert int(str(told.value(dataset, VOID.distinctSubjects))) == len(set(data.subjects()))
    for partition in told.objects(dataset, VOID.classPartition):
        cls = told.value(partition, VOID["class"])
        assert int(str(told.value(partition, VOID.entities))) == len(set(data.subjects(rdflib.RDF.type, cls)))
    for partition in told.objects(dataset, VOID.propertyPartition):
        predicate = told.value(partition, VOID.property)
        assert int(str(told.value(partition, VOID.triples))) == len(list(data.subject_objects(predicate)))


def test_the_crate_tells_every_file_with_its_sum(own: Knowledge, tmp_path: Path) -> None:
    report = out("crate", own, tmp_path / "own" / "ro-crate-metadata.json")
    value = json.loads((tmp_path / "own" / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    graph = {one["@id"]: one for one in value["@graph"]}
    assert graph["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    parts = [one["@id"] for one in graph["./"]["hasPart"]]
    assert sorted(parts) == ["drugmechdb.x.ttl", "gocam.y.ttl"]
    for name in parts:
        data = (tmp_path / "own" / name).read_bytes()
        assert graph[name]["sha256"] == hashlib.sha256(data).hexdigest()
        assert graph[name]["contentSize"] == str(len(data))
        assert graph[name]["encodingFormat"] == "text/turtle"
    assert "license" not in graph["./"]
    assert report.records["kept"] == 2


@pytest.mark.parametrize("format", ["nanopub", "sssom", "crate", "void"])
def test_the_same_knowledge_gives_the_same_bytes(format: str, shipped: Knowledge, tmp_path: Path) -> None:
    out(format, shipped, tmp_path / "a.txt")
    out(format, load(), tmp_path / "b.txt")
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "b.txt").read_bytes()
