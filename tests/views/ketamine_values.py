"""Ketamine as values, built in code: about forty variables and sixty claims, for tests of views that need no store."""

from __future__ import annotations

from itertools import pairwise

from kgraph.errors import EntityNotFound
from kgraph.model import (
    PREDICATE_OF,
    Bearing,
    Certainty,
    Chain,
    Claim,
    Context,
    Entity,
    Evidence,
    Explanation,
    Identifier,
    Label,
    Layer,
    Link,
    Mechanism,
    Note,
    Quantity,
    Reference,
    Sign,
    Term,
    Variable,
    Verdict,
)

BASE = "https://example.org/"

ENTITIES = """
ketamine|ketamine|氯胺酮|Drug
nmda-receptor|NMDA receptor|NMDA受体|Complex
gaba-neuron|GABA neuron|GABA神经元|CellType
pyramidal-neuron|pyramidal neuron|锥体神经元|CellType
glutamate|glutamate|谷氨酸|Chemical
bdnf|BDNF|BDNF|Protein
mtor|mTOR|mTOR|Protein
eef2|eEF2|eEF2|Protein
gsk3|GSK3|GSK3|ProteinFamily
lhb|lateral habenula|外侧缰核|Region
synapse|synapse growth|突触生长|Process
mood|antidepressant effect|抗抑郁作用|Outcome
symptom|depressive symptoms|抑郁症状|Phenotype
rat|rat|大鼠|Species
mouse|mouse|小鼠|Species
human|human|人|Species
prefrontal-cortex|prefrontal cortex|前额叶皮层|Region
intraperitoneal|intraperitoneal|腹腔注射|Route
"""

VARIABLES = """
ketamine|ketamine exposure|氯胺酮暴露|ketamine|Exposure
ketamine-low|sub-anaesthetic (low) dose of ketamine|亚麻醉（低）剂量氯胺酮|ketamine|Exposure
nmdar|NMDA receptor activity|NMDA受体活性|nmda-receptor|Activity
nmdar-gaba|NMDA receptor activity on GABA neurons|GABA神经元上NMDA受体的活性|nmda-receptor|Activity
nmdar-glun2b|activity of GluN2B-containing NMDA receptors on pyramidal neurons|锥体神经元上含GluN2B的NMDA受体活性|nmda-receptor|Activity
nmdar-rest|NMDA receptor activity at rest (spontaneous glutamate release)|静息（自发释放）NMDA受体活性|nmda-receptor|Activity
nmdar-lhb|NMDA receptor activity in the lateral habenula|外侧缰核NMDA受体活性|nmda-receptor|Activity
interneuron|firing of GABA interneurons in the prefrontal cortex|前额叶皮层GABA中间神经元放电|gaba-neuron|Firing
pyramidal|firing of pyramidal neurons in the prefrontal cortex|前额叶皮层锥体神经元放电|pyramidal-neuron|Firing
basal|basal activation of pyramidal neurons|锥体神经元的基础活化|pyramidal-neuron|Activity
glutamate|glutamate outflow in the prefrontal cortex|前额叶皮层谷氨酸外流|glutamate|Release
ampar|AMPA receptor activity|AMPA受体活性|glutamate|Activity
ltype|L-type calcium channel activity|L型钙通道活性|glutamate|Activity
bdnf-release|BDNF release in the prefrontal cortex|前额叶皮层BDNF释放|bdnf|Release
bdnf-secretion|BDNF secretion|BDNF分泌|bdnf|Release
bdnf-translation|BDNF translation|BDNF翻译|bdnf|Translation
bdnf-level|BDNF level|BDNF水平|bdnf|Abundance
trkb|TrkB activity|TrkB活性|bdnf|Activity
akt|Akt activity|Akt活性|mtor|Activity
mtor|mTOR signalling|mTOR信号|mtor|Signalling
proteins|synaptic signalling proteins in the prefrontal cortex|前额叶皮层突触信号蛋白|synapse|Abundance
synapses|growth of synapses|突触的生长量|synapse|Growth
connectivity|degree of synaptic connectivity|突触连通程度|synapse|Connectivity
plasticity|degree of synaptic plasticity|突触可塑性程度|synapse|Plasticity
eef2k|eEF2 kinase activity|eEF2激酶活性|eef2|Activity
eef2p|eEF2 phosphorylation|eEF2磷酸化|eef2|Phosphorylation
gsk3|GSK3 activity in the brain|脑GSK3活性|gsk3|Activity
gsk3-hip|GSK3 activity in the hippocampus|海马GSK3活性|gsk3|Activity
gsk3-pfc|GSK3 activity in the prefrontal cortex|前额叶皮层GSK3活性|gsk3|Activity
kir|Kir4.1 on astrocytes of the lateral habenula|外侧缰核星形胶质细胞Kir4.1|lhb|Abundance
ttype|T-type calcium channel activity in the lateral habenula|外侧缰核T型钙通道活性|lhb|Activity
burst|burst firing of lateral habenula neurons|外侧缰核神经元簇状放电|lhb|BurstFiring
lhb|activity of the lateral habenula|外侧缰核活动|lhb|Activity
rmtg|firing of the rostromedial tegmental nucleus|吻内侧被盖核放电|lhb|Firing
dopamine|firing of midbrain dopamine neurons|中脑多巴胺神经元放电|lhb|Firing
reward|inhibition of downstream monoaminergic reward areas|对下游单胺类奖赏脑区的抑制|lhb|Inhibition
anxiety|anxiety (a negative emotion)|焦虑强度|symptom|Severity
emotion|negative emotions|负面情绪强度|symptom|Severity
symptoms|severity of depressive symptoms|抑郁症状的严重程度|symptom|Severity
effect|size of the antidepressant effect|抗抑郁作用的大小|mood|Effect
like|antidepressant-like effect in animals|动物的抗抑郁样作用|mood|Effect
hnk|(2R,6R)-hydroxynorketamine exposure|(2R,6R)-羟基去甲氯胺酮暴露|ketamine|Exposure
"""

