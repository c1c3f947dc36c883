"""Reads tables with a header (TSV, CSV) row by row: every cell a text, every bad row told, nothing held but one row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from kgraph.errors import ExchangeError
from kgraph.exchange.meter import Watch, unwatched

_SEPARATORS = "\t;,"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line, its cells by the lower-case names of their columns, or what was wrong with it."""

    line: int
    cells: Mapping[str, str] = field(default_factory=dict)
    trouble: str = ""
    ends: bool = False


def table_rows(path: Path, *, needs: tuple[str, ...], separator: str = "", watch: Watch = unwatched) -> Iterator[Row]:
    """The rows of a table, in its order, each as soon as it is read.

    Parameters
    ----------
    path : Path
    needs : tuple of str
        The columns without which no row means anything, in lower case.
    separator : str
        What stands between cells; when empty, the tab, semicolon or comma that the header has most of.
    watch : callable
        Given the open file.

    Raises
    ------
    ExchangeError
        The file cannot be opened, is empty, or its header lacks a column; the header is then shown.
    """
    try:
        with path.open("rb") as raw, TextIOWrapper(raw, encoding="utf-8-sig", newline="") as stream:
            watch(raw)
            yield from _rows(stream, path, needs, separator)
    except UnicodeDecodeError as error:
        yield Row(0, trouble=f"not text in UTF-8: {error.reason} (byte 0x{error.object[error.start]:02x})", ends=True)
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check the path") from None


def _rows(stream: Iterator[str], path: Path, needs: tuple[str, ...], separator: str) -> Iterator[Row]:
    first = next(stream, "")
    between = separator or max(_SEPARATORS, key=first.count)
    # A quote means something only where a cell may hold the separator; TSV has no quotes, and a lone one must not eat the file.
    quoting: Literal[0, 3] = csv.QUOTE_NONE if between == "\t" and '"' not in first else csv.QUOTE_MINIMAL
    try:
        header = [cell.strip().strip('"').casefold() for cell in next(csv.reader([first], delimiter=between), [])] if first.strip() else []
    except csv.Error as error:
        raise ExchangeError(f"the header is none: {error}", where=f"{path}:1", remedy="give the file as it was downloaded") from None
    missing = [name for name in needs if name not in header]
    if missing:
        seen = ", ".join(header)[:200] or "nothing"
        raise ExchangeError(
            f"the header lacks {', '.join(missing)}; it has {seen}", where=f"{path}:1", remedy="give the file as it was downloaded"
        )
    reader = csv.reader(stream, delimiter=between, quoting=quoting)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Row(reader.line_num + 1, trouble=f"not a row: {error}")
            continue
        if cells is None:
            return
        if len(cells) > len(header):
            yield Row(reader.line_num + 1, trouble=f"{len(cells)} cells under {len(header)} columns")
        elif any(cells):
            yield Row(reader.line_num + 1, dict(zip_longest(header, map(str.strip, cells), fillvalue="")))
