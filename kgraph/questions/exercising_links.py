"""Exercises about single links: the sign of one, and the one false arrow among true ones. What makes a link fit to be asked: `Material`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgraph.model import Chain, Change, Exercise, ExerciseKind, Label, Link, Sign
from kgraph.questions.exercising_making import Choice, Draft, claims_of, composed, said
from kgraph.questions.exercising_material import Material
from kgraph.views.exercise_words import change_label, change_names, sign_prompt, step_label, wrong_arrow_prompt

_CHANGE = {Sign.PLUS: Change.RAISED, Sign.MINUS: Change.LOWERED}
_FEWEST, _MOST = 3, 6


def sign_drafts(material: Material, seed: str) -> Iterator[Draft]:
    """One exercise a settled link: does its subject raise or lower its object?"""
    for link in material.links:

        def make(strict: bool, link: Link = link) -> Exercise | None:
            return _sign(material, link, seed) if material.settled(link) and not (strict and _is_doubled(material, link)) else None

        yield Draft(name=f"{link.subject.id} {link.object.id}", make=make)


def wrong_arrow_drafts(material: Material, seed: str) -> Iterator[Draft]:
    """Exercises of three to six steps of a chain, one of them turned round or signed wrongly."""
    for chain in material.chains:
        for steps in _stretches(chain):
            for place in range(len(steps)):
                for turned in (True, False):

                    def make(strict: bool, steps: tuple[Link, ...] = steps, place: int = place, turned: bool = turned) -> Exercise | None:
                        return _wrong_arrow(material, steps, place, turned=turned, strict=strict, seed=seed)

                    yield Draft(name=f"{[(one.subject.id, one.object.id) for one in steps]} {place} {turned}", make=make)


def _sign(material: Material, link: Link, seed: str) -> Exercise:
    right = said(material.knowledge, link)
    choices = [
        Choice(
            label=change_label(link.object, change),
            names=change_names(change),
            place=0 if _CHANGE[link.sign] is change else -1,
            why=right,
        )
        for change in (Change.RAISED, Change.LOWERED)
    ]
    contrary = any(
        other.sign is not link.sign and link.subject.id == other.subject.id and material.settled(other) for other in material.links
    )
    return composed(
        ExerciseKind.SIGN,
        seed=seed,
        prompt=sign_prompt(link),
        choices=choices,
        claims=link.claims,
        explanation=right,
        difficulty=2 if contrary else 1,
        shuffle=False,
    )


def _is_doubled(material: Material, link: Link) -> bool:
    """Whether the object also acts back on the subject, so that a reader may think of the loop instead of the step."""
    return material.kinship.leads(link.object.id, link.subject.id)


def _stretches(chain: Chain) -> Iterator[tuple[Link, ...]]:
    """Every run of three to six links."""
    for length in range(_FEWEST, _MOST + 1):
        for start in range(len(chain.links) - length + 1):
            yield chain.links[start : start + length]


def _wrong_arrow(material: Material, steps: Sequence[Link], place: int, *, turned: bool, strict: bool, seed: str) -> Exercise | None:
    if not all(material.settled(link) for link in steps) or not _is_false(material, steps[place], turned=turned, strict=strict):
        return None
    names = [step_label(one.subject, one.object, one.sign) for one in steps]
    if len({name.en for name in names}) < len(names) or len({name.zh for name in names}) < len(names):
        return None
    choices = [
        Choice(label=name, why=said(material.knowledge, link), names=_ends(link))
        for number, (name, link) in enumerate(zip(names, steps, strict=True))
        if number != place
    ]
    wrong = steps[place]
    shown = (
        step_label(wrong.object, wrong.subject, wrong.sign) if turned else step_label(wrong.subject, wrong.object, Sign.MINUS * wrong.sign)
    )
    right = said(material.knowledge, wrong)
    why = Label(
        en=f"{'It points the wrong way.' if turned else 'Its sign is wrong.'} {right.en}",
        zh=f"{'方向反了。' if turned else '升降反了。'}{right.zh}",
    )
    return composed(
        ExerciseKind.WRONG_ARROW,
        seed=seed,
        prompt=wrong_arrow_prompt(),
        choices=[*choices, Choice(label=shown, why=why, names=_ends(wrong), place=0)],
        claims=claims_of(steps),
        explanation=why,
        difficulty=len(steps) - 2,
    )


def _is_false(material: Material, link: Link, *, turned: bool, strict: bool) -> bool:
    """Whether nothing in the graph speaks for the arrow as it will be shown: turned round, or with the other sign.

    A settled link has only its own sign between its ends and their kin, so that the other sign is false as it stands.
    """
    subject, target = link.subject.id, link.object.id
    if not turned:
        return not (strict and material.kinship.leads(target, subject))
    return not material.kinship.joined(target, subject) and not (strict and material.kinship.leads(target, subject))


def _ends(link: Link) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for term in (link.object, link.subject) for name in (term.label.en, term.label.zh) if name))
