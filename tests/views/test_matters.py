"""The classes of notes are said in both languages."""

from __future__ import annotations

from kgraph.store import Knowledge
from kgraph.views.words import MATTER, matter_label


def test_every_class_of_note_has_words_in_both_languages(shipped: Knowledge) -> None:
    assert {note.matter for note in shipped.notes()} <= set(MATTER)


def test_a_class_of_note_from_elsewhere_stands_for_itself() -> None:
    assert matter_label("handwriting").zh == "handwriting"
