"""Signed simple paths, shortest first, with an honest word on whether any was left out. The inner loops: `walks.py`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from itertools import product as every_choice
from time import monotonic

from kgraph.errors import InvalidValue
from kgraph.model import Sign
from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.machine import Machine, machine_for
from kgraph.reasoning.signs import ANY, MASK_OF, signs_in
from kgraph.reasoning.walks import AVOIDED, DEPTH, FAR, IDLE, LONGER, MARK, RADIUS, SOURCE, STEPS, TAIL, TARGET, TRUST, TRUSTED_STEPS

Path = tuple[SignedLink, ...]

SLICE = 4096
"""Steps between two looks at the clock."""

FIRST_LOOK = 256
"""Links looked at backwards at once, when a search by length starts; later as many as the walking has taken."""

PATIENCE = 20_000
"""Steps spent on what only sharpens an answer: all paths at once, one path more than asked for, one longer path."""

FEW_LINKS = 1000
"""The links of a graph on which all paths at once are tried even when only a few are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSearch:
    """The paths found. `complete` is false when a limit may have left some out; `limit` then names it: ``max_links=8``."""

    paths: tuple[Path, ...]
    complete: bool
    limit: str = ""


def signed_paths(
    graph: SignedGraph,
    sources: Iterable[str],
    targets: Iterable[str],
    *,
    sign: Sign | None = None,
    max_links: int | None = None,
    limit: int | None = None,
    seconds: float | None = None,
    steps: int | None = None,
    avoid: Iterable[str] = (),
    through: Iterable[str] = (),
    direct: bool = True,
) -> PathSearch:
    """The simple paths from any source to any target, each with the signs of its links.

    A path repeats no variable, starts at a source, ends at a target and has no other source or target inside. Its sign is
    the product of the signs of its links, ``?`` absorbing. Where several links join one pair, each makes a path of its own. A
    variable does not explain itself: no path leads from a variable to itself.

    Parameters
    ----------
    graph : SignedGraph
        The graph.
    sources, targets : iterable of str
        Ids of variables.
    sign : Sign, optional
        Only paths of this sign.
    max_links, limit, seconds, steps : optional
        The longest path, the most paths, the longest time, the most steps of the search; ``None`` for no limit. A time makes
        the answer depend on the machine; steps do not.
    avoid : iterable of str
        Variables that no path may hold.
    through : iterable of str
        Variables that every path must hold.
    direct : bool
        Whether paths of a single link count.

    Returns
    -------
    PathSearch
        Paths by number of links, then by the ids of their variables, then by the signs of their links (``+``, ``-``, ``?``).

    Raises
    ------
    InvalidValue
        For an unknown variable or a limit below one.

    Notes
    -----
    One backward breadth-first search over (variable, sign) gives the shortest walk to a target that arrives with each sign;
    the enumeration, by growing length, cuts every branch that cannot arrive in time with the right sign. There can be
    exponentially many paths, and whether one of a given sign exists is NP-complete, so set a limit on graphs that you do not
    know. Whether a path longer than `max_links`, or one more than `limit`, exists is decided by a bounded search: `complete`
    is true only when none does.

    References
    ----------
    Signs of paths: Harary 1953, doi:10.1307/mmj/1028989917. Even paths: LaPaugh and Papadimitriou 1984,
    doi:10.1002/net.3230140403.

    Examples
    --------
    >>> graph = SignedGraph.from_links([("ketamine", "GABA", Sign.MINUS), ("GABA", "glutamate", Sign.MINUS)])
    >>> signed_paths(graph, ["ketamine"], ["glutamate"]).paths
    ((('ketamine', 'GABA', <Sign.MINUS: '-'>), ('GABA', 'glutamate', <Sign.MINUS: '-'>)),)
    """
    for name, value in (("max_links", max_links), ("limit", limit), ("seconds", seconds), ("steps", steps)):
        if value is not None and value <= 0:
            raise InvalidValue(f"{name} is above zero", where=f"{name}={value}", remedy="leave it out for no limit")
    search = _Search(graph, sources, targets, avoid, through, ANY if sign is None else MASK_OF[sign], seconds, steps)
    try:
        return _Answer(search, 1 if direct else 2, max_links, limit).found()
    finally:
        search.close()


