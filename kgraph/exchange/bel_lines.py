"""The lines of a BEL script, with what one statement or setting spreads over several put together. What they say: `bel_document.py`."""

from __future__ import annotations

import gzip
import re
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kgraph.errors import ExchangeError
from kgraph.exchange.meter import Watch, unwatched

LONGEST = 1 << 20
# The most lines that a quotation may spread over, and the most that a packed file may unpack to.
_TALLEST = 400
_LARGEST = 1 << 28
_COMMAND = re.compile(r"\s*(?:SET\s+(?:DOCUMENT\s+)?[\w.-]+\s*=|UNSET\s+[\w{]|DEFINE\s+(?:DEFAULT\s+)?(?:NAMESPACE|ANNOTATION)\w*\s)")
_TOKEN = re.compile(r'(?P<whole>"(?:[^"\\]|\\.)*+")|(?P<open>")|(?P<comment>#|//)', re.DOTALL)
_CLOSE = re.compile(r'(?:[^"\\]|\\.)*+"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says, or what is wrong with it; `number` is that of its first line in the file."""

    number: int
    text: str = ""
    trouble: str = ""


def logical_lines(path: Path, *, watch: Watch = unwatched) -> Iterator[Line]:
    """The lines of a file, packed by gzip or not, without comments and empty lines; each as soon as it is read.

    A line goes on in the next one after a backslash at its end, and where a quotation is open. A quotation that is still open at the
    next command is none, and only its own line is lost. `watch` is given the open file.

    Raises
    ------
    ExchangeError
        The file cannot be opened.
    """
    with opened(path, watch=watch) as stream:
        yield from _joined(_decoded(stream))


class Unpacked:
    """The bytes of a file, unpacked where gzip packed them. They end where the packing is broken, or holds more than 256 MB: `trouble`."""

    def __init__(self, raw: BinaryIO) -> None:
        self.packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        self._stream: BinaryIO | gzip.GzipFile = gzip.GzipFile(fileobj=raw, mode="rb") if self.packed else raw
        self.trouble = ""
        self._given = 0

    def line(self) -> bytes:
        """The next line, or as much of it as a line may have; empty at the end."""
        return self._limited(self._stream.readline)

    def piece(self) -> bytes:
        """The next piece; empty at the end."""
        return self._limited(self._stream.read)

    def _limited(self, more: Callable[[int], bytes]) -> bytes:
        if self.trouble:
            return b""
        try:
            piece = more(LONGEST)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            self.trouble = f"the packed file is broken: {error}"
            return b""
        self._given += len(piece) if self.packed else 0
        if self._given > _LARGEST:
            self.trouble = f"it unpacks to more than {_LARGEST >> 20} MB"
            return b""
        return piece


@contextmanager
def opened(path: Path, *, watch: Watch = unwatched) -> Iterator[Unpacked]:
    """The bytes of a file, packed or not; `watch` is given the open file.

    Raises
    ------
    ExchangeError
        The file cannot be opened.
    """
    try:
        with path.open("rb") as raw:
            watch(raw)
            yield Unpacked(raw)
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check the path") from None


def _decoded(stream: Unpacked) -> Iterator[Line]:
    number = 0
    while raw := stream.line():
        number += 1
        if len(raw) == LONGEST and not raw.endswith(b"\n"):
            while (rest := stream.line()) and not rest.endswith(b"\n"):
                pass
            yield Line(number, trouble=f"a line of more than {LONGEST >> 20} MB")
            continue
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip()
        except UnicodeDecodeError as error:
            yield Line(number, trouble=f"not text in UTF-8: {error.reason}")
            continue
        yield Line(number, trouble="a NUL character") if "\0" in text else Line(number, text)
    if stream.trouble:
        yield Line(number + 1, trouble=stream.trouble)


def _joined(lines: Iterator[Line]) -> Iterator[Line]:
    waiting: deque[Line] = deque()
    while first := waiting.popleft() if waiting else next(lines, None):
        if first.trouble:
            yield first
            continue
        text, inside, more = _cleaned(first.text, inside=False)
        parts, taken = [text], []
        while inside or more:
            following = waiting.popleft() if waiting else next(lines, None)
            if following is not None:
                taken.append(following)
            if following is None or following.trouble or len(taken) > _TALLEST or (inside and _COMMAND.match(following.text)):
                break
            text, inside, more = _cleaned(following.text, inside=inside)
            parts.append(text)
        else:
            whole = " ".join(part.strip() for part in parts if part.strip())
            if whole:
                yield Line(first.number, whole)
            continue
        if inside:
            waiting.extendleft(reversed(taken))
            yield Line(first.number, trouble="a quotation that opens here is never closed")
        else:
            waiting.extendleft(taken[-1:] if following is not None else ())
            yield Line(first.number, " ".join(part.strip() for part in parts).strip())


def _cleaned(text: str, *, inside: bool) -> tuple[str, bool, bool]:
    """A line without its comment; whether a quotation is open at its end; whether it says that it goes on."""
    more = text.endswith("\\") and not text.endswith("\\\\")
    if more:
        text = text[:-1]
    at = 0
    if inside:
        closing = _CLOSE.match(text)
        if closing is None:
            return text, True, more
        at = closing.end()
    for token in _TOKEN.finditer(text, at):
        if token["comment"] and (token.start() == 0 or text[token.start() - 1].isspace()):
            return text[: token.start()], False, False
        if token["open"]:
            return text, True, more
    return text, False, more
