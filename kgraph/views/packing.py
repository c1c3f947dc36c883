"""Centres for boxes in layers: orders inside rows, places beside each other, the parts of a graph side by side. Rows: `layering.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgraph.views.curves import Point
from kgraph.views.layering import rows_of
from kgraph.views.untangling import Sheet, untangle

MARGIN = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A labelled box of fixed size, to be placed. `id` names it in links."""

    id: str
    width: float
    height: float


def packed(boxes: Sequence[Box], links: Sequence[tuple[str, str]], columns: int, tall: int, gaps: Point, *, fine: bool) -> dict[str, Point]:
    """The parts that hang together, each laid out by itself, the largest first, side by side on shelves."""
    parts = _parts(boxes, links)
    limit = MARGIN + columns * (max((box.width for box in boxes), default=0.0) + gaps[0])
    centres: dict[str, Point] = {}
    left, top, shelf = MARGIN, MARGIN, 0.0
    for part in parts:
        members = {box.id for box in part}
        inside = _layered(part, [link for link in links if link[0] in members], columns, tall, gaps, fine=fine)
        width = max(inside[box.id][0] + box.width / 2 for box in part)
        height = max(inside[box.id][1] + box.height / 2 for box in part)
        if left > MARGIN and left + width > limit:
            left, top, shelf = MARGIN, top + shelf + gaps[1], 0.0
        for box in part:
            x, y = inside[box.id]
            # Whole numbers, because vis-network rounds to them and lines must meet boxes alike in every drawing.
            centres[box.id] = (float(round(left + x)), float(round(top + y)))
        left, shelf = left + width + gaps[0], max(shelf, height)
    return centres


def _parts(boxes: Sequence[Box], links: Sequence[tuple[str, str]]) -> list[list[Box]]:
    """The connected parts, the largest first, then in the order of their first box."""
    home = {box.id: box.id for box in boxes}

    def root(one: str) -> str:
        while home[one] != one:
            home[one] = home[home[one]]
            one = home[one]
        return one

    for tail, head in links:
        home[root(tail)] = root(head)
    parts: dict[str, list[Box]] = {}
    for box in boxes:
        parts.setdefault(root(box.id), []).append(box)
    return sorted(parts.values(), key=len, reverse=True)


def _layered(
    boxes: Sequence[Box], links: Sequence[tuple[str, str]], columns: int, tall: int, gaps: Point, *, fine: bool
) -> dict[str, Point]:
    """One connected part: centres, with its corner at (0, 0)."""
    number = {box.id: place for place, box in enumerate(boxes)}
    arcs = [(number[tail], number[head]) for tail, head in links if tail != head]
    rows = rows_of(len(boxes), arcs, columns, tall)
    near: list[list[int]] = [[] for _ in boxes]
    for tail, head in arcs:
        near[tail].append(head)
        near[head].append(tail)
    rows = _sweep(rows, near) if fine else rows
    span = _span(rows, boxes, columns, gaps[0])
    xs, ys = _abscissas(rows, near, boxes, span, gaps[0]), _ordinates(rows, boxes, gaps[1])
    halves = [(box.width / 2, box.height / 2) for box in boxes]
    if fine:
        untangle(Sheet(rows=rows, xs=xs, ys=ys, halves=halves, links=sorted(set(arcs)), span=span, gap=gaps[0]))
    left = min(x - half for x, (half, _) in zip(xs, halves, strict=True))
    return {box.id: (xs[place] - left, ys[place]) for place, box in enumerate(boxes)}


def _span(rows: Sequence[Sequence[int]], boxes: Sequence[Box], columns: int, gap: float) -> float:
    """How wide a part may be: as many of the widest boxes as its fullest row holds, and a column more where that is free."""
    fullest = max(len(row) for row in rows)
    spare = min(1.0, columns - fullest) if len(boxes) > fullest and fullest < columns else 0.0
    needed = max(sum(boxes[one].width + gap for one in row) for row in rows)
    return max(needed, (fullest + spare) * (max(box.width for box in boxes) + gap)) - gap


