"""Which graph each triple goes into, what is derived, and what stops a load."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from kgraph.errors import KnowledgeError, UnknownPredicate
from kgraph.model import Claim, Layer, Sign
from kgraph.store import Knowledge, load, parse, read_files
from kgraph.store.engine import sort_into_graphs
from kgraph.vocabulary.prefixes import expand
from kgraph.vocabulary.terms import DIRECT_GRAPH, KG, UNION
from tests.store.conftest import ENDS, PREFIXES, TINY

CLAIM = f"claim:x a kg:Claim ; kg:predicate kg:increases ; {ENDS}"
QUADS = [quad for path in sorted(TINY.glob("*.ttl")) for quad in parse(path)]


def graphs_of(engine: Store, identity: str) -> set[str]:
    """The named graphs that hold triples about something."""
    quads = engine.quads_for_pattern(NamedNode(expand(identity)), None, None, None)
    return {quad.graph_name.value.removeprefix(KG) for quad in quads if isinstance(quad.graph_name, NamedNode)}


def test_entries_and_their_evidence_stand_in_the_graph_of_their_layer(tiny: Knowledge) -> None:
    assert graphs_of(tiny.engine, "claim:ketamine-nmdar") == {"review"}
    assert graphs_of(tiny.engine, "claim:ketamine-nmdar.e1") == {"review"}
    assert graphs_of(tiny.engine, "claim:gaba-bdnf.e1") == {"background"}
    assert graphs_of(tiny.engine, "result:response") == {"review"}


def test_terms_notes_and_the_schema_stand_in_the_graph_of_terms(tiny: Knowledge) -> None:
    for identity in ("ent:ketamine", "ref:review-8", "note:loose", "loc:s1-n1", "kg:increases"):
        assert graphs_of(tiny.engine, identity) == {"terms"}


def test_quantities_go_with_what_they_hang_on(tiny: Knowledge) -> None:
    found = tiny.engine.quads_for_pattern(None, NamedNode(KG + "value"), None, None)
    assert {quad.graph_name for quad in found} == {NamedNode(KG + "review")}


def test_every_triple_stands_in_one_of_the_graphs_that_a_query_sees(tiny: Knowledge) -> None:
    assert {graph.value for graph in tiny.engine.named_graphs() if isinstance(graph, NamedNode)} <= set(UNION)


@given(st.permutations(QUADS))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_triples_does_not_matter(order: list[Quad]) -> None:
    assert set(sort_into_graphs(order)) == set(sort_into_graphs(QUADS))


def test_an_entry_without_a_layer_takes_that_of_its_named_graph(written: Path) -> None:
    (written / "a.trig").write_text(f"{PREFIXES} kg:background {{ {CLAIM} ; kg:evidence claim:x.e1 . }} claim:x.e1 a kg:Evidence .")
    knowledge = load(written)
    assert knowledge.entry("claim:x").layer is Layer.BACKGROUND
    assert graphs_of(knowledge.engine, "claim:x.e1") == {"background"}


def test_a_written_layer_wins_over_the_named_graph(written: Path) -> None:
    (written / "a.trig").write_text(f"{PREFIXES} kg:background {{ {CLAIM} ; kg:layer kg:review . }}")
    assert load(written).entry("claim:x").layer is Layer.REVIEW


def test_a_term_in_the_named_graph_of_a_layer_is_a_term_all_the_same(written: Path) -> None:
    (written / "a.trig").write_text(f"{PREFIXES} kg:review {{ ent:ketamine a kg:Drug . }}")
    assert graphs_of(load(written).engine, "ent:ketamine") == {"terms"}


def test_direct_triples_answer_short_questions(tiny: Knowledge) -> None:
    found = {(str(quad.subject), str(quad.predicate)) for quad in tiny.engine.quads_for_pattern(None, None, None, NamedNode(DIRECT_GRAPH))}
    assert (f"<{expand('var:ketamine')}>", f"<{KG}decreases>") in found
    assert len(found) == len({(row.subject, row.predicate) for row in tiny._rows})


def test_a_direct_action_on_a_general_variable_is_derived_for_each_special_one(tiny: Knowledge) -> None:
    derived = [entry for entry in tiny.entries("claim") if entry.layer is Layer.DERIVED]
    assert [entry.id for entry in derived] == [
        "claim:derived.ketamine-nmdar.nmdar-gaba",
        "claim:derived.ketamine-nmdar.nmdar-gaba-deep",
    ]
    claim = derived[0]
    assert isinstance(claim, Claim)
    assert (claim.subject.id, claim.sign, claim.object.id) == ("var:ketamine", Sign.MINUS, "var:nmdar-gaba")
    assert (claim.rule, claim.premises, claim.direct) == ("rule:direct-action-everywhere", ("claim:ketamine-nmdar",), True)


def test_a_derived_claim_carries_the_evidence_of_its_premise_and_the_mechanisms_that_start_at_its_object(tiny: Knowledge) -> None:
    claim, premise = tiny.entry("claim:derived.ketamine-nmdar.nmdar-gaba"), tiny.entry("claim:ketamine-nmdar")
    assert claim.mechanisms == ("mech:disinhibition",)
    assert [(one.reference, one.cites, one.locator, one.bearing) for one in claim.evidence] == [
        (one.reference, one.cites, one.locator, one.bearing) for one in premise.evidence
    ]


def test_nothing_is_derived_where_a_source_has_spoken_or_the_action_is_indirect(tiny: Knowledge) -> None:
    ids = {entry.id for entry in tiny.entries("claim")}
    assert "claim:derived.ketamine-nmdar.nmdar-lhb" not in ids
    assert not any("gaba-bdnf" in identity for identity in ids if "derived" in identity)


def test_a_ring_of_broader_variables_ends(written: Path) -> None:
    (written / "a.ttl").write_text(
        f"{PREFIXES} {CLAIM} ; kg:layer kg:review ; kg:direct true . var:nmdar kg:broader var:b . var:b kg:broader var:nmdar ."
    )
    assert [row.object for row in read_files(written).rows] == ["var:b", "var:nmdar"]


def test_an_unknown_predicate_stops_a_load_and_names_the_nearest(written: Path) -> None:
    (written / "a.ttl").write_text(f"{PREFIXES} claim:x a kg:Claim ; kg:layer kg:review ; kg:predicate kg:increase ; {ENDS} .")
    with pytest.raises(UnknownPredicate, match="'kg:increase' is not a causal predicate") as caught:
        load(written)
    assert caught.value.where == f"{written / 'a.ttl'}, claim:x"
    assert "kg:increases" in caught.value.remedy


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("kg:layer kg:review ; kg:predicate kg:increases ; kg:subject var:a", "no kg:object"),
        (f"kg:layer kg:review ; kg:predicate kg:increases ; {ENDS} ; kg:subject var:b", "2 values of kg:subject"),
        ('kg:layer kg:review ; kg:predicate kg:increases ; kg:subject "ketamine" ; kg:object var:a', "no kg:subject"),
        (f"kg:predicate kg:increases ; {ENDS}", "no layer"),
        (f"kg:layer kg:opinion ; kg:predicate kg:increases ; {ENDS}", "no layer"),
    ],
)
def test_a_claim_that_cannot_stand_on_a_link_stops_a_load(written: Path, claim: str, words: str) -> None:
    (written / "a.ttl").write_text(f"{PREFIXES} claim:x a kg:Claim ; {claim} .")
    with pytest.raises(KnowledgeError, match=words) as caught:
        load(written)
    assert caught.value.remedy
    result = read_files(written)
    assert [problem.message for problem in result.problems] == [caught.value.message]
    assert result.rows == ()


def test_the_shipped_knowledge_has_no_problem() -> None:
    result = read_files()
    assert (result.errors, result.problems) == ((), ())
    assert len(result.engine) > 5_000
