"""Exercises about interventions: what does a variable do while others are raised, lowered or blocked? The key is the solver's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgraph.errors import LookupFailed
from kgraph.model import Action, Because, Chain, Change, Exercise, ExerciseKind, Label, Link, Term, Variable
from kgraph.questions.exercising_making import Choice, Draft, claims_of, composed, said
from kgraph.questions.exercising_material import Material
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.intervening import asked
from kgraph.reasoning import Intervention, Prediction, what_if
from kgraph.views.chain_lines import route_label
from kgraph.views.exercise_words import (
    agreeing_label,
    change_label,
    change_names,
    cut_label,
    joined,
    open_label,
    scope_label,
    what_if_prompt,
)

_STEPS = 200_000
_DOSE = "Exposure"
_PROVED = {
    Change.RAISED: (Because.CHAINS_AGREE,),
    Change.LOWERED: (Because.CHAINS_AGREE,),
    Change.UNCHANGED: (Because.NO_CHAIN,),
    Change.UNDETERMINED: (Because.OPPOSING_CHAINS, Because.UNKNOWN_LINK),
}
"""The reasons under which a change is a key: the last ones show systems of the graph's signs in which it comes out either way."""

_Done = tuple[tuple[Term, Action], ...]


def what_if_drafts(material: Material, seed: str) -> Iterator[Draft]:
    """For each chain: its first variable raised or lowered, with or without one of the next ones blocked."""
    for chain in material.chains:
        for done, target in _asked(chain):

            def make(strict: bool, done: _Done = done, target: Term = target) -> Exercise | None:
                return _what_if(material, done, target, strict=strict, seed=seed)

            yield Draft(name=" ".join([*(f"{term.id} {action.value}" for term, action in done), target.id]), make=make)


def _asked(chain: Chain) -> Iterator[tuple[_Done, Term]]:
    first, *later = [chain.links[0].subject, *(link.object for link in chain.links)]
    for place, target in enumerate(later):
        if place:
            yield ((first, Action.RAISE),), target
            if not (isinstance(first, Variable) and first.aspect == _DOSE):
                yield ((first, Action.LOWER),), target
        for blocked in later[:-1]:
            if blocked is not target:
                yield ((first, Action.RAISE), (blocked, Action.BLOCK)), target


def _what_if(material: Material, done: _Done, target: Term, *, strict: bool, seed: str) -> Exercise | None:
    terms = [*(term for term, _ in done), target]
    if material.confusable(terms):
        return None
    acts = _acts(material, done)
    if acts is None:
        return None
    predicted = _solved(material, acts, target.id)
    change = predicted.change
    if predicted.reason.because not in _PROVED[change] or not _is_plain(material, acts, target, change):
        return None
    if material.observed_otherwise({act.variable: act.action for act in acts}, target.id, change):
        return None
    if strict and not _holds_for_kin(material, done, target, change):
        return None
    return _composed(material, done, target, predicted, seed)


def _acts(material: Material, done: _Done) -> tuple[Intervention, ...] | None:
    """What is done to each variable; to block one is to block all narrower ones. ``None`` where one is pushed and blocked at once."""
    found: dict[str, Action] = {}
    for term, action in done:
        for one in asked(material.knowledge, term, action).variables if action is Action.BLOCK else (term,):
            if found.setdefault(one.id, action) is not action:
                return None
    return tuple(Intervention(variable=one, action=action) for one, action in found.items())


def _solved(material: Material, acts: Sequence[Intervention], target: str) -> Prediction:
    graph = material.solver_graph([*(act.variable for act in acts), target])
    return what_if(graph, acts, targets=[target], steps=_STEPS).of(target)


def _is_plain(material: Material, acts: Sequence[Intervention], target: Term, change: Change) -> bool:
    """Whether no kin of the target does something that would make another answer right: theirs is the same, or they stay as they are."""
    held = {act.variable for act in acts}
    allowed = {change} if change is Change.UNCHANGED else {change, Change.UNCHANGED}
    kin = sorted(material.kinship.kin(target.id) - held - {target.id})
    return all(_solved(material, acts, one).change in allowed for one in kin)


def _holds_for_kin(material: Material, done: _Done, target: Term, change: Change) -> bool:
    """Whether the answer is the same when all kin of what is blocked are blocked with it."""
    acts = {act.variable: act for act in _acts(material, done) or ()}
    for term, action in done:
        if action is Action.BLOCK:
            for one in material.kinship.kin(term.id) - {target.id}:
                acts.setdefault(one, Intervention(variable=one, action=action))
    return _solved(material, tuple(acts.values()), target.id).change is change


def _composed(material: Material, done: _Done, target: Term, predicted: Prediction, seed: str) -> Exercise:
    gatherer = LinkGatherer(material.knowledge, material.solver_selection)
    chains = [gatherer.chain(path) for path in predicted.reason.chains if path]
    links = [link for chain in chains for link in chain.links]
    why = _why(done, target, predicted.change, chains)
    told = links or _cut(material, done, target)
    return composed(
        ExerciseKind.WHAT_IF,
        seed=seed,
        prompt=what_if_prompt(done, target, scope_label(_mechanism(material), selected=bool(_narrowed(material)))),
        choices=[
            Choice(label=change_label(target, one), names=change_names(one), why=why, place=0 if one is predicted.change else -1)
            for one in (Change.RAISED, Change.LOWERED, Change.UNCHANGED, Change.UNDETERMINED)
        ],
        claims=claims_of(told),
        explanation=joined([why, *(said(material.knowledge, link) for link in dict.fromkeys(links[:4]))]) if len(links) <= 4 else why,
        difficulty=_difficulty(told, done, predicted.change),
        shuffle=False,
    )


def _why(done: _Done, target: Term, change: Change, chains: Sequence[Chain]) -> Label:
    routes = [route_label(chain.links) for chain in chains]
    if change is Change.UNCHANGED:
        blocked = [term for term, action in done if action is Action.BLOCK]
        return cut_label(done[0][0], target, blocked)
    if change is Change.UNDETERMINED:
        return open_label(routes)
    return agreeing_label(routes, lowered=done[0][1] is Action.LOWER)


def _cut(material: Material, done: _Done, target: Term) -> list[Link]:
    """The links of the shortest chain of the material that the block cuts, itself or at a narrower variable."""
    held = {act.variable for act in _acts(material, done) or () if act.action is Action.BLOCK}
    best: list[Link] = []
    for chain in material.chains:
        ids = [chain.links[0].subject.id, *(link.object.id for link in chain.links)]
        if ids[0] == done[0][0].id and target.id in ids and held & set(ids[: ids.index(target.id)]):
            part = list(chain.links[: ids.index(target.id)])
            best = part if not best or len(part) < len(best) else best
    return best


def _difficulty(links: Sequence[Link], done: _Done, change: Change) -> int:
    """By what must be followed: links, minus signs among them, blocks, and whether chains must be weighed against each other."""
    minus = sum(link.sign.value == "-" for link in links)
    points = len(links) + minus + 2 * (len(done) - 1) + (3 if change is Change.UNDETERMINED else 0)
    return 1 if points <= 3 else 2 if points <= 6 else 3


def _mechanism(material: Material) -> Label | None:
    from kgraph.views.naming import mechanism_label

    named = material.solver_selection.mechanisms
    if len(named) != 1:
        return None
    try:
        return mechanism_label(material.knowledge, named[0])
    except LookupFailed:
        return None


def _narrowed(material: Material) -> bool:
    chosen = material.solver_selection
    return bool(chosen.layers or chosen.mechanisms or chosen.species)