# subject sign object mechanism layer certainty species extras
CLAIMS = """
ketamine - nmdar mtor review shown rat direct
ketamine + mtor mtor review shown rat rapidly
mtor + proteins mtor review shown rat
proteins + synapses mtor review stated rat
synapses + effect mtor review possible -
synapses + connectivity mtor background shown mouse
ketamine + bdnf-translation bdnf review shown mouse
ketamine + bdnf-secretion bdnf review shown -
bdnf-translation + like bdnf review shown mouse
bdnf-secretion + like bdnf review shown mouse
bdnf-secretion + trkb bdnf background shown mouse
trkb + akt bdnf background stated -
akt + mtor mtor background shown rat
akt - gsk3 gsk3 background shown -
bdnf-level ? plasticity bdnf review stated -
ketamine - nmdar-gaba disinhibition review stated -
nmdar-gaba + interneuron disinhibition background shown rat
interneuron - pyramidal disinhibition background shown rat
pyramidal + glutamate disinhibition background shown rat
nmdar-gaba - glutamate disinhibition review stated -
glutamate + ampar disinhibition background shown mouse
ampar + ltype disinhibition background shown -
ltype + bdnf-release disinhibition background stated -
glutamate + bdnf-release disinhibition review stated -
bdnf-release + effect disinhibition review attributed -
bdnf-release + trkb disinhibition background shown mouse
ketamine - nmdar-glun2b eef2 review stated -
nmdar-glun2b - basal eef2 review stated -
nmdar-rest + eef2k eef2 background shown mouse
ketamine - nmdar-rest eef2 background shown mouse direct
eef2k + eef2p eef2 background shown mouse direct
eef2p - bdnf-level eef2 review stated -
eef2p - bdnf-translation eef2 background shown mouse
nmdar-glun2b + eef2p eef2 review attributed -
bdnf-level + connectivity eef2 review stated -
connectivity + effect eef2 review stated -
basal + connectivity eef2 review stated -
ketamine - gsk3-hip gsk3 review shown mouse
ketamine - gsk3-pfc gsk3 review shown mouse
gsk3-hip - like gsk3 review shown mouse
gsk3-pfc - like gsk3 review shown mouse
ketamine - burst lhb review stated - completely
ketamine - nmdar-lhb lhb background shown rat direct
nmdar-lhb + burst lhb review stated -
ttype + burst lhb background shown rat
kir + burst lhb background shown rat
burst + reward lhb review stated - excessively
burst + rmtg lhb background stated mouse
rmtg - dopamine lhb background shown rat
dopamine + effect lhb background stated -
reward - effect lhb review stated -
lhb + anxiety lhb review attributed human
lhb + emotion lhb review attributed human
burst + lhb lhb background stated -
effect - symptoms - review stated human
ketamine - symptoms - review shown human rapidly
ketamine + pyramidal - background shown rat
ketamine - pyramidal - background shown mouse
hnk + ampar - background shown mouse
hnk - nmdar-rest - background possible mouse
ketamine-low - symptoms - review shown human
"""