class _Search:
    """The arrays of one search, borrowed from the graph and given back clean."""

    def __init__(
        self,
        graph: SignedGraph,
        sources: Iterable[str],
        targets: Iterable[str],
        avoid: Iterable[str],
        through: Iterable[str],
        want: int,
        seconds: float | None,
        steps: int | None,
    ) -> None:
        self.graph, self.want = graph, want
        self.through = frozenset(graph.number(name) for name in through)
        self._deadline = None if seconds is None else monotonic() + seconds
        self._most_steps = FAR if steps is None else steps
        self._names = f"seconds={seconds or 0:g}", f"steps={steps}"
        ends = [(graph.number(name), role) for role, names in ((SOURCE, sources), (TARGET, targets), (AVOIDED, avoid)) for name in names]
        self._space = _Space.of(graph)
        roles = self._space.roles
        for number, role in ends:
            roles[number] |= role
        self._touched = {number for number, _ in ends}
        for number in self._touched:
            if roles[number] & AVOIDED:
                roles[number] = AVOIDED
        self._sources = sorted(number for number in self._touched if roles[number] & SOURCE)
        self._space.seed(sorted(number for number in self._touched if roles[number] & TARGET))
        self.width = len(graph.names)
        self.spent, self.fuel = 0, FAR
        self.stopped = False
        self.longer = FAR

    @property
    def late(self) -> str:
        """The limit of time or steps that is used up; empty when there is none."""
        if self._deadline is not None and monotonic() > self._deadline:
            return self._names[0]
        return self._names[1] if self.spent > self._most_steps else ""

    def look_back(self, radius: int, budget: int) -> bool:
        """Extend the distances to this radius within the budget of links; whether that was enough."""
        space = self._space
        left = budget
        while left > 0 and space.back[RADIUS] < radius and not self.late:
            turn = min(left, 16 * SLICE)
            signed = self.want != ANY
            over = space.machine.grow(*space.backward, space.roles, signed, space.distance, space.queue, space.back, min(radius, FAR), turn)
            left -= turn - over
        return bool(space.back[RADIUS] >= radius)

    def walk(self, least: int, most: int, fuel: int = FAR) -> Iterator[tuple[int, ...]]:
        """Paths of this many links as tuples of numbers; `stopped` says that fuel or time ran out, `longer` what was cut."""
        self.stopped, self.longer, self.fuel = False, FAR, fuel
        most = min(most, max(self.width - 1, 1))
        trail = _Trail(most, self._space.mark, self._space.machine)
        for source in self._sources:
            trail.start(source, self.graph.offsets[source], self._space.on_path)
            try:
                while trail.state[DEPTH] >= 0:
                    turn = min(SLICE, self.fuel)
                    wrote = self._step(trail, least, most, turn)
                    used = turn - trail.state[STEPS]
                    self.fuel, self.spent = self.fuel - used, self.spent + used
                    yield from trail.written(wrote)
                    if trail.state[DEPTH] >= 0 and (self.fuel <= 0 or self.late):
                        self.stopped = True
                        return
            finally:
                self._space.machine.reset(self._space.on_path, trail.path, trail.state[DEPTH] + 1, 0)
                self._space.mark = trail.state[MARK]
            self.longer = min(self.longer, trail.state[LONGER])

    def _step(self, trail: _Trail, least: int, most: int, turn: int) -> int:
        space = self._space
        return space.machine.enumerate_walks(
            *space.forward, space.roles, self.want, space.distance, space.back[RADIUS], least, most,
            trail.path, trail.cursor, trail.prefix, space.on_path, space.marks, space.stack, trail.out, len(trail.out), trail.state, turn,
        )  # fmt: skip

    def spelled(self, numbers: tuple[int, ...]) -> Iterator[Path]:
        """The paths over these variables: one for each choice of a sign on each link, of those with a sign that is wanted."""
        if not self.through.issubset(numbers):
            return
        graph, steps = self.graph, list(pairwise(numbers))
        for signs in every_choice(*(signs_in(graph.mask_between(*step)) for step in steps)):
            if MASK_OF[Sign.product(signs)] & self.want:
                yield tuple((graph.names[a], graph.names[b], sign) for (a, b), sign in zip(steps, signs, strict=True))

    def close(self) -> None:
        """Give the arrays back clean."""
        for number in self._touched:
            self._space.roles[number] = 0
        self._space.clear()
        self.graph.spare.append(self._space)


