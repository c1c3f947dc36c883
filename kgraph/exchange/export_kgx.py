"""Writes KGX, JSONL or TSV: entities as nodes, claims, associations and descriptions as edges in the terms of Biolink 4.4.6."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kgraph.exchange.export_parts import Parts, identifier_of
from kgraph.exchange.exported import Piece
from kgraph.exchange.kinds import biolink_aspect, biolink_of
from kgraph.exchange.report import Report
from kgraph.model import Association, Bearing, Claim, Description, Entity, Evidence, Layer, Selection, Sign, Term, Variable
from kgraph.store import Knowledge

Cells = dict[str, str | list[str]]
_NODE_COLUMNS = ("id", "category", "name", "synonym", "xref")
_EDGE_COLUMNS = (
    *("id", "subject", "predicate", "object", "qualified_predicate"),
    *("subject_aspect_qualifier", "object_aspect_qualifier", "object_direction_qualifier"),
    *("subject_context_qualifier", "object_context_qualifier", "species_context_qualifier", "anatomical_context_qualifier"),
    *("publications", "negated", "knowledge_level", "agent_type", "original_predicate", "mechanism"),
)
# As Biolink spells the prefixes that it spells in another way than Bioregistry.
_SPELLINGS = {
    **{name: name.upper() for name in ("mesh", "hgnc", "doi", "drugbank", "pmc", "ensembl", "mgi", "rgd", "omim", "umls", "unii", "pfam")},
    **{name: name.upper() for name in ("chembl.compound", "chembl.target", "pubchem.compound", "kegg.compound", "kegg.drug")},
    "pubmed": "PMID",
    "uniprot": "UniProtKB",
    "ncbigene": "NCBIGene",
    "reactome": "REACT",
    "interpro": "InterPro",
}
_DESCRIPTIONS = {
    "treats": "treats",
    "partOf": "part_of",
    "locatedIn": "located_in",
    "hasPhenotype": "has_phenotype",
    "isA": "subclass_of",
    "participatesIn": "participates_in",
    "hasComponent": "has_part",
    "derivedFrom": "derives_from",
    "producedBy": "produced_by",
}
_ASSOCIATIONS = {Sign.PLUS: "positively_correlated_with", Sign.MINUS: "negatively_correlated_with"}
_DIRECTIONS = {Sign.PLUS: "increased", Sign.MINUS: "decreased"}


def jsonl(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """Two files, ``_nodes`` and ``_edges``, an object a line."""
    for ending, _, cells in _graph(knowledge, selection, report):
        yield (
            ending,
            (json.dumps({name: cell for name, cell in cells.items() if cell}, ensure_ascii=False) + "\n").encode("utf-8", "replace"),
        )


def tsv(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """Two files, ``_nodes`` and ``_edges``, with ``|`` between several values of a cell."""
    begun: set[str] = set()
    for ending, columns, cells in _graph(knowledge, selection, report):
        if ending not in begun:
            begun.add(ending)
            yield ending, ("\t".join(columns) + "\n").encode()
        row = (cells.get(name, "") for name in columns)
        texts = ("|".join(_flat(part) for part in cell) if isinstance(cell, list) else _flat(cell) for cell in row)
        yield ending, ("\t".join(texts) + "\n").encode("utf-8", "replace")


def _graph(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[tuple[str, tuple[str, ...], Cells]]:
    parts = Parts(knowledge, selection, report)
    given: set[str] = set()
    for entry in parts.entries(Claim, Association, Description):
        assert isinstance(entry, Claim | Association | Description)
        ends = _ends(entry, parts)
        if ends is None:
            report.lost(type(entry).__name__.lower(), "it has no second end that is an entity")
            continue
        for entity in ends:
            if entity.id not in given:
                given.add(entity.id)
                yield "_nodes", _NODE_COLUMNS, _node(entity)
        report.kept(type(entry).__name__.lower())
        parts.told(entry, "mechanism", "context")
        for bearing in Bearing:
            evidence = [one for one in entry.evidence if one.bearing is bearing]
            if evidence or (bearing is Bearing.SUPPORTS and not entry.evidence):
                yield "_edges", _EDGE_COLUMNS, _edge(entry, ends, evidence, bearing, parts, report)


def _ends(entry: Claim | Association | Description, parts: Parts) -> tuple[Entity, Entity] | None:
    first = parts.entity(entry.subject)
    second = parts.entity(entry.object) if entry.object is not None else None
    return (first, second) if first and second else None


def _node(entity: Entity) -> Cells:
    exact = _spelt(identifier_of(entity))
    others = [_spelt(one.curie) for one in entity.identifiers if _spelt(one.curie) != exact]
    synonyms = [one for one in (entity.label.zh if entity.label.en else "", *entity.synonyms) if one]
    return {
        "id": exact,
        "category": [biolink_of(entity.kind)],
        "name": entity.label.en or entity.label.zh,
        "synonym": synonyms,
        "xref": others,
    }


def _edge(
    entry: Claim | Association | Description,
    ends: tuple[Entity, Entity],
    evidence: list[Evidence],
    bearing: Bearing,
    parts: Parts,
    report: Report,
) -> Cells:
    disputes = bearing is Bearing.DISPUTES
    derived = entry.layer is Layer.DERIVED
    return {
        "id": entry.id + (".disputed" if disputes else ""),
        "subject": _spelt(identifier_of(ends[0])),
        "object": _spelt(identifier_of(ends[1])),
        **_predicate(entry, parts, report),
        "species_context_qualifier": _first((one.context.species for one in evidence), "species", parts, report),
        "anatomical_context_qualifier": _first((one.context.region for one in evidence), "region", parts, report),
        "publications": list(dict.fromkeys(_spelt(curie) for one in evidence for curie in parts.publications(one))),
        "negated": "true" if disputes else "",
        "knowledge_level": "logical_entailment" if derived else "knowledge_assertion",
        "agent_type": "automated_agent" if derived else "manual_agent",
        "mechanism": list(entry.mechanisms),
    }


def _predicate(entry: Claim | Association | Description, parts: Parts, report: Report) -> Cells:
    if isinstance(entry, Claim):
        signed = entry.sign in _DIRECTIONS
        return {
            "predicate": "biolink:affects",
            "qualified_predicate": "biolink:causes" if signed else "",
            "subject_aspect_qualifier": _aspect(entry.subject),
            "object_aspect_qualifier": _aspect(entry.object),
            "object_direction_qualifier": _DIRECTIONS.get(entry.sign, ""),
            "subject_context_qualifier": _context(entry.subject, parts, report),
            "object_context_qualifier": _context(entry.object, parts, report),
        }
    if isinstance(entry, Association):
        word = _ASSOCIATIONS.get(entry.sign, "associated_with") if entry.sign else "associated_with"
        if _aspect(entry.subject) or _aspect(entry.object):
            report.lost("aspects of an association", "Biolink qualifies them on claims only")
        return {"predicate": f"biolink:{word}"}
    word = _DESCRIPTIONS.get(entry.predicate, "related_to")
    if word == "related_to":
        report.approximated(f"description {entry.predicate}", "biolink:related_to, with our word beside it")
    return {"predicate": f"biolink:{word}", "original_predicate": f"kg:{entry.predicate}"}


def _aspect(term: Term) -> str:
    return biolink_aspect(term.aspect) if isinstance(term, Variable) and term.aspect else ""


def _context(term: Term, parts: Parts, report: Report) -> list[str]:
    """Where a variable is; and what form it has, which KGX cannot say."""
    if not isinstance(term, Variable):
        return []
    places = [one for one in (term.region, term.cell_type, term.species) if one]
    if term.broader and not places:
        report.lost("form of a variable", "Biolink has no qualifier for it: the edge is about the thing in any form")
    return [_spelt(parts.curie(one)) for one in places]


def _first(values: Iterable[str], what: str, parts: Parts, report: Report) -> str:
    found = list(dict.fromkeys(one for one in values if one))
    if len(found) > 1:
        report.approximated(f"several of {what}", "the first of them")
    return _spelt(parts.curie(found[0])) if found else ""


def _spelt(curie: str) -> str:
    prefix, colon, local = curie.partition(":")
    return f"{_SPELLINGS.get(prefix, prefix)}{colon}{local}"


def _flat(text: str) -> str:
    return " ".join(text.split()).replace("|", "/")
