"""Rules of sense on names: predicates, classes and IRIs that nothing declares, each with the nearest that something does."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kgraph.model import Finding
from kgraph.store.ids import short
from kgraph.validation.data import Data, Node, is_own, show, text_of
from kgraph.validation.findings import error, listed
from kgraph.vocabulary.terms import KG, RDF_TYPE

_PREDICATE = KG + "predicate"
_FAMILIES = {
    KG + "Claim": ("claim", "causal", KG + "CausalPredicate"),
    KG + "Association": ("association", "associative", KG + "AssociationPredicate"),
    KG + "Description": ("description", "descriptive", KG + "DescriptionPredicate"),
}
# What people write for the three causal families.
_MEANT = {
    "increases": "activates causes elevates enhances facilitates induces promotes raises releases stimulates upregulates",
    "decreases": "antagonises antagonizes blocks downregulates inhibits lowers prevents reduces represses suppresses",
    "regulates": "acts affects controls influences modulates targets",
}
_MEANS = {word: family for family, words in _MEANT.items() for word in words.split()}
_MOST_COMPARED = 50_000


def unknown_predicates(data: Data) -> Iterator[Finding]:
    """Claims, associations and descriptions whose predicate is none of their family."""
    for cls, (kind, family, predicates) in _FAMILIES.items():
        known = data.instances(predicates)
        for entry in data.instances(cls):
            for predicate in data.nodes(entry, _PREDICATE):
                if predicate not in known:
                    near = _near_predicates(predicate.value, [text_of(one) for one in known])
                    yield error(
                        "sense",
                        "unknown-predicate",
                        data.where(entry),
                        f"{show(predicate)} is not a {family} predicate",
                        f"use {near}" + _right_kind(data, predicate, kind),
                    )


def undeclared(data: Data) -> Iterator[Finding]:
    """IRIs in the project's namespaces that are pointed at, or used as predicate or class, and declared nowhere."""
    declared = data.column(RDF_TYPE)
    near = _Near(one.value for one in declared if isinstance(one, NamedNode))
    for predicate in data.predicates():
        if is_own(predicate) and NamedNode(predicate) not in declared:
            for subject in data.column(predicate):
                yield _unknown_term(data, subject, predicate, "predicate", near)
        if predicate == _PREDICATE:
            continue
        for subject, values in data.column(predicate).items():
            for value in values:
                if not isinstance(value, NamedNode) or value in declared or not is_own(value.value):
                    continue
                if predicate == RDF_TYPE:
                    yield _unknown_term(data, subject, value.value, "class", near)
                else:
                    yield _dangling(data, subject, predicate, value, near)


def classless(data: Data) -> Iterator[Finding]:
    """Subjects in the project's namespaces that say nothing of what they are."""
    declared = data.column(RDF_TYPE)
    for subject in data.subjects():
        if subject not in declared and isinstance(subject, NamedNode) and is_own(subject.value):
            yield error(
                "sense",
                "no-class",
                data.where(subject),
                "it does not say what it is",
                "add its class, such as: a kg:Claim ; or mend its IRI where another was meant",
            )


def is_dangling(data: Data, value: object) -> bool:
    """Whether a value is an IRI that the files should declare and do not."""
    return isinstance(value, NamedNode) and is_own(value.value) and value not in data.column(RDF_TYPE)


class _Near:
    """Near names among what is declared; gives up after a while, for looking is slow and a broken file may have thousands."""

    def __init__(self, declared: Iterable[str]) -> None:
        self._pools: dict[str, list[str]] = {}
        for iri in sorted(declared):
            space = _space(iri)
            self._pools.setdefault(space, []).append(iri[len(space) :])
        self._left = _MOST_COMPARED

    def __call__(self, iri: str) -> str:
        space = _space(iri)
        pool = self._pools.get(space, [])
        self._left -= len(pool)
        if self._left < 0:
            return ""
        return " or ".join(short(space + one) for one in difflib.get_close_matches(iri[len(space) :], pool, n=3, cutoff=0.7))


def _space(iri: str) -> str:
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]


def _dangling(data: Data, subject: Node, predicate: str, value: NamedNode, near: _Near) -> Finding:
    names = near(value.value)
    meant = f"write {names}, or declare" if names else "mend the IRI, or declare"
    return error(
        "sense", "dangling", f"{data.where(subject)}, {short(predicate)}", f"nothing declares {show(value)}", f"{meant} {show(value)}"
    )


def _unknown_term(data: Data, subject: Node, iri: str, kind: str, near: _Near) -> Finding:
    names = near(iri)
    remedy = f"write {names}" if names else "use one of ontology/schema/kgraph.ttl, or declare it there"
    rule = f"unknown-{'property' if kind == 'predicate' else kind}"
    return error("sense", rule, data.where(subject), f"the schema has no {kind} {short(iri)}", remedy)


def _near_predicates(iri: str, known: list[str]) -> str:
    local = iri[len(_space(iri)) :]
    names = {one[len(_space(one)) :]: short(one) for one in known}
    if (meant := _MEANS.get(local.lower(), "")) in names:
        return names[meant]
    near = difflib.get_close_matches(local, sorted(names), n=3, cutoff=0.6)
    return " or ".join(names[one] for one in near) or listed(names.values())


def _right_kind(data: Data, predicate: NamedNode, kind: str) -> str:
    for other, _, predicates in _FAMILIES.values():
        if other != kind and predicate in data.instances(predicates):
            return f"; or make it a kg:{other.title()}, whose predicate this is"
    return ""
