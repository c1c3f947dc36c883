"""Puts quads into the engine, each into the named graph of its layer. What is computed from them: `claims.py`, `rules.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kgraph.vocabulary.terms import KG, KINDS, LAYERS, RDF_TYPE, TERMS_GRAPH

EVIDENCE = NamedNode(KG + "evidence")
LAYER = NamedNode(KG + "layer")
TYPE = NamedNode(RDF_TYPE)
TERMS = NamedNode(TERMS_GRAPH)
Value = NamedNode | BlankNode | Literal | Triple | DefaultGraph

LAYER_GRAPHS: dict[Value, NamedNode] = {NamedNode(iri): NamedNode(iri) for iri in LAYERS}
KINDS_OF_ENTRY: frozenset[Value] = frozenset(NamedNode(iri) for iri in KINDS)


def fill(quads: Iterable[Quad]) -> Store:
    """A new engine in memory that holds these quads, sorted into the graphs of their layers."""
    store = Store()
    store.bulk_extend(sort_into_graphs(quads))
    return store


def sort_into_graphs(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Gives each quad the graph of its layer.

    The layer of an entry is what its ``kg:layer`` says, else the named graph of ours that the data put it in. Its evidence,
    and the blank nodes that hang on either, go with it. Everything else goes into the graph of terms.

    Parameters
    ----------
    quads : iterable of Quad
        In any order: an entry's layer may come after the rest of it, and in another file.

    Returns
    -------
    iterator of Quad
        As soon as the layer of their subject is known; subjects without one come last.

    Notes
    -----
    One pass. Only subjects whose layer is not known yet wait in memory; where files keep each subject together and write
    ``kg:layer`` (as all shipped ones do) these are the terms and little else.
    """
    graph_of: dict[Value, NamedNode] = {}
    waiting: dict[Value, list[Quad]] = {}
    fallback: dict[Value, NamedNode] = {}
    for quad in quads:
        subject, predicate, target, written = quad
        graph = graph_of.get(subject)
        if graph is not None:
            yield Quad(subject, predicate, target, graph)
            if predicate == EVIDENCE or type(target) is BlankNode:
                yield from _settle(target, graph, graph_of, waiting)
            continue
        waiting.setdefault(subject, []).append(quad)
        if predicate == LAYER and target in LAYER_GRAPHS:
            yield from _settle(subject, LAYER_GRAPHS[target], graph_of, waiting)
        elif predicate == TYPE and target in KINDS_OF_ENTRY and written in LAYER_GRAPHS:
            fallback[subject] = LAYER_GRAPHS[written]
    for subject, graph in fallback.items():
        yield from _settle(subject, graph, graph_of, waiting)
    for held in waiting.values():
        for quad in held:
            yield Quad(quad.subject, quad.predicate, quad.object, TERMS)


def _settle(subject: Value, graph: NamedNode, graph_of: dict[Value, NamedNode], waiting: dict[Value, list[Quad]]) -> Iterator[Quad]:
    """Fixes the graph of a subject and of all that hangs on it, and lets go of what waited for that."""
    pending = [subject]
    while pending:
        one = pending.pop()
        if one in graph_of or isinstance(one, Literal):
            continue
        graph_of[one] = graph
        for quad in waiting.pop(one, ()):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
            if quad.predicate == EVIDENCE or isinstance(quad.object, BlankNode):
                pending.append(quad.object)
