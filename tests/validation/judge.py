"""pySHACL as the judge: the reference implementation of SHACL over the same data, against which `shapes.py` is tested.

It is slower by two orders of magnitude, so no command calls it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kgraph.validation.data import Data, Value
from kgraph.validation.shape_reader import SH
from kgraph.validation.shapes import Violation

if TYPE_CHECKING:
    import rdflib


def judge(data: Data, shapes: Path) -> tuple[Violation, ...]:
    """What pySHACL finds wrong with the data, in no order; blank nodes have names of their own.

    Parameters
    ----------
    data : Data
        What is judged, with the schema in it.
    shapes : Path
        A file of shapes; all of SHACL is allowed.
    """
    import pyshacl
    import rdflib

    graph = rdflib.Graph().parse(data=_n_triples(data), format="nt")
    report = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(shapes), inplace=True)[1]
    assert isinstance(report, rdflib.Graph)
    return tuple(_violation(report, result) for result in report.subjects(rdflib.URIRef(SH + "focusNode")))


def _n_triples(data: Data) -> bytes:
    written = serialize(_quads(data), format=RdfFormat.N_TRIPLES)
    assert written is not None
    return written


def _quads(data: Data) -> Iterator[Quad]:
    for subject, predicate, value in data.triples():
        assert not isinstance(subject, Triple)
        yield Quad(subject, predicate, value)


def _violation(report: rdflib.Graph, result: rdflib.term.Node) -> Violation:
    import rdflib

    def part(name: str) -> rdflib.term.Node | None:
        return report.value(result, rdflib.URIRef(SH + name))

    focus, value, path = part("focusNode"), part("value"), part("resultPath")
    assert focus is not None
    return Violation(
        shape=str(part("sourceShape")),
        focus=_term(focus),
        path="" if path is None else str(path),
        constraint=str(part("sourceConstraintComponent")).removeprefix(SH).removesuffix("ConstraintComponent"),
        value=None if value is None else _term(value),
        message=str(part("resultMessage")),
        warning=str(part("resultSeverity")) == SH + "Warning",
    )


def _term(node: rdflib.term.Node) -> Value:
    """The same term in the engine's library."""
    import rdflib

    if isinstance(node, rdflib.Literal):
        if node.language:
            return Literal(str(node), language=node.language.lower())
        return Literal(str(node), datatype=NamedNode(str(node.datatype))) if node.datatype else Literal(str(node))
    return BlankNode(str(node)) if isinstance(node, rdflib.BNode) else NamedNode(str(node))
