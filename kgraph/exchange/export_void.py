"""Writes a description of the knowledge, not the knowledge: DCAT and VoID as Turtle, with its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgraph.exchange.export_rdf import quads_to_write
from kgraph.exchange.export_shipped import about
from kgraph.exchange.exported import Piece
from kgraph.exchange.report import Report
from kgraph.exchange.turtle import literal
from kgraph.model import Selection
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import BASE, STANDARD
from kgraph.vocabulary.terms import KG, MATCHES, RDF_TYPE

_PREFIXES = {
    **{name: STANDARD[name] for name in ("rdfs", "void", "dcterms", "skos", "xsd")},
    "dcat": "http://www.w3.org/ns/dcat#",
    "kg": KG,
}
_VOCABULARIES = (KG, STANDARD["skos"], STANDARD["cito"], STANDARD["dcterms"])


def void(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """The dataset that `kgraph export turtle` writes of the same selection: its parts, classes, properties and links, counted."""
    report.start("dataset")
    report.note("a description holds counts; the knowledge itself is in Turtle, TriG, N-Quads or JSON-LD")
    whole = about(knowledge)
    if not whole.licence:
        report.note("no licence is written, for the data names none")
    counts = _Counts(knowledge, selection)
    yield "", "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(_PREFIXES.items())).encode()
    lines = [
        f"<{whole.iri}> a void:Dataset, dcat:Dataset",
        f"dcterms:title {literal(whole.title, 'en')}",
        f"dcterms:identifier {literal('sha256:' + knowledge.checksum)}",
        *([f"dcterms:license <{whole.licence}>"] if whole.licence else []),
        f"void:uriSpace {literal(BASE)}",
        *(f"void:vocabulary <{one}>" for one in _VOCABULARIES),
        f"void:triples {counts.triples}",
        f"void:distinctSubjects {len(counts.subjects)}",
        f"void:classes {len(counts.classes)}",
        f"void:properties {len(counts.predicates)}",
        *(f"void:classPartition [ void:class <{one}> ; void:entities {count} ]" for one, count in sorted(counts.classes.items())),
        *(f"void:propertyPartition [ void:property <{one}> ; void:triples {count} ]" for one, count in sorted(counts.predicates.items())),
        *(
            f"void:subset [ a void:Dataset ; rdfs:label {literal(graph.removeprefix(KG), 'en')} ; void:triples {count} ]"
            for graph, count in sorted(counts.graphs.items())
        ),
        *(
            f"void:subset [ a void:Linkset ; void:linkPredicate <{predicate}> ; void:triples {counts.predicates[predicate]} ]"
            for predicate in sorted(MATCHES)
            if counts.predicates.get(predicate)
        ),
    ]
    yield "", (" ;\n    ".join(lines) + " .\n").encode("utf-8", "replace")
    report.kept("counts")
    report.finish()


class _Counts:
    """One pass over what would be written."""

    def __init__(self, knowledge: Knowledge, selection: Selection) -> None:
        self.triples = 0
        self.subjects: set[str] = set()
        self.classes: Counter[str] = Counter()
        self.predicates: Counter[str] = Counter()
        self.graphs: Counter[str] = Counter()
        seen: set[tuple[str, str, str]] = set()
        for quad in quads_to_write(knowledge, selection, Report("void")):
            key = (str(quad.subject), quad.predicate.value, str(quad.object))
            if key in seen:
                continue
            seen.add(key)
            self.triples += 1
            self.subjects.add(key[0])
            self.predicates[quad.predicate.value] += 1
            if isinstance(quad.graph_name, NamedNode):
                self.graphs[quad.graph_name.value] += 1
            if quad.predicate.value == RDF_TYPE and isinstance(quad.object, NamedNode):
                self.classes[quad.object.value] += 1
