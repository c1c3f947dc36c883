"""Relations of a GO-CAM model as claims and descriptions with their evidence. The forms that a model is written in: `gocam_files.py`."""

from __future__ import annotations

import json

from kgraph.exchange.gocam_model import Fact, Item, Model, Provenance, short
from kgraph.exchange.gocam_relations import CAUSAL, HAS_INPUT, HAS_OUTPUT, INVERSE, METHODS, OTHERS, OUTPUT, OUTPUT_OF_ITSELF, Relation
from kgraph.exchange.gocam_terms import Terms
from kgraph.exchange.gpml_table import NAME_OF_TAXON
from kgraph.exchange.identifiers import preferred
from kgraph.exchange.making import NOWHERE, Maker
from kgraph.exchange.report import Report
from kgraph.model import Certainty, Context, Evidence, Sign, Term


class ModelEntries:
    """One model on its way to values.

    An activity is a variable: what carries it out, doing what it does there, in its place, for its process. Each is special to the
    activity of that thing as such. What is not causal in a model is kept as descriptions.
    """

    def __init__(self, model: Model, maker: Maker, report: Report) -> None:
        self._model = model
        self._maker = maker
        self._report = report
        self._terms = Terms(model, maker, report)
        name = short(model.id) or "without an id"
        title = model.title or name
        self._record = maker.record(name, f"GO-CAM {name}: {title}")
        self._mechanisms = (maker.mechanism(name, title, " ".join(model.comments)).id,)
        self._context = self._species()

    def write(self) -> None:
        """Every relation; what cannot stand is told."""
        for what, why in self._model.troubles:
            self._report.lost(what, why)
        for fact in self._model.facts:
            why = self._fact(fact)
            if why:
                self._report.lost(f"relation {self._label(fact.relation)}", why)

    def _species(self) -> Context:
        curies = [(one, preferred(one)) for one in self._model.taxa]
        known = [curie for _, curie in curies if curie.startswith("NCBITaxon:")]
        if len(known) < len(curies):
            self._report.lost("taxon", "malformed or of no known registry")
        if len(known) > 1:
            self._report.approximated("several taxa", "the first of them")
        if not known:
            return NOWHERE
        name = NAME_OF_TAXON.get(known[0].partition(":")[2], known[0])
        return Context(species=self._maker.entity(known[0], name, "Species").id)

    def _fact(self, fact: Fact) -> str:
        if not self._terms.known(fact.subject) or not self._terms.known(fact.object):
            return "an end of it is nothing that the model describes"
        subject, name, target = fact.subject, fact.relation, fact.object
        if name in INVERSE:
            subject, name, target = target, INVERSE[name], subject
        relation = self._relation(subject, name, target)
        if relation is None:
            return "no relation of GO-CAM that kgraph knows"
        if relation.reversed:
            subject, target = target, subject
        why = self._claim(fact, relation, subject, target) if relation.sign else self._description(fact, relation, subject, target)
        if not why and relation.exact:
            self._report.kept(f"relation {relation.label}")
        elif not why:
            becomes = relation.becomes or {"+": "increases", "-": "decreases", "?": "regulates"}[relation.sign]
            self._report.approximated(f"relation {relation.label}", f"kg:{becomes}: {relation.reason}")
        return why

    def _relation(self, subject: str, name: str, target: str) -> Relation | None:
        if name != HAS_OUTPUT:
            return CAUSAL.get(name) or OTHERS.get(name)
        used = {self._terms.term(one) for one in self._terms.targets.get((subject, HAS_INPUT), ()) if self._terms.known(one)}
        return OUTPUT_OF_ITSELF if self._terms.term(target) in used else OUTPUT

    def _claim(self, fact: Fact, relation: Relation, subject: str, target: str) -> str:
        cause = self._terms.variable(subject)
        # What an activity yields there is more of; whatever else is acted on acts itself.
        effect = self._maker.variable(self._terms.entity(target), "Abundance") if relation is OUTPUT else self._terms.variable(target)
        if cause.id == effect.id:
            return "it joins a thing to itself"
        sign = Sign.of(relation.sign)
        evidence = self._evidence(fact, relation, self._maker.claim_id(cause, sign, effect))
        claim = self._maker.claim(cause, sign, effect, evidence, direct=relation.direct, mechanisms=self._mechanisms)
        if relation is OUTPUT:
            self._maker.bridge(claim, self._maker.entity_of(effect))
        return ""

    def _description(self, fact: Fact, relation: Relation, subject: str, target: str) -> str:
        ends = [self._terms.entity(one) if not self._terms.acts(one) else self._terms.variable(one) for one in (subject, target)]
        one: Term = ends[0]
        # A function is described by what enables it, not by itself.
        other: Term = self._terms.entity(target) if relation is OTHERS["RO:0002333"] else ends[1]
        if one.id == other.id:
            return "it joins a thing to itself"
        entry = self._maker.description_id(one, relation.becomes, other)
        parts = (other.label.en, relation.label, one.label.en) if relation.reversed else (one.label.en, relation.label, other.label.en)
        evidence = self._evidence(fact, relation, entry)
        self._maker.description(one, relation.becomes, other, evidence, words=" ".join(parts), mechanisms=self._mechanisms)
        return ""

    def _evidence(self, fact: Fact, relation: Relation, entry: str) -> list[Evidence]:
        words = f"GO-CAM {self._record.id[4:].partition('.')[2]}: {relation.label}"
        if not fact.items:
            self._report.approximated("relation without evidence", "evidence that names the model only")
            told = _annotation(fact.provenance, ())
            made = self._maker.evidence(entry, self._record, context=self._context, comment=words, annotation=told)
            return [made]
        return [self._one(item, fact, relation, entry, words) for item in fact.items]

    def _one(self, item: Item, fact: Fact, relation: Relation, entry: str, words: str) -> Evidence:
        code = preferred(item.code)
        label, by_experiment = METHODS.get(code, (item.label or code, False))
        if item.code and not code.startswith("ECO:"):
            self._report.lost(f"evidence code {item.code[:40]}", "it is no term of ECO")
            code = ""
        self._report.kept("evidence")
        certainty = Certainty.SHOWN if by_experiment else Certainty.STATED
        return self._maker.evidence(
            entry,
            self._maker.reference(item.reference) if item.reference else self._record,
            cites=(self._record,) if item.reference else (),
            certainty=certainty if relation.exact else Certainty.POSSIBLE,
            method=(self._maker.method(code, label),) if code else (),
            context=self._context,
            comment=words,
            annotation=_annotation(item.provenance if item.provenance.contributors else fact.provenance, item.made_with),
        )

    def _label(self, name: str) -> str:
        known = CAUSAL.get(name) or OTHERS.get(name)
        return known.label if known else name[:60]


def _annotation(provenance: Provenance, made_with: tuple[str, ...]) -> str:
    """Who wrote it, when, for whom and with what, as JSON."""
    told = {
        "contributor": list(provenance.contributors),
        "date": provenance.date,
        "providedBy": list(provenance.providers),
        "with": list(made_with),
    }
    held = {name: value for name, value in told.items() if value}
    return json.dumps(held, ensure_ascii=False, sort_keys=True) if held else ""
