"""Where everything stands in a picture: a deterministic layered layout, top-down, wrapped to a wanted shape.

No randomness and no physics: the same input gives the same positions. Rows come from `layering.py`, curves that go round boxes
from `curves.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgraph.views.curves import Curve, Point, mark_points, routed
from kgraph.views.packing import MARGIN, packed
from kgraph.views.packing import Box as Box
from kgraph.views.routing import Route, Ways, ways_round

GAP_X = 38.0
GAP_Y = 34.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Centres of boxes by id, curves of links in the order given, and the size of the whole; the corner is (0, 0).

    `marks` holds, for each link, the point where a badge stands clear of boxes and other badges. Curves are what vis-network draws, and
    some cannot help running behind a box; `ways` holds a route round the boxes for these, and badges on what is then drawn.
    """

    centres: Mapping[str, Point]
    curves: tuple[Curve, ...]
    marks: tuple[Point, ...]
    ways: Ways
    width: float
    height: float

    @property
    def lines(self) -> tuple[Curve | Route, ...]:
        """What to draw for each link, where one is free to draw it: its route, else its curve."""
        return tuple(route or curve for route, curve in zip(self.ways.routes, self.curves, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The shape that a layout should fill, in units of its boxes, and how many boxes may stand side by side."""

    width: float
    height: float
    columns: tuple[int, ...]
    gap_x: float = GAP_X
    gap_y: float = GAP_Y


def placed(boxes: Sequence[Box], links: Sequence[tuple[str, str]], frame: Frame, marked: frozenset[int] = frozenset()) -> Placement:
    """Place boxes and route links.

    Parameters
    ----------
    boxes : sequence of Box
        Order decides where nothing else does.
    links : sequence of (tail id, head id)
        Ends that are not among the boxes are an error of the caller.
    frame : Frame
        Of its column counts the one is taken whose drawing can be shown largest in the frame; at a tie, the widest.
    marked : frozenset of int
        The places of the links that carry a badge.

    Returns
    -------
    Placement
        Boxes never overlap.

    Notes
    -----
    About O(sweeps · links + curves · boxes · links): under a second for 150 boxes.
    """
    chosen = _centres(boxes, links, frame)
    return _routed(boxes, chosen, links, marked)


def placed_across(boxes: Sequence[Box], links: Sequence[tuple[str, str]], frame: Frame, marked: frozenset[int] = frozenset()) -> Placement:
    """The same with layers from left to right; the width and height of the frame, its gaps and counts are those of the turned picture."""
    centres = {one: (y, x) for one, (x, y) in _centres(_turned(boxes), links, frame).items()}
    return _routed(boxes, centres, links, marked, across=True)


def rough_size(boxes: Sequence[Box], links: Sequence[tuple[str, str]], frame: Frame, *, across: bool) -> Point:
    """About how wide and high `placed` or `placed_across` will be with the first count of columns; many times quicker."""
    columns = frame.columns[0]
    stood = _turned(boxes) if across else boxes
    size = _extent(stood, packed(stood, links, columns, _rows_in(frame, columns), (frame.gap_x, frame.gap_y), fine=False))
    return (size[1], size[0]) if across else size


def _turned(boxes: Sequence[Box]) -> list[Box]:
    return [Box(id=box.id, width=box.height, height=box.width) for box in boxes]


def snaked(
    boxes: Sequence[Box], links: Sequence[tuple[str, str]], columns: int, marked: frozenset[int], *, gaps: tuple[float, float]
) -> Placement | None:
    """A path of boxes in rows, to the right and back to the left by turns; nothing where the links are no single path."""
    order = _path(boxes, links)
    if order is None:
        return None
    rows = [order[start : start + columns] for start in range(0, len(order), columns)]
    step = max(box.width for box in boxes) + gaps[0]
    centres: dict[str, Point] = {}
    top = MARGIN
    for number, row in enumerate(rows):
        height = max(box.height for box in row)
        for place, box in enumerate(row):
            x = place if number % 2 == 0 else columns - 1 - place
            centres[box.id] = (float(round(MARGIN + (x + 0.5) * step - gaps[0] / 2)), float(round(top + height / 2)))
        top += height + gaps[1]
    return _routed(boxes, centres, links, marked)


def _path(boxes: Sequence[Box], links: Sequence[tuple[str, str]]) -> list[Box] | None:
    """The boxes in the order of the one path that the links make, if they make one."""
    known, after = {box.id: box for box in boxes}, dict(links)
    starts = [box for box in boxes if box.id not in after.values()]
    if len(links) != len(boxes) - 1 or len(after) != len(links) or len(starts) != 1:
        return None
    order = starts
    while order[-1].id in after:
        order = [*order, known[after[order[-1].id]]]
    return order if len(order) == len(boxes) else None


def _centres(boxes: Sequence[Box], links: Sequence[tuple[str, str]], frame: Frame) -> dict[str, Point]:
    gaps = (frame.gap_x, frame.gap_y)
    ranks: list[tuple[float, int]] = []
    for columns in frame.columns if len(frame.columns) > 1 else ():
        width, height = _extent(boxes, packed(boxes, links, columns, _rows_in(frame, columns), gaps, fine=False))
        ranks.append((round(min(frame.width / width, frame.height / height, 1.3), 2), columns))
    columns = max(ranks)[1] if ranks else frame.columns[0]
    return packed(boxes, links, columns, _rows_in(frame, columns), gaps, fine=True)


def _routed(
    boxes: Sequence[Box], centres: dict[str, Point], links: Sequence[tuple[str, str]], marked: frozenset[int], *, across: bool = False
) -> Placement:
    """Lines between placed boxes; routes are sought in rows, and for layers from left to right in the picture turned over."""
    width, height = _extent(boxes, centres)
    curves = routed(boxes, centres, links, (width, height))
    badged = [place in marked for place in range(len(links))]
    marks = mark_points(curves, boxes, centres, badged)
    if across:
        stood, places = _turned(boxes), {one: (y, x) for one, (x, y) in centres.items()}
        found = ways_round([curve.turned() for curve in curves], stood, places, links, (height, width))
        routes = tuple(route and route.turned() for route in found)
    else:
        routes = ways_round(curves, boxes, centres, links, (width, height))
    lines = [route or curve for route, curve in zip(routes, curves, strict=True)]
    ways = Ways(routes=routes, marks=mark_points(lines, boxes, centres, badged) if any(routes) else marks)
    return Placement(centres=centres, curves=curves, marks=marks, ways=ways, width=width, height=height)


def _rows_in(frame: Frame, columns: int) -> int:
    """The number of rows that fills the frame when this many boxes stand side by side."""
    return max(4, int(columns * frame.height / frame.width * 1.6))


def _extent(boxes: Sequence[Box], centres: Mapping[str, Point]) -> Point:
    """Width and height of everything, with the margin on all sides."""
    right = max((centres[box.id][0] + box.width / 2 for box in boxes), default=0.0)
    bottom = max((centres[box.id][1] + box.height / 2 for box in boxes), default=0.0)
    return right + MARGIN, bottom + MARGIN
