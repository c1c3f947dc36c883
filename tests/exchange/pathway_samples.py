"""One small made-up causal model in the three forms of GO-CAM: a receptor that lowers a kinase, whose product opens the receptor."""

from __future__ import annotations

import json
from typing import Any

MODEL = "gomodel:k1"
ORCID = "https://orcid.org/0000-0000-0000-0001"
ECO = "ECO:0000314"

YAML = f"""
id: {MODEL}
title: A made-up model
taxon: NCBITaxon:9606
status: production
comments: [Nobody has seen this.]
activities:
- id: {MODEL}/a
  enabled_by:
    type: EnabledByGeneProductAssociation
    term: UniProtKB:Q05586
    evidence:
    - term: {ECO}
      reference: PMID:20724638
      with_objects: [UniProtKB:P42345]
      provenances: [{{contributor: ["{ORCID}"], date: '2026-01-02', provided_by: ["https://example.org"]}}]
  molecular_function: {{term: GO:0004972}}
  occurs_in: {{term: GO:0005886, part_of: {{term: CL:0000617}}}}
  part_of: {{term: GO:0007268}}
  causal_associations:
  - predicate: RO:0002630
    downstream_activity: {MODEL}/b
    evidence:
    - term: {ECO}
      reference: PMID:20724638
      provenances: [{{contributor: ["{ORCID}"], date: '2026-01-02', provided_by: ["https://example.org"]}}]
- id: {MODEL}/b
  enabled_by: {{term: UniProtKB:P42345}}
  molecular_function: {{term: GO:0004674}}
  part_of: {{term: GO:0031929}}
  molecular_associations:
  - {{predicate: RO:0002233, molecule: {MODEL}/in}}
  - {{predicate: RO:0002234, molecule: {MODEL}/out}}
- id: {MODEL}/c
  enabled_by:
    type: EnabledByProteinComplexAssociation
    term: GO:0032991
    has_part: [{{term: UniProtKB:Q13541}}]
  molecular_function: {{term: GO:0003674}}
  causal_associations: [{{predicate: RO:0002413, downstream_activity: {MODEL}/b}}]
molecules:
- {{id: {MODEL}/in, term: CHEBI:30616}}
- {{id: {MODEL}/out, term: CHEBI:456216, located_in: {{term: GO:0005829}}}}
objects:
- {{id: UniProtKB:Q05586, label: GRIN1 Hsap}}
- {{id: UniProtKB:P42345, label: MTOR Hsap}}
- {{id: GO:0004972, label: NMDA glutamate receptor activity}}
- {{id: GO:0005886, label: plasma membrane}}
"""

# name -> class, and who enables what where, as Minerva and the model store have it
INDIVIDUALS = {
    "a": ("GO:0004972", "NMDA glutamate receptor activity"),
    "a1": ("UniProtKB:Q05586", "GRIN1 Hsap"),
    "a2": ("GO:0005886", "plasma membrane"),
    "a3": ("GO:0007268", ""),
    "a4": ("CL:0000617", ""),
    "b": ("GO:0004674", ""),
    "b1": ("UniProtKB:P42345", "MTOR Hsap"),
    "b3": ("GO:0031929", ""),
    "c": ("GO:0003674", ""),
    "c1": ("GO:0032991", ""),
    "c2": ("UniProtKB:Q13541", ""),
    "in": ("CHEBI:30616", ""),
    "out": ("CHEBI:456216", ""),
    "out1": ("GO:0005829", ""),
}
FACTS = (
    ("a", "RO:0002333", "a1", "e1"),
    ("a", "BFO:0000066", "a2", ""),
    ("a2", "BFO:0000050", "a4", ""),
    ("a", "BFO:0000050", "a3", ""),
    ("a", "RO:0002630", "b", "e2"),
    ("b", "RO:0002333", "b1", ""),
    ("b", "BFO:0000050", "b3", ""),
    ("b", "RO:0002233", "in", ""),
    ("b", "RO:0002234", "out", ""),
    ("c", "RO:0002333", "c1", ""),
    ("c1", "BFO:0000051", "c2", ""),
    ("c", "RO:0002413", "b", ""),
    ("out", "RO:0001025", "out1", ""),
)
EVIDENCE: dict[str, tuple[str, ...]] = {"e1": ("UniProtKB:P42345",), "e2": ()}