MECHANISMS = """
mtor|1|mTOR mechanism|mTOR机制|
bdnf|2|BDNF mechanism|BDNF机制|
gaba-eef2|3|GABA neuron and eEF2 mechanism|GABA神经元与eEF2机制|
disinhibition|3a|disinhibition branch|去抑制分支|mech:gaba-eef2
eef2|3b|eEF2 branch|eEF2分支|mech:gaba-eef2
gsk3|4|GSK3 mechanism|GSK3机制|
lhb|5|lateral habenula mechanism|外侧缰核机制|
"""

MANNER = {
    "rapidly": Label(en="rapidly", zh="迅速"),
    "completely": Label(en="completely", zh="完全"),
    "excessively": Label(en="excessively", zh="过度"),
}


class Book:
    """Terms, notes and claims by id: what a store gives to views."""

    def __init__(self) -> None:
        self.terms: dict[str, Term] = {}
        self.notes: dict[str, Note] = {}
        for row in _rows(ENTITIES):
            chebi = (Identifier(curie="CHEBI:6121"), Identifier(curie="drugbank:DB99999", verified=False)) if row[0] == "ketamine" else ()
            self._add(
                Entity(id="ent:" + row[0], iri=f"{BASE}entity/{row[0]}", label=Label(en=row[1], zh=row[2]), kind=row[3], identifiers=chebi)
            )
        for row in _rows(VARIABLES):
            label = Label(en=row[1], zh=row[2])
            self._add(Variable(id="var:" + row[0], iri=f"{BASE}variable/{row[0]}", label=label, entity="ent:" + row[3], aspect=row[4]))
        for row in _rows(MECHANISMS):
            label = Label(en=row[2], zh=row[3])
            summary = Label(en=f"What the {row[2]} does.", zh=f"{row[3]}的作用。")
            self._add(
                Mechanism(id="mech:" + row[0], iri=f"{BASE}mechanism/{row[0]}", number=row[1], label=label, summary=summary, part_of=row[4])
            )
        self._references()
        note = "note:pyramidal-fall"
        text = Label(en="Two recordings disagree on the sign.", zh="两项记录的方向不一致。")
        self.notes[note] = Note(id=note, iri=BASE + note, matter="sign", about=("claim:ketamine-pyramidal-58",), text=text, verified=True)
        self.claims = tuple(self._claim(number, line.split()) for number, line in enumerate(CLAIMS.strip().splitlines(), 1))

    def term(self, identity: str) -> Term:
        """The term of this id."""
        if identity not in self.terms:
            raise EntityNotFound(f"nothing is named '{identity}'")
        return self.terms[identity]

    def note(self, identity: str) -> Note:
        """The note of this id."""
        if identity not in self.notes:
            raise EntityNotFound(f"nothing is named '{identity}'")
        return self.notes[identity]

    def label(self, identity: str) -> Label:
        """The label of a term or of a method."""
        if identity in self.terms:
            return self.terms[identity].label
        return Label(en="clinical study", zh="临床研究") if identity == "ECO:0000180" else Label()

    @property
    def links(self) -> tuple[Link, ...]:
        """All claims gathered into links, sorted."""
        gathered: dict[tuple[str, str, Sign], list[Claim]] = {}
        for claim in self.claims:
            gathered.setdefault((claim.subject.id, claim.object.id, claim.sign), []).append(claim)
        return tuple(
            Link(subject=claims[0].subject, object=claims[0].object, sign=key[2], claims=tuple(claims))
            for key, claims in sorted(gathered.items(), key=lambda item: (item[0][0], item[0][1], item[0][2].value))
        )

    def link(self, subject: str, target: str) -> Link:
        """The first link from one variable to another, by slug."""
        return next(link for link in self.links if (link.subject.id, link.object.id) == (f"var:{subject}", f"var:{target}"))

    def explanation(self) -> Explanation:
        """Ketamine to the antidepressant effect by hand: the disinhibition chain and the habenula chain, both double negatives."""
        ways = (("ketamine", "burst", "reward", "effect"), ("ketamine", "nmdar-gaba", "glutamate", "bdnf-release", "effect"))
        names = ("mech:lhb",), ("mech:disinhibition",)
        chains = tuple(
            Chain(links=tuple(self.link(a, b) for a, b in pairwise(way)), mechanisms=mechanisms)
            for way, mechanisms in zip(ways, names, strict=True)
        )
        ends = self.term("var:ketamine"), self.term("var:effect")
        return Explanation(source=(ends[0],), target=(ends[1],), chains=chains, verdict=Verdict.RAISES, complete=True)

    def _add(self, term: Term) -> None:
        self.terms[term.id] = term

    def _references(self) -> None:
        self._add(
            Reference(
                id="ref:review", iri=BASE + "reference/review", label=Label(en="the review (2021)", zh="综述（2021）"), status="verified"
            )
        )
        paper = Label(en="Li N et al. 2010", zh="Li N et al. 2010")
        doi = (Identifier(curie="doi:10.1126/science.1190287"),)
        self._add(
            Reference(id="ref:li-2010", iri=BASE + "reference/li-2010", label=paper, citation="Li N et al. 2010. Science", identifiers=doi)
        )
        for number, match, confidence in (("8", "ref:li-2010", "very high"), ("10", "", "none")):
            label = Label(en=f"[{number}] of the review", zh=f"综述引文［{number}］")
            iri = f"{BASE}reference/review-{number}"
            self._add(Reference(id=f"ref:review-{number}", iri=iri, label=label, number=number, match=match, confidence=confidence))

    def _claim(self, number: int, words: list[str]) -> Claim:
        subject, sign, target, mechanism, layer, certainty, species, *extras = words
        identity = f"claim:{subject}-{target}-{number}"
        review = layer == "review"
        context = Context(
            species="" if species == "-" else "ent:" + species,
            region="ent:prefrontal-cortex" if subject == "mtor" else "",
            dose=Quantity(value="10", unit="mg/kg") if target == "mtor" else None,
            route="ent:intraperitoneal" if target == "mtor" else "",
            timing=next((MANNER[word] for word in extras if word == "rapidly"), Label()),
            extent=next((MANNER[word] for word in extras if word in ("completely", "excessively")), Label()),
        )
        evidence = Evidence(
            id=identity + ".e1",
            iri=f"{BASE}claim/{number}.e1",
            reference="ref:review" if review else "ref:li-2010",
            cites=("ref:review-8" if mechanism == "mtor" else "ref:review-10",) if review else (),
            locator=f"loc:s2-i{number}-n1" if review else "",
            certainty=Certainty(certainty),
            context=context,
            bearing=Bearing.SUPPORTS,
        )
        return Claim(
            id=identity,
            iri=f"{BASE}claim/{number}",
            layer=Layer(layer),
            subject=self.term("var:" + subject),
            predicate=PREDICATE_OF[Sign.of(sign)],
            object=self.term("var:" + target),
            direct="direct" in extras,
            mechanisms=() if mechanism == "-" else ("mech:" + mechanism,),
            evidence=(evidence,),
            notes=tuple(note.id for note in self.notes.values() if identity in note.about),
        )


def _rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]


BOOK = Book()
