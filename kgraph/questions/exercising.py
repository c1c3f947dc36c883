"""Exercises that cannot be wrong: keys derived, every wrong option checked to be false. How each kind is made: `exercising_*.py`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from kgraph.model import Chain, Exercise, ExerciseKind, Selection
from kgraph.questions.exercising_evidence import human_evidence_drafts
from kgraph.questions.exercising_links import sign_drafts, wrong_arrow_drafts
from kgraph.questions.exercising_making import Draft
from kgraph.questions.exercising_material import Material
from kgraph.questions.exercising_places import gap_drafts, order_drafts
from kgraph.questions.exercising_supposing import what_if_drafts
from kgraph.reasoning.shuffling import shuffled
from kgraph.store import Knowledge

MOST_TRIED = 400
"""The most drafts tried of each kind, strictly and then less strictly."""

_MAKERS: dict[ExerciseKind, Callable[[Material, str], Iterator[Draft]]] = {
    ExerciseKind.SIGN: sign_drafts,
    ExerciseKind.MISSING_LINK: gap_drafts,
    ExerciseKind.ORDER: order_drafts,
    ExerciseKind.WRONG_ARROW: wrong_arrow_drafts,
    ExerciseKind.WHAT_IF: what_if_drafts,
    ExerciseKind.HUMAN_EVIDENCE: human_evidence_drafts,
}


def exercises(
    knowledge: Knowledge,
    chains: Sequence[Chain],
    *,
    mechanism: str = "",
    seed: str = "",
    count: int = 10,
    selection: Selection = Selection(),
    kinds: Collection[ExerciseKind] = (),
    difficulty: int | None = None,
) -> tuple[Exercise, ...]:
    """Exercises about some chains; ambiguous material is passed over, so that fewer than `count` may come.

    Parameters
    ----------
    knowledge : Knowledge
        The graph; whether an option is false is looked up in all of it, whatever the selection.
    chains : sequence of Chain
        What is asked about.
    mechanism : str
        Id of the mechanism that the solver rests on, and that questions about interventions name; all of the selection when empty.
    seed : str
        The same seed gives the same exercises; another one others, where there are others.
    count : int
        The most exercises.
    selection : Selection
        The layers, mechanisms and species that keys may rest on.
    kinds : collection of ExerciseKind
        Only these kinds; all when empty.
    difficulty : int, optional
        Only exercises of this difficulty: 1, 2 or 3.

    Returns
    -------
    tuple of Exercise
        Easy ones first; kinds take turns within one difficulty. Never two with one prompt and one key.

    Notes
    -----
    Strict exercises come first: those in which no chain of up to twelve links could make a wrong option right. Only where these do not
    suffice, options count as false that no claim of any layer makes right, on the variables or on kin of them.

    Examples
    --------
    >>> import kgraph
    >>> knowledge = kgraph.load()
    >>> chains = kgraph.explain(knowledge, "ketamine", "antidepressant effect", max_links=4).chains
    >>> [one.kind.value for one in exercises(knowledge, chains, seed="1", count=2)]
    ['sign', 'missing-link']
    """
    material = Material(knowledge, chains, mechanism=mechanism, selection=selection)
    wanted = [kind for kind in _MAKERS if chains and (not kinds or kind in kinds)]
    waiting = {kind: _made(material, kind, seed, difficulty) for kind in wanted}
    found: dict[str, Exercise] = {}
    while waiting and len(found) < count:
        for kind in list(waiting):
            exercise = next((one for one in waiting[kind] if one.id not in found), None)
            if exercise is None:
                del waiting[kind]
            elif len(found) < count:
                found[exercise.id] = exercise
    return tuple(sorted(found.values(), key=lambda one: one.difficulty))


def _made(material: Material, kind: ExerciseKind, seed: str, difficulty: int | None) -> Iterator[Exercise]:
    """The exercises of one kind, strict ones first."""
    drafts = {draft.name: draft for draft in _MAKERS[kind](material, seed)}
    order = shuffled(drafts.values(), lambda draft: draft.name, seed, kind.value)[:MOST_TRIED]
    for strict in (True, False):
        for draft in order:
            exercise = draft.make(strict)
            if exercise is not None and difficulty in (None, exercise.difficulty):
                yield exercise
