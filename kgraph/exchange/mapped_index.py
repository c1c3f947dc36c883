"""The triples of somebody's RDF that a mapping asks for, and walking along its paths. What they become: `mapped_files.py`.

A value is a text: an IRI as it is, a blank node after ``_:``, a literal after a quotation mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.exchange.mapped_mapping import GRAPH, Path_, RdfMapping, Table
from kgraph.vocabulary.terms import RDF_TYPE

if TYPE_CHECKING:
    from pyoxigraph import Quad

_MOST = 100


@dataclass(slots=True)
class Index:
    """What the files say with the predicates of the mapping; nothing else is held.

    Notes
    -----
    About 400 bytes for each triple that is held. A path is walked in the time of what it meets, at most a hundred values a step.
    """

    mapping: RdfMapping
    _forward: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _backward: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _graphs: dict[str, str] = field(default_factory=dict)
    _relations: dict[str, int] = field(default_factory=dict)
    _begins: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._forward = {predicate: {} for predicate in self.mapping.predicates()}
        paths = (self.mapping.subject, self.mapping.object, self.mapping.reference, self.mapping.label, self.mapping.identifier)
        steps = [one for path in (*paths, self.mapping.text, self.mapping.species) for step in path.steps for one in step]
        tables = (self.mapping.sign, self.mapping.direct, self.mapping.kind, *self.mapping.where)
        steps += [one for table in tables for step in table.path.steps for one in step]
        self._backward = {one.removeprefix("^"): {} for one in steps if one.startswith("^")}
        # Without a class, whatever has a subject in this sense is a relation.
        self._begins = frozenset(one for one in self.mapping.subject.steps[0] if not one.startswith("^"))

    def take(self, quad: Quad, number: int) -> None:
        """One quad of the file with this number; blank nodes of two files differ."""
        predicate = quad.predicate.value
        if predicate not in self._forward:
            return
        subject, value = _text(quad.subject, number), _text(quad.object, number)
        if not subject or not value:
            return
        self._forward[predicate].setdefault(subject, []).append(value)
        if predicate in self._backward:
            self._backward[predicate].setdefault(value, []).append(subject)
        begins = value in self.mapping.classes if self.mapping.classes else predicate in self._begins
        if begins and (predicate == RDF_TYPE or not self.mapping.classes):
            self._relations.setdefault(subject, number)
            self._graphs.setdefault(subject, _text(quad.graph_name, number))

    def relations(self) -> Iterator[tuple[str, int]]:
        """The relations with the number of the file that each stands in, in the order of the files."""
        for name, number in self._relations.items():
            if all(self.meaning(name, table) for table in self.mapping.where):
                yield name, number

    def walk(self, start: str, path: Path_) -> tuple[str, ...]:
        """What a path leads to, each once, in the order of the files."""
        here: tuple[str, ...] = (start,)
        for step in path.steps:
            here = tuple(dict.fromkeys(self._next(here, step)))[:_MOST]
        return here if path.steps else ()

    def meaning(self, start: str, table: Table) -> tuple[str, ...]:
        """What a table says about the values at the end of its path, each once."""
        return tuple(dict.fromkeys(table.values[one] for one in self.walk(start, table.path) if one in table.values))

    def _next(self, here: Iterable[str], step: Iterable[str]) -> Iterator[str]:
        for name in here:
            for one in step:
                if one == GRAPH:
                    yield from filter(None, (self._graphs.get(name, ""),))
                elif one.startswith("^"):
                    yield from self._backward[one[1:]].get(name, ())
                else:
                    yield from self._forward[one].get(name, ())


def _text(term: object, number: int) -> str:
    """A term as a text; empty for a triple term and the default graph."""
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, BlankNode):
        return f"_:{number}.{term.value}"
    # Only what stands in the text counts; its language and datatype do not.
    return f'"{term.value}' if isinstance(term, Literal) else ""
