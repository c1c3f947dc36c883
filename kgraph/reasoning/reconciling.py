"""The smallest changes of the model that would reconcile it with an observation: hypotheses, never used in answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf
from time import monotonic

from kgraph.errors import InvalidValue
from kgraph.model import Change, Sign
from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.interventions import Action, Assumption, Intervention
from kgraph.reasoning.observing import Seen
from kgraph.reasoning.paths import signed_paths
from kgraph.reasoning.verdicts import path_sign
from kgraph.reasoning.whatif import what_if

STEPS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """Links that would have to be absent, and links that would have to be present, for the model to agree.

    `refuted_by` holds things that, if seen, would speak against it: the changed model predicts otherwise.
    """

    removed: tuple[SignedLink, ...]
    added: tuple[SignedLink, ...]
    refuted_by: tuple[Seen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliations:
    """Minimal hypotheses, smallest first, then in the order of their links; `complete` is false when a limit cut the list short."""

    hypotheses: tuple[Hypothesis, ...]
    complete: bool


def reconcile(
    graph: SignedGraph,
    seen: Seen,
    *,
    candidates: Iterable[SignedLink] = (),
    assumption: Assumption = Assumption.STABLE,
    max_size: int = 3,
    limit: int = 20,
    seconds: float | None = None,
) -> Reconciliations:
    """The smallest sets of links whose absence or presence would make the prediction what was seen.

    Parameters
    ----------
    graph : SignedGraph
        The model.
    seen : Seen
        What was done and seen.
    candidates : iterable of links
        Links that may be added, such as those of another layer.
    assumption : Assumption
        As for `what_if`.
    max_size : int
        The most links removed and added together.
    limit : int
        The most hypotheses told.
    seconds : float, optional
        The longest search, which makes the answer depend on the machine; ``None`` for no limit.

    Returns
    -------
    Reconciliations
        Each is minimal: none of its parts does. Empty when the model agrees already, or nothing up to `max_size` does.

    Raises
    ------
    InvalidValue
        When what was seen is itself undetermined, or for an unknown variable.

    Notes
    -----
    As long as a chain of a sign that was not seen stands, one of its links has to go: the search branches over the links of a
    shortest such chain (minimal hitting sets, Reiter 1987, doi:10.1016/0004-3702(87)90062-2), or of the loop that leaves the
    sign open. When no chain is left that gives what was seen, a candidate has to come.
    """
    if seen.change is Change.UNDETERMINED:
        raise InvalidValue("nothing can be reconciled with an undetermined change", where=seen.id or seen.variable)
    deadline = inf if seconds is None else monotonic() + seconds
    search = _Search(graph, seen, assumption, sorted(set(candidates) - set(graph.links()), key=_order), deadline)
    found: list[_Edit] = []
    for size in range(1, max_size + 1) if not search.agrees(graph) else ():
        for edit in search.edits(graph, size, (frozenset(), frozenset()), frozenset()):
            if any(earlier[0] <= edit[0] and earlier[1] <= edit[1] for earlier in found):
                continue
            if len(found) == limit:
                return Reconciliations(hypotheses=search.told(found), complete=False)
            found.append(edit)
    return Reconciliations(hypotheses=search.told(found), complete=search.complete)


_Edit = tuple[frozenset[SignedLink], frozenset[SignedLink]]


class _Search:
    """One question; `complete` turns false when a prediction or a chain was not decided."""

    def __init__(self, graph: SignedGraph, seen: Seen, assumption: Assumption, candidates: list[SignedLink], deadline: float) -> None:
        self._graph, self._seen, self._assumption, self._candidates = graph, seen, assumption, candidates
        self._deadline = deadline
        self.complete = True

    def agrees(self, graph: SignedGraph) -> bool:
        """Whether this model predicts what was seen."""
        return self._predicted(graph, self._seen) is self._seen.change

    def edits(self, graph: SignedGraph, size: int, edit: _Edit, kept: frozenset[SignedLink]) -> Iterator[_Edit]:
        """Every way to agree with exactly this many more changes, as far as the time allows."""
        if monotonic() > self._deadline:
            self.complete = False
            return
        if size == 0:
            if self.agrees(graph):
                yield edit
            return
        removed, added = edit
        culprit = self._culprit(graph)
        for link in culprit:
            if link not in kept and link not in added:
                yield from self.edits(graph.without(links=[link]), size - 1, (removed | {link}, added), kept)
                kept = kept | {link}
        last = max((self._candidates.index(link) for link in added), default=-1)
        for link in self._candidates[last + 1 :] if not culprit else ():
            yield from self.edits(graph.with_links([link]), size - 1, (removed, added | {link}), kept)

    def told(self, edits: list[_Edit]) -> tuple[Hypothesis, ...]:
        """The hypotheses, in order, each with what would refute it."""
        rows = [(tuple(sorted(removed, key=_order)), tuple(sorted(added, key=_order))) for removed, added in edits]
        rows.sort(key=lambda row: (len(row[0]) + len(row[1]), [_order(link) for link in (*row[0], *row[1])]))
        return tuple(Hypothesis(removed=removed, added=added, refuted_by=self._refutations(removed, added)) for removed, added in rows)

    def _predicted(self, graph: SignedGraph, seen: Seen) -> Change:
        answer = what_if(graph, seen.interventions, targets=[seen.variable], assumption=self._assumption, steps=STEPS)
        self.complete = self.complete and answer.complete
        return answer.of(seen.variable).change

    def _culprit(self, graph: SignedGraph) -> tuple[SignedLink, ...]:
        """The links of a shortest chain, or else of a loop, that speaks against what was seen."""
        held = {act.variable for act in self._seen.interventions if act.action.holds}
        wanted = {Change.RAISED: Sign.PLUS, Change.LOWERED: Sign.MINUS}.get(self._seen.change)
        shortest: tuple[SignedLink, ...] = ()
        for act in self._seen.interventions:
            push = act.action.push
            if push is None or act.variable == self._seen.variable:
                continue
            for sign in Sign:
                if wanted is None or push * sign is not wanted:
                    found = signed_paths(
                        graph, [act.variable], [self._seen.variable], sign=sign, limit=1, steps=STEPS, avoid=held - {act.variable}
                    )
                    self.complete = self.complete and (found.complete or bool(found.paths))
                    for path in found.paths:
                        shortest = path if not shortest or len(path) < len(shortest) else shortest
        if shortest:
            return shortest
        answer = what_if(graph, self._seen.interventions, targets=[self._seen.variable], assumption=self._assumption, steps=STEPS)
        return answer.of(self._seen.variable).reason.loop

    def _refutations(self, removed: tuple[SignedLink, ...], added: tuple[SignedLink, ...]) -> tuple[Seen, ...]:
        """For each link, the plainest experiment on its two ends whose outcome the changed model excludes."""
        changed = self._graph.without(links=removed).with_links(added)
        blocks = [act for act in self._seen.interventions if act.action is Action.BLOCK]
        found = []
        for link in (*removed, *added):
            acts = (*(act for act in blocks if act.variable not in link[:2]), Intervention(variable=link[0], action=Action.RAISE))
            present = {Sign.PLUS: Change.RAISED, Sign.MINUS: Change.LOWERED}.get(path_sign((link,)))
            outcome = Change.UNCHANGED if link in added else present
            if outcome is None or link[0] == link[1]:
                continue
            seen = Seen(interventions=acts, variable=link[1], change=outcome)
            if self._predicted(changed, seen) not in (outcome, Change.UNDETERMINED):
                found.append(seen)
        return tuple(found)


def _order(link: SignedLink) -> tuple[str, str, int]:
    return (link[0], link[1], list(Sign).index(link[2]))
