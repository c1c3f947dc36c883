"""Terms from the engine: entities, variables, mechanisms, references, and the locators. What sources say: `entries.py`."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import NamedNode, Store

from kgraph.model import Entity, Identifier, Locator, Mechanism, Reference, Term, Variable
from kgraph.store.engine import TERMS, TYPE
from kgraph.store.ids import local, short
from kgraph.store.properties import Properties
from kgraph.vocabulary.prefixes import STANDARD
from kgraph.vocabulary.terms import ALT_LABEL, CITATION, COMMENT, KG, LABEL, MATCHES, OA_END, OA_START, PART_OF

VARIABLE = KG + "Variable"
MECHANISM = KG + "Mechanism"
REFERENCES = (KG + "Reference", KG + "CitationNumber")
LOCATOR = KG + "Locator"
_ENTITY = KG + "Entity"
_SUBCLASS = NamedNode(STANDARD["rdfs"] + "subClassOf")


def entity_classes(store: Store) -> frozenset[str]:
    """The IRIs of ``kg:Entity`` and of all classes below it."""
    found = {_ENTITY}
    pending = [_ENTITY]
    while pending:
        above = NamedNode(pending.pop())
        for quad in store.quads_for_pattern(None, _SUBCLASS, above, None):
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in found:
                found.add(quad.subject.value)
                pending.append(quad.subject.value)
    return frozenset(found)


def term_kinds(classes: frozenset[str]) -> Mapping[str, type[Term]]:
    """Which value each class of term becomes."""
    return {
        **dict.fromkeys(classes, Entity),
        VARIABLE: Variable,
        MECHANISM: Mechanism,
        **dict.fromkeys(REFERENCES, Reference),
    }


def instances(store: Store, classes: frozenset[str]) -> tuple[str, ...]:
    """The IRIs of everything of one of these classes, sorted by id."""
    found = {
        quad.subject.value
        for name in classes
        for quad in store.quads_for_pattern(None, TYPE, NamedNode(name), None)
        if isinstance(quad.subject, NamedNode)
    }
    return tuple(sorted(found, key=short))


def read_term(store: Store, iri: str, kinds: Mapping[str, type[Term]]) -> Term | None:
    """The term with this IRI, ``None`` where the knowledge declares none."""
    of = Properties.of(store, NamedNode(iri), TERMS)
    kind = next((kinds[name] for name in of.types if name in kinds), None)
    if kind is Entity:
        return _entity(of, kinds)
    if kind is Variable:
        return _variable(of)
    if kind is Mechanism:
        return _mechanism(of)
    return _reference(of) if kind is Reference else None


def read_locator(store: Store, iri: str) -> Locator | None:
    """The locator with this IRI, ``None`` where the knowledge declares none."""
    of = Properties.of(store, NamedNode(iri), TERMS)
    if LOCATOR not in of.types:
        return None
    return Locator(
        id=of.id,
        iri=iri,
        source=of.id_at(KG + "source"),
        section=of.text(KG + "section"),
        sentence=of.text(KG + "sentence"),
        start=of.integer(OA_START),
        end=of.integer(OA_END),
        checksum=of.text(KG + "checksum"),
        comment=of.label(COMMENT),
    )


def identifiers(of: Properties) -> tuple[Identifier, ...]:
    """The identifiers in other vocabularies, sorted by CURIE."""
    unverified = of.iris(KG + "unverifiedIdentifier")
    found = {(short(iri), mapping, iri not in unverified) for predicate, mapping in MATCHES.items() for iri in of.iris(predicate)}
    return tuple(Identifier(curie=curie, mapping=mapping, verified=verified) for curie, mapping, verified in sorted(found))


def synonyms(of: Properties) -> tuple[str, ...]:
    """The other names, English before Chinese, sorted."""
    return tuple(dict.fromkeys(text for _, text in of.texts(ALT_LABEL)))


def _entity(of: Properties, kinds: Mapping[str, type[Term]]) -> Entity:
    kind = next(local(name) for name in of.types if kinds.get(name) is Entity)
    return Entity(
        id=of.id,
        iri=of.iri,
        label=of.label(LABEL),
        synonyms=synonyms(of),
        identifiers=identifiers(of),
        kind=kind,
        broader=of.ids(KG + "broader"),
    )


def _variable(of: Properties) -> Variable:
    return Variable(
        id=of.id,
        iri=of.iri,
        label=of.label(LABEL),
        synonyms=synonyms(of),
        identifiers=identifiers(of),
        entity=of.id_at(KG + "entity"),
        aspect=of.local_at(KG + "aspect"),
        species=of.id_at(KG + "species"),
        region=of.id_at(KG + "region"),
        cell_type=of.id_at(KG + "cellType"),
        broader=of.ids(KG + "broader"),
    )


def _mechanism(of: Properties) -> Mechanism:
    return Mechanism(
        id=of.id,
        iri=of.iri,
        label=of.label(LABEL),
        synonyms=synonyms(of),
        identifiers=identifiers(of),
        number=of.text(KG + "number"),
        summary=of.label(COMMENT),
        part_of=of.id_at(PART_OF),
    )


def _reference(of: Properties) -> Reference:
    return Reference(
        id=of.id,
        iri=of.iri,
        label=of.label(LABEL),
        synonyms=synonyms(of),
        identifiers=identifiers(of),
        citation=of.text(CITATION),
        number=of.text(KG + "number"),
        match=of.id_at(KG + "match"),
        confidence=of.text(KG + "confidence"),
        status=of.text(KG + "status"),
        comment=of.label(COMMENT),
    )
