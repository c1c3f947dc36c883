"""What every chain needs, the smallest blocks that leave none, and what brings an effect back under a block."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.errors import InvalidValue
from kgraph.model import Assumption, Blocks, Change, Intervened, Needs, Rescue, Rescued, Selection
from kgraph.questions.ends import ends
from kgraph.questions.intervening import acts, asked, asked_of, intervened
from kgraph.questions.limits import SECONDS, STEPS_EACH
from kgraph.questions.naming import resolve_term
from kgraph.questions.reaching import affordable, reached
from kgraph.questions.supposing import Supposer
from kgraph.reasoning import cuts as cutting
from kgraph.reasoning import necessary as needed
from kgraph.reasoning import rescues as rescuing
from kgraph.reasoning import what_if
from kgraph.store import Knowledge

MOST_CUTS = 1000

MOST_TOGETHER = 2
"""The most interventions in one rescue."""


def necessary(knowledge: Knowledge, source: str, target: str, *, direct: bool = True, selection: Selection = Selection()) -> Needs:
    """The variables and links that every chain from a source to a target passes.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    source, target : str
        Names; an entity stands for all its variables and the ones narrower than those.
    direct : bool
        Whether links from a source straight to a target count. While one does, nothing between is necessary.
    selection : Selection
        The layers, mechanisms and species that the answer may rest on.

    Returns
    -------
    Needs
        Variables and links in the order in which each chain passes them.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.

    Notes
    -----
    Linear in the links. Signs play no part. Dominators: Lengauer and Tarjan 1979, doi:10.1145/357062.357071.

    Examples
    --------
    >>> import kgraph
    >>> from kgraph.questions.naming import select
    >>> knowledge = kgraph.load()
    >>> habenula = select(knowledge, mechanisms=["5"])
    >>> found = necessary(knowledge, "ketamine", "antidepressant effect", direct=False, selection=habenula)
    >>> [variable.id for variable in found.variables]
    ['var:lhb-burst']
    """
    across = ends(knowledge, source, target, direct=direct, selection=selection)
    found = needed(across.graph, across.sources, across.targets)
    gatherer = across.gatherer
    links = [
        tuple(gatherer.link(first, second, sign) for sign in across.graph.signs_between(first, second)) for first, second in found.links
    ]
    return Needs(
        source=across.source,
        target=across.target,
        variables=tuple(gatherer.variable(one) for one in found.variables),
        links=tuple(links),
        any_chain=found.any_chain,
        direct=across.direct,
        without_direct=not direct,
    )


def cuts(
    knowledge: Knowledge,
    source: str,
    target: str,
    *,
    max_size: int | None = None,
    limit: int = MOST_CUTS,
    seconds: float = SECONDS,
    direct: bool = True,
    selection: Selection = Selection(),
) -> Blocks:
    """The smallest sets of variables whose block leaves no chain; with `max_size`, all minimal ones up to that size.

    Parameters
    ----------
    knowledge, source, target, direct, selection
        As for `necessary`. While a direct link counts, no set cuts.
    max_size : int, optional
        The largest set told; by default only those of the smallest size.
    limit : int
        The most sets told.
    seconds : float
        The longest search for sets.

    Returns
    -------
    Blocks
        Smallest first, ties in the order of ids.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        For a size or limit below one, or no time.

    Notes
    -----
    Menger 1927, doi:10.4064/fm-10-1-96-115. Minimal sets above the smallest size can be many: `limit` bounds them.
    """
    across = ends(knowledge, source, target, direct=direct, selection=selection)
    found = cutting(across.graph, across.sources, across.targets, max_size=max_size, limit=limit, seconds=seconds)
    return Blocks(
        source=across.source,
        target=across.target,
        size=found.size,
        sets=tuple(tuple(across.gatherer.variable(one) for one in cut) for cut in found.cuts),
        complete=found.complete,
        limit=found.limit,
        direct=across.direct,
        without_direct=not direct,
    )


def rescues(
    knowledge: Knowledge,
    source: str,
    target: str,
    *,
    blocked: Iterable[str],
    lowered: bool = False,
    wanted: Change | None = None,
    assumption: Assumption = Assumption.STABLE,
    selection: Selection = Selection(),
) -> Rescued:
    """The smallest rescues: what else to raise, lower or clamp so that an effect returns under a block.

    Parameters
    ----------
    knowledge, source, target, selection
        As for `necessary`; the source is raised.
    blocked : iterable of str
        Names of what is held at its baseline.
    lowered : bool
        Lower the source instead of raising it.
    wanted : Change, optional
        RAISED or LOWERED; by default what the target does without the block.
    assumption : Assumption
        As for `what_if`.

    Returns
    -------
    Rescued
        One rescue a target variable. Where no single intervention does, sets of two: of clamps, with at most one push among them,
        because among pushes, whatever a set does one of its members does.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        Nothing is blocked, the source itself is blocked, or an unfit `wanted`.

    Notes
    -----
    Up to four what-if questions for each of the nearest variables upstream of the target; at most 300 of these are tried, fewer
    on large graphs. Then 400 more for sets, at most.
    """
    names = tuple(blocked)
    if not names:
        raise InvalidValue("nothing is blocked", remedy="name what is blocked")
    pushed = asked_of(knowledge, lowered=[source]) if lowered else asked_of(knowledge, raised=[source])
    done = intervened([*pushed, *asked_of(knowledge, blocked=names)])
    free = intervened(pushed)
    stops = asked(knowledge, resolve_term(knowledge, target), None).variables
    supposer = Supposer(knowledge, assumption=assumption, selection=selection)
    graph = supposer.graph([*(one.variable for one in done), *stops])
    found = []
    for stop in stops:
        before, under = (supposer.predicted(what_if(graph, acts(some), targets=[stop.id], assumption=assumption).of(stop.id), stop)
                         for some in (free, done))  # fmt: skip
        wish = wanted or (before.change if before.change in (Change.RAISED, Change.LOWERED) else None)
        back: list[tuple[Intervened, ...]] = []
        complete, limit = True, ""
        if wish is not None and under.change is not wish:
            near, complete = reached(graph, [stop.id], against=True, most=affordable(graph))
            rescue = rescuing(
                graph, acts(done), stop.id, wish, candidates=near, assumption=assumption, steps=STEPS_EACH, max_size=MOST_TOGETHER
            )
            limit = rescue.limit
            back = [tuple(Intervened(variable=supposer.variable(act.variable), action=act.action) for act in one) for one in rescue.sets]
        found.append(
            Rescue(
                before=before, under=under, wanted=wish, needed=wish is not None and under.change is not wish,
                found=tuple(one[0] for one in back if len(one) == 1), complete=complete,
                sets=tuple(one for one in back if len(one) > 1), limit=limit,
            )
        )  # fmt: skip
    return Rescued(interventions=done, assumption=assumption, rescues=tuple(found))


def change_of(text: str) -> Change:
    """RAISED or LOWERED by its name; `InvalidValue` for any other."""
    if text not in (Change.RAISED.value, Change.LOWERED.value):
        raise InvalidValue(f"'{text}' is not wanted of a target", remedy="use raised or lowered")
    return Change(text)
