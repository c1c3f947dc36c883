"""Fewer lines behind boxes: swaps inside rows, and moves into free room, that make a layered drawing easier to read.

Steepest improvement over a fixed list of moves, so the same input gives the same drawing. The measure counts the boxes that a
straight line between two ends would run behind, the lines that cross, and length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BEHIND = 3.0
_CROSSING = 1.0
_LENGTH = 0.004
_BUDGET = 900_000


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
            yield (one, sheet.xs[other]), (other, sheet.xs[one])
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
    """Measures moves and applies those that help."""

    def __init__(self, sheet: Sheet) -> None:
        self.spent = 0
        self._sheet = sheet
        self._of: list[list[int]] = [[] for _ in sheet.xs]
        for number, (tail, head) in enumerate(sheet.links):
            self._of[tail].append(number)
            self._of[head].append(number)

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
        sheet = self._sheet
        own = sorted({number for one in moved for number in self._of[one]})
        rest = [number for number in range(len(sheet.links)) if number not in set(own)]
        total = 0.0
        for number in own:
            tail, head = sheet.links[number]
            total += _LENGTH * abs(sheet.xs[tail] - sheet.xs[head])
            total += _BEHIND * sum(self._behind(number, box) for box in range(len(sheet.xs)))
            total += _CROSSING * sum(self._cross(number, other) for other in rest)
        total += _CROSSING * sum(self._cross(one, other) for place, one in enumerate(own) for other in own[place + 1 :])
        total += _BEHIND * sum(self._behind(number, box) for number in rest for box in moved)
        self.spent += len(own) * (len(sheet.xs) + len(sheet.links)) + len(rest) * len(moved)
        return total

    def _behind(self, number: int, box: int) -> bool:
        """Whether the straight line of a link runs behind a box that is not one of its ends."""
        tail, head = self._sheet.links[number]
        if box in (tail, head):
            return False
        xs, ys = self._sheet.xs, self._sheet.ys
        half_width, half_height = self._sheet.halves[box]
        y0, y1 = ys[tail], ys[head]
        top, bottom = ys[box] - half_height, ys[box] + half_height
        if max(y0, y1) <= top or min(y0, y1) >= bottom:
            return False
        if abs(y1 - y0) < 1:
            return min(xs[tail], xs[head]) < xs[box] < max(xs[tail], xs[head])
        shares = sorted(min(1.0, max(0.0, (y - y0) / (y1 - y0))) for y in (top, bottom))
        crossing = [xs[tail] + share * (xs[head] - xs[tail]) for share in shares]
        return min(crossing) < xs[box] + half_width + 4 and max(crossing) > xs[box] - half_width - 4

    def _cross(self, first: int, second: int) -> bool:
        """Whether two links cross between their ends."""
        (a, b), (c, d) = self._sheet.links[first], self._sheet.links[second]
        if a in (c, d) or b in (c, d):
            return False
        return self._side(a, b, c) * self._side(a, b, d) < 0 and self._side(c, d, a) * self._side(c, d, b) < 0

    def _side(self, start: int, end: int, point: int) -> float:
        xs, ys = self._sheet.xs, self._sheet.ys
        return (xs[end] - xs[start]) * (ys[point] - ys[start]) - (ys[end] - ys[start]) * (xs[point] - xs[start])
