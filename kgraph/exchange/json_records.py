"""Reads JSON one record at a time: a list of records, one record a line, or a list under a name in one object.

Only a piece of the file is in memory at once. Nesting is limited, for the parser of the standard library recurses.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.meter import Watch, unwatched

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
MAX_DEPTH = 60
LONGEST = 1 << 26
_CHUNK = 1 << 18
_BLANK = re.compile(r"[\s,\x1e]*")
_MARKS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One record: its place (the number of the record, from 1), its value, or what was wrong with it.

    After something that is no JSON nothing more can be read of a list, and `ends` is true; of lines, only one is lost.
    """

    number: int
    value: Json = None
    trouble: str = ""
    ends: bool = False


def json_records(path: Path, *, under: tuple[str, ...] = (), watch: Watch = unwatched) -> Iterator[JsonRecord]:
    """The records of a file, in its order, each as soon as it is read.

    Parameters
    ----------
    path : Path
        A file that holds a list, values one after the other (one a line, or not), or one value.
    under : tuple of str
        Names under which an object that is the whole file may hold the list of records.
    watch : callable
        Given the open file.

    Raises
    ------
    ExchangeError
        The file cannot be opened. What is wrong inside it is told by the records.
    """
    try:
        with path.open("rb") as raw:
            watch(raw)
            stream = codecs.getreader("utf-8-sig")(raw)
            yield from _unwrapped(_values(_Text(stream)), under)
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check the path") from None


class _Text:
    """A stream of text with a window on it; what stands before `at` is done with."""

    def __init__(self, stream: codecs.StreamReader) -> None:
        self._stream = stream
        self.window = ""
        self.at = 0

    def more(self) -> bool:
        """Reads further; false at the end. A long value is given twice as much each time, so that it is not scanned too often."""
        wanted = max(_CHUNK, len(self.window) - self.at)
        piece = self._stream.read(wanted)
        self.window = self.window[self.at :] + piece
        self.at = 0
        return bool(piece)

    def front(self) -> str:
        """The next visible character, with `at` on it; empty when there is none any more."""
        while True:
            match = _BLANK.match(self.window, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.window):
                return self.window[self.at]
            if not self.more():
                return ""


def _values(text: _Text) -> Iterator[JsonRecord]:
    number = 0
    try:
        in_list = text.front() == "["
        text.at += in_list
        while front := text.front():
            if in_list and front == "]":
                return
            number += 1
            record = _next(text, number, by_line=not in_list)
            yield record
            if record.ends:
                return
        if in_list:
            yield JsonRecord(number + 1, trouble="the file ends inside the list", ends=True)
    except UnicodeDecodeError as error:
        yield JsonRecord(number + 1, trouble=f"not text in UTF-8: {error.reason}", ends=True)


def _next(text: _Text, number: int, *, by_line: bool) -> JsonRecord:
    """The value at the front of the window; `at` is put behind it."""
    decoder = json.JSONDecoder(parse_constant=_refuse, parse_int=_number)
    while True:
        if _too_deep(text.window, text.at):
            return JsonRecord(number, trouble=f"nested more than {MAX_DEPTH} deep", ends=True)
        try:
            value, end = decoder.raw_decode(text.window, text.at)
        except (ValueError, RecursionError) as error:
            # A value may only be cut off by the window; only the end of the file, or a line that is over, proves it broken.
            alone = by_line and not text.window.startswith(("{\n", "{\r"), text.at)
            newline = text.window.find("\n", text.at) if alone else -1
            if newline < 0 and len(text.window) - text.at < LONGEST and text.more():
                continue
            what = f"not JSON: {error.msg}" if isinstance(error, json.JSONDecodeError) else f"not JSON: {error}"
            text.at = newline + 1 if newline >= 0 else len(text.window)
            return JsonRecord(number, trouble=what, ends=newline < 0)
        if end == len(text.window) and not isinstance(value, dict | list) and text.more():
            continue
        text.at = end
        return JsonRecord(number, value)


def _unwrapped(records: Iterator[JsonRecord], under: tuple[str, ...]) -> Iterator[JsonRecord]:
    """Where the first value is an object that holds the list of records under one of these names, the records of that list."""
    for record in records:
        held = next((record.value[name] for name in under if name in record.value), None) if isinstance(record.value, dict) else None
        if isinstance(held, list):
            yield from (JsonRecord(number, value) for number, value in enumerate(held, 1))
        else:
            yield record


def _too_deep(text: str, start: int) -> bool:
    """Whether the value at this place opens more than `MAX_DEPTH` brackets before it ends."""
    depth = 0
    for match in _MARKS.finditer(text, start):
        mark = match[0][0]
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif mark in "]}":
            depth -= 1
            if depth <= 0:
                return False
    return False


def _refuse(name: str) -> Json:
    raise ValueError(f"{name} is no number of JSON")


def _number(digits: str) -> int | str:
    """An integer; one too long for any use stays a text, for converting it takes time that grows with its square."""
    return int(digits) if len(digits) < 100 else digits
