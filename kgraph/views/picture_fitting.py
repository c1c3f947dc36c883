"""The layout of a picture that shows its labels largest on a sheet of a given shape: downwards, sideways, or to and fro."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgraph.model import Language
from kgraph.views.curves import Point
from kgraph.views.drawing import Drawing, DrawnLink, drawn_links, drawn_variables
from kgraph.views.layout import Box, Frame, Placement, placed, placed_across, snaked
from kgraph.views.naming import Terms
from kgraph.views.picture import GraphPicture

_MANY = 40
_LETTERS = (19, 15, 13)
_BESIDE, _LAYER_GAP, _ROW_GAP = 18.0, 44.0, 38.0


def fitting(picture: GraphPicture, terms: Terms, room: Point, *, languages: Sequence[Language], largest: float) -> Drawing:
    """A drawing that comes out largest in a room of this width and height; its two placements are one.

    Parameters
    ----------
    picture : GraphPicture
        What is drawn.
    terms : Terms
        Classes of entities.
    room : (width, height)
        Only its shape and the bound on the scale count.
    languages : sequence of Language
        What stands in each box.
    largest : float
        No placement gains by a scale above this one; of those that reach it the first is taken: broad boxes before narrow
        ones, sideways before downwards.

    Notes
    -----
    A layout for each of some dozen ways to break the labels and to fill the room.
    """
    links = drawn_links(picture)
    best: tuple[float, Drawing] | None = None
    for letters in _LETTERS if len(picture.variables) <= _MANY else _LETTERS[1:2]:
        variables = drawn_variables(picture, terms, languages, letters)
        for placement in _placements([one.box for one in variables], links, room):
            fit = round(min(room[0] / placement.width, room[1] / placement.height, largest), 2)
            if best is None or fit > best[0]:
                best = fit, Drawing(variables=variables, links=links, wide=placement, narrow=placement)
            if fit == largest:
                return best[1]
    assert best is not None
    return best[1]


def _placements(boxes: Sequence[Box], links: Sequence[DrawnLink], room: Point) -> Iterator[Placement]:
    """The layouts to try, the best liked first: to and fro for a path, sideways, downwards."""
    ends = [(one.link.subject.id, one.link.object.id) for one in links]
    marked = frozenset(place for place, one in enumerate(links) if one.marked)
    for columns in range(len(boxes), 1, -1):
        path = snaked(boxes, ends, columns, marked, gaps=(_LAYER_GAP, _ROW_GAP))
        if path is None:
            break
        yield path
    few = len(boxes) <= _MANY
    for columns in range(1, 8) if few else range(6, 13, 2):
        # Sideways first: a slide is wider than high, and people read from left to right.
        yield placed_across(boxes, ends, Frame(width=room[1], height=room[0], columns=(columns,), gap_x=_BESIDE, gap_y=_LAYER_GAP), marked)
    for columns in range(2, 10) if few else range(6, 13, 2):
        yield placed(boxes, ends, Frame(width=room[0], height=room[1], columns=(columns,), gap_x=_BESIDE, gap_y=_ROW_GAP), marked)
