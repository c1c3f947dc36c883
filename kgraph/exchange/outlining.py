"""The mechanisms of loaded knowledge as signed steps, ready for `audit`. Those of other formats come from their importers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgraph.exchange.coherence import SignedMechanism, Step
from kgraph.model import Association, Claim, Description, Entity, Entry, Layer, Mechanism, Selection, Sign, Term, Variable
from kgraph.store import Knowledge

STARTS = frozenset({"Drug", "Chemical", "Treatment"})
# Of these, a treatment is for less.
ENDS = frozenset({"Disease", "Phenotype"})
_EVERYTHING = Selection()


def signed_mechanisms(knowledge: Knowledge, *, selection: Selection = _EVERYTHING) -> Iterator[SignedMechanism]:
    """Every mechanism that leads from a drug, substance or treatment to a disease or phenotype, sorted by id.

    Places are entities, as in the graphs that such mechanisms come from. The start is what nothing in the mechanism acts on, the
    end what acts on nothing; where there are several, the first by id. Mechanisms without either are not about a treatment, and are
    passed over.

    Parameters
    ----------
    knowledge : Knowledge
    selection : Selection
        Which entries count as steps. Derived claims are no part of a curated mechanism and never do.

    Notes
    -----
    Costs one pass over the entries.
    """
    entries: dict[str, list[Entry]] = {}
    for entry in knowledge.entries(selection=selection):
        if isinstance(entry, Claim | Association | Description) and entry.layer is not Layer.DERIVED:
            for held_by in entry.mechanisms:
                entries.setdefault(held_by, []).append(entry)
    entities = {entity.id: entity for entity in knowledge.entities()}
    for mechanism in knowledge.mechanisms():
        made = _outline(mechanism, entries.get(mechanism.id, []), entities)
        if made:
            yield made


def _outline(mechanism: Mechanism, entries: list[Entry], entities: Mapping[str, Entity]) -> SignedMechanism | None:
    steps = tuple(step for entry in entries if (step := _step(entry)) is not None)
    acting, reached = {step.subject for step in steps}, {step.object for step in steps}
    start = _first(acting - reached, STARTS, entities)
    end = _first(reached - acting, ENDS, entities)
    if not start or not end:
        return None
    names = {place: entities[place].label.en or entities[place].label.zh or place for place in acting | reached if place in entities}
    label = mechanism.label.en or mechanism.label.zh
    return SignedMechanism(id=mechanism.id, label=label, start=start, end=end, steps=steps, names=names)


def _step(entry: Entry) -> Step | None:
    if not isinstance(entry, Claim | Association | Description) or entry.object is None:
        return None
    sign: Sign | None = None
    if isinstance(entry, Claim):
        sign = entry.sign
    elif isinstance(entry, Association):
        sign = Sign.UNKNOWN
    return Step(subject=_place(entry.subject), object=_place(entry.object), word=entry.predicate, sign=sign)


def _place(term: Term) -> str:
    return term.entity if isinstance(term, Variable) else term.id


def _first(places: set[str], kinds: frozenset[str], entities: Mapping[str, Entity]) -> str:
    return min((place for place in places if place in entities and entities[place].kind in kinds), default="")
