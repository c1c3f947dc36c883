"""Statements of BEL as claims, associations, observations and descriptions. What their terms mean: `bel_terms.py`."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.exchange.bel_canonical import canonical_statement
from kgraph.exchange.bel_evidence import BelEvidences, Cited, MakeEvidence
from kgraph.exchange.bel_syntax import Call, Statement, write_statement
from kgraph.exchange.bel_table import RELATIONS, Relation
from kgraph.exchange.bel_terms import BelMeaning, BelTerms, Meaning
from kgraph.exchange.imported import Imported
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.model import Claim, Entity, Sign, Term, Variable

_CAUSAL = ("increases", "decreases", "regulates", "rate")
_ACTING = ("Protein", "ProteinFamily", "Complex")
_ITSELF = "it joins a thing to itself"


class BelEntries:
    """Writes statements as entries, each with all that stands beside it."""

    def __init__(self, maker: Maker, report: Report) -> None:
        self._maker = maker
        self._report = report
        self._terms = BelTerms(maker, report)
        self._evidences = BelEvidences(maker, report)
        self._described: set[str] = set()
        self._messages: dict[str, Claim] = {}
        self._proteins: dict[str, Entity] = {}
        self._amounts: dict[str, Claim] = {}
        self._acting: dict[str, dict[str, Variable]] = {}
        self._mechanisms: tuple[str, ...] = ()

    def write(self, statement: Statement, cited: Cited, place: str, default: str = "") -> Iterator[Imported]:
        """One statement as a record, opened and closed in the report."""
        self._report.start(place)
        self._maker.open(place, place)
        self._mechanisms = self._evidences.mechanisms(cited)
        told = canonical_statement(statement, default)
        known = f"relation {told.relation}" if told.relation in RELATIONS else "relation"
        what = known if told.relation else "term that stands alone"
        try:
            why = self._one(told, cited)
        except BelMeaning as error:
            why = str(error)
        if why:
            self._report.abandon(what, why)
            return
        self._report.finish()
        yield self._maker.close()

    def bridges(self, place: str) -> Iterator[Imported]:
        """Derived claims that join what the statements speak of: more of a transcript gives more of its protein, and that does more.

        Of each only what a statement names: a transcript has a protein where the script speaks of one, and an amount leads to those
        kinds of activity that something follows from.
        """
        self._maker.open("bridges", place)
        for gene, claim in sorted(self._messages.items()):
            if protein := self._proteins.get(gene):
                made = self._maker.follow(claim, self._maker.variable(protein, "Abundance"))
                self._maker.bridge(made, protein)
                self._amounts.setdefault(gene, made)
        for entity, claim in sorted(self._amounts.items()):
            for activity in sorted(self._acting.get(entity, {}).values(), key=lambda one: one.id):
                self._maker.follow(claim, activity)
        if self._maker.said:
            yield self._maker.close()

    def _one(self, told: Statement, cited: Cited) -> str:
        relation = RELATIONS.get(told.relation)
        if told.object is not None and relation is None:
            return "no relation of BEL"
        subject = self._terms.meaning(told.subject)
        make = self._evidences.maker_for(cited, write_statement(told))
        self._parts(told.subject, subject, make)
        if told.object is None or relation is None:
            self._report.kept("term that stands alone")
            return ""
        if not relation.exact:
            make = self._evidences.maker_for(cited, write_statement(told), exact=False, disputes=relation.name == "noCorrelation")
        if isinstance(told.object, Statement):
            return self._nested(subject, relation, told.object, cited, make)
        targets = [one for one in told.object.args if isinstance(one, Call)] if told.object.function == "list" else [told.object]
        if not targets:
            return "a list of nothing"
        reasons = [self._related(subject, relation, target, make) for target in targets]
        if all(reasons):
            return reasons[0]
        for why in reasons:
            self._report.lost("member of a list", why) if why else self._tell(relation)
        return ""

    def _tell(self, relation: Relation) -> None:
        if relation.exact:
            self._report.kept(f"relation {relation.name}")
        else:
            became = {"observation": "kg:Observation", "made": "kg:increases"}.get(relation.becomes, f"kg:{relation.becomes}")
            self._report.approximated(f"relation {relation.name}", f"{became}: {relation.reason}")

    def _related(self, subject: Meaning, relation: Relation, term: Call, make: MakeEvidence) -> str:
        target = self._terms.meaning(term)
        self._parts(term, target, make)
        if relation.becomes == "form":
            return ""
        if subject.variable.id == target.variable.id:
            return _ITSELF
        if relation.becomes in _CAUSAL:
            return self._claim(subject, Sign.of(relation.sign), target, make, relation)
        if relation.becomes == "made":
            return self._claim(subject, Sign.PLUS, target, make, relation)
        if relation.becomes == "observation":
            self._unchanged(subject, target, make)
        elif relation.becomes == "associatedWith":
            sign = Sign.of(relation.sign) if relation.sign != "?" else None
            self._association(subject, sign, target, make)
        else:
            first, second = (target, subject) if relation.reversed else (subject, target)
            self._description(_end(first), relation.becomes, _end(second), make)
        return ""

    def _nested(self, subject: Meaning, relation: Relation, inner: Statement, cited: Cited, make: MakeEvidence) -> str:
        """``A -> (B -| C)``: B lowers C, and A lowers C through that. So do lines that end on lines in other formats."""
        within = RELATIONS.get(inner.relation)
        if within is None or not isinstance(inner.object, Call):
            return "a statement about a statement about a statement, or one without a relation"
        middle, last = self._terms.meaning(inner.subject), self._terms.meaning(inner.object)
        why = self._related(middle, within, inner.object, self._evidences.maker_for(cited, write_statement(inner), exact=within.exact))
        if why:
            return f"of the inner statement: {why}"
        causal = within.becomes in _CAUSAL or within.becomes == "made"
        self._report.approximated("statement about a statement", "the inner statement, and an effect on its object through its subject")
        if subject.variable.id == last.variable.id:
            self._report.lost("outer statement", _ITSELF)
        elif relation.becomes in _CAUSAL:
            sign = Sign.of(relation.sign) * (Sign.of(within.sign) if causal else Sign.UNKNOWN)
            through = (middle.entity.id,) if middle.entity.id not in (subject.entity.id, last.entity.id) else ()
            self._claim(subject, sign, last, make, None, through=through)
        elif relation.becomes == "observation":
            self._unchanged(subject, last, make)
        else:
            self._association(subject, None, last, make)
        return ""

    def _claim(
        self,
        subject: Meaning,
        sign: Sign,
        target: Meaning,
        make: MakeEvidence,
        relation: Relation | None,
        *,
        through: tuple[str, ...] = (),
    ) -> str:
        if subject.variable.id == target.variable.id:
            return _ITSELF
        turned = Sign.MINUS if subject.turned != target.turned else Sign.PLUS
        sign = sign * turned
        evidence = make(self._maker.claim_id(subject.variable, sign, target.variable))
        direct = bool(relation and relation.direct)
        claim = self._maker.claim(
            subject.variable, sign, target.variable, evidence, direct=direct, mediators=through, mechanisms=self._mechanisms
        )
        self._remember(claim, subject, target)
        if relation and relation.becomes == "rate":
            self._description(_end(subject), "partOf", _end(target), make)
        return ""

    def _remember(self, claim: Claim, subject: Meaning, target: Meaning) -> None:
        """What a claim gives for the derived ones."""
        if target.entity.kind in _ACTING:
            self._maker.bridge(claim, target.entity)
        if target.variable.aspect == "Abundance" and not target.variable.broader:
            if target.entity.id.endswith(".rna"):
                self._messages.setdefault(target.entity.id.removesuffix(".rna"), claim)
            else:
                self._amounts.setdefault(target.entity.id, claim)
        if subject.variable.aspect == "Activity" and subject.variable.broader:
            self._acting.setdefault(subject.entity.id, {})[subject.variable.id] = subject.variable
        self._proteins |= {one.entity.id: one.entity for one in (subject, target) if one.entity.kind == "Protein"}

    def _unchanged(self, subject: Meaning, target: Meaning, make: MakeEvidence) -> None:
        identity = self._maker.observation_id(subject.variable, target.variable)
        self._maker.observation(subject.variable, target.variable, make(identity))

    def _association(self, subject: Meaning, sign: Sign | None, target: Meaning, make: MakeEvidence) -> None:
        if sign is not None and subject.turned != target.turned:
            sign = sign * Sign.MINUS
        # It has no direction: the same two give the same association in either order.
        first, second = sorted((subject.variable, target.variable), key=lambda one: one.id)
        self._maker.association(
            first, second, make(self._maker.association_id(first, second, sign=sign)), sign=sign, mechanisms=self._mechanisms
        )

    def _description(self, subject: Term, predicate: str, target: Term, make: MakeEvidence) -> None:
        if subject.id != target.id:
            evidence = make(self._maker.description_id(subject, predicate, target))
            self._maker.description(subject, predicate, target, evidence, mechanisms=self._mechanisms)

    def _parts(self, term: Call, whole: Meaning, make: MakeEvidence) -> None:
        """What a complex, a composite or a reaction is of, said once."""
        inner = next((one for one in term.args if isinstance(one, Call)), None)
        if term.function in ("act", "deg", "sec", "surf", "tloc") and inner is not None:
            term = inner
        if whole.entity.id in self._described:
            return
        # What a thing is made of belongs to no mechanism because one statement of it does.
        held, self._mechanisms = self._mechanisms, ()
        for what, parts in self._terms.parts(term).items():
            self._described.add(whole.entity.id)
            for part in parts:
                if what == "hasComponent":
                    self._description(whole.entity, what, _end(part), make)
                elif what == "used":
                    self._description(_end(part), "participatesIn", whole.entity, make)
                else:
                    self._claim(whole, Sign.PLUS, part, make, None)
        self._mechanisms = held


def _end(meaning: Meaning) -> Term:
    return meaning.entity if meaning.plain else meaning.variable
