"""`Knowledge`: the loaded graph as values, read from the engine when asked for. How it is loaded: `reading.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from pyoxigraph import NamedNode, Store

from kgraph.errors import EntityNotFound
from kgraph.model import Claim, Entity, Entry, Label, Locator, Mechanism, Note, Reference, Selection, Sign, Term, Variable
from kgraph.store import terms
from kgraph.store.claims import ClaimRow
from kgraph.store.engine import TERMS
from kgraph.store.entries import NOTE, EntryReader
from kgraph.store.ids import short
from kgraph.store.names import NameIndex
from kgraph.store.properties import Properties
from kgraph.store.selecting import Selector
from kgraph.vocabulary.prefixes import expand
from kgraph.vocabulary.terms import ALT_LABEL, KG, KINDS, LABEL, MATCHES

if TYPE_CHECKING:
    import networkx
    import rdflib

EVERYTHING = Selection()
_ENTITY, _BROADER = NamedNode(KG + "entity"), NamedNode(KG + "broader")
T = TypeVar("T", bound=Term)


class Knowledge:
    """All that is known, read-only. Made by `kgraph.store.load`.

    Terms and entries are read from the engine when they are asked for, and kept. Whatever returns many returns them sorted
    by id.

    Attributes
    ----------
    engine : pyoxigraph.Store
        The triples, in the named graphs of `kgraph.vocabulary.terms.UNION`.
    files : tuple of Path
        The files that were read.
    checksum : str
        SHA-256 over the version of kgraph and those files.
    """

    def __init__(
        self, engine: Store, *, rows: tuple[ClaimRow, ...], files: tuple[Path, ...] = (), checksum: str = "", names: NameIndex | None = None
    ) -> None:
        self.engine = engine
        self.files = files
        self.checksum = checksum
        self._rows = rows
        self._names = names
        self._terms: dict[str, Term | None] = {}
        self._entries: dict[str, Entry | None] = {}
        self._reader = EntryReader(engine, self._term_or_bare)

    def term(self, id: str) -> Term:
        """The entity, variable, mechanism or reference with this id (or CURIE, or IRI); `EntityNotFound` when there is none."""
        return self._term(id) or self._missing("term", id)

    def entry(self, id: str) -> Entry:
        """The claim, association, description, observation or result with this id; `EntityNotFound` when there is none."""
        return self._entry(id) or self._missing("entry", id)

    def note(self, id: str) -> Note:
        """The note with this id; `EntityNotFound` when there is none."""
        iri = expand(id)
        return (self._reader.read_note(iri) if _is_iri(iri) else None) or self._missing("note", id)

    def locator(self, id: str) -> Locator:
        """The locator with this id; `EntityNotFound` when there is none."""
        iri = expand(id)
        return (terms.read_locator(self.engine, iri) if _is_iri(iri) else None) or self._missing("locator", id)

    def label(self, id: str) -> Label:
        """The label of anything that has one: a term, a description, a method, an aspect; empty for the rest."""
        iri = expand(id)
        return Properties.of(self.engine, NamedNode(iri)).label(LABEL) if _is_iri(iri) else Label()

    def entities(self) -> tuple[Entity, ...]:
        """All entities."""
        return self._all(Entity)

    def variables(self) -> tuple[Variable, ...]:
        """All variables."""
        return self._all(Variable)

    def variables_of(self, id: str) -> tuple[Variable, ...]:
        """The variables of an entity and all variables narrower than those; nothing else becomes a value."""
        asked: set[str] = set()
        waiting = self._subjects(_ENTITY, expand(id))
        while waiting:
            iri = waiting.pop()
            if iri not in asked:
                asked.add(iri)
                waiting |= self._subjects(_BROADER, iri)
        found = (self._term(iri) for iri in sorted(asked, key=short))
        return tuple(term for term in found if isinstance(term, Variable))

    def mechanisms(self) -> tuple[Mechanism, ...]:
        """All mechanisms, branches among them."""
        return self._all(Mechanism)

    def references(self) -> tuple[Reference, ...]:
        """All publications and citation numbers."""
        return self._all(Reference)

    def notes(self) -> tuple[Note, ...]:
        """All notes."""
        return tuple(self.note(iri) for iri in terms.instances(self.engine, frozenset({NOTE})))

    def locators(self) -> tuple[Locator, ...]:
        """All locators."""
        return tuple(self.locator(iri) for iri in terms.instances(self.engine, frozenset({terms.LOCATOR})))

    def entries(self, kind: str | None = None, *, selection: Selection = EVERYTHING) -> tuple[Entry, ...]:
        """All entries that a selection holds.

        Parameters
        ----------
        kind : str, optional
            ``claim``, ``association``, ``description``, ``observation`` or ``result``; ``None`` for all of them.
        selection : Selection
            Limits by layer, mechanism and species.
        """
        classes = frozenset(iri for iri, name in KINDS.items() if kind in (None, name))
        holds = self._selector.filter(selection)
        found = (self.entry(iri) for iri in terms.instances(self.engine, classes))
        return tuple(entry for entry in found if holds(entry.id, entry.layer))

    def links(self, selection: Selection = EVERYTHING) -> list[tuple[str, str, Sign]]:
        """The distinct (subject id, object id, sign) of the claims that a selection holds, sorted.

        Where a signed claim joins two variables, claims of unreported sign between the same two, in the same direction, make
        no link: they say less than is known.

        Notes
        -----
        Costs one pass over the claims; nothing becomes a value.
        """
        holds = self._selector.filter(selection)
        found = {(row.subject, row.object, row.sign) for row in self._rows if holds(row.id, row.layer)}
        signed = {(subject, target) for subject, target, sign in found if sign is not Sign.UNKNOWN}
        kept = [link for link in found if link[2] is not Sign.UNKNOWN or link[:2] not in signed]
        return sorted(kept, key=lambda link: (link[0], link[1], link[2].value))

    def claims_between(
        self, subject_id: str, object_id: str, sign: Sign | None = None, selection: Selection = EVERYTHING
    ) -> tuple[Claim, ...]:
        """The claims of one link, sorted by id; of every sign when `sign` is ``None``."""
        holds = self._selector.filter(selection)
        rows = self._rows_between.get((subject_id, object_id), ())
        chosen = (self.entry(row.id) for row in rows if sign in (None, row.sign) and holds(row.id, row.layer))
        return tuple(claim for claim in chosen if isinstance(claim, Claim))

    def find(self, name: str) -> tuple[Term, ...]:
        """The terms that go by exactly this name, sorted by id; empty when there is none.

        A name is an id, an IRI, a label, a synonym, an identifier (CURIE) or a slug, in English or Chinese. An id or IRI
        names one thing; the others may name several, and are folded first (see `kgraph.store.names.fold`).
        """
        exact = self._term(name)
        if exact is not None:
            return (exact,)
        return tuple(self.term(identity) for identity in self.names.find(name))

    def near(self, name: str, n: int = 3) -> tuple[tuple[str, str, str], ...]:
        """The terms with the most similar names, best first, as (English label, Chinese label, id)."""
        found = (self.term(identity) for identity in self.names.near(name, n))
        return tuple((term.label.en, term.label.zh, term.id) for term in found)

    @cached_property
    def names(self) -> NameIndex:
        """Every name of every term, folded; made when first needed."""
        return self._names or NameIndex(all_names(self.engine))

    def to_rdflib(self) -> rdflib.Dataset:
        """A copy of all triples as an rdflib dataset, with the named graphs of the layers."""
        from kgraph.store.convert import to_rdflib

        return to_rdflib(self.engine)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The claims as a networkx graph; see `kgraph.store.convert.to_networkx`."""
        from kgraph.store.convert import to_networkx

        return to_networkx(self)

    @cached_property
    def _kinds(self) -> Mapping[str, type[Term]]:
        return terms.term_kinds(terms.entity_classes(self.engine))

    @cached_property
    def _selector(self) -> Selector:
        return Selector(self.engine)

    @cached_property
    def _rows_between(self) -> Mapping[tuple[str, str], list[ClaimRow]]:
        found: dict[tuple[str, str], list[ClaimRow]] = {}
        for row in self._rows:
            found.setdefault((row.subject, row.object), []).append(row)
        return found

    def _subjects(self, predicate: NamedNode, iri: str) -> set[str]:
        quads = self.engine.quads_for_pattern(None, predicate, NamedNode(iri), TERMS) if _is_iri(iri) else ()
        return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}

    def _all(self, kind: type[T]) -> tuple[T, ...]:
        classes = frozenset(iri for iri, value in self._kinds.items() if value is kind)
        found = (self._term(iri) for iri in terms.instances(self.engine, classes))
        return tuple(term for term in found if isinstance(term, kind))

    def _term(self, id: str) -> Term | None:
        iri = expand(id)
        if iri not in self._terms:
            self._terms[iri] = terms.read_term(self.engine, iri, self._kinds) if _is_iri(iri) else None
        return self._terms[iri]

    def _entry(self, id: str) -> Entry | None:
        iri = expand(id)
        if iri not in self._entries:
            self._entries[iri] = self._reader.read(iri) if _is_iri(iri) else None
        return self._entries[iri]

    def _term_or_bare(self, id: str) -> Term:
        """The term, or one without a label where the data name an IRI that they never declare (a finding of the check)."""
        return self._term(id) or Term(id=id, iri=expand(id))

    def _missing(self, what: str, id: str) -> NoReturn:
        near = tuple(f"{en} / {zh} ({identity})" for en, zh, identity in self.near(id))
        raise EntityNotFound(
            f"no {what} has the id '{id}'", candidates=near, remedy="did you mean " + ", ".join(near) if near else "check the spelling"
        )


def all_names(engine: Store) -> Iterator[tuple[str, str]]:
    """Every name of every term with the id of the term: id, slug, labels, synonyms, identifiers; in no order."""
    kinds = terms.term_kinds(terms.entity_classes(engine))
    ids = {iri: short(iri) for iri in terms.instances(engine, frozenset(kinds))}
    for identity in ids.values():
        yield identity, identity
        yield identity.partition(":")[2], identity
    for predicate in (LABEL, ALT_LABEL, *MATCHES):
        for quad in engine.quads_for_pattern(None, NamedNode(predicate), None, TERMS):
            if isinstance(quad.subject, NamedNode) and quad.subject.value in ids:
                name = short(quad.object.value) if isinstance(quad.object, NamedNode) else getattr(quad.object, "value", "")
                yield name, ids[quad.subject.value]


def _is_iri(text: str) -> bool:
    return "://" in text and not any(character in ' <>"{}|\\^`\n\t' for character in text)
