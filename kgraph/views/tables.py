"""Rows and columns as a table for the eye, JSON, JSON Lines, CSV, TSV or Markdown."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from enum import Enum

from kgraph.errors import InvalidValue
from kgraph.views.widths import columns_of, padded, printable

Cell = str | int | float | None


class Format(Enum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"

    @classmethod
    def of(cls, text: str) -> Format:
        """The format of this name; `InvalidValue` for any other."""
        try:
            return cls(text)
        except ValueError:
            raise InvalidValue(f"'{text}' is not a format", remedy="use one of " + ", ".join(one.value for one in cls)) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Named columns and rows of cells; ``None`` is an absent cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def __post_init__(self) -> None:
        if len(set(self.columns)) != len(self.columns):
            raise InvalidValue("two columns share a name", where=", ".join(self.columns))
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise InvalidValue(f"a row of {len(row)} cells under {len(self.columns)} columns", where=f"row {number}")


def table_text(table: Table, format: Format, *, width: int | None = None, colour: bool = False) -> str:
    """A table in one of the formats.

    Parameters
    ----------
    table : Table
        The rows, written in their order.
    format : Format
        JSON and JSON Lines hold objects with sorted keys; an empty table is ``[]`` in JSON and only the header in CSV and TSV.
    width : int, optional
        The columns of a real terminal, for ``table``: cells then wrap to fit. Without it lines are aligned and never cut or
        wrapped, so that a pipe loses nothing.
    colour : bool
        Whether the header may be bold; only with a `width`.

    Returns
    -------
    str, ending in a newline unless empty
    """
    if format is Format.JSON:
        return json_text([_record(table, row) for row in table.rows])
    if format is Format.JSONL:
        return "".join(json.dumps(_record(table, row), ensure_ascii=False, sort_keys=True) + "\n" for row in table.rows)
    if format is Format.CSV:
        return _csv(table)
    if format is Format.TSV:
        return "".join("\t".join(map(_tsv_cell, row)) + "\n" for row in (table.columns, *table.rows))
    if format is Format.MD:
        return _markdown(table)
    return _aligned(table) if width is None else _terminal(table, width, colour=colour)


def json_text(value: object) -> str:
    """A JSON document with sorted keys and two spaces of indent; Chinese stays readable."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False) + "\n"


def records_of(table: Table) -> list[dict[str, Cell]]:
    """The rows of a table as JSON objects, in their order."""
    return [_record(table, row) for row in table.rows]


def _record(table: Table, row: tuple[Cell, ...]) -> dict[str, Cell]:
    return dict(zip(table.columns, row, strict=True))


def _csv(table: Table) -> str:
    return "".join(",".join(_csv_cell(cell, len(table.columns)) for cell in row) + "\n" for row in (table.columns, *table.rows))


def _csv_cell(cell: Cell, count: int) -> str:
    """A cell after RFC 4180, lines ended by ``\\n``. Written here because the csv module leaves a lone carriage return unquoted."""
    text = _plain(cell)
    if any(character in text for character in ',"\r\n') or (not text and count == 1):
        return '"' + text.replace('"', '""') + '"'
    return text


def _tsv_cell(cell: Cell) -> str:
    """A cell on one line: TSV has no quotes, so tabs and line ends are written as escapes (IANA text/tab-separated-values)."""
    return _plain(cell).replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")


def _markdown(table: Table) -> str:
    def line(cells: tuple[Cell, ...]) -> str:
        texts = (printable(_plain(cell)).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for cell in cells)
        return "| " + " | ".join(texts) + " |\n"

    rule = "| " + " | ".join("---:" if _is_numeric(table, place) else "---" for place in range(len(table.columns))) + " |\n"
    return line(table.columns) + rule + "".join(map(line, table.rows))


def _aligned(table: Table) -> str:
    rows = [tuple(printable(_plain(cell)) for cell in row) for row in (table.columns, *table.rows)]
    widths = [max(columns_of(row[place]) for row in rows) for place in range(len(table.columns))]
    numeric = [_is_numeric(table, place) for place in range(len(table.columns))]
    return "".join(
        "  ".join(
            " " * (width - columns_of(cell)) + cell if right else padded(cell, width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        + "\n"
        for row in rows
    )


def _terminal(table: Table, width: int, *, colour: bool) -> str:
    """A table for a real terminal, by rich, which is loaded only here: it costs 50 ms."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for place, column in enumerate(table.columns):
        drawn.add_column(Text(printable(column)), justify="right" if _is_numeric(table, place) else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(printable(_plain(cell))) for cell in row))
    text = io.StringIO()
    Console(file=text, width=max(width, 20), force_terminal=colour, color_system="standard" if colour else None, no_color=not colour).print(
        drawn
    )
    return "\n".join(line.rstrip() for line in text.getvalue().strip("\n").split("\n")) + "\n"


def _plain(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _is_numeric(table: Table, place: int) -> bool:
    cells = [row[place] for row in table.rows if row[place] is not None]
    return bool(cells) and all(isinstance(cell, int | float) for cell in cells)
