"""Upstream, downstream and verdicts, against all simple paths."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.model import Sign, Verdict
from kgraph.reasoning import SignedGraph, downstream, path_sign, signed_paths, upstream, weigh
from tests import graphs
from tests.graphs import small_graphs


@settings(max_examples=150, deadline=None)
@given(small_graphs(), st.integers(1, 6))
def test_downstream_and_upstream_tell_the_signs_of_the_chains(drawn: SignedGraph, most: int) -> None:
    start = drawn.names[0]
    for found, flip in ((downstream(drawn, start, max_links=most), False), (upstream(drawn, start, max_links=most), True)):
        assert all(reached.complete for reached in found)
        told = {reached.variable: (reached.signs, reached.links) for reached in found}
        assert list(told) == sorted(told, key=lambda name: (told[name][1], name))
        for other in drawn.names[1:]:
            ends = ([other], [start]) if flip else ([start], [other])
            paths = signed_paths(drawn, *ends, max_links=most).paths
            signs = {path_sign(path) for path in paths}
            assert told.get(other, ((), 0))[0] == tuple(sign for sign in Sign if sign in signs)
            assert not paths or told[other][1] == len(paths[0])


@settings(max_examples=150, deadline=None)
@given(small_graphs(), st.integers(1, 3))
def test_a_cut_search_never_makes_the_verdict_one_sided(drawn: SignedGraph, limit: int) -> None:
    ends = [drawn.names[0]], [drawn.names[-1]]
    paths = signed_paths(drawn, *ends).paths
    weighed = weigh(drawn, *ends, limit=limit)
    assert weighed.verdict is Verdict.over(path_sign(path) for path in paths)
    assert weighed.complete == (len(paths) <= limit)
    for sign, some in zip(Sign, (weighed.raising, weighed.lowering, weighed.unknown), strict=True):
        assert set(some) <= {path for path in paths if path_sign(path) is sign}


def test_verdicts_on_the_named_graphs() -> None:
    expected = {
        "chain": Verdict.RAISES, "agreeing_diamond": Verdict.RAISES, "disagreeing_diamond": Verdict.CONFLICTED,
        "unknown_sign": Verdict.UNDETERMINED, "opposite_links": Verdict.CONFLICTED,
    }  # fmt: skip
    for name, verdict in expected.items():
        graph = graphs.NAMED[name]
        end = "glutamate" if "diamond" in name else "effect"
        assert weigh(graph, ["ketamine"], [end]).verdict is verdict
    assert weigh(graphs.ISLAND, ["ketamine"], ["placebo"]).verdict is Verdict.NO_CHAIN
    against = weigh(graphs.DISAGREEING_DIAMOND, ["ketamine"], ["glutamate"])
    assert (len(against.raising), len(against.lowering)) == (1, 1)
