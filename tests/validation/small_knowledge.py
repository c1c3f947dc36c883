"""A tiny sound set of knowledge, with every kind of thing in it, and ways to break it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kgraph.model import Finding
from kgraph.validation import check, sentences

PREFIXES = """
PREFIX kg: <https://w3id.org/kgraph/schema#>
PREFIX ent: <https://w3id.org/kgraph/entity/>
PREFIX var: <https://w3id.org/kgraph/variable/>
PREFIX mech: <https://w3id.org/kgraph/mechanism/>
PREFIX ref: <https://w3id.org/kgraph/reference/>
PREFIX loc: <https://w3id.org/kgraph/locator/>
PREFIX claim: <https://w3id.org/kgraph/claim/>
PREFIX assoc: <https://w3id.org/kgraph/association/>
PREFIX desc: <https://w3id.org/kgraph/description/>
PREFIX obs: <https://w3id.org/kgraph/observation/>
PREFIX result: <https://w3id.org/kgraph/result/>
PREFIX note: <https://w3id.org/kgraph/note/>
PREFIX rule: <https://w3id.org/kgraph/rule/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX CHEBI: <http://purl.obolibrary.org/obo/CHEBI_>
PREFIX ECO: <http://purl.obolibrary.org/obo/ECO_>
PREFIX MONDO: <http://purl.obolibrary.org/obo/MONDO_>
PREFIX mesh: <http://id.nlm.nih.gov/mesh/>
PREFIX drugbank: <https://identifiers.org/drugbank:>
PREFIX fplx: <https://identifiers.org/fplx:>
PREFIX uniprot: <http://purl.uniprot.org/uniprot/>
"""

TEXT = "引言。\n · 1 · 某某杂志\n一、疗效\n２４例患者的\n缓解率为70.8%［17］。\n"
PLACE = next(sentence for sentence in sentences(TEXT) if sentence.id == "s1-n1")
CHECKSUM = hashlib.sha256(PLACE.text.encode()).hexdigest()

ENTITIES = """
ent:ketamine a kg:Drug ; rdfs:label "ketamine"@en , "氯胺酮"@zh-Hans ; skos:exactMatch CHEBI:6121 , drugbank:DB01221 .
ent:bdnf a kg:Protein ; rdfs:label "BDNF"@en , "脑源性神经营养因子"@zh-Hans .
ent:rat a kg:Species ; rdfs:label "rat"@en , "大鼠"@zh-Hans .
ent:mouse a kg:Species ; rdfs:label "mouse"@en , "小鼠"@zh-Hans .
ent:patients a kg:Population ; rdfs:label "patients"@en , "患者"@zh-Hans .
ent:remission a kg:Outcome ; rdfs:label "remission"@en , "缓解"@zh-Hans .
var:ketamine a kg:Variable ; kg:entity ent:ketamine ; kg:aspect kg:Amount ; rdfs:label "ketamine"@en , "氯胺酮"@zh-Hans .
var:bdnf-secretion a kg:Variable ; kg:entity ent:bdnf ; kg:aspect kg:Activity ; rdfs:label "BDNF secretion"@en , "BDNF分泌"@zh-Hans .
mech:bdnf a kg:Mechanism ; kg:number "1" ; rdfs:label "BDNF"@en , "脑源性神经营养因子机制"@zh-Hans .
ECO:0000033 a kg:Method ; rdfs:label "author statement"@en , "作者陈述"@zh-Hans .
"""

REFERENCES = f"""
ref:review a kg:Reference ; rdfs:label "the review"@en , "综述"@zh-Hans ; kg:status "verified" .
ref:review-17 a kg:CitationNumber ; rdfs:label "[17]"@en , "［17］"@zh-Hans ; kg:number "17" ; kg:source ref:review ; kg:confidence "none" .
ref:paper a kg:Reference ; rdfs:label "A paper 2010"@en , "A paper 2010"@zh-Hans ; kg:status "verified" .
ref:unseen a kg:Reference ; rdfs:label "Unseen 2011"@en , "Unseen 2011"@zh-Hans ; kg:status "unverified" .
loc:s1-n1 a kg:Locator ; kg:source ref:review ; kg:section "1" ; kg:sentence "s1-n1" ; oa:start {PLACE.start} ; oa:end {PLACE.end} ;
    kg:checksum "{CHECKSUM}" .
"""

ENTRIES = """
claim:ketamine-bdnf a kg:Claim ; kg:layer kg:review ; kg:subject var:ketamine ; kg:predicate kg:increases ; kg:object var:bdnf-secretion ;
    kg:mechanism mech:bdnf ; kg:evidence claim:ketamine-bdnf.e1 .
claim:ketamine-bdnf.e1 a kg:Evidence ; kg:reference ref:review ; kg:locator loc:s1-n1 ; cito:citesAsEvidence ref:review-17 ;
    kg:bearing kg:Supports ; kg:certainty kg:Stated ; kg:species ent:rat ; kg:method ECO:0000033 .
result:remission a kg:Result ; kg:layer kg:review ; kg:outcome ent:remission ; kg:population ent:patients ; kg:design "not stated" ;
    kg:sampleSize [ a kg:Quantity ; kg:value 24 ; kg:unit "{patients}" ] ; kg:result [ a kg:Quantity ; kg:value 70.8 ; kg:unit "%" ] ;
    rdfs:label "70.8 % remission"@en , "缓解率"@zh-Hans ; kg:evidence result:remission.e1 .
result:remission.e1 a kg:Evidence ; kg:reference ref:review ; kg:locator loc:s1-n1 ; kg:bearing kg:Supports ; kg:certainty kg:Shown .
"""

SOUND = PREFIXES + ENTITIES + REFERENCES + ENTRIES


def evidence(id: str, *more: str, reference: str = "ref:paper") -> str:
    """A whole piece of evidence."""
    rest = "".join(f" ; {one}" for one in more)
    return f"{id} a kg:Evidence ; kg:reference {reference} ; kg:bearing kg:Supports ; kg:certainty kg:Shown{rest} ."


def claim(id: str, subject: str, predicate: str, object_: str, *more: str, layer: str = "kg:background", proof: str = "") -> str:
    """A whole claim of the background layer, with its evidence."""
    rest = "".join(f" ; {one}" for one in more)
    ends = f"kg:subject {subject} ; kg:predicate {predicate} ; kg:object {object_}"
    return f"{id} a kg:Claim ; kg:layer {layer} ; {ends} ; kg:evidence {id}.e1{rest} .\n{proof or evidence(f'{id}.e1')}"


def findings(folder: Path, more: str = "", *, without: str = "", instead: str = "") -> tuple[Finding, ...]:
    """What the check finds in the sound knowledge after a piece is replaced and more is added; the shipped schema's own left out."""
    assert without in SOUND
    path = folder / "small.ttl"
    path.write_text((SOUND.replace(without, instead) if without else SOUND) + more, encoding="utf-8")
    return tuple(finding for finding in check(path).findings if not finding.where.startswith("ontology/schema/"))
