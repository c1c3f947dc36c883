"""What every chain needs, and the smallest blocks that leave none. What restores an effect: `rescuing.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import inf
from time import monotonic

from kgraph.errors import InvalidValue
from kgraph.reasoning.flows import Ways
from kgraph.reasoning.graph import SignedGraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Necessary:
    """The variables inside, and the pairs joined by links, that every chain passes, in the order in which it passes them.

    `any_chain` is false when there is no chain at all; then nothing is necessary for one.
    """

    variables: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    any_chain: bool


def necessary(graph: SignedGraph, sources: Iterable[str], targets: Iterable[str]) -> Necessary:
    """The variables and links that every chain from a source to a target passes (dominators).

    Parameters
    ----------
    graph : SignedGraph
        The graph; signs play no part.
    sources, targets : iterable of str
        Ids of variables. Only variables between them are told.

    Returns
    -------
    Necessary
        In the order of the chain. A pair of variables counts as one link whatever the signs on it.

    Raises
    ------
    InvalidValue
        For an unknown variable.

    Notes
    -----
    O(n + m), and far less where two ways share nothing: one way is found, then it is seen how far one can get ahead on it without
    each of its variables and links in turn. Right on graphs with a link back from target to source.

    References
    ----------
    Lengauer and Tarjan 1979, doi:10.1145/357062.357071.

    Examples
    --------
    >>> from kgraph.model import Sign
    >>> graph = SignedGraph.from_links([("ketamine", "GABA", Sign.MINUS), ("GABA", "glutamate", Sign.MINUS)])
    >>> necessary(graph, ["ketamine"], ["glutamate"]).variables
    ('GABA',)
    """
    ways = _ways(graph, sources, targets)
    way = ways.shortest(())
    if way is None:
        return Necessary(variables=(), links=(), any_chain=False)
    variables, links = ways.needed(way)
    names = graph.names
    return Necessary(
        variables=tuple(names[variable] for variable in variables),
        links=tuple((names[first], names[second]) for first, second in links),
        any_chain=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Sets of variables whose block leaves no chain, smallest first, then by id.

    `size` is that of the smallest; ``None`` when no set of variables cuts, because a link leads straight from a source to a target;
    0 when there is no chain to cut. `complete` is false when `limit` cut the list short.
    """

    size: int | None
    cuts: tuple[tuple[str, ...], ...]
    complete: bool
    limit: str = ""


def cuts(
    graph: SignedGraph,
    sources: Iterable[str],
    targets: Iterable[str],
    *,
    max_size: int | None = None,
    limit: int = 1000,
    seconds: float = inf,
    spare: Iterable[str] = (),
) -> Cuts:
    """The smallest sets of variables whose block leaves no chain; with `max_size`, all minimal ones up to that size.

    A set is minimal when every variable in it is needed: without it, some chain is left.

    Parameters
    ----------
    graph : SignedGraph
        The graph; signs play no part.
    sources, targets : iterable of str
        Ids of variables; they are never part of a cut.
    max_size : int, optional
        The largest set told; by default only the sets of the smallest size there is.
    limit : int
        The most sets told.
    seconds : float
        The longest search for sets; their smallest size is told in any case.
    spare : iterable of str
        Variables that cannot be blocked.

    Returns
    -------
    Cuts
        Smallest first, ties in the order of ids.

    Raises
    ------
    InvalidValue
        For an unknown variable or a limit below one.

    Notes
    -----
    The smallest size is that of a largest flow through variables of capacity one (Menger). The sets are found by taking a shortest
    way left and deciding which of its variables to block; a branch is left as soon as the flow shows that it needs more
    variables than it may have, so smallest sets come with polynomial delay. Minimal sets of larger sizes can be many: set
    `limit`.

    References
    ----------
    Menger 1927, doi:10.4064/fm-10-1-96-115.

    Examples
    --------
    >>> from kgraph.model import Sign
    >>> graph = SignedGraph.from_links([("ketamine", "GABA", Sign.MINUS), ("GABA", "glutamate", Sign.MINUS)])
    >>> cuts(graph, ["ketamine"], ["glutamate"]).cuts
    (('GABA',),)
    """
    if limit < 1 or (max_size is not None and max_size < 1) or not seconds > 0:
        raise InvalidValue("a limit is above zero", where=f"limit={limit}, max_size={max_size}, seconds={seconds}")
    deadline = monotonic() + seconds
    ways = _ways(graph, sources, targets)
    kept = frozenset(graph.number(name) for name in spare)
    smallest = ways.most((), kept, len(graph.names))
    if smallest > len(graph.names):
        return Cuts(size=None, cuts=(), complete=True)
    found: list[tuple[str, ...]] = []
    for size in range(smallest, (smallest if max_size is None else max_size) + 1) if smallest else ():
        level: list[tuple[str, ...]] = []
        stopped = ""
        try:
            for cut in _cutting(ways, size, frozenset(), kept, deadline):
                if max_size is None or _is_minimal(ways, cut):
                    level.append(tuple(sorted(graph.names[variable] for variable in cut)))
                if len(found) + len(level) > limit:
                    stopped = f"limit={limit}"
                    break
        except _OutOfTime:
            stopped = f"seconds={seconds:g}"
        if stopped:
            return Cuts(size=smallest, cuts=(*found, *sorted(level)[: limit - len(found)]), complete=False, limit=stopped)
        found.extend(sorted(level))
    return Cuts(size=smallest, cuts=tuple(found), complete=True)


class _OutOfTime(Exception):
    """The search for sets took too long."""


def _cutting(ways: Ways, size: int, chosen: frozenset[int], kept: frozenset[int], deadline: float) -> Iterator[frozenset[int]]:
    """Every set of exactly this size that cuts, holds the chosen variables and none that is kept, and of which each came off a way."""
    way = ways.shortest(chosen)
    if way is None:
        if len(chosen) == size:
            yield chosen
        return
    for variable in way[1:-1]:
        if variable in kept:
            continue
        if monotonic() > deadline:
            raise _OutOfTime
        rest = size - len(chosen) - 1
        if rest >= 0 and ways.most(chosen | {variable}, kept, rest) <= rest:
            yield from _cutting(ways, size, chosen | {variable}, kept, deadline)
        kept = kept | {variable}


def _is_minimal(ways: Ways, cut: Collection[int]) -> bool:
    return all(ways.shortest([other for other in cut if other != variable]) is not None for variable in cut)


def _ways(graph: SignedGraph, sources: Iterable[str], targets: Iterable[str]) -> Ways:
    starts, ends = ({graph.number(name) for name in names} for names in (sources, targets))
    return Ways(graph, starts, ends)
