"""Every IRI of the schema that Python speaks of, as text. The same terms, with labels and mappings: `ontology/schema/kgraph.ttl`."""

from __future__ import annotations

from kgraph.vocabulary.prefixes import OWN, STANDARD

KG = OWN["kg"]
RDF_TYPE = STANDARD["rdf"] + "type"
LABEL = STANDARD["rdfs"] + "label"
COMMENT = STANDARD["rdfs"] + "comment"
ALT_LABEL = STANDARD["skos"] + "altLabel"
EXACT_MATCH = STANDARD["skos"] + "exactMatch"
CLOSE_MATCH = STANDARD["skos"] + "closeMatch"
BROAD_MATCH = STANDARD["skos"] + "broadMatch"
NARROW_MATCH = STANDARD["skos"] + "narrowMatch"
EVIDENCE_TEXT = KG + "evidenceText"
CITES_AS_EVIDENCE = STANDARD["cito"] + "citesAsEvidence"
CITATION = STANDARD["dcterms"] + "bibliographicCitation"
PART_OF = STANDARD["dcterms"] + "isPartOf"
OA_START = STANDARD["oa"] + "start"
OA_END = STANDARD["oa"] + "end"

INCREASES = KG + "increases"
DECREASES = KG + "decreases"
REGULATES = KG + "regulates"
CAUSAL = {INCREASES: "increases", DECREASES: "decreases", REGULATES: "regulates"}

MATCHES = {EXACT_MATCH: "exact", CLOSE_MATCH: "close", BROAD_MATCH: "broad", NARROW_MATCH: "narrow"}

KINDS = {
    KG + "Claim": "claim",
    KG + "Association": "association",
    KG + "Description": "description",
    KG + "Observation": "observation",
    KG + "Result": "result",
}

# A layer is also the named graph that holds it.
LAYERS = {KG + "review": "review", KG + "background": "background", KG + "derived": "derived"}
DIRECT_GRAPH = KG + "direct"
TERMS_GRAPH = KG + "terms"
INDEX_GRAPH = KG + "index"
UNION = (*LAYERS, DIRECT_GRAPH, TERMS_GRAPH)
