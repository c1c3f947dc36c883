"""What a quiz is about: the chains of a mechanism, between two names, or of the whole graph. What is asked about them: `exercising.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kgraph.model import Chain, Exercise, ExerciseKind, Mechanism, Selection, Sign
from kgraph.questions.exercising import exercises
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.limits import MAX_LINKS, SECONDS
from kgraph.questions.naming import resolve_mechanism, resolve_term, variables_of
from kgraph.reasoning import SignedGraph, signed_paths
from kgraph.reasoning.shuffling import digest, shuffled
from kgraph.store import Knowledge, signed_arrays

MOST_CHAINS = 200
"""The most chains of one scope."""

_WALKS, _STEPS, _STARTS = 60, 5, 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Chains that belong together, and the mechanism that they are of; empty where they are of none or of several."""

    chains: tuple[Chain, ...]
    mechanism: str = ""


def quiz(
    knowledge: Knowledge,
    mechanism: str = "",
    *,
    source: str = "",
    target: str = "",
    seed: str = "1",
    count: int = 10,
    difficulty: int | None = None,
    kinds: Collection[ExerciseKind] = (),
    selection: Selection = Selection(),
) -> tuple[Exercise, ...]:
    """Exercises about a mechanism, about the chains between two names, or about everything.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    mechanism : str
        Name or number of a mechanism, or name of a lesson; every mechanism when empty, and where there is none, the whole graph.
    source, target : str
        Names between which the chains run, in place of a mechanism.
    seed, count, difficulty, kinds, selection
        As `kgraph.questions.exercising.exercises`.

    Returns
    -------
    tuple of Exercise
        Easy ones first; fewer than `count` where the claims give no more that is not ambiguous.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.

    Examples
    --------
    >>> import kgraph
    >>> [one.kind.value for one in quiz(kgraph.load(), "mTOR mechanism", count=3)]
    ['sign', 'missing-link', 'order']
    """
    scopes = scopes_of(knowledge, mechanism, source=source, target=target, seed=seed, selection=selection)
    made = [
        exercises(
            knowledge,
            scope.chains,
            mechanism=scope.mechanism,
            seed=seed,
            count=count,
            selection=selection,
            kinds=kinds,
            difficulty=difficulty,
        )
        for scope in scopes
    ]
    if len(made) == 1:
        return made[0]
    every = {one.id: one for some in made for one in some}
    chosen = _in_turn(shuffled(every.values(), lambda one: one.id, seed))[:count]
    return tuple(sorted(chosen, key=lambda one: one.difficulty))


def scopes_of(
    knowledge: Knowledge, mechanism: str = "", *, source: str = "", target: str = "", seed: str = "1", selection: Selection = Selection()
) -> tuple[Scope, ...]:
    """The chains that a quiz is about; parameters and errors as `quiz`."""
    if source and target:
        starts, ends = (resolve_term(knowledge, name) for name in (source, target))
        first = [one.id for one in variables_of(knowledge, starts) or (starts,)]
        last = [one.id for one in variables_of(knowledge, ends) or (ends,)]
        graph = SignedGraph(*signed_arrays(knowledge, selection, variables=sorted({*first, *last})))
        return (Scope(chains=_chains(knowledge, graph, first, last, selection)),)
    if mechanism:
        return _named(knowledge, mechanism, selection)
    return _whole(knowledge, seed, selection)


def _named(knowledge: Knowledge, name: str, selection: Selection) -> tuple[Scope, ...]:
    """The mechanisms of a lesson, or all of them where it is about none; or the one mechanism of that name."""
    # Imported late: lessons ask for exercises themselves.
    from kgraph.questions.lessons import lessons

    found = next((one for one in lessons(knowledge) if one.id == name.strip()), None)
    if found is None:
        return (_scope(knowledge, resolve_mechanism(knowledge, name), selection),)
    if not found.mechanisms:
        return _whole(knowledge, "", selection)
    return tuple(_scope(knowledge, resolve_mechanism(knowledge, one), selection) for one in found.mechanisms)


def _whole(knowledge: Knowledge, seed: str, selection: Selection) -> tuple[Scope, ...]:
    """Every mechanism; in a graph without mechanisms, chains here and there."""
    whole = [one for one in knowledge.mechanisms() if not one.part_of]
    found = [_scope(knowledge, one, selection) for one in whole]
    found = [scope for scope in found if scope.chains]
    return tuple(found) or (Scope(chains=_walked(knowledge, seed, selection)),)


def _scope(knowledge: Knowledge, mechanism: Mechanism, selection: Selection) -> Scope:
    """The chains of a mechanism: from where nothing leads in it to where nothing leads on."""
    within = replace(selection, mechanisms=(mechanism.id,))
    graph = SignedGraph(*signed_arrays(knowledge, within))
    pairs = list(graph.pairs())
    left, entered = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    starts = [graph.names[number] for number in sorted(left - entered or left)]
    ends = [graph.names[number] for number in sorted(entered - left or entered)]
    return Scope(chains=_chains(knowledge, graph, starts, ends, within), mechanism=mechanism.id)


def _chains(
    knowledge: Knowledge, graph: SignedGraph, starts: Sequence[str], ends: Sequence[str], selection: Selection
) -> tuple[Chain, ...]:
    gatherer = LinkGatherer(knowledge, selection)
    if not starts or not ends:
        return ()
    found = signed_paths(graph, starts, ends, max_links=MAX_LINKS, limit=MOST_CHAINS, seconds=SECONDS)
    return tuple(gatherer.chain(path) for path in found.paths)


def _walked(knowledge: Knowledge, seed: str, selection: Selection) -> tuple[Chain, ...]:
    """Chains of up to five links here and there in a graph without mechanisms, decided by the seed."""
    graph = SignedGraph(*signed_arrays(knowledge, selection))
    leaving = [number for number in range(len(graph.names)) if graph.offsets[number] < graph.offsets[number + 1]]
    every = max(1, len(leaving) // _STARTS)
    starts = shuffled(leaving[::every], lambda number: graph.names[number], seed)[:_WALKS]
    gatherer = LinkGatherer(knowledge, selection)
    paths = dict.fromkeys(path for path in (tuple(_walk(graph, start, seed)) for start in starts) if path)
    return tuple(gatherer.chain(path) for path in paths)


def _walk(graph: SignedGraph, start: int, seed: str) -> Iterator[tuple[str, str, Sign]]:
    seen, here = {start}, start
    for step in range(_STEPS):
        following = [one for one in graph.objects[graph.offsets[here] : graph.offsets[here + 1]] if one not in seen]
        if not following:
            return
        on = min(following, key=lambda one: digest(seed, str(step), graph.names[here], graph.names[one]))
        yield graph.names[here], graph.names[on], graph.signs_between(graph.names[here], graph.names[on])[0]
        seen.add(on)
        here = on


def _in_turn(every: Sequence[Exercise]) -> list[Exercise]:
    """The same exercises with the kinds taking turns."""
    turns: dict[ExerciseKind, int] = {}
    place: dict[str, int] = {}
    for one in every:
        place[one.id] = turns[one.kind] = turns.get(one.kind, -1) + 1
    return sorted(every, key=lambda one: place[one.id])