def _ordinates(rows: Sequence[Sequence[int]], boxes: Sequence[Box], gap: float) -> list[float]:
    ys, top = [0.0] * len(boxes), 0.0
    for row in rows:
        height = max(boxes[one].height for one in row)
        for one in row:
            ys[one] = top + height / 2
        top += height + gap
    return ys


def _sweep(rows: list[list[int]], near: Sequence[Sequence[int]], rounds: int = 12) -> list[list[int]]:
    """Orders inside rows with few crossings: each row by the mean place of its neighbours, downwards and upwards by turns.

    The best order met is kept. Sugiyama, Tagawa and Toda, doi:10.1109/TSMC.1981.4308636.
    """
    order = [list(row) for row in rows]
    best, fewest = [list(row) for row in order], _crossings(order, near)
    for turn in range(rounds):
        place = _places(order)
        for row in order if turn % 2 == 0 else order[::-1]:
            row.sort(key=lambda one, place=place: (_mean([place[other] for other in near[one]], place[one]), place[one]))  # type: ignore[misc]
            place.update(_places([row]))
        count = _crossings(order, near)
        if count < fewest:
            best, fewest = [list(row) for row in order], count
    return best


def _places(order: Sequence[Sequence[int]]) -> dict[int, float]:
    """Where each member stands across the picture, 0 … 1, rows centred."""
    widest = max((len(row) for row in order), default=1)
    return {one: (place + 0.5 + (widest - len(row)) / 2) / widest for row in order for place, one in enumerate(row)}


def _crossings(order: Sequence[Sequence[int]], near: Sequence[Sequence[int]]) -> float:
    """How many straight links cross, weighed with their spread: a measure to compare orders by, not an exact count."""
    place = _places(order)
    row_of = {one: number for number, row in enumerate(order) for one in row}
    lines = sorted({(min(one, other), max(one, other)) for one in row_of for other in near[one]})
    spans = [sorted(((row_of[one], place[one]), (row_of[other], place[other]))) for one, other in lines]
    total = 0.0
    for first, (start, end) in enumerate(spans):
        total += 0.15 * abs(start[1] - end[1])
        for other_start, other_end in spans[first + 1 :]:
            top, bottom = max(start[0], other_start[0]), min(end[0], other_end[0])
            if (
                top < bottom
                and (_at(start, end, top) - _at(other_start, other_end, top))
                * (_at(start, end, bottom) - _at(other_start, other_end, bottom))
                < 0
            ):
                total += 1
    return total


def _at(start: tuple[int, float], end: tuple[int, float], row: int) -> float:
    share = (row - start[0]) / (end[0] - start[0]) if end[0] > start[0] else 0.0
    return start[1] + share * (end[1] - start[1])


def _abscissas(rows: Sequence[Sequence[int]], near: Sequence[Sequence[int]], boxes: Sequence[Box], span: float, gap: float) -> list[float]:
    """The x of each centre: as near to the mean of its neighbours as the order and the sizes in its row allow."""
    xs = [0.0] * len(boxes)
    for row in rows:
        for place, one in enumerate(row):
            xs[one] = (place + 0.5) * span / len(row)
    for turn in range(16):
        for row in rows if turn % 2 == 0 else rows[::-1]:
            wanted = [_mean([xs[other] for other in near[one]], xs[one]) for one in row]
            for one, x in zip(row, _spaced(wanted, [boxes[one].width for one in row], span, gap), strict=True):
                xs[one] = x
    return xs


def _spaced(wanted: Sequence[float], widths: Sequence[float], span: float, gap: float) -> list[float]:
    """The centres nearest to the wanted ones (least squares) that keep order, gaps and span: pool adjacent violators."""
    offsets = [0.0]
    for first, second in pairwise(widths):
        offsets.append(offsets[-1] + (first + second) / 2 + gap)
    blocks: list[tuple[float, int]] = []
    for x, offset in zip(wanted, offsets, strict=True):
        mean, size = x - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, others = blocks.pop()
            mean, size = (mean * size + other * others) / (size + others), size + others
        blocks.append((mean, size))
    low, high = widths[0] / 2, span - widths[-1] / 2 - offsets[-1]
    flat = [min(max(mean, low), max(low, high)) for mean, size in blocks for _ in range(size)]
    return [x + offset for x, offset in zip(flat, offsets, strict=True)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
