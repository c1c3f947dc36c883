"""The JSON of explanations, claims, results, notes and mechanisms. Schemas: `docs/schema/`.

Every function gives plain values for `json_text`; absent texts are empty strings, absent values ``null``, absent lists empty.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.model import (
    Association,
    Claim,
    Context,
    Description,
    Entry,
    Explanation,
    Link,
    Mechanism,
    Note,
    Observation,
    Result,
)
from kgraph.views.json_parts import Json, evidence_json, label_json, optional_term_json, quantity_json, term_json
from kgraph.views.naming import Terms
from kgraph.views.sentences import sentence


def explanation_json(explanation: Explanation, terms: Terms) -> Json:
    """An explanation: its ends, verdict, limit and chains. Schema: ``explain.schema.json``."""
    links: dict[tuple[str, str, str], Json] = {}

    def once(link: Link) -> Json:
        # Chains share most of their links; each is worked out once.
        key = (link.subject.id, link.object.id, link.sign.value)
        if key not in links:
            links[key] = link_json(link, terms)
        return links[key]

    return {
        "source": [term_json(term, terms) for term in explanation.source],
        "target": [term_json(term, terms) for term in explanation.target],
        "verdict": explanation.verdict.value,
        "complete": explanation.complete,
        "limit": explanation.limit or None,
        "chains": [
            {"sign": chain.sign.value, "mechanisms": list(chain.mechanisms), "links": [once(link) for link in chain.links]}
            for chain in explanation.chains
        ],
    }


def link_json(link: Link, terms: Terms) -> Json:
    """A link of a chain with the claims it gathers."""
    return {
        "subject": term_json(link.subject, terms),
        "predicate": link.predicate,
        "sign": link.sign.value,
        "object": term_json(link.object, terms),
        "claims": [_claim_of_link(claim) for claim in link.claims],
    }


def claims_json(entries: Iterable[Entry], terms: Terms) -> list[Json]:
    """Claims, associations, descriptions and observations, in the order given. Schema: ``claims.schema.json``."""
    return [entry_json(entry, terms) for entry in entries]


def entry_json(entry: Entry, terms: Terms) -> Json:
    """One claim, association, description or observation. `context` gathers what its evidence says about where it was seen.

    All kinds have the same keys; a key that a kind does not know is ``null`` or empty. The object of an observation is the
    variable that was watched.
    """
    subject = entry.subject if isinstance(entry, Claim | Association | Description) else None
    target = entry.object if isinstance(entry, Claim | Association | Description) else None
    if isinstance(entry, Observation):
        target = entry.variable
    sign = entry.sign if isinstance(entry, Claim | Association) else None
    return {
        "id": entry.id,
        "iri": entry.iri,
        "kind": type(entry).__name__.lower(),
        "layer": entry.layer.value,
        "label": label_json(sentence(entry, terms)),
        "subject": term_json(subject, terms) if subject else None,
        "predicate": entry.predicate if isinstance(entry, Claim | Association | Description) else None,
        "sign": sign.value if sign else None,
        "object": term_json(target, terms) if target else None,
        "mechanisms": list(entry.mechanisms),
        "context": _gathered([piece.context for piece in entry.evidence]),
        "evidence": [evidence_json(piece) for piece in entry.evidence],
        "notes": list(entry.notes),
        **_kind_fields(entry, terms),
    }


def results_json(results: Iterable[Result], terms: Terms) -> list[Json]:
    """Results with every field, value and unit apart, in the order given. Schema: ``results.schema.json``."""
    return [result_json(result, terms) for result in results]


def result_json(result: Result, terms: Terms) -> Json:
    """One result; what the source does not give is ``null``."""
    return {
        "id": result.id,
        "iri": result.iri,
        "kind": "result",
        "layer": result.layer.value,
        "label": label_json(sentence(result, terms)),
        "population": optional_term_json(result.population, terms),
        "sample_size": quantity_json(result.sample_size),
        "studies": quantity_json(result.studies),
        "intervention": optional_term_json(result.intervention, terms),
        "comparator": optional_term_json(result.comparator, terms),
        "dose": quantity_json(result.dose),
        "route": [term_json(term, terms) for term in result.route],
        "duration": quantity_json(result.duration),
        "schedule": label_json(result.schedule),
        "frequency": quantity_json(result.frequency),
        "period": quantity_json(result.period),
        "outcome": term_json(result.outcome, terms),
        "change": result.change.value if result.change else None,
        "value": quantity_json(result.value),
        "spread": quantity_json(result.spread),
        "spread_kind": result.spread_kind,
        "p_value": quantity_json(result.p_value),
        "significance": result.significance,
        "time": quantity_json(result.time),
        "time_from": label_json(result.time_from),
        "design": result.design,
        "mechanisms": list(result.mechanisms),
        "evidence": [evidence_json(piece) for piece in result.evidence],
        "notes": list(result.notes),
    }


def note_json(note: Note) -> Json:
    """One note: what the matter is, with what, and what the papers checked say."""
    return {
        "id": note.id,
        "iri": note.iri,
        "matter": note.matter,
        "about": list(note.about),
        "text": label_json(note.text),
        "found": label_json(note.found),
        "checked": list(note.checked),
        "verified": note.verified,
    }


def mechanism_json(mechanism: Mechanism) -> Json:
    """One mechanism."""
    return {
        "id": mechanism.id,
        "iri": mechanism.iri,
        "number": mechanism.number,
        "label": label_json(mechanism.label),
        "summary": label_json(mechanism.summary),
        "part_of": mechanism.part_of or None,
        "synonyms": list(mechanism.synonyms),
    }


def _claim_of_link(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "iri": claim.iri,
        "layer": claim.layer.value,
        "references": sorted({piece.reference for piece in claim.evidence}),
        "cites": sorted({cited for piece in claim.evidence for cited in piece.cites}),
    }


def _kind_fields(entry: Entry, terms: Terms) -> Json:
    """The keys that only one kind fills."""
    empty: Json = {"direct": None, "mediators": [], "rule": None, "premises": [], "quantities": []}
    empty |= {"raised": [], "lowered": [], "blocked": [], "change": None}
    if isinstance(entry, Claim):
        said = {"mediators": list(entry.mediators), "rule": entry.rule or None, "premises": list(entry.premises)}
        return {**empty, "direct": entry.direct, **said}
    if isinstance(entry, Description):
        return {**empty, "quantities": [quantity_json(one) for one in entry.quantities]}
    if isinstance(entry, Observation):
        ways = {"raised": entry.raised, "lowered": entry.lowered, "blocked": entry.blocked}
        given = {way: [term_json(term, terms) for term in done] for way, done in ways.items()}
        return {**empty, **given, "change": entry.change.value}
    return empty


def _gathered(contexts: Iterable[Context]) -> Json:
    """What the contexts say together: each field a sorted list of what is stated; an empty list is *not stated*, never *any*."""
    every = tuple(contexts)
    return {
        "species": sorted({one.species for one in every} - {""}),
        "region": sorted({one.region for one in every} - {""}),
        "cell_type": sorted({one.cell_type for one in every} - {""}),
        "population": sorted({one.population for one in every} - {""}),
        "route": sorted({one.route for one in every} - {""}),
        "dose": [quantity_json(one.dose) for one in every if one.dose],
        "timing": [label_json(one) for one in dict.fromkeys(c.timing for c in every) if one.en or one.zh],
        "extent": [label_json(one) for one in dict.fromkeys(c.extent for c in every) if one.en or one.zh],
    }
