"""Signed simple paths, shortest first, with an honest word on whether any was left out. The inner loops: `walks.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import monotonic

from kgraph.errors import InvalidValue
from kgraph.model import Sign
from kgraph.reasoning.found import Path, Paths
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.signs import ANY, MASK_OF
from kgraph.reasoning.space import ENDLESS, Search
from kgraph.reasoning.walks import ALL

__all__ = ["Path", "PathSearch", "Paths", "signed_paths"]

PATIENCE = 20_000
"""Steps spent on what only sharpens an answer: all paths at once, one path more than asked for, one longer path."""

FEW_LINKS = 1000
"""The links of a graph on which all paths at once are tried even when only a few are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathSearch:
    """The paths found, each made when it is read. `complete` is false when a limit may have left some out; `limit` then names it:
    ``max_links=8``.
    """

    paths: Sequence[Path]
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
    number = graph.number
    numbers = [[number(name) for name in names] for names in (sources, targets, avoid, through)]
    search = Search(graph, ANY if sign is None else MASK_OF[sign], *numbers)
    try:
        most = max(search.width - 1, 1)
        bounds = _Bounds(
            least=1 if direct else 2, most=most if max_links is None else min(max_links, most), limit=limit, steps=steps,
            deadline=None if seconds is None else monotonic() + seconds,
            names=(f"max_links={max_links}", f"limit={limit}", f"steps={steps}", f"seconds={seconds or 0:g}"),
        )  # fmt: skip
        return _answer(search, bounds)
    finally:
        search.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    """What bounds one search, and the names of max_links, limit, steps and seconds as they are told."""

    least: int
    most: int
    limit: int | None
    steps: int | None
    deadline: float | None
    names: tuple[str, str, str, str]

    @property
    def cut_short(self) -> bool:
        return self.steps is not None or self.deadline is not None

    def fuel(self, search: Search, most: int = ENDLESS) -> int:
        """The steps that are left, up to so many."""
        return most if self.steps is None else max(0, min(most, self.steps - search.steps))

    def spent(self, search: Search) -> str:
        """The limit of time or steps that is used up; empty when there is none."""
        if self.deadline is not None and monotonic() > self.deadline:
            return self.names[3]
        return self.names[2] if self.steps is not None and search.steps >= self.steps else ""


def _answer(search: Search, bounds: _Bounds) -> PathSearch:
    """All at once where that is quick or the only way, else by growing length."""
    if bounds.least > bounds.most:
        return PathSearch(paths=(), complete=True)
    if bounds.limit is None or search.graph.link_count <= FEW_LINKS:
        hasty = bounds.limit is not None or bounds.cut_short
        search.begin(bounds.least, bounds.most, by_length=False, fuel=bounds.fuel(search, PATIENCE) if hasty else ENDLESS)
        done, paths = search.run(bounds.deadline)
        if done == ALL:
            if bounds.limit is not None and len(paths) > bounds.limit:
                return PathSearch(paths=paths.first(bounds.limit), complete=False, limit=bounds.names[1])
            return _unless_longer(search, bounds, paths)
    enough = ENDLESS if bounds.limit is None else bounds.limit + 1
    search.begin(bounds.least, bounds.most, by_length=True, enough=enough, fuel=bounds.fuel(search), patience=PATIENCE)
    done, paths = search.run(bounds.deadline)
    if done == ALL:
        return _unless_longer(search, bounds, paths)
    if bounds.limit is None or len(paths) < bounds.limit:
        return PathSearch(paths=paths, complete=False, limit=bounds.spent(search))
    why = bounds.spent(search) if len(paths) == bounds.limit else ""
    return PathSearch(paths=paths.first(bounds.limit), complete=False, limit=why or bounds.names[1])


def _unless_longer(search: Search, bounds: _Bounds, paths: Paths) -> PathSearch:
    """All paths up to the length are found: complete, unless a longer one exists or is not ruled out in a short search."""
    following = search.following
    if following < search.width:
        search.begin(following, search.width - 1, by_length=True, enough=1, fuel=PATIENCE)
        done, longer = search.run(bounds.deadline)
        if done != ALL or longer:
            return PathSearch(paths=paths, complete=False, limit=bounds.names[0])
    return PathSearch(paths=paths, complete=True)
