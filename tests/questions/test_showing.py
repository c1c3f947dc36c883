"""Everything known about one thing, and the part of the graph that a picture shows."""

from __future__ import annotations

import pytest

from kgraph.model import Layer, Selection
from kgraph.questions.picturing import view
from kgraph.questions.showing import show
from kgraph.store import Knowledge


def ids(things: tuple[object, ...]) -> list[str]:
    """The ids of things."""
    return [getattr(thing, "id", "") for thing in things]


def test_an_entity_shows_its_variables_entries_and_notes(small: Knowledge) -> None:
    known = show(small, "ketamine")
    assert (known.thing.id, ids(known.variables), ids(known.notes)) == ("ent:ketamine", ["var:ketamine"], ["note:bdnf-sign"])
    assert {"result:response", "claim:ketamine-nmdar", "claim:derived.ketamine-nmdar.nmdar-gaba"} <= set(ids(known.entries))


def test_a_variable_shows_the_narrower_ones(small: Knowledge) -> None:
    assert ids(show(small, "var:nmdar").variables) == ["var:nmdar-gaba"]


def test_a_claim_shows_itself_its_notes_and_what_is_derived_from_it(small: Knowledge) -> None:
    assert ids(show(small, "claim:ketamine-bdnf").notes) == ["note:bdnf-sign"]
    assert ids(show(small, "claim:ketamine-nmdar").entries) == ["claim:derived.ketamine-nmdar.nmdar-gaba", "claim:ketamine-nmdar"]


@pytest.mark.parametrize(
    ("name", "entry"), [("mech:branch", "claim:nmdar-gaba-effect"), ("review [8]", "claim:ketamine-bdnf"), ("rat", "claim:ketamine-bdnf")]
)
def test_mechanisms_references_and_species_show_what_rests_on_them(small: Knowledge, name: str, entry: str) -> None:
    assert entry in ids(show(small, name).entries)


def test_a_note_shows_what_it_is_about(small: Knowledge) -> None:
    known = show(small, "note:bdnf-sign")
    assert (ids(known.entries), known.notes) == (["claim:ketamine-bdnf"], ())


def test_a_locator_shows_what_was_read_there(shipped: Knowledge) -> None:
    assert "claim:ketamine-mtor" in ids(show(shipped, "loc:s2-i1-n1").entries)


def test_a_picture_of_everything_holds_every_link_in_order(small: Knowledge) -> None:
    picture = view(small)
    assert [(link.subject.id, link.object.id, link.sign) for link in picture.links] == small.links()
    assert ids(picture.variables) == ["var:bdnf", "var:effect", "var:ketamine", "var:nmdar", "var:nmdar-gaba"]
    assert ids(picture.mechanisms) == ["mech:one", "mech:two", "mech:branch"]
    assert picture.focus == ()


def test_a_picture_of_a_thing_reaches_as_far_as_asked(small: Knowledge) -> None:
    picture = view(small, ["antidepressant effect"], hops=1)
    assert picture.focus == ("var:effect", "var:effect-animals")
    assert ids(picture.variables) == ["var:bdnf", "var:effect", "var:effect-animals", "var:nmdar-gaba"]
    assert (picture.hidden_variables, picture.hidden_links) == (2, 3)
    assert picture.title.zh == "抗抑郁作用"


def test_a_picture_of_a_mechanism_holds_its_claims_only(small: Knowledge) -> None:
    picture = view(small, ["BDNF mechanism"])
    assert [(link.subject.id, link.object.id) for link in picture.links] == [("var:bdnf", "var:effect"), ("var:ketamine", "var:bdnf")]
    assert picture.title.en == "BDNF mechanism"


def test_a_picture_rests_on_the_selected_layers(small: Knowledge) -> None:
    picture = view(small, selection=Selection(layers=(Layer.REVIEW,)))
    assert {claim.layer for claim in picture.claims} == {Layer.REVIEW}


def test_what_is_too_much_to_read_is_cut_to_the_neighbours_of_the_busiest_and_counted(small: Knowledge) -> None:
    """BDNF and ketamine both touch three others; the first id wins, and then its neighbours in the order of their ids."""
    picture = view(small, most=2)
    assert ids(picture.variables) == ["var:bdnf", "var:effect"]
    assert (picture.hidden_variables, picture.hidden_links) == (3, len(small.links()) - 1)
    assert view(small, most=2) == picture


def test_a_paper_is_shown_with_what_cites_the_numbers_that_mean_it(shipped: Knowledge) -> None:
    assert "claim:ketamine-mtor" in ids(show(shipped, "ref:li-2010").entries)
