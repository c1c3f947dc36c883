"""How a push on one variable of a feedback component moves the others: which signs are possible, and what shows each.

The small exact solver is `minors.py`; this file finds the chains inside the component, makes the component small enough for the
solver, and says in words what is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kgraph.model import Sign
from kgraph.reasoning.components import balance, inner_graph
from kgraph.reasoning.core import Core
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.interventions import Assumption
from kgraph.reasoning.paths import Path, signed_paths
from kgraph.reasoning.signed_walks import SignedWalks
from kgraph.reasoning.signs import MINUS, PLUS, SIGN_OF_BIT, UNKNOWN, signs_in

DEFINITE, UNKNOWN_LINK, OPEN_LOOP, LIMIT = 0, 1, 2, 3
"""How firmly a sign is possible: shown by a chain; by a chain with an unknown link; by an open loop; only not ruled out."""

MOST = 16
"""The most variables, after contraction, for which minors are looked at."""


@dataclass(slots=True)
class Purse:
    """The steps that all searches of one question may still take."""

    left: int
    each: int = 20_000

    def first_path(self, graph: SignedGraph, source: str, target: str, sign: Sign, avoid: Sequence[str] = ()) -> tuple[Path | None, bool]:
        """A shortest path of this sign, and whether the search was complete."""
        steps = min(self.each, self.left)
        if steps <= 0:
            return None, False
        found = signed_paths(graph, [source], [target], sign=sign, limit=1, steps=steps, avoid=avoid)
        self.left -= steps if not (found.paths or found.complete) else 50
        return (found.paths[0], True) if found.paths else (None, found.complete)


@dataclass(frozen=True, slots=True)
class Way:
    """That a sign is possible: how firmly, by which chain inside the component, because of which loop."""

    rank: int
    chain: Path = ()
    loop: Path = ()


Responses = dict[int, Way]
"""The possible signs (PLUS, MINUS) of one response, each with what shows it."""


@dataclass(slots=True)
class Feedback:
    """One strongly connected component of at least two variables."""

    graph: SignedGraph
    members: Sequence[int]
    assumption: Assumption
    purse: Purse
    inner: SignedGraph = field(init=False)
    raising: frozenset[int] = field(init=False)
    _balance: list[int] | None = field(init=False)
    _core: Core | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.inner, self.raising = inner_graph(self.graph, self.members)
        self._balance = balance(self.inner)

    def responses(self, pushed: int, asked: Iterable[int]) -> Iterator[tuple[int, Responses]]:
        """For each member asked about, the signs that its response to a push on one member can have; members by their places.

        Without negative loops the chains decide under both assumptions: ``-A`` is then, up to the signs of the variables, a
        nonsingular M-matrix, and its inverse has the signs of the chains. Else chains of both signs, each of which can be made
        the stronger one, leave the sign open under both; when all chains agree, they decide if every part is stable, because
        every complement of a chain then has a positive determinant; if only the whole is stable, `minors.py` decides.
        """
        walks = SignedWalks(self.inner, [3 * pushed])
        for read in asked:
            if self._balance is None:
                yield read, self._response(walks, pushed, read)
            else:
                same = self._balance[pushed] == self._balance[read]
                chain = walks.spelled(3 * read + (0 if same else 1))
                yield read, {PLUS if same else MINUS: Way(DEFINITE, chain)}

    def _response(self, walks: SignedWalks, pushed: int, read: int) -> Responses:
        found = {PLUS: Way(DEFINITE)} if pushed == read else self._by_chains(walks, pushed, read)
        if len(found) == 1 and self.assumption is Assumption.STABLE:
            ((bit, way),) = found.items()
            other = self._against(pushed, read, bit)
            if other is not None:
                found[PLUS + MINUS - bit] = Way(other.rank, way.chain, other.loop)
        return found

    def _by_chains(self, walks: SignedWalks, pushed: int, read: int) -> Responses:
        """The signs of the simple paths, exactly where the search was complete."""
        found: Responses = {}
        doubtful = []
        for slot, bit in enumerate((PLUS, MINUS, UNKNOWN)):
            if 3 * read + slot not in walks:
                continue
            walk = walks.chain(3 * read + slot)
            if walk is None:
                doubtful.append(bit)
            elif bit != UNKNOWN:
                found[bit] = Way(DEFINITE, walk)
            else:
                for either in (PLUS, MINUS):
                    found.setdefault(either, Way(UNKNOWN_LINK, walk))
        names = self.inner.names
        for bit in doubtful:
            if len(found) == 2:
                break
            path, complete = self.purse.first_path(self.inner, names[pushed], names[read], SIGN_OF_BIT[bit])
            for either in (PLUS, MINUS) if bit == UNKNOWN else (bit,):
                if path is not None:
                    found.setdefault(either, Way(UNKNOWN_LINK if bit == UNKNOWN else DEFINITE, path))
                elif not complete:
                    found.setdefault(either, Way(LIMIT))
        return found

    def _against(self, pushed: int, read: int, bit: int) -> Way | None:
        """Why the other sign is possible although all chains agree; ``None`` when it is not."""
        if self._core is None:
            self._core = Core(self.inner, self.raising)
        decided = self._core.decides(pushed, read, bit, MOST)
        if decided:
            return None
        return self._open_loop(pushed, read)

    def _open_loop(self, pushed: int, read: int) -> Way | None:
        """A loop that raises itself beside some chain; ``None`` when there surely is none."""
        complete = True
        for path, whole in self._paths(pushed, read):
            complete = complete and whole
            loop, sure = self._raising_loop({self.inner.names[pushed], *(step[1] for step in path)})
            if loop:
                return Way(OPEN_LOOP, loop=loop)
            complete = complete and sure
        return None if complete else Way(LIMIT)

    def _paths(self, pushed: int, read: int) -> Iterator[tuple[Path, bool]]:
        if pushed == read:
            yield (), True
            return
        steps = max(1, min(self.purse.left, self.purse.each))
        names = self.inner.names
        found = signed_paths(self.inner, [names[pushed]], [names[read]], limit=100, steps=steps)
        self.purse.left -= steps if not found.complete else 50
        yield from ((path, found.complete) for path in found.paths)
        if not found.paths:
            yield (), False

    def _raising_loop(self, avoid: set[str]) -> tuple[Path, bool]:
        """A loop outside these variables that raises itself or may do so, and, when there is none, whether that is sure."""
        names, sure = self.inner.names, True
        for place, name in enumerate(names):
            if name in avoid:
                continue
            if place in self.raising:
                own = self.graph.signs_between(name, name)
                return ((name, name, Sign.PLUS if Sign.PLUS in own else Sign.UNKNOWN),), True
            for position in range(self.inner.offsets[place], self.inner.offsets[place + 1]):
                following = names[self.inner.objects[position]]
                if following in avoid:
                    continue
                for sign in signs_in(self.inner.masks[position]):
                    for back in tuple(Sign) if sign is Sign.UNKNOWN else (sign, Sign.UNKNOWN):
                        path, complete = self.purse.first_path(self.inner, following, name, back, sorted(avoid))
                        if path is not None:
                            return ((name, following, sign), *path), True
                        sure = sure and complete
            avoid = avoid | {name}
        return (), sure
