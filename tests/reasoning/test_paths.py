"""Signed paths against the plainest search there is: all sequences of distinct variables."""

from __future__ import annotations

from itertools import pairwise, permutations
from itertools import product as every_choice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import InvalidValue
from kgraph.model import Sign
from kgraph.reasoning import Path, SignedGraph, paths, signed_paths, space, walks
from tests import graphs
from tests.graphs import MINUS, PLUS, UNKNOWN, graph, small_graphs


def plain_paths(graph: SignedGraph, sources: set[str], targets: set[str], sign: Sign | None = None) -> list[Path]:
    """Every simple path from a source to a target, by trying all sequences of variables."""
    found: list[Path] = []
    for length in range(2, len(graph.names) + 1):
        for names in permutations(graph.names, length):
            if names[0] in sources and names[-1] in targets and not (sources | targets) & set(names[1:-1]):
                steps = list(pairwise(names))
                for signs in every_choice(*(graph.signs_between(*step) for step in steps)):
                    if sign is None or Sign.product(signs) is sign:
                        found.append(tuple((*step, one) for step, one in zip(steps, signs, strict=True)))
    return found


@st.composite
def questions(draw: st.DrawFn) -> tuple[SignedGraph, set[str], set[str], Sign | None]:
    drawn = draw(small_graphs())
    some = st.sets(st.sampled_from(drawn.names), min_size=1, max_size=2)
    return drawn, draw(some), draw(some), draw(st.sampled_from([None, PLUS, MINUS, UNKNOWN]))


@pytest.fixture(params=["all at once", "by length"])
def seconds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> float | None:
    """Both roads of the search, whatever the size of the graph; the second with a clock, in the smallest steps there are."""
    if request.param == "all at once":
        return None
    in_small_steps(monkeypatch)
    return 60.0


def in_small_steps(patch: pytest.MonkeyPatch) -> None:
    """Search by length only, know as little as possible of what lies ahead, stop and go on all the time."""
    for module, name, value in (
        (paths, "PATIENCE", 0), (paths, "FEW_LINKS", -1), (space, "SLICE", 3), (space, "FIRST_ROOM", 9),
        (walks, "FIRST_LOOK", 1), (walks, "NARROW", 0), (walks, "TRUSTED_STEPS", 2),
    ):  # fmt: skip
        patch.setattr(module, name, value)


def test_all_paths_in_order(seconds: float | None) -> None:
    @settings(max_examples=150, deadline=None)
    @given(questions())
    def same(question: tuple[SignedGraph, set[str], set[str], Sign | None]) -> None:
        drawn, sources, targets, sign = question
        found = signed_paths(drawn, sources, targets, sign=sign, seconds=seconds)
        assert list(found.paths) == plain_paths(drawn, sources, targets, sign)
        assert [found.paths[place] for place in range(len(found.paths))] == list(found.paths)
        assert found.complete
        assert found.limit == ""

    same()


@settings(max_examples=150, deadline=None)
@given(questions(), st.integers(1, 6), st.integers(1, 6))
def test_a_limited_answer_is_the_head_of_the_whole_one_and_honest(
    question: tuple[SignedGraph, set[str], set[str], Sign | None], most: int, limit: int
) -> None:
    drawn, sources, targets, sign = question
    whole = plain_paths(drawn, sources, targets, sign)
    short = [path for path in whole if len(path) <= most]
    found = signed_paths(drawn, sources, targets, sign=sign, max_links=most, limit=limit)
    assert list(found.paths) == short[:limit]
    assert found.complete == (len(found.paths) == len(whole))
    assert (found.limit == "") == found.complete
    if len(short) > limit:
        assert found.limit == f"limit={limit}"
    elif not found.complete:
        assert found.limit == f"max_links={most}"


