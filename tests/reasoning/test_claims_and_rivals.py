"""Disagreements, what carries an answer, rival mechanisms, and causes inferred backwards."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import InvalidValue
from kgraph.model import Change, Claim, Context, Evidence, Layer, Sign, Variable, Verdict
from kgraph.reasoning import (
    Action,
    Assumption,
    Intervention,
    Mishap,
    SignedGraph,
    Support,
    carriers,
    causes,
    disagreements,
    discriminate,
    leaving_out,
    weigh,
    what_if,
)
from tests import graphs
from tests.graphs import MINUS, PLUS, graph, links, small_graphs


def variable(name: str, broader: tuple[str, ...] = (), cell_type: str = "") -> Variable:
    return Variable(id=f"var:{name}", iri=f"urn:{name}", entity=f"ent:{name}", broader=broader, cell_type=cell_type)


NMDAR, MOOD = variable("nmdar"), variable("mood")
NMDAR_GABA = variable("nmdar-gaba", ("var:nmdar",), "ent:gaba-neuron")
NMDAR_LHB = variable("nmdar-lhb", ("var:nmdar",), "ent:lhb-neuron")


def claim(name: str, subject: Variable, predicate: str, object_: Variable, **context: str) -> Claim:
    evidence = Evidence(id=f"{name}.e1", iri=f"urn:{name}.e1", reference="ref:review", context=Context(**context))  # type: ignore[arg-type]
    return Claim(
        id=f"claim:{name}", iri=name, layer=Layer.REVIEW, subject=subject, predicate=predicate, object=object_, evidence=(evidence,)
    )


def test_opposite_signs_on_one_pair_disagree_and_a_context_field_may_tell_them_apart() -> None:
    up = claim("up", NMDAR, "increases", MOOD, region="ent:habenula", species="ent:rat")
    down = claim("down", NMDAR, "decreases", MOOD, region="ent:prefrontal-cortex", species="ent:rat")
    (told,) = disagreements([up, down])
    assert (told.raising, told.lowering, told.general) == ((up,), (down,), False)
    assert (told.separated_by, told.resolved) == (("region",), True)


def test_what_is_not_stated_separates_nothing() -> None:
    up, down = claim("up", NMDAR, "increases", MOOD, region="ent:habenula"), claim("down", NMDAR, "decreases", MOOD)
    (told,) = disagreements([down, up])
    assert not told.resolved


def test_a_special_variable_can_disagree_with_a_general_one_but_not_with_its_sister() -> None:
    up, down = claim("up", NMDAR_GABA, "increases", MOOD), claim("down", NMDAR, "decreases", MOOD)
    (told,) = disagreements([up, down])
    assert told.general
    assert not told.resolved
    assert disagreements([up, claim("sister", NMDAR_LHB, "decreases", MOOD)]) == ()
    assert disagreements([up, claim("unsigned", NMDAR, "regulates", MOOD)]) == ()


def test_the_cell_type_of_a_variable_counts_where_the_evidence_states_none() -> None:
    up = claim("up", NMDAR_GABA, "increases", MOOD)
    down = claim("down", NMDAR, "decreases", MOOD, cell_type="ent:pyramidal-neuron")
    assert disagreements([up, down])[0].separated_by == ("cell_type",)


def test_a_variable_between_may_have_no_claim() -> None:
    low, middle = variable("low", ("var:middle",)), variable("middle", ("var:nmdar",))
    pair = [claim("up", low, "increases", MOOD), claim("down", NMDAR, "decreases", MOOD)]
    assert disagreements(pair) == ()
    assert len(disagreements(pair, variables=[middle])) == 1


def supports_of(of: SignedGraph) -> list[Support]:
    return [(f"claim:{number}", link) for number, link in enumerate(of.links())]


def test_every_claim_of_a_chain_carries_its_verdict_and_none_of_two_that_say_the_same_does() -> None:
    def ask(of: SignedGraph) -> Verdict:
        return weigh(of, ["ketamine"], ["effect"]).verdict

    told = carriers(supports_of(graphs.CHAIN), ask)
    assert len(told) == 8
    assert {(one.mishap, one.answer) for one in told} == {(Mishap.LOST, Verdict.NO_CHAIN), (Mishap.REVERSED, Verdict.LOWERS)}
    twice = [*supports_of(graphs.CHAIN), *((f"{name}b", link) for name, link in supports_of(graphs.CHAIN))]
    assert {one.mishap for one in carriers(twice, ask)} == {Mishap.REVERSED}


def test_leaving_out_a_reference() -> None:
    rows = supports_of(graphs.DISAGREEING_DIAMOND)
    told = leaving_out(rows, {"ref:a": ["claim:0"], "ref:b": []}, lambda of: weigh(of, ["ketamine"], ["glutamate"]).verdict)
    assert [(one.group, one.answer, one.changed) for one in told] == [("ref:a", Verdict.LOWERS, True), ("ref:b", Verdict.CONFLICTED, False)]


def act(text: str) -> Intervention:
    return Intervention(action=Action(text.split()[0]), variable=text.split()[1])


DIRECT = graph("ketamine - lhb", "lhb - mood", "mtor")
DISINHIBITION = graph("ketamine - gaba", "gaba - glutamate", "glutamate + mtor", "mtor + mood")


def test_rivals_are_split_by_what_only_one_of_them_needs() -> None:
    told = discriminate({"lhb": DIRECT, "disinhibition": DISINHIBITION}, ["mood"], base=[act("raise ketamine")], actions=[Action.BLOCK])
    assert [one.interventions[1].variable for one in told] == ["gaba", "glutamate", "lhb", "mtor"]
    assert told[0].changes == (("disinhibition", Change.UNCHANGED), ("lhb", Change.RAISED))
    assert told[0].pairs == (("disinhibition", "lhb"),)
    assert all(one.variable not in {act.variable for act in one.interventions} for one in told)


def test_more_pairs_come_first_and_identical_rivals_are_not_split() -> None:
    three = {"a": DIRECT, "b": DISINHIBITION, "c": DISINHIBITION}
    told = discriminate(three, ["mood"], base=[act("raise ketamine")], actions=[Action.BLOCK])
    assert [len(one.pairs) for one in told] == sorted((len(one.pairs) for one in told), reverse=True)
    assert not any(("b", "c") in one.pairs for one in told)


def test_the_cause_of_what_was_seen() -> None:
    told = causes(graphs.CHAIN, {"effect": Change.RAISED, "bdnf": Change.RAISED})
    assert [(one.interventions[0].variable, one.interventions[0].action.value, one.right) for one in told] == [
        ("eef2k", "lower", 2),
        ("ketamine", "raise", 2),
        ("nmdar", "lower", 2),
    ]
    assert causes(graphs.ISLAND, {"placebo": Change.RAISED}) == ()
    with pytest.raises(InvalidValue):
        causes(graphs.CHAIN, {"effect": Change.UNDETERMINED})


def test_a_pair_explains_what_no_single_push_does() -> None:
    two = graph("a + x", "b + y")
    told = causes(two, {"x": Change.RAISED, "y": Change.LOWERED})
    assert [(step.variable, step.action.value) for step in told[0].interventions] == [("a", "raise"), ("b", "lower")]
    assert (told[0].right, told[0].wrong) == (2, 0)


@settings(max_examples=40, deadline=None)
@given(small_graphs(most=5), st.lists(st.sampled_from([Change.RAISED, Change.LOWERED, Change.UNCHANGED]), min_size=2, max_size=2))
def test_causes_count_what_the_solver_predicts_for_pairs_too(drawn: SignedGraph, some: list[Change]) -> None:
    seen = dict(zip(drawn.names[-2:], some, strict=False))
    told = causes(drawn, seen, assumption=Assumption.EVERY_PART_STABLE, limit=1000)
    for cause in told:
        answer = what_if(drawn, cause.interventions, targets=seen, assumption=Assumption.EVERY_PART_STABLE)
        predicted = [answer.of(name).change for name in seen]
        right = sum(one is other for one, other in zip(predicted, seen.values(), strict=True))
        assert (cause.right, cause.undetermined) == (right, predicted.count(Change.UNDETERMINED))
        assert cause.right + cause.wrong + cause.undetermined == len(seen)
    assert [cause.score for cause in told] == sorted((cause.score for cause in told), reverse=True)
    free = [name for name in drawn.names if name not in seen]
    for first, second in combinations(free, 2):
        acts = [Intervention(variable=first, action=Action.RAISE), Intervention(variable=second, action=Action.LOWER)]
        answer = what_if(drawn, acts, targets=seen, assumption=Assumption.EVERY_PART_STABLE)
        if all(answer.of(name).change is seen[name] for name in seen) and Change.UNCHANGED not in some:
            assert told[0].wrong == told[0].undetermined == 0


@settings(max_examples=40, deadline=None)
@given(small_graphs(most=5))
def test_a_claim_is_a_carrier_exactly_when_the_verdict_changes(drawn: SignedGraph) -> None:
    ends = [drawn.names[0]], [drawn.names[-1]]
    rows = supports_of(drawn)
    full = weigh(drawn, *ends).verdict
    told = {(one.claim, one.mishap): one.answer for one in carriers(rows, lambda of: weigh(of, *ends).verdict, variables=drawn.names)}
    for name, link in rows:
        lost = weigh(drawn.without(links=[link]), *ends).verdict
        reversed_ = weigh(drawn.without(links=[link]).with_links([(link[0], link[1], link[2] * Sign.MINUS)]), *ends).verdict
        assert told.get((name, Mishap.LOST), full) is lost
        assert told.get((name, Mishap.REVERSED), full) is reversed_


def test_links_are_written_as_signs() -> None:
    assert links("a + b", "b - c") == [("a", "b", PLUS), ("b", "c", MINUS)]
