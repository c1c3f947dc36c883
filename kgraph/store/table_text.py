"""Text files block by block, so that a table of any size is read in little memory. What stands in the lines: the other readers."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kgraph.store.table_complaints import Complaints

Progress = Callable[[int, int], None]

BLOCK = 1 << 15
LONGEST_LINE = 1 << 24
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Block(NamedTuple):
    """Some whole lines of a file: where they start (in bytes), the number of the first, and their text."""

    offset: int
    line: int
    text: str

    @property
    def lines(self) -> int:
        """How many lines it holds."""
        return self.text.count("\n")


def blocks(stream: BinaryIO, complaints: Complaints) -> Iterator[Block]:
    """The lines of a file in blocks of some 32 kB; each ends with a line feed, the last one too.

    A byte order mark is dropped. Lines that are no text in UTF-8 or hold a NUL byte become complaints, and empty lines.

    Raises
    ------
    FindingsError
        For UTF-16, and for a line of more than 16 MB.
    """
    offset, line = 0, 1
    head = stream.read(3)
    if head[:2] in _UTF16:
        complaints.stop(1, "encoding", "the file is in UTF-16", "save it as UTF-8")
    if head == codecs.BOM_UTF8:
        offset, head = 3, b""
    rest = head
    while True:
        chunk = stream.read(BLOCK)
        data = rest + chunk
        cut = data.rfind(b"\n") + 1
        if not chunk:
            if data:
                yield Block(offset, line, clean(data + b"\n", line, complaints))
            return
        rest = data[cut:]
        if len(rest) > LONGEST_LINE:
            complaints.stop(
                line + data.count(b"\n"), "long line", f"a line of more than {LONGEST_LINE:,} bytes", "check that the file is a table"
            )
        if cut:
            block = Block(offset, line, clean(data[:cut], line, complaints))
            yield block
            offset += cut
            line += block.lines


def clean(data: bytes, line: int, complaints: Complaints) -> str:
    """The text of whole lines, the first of which has this number; Windows ends become line feeds.

    Bad lines are complained of and made empty.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return "".join(_clean_line(one, number, complaints) for number, one in enumerate(data.split(b"\n")[:-1], line))
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\0" not in text:
        return text
    return "".join(_clean_line(one.encode(), number, complaints) for number, one in enumerate(text.split("\n")[:-1], line))


def open_text(path: Path) -> BinaryIO:
    """The file, for reading in blocks; `OSError` where the system refuses."""
    return path.open("rb", buffering=0)


def unwatched(_done: int) -> None:
    """For readers whose progress nobody watches."""


def _clean_line(data: bytes, line: int, complaints: Complaints) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        complaints.add(line, "encoding", f"byte 0x{data[error.start]:02x} is no text in UTF-8", "save the file as UTF-8")
        return "\n"
    if "\0" in text:
        complaints.add(line, "NUL byte", "the line holds a NUL byte", "take it out, or save the file as plain text")
        return "\n"
    return text.removesuffix("\r") + "\n"
