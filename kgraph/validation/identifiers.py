"""Rules of sense on identifiers in other vocabularies: malformed, of no known registry, shared by two. Known to be wrong: `traps.py`."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kgraph.model import Finding
from kgraph.store.ids import short
from kgraph.validation.data import Data, Value, is_own, show
from kgraph.validation.findings import error, listed
from kgraph.vocabulary.prefixes import is_well_formed
from kgraph.vocabulary.registries import REGISTRIES
from kgraph.vocabulary.terms import EXACT_MATCH, KG, MATCHES

_IDENTIFIES = (*MATCHES, KG + "unverifiedIdentifier")
_TERMS = (KG + "Entity", KG + "Variable", KG + "Reference", KG + "Mechanism")


def malformed(data: Data) -> Iterator[Finding]:
    """IRIs under a registry whose local part does not fit its pattern, wherever they stand."""
    for predicate in data.predicates():
        for subject, values in data.column(predicate).items():
            for value in values:
                if isinstance(value, NamedNode) and not is_own(value.value) and not is_well_formed(curie := short(value.value)):
                    pattern = REGISTRIES[curie.partition(":")[0]].pattern
                    yield error(
                        "sense",
                        "malformed-identifier",
                        f"{data.where(subject)}, {short(predicate)}",
                        f"{curie} is no identifier of its registry",
                        f"look it up again; what follows the colon fits {pattern}",
                    )


def of_no_registry(data: Data) -> Iterator[Finding]:
    """Identifiers of terms that are under none of the registries that kgraph knows."""
    terms = frozenset[Value]().union(*map(data.instances, _TERMS))
    for predicate in _IDENTIFIES:
        for subject, values in data.column(predicate).items():
            for value in values:
                if subject in terms and isinstance(value, NamedNode) and short(value.value).partition(":")[0] not in REGISTRIES:
                    yield error(
                        "sense",
                        "unknown-registry",
                        f"{data.where(subject)}, {short(predicate)}",
                        f"{show(value)} is under no registry that kgraph knows",
                        f"use one of {', '.join(sorted(REGISTRIES, key=str.casefold))}; they are written as CHEBI:6121",
                    )


def shared_identifiers(data: Data) -> Iterator[Finding]:
    """Exact identifiers that two terms of one class claim: two things, or one thing declared twice."""
    for cls in _TERMS:
        owners: dict[Value, list[Value]] = {}
        members = data.instances(cls)
        for subject, values in data.column(EXACT_MATCH).items():
            for value in values if subject in members else ():
                owners.setdefault(value, []).append(subject)
        for identifier, found in owners.items():
            if len(found) > 1:
                yield error(
                    "sense",
                    "shared-identifier",
                    data.where(min(found, key=show)),
                    f"{show(identifier)} is the exact identifier of {listed(map(show, found))}",
                    "make them one, or use skos:broadMatch or skos:closeMatch for those that it only comes near to",
                )
