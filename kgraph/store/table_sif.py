"""Rows of SIF (simple interaction format): ``A increases B``, ``A -| B C``, or a variable alone. How files are read: `table_reading.py`."""

from __future__ import annotations

from typing import BinaryIO

from kgraph.store.table_complaints import Complaints, clipped
from kgraph.store.table_text import Block

_CHUNK = 1 << 20

Line = tuple[int, list[str]]


def has_tabs(stream: BinaryIO) -> bool:
    """Whether a file is parted by tabs: as soon as one stands anywhere, blanks belong to names. Rewinds the stream."""
    found = any(b"\t" in chunk for chunk in iter(lambda: stream.read(_CHUNK), b""))
    stream.seek(0)
    return found


def lines(block: Block, separator: str | None) -> list[Line]:
    """The cells of each line that is not blank, with its number; `separator` ``None`` stands for any blanks."""
    numbered = enumerate(block.text.split("\n")[:-1], block.line)
    return [(line, text.rstrip("\r\t ").split(separator)) for line, text in numbered if text.strip()]


def links(cut: list[Line]) -> list[Line]:
    """The links of these lines: subject, predicate and object. A line with several targets gives several."""
    if all(len(cells) == 3 for _, cells in cut):
        return cut
    return [(line, [*cells[:2], target]) for line, cells in cut if len(cells) > 2 for target in cells[2:] if target.strip()]


def alone(cut: list[Line], complaints: Complaints) -> list[tuple[int, str]]:
    """The variables that stand alone on a line; a line with a predicate and no target is a complaint."""
    found: list[tuple[int, str]] = []
    for line, cells in cut:
        if len(cells) == 1:
            found.append((line, cells[0]))
        elif len(cells) == 2:
            remedy = "write subject, predicate and object, all with tabs or all with blanks between them"
            complaints.add(line, "ragged row", f"{clipped(' '.join(cells))} names no target", remedy)
    return found
