"""DrugMechDB: what of a record survives, and what a hostile one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import ExchangeError
from kgraph.exchange import audit, import_into, knowledge_from, signed_mechanisms
from kgraph.exchange.drugmechdb_predicates import predicates
from kgraph.model import Bearing, Claim, Coherence, Sign, Variable
from kgraph.store import load
from tests.exchange.recording import KETAMINE, imported, written


def test_all_67_predicates_have_a_sign_a_reason_and_a_place_in_the_schema() -> None:
    table = predicates()
    assert len(table) == 67
    assert all(row.reason and row.becomes and row.sign in ("+", "-", "?", "") for row in table.values())
    for word, row in table.items():
        causal = {"increases": "+", "decreases": "-", "regulates": "?"}.get(row.becomes)
        assert causal is None or causal == row.sign, word


@pytest.mark.parametrize("word", sorted(predicates()))
def test_every_predicate_comes_in_and_the_audit_reads_the_same_table(word: str, tmp_path: Path) -> None:
    path = written(tmp_path, "x.yaml", KETAMINE.replace("positively regulates", word))
    (record,), report = imported("drugmechdb", path)
    assert record.mechanism is not None
    assert len(record.entries) == 3
    assert report.whole
    step = record.mechanism.steps[1]
    assert (step.sign.value if step.sign else "", step.reversed) == (predicates()[word].sign, predicates()[word].reversed)


def test_a_record_becomes_a_mechanism_of_claims_with_evidence(tmp_path: Path) -> None:
    knowledge, report = knowledge_from("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)])
    claims = [one for one in knowledge.entries("claim") if isinstance(one, Claim)]
    assert [(one.subject.id, one.predicate, one.object.id) for one in claims] == [
        ("var:GO.0098989", "increases", "var:mesh.D003866"),
        ("var:mesh.D007649", "decreases", "var:uniprot.Q05586"),
        ("var:uniprot.Q05586", "increases", "var:GO.0098989"),
    ]
    assert {one.mechanisms for one in claims} == {("mech:drugmechdb.DBX_MESH_DX_1",)}
    assert report.records["approximated"] == 1
    blocked = claims[1]
    assert {one.reference for one in blocked.evidence} == {
        "ref:drugmechdb.DBX_MESH_DX_1",
        "ref:pubmed.20724638",
        "ref:pubmed.21677641",
    }
    assert [one.bearing for one in blocked.evidence if one.reference == "ref:pubmed.21677641"] == [Bearing.DISPUTES]
    assert blocked.evidence[0].cites or blocked.evidence[1].cites or blocked.evidence[2].cites
    assert knowledge.find("mesh:D007649")[0].id == "ent:mesh.D007649"


def test_the_sentence_of_an_evidence_stays_in_the_folder_and_only_there(tmp_path: Path) -> None:
    import_into("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)], tmp_path / "out")
    assert 'kg:evidenceText "A made-up sentence."' in (tmp_path / "out" / "drugmechdb.x.ttl").read_text()
    assert "made-up" not in (tmp_path / "out" / "drugmechdb.x.report.json").read_text()


def test_the_same_link_in_two_records_is_one_claim_of_two_mechanisms(tmp_path: Path) -> None:
    twice = KETAMINE + "---" + KETAMINE.replace("DX_1", "DX_2")
    knowledge, report = knowledge_from("drugmechdb", [written(tmp_path, "x.yaml", twice)])
    claim = knowledge.entry("claim:mesh.D007649.decreases.uniprot.Q05586")
    assert claim.mechanisms == ("mech:drugmechdb.DBX_MESH_DX_1", "mech:drugmechdb.DBX_MESH_DX_2")
    assert report.records["read"] == 2


def test_importing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, "x.yaml", KETAMINE)
    for folder in ("one", "two"):
        import_into("drugmechdb", [path], tmp_path / folder)
    assert (tmp_path / "one" / "drugmechdb.x.ttl").read_bytes() == (tmp_path / "two" / "drugmechdb.x.ttl").read_bytes()


def test_the_net_sign_of_the_path_is_told_step_by_step(tmp_path: Path) -> None:
    (record,), _ = imported("drugmechdb", written(tmp_path, "x.yaml", KETAMINE))
    assert record.mechanism is not None
    found = audit(record.mechanism)
    assert found.coherence is Coherence.COHERENT
    assert found.routes[0].after == (Sign.MINUS,) * 3


def test_the_audit_of_the_loaded_folder_agrees_with_that_of_the_records(tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)])
    (outline,) = signed_mechanisms(knowledge)
    found = audit(outline)
    assert (outline.start, outline.end, found.coherence) == ("var:mesh.D007649", "var:mesh.D003866", Coherence.COHERENT)
    assert [step.word.en for step in found.routes[0].steps] == ["decreases", "increases", "increases"]


def test_a_malformed_identifier_is_told_and_the_thing_keeps_its_name(tmp_path: Path) -> None:
    (record,), report = imported("drugmechdb", written(tmp_path, "x.yaml", KETAMINE.replace("Q05586", "Q0558")))
    assert any("UniProt:Q0558" in line.what for line in report.lines)
    assert "ent:drugmechdb.nmda-receptor" in {term.id for term in record.terms}
    assert not any("Q0558" in identifier.curie for term in record.terms for identifier in term.identifiers)


def test_one_variable_stands_for_each_thing_so_that_the_path_holds_together(tmp_path: Path) -> None:
    (record,), _ = imported("drugmechdb", written(tmp_path, "x.yaml", KETAMINE))
    aspects = {term.entity: term.aspect for term in record.terms if isinstance(term, Variable)}
    assert aspects == {
        "ent:mesh.D007649": "Exposure",
        "ent:uniprot.Q05586": "Activity",
        "ent:GO.0098989": "Activity",
        "ent:mesh.D003866": "Severity",
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[]", ""),
        ("42", "no mapping"),
        ("graph: 1", "no graph"),
        ("graph: {_id: [x]}", "no graph"),
        ("graph: {_id: x}\nnodes: {a: b}\nlinks: 7", "no nodes"),
        ("graph: {_id: x}\nnodes: [{id: 1, label: [x]}]\nlinks: [[], {key: a}]", "no links"),
    ],
)
def test_wrong_types_lose_the_record_and_say_why(text: str, why: str, tmp_path: Path) -> None:
    found, report = imported("drugmechdb", written(tmp_path, "x.yaml", text))
    assert found == []
    assert report.records["lost"] == 1
    assert any(why in line.note for line in report.lines)


def test_the_rest_goes_on_after_a_bad_record_and_a_cut_file(tmp_path: Path) -> None:
    written(tmp_path, "1.yaml", "graph: 7")
    written(tmp_path, "2.yaml", KETAMINE)
    written(tmp_path, "3.yaml", KETAMINE[:700])
    written(tmp_path, "4.yaml", b"\xff\xfe\x00")
    written(tmp_path, "_index.yaml", "- not: read")
    found, report = imported("drugmechdb", tmp_path)
    assert len(found) == 1
    assert report.records["read"] == 4
    assert not report.whole


def test_links_to_nowhere_and_unknown_predicates_are_lost_with_a_reason(tmp_path: Path) -> None:
    text = KETAMINE.replace("target: GO:0098989", "target: GO:0000001").replace("positively correlated with", "likes")
    (record,), report = imported("drugmechdb", written(tmp_path, "x.yaml", text))
    assert len(record.entries) == 1
    assert {line.note for line in report.lines if line.outcome.value == "lost"} == {
        "an end of it is no node of the record",
        "the predicate is none of DrugMechDB's",
    }


def test_strange_names_make_a_file_that_loads(tmp_path: Path) -> None:
    strange = 'a \\"quoted\\" <b> {c} \\\\ \\t \\u0000 \\U0001F600 氯胺酮'
    path = written(tmp_path, "x.yaml", KETAMINE.replace("name: NMDA receptor", f'name: "{strange}"').replace("Q05586", "none"))
    report = import_into("drugmechdb", [path], tmp_path / "out")
    assert report.records["lost"] == 0, report.lines
    assert len(load(tmp_path / "out").entries("claim")) == 3


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="no such file"):
        imported("drugmechdb", tmp_path / "none")
    with pytest.raises(ExchangeError, match="no YAML"):
        imported("drugmechdb", tmp_path)
    with pytest.raises(ExchangeError, match="not a format"):
        import_into("xml", [tmp_path], tmp_path)
