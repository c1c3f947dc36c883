"""Writes link tables (TSV, which `kgraph.store.load` reads again) and SIF, which holds nothing but links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgraph.exchange.export_parts import Parts
from kgraph.exchange.exported import Piece
from kgraph.exchange.report import Report
from kgraph.model import Claim, Selection
from kgraph.store import Knowledge

_HEADER = (
    "subject",
    "predicate",
    "object",
    "layer",
    "mechanism",
    "species",
    "reference",
    "direct",
    "subject_label",
    "object_label",
    "claim",
)
_BLANK = re.compile(r"[\t\r\n]+")


def links(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """A claim a row. Columns with several values hold them with ``|`` between."""
    parts = Parts(knowledge, selection, report)
    yield "", ("\t".join(_HEADER) + "\n").encode()
    for claim in parts.entries(Claim):
        assert isinstance(claim, Claim)
        if claim.rule:
            report.lost("derived claim", "a table cannot name its rule and premises; it is derived again where the rule is")
            continue
        report.kept("claim")
        species = {one.context.species for one in claim.evidence if one.context.species}
        cells = (
            claim.subject.id,
            claim.predicate,
            claim.object.id,
            claim.layer.value,
            "|".join(claim.mechanisms),
            "|".join(sorted(species)),
            "|".join(dict.fromkeys(one for evidence in claim.evidence for one in parts.publications(evidence))),
            "true" if claim.direct else "",
            parts.name(claim.subject.id),
            parts.name(claim.object.id),
            claim.id,
        )
        yield "", ("\t".join(_BLANK.sub(" ", cell) for cell in cells) + "\n").encode()
        parts.told(claim, "mechanism")


def sif(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """The distinct links: subject, predicate, object. What else a claim has is told as lost."""
    parts = Parts(knowledge, selection, report)
    seen: set[tuple[str, str, str]] = set()
    for claim in parts.entries(Claim):
        assert isinstance(claim, Claim)
        link = (claim.subject.id, claim.predicate, claim.object.id)
        report.kept("link")
        if claim.evidence:
            report.lost("evidence", "the format has no field for it")
        parts.told(claim)
        if link not in seen:
            seen.add(link)
            yield "", ("\t".join(link) + "\n").encode()
