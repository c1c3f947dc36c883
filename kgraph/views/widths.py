"""How wide text is on a terminal and in a picture, where lines may break, and text made safe for a terminal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_WIDE = ("W", "F")
_NO_WIDTH = ("Mn", "Me", "Cf")
# Closing marks never begin a line and opening marks never end one.
_CLOSING = "，。、；：？！）》」』”’％)]},.;:?!%"
_THIN = " .,:;'!|iljIft()[]/-·"
_OPENING = "（《「『“‘([{"


def columns_of(text: str) -> int:
    """The number of terminal columns that a line of text takes; a Chinese character takes two.

    Examples
    --------
    >>> columns_of("ketamine"), columns_of("氯胺酮")
    (8, 6)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def padded(text: str, width: int) -> str:
    """The text with spaces up to this many columns; longer text is left whole."""
    return text + " " * max(0, width - columns_of(text))


def printable(text: str) -> str:
    """One line without control characters, so that data cannot move the cursor, recolour or reverse a terminal."""
    return _UNSAFE.sub("\ufffd", text.replace("\t", " ").replace("\r\n", "\n").replace("\n", " "))


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most `width` columns: broken at spaces, after hyphens and slashes, and between Chinese characters.

    A word longer than a line is cut, never lost.

    Examples
    --------
    >>> wrapped("burst firing of lateral habenula neurons", 20)
    ['burst firing of', 'lateral habenula', 'neurons']
    >>> wrapped("外侧缰核神经元簇状放电", 12)
    ['外侧缰核神经', '元簇状放电']
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if columns_of((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.strip())
        line = piece.lstrip()
        while columns_of(line.rstrip()) > width:
            head = _head(line, width)
            lines.append(head)
            line = line[len(head) :]
    if line.strip() or not lines:
        lines.append(line.strip())
    return lines


def balanced(text: str, width: int) -> list[str]:
    """Text in as few lines as `wrapped` needs, of lengths as even as they get, so that no lone character hangs below.

    Examples
    --------
    >>> balanced("外侧缰核T型钙通道活性", 19)
    ['外侧缰核T型', '钙通道活性']
    """
    lines = wrapped(text, width)
    for narrower in range(width - 1, longest_word(text) - 1, -1):
        fewer = wrapped(text, narrower)
        if len(fewer) > len(lines):
            break
        lines = fewer
    return lines


def longest_word(text: str) -> int:
    """The columns of the longest part of a text that no line break divides."""
    return max((columns_of(piece.rstrip()) for piece in _pieces(text)), default=0)


def measured(text: str, size: float) -> float:
    """About how long a text is when it is set in a sans-serif face of this size; never much shorter than it will be.

    Examples
    --------
    >>> measured("氯胺酮", 10)
    30.0
    """
    return round(sum(_share(character) for character in text) * size, 3)


def _share(character: str) -> float:
    """The width of a character as a share of the size of its face."""
    if _columns(character) != 1:
        return _columns(character) / 2
    if character in _THIN:
        return 0.33
    return 0.86 if character in "mwMW@%—" else 0.67 if character.isupper() else 0.57


@lru_cache(maxsize=8192)
def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[str, ...]:
    """The smallest parts that a line break may not divide, each with the spaces after it; kept, for a text is broken in many ways."""
    pieces: list[str] = []
    for character in text:
        if pieces and not _may_break(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return tuple(pieces)


def _may_break(before: str, after: str) -> bool:
    if after in _CLOSING or after.isspace() or before in _OPENING:
        return False
    return before.isspace() or before in "-/" or _columns(before) == 2 or _columns(after) == 2


def _head(text: str, width: int) -> str:
    """The longest beginning that fits, and at least one character."""
    end, used = 0, 0
    for character in text:
        used += _columns(character)
        if used > width and end:
            break
        end += 1
    return text[:end]
