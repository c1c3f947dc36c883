"""Rows of TSV and CSV text: how lines are cut into cells, quoted ones included. Which columns there are: `table_header.py`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import NamedTuple

from kgraph.store.table_complaints import Complaints
from kgraph.store.table_text import Block

SEPARATORS = {".tsv": "\t", ".csv": ","}
_OPEN = "unexpected end of data"
_MOST_QUOTED = 1 << 20


class Records(NamedTuple):
    """The rows of a block. `lines` numbers the line that each starts at, and is ``None`` where that is the rule: one a line."""

    block: Block
    rows: list[list[str]]
    lines: list[int] | None

    def numbered(self) -> Iterator[tuple[int, list[str]]]:
        """Every row that is not blank, with its line."""
        if self.lines is not None:
            yield from ((line, row) for line, row in zip(self.lines, self.rows, strict=True) if any(row))
            return
        line = self.block.line
        for row in self.rows:
            if any(row):
                yield line, row
            line += 1 + sum(cell.count("\n") for cell in row)


def cut(text: str, separator: str) -> list[list[str]]:
    """The rows of a text, blank ones among them; `csv.Error` for a quote that is not closed or not followed by a separator."""
    return list(csv.reader(StringIO(text, "\n"), delimiter=separator, strict=True))


def records(blocks: Iterable[Block], separator: str, complaints: Complaints) -> Iterator[Records]:
    """The rows of a file. A block whose last field goes on in the next one is joined to it.

    A row that cannot be cut becomes a complaint, and reading goes on at the next line.
    """
    held: Block | None = None
    for block in blocks:
        joined = Block(held.offset, held.line, held.text + block.text) if held else block
        held = None
        try:
            yield Records(joined, cut(joined.text, separator), None)
        except csv.Error as error:
            if str(error) == _OPEN and len(joined.text) < _MOST_QUOTED:
                held = joined
            else:
                yield _salvaged(joined, separator, complaints)
    if held is not None:
        yield _salvaged(held, separator, complaints)


def _salvaged(block: Block, separator: str, complaints: Complaints) -> Records:
    """What can be read of a block that breaks the rules of quoting."""
    lines = [line + "\n" for line in block.text.split("\n")[:-1]]
    rows: list[list[str]] = []
    starts: list[int] = []
    at = 0
    while at < len(lines):
        reader = csv.reader(map(lines.__getitem__, range(at, len(lines))), delimiter=separator, strict=True)
        done = 0
        try:
            for row in reader:
                rows.append(row)
                starts.append(block.line + at + done)
                done = reader.line_num
            return Records(block, rows, starts)
        except csv.Error as error:
            complaints.add(block.line + at + done, *_explained(str(error), separator))
            # A quote that never closes hides all lines after it, so these are read as if it were not there.
            at += done + 1 if _hides(str(error)) else reader.line_num
    return Records(block, rows, starts)


def _hides(error: str) -> bool:
    return error == _OPEN or "field limit" in error


def _explained(error: str, separator: str) -> tuple[str, str, str]:
    if error == _OPEN:
        return ("open quote", "a quoted field opens here and never closes", 'close it, or write "" for a quote that is meant as one')
    if "field limit" in error:
        most = f"{csv.field_size_limit():,}"
        return (
            "huge field",
            f"a field of more than {most} characters, or a quote that never closes",
            "shorten the field or close the quote",
        )
    if "expected after" in error:
        name = "tab" if separator == "\t" else "comma"
        return ("stray quote", f"a closing quote is not followed by a {name}", 'write a quote inside a quoted field as ""')
    if "new-line character" in error:
        return ("bare carriage return", "a carriage return stands inside a line", "save the file with line feeds (Unix or Windows lines)")
    return ("malformed row", error, "mend the row")
