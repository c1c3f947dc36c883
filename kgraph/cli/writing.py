"""An answer in the format that was asked for, sent to stdout. What stands in which column: `columns.py`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kgraph.cli.output import page_width, tell, with_colour
from kgraph.cli.settings import Settings
from kgraph.views.tables import Format, Table, json_text, table_text


def tell_list(settings: Settings, *, rows: Callable[[], Table], records: Callable[[], Sequence[object]], shown: Sequence[str] = ()) -> None:
    """Write a list: records in JSON and JSON Lines, rows in the other formats; only what is written is made.

    Parameters
    ----------
    settings : Settings
        The format; a table on a terminal and TSV in a pipe where none was asked for.
    rows : callable
        Makes the rows.
    records : callable
        Makes the same list in its documented JSON shape, in the same order.
    shown : sequence of str
        The columns that a table for the eye is limited to; all when empty.
    """
    form = settings.listing
    if form is Format.JSON:
        tell(json_text(list(records())))
    elif form is Format.JSONL:
        tell(lines_of(records()))
    else:
        from kgraph.views.columns import brief

        table = rows()
        seen = brief(table, shown) if shown and form is Format.TABLE else table
        tell(table_text(seen, form, width=page_width(), colour=with_colour(settings)))


def lines_of(records: Sequence[object]) -> str:
    """One JSON document a line."""
    import json

    return "".join(json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n" for record in records)
