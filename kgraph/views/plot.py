"""What a plot of results shows: rows of words with marks on an axis between them. How it is drawn: `plot_svg.py`.

A plot looks like a forest plot: columns of words on the left, marks on an axis in the middle, columns of words on the right. Rows stand
in groups, and each group has an axis of its own, because what is measured differently is not to be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.model import Entry, Label, Language
from kgraph.views.columns import text_in
from kgraph.views.tables import Cell, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of words: its stable name in tables, its heading, and its width in units."""

    name: str
    label: Label
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on an axis with its words."""

    value: float
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """What is counted or measured, from where to where."""

    label: Label
    low: float
    high: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A dot at `high`, with a whisker of `spread` to both sides where one is stated; or, with `bar`, a bar from `low` to `high`.

    `series` chooses its colour, and `text` stands in a bar.
    """

    low: float = 0.0
    high: float
    spread: float | None = None
    bar: bool = False
    series: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotRow:
    """One row: the ids it rests on, its words, the numbers of the table, its marks, words in place of marks where it has none,
    and a line of detail below it."""

    ids: tuple[str, ...]
    left: tuple[Label, ...]
    right: tuple[Label, ...]
    values: tuple[Cell, ...]
    marks: tuple[Mark, ...] = ()
    instead: Label = Label()
    detail: Label = Label()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotGroup:
    """Rows that share an axis; without one, their words stand where marks would be."""

    title: Label
    rows: tuple[PlotRow, ...]
    axis: Axis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A plot: its name, title and caution, columns, groups, the names of its numbers, its series, the entries it rests on, and the name
    that the details of rows have in its table."""

    name: str
    title: Label
    note: Label
    left: tuple[Column, ...]
    right: tuple[Column, ...]
    measures: tuple[str, ...]
    groups: tuple[PlotGroup, ...]
    series: tuple[Label, ...] = ()
    entries: tuple[Entry, ...] = ()
    kind: Label = Label(en="entry", zh="条目")
    detail: str = ""


def plot_table(plot: Plot, languages: Sequence[Language]) -> Table:
    """The numbers and words of a plot, a row each, in its order; the names of columns are the same in every language."""
    columns = (
        "group",
        *(one.name for one in plot.left),
        *plot.measures,
        *(one.name for one in plot.right),
        *([plot.detail] if plot.detail else []),
        "ids",
    )
    rows = tuple(
        (
            text_in(group.title, languages),
            *(text_in(one, languages) for one in row.left),
            *row.values,
            *(text_in(one, languages) for one in row.right),
            *([text_in(row.detail, languages)] if plot.detail else []),
            " ".join(row.ids),
        )
        for group in plot.groups
        for row in group.rows
    )
    return Table(columns=columns, rows=rows)


def even_ticks(high: float, unit: str = "", most: int = 6) -> tuple[float, tuple[Tick, ...]]:
    """The end of an axis from 0 that holds a number, and ticks at round values.

    Examples
    --------
    >>> even_ticks(25.5)[0], [tick.label.en for tick in even_ticks(25.5)[1]]
    (30.0, ['0', '5', '10', '15', '20', '25', '30'])
    """
    size = 1.0
    while high / size > 10:
        size *= 10
    while high / size <= 1:
        size /= 10
    step = next(size * part for part in (0.1, 0.2, 0.5, 1.0, 2.0, 5.0) if high / (size * part) <= most)
    count = max(1, -int(-high // step))
    ticks = [round(step * place, 10) for place in range(count + 1)]
    return ticks[-1], tuple(Tick(value=one, label=Label(en=f"{one:g}{unit}", zh=f"{one:g}{unit}")) for one in ticks)
