"""Ways round boxes for the links whose curve would run behind one: down through the gaps of each row that lies between.

Boxes of one part of a graph stand in rows. A link that passes rows crosses each through one of its gaps; the gaps are chosen together, by
dynamic programming over the rows, so that the way is short and gaps are shared by few. Between two rows it moves sideways, where no
box is. What comes out is a line of points with round corners, which never touches a box that is not at its end.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgraph.views.curves import Curve, Point, Sized, behind

_CLEAR = 4.0
_BESIDE = 5.0
_SHARED = 14.0
_CORNER = 9.0
_STRAY = 40.0
_NARROWEST = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A line through points, from the border of the box of its tail to that of its head."""

    points: tuple[Point, ...]

    @property
    def start(self) -> Point:
        """Where it leaves."""
        return self.points[0]

    @property
    def end(self) -> Point:
        """Where it arrives."""
        return self.points[-1]

    def turned(self) -> Route:
        """The same line with rows for columns."""
        return Route(points=tuple((y, x) for x, y in self.points))

    def at(self, share: float) -> Point:
        """The point at a share (0 … 1) of its length."""
        left = share * sum(math.dist(*step) for step in pairwise(self.points))
        for (ax, ay), (bx, by) in pairwise(self.points):
            length = math.dist((ax, ay), (bx, by))
            if left <= length and length > 0:
                return ax + (bx - ax) * left / length, ay + (by - ay) * left / length
            left -= length
        return self.end

    def path(self, short: float = 0.0) -> str:
        """The line as an SVG path with round corners, ending this much before its end."""
        (ax, ay), (bx, by) = self.points[-2:]
        length = max(1.0, math.dist((ax, ay), (bx, by)))
        share = max(0.0, 1 - short / length)
        points = [*self.points[:-1], (ax + share * (bx - ax), ay + share * (by - ay))]
        # Whole units: nobody sees a tenth, and a page holds each path twice.
        words = [f"M{_pair(points[0])}"]
        for before, corner, after in zip(points, points[1:], points[2:], strict=False):
            first, last = _towards(corner, before), _towards(corner, after)
            words.append(f"L{_pair(first)}Q{_pair(corner)} {_pair(last)}")
        return "".join([*words, f"L{_pair(points[-1])}"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """For each link its route, or nothing where its curve is clear; and a point for its badge, on the one that is drawn."""

    routes: tuple[Route | None, ...]
    marks: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Boxes at one height: from where to where, and the gaps beside and between them."""

    top: float
    bottom: float
    gaps: tuple[tuple[float, float], ...]


def ways_round(
    curves: Sequence[Curve],
    boxes: Sequence[Sized],
    centres: Mapping[str, Point],
    links: Sequence[tuple[str, str]],
    sheet: Point,
) -> tuple[Route | None, ...]:
    """Routes for the links whose curve runs behind a box, in the order of the links; nothing for the others.

    Parameters
    ----------
    curves, links : sequence
        The curve of each link, and its ends.
    boxes, centres : sequence, mapping
        Boxes and where they stand.
    sheet : (width, height)
        Routes stay on it.

    Notes
    -----
    O(rows · gaps²) for each link that needs one.
    """
    sizes = {box.id: (box.width, box.height) for box in boxes}
    used: dict[tuple[float, float, float], int] = {}
    routes: list[Route | None] = []
    rows = _rows(boxes, centres, sheet)
    for curve, ends in zip(curves, links, strict=True):
        if ends[0] == ends[1] or not behind([curve], boxes, centres, [ends]):
            routes.append(None)
            continue
        route = _route(ends, centres, sizes, rows, used)
        worse = route is not None and behind(
            [_as_curve(step) for step in pairwise(route.points)], boxes, centres, [ends] * (len(route.points) - 1)
        )
        routes.append(None if worse else route)
    return tuple(routes)


def _rows(boxes: Sequence[Sized], centres: Mapping[str, Point], sheet: Point) -> list[_Row]:
    """The rows of boxes, top first: boxes whose heights overlap stand in one."""
    rows: list[list[Sized]] = []
    bottom = -math.inf
    for box in sorted(boxes, key=lambda one: (centres[one.id][1] - one.height / 2, one.id)):
        top = centres[box.id][1] - box.height / 2
        if top < bottom + 2 * _CLEAR and rows:
            rows[-1].append(box)
        else:
            rows.append([box])
        bottom = max(bottom, top + box.height)
    return [_row(members, centres, sheet) for members in rows]


def _row(members: Sequence[Sized], centres: Mapping[str, Point], sheet: Point) -> _Row:
    spans = sorted((centres[one.id][0] - one.width / 2 - _CLEAR, centres[one.id][0] + one.width / 2 + _CLEAR) for one in members)
    gaps, left = [], 2.0
    for start, end in spans:
        if start - left >= _NARROWEST - 2 * (left <= 2.0):
            gaps.append((left, start))
        left = max(left, end)
    if sheet[0] - 2 - left >= _NARROWEST - 2:
        gaps.append((left, sheet[0] - 2))
    top = min(centres[one.id][1] - one.height / 2 for one in members)
    bottom = max(centres[one.id][1] + one.height / 2 for one in members)
    return _Row(top=top, bottom=bottom, gaps=tuple(gaps))


def _route(
    ends: tuple[str, str],
    centres: Mapping[str, Point],
    sizes: Mapping[str, tuple[float, float]],
    rows: Sequence[_Row],
    used: dict[tuple[float, float, float], int],
) -> Route | None:
    """The way from one box to the other through the rows between; along the nearest channel where they stand in one row."""
    heights = (centres[one][1] for one in ends)
    places = [next(number for number, row in enumerate(rows) if row.top <= y <= row.bottom) for y in heights]
    if places[0] == places[1]:
        return _beside(ends, centres, sizes, rows, places[0])
    upwards = places[0] > places[1]
    between = rows[min(places) + 1 : max(places)]
    upper, lower = (ends[1], ends[0]) if upwards else ends
    crossed = _crossings(centres[upper], centres[lower], between, used)
    if crossed is None:
        return None
    points: list[Point] = []
    for row, x in zip(between, crossed, strict=True):
        points += [(x, row.top - _CLEAR), (x, row.bottom + _CLEAR)]
    # Out of the row of the upper box and into that of the lower one; boxes beside them may be higher.
    first, last = rows[min(places)], rows[max(places)]
    inner = [crossed[0], crossed[-1]] if crossed else [centres[lower][0], centres[upper][0]]
    out, into = (_port(centres[one], sizes[one], x) for one, x in ((upper, inner[0]), (lower, inner[1])))
    points = [(out, centres[upper][1] + sizes[upper][1] / 2), (out, first.bottom + _CLEAR), *points]
    points += [(into, last.top - _CLEAR), (into, centres[lower][1] - sizes[lower][1] / 2)]
    return Route(points=_straightened(points[::-1] if upwards else points))


def _crossings(upper: Point, lower: Point, between: Sequence[_Row], used: dict[tuple[float, float, float], int]) -> list[float] | None:
    """Where each row is crossed: of all choices of gaps the one that strays least and shares least."""
    # Each state: cost so far, where the row is crossed, the gap, and the state before.
    states: list[list[tuple[float, float, tuple[float, float, float], int]]] = []
    for number, row in enumerate(between):
        straight = upper[0] + (lower[0] - upper[0]) * (number + 1) / (len(between) + 1)
        found = []
        for left, right in row.gaps:
            gap = (row.top, left, right)
            count = used.get(gap, 0)
            aside = (count + 1) // 2 * _BESIDE * (1 if count % 2 else -1)
            x = min(max(straight + aside, left + 3), right - 3)
            x = min(max(x + (aside if x in (left + 3, right - 3) else 0.0), left + 3), right - 3)
            before = states[-1] if states else [(0.0, upper[0], gap, -1)]
            cost, origin = min((one[0] + _step(one[1], x), place) for place, one in enumerate(before))
            found.append((cost + _SHARED * count + 0.2 * abs(x - straight), x, gap, origin))
        if not found:
            return None
        states.append(found)
    if not states:
        return []
    place = min(range(len(states[-1])), key=lambda one: (states[-1][one][0] + _step(states[-1][one][1], lower[0]), one))
    crossed: list[float] = []
    for row_states in reversed(states):
        _, x, gap, origin = row_states[place]
        used[gap] = used.get(gap, 0) + 1
        crossed.append(x)
        place = origin
    return crossed[::-1]


def _step(start: float, end: float) -> float:
    """What moving sideways between two rows costs; any move at all costs a corner."""
    return abs(end - start) + (_STRAY if abs(end - start) > 1 else 0.0)


def _beside(
    ends: tuple[str, str],
    centres: Mapping[str, Point],
    sizes: Mapping[str, tuple[float, float]],
    rows: Sequence[_Row],
    place: int,
) -> Route:
    """Over the boxes between two of one row, in the channel above it; below it where there is none above."""
    row = rows[place]
    (tx, ty), (hx, hy) = centres[ends[0]], centres[ends[1]]
    turn = 1 if hx > tx else -1
    above = place > 0
    y = row.top - 2 * _CLEAR if above else row.bottom + 2 * _CLEAR
    side = -1 if above else 1
    out, into = tx + turn * sizes[ends[0]][0] / 4, hx - turn * sizes[ends[1]][0] / 4
    start, end = ty + side * sizes[ends[0]][1] / 2, hy + side * sizes[ends[1]][1] / 2
    return Route(points=((out, start), (out, y), (into, y), (into, end)))


def _port(centre: Point, size: tuple[float, float], x: float) -> float:
    """Where on the border of a box a line leaves for a place: straight above or below it where it can."""
    half = max(0.0, size[0] / 2 - 12)
    return min(max(x, centre[0] - half), centre[0] + half)


def _straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same line without points that lie on the way between their neighbours."""
    kept = [points[0]]
    for before, one, after in zip(points, points[1:], points[2:], strict=False):
        cross = (one[0] - before[0]) * (after[1] - before[1]) - (one[1] - before[1]) * (after[0] - before[0])
        if abs(cross) > 1e-6:
            kept.append(one)
    return (*kept, points[-1])


def _towards(corner: Point, other: Point) -> Point:
    """The point from which a corner is rounded: near it, and never past the middle of the stretch."""
    length = math.dist(corner, other)
    share = min(0.5, _CORNER / length) if length else 0.0
    return corner[0] + share * (other[0] - corner[0]), corner[1] + share * (other[1] - corner[1])


def _pair(point: Point) -> str:
    return f"{point[0]:.0f},{point[1]:.0f}"


def _as_curve(step: tuple[Point, Point]) -> Curve:
    (ax, ay), (bx, by) = step
    return Curve(start=step[0], control=((ax + bx) / 2, (ay + by) / 2), end=step[1], bend=0.0)
