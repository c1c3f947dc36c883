"""Rules of sense on evidence: who says what. The review's word from the review, at a place; a paper's from a paper that was seen."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgraph.model import Finding
from kgraph.validation.data import Data, Value, entries_of, show
from kgraph.validation.findings import error, warning
from kgraph.vocabulary.terms import CITES_AS_EVIDENCE, COMMENT, KG

_EVIDENCE, _LAYER, _REFERENCE, _LOCATOR, _SOURCE = (KG + name for name in ("evidence", "layer", "reference", "locator", "source"))
_DISPUTES = NamedNode(KG + "Disputes")


def review_sources(data: Data) -> frozenset[Value]:
    """The references that are read sentence by sentence: those that locators and citation numbers belong to."""
    return frozenset(value for values in data.column(_SOURCE).values() for value in values)


def attribution(data: Data) -> Iterator[Finding]:
    """Evidence that does not fit the layer of its entry."""
    sources = review_sources(data)
    for entry in entries_of(data):
        layer = data.one(entry, _LAYER)
        for evidence in data.values(entry, _EVIDENCE):
            if layer == KG + "review":
                yield from _review(data, evidence, sources)
            elif layer == KG + "background":
                yield from _background(data, evidence, sources)


def _review(data: Data, evidence: Value, sources: frozenset[Value]) -> Iterator[Finding]:
    for reference in data.values(evidence, _REFERENCE):
        if reference not in sources:
            yield error(
                "sense",
                "not-from-the-review",
                data.where(evidence),
                f"an entry of the review layer rests on {show(reference)}, which is no source with sentences",
                "name the review as kg:reference and the paper under cito:citesAsEvidence, or put the entry into kg:background",
            )
    if not data.values(evidence, _LOCATOR):
        yield error(
            "sense",
            "no-place-in-the-review",
            data.where(evidence),
            "an entry of the review layer does not say where in the review it stands",
            "add kg:locator with the sentence, such as loc:s2-i1-n1",
        )


def _background(data: Data, evidence: Value, sources: frozenset[Value]) -> Iterator[Finding]:
    for reference in data.values(evidence, _REFERENCE):
        if reference in sources:
            yield error(
                "sense",
                "background-from-the-review",
                data.where(evidence),
                f"an entry of the background layer rests on {show(reference)}, whose word is the review layer",
                "name the primary paper as kg:reference, or put the entry into kg:review with a locator",
            )
        elif data.values(reference, KG + "status") and data.one(reference, KG + "status") != "verified":
            yield _unverified(data, evidence, reference, data.one(reference, KG + "status"))
        elif not data.values(reference, KG + "status"):
            yield _unverified(data, evidence, reference, "not stated")


def _unverified(data: Data, evidence: Value, reference: Value, status: str) -> Finding:
    return warning(
        "sense",
        "unverified-reference",
        data.where(evidence),
        f"a step of the background layer rests on {show(reference)}, whose verification is: {status}",
        'look the paper up, then set kg:status "verified" on it',
    )


def places_and_sources(data: Data) -> Iterator[Finding]:
    """Evidence whose locator, or whose citation number, belongs to another source than the evidence names."""
    belonging = ((_LOCATOR, "stands in", "the place"), (CITES_AS_EVIDENCE, "is a number of", "the citation"))
    for predicate, says, what in belonging:
        for evidence, values in data.column(predicate).items():
            references = data.values(evidence, _REFERENCE)
            for value in values:
                sources = data.values(value, _SOURCE)
                if sources and references and not set(sources) & set(references):
                    yield error(
                        "sense",
                        "other-source",
                        data.where(evidence),
                        f"{show(value)} {says} {show(sources[0])}, and the evidence is from {show(references[0])}",
                        f"mend {what} or kg:reference, so that both speak of one source",
                    )


def disputes_without_reason(data: Data) -> Iterator[Finding]:
    """Evidence that disputes and does not say what it found instead."""
    for evidence, values in data.column(KG + "bearing").items():
        if _DISPUTES in values and not data.values(evidence, COMMENT):
            yield error(
                "sense",
                "dispute-without-reason",
                data.where(evidence),
                "the evidence disputes its entry and does not say what it found",
                "add rdfs:comment in both languages",
            )


def loose_evidence(data: Data) -> Iterator[Finding]:
    """Evidence that no entry, or more than one, rests on."""
    holders: dict[Value, list[Value]] = {}
    for entry, values in data.column(_EVIDENCE).items():
        for value in values:
            holders.setdefault(value, []).append(entry)
    for evidence in data.instances(KG + "Evidence"):
        found = holders.get(evidence, [])
        if not found:
            yield warning(
                "sense",
                "loose-evidence",
                data.where(evidence),
                "no entry rests on this evidence",
                "add kg:evidence to its entry, or delete it",
            )
        if len(found) > 1:
            names = " and ".join(sorted(map(show, found))[:2])
            yield error(
                "sense",
                "shared-evidence",
                data.where(evidence),
                f"{names} rest on the same evidence",
                "give each its own: its bearing and context may differ",
            )


def derivations(data: Data) -> Iterator[Finding]:
    """Entries of the derived layer without a rule or a premise, and asserted ones that have either."""
    for entry in entries_of(data):
        derived = data.one(entry, _LAYER) == KG + "derived"
        for name in ("rule", "premise"):
            has = bool(data.values(entry, KG + name))
            if derived and not has:
                remedy = f"add kg:{name}, or let kgraph derive it: what its rules conclude is computed at load"
                yield error("sense", "derived-without-reason", data.where(entry), f"a derived claim names no {name}", remedy)
            if has and not derived:
                yield error(
                    "sense",
                    "asserted-with-reason",
                    data.where(entry),
                    f"an asserted entry names a {name}",
                    f"drop kg:{name}, or set kg:layer kg:derived",
                )
