"""Necessary variables, cuts and rescues on the small graph and on the shipped one."""

from __future__ import annotations

import pytest

import kgraph
from kgraph.errors import EntityNotFound, InvalidValue
from kgraph.model import Action, Change
from kgraph.questions.naming import select
from kgraph.questions.needing import cuts, necessary, rescues
from kgraph.store import Knowledge

ENDS = ("ketamine", "antidepressant effect")


def test_nothing_is_on_all_three_chains_of_the_small_graph(small: Knowledge) -> None:
    found = necessary(small, *ENDS)
    assert (found.variables, found.links, found.any_chain) == ((), (), True)
    assert [tuple(one.id for one in cut) for cut in cuts(small, *ENDS).sets] == [("var:bdnf", "var:nmdar-gaba")]


def test_what_is_on_every_chain_is_necessary_with_its_links(small: Knowledge) -> None:
    found = necessary(small, *ENDS, selection=select(small, mechanisms=["BDNF mechanism"]))
    assert [one.id for one in found.variables] == ["var:bdnf"]
    assert [[link.object.id for link in pair] for pair in found.links] == [["var:bdnf"], ["var:effect"]]


def test_a_direct_link_makes_nothing_necessary_and_can_be_left_out() -> None:
    shipped = kgraph.load()
    with_it, without = necessary(shipped, *ENDS), necessary(shipped, *ENDS, direct=False)
    assert [(link.subject.id, link.object.id) for link in with_it.direct] == [("var:ketamine", "var:antidepressant-effect")]
    assert not with_it.variables
    assert without.any_chain
    assert cuts(shipped, *ENDS).size is None
    blocks = cuts(shipped, *ENDS, direct=False)
    assert blocks.size is not None
    assert {len(cut) for cut in blocks.sets} == {blocks.size}


def test_every_cut_leaves_no_chain_and_needs_all_its_variables() -> None:
    shipped = kgraph.load()
    for cut in cuts(shipped, "ketamine", "antidepressant-like effect in animals").sets[:5]:
        held = {variable.id for variable in cut}
        chains = kgraph.explain(shipped, "ketamine", "antidepressant-like effect in animals", max_links=None).chains
        met = [held & {link.object.id for link in chain.links} for chain in chains]
        assert all(met)
        assert set().union(*(one for one in met if len(one) == 1)) == held


def test_no_chain_needs_and_cuts_nothing(small: Knowledge) -> None:
    assert not necessary(small, "antidepressant effect", "ketamine").any_chain
    assert cuts(small, "antidepressant effect", "ketamine").size == 0


def test_an_effect_lost_under_a_block_is_rescued_downstream_of_it(small: Knowledge) -> None:
    one = select(small, mechanisms=["BDNF mechanism"])
    found = rescues(small, "ketamine", "var:effect", blocked=["BDNF"], selection=one)
    assert [(rescue.wanted, rescue.needed, rescue.found) for rescue in found.rescues] == [(Change.RAISED, True, ())]
    shipped = kgraph.load()
    lost = rescues(shipped, *ENDS, blocked=["mTOR signalling"], selection=select(shipped, mechanisms=["1"]))
    told = {rescue.under.variable.id: [(act.variable.id, act.action) for act in rescue.found] for rescue in lost.rescues}
    assert ("var:synapse-growth", Action.RAISE) in told["var:antidepressant-like-effect"]


def test_an_effect_that_stands_needs_no_rescue() -> None:
    found = rescues(kgraph.load(), *ENDS, blocked=["mTOR signalling"])
    assert [rescue.needed for rescue in found.rescues] == [False, False]


def test_an_undetermined_effect_has_nothing_to_bring_back_unless_one_is_wanted(small: Knowledge) -> None:
    (open_,) = rescues(small, "ketamine", "var:effect", blocked=["placebo"]).rescues
    assert (open_.wanted, open_.needed) == (None, False)
    (asked,) = rescues(small, "ketamine", "var:effect", blocked=["placebo"], wanted=Change.RAISED).rescues
    assert asked.needed


def test_bad_questions_are_refused(small: Knowledge) -> None:
    with pytest.raises(InvalidValue, match="nothing is blocked"):
        rescues(small, *ENDS, blocked=[])
    with pytest.raises(InvalidValue, match="at once"):
        rescues(small, *ENDS, blocked=["ketamine"])
    with pytest.raises(EntityNotFound):
        necessary(small, "nothing of the kind", "ketamine")
    with pytest.raises(InvalidValue, match="above zero"):
        cuts(small, *ENDS, limit=0)


def test_a_source_that_is_its_own_target_has_no_chain(small: Knowledge) -> None:
    assert not necessary(small, "ketamine", "ketamine").any_chain
