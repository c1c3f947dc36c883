"""Rows for a layered drawing: which variable stands in which row, with no row too wide. Where in its row: `layout.py`.

Links point down wherever a cycle allows it. Cycles are broken by the greedy heuristic of Eades, Lin and Smyth
(doi:10.1016/0020-0190(93)90079-O); rows of bounded width follow Coffman and Graham (doi:10.1007/BF00288685).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Arc = tuple[int, int]


def rows_of(count: int, arcs: Sequence[Arc], most: int, tallest: int | None = None) -> list[list[int]]:
    """The rows of a drawing, top first, each with at most `most` members in rising order.

    Parameters
    ----------
    count : int
        Members are 0 … count - 1; a lower number comes first where nothing else decides.
    arcs : sequence of (tail, head)
        Loops and repeated arcs are harmless.
    most : int
        The widest row.
    tallest : int, optional
        The wanted number of rows: above it, neighbouring rows are merged, the emptiest first, as long as they stay within
        `most`; a link inside a merged row runs sideways.

    Notes
    -----
    O((members + arcs) · rows); the same input gives the same rows.
    """
    down = _acyclic(count, arcs)
    below: list[list[int]] = [[] for _ in range(count)]
    above: list[list[int]] = [[] for _ in range(count)]
    for tail, head in down:
        below[tail].append(head)
        above[head].append(tail)
    depth = _longest(count, below)
    row = _scheduled(count, above, depth, most)
    _pull_together(row, above, below, most)
    used = sorted(set(row))
    rows = [[one for one in range(count) if row[one] == place] for place in used]
    while tallest is not None and len(rows) > tallest:
        pairs = [(len(first) + len(second), place) for place, (first, second) in enumerate(pairwise(rows))]
        size, place = min(pairs)
        if size > min(most, 3):
            break
        rows[place : place + 2] = [sorted(rows[place] + rows[place + 1])]
    return rows


def _acyclic(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """The arcs without loops and repeats, some turned round so that no cycle is left."""
    plain = sorted({arc for arc in arcs if arc[0] != arc[1]})
    place = {one: position for position, one in enumerate(_greedy_order(count, plain))}
    return sorted({(tail, head) if place[tail] < place[head] else (head, tail) for tail, head in plain})


def _greedy_order(count: int, arcs: Sequence[Arc]) -> list[int]:
    """An order in which few arcs point backwards: sinks last, sources first, then whoever gives most over what it takes."""
    gives: list[set[int]] = [set() for _ in range(count)]
    takes: list[set[int]] = [set() for _ in range(count)]
    for tail, head in arcs:
        gives[tail].add(head)
        takes[head].add(tail)
    left, first, last = set(range(count)), list[int](), list[int]()
    while left:
        sink = next((one for one in sorted(left, reverse=True) if not gives[one]), None)
        source = next((one for one in sorted(left) if not takes[one]), None)
        chosen = sink if sink is not None else source
        if chosen is None:
            chosen = max(sorted(left), key=lambda one: len(gives[one]) - len(takes[one]))
        (last if chosen == sink else first).append(chosen)
        left.remove(chosen)
        for other in gives[chosen]:
            takes[other].discard(chosen)
        for other in takes[chosen]:
            gives[other].discard(chosen)
    return first + last[::-1]


def _longest(count: int, below: Sequence[Sequence[int]]) -> list[int]:
    """For each member the number of steps of the longest way down from it."""
    depth = [-1] * count
    for start in range(count):
        stack = [start]
        while stack:
            one = stack[-1]
            waiting = [other for other in below[one] if depth[other] < 0]
            if waiting:
                stack.extend(waiting)
                continue
            depth[stack.pop()] = max((depth[other] + 1 for other in below[one]), default=0)
    return depth


def _scheduled(count: int, above: Sequence[Sequence[int]], depth: Sequence[int], most: int) -> list[int]:
    """The earliest row with room, below everything that must stand above; those with the longest way to go choose first."""
    row, filled = [-1] * count, dict[int, int]()
    waiting = set(range(count))
    while waiting:
        ready = [one for one in waiting if all(row[other] >= 0 for other in above[one])]
        one = min(ready, key=lambda each: (max((row[other] for other in above[each]), default=-1), -depth[each], each))
        place = max((row[other] + 1 for other in above[one]), default=0)
        while filled.get(place, 0) >= most:
            place += 1
        row[one] = place
        filled[place] = filled.get(place, 0) + 1
        waiting.remove(one)
    return row


def _pull_together(row: list[int], above: Sequence[Sequence[int]], below: Sequence[Sequence[int]], most: int) -> None:
    """Move members to rows with room where their links get shorter, until none gains; each move shortens the sum, so it ends."""
    filled: dict[int, int] = {}
    for place in row:
        filled[place] = filled.get(place, 0) + 1
    moved = True
    while moved:
        moved = False
        for one in range(len(row)):
            lowest = max((row[other] + 1 for other in above[one]), default=0)
            highest = min((row[other] - 1 for other in below[one]), default=row[one])
            best = min(
                (place for place in range(lowest, highest + 1) if place == row[one] or filled.get(place, 0) < most),
                key=lambda place, one=one: (_length(place, row, above[one], below[one]), place != row[one], place),  # type: ignore[misc]
                default=row[one],
            )
            if best != row[one] and _length(best, row, above[one], below[one]) < _length(row[one], row, above[one], below[one]):
                filled[row[one]] -= 1
                filled[best] = filled.get(best, 0) + 1
                row[one], moved = best, True


def _length(place: int, row: Sequence[int], above: Sequence[int], below: Sequence[int]) -> int:
    return sum(place - row[other] for other in above) + sum(row[other] - place for other in below)
