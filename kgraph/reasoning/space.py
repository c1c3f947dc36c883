"""One search for paths and the arrays it works in, which are made once for a graph and used again. What is asked of it: `paths.py`."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from typing import Any

from kgraph.reasoning import walks
from kgraph.reasoning.found import Paths
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.machine import machine_for
from kgraph.reasoning.signs import ANY

ENDLESS = 1 << 60

SLICE = 4096
"""Steps between two looks at the clock; a hundred times as many where the loops are compiled."""

FIRST_ROOM, MOST_ROOM = 4096, 1 << 22
"""Numbers that the loops may write before they are taken away: at first, and at most."""


class Space:
    """Arrays as long as the graph, all as they were after every search, so that a short search does not pay for a long graph."""

    def __init__(self, graph: SignedGraph) -> None:
        width = len(graph.names)
        self.machine = machine_for(graph.link_count)
        rows, view = self.machine.rows, self.machine.view
        self.loops = self.machine.loops("walks")
        self.forward = view(graph.offsets), view(graph.objects), view(graph.masks)
        self.backward = tuple(map(view, graph.reverse))
        self.roles, self.distance = rows(width, 0, "B"), rows(3 * width, walks.FAR)
        self.queue, self.marks, self.stack = rows(3 * width), rows(width), rows(width)
        self.trail, self.out = rows(3 * 64), rows(FIRST_ROOM)
        self.state = rows(walks.PLACES, 0, "q")

    @classmethod
    def of(cls, graph: SignedGraph) -> Space:
        """A space that nobody uses, or a new one."""
        while graph.spare:
            space = graph.spare.pop()
            if isinstance(space, Space) and space.machine is machine_for(graph.link_count):
                return space
        return cls(graph)


class Search:
    """A search between some sources and targets. It borrows a space from the graph and must be closed."""

    def __init__(
        self, graph: SignedGraph, want: int, sources: Iterable[int], targets: Iterable[int], avoid: Iterable[int], through: Iterable[int]
    ) -> None:
        self.graph, self.want = graph, want
        self.width = len(graph.names)
        roles: dict[int, int] = {}
        for role, numbers in ((walks.SOURCE, sources), (walks.TARGET, targets), (walks.THROUGH, through)):
            for number in numbers:
                roles[number] = roles.get(number, 0) | role
        passed = sum(1 for role in roles.values() if role & walks.THROUGH)
        roles.update(dict.fromkeys(avoid, walks.AVOIDED))
        first, last = (sorted(number for number, role in roles.items() if role & end) for end in (walks.SOURCE, walks.TARGET))
        self._space = space = Space.of(graph)
        ends = [*first, *last, *roles]
        self._ends = space.machine.rows(len(ends))
        for place, number in enumerate(ends):
            self._ends[place] = number
            space.roles[number] = roles[number]
        state = space.state
        for place in range(walks.PLACES):
            if place != walks.MARK:
                state[place] = 0
        state[walks.WANT], state[walks.SOURCES], state[walks.TARGETS], state[walks.THROUGHS], state[walks.NAMED] = (
            want,
            len(first),
            len(last),
            passed,
            len(ends),
        )
        state[walks.DEPTH], state[walks.ONE_SIGN] = -1, graph.link_count == len(graph.objects)
        for number in last:
            for slot in range(3):
                if want >> slot & 1 and (slot == 0 or want != ANY):
                    space.queue[state[walks.TAIL]] = 3 * number + slot
                    space.distance[3 * number + slot] = 0
                    state[walks.TAIL] += 1

    def begin(self, least: int, most: int, *, by_length: bool, enough: int = ENDLESS, fuel: int = ENDLESS, patience: int = ENDLESS) -> None:
        """Set out: for all paths of `least` to `most` links at once, or by growing length."""
        state, space = self._space.state, self._space
        for depth in range(int(state[walks.DEPTH]) + 1):
            space.roles[space.trail[3 * depth]] &= 31 ^ walks.ENTERED
        state[walks.DEPTH], state[walks.START], state[walks.LONGER], state[walks.DONE], state[walks.FOUND] = -1, -1, walks.FAR, 0, 0
        state[walks.LEAST], state[walks.MOST], state[walks.FURTHEST], state[walks.BY_LENGTH] = (
            least,
            least if by_length else most,
            most,
            by_length,
        )
        state[walks.ENOUGH], state[walks.FUEL], state[walks.PATIENT] = enough, fuel, patience

    def run(self, deadline: float | None) -> tuple[int, Paths]:
        """Go on until all or enough is found, or the fuel is spent, or the time (0); and the paths met on the way."""
        space, state = self._space, self._space.state
        turn = ENDLESS if deadline is None else SLICE * (100 if space.machine.compiled else 1)
        parts: list[Any] = []
        out = space.out
        while True:
            most = int(state[walks.MOST])
            if len(space.trail) < 3 * most + 3:
                space.trail = self._longer_trail(6 * most + 6)
            if len(out) < most + 2:
                out = space.machine.rows(2 * most + 2)
            space.loops.seek(
                *space.forward, *space.backward, space.roles, space.distance, space.queue, space.marks, space.stack,
                space.trail, self._ends, out, len(out), state, turn,
            )  # fmt: skip
            wrote = int(state[walks.WROTE])
            if wrote:
                parts.append(space.machine.part(out, wrote))
            if state[walks.DONE] or (deadline is not None and monotonic() > deadline):
                break
            if 2 * wrote > len(out):
                out = space.machine.rows(min(MOST_ROOM, 4 * len(out)))
        return int(state[walks.DONE]), self._paths(parts)

    def _paths(self, parts: list[Any]) -> Paths:
        machine, state = self._space.machine, self._space.state
        numbers = machine.joined(parts) if parts else ()
        longest = int(state[walks.MOST])
        return Paths(self.graph, machine, self._space.forward[2], numbers, int(state[walks.FOUND]), longest=longest, want=self.want)

    @property
    def steps(self) -> int:
        """The steps forward so far."""
        return int(self._space.state[walks.WALKED])

    @property
    def found(self) -> int:
        """How many paths were met since the search set out."""
        return int(self._space.state[walks.FOUND])

    @property
    def following(self) -> int:
        """The least number of links that a further path could have; `walks.FAR` or more when there is none."""
        return max(int(self._space.state[walks.MOST]) + 1, int(self._space.state[walks.LONGER]))

    def _longer_trail(self, size: int) -> Any:
        trail = self._space.machine.rows(size)
        for place in range(3 * (int(self._space.state[walks.DEPTH]) + 1)):
            trail[place] = self._space.trail[place]
        return trail

    def close(self) -> None:
        space = self._space
        space.loops.settle(space.roles, space.distance, space.queue, space.trail, self._ends, space.state)
        self.graph.spare.append(space)
