"""Entries from the engine: claims, associations, descriptions, observations, results, with their evidence; and notes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypedDict, TypeVar

from pyoxigraph import NamedNode, Store

from kgraph.model import (
    Association,
    Bearing,
    Certainty,
    Change,
    Claim,
    Context,
    Description,
    Entry,
    Evidence,
    Label,
    Layer,
    Note,
    Observation,
    Result,
    Sign,
    Term,
)
from kgraph.store.ids import evidence_order, local, short
from kgraph.store.properties import Properties
from kgraph.vocabulary.terms import CAUSAL, CITES_AS_EVIDENCE, COMMENT, EVIDENCE_TEXT, KG, KINDS, LABEL, LAYERS

NOTE = KG + "Note"
_ABOUT = NamedNode(KG + "about")
Named = TypeVar("Named", bound=Enum)
TermOf = Callable[[str], Term]


class _Shared(TypedDict):
    id: str
    iri: str
    layer: Layer
    label: Label
    evidence: tuple[Evidence, ...]
    mechanisms: tuple[str, ...]
    notes: tuple[str, ...]


class EntryReader:
    """Reads entries, one at a time, from an engine; `term_of` gives the term of an id."""

    def __init__(self, store: Store, term_of: TermOf) -> None:
        self._store = store
        self._term_of = term_of

    def read(self, iri: str) -> Entry | None:
        """The entry with this IRI, ``None`` where there is none; `KnowledgeError` for one that cannot be understood."""
        of = Properties.of(self._store, NamedNode(iri))
        kind = next((KINDS[name] for name in of.types if name in KINDS), "")
        readers: dict[str, Callable[[Properties], Entry]] = {
            "claim": self._claim,
            "association": self._association,
            "description": self._description,
            "observation": self._observation,
            "result": self._result,
        }
        return readers[kind](of) if kind else None

    def read_note(self, iri: str) -> Note | None:
        """The note with this IRI, ``None`` where there is none."""
        of = Properties.of(self._store, NamedNode(iri))
        if NOTE not in of.types:
            return None
        return Note(
            id=of.id,
            iri=iri,
            matter=of.text(KG + "matter"),
            about=of.ids(KG + "about"),
            text=of.label(COMMENT),
            found=of.label(KG + "found"),
            checked=of.ids(KG + "checked"),
            verified=of.true(KG + "verified"),
        )

    def _shared(self, of: Properties) -> _Shared:
        notes = self._store.quads_for_pattern(None, _ABOUT, NamedNode(of.iri), None)
        evidence = sorted(of.iris(KG + "evidence"), key=evidence_order)
        return {
            "id": of.id,
            "iri": of.iri,
            "layer": self._layer(of),
            "label": of.label(LABEL),
            "evidence": tuple(self._evidence(iri) for iri in evidence),
            "mechanisms": of.ids(KG + "mechanism"),
            "notes": tuple(sorted({short(quad.subject.value) for quad in notes if isinstance(quad.subject, NamedNode)})),
        }

    def _layer(self, of: Properties) -> Layer:
        stated = [LAYERS[iri] for iri in of.iris(KG + "layer") if iri in LAYERS]
        if not stated:
            graphs = [quad.graph_name for quad in self._store.quads_for_pattern(NamedNode(of.iri), None, None, None)]
            stated = sorted({LAYERS[graph.value] for graph in graphs if isinstance(graph, NamedNode) and graph.value in LAYERS})
        if not stated:
            raise of.wrong("the entry has no layer", KG + "layer")
        return Layer(stated[0])

    def _claim(self, of: Properties) -> Claim:
        predicate = next(iter(of.iris(KG + "predicate")), "")
        if predicate not in CAUSAL:
            raise of.wrong(f"'{local(predicate)}' is not a causal predicate", KG + "predicate")
        return Claim(
            **self._shared(of),
            subject=self._needed(of, "subject"),
            predicate=CAUSAL[predicate],
            object=self._needed(of, "object"),
            direct=of.true(KG + "direct"),
            mediators=of.ids(KG + "mediator"),
            rule=of.id_at(KG + "rule"),
            premises=of.ids(KG + "premise"),
        )

    def _association(self, of: Properties) -> Association:
        sign = of.text(KG + "sign")
        return Association(
            **self._shared(of),
            subject=self._needed(of, "subject"),
            predicate=of.local_at(KG + "predicate"),
            object=self._needed(of, "object"),
            sign=Sign.of(sign) if sign else None,
        )

    def _description(self, of: Properties) -> Description:
        return Description(
            **self._shared(of),
            subject=self._needed(of, "subject"),
            predicate=of.local_at(KG + "predicate"),
            object=self._optional(of, "object"),
            quantities=of.quantities(KG + "quantity"),
        )

    def _observation(self, of: Properties) -> Observation:
        change = _named(of, "change", Change)
        if change is None:
            raise of.wrong("the observation does not say what changed", KG + "change")
        return Observation(
            **self._shared(of),
            raised=self._all(of, "raised"),
            lowered=self._all(of, "lowered"),
            blocked=self._all(of, "blocked"),
            variable=self._needed(of, "variable"),
            change=change,
        )

    def _result(self, of: Properties) -> Result:
        return Result(
            **self._shared(of),
            population=self._optional(of, "population"),
            sample_size=of.quantity(KG + "sampleSize"),
            studies=of.quantity(KG + "studies"),
            intervention=self._optional(of, "intervention"),
            comparator=self._optional(of, "comparator"),
            dose=of.quantity(KG + "dose"),
            route=self._all(of, "route"),
            duration=of.quantity(KG + "duration"),
            schedule=of.label(KG + "schedule"),
            frequency=of.quantity(KG + "frequency"),
            period=of.quantity(KG + "period"),
            outcome=self._needed(of, "outcome"),
            change=_named(of, "change", Change),
            value=of.quantity(KG + "result"),
            spread=of.quantity(KG + "spread"),
            spread_kind=of.text(KG + "spreadKind"),
            p_value=of.quantity(KG + "pValue"),
            significance=of.text(KG + "significance"),
            time=of.quantity(KG + "time"),
            time_from=of.label(KG + "timeFrom"),
            design=of.text(KG + "design"),
        )

    def _evidence(self, iri: str) -> Evidence:
        of = Properties.of(self._store, NamedNode(iri))
        return Evidence(
            id=of.id,
            iri=iri,
            reference=of.id_at(KG + "reference"),
            cites=of.ids(CITES_AS_EVIDENCE),
            locator=of.id_at(KG + "locator"),
            bearing=_named(of, "bearing", Bearing) or Bearing.SUPPORTS,
            certainty=_named(of, "certainty", Certainty) or Certainty.STATED,
            method=of.ids(KG + "method"),
            context=_context(of),
            comment=of.label(COMMENT),
            text=of.text(EVIDENCE_TEXT),
        )

    def _all(self, of: Properties, name: str) -> tuple[Term, ...]:
        return tuple(self._term_of(identity) for identity in of.ids(KG + name))

    def _optional(self, of: Properties, name: str) -> Term | None:
        return next(iter(self._all(of, name)), None)

    def _needed(self, of: Properties, name: str) -> Term:
        term = self._optional(of, name)
        if term is None:
            raise of.wrong(f"the entry has no {name}", KG + name)
        return term


def _context(of: Properties) -> Context:
    return Context(
        species=of.id_at(KG + "species"),
        region=of.id_at(KG + "region"),
        cell_type=of.id_at(KG + "cellType"),
        population=of.id_at(KG + "population"),
        dose=of.quantity(KG + "dose"),
        route=of.id_at(KG + "route"),
        timing=of.label(KG + "timing"),
        extent=of.label(KG + "extent"),
        frequency=of.local_at(KG + "frequencyWord"),
        onset=of.label(KG + "onset"),
        offset=of.label(KG + "offset"),
    )


def _named(of: Properties, name: str, values: type[Named]) -> Named | None:
    """The member of an enumeration that a schema term names (``kg:Raised`` is ``Change.RAISED``), ``None`` when absent."""
    written = of.local_at(KG + name)
    if not written:
        return None
    if written.upper() not in values.__members__:
        raise of.wrong(f"'{written}' is not a kind of {name}", KG + name)
    return values[written.upper()]
