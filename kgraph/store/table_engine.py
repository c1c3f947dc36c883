"""A link table as triples in the shape of the ontology, for SPARQL. Made only when a query asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad, Store

from kgraph.model import Claim, Term
from kgraph.store.claims import CLAIM, OBJECT, PREDICATE, SUBJECT, ClaimRow, direct_triples
from kgraph.store.engine import EVIDENCE, LAYER, TERMS, TYPE
from kgraph.store.files import parse
from kgraph.store.locate import shipped_schema
from kgraph.store.table_knowledge import TableKnowledge
from kgraph.store.table_names import encoded
from kgraph.store.table_rows import ENDS, KNOWN
from kgraph.vocabulary.prefixes import BASE, expand
from kgraph.vocabulary.terms import CAUSAL, CITATION, COMMENT, KG, LABEL

COLUMN = BASE + "column/"
"""Under this IRI stand the columns that kgraph does not know: ``<…/column/confidence>``."""

_PREDICATES = {name: NamedNode(iri) for iri, name in CAUSAL.items()}
_MECHANISM = NamedNode(KG + "mechanism")
_REFERENCE = NamedNode(KG + "reference")
_SPECIES = NamedNode(KG + "species")
_LABEL = NamedNode(LABEL)
_KINDS = {"Variable": "Variable", "Mechanism": "Mechanism", "Reference": "Reference", "Entity": "Species"}


def engine_of(table: TableKnowledge) -> Store:
    """An engine in memory with the claims, terms and direct triples of a table, and the shipped schema.

    Notes
    -----
    About 13 triples, 60 microseconds and 4.5 kB a row: a hundred thousand rows take 6 s and 450 MB, a million ten times that.
    Every question but SPARQL does without.
    """
    schema = (Quad(quad.subject, quad.predicate, quad.object, TERMS) for quad in parse(shipped_schema()))
    terms = chain(table.variables(), table.mechanisms(), table.references(), table.entities())
    store = Store()
    store.bulk_extend(chain(schema, chain.from_iterable(map(_term, terms)), _claims(table)))
    return store


def _term(term: Term) -> Iterator[Quad]:
    subject = NamedNode(term.iri)
    yield Quad(subject, TYPE, NamedNode(KG + _KINDS[type(term).__name__]), TERMS)
    for text, language in ((term.label.en, "en"), (term.label.zh, "zh-Hans")):
        if text:
            yield Quad(subject, _LABEL, Literal(text, language=language), TERMS)
    if citation := getattr(term, "citation", ""):
        yield Quad(subject, NamedNode(CITATION), Literal(citation), TERMS)


def _claims(table: TableKnowledge) -> Iterator[Quad]:
    for claim in table.each_claim():
        row = ClaimRow(claim.id, claim.subject.id, claim.predicate, claim.object.id, claim.layer)
        yield from _claim(claim, row)
        yield from direct_triples((row,))
        yield from _cells(claim, table.cells(claim.id))


def _claim(claim: Claim, row: ClaimRow) -> Iterator[Quad]:
    subject, layer = NamedNode(claim.iri), NamedNode(KG + claim.layer.value)
    yield Quad(subject, TYPE, CLAIM, layer)
    yield Quad(subject, LAYER, layer, layer)
    yield Quad(subject, SUBJECT, NamedNode(claim.subject.iri), layer)
    yield Quad(subject, PREDICATE, _PREDICATES[row.predicate], layer)
    yield Quad(subject, OBJECT, NamedNode(claim.object.iri), layer)
    for mechanism in claim.mechanisms:
        yield Quad(subject, _MECHANISM, NamedNode(expand(mechanism)), layer)
    for evidence in claim.evidence:
        piece = NamedNode(evidence.iri)
        yield Quad(subject, EVIDENCE, piece, layer)
        yield Quad(piece, TYPE, NamedNode(KG + "Evidence"), layer)
        yield Quad(piece, _REFERENCE, NamedNode(expand(evidence.reference)), layer)
        yield Quad(piece, NamedNode(KG + "bearing"), NamedNode(KG + "Supports"), layer)
        yield Quad(piece, NamedNode(COMMENT), Literal(evidence.comment.en, language="en"), layer)
        if evidence.context.species:
            yield Quad(piece, _SPECIES, NamedNode(expand(evidence.context.species)), layer)


def _cells(claim: Claim, cells: dict[str, str]) -> Iterator[Quad]:
    subject, layer = NamedNode(claim.iri), NamedNode(KG + claim.layer.value)
    for name, cell in cells.items():
        if name not in (*ENDS, *KNOWN) and cell:
            yield Quad(subject, NamedNode(COLUMN + encoded(name)), Literal(cell), layer)
