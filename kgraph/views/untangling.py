"""Fewer lines behind boxes: swaps inside rows, and moves into free room, that make a layered drawing easier to read.

Steepest improvement over a fixed list of moves, so the same input gives the same drawing. The measure counts the boxes that a
straight line between two ends would run behind, the lines that cross, and length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BEHIND = 3.0
_CROSSING = 1.0
_LENGTH = 0.012
_BUDGET = 700_000


@dataclass(slots=True, kw_only=True)
class Sheet:
    """A drawing under work: rows of members, the centre of each, half sizes, and the links between members."""

    rows: Sequence[Sequence[int]]
    xs: list[float]
    ys: list[float]
    halves: Sequence[tuple[float, float]]
    links: Sequence[tuple[int, int]]
    span: float
    gap: float


def untangle(sheet: Sheet, *, rounds: int = 6) -> None:
    """Improve the x of the members of a sheet in place.

    Notes
    -----
    Each move is judged on the links that it can change, O(links · (boxes + links)) at worst; the work is cut off at a fixed
    count of comparisons, never by the clock, so that results do not depend on the machine.
    """
    judge = _Judge(sheet)
    for _ in range(rounds):
        better = False
        for row in sheet.rows:
            for move in _moves(sheet, row):
                if judge.spent > _BUDGET:
                    return
                if judge.gains(move):
                    better = True
        if not better:
            return


Move = tuple[tuple[int, float], ...]


def _moves(sheet: Sheet, row: Sequence[int]) -> Iterator[Move]:
    """Swaps of two members of a row, shifts of the whole row, and shifts of one member inside the room beside it."""
    for place, one in enumerate(row):
        for other in row[place + 1 :]:
            if sheet.halves[one][0] == sheet.halves[other][0]:
                yield (one, sheet.xs[other]), (other, sheet.xs[one])
    for number in range(len(row) - 1):
        # Neighbours of unequal size change sides inside the room that they take together, or they would lie over others.
        one, other = sorted(row, key=lambda each: (sheet.xs[each], each))[number : number + 2]
        wide, narrow = sheet.halves[one][0], sheet.halves[other][0]
        if wide != narrow:
            left, right = sheet.xs[one] - wide, sheet.xs[other] + narrow
            yield (one, right - wide), (other, left + narrow)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        # Read anew for each move, because the one before may have been made.
        left = min(sheet.xs[one] - sheet.halves[one][0] for one in row)
        right = sheet.span - max(sheet.xs[one] + sheet.halves[one][0] for one in row)
        yield tuple((one, sheet.xs[one] - left + share * (left + right)) for one in row)
    for one in row:
        low, high = _room(sheet, row, one)
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            yield ((one, low + share * (high - low)),)


def _room(sheet: Sheet, row: Sequence[int], one: int) -> tuple[float, float]:
    """Between which centres a member may stand without touching its neighbours in the row."""
    half = sheet.halves[one][0]
    low, high = half, sheet.span - half
    for other in row:
        if other != one:
            reach = half + sheet.halves[other][0] + sheet.gap
            if sheet.xs[other] < sheet.xs[one]:
                low = max(low, sheet.xs[other] + reach)
            else:
                high = min(high, sheet.xs[other] - reach)
    return min(low, sheet.xs[one]), max(high, sheet.xs[one])


class _Judge:
    """Measures moves and applies those that help.

    Heights never change, so which boxes a link could ever run behind, and which links it could ever cross, is known from the
    start.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.spent = 0
        self._sheet = sheet
        links, ys = sheet.links, sheet.ys
        spans = [(min(ys[tail], ys[head]), max(ys[tail], ys[head])) for tail, head in links]
        self._of: list[list[int]] = [[] for _ in ys]
        self._over: list[list[int]] = [[] for _ in ys]
        self._under: list[list[int]] = [[] for _ in links]
        self._beside: list[list[int]] = [[] for _ in links]
        for number, (tail, head) in enumerate(links):
            top, bottom = spans[number]
            self._of[tail].append(number)
            self._of[head].append(number)
            for box, (_, half) in enumerate(sheet.halves):
                if box not in (tail, head) and top < ys[box] + half and bottom > ys[box] - half:
                    self._under[number].append(box)
                    self._over[box].append(number)
            for other, ends in enumerate(links):
                apart = tail not in ends and head not in ends
                if apart and top < spans[other][1] and bottom > spans[other][0]:
                    self._beside[number].append(other)

    def gains(self, move: Move) -> bool:
        """Apply a move if the measure falls; say whether it did."""
        xs = self._sheet.xs
        if all(abs(xs[one] - x) < 0.5 for one, x in move):
            return False
        moved = [one for one, _ in move]
        before = self._cost(moved)
        old = [(one, xs[one]) for one in moved]
        for one, x in move:
            xs[one] = x
        if self._cost(moved) < before - 1e-6:
            return True
        for one, x in old:
            xs[one] = x
        return False

    def _cost(self, moved: Sequence[int]) -> float:
        """The part of the measure that depends on where these members stand."""
        xs, links = self._sheet.xs, self._sheet.links
        own = sorted({number for one in moved for number in self._of[one]})
        mine = set(own)
        total = 0.0
        for number in own:
            tail, head = links[number]
            total += _LENGTH * abs(xs[tail] - xs[head])
            total += _BEHIND * sum(self._behind(number, box) for box in self._under[number])
            others = [other for other in self._beside[number] if other > number or other not in mine]
            total += _CROSSING * sum(self._cross(number, other) for other in others)
            self.spent += len(self._under[number]) + len(others)
        for box in moved:
            strangers = [number for number in self._over[box] if number not in mine]
            total += _BEHIND * sum(self._behind(number, box) for number in strangers)
            self.spent += len(strangers)
        return total

    def _behind(self, number: int, box: int) -> bool:
        """Whether the straight line of a link, which passes a box's height, runs behind the box."""
        tail, head = self._sheet.links[number]
        xs, ys = self._sheet.xs, self._sheet.ys
        half_width, half_height = self._sheet.halves[box]
        x0, x1, y0, y1 = xs[tail], xs[head], ys[tail], ys[head]
        left, right = xs[box] - half_width - 4, xs[box] + half_width + 4
        if (x0 < left and x1 < left) or (x0 > right and x1 > right):
            return False
        if abs(y1 - y0) < 1:
            return True
        first = x0 + min(1.0, max(0.0, (ys[box] - half_height - y0) / (y1 - y0))) * (x1 - x0)
        second = x0 + min(1.0, max(0.0, (ys[box] + half_height - y0) / (y1 - y0))) * (x1 - x0)
        return not ((first < left and second < left) or (first > right and second > right))

    def _cross(self, first: int, second: int) -> bool:
        """Whether two links without a common end cross."""
        xs, ys = self._sheet.xs, self._sheet.ys
        (a, b), (c, d) = self._sheet.links[first], self._sheet.links[second]
        ax, ay, bx, by, cx, cy, dx, dy = xs[a], ys[a], xs[b], ys[b], xs[c], ys[c], xs[d], ys[d]
        if ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) * ((bx - ax) * (dy - ay) - (by - ay) * (dx - ax)) >= 0:
            return False
        return ((dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)) * ((dx - cx) * (by - cy) - (dy - cy) * (bx - cx)) < 0
