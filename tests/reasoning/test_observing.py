"""Observations against the model, and what would reconcile them."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import InvalidValue
from kgraph.model import Change, Layer, Observation, Variable
from kgraph.reasoning import (
    Action,
    Agreement,
    Assumption,
    Because,
    Hypothesis,
    Intervention,
    Seen,
    SignedGraph,
    converging,
    judge,
    reconcile,
    seen_from,
    what_if,
)
from tests import graphs
from tests.graphs import graph, links, small_graphs

# The review's own case in small: ketamine still acts past mTOR, although with mTOR blocked nothing was seen.
PAST_MTOR = graph("ketamine + mtor", "mtor + synapses", "ketamine - gsk3", "gsk3 - synapses", "synapses + effect")


def seen(text: str, change: Change, variable: str = "effect") -> Seen:
    acts = tuple(Intervention(action=Action(part.split()[0]), variable=part.split()[1]) for part in text.split(", "))
    return Seen(interventions=acts, variable=variable, change=change)


BLOCKADE = seen("raise ketamine, block mtor", Change.UNCHANGED)


def test_a_contradiction_shows_the_chains_that_stand_and_those_that_are_cut() -> None:
    told = judge(PAST_MTOR, BLOCKADE)
    assert (told.agreement, told.prediction.change) == (Agreement.CONTRADICTED, Change.RAISED)
    assert [[step[1] for step in path] for path in told.standing] == [["gsk3", "synapses", "effect"]]
    assert [[step[1] for step in path] for path in told.cut] == [["mtor", "synapses", "effect"]]
    assert told.complete


def test_explained_and_undetermined() -> None:
    assert judge(graphs.CHAIN, seen("raise ketamine, block nmdar", Change.UNCHANGED)).agreement is Agreement.EXPLAINED
    undetermined = judge(graphs.DISAGREEING_DIAMOND, seen("raise ketamine", Change.RAISED, "glutamate"))
    assert undetermined.agreement is Agreement.UNDETERMINED
    assert undetermined.prediction.reason.because is Because.OPPOSING_CHAINS
    assert judge(graphs.ISLAND, seen("raise ketamine", Change.RAISED, "placebo")).agreement is Agreement.CONTRADICTED


def test_the_smallest_reconciliations_take_away_single_links_and_say_what_would_refute_them() -> None:
    told = reconcile(PAST_MTOR, BLOCKADE, max_size=1)
    assert [hypothesis.removed for hypothesis in told.hypotheses] == [
        tuple(links(one)) for one in ("gsk3 - synapses", "ketamine - gsk3", "synapses + effect")
    ]
    first = told.hypotheses[0].refuted_by[0]
    assert (first.variable, first.change) == ("synapses", Change.LOWERED)
    assert {(act.variable, act.action) for act in first.interventions} == {("gsk3", Action.RAISE), ("mtor", Action.BLOCK)}
    assert told.complete


def test_a_link_of_another_layer_can_be_what_lacks() -> None:
    lacking = seen("raise ketamine", Change.RAISED, "placebo")
    told = reconcile(graphs.ISLAND, lacking, candidates=links("nmdar + placebo", "nmdar - placebo", "placebo + nmdar"))
    assert [hypothesis.added for hypothesis in told.hypotheses] == [tuple(links("nmdar - placebo"))]


def test_chains_would_converge_by_the_links_of_another_layer() -> None:
    told = judge(PAST_MTOR, BLOCKADE)
    ((chain, way),) = converging(PAST_MTOR.with_links(links("gsk3 - tsc", "tsc - mtor")), told.standing, "mtor")
    assert (chain, way) == (told.standing[0], tuple(links("gsk3 - tsc", "tsc - mtor")))
    assert converging(PAST_MTOR, told.standing, "mtor")[0][1] == ()


def test_an_undetermined_observation_cannot_be_reconciled() -> None:
    with pytest.raises(InvalidValue):
        reconcile(PAST_MTOR, seen("raise ketamine", Change.UNDETERMINED))


def test_an_observation_of_the_model_becomes_interventions() -> None:
    drug, kinase, effect = (Variable(id=f"var:{name}", iri=f"urn:{name}", entity="ent:x") for name in ("drug", "kinase", "effect"))
    observation = Observation(
        id="obs:1", iri="urn:1", layer=Layer.REVIEW, raised=(drug,), blocked=(kinase,), variable=effect, change=Change.UNCHANGED
    )
    told = seen_from(observation)
    assert [(act.variable, act.action) for act in told.interventions] == [("var:drug", Action.RAISE), ("var:kinase", Action.BLOCK)]
    assert (told.id, told.variable, told.change) == ("obs:1", "var:effect", Change.UNCHANGED)


@settings(max_examples=60, deadline=None)
@given(small_graphs(most=5, signs="+-"), st.sampled_from([Change.RAISED, Change.LOWERED, Change.UNCHANGED]))
def test_reconciliations_by_removal_are_all_the_minimal_ones(drawn: SignedGraph, change: Change) -> None:
    """Against all sets of up to two links, under the assumption for which removing what contradicts is all that counts."""
    observed = Seen(interventions=(Intervention(variable=drawn.names[0], action=Action.RAISE),), variable=drawn.names[-1], change=change)

    def agrees(of: SignedGraph) -> bool:
        answer = what_if(of, observed.interventions, targets=[observed.variable], assumption=Assumption.EVERY_PART_STABLE)
        return answer.of(observed.variable).change is change

    every = list(drawn.links())
    minimal: list[set[object]] = []
    for size in range(3):
        for some in combinations(every, size):
            if not any(earlier <= set(some) for earlier in minimal) and agrees(drawn.without(links=some)):
                minimal.append(set(some))
    told = reconcile(drawn, observed, assumption=Assumption.EVERY_PART_STABLE, max_size=2, limit=1000)
    removed: list[set[object]] = [set(hypothesis.removed) for hypothesis in told.hypotheses]
    assert told.complete
    assert len(removed) == len([one for one in minimal if one])
    assert all(one in minimal for one in removed)
    refuted: list[Hypothesis] = [one for one in told.hypotheses if one.refuted_by]
    for hypothesis in refuted:
        for refutation in hypothesis.refuted_by:
            answer = what_if(
                drawn.without(links=hypothesis.removed),
                refutation.interventions,
                targets=[refutation.variable],
                assumption=Assumption.EVERY_PART_STABLE,
            )
            assert answer.of(refutation.variable).change not in (refutation.change, Change.UNDETERMINED)