class _Answer:
    """One question put to a search: first all at once where that is quick, else by growing length."""

    def __init__(self, search: _Search, least: int, max_links: int | None, limit: int | None) -> None:
        self._search, self._least, self._limit = search, least, limit
        self._most = max(search.width - 1, 0) if max_links is None else max_links
        self._too_long = f"max_links={max_links}"
        self._paths: list[Path] = []

    def found(self) -> PathSearch:
        """The answer."""
        search = self._search
        worth_it = self._limit is None or search.graph.link_count <= FEW_LINKS
        if worth_it and search.look_back(self._most - 1, PATIENCE):
            walks = list(search.walk(self._least, self._most, PATIENCE))
            if not search.stopped:
                for numbers in sorted(walks, key=lambda one: (len(one), one)):
                    if not self._take(numbers):
                        return self._cut(f"limit={self._limit}")
                return self._whole_unless_longer()
        return self._by_length()

    def _by_length(self) -> PathSearch:
        search, length = self._search, self._least
        self._paths.clear()
        while length <= self._most:
            search.look_back(length - 1, FIRST_LOOK + 2 * search.spent)
            for numbers in search.walk(length, length, PATIENCE if self._full else FAR):
                if not self._take(numbers):
                    return self._cut(f"limit={self._limit}")
                if self._full:
                    search.fuel = min(search.fuel, PATIENCE)
            if search.stopped:
                return self._cut(search.late or f"limit={self._limit}")
            if search.longer >= FAR:
                return PathSearch(paths=tuple(self._paths), complete=True)
            length = max(length + 1, search.longer)
        return self._whole_unless_longer()

    @property
    def _full(self) -> bool:
        return self._limit is not None and len(self._paths) >= self._limit

    def _take(self, numbers: tuple[int, ...]) -> bool:
        """Take the paths over these variables; false when there is one more than asked for."""
        for path in self._search.spelled(numbers):
            if self._full:
                return False
            self._paths.append(path)
        return True

    def _whole_unless_longer(self) -> PathSearch:
        """All paths up to the length are found: complete, unless a longer one exists or is not ruled out in a short search."""
        search = self._search
        if search.longer < FAR and self._most < search.width - 1:
            search.look_back(FAR, PATIENCE)
            for numbers in search.walk(max(self._most + 1, self._least), search.width - 1, PATIENCE):
                if search.through.issubset(numbers):
                    return self._cut(self._too_long)
            if search.stopped:
                return self._cut(self._too_long)
        return PathSearch(paths=tuple(self._paths), complete=True)

    def _cut(self, limit: str) -> PathSearch:
        return PathSearch(paths=tuple(self._paths), complete=False, limit=limit)


class _Trail:
    """The stack of one walk and the buffer it writes to."""

    def __init__(self, most: int, mark: int, machine: Machine) -> None:
        self.path, self.cursor, self.prefix = (machine.view(_integers(most + 1)) for _ in range(3))
        self.out = machine.view(_integers(max(2048, 4 * (most + 2))))
        self.state = machine.view(array("i", [0, FAR, 0, 0, mark, TRUSTED_STEPS]))

    def start(self, source: int, cursor: int, on_path: bytearray) -> None:
        self.path[0], self.cursor[0], self.prefix[0] = source, cursor, 1
        self.state[DEPTH], self.state[LONGER], self.state[IDLE], self.state[TRUST] = 0, FAR, 0, TRUSTED_STEPS
        on_path[source] = 1

    def written(self, wrote: int) -> Iterator[tuple[int, ...]]:
        numbers, place = self.out[:wrote].tolist(), 0
        while place < wrote:
            end = place + numbers[place] + 2
            yield tuple(numbers[place + 1 : end])
            place = end


class _Space:
    """Arrays as long as the graph; made once, used again, so that a short search does not pay for a long graph."""

    def __init__(self, graph: SignedGraph) -> None:
        width = len(graph.names)
        self.machine = machine_for(graph.link_count)
        view = self.machine.view
        self.forward = tuple(map(view, (graph.offsets, graph.objects, graph.masks)))
        self.backward = tuple(map(view, graph.reverse))
        self.roles, self.on_path = view(bytearray(width)), view(bytearray(width))
        self.distance = view(array("i", [FAR]) * (3 * width))
        self.queue, self.marks, self.stack = (view(_integers(size)) for size in (3 * width, width, width))
        self.back = view(array("i", [0, 0, 0]))
        self.mark = 0

    @classmethod
    def of(cls, graph: SignedGraph) -> _Space:
        try:
            space = graph.spare.pop()
        except IndexError:
            return cls(graph)
        assert isinstance(space, _Space)
        return space

    def seed(self, targets: list[int]) -> None:
        for target in targets:
            self.queue[self.back[TAIL]] = 3 * target
            self.distance[3 * target] = 0
            self.back[TAIL] += 1

    def clear(self) -> None:
        self.machine.reset(self.distance, self.queue, self.back[TAIL], FAR)
        for place in range(3):
            self.back[place] = 0


def _integers(size: int) -> array[int]:
    return array("i", bytes(4 * size))