def minerva() -> str:
    """The model as Minerva writes it."""

    def annotations(**values: str) -> list[dict[str, str]]:
        return [{"key": key, "value": value} for key, value in values.items()]

    def individual(name: str, term: str, label: str, notes: list[dict[str, str]]) -> dict[str, Any]:
        return {"id": f"{MODEL}/{name}", "type": [{"type": "class", "id": term, "label": label}], "annotations": notes}

    wrote = {"contributor": ORCID, "date": "2026-01-02", "providedBy": "https://example.org"}
    individuals = [individual(name, term, label, []) for name, (term, label) in INDIVIDUALS.items()]
    for name, made_with in EVIDENCE.items():
        notes = annotations(source="PMID:20724638", **wrote) + [{"key": "with", "value": one} for one in made_with]
        individuals.append(individual(name, ECO, "", notes))
    facts = [
        {
            "subject": f"{MODEL}/{subject}",
            "property": relation,
            "object": f"{MODEL}/{target}",
            "annotations": annotations(evidence=f"{MODEL}/{evidence}") if evidence else [],
        }
        for subject, relation, target, evidence in FACTS
    ]
    about = annotations(title="A made-up model", state="production", comment="Nobody has seen this.")
    about.append({"key": "https://w3id.org/biolink/vocab/in_taxon", "value": "NCBITaxon:9606", "value-type": "IRI"})
    return json.dumps({"id": MODEL, "individuals": individuals, "facts": facts, "annotations": about})


def turtle() -> str:
    """The model as the model store writes it."""

    def iri(curie: str) -> str:
        prefix, _, local = curie.partition(":")
        if prefix == "UniProtKB":
            return f"<http://identifiers.org/uniprot/{local}>"
        return f"<http://purl.obolibrary.org/obo/{prefix}_{local}>"

    store = "http://model.geneontology.org/k1"
    lines = [
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .",
        "@prefix dc: <http://purl.org/dc/elements/1.1/> .",
        "@prefix lego: <http://geneontology.org/lego/> .",
        f'<{store}> a owl:Ontology ; dc:title "A made-up model" ; lego:modelstate "production" ;',
        '  <http://www.w3.org/2000/01/rdf-schema#comment> "Nobody has seen this." ;',
        "  <https://w3id.org/biolink/vocab/in_taxon> <http://purl.obolibrary.org/obo/NCBITaxon_9606> .",
    ]
    for name, (term, label) in INDIVIDUALS.items():
        lines.append(f"<{store}/{name}> a owl:NamedIndividual, {iri(term)} .")
        if label:
            lines.append(f'{iri(term)} <http://www.w3.org/2000/01/rdf-schema#label> "{label}" .')
    wrote = f'dc:contributor "{ORCID}" ; dc:date "2026-01-02" ; <http://purl.org/pav/providedBy> "https://example.org"'
    for name, made_with in EVIDENCE.items():
        others = "".join(f' ; lego:evidence-with "{one}"' for one in made_with)
        lines.append(f'<{store}/{name}> a owl:NamedIndividual, {iri(ECO)} ; dc:source "PMID:20724638" ; {wrote}{others} .')
    for subject, relation, target, evidence in FACTS:
        lines.append(f"<{store}/{subject}> {iri(relation)} <{store}/{target}> .")
        if evidence:
            ends = (
                f"owl:annotatedSource <{store}/{subject}> ; owl:annotatedProperty {iri(relation)} ; owl:annotatedTarget <{store}/{target}>"
            )
            lines.append(f"[] a owl:Axiom ; {ends} ; lego:evidence <{store}/{evidence}> .")
    return "\n".join(lines)
