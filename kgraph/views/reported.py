"""The report of an import or export as a sentence and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kgraph.views.tables import Table

COLUMNS = ("outcome", "what", "note", "count", "places")


def report_sentence(format: str, records: Mapping[str, int]) -> str:
    """How many records there were, and what became of them, for stderr."""
    rest = ", ".join(f"{number:,} {name}" for name, number in records.items() if name != "read" and number)
    count = records["read"]
    return f"{format}: {count:,} {'record' if count == 1 else 'records'} read" + (f": {rest}" if rest else "")


def report_table(rows: Sequence[tuple[str, str, str, int, Sequence[str]]]) -> Table:
    """What happened to which kind of part, and how often: outcome, what, what it became or why it is lost, count, first places."""
    return Table(columns=COLUMNS, rows=tuple((*row[:4], " ".join(row[4][:2])) for row in rows))
