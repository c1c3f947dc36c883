"""Rival mechanisms: the interventions under which they predict different things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kgraph.model import Change
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.interventions import Action, Assumption, Intervention
from kgraph.reasoning.whatif import STEPS, what_if


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """An experiment and what each rival predicts for one variable; `pairs` are the rivals that it tells apart.

    `changes` holds (rival, change) in the order of the rivals. A prediction that is undetermined tells nothing apart.
    """

    interventions: tuple[Intervention, ...]
    variable: str
    changes: tuple[tuple[str, Change], ...]
    pairs: tuple[tuple[str, str], ...]


def discriminate(
    rivals: Mapping[str, SignedGraph],
    readouts: Iterable[str],
    *,
    base: Sequence[Intervention] = (),
    candidates: Iterable[str] | None = None,
    actions: Sequence[Action] = (Action.BLOCK, Action.RAISE, Action.LOWER),
    assumption: Assumption = Assumption.STABLE,
    steps: int = STEPS,
) -> tuple[Split, ...]:
    """The single interventions, on top of some that are always made, on which rival mechanisms predict differently.

    Parameters
    ----------
    rivals : mapping of name to SignedGraph
        Two or more mechanisms. A variable that one of them lacks is unchanged in it, and blocking it does nothing there.
    readouts : iterable of str
        The variables that would be measured.
    base : sequence of Intervention
        What is done in every experiment, such as giving the drug.
    candidates : iterable of str, optional
        The variables that may be intervened on; by default all that some rival has.
    actions : sequence of Action
        What may be done to them.
    assumption, steps
        As for `what_if`.

    Returns
    -------
    tuple of Split
        Most pairs told apart first, then fewest interventions, then by interventions and variable. The base alone is tried too.

    Notes
    -----
    One what-if a rival and experiment.
    """
    known = sorted({name for graph in rivals.values() for name in graph.names})
    busy = {act.variable for act in base}
    names = [name for name in (known if candidates is None else sorted(set(candidates))) if name not in busy]
    measured = sorted(set(readouts))
    experiments: list[tuple[Intervention, ...]] = [tuple(base)] if base else []
    experiments += [(*base, Intervention(variable=name, action=action)) for name in names for action in actions]
    found = []
    for acts in experiments:
        touched = {act.variable for act in acts[len(base) :]}
        answers = {rival: _predicted(graph, acts, measured, assumption, steps) for rival, graph in sorted(rivals.items())}
        for variable in measured:
            changes = tuple((rival, answer[variable]) for rival, answer in answers.items())
            pairs = tuple((one[0], other[0]) for one, other in combinations(changes, 2) if _differ(one[1], other[1]))
            if pairs and variable not in touched:
                found.append(Split(interventions=acts, variable=variable, changes=changes, pairs=pairs))
    order = list(Action)
    keys = {split: [(act.variable, order.index(act.action)) for act in split.interventions] for split in found}
    return tuple(sorted(found, key=lambda split: (-len(split.pairs), len(split.interventions), keys[split], split.variable)))


def _predicted(
    graph: SignedGraph, acts: Sequence[Intervention], measured: Sequence[str], assumption: Assumption, steps: int
) -> dict[str, Change]:
    present = [act for act in acts if act.variable in graph]
    asked = [name for name in measured if name in graph]
    answer = what_if(graph, present, targets=asked, assumption=assumption, steps=steps)
    changes = {prediction.variable: prediction.change for prediction in answer.predictions}
    return {name: changes.get(name, Change.UNCHANGED) for name in measured}


def _differ(one: Change, other: Change) -> bool:
    return Change.UNDETERMINED not in (one, other) and one is not other
