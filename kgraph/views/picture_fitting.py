"""The layout of a picture that shows its labels largest on a sheet of a given shape: downwards, sideways, or to and fro."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgraph.model import Language
from kgraph.views.curves import Point, behind
from kgraph.views.drawing import Drawing, DrawnLink, DrawnVariable, drawn_links, drawn_variables
from kgraph.views.layout import Box, Frame, Placement, placed, placed_across, rough_size, snaked
from kgraph.views.naming import Terms
from kgraph.views.picture import GraphPicture

_MANY = 40
_LETTERS = (19, 15, 12)
_BESIDE, _LAYER_GAP, _ROW_GAP = 18.0, 44.0, 38.0
_TIGHTNESS = ((1.0, 1.0), (0.8, 0.8), (0.64, 0.8))
_TRIED = 8
_BEHIND = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way to draw a picture: how labels are broken, which way layers run, how many boxes stand in one, and how close."""

    variables: tuple[DrawnVariable, ...]
    across: bool
    frame: Frame

    @property
    def boxes(self) -> list[Box]:
        return [one.box for one in self.variables]


def fitting(picture: GraphPicture, terms: Terms, room: Point, *, languages: Sequence[Language], largest: float) -> Drawing:
    """A drawing that comes out large and clear in a room of this width and height; its two placements are one.

    Parameters
    ----------
    picture : GraphPicture
        What is drawn.
    terms : Terms
        Classes of entities.
    room : (width, height)
        Its shape, and the bound on the scale.
    languages : sequence of Language
        What stands in each box.
    largest : float
        No placement gains by a scale above this one.

    Notes
    -----
    Some dozens of ways are measured roughly; the few that come out largest are laid out in full, and each line behind a box counts as
    much as a hundredth of the scale. At a tie: broad boxes before narrow ones, sideways before downwards.
    """
    links = drawn_links(picture)
    ends = [(one.link.subject.id, one.link.object.id) for one in links]
    many = len(picture.variables) > _MANY
    broken = [drawn_variables(picture, terms, languages, letters) for letters in (_LETTERS[1:2] if many else _LETTERS)]
    path = _path(broken, links, ends, room, largest)
    if path is not None:
        return path
    marked = _marked(links)
    ranked = sorted(
        (
            (-_fit(rough_size(way.boxes, ends, way.frame, across=way.across), room, largest), place, way)
            for place, way in _numbered(broken, room)
        ),
        key=lambda one: one[:2],
    )
    best: tuple[float, Drawing] | None = None
    for _, _, way in ranked[: _TRIED // 4 if many else _TRIED]:
        placement = (placed_across if way.across else placed)(way.boxes, ends, way.frame, marked)
        hidden = behind(placement.curves, way.boxes, placement.centres, ends)
        score = round(_fit((placement.width, placement.height), room, largest) * _BEHIND**hidden, 4)
        if best is None or score > best[0]:
            best = score, _drawing(way.variables, links, placement)
    assert best is not None
    return best[1]


def _path(
    broken: Sequence[tuple[DrawnVariable, ...]],
    links: tuple[DrawnLink, ...],
    ends: Sequence[tuple[str, str]],
    room: Point,
    largest: float,
) -> Drawing | None:
    """The picture to and fro, if it is a single path."""
    best: tuple[float, Drawing] | None = None
    for variables in broken:
        for columns in range(max(2, len(variables)), 1, -1):
            placement = snaked([one.box for one in variables], ends, columns, _marked(links), gaps=(_LAYER_GAP, _ROW_GAP))
            if placement is None:
                return None
            fit = _fit((placement.width, placement.height), room, largest)
            if best is None or fit > best[0]:
                best = fit, _drawing(variables, links, placement)
    return best[1] if best else None


def _numbered(broken: Sequence[tuple[DrawnVariable, ...]], room: Point) -> Iterator[tuple[int, _Way]]:
    """The ways to try, numbered, the best liked first."""
    number = 0
    most = len(broken[0])
    for tight, beside in _TIGHTNESS:
        for variables in broken:
            for across in (True, False):
                for columns in range(1, max(1, min(most, 14)) + 1):
                    # A slide is wider than high, and people read from left to right: layers stand sideways where that is as large.
                    frame = Frame(
                        width=room[1] if across else room[0],
                        height=room[0] if across else room[1],
                        columns=(columns,),
                        gap_x=_BESIDE * beside,
                        gap_y=(_LAYER_GAP if across else _ROW_GAP) * tight,
                    )
                    yield number, _Way(variables=variables, across=across, frame=frame)
                    number += 1


def _fit(size: Point, room: Point, largest: float) -> float:
    return round(min(room[0] / size[0], room[1] / size[1], largest), 2)


def _marked(links: Sequence[DrawnLink]) -> frozenset[int]:
    return frozenset(place for place, one in enumerate(links) if one.marked)


def _drawing(variables: tuple[DrawnVariable, ...], links: tuple[DrawnLink, ...], placement: Placement) -> Drawing:
    return Drawing(variables=variables, links=links, wide=placement, narrow=placement)
