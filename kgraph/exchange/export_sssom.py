"""Writes the mappings of our terms to other vocabularies as SSSOM (doi:10.1093/database/baac035), in TSV.

The header is YAML in comments.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from kgraph.exchange.export_shipped import about
from kgraph.exchange.exported import Piece
from kgraph.exchange.report import Report
from kgraph.model import Entity, Selection, Term
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import BASE, OWN, STANDARD
from kgraph.vocabulary.registries import REGISTRIES

_COLUMNS = ("subject_id", "subject_label", "subject_category", "predicate_id", "object_id", "mapping_justification", "comment")
_UNSPECIFIED = "https://w3id.org/sssom/license/unspecified"
_SEMAPV = "https://w3id.org/semapv/vocab/"


def sssom(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """A mapping a row, sorted by subject, predicate and object. All terms are written, whatever the selection of entries."""
    report.note("the set holds mappings only: claims and other entries are no part of the format")
    if selection != Selection():
        report.note("mappings are of terms, which belong to no layer: all of them are written")
    whole = about(knowledge)
    rows = sorted(row for term in _terms(knowledge) for row in _rows(term, report, curated=bool(whole.licence)))
    used = {cell.partition(":")[0] for row in rows for cell in (row[0], row[2], row[3], row[4], row[5]) if cell}
    yield "", _header(whole.iri, whole.title, whole.licence or _UNSPECIFIED, used).encode()
    yield "", ("\t".join(_COLUMNS) + "\n").encode()
    for row in rows:
        yield "", ("\t".join(" ".join(cell.split()) for cell in row) + "\n").encode("utf-8", "replace")


def _terms(knowledge: Knowledge) -> Iterator[Term]:
    yield from knowledge.entities()
    yield from knowledge.variables()
    yield from knowledge.mechanisms()
    yield from knowledge.references()


def _rows(term: Term, report: Report, *, curated: bool) -> Iterator[tuple[str, ...]]:
    """The mappings of one term; one that is no CURIE of a known registry is told as lost."""
    if not term.identifiers:
        return
    report.start(term.id)
    for one in term.identifiers:
        if one.curie.partition(":")[0] not in REGISTRIES:
            report.lost("mapping", "its object is in no known registry, and the format wants a CURIE")
            continue
        report.kept(f"{one.mapping} match")
        if len(term.label.en) < 1 and term.label.zh:
            report.approximated("label", "the Chinese one, for there is no English one")
        kind = f"kg:{term.kind}" if isinstance(term, Entity) else f"kg:{type(term).__name__}"
        manual = curated and one.verified
        yield (
            term.id,
            term.label.en or term.label.zh,
            kind,
            f"skos:{one.mapping}Match",
            one.curie,
            "semapv:ManualMappingCuration" if manual else "semapv:UnspecifiedMatching",
            "" if one.verified else "not verified",
        )
    report.finish()


def _header(iri: str, title: str, licence: str, used: set[str]) -> str:
    known = {**{prefix: one.uri for prefix, one in REGISTRIES.items()}, **OWN, **STANDARD, "semapv": _SEMAPV}
    iri = f"{iri}mappings" if iri == BASE else iri
    # A text between quotation marks of JSON is one of YAML as well.
    lines = [
        f"mapping_set_id: {json.dumps(iri)}",
        f"mapping_set_title: {json.dumps('mappings of ' + title)}",
        f"license: {json.dumps(licence)}",
    ]
    lines += ["curie_map:", *(f"  {prefix}: {json.dumps(known[prefix])}" for prefix in sorted(used & set(known)))]
    return "".join(f"# {line}\n" for line in lines)
