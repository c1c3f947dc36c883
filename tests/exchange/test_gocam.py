"""GO-CAM in its three forms: the same model gives the same knowledge; signs, directness, evidence; and what cannot come in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgraph.errors import ExchangeError
from kgraph.exchange import Imported, Report, import_into, knowledge_from
from kgraph.exchange.gocam_relations import CAUSAL, INVERSE, METHODS, OTHERS
from kgraph.model import Certainty, Claim, Description, Entity, Layer, Mechanism, Variable
from kgraph.store import load
from tests.exchange.pathway_samples import MODEL, ORCID, YAML, minerva, turtle
from tests.exchange.recording import imported, written

FORMS: dict[str, str] = {"x.yaml": YAML, "x.json": minerva(), "x.ttl": turtle()}
GRIN1 = "GRIN1 Hsap (NMDA glutamate receptor activity, in plasma membrane, for GO:0007268)"
MTOR = "MTOR Hsap (GO:0004674, for GO:0031929)"


def one(tmp_path: Path, name: str, text: str | bytes) -> tuple[Imported, Report]:
    """The only model in a file."""
    (record,), report = imported("gocam", written(tmp_path, name, text))
    return record, report


def said(record: Imported) -> list[tuple[str, str, str, bool]]:
    """The claims that the model states."""
    return sorted(
        (entry.subject.label.en, entry.predicate, entry.object.label.en, entry.direct)
        for entry in record.entries
        if isinstance(entry, Claim) and entry.layer is Layer.BACKGROUND
    )


@pytest.mark.parametrize("name", FORMS)
def test_activities_are_variables_of_what_enables_them_where_and_for_what(name: str, tmp_path: Path) -> None:
    record, _ = one(tmp_path, name, FORMS[name])
    assert said(record) == [
        ("GO:0032991", "increases", MTOR, False),
        (GRIN1, "decreases", MTOR, True),
        (MTOR, "increases", "CHEBI:456216", False),
    ]
    receptor = next(term for term in record.terms if isinstance(term, Variable) and term.label.en == GRIN1)
    assert (receptor.entity, receptor.region, receptor.broader) == ("ent:uniprot.Q05586", "ent:GO.0005886", ("var:uniprot.Q05586",))


@pytest.mark.parametrize("name", FORMS)
def test_what_is_not_causal_is_described(name: str, tmp_path: Path) -> None:
    record, report = one(tmp_path, name, FORMS[name])
    described = {entry.label.en for entry in record.entries if isinstance(entry, Description)}
    assert described == {
        "NMDA glutamate receptor activity enabled by GRIN1 Hsap",
        f"{GRIN1} occurs in plasma membrane",
        "plasma membrane part of CL:0000617",
        f"{GRIN1} part of GO:0007268",
        "GO:0004674 enabled by MTOR Hsap",
        f"{MTOR} part of GO:0031929",
        f"{MTOR} has input CHEBI:30616",
        "GO:0003674 enabled by GO:0032991",
        "GO:0032991 has part UniProtKB:Q13541".replace("UniProtKB", "uniprot"),
        "CHEBI:456216 located in GO:0005829",
    }
    assert report.whole
    assert report.records["approximated"] == 1
    kinds = {term.id: term.kind for term in record.terms if isinstance(term, Entity)}
    assert kinds["ent:GO.0032991"] == "Complex"
    assert kinds["ent:GO.0005886"] == "Region"
    assert kinds["ent:CL.0000617"] == "CellType"
    assert kinds["ent:GO.0007268"] == "Process"
    assert kinds["ent:CHEBI.30616"] == "Chemical"
    assert kinds["ent:uniprot.P42345"] == "Protein"


def test_a_gene_product_is_found_by_its_symbol_alone(tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("gocam", [written(tmp_path, "x.yaml", YAML)])
    assert [term.id for term in knowledge.find("MTOR") if isinstance(term, Entity)] == ["ent:uniprot.P42345"]


def test_the_three_forms_say_the_same(tmp_path: Path) -> None:
    records = [one(tmp_path, name, text)[0] for name, text in FORMS.items()]
    entries = [{entry.id for entry in record.entries} for record in records]
    evidence = [sorted(each.id for entry in record.entries for each in entry.evidence) for record in records]
    assert entries[0] == entries[1] == entries[2]
    assert evidence[0] == evidence[1] == evidence[2]


@pytest.mark.parametrize("name", FORMS)
def test_evidence_has_its_code_its_paper_and_who_wrote_it(name: str, tmp_path: Path) -> None:
    record, _ = one(tmp_path, name, FORMS[name])
    claim = next(entry for entry in record.entries if isinstance(entry, Claim) and entry.direct)
    (evidence,) = claim.evidence
    assert (evidence.reference, evidence.method, evidence.certainty) == ("ref:pubmed.20724638", ("ECO:0000314",), Certainty.SHOWN)
    assert evidence.context.species == "ent:NCBITaxon.9606"
    assert "Homo sapiens" in {term.label.en for term in record.terms}
    assert claim.mechanisms == ("mech:gocam.k1",)
    (told,) = [json.loads(extra.value) for extra in record.extras if extra.subject == evidence.id]
    assert told == {"contributor": [ORCID], "date": "2026-01-02", "providedBy": ["https://example.org"]}
    (mechanism,) = [term for term in record.terms if isinstance(term, Mechanism)]
    assert (mechanism.label.en, mechanism.summary.en) == ("A made-up model", "Nobody has seen this.")


def relation(tmp_path: Path, predicate: str) -> tuple[list[tuple[str, str, str, bool]], Report]:
    """What one relation between two activities becomes."""
    text = f"""
