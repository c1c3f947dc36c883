"""Writes INDRA statements JSON: signed claims as regulations, unsigned ones as influences without polarity."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

from kgraph.exchange.export_parts import Parts
from kgraph.exchange.exported import Piece
from kgraph.exchange.kinds import DEFAULT_ASPECT
from kgraph.exchange.report import Report
from kgraph.model import Bearing, Certainty, Claim, Entity, Evidence, Selection, Sign, Term, Variable
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import BASE

# INDRA's names for name spaces; it repeats the prefix in the identifiers of some.
_SPACES = {
    "uniprot": "UP",
    "hgnc": "HGNC",
    "mesh": "MESH",
    "fplx": "FPLX",
    "drugbank": "DRUGBANK",
    "pubchem.compound": "PUBCHEM",
    "chembl.compound": "CHEMBL",
    "ncbigene": "EGID",
    "NCBITaxon": "TAXONOMY",
    "interpro": "IP",
    "pfam": "PF",
    "hmdb": "HMDB",
}
_REPEATED = frozenset({"CHEBI", "GO", "HP", "DOID", "MONDO", "EFO", "UBERON", "CL", "BTO"})
_TYPES = {
    ("Activity", Sign.PLUS): "Activation",
    ("Activity", Sign.MINUS): "Inhibition",
    ("Abundance", Sign.PLUS): "IncreaseAmount",
    ("Abundance", Sign.MINUS): "DecreaseAmount",
    ("Phosphorylation", Sign.PLUS): "Phosphorylation",
    ("Phosphorylation", Sign.MINUS): "Dephosphorylation",
}


def indra(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """A statement a claim, in the order of their ids; quoted sentences stay where they are."""
    report.note("quoted sentences are not written: they stay in the folder that they were imported into")
    parts = Parts(knowledge, selection, report)
    before = b"["
    for claim in parts.entries(Claim):
        assert isinstance(claim, Claim)
        if claim.rule:
            report.lost("derived claim", "a statement cannot name its rule and premises; it is derived again where the rule is")
            continue
        statement = _statement(claim, parts, report)
        if statement is None:
            report.lost("claim", "its ends are no two entities that are declared; INDRA's subjects have no aspects")
            continue
        report.kept("claim")
        parts.told(claim, "mechanism", "context", "certainty", "comment")
        yield "", before + b"\n" + json.dumps(statement, ensure_ascii=False).encode("utf-8", "replace")
        before = b","
    yield "", b"\n]\n" if before == b"," else b"[]\n"


def _statement(claim: Claim, parts: Parts, report: Report) -> dict[str, Any] | None:
    subject, target = parts.entity(claim.subject), parts.entity(claim.object)
    if subject is None or target is None or subject.id == target.id:
        return None
    evidence = [_evidence(one, claim, parts, report) for one in claim.evidence]
    # The same claim gets the same identifier in every export.
    shared = {"id": str(uuid.uuid5(uuid.NAMESPACE_URL, BASE + claim.id)), "belief": 1, "evidence": evidence}
    _tell_subject(claim.subject, subject, report)
    if claim.sign is Sign.UNKNOWN:
        report.approximated("claim without a sign", "Influence without polarity")
        change: dict[str, Any] = {"type": "qualitative", "polarity": None, "adjectives": []}
        ends = (("subj", subject), ("obj", target))
        return {"type": "Influence", **{name: {"type": "Event", "concept": _agent(end), "delta": change} for name, end in ends}, **shared}
    aspect = _aspect(claim.object, target, report)
    kind = _TYPES[aspect, claim.sign]
    first, second = ("enz", "sub") if aspect == "Phosphorylation" else ("subj", "obj")
    return {
        "type": kind,
        first: _agent(subject),
        second: _agent(target),
        **({"obj_activity": "activity"} if aspect == "Activity" else {}),
        **shared,
    }


def _aspect(term: Term, entity: Entity, report: Report) -> str:
    """The aspect of INDRA's for that of a variable."""
    aspect = term.aspect if isinstance(term, Variable) else ""
    if isinstance(term, Variable) and term.broader:
        report.lost("place or form of a variable", "the statement is about the thing anywhere and in any form")
    if aspect in ("Activity", "Abundance", "Phosphorylation"):
        # An amount of a substance is what claims about it mean; INDRA says that as activation or inhibition of it too.
        return aspect
    near = "Abundance" if aspect == "Amount" else "Activity"
    if aspect != DEFAULT_ASPECT.get(entity.kind):
        report.approximated(f"aspect {aspect.lower() or 'not said'}", near.lower())
    return near


def _tell_subject(term: Term, entity: Entity, report: Report) -> None:
    aspect = term.aspect if isinstance(term, Variable) else ""
    if aspect != DEFAULT_ASPECT.get(entity.kind, "Activity"):
        report.approximated(f"aspect {aspect.lower() or 'not said'} of a subject", "the thing itself, which is what INDRA's subjects are")


def _agent(entity: Entity) -> dict[str, Any]:
    refs = {}
    for identifier in sorted(entity.identifiers, key=lambda one: one.mapping != "exact", reverse=True):
        if identifier.mapping in ("exact", "close"):
            space, local = _grounding(identifier.curie)
            refs[space] = local
    return {"name": entity.label.en or entity.label.zh or entity.id, "db_refs": refs}


def _grounding(curie: str) -> tuple[str, str]:
    prefix, _, local = curie.partition(":")
    return _SPACES.get(prefix, prefix.upper()), curie if prefix in _REPEATED else local


def _evidence(evidence: Evidence, claim: Claim, parts: Parts, report: Report) -> dict[str, Any]:
    papers = parts.publications(evidence)
    pmids = [one.partition(":")[2] for one in papers if one.startswith("pubmed:")]
    dois = [one.partition(":")[2] for one in papers if one.startswith("doi:")]
    if len(papers) > 1:
        report.approximated("several papers of one evidence", "the first as its paper, the others as annotations")
    refs = {name: found[0] for name, found in (("PMID", pmids), ("DOI", dois)) if found}
    epistemics = {
        **({"direct": True} if claim.direct else {}),
        **({"negated": True} if evidence.bearing is Bearing.DISPUTES else {}),
        **({"hypothesis": True} if evidence.certainty is Certainty.POSSIBLE else {}),
    }
    return {
        "source_api": "kgraph",
        "source_id": evidence.id,
        **({"pmid": pmids[0]} if pmids else {}),
        "text_refs": refs,
        "annotations": {"claim": claim.id, "mechanisms": list(claim.mechanisms), "papers": list(papers), "comment": evidence.comment.en},
        "epistemics": epistemics,
        **_context(evidence, parts),
    }


def _context(evidence: Evidence, parts: Parts) -> dict[str, Any]:
    seen = (("species", evidence.context.species), ("cell_type", evidence.context.cell_type), ("organ", evidence.context.region))
    found: dict[str, Any] = {}
    for name, place in seen:
        if place:
            curie = parts.curie(place)
            refs = {} if curie.startswith("ent:") else dict([_grounding(curie)])
            found[name] = {"name": parts.name(place), "db_refs": refs}
    return {"context": {"type": "bio", **found}} if found else {}
