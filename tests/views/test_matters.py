"""The classes of notes are said in both languages."""

from __future__ import annotations

from kgraph.model import Chain, Claim, Link
from kgraph.store import Knowledge
from kgraph.views.naming import within_label
from kgraph.views.words import MATTER, matter_label


def test_every_class_of_note_has_words_in_both_languages(shipped: Knowledge) -> None:
    assert {note.matter for note in shipped.notes()} <= set(MATTER)


def test_a_class_of_note_from_elsewhere_stands_for_itself() -> None:
    assert matter_label("handwriting").zh == "handwriting"


def test_a_chain_of_claims_without_a_mechanism_does_not_cross_mechanisms(shipped: Knowledge) -> None:
    (claim,) = (one for one in shipped.entries("claim") if one.id == "claim:ketamine-effect-in-trd")
    assert isinstance(claim, Claim)
    link = Link(subject=claim.subject, object=claim.object, sign=claim.sign, claims=(claim,))
    assert within_label(Chain(links=(link,)), shipped).en == "in no mechanism"
