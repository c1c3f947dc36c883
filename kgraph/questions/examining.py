"""Observations held against the model: what it explains, what contradicts it, and what would mend it. The mending is never used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.errors import EntityNotFound
from kgraph.model import (
    Action,
    Agreement,
    Assumption,
    Chain,
    Change,
    Convergence,
    Examination,
    Examined,
    Intervened,
    Judged,
    Mending,
    Observation,
    Outcome,
    Selection,
    Term,
)
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.intervening import acts, intervened_in
from kgraph.questions.limits import MOST_CHAINS, MOST_CHANGES
from kgraph.questions.naming import resolve
from kgraph.questions.speaking import speaking_of
from kgraph.questions.supposing import Supposer
from kgraph.reasoning import Hypothesis, Path, Reconciliations, Seen, SignedGraph, converging, reconcile
from kgraph.store import Knowledge

MOST_MENDINGS = 10
MENDING_SECONDS = 10.0
_MOST_CONVERGING = 200


def observations(
    knowledge: Knowledge,
    names: Iterable[str] = (),
    *,
    assumption: Assumption = Assumption.STABLE,
    max_changes: int = MOST_CHANGES,
    limit: int | None = MOST_CHAINS,
    seconds: float | None = MENDING_SECONDS,
    selection: Selection = Selection(),
) -> Examination:
    """Every observation: explained, contradicted or undetermined, with the chains that make it so.

    For a contradicted one also the smallest sets of links whose absence (or, from layers left out, presence) would reconcile the
    model with it, each with what would refute it; and, for each blocked variable, the links by which the chains that stand would
    converge on it. These are hypotheses and never used in answers.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    names : iterable of str
        Ids of observations, or names of things that they speak of; all observations when empty.
    assumption : Assumption
        As for `what_if`.
    max_changes : int
        The most links changed together; 0 to look for no hypothesis.
    limit, seconds : optional
        The most chains told, and the longest search for the hypotheses of one observation.
    selection : Selection
        The layers, mechanisms and species that the model may rest on. Observations are those of the layers.

    Returns
    -------
    Examination
        By id of the observation.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that leads to no observation.

    Notes
    -----
    The smallest sets are found by branching over the links of standing chains (minimal hitting sets, Reiter 1987,
    doi:10.1016/0004-3702(87)90062-2): exponential in their size, which `max_changes` and `seconds` bound.

    Examples
    --------
    >>> import kgraph
    >>> found = observations(kgraph.load(), ["obs:bg-rapamycin-patients"])
    >>> found.examined[0].judged.agreement.value
    'explained'
    """
    supposer = Supposer(knowledge, assumption=assumption, limit=limit, selection=selection)
    mender = _Mender(knowledge, assumption, max_changes, seconds, selection, supposer)
    found = _wanted(knowledge, names, Selection(layers=selection.layers))
    return Examination(assumption=assumption, examined=tuple(mender.examined(supposer.judged(one)) for one in found))


def _wanted(knowledge: Knowledge, names: Iterable[str], selection: Selection) -> list[Observation]:
    every = {one.id: one for one in knowledge.entries("observation", selection=selection) if isinstance(one, Observation)}
    ids: set[str] = set()
    for name in names:
        thing = resolve(knowledge, name)
        spoken = {thing.id} if isinstance(thing, Observation) else speaking_of(knowledge, thing)
        if not spoken & every.keys():
            raise EntityNotFound(f"no observation speaks of '{name}'", remedy="'kgraph claims --kind observation' lists them")
        ids |= spoken & every.keys()
    return [every[identity] for identity in sorted(ids or every)]


class _Mender:
    """Looks for what would mend the model, once for observations that agree in all that counts."""

    def __init__(
        self,
        knowledge: Knowledge,
        assumption: Assumption,
        max_changes: int,
        seconds: float | None,
        selection: Selection,
        supposer: Supposer,
    ) -> None:
        self._knowledge, self._assumption, self._supposer = knowledge, assumption, supposer
        self._max_changes, self._seconds = max_changes, seconds
        self._everything = knowledge.links(Selection()) if selection != Selection() else None
        self._gatherer = LinkGatherer(knowledge, Selection())
        self._known: dict[Seen, tuple[Reconciliations, int]] = {}

    def examined(self, judged: Judged) -> Examined:
        """The observation with what would mend the model, where it contradicts it."""
        if judged.agreement is not Agreement.CONTRADICTED:
            return Examined(judged=judged)
        done = intervened_in(self._knowledge, judged.observation)
        variables = [*(one.variable for one in done), judged.observation.variable]
        seen = Seen(interventions=acts(done), variable=judged.observation.variable.id, change=judged.observation.change)
        if seen not in self._known:
            self._known[seen] = self._smallest(self._supposer.graph(variables), seen, judged.routes.standing)
        found, searched = self._known[seen]
        terms = {term.id: term for term in variables}
        return Examined(
            judged=judged,
            mendings=tuple(self._mending(one, terms) for one in found.hypotheses),
            searched=searched,
            complete=found.complete,
            convergences=self._convergences(done, variables, judged.routes.standing),
        )

    def _smallest(self, graph: SignedGraph, seen: Seen, standing: Sequence[Chain]) -> tuple[Reconciliations, int]:
        """Hypotheses of the smallest size there is, and the size up to which was searched."""
        size = max(1, _apart(standing)) if seen.change is Change.UNCHANGED else 1
        found = Reconciliations(hypotheses=(), complete=True)
        if size > self._max_changes:
            return found, self._max_changes
        added = self._everything or () if seen.change is not Change.UNCHANGED else ()
        while not found.hypotheses and found.complete and size <= self._max_changes:
            found = reconcile(
                graph, seen, candidates=added, assumption=self._assumption, max_size=size, limit=MOST_MENDINGS, seconds=self._seconds
            )
            size += 1
        return found, size - 1

    def _mending(self, found: Hypothesis, terms: dict[str, Term]) -> Mending:
        removed, added = ([self._gatherer.link(*link) for link in links] for links in (found.removed, found.added))
        known = terms | {term.id: term for link in (*removed, *added) for term in (link.subject, link.object)}
        refuting = tuple(
            Outcome(
                interventions=tuple(Intervened(variable=known[act.variable], action=act.action) for act in seen.interventions),
                variable=known[seen.variable],
                change=seen.change,
            )
            for seen in found.refuted_by
        )
        return Mending(removed=tuple(removed), added=tuple(added), refuted_by=refuting)

    def _convergences(self, done: Iterable[Intervened], variables: Iterable[Term], standing: Sequence[Chain]) -> tuple[Convergence, ...]:
        links = self._everything if self._everything is not None else None
        graph = self._supposer.graph(variables) if links is None else SignedGraph.from_links(links, variables=[v.id for v in variables])
        paths = {
            tuple((link.subject.id, link.object.id, link.sign) for link in chain.links): chain for chain in standing[:_MOST_CONVERGING]
        }
        found = []
        for one in done if paths else ():
            if one.action is Action.BLOCK:
                found.append(self._convergence(graph, one.variable, paths))
        return tuple(found)

    def _convergence(self, graph: SignedGraph, variable: Term, paths: dict[Path, Chain]) -> Convergence:
        ways: dict[Path, list[Chain]] = {}
        for path, way in converging(graph, paths, variable.id):
            ways.setdefault(way, []).append(paths[path])
        apart = tuple(ways.pop((), ()))
        ordered = sorted(ways.items(), key=lambda row: (-len(row[1]), len(row[0]), [step[:2] for step in row[0]]))
        told = tuple((tuple(self._gatherer.link(*step) for step in way), tuple(chains)) for way, chains in ordered)
        return Convergence(variable=variable, ways=told, apart=apart)


def _apart(chains: Iterable[Chain]) -> int:
    """How many chains, taken as they come, share no link: at least as many links have to go for none to stand."""
    used: set[tuple[str, str]] = set()
    count = 0
    for chain in chains:
        pairs = {(link.subject.id, link.object.id) for link in chain.links}
        if not pairs & used:
            used |= pairs
            count += 1
    return count
