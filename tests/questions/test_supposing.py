"""What if: on the shipped graph and on the small one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import kgraph
from kgraph.errors import EntityNotFound, InvalidValue
from kgraph.model import Action, Agreement, Assumption, Because, Change, Layer, Selection, Sign, Supposition
from kgraph.questions.supposing import what_if
from kgraph.store import Knowledge


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    """The shipped graph."""
    return kgraph.load()


@pytest.fixture(scope="module")
def under_block(shipped: Knowledge) -> Supposition:
    """Ketamine raised and mTOR signalling blocked."""
    return what_if(shipped, raised=["ketamine"], blocked=["mTOR signalling"])


def test_the_mtor_block_stands_beside_what_animals_and_patients_did(under_block: Supposition) -> None:
    seen = {judged.observation.id: (judged.observation.change, judged.agreement) for judged in under_block.observations}
    assert seen["obs:mtor-block-behaviour"] == (Change.UNCHANGED, Agreement.CONTRADICTED)
    assert seen["obs:bg-rapamycin-patients"] == (Change.RAISED, Agreement.EXPLAINED)


def test_chains_through_the_block_are_cut_and_the_others_stand(under_block: Supposition) -> None:
    for judged in under_block.observations:
        assert judged.routes.complete
        for chains, through in ((judged.routes.cut, True), (judged.routes.standing, False)):
            for chain in chains:
                assert (chain.links[0].subject.id, chain.links[-1].object.id) == ("var:ketamine", judged.observation.variable.id)
                assert any(link.object.id == "var:mtor-signalling" for link in chain.links) is through
    animals = next(one for one in under_block.observations if one.observation.id == "obs:mtor-block-behaviour")
    assert animals.routes.cut
    assert animals.routes.standing


def test_what_is_held_is_unchanged_and_what_is_pushed_is_raised(under_block: Supposition) -> None:
    found = {one.variable.id: one for one in under_block.predictions}
    assert found["var:mtor-signalling"].because is Because.HELD
    assert found["var:ketamine"].change is Change.RAISED
    assert list(found) == sorted(found)


def test_a_pushed_entity_is_its_most_general_variables_and_a_blocked_one_all_of_them(shipped: Knowledge) -> None:
    general = {one.variable.id for one in what_if(shipped, raised=["NMDA receptor"]).interventions}
    held = {one.variable.id for one in what_if(shipped, raised=["ketamine"], blocked=["NMDA receptor"]).interventions}
    assert general == {"var:nmdar-activity"}
    assert held > {"var:nmdar-activity", "var:nmdar-gaba", "var:nmdar-lhb", "var:ketamine"}


def test_an_entity_as_target_asks_about_all_its_variables(small: Knowledge) -> None:
    answer = what_if(small, ["antidepressant effect", "placebo"], raised=["ketamine"])
    assert [one.variable.id for one in answer.predictions] == ["ent:island", "var:effect", "var:effect-animals"]
    assert answer.predictions[0].because is Because.NO_CHAIN


@pytest.mark.parametrize(
    ("done", "change", "because"),
    [
        ({"raised": ["ketamine"]}, Change.UNDETERMINED, Because.OPPOSING_CHAINS),
        ({"raised": ["ketamine"], "blocked": ["NMDA receptor"]}, Change.RAISED, Because.CHAINS_AGREE),
        ({"lowered": ["ketamine"], "blocked": ["NMDA receptor"]}, Change.LOWERED, Because.CHAINS_AGREE),
        ({"raised": ["ketamine"], "clamped": [("BDNF", Sign.MINUS)]}, Change.UNDETERMINED, Because.OPPOSING_CHAINS),
        ({"blocked": ["ketamine"]}, Change.UNCHANGED, Because.NO_CHAIN),
    ],
)
def test_interventions_on_the_small_graph(small: Knowledge, done: dict[str, list[str]], change: Change, because: Because) -> None:
    ask: Callable[..., Supposition] = what_if
    answer = ask(small, ["var:effect"], **done)
    assert [(one.change, one.because) for one in answer.predictions] == [(change, because)]


def test_layers_limit_the_links_and_the_observations(shipped: Knowledge) -> None:
    review = what_if(shipped, raised=["ketamine"], blocked=["mTOR signalling"], selection=Selection(layers=(Layer.REVIEW,)))
    assert {judged.observation.layer for judged in review.observations} == {Layer.REVIEW}


def test_the_assumption_is_kept_with_the_answer(small: Knowledge) -> None:
    answer = what_if(small, ["BDNF"], raised=["ketamine"], assumption=Assumption.EVERY_PART_STABLE)
    assert answer.assumption is Assumption.EVERY_PART_STABLE


def test_the_same_intervention_twice_counts_once(small: Knowledge) -> None:
    answer = what_if(small, ["BDNF"], raised=["ketamine", "氯胺酮", "var:ketamine"])
    assert [(one.variable.id, one.action) for one in answer.interventions] == [("var:ketamine", Action.RAISE)]


def test_two_interventions_on_one_variable_are_refused_by_name(small: Knowledge) -> None:
    with pytest.raises(InvalidValue, match=r"var:ketamine: cannot be raised \(by 'ketamine'\) and blocked"):
        what_if(small, raised=["ketamine"], blocked=["ketamine exposure"])


def test_no_intervention_and_a_clamp_without_a_sign_are_refused(small: Knowledge) -> None:
    with pytest.raises(InvalidValue, match="no intervention"):
        what_if(small, ["BDNF"])
    with pytest.raises(InvalidValue, match="needs a sign"):
        what_if(small, clamped=[("BDNF", Sign.UNKNOWN)])


def test_an_unknown_name_is_refused_with_near_ones(small: Knowledge) -> None:
    with pytest.raises(EntityNotFound, match="did you mean"):
        what_if(small, ["BDMF"], raised=["ketamine"])
