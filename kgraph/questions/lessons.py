"""Lessons: which there are, and one put together from claims, the solver, exercises and what a teacher wrote beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kgraph.errors import EntityNotFound, KnowledgeError, LookupFailed
from kgraph.model import Chain, Claim, Label, Language, Lesson, LessonStep, Mechanism, Outline, Selection, Term
from kgraph.questions.exercising import exercises
from kgraph.questions.explaining import explain, explain_between
from kgraph.questions.lesson_remarks import entry_of, furnished
from kgraph.questions.lesson_rivals import rivals_at_their_ends
from kgraph.questions.lesson_steps import chains_among, chains_to_tell, ends_of, steps_along, steps_beside
from kgraph.questions.listing import mechanisms
from kgraph.questions.naming import resolve_mechanism, resolve_term, variables_of
from kgraph.store import Knowledge
from kgraph.store.lesson_files import outlines

SOURCE, TARGET = "ketamine", "antidepressant effect"
QUESTIONS, EXPERIMENTS = 8, 6


def lessons(knowledge: Knowledge) -> tuple[Outline, ...]:
    """The lessons of some knowledge, in the order in which they would be taught.

    One for each mechanism that is no branch of another, by its number; then those that compare several; then those on entries. A mechanism
    without a number comes last.
    """
    written = outlines(knowledge)
    told = {one.mechanisms[0] for one in written if len(one.mechanisms) == 1}
    others = [one for one in mechanisms(knowledge) if not one.part_of and one.id not in told]
    every = [_named(one, knowledge) for one in written]
    every += [Outline(id=_slug(one.id), title=one.label, summary=one.summary, mechanisms=(one.id,)) for one in others]
    numbers = {one.id: one.number for one in mechanisms(knowledge)}
    return tuple(sorted(every, key=lambda one: (*_turn(one, numbers), one.id)))


def lesson(knowledge: Knowledge, name: str, *, seed: str = "1") -> Lesson:
    """One lesson.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    name : str
        The name of a lesson, or a mechanism by name or number.
    seed : str
        The same seed gives the same quiz.

    Returns
    -------
    Lesson
        Every sentence of fact in it is made from claims, or stands beside the entries that it rests on.

    Raises
    ------
    EntityNotFound, AmbiguousName
        There is no such lesson; near names are offered.
    KnowledgeError
        A lesson file is wrong, or names an entry that the graph lacks.
    """
    found = {one.id: one for one in lessons(knowledge)}
    outline = found.get(name.strip()) or _of_mechanism(knowledge, name, tuple(found.values()))
    if outline.parts:
        return _of_parts(knowledge, outline, seed)
    return _of_mechanisms(knowledge, outline, seed)


def chain_lesson(knowledge: Knowledge, source: str, target: str, *, seed: str = "1", selection: Selection = Selection()) -> Lesson:
    """A lesson on the chains from one thing to another, of any graph: parameters and errors as for `lesson` and `explain`."""
    answer = explain(knowledge, source, target, selection=selection)
    first, last = (resolve_term(knowledge, one).label for one in (source, target))
    chains = chains_to_tell(answer.chains)
    steps = steps_along(knowledge, chains, (), selection=selection)
    return Lesson(
        id="chain",
        title=_from_to(first, last),
        summary=Label(),
        goals=(),
        mechanisms=(),
        chains=chains,
        steps=furnished(knowledge, steps, lesson="chain", ends=_ends(chains)),
        quiz=exercises(knowledge, chains, seed=seed, count=QUESTIONS, selection=selection),
    )


def _of_mechanism(knowledge: Knowledge, name: str, found: Sequence[Outline]) -> Outline:
    try:
        mechanism = resolve_mechanism(knowledge, name)
    except EntityNotFound as error:
        names = tuple(one.id for one in found)
        remedy = f"use one of {', '.join(names)}, or a mechanism" if names else "make one with --from and --to"
        raise EntityNotFound(f"no lesson is named '{name}'", candidates=names, remedy=remedy) from error
    for one in found:
        if one.mechanisms == (mechanism.id,):
            return one
    return Outline(id=_slug(mechanism.id), title=mechanism.label, summary=mechanism.summary, mechanisms=(mechanism.id,))


def _of_mechanisms(knowledge: Knowledge, outline: Outline, seed: str) -> Lesson:
    """A lesson on one mechanism, its branches one after the other; or on several side by side."""
    held = tuple(_mechanism(knowledge, one, outline) for one in outline.mechanisms)
    usual = _usual(knowledge)
    chains: list[Chain] = []
    steps: list[LessonStep] = []
    for mechanism in held:
        branches = [one for one in mechanisms(knowledge) if one.part_of == mechanism.id] or [mechanism]
        for branch in branches:
            own = Selection(mechanisms=(branch.id,))
            told = chains_to_tell(explain_between(knowledge, *ends_of(knowledge, branch, usual), selection=own).chains)
            told = told[:1] if len(held) > 1 else told
            chains += told
            steps += steps_along(knowledge, told, outline.remarks, selection=own, mechanism=branch.id, brief=len(held) > 1)
        if len(held) == 1:
            steps += steps_beside(knowledge, mechanism, chains, outline.remarks)
    rivals = [one for one in mechanisms(knowledge) if one.number and not one.part_of]
    compared = len(rivals) > 1 and {one.id for one in rivals} >= {*outline.mechanisms}
    return Lesson(
        id=outline.id,
        title=outline.title,
        summary=outline.summary,
        goals=outline.goals,
        mechanisms=held,
        chains=tuple(chains),
        steps=furnished(knowledge, steps, lesson=outline.id, ends=_ends(chains)),
        rivalry=rivals_at_their_ends(knowledge, rivals, *usual, limit=EXPERIMENTS) if compared and usual else None,
        quiz=exercises(knowledge, chains, mechanism=held[0].id if len(held) == 1 else "", seed=seed, count=QUESTIONS),
    )


def _of_parts(knowledge: Knowledge, outline: Outline, seed: str) -> Lesson:
    """A lesson on entries, part by part."""
    steps = []
    for title, ids, plot in outline.parts:
        entries = tuple(entry_of(knowledge, one, outline.id) for one in ids)
        near = tuple(one for one in outline.remarks if not one.about or set(one.about) & set(ids))
        steps.append(LessonStep(title=title, entries=entries, remarks=near, plot=plot))
    claims = [entry for step in steps for entry in step.entries if isinstance(entry, Claim)]
    return Lesson(
        id=outline.id,
        title=outline.title,
        summary=outline.summary,
        goals=outline.goals,
        mechanisms=(),
        chains=(),
        steps=furnished(knowledge, steps, lesson=outline.id),
        quiz=exercises(knowledge, chains_among(knowledge, claims), seed=seed, count=QUESTIONS),
    )


def _usual(knowledge: Knowledge) -> tuple[Sequence[Term], Sequence[Term]] | None:
    """The variables of ketamine and of its effect; nothing in a graph that has none."""
    try:
        start, end = resolve_term(knowledge, SOURCE), resolve_term(knowledge, TARGET)
    except LookupFailed:
        return None
    return variables_of(knowledge, start) or (start,), variables_of(knowledge, end) or (end,)


def _mechanism(knowledge: Knowledge, identity: str, outline: Outline) -> Mechanism:
    found = next((one for one in mechanisms(knowledge) if one.id == identity), None)
    if found is None:
        raise KnowledgeError(f"there is no mechanism {identity}", where=f"lesson {outline.id}", remedy="'kgraph mechanisms' lists them")
    return found


def _named(outline: Outline, knowledge: Knowledge) -> Outline:
    """With the title and summary of its mechanism where it has none of its own."""
    if outline.title.en or len(outline.mechanisms) != 1:
        return outline
    mechanism = _mechanism(knowledge, outline.mechanisms[0], outline)
    return replace(outline, title=mechanism.label, summary=outline.summary if outline.summary.en else mechanism.summary)


def _turn(outline: Outline, numbers: Mapping[str, str]) -> tuple[int, str]:
    """Where a lesson comes in a course."""
    if len(outline.mechanisms) != 1:
        return (1 if outline.mechanisms else 2, "")
    number = numbers.get(outline.mechanisms[0], "")
    return (0, number) if number else (3, "")


def _ends(chains: Sequence[Chain]) -> set[str]:
    return {end for chain in chains for end in (chain.links[0].subject.id, chain.links[-1].object.id)}


def _from_to(first: Label, last: Label) -> Label:
    en, zh = (first.text(Language.EN), last.text(Language.EN)), (first.text(Language.ZH), last.text(Language.ZH))
    return Label(en=f"From {en[0]} to {en[1]}", zh=f"从{zh[0]}到{zh[1]}")


def _slug(identity: str) -> str:
    return identity.partition(":")[2] or identity
