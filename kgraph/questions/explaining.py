"""Why would one thing raise or lower another? The signed chains between them, with their claims. The search: `kgraph.reasoning`."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Explanation, Selection, Sign, Term, Verdict
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.limits import MAX_LINKS, MOST_CHAINS, SECONDS
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.reasoning import SignedGraph, signed_paths
from kgraph.store import Knowledge, signed_arrays


def explain(
    knowledge: Knowledge,
    source: str,
    target: str,
    *,
    sign: Sign | None = None,
    max_links: int | None = MAX_LINKS,
    limit: int | None = MOST_CHAINS,
    seconds: float | None = SECONDS,
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
    selection: Selection = Selection(),
) -> Explanation:
    """The same as `explain`, from any of some variables to any of others, none of them by name."""
    ends = [term.id for term in sources], [term.id for term in targets]
    graph = SignedGraph(*signed_arrays(knowledge, selection, variables=[*ends[0], *ends[1]]))
    search = signed_paths(graph, *ends, sign=sign, max_links=max_links, limit=limit, seconds=seconds)
    signs = {Sign.product(step[2] for step in path) for path in search.paths}
    if sign is not None or not search.complete:
        for missing in sorted(set(Sign) - signs, key=lambda one: one.value):
            other = signed_paths(graph, *ends, sign=missing, max_links=max_links, limit=1, seconds=seconds)
            signs.update({missing} if other.paths else ())
    gatherer = LinkGatherer(knowledge, selection)
    return Explanation(
        source=tuple(sources),
        target=tuple(targets),
        chains=tuple(gatherer.chain(path) for path in search.paths),
        verdict=Verdict.over(signs),
        complete=search.complete,
        limit=search.limit,
    )
