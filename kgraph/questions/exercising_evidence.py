"""Exercises about evidence: which step was seen in humans? A species that is not stated is neither human nor another one."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.errors import LookupFailed
from kgraph.model import Bearing, Certainty, Claim, Entity, Evidence, Exercise, ExerciseKind, Label, Link, Sign, Variable
from kgraph.questions.exercising_making import Choice, Draft, composed
from kgraph.questions.exercising_material import Material
from kgraph.reasoning.shuffling import shuffled
from kgraph.store import Knowledge, fold
from kgraph.views.exercise_words import human_prompt, step_label
from kgraph.views.naming import label_of
from kgraph.views.sentences import claim_sentence

HUMAN = "NCBITaxon:9606"
_HUMAN_NAMES = frozenset(map(fold, ("human", "humans", "Homo sapiens", "人", "人类")))
_WRONG = 3


def human_evidence_drafts(material: Material, seed: str) -> Iterator[Draft]:
    """One exercise for each step near the chains that has evidence in humans, beside three steps that only other species speak for."""
    humans = [link for link in material.around() if any(_in_humans(material.knowledge, claim) for claim in link.claims)]
    for link in humans:

        def make(strict: bool, link: Link = link) -> Exercise | None:  # noqa: ARG001 - evidence knows no strictness
            return _human_evidence(material, link, seed)

        yield Draft(name=f"{link.subject.id} {link.object.id}", make=make)


def is_human(knowledge: Knowledge, identity: str) -> bool:
    """Whether the id of a species or population stands for humans: by its identifier, its name, or as a population of people."""
    if identity == HUMAN:
        return True
    try:
        term = knowledge.term(identity)
    except LookupFailed:
        return False
    if isinstance(term, Entity) and term.kind == "Population":
        return True
    named = {fold(name) for name in (term.label.en, term.label.zh) if name}
    return any(one.curie == HUMAN for one in term.identifiers) or not named.isdisjoint(_HUMAN_NAMES)


def _human_evidence(material: Material, link: Link, seed: str) -> Exercise | None:
    if not _is_askable(link):
        return None
    others = shuffled(
        [one for one in material.around() if _is_elsewhere_only(material, one)],
        lambda one: f"{one.subject.id} {one.object.id}",
        seed,
        link.subject.id,
        link.object.id,
    )
    others.sort(key=lambda one: one not in material.links)
    wrong: list[Link] = []
    for one in others:
        if not any(_are_one(material, one, other) for other in (link, *wrong)):
            wrong.append(one)
        if len(wrong) == _WRONG:
            break
    if len(wrong) < _WRONG:
        return None
    proofs = [claim for claim in link.claims if _in_humans(material.knowledge, claim)]
    why = claim_sentence(proofs[0], material.knowledge)
    choices = [Choice(label=step_label(link.subject, link.object, link.sign), why=why, place=0)]
    choices += [Choice(label=step_label(one.subject, one.object, one.sign), why=_elsewhere(material, one)) for one in wrong]
    if len({choice.label.en for choice in choices}) < len(choices) or len({choice.label.zh for choice in choices}) < len(choices):
        return None
    return composed(
        ExerciseKind.HUMAN_EVIDENCE,
        seed=seed,
        prompt=human_prompt(),
        choices=choices,
        claims=[*proofs, *(claim for one in wrong for claim in one.claims)],
        explanation=why,
        difficulty=2 + all(one in material.links for one in wrong),
    )


def _in_humans(knowledge: Knowledge, claim: Claim) -> bool:
    """Whether a piece of evidence that supports a claim, and not only as possible, names humans."""
    firm = (one for one in claim.evidence if one.bearing is Bearing.SUPPORTS and one.certainty is not Certainty.POSSIBLE)
    return any(is_human(knowledge, place) for piece in firm for place in _stated(piece))


def _is_elsewhere_only(material: Material, link: Link) -> bool:
    """Whether every piece of evidence for a step, and for the same step of kin of its ends, names species, and never humans."""
    if not _is_askable(link):
        return False
    pieces = [piece for claim in material.claims_of_kin(link) for piece in claim.evidence]
    places = [_stated(piece) for piece in pieces]
    seen = any(is_human(material.knowledge, one) for row in places for one in row)
    return bool(places) and all(places) and not seen and not _is_measured(material, link)


def _is_measured(material: Material, link: Link) -> bool:
    """Whether a result or observation, of whatever species, is about kin of both ends: it may be read as evidence for the step."""
    firsts, lasts = material.kinship.kin(link.subject.id), material.kinship.kin(link.object.id)
    return any(not firsts.isdisjoint(done) and not lasts.isdisjoint(seen) for done, seen in material.measured)


def _stated(piece: Evidence) -> list[str]:
    return [one for one in (piece.context.species, piece.context.population) if one]


def _is_askable(link: Link) -> bool:
    """Whether a step is signed and its variables do not give the species away."""
    return link.sign is not Sign.UNKNOWN and not any(isinstance(end, Variable) and end.species for end in (link.subject, link.object))


def _are_one(material: Material, first: Link, second: Link) -> bool:
    kin = material.kinship.are_kin
    return kin(first.subject.id, second.subject.id) and kin(first.object.id, second.object.id)


def _elsewhere(material: Material, link: Link) -> Label:
    """The species that a step was seen in."""
    pieces = [piece for claim in link.claims for piece in claim.evidence]
    names = [label_of(material.knowledge, one) for one in dict.fromkeys(place for piece in pieces for place in _stated(piece))]
    return Label(
        en=f"The sources name {', '.join(name.en for name in names)} only.", zh=f"来源只写明：{'、'.join(name.zh for name in names)}。"
    )
