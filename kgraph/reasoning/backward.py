"""Reverse inference: which interventions would explain what was seen to rise and fall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from kgraph.errors import InvalidValue
from kgraph.model import Change
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.interventions import Action, Assumption, Intervention
from kgraph.reasoning.whatif import STEPS, what_if


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Interventions, and for how many of the changes seen their predictions are right, wrong and undetermined."""

    interventions: tuple[Intervention, ...]
    right: int
    wrong: int
    undetermined: int

    @property
    def score(self) -> int:
        """Right less wrong."""
        return self.right - self.wrong


def causes(
    graph: SignedGraph,
    seen: Mapping[str, Change],
    *,
    candidates: Iterable[str] | None = None,
    pairs: bool = True,
    limit: int = 20,
    assumption: Assumption = Assumption.STABLE,
    steps: int = STEPS,
) -> tuple[Cause, ...]:
    """The single pushes, and the pairs of pushes, that best explain what was seen.

    Parameters
    ----------
    graph : SignedGraph
        The model.
    seen : mapping of variable to Change
        RAISED, LOWERED or UNCHANGED.
    candidates : iterable of str, optional
        The variables that may have been pushed; by default all that were not themselves seen.
    pairs : bool
        Whether pairs count too. A pair is told only when it scores better than both of its members.
    limit : int
        The most causes told.
    assumption, steps
        As for `what_if`.

    Returns
    -------
    tuple of Cause
        Best score first, then fewest wrong, then fewest interventions, then by variable, raise before lower. Causes that
        explain nothing are left out.

    Raises
    ------
    InvalidValue
        For an unknown variable, or a change seen that is undetermined.

    Notes
    -----
    One what-if a candidate: lowering gives the opposite of raising, and the possible signs under two pushes are the union of those
    under each, so pairs cost no further one. O(c n + c^2 s) for c candidates and s changes seen. Scoring by counts of right and
    wrong is that of Chindelevitch et al. 2012, doi:10.1093/bioinformatics/bts090.
    """
    wanted = dict(sorted(seen.items()))
    for name, change in wanted.items():
        graph.number(name)
        if change is Change.UNDETERMINED:
            raise InvalidValue("what was seen is raised, lowered or unchanged", where=name)
    names = [name for name in graph.names if name not in wanted] if candidates is None else sorted(set(candidates))
    pushes: dict[Intervention, tuple[Change, ...]] = {}
    for name in names:
        act = Intervention(variable=name, action=Action.RAISE)
        answer = what_if(graph, [act], targets=wanted, assumption=assumption, steps=steps)
        changes = tuple(answer.of(target).change for target in wanted)
        if any(change is not Change.UNCHANGED for change in changes):
            pushes[act] = changes
            pushes[Intervention(variable=name, action=Action.LOWER)] = tuple(_OPPOSITE[change] for change in changes)
    targets = tuple(wanted.values())
    singles = {act: _score((act,), changes, targets) for act, changes in pushes.items()}
    found = [cause for cause in singles.values() if cause.right]
    for one, other in combinations(pushes, 2) if pairs else ():
        if one.variable != other.variable:
            together = tuple(map(_both, pushes[one], pushes[other]))
            cause = _score((one, other), together, targets)
            if cause.score > max(singles[one].score, singles[other].score) and cause.right:
                found.append(cause)
    return tuple(sorted(found, key=_rank)[:limit])


_OPPOSITE = {
    Change.RAISED: Change.LOWERED,
    Change.LOWERED: Change.RAISED,
    Change.UNCHANGED: Change.UNCHANGED,
    Change.UNDETERMINED: Change.UNDETERMINED,
}


def _both(one: Change, other: Change) -> Change:
    """The change under two pushes together."""
    if Change.UNCHANGED in (one, other):
        return other if one is Change.UNCHANGED else one
    return one if one is other else Change.UNDETERMINED


def _score(acts: tuple[Intervention, ...], changes: tuple[Change, ...], targets: tuple[Change, ...]) -> Cause:
    open_ = sum(1 for change in changes if change is Change.UNDETERMINED)
    right = sum(1 for change, target in zip(changes, targets, strict=True) if change is target)
    return Cause(interventions=acts, right=right, wrong=len(targets) - right - open_, undetermined=open_)


def _rank(cause: Cause) -> tuple[int, int, int, list[tuple[str, int]]]:
    order = list(Action)
    acts = [(act.variable, order.index(act.action)) for act in cause.interventions]
    return (-cause.score, cause.wrong, len(acts), acts)
