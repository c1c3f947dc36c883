"""Exercises about places in a chain: the variable that stands between two others, and the order of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from kgraph.model import Exercise, ExerciseKind, Label, Link, Term
from kgraph.questions.exercising_making import Choice, Draft, claims_of, composed, said, typed_names
from kgraph.questions.exercising_material import Material
from kgraph.reasoning.shuffling import shuffled
from kgraph.views.chain_lines import route_label
from kgraph.views.exercise_words import gap_prompt, joined, no_claim_label, order_prompt
from kgraph.views.naming import shown_label

_WRONG = 3
_POOL = 240
_NEAR = 8
_FEWEST, _MOST = 3, 6


def gap_drafts(material: Material, seed: str) -> Iterator[Draft]:
    """One exercise for each pair of links that meet: which variable do they meet in?"""
    for chain in material.chains:
        for before, after in pairwise(chain.links):

            def make(strict: bool, before: Link = before, after: Link = after) -> Exercise | None:
                return _gap(material, before, after, strict=strict, seed=seed)

            yield Draft(name=f"{before.subject.id} {before.object.id} {after.object.id}", make=make)


def order_drafts(material: Material, seed: str) -> Iterator[Draft]:
    """Exercises of three to six variables of a chain, out of order."""
    for chain in material.chains:
        for length in range(_FEWEST - 1, _MOST):
            for start in range(len(chain.links) - length + 1):

                def make(strict: bool, links: Sequence[Link] = chain.links[start : start + length]) -> Exercise | None:
                    return _order(material, links, strict=strict, seed=seed)

                ids = [chain.links[start].subject.id, *(link.object.id for link in chain.links[start : start + length])]
                yield Draft(name=" ".join(ids), make=make)


def _gap(material: Material, before: Link, after: Link, *, strict: bool, seed: str) -> Exercise | None:
    ends, key = (before.subject, after.object), before.object
    if not (material.settled(before) and material.settled(after)) or material.confusable((*ends, key)):
        return None
    fitting = [one for one in material.nearby(_POOL) if _cannot_stand(material, one, before, after, strict=strict)]
    near = sorted(shuffled(fitting, str, seed, key.id), key=lambda one: _distance(material, one, key))[:_NEAR]
    wrong = _distinct(material, [material.term(one) for one in shuffled(near, str, seed, key.id, "wrong")], taken=(*ends, key))
    if len(wrong) < _WRONG:
        return None
    own = sum(one.id in material.terms for one in wrong)
    why = joined([said(material.knowledge, before), said(material.knowledge, after)])
    choices = [Choice(label=shown_label(key), why=why, names=typed_names(material.knowledge, key), place=0)]
    choices += [
        Choice(label=shown_label(one), why=_why_not(material, one, *ends), names=typed_names(material.knowledge, one)) for one in wrong
    ]
    return composed(
        ExerciseKind.MISSING_LINK,
        seed=seed,
        prompt=gap_prompt(before, after),
        choices=choices,
        claims=claims_of((before, after)),
        explanation=why,
        difficulty=1 + (own >= 1) + (own == _WRONG),
    )


def _cannot_stand(material: Material, one: str, before: Link, after: Link, *, strict: bool) -> bool:
    """Whether a variable is surely wrong in the gap: not kin of what stands there or beside it, and not between the two.

    Strict: no chain of up to twelve links leads to it from the one neighbour, or none on from it to the other. Else: no claim at all joins
    it to the one, or none joins it to the other.
    """
    kinship, first, last = material.kinship, before.subject.id, after.object.id
    if any(kinship.are_kin(one, other) for other in (first, before.object.id, last)):
        return False
    if strict:
        return not (one in kinship.downstream(first) and one in kinship.upstream(last)) and not (
            kinship.joined(first, one) and kinship.joined(one, last)
        )
    return not (kinship.joined(first, one) and kinship.joined(one, last))


def _why_not(material: Material, one: Term, first: Term, last: Term) -> Label:
    """The side on which no claim leads to a variable, or on from it."""
    if not material.kinship.joined(first.id, one.id):
        return no_claim_label(first, one)
    return no_claim_label(one, last)


def _distance(material: Material, one: str, key: Term) -> tuple[bool, int]:
    """How far a wrong option is from the right one: of the same chains first, then by links up or down."""
    down, up = material.kinship.downstream(key.id, within=3), material.kinship.upstream(key.id, within=3)
    return one not in material.terms, min(down.get(one, 9), up.get(one, 9))


def _distinct(material: Material, terms: Sequence[Term], *, taken: Sequence[Term]) -> list[Term]:
    """The first few that share no name with each other, nor with what is taken, and are no kin of each other."""
    found: list[Term] = []
    for term in terms:
        others = (*taken, *found)
        if not any(material.alike(term, other) or material.kinship.are_kin(term.id, other.id) for other in others):
            found.append(term)
        if len(found) == _WRONG:
            break
    return found


def _order(material: Material, links: Sequence[Link], *, strict: bool, seed: str) -> Exercise | None:
    terms = [links[0].subject, *(link.object for link in links)]
    if not all(material.settled(link) for link in links) or material.confusable(terms) or not _has_one_order(material, terms):
        return None
    if strict and any(material.kinship.leads(later.id, earlier.id) for earlier, later in _pairs(terms)):
        return None
    right = route_label(links)
    choices = [
        Choice(label=shown_label(term), names=typed_names(material.knowledge, term), place=place, why=right)
        for place, term in enumerate(terms)
    ]
    return composed(
        ExerciseKind.ORDER,
        seed=seed,
        prompt=order_prompt(),
        choices=choices,
        claims=claims_of(links),
        explanation=right,
        difficulty=len(terms) - 2,
    )


def _has_one_order(material: Material, terms: Sequence[Term]) -> bool:
    """Whether only one order has a claim, or what a claim on kin would say, at every step; and nothing acts back."""
    joined = {(one.id, other.id) for one, other in permutations(terms, 2) if material.kinship.joined(one.id, other.id)}
    if any((later.id, earlier.id) in joined for earlier, later in _pairs(terms)):
        return False
    orders = (order for order in permutations(terms) if all((one.id, other.id) in joined for one, other in pairwise(order)))
    return sum(1 for _ in orders) == 1


def _pairs(terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    for place, earlier in enumerate(terms):
        for later in terms[place + 1 :]:
            yield earlier, later
