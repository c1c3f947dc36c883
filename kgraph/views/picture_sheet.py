"""A picture set on a sheet for a slide or a paper: title, drawing, legend and sources, each with its place. No format is known here.

A unit is a point on a slide of 13.33 x 7.5 inches (960 x 540 points). A picture that cannot be read at that size gets a larger
sheet of the same shape, and says how large its labels are then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.model import Label, Language
from kgraph.views.curves import Point
from kgraph.views.drawing import FONT, Drawing
from kgraph.views.naming import Terms
from kgraph.views.picture import GraphPicture
from kgraph.views.picture_fitting import fitting
from kgraph.views.picture_ink import Theme
from kgraph.views.picture_legend import LegendItem, legend_rows
from kgraph.views.picture_words import Words, source_lines, title_lines
from kgraph.views.words import KIND

SLIDE = (960.0, 540.0)
SMALLEST = 12.0
_MARGIN = 26.0
_LARGEST = 1.45
_AIR = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that stands on a sheet. The drawing (its wide placement) is scaled by `scale`, and its corner lies at `corner`."""

    title: Label
    languages: tuple[Language, ...]
    theme: Theme
    drawing: Drawing
    corner: Point
    scale: float
    words: tuple[Words, ...]
    legend: tuple[LegendItem, ...]
    width: float
    height: float

    @property
    def label_points(self) -> float:
        """The size of the labels of variables, in points, when the sheet fills a slide."""
        return round(FONT * self.scale * SLIDE[0] / self.width, 1)


def sheet_of(picture: GraphPicture, terms: Terms, *, languages: Sequence[Language] = (Language.EN,), theme: Theme = Theme.LIGHT) -> Sheet:
    """A picture on the smallest sheet of the shape of a slide on which its labels have at least 12 points.

    Parameters
    ----------
    picture : GraphPicture
        What is drawn; its summary stands below its title.
    terms : Terms
        Names of references and entities.
    languages : sequence of Language
        One, or both: then each box, the title and the legend speak both.
    theme : Theme
        Light or dark paper.

    Notes
    -----
    About a dozen layouts are tried, and the one whose labels come out largest is taken.
    """
    tongues = tuple(languages)
    drawing = None
    width, height = SLIDE
    while True:
        inner = width - 2 * _MARGIN
        titles, head = title_lines(picture.title, picture.summary, tongues, inner)
        if drawing is None:
            # The legend is not known before the drawing; two rows and a line of sources are the usual.
            room = (inner, height - 2 * _MARGIN - head - 2 * _AIR - 62 * len(tongues))
            drawing = fitting(picture, terms, room, languages=tongues, largest=_LARGEST)
        legend, rows = legend_rows(drawing, tongues, inner)
        claims = [claim for link in picture.links for claim in link.claims]
        sources = source_lines(claims, KIND["claim"], terms, tongues, inner)
        foot = rows + max((one.place[1] for one in sources), default=0.0) + 9
        room = (inner, height - 2 * _MARGIN - head - foot - 2 * _AIR)
        scale = min(room[0] / drawing.wide.width, room[1] / drawing.wide.height, _LARGEST)
        if scale * FONT >= SMALLEST:
            break
        width, height = width * 1.03, height * 1.03
    top, bottom = _MARGIN + head + _AIR, height - _MARGIN - foot
    placed = drawing.wide
    return Sheet(
        title=picture.title,
        languages=tongues,
        theme=theme,
        drawing=drawing,
        corner=(_MARGIN + (room[0] - placed.width * scale) / 2, top + (room[1] - placed.height * scale) / 2),
        scale=scale,
        words=tuple(one.moved(_MARGIN, _MARGIN) for one in titles) + tuple(one.moved(_MARGIN, bottom + rows + 6) for one in sources),
        legend=tuple(one.moved(_MARGIN, bottom) for one in legend),
        width=round(width, 1),
        height=round(height, 1),
    )
