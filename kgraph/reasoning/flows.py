"""Ways that share no variable: the flow behind cuts and necessary variables. What they are for: `necessity.py`; the loops: `streams.py`."""

from __future__ import annotations

from array import array
from collections.abc import Collection

from kgraph.reasoning import streams
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.machine import machine_for


class Ways:
    """A graph between some sources and some targets: links into sources and out of targets do not count.

    Parameters
    ----------
    graph : SignedGraph
        The graph; its signs play no part.
    sources, targets : collection of int
        Numbers of variables. One in both is left out: a variable does not explain itself.
    """

    def __init__(self, graph: SignedGraph, sources: Collection[int], targets: Collection[int]) -> None:
        both = frozenset(sources) & frozenset(targets)
        self._starts, self._ends = sorted(frozenset(sources) - both), sorted(frozenset(targets) - both)
        self._machine = machine_for(graph.link_count)
        self._loops, self._width = self._machine.loops("streams"), len(graph.names)
        rows, view = self._machine.rows, self._machine.view
        self._forward = view(graph.offsets), view(graph.objects)
        self._backward = tuple(map(view, graph.reverse[:2]))
        self._roles = rows(self._width, 0, "B")
        for number in {*sources, *targets}:
            self._roles[number] = streams.TARGET if number in self._ends else streams.SOURCE
        for number in both:
            self._roles[number] = streams.SOURCE | streams.REMOVED
        self._through, self._came, self._goes = (rows(self._width) for _ in range(3))
        self._trees = rows(2 * self._width), rows(2 * self._width)
        self._queues = rows(2 * self._width), rows(2 * self._width)
        self._out = rows(2 * self._width)
        self._named = view(array("i", [*self._starts, *self._ends])) if both or self._starts or self._ends else rows(1)
        self._state = rows(streams.PLACES)
        self._state[streams.SOURCES], self._state[streams.TARGETS] = len(self._starts), len(self._ends)
        self._flow = rows(1)

    def shortest(self, removed: Collection[int]) -> list[int] | None:
        """A shortest way that keeps off the removed variables; ``None`` when there is none."""
        self._mark(removed, streams.REMOVED)
        length = self._seek()
        self._unmark(removed, streams.REMOVED)
        return [place >> 1 for place in self._machine.listed(self._out, 0, length) if not place & 1 or place == self._out[0]] or None

    def most(self, removed: Collection[int], uncuttable: Collection[int], at_most: int) -> int:
        """The most ways that share no variable but sources, targets and uncuttable ones (Menger); stops above `at_most`.

        Augmenting by breadth-first search from both ends, at most O(m) a way.
        """
        self._mark(removed, streams.REMOVED)
        self._mark(uncuttable, streams.KEPT)
        self._state[streams.HAS_KEPT] = bool(uncuttable)
        if uncuttable:
            self._flow = self._machine.rows(len(self._forward[1]))
        used: set[int] = set()
        count = 0
        while count <= at_most and (length := self._seek()):
            places = self._machine.listed(self._out, 0, length)
            count += 1
            if all(self._roles[place >> 1] for place in places):
                count = at_most + 1
                break
            used.update(place >> 1 for place in places)
            self._loops.push(*self._forward, self._through, self._came, self._goes, self._flow, self._out, length, self._state)
        for variable in used:
            self._through[variable] = 0
        self._unmark(uncuttable, streams.KEPT)
        self._unmark(removed, streams.REMOVED)
        return count

    def needed(self, way: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
        """The variables inside a way, and its links, that no other way goes round."""
        if len(way) > 2 and self.most((), (), 1) > 1:
            return [], []
        rows = self._machine.rows
        place, needed = rows(self._width), rows(2 * len(way))
        for position, variable in enumerate(way):
            place[variable] = position + 1
        self._loops.sweep(
            *self._forward, self._roles, place, rows(self._width, 0, "B"), rows(self._width), self._named, len(self._starts),
            self._machine.view(array("i", way)), len(way), needed,
        )  # fmt: skip
        steps = [step for step in range(1, 2 * len(way) - 2) if needed[step]]
        return [way[step // 2] for step in steps if step % 2 == 0], [(way[step // 2], way[step // 2 + 1]) for step in steps if step % 2]

    def _seek(self) -> int:
        length = self._loops.seek_way(
            *self._forward, *self._backward, self._roles, self._through, self._came, self._goes, self._flow,
            *self._trees, *self._queues, self._named, self._out, self._state,
        )  # fmt: skip
        return int(length)

    def _mark(self, variables: Collection[int], role: int) -> None:
        for variable in variables:
            self._roles[variable] |= role

    def _unmark(self, variables: Collection[int], role: int) -> None:
        for variable in variables:
            self._roles[variable] &= 15 ^ role
