"""Why would one thing raise or lower another? The signed chains between them, with their claims. The search: `kgraph.reasoning`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from kgraph.errors import InvalidValue
from kgraph.model import Explanation, Selection, Sign, Term, Verdict
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.limits import MAX_LINKS, MOST_CHAINS, SECONDS
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.reasoning import Path, PathSearch, SignedGraph, signed_paths
from kgraph.store import Knowledge, signed_arrays

_MOST_WAYS = 64


def explain(
    knowledge: Knowledge,
    source: str,
    target: str,
    *,
    sign: Sign | None = None,
    max_links: int | None = MAX_LINKS,
    limit: int | None = MOST_CHAINS,
    seconds: float | None = SECONDS,
    avoid: Iterable[str] = (),
    through: Iterable[str] = (),
    direct: bool = True,
    references: int = 0,
    selection: Selection = Selection(),
) -> Explanation:
    """All signed chains from a source to a target, and what they say together.

    A chain is a path of links that repeats no variable; its sign is the product of theirs. A link gathers the claims that
    agree on subject, object and sign; where a signed claim joins a pair, claims of unreported sign add no link of their own.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    source, target : str
        Names; an entity stands for all its variables and the ones narrower than those.
    sign : Sign, optional
        Only chains of this net sign. The verdict still speaks of the chains of every sign.
    max_links, limit, seconds : optional
        The longest chain, the most chains, the longest time; ``None`` for no limit. Defaults: 12, 1000 and 10.
    avoid, through : iterable of str
        Names that no chain may pass (all variables of each and those narrower), and names that every chain passes (some variable of
        each). They limit the verdict too, as do `direct` and `references`.
    direct : bool
        Whether chains of a single link count.
    references : int
        Only links that rest on at least so many references; a piece of evidence that cites papers counts for these.
    selection : Selection
        The layers, mechanisms and species that the answer may rest on.

    Returns
    -------
    Explanation
        Chains shortest first, ties in the order of the ids of their variables. `complete` is false when a limit stopped the
        search.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        For a limit below one, or names to pass through that leave too many choices.

    Notes
    -----
    The number of simple paths can grow exponentially with `max_links`; `limit` and `seconds` bound the work. A cut search
    never makes the verdict one-sided: for each sign that the chains found do not show, one more chain is looked for, within
    the same `max_links` and `seconds`.

    References
    ----------
    Signs of chains: Harary 1953, doi:10.1307/mmj/1028989917.

    Examples
    --------
    >>> import kgraph
    >>> answer = kgraph.explain(kgraph.load(), "ketamine", "antidepressant effect", max_links=2)
    >>> [chain.mechanisms for chain in answer.chains if chain.mechanisms][0]
    ('mech:bdnf',)
    """
    start, end = resolve_term(knowledge, source), resolve_term(knowledge, target)
    return explain_between(
        knowledge,
        variables_of(knowledge, start) or (start,),
        variables_of(knowledge, end) or (end,),
        sign=sign,
        max_links=max_links,
        limit=limit,
        seconds=seconds,
        avoid=[one for name in avoid for one in _meant(knowledge, name, blocked=True)],
        through=[_meant(knowledge, name, blocked=False) for name in through],
        direct=direct,
        references=references,
        selection=selection,
    )


def explain_between(
    knowledge: Knowledge,
    sources: Sequence[Term],
    targets: Sequence[Term],
    *,
    sign: Sign | None = None,
    max_links: int | None = MAX_LINKS,
    limit: int | None = MOST_CHAINS,
    seconds: float | None = SECONDS,
    avoid: Sequence[str] = (),
    through: Sequence[Sequence[str]] = (),
    direct: bool = True,
    references: int = 0,
    selection: Selection = Selection(),
) -> Explanation:
    """The same as `explain`, from any of some variables to any of others, none of them by name; `through` holds choices."""
    ends = [term.id for term in sources], [term.id for term in targets]
    gatherer = LinkGatherer(knowledge, selection)
    known = {*ends[0], *ends[1], *avoid, *(one for choice in through for one in choice)}
    graph = SignedGraph(*signed_arrays(knowledge, selection, variables=sorted(known)))
    if references > 0:
        graph = SignedGraph.from_links((link for link in graph.links() if gatherer.references(link) >= references), variables=known)

    def search(wanted: Sign | None, most: int | None) -> PathSearch:
        bounds = _Bounds(max_links=max_links, limit=most, seconds=seconds)
        return _through_any(graph, ends, wanted, bounds, avoid, through, direct=direct)

    found = search(sign, limit)
    signs = {Sign.product(step[2] for step in path) for path in found.paths}
    if sign is not None or not found.complete:
        for missing in sorted(set(Sign) - signs, key=lambda one: one.value):
            signs.update({missing} if search(missing, 1).paths else ())
    return Explanation(
        source=tuple(sources),
        target=tuple(targets),
        chains=tuple(gatherer.chain(path) for path in found.paths),
        verdict=Verdict.over(signs),
        complete=found.complete,
        limit=found.limit,
    )


def _meant(knowledge: Knowledge, name: str, *, blocked: bool) -> list[str]:
    """The ids of the variables that a name stands for when chains are to keep off it, or to pass it."""
    # Loaded here, for the values of interventions cost every other explanation ten milliseconds.
    from kgraph.model import Action
    from kgraph.questions.intervening import asked

    return [one.id for one in asked(knowledge, resolve_term(knowledge, name), Action.BLOCK if blocked else None).variables]


class _Bounds(NamedTuple):
    max_links: int | None
    limit: int | None
    seconds: float | None


def _through_any(
    graph: SignedGraph,
    ends: tuple[Sequence[str], Sequence[str]],
    sign: Sign | None,
    bounds: _Bounds,
    avoid: Sequence[str],
    through: Sequence[Sequence[str]],
    *,
    direct: bool,
) -> PathSearch:
    """The paths that pass one variable of each choice: one search for each combination, put together."""
    ways = [frozenset(way) for way in product(*through)] if prod(map(len, through)) <= _MOST_WAYS else []
    if not ways:
        raise InvalidValue("what is passed through stands for too many variables", remedy="name variables, not entities")
    searches = [
        signed_paths(
            graph,
            *ends,
            sign=sign,
            max_links=bounds.max_links,
            limit=bounds.limit,
            seconds=bounds.seconds,
            avoid=avoid,
            through=way,
            direct=direct,
        )
        for way in dict.fromkeys(ways)
    ]
    if len(searches) == 1:
        return searches[0]
    paths = sorted({path for one in searches for path in one.paths}, key=_order)
    cut = next((one for one in searches if not one.complete), searches[0])
    if bounds.limit is not None and len(paths) > bounds.limit:
        return PathSearch(paths=tuple(paths[: bounds.limit]), complete=False, limit=f"limit={bounds.limit}")
    return PathSearch(paths=tuple(paths), complete=cut.complete, limit=cut.limit)


def _order(path: Path) -> tuple[int, list[str], list[int]]:
    signs = list(Sign)
    return len(path), [path[0][0], *(step[1] for step in path)], [signs.index(step[2]) for step in path]
