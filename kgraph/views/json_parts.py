"""The small pieces that every JSON answer is made of: terms, evidence, quantities, texts. What is made of them: `json_shapes.py`."""

from __future__ import annotations

from kgraph.model import Entity, Evidence, Label, Quantity, Term, Variable
from kgraph.views.naming import Terms, term_of
from kgraph.views.quantities import number_of

Json = dict[str, object]


def term_json(term: Term, terms: Terms) -> Json:
    """A variable or entity. A variable's `identifiers` are its own and then those of its entity; unverified ones are left out."""
    entity = term.entity if isinstance(term, Variable) else term.id if isinstance(term, Entity) else ""
    bearer = term_of(terms, entity) if entity and entity != term.id else None
    identifiers = [one.curie for one in (*term.identifiers, *(bearer.identifiers if bearer else ())) if one.verified]
    return {
        "id": term.id,
        "iri": term.iri,
        "label": label_json(term.label),
        "entity": entity,
        "identifiers": list(dict.fromkeys(identifiers)),
    }


def evidence_json(evidence: Evidence) -> Json:
    """One piece of evidence with its context."""
    context = evidence.context
    return {
        "id": evidence.id,
        "iri": evidence.iri,
        "reference": evidence.reference,
        "cites": list(evidence.cites),
        "locator": evidence.locator or None,
        "bearing": evidence.bearing.value,
        "certainty": evidence.certainty.value,
        "method": list(evidence.method),
        "species": context.species or None,
        "region": context.region or None,
        "cell_type": context.cell_type or None,
        "population": context.population or None,
        "route": context.route or None,
        "dose": quantity_json(context.dose),
        "timing": label_json(context.timing),
        "extent": label_json(context.extent),
        "frequency": context.frequency or None,
        "onset": label_json(context.onset),
        "offset": label_json(context.offset),
        "comment": label_json(evidence.comment),
        "text": evidence.text or None,
    }


def quantity_json(quantity: Quantity | None) -> Json | None:
    """A number with its UCUM unit apart; `written` is how the source writes it where that is not the number itself."""
    if quantity is None:
        return None
    return {"value": number_of(quantity), "unit": quantity.unit, "written": quantity.written, "comparison": quantity.comparison}


def label_json(label: Label) -> Json:
    """A text in both languages."""
    return {"en": label.en, "zh": label.zh}


def optional_term_json(term: Term | None, terms: Terms) -> Json | None:
    return term_json(term, terms) if term else None
