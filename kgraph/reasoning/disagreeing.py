"""Claims that disagree: same pair, opposite signs, also where one is about a more general variable; and what tells them apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import product

from kgraph.model import Claim, Disagreement, Label, Quantity, Sign, Term, Variable

__all__ = ["FIELDS", "Disagreement", "disagreements"]

FIELDS = ("species", "region", "cell_type", "population", "route", "timing", "dose")
"""The context fields that can tell two sets of evidence apart."""

_Pair = tuple[str, str]
_OF_VARIABLES = ("species", "region", "cell_type")


def disagreements(claims: Iterable[Claim], *, variables: Iterable[Variable] = ()) -> tuple[Disagreement, ...]:
    """All disagreements among some claims.

    Parameters
    ----------
    claims : iterable of Claim
        Asserted and derived ones.
    variables : iterable of Variable
        Variables that no claim is about, but that stand between a special and a general one.

    Returns
    -------
    tuple of Disagreement
        By the ids of subject and object of the raising side, same pairs first, then the ids of the lowering side.

    Notes
    -----
    One pair is more general than another when each of its ends is the same as, or broader than (`Variable.broader`, any number of
    steps), the other's. A field separates the sides when each piece of evidence, or the variables of its claim, states it, and no
    value occurs on both sides: what is not stated may be anything. A derived claim that rests on a claim of the other side's
    own pair is compared like any other. O(p g^2) for p pairs whose ends have up to g more general variables.
    """
    by_pair: dict[tuple[str, str], dict[Sign, list[Claim]]] = {}
    terms: dict[str, Term] = {variable.id: variable for variable in variables}
    for claim in sorted(claims, key=lambda claim: claim.id):
        terms.update({claim.subject.id: claim.subject, claim.object.id: claim.object})
        by_pair.setdefault((claim.subject.id, claim.object.id), {}).setdefault(claim.sign, []).append(claim)
    above = {name: _above(name, terms) for name in terms}
    found: list[tuple[tuple[bool, tuple[str, str], tuple[str, str]], Disagreement]] = []
    for pair, other in _comparable(by_pair, above):
        raising, lowering = by_pair[pair].get(Sign.PLUS, ()), by_pair[other].get(Sign.MINUS, ())
        if raising and lowering:
            found.append(((other != pair, pair, other), _disagreement(tuple(raising), tuple(lowering), other != pair)))
    return tuple(disagreement for _, disagreement in sorted(found, key=lambda row: row[0]))


def _comparable(pairs: Collection[_Pair], above: Mapping[str, frozenset[str]]) -> set[tuple[_Pair, _Pair]]:
    """Each pair with itself, with the more general ones, and the other way round."""
    found = set()
    for pair in pairs:
        for general in product(above[pair[0]], above[pair[1]]):
            if general in pairs:
                found |= {(pair, general), (general, pair)}
    return found


def _above(name: str, terms: Mapping[str, Term]) -> frozenset[str]:
    """A variable and all that are broader, as far as the claims name them."""
    seen, stack = {name}, [name]
    while stack:
        term = terms.get(stack.pop())
        for broader in term.broader if isinstance(term, Variable) else ():
            if broader not in seen:
                seen.add(broader)
                stack.append(broader)
    return frozenset(seen)


def _disagreement(raising: tuple[Claim, ...], lowering: tuple[Claim, ...], general: bool) -> Disagreement:
    separated = []
    for field in FIELDS:
        first, second = (set().union(*(_values(claim, field) for claim in side)) for side in (raising, lowering))
        if first and second and "" not in first | second and not first & second:
            separated.append(field)
    return Disagreement(raising=raising, lowering=lowering, general=general, separated_by=tuple(separated))


def _values(claim: Claim, field: str) -> set[str]:
    """The values of a field over a claim's evidence; the empty string where it is not stated."""
    own = set()
    for term in (claim.subject, claim.object) if field in _OF_VARIABLES else ():
        if isinstance(term, Variable) and getattr(term, field):
            own.add(str(getattr(term, field)))
    stated = {_text(getattr(evidence.context, field)) for evidence in claim.evidence} or {""}
    return {value or "|".join(sorted(own)) for value in stated}


def _text(value: str | Label | Quantity | None) -> str:
    if isinstance(value, Quantity):
        return f"{value.comparison}{value.value} {value.unit}"
    return value.en or value.zh if isinstance(value, Label) else value or ""
