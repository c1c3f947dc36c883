"""The paths that a search found: kept as numbers, told by name when they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from itertools import product as every_choice
from typing import Any, overload

from kgraph.model import Sign
from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.machine import Machine
from kgraph.reasoning.signs import MASK_OF, SIGN_OF_BIT, signs_in

Path = tuple[SignedLink, ...]

BLOCK = 4096
"""Paths read at once when all are told."""


class Paths(Sequence[Path]):
    """Paths in their order, each made when it is read: a million of them cost some 30 bytes each, and no names.

    Equal to, and printed as, the tuple of the same paths; a slice is a tuple.
    """

    __slots__ = ("_count", "_graph", "_machine", "_many", "_numbers", "_picks", "_rows", "_want")

    def __init__(self, graph: SignedGraph, machine: Machine, masks: Any, numbers: Any, count: int, *, longest: int, want: int) -> None:
        self._graph, self._machine, self._numbers, self._count, self._want = graph, machine, numbers, count, want
        self._rows, self._picks = machine.rows(count), machine.rows(count)
        if count:
            places = machine.rows(longest + 2)
            machine.loops("walks").arrange(numbers, len(numbers), masks, want, places, self._rows, self._picks)

    def first(self, count: int) -> Paths:
        """The first of them."""
        self._count = min(self._count, count)
        return self

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Path: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Path, ...]: ...
    def __getitem__(self, place: int | slice) -> Path | tuple[Path, ...]:
        if isinstance(place, slice):
            return tuple(self._told(one) for one in range(*place.indices(self._count)))
        if not -self._count <= place < self._count:
            raise IndexError("there is no such path")
        return self._told(place % self._count)

    def __iter__(self) -> Iterator[Path]:
        listed = self._machine.listed
        for begin in range(0, self._count, BLOCK):
            end = min(self._count, begin + BLOCK)
            for start, pick in zip(listed(self._rows, begin, end), listed(self._picks, begin, end), strict=True):
                yield self._spelled(start, pick)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (tuple, Paths)):
            return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _told(self, place: int) -> Path:
        return self._spelled(int(self._rows[place]), int(self._picks[place]))

    def _spelled(self, start: int, pick: int) -> Path:
        length = int(self._numbers[start])
        source, *places = self._machine.listed(self._numbers, start + 1, start + length + 2)
        names, objects, masks = self._graph.names, self._graph.objects, self._graph.masks
        before, steps = names[source], []
        for place in places:
            after, sign = names[objects[place]], SIGN_OF_BIT.get(masks[place])
            if sign is None:
                return self._chosen(source, places, pick)
            steps.append((before, after, sign))
            before = after
        return tuple(steps)

    def _chosen(self, source: int, places: list[int], pick: int) -> Path:
        """The path with one choice of signs of those over the same variables."""
        graph = self._graph
        choices = every_choice(*(signs_in(graph.masks[place]) for place in places))
        wanted = (signs for signs in choices if MASK_OF[Sign.product(signs)] & self._want)
        names = [graph.names[source], *(graph.names[graph.objects[place]] for place in places)]
        return tuple(zip(names, names[1:], next(islice(wanted, pick, None)), strict=False))
