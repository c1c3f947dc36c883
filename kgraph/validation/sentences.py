"""Cuts the text of a source into the sentences that locators name. What is checked in them: `source.py`.

The rules are told to readers in ``docs/locators.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_RUNNING_HEADER = re.compile(r"\s*·\s*\d+\s*·")
_HEADING = re.compile(r"[一二三四五六七八九十]+、")
_ITEM = re.compile(r"（(\d+)）")
_SENTENCE = re.compile(r"[^。]*。|[^。]+$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence or heading: its name, and where it stands in the normalised text."""

    id: str
    start: int
    end: int
    text: str


def normalise(text: str) -> str:
    """The text that offsets count in: running headers dropped, all white space removed.

    Examples
    --------
    >>> normalise("抑郁症 是\\n · 12 · 精神医学\\n常见障碍。")
    '抑郁症是常见障碍。'
    """
    return "".join(_lines(text))


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences and headings of a source, in order; together they are the whole normalised text.

    A heading is a line that begins with a Chinese numeral and ``、``; a sentence ends with ``。``; a sentence that begins with a
    bracketed number opens an item. Names: ``s2-h``, ``s2-n1``, ``s2-i3-n2`` (section 2, item 3, second sentence).

    Examples
    --------
    >>> [(sentence.id, sentence.start, sentence.end) for sentence in sentences("引言。\\n一、机制\\n概述。（1）甲。乙。")]
    [('s0-n1', 0, 3), ('s1-h', 3, 7), ('s1-n1', 7, 10), ('s1-i1-n1', 10, 15), ('s1-i1-n2', 15, 17)]
    """
    found: list[Sentence] = []
    section = position = 0
    for block, heading in _blocks(text):
        if heading:
            section += 1
            found.append(Sentence(id=f"s{section}-h", start=position, end=position + len(block), text=block))
            position += len(block)
            continue
        item, number = "", 0
        for match in _SENTENCE.finditer(block):
            opening = _ITEM.match(match[0])
            item, number = (f"-i{opening[1]}", 1) if opening else (item, number + 1)
            end = position + len(match[0])
            found.append(Sentence(id=f"s{section}{item}-n{number}", start=position, end=end, text=match[0]))
            position = end
    return tuple(found)


def _lines(text: str) -> list[str]:
    """The lines without white space, without running headers and empty ones."""
    packed = (_SPACE.sub("", line) for line in text.split("\n") if not _RUNNING_HEADER.match(line))
    return [line for line in packed if line]


def _blocks(text: str) -> list[tuple[str, bool]]:
    """Headings, and the running text between them."""
    blocks: list[tuple[str, bool]] = []
    for line in _lines(text):
        if _HEADING.match(line):
            blocks.append((line, True))
        elif blocks and not blocks[-1][1]:
            blocks[-1] = (blocks[-1][0] + line, False)
        else:
            blocks.append((line, False))
    return blocks
