"""What-if on the named graphs, worked out by hand. Against numbers: `test_whatif_oracle.py`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import InvalidValue
from kgraph.model import Change
from kgraph.reasoning import Action, Assumption, Because, Intervention, SignedGraph, WhatIf, what_if, whatif
from tests import graphs
from tests.graphs import graph, small_graphs

RAISED, LOWERED, UNCHANGED, UNDETERMINED = Change.RAISED, Change.LOWERED, Change.UNCHANGED, Change.UNDETERMINED


def ask(of: SignedGraph, *written: str, assumption: Assumption = Assumption.STABLE) -> WhatIf:
    """A question whose interventions are written as ``"raise ketamine"``."""
    acts = [Intervention(variable=line.split()[1], action=Action(line.split()[0])) for line in written]
    return what_if(of, acts, targets=of.names, assumption=assumption)


def changes(answer: WhatIf) -> dict[str, Change]:
    return {prediction.variable: prediction.change for prediction in answer.predictions}


def test_signs_multiply_along_a_chain() -> None:
    assert changes(ask(graphs.CHAIN, "raise ketamine")) == {
        "ketamine": RAISED, "nmdar": LOWERED, "eef2k": LOWERED, "bdnf": RAISED, "effect": RAISED
    }  # fmt: skip
    assert changes(ask(graphs.CHAIN, "lower eef2k"))["bdnf"] is RAISED


def test_what_nothing_pushes_is_unchanged() -> None:
    answer = ask(graphs.ISLAND, "raise ketamine")
    assert answer.of("placebo").change is UNCHANGED
    assert answer.of("placebo").reason.because is Because.NO_CHAIN
    assert ask(graphs.CHAIN, "raise effect").of("ketamine").change is UNCHANGED


def test_only_what_is_touched_is_told_unless_asked() -> None:
    answer = what_if(graphs.ISLAND, [Intervention(variable="ketamine", action=Action.RAISE)])
    assert [prediction.variable for prediction in answer.predictions] == ["ketamine", "nmdar"]


def test_agreeing_chains_agree_and_opposing_ones_are_shown() -> None:
    assert changes(ask(graphs.AGREEING_DIAMOND, "raise ketamine"))["glutamate"] is RAISED
    told = ask(graphs.DISAGREEING_DIAMOND, "raise ketamine").of("glutamate")
    assert (told.change, told.reason.because) == (UNDETERMINED, Because.OPPOSING_CHAINS)
    assert [[step[1] for step in chain] for chain in told.reason.chains] == [["gaba", "glutamate"], ["nmdar", "glutamate"]]


def test_negative_feedback_dampens_and_does_not_reverse() -> None:
    for assumption in Assumption:
        assert changes(ask(graphs.NEGATIVE_FEEDBACK, "raise ketamine", assumption=assumption)) == {
            "ketamine": RAISED, "glutamate": RAISED, "autoreceptor": RAISED, "effect": RAISED
        }  # fmt: skip


def test_positive_feedback_amplifies() -> None:
    assert set(changes(ask(graphs.POSITIVE_FEEDBACK, "raise ketamine")).values()) == {RAISED}
    assert set(changes(ask(graphs.SELF_LOOP, "raise ketamine")).values()) == {RAISED}


def test_an_unknown_link_leaves_the_sign_open_and_is_shown() -> None:
    told = ask(graphs.UNKNOWN_SIGN, "raise ketamine").of("effect")
    assert (told.change, told.reason.because) == (UNDETERMINED, Because.UNKNOWN_LINK)
    assert told.reason.chains[0][0] == ("ketamine", "opioid", graphs.UNKNOWN)


def test_opposite_links_of_one_pair_oppose() -> None:
    told = ask(graphs.OPPOSITE_LINKS, "raise ketamine").of("effect")
    assert (told.change, told.reason.because) == (UNDETERMINED, Because.OPPOSING_CHAINS)


def test_a_walk_that_passes_a_variable_twice_does_not_count() -> None:
    assert changes(ask(graphs.WALK_UNDER_BOTH_SIGNS, "raise a"))["d"] is RAISED


OPEN = graph("p + a", "a + b", "b + a", "a + c", "c - a", "c + d")


def test_a_loop_that_raises_itself_may_turn_a_response_round_unless_every_part_is_stable() -> None:
    """The loop a, b would run away by itself and c holds it: then a push on c is answered the other way round."""
    told = ask(OPEN, "raise c").of("c")
    assert (told.change, told.reason.because) == (UNDETERMINED, Because.OPEN_LOOP)
    assert {step[0] for step in told.reason.loop} == {"a", "b"}
    assert ask(OPEN, "raise c", assumption=Assumption.EVERY_PART_STABLE).of("c").change is RAISED
    assert ask(OPEN, "raise p").of("c").change is RAISED


def test_a_block_cuts_and_a_clamp_ignores_what_acts_on_it() -> None:
    blocked = ask(graphs.DISAGREEING_DIAMOND, "raise ketamine", "block nmdar")
    assert blocked.of("glutamate").change is RAISED
    assert blocked.of("nmdar").change is UNCHANGED
    assert blocked.of("nmdar").reason.because is Because.HELD
    clamped = ask(graphs.DISAGREEING_DIAMOND, "raise ketamine", "clamp+ nmdar")
    assert (clamped.of("nmdar").change, clamped.of("glutamate").change) == (RAISED, RAISED)
    assert ask(graphs.CHAIN, "raise ketamine", "clamp- bdnf").of("effect").change is LOWERED
    assert ask(graphs.CHAIN, "raise ketamine", "block nmdar").of("effect").change is UNCHANGED


def test_several_pushes_combine() -> None:
    assert ask(graphs.COLLIDER, "raise bdnf", "lower gsk3").of("mtor").change is RAISED
    assert ask(graphs.COLLIDER, "raise bdnf", "raise gsk3").of("mtor").reason.because is Because.OPPOSING_CHAINS


def test_contradictory_and_unknown_interventions_are_refused() -> None:
    with pytest.raises(InvalidValue, match="at once"):
        ask(graphs.CHAIN, "raise ketamine", "block ketamine")
    with pytest.raises(InvalidValue, match="no variable"):
        ask(graphs.CHAIN, "raise nobody")
    assert what_if(SignedGraph.from_links([]), []).predictions == ()


@settings(max_examples=150, deadline=None)
@given(small_graphs(), st.sampled_from(Assumption), st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(Action)), max_size=3))
def test_one_target_asked_about_gets_the_answer_that_it_gets_among_all(
    drawn: SignedGraph, assumption: Assumption, written: list[tuple[str, Action]]
) -> None:
    acts = [Intervention(variable=name, action=action) for name, action in dict(written).items() if name in drawn]
    whole = changes(what_if(drawn, acts, targets=drawn.names, assumption=assumption))
    for name in drawn.names:
        assert what_if(drawn, acts, targets=[name], assumption=assumption).of(name).change is whole[name]
        with pytest.MonkeyPatch.context() as patch:  # as it is asked on large graphs
            patch.setattr(whatif, "FEW_LINKS", -1)
            assert what_if(drawn, acts, targets=[name], assumption=assumption).of(name).change is whole[name]
    told = what_if(drawn, acts, assumption=assumption)
    assert changes(told) == {name: whole[name] for name in changes(told)}
    assert {name for name, change in whole.items() if change is not UNCHANGED} <= set(changes(told))


def test_a_cut_search_is_undetermined_and_says_so() -> None:
    names = [f"v{number:02}" for number in range(12)]
    bipartite = [(a, b, graphs.PLUS) for a in names[:6] for b in names[6:]] + [(b, a, graphs.PLUS) for a in names[:6] for b in names[6:]]
    tricky = SignedGraph.from_links([*bipartite, ("v00", "x", graphs.PLUS), ("x", "y", graphs.MINUS), ("y", "v00", graphs.PLUS)])
    answer = what_if(tricky, [Intervention(variable="v01", action=Action.RAISE)], targets=["v07"], steps=1)
    assert (answer.of("v07").change, answer.of("v07").reason.because, answer.complete) == (UNDETERMINED, Because.LIMIT, False)
