"""Bad knowledge, one mistake at a time, and what is due for each. The tests that read the table: `test_findings.py`."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model import Severity
from tests.validation.small_knowledge import claim, evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A mistake and what is due: rule, the end of the place, and pieces of message and remedy."""

    rule: str
    where: str
    message: str
    remedy: str
    more: str = ""
    without: str = ""
    instead: str = ""
    severity: Severity = Severity.ERROR


BDNF = "var:bdnf-secretion"

MISTAKES = {
    "unknown predicate": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:incraeses", BDNF),
        rule="unknown-predicate",
        where="claim:x",
        message="kg:incraeses is not a causal predicate",
        remedy="use kg:increases",
    ),
    "a word for a predicate": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:inhibits", BDNF),
        rule="unknown-predicate",
        where="claim:x",
        message="kg:inhibits is not a causal predicate",
        remedy="use kg:decreases",
    ),
    "predicate of another kind": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:associatedWith", BDNF),
        rule="unknown-predicate",
        where="claim:x",
        message="kg:associatedWith is not a causal predicate",
        remedy="make it a kg:Association",
    ),
    "claim without evidence": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, proof=" ").replace(" ; kg:evidence claim:x.e1", ""),
        rule="shape:evidence",
        where="claim:x, kg:evidence",
        message="An entry rests on at least one piece of evidence",
        remedy="add kg:evidence",
    ),
    "dangling object": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", "var:bdnf-secrtion"),
        rule="dangling",
        where="claim:x, kg:object",
        message="nothing declares var:bdnf-secrtion",
        remedy="write var:bdnf-secretion, or declare var:bdnf-secrtion",
    ),
    "dangling mechanism": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, "kg:mechanism mech:none"),
        rule="dangling",
        where="claim:x, kg:mechanism",
        message="nothing declares mech:none",
        remedy="mend the IRI, or declare mech:none",
    ),
    "dangling premise": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, "kg:rule rule:r ; kg:premise claim:gone", layer="kg:derived")
        + 'rule:r a kg:Rule ; rdfs:label "r"@en , "规则"@zh-Hans .',
        rule="dangling",
        where="claim:x, kg:premise",
        message="nothing declares claim:gone",
        remedy="declare claim:gone",
    ),
    "duplicate": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF) + claim("claim:y", "var:ketamine", "kg:decreases", BDNF),
        rule="duplicate",
        where="claim:y",
        message="claim:x, claim:y say the same in one layer: var:ketamine kg:decreases var:bdnf-secretion",
        remedy="keep claim:x and move the evidence",
    ),
    "label missing in Chinese": Mistake(
        more='ent:trkb a kg:Protein ; rdfs:label "TrkB"@en .',
        rule="missing-label",
        where="ent:trkb",
        message="no label in Simplified Chinese",
        remedy='add rdfs:label "…"@zh-Hans',
    ),
    "label empty in English": Mistake(
        more='ent:trkb a kg:Protein ; rdfs:label " "@en , "受体"@zh-Hans .',
        rule="missing-label",
        where="ent:trkb",
        message="no label in English",
        remedy='add rdfs:label "…"@en',
    ),
    "comment in one language": Mistake(
        more='ent:trkb a kg:Protein ; rdfs:label "TrkB"@en , "受体"@zh-Hans ; rdfs:comment "of BDNF"@en .',
        rule="missing-translation",
        where="ent:trkb, rdfs:comment",
        message="missing in Simplified Chinese",
        remedy="both languages",
    ),
    "malformed identifier": Mistake(
        more='ent:gsk3b a kg:Protein ; rdfs:label "GSK3B"@en , "激酶"@zh-Hans ; skos:exactMatch uniprot:P4984 .',
        rule="malformed-identifier",
        where="ent:gsk3b, skos:exactMatch",
        message="uniprot:P4984 is no identifier of its registry",
        remedy="look it up again",
    ),
    "identifier of no registry": Mistake(
        more='ent:gsk3b a kg:Protein ; rdfs:label "GSK3B"@en , "激酶"@zh-Hans ; skos:exactMatch <http://purl.obolibrary.org/obo/CHEBI:1> .',
        rule="unknown-registry",
        where="ent:gsk3b, skos:exactMatch",
        message="CHEBI:1 is under no registry",
        remedy="they are written as CHEBI:6121",
    ),
    "identifier of two": Mistake(
        more='ent:esketamine a kg:Drug ; rdfs:label "esketamine"@en , "艾司氯胺酮"@zh-Hans ; skos:exactMatch CHEBI:6121 .',
        rule="shared-identifier",
        where="ent:esketamine",
        message="CHEBI:6121 is the exact identifier of ent:esketamine, ent:ketamine",
        remedy="make them one",
    ),
    "name of two": Mistake(
        more='ent:k a kg:Drug ; rdfs:label "K"@en , "某药"@zh-Hans ; skos:altLabel "Ketamine"@en .',
        rule="shared-name",
        where="ent:k",
        message="names 2 entities: ent:k, ent:ketamine",
        remedy="another label",
        severity=Severity.WARNING,
    ),
    "background from the review": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, proof=evidence("claim:x.e1", reference="ref:review")),
        rule="background-from-the-review",
        where="claim:x.e1",
        message="rests on ref:review",
        remedy="name the primary paper",
    ),
    "background from an unseen paper": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, proof=evidence("claim:x.e1", reference="ref:unseen")),
        rule="unverified-reference",
        where="claim:x.e1",
        message="ref:unseen, whose verification is: unverified",
        remedy="look the paper up",
        severity=Severity.WARNING,
    ),
    "review from a paper": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, layer="kg:review", proof=evidence("claim:x.e1", "kg:locator loc:p"))
        + 'loc:p a kg:Locator ; kg:source ref:review ; kg:section "2" ; kg:sentence "s2-n1" ; oa:start 1 ; oa:end 2 ; kg:checksum "'
        + "0" * 64
        + '" .',
        rule="not-from-the-review",
        where="claim:x.e1",
        message="rests on ref:paper, which is no source with sentences",
        remedy="name the review as kg:reference",
    ),
    "review without a place": Mistake(
        more=claim(
            "claim:x", "var:ketamine", "kg:decreases", BDNF, layer="kg:review", proof=evidence("claim:x.e1", reference="ref:review")
        ),
        rule="no-place-in-the-review",
        where="claim:x.e1",
        message="does not say where in the review it stands",
        remedy="add kg:locator",
    ),
    "derived without a rule": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, "kg:premise claim:ketamine-bdnf", layer="kg:derived"),
        rule="derived-without-reason",
        where="claim:x",
        message="a derived claim names no rule",
        remedy="add kg:rule",
    ),
    "asserted with a premise": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, "kg:premise claim:ketamine-bdnf"),
        rule="asserted-with-reason",
        where="claim:x",
        message="an asserted entry names a premise",
        remedy="drop kg:premise",
    ),
    "entity as subject": Mistake(
        more=claim("claim:x", "ent:ketamine", "kg:decreases", BDNF),
        rule="shape:claim-subject",
        where="claim:x, kg:subject",
        message="a variable. Found: ent:ketamine",
        remedy="an entity cannot rise or fall",
    ),
    "two objects": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", f"{BDNF} , var:ketamine").replace(
            "kg:subject var:ketamine", "kg:subject var:k"
        )
        + 'var:k a kg:Variable ; kg:entity ent:bdnf ; kg:aspect kg:Amount ; rdfs:label "k"@en , "某量"@zh-Hans .',
        rule="shape:claim-object",
        where="claim:x, kg:object",
        message="exactly one object",
        remedy="two objects are two claims",
    ),
    "ring of broader": Mistake(
        more='ent:a a kg:Process ; rdfs:label "a"@en , "甲"@zh-Hans ; kg:broader ent:b .'
        'ent:b a kg:Process ; rdfs:label "b"@en , "乙"@zh-Hans ; kg:broader ent:a .',
        rule="ring",
        where="ent:a",
        message="kg:broader goes in a ring: ent:a → ent:b → ent:a",
        remedy="points the wrong way",
    ),
    "result without a measure": Mistake(
        without='kg:result [ a kg:Quantity ; kg:value 70.8 ; kg:unit "%" ] ;',
        rule="no-measure",
        where="result:remission",
        message="neither a number nor a change",
        remedy="add kg:result",
    ),
    "quantity without unit": Mistake(
        without='; kg:unit "%" ]',
        instead="]",
        rule="shape:quantity-unit",
        where="result:remission, kg:result, kg:unit",
        message="exactly one unit",
        remedy="UCUM",
    ),
    "number in quotes": Mistake(
        without="kg:value 70.8",
        instead='kg:value "70.8"',
        rule="shape:quantity-value",
        where="result:remission, kg:result, kg:value",
        message='exactly one number. Found: "70.8"',
        remedy="without quotes",
    ),
    "dispute without a reason": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, proof=evidence("claim:x.e1").replace("kg:Supports", "kg:Disputes")),
        rule="dispute-without-reason",
        where="claim:x.e1",
        message="does not say what it found",
        remedy="add rdfs:comment",
    ),
    "contradiction in one context": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF) + claim("claim:y", "var:ketamine", "kg:increases", BDNF),
        rule="contradiction",
        where="claim:y",
        message="var:ketamine increases var:bdnf-secretion; in the same context claim:x says that it decreases it",
        remedy="split the variable",
        severity=Severity.WARNING,
    ),
    "variable that nothing uses": Mistake(
        more='var:k a kg:Variable ; kg:entity ent:bdnf ; kg:aspect kg:Amount ; rdfs:label "k"@en , "某量"@zh-Hans .',
        rule="unused-variable",
        where="var:k",
        message="no entry is about this variable",
        remedy="use it in a claim",
        severity=Severity.WARNING,
    ),
    "mechanism without claims": Mistake(
        more='mech:m a kg:Mechanism ; rdfs:label "m"@en , "某机制"@zh-Hans .',
        rule="empty-mechanism",
        where="mech:m",
        message="no claim belongs to this mechanism",
        remedy="add kg:mechanism",
        severity=Severity.WARNING,
    ),
    "evidence that nothing rests on": Mistake(
        more=evidence("claim:x.e1"),
        rule="loose-evidence",
        where="claim:x.e1",
        message="no entry rests on this evidence",
        remedy="add kg:evidence",
        severity=Severity.WARNING,
    ),
    "evidence of two": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, "kg:evidence claim:ketamine-bdnf.e1", layer="kg:review").replace(
            evidence("claim:x.e1"), evidence("claim:x.e1", "kg:locator loc:s1-n1", reference="ref:review")
        ),
        rule="shared-evidence",
        where="claim:ketamine-bdnf.e1",
        message="claim:ketamine-bdnf and claim:x rest on the same evidence",
        remedy="give each its own",
        severity=Severity.ERROR,
    ),
    "place in another source": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, proof=evidence("claim:x.e1", "kg:locator loc:s1-n1")),
        rule="other-source",
        where="claim:x.e1",
        message="loc:s1-n1 stands in ref:review, and the evidence is from ref:paper",
        remedy="mend the place or kg:reference",
    ),
    "claim about itself": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", "var:ketamine"),
        rule="about-itself",
        where="claim:x",
        message="var:ketamine acts on itself",
        remedy="another aspect",
        severity=Severity.WARNING,
    ),
    "misspelt property": Mistake(
        more=claim("claim:x", "var:ketamine", "kg:decreases", BDNF, "kg:mechansim mech:bdnf"),
        rule="unknown-property",
        where="claim:x",
        message="the schema has no predicate kg:mechansim",
        remedy="write kg:mechanism",
    ),
    "misspelt class": Mistake(
        more='ent:trkb a kg:Protien ; rdfs:label "TrkB"@en , "受体"@zh-Hans .',
        rule="unknown-class",
        where="ent:trkb",
        message="the schema has no class kg:Protien",
        remedy="write kg:Protein",
    ),
    "no class": Mistake(
        more='ent:trkb rdfs:label "TrkB"@en , "受体"@zh-Hans .',
        rule="no-class",
        where="ent:trkb",
        message="does not say what it is",
        remedy="add its class",
    ),
    "layer twice": Mistake(
        without="claim:ketamine-bdnf a kg:Claim ; kg:layer kg:review",
        instead="claim:ketamine-bdnf a kg:Claim ; kg:layer kg:review , kg:revue",
        rule="dangling",
        where="claim:ketamine-bdnf, kg:layer",
        message="nothing declares kg:revue",
        remedy="write kg:review",
    ),
    "place twice": Mistake(
        more='loc:copy a kg:Locator ; kg:source ref:review ; kg:section "1" ; kg:sentence "s1-n1" ; oa:start 1 ; oa:end 2 ; kg:checksum "'
        + "0" * 64
        + '" .',
        rule="place-twice",
        where="loc:s1-n1",
        message="loc:copy names sentence s1-n1 already",
        remedy="one locator a sentence",
    ),
}
# One mistake that shows in two ways.
COMPANY = {
    "layer twice": {"shape:layer"},
    "review from a paper": {"contradiction", "other-source"},
    "review without a place": {"contradiction"},
    "evidence of two": {"contradiction"},
}
