"""The triples that are judged, one column a predicate, each subject with the file that wrote it. What is wrong with them: the gates.

Only what was written is here: what kgraph computes at load (derived claims, direct triples) is nobody's mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kgraph.store.ids import short
from kgraph.vocabulary.prefixes import OWN, STANDARD
from kgraph.vocabulary.terms import KG, KINDS, LAYERS, RDF_TYPE

Node = NamedNode | BlankNode | Triple
Value = NamedNode | BlankNode | Literal | Triple
Column = Mapping[Node, list[Value]]

SUBCLASS = STANDARD["rdfs"] + "subClassOf"
_LAYER = KG + "layer"
_KINDS = {NamedNode(iri) for iri in KINDS}
_OWN = tuple(OWN.values())


class Data:
    """Triples by predicate and subject, without repetition; several values of one subject are sorted.

    Parameters
    ----------
    quads : iterable of (str, Quad)
        Each with the name of its file. A quad in the named graph of a layer gives that layer to the entries in it that write
        none.
    Notes
    -----
    About 0.3 KiB a triple, in one pass.
    """

    def __init__(self, quads: Iterable[tuple[str, Quad]]) -> None:
        self._columns: dict[str, dict[Node, list[Value]]] = {}
        self._files: dict[Node, str] = {}
        self._instances: dict[str, frozenset[Value]] = {}
        known: dict[Value, Value] = {}
        by_graph: dict[Node, NamedNode] = {}
        for name, quad in quads:
            subject = quad.subject
            shared = known.setdefault(subject, subject)
            assert not isinstance(shared, Literal)
            column = self._columns.setdefault(quad.predicate.value, {})
            column.setdefault(shared, []).append(known.setdefault(quad.object, quad.object))
            self._files.setdefault(shared, name)
            if isinstance(quad.graph_name, NamedNode):
                by_graph[shared] = quad.graph_name
        for column in self._columns.values():
            for subject, values in column.items():
                if len(values) > 1:
                    column[subject] = sorted(set(values), key=str)
        self._give_layers(by_graph)

    def _give_layers(self, by_graph: Mapping[Node, NamedNode]) -> None:
        types = self.column(RDF_TYPE)
        for subject, graph in by_graph.items():
            if graph.value in LAYERS and _KINDS.intersection(types.get(subject, ())):
                self._columns.setdefault(_LAYER, {}).setdefault(subject, [graph])

    def column(self, predicate: str) -> Column:
        """The values of one predicate by subject."""
        return self._columns.get(predicate, {})

    def predicates(self) -> tuple[str, ...]:
        """Every predicate, sorted."""
        return tuple(sorted(self._columns))

    def values(self, subject: Value, predicate: str) -> list[Value]:
        """The values of one predicate of one subject; empty where there are none."""
        return [] if isinstance(subject, Literal) else self._columns.get(predicate, {}).get(subject, [])

    def nodes(self, subject: Value, predicate: str) -> list[NamedNode]:
        """Those values that are IRIs."""
        return [value for value in self.values(subject, predicate) if isinstance(value, NamedNode)]

    def one(self, subject: Value, predicate: str) -> str:
        """The text or IRI of the first value; empty where there is none."""
        found = self.values(subject, predicate)
        return text_of(found[0]) if found else ""

    def triples(self) -> Iterator[tuple[Node, NamedNode, Value]]:
        """Everything, by predicate."""
        for predicate in self.predicates():
            name = NamedNode(predicate)
            for subject, values in self._columns[predicate].items():
                for value in values:
                    yield subject, name, value

    def instances(self, cls: str) -> frozenset[Value]:
        """All subjects of a class or of one of its subclasses, at any depth."""
        if cls not in self._instances:
            classes = {NamedNode(iri) for iri in self._below(cls)}
            self._instances[cls] = frozenset(subject for subject, types in self.column(RDF_TYPE).items() if not classes.isdisjoint(types))
        return self._instances[cls]

    def subjects(self) -> Iterable[Node]:
        """Everything that some triple is about, in the order of the files."""
        return self._files.keys()

    def is_subject(self, node: Value) -> bool:
        """Whether some triple is about it."""
        return not isinstance(node, Literal) and node in self._files

    def where(self, node: Value) -> str:
        """The file and the id of a subject; a blank node is named by what holds it."""
        trail = ""
        seen: set[Value] = set()
        while isinstance(node, BlankNode) and node in self._holders and node not in seen:
            seen.add(node)
            holder, predicate = self._holders[node]
            node, trail = holder, f", {short(predicate)}{trail}"
        file = "" if isinstance(node, Literal) else self._files.get(node, "")
        return f"{file}: {show(node)}{trail}" if file else f"{show(node)}{trail}"

    def speaks_chinese(self, node: Value) -> bool:
        """Whether the file of a subject has any text in Chinese: other people's graphs have none, and are not to blame for it."""
        return not isinstance(node, Literal) and self._files.get(node, "") in self._chinese

    @cached_property
    def _chinese(self) -> set[str]:
        texts = ((subject, value) for column in self._columns.values() for subject, values in column.items() for value in values)
        return {self._files[subject] for subject, value in texts if isinstance(value, Literal) and (value.language or "").startswith("zh")}

    @cached_property
    def _holders(self) -> dict[BlankNode, tuple[Node, str]]:
        return {value: (subject, predicate.value) for subject, predicate, value in self.triples() if isinstance(value, BlankNode)}

    def _below(self, cls: str) -> set[str]:
        found, pending = {cls}, [cls]
        while pending:
            fresh = self._subclasses.get(pending.pop(), set()) - found
            found |= fresh
            pending.extend(fresh)
        return found

    @cached_property
    def _subclasses(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for subject, values in self.column(SUBCLASS).items():
            for value in values:
                found.setdefault(text_of(value), set()).add(text_of(subject))
        return found


def text_of(value: Value) -> str:
    """The text of a literal, the IRI of a node."""
    return str(value) if isinstance(value, Triple) else value.value


def show(value: Value) -> str:
    """A value as people write it: a CURIE, a quoted text with its tag, or the word for a blank node."""
    if isinstance(value, NamedNode):
        return short(value.value)
    if isinstance(value, Literal):
        return f'"{value.value}"' + (f"@{value.language}" if value.language else "")
    return "a blank node" if isinstance(value, BlankNode) else str(value)


def is_own(iri: str) -> bool:
    """Whether an IRI is in one of the project's namespaces, so that the files themselves must declare it."""
    return iri.startswith(_OWN)


def entries_of(data: Data) -> list[NamedNode]:
    """Claims, associations, descriptions, observations and results, sorted by IRI."""
    found = {entry for kind in KINDS for entry in data.instances(kind) if isinstance(entry, NamedNode)}
    return sorted(found, key=lambda entry: entry.value)


def paths_of(files: Iterable[Path], root: Path) -> dict[Path, str]:
    """How a finding names each file: relative to the root where it lies under it, else in full."""
    return {path: path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path) for path in files}
