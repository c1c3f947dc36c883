"""Rules of sense on what claims say: the same thing twice, opposite things in the same context, a thing of itself."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgraph.model import SIGN_OF, Finding, Sign
from kgraph.validation.data import Data, Value, show, text_of
from kgraph.validation.findings import error, listed, warning
from kgraph.vocabulary.terms import CAUSAL, KG

_SUBJECT, _PREDICATE, _OBJECT, _LAYER = (KG + name for name in ("subject", "predicate", "object", "layer"))
_DERIVED = KG + "derived"
# What can tell two contrary claims apart, on their evidence.
_CONTEXT = tuple(KG + name for name in ("species", "region", "cellType", "population", "route"))


def duplicates(data: Data) -> Iterator[Finding]:
    """Claims, or associations, of one layer with the same subject, predicate, object, sign and mechanisms."""
    for cls in (KG + "Claim", KG + "Association"):
        said: dict[tuple[object, ...], list[Value]] = {}
        for entry in data.instances(cls):
            ends = [data.one(entry, name) for name in (_LAYER, _SUBJECT, _PREDICATE, _OBJECT)]
            mechanisms = frozenset(map(text_of, data.values(entry, KG + "mechanism")))
            if all(ends[1:]):
                said.setdefault((*ends, data.one(entry, KG + "sign"), mechanisms), []).append(entry)
        for (_, subject, predicate, target, _, _), entries in said.items():
            if len(entries) > 1:
                first, *others = sorted(entries, key=text_of)
                words = " ".join(show(NamedNode(str(one))) for one in (subject, predicate, target))
                yield error(
                    "sense",
                    "duplicate",
                    data.where(others[0]),
                    f"{listed(map(show, entries))} say the same in one layer: {words}",
                    f"keep {show(first)} and move the evidence of the others to it: one claim may have many",
                )


def contradictions(data: Data) -> Iterator[Finding]:
    """Claims of one layer that join the same ends with opposite signs, and whose contexts do not tell them apart."""
    pairs: dict[tuple[str, str, str], dict[Sign, list[Value]]] = {}
    for claim in data.instances(KG + "Claim"):
        layer, predicate = data.one(claim, _LAYER), data.one(claim, _PREDICATE)
        if predicate in CAUSAL and layer != _DERIVED:
            ends = (layer, data.one(claim, _SUBJECT), data.one(claim, _OBJECT))
            pairs.setdefault(ends, {}).setdefault(SIGN_OF[CAUSAL[predicate]], []).append(claim)
    for (_, subject, target), signs in pairs.items():
        for plus in signs.get(Sign.PLUS, ()):
            contrary = [minus for minus in signs.get(Sign.MINUS, ()) if not _told_apart(data, plus, minus)]
            if contrary:
                words = f"{show(NamedNode(subject))} increases {show(NamedNode(target))}"
                yield warning(
                    "sense",
                    "contradiction",
                    data.where(plus),
                    f"it says that {words}; in the same context {listed(map(show, contrary))} says that it decreases it",
                    "where the sources differ in species, region, cell type, population or route, say so on the evidence, or split the "
                    "variable; where they truly disagree, both stay",
                )


def about_itself(data: Data) -> Iterator[Finding]:
    """Claims whose subject is their object."""
    for claim in data.instances(KG + "Claim"):
        subjects = data.values(claim, _SUBJECT)
        if subjects and set(subjects) & set(data.values(claim, _OBJECT)):
            yield warning(
                "sense",
                "about-itself",
                data.where(claim),
                f"{show(subjects[0])} acts on itself",
                "name another aspect or place at one of the ends",
            )


def _told_apart(data: Data, one: Value, other: Value) -> bool:
    """Whether some field of context is stated on both sides and has nothing in common."""
    contexts = [_context(data, claim) for claim in (one, other)]
    return any(mine and theirs and not mine & theirs for mine, theirs in zip(*contexts, strict=True))


def _context(data: Data, claim: Value) -> list[set[Value]]:
    evidence = data.values(claim, KG + "evidence")
    return [{value for piece in evidence for value in data.values(piece, field)} for field in _CONTEXT]
