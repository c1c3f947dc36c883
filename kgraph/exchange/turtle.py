"""Values as Turtle in our shape of RDF, one block a subject, so that it can be written as a stream. Where it goes: `writing.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kgraph.exchange.identifiers import iri_of
from kgraph.exchange.imported import Extra, Imported
from kgraph.model import (
    Association,
    Bearing,
    Claim,
    Description,
    Entity,
    Entry,
    Evidence,
    Label,
    Mechanism,
    Observation,
    Reference,
    Term,
    Variable,
)
from kgraph.vocabulary.prefixes import OWN, STANDARD
from kgraph.vocabulary.registries import REGISTRIES

PREFIXES = {**OWN, **{name: STANDARD[name] for name in ("rdfs", "skos", "dcterms", "cito", "biolink")}}
PREFIXES |= {name: registry.uri for name, registry in REGISTRIES.items()}
_NAMESPACES = sorted(((uri, prefix) for prefix, uri in PREFIXES.items()), key=lambda pair: -len(pair[0]))
# What needs no escaping as the local part of a name; anything else is written as a whole IRI.
_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_MARKS = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"))
# No RDF literal holds a surrogate that stands alone, and a NUL makes readers stop.
_ESCAPES = {ord(one): code for one, code in _MARKS} | dict.fromkeys((0, *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
Pair = tuple[str, str]


def header() -> str:
    """The prefixes, one a line."""
    return "".join(f"PREFIX {prefix}: <{uri}>\n" for prefix, uri in sorted(PREFIXES.items())) + "\n"


def blocks(record: Imported) -> str:
    """One record: its terms, its entries with their evidence, and what stands beside them."""
    parts = [_block(name(term.id), _of_term(term)) for term in record.terms]
    for entry in record.entries:
        parts.append(_block(name(entry.id), _of_entry(entry)))
        parts.extend(_block(name(one.id), _of_evidence(one)) for one in entry.evidence)
    parts.extend(_extra(one) for one in record.extras)
    return "".join(parts)


def literal(text: str, language: str = "") -> str:
    """A text as a literal.

    Examples
    --------
    >>> literal('a "b"', "en")
    '"a \\\\"b\\\\""@en'
    """
    return f'"{text.translate(_ESCAPES)}"' + (f"@{language}" if language else "")


@lru_cache(maxsize=65536)
def name(identity: str) -> str:
    """An id or CURIE as Turtle writes it: short where that needs no escaping, else the whole IRI.

    Examples
    --------
    >>> name("ent:mesh.D005473"), name("ref:x~2f~y")
    ('ent:mesh.D005473', '<https://w3id.org/kgraph/reference/x~2f~y>')
    """
    prefix, _, local = identity.partition(":")
    return identity if prefix in PREFIXES and _PLAIN.fullmatch(local) else f"<{iri_of(identity)}>"


@lru_cache(maxsize=1024)
def _iri(iri: str) -> str:
    for uri, prefix in _NAMESPACES:
        if iri.startswith(uri) and _PLAIN.fullmatch(iri[len(uri) :]):
            return f"{prefix}:{iri[len(uri) :]}"
    return f"<{iri}>"


def _block(me: str, pairs: Iterable[Pair]) -> str:
    return f"{me} " + " ;\n    ".join([f"{predicate} {value}" for predicate, value in pairs]) + " .\n"


def _of_term(term: Term) -> Iterator[Pair]:
    yield "a", f"kg:{term.kind if isinstance(term, Entity) else type(term).__name__}"
    yield from _label("rdfs:label", term.label)
    yield from (("skos:altLabel", literal(one, "en")) for one in term.synonyms)
    for identifier in term.identifiers:
        yield f"skos:{identifier.mapping}Match", name(identifier.curie)
        if not identifier.verified:
            yield "kg:unverifiedIdentifier", name(identifier.curie)
    if isinstance(term, Entity):
        yield from (("kg:broader", name(one)) for one in term.broader)
    elif isinstance(term, Variable):
        yield from _of_variable(term)
    elif isinstance(term, Mechanism):
        yield from _label("rdfs:comment", term.summary)
        if term.part_of:
            yield "dcterms:isPartOf", name(term.part_of)
    elif isinstance(term, Reference):
        if term.citation:
            yield "dcterms:bibliographicCitation", literal(term.citation)
        if term.status:
            yield "kg:status", literal(term.status)


def _of_variable(variable: Variable) -> Iterator[Pair]:
    yield "kg:entity", name(variable.entity)
    yield "kg:aspect", f"kg:{variable.aspect}"
    places = (("kg:species", variable.species), ("kg:region", variable.region), ("kg:cellType", variable.cell_type))
    yield from ((predicate, name(value)) for predicate, value in places if value)
    yield from (("kg:broader", name(one)) for one in variable.broader)


def _of_entry(entry: Entry) -> Iterator[Pair]:
    yield "a", f"kg:{type(entry).__name__}"
    yield "kg:layer", f"kg:{entry.layer.value}"
    if isinstance(entry, Claim | Association | Description):
        yield "kg:subject", name(entry.subject.id)
        yield "kg:predicate", f"kg:{entry.predicate}"
        if entry.object is not None:
            yield "kg:object", name(entry.object.id)
    if isinstance(entry, Claim):
        yield from _of_claim(entry)
    if isinstance(entry, Observation):
        yield from (("kg:raised", name(one.id)) for one in entry.raised)
        yield from (("kg:lowered", name(one.id)) for one in entry.lowered)
        yield from (("kg:blocked", name(one.id)) for one in entry.blocked)
        yield "kg:variable", name(entry.variable.id)
        yield "kg:change", f"kg:{entry.change.value.capitalize()}"
    if isinstance(entry, Association) and entry.sign:
        yield "kg:sign", literal(entry.sign.value)
    yield from _label("rdfs:label", entry.label)
    yield from (("kg:mechanism", name(one)) for one in entry.mechanisms)
    yield from (("kg:evidence", name(one.id)) for one in entry.evidence)


def _of_claim(claim: Claim) -> Iterator[Pair]:
    if claim.direct:
        yield "kg:direct", "true"
    yield from (("kg:mediator", name(one)) for one in claim.mediators)
    if claim.rule:
        yield "kg:rule", name(claim.rule)
    yield from (("kg:premise", name(one)) for one in claim.premises)


def _of_evidence(evidence: Evidence) -> Iterator[Pair]:
    yield "a", "kg:Evidence"
    yield "kg:reference", name(evidence.reference)
    yield "kg:bearing", "kg:Disputes" if evidence.bearing is Bearing.DISPUTES else "kg:Supports"
    yield "kg:certainty", f"kg:{evidence.certainty.value.capitalize()}"
    yield from (("cito:citesAsEvidence", name(one)) for one in evidence.cites)
    yield from (("kg:method", name(one)) for one in evidence.method)
    context = evidence.context
    seen = (
        ("kg:species", context.species),
        ("kg:region", context.region),
        ("kg:cellType", context.cell_type),
        ("kg:population", context.population),
    )
    yield from ((predicate, name(value)) for predicate, value in seen if value)
    yield from _label("rdfs:comment", evidence.comment)
    if evidence.text:
        yield "kg:evidenceText", literal(evidence.text)


def _extra(one: Extra) -> str:
    value = _iri(one.value) if one.iri else literal(one.value, one.language)
    return f"{name(one.subject)} {_iri(one.predicate)} {value} .\n"


def _label(predicate: str, label: Label) -> Iterator[Pair]:
    if label.en:
        yield predicate, literal(label.en, "en")
    if label.zh:
        yield predicate, literal(label.zh, "zh-Hans")
