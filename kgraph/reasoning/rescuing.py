"""The smallest rescues: what to push or clamp so that an effect returns under a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations, product

from kgraph.errors import InvalidValue
from kgraph.model import Change
from kgraph.reasoning.components import ancestors
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.interventions import Action, Assumption, Intervention
from kgraph.reasoning.whatif import STEPS, what_if

TRIES = 400
"""The most what-if questions asked for sets of several interventions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescues:
    """The smallest sets of interventions that give the target the wanted change; none, and `needed` false, when it has it already.

    `interventions` are the sets of one. `complete` is false when `limit` left sets untried that may be as small as these, or
    smaller.
    """

    needed: bool
    sets: tuple[tuple[Intervention, ...], ...] = ()
    complete: bool = True
    limit: str = ""

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """The single interventions, each of which does."""
        return tuple(one[0] for one in self.sets if len(one) == 1)


def rescues(
    graph: SignedGraph,
    interventions: Iterable[Intervention],
    target: str,
    wanted: Change,
    *,
    candidates: Iterable[str] | None = None,
    assumption: Assumption = Assumption.STABLE,
    steps: int = STEPS,
    max_size: int = 3,
    tries: int = TRIES,
) -> Rescues:
    """The smallest sets of what to add to some interventions so that a target surely changes as wanted.

    Parameters
    ----------
    graph : SignedGraph
        The graph.
    interventions : iterable of Intervention
        What is done already, such as a drug raised and a variable blocked.
    target : str
        The variable whose change is wanted.
    wanted : Change
        RAISED or LOWERED.
    candidates : iterable of str, optional
        The variables that may be pushed or clamped; by default all that are not under an intervention and are not the target.
    assumption, steps
        As for `what_if`; `steps` is for each set that is tried.
    max_size, tries : int
        The largest set, and the most sets of more than one that are tried.

    Returns
    -------
    Rescues
        Sets of the smallest size there is, by variable id, then raise, lower, clamp+, clamp-. A clamp is told only where the push of
        the same sign does not do.

    Raises
    ------
    InvalidValue
        For an unknown variable, a limit below one, or when the wanted change is neither RAISED nor LOWERED.

    Notes
    -----
    Among pushes alone a set does nothing that one of its members does not: the possible signs of a response to several pushes are the
    union of those to each. A clamp also cuts what acts on its variable, and so can do what no push can, and several can cut what one
    leaves. So all single pushes and clamps are tried; where none does, sets of clamps, with at most one push among them, by
    growing size: the pushes of a smallest set give the target the same sign, so one of them, with the clamps, does. Only variables
    that a chain leads from to the target are tried, because no other takes part in its response.
    """
    if wanted not in (Change.RAISED, Change.LOWERED):
        raise InvalidValue("a rescue raises or lowers its target", where=wanted.value)
    if max_size < 1 or tries < 0:
        raise InvalidValue("a limit is above zero", where=f"max_size={max_size}, tries={tries}")
    acts = tuple(interventions)

    def does(*more: Intervention) -> bool:
        answer = what_if(graph, (*acts, *more), targets=[target], assumption=assumption, steps=steps)
        return answer.of(target).change is wanted

    if does():
        return Rescues(needed=False)
    busy = {act.variable for act in acts} | {target}
    above = ancestors(graph, [graph.number(target)], {graph.number(act.variable) for act in acts if act.action.holds})
    names = graph.names if candidates is None else sorted(set(candidates))
    free = [name for name in names if name not in busy and graph.number(name) in above]
    singles: list[tuple[Intervention, ...]] = []
    for name in free:
        for push, clamp in ((Action.RAISE, Action.CLAMP_PLUS), (Action.LOWER, Action.CLAMP_MINUS)):
            tried = (Intervention(variable=name, action=action) for action in (push, clamp))
            singles.extend([(act,) for act in tried if does(act)][:1])
    if singles or max_size == 1:
        return Rescues(needed=True, sets=tuple(sorted(singles, key=_rank)))
    return _several(free, does, max_size, tries)


def _several(free: list[str], does: Callable[..., bool], max_size: int, tries: int) -> Rescues:
    """The smallest sets of two and more."""
    found: list[tuple[Intervention, ...]] = []
    left = tries
    for size in range(2, min(max_size, len(free)) + 1):
        for names in combinations(free, size):
            for actions in product(Action, repeat=size):
                if Action.BLOCK in actions or sum(action in (Action.RAISE, Action.LOWER) for action in actions) > 1:
                    continue
                if not left:
                    return Rescues(needed=True, sets=tuple(sorted(found, key=_rank)), complete=False, limit=f"tries={tries}")
                left -= 1
                some = tuple(Intervention(variable=name, action=action) for name, action in zip(names, actions, strict=True))
                if does(*some):
                    found.append(some)
        if found:
            return Rescues(needed=True, sets=tuple(sorted(found, key=_rank)))
    larger = len(free) > max_size
    return Rescues(needed=True, complete=not larger, limit=f"max_size={max_size}" if larger else "")


def _rank(some: tuple[Intervention, ...]) -> list[tuple[str, int]]:
    order = list(Action)
    return [(act.variable, order.index(act.action)) for act in some]
