"""Links as curves that go round boxes: quadratic curves with one control point, the same that vis-network draws.

A curve is fixed by its bend: 0 is straight, positive bends to the right of the way from tail to head (``curvedCW`` of
vis-network with that roundness), negative to the left (``curvedCCW``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

_BENDS = (0.0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.45, -0.45, 0.6, -0.6, 0.75, -0.75)
_SAMPLES = 24
_CLEARANCE = 5.0

Point = tuple[float, float]


class Sized(Protocol):
    """Anything with an id and a size; a `layout.Box` is."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def width(self) -> float:
        """Its width."""

    @property
    def height(self) -> float:
        """Its height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A quadratic curve: where it leaves the box of its tail, its control point, where it meets the box of its head."""

    start: Point
    control: Point
    end: Point
    bend: float

    def turned(self) -> Curve:
        """The same curve with rows for columns."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.control, self.end
        return Curve(start=(ay, ax), control=(by, bx), end=(cy, cx), bend=-self.bend)

    def at(self, share: float) -> Point:
        """The point at a share (0 … 1) of the way."""
        return _quadratic(self.start, self.control, self.end, share)


def routed(boxes: Sequence[Sized], centres: Mapping[str, Point], links: Sequence[tuple[str, str]], sheet: Point) -> tuple[Curve, ...]:
    """One curve for each link, in order: of a few bends the one that meets the fewest other boxes, then the least bent.

    Curves stay on the sheet, given by its width and height, where one of them can. Links that join the same two boxes get different sides.

    Notes
    -----
    O(links · bends · samples · boxes near the link).
    """
    sizes = {box.id: (box.width, box.height) for box in boxes}
    taken: dict[frozenset[str], list[float]] = {}
    curves: list[Curve] = []
    together: dict[frozenset[str], int] = {}
    for link in links:
        together[frozenset(link)] = together.get(frozenset(link), 0) + 1
    for tail, head in links:
        if tail == head:
            curves.append(_loop(centres[tail], sizes[tail]))
            continue
        pair = frozenset((tail, head))
        others = [(centres[box.id], sizes[box.id]) for box in boxes if box.id not in pair]
        turn = 1.0 if tail < head else -1.0
        used = taken.setdefault(pair, [])
        allowed = [bend for bend in _BENDS if bend * turn not in used and (together[pair] == 1 or abs(bend) >= 0.2)]
        candidates = (_between(centres[tail], sizes[tail], centres[head], sizes[head], bend) for bend in allowed or _BENDS)
        best = _clearest(candidates, others, sheet)
        used.append(best.bend * turn)
        curves.append(best)
    return tuple(curves)


class Line(Protocol):
    """Anything drawn between two boxes; a `Curve` is, and a `routing.Route`."""

    def at(self, share: float, /) -> Point:
        """The point at a share (0 … 1) of the way."""


def mark_points(curves: Sequence[Line], boxes: Sequence[Sized], centres: Mapping[str, Point], wanted: Sequence[bool]) -> tuple[Point, ...]:
    """A point on each curve for its badge: the nearest to its middle that is clear of boxes and of badges placed before.

    Curves whose badge is not wanted get their middle and push nobody away.
    """
    placed: list[Point] = []
    points: list[Point] = []
    areas = [(centres[box.id], (box.width, box.height)) for box in boxes]
    for curve, asked in zip(curves, wanted, strict=True):
        shares = sorted((step / 40 for step in range(6, 35)), key=lambda share: (abs(share - 0.5), share))
        candidates = [curve.at(share) for share in shares] if asked else [curve.at(0.5)]
        best = min(candidates, key=lambda point: _crowding(point, areas, placed)) if asked else candidates[0]
        points.append(best)
        placed += [best] if asked else []
    return tuple(points)


def behind(curves: Sequence[Curve], boxes: Sequence[Sized], centres: Mapping[str, Point], links: Sequence[tuple[str, str]]) -> int:
    """How many times a curve runs behind a box that is not at its end: a measure of how clear a drawing is."""
    count = 0
    for curve, ends in zip(curves, links, strict=True):
        areas = [(centres[box.id], (box.width, box.height)) for box in boxes if box.id not in ends]
        near = _near(curve, areas)
        # A point each few units, and boxes a little larger, so that not even a corner is cut unseen.
        steps = max(12, int(math.dist(curve.start, curve.control) + math.dist(curve.control, curve.end)) // 4) if near else 1
        points = [curve.at(step / steps) for step in range(1, steps)]
        count += sum(any(abs(x - cx) < w / 2 + 2 and abs(y - cy) < h / 2 + 2 for x, y in points) for (cx, cy), (w, h) in near)
    return count


def _crowding(point: Point, areas: Sequence[tuple[Point, Point]], placed: Sequence[Point]) -> int:
    x, y = point
    behind = sum(abs(x - cx) < w / 2 + 11 and abs(y - cy) < h / 2 + 10 for (cx, cy), (w, h) in areas)
    return 2 * behind + sum(abs(x - px) < 24 and abs(y - py) < 20 for px, py in placed)


def control_point(tail: Point, head: Point, bend: float) -> Point:
    """The control point that vis-network gives to a curve of this bend between two centres."""
    dx, dy = head[0] - tail[0], tail[1] - head[1]
    angle = math.atan2(dy, dx) + (0.5 * bend + 0.5) * math.pi
    reach = (0.5 * abs(bend) + 0.5) * math.hypot(dx, dy)
    return tail[0] + reach * math.sin(angle), tail[1] + reach * math.cos(angle)


def _between(tail: Point, tail_size: Point, head: Point, head_size: Point, bend: float) -> Curve:
    control = control_point(tail, head, bend)
    start = _border(tail, control, head, tail_size, from_tail=True)
    end = _border(tail, control, head, head_size, from_tail=False)
    first, last = (point[2] for point in (start, end))
    # The part of the curve between the borders is itself quadratic; its control point is the blossom at both shares.
    a, b, c = tail, control, head
    middle = tuple(
        (1 - first) * (1 - last) * a[axis] + ((1 - first) * last + first * (1 - last)) * b[axis] + first * last * c[axis] for axis in (0, 1)
    )
    return Curve(start=start[:2], control=(middle[0], middle[1]), end=end[:2], bend=bend)


def _border(tail: Point, control: Point, head: Point, size: Point, *, from_tail: bool) -> tuple[float, float, float]:
    """Where the curve crosses the border of one end, and at which share."""
    centre = tail if from_tail else head
    inside, outside = (0.0, 0.5) if from_tail else (1.0, 0.5)
    for _ in range(18):
        share = (inside + outside) / 2
        x, y = _quadratic(tail, control, head, share)
        if abs(x - centre[0]) <= size[0] / 2 and abs(y - centre[1]) <= size[1] / 2:
            inside = share
        else:
            outside = share
    x, y = _quadratic(tail, control, head, inside)
    return x, y, inside


def _loop(centre: Point, size: Point) -> Curve:
    x, y = centre[0] + size[0] / 2, centre[1]
    return Curve(start=(x, y - 8), control=(x + 40, y), end=(x, y + 8), bend=0.0)


def _clearest(curves: Iterable[Curve], boxes: Sequence[tuple[Point, Point]], sheet: Point) -> Curve:
    """The first curve that meets nothing, else the one that meets least; the curves come with the best liked first."""
    best: tuple[int, Curve] | None = None
    for curve in curves:
        hits = _met(curve, _near(curve, boxes)) + _off(curve, sheet)
        if best is None or hits < best[0]:
            best = hits, curve
        if hits == 0:
            break
    assert best is not None
    return best[1]


def _near(curve: Curve, boxes: Sequence[tuple[Point, Point]]) -> list[tuple[Point, Point]]:
    """The boxes that the curve could meet: a quadratic curve lies within its three points."""
    (ax, ay), (bx, by), (cx, cy) = curve.start, curve.control, curve.end
    left, right, top, bottom = min(ax, bx, cx) - 5, max(ax, bx, cx) + 5, min(ay, by, cy) - 5, max(ay, by, cy) + 5
    return [
        ((x, y), (w, h)) for (x, y), (w, h) in boxes if left < x + w / 2 and x - w / 2 < right and top < y + h / 2 and y - h / 2 < bottom
    ]


def _met(curve: Curve, boxes: Sequence[tuple[Point, Point]]) -> int:
    """How many sample points of the curve lie in a box or right beside it."""
    hits = 0
    for step in range(1, _SAMPLES):
        x, y = curve.at(step / _SAMPLES)
        hits += sum(abs(x - cx) < w / 2 + _CLEARANCE and abs(y - cy) < h / 2 + _CLEARANCE for (cx, cy), (w, h) in boxes)
    return hits


def _off(curve: Curve, sheet: Point) -> int:
    """How much of the curve lies off the sheet."""
    points = (curve.at(step / _SAMPLES) for step in range(_SAMPLES))
    return 2 * sum(not (2 < x < sheet[0] - 2 and 2 < y < sheet[1] - 2) for x, y in points)


def _quadratic(a: Point, b: Point, c: Point, share: float) -> Point:
    rest = 1 - share
    return (
        rest * rest * a[0] + 2 * rest * share * b[0] + share * share * c[0],
        rest * rest * a[1] + 2 * rest * share * b[1] + share * share * c[1],
    )
