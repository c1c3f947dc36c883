"""Observations held against the model: explained, contradicted or undetermined, and by which chains. Mending: `reconciling.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Agreement, Change, Observation
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.interventions import Action, Assumption, Intervention, Prediction
from kgraph.reasoning.paths import Path, signed_paths
from kgraph.reasoning.whatif import STEPS, what_if

__all__ = ["Agreement", "Judgement", "Seen", "agreement", "converging", "judge", "seen_from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """That a variable rose, fell or stayed under some interventions; `id` names the observation, if it is one."""

    interventions: tuple[Intervention, ...]
    variable: str
    change: Change
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An observation, the prediction beside it, the chains that stand and those that a held variable cuts.

    `complete` is false when a limit may have left out chains.
    """

    seen: Seen
    agreement: Agreement
    prediction: Prediction
    standing: tuple[Path, ...]
    cut: tuple[Path, ...]
    complete: bool


def seen_from(observation: Observation) -> Seen:
    """The interventions, variable and change of an observation whose terms are variables."""
    done = ((Action.RAISE, observation.raised), (Action.LOWER, observation.lowered), (Action.BLOCK, observation.blocked))
    acts = tuple(Intervention(variable=term.id, action=action) for action, terms in done for term in terms)
    return Seen(id=observation.id, interventions=acts, variable=observation.variable.id, change=observation.change)


def judge(
    graph: SignedGraph,
    seen: Seen,
    *,
    assumption: Assumption = Assumption.STABLE,
    max_links: int | None = None,
    limit: int | None = 1000,
    steps: int = STEPS,
) -> Judgement:
    """Hold one observation against the model.

    Parameters
    ----------
    graph : SignedGraph
        The model.
    seen : Seen
        What was done and seen.
    assumption : Assumption
        As for `what_if`.
    max_links, limit, steps : optional
        Bounds on the chains told; `steps` also on the prediction.

    Returns
    -------
    Judgement
        Chains start at the pushed variables, in the order of their ids, each shortest first.

    Raises
    ------
    InvalidValue
        For an unknown variable or two interventions on one.

    Notes
    -----
    A variable that was seen to change although no chain reaches it contradicts the model too: it shows what the model lacks.

    Examples
    --------
    >>> from kgraph.model import Sign
    >>> graph = SignedGraph.from_links([("ketamine", "mTOR", Sign.PLUS), ("mTOR", "synapses", Sign.PLUS)])
    >>> acts = (Intervention(variable="ketamine", action=Action.RAISE), Intervention(variable="mTOR", action=Action.BLOCK))
    >>> judge(graph, Seen(interventions=acts, variable="synapses", change=Change.UNCHANGED)).agreement.value
    'explained'
    """
    answer = what_if(graph, seen.interventions, targets=[seen.variable], assumption=assumption, steps=steps)
    prediction = answer.of(seen.variable)
    held = {act.variable for act in seen.interventions if act.action.holds}
    standing: list[Path] = []
    cut: list[Path] = []
    complete = answer.complete
    for act in sorted(seen.interventions, key=lambda act: act.variable):
        if act.action.push is None or act.variable == seen.variable:
            continue
        ends = [act.variable], [seen.variable]
        around = held - {act.variable}
        free = signed_paths(graph, *ends, max_links=max_links, limit=limit, steps=steps, avoid=around)
        standing.extend(free.paths)
        complete = complete and free.complete
        if around:
            every = signed_paths(graph, *ends, max_links=max_links, limit=limit, steps=steps)
            cut.extend(path for path in every.paths if around.intersection(step[1] for step in path))
            complete = complete and every.complete
    return Judgement(
        seen=seen,
        agreement=agreement(prediction.change, seen.change),
        prediction=prediction,
        standing=tuple(standing),
        cut=tuple(cut),
        complete=complete,
    )


def agreement(predicted: Change, seen: Change) -> Agreement:
    """How a predicted change stands to a seen one."""
    if Change.UNDETERMINED in (predicted, seen):
        return Agreement.UNDETERMINED
    return Agreement.EXPLAINED if predicted is seen else Agreement.CONTRADICTED


def converging(graph: SignedGraph, chains: Iterable[Path], variable: str) -> tuple[tuple[Path, Path], ...]:
    """For each chain that does not hold a variable, a shortest way from inside the chain to that variable.

    With the links of a further layer in the graph, these are the links that would make the chains converge on the variable. The
    way is empty when there is none; it starts at the first variable of the chain that has a shortest one, never at the chain's
    ends.
    """
    found = []
    for chain in chains:
        names = [step[1] for step in chain]
        if variable in names or variable == chain[0][0]:
            continue
        inside = names[:-1]
        ways = [signed_paths(graph, [name], [variable], limit=1, steps=STEPS, avoid=[chain[0][0], names[-1]]).paths for name in inside]
        shortest = min((way[0] for way in ways if way), key=len, default=())
        found.append((chain, shortest))
    return tuple(found)
