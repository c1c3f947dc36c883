"""Identifiers that are easy to get wrong, and things that are easy to split or merge by mistake."""

from __future__ import annotations

import pytest

from kgraph.model import Entity, Layer
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import is_well_formed


def identifiers(knowledge: Knowledge, id: str) -> dict[str, str]:
    return {identifier.curie: identifier.mapping for identifier in knowledge.term(id).identifiers}


def test_esketamine_is_not_given_the_drugbank_number_of_ketamine(shipped: Knowledge) -> None:
    assert "drugbank:DB11823" in identifiers(shipped, "ent:esketamine")
    assert "drugbank:DB01221" not in identifiers(shipped, "ent:esketamine")


def test_the_gaba_a_receptor_is_not_the_heading_for_gaba_a_and_b(shipped: Knowledge) -> None:
    assert "mesh:D018079" not in identifiers(shipped, "ent:gaba-a-receptor")


def test_major_depression_is_not_endogenous_depression(shipped: Knowledge) -> None:
    assert "MONDO:0002009" in identifiers(shipped, "ent:major-depressive-disorder")


def test_treatment_resistant_depression_has_no_mondo_number(shipped: Knowledge) -> None:
    assert not [curie for curie in identifiers(shipped, "ent:trd") if curie.startswith("MONDO:")]


def test_the_bladder_disease_is_not_the_biliary_one(shipped: Knowledge) -> None:
    assert not {"MONDO:0017394", "MONDO:0018301"} & set(identifiers(shipped, "ent:ulcerative-cystitis"))


def test_burst_firing_is_not_the_respiratory_burst(shipped: Knowledge) -> None:
    assert set(identifiers(shipped, "ent:burst-firing")) == {"GO:0099608"}
    assert identifiers(shipped, "ent:burst-firing")["GO:0099608"] == "broad"


def test_the_review_gives_no_rapamycin_as_a_drug(shipped: Knowledge) -> None:
    for kind in ("claim", "description", "result", "observation"):
        for entry in shipped.entries(kind):
            assert entry.layer is not Layer.REVIEW or "ent:rapamycin" not in repr(entry), entry.id


@pytest.mark.parametrize(
    ("first", "second"), [("分离症状", "解离"), ("血清素", "5-羟色胺"), ("NE", "去甲肾上腺素"), ("NMDAR", "N-甲基-D-天冬氨酸受体")]
)
def test_two_names_lead_to_one_entity(shipped: Knowledge, first: str, second: str) -> None:
    ids = [{term.id for term in shipped.find(name) if isinstance(term, Entity)} for name in (first, second)]
    assert ids[0] == ids[1]
    assert len(ids[0]) == 1


def test_every_identifier_fits_the_pattern_of_its_registry(shipped: Knowledge) -> None:
    for term in (*shipped.entities(), *shipped.variables(), *shipped.references()):
        for identifier in term.identifiers:
            assert is_well_formed(identifier.curie), f"{term.id}: {identifier.curie}"


def test_no_two_entities_share_an_exact_identifier(shipped: Knowledge) -> None:
    owners: dict[str, str] = {}
    for term in shipped.entities():
        for identifier in term.identifiers:
            if identifier.mapping == "exact":
                assert owners.setdefault(identifier.curie, term.id) == term.id, identifier.curie
