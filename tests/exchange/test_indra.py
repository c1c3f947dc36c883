"""INDRA statements: every family, every state, and what cannot come in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kgraph.exchange import Imported, import_into, knowledge_from
from kgraph.exchange.indra_table import MODIFICATIONS, REGULATIONS
from kgraph.model import Association, Bearing, Certainty, Claim, Description, Layer, Variable
from tests.exchange.recording import imported, written

KETAMINE = {"name": "ketamine", "db_refs": {"CHEBI": "CHEBI:6121", "TEXT": "K"}}
MTOR = {"name": "MTOR", "db_refs": {"HGNC": "3942", "UP": "P42345"}}
BDNF = {"name": "BDNF", "db_refs": {"HGNC": "1033"}}


def statement(kind: str, **fields: Any) -> dict[str, Any]:
    """A statement with one evidence, unless it says otherwise."""
    return {"type": kind, "id": f"u-{kind}", "evidence": [{"source_api": "reach", "pmid": "20724638"}], **fields}


def one(tmp_path: Path, *statements: Any) -> Imported:
    """The only record that these statements give."""
    (record,), _ = imported("indra", written(tmp_path, "x.json", json.dumps(statements)))
    return record


def said(record: Imported) -> list[tuple[str, str, str]]:
    """The asserted claims of a record: subject, predicate, object."""
    return [
        (entry.subject.label.en, entry.predicate, entry.object.label.en)
        for entry in record.entries
        if isinstance(entry, Claim) and entry.layer is Layer.BACKGROUND
    ]


@pytest.mark.parametrize("kind", sorted(REGULATIONS))
def test_every_regulation_becomes_a_signed_claim(kind: str, tmp_path: Path) -> None:
    subject, target, sign, aspect = REGULATIONS[kind]
    record = one(tmp_path, statement(kind, **{subject: KETAMINE, target: MTOR}))
    words = "MTOR" if aspect == "Activity" else "abundance of MTOR"
    assert said(record) == [("ketamine", {"+": "increases", "-": "decreases"}[sign.value], words)]


@pytest.mark.parametrize("kind", sorted(set(MODIFICATIONS) - {"Autophosphorylation", "Transphosphorylation"}))
def test_every_modification_is_about_the_form_that_has_the_group(kind: str, tmp_path: Path) -> None:
    form, sign = MODIFICATIONS[kind]
    record = one(tmp_path, statement(kind, enz=MTOR, sub=BDNF, residue="S", position="9"))
    ((_, predicate, target),) = said(record)
    assert predicate == {"+": "increases", "-": "decreases"}[sign.value]
    assert target == ("phosphorylation of BDNF (at S9)" if form == "phosphorylated" else f"amount of BDNF ({form} at S9)")


def test_a_kinase_may_phosphorylate_itself_or_what_it_is_bound_to(tmp_path: Path) -> None:
    bound = {**MTOR, "bound_conditions": [{"agent": BDNF, "is_bound": True}]}
    assert said(one(tmp_path, statement("Autophosphorylation", enz=MTOR)))[0][2] == "phosphorylation of MTOR"
    assert said(one(tmp_path, statement("Transphosphorylation", enz=bound)))[0][2] == "phosphorylation of BDNF"


def test_the_state_of_an_agent_makes_a_special_variable(tmp_path: Path) -> None:
    state = {
        **MTOR,
        "mods": [{"mod_type": "phosphorylation", "residue": "S", "position": "2448", "is_modified": True}],
        "mutations": [{"position": "10", "residue_from": "A", "residue_to": "V"}],
        "bound_conditions": [{"agent": BDNF, "is_bound": False}],
        "activity": {"activity_type": "kinase", "is_active": True},
        "location": "nucleus",
    }
    record = one(tmp_path, statement("Activation", subj=state, obj=BDNF))
    special = next(term for term in record.terms if isinstance(term, Variable) and term.broader)
    assert special.label.en == "MTOR (active as kinase, in nucleus, mutated A10V, not bound to BDNF, phosphorylated at S2448)"
    assert special.broader == ("var:uniprot.P42345",)


def test_an_influence_multiplies_the_signs_of_its_events_and_keeps_an_unreported_one(tmp_path: Path) -> None:
    def event(name: str, polarity: int | None) -> dict[str, Any]:
        return {"type": "Event", "concept": {"name": name, "db_refs": {}}, "delta": {"polarity": polarity}}

    for first, second, predicate in ((1, -1, "decreases"), (-1, -1, "increases"), (1, None, "regulates")):
        record = one(tmp_path, statement("Influence", subj=event("stress", first), obj=event("mood", second)))
        assert said(record) == [("stress", predicate, "mood")]


def test_an_active_form_says_what_the_form_does_to_the_activity(tmp_path: Path) -> None:
    form = {**MTOR, "mods": [{"mod_type": "phosphorylation", "is_modified": True}]}
    record = one(tmp_path, statement("ActiveForm", agent=form, activity="activity", is_active=False))
    assert said(record) == [("amount of MTOR (phosphorylated)", "decreases", "MTOR")]


def test_complexes_translocations_and_activities_are_descriptions(tmp_path: Path) -> None:
    complex_ = one(tmp_path, statement("Complex", members=[MTOR, BDNF]))
    assert [entry.predicate for entry in complex_.entries if isinstance(entry, Description)] == ["hasComponent"] * 2
    moved = one(tmp_path, statement("Translocation", agent=MTOR, from_location="cytoplasm", to_location="nucleus"))
    assert moved.entries[0].label.en == "MTOR moves from cytoplasm to nucleus"
    assert len(one(tmp_path, statement("HasActivity", agent=MTOR, activity="kinase", has_activity=True)).entries) == 1


def test_a_conversion_uses_up_and_makes(tmp_path: Path) -> None:
    record = one(tmp_path, statement("Conversion", subj=MTOR, obj_from=[KETAMINE], obj_to=[BDNF]))
    assert said(record) == [("MTOR", "decreases", "ketamine"), ("MTOR", "increases", "abundance of BDNF")]


def test_an_association_of_events_is_no_claim(tmp_path: Path) -> None:
    members = [{"concept": {"name": name}, "delta": {"polarity": sign}} for name, sign in (("stress", 1), ("sleep", -1))]
    (entry,) = one(tmp_path, statement("Association", members=members)).entries
    assert isinstance(entry, Association)
    assert entry.sign is not None
    assert entry.sign.value == "-"


def test_negation_hypothesis_directness_context_and_text_stay_with_the_evidence(tmp_path: Path) -> None:
    told = {
        "source_api": "reach",
        "pmid": "20724638",
        "text": "A made-up sentence.",
        "epistemics": {"negated": True, "hypothesis": True, "direct": True},
        "annotations": {"found_by": "rule"},
        "context": {
            "type": "bio",
            "species": {"name": "rat", "db_refs": {"TAXONOMY": "10116"}},
            "cell_type": {"name": "neuron", "db_refs": {"CL": "CL:0000540"}},
        },
    }
    path = written(tmp_path, "x.json", json.dumps([statement("Inhibition", subj=KETAMINE, obj=MTOR, evidence=[told])]))
    knowledge, report = knowledge_from("indra", [path])
    claim = knowledge.entry("claim:CHEBI.6121.decreases.uniprot.P42345")
    assert isinstance(claim, Claim)
    assert claim.direct
    (evidence,) = claim.evidence
    assert (evidence.bearing, evidence.certainty, evidence.reference) == (Bearing.DISPUTES, Certainty.POSSIBLE, "ref:pubmed.20724638")
    assert (evidence.context.species, evidence.context.cell_type) == ("ent:NCBITaxon.10116", "ent:CL.0000540")
    assert report.whole
    import_into("indra", [path], tmp_path / "out")
    text = (tmp_path / "out" / "indra.x.ttl").read_text()
    assert "A made-up sentence." in text
    assert "found_by" in text


def test_more_of_a_protein_does_more_by_a_rule_that_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "x.json", json.dumps([statement("IncreaseAmount", subj=KETAMINE, obj=BDNF)]))
    knowledge, _ = knowledge_from("indra", [path])
    bridge = knowledge.entry("claim:derived.more-of-it-does-more.hgnc.1033-abundance")
    assert isinstance(bridge, Claim)
    assert (bridge.layer, bridge.rule) == (Layer.DERIVED, "rule:more-of-it-does-more")
    assert bridge.premises == ("claim:CHEBI.6121.increases.hgnc.1033-abundance",)


def test_links_between_statements_are_kept_where_both_are_there(tmp_path: Path) -> None:
    general = {**statement("Activation", subj=KETAMINE, obj=MTOR, supported_by=["special"]), "id": "general"}
    special = {**statement("Gef", gef=KETAMINE, ras=BDNF, supports=["general", "elsewhere"]), "id": "special"}
    found, report = imported("indra", written(tmp_path, "x.json", json.dumps([general, special])))
    assert [extra.subject for extra in found[-1].extras] == ["claim:CHEBI.6121.increases.hgnc.1033"]
    assert any("lead out of the file" in note for note in report.notes)


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "Activation"},
        {"type": "Activation", "subj": None, "obj": 7},
        {"type": "Activation", "subj": [], "obj": {"name": ["x"]}},
        {"type": "Phosphorylation", "enz": MTOR, "sub": {"name": ""}},
        {"type": "Complex", "members": "none"},
        {"type": "ActiveForm", "agent": MTOR},
        {"type": "Unresolved"},
        {"type": "Event", "concept": {"name": "x"}},
        {"type": "Likes"},
        {"type": 3},
        {},
        [],
        "x",
        None,
        {"type": "Activation", "subj": KETAMINE, "obj": KETAMINE},
    ],
)
def test_what_is_no_statement_is_lost_with_a_reason_and_the_rest_goes_on(fields: object, tmp_path: Path) -> None:
    found, report = imported("indra", written(tmp_path, "x.json", json.dumps([fields, statement("Gap", gap=MTOR, ras=BDNF)])))
    assert len(found) == 1
    assert report.records["lost"] == 1
    assert all(line.note for line in report.lines if line.outcome.value == "lost")


def test_strange_members_everywhere_break_nothing(tmp_path: Path) -> None:
    odd = {
        **MTOR,
        "mods": [1, {"mod_type": {}}],
        "mutations": {},
        "bound_conditions": [{"agent": 4}],
        "activity": [],
        "db_refs": {"UP": ["x"]},
    }
    evidence = [3, None, {"pmid": 5, "epistemics": [], "context": {"species": "x"}, "text": 7}]
    found, _ = imported("indra", written(tmp_path, "x.json", json.dumps([statement("Gap", gap=odd, ras=BDNF, evidence=evidence)])))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (b"", 1),
        (b"[" * 100_000, 1),
        (b'{"a":' * 100_000, 1),
        (b"\xff\xfe", 1),
        (b'[{"type": "Gap", "gap": {"name": "A"}, "ras": {"name": "B"}}, {"type": ', 2),
        (b"[NaN]", 1),
        (b"[" + b"9" * 200_000 + b"]", 1),
    ],
)
def test_hostile_and_truncated_files_end_in_a_report(text: bytes, read: int, tmp_path: Path) -> None:
    _, report = imported("indra", written(tmp_path, "x.json", text))
    assert report.records["read"] == read
    assert not report.whole


def test_one_statement_a_line_and_an_object_around_the_list_are_read_too(tmp_path: Path) -> None:
    several = [statement("Gap", gap=MTOR, ras=BDNF), statement("Gef", gef=MTOR, ras=BDNF)]
    for text in ("\n".join(map(json.dumps, several)), json.dumps({"statements": several}), json.dumps(several, indent=2)):
        found, _ = imported("indra", written(tmp_path, "x.json", text))
        assert len(found) == 2


def test_one_bad_line_hides_no_other(tmp_path: Path) -> None:
    text = json.dumps(statement("Gap", gap=MTOR, ras=BDNF))
    found, report = imported("indra", written(tmp_path, "x.jsonl", f"{text}\n{{broken\n{text}\n"))
    assert len(found) == 2
    assert report.records["lost"] == 1
