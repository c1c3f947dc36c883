"""What is asked of graphs that hold little, nothing, or too much: each a clear answer within its limits."""

from __future__ import annotations

from time import monotonic

import pytest

from kgraph.errors import InvalidValue
from kgraph.model import Change, Sign, Verdict
from kgraph.reasoning import (
    Action,
    Assumption,
    Because,
    Intervention,
    SignedGraph,
    causes,
    cuts,
    downstream,
    necessary,
    rescues,
    signed_paths,
    upstream,
    weigh,
    what_if,
)
from tests import graphs
from tests.graphs import MINUS, PLUS, UNKNOWN, graph

EMPTY = SignedGraph.from_links([])
NO_SIGN = graph("a ? b", "b ? c", "c ? a", "c ? d")
ALONE = graph("a + a")
NAMES = [f"v{number:02}" for number in range(40)]
DENSE = SignedGraph.from_links(
    (a, b, MINUS if (i + 2 * j) % 3 else PLUS) for i, a in enumerate(NAMES) for j, b in enumerate(NAMES) if a != b
)


def raised(name: str) -> Intervention:
    return Intervention(variable=name, action=Action.RAISE)


def test_an_empty_graph_answers_with_nothing() -> None:
    assert signed_paths(EMPTY, [], []).paths == ()
    assert signed_paths(EMPTY, [], []).complete
    assert weigh(EMPTY, [], []).verdict is Verdict.NO_CHAIN
    assert what_if(EMPTY, []).predictions == ()
    assert not necessary(EMPTY, [], []).any_chain
    assert cuts(EMPTY, [], []).size == 0
    for question in (signed_paths, weigh, necessary, cuts):
        with pytest.raises(InvalidValue, match="no variable"):
            question(EMPTY, ["a"], ["b"])


def test_no_source_or_no_target_is_no_chain() -> None:
    ends: tuple[list[str], list[str]]
    for ends in (([], ["effect"]), (["ketamine"], [])):
        assert signed_paths(graphs.CHAIN, *ends).paths == ()
        assert weigh(graphs.CHAIN, *ends).verdict is Verdict.NO_CHAIN
        assert not necessary(graphs.CHAIN, *ends).any_chain
        assert cuts(graphs.CHAIN, *ends).size == 0


@pytest.mark.parametrize("assumption", Assumption)
def test_without_any_sign_nothing_is_said_to_rise_or_fall(assumption: Assumption) -> None:
    assert weigh(NO_SIGN, ["a"], ["d"]).verdict is Verdict.UNDETERMINED
    answer = what_if(NO_SIGN, [raised("a")], targets=NO_SIGN.names, assumption=assumption)
    assert {answer.of(name).change for name in "bcd"} == {Change.UNDETERMINED}
    assert {answer.of(name).reason.because for name in "bcd"} == {Because.UNKNOWN_LINK}
    assert [reached.signs for reached in downstream(NO_SIGN, "a")] == [(UNKNOWN,)] * 3
    assert not rescues(NO_SIGN, [raised("a"), Intervention(variable="c", action=Action.BLOCK)], "d", Change.RAISED).sets


@pytest.mark.parametrize("assumption", Assumption)
def test_a_variable_alone_with_a_loop(assumption: Assumption) -> None:
    assert what_if(ALONE, [raised("a")], assumption=assumption).of("a").change is Change.RAISED
    assert downstream(ALONE, "a") == upstream(ALONE, "a") == ()


def test_a_source_that_is_its_own_target() -> None:
    for name in graphs.ARC_BACK.names:
        assert signed_paths(graphs.ARC_BACK, [name], [name]).paths == ()
        assert weigh(graphs.ARC_BACK, [name], [name]).verdict is Verdict.NO_CHAIN
        assert not necessary(graphs.ARC_BACK, [name], [name]).any_chain
        assert cuts(graphs.ARC_BACK, [name], [name]).size == 0


def test_what_is_both_source_and_target_still_ends_the_chains_of_others() -> None:
    found = signed_paths(graphs.CHAIN, ["ketamine", "nmdar"], ["nmdar", "eef2k"])
    assert [[step[:2] for step in path] for path in found.paths] == [[("ketamine", "nmdar")], [("nmdar", "eef2k")]]


def test_a_dense_graph_is_answered_within_the_limits() -> None:
    begun = monotonic()
    found = signed_paths(DENSE, ["v00"], ["v39"], limit=50)
    assert (len(found.paths), found.complete, found.limit) == (50, False, "limit=50")
    assert not signed_paths(DENSE, ["v00"], ["v39"], steps=20_000).complete
    assert weigh(DENSE, ["v00"], ["v39"], steps=20_000).verdict is Verdict.CONFLICTED
    assert not necessary(DENSE, ["v00"], ["v39"]).variables
    assert cuts(DENSE, ["v00"], ["v39"]).size is None
    assert all(reached.complete for reached in downstream(DENSE, "v00"))
    answer = what_if(DENSE, [raised("v00")], targets=DENSE.names)
    assert {prediction.change for prediction in answer.predictions} == {Change.UNDETERMINED}
    assert causes(DENSE, {"v39": Change.RAISED}, candidates=["v00", "v01"]) == ()
    assert monotonic() - begun < 60


def test_limits_below_one_are_refused() -> None:
    for limit in ({"max_links": 0}, {"limit": 0}, {"seconds": 0.0}, {"steps": 0}):
        with pytest.raises(InvalidValue, match="above zero"):
            signed_paths(graphs.CHAIN, ["ketamine"], ["effect"], **limit)
    with pytest.raises(InvalidValue, match="above zero"):
        cuts(graphs.CHAIN, ["ketamine"], ["effect"], limit=0)
    with pytest.raises(InvalidValue, match="above zero"):
        rescues(graphs.CHAIN, [raised("ketamine")], "effect", Change.LOWERED, max_size=0)


def test_a_link_given_twice_or_against_itself() -> None:
    twice = SignedGraph.from_links([("a", "b", Sign.PLUS), ("a", "b", Sign.PLUS), ("a", "b", Sign.MINUS)])
    assert len(signed_paths(twice, ["a"], ["b"]).paths) == 2
    assert weigh(twice, ["a"], ["b"]).verdict is Verdict.CONFLICTED
