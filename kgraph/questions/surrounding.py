"""What lies upstream and downstream: everything that could move a thing, and everything that it could move."""

from __future__ import annotations

from kgraph.errors import InvalidValue
from kgraph.model import Reach, Reachable, Selection, Sign
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.questions.reaching import reached
from kgraph.reasoning import SignedGraph
from kgraph.reasoning import downstream as following
from kgraph.reasoning import upstream as leading
from kgraph.store import Knowledge, signed_arrays

MOST_REACHED = 500
STEPS = 20_000
_FEWEST_STEPS, _WORK = 200, 20_000_000


def upstream(
    knowledge: Knowledge, name: str, *, max_links: int | None = None, limit: int | None = MOST_REACHED, selection: Selection = Selection()
) -> Reach:
    """Every variable from which a chain leads to something, with the signs of the chains: a question asked backwards.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    name : str
        A name; an entity stands for all its variables and the ones narrower than those.
    max_links : int, optional
        The longest chain that counts.
    limit : int, optional
        The most variables told, nearest first.
    selection : Selection
        The layers, mechanisms and species that the answer may rest on.

    Returns
    -------
    Reach
        Nearest first, then by id, without the variables asked about. Only chains count, which pass no variable twice: a walk that
        passes one under both signs proves nothing.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        For a limit below one.

    Notes
    -----
    Linear in the links for each variable asked about, as long as the shortest walks of each sign are chains; where one is not,
    a chain of its sign is searched for, in a bounded number of steps (whether one exists is NP-complete: Lapaugh and Papadimitriou 1984,
    doi:10.1002/net.3230140403), and `complete` is false where the bound was hit.

    Examples
    --------
    >>> import kgraph
    >>> found = kgraph.upstream(kgraph.load(), "LHb burst firing", max_links=1)
    >>> [(one.variable.id, one.verdict.value) for one in found.variables]
    [('var:ketamine', 'LOWERS'), ('var:kir41-lhb', 'RAISES'), ('var:nmdar-lhb', 'RAISES'), ('var:t-type-lhb', 'RAISES')]
    """
    return _surrounding(knowledge, name, max_links, limit, selection, against=True)


def downstream(
    knowledge: Knowledge, name: str, *, max_links: int | None = None, limit: int | None = MOST_REACHED, selection: Selection = Selection()
) -> Reach:
    """Every variable to which a chain leads from something, with the signs of the chains; otherwise as `upstream`."""
    return _surrounding(knowledge, name, max_links, limit, selection, against=False)


def _surrounding(
    knowledge: Knowledge, name: str, max_links: int | None, limit: int | None, selection: Selection, *, against: bool
) -> Reach:
    if (max_links is not None and max_links < 1) or (limit is not None and limit < 1):
        raise InvalidValue("a limit is at least 1", remedy="use 1 or more, or no limit")
    term = resolve_term(knowledge, name)
    starts = variables_of(knowledge, term) or (term,)
    graph = SignedGraph(*signed_arrays(knowledge, selection, variables=sorted(one.id for one in starts)))
    gatherer = LinkGatherer(knowledge, selection)
    around, _ = reached(graph, [one.id for one in starts], against=against)
    steps = max(_FEWEST_STEPS, min(STEPS, _WORK // max(1, graph.link_count)))
    seen: dict[str, tuple[int, set[Sign], bool]] = {}
    search = leading if against else following
    for start in starts:
        for one in search(graph, start.id, max_links=max_links, steps=steps):
            links, signs, complete = seen.get(one.variable, (one.links, set(), True))
            seen[one.variable] = (min(links, one.links), signs | set(one.signs), complete and one.complete)
    asked = {start.id for start in starts}
    nearest = sorted((identity for identity in seen if identity not in asked), key=lambda identity: (seen[identity][0], identity))[:limit]
    hidden = len(set(around) - asked) - len(nearest)
    return Reach(
        of=starts,
        against=against,
        variables=tuple(
            Reachable(
                variable=gatherer.variable(identity),
                links=seen[identity][0],
                signs=tuple(sign for sign in Sign if sign in seen[identity][1]),
                complete=seen[identity][2],
            )
            for identity in nearest
        ),
        hidden=hidden,
        limit=_limit(max_links, limit, len(nearest)) if hidden else "",
    )


def _limit(max_links: int | None, limit: int | None, told: int) -> str:
    return f"limit={limit}" if limit is not None and told == limit else f"max_links={max_links}"
