"""A name leads to one thing, or is refused with what may have been meant."""

from __future__ import annotations

import pytest

from kgraph.errors import AmbiguousName, EntityNotFound
from kgraph.model import Entity, Variable
from kgraph.questions.naming import resolve, resolve_mechanism, resolve_reference, resolve_term, variables_of
from kgraph.store import Knowledge


@pytest.mark.parametrize(
    "name",
    [
        "ketamine",
        "氯胺酮",
        "KETAMINE",
        " ketamine ",
        "ｋｅｔａｍｉｎｅ",
        "ent:ketamine",
        "CHEBI:6121",
        "https://w3id.org/kgraph/entity/ketamine",
    ],
)
def test_an_entity_goes_by_any_of_its_names_in_either_language(small: Knowledge, name: str) -> None:
    assert resolve_term(small, name).id == "ent:ketamine"


def test_an_entity_wins_over_its_own_variable_of_the_same_name(small: Knowledge) -> None:
    assert resolve_term(small, "antidepressant effect").id == "ent:effect"
    assert resolve_term(small, "var:effect").id == "var:effect"


@pytest.mark.parametrize("name", ["claim:ketamine-bdnf", "note:bdnf-sign", "mech:one", "ref:review-8", "result:response"])
def test_everything_goes_by_its_id(small: Knowledge, name: str) -> None:
    assert resolve(small, name).id == name


def test_a_mechanism_goes_by_its_number_too(small: Knowledge) -> None:
    assert resolve_mechanism(small, "1").id == "mech:one"
    assert resolve_mechanism(small, "去抑制分支").id == "mech:branch"


def test_a_reference_goes_by_its_label(small: Knowledge) -> None:
    assert resolve_reference(small, "review [8]").id == "ref:review-8"


def test_an_entity_stands_for_its_variables_and_the_narrower_ones(small: Knowledge) -> None:
    assert [one.id for one in variables_of(small, resolve_term(small, "NMDA receptor"))] == ["var:nmdar", "var:nmdar-gaba"]
    # The narrower variable counts even where it belongs to another entity.
    assert [one.id for one in variables_of(small, resolve_term(small, "ent:effect"))] == ["var:effect", "var:effect-animals"]


def test_a_variable_stands_for_itself(small: Knowledge) -> None:
    assert [one.id for one in variables_of(small, resolve_term(small, "NMDA receptor activity"))] == ["var:nmdar"]


def test_an_unknown_name_is_refused_with_three_near_ones_in_both_languages(small: Knowledge) -> None:
    with pytest.raises(EntityNotFound) as refusal:
        resolve_term(small, "ketamin")
    assert len(refusal.value.candidates) == 3
    assert "ketamine / 氯胺酮 (ent:ketamine)" in refusal.value.candidates
    assert "did you mean" in str(refusal.value)


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_names_nothing(small: Knowledge, name: str) -> None:
    with pytest.raises(EntityNotFound):
        resolve(small, name)


def test_a_name_of_two_things_is_refused_with_both(small: Knowledge) -> None:
    with pytest.raises(AmbiguousName) as refusal:
        resolve_term(small, "twin")
    assert [one.split()[0] for one in refusal.value.candidates] == ["ent:twin-one", "ent:twin-two"]
    assert isinstance(resolve(small, "twin-one"), Entity)


def test_kinds_narrow_the_choice(small: Knowledge) -> None:
    assert isinstance(resolve(small, "antidepressant effect", kinds=(Variable,)), Variable)
    with pytest.raises(EntityNotFound):
        resolve_mechanism(small, "ketamine")
