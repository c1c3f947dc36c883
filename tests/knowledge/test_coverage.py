"""Every sentence of the review is encoded, or says why not; the table in the documents says the same as the graph."""

from __future__ import annotations

import hashlib
import re

import pytest

from kgraph.store import Knowledge
from kgraph.validation import sentences
from tests.knowledge.coverage_table import PATH, entries_by_locator, table


def test_the_table_in_the_documents_is_that_of_the_graph(shipped: Knowledge) -> None:
    assert PATH.read_text(encoding="utf-8") == table(shipped), "run: python -m tests.knowledge.coverage_table"


def test_only_headings_hold_no_entry(shipped: Knowledge) -> None:
    places = entries_by_locator(shipped)
    empty = [place for place, entries in places.items() if not any(entry.layer.value == "review" for entry in entries)]
    assert sorted(empty) == [f"loc:s{section}-h" for section in range(1, 6)]
    assert all(shipped.locator(place).comment.en for place in empty)


def test_every_sentence_of_the_text_has_a_locator_and_none_is_left_over(shipped: Knowledge, review_text: str) -> None:
    found = {s.id: (s.start, s.end, hashlib.sha256(s.text.encode()).hexdigest()) for s in sentences(review_text)}
    told = {place.sentence: (place.start, place.end, place.checksum) for place in shipped.locators()}
    assert told == found


def test_no_sentence_of_the_review_is_copied(shipped: Knowledge, review_text: str) -> None:
    """No text of ours shares a long run of characters with the review; names of things, which cannot be said otherwise, may."""
    whole = "".join(sentence.text for sentence in sentences(review_text))
    texts = [entry.label.zh for kind in ("association", "description", "observation", "result") for entry in shipped.entries(kind)]
    texts += [note.text.zh + "|" + note.found.zh for note in shipped.notes()]
    texts += [
        e.comment.zh
        for kind in ("claim", "association", "description", "observation", "result")
        for x in shipped.entries(kind)
        for e in x.evidence
    ]
    for text in texts:
        packed = re.sub(r"\s+", "", text)
        runs = [packed[i : i + 14] for i in range(len(packed) - 13)]
        copied = [run for run in runs if run in whole]
        assert not copied, f"says the review's own words: {copied[0]} in {text}"


@pytest.mark.parametrize("kind", ["claim", "association", "description", "observation", "result"])
def test_every_entry_of_the_review_layer_points_to_its_sentence(shipped: Knowledge, kind: str) -> None:
    for entry in shipped.entries(kind):
        if entry.layer.value == "review":
            assert entry.evidence, entry.id
            assert all(evidence.locator and evidence.reference == "ref:review" for evidence in entry.evidence), entry.id
