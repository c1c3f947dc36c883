"""Writes Turtle, TriG, N-Quads and JSON-LD with pyoxigraph's own writers. What is written loads again as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from itertools import islice

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kgraph.exchange.exported import Piece
from kgraph.exchange.report import Report
from kgraph.exchange.turtle import PREFIXES
from kgraph.model import Entry, Selection
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import expand
from kgraph.vocabulary.terms import KG, LAYERS, TERMS_GRAPH

_BATCH = 20_000
_LAYER = NamedNode(KG + "layer")
Node = NamedNode | BlankNode | Literal | Triple


def turtle(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """One graph; which layer an entry is of stays in its ``kg:layer``."""
    report.note("the named graphs of the layers are not written; kg:layer says the same, and loading sorts by it")
    triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in quads_to_write(knowledge, selection, report))
    yield "", _written(triples, RdfFormat.TURTLE)


def trig(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """The named graphs of the layers and of the terms."""
    yield "", _written(quads_to_write(knowledge, selection, report), RdfFormat.TRIG)


def jsonld(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """The named graphs of the layers and of the terms, with the context in the file."""
    yield "", _written(quads_to_write(knowledge, selection, report), RdfFormat.JSON_LD)


def nquads(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """The named graphs of the layers and of the terms, one triple a line, as a stream."""
    quads = quads_to_write(knowledge, selection, report)
    while batch := list(islice(quads, _BATCH)):
        yield "", _written(batch, RdfFormat.N_QUADS)


def quads_to_write(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Quad]:
    """All terms, then the chosen entries with their evidence and what hangs on it; layers in the order of the vocabulary."""
    report.note("what is computed at load is not written: direct triples and the search index; the schema ships with kgraph")
    entries = knowledge.entries(selection=selection)
    for entry in entries:
        report.start(entry.id)
        report.kept(type(entry).__name__.lower())
        report.finish()
    yield from quads_of(knowledge, entries)


def quads_of(knowledge: Knowledge, entries: tuple[Entry, ...]) -> Iterator[Quad]:
    """All terms, then these entries with their evidence and what hangs on it, each in its graph; the same bytes every time."""
    terms = knowledge.engine.quads_for_pattern(None, None, None, NamedNode(TERMS_GRAPH))
    yield from _ordered(quad for quad in terms if not (isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(KG)))
    wanted = _wanted(entries)
    for layer in LAYERS:
        yield from _ordered(_of_layer(knowledge, NamedNode(layer), wanted))
    yield from (
        Quad(NamedNode(entry.iri), _LAYER, NamedNode(KG + entry.layer.value), NamedNode(KG + entry.layer.value)) for entry in entries
    )


def _of_layer(knowledge: Knowledge, graph: NamedNode, wanted: set[str]) -> Iterator[Quad]:
    """The quads of the wanted subjects in one graph, and of the blank nodes that hang on them."""
    hanging: set[BlankNode] = set()
    for quad in knowledge.engine.quads_for_pattern(None, None, None, graph):
        if isinstance(quad.subject, NamedNode) and quad.subject.value in wanted:
            if isinstance(quad.object, BlankNode):
                hanging.add(quad.object)
            yield quad
    for node in hanging:
        yield from knowledge.engine.quads_for_pattern(node, None, None, graph)


def _ordered(quads: Iterable[Quad]) -> list[Quad]:
    """Sorted by subject, predicate and object, with blank nodes numbered by where they hang and what they say.

    Labels of blank nodes differ at every load, and the same knowledge is to give the same bytes. Ours hang
    on one subject each, and none on another.
    """
    held = list(quads)
    content: dict[Node, list[tuple[str, str]]] = {}
    place: dict[Node, tuple[str, str]] = {}
    for quad in held:
        if isinstance(quad.subject, BlankNode):
            content.setdefault(quad.subject, []).append((quad.predicate.value, str(quad.object)))
        if isinstance(quad.object, BlankNode):
            place[quad.object] = (str(quad.subject), quad.predicate.value)
    nodes = sorted({*content, *place}, key=lambda node: (place.get(node, ("", "")), sorted(content.get(node, ()))))
    named: dict[Node, BlankNode] = {
        node: BlankNode("q" + sha256(f"{place.get(node)}{number}".encode()).hexdigest()[:16]) for number, node in enumerate(nodes)
    }
    renamed = [
        Quad(named.get(quad.subject, quad.subject), quad.predicate, named.get(quad.object, quad.object), quad.graph_name) for quad in held
    ]
    return sorted(renamed, key=lambda quad: (str(quad.subject), quad.predicate.value, str(quad.object)))


def _wanted(entries: tuple[Entry, ...]) -> set[str]:
    return {expand(entry.id) for entry in entries} | {expand(one.id) for entry in entries for one in entry.evidence}


def _written(items: Iterator[Quad] | Iterator[Triple] | list[Quad], format: RdfFormat) -> bytes:
    buffer = BytesIO()
    serialize(items, buffer, format=format, prefixes=None if format is RdfFormat.N_QUADS else PREFIXES)
    return buffer.getvalue()
