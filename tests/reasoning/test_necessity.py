"""Necessary variables and links, cuts and rescues, against all sets tried one by one."""

from __future__ import annotations

from itertools import combinations, pairwise
from itertools import product as every_choice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.model import Change, Sign
from kgraph.reasoning import Action, Assumption, Intervention, SignedGraph, cuts, necessary, rescues, signed_paths, what_if
from tests import graphs
from tests.graphs import graph, small_graphs


@st.composite
def ends_of(draw: st.DrawFn) -> tuple[SignedGraph, set[str], set[str]]:
    drawn = draw(small_graphs())
    sources = draw(st.sets(st.sampled_from(drawn.names), min_size=1, max_size=2))
    rest = [name for name in drawn.names if name not in sources]
    return drawn, sources, draw(st.sets(st.sampled_from(rest), min_size=1, max_size=2)) if rest else set()


@settings(max_examples=150, deadline=None)
@given(ends_of())
def test_necessary_is_what_all_paths_share(question: tuple[SignedGraph, set[str], set[str]]) -> None:
    drawn, sources, targets = question
    paths = signed_paths(drawn, sources, targets).paths
    told = necessary(drawn, sources, targets)
    assert told.any_chain == bool(paths)
    if paths:
        inside = set.intersection(*({step[1] for step in path[:-1]} for path in paths))
        links = set.intersection(*({step[:2] for step in path} for path in paths))
        assert (set(told.variables), set(told.links)) == (inside, links)
        order = [step[1] for step in paths[0]]
        assert list(told.variables) == sorted(told.variables, key=order.index)


@settings(max_examples=120, deadline=None)
@given(ends_of(), st.sets(st.sampled_from("abcdef"), max_size=1))
def test_cuts_are_all_the_sets_that_cut(question: tuple[SignedGraph, set[str], set[str]], spare: set[str]) -> None:
    drawn, sources, targets = question
    spare &= set(drawn.names)
    paths = signed_paths(drawn, sources, targets).paths
    insides = [{step[1] for step in path[:-1]} for path in paths]
    free = [name for name in drawn.names if name not in sources | targets | spare]
    subsets = [set(some) for size in range(len(free) + 1) for some in combinations(free, size)]
    hitting = [some for some in subsets if all(some & inside for inside in insides)]
    minimal = [some for some in hitting if not any(other < some for other in hitting)]
    minimal.sort(key=lambda some: (len(some), sorted(some)))
    told = cuts(drawn, sources, targets, max_size=6, spare=spare)
    assert told.complete
    assert told.size == (len(minimal[0]) if minimal else None)
    assert [set(cut) for cut in told.cuts] == [some for some in minimal if some]
    least = cuts(drawn, sources, targets, spare=spare)
    assert [set(cut) for cut in least.cuts] == [some for some in minimal if some and len(some) == told.size]


def test_a_link_back_from_target_to_source_changes_nothing() -> None:
    assert cuts(graphs.ARC_BACK, ["ketamine"], ["effect"]).cuts == (("mtor",),)
    assert necessary(graphs.ARC_BACK, ["ketamine"], ["effect"]).variables == ("mtor",)


def test_a_straight_link_cannot_be_cut_and_no_chain_needs_no_cut() -> None:
    assert cuts(graphs.FORK, ["ketamine"], ["nmdar"]).size is None
    assert cuts(graphs.ISLAND, ["ketamine"], ["placebo"]).size == 0
    assert cuts(graphs.ARC_BACK, ["ketamine"], ["ketamine"]).size == 0


def test_a_long_list_of_cuts_is_cut_short_and_says_so() -> None:
    wide = graph(*(f"s + a{x}" for x in "123"), *(f"a{x} + b{x}" for x in "123"), *(f"b{x} + t" for x in "123"))
    assert len(cuts(wide, ["s"], ["t"]).cuts) == 8
    told = cuts(wide, ["s"], ["t"], limit=3)
    assert (len(told.cuts), told.complete, told.limit) == (3, False, "limit=3")


def act(text: str) -> Intervention:
    action, variable = text.split()
    return Intervention(variable=variable, action=Action(action))


def test_what_lies_below_the_block_rescues() -> None:
    told = rescues(graphs.CHAIN, [act("raise ketamine"), act("block eef2k")], "effect", Change.RAISED)
    assert told.needed
    assert told.interventions == (act("raise bdnf"),)
    assert not rescues(graphs.CHAIN, [act("raise ketamine")], "effect", Change.RAISED).needed


