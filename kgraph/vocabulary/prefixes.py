"""Every prefix: the project's own, the ontologies it reuses, and those of the registries (`registries.py`). Nothing is fetched."""

from __future__ import annotations

import re

from kgraph.vocabulary.registries import REGISTRIES

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

EXPANSIONS = {**OWN, **STANDARD, **{prefix: registry.uri for prefix, registry in REGISTRIES.items()}}
_PREFIXES = {uri: prefix for prefix, uri in EXPANSIONS.items()}
# Where the local part of an IRI may begin; every namespace ends in one of these.
_BOUNDARY = re.compile(r"[/#_:]")


def compact(iri: str) -> str:
    """The CURIE of an IRI under a known prefix, else the IRI itself.

    Examples
    --------
    >>> compact("http://purl.obolibrary.org/obo/CHEBI_6121")
    'CHEBI:6121'
    """
    cuts = [found.end() for found in _BOUNDARY.finditer(iri, 0, len(iri) - 1)]
    for cut in reversed(cuts):
        if prefix := _PREFIXES.get(iri[:cut]):
            return f"{prefix}:{iri[cut:]}"
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
