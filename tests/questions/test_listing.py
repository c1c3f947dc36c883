"""Lists: what they hold, in which order, and how they are narrowed."""

from __future__ import annotations

import pytest

from kgraph.errors import EntityNotFound, InvalidValue
from kgraph.model import Layer, Result, Selection
from kgraph.questions.listing import claims, mechanisms, notes, results
from kgraph.store import Knowledge


def ids(things: tuple[object, ...]) -> list[str]:
    """The ids of entries or notes."""
    return [getattr(thing, "id", "") for thing in things]


def test_claims_are_all_entries_but_results_sorted_by_id(small: Knowledge) -> None:
    found = claims(small)
    assert ids(found) == sorted(ids(found))
    assert {"desc:bdnf", "claim:ketamine-bdnf", "claim:derived.ketamine-nmdar.nmdar-gaba"} <= set(ids(found))
    assert not any(isinstance(entry, Result) for entry in found)


def test_a_kind_narrows_the_list(small: Knowledge) -> None:
    assert ids(claims(small, kind="description")) == ["desc:bdnf"]
    assert claims(small, kind="observation") == ()


@pytest.mark.parametrize("kind", ["result", "gossip"])
def test_an_unknown_kind_is_refused(small: Knowledge, kind: str) -> None:
    with pytest.raises(InvalidValue, match="no kind of entry"):
        claims(small, kind=kind)


def test_an_entity_stands_for_its_variables_in_a_list(small: Knowledge) -> None:
    assert ids(claims(small, about=["BDNF"])) == [
        "claim:bdnf-effect",
        "claim:ketamine-bdnf",
        "claim:ketamine-bdnf-vague",
        "claim:nmdar-bdnf",
        "desc:bdnf",
    ]


def test_several_names_must_all_be_spoken_of(small: Knowledge) -> None:
    assert ids(claims(small, about=["BDNF", "氯胺酮"])) == ["claim:ketamine-bdnf", "claim:ketamine-bdnf-vague"]


def test_contexts_mechanisms_and_ids_count_as_spoken_of(small: Knowledge) -> None:
    assert ids(claims(small, about=["rat"])) == ["claim:ketamine-bdnf"]
    assert ids(claims(small, about=["disinhibition branch"])) == ["claim:derived.ketamine-nmdar.nmdar-gaba", "claim:nmdar-gaba-effect"]
    assert ids(claims(small, about=["claim:nmdar-bdnf"])) == ["claim:nmdar-bdnf"]


def test_a_reference_narrows_to_what_rests_on_it_or_cites_it(small: Knowledge) -> None:
    assert ids(claims(small, reference="ref:review-8")) == ["claim:ketamine-bdnf"]


def test_a_selection_narrows_the_list(small: Knowledge) -> None:
    background = claims(small, selection=Selection(layers=(Layer.BACKGROUND,)))
    assert ids(background) == ["claim:ketamine-bdnf-vague", "claim:nmdar-bdnf", "claim:nmdar-gaba-effect"]
    assert ids(claims(small, selection=Selection(species=("ent:rat",)))) == ["claim:ketamine-bdnf"]


def test_results_speak_of_intervention_and_outcome(small: Knowledge) -> None:
    assert ids(results(small)) == ["result:response"]
    assert ids(results(small, about=["ketamine", "antidepressant effect"])) == ["result:response"]
    assert results(small, about=["BDNF"]) == ()


def test_notes_are_found_by_what_their_entry_speaks_of_and_by_matter(small: Knowledge) -> None:
    assert ids(notes(small)) == ["note:bdnf-sign"]
    assert ids(notes(small, about=["BDNF"], matter="sign")) == ["note:bdnf-sign"]
    assert ids(notes(small, about=["claim:ketamine-bdnf"])) == ["note:bdnf-sign"]
    assert notes(small, about=["NMDA receptor"]) == ()
    assert notes(small, matter="figure") == ()


def test_mechanisms_come_by_number_with_branches_after_their_parent(small: Knowledge) -> None:
    assert ids(mechanisms(small)) == ["mech:one", "mech:two", "mech:branch"]


def test_the_shipped_mechanisms_come_in_the_order_of_the_review(shipped: Knowledge) -> None:
    assert [one.number for one in mechanisms(shipped) if one.number and not one.part_of] == ["1", "2", "3", "4", "5"]


def test_an_unknown_name_is_refused(small: Knowledge) -> None:
    with pytest.raises(EntityNotFound):
        claims(small, about=["nothing"])
