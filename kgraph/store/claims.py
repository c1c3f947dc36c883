"""The causal claims as plain rows: what links, selections and direct triples are made of. Claims as full values: `entries.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, Store

from kgraph.errors import KnowledgeError, UnknownPredicate
from kgraph.model import SIGN_OF, Layer, Sign
from kgraph.store.engine import TYPE
from kgraph.store.ids import local, short
from kgraph.vocabulary.prefixes import expand
from kgraph.vocabulary.terms import CAUSAL, DIRECT_GRAPH, KG, LAYERS

CLAIM = NamedNode(KG + "Claim")
SUBJECT = NamedNode(KG + "subject")
PREDICATE = NamedNode(KG + "predicate")
OBJECT = NamedNode(KG + "object")
DIRECT = NamedNode(DIRECT_GRAPH)


class ClaimRow(NamedTuple):
    """The bones of a claim: its id, the ids of its ends, its predicate and its layer."""

    id: str
    subject: str
    predicate: str
    object: str
    layer: Layer

    @property
    def sign(self) -> Sign:
        """The sign of the predicate."""
        return SIGN_OF[self.predicate]


def read_rows(store: Store, graph: NamedNode | None = None) -> tuple[tuple[ClaimRow, ...], tuple[KnowledgeError, ...]]:
    """All claims of one graph, or of all, that can stand on a link, and what is wrong with the others.

    Returns
    -------
    rows, problems
        Rows by id. Problems by id: a claim with an unknown predicate, without a layer, or without exactly one subject,
        predicate and object.
    """
    layers = _layers(store, graph)
    ends = {predicate: _values(store, predicate, layers, graph) for predicate in (SUBJECT, PREDICATE, OBJECT)}
    rows: list[ClaimRow] = []
    problems: list[KnowledgeError] = []
    for claim in sorted(layers):
        found = [ends[predicate].get(claim, []) for predicate in (SUBJECT, PREDICATE, OBJECT)]
        problem = _problem(claim, layers[claim], found)
        if problem is not None:
            problems.append(problem)
            continue
        (subject,), (predicate,), (target,) = found
        rows.append(ClaimRow(short(claim), short(subject), CAUSAL[predicate], short(target), Layer(LAYERS[layers[claim]])))
    return tuple(rows), tuple(problems)


def direct_triples(rows: Iterable[ClaimRow]) -> Iterator[Quad]:
    """The claims as bare triples (subject, predicate, object) in a graph of their own, for short questions."""
    predicates = {name: NamedNode(iri) for iri, name in CAUSAL.items()}
    for row in rows:
        yield Quad(NamedNode(expand(row.subject)), predicates[row.predicate], NamedNode(expand(row.object)), DIRECT)


def _layers(store: Store, graph: NamedNode | None) -> dict[str, str]:
    """The graph that each claim stands in."""
    found: dict[str, str] = {}
    for quad in store.quads_for_pattern(None, TYPE, CLAIM, graph):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode):
            found[quad.subject.value] = quad.graph_name.value
    return found


def _values(store: Store, predicate: NamedNode, wanted: dict[str, str], graph: NamedNode | None) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(None, predicate, None, graph):
        if isinstance(quad.subject, NamedNode) and quad.subject.value in wanted and isinstance(quad.object, NamedNode):
            found.setdefault(quad.subject.value, []).append(quad.object.value)
    return found


def _problem(claim: str, graph: str, found: list[list[str]]) -> KnowledgeError | None:
    where = short(claim)
    for name, values in zip(("subject", "predicate", "object"), found, strict=True):
        if len(values) != 1:
            many = "no" if not values else f"{len(values)} values of"
            return KnowledgeError(f"the claim has {many} kg:{name}", where=where, remedy=f"give it exactly one kg:{name}, an IRI")
    if graph not in LAYERS:
        return KnowledgeError("the claim has no layer", where=where, remedy="add kg:layer kg:review or kg:layer kg:background")
    predicate = found[1][0]
    if predicate not in CAUSAL:
        import difflib

        near = difflib.get_close_matches(local(predicate), CAUSAL.values(), n=3, cutoff=0.5) or list(CAUSAL.values())
        return UnknownPredicate(
            f"'{short(predicate)}' is not a causal predicate", where=where, remedy="use " + " or ".join(f"kg:{name}" for name in near)
        )
    return None
