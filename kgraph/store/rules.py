"""Claims that follow from other claims: the rules that make the derived layer. Each derived claim names its rule and premise.

One rule ships, ``rule:direct-action-everywhere``. It says: *what acts on a general variable by direct contact acts in the same
way on each special case of it.* A drug that sits in the pore of a receptor does so in whatever cell carries the receptor, for
contact depends on the two molecules and not on the place. So from

    ketamine decreases NMDA receptor activity (direct)
    NMDA receptor activity on GABA neurons is a special case of NMDA receptor activity

follows that ketamine decreases NMDA receptor activity on GABA neurons. It is never applied to indirect claims: what lies
between two ends may differ from place to place. And it is not applied where a signed claim joins the same two ends already:
then a source has spoken, and the source's word stands alone, whatever its sign.

A derived claim carries the mechanisms of the asserted claims that *start* at the special variable, so that a chain that begins
with it stays inside its mechanism; and copies of the premise's evidence, because whoever doubts the conclusion must look there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, Store

from kgraph.model import SIGN_OF, Sign
from kgraph.store.claims import CLAIM, OBJECT, PREDICATE, SUBJECT, ClaimRow
from kgraph.store.engine import EVIDENCE, LAYER, TYPE
from kgraph.store.ids import evidence_order, short
from kgraph.store.properties import Properties
from kgraph.vocabulary.prefixes import OWN, expand
from kgraph.vocabulary.terms import CAUSAL, CITES_AS_EVIDENCE, KG, TERMS_GRAPH

RULE = NamedNode(OWN["rule"] + "direct-action-everywhere")
DERIVED = NamedNode(KG + "derived")
_BROADER = NamedNode(KG + "broader")
_MECHANISM = NamedNode(KG + "mechanism")
_TRUE = Literal(True)
_COPIED = (
    TYPE,
    NamedNode(KG + "reference"),
    NamedNode(KG + "locator"),
    NamedNode(CITES_AS_EVIDENCE),
    NamedNode(KG + "bearing"),
    NamedNode(KG + "certainty"),
    NamedNode(KG + "method"),
)
_PREDICATES = {name: NamedNode(iri) for iri, name in CAUSAL.items()}


def derive(store: Store, rows: tuple[ClaimRow, ...]) -> Iterator[Quad]:
    """The quads of all derived claims, by premise and then by special variable.

    Parameters
    ----------
    store : Store
        The engine with what is asserted.
    rows : tuple of ClaimRow
        The asserted claims.

    Notes
    -----
    Costs one look at each direct claim and at the variables below its object; claims that are not direct cost nothing.
    """
    direct = _direct(store)
    premises = [row for row in rows if row.id in direct]
    if not premises:
        return
    joined = {(row.subject, row.object) for row in rows if SIGN_OF[row.predicate] is not Sign.UNKNOWN}
    starting: dict[str, list[str]] = {}
    for row in rows:
        starting.setdefault(row.subject, []).append(row.id)
    narrower = _narrower(store)
    for premise in premises:
        for special in _below(premise.object, narrower):
            if (premise.subject, special) not in joined and special != premise.subject:
                yield from _claim(store, premise, special, starting.get(special, []))


def _direct(store: Store) -> frozenset[str]:
    found = store.quads_for_pattern(None, NamedNode(KG + "direct"), _TRUE, None)
    return frozenset(short(quad.subject.value) for quad in found if isinstance(quad.subject, NamedNode))


def _narrower(store: Store) -> dict[str, list[str]]:
    """The variables (or entities) that are one step more special than each."""
    found: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(None, _BROADER, None, NamedNode(TERMS_GRAPH)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found.setdefault(short(quad.object.value), []).append(short(quad.subject.value))
    return found


def _below(general: str, narrower: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Everything more special, at any depth, sorted; a ring of ``kg:broader`` does no harm."""
    found: set[str] = set()
    pending = [general]
    while pending:
        fresh = set(narrower.get(pending.pop(), ())) - found
        found |= fresh
        pending.extend(fresh)
    return tuple(sorted(found - {general}))


def _claim(store: Store, premise: ClaimRow, special: str, starting: list[str]) -> Iterator[Quad]:
    asserted = NamedNode(expand(premise.id))
    name = f"derived.{premise.id.partition(':')[2]}.{special.partition(':')[2]}"
    claim = NamedNode(OWN["claim"] + name)
    yield Quad(claim, TYPE, CLAIM, DERIVED)
    yield Quad(claim, LAYER, DERIVED, DERIVED)
    yield Quad(claim, SUBJECT, NamedNode(expand(premise.subject)), DERIVED)
    yield Quad(claim, PREDICATE, _PREDICATES[premise.predicate], DERIVED)
    yield Quad(claim, OBJECT, NamedNode(expand(special)), DERIVED)
    yield Quad(claim, NamedNode(KG + "direct"), _TRUE, DERIVED)
    yield Quad(claim, NamedNode(KG + "rule"), RULE, DERIVED)
    yield Quad(claim, NamedNode(KG + "premise"), asserted, DERIVED)
    for other in starting:
        for quad in store.quads_for_pattern(NamedNode(expand(other)), _MECHANISM, None, None):
            yield Quad(claim, _MECHANISM, quad.object, DERIVED)
    evidence = sorted(Properties.of(store, asserted).iris(EVIDENCE.value), key=evidence_order)
    for number, iri in enumerate(evidence, start=1):
        copy = NamedNode(f"{claim.value}.e{number}")
        yield Quad(claim, EVIDENCE, copy, DERIVED)
        for predicate in _COPIED:
            for quad in store.quads_for_pattern(NamedNode(iri), predicate, None, None):
                yield Quad(copy, predicate, quad.object, DERIVED)
