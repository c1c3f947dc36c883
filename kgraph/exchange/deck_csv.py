"""Exercises as a table for spreadsheets and for tools that import questions from one."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from kgraph.exchange.deck_text import answer, words
from kgraph.model import Exercise, Language

_OPTIONS = 6
COLUMNS = ("id", "kind", "difficulty", "question", *(f"option {number}" for number in range(1, _OPTIONS + 1)), "right", "answer")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "−", "＝", "＋", "－", "＠")


def csv_text(exercises: Sequence[Exercise], *, languages: Sequence[Language], title: str) -> str:
    """The table as CSV: a row an exercise; `right` holds the numbers of the right options, of an ordering all of them in order.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it. `title` is the value of the last column, ``deck``.
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*COLUMNS, "explanation", "claims", "deck"])
    for one in exercises:
        ids = [option.id for option in one.options]
        options = [words(option.label, languages) for option in one.options]
        cells = [
            one.id,
            one.kind.value,
            str(one.difficulty),
            words(one.prompt, languages),
            *options,
            *[""] * (_OPTIONS - len(options)),
            " ".join(str(ids.index(key) + 1) for key in one.key),
            answer(one, languages),
            words(one.explanation, languages),
            " ".join(one.claims),
            title,
        ]
        writer.writerow([safe(cell) for cell in cells])
    return stream.getvalue()


def safe(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
