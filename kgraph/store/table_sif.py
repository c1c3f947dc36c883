"""Rows of SIF (simple interaction format): ``A increases B``, ``A -| B C``, or a variable alone. How files are read: `table_reading.py`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kgraph.store.table_complaints import Complaints, clipped
from kgraph.store.table_text import Block

_CHUNK = 1 << 20


def has_tabs(stream: BinaryIO) -> bool:
    """Whether a file is parted by tabs: as soon as one stands anywhere, blanks belong to names. Rewinds the stream."""
    found = any(b"\t" in chunk for chunk in iter(lambda: stream.read(_CHUNK), b""))
    stream.seek(0)
    return found


def cut(block: Block, separator: str | None) -> list[tuple[int, list[str]]]:
    """The links of a block with their lines; a line with several targets gives several. `separator` ``None``: any blanks."""
    return [
        (line, [cells[0], cells[1], target]) for line, cells in _lines(block, separator) if len(cells) > 2 for target in cells[2:] if target
    ]


def alone(block: Block, separator: str | None, complaints: Complaints) -> list[tuple[int, str]]:
    """The variables that stand alone on a line; a line with a predicate and no target is a complaint."""
    found: list[tuple[int, str]] = []
    for line, cells in _lines(block, separator):
        if len(cells) == 1:
            found.append((line, cells[0]))
        elif not any(cells[2:]):
            parted = "tabs" if separator else "blanks"
            complaints.add(
                line,
                "ragged row",
                f"{clipped(' '.join(cells))} names no target",
                f"write subject, predicate and object with {parted} between them",
            )
    return found


def _lines(block: Block, separator: str | None) -> Iterator[tuple[int, list[str]]]:
    for line, text in enumerate(block.text.split("\n")[:-1], block.line):
        cells = [cell.strip() for cell in text.rstrip("\r\t ").split(separator)] if text.strip() else []
        if cells:
            yield line, cells
