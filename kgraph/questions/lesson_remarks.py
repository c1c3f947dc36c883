"""What stands beside the steps of a lesson: each remark once, the entries that it rests on, and variables that are easily mixed up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kgraph.errors import KnowledgeError, LookupFailed
from kgraph.model import Entry, LessonStep, Remark, Variable
from kgraph.store import Knowledge

MOST_KIN = 6


def furnished(knowledge: Knowledge, steps: Sequence[LessonStep], *, lesson: str, ends: Iterable[str] = ()) -> tuple[LessonStep, ...]:
    """Steps with each remark in the first of those it could stand in, and beside it the entries that the step itself does not tell.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    steps : sequence of LessonStep
        With every remark that could stand there.
    lesson : str
        Its name, for messages.
    ends : iterable of str
        Ids of variables that need no word about their kin: where the chains start and end.

    Raises
    ------
    KnowledgeError
        A remark names an entry that the graph lacks.
    """
    said: set[Remark] = set()
    met = set(_kin_of_all(knowledge, ends))
    found = []
    for step in steps:
        remarks = tuple(one for one in step.remarks if one not in said)
        said.update(remarks)
        told = {claim.id for link in step.links for claim in link.claims} | {entry.id for entry in step.entries}
        beside = [one for one in dict.fromkeys(identity for remark in remarks for identity in remark.about) if one not in told]
        kin = _kin(knowledge, step, met)
        met |= {one.id for one in kin} | {link.object.id for link in step.links}
        found.append(replace(step, remarks=remarks, beside=tuple(entry_of(knowledge, one, lesson) for one in beside), kin=kin))
    return tuple(found)


def entry_of(knowledge: Knowledge, identity: str, lesson: str) -> Entry:
    """The entry of this id; `KnowledgeError` with the name of the lesson where there is none."""
    try:
        return knowledge.entry(identity)
    except LookupFailed as error:
        raise KnowledgeError(f"there is no entry {identity}", where=f"lesson {lesson}", remedy="'kgraph claims' lists them") from error


def _kin(knowledge: Knowledge, step: LessonStep, met: set[str]) -> tuple[Variable, ...]:
    """The variables of one family that the step reaches for the first time, the one reached first; none where it has no kin."""
    for link in step.links:
        if isinstance(link.object, Variable) and link.object.id not in met:
            others = _family(knowledge, link.object)
            if 0 < len(others) <= MOST_KIN:
                return (link.object, *others)
    return ()


def _kin_of_all(knowledge: Knowledge, identities: Iterable[str]) -> list[str]:
    ends = [one for one in knowledge.variables() if one.id in set(identities)]
    return [relative.id for one in ends for relative in (one, *_family(knowledge, one))]


def _family(knowledge: Knowledge, variable: Variable) -> list[Variable]:
    """The other variables of the same thing, and those more general or more special, by id."""
    every = knowledge.variables()
    things = {variable.entity, *(one.entity for one in every if one.id in variable.broader)}
    above = {variable.id, *(one.id for one in every if one.entity in things)}
    return [one for one in every if one.id != variable.id and (one.entity in things or above.intersection(one.broader))]
