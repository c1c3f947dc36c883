"""One answer in the form that was asked for: text for a person, one JSON document, or rows and records."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kgraph.cli.output import page_width, tell, with_colour
from kgraph.cli.settings import Settings
from kgraph.cli.writing import tell_list
from kgraph.views.tables import Format, Table, json_text
from kgraph.views.writing import Lines


def tell_document(
    settings: Settings,
    *,
    text: Callable[[Lines], None],
    whole: Callable[[], object],
    rows: Callable[[], Table],
    records: Callable[[], Sequence[object]],
) -> None:
    """Write an answer; only the form that is written is made.

    Parameters
    ----------
    settings : Settings
        The format; text where none was asked for, in a pipe too.
    text : callable
        Says the answer to some lines.
    whole : callable
        Makes the answer in its JSON shape.
    rows, records : callable
        Make its list as a table and as a list of JSON values, in the same order.
    """
    if settings.document is Format.TABLE:
        lines = Lines(settings.tongue.languages, colour=with_colour(settings), width=page_width())
        text(lines)
        tell(lines.text())
    elif settings.document is Format.JSON:
        tell(json_text(whole()))
    else:
        tell_list(settings, rows=rows, records=records)
