"""The core of a feedback component: its variables in series are drawn together before the exact solver looks at it."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.minors import Minors
from kgraph.reasoning.signs import MINUS, PLUS, UNKNOWN, product

Links = dict[tuple[int, int], int]


class Core:
    """A strongly connected graph, contracted.

    A variable with a single cause and a single effect, and no loop of its own that raises, only passes on what it gets: at rest
    ``x_v = (a / d) x_u``. Eliminating it divides every determinant that holds it by its decay ``d`` and leaves one link with the
    product of the two signs, so no sign of a minor changes; and the system slowed down by ``t`` stays of this kind, which is
    all that the rules of `minors.py` need.

    Parameters
    ----------
    graph : SignedGraph
        The component without its self-loops.
    raising : iterable of int
        The variables with a self-loop that raises or may raise.
    """

    def __init__(self, graph: SignedGraph, raising: Iterable[int]) -> None:
        self._size = len(graph.names)
        self._links: Links = {(u, w): _possible(mask) for u, w, mask in graph.pairs()}
        self._links.update({(v, v): PLUS for v in raising})
        self._solved: dict[int, Minors] = {}
        self._kept, self._small, self._order = self._contracted(-1)

    def decides(self, pushed: int, read: int, expected: int, most: int) -> bool:
        """Whether every stable system gives the response the sign of its chains; false also when it is larger than `most`."""
        place = {variable: number for number, variable in enumerate(self._order)}
        never = len(self._order)
        while pushed != read:
            when_pushed, when_read = place.get(pushed, never), place.get(read, never)
            if when_pushed == when_read == never:
                break
            if when_read < when_pushed:
                read, sign = self._cause[read]
            else:
                pushed, sign = self._effect[pushed]
            expected = product(expected, sign)
        if expected not in (PLUS, MINUS):
            return False
        extra = pushed if pushed == read and pushed in place else -1
        solver = self._solver(extra, most)
        if solver is None:
            return False
        minors, kept = solver
        return minors.possible(kept.index(pushed), kept.index(read), expected) == expected

    def _solver(self, extra: int, most: int) -> tuple[Minors, list[int]] | None:
        if len(self._kept) > most:
            return None
        kept, links = (self._kept, self._small) if extra < 0 else self._contracted(extra)[:2]
        if len(kept) > most:
            return None
        if extra not in self._solved:
            number = {variable: place for place, variable in enumerate(kept)}
            self._solved[extra] = Minors(len(kept), {(number[u], number[w]): mask for (u, w), mask in links.items()})
        return self._solved[extra], kept

    def _contracted(self, keep: int) -> tuple[list[int], Links, list[int]]:
        """The variables left, their links, and the ones drawn together, in order; `keep` is left alone."""
        links, left, order = dict(self._links), set(range(self._size)), []
        cause: dict[int, tuple[int, int]] = {}
        effect: dict[int, tuple[int, int]] = {}
        causes: list[set[int]] = [set() for _ in range(self._size)]
        effects: list[set[int]] = [set() for _ in range(self._size)]
        for u, w in links:
            causes[w].add(u)
            effects[u].add(w)
        waiting = sorted(left, reverse=True)
        while waiting:
            variable = waiting.pop()
            alone = len(causes[variable]) == len(effects[variable]) == 1 and variable not in causes[variable]
            if variable == keep or variable not in left or not alone:
                continue
            (before,), (after,) = causes[variable], effects[variable]
            effects[before].remove(variable)
            causes[after].remove(variable)
            first, second = links.pop((before, variable)), links.pop((variable, after))
            cause[variable], effect[variable] = (before, first), (after, second)
            joined = product(first, second)
            if before != after:
                links[before, after] = links.get((before, after), 0) | joined
                effects[before].add(after)
                causes[after].add(before)
            elif joined & PLUS:
                links[before, before] = PLUS
                effects[before].add(before)
                causes[before].add(before)
            left.remove(variable)
            order.append(variable)
            waiting.extend({before, after})
        if keep < 0:
            self._cause, self._effect = cause, effect
        return sorted(left), links, order


def _possible(mask: int) -> int:
    return PLUS | MINUS if mask & UNKNOWN else mask & (PLUS | MINUS)