def test_a_clamp_can_do_what_no_push_can() -> None:
    told = rescues(graphs.DISAGREEING_DIAMOND, [act("raise ketamine")], "glutamate", Change.RAISED)
    assert told.interventions == (act("clamp+ nmdar"),)


@settings(max_examples=40, deadline=None)
@given(small_graphs(most=5, signs="+-"), st.sampled_from([Change.RAISED, Change.LOWERED]))
def test_pairs_of_pushes_rescue_only_where_single_ones_do(drawn: SignedGraph, wanted: Change) -> None:
    target, base = drawn.names[-1], [Intervention(variable=drawn.names[0], action=Action.RAISE)]
    if target == drawn.names[0]:
        return
    told = rescues(drawn, base, target, wanted, assumption=Assumption.EVERY_PART_STABLE)
    singles = {one for one in told.interventions if not one.action.holds}
    free = [name for name in drawn.names if name not in (target, drawn.names[0])]
    pushes = [Intervention(variable=name, action=action) for name in free for action in (Action.RAISE, Action.LOWER)]
    for first, second in combinations(pushes, 2):
        if first.variable != second.variable and told.needed:
            answer = what_if(drawn, [*base, first, second], targets=[target], assumption=Assumption.EVERY_PART_STABLE)
            assert answer.of(target).change is not wanted or singles & {first, second}


def every_rescue(drawn: SignedGraph, base: list[Intervention], wanted: Change, size: int) -> set[tuple[Intervention, ...]]:
    """Every set of this size of pushes and clamps that does, by trying all."""
    free = [name for name in drawn.names if name not in (drawn.names[0], drawn.names[-1])]
    actions = [action for action in Action if action is not Action.BLOCK]
    found = set()
    for names in combinations(free, size):
        for some in every_choice(actions, repeat=size):
            acts = tuple(Intervention(variable=name, action=action) for name, action in zip(names, some, strict=True))
            answer = what_if(drawn, [*base, *acts], targets=[drawn.names[-1]], assumption=Assumption.EVERY_PART_STABLE)
            if answer.of(drawn.names[-1]).change is wanted:
                found.add(acts)
    return found


@settings(max_examples=60, deadline=None)
@given(small_graphs(most=5, signs="+-"), st.sampled_from([Change.RAISED, Change.LOWERED]))
def test_rescues_are_the_smallest_sets(drawn: SignedGraph, wanted: Change) -> None:
    if len(drawn.names) < 3:
        return
    base = [Intervention(variable=drawn.names[0], action=Action.RAISE)]
    told = rescues(drawn, base, drawn.names[-1], wanted, assumption=Assumption.EVERY_PART_STABLE, tries=10_000)
    assert told.complete
    if not told.needed:
        return
    ones, twos = (every_rescue(drawn, base, wanted, size) for size in (1, 2))
    sign_of = {(act[0].variable, act[0].action.push) for act in ones}
    assert {(act.variable, act.action.push) for act in told.interventions} == sign_of
    if ones:
        assert all(len(some) == 1 for some in told.sets)
    elif twos:
        assert set(told.sets) == twos


def test_two_clamps_can_do_what_none_can() -> None:
    """Both ways down are closed only together: then what they carried no longer speaks against it."""
    wide = graph("drug - a", "a + target", "drug - b", "b + target", "a - b", "b - a", "drug + c", "c + target")
    told = rescues(wide, [act("raise drug")], "target", Change.RAISED)
    assert told.interventions == ()
    assert (act("clamp+ a"), act("clamp+ b")) in told.sets
    cut = rescues(wide, [act("raise drug")], "target", Change.RAISED, tries=1)
    assert (cut.complete, cut.limit) == (False, "tries=1")


def test_a_search_for_cuts_that_takes_too_long_says_so_and_keeps_what_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three ways of three steps: twenty-seven smallest cuts. The clock stops the search after a few."""
    links = [(a, b, Sign.PLUS) for way in "pqr" for a, b in pairwise(["s", *(f"{way}{step}" for step in range(3)), "t"])]
    graph = SignedGraph.from_links(links)
    whole = cuts(graph, ["s"], ["t"])
    assert (whole.size, len(whole.cuts), whole.complete) == (3, 27, True)
    ticks = iter(range(1000))
    monkeypatch.setattr("kgraph.reasoning.necessity.monotonic", lambda: float(next(ticks)))
    part = cuts(graph, ["s"], ["t"], seconds=9)
    assert (part.size, part.complete, part.limit) == (3, False, "seconds=9")
    assert set(part.cuts) < set(whole.cuts)
    assert part.cuts
