"""A plot as SVG: text as text, no script; in the colours of a page, or of a sheet of light or dark paper."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kgraph.model import Label, Language
from kgraph.views.naming import Terms
from kgraph.views.picture_ink import FACE, INKS, Theme
from kgraph.views.picture_words import SMALL, TITLE, fitted, source_lines
from kgraph.views.plot import Axis, Column, Mark, Plot, PlotGroup, PlotRow
from kgraph.views.svg import LANGUAGE_TAG, xml_text
from kgraph.views.widths import measured

WIDTH = 960.0
SERIES = ("#1f78b4", "#9a6400", "#0f7b60", "#6b747f")
"""Colours that stand out from light and dark paper by 3 to 1, and let white figures be read in them."""
_MARGIN, _GAP, _SIZE, _LINE = 24.0, 14.0, 13.0, 16.5
_PAGE = {"paper": "var(--paper,#fff)", "ink": "var(--ink,#1b1f24)", "soft": "var(--soft,#5a626c)", "rule": "var(--rule,#d4d9df)"}


def plot_svg(plot: Plot, terms: Terms, *, language: Language = Language.EN, theme: Theme | None = None) -> str:
    """A plot as one SVG document; the same plot gives the same text.

    Parameters
    ----------
    plot : Plot
        What is shown.
    terms : Terms
        Names of references.
    language : Language
        The language of all words.
    theme : Theme, optional
        The paper of a file of its own. Without one, the colours of the page that it stands in, light or dark, and no title: a page has
        its own heading.
    """
    return _Drawer(plot, terms, language, theme).document()


class _Drawer:
    """Sets a plot from top to bottom; `y` is where the next thing begins."""

    def __init__(self, plot: Plot, terms: Terms, language: Language, theme: Theme | None) -> None:
        self.plot, self.terms, self.language, self.theme = plot, terms, language, theme
        ink = INKS[theme] if theme else None
        self.colours = {"paper": ink.paper, "ink": ink.ink, "soft": ink.soft, "rule": ink.rule} if ink else _PAGE
        self.y = _MARGIN if theme else 4.0
        self.parts: list[str] = []
        left = sum(one.width + _GAP for one in plot.left)
        right = sum(one.width + _GAP for one in plot.right)
        self.start, self.end = _MARGIN + left + 6, WIDTH - _MARGIN - right - 6

    def document(self) -> str:
        """The whole."""
        if self.theme:
            self._title()
        self._legend()
        self._headings()
        for group in self.plot.groups:
            self._group(group)
        self._note()
        height = f"{self.y + (_MARGIN if self.theme else 4):g}"
        title = xml_text(self.plot.title.text(self.language))
        size = f'width="{WIDTH:g}" height="{height}"' if self.theme else 'style="width:100%;min-width:800px;max-width:960px;height:auto"'
        paper = f'<rect width="{WIDTH:g}" height="{height}" fill="{self.colours["paper"]}"/>' if self.theme else ""
        return (
            f'<svg class="plot" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height}" {size}'
            f' lang="{LANGUAGE_TAG[self.language]}" font-family="{FACE}" font-size="{_SIZE:g}" fill="{self.colours["ink"]}" role="img"'
            f' aria-label="{title}"><title>{title}</title>{paper}\n' + "\n".join(self.parts) + "\n</svg>\n"
        )

    def _title(self) -> None:
        for line in fitted(self.plot.title.text(self.language), WIDTH - 2 * _MARGIN, TITLE, 2, even=True):
            self.y += TITLE * 1.25
            self._say(line, _MARGIN, self.y - TITLE * 0.3, size=TITLE, bold=True)
        self.y += 8

    def _legend(self) -> None:
        x = _MARGIN
        for place, label in enumerate(self.plot.series):
            text = label.text(self.language)
            self.parts.append(
                f'<rect x="{x:.1f}" y="{self.y + 3:.1f}" width="14" height="14" rx="2" fill="{SERIES[place % len(SERIES)]}"/>'
            )
            self._say(text, x + 20, self.y + 14)
            x += 20 + measured(text, _SIZE) + 22
        self.y += 26 if self.plot.series else 0

    def _headings(self) -> None:
        cells = [*_places(self.plot.left, _MARGIN), *_places(self.plot.right, self.end + 6 + _GAP)]
        broken = [(x, fitted(one.label.text(self.language), one.width, _SIZE, 3)) for one, x in cells]
        height = max((len(lines) for _, lines in broken), default=0) * _LINE
        for x, lines in broken:
            self._lines(lines, x, self.y + height - len(lines) * _LINE, bold=True)
        self.y += height + 6
        self._rule(self.y, strong=True)
        self.y += 6

    def _group(self, group: PlotGroup) -> None:
        """The title of a group, its rows, and the axis below them."""
        for line in fitted(group.title.text(self.language), WIDTH - 2 * _MARGIN, _SIZE + 1, 2) if group.title != Label() else ():
            self.y += _LINE + 2
            self._say(line, _MARGIN, self.y - 3, bold=True, size=_SIZE + 1)
        top = self.y
        drawn: list[str] = []
        for row in group.rows:
            mine, self.parts = self.parts, []
            self._row(row, group.axis)
            drawn += self.parts
            self.parts = mine
        if group.axis:
            self._grid(group.axis, top, self.y)
        self.parts += drawn
        if group.axis:
            self._ticks(group.axis)
        self.y += 4
        self._rule(self.y)
        self.y += 6

    def _row(self, row: PlotRow, axis: Axis | None) -> None:
        sides = [
            *zip(_places(self.plot.left, _MARGIN), row.left, strict=True),
            *zip(_places(self.plot.right, self.end + 6 + _GAP), row.right, strict=True),
        ]
        cells = [(x, fitted(label.text(self.language), column.width, _SIZE, 6)) for (column, x), label in sides]
        instead = fitted(row.instead.text(self.language), self.end - self.start, _SIZE, 4) if row.instead != Label() else []
        lines = max(1, len(instead), *(len(broken) for _, broken in cells))
        height = lines * _LINE + 8
        self.parts.append(f'<g class="row" data-ids="{xml_text(" ".join(row.ids))}">')
        for x, broken in cells:
            self._lines(broken, x, self.y + (height - len(broken) * _LINE) / 2)
        self._lines(instead, self.start, self.y + (height - len(instead) * _LINE) / 2, soft=True)
        if axis:
            for mark in row.marks:
                self._mark(mark, axis, self.y + height / 2)
        self.y += height
        for line in fitted(row.detail.text(self.language), self.start - _MARGIN - 10, 12, 4) if row.detail != Label() else ():
            self._say(line, _MARGIN, self.y + 7, size=12, soft=True)
            self.y += 15
        self.y += 5 if row.detail != Label() else 0
        self.parts.append("</g>")

    def _mark(self, mark: Mark, axis: Axis, y: float) -> None:
        colour = SERIES[mark.series % len(SERIES)]
        x = self._x(mark.high, axis)
        if mark.bar:
            left = self._x(mark.low, axis)
            self.parts.append(
                f'<rect x="{left + 0.5:.1f}" y="{y - 10:.1f}" width="{max(0.0, x - left - 1):.1f}" height="20" fill="{colour}"/>'
            )
            if mark.text and x - left >= measured(mark.text, 12) + 4:
                self._say(mark.text, (left + x) / 2, y + 4.3, size=12, bold=True, anchor="middle", fill="#ffffff")
            return
        if mark.spread is not None:
            low, high = self._x(mark.high - mark.spread, axis), self._x(mark.high + mark.spread, axis)
            whisker = f"M{low:.1f},{y:.1f}H{high:.1f}M{low:.1f},{y - 5:.1f}v10M{high:.1f},{y - 5:.1f}v10"
            self.parts.append(f'<path class="spread" d="{whisker}" fill="none" stroke="{colour}" stroke-width="1.8"/>')
        self.parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{colour}"/>')

    def _grid(self, axis: Axis, top: float, bottom: float) -> None:
        path = "".join(f"M{self._x(tick.value, axis):.1f},{top:.1f}V{bottom + 4:.1f}" for tick in axis.ticks)
        self.parts.append(f'<path d="{path}" stroke="{self.colours["rule"]}" fill="none"/>')

    def _ticks(self, axis: Axis) -> None:
        """The words below an axis; where they would touch, every second one steps down a line."""
        words = [tick.label.text(self.language) for tick in axis.ticks]
        xs = [self._x(tick.value, axis) for tick in axis.ticks]
        step = min((later - earlier for earlier, later in pairwise(xs)), default=999.0)
        crowded = max((measured(word, 12) for word in words), default=0.0) + 6 > step
        for place, (word, x) in enumerate(zip(words, xs, strict=True)):
            self._say(word, x, self.y + 16 + (14 if crowded and place % 2 else 0), size=12, anchor="middle")
        self.y += 34 if crowded else 20
        for line in fitted(axis.label.text(self.language), self.end - self.start + 80, 12, 2) if axis.label != Label() else ():
            self.y += 14
            self._say(line, (self.start + self.end) / 2, self.y, size=12, soft=True, anchor="middle")
        self.y += 4

    def _note(self) -> None:
        for line in fitted(self.plot.note.text(self.language), WIDTH - 2 * _MARGIN, 12, 4):
            self.y += 16
            self._say(line, _MARGIN, self.y, size=12, soft=True)
        self.y += 4
        sources = source_lines(self.plot.entries, self.plot.kind, self.terms, (self.language,), WIDTH - 2 * _MARGIN)
        for words in sources:
            self.y += 15
            self._say(words.text, _MARGIN, self.y, size=SMALL, soft=True)
        self.y += 4

    def _lines(self, lines: Sequence[str], x: float, y: float, *, bold: bool = False, soft: bool = False) -> None:
        for place, line in enumerate(lines):
            self._say(line, x, y + place * _LINE + 13, bold=bold, soft=soft)

    def _rule(self, y: float, *, strong: bool = False) -> None:
        colour = self.colours["soft" if strong else "rule"]
        self.parts.append(f'<path d="M{_MARGIN:g},{y:.1f}H{WIDTH - _MARGIN:g}" stroke="{colour}"/>')

    def _say(
        self,
        text: str,
        x: float,
        y: float,
        *,
        size: float = _SIZE,
        bold: bool = False,
        soft: bool = False,
        anchor: str = "",
        fill: str = "",
    ) -> None:
        weight = ' font-weight="700"' if bold else ""
        held = f' text-anchor="{anchor}"' if anchor else ""
        height = f' font-size="{size:g}"' if size != _SIZE else ""
        colour = fill or (self.colours["soft"] if soft else "")
        filled = f' fill="{colour}"' if colour else ""
        self.parts.append(f'<text x="{_short(x)}" y="{_short(y)}"{height}{weight}{held}{filled}>{xml_text(text)}</text>')

    def _x(self, value: float, axis: Axis) -> float:
        share = (value - axis.low) / (axis.high - axis.low) if axis.high > axis.low else 0.0
        return self.start + 8 + min(1.0, max(0.0, share)) * (self.end - self.start - 16)


def _short(number: float) -> str:
    """To a tenth, without a zero that says nothing: there are hundreds of these in a page."""
    return f"{number:.1f}".removesuffix(".0")


def _places(columns: Sequence[Column], start: float) -> list[tuple[Column, float]]:
    """Each column with where it begins."""
    placed, x = [], start
    for one in columns:
        placed.append((one, x))
        x += one.width + _GAP
    return placed
