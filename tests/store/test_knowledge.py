"""The engine read as values: every field of every kind, what is absent, what is selected."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.errors import EntityNotFound, InvalidValue, KnowledgeError
from kgraph.model import (
    Association,
    Bearing,
    Certainty,
    Change,
    Claim,
    Context,
    Description,
    Entity,
    Identifier,
    Label,
    Layer,
    Locator,
    Mechanism,
    Note,
    Observation,
    Quantity,
    Reference,
    Result,
    Selection,
    Sign,
    Variable,
)
from kgraph.store import Knowledge, load
from kgraph.vocabulary.prefixes import expand
from tests.store.conftest import ENDS, PREFIXES


def test_an_entity_has_its_class_names_and_identifiers(tiny: Knowledge) -> None:
    assert tiny.term("ent:ketamine") == Entity(
        id="ent:ketamine",
        iri="https://w3id.org/kgraph/entity/ketamine",
        label=Label(en="ketamine", zh="氯胺酮"),
        synonyms=("Ketalar", "K他命"),
        identifiers=(
            Identifier(curie="CHEBI:6121", mapping="exact", verified=True),
            Identifier(curie="drugbank:DB01221", mapping="close", verified=False),
        ),
        kind="Drug",
    )


def test_a_variable_says_of_what_and_where_it_is(tiny: Knowledge) -> None:
    assert tiny.term("var:nmdar-gaba") == Variable(
        id="var:nmdar-gaba",
        iri=expand("var:nmdar-gaba"),
        label=Label(en="NMDA receptor activity on GABA neurons", zh="GABA神经元上NMDA受体活性"),
        entity="ent:nmdar",
        aspect="Activity",
        species="ent:rat",
        region="ent:lhb",
        cell_type="ent:gaba-neuron",
        broader=("var:nmdar",),
    )


def test_a_mechanism_may_be_a_branch(tiny: Knowledge) -> None:
    branch = tiny.term("mech:disinhibition")
    assert isinstance(branch, Mechanism)
    assert (branch.number, branch.part_of, branch.summary.zh) == ("1a", "mech:receptor", "抑制减少。")


def test_a_citation_number_is_a_reference_with_its_match(tiny: Knowledge) -> None:
    number, review = tiny.term("ref:review-8"), tiny.term("ref:review")
    assert isinstance(number, Reference)
    assert isinstance(review, Reference)
    assert (number.number, number.match, number.confidence, number.comment.en) == ("8", "ref:li-2010", "very high", "the only one")
    assert (review.citation, review.status) == ("A Review 2021", "verified")


def test_a_locator_says_where(tiny: Knowledge) -> None:
    assert tiny.locator("loc:s1-n1") == Locator(
        id="loc:s1-n1", iri=expand("loc:s1-n1"), source="ref:review", section="1", sentence="s1-n1", start=10, end=20, checksum="00"
    )
    assert tiny.locators() == (tiny.locator("loc:s1-n1"),)


def test_a_note_says_what_about(tiny: Knowledge) -> None:
    assert tiny.notes() == (
        Note(
            id="note:loose",
            iri=expand("note:loose"),
            matter="wording",
            about=("claim:ketamine-nmdar", "result:response"),
            text=Label(en="The wording is loose.", zh="措辞不严。"),
            found=Label(en="says less", zh="说得较少"),
            checked=("ref:li-2010",),
            verified=True,
        ),
    )


def test_a_claim_has_its_ends_its_notes_and_all_of_its_evidence_in_the_order_of_its_numbers(tiny: Knowledge) -> None:
    claim = tiny.entry("claim:ketamine-nmdar")
    assert isinstance(claim, Claim)
    assert (claim.subject, claim.object) == (tiny.term("var:ketamine"), tiny.term("var:nmdar"))
    assert (claim.predicate, claim.sign, claim.direct, claim.layer) == ("decreases", Sign.MINUS, True, Layer.REVIEW)
    assert claim.notes == ("note:loose",)
    assert [evidence.id.rpartition(".")[2] for evidence in claim.evidence] == ["e1", "e2", "e10"]


def test_evidence_has_its_context_and_what_is_absent_is_not_stated(tiny: Knowledge) -> None:
    first, second, _ = tiny.entry("claim:ketamine-nmdar").evidence
    assert (first.cites, first.locator, first.method, first.certainty) == (
        ("ref:review-8",),
        "loc:s1-n1",
        ("ECO:0000179",),
        Certainty.SHOWN,
    )
    assert first.comment == Label(en="in words", zh="文字说明")
    assert first.context == Context(
        species="ent:rat",
        region="ent:lhb",
        cell_type="ent:gaba-neuron",
        population="ent:rat",
        dose=Quantity(value="0.5", unit="mg/kg", written="half", comparison="~"),
        route="ent:infusion",
        timing=Label(en="rapidly", zh="迅速"),
        frequency="Common",
    )
    assert (second.bearing, second.certainty, second.context) == (Bearing.DISPUTES, Certainty.POSSIBLE, Context())


def test_mediators_and_mechanisms_of_a_claim_are_ids(tiny: Knowledge) -> None:
    claim = tiny.entry("claim:nmdar-gaba-firing")
    assert isinstance(claim, Claim)
    assert (claim.mediators, claim.mechanisms) == (("ent:glutamate",), ("mech:disinhibition",))


def test_an_association_may_have_a_sign(tiny: Knowledge) -> None:
    (association,) = tiny.entries("association")
    assert isinstance(association, Association)
    assert (association.predicate, association.sign, association.object.id) == ("associatedWith", Sign.PLUS, "ent:mood")


def test_a_description_may_lack_an_object_and_have_quantities(tiny: Knowledge) -> None:
    (description,) = tiny.entries("description")
    assert isinstance(description, Description)
    assert (description.predicate, description.object) == ("isGivenAs", None)
    assert description.quantities == (Quantity(value="2", unit="{session}"),)


def test_an_observation_says_what_was_done_and_what_changed(tiny: Knowledge) -> None:
    (observation,) = tiny.entries("observation")
    assert isinstance(observation, Observation)
    assert [term.id for term in (*observation.raised, *observation.blocked)] == ["var:ketamine", "var:nmdar"]
    assert (observation.lowered, observation.variable.id, observation.change) == ((), "var:bdnf-rat", Change.UNCHANGED)


def test_a_result_keeps_every_number_with_its_unit_apart(tiny: Knowledge) -> None:
    (result,) = tiny.entries("result")
    assert isinstance(result, Result)
    assert (result.value, result.dose) == (Quantity(value="70.8", unit="%"), Quantity(value="0.5", unit="mg/kg"))
    assert (result.sample_size, result.p_value) == (Quantity(value="24"), Quantity(value="0.05", comparison="<"))
    assert (result.population, result.spread, result.period, result.time_from) == (None, None, None, Label())
    assert [route.id for route in result.route] == ["ent:infusion"]
    assert (result.schedule.zh, result.spread_kind, result.design, result.change) == (
        "每周三次",
        "not stated",
        "open label",
        Change.LOWERED,
    )


def test_whatever_returns_many_returns_them_sorted_by_id(shipped: Knowledge) -> None:
    for values in (
        shipped.entities(),
        shipped.variables(),
        shipped.mechanisms(),
        shipped.references(),
        shipped.notes(),
        shipped.locators(),
    ):
        assert [value.id for value in values] == sorted(value.id for value in values)
    assert [entry.id for entry in shipped.entries()] == sorted(entry.id for entry in shipped.entries())


def test_every_shipped_entry_is_read_whole(shipped: Knowledge) -> None:
    kinds = ("claim", "association", "description", "observation", "result")
    assert sum(len(shipped.entries(kind)) for kind in kinds) == len(shipped.entries()) > 200
    assert all(entry.evidence for entry in shipped.entries())


def test_labels_are_there_for_everything_that_has_one(tiny: Knowledge) -> None:
    assert tiny.label("kg:Common") == Label(en="common", zh="常见")
    assert tiny.label("ent:ketamine").zh == "氯胺酮"
    assert tiny.label("ent:nowhere") == Label()


@pytest.mark.parametrize("look", ["term", "entry", "note", "locator"])
def test_an_id_that_is_not_there_is_refused_with_near_names(tiny: Knowledge, look: str) -> None:
    with pytest.raises(EntityNotFound) as caught:
        getattr(tiny, look)("ent:ketamin")
    assert "ketamine / 氯胺酮 (ent:ketamine)" in caught.value.candidates
    with pytest.raises(EntityNotFound):
        getattr(tiny, look)("no <iri> at all")


def test_a_term_that_is_only_named_is_bare(written: Path) -> None:
    (written / "a.ttl").write_text(f"{PREFIXES} claim:x a kg:Claim ; kg:layer kg:review ; kg:predicate kg:increases ; {ENDS} .")
    claim = load(written).entry("claim:x")
    assert isinstance(claim, Claim)
    assert (claim.subject.id, claim.subject.label) == ("var:ketamine", Label())


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("a kg:Result", "no outcome"),
        ("a kg:Observation ; kg:variable var:a", "does not say what changed"),
        ("a kg:Observation ; kg:variable var:a ; kg:change kg:Sideways", "'Sideways' is not a kind of change"),
        ("a kg:Association ; kg:subject var:a", "no object"),
    ],
)
def test_an_entry_that_cannot_be_understood_is_said_so_and_not_skipped(written: Path, entry: str, words: str) -> None:
    (written / "a.ttl").write_text(f"{PREFIXES} ref:x {entry} ; kg:layer kg:review .")
    knowledge = load(written)
    with pytest.raises(KnowledgeError, match=words):
        knowledge.entries()


def test_a_sign_that_is_none_is_refused(written: Path) -> None:
    (written / "a.ttl").write_text(f'{PREFIXES} ref:x a kg:Association ; kg:layer kg:review ; {ENDS} ; kg:sign "up" .')
    with pytest.raises(InvalidValue):
        load(written).entries("association")


def test_links_are_distinct_sorted_and_the_unsigned_one_is_subsumed(tiny: Knowledge) -> None:
    assert tiny.links() == [
        ("var:gaba-firing", "var:bdnf-rat", Sign.MINUS),
        ("var:ketamine", "var:nmdar", Sign.MINUS),
        ("var:ketamine", "var:nmdar-gaba", Sign.MINUS),
        ("var:ketamine", "var:nmdar-gaba-deep", Sign.MINUS),
        ("var:ketamine", "var:nmdar-lhb", Sign.PLUS),
        ("var:nmdar-gaba", "var:gaba-firing", Sign.PLUS),
    ]


def test_the_claims_of_a_link_are_found_by_its_ends_and_sign(tiny: Knowledge) -> None:
    ends = ("var:gaba-firing", "var:bdnf-rat")
    assert [claim.id for claim in tiny.claims_between(*ends, Sign.MINUS)] == ["claim:gaba-bdnf"]
    assert [claim.id for claim in tiny.claims_between(*ends)] == ["claim:gaba-bdnf", "claim:gaba-bdnf-vague"]
    assert tiny.claims_between(*ends, Sign.PLUS) == ()
    assert tiny.claims_between(*ends, None, Selection(layers=(Layer.REVIEW,))) == ()


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(layers=(Layer.BACKGROUND,)), {"gaba-bdnf", "gaba-bdnf-vague"}),
        (Selection(layers=(Layer.DERIVED,)), {"derived.ketamine-nmdar.nmdar-gaba", "derived.ketamine-nmdar.nmdar-gaba-deep"}),
        (Selection(mechanisms=("mech:disinhibition",)), {"nmdar-gaba-firing", "gaba-bdnf", "derived.ketamine-nmdar.nmdar-gaba"}),
        (Selection(mechanisms=("mech:receptor",)), {"nmdar-gaba-firing", "gaba-bdnf", "derived.ketamine-nmdar.nmdar-gaba"}),
        (Selection(mechanisms=("mech:none",)), set()),
        (
            Selection(species=("ent:rat",)),
            {"ketamine-nmdar", "nmdar-gaba-firing", "gaba-bdnf", "gaba-bdnf-vague", "derived.ketamine-nmdar.nmdar-gaba"},
        ),
        (Selection(species=("ent:mouse",)), set()),
        (Selection(layers=(Layer.REVIEW,), mechanisms=("mech:receptor",), species=("ent:rat",)), {"nmdar-gaba-firing"}),
    ],
)
def test_a_selection_holds_what_it_says(tiny: Knowledge, selection: Selection, ids: set[str]) -> None:
    assert {entry.id.removeprefix("claim:") for entry in tiny.entries("claim", selection=selection)} == ids


def test_a_signed_claim_outside_the_selection_subsumes_nothing_in_it(written: Path) -> None:
    (written / "a.ttl").write_text(
        f"{PREFIXES} claim:x a kg:Claim ; kg:layer kg:review ; kg:predicate kg:increases ; {ENDS} ."
        f" claim:y a kg:Claim ; kg:layer kg:background ; kg:predicate kg:regulates ; {ENDS} ."
    )
    knowledge = load(written)
    assert [link[2] for link in knowledge.links()] == [Sign.PLUS]
    assert [link[2] for link in knowledge.links(Selection(layers=(Layer.BACKGROUND,)))] == [Sign.UNKNOWN]


def test_a_species_in_the_evidence_of_an_observation_counts(tiny: Knowledge) -> None:
    assert [entry.id for entry in tiny.entries("observation", selection=Selection(species=("ent:rat",)))] == ["obs:blocked"]


def test_labels_fall_back_in_a_stated_order(written: Path) -> None:
    (written / "a.ttl").write_text(
        f"{PREFIXES} PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        ' ent:a a kg:Drug ; rdfs:label "plain", "US"@en-US, "繁"@zh-Hant .'
        ' ent:b a kg:Drug ; rdfs:label "b"@en, "a"@en, "z"@en-GB, "甲"@zh-Hans, "乙"@zh .',
        encoding="utf-8",
    )
    knowledge = load(written)
    assert knowledge.label("ent:a") == Label(en="plain", zh="繁")
    assert knowledge.label("ent:b") == Label(en="a", zh="甲")


def test_the_room_loads_the_engine_and_no_other_heavy_library() -> None:
    script = (
        "import sys, kgraph.store as store; knowledge = store.load(); knowledge.find('ketamine'); knowledge.links();"
        "print(sorted({'rdflib', 'networkx', 'numpy', 'rapidfuzz', 'opencc', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
