"""Which block would tell the mechanisms of a lesson apart, each read at the end it runs to. All experiments: `discriminating.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kgraph.model import Action, Assumption, Change, Intervened, Mechanism, Observation, Rivalry, Selection, Splitting, Term, Variable
from kgraph.questions.intervening import acts, asked, intervened, intervened_in
from kgraph.reasoning import SignedGraph, what_if
from kgraph.store import Knowledge

Doing = frozenset[tuple[str, Action]]


def rivals_at_their_ends(
    knowledge: Knowledge, rivals: Sequence[Mechanism], starts: Sequence[Term], ends: Sequence[Term], *, limit: int
) -> Rivalry:
    """What each of several mechanisms, taken alone, predicts for the effect while something is blocked.

    Some mechanisms run to the effect in patients, others to the same effect in animals. For this question the ends count as one
    variable, the most general of them; else a mechanism would be said to predict nothing only because its end has another name.
    Blocked is one variable, or one thing with all its variables, as an antibody or an inhibitor would.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    rivals : sequence of Mechanism
        Two or more.
    starts, ends : sequence of Term
        What is raised in every experiment, and the variables that the mechanisms run to.
    limit : int
        The most experiments told.

    Returns
    -------
    Rivalry
        The rivals by number. Most pairs told apart first, then experiments that were done, then by id. Of experiments with the same
        predictions the first is told, and those that were done.

    Notes
    -----
    One what-if question a rival and experiment.
    """
    ordered = tuple(sorted(rivals, key=lambda one: (one.number, one.id)))
    whole = next((one for one in ends if not _broader(one).intersection(end.id for end in ends)), ends[0])
    graphs = [_read_at(knowledge, rival, whole, {one.id for one in ends}) for rival in ordered]
    known = {name for graph in graphs for name in graph.names} - {whole.id}
    base = tuple(Intervened(variable=one, action=Action.RAISE) for one in starts if one.id in known)
    seen = _seen(knowledge, {one.id for one in ends})
    told = []
    for blocked, done in _blocks(knowledge, known - {one.variable.id for one in base}):
        every = (*base, *done)
        changes = tuple(_change(graph, every, whole.id) for graph in graphs)
        pairs = tuple(
            (ordered[one].id, ordered[two].id) for one, two in combinations(range(len(ordered)), 2) if changes[one] is not changes[two]
        )
        if not pairs:
            continue
        key = frozenset((one.variable.id, one.action) for one in every)
        told.append(
            Splitting(interventions=(*base, blocked), variable=whole, changes=changes, pairs=pairs, observations=tuple(seen.get(key, ())))
        )
    told.sort(key=lambda one: (-len(one.pairs), not one.observations))
    return Rivalry(
        rivals=ordered,
        base=base,
        readouts=(whole,),
        assumption=Assumption.STABLE,
        splittings=tuple(_fresh(told))[:limit],
        found=len(told),
    )


def _read_at(knowledge: Knowledge, rival: Mechanism, whole: Term, ends: set[str]) -> SignedGraph:
    """The links of a mechanism, its ends taken as one; links out of an end play no part."""
    links = knowledge.links(Selection(mechanisms=(rival.id,)))
    read = {(first, whole.id if last in ends else last, sign) for first, last, sign in links if first not in ends}
    return SignedGraph.from_links(sorted(read, key=lambda one: (one[0], one[1], one[2].value)))


def _blocks(knowledge: Knowledge, known: set[str]) -> Iterator[tuple[Intervened, tuple[Intervened, ...]]]:
    """What is blocked, as it is named, and the variables that this holds: first single variables, then things with several."""
    variables = [one for one in knowledge.variables() if one.id in known]
    for variable in variables:
        done = Intervened(variable=variable, action=Action.BLOCK)
        yield done, (done,)
    for entity in sorted({one.entity for one in variables}):
        named = asked(knowledge, knowledge.term(entity), Action.BLOCK)
        if len([one for one in named.variables if one.id in known]) > 1:
            yield Intervened(variable=named.term, action=Action.BLOCK), intervened([named])


def _change(graph: SignedGraph, done: Iterable[Intervened], target: str) -> Change:
    """What the effect does in one mechanism; a variable that it lacks cannot be held there."""
    present = [act for act in acts(done) if act.variable in graph]
    if target not in graph:
        return Change.UNCHANGED
    return next((one.change for one in what_if(graph, present, targets=[target]).predictions if one.variable == target), Change.UNCHANGED)


def _fresh(told: Iterable[Splitting]) -> Iterator[Splitting]:
    """Without those that say nothing new and that nobody did."""
    known = set()
    for one in told:
        if one.changes not in known or one.observations:
            yield one
        known.add(one.changes)


def _seen(knowledge: Knowledge, ends: set[str]) -> Mapping[Doing, list[Observation]]:
    """The observations on one of the ends, by what was done."""
    found: dict[Doing, list[Observation]] = {}
    for one in knowledge.entries("observation"):
        if isinstance(one, Observation) and one.variable.id in ends:
            found.setdefault(frozenset((act.variable.id, act.action) for act in intervened_in(knowledge, one)), []).append(one)
    return found


def _broader(term: Term) -> set[str]:
    return set(term.broader) if isinstance(term, Variable) else set()
