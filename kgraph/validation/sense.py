"""The gate of sense: every rule that shapes cannot say, in one list. A rule reads the data and yields findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgraph.model import Finding
from kgraph.validation import declared, evidence, identifiers, labels, propositions, structure, traps
from kgraph.validation.data import Data

Rule = Callable[[Data], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    declared.unknown_predicates,
    declared.undeclared,
    declared.classless,
    labels.missing_labels,
    labels.half_told_texts,
    labels.shared_names,
    identifiers.malformed,
    identifiers.of_no_registry,
    identifiers.shared_identifiers,
    traps.traps,
    evidence.attribution,
    evidence.places_and_sources,
    evidence.disputes_without_reason,
    evidence.loose_evidence,
    evidence.derivations,
    propositions.duplicates,
    propositions.contradictions,
    propositions.about_itself,
    structure.rings,
    structure.unused_variables,
    structure.empty_mechanisms,
    structure.results_without_measure,
    structure.spans,
)


def sense(data: Data) -> Iterator[Finding]:
    """The findings of all rules."""
    for rule in RULES:
        yield from rule(data)
