"""Our variables and entities as terms of BEL: as they were read, where they came from BEL; else by kind and aspect."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from kgraph.exchange.bel_syntax import BelSyntax, Call, Name, parse_statement, write
from kgraph.exchange.bel_terms import NOTATION, OWN
from kgraph.exchange.export_parts import identifier_of
from kgraph.exchange.report import Report
from kgraph.model import Entity, Term, Variable
from kgraph.store import Knowledge

_FUNCTION = {
    "Drug": "a",
    "DrugClass": "a",
    "Chemical": "a",
    "Protein": "p",
    "ProteinFamily": "p",
    "Complex": "complex",
    "Process": "bp",
    "Disease": "path",
    "Phenotype": "path",
    "Outcome": "path",
    "CellType": "pop",
    "Population": "pop",
    "Species": "pop",
}
_MOLECULES = frozenset({"a", "p", "complex"})
# Function of the thing and aspect -> what stands around it; the thing itself where that is empty. Last: whether it says the same.
_ASPECTS = {
    ("p", "Abundance"): ("", True),
    ("p", "Amount"): ("", True),
    ("p", "Activity"): ("act", True),
    ("p", "Phosphorylation"): ("pmod", True),
    ("p", "Release"): ("sec", True),
    ("p", "Surface"): ("surf", True),
    ("complex", "Abundance"): ("", True),
    ("complex", "Amount"): ("", True),
    ("complex", "Activity"): ("act", True),
    ("complex", "Release"): ("sec", True),
    ("complex", "Surface"): ("surf", True),
    ("a", "Abundance"): ("", True),
    ("a", "Amount"): ("", True),
    ("a", "Activity"): ("act", True),
    ("a", "Release"): ("sec", True),
    ("a", "Exposure"): ("", False),
    ("a", "Use"): ("", False),
    ("bp", "Activity"): ("", True),
    ("path", "Severity"): ("", True),
    ("pop", "Abundance"): ("", True),
    ("pop", "Amount"): ("", True),
}


class BelWords:
    """Finds the term for an end of an entry, and keeps the name spaces that terms name."""

    def __init__(self, knowledge: Knowledge, report: Report) -> None:
        self._report = report
        self._entities = {entity.id: entity for entity in knowledge.entities()}
        self._read: dict[str, str] = {}
        for quad in knowledge.engine.quads_for_pattern(None, NamedNode(NOTATION), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                self._read[quad.subject.value] = min(quad.object.value, self._read.get(quad.subject.value, quad.object.value))
        self._terms: dict[str, Call | None] = {}
        self._spaces: set[str] = set()
        self._told: set[str] = set()

    @property
    def spaces(self) -> tuple[str, ...]:
        """The name spaces of all terms so far, sorted."""
        return tuple(sorted(self._spaces))

    def term(self, end: Term) -> str:
        """The term for a variable or an entity; empty for anything else, and where its entity is not declared."""
        if end.id not in self._terms:
            self._terms[end.id] = self._as_read(end) or self._made(end)
        found = self._terms[end.id]
        if found is None:
            return ""
        self._name(found)
        return write(found)

    def _name(self, term: Call | Name) -> None:
        if isinstance(term, Call):
            for one in term.args:
                self._name(one)
        elif term.space:
            self._spaces.add(term.space)

    def _as_read(self, end: Term) -> Call | None:
        notation = self._read.get(end.iri, "")
        try:
            return parse_statement(notation)[0].subject if notation else None
        except BelSyntax:
            return None

    def _made(self, end: Term) -> Call | None:
        if isinstance(end, Entity):
            return self._thing(end)
        if not isinstance(end, Variable) or end.entity not in self._entities:
            return None
        thing = self._as_read(self._entities[end.entity]) or self._thing(self._entities[end.entity])
        function = "p" if thing.function in ("g", "r", "m") else thing.function
        around, exact = _ASPECTS.get((function, end.aspect), ("none", False))
        if around == "none" or end.broader or end.region or end.cell_type or end.species:
            # Two variables of one thing in two places must not become one term.
            self._tell(end, "variable of an aspect, form or place of its own", f"a process named {OWN}: and its id")
            return Call("bp", (Name(OWN, end.id, _label(end)),))
        if not exact:
            self._tell(end, f"aspect {end.aspect.lower()}", "abundance")
        if around == "pmod":
            return Call(thing.function, (*thing.args, Call("pmod", (Name("", "Ph"),))))
        return Call(around, (thing,)) if around else thing

    def _tell(self, end: Term, what: str, became: str) -> None:
        if end.id not in self._told:
            self._told.add(end.id)
            self._report.approximated(what, became)

    def _thing(self, entity: Entity) -> Call:
        function = _FUNCTION.get(entity.kind, "")
        if not function:
            self._tell(entity, f"kind {entity.kind}", "abundance")
        curie = identifier_of(entity)
        space, _, local = curie.partition(":")
        name = Name(OWN, entity.id, _label(entity)) if curie == entity.id else Name(space, local, _label(entity))
        return Call(function or "a", (name,))


def _label(term: Term) -> str:
    return term.label.en or term.label.zh