@settings(max_examples=100, deadline=None)
@given(questions(), st.integers(1, 6), st.integers(1, 6))
def test_the_road_by_length_never_claims_more_than_it_knows(
    question: tuple[SignedGraph, set[str], set[str], Sign | None], most: int, limit: int
) -> None:
    drawn, sources, targets, sign = question
    whole = plain_paths(drawn, sources, targets, sign)
    with pytest.MonkeyPatch.context() as patch:
        in_small_steps(patch)
        found = signed_paths(drawn, sources, targets, sign=sign, max_links=most, limit=limit)
    assert list(found.paths) == [path for path in whole if len(path) <= most][:limit]
    assert not found.complete or len(found.paths) == len(whole)


@settings(max_examples=100, deadline=None)
@given(questions(), st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.booleans())
def test_avoid_through_and_direct_are_filters(
    question: tuple[SignedGraph, set[str], set[str], Sign | None], away: str, via: str, direct: bool
) -> None:
    drawn, sources, targets, sign = question
    away, via = (name if name in drawn else drawn.names[0] for name in (away, via))
    found = signed_paths(drawn, sources, targets, sign=sign, avoid=[away], through=[via], direct=direct)
    names = {path: {path[0][0], *(step[1] for step in path)} for path in plain_paths(drawn, sources, targets, sign)}
    # A source or target that is avoided no longer ends a path, and is not inside of one either.
    assert list(found.paths) == [p for p in names if away not in names[p] and via in names[p] and (direct or len(p) > 1)]
    assert found.complete


def test_a_variable_does_not_explain_itself() -> None:
    assert signed_paths(graphs.ARC_BACK, ["ketamine"], ["ketamine"]).paths == ()
    assert signed_paths(graphs.SELF_LOOP, ["bdnf"], ["bdnf"]).complete


def test_a_walk_that_passes_a_variable_twice_is_no_path() -> None:
    found = signed_paths(graphs.WALK_UNDER_BOTH_SIGNS, ["a"], ["d"])
    assert [Sign.product(step[2] for step in path) for path in found.paths] == [PLUS]
    assert signed_paths(graphs.WALK_UNDER_BOTH_SIGNS, ["a"], ["d"], sign=MINUS).paths == ()


def test_an_unknown_name_and_a_senseless_limit_are_refused() -> None:
    with pytest.raises(InvalidValue, match="no variable 'x'"):
        signed_paths(graphs.CHAIN, ["ketamine"], ["x"])
    with pytest.raises(InvalidValue, match="max_links"):
        signed_paths(graphs.CHAIN, ["ketamine"], ["effect"], max_links=0)


def test_the_arrays_come_back_clean_after_every_answer_and_every_error() -> None:
    drawn = graph("a + b", "b + c")
    for _ in range(3):
        with pytest.raises(InvalidValue):
            signed_paths(drawn, ["a"], ["nowhere"])
        assert len(signed_paths(drawn, ["a"], ["c"], limit=1).paths) == 1
        assert len(signed_paths(drawn, ["a"], ["b"]).paths) == 1


def test_a_graph_too_dense_to_finish_is_answered_within_its_time() -> None:
    names = [f"v{number:02}" for number in range(40)]
    dense = SignedGraph.from_links((a, b, PLUS) for a in names for b in names if a != b)
    found = signed_paths(dense, ["v00"], ["v39"], seconds=0.3)
    assert (found.complete, found.limit) == (False, "seconds=0.3")
    assert found.paths[0] == (("v00", "v39", PLUS),)
    lengths = [len(path) for path in found.paths]
    assert lengths == sorted(lengths)


def test_dead_ends_do_not_cost_exponential_time() -> None:
    found = signed_paths(graphs.TRAP, ["s"], ["t"], seconds=5)
    assert [len(path) for path in found.paths] == [2]
    assert found.complete


def test_a_long_chain_is_no_burden() -> None:
    long = SignedGraph.from_links((f"v{number:05}", f"v{number + 1:05}", MINUS) for number in range(20_000))
    found = signed_paths(long, ["v00000"], ["v20000"], limit=1)
    assert [len(path) for path in found.paths] == [20_000]
    assert found.complete
