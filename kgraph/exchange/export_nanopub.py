"""Writes nanopublications, one a claim, as TriG: what is claimed, on what evidence, and where the nanopublication comes from.

They are neither signed nor named by their content (trusty URIs): whoever publishes them does both with a key of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgraph.exchange.export_parts import Parts
from kgraph.exchange.export_shipped import About, about
from kgraph.exchange.exported import Piece
from kgraph.exchange.identifiers import iri_of
from kgraph.exchange.imported import Imported
from kgraph.exchange.report import Report
from kgraph.exchange.turtle import blocks, header, literal, name
from kgraph.model import Claim, Selection, Term
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import BASE, STANDARD
from kgraph.vocabulary.terms import KG

_NP = "http://www.nanopub.org/nschema#"
_KEPT_BACK = frozenset({KG + "evidenceText", KG + "annotation"})
_PARTS = ("assertion", "provenance", "pubinfo")


def nanopub(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """A nanopublication a claim, in the order of their ids."""
    report.note("they are not signed and have no trusty URIs: sign them with a key of your own before publishing")
    report.note("quoted sentences are not written: they stay in the folder that they were imported into")
    whole = about(knowledge)
    if not whole.licence:
        report.note("no licence is written, for the data names none")
    parts = Parts(knowledge, selection, report)
    yield "", f"PREFIX np: <{_NP}>\nPREFIX prov: <{STANDARD['prov']}>\n{header()}".encode()
    for claim in parts.entries(Claim):
        assert isinstance(claim, Claim)
        report.kept("claim")
        parts.told(claim, "locator", "certainty", "method", "context", "comment", "mechanism", "rule and premises", "mediator")
        yield "", _nanopub(claim, knowledge, parts, whole).encode("utf-8", "replace")


def address(claim: str) -> str:
    """The address of the nanopublication of a claim with this id."""
    return f"{BASE}np/{claim.partition(':')[2]}"


def _nanopub(claim: Claim, knowledge: Knowledge, parts: Parts, whole: About) -> str:
    me = address(claim.id)
    graphs = {part: f"<{me}#{part}>" for part in _PARTS}
    linked = " ; ".join(
        f"np:has{one} {graphs[part]}" for one, part in zip(("Assertion", "Provenance", "PublicationInfo"), _PARTS, strict=True)
    )
    return (
        f"<{me}#Head> {{\n<{me}> a np:Nanopublication ; {linked} .\n}}\n"
        f"{graphs['assertion']} {{\n{_assertion(claim, parts)}}}\n"
        f"{graphs['provenance']} {{\n{_provenance(claim, knowledge, parts, graphs['assertion'])}}}\n"
        f"{graphs['pubinfo']} {{\n{_pubinfo(claim, parts, me, whole)}}}\n"
    )


def _assertion(claim: Claim, parts: Parts) -> str:
    """The claim, its ends and what they are about. The evidence stands under provenance."""
    ends: list[Term] = [claim.subject, claim.object]
    things = [one for one in map(parts.entity, ends) if one is not None]
    terms = tuple({term.id: replace(term, synonyms=()) for term in (*ends, *things)}.values())
    said = blocks(Imported(name="", place="", terms=terms, entries=(replace(claim, evidence=()),)))
    mediators = "".join(f"{name(claim.id)} kg:mediator {name(one)} .\n" for one in claim.mediators)
    return f"{name(claim.subject.id)} kg:{claim.predicate} {name(claim.object.id)} .\n{said}{mediators}"


def _provenance(claim: Claim, knowledge: Knowledge, parts: Parts, assertion: str) -> str:
    """Where the claim was read, the papers behind it, and of a derived one the nanopublications of its premises."""
    papers = dict.fromkeys(one for evidence in claim.evidence for one in parts.publications(evidence))
    lines = [f"{assertion} prov:wasDerivedFrom {name(one.id)} .\n" for one in claim.evidence]
    lines += [f"{assertion} prov:hadPrimarySource <{iri_of(one)}> .\n" for one in papers]
    lines += [f"{assertion} prov:wasDerivedFrom <{address(one)}> .\n" for one in claim.premises]
    lines += [f"{assertion} prov:wasGeneratedBy {name(claim.rule)} .\n"] if claim.rule else []
    lines += [line for one in claim.evidence for line in _evidence(one.iri, knowledge)]
    return "".join(lines) or f"{assertion} prov:wasAttributedTo <{BASE}> .\n"


def _evidence(iri: str, knowledge: Knowledge) -> Iterator[str]:
    """All that is said of one evidence, sorted, with what hangs on it in brackets; but for what a source is quoted with."""
    from pyoxigraph import BlankNode, NamedNode

    said = set()
    for quad in knowledge.engine.quads_for_pattern(NamedNode(iri), None, None, None):
        value = str(quad.object)
        if quad.predicate.value in _KEPT_BACK:
            continue
        if isinstance(quad.object, BlankNode):
            inner = knowledge.engine.quads_for_pattern(quad.object, None, None, None)
            value = f"[ {' ; '.join(sorted({f'{one.predicate} {one.object}' for one in inner}))} ]"
        said.add(f"<{iri}> {quad.predicate} {value} .\n")
    yield from sorted(said)


def _pubinfo(claim: Claim, parts: Parts, me: str, whole: About) -> str:
    words = f"{parts.name(claim.subject.id)} {claim.predicate} {parts.name(claim.object.id)}"
    licence = f" ;\n    dcterms:license <{whole.licence}>" if whole.licence else ""
    return f"<{me}> rdfs:label {literal(words, 'en')} ;\n    dcterms:isPartOf <{whole.iri}>{licence} .\n"
