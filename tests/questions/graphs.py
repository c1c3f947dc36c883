"""A small graph for the rooms above the store: two mechanisms, one branch, a claim of unknown sign, and names that collide."""

from __future__ import annotations

SMALL = """\
PREFIX CHEBI: <http://purl.obolibrary.org/obo/CHEBI_>
PREFIX claim: <https://w3id.org/kgraph/claim/>
PREFIX desc: <https://w3id.org/kgraph/description/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX ent: <https://w3id.org/kgraph/entity/>
PREFIX kg: <https://w3id.org/kgraph/schema#>
PREFIX mech: <https://w3id.org/kgraph/mechanism/>
PREFIX note: <https://w3id.org/kgraph/note/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX ref: <https://w3id.org/kgraph/reference/>
PREFIX result: <https://w3id.org/kgraph/result/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX var: <https://w3id.org/kgraph/variable/>

ent:ketamine a kg:Drug ; rdfs:label "ketamine"@en , "氯胺酮"@zh-Hans ; skos:exactMatch CHEBI:6121 .
ent:nmdar a kg:Complex ; rdfs:label "NMDA receptor"@en , "NMDA受体"@zh-Hans .
ent:bdnf a kg:Protein ; rdfs:label "BDNF"@en , "脑源性神经营养因子"@zh-Hans .
ent:effect a kg:Process ; rdfs:label "antidepressant effect"@en , "抗抑郁作用"@zh-Hans .
ent:island a kg:Drug ; rdfs:label "placebo"@en , "安慰剂"@zh-Hans .
ent:rat a kg:Species ; rdfs:label "rat"@en , "大鼠"@zh-Hans .
ent:twin-one a kg:Protein ; rdfs:label "twin"@en , "双子甲"@zh-Hans .
ent:twin-two a kg:Protein ; rdfs:label "twin"@en , "双子乙"@zh-Hans .

var:ketamine a kg:Variable ; kg:entity ent:ketamine ; kg:aspect kg:Exposure ; rdfs:label "ketamine exposure"@en , "氯胺酮暴露"@zh-Hans .
var:nmdar a kg:Variable ; kg:entity ent:nmdar ; kg:aspect kg:Activity ;
    rdfs:label "NMDA receptor activity"@en , "NMDA受体活性"@zh-Hans .
var:nmdar-gaba a kg:Variable ; kg:entity ent:nmdar ; kg:aspect kg:Activity ; kg:broader var:nmdar ;
    rdfs:label "NMDA receptor activity on GABA neurons"@en , "GABA神经元上的NMDA受体活性"@zh-Hans .
var:bdnf a kg:Variable ; kg:entity ent:bdnf ; kg:aspect kg:Release ; rdfs:label "BDNF release"@en , "BDNF释放"@zh-Hans .
var:effect a kg:Variable ; kg:entity ent:effect ; kg:aspect kg:Effect ;
    rdfs:label "antidepressant effect"@en , "抗抑郁作用"@zh-Hans .
var:effect-animals a kg:Variable ; kg:entity ent:other ; kg:aspect kg:Effect ; kg:broader var:effect ;
    rdfs:label "antidepressant-like effect"@en , "抗抑郁样作用"@zh-Hans .
ent:other a kg:Process ; rdfs:label "behaviour"@en , "行为"@zh-Hans .

mech:one a kg:Mechanism ; kg:number "1" ; rdfs:label "BDNF mechanism"@en , "BDNF机制"@zh-Hans .
mech:two a kg:Mechanism ; kg:number "2" ; rdfs:label "receptor mechanism"@en , "受体机制"@zh-Hans .
mech:branch a kg:Mechanism ; dcterms:isPartOf mech:two ; rdfs:label "disinhibition branch"@en , "去抑制分支"@zh-Hans .

ref:review a kg:Reference ; rdfs:label "the review"@en , "综述"@zh-Hans .
ref:review-8 a kg:CitationNumber ; kg:number "8" ; kg:source ref:review ; rdfs:label "review [8]"@en , "综述[8]"@zh-Hans .

claim:ketamine-bdnf a kg:Claim ; kg:layer kg:review ; kg:mechanism mech:one ; kg:evidence claim:ketamine-bdnf.e1 ;
    kg:subject var:ketamine ; kg:predicate kg:increases ; kg:object var:bdnf .
claim:ketamine-bdnf.e1 a kg:Evidence ; kg:reference ref:review ; cito:citesAsEvidence ref:review-8 ; kg:bearing kg:Supports ;
    kg:certainty kg:Shown ; kg:species ent:rat .
claim:ketamine-bdnf-vague a kg:Claim ; kg:layer kg:background ; kg:mechanism mech:one ; kg:evidence claim:ketamine-bdnf-vague.e1 ;
    kg:subject var:ketamine ; kg:predicate kg:regulates ; kg:object var:bdnf .
claim:ketamine-bdnf-vague.e1 a kg:Evidence ; kg:reference ref:review ; kg:bearing kg:Supports ; kg:certainty kg:Stated .
claim:bdnf-effect a kg:Claim ; kg:layer kg:review ; kg:mechanism mech:one ; kg:evidence claim:bdnf-effect.e1 ;
    kg:subject var:bdnf ; kg:predicate kg:increases ; kg:object var:effect .
claim:bdnf-effect.e1 a kg:Evidence ; kg:reference ref:review ; kg:bearing kg:Supports ; kg:certainty kg:Stated .
claim:ketamine-nmdar a kg:Claim ; kg:layer kg:review ; kg:direct true ; kg:evidence claim:ketamine-nmdar.e1 ;
    kg:subject var:ketamine ; kg:predicate kg:decreases ; kg:object var:nmdar .
claim:ketamine-nmdar.e1 a kg:Evidence ; kg:reference ref:review ; kg:bearing kg:Supports ; kg:certainty kg:Stated .
claim:nmdar-gaba-effect a kg:Claim ; kg:layer kg:background ; kg:mechanism mech:branch ; kg:evidence claim:nmdar-gaba-effect.e1 ;
    kg:subject var:nmdar-gaba ; kg:predicate kg:decreases ; kg:object var:effect .
claim:nmdar-gaba-effect.e1 a kg:Evidence ; kg:reference ref:review ; kg:bearing kg:Supports ; kg:certainty kg:Stated .
claim:nmdar-bdnf a kg:Claim ; kg:layer kg:background ; kg:mechanism mech:two ; kg:evidence claim:nmdar-bdnf.e1 ;
    kg:subject var:nmdar-gaba ; kg:predicate kg:increases ; kg:object var:bdnf .
claim:nmdar-bdnf.e1 a kg:Evidence ; kg:reference ref:review ; kg:bearing kg:Supports ; kg:certainty kg:Stated .

desc:bdnf a kg:Description ; kg:layer kg:review ; kg:subject ent:bdnf ; kg:predicate kg:isDefinedAs ;
    rdfs:label "BDNF is a growth factor."@en , "BDNF是一种生长因子。"@zh-Hans ; kg:evidence desc:bdnf.e1 .
desc:bdnf.e1 a kg:Evidence ; kg:reference ref:review ; kg:bearing kg:Supports ; kg:certainty kg:Stated .

result:response a kg:Result ; kg:layer kg:review ; kg:intervention ent:ketamine ; kg:outcome ent:effect ;
    kg:result [ a kg:Quantity ; kg:value 70.8 ; kg:unit "%" ] ; kg:evidence result:response.e1 .
result:response.e1 a kg:Evidence ; kg:reference ref:review ; kg:bearing kg:Supports ; kg:certainty kg:Stated .

note:bdnf-sign a kg:Note ; kg:about claim:ketamine-bdnf ; kg:matter "sign" ;
    rdfs:comment "The cited paper measured translation."@en , "所引论文测的是翻译。"@zh-Hans .
"""

# What the small graph says from ketamine to the effect, worked out by hand: (sign, variables, mechanisms).
#   ketamine > BDNF > effect                         + * + = +     mechanism one
#   ketamine > NMDA on GABA > effect                 - * - = +     the branch, hence mechanism two as well
#   ketamine > NMDA on GABA > BDNF > effect          - * + * + = - crosses from two into one: none
CHAINS = [
    ("+", ("var:ketamine", "var:bdnf", "var:effect"), ("mech:one",)),
    ("+", ("var:ketamine", "var:nmdar-gaba", "var:effect"), ("mech:branch", "mech:two")),
    ("-", ("var:ketamine", "var:nmdar-gaba", "var:bdnf", "var:effect"), ()),
]
