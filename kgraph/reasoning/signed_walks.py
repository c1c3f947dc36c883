"""The shortest walks with each sign, from some variables to all that they lead to. A walk may pass a variable twice; chains: `paths.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kgraph.reasoning.found import Path
from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.machine import machine_for
from kgraph.reasoning.signs import MASK_OF, PRODUCT, SIGN_OF_BIT, signs_in


class SignedWalks:
    """A shortest walk to every state that can be reached; a state is three times a variable plus 0 for ``+``, 1 for ``-``, 2 for ``?``.

    Parameters
    ----------
    graph : SignedGraph
        The graph; links of a variable to itself do not count.
    starts : iterable of int
        States to start from.
    closed : collection of int
        Variables whose incoming links do not count.
    wanted : collection of int
        Stop when these variables are reached with both ``+`` and ``-``; by default all that can be reached is reached.

    Notes
    -----
    O(n + m).
    """

    __slots__ = ("_chains", "_end", "_graph", "_machine", "_queue", "_tree")

    def __init__(self, graph: SignedGraph, starts: Iterable[int], *, closed: Iterable[int] = (), wanted: Collection[int] = ()) -> None:
        self._graph = graph
        self._machine = machine = machine_for(graph.link_count)
        width = len(graph.names)
        self._tree, self._queue, marks = machine.rows(3 * width), machine.rows(3 * width), machine.rows(width, 0, "B")
        self._end = 0
        self._chains: dict[int, tuple[tuple[int, ...], Path] | None] = {}
        for number in closed:
            marks[number] = 1
        for number in wanted:
            marks[number] |= 2
        for state in starts:
            if not self._tree[state]:
                self._tree[state], self._queue[self._end] = 1, state
                self._end += 1
        most = sum(2 - sum(1 for slot in (0, 1) if self._tree[3 * number + slot]) for number in set(wanted))
        rows = tuple(map(machine.view, (graph.offsets, graph.objects, graph.masks)))
        if most or not wanted:
            self._end = int(machine.loops("spreading").spread(*rows, marks, self._tree, self._queue, self._end, most))

    def __contains__(self, state: int) -> bool:
        return bool(self._tree[state])

    @property
    def states(self) -> list[int]:
        """All that are reached, nearest first."""
        return self._machine.listed(self._queue, 0, self._end)

    def along(self, state: int) -> list[int]:
        """The variables of the walk to a state, in its order."""
        passed = []
        while state >= 0:
            passed.append(state // 3)
            state = int(self._tree[state]) - 2
        return passed[::-1]

    def spelled(self, state: int) -> Path:
        """The links of the walk to a state."""
        steps = []
        while (before := int(self._tree[state]) - 2) >= 0:
            steps.append(self._step(before, state))
            state = before
        return tuple(reversed(steps))

    def chain(self, state: int) -> Path | None:
        """The walk to a state, if it repeats no variable. Its parts are kept, so that the chains to all variables share them."""
        if state not in self:
            return None
        new, known = [], self._chains
        while state >= 0 and state not in known:
            new.append(state)
            state = int(self._tree[state]) - 2
        for following in reversed(new):
            before, number = known.get(state, _NOTHING), following // 3
            if before is None or number in before[0]:
                known[following] = None
            else:
                step = () if state < 0 else (self._step(state, following),)
                known[following] = (*before[0], number), (*before[1], *step)
            state = following
        last = known[state]
        return None if last is None else last[1]

    def _step(self, before: int, after: int) -> SignedLink:
        graph = self._graph
        mask, bit, made = graph.mask_between(before // 3, after // 3), 1 << before % 3, 1 << after % 3
        sign = next(sign for sign in signs_in(mask) if PRODUCT[8 * bit + MASK_OF[sign]] == made)
        return graph.names[before // 3], graph.names[after // 3], sign


_NOTHING: tuple[tuple[int, ...], Path] = (), ()


def slots_of(walks: SignedWalks, number: int) -> list[int]:
    """The slots with which a variable is reached."""
    return [slot for slot in range(3) if 3 * number + slot in walks]


SIGN_OF_SLOT = tuple(SIGN_OF_BIT[1 << slot] for slot in range(3))
