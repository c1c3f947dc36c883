"""Locators and numbers against the text of a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.model import Finding
from kgraph.validation import check, normalise, sentences
from kgraph.validation.source import number_stands_in
from tests.conftest import REVIEW
from tests.validation.small_knowledge import CHECKSUM, PLACE, SOUND, TEXT


def against(folder: Path, text: str = TEXT, *, without: str = "", instead: str = "") -> tuple[Finding, ...]:
    """What the gate of source finds when the knowledge is held against a text."""
    assert without in SOUND
    (folder / "small.ttl").write_text(SOUND.replace(without, instead) if without else SOUND, encoding="utf-8")
    (folder / "source.txt").write_text(text, encoding="utf-8")
    return check(folder / "small.ttl", source=folder / "source.txt", gates=("source",)).findings


def test_places_and_numbers_that_are_there_are_passed(tmp_path: Path) -> None:
    assert against(tmp_path) == ()


def test_a_number_that_is_not_in_the_sentence_is_found(tmp_path: Path) -> None:
    (finding,) = against(tmp_path, without="kg:value 70.8", instead="kg:value 78.0")
    assert finding.rule == "number-not-in-source"
    assert finding.where.endswith(": result:remission, kg:result")
    assert finding.message == "78.0 does not stand in loc:s1-n1"
    assert "kg:written" in finding.remedy


def test_the_number_of_a_citation_mark_does_not_count(tmp_path: Path) -> None:
    (finding,) = against(tmp_path, without="kg:value 24", instead="kg:value 17")
    assert finding.where.endswith("kg:sampleSize")


def test_a_form_that_the_source_writes_is_looked_for_instead_of_the_number(tmp_path: Path) -> None:
    assert against(tmp_path, without="kg:value 24", instead='kg:value 0.24 ; kg:written "２４例"') == ()
    (finding,) = against(tmp_path, without="kg:value 24", instead='kg:value 24 ; kg:written "两打"')
    assert "两打" in finding.message


def test_offsets_that_moved_are_found_and_the_right_ones_told(tmp_path: Path) -> None:
    (finding,) = against(tmp_path, without=f"oa:end {PLACE.end}", instead=f"oa:end {PLACE.end - 1}")
    assert finding.rule == "other-words"
    assert finding.where.endswith(": loc:s1-n1")
    assert f'oa:start {PLACE.start} ; oa:end {PLACE.end} ; kg:checksum "{CHECKSUM}"' in finding.remedy


def test_a_changed_text_is_found(tmp_path: Path) -> None:
    rules = {finding.rule for finding in against(tmp_path, TEXT.replace("70.8", "71.8"))}
    assert rules == {"other-words", "number-not-in-source"}


def test_a_place_outside_the_text_is_found(tmp_path: Path) -> None:
    found = against(tmp_path, without=f"oa:end {PLACE.end}", instead="oa:end 9999")
    assert [finding.rule for finding in found] == ["outside-the-text"]
    assert f"the text has {PLACE.end} characters" in found[0].message


def test_a_sentence_under_another_name_is_found(tmp_path: Path) -> None:
    assert [finding.rule for finding in against(tmp_path, without='"s1-n1"', instead='"s9-n1"')] == ["no-such-sentence"]
    assert [finding.rule for finding in against(tmp_path, without='"s1-n1"', instead='"s0-n1"')] == ["other-sentence"]


def test_the_text_of_a_source_without_locators_is_a_finding(tmp_path: Path) -> None:
    rules = [finding.rule for finding in against(tmp_path, without="kg:Locator", instead="kg:Process")]
    assert rules == ["no-locators"]


@pytest.mark.parametrize(
    ("number", "sentence", "stands"),
    [
        ("70.8", "缓解率为70.8%", True),
        ("70.8", "缓解率为170.8%", False),
        ("70.8", "缓解率为70.85%", False),
        ("8", "缓解率为70.8%", False),
        ("70", "缓解率为70.8%", False),
        ("2", "共２例。", True),
        ("5", "分为5.", True),
        ("18.9", "［（18.9±6.6）分，P＜0.001］", True),
        ("0.001", "［（18.9±6.6）分，P＜0.001］", True),
        ("15", "作用［15-16］。", False),
        ("3/4", "3/4的患者", True),
        ("3/4", "13/4的患者", False),
        ("20~30", "参加20～30次", True),
    ],
)
def test_a_number_stands_as_a_whole_token_or_not_at_all(number: str, sentence: str, stands: bool) -> None:
    assert number_stands_in(number, sentence) is stands


def test_running_headers_and_white_space_are_no_text() -> None:
    assert normalise(TEXT) == "引言。一、疗效２４例患者的缓解率为70.8%［17］。"


def test_sentences_are_the_whole_text_in_order() -> None:
    text = "甲。乙\n一、丙\n丁。（1）戊。己。（12）庚。\n二、辛\n壬"
    found = sentences(text)
    assert "".join(sentence.text for sentence in found) == normalise(text)
    assert [sentence.id for sentence in found] == ["s0-n1", "s0-n2", "s1-h", "s1-n1", "s1-i1-n1", "s1-i1-n2", "s1-i12-n1", "s2-h", "s2-n1"]
    assert all(normalise(text)[sentence.start : sentence.end] == sentence.text for sentence in found)


def test_the_shipped_locators_and_numbers_stand_in_the_review(review_text: str) -> None:
    assert review_text
    report = check(source=REVIEW, gates=("syntax", "source"))
    assert report.gates == ("syntax", "source")
    assert report.findings == ()