id: gomodel:r
activities:
- id: a
  enabled_by: {{term: UniProtKB:Q05586}}
  causal_associations: [{{predicate: "{predicate}", downstream_activity: b}}]
- {{id: b, enabled_by: {{term: UniProtKB:P42345}}}}
"""
    record, report = one(tmp_path, "r.yaml", text)
    return said(record), report


@pytest.mark.parametrize("predicate", CAUSAL)
def test_every_causal_relation_has_its_sign_its_direction_and_its_directness(predicate: str, tmp_path: Path) -> None:
    row = CAUSAL[predicate]
    claims, report = relation(tmp_path, predicate)
    ends = ("uniprot:P42345", "uniprot:Q05586") if row.reversed else ("uniprot:Q05586", "uniprot:P42345")
    verb = {"+": "increases", "-": "decreases", "?": "regulates"}[row.sign]
    assert claims == [(ends[0], verb, ends[1], row.direct)]
    assert any(line.what == f"relation {row.label}" and (line.outcome.value == "kept") is row.exact for line in report.lines)


def test_the_signs_of_relations_that_turn_each_other_round_agree() -> None:
    pairs = [("RO:0002213", "RO:0002336"), ("RO:0002212", "RO:0002335"), ("RO:0002629", "RO:0002024"), ("RO:0002630", "RO:0002023")]
    for forward, backward in pairs:
        one, other = CAUSAL[forward], CAUSAL[backward]
        assert (one.sign, one.direct, one.reversed) == (other.sign, other.direct, not other.reversed)
    assert all(target in OTHERS or target == "RO:0002234" for target in INVERSE.values())
    assert all(row.becomes and row.reason for row in OTHERS.values())
    assert all(row.reason for row in CAUSAL.values())
    assert not set(CAUSAL) & set(OTHERS)
    assert all(label for label, _ in METHODS.values())


def test_an_unknown_relation_is_lost_and_the_rest_goes_on(tmp_path: Path) -> None:
    claims, report = relation(tmp_path, "RO:9999999")
    assert claims == []
    assert not report.whole
    assert ("lost", "relation RO:9999999") in [(line.outcome.value, line.what) for line in report.lines]


def test_an_output_that_is_also_an_input_is_no_cause(tmp_path: Path) -> None:
    """A kinase has its target as input and, phosphorylated, as output: there is not more of it."""
    record, _ = one(tmp_path, "x.yaml", YAML.replace("CHEBI:456216, located", "CHEBI:30616, located"))
    assert all(target != "CHEBI:30616" for _, _, target, _ in said(record))
    (both,) = [entry for entry in record.entries if isinstance(entry, Description) and entry.label.en == f"{MTOR} has input CHEBI:30616"]
    again = [entry for entry in record.entries if entry.id == both.id]
    assert sorted(one.evidence[0].comment.en for one in again) == ["GO-CAM k1: has input", "GO-CAM k1: has output"]


def test_an_activity_that_nothing_enables_is_that_of_its_function(tmp_path: Path) -> None:
    record, _ = one(tmp_path, "x.yaml", YAML.replace("  enabled_by: {term: UniProtKB:P42345}\n", ""))
    assert (GRIN1, "decreases", "GO:0004674", True) in said(record)


def test_an_individual_of_what_a_class_is_not_is_lost(tmp_path: Path) -> None:
    model = json.loads(minerva())
    model["individuals"][1]["type"] = [{"type": "complement", "filler": {"type": "class", "id": "UniProtKB:Q05586"}}]
    _, report = one(tmp_path, "x.json", json.dumps(model))
    assert "it is an instance of what a class is not" in {line.note for line in report.lines}


def test_a_model_marked_for_deletion_is_left_out(tmp_path: Path) -> None:
    records, report = imported("gocam", written(tmp_path, "x.yaml", YAML.replace("status: production", "status: delete")))
    assert records == []
    assert report.records["lost"] == 1


def test_a_folder_is_read_whole_and_loads(tmp_path: Path) -> None:
    for name, text in FORMS.items():
        written(tmp_path, name, text)
    knowledge, report = knowledge_from("gocam", [tmp_path])
    assert report.records["read"] == 3
    assert len(knowledge.entries("claim")) == 3
    (claim,) = [entry for entry in knowledge.entries("claim") if isinstance(entry, Claim) and entry.direct]
    assert len(claim.evidence) == 1


HOSTILE: dict[str, str | bytes] = {
    "wrong types.yaml": "id: [1]\nactivities: [1, {id: {}}, {id: a, enabled_by: 3, part_of: [x], causal_associations: {predicate: []}}]",
    "alias.yaml": "id: &x gomodel:1\nactivities: [*x]",
    "deep.yaml": "activities: " + "[" * 5000,
    "half.yaml": YAML[: len(YAML) // 2] + '\n  "',
    "not utf-8.yaml": b"id: \xff\xfe\xfa",
    "tag.yaml": "id: !!python/object/apply:os.system ['true']\nactivities: []",
    "wrong types.json": json.dumps(
        {"id": 1, "facts": [None, {"subject": {}}, {"subject": "a", "property": "b", "object": "c"}], "individuals": {}}
    ),
    "deep.json": '{"facts":' + "[" * 100_000,
    "half.json": minerva()[:500],
    "not utf-8.json": b'{"facts": "\xff"}',
    "another.json": '{"graph": {}}',
    "deep.ttl": "<x:a> <x:b> " + "[ <x:c> " * 20_000,
    "half.ttl": turtle()[:-30],
    "not utf-8.ttl": b'<http://x> <http://y> "\xff" .',
    "import.ttl": "<http://x> <http://www.w3.org/2002/07/owl#imports> <file:///etc/hostname> .",
    "entities.owl": '<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&b;</rdf:RDF>',
    "empty.yaml": "",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_and_the_next_one_is_read(name: str, tmp_path: Path) -> None:
    bad, good = written(tmp_path, name, HOSTILE[name]), written(tmp_path, "good.yaml", YAML)
    report = import_into("gocam", [bad, good], tmp_path / "out")
    assert report.records["lost"] + report.records["partly lost"] >= 1
    assert len(load(tmp_path / "out").entries("claim")) >= 3


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="no such file"):
        imported("gocam", tmp_path / "nothing.yaml")


def test_the_model_keeps_its_name(tmp_path: Path) -> None:
    record, _ = one(tmp_path, "x.yaml", YAML)
    assert record.name == MODEL.partition(":")[2]
