"""The smallest rescues: what to push or clamp so that an effect returns under a block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.errors import InvalidValue
from kgraph.model import Change
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.interventions import Action, Assumption, Intervention
from kgraph.reasoning.whatif import STEPS, what_if


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescues:
    """Single interventions, each of which gives the target the wanted change; empty and `needed` false when it has it already."""

    needed: bool
    interventions: tuple[Intervention, ...]


def rescues(
    graph: SignedGraph,
    interventions: Iterable[Intervention],
    target: str,
    wanted: Change,
    *,
    candidates: Iterable[str] | None = None,
    assumption: Assumption = Assumption.STABLE,
    steps: int = STEPS,
) -> Rescues:
    """What to add to some interventions so that a target surely changes as wanted.

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
        As for `what_if`; `steps` is for each candidate.

    Returns
    -------
    Rescues
        By variable id, then raise, lower, clamp+, clamp-. A clamp is told only where the push of the same sign does not do.

    Raises
    ------
    InvalidValue
        For an unknown variable, or when the wanted change is neither RAISED nor LOWERED.

    Notes
    -----
    Sets of several pushes need not be tried: the possible signs of a response to several pushes are the union of those to each,
    so when some set of pushes does, each of its members that reaches the target does alone. A clamp also cuts what acts on the
    variable, and so can do what no push can; sets of several clamps are not tried.
    """
    if wanted not in (Change.RAISED, Change.LOWERED):
        raise InvalidValue("a rescue raises or lowers its target", where=wanted.value)
    acts = tuple(interventions)

    def does(*more: Intervention) -> bool:
        answer = what_if(graph, (*acts, *more), targets=[target], assumption=assumption, steps=steps)
        return answer.of(target).change is wanted

    if does():
        return Rescues(needed=False, interventions=())
    busy = {act.variable for act in acts} | {target}
    names = graph.names if candidates is None else sorted(set(candidates))
    found = []
    for name in names:
        if name not in busy:
            for push, clamp in ((Action.RAISE, Action.CLAMP_PLUS), (Action.LOWER, Action.CLAMP_MINUS)):
                tried = (Intervention(variable=name, action=action) for action in (push, clamp))
                found.extend([act for act in tried if does(act)][:1])
    order = list(Action)
    return Rescues(needed=True, interventions=tuple(sorted(found, key=lambda act: (act.variable, order.index(act.action)))))
