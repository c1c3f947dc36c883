"""Goes back to single rows of a table, by the byte at which their block starts. How blocks are cut: `table_reading.py`."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from kgraph.errors import KnowledgeError
from kgraph.store.table_complaints import Complaints, unreadable
from kgraph.store.table_rows import Column
from kgraph.store.table_text import Block, clean

Cutter = Callable[[Block], Sequence[tuple[int, list[str]]]]
_KEPT_BLOCKS = 64


class RowText(NamedTuple):
    """What one row says beside its ends: the line it starts at (0 where the format has none), and its cells by column."""

    line: int
    cells: Mapping[str, str]


class RowSource(Protocol):
    """Gives the text of a row when it is asked for."""

    def row(self, number: int) -> RowText:
        """The row of this number; the first is 0."""


class FileRows:
    """Rows that stay in their file; only where each block starts is remembered: about 24 bytes for a thousand rows.

    Parameters
    ----------
    path : Path
        The file.
    columns : sequence of str
        Their names, in the order of the cells.
    cutter : callable
        Gives the numbered rows of a block.

    Notes
    -----
    A look at a row costs the cutting of its block, some 0.2 ms; the last 64 blocks are kept.
    """

    def __init__(self, path: Path, columns: Sequence[str], cutter: Cutter, state: os.stat_result) -> None:
        self._path = path
        self._columns = tuple(columns)
        self._cutter = cutter
        self._state = _print_of(state)
        self._first: array[int] = array("q")
        self._offsets: array[int] = array("q")
        self._lines: array[int] = array("q")
        self._kept: dict[int, Sequence[tuple[int, list[str]]]] = {}

    def mark(self, row: int, block: Block) -> None:
        """Remember that this row is the first of this block; called in the order of the file."""
        self._first.append(row)
        self._offsets.append(block.offset)
        self._lines.append(block.line)

    def row(self, number: int) -> RowText:
        """The row of this number; `KnowledgeError` when the file is gone or was changed since it was read."""
        at = bisect_right(self._first, number) - 1
        line, cells = self._block(at)[number - self._first[at]]
        return RowText(line, dict(zip(self._columns, cells, strict=True)))

    def _block(self, at: int) -> Sequence[tuple[int, list[str]]]:
        if at not in self._kept:
            if len(self._kept) >= _KEPT_BLOCKS:
                del self._kept[next(iter(self._kept))]
            offset = self._offsets[at]
            stop = self._offsets[at + 1] if at + 1 < len(self._offsets) else -1
            text = clean(self._bytes(offset, stop), self._lines[at], Complaints(self._path))
            self._kept[at] = self._cutter(Block(offset, self._lines[at], text))
        return self._kept[at]

    def _bytes(self, offset: int, stop: int) -> bytes:
        try:
            with self._path.open("rb") as stream:
                if _print_of(os.fstat(stream.fileno())) != self._state:
                    raise KnowledgeError("the file was changed after it was read", where=str(self._path), remedy="read it again")
                stream.seek(offset)
                data = stream.read(stop - offset if stop >= 0 else -1)
        except OSError as error:
            raise unreadable(self._path, error) from None
        return data if data.endswith(b"\n") else data + b"\n"


class KeptRows:
    """Rows kept in memory, each value once: for formats in which a row has no place of its own to go back to."""

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self._columns = {name: (column.codes, column.cells) for name, column in columns.items()}

    def row(self, number: int) -> RowText:
        """The row of this number."""
        return RowText(0, {name: values[codes[number]] for name, (codes, values) in self._columns.items() if codes[number]})


def _print_of(state: os.stat_result) -> tuple[int, int, int]:
    return state.st_size, state.st_mtime_ns, state.st_ino
