"""Every prefix: the project's own, the ontologies it reuses, and the registries that its identifiers come from.

Patterns and preferred prefixes follow Bioregistry (doi:10.1038/s41597-022-01807-3). Nothing here is fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BASE = "https://w3id.org/kgraph/"

OWN = {
    "kg": BASE + "schema#",
    "ent": BASE + "entity/",
    "var": BASE + "variable/",
    "claim": BASE + "claim/",
    "assoc": BASE + "association/",
    "desc": BASE + "description/",
    "obs": BASE + "observation/",
    "result": BASE + "result/",
    "mech": BASE + "mechanism/",
    "ref": BASE + "reference/",
    "loc": BASE + "locator/",
    "note": BASE + "note/",
    "rule": BASE + "rule/",
    "shape": BASE + "shape/",
}

STANDARD = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "cito": "http://purl.org/spar/cito/",
    "oa": "http://www.w3.org/ns/oa#",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "biolink": "https://w3id.org/biolink/vocab/",
}

_OBO = "http://purl.obolibrary.org/obo/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Where identifiers of one prefix live and what their local part looks like."""

    uri: str
    pattern: str


REGISTRIES = {
    "BFO": Registry(uri=_OBO + "BFO_", pattern=r"\d{7}"),
    "CHEBI": Registry(uri=_OBO + "CHEBI_", pattern=r"\d+"),
    "CL": Registry(uri=_OBO + "CL_", pattern=r"\d{7}"),
    "DOID": Registry(uri=_OBO + "DOID_", pattern=r"\d+"),
    "ECO": Registry(uri=_OBO + "ECO_", pattern=r"\d{7}"),
    "EFO": Registry(uri="http://www.ebi.ac.uk/efo/EFO_", pattern=r"\d{7}"),
    "GO": Registry(uri=_OBO + "GO_", pattern=r"\d{7}"),
    "HP": Registry(uri=_OBO + "HP_", pattern=r"\d{7}"),
    "MONDO": Registry(uri=_OBO + "MONDO_", pattern=r"\d{7}"),
    "MP": Registry(uri=_OBO + "MP_", pattern=r"\d{7}"),
    "NCBITaxon": Registry(uri=_OBO + "NCBITaxon_", pattern=r"\d+"),
    "RO": Registry(uri=_OBO + "RO_", pattern=r"\d{7}"),
    "UBERON": Registry(uri=_OBO + "UBERON_", pattern=r"\d{7}"),
    "chembl.compound": Registry(uri="https://identifiers.org/chembl.compound:", pattern=r"CHEMBL\d+"),
    "doi": Registry(uri="https://doi.org/", pattern=r"10\.\d{2,9}(\.\d+)*/\S+"),
    "drugbank": Registry(uri="https://identifiers.org/drugbank:", pattern=r"DB\d{5}"),
    "fplx": Registry(uri="https://identifiers.org/fplx:", pattern=r"[a-zA-Z0-9][A-Za-z0-9_]+"),
    "hgnc": Registry(uri="https://identifiers.org/hgnc:", pattern=r"\d{1,5}"),
    "hmdb": Registry(uri="https://identifiers.org/hmdb:", pattern=r"HMDB\d+"),
    "interpro": Registry(uri="https://identifiers.org/interpro:", pattern=r"IPR\d{6}"),
    "kegg.compound": Registry(uri="https://identifiers.org/kegg.compound:", pattern=r"C\d+"),
    "mesh": Registry(uri="http://id.nlm.nih.gov/mesh/", pattern=r"[CD]\d{6,9}"),
    "mgi": Registry(uri="https://identifiers.org/MGI:", pattern=r"\d+"),
    "pmc": Registry(uri="https://identifiers.org/pmc:", pattern=r"PMC\d+"),
    "pubchem.compound": Registry(uri="https://identifiers.org/pubchem.compound:", pattern=r"\d+"),
    "pubmed": Registry(uri="https://identifiers.org/pubmed:", pattern=r"[1-9]\d{0,8}"),
    "rgd": Registry(uri="https://identifiers.org/rgd:", pattern=r"\d{4,}"),
    "uniprot": Registry(
        uri="http://purl.uniprot.org/uniprot/",
        pattern=r"([A-N,R-Z][0-9]([A-Z][A-Z0-9][A-Z0-9][0-9]){1,2})|([O,P,Q][0-9][A-Z0-9][A-Z0-9][A-Z0-9][0-9])(\.\d+)?",
    ),
}

EXPANSIONS = {**OWN, **STANDARD, **{prefix: registry.uri for prefix, registry in REGISTRIES.items()}}
_BY_LENGTH = sorted(((uri, prefix) for prefix, uri in EXPANSIONS.items()), key=lambda pair: -len(pair[0]))


def compact(iri: str) -> str:
    """The CURIE of an IRI under a known prefix, else the IRI itself.

    Examples
    --------
    >>> compact("http://purl.obolibrary.org/obo/CHEBI_6121")
    'CHEBI:6121'
    """
    for uri, prefix in _BY_LENGTH:
        if iri.startswith(uri) and len(iri) > len(uri):
            return f"{prefix}:{iri[len(uri) :]}"
    return iri


def expand(curie: str) -> str:
    """The IRI of a CURIE with a known prefix, else the text unchanged.

    Examples
    --------
    >>> expand("ent:ketamine")
    'https://w3id.org/kgraph/entity/ketamine'
    """
    prefix, colon, local = curie.partition(":")
    return EXPANSIONS[prefix] + local if colon and prefix in EXPANSIONS and not local.startswith("//") else curie


def is_well_formed(curie: str) -> bool:
    """Whether the local part fits the pattern of its registry; a prefix without a registry has no pattern to fail."""
    prefix, _, local = curie.partition(":")
    registry = REGISTRIES.get(prefix)
    return registry is None or re.fullmatch(registry.pattern, local) is not None
