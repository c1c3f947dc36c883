"""Claims, associations, descriptions and evidence of one import, with ids of ours. Their ends: `term_making.py`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from kgraph.exchange.identifiers import iri_of
from kgraph.exchange.imported import Imported
from kgraph.exchange.kinds import DEFAULT_ASPECT
from kgraph.exchange.term_making import ANNOTATION, TermMaker
from kgraph.model import (
    PREDICATE_OF,
    Association,
    Bearing,
    Certainty,
    Change,
    Claim,
    Context,
    Description,
    Entity,
    Entry,
    Evidence,
    Label,
    Layer,
    Observation,
    Reference,
    Sign,
    SignedMechanism,
    Term,
    Variable,
)

MORE_DOES_MORE = "rule:more-of-it-does-more"
NOWHERE = Context()


class Maker(TermMaker):
    """Makes the values of one import, record by record.

    An entry is named by what it says: a second record that says the same adds its mechanism and its evidence to it.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._name = self._place = ""
        self._entries: list[Entry] = []
        self._bridged: set[str] = set()
        self._labelled: set[str] = set()

    def open(self, name: str, place: str) -> None:
        """Begins a record. Terms of a record that was never closed go with this one, for later ones may name them."""
        self._name, self._place = name, place
        self._entries = []
        self._extras = [one for one in self._extras if one.predicate != ANNOTATION]

    def close(self, mechanism: SignedMechanism | None = None) -> Imported:
        """The record, with all that was made since `open`."""
        made = Imported(
            name=self._name,
            place=self._place,
            terms=tuple(self._terms),
            entries=tuple(self._entries),
            extras=tuple(self._extras),
            mechanism=mechanism,
        )
        self._terms, self._entries, self._extras = [], [], []
        return made

    @property
    def said(self) -> bool:
        """Whether the record that is open has given an entry."""
        return bool(self._entries)

    def evidence(
        self,
        entry: str,
        reference: Reference,
        *,
        cites: Iterable[Reference] = (),
        text: str = "",
        disputes: bool = False,
        certainty: Certainty = Certainty.STATED,
        method: Iterable[str] = (),
        context: Context = NOWHERE,
        comment: str = "",
        annotation: str = "",
    ) -> Evidence:
        """One evidence of an entry, named by what it says, so that the same evidence read twice is one.

        `text` is the sentence that the source quotes; it stays in the user's own folder, and so does `annotation`, what the source
        says of the evidence beyond our fields, as JSON.
        """
        cited = tuple(sorted(one.id for one in cites))
        ways = tuple(method)
        told = repr((reference.id, cited, text, disputes, certainty.value, ways, context, comment, annotation))
        number = int.from_bytes(hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=5).digest())
        identity = f"{entry}.e{number}"
        if annotation:
            self.extra(identity, ANNOTATION, annotation)
        return Evidence(
            id=identity,
            iri=iri_of(identity),
            reference=reference.id,
            cites=cited,
            bearing=Bearing.DISPUTES if disputes else Bearing.SUPPORTS,
            certainty=certainty,
            method=ways,
            context=context,
            comment=Label(en=comment),
            text=text,
        )

    def claim_id(self, subject: Variable, sign: Sign, target: Variable) -> str:
        """The id of the claim that says this."""
        return f"claim:{subject.id[4:]}.{PREDICATE_OF[sign]}.{target.id[4:]}"

    def claim(
        self,
        subject: Variable,
        sign: Sign,
        target: Variable,
        evidence: Iterable[Evidence],
        *,
        direct: bool = False,
        mechanisms: tuple[str, ...] = (),
        mediators: tuple[str, ...] = (),
    ) -> Claim:
        """A causal claim of the background layer; its evidence was made for `claim_id`."""
        identity = self.claim_id(subject, sign, target)
        claim = Claim(
            id=identity,
            iri=iri_of(identity),
            layer=Layer.BACKGROUND,
            evidence=tuple(evidence),
            mechanisms=mechanisms,
            subject=subject,
            predicate=PREDICATE_OF[sign],
            object=target,
            direct=direct,
            mediators=mediators,
        )
        self._entries.append(claim)
        return claim

    def observation_id(self, raised: Variable, watched: Variable) -> str:
        """The id of the observation that the one was raised and the other did not change."""
        return f"obs:{raised.id[4:]}.leaves-unchanged.{watched.id[4:]}"

    def observation(self, raised: Variable, watched: Variable, evidence: Iterable[Evidence]) -> Observation:
        """An observation of the background layer that nothing changed; its evidence was made for `observation_id`."""
        identity = self.observation_id(raised, watched)
        observation = Observation(
            id=identity,
            iri=iri_of(identity),
            layer=Layer.BACKGROUND,
            label=self._label_once(identity, f"{watched.label.en} does not change under {raised.label.en}"),
            evidence=tuple(evidence),
            raised=(raised,),
            variable=watched,
            change=Change.UNCHANGED,
        )
        self._entries.append(observation)
        return observation

    def association_id(self, subject: Term, target: Term, predicate: str = "associatedWith", sign: Sign | None = None) -> str:
        """The id of the association that says this."""
        tail = {Sign.PLUS: "-positively", Sign.MINUS: "-negatively"}.get(sign, "") if sign else ""
        return f"assoc:{_bare(subject)}.{predicate}{tail}.{_bare(target)}"

    def association(
        self,
        subject: Term,
        target: Term,
        evidence: Iterable[Evidence],
        *,
        predicate: str = "associatedWith",
        sign: Sign | None = None,
        mechanisms: tuple[str, ...] = (),
    ) -> Association:
        """An association of the background layer; its evidence was made for `association_id`."""
        identity = self.association_id(subject, target, predicate, sign)
        way = {Sign.PLUS: "positively ", Sign.MINUS: "negatively "}.get(sign, "") if sign else ""
        association = Association(
            id=identity,
            iri=iri_of(identity),
            layer=Layer.BACKGROUND,
            label=self._label_once(identity, f"{subject.label.en} is {way}associated with {target.label.en}"),
            evidence=tuple(evidence),
            mechanisms=mechanisms,
            subject=subject,
            predicate=predicate,
            object=target,
            sign=sign,
        )
        self._entries.append(association)
        return association

    def description_id(self, subject: Term, predicate: str, target: Term) -> str:
        """The id of the description that says this."""
        return f"desc:{_bare(subject)}.{predicate}.{_bare(target)}"

    def description(
        self,
        subject: Term,
        predicate: str,
        target: Term,
        evidence: Iterable[Evidence],
        *,
        words: str = "",
        mechanisms: tuple[str, ...] = (),
    ) -> Description:
        """A description of the background layer; its evidence was made for `description_id`."""
        identity = self.description_id(subject, predicate, target)
        description = Description(
            id=identity,
            iri=iri_of(identity),
            layer=Layer.BACKGROUND,
            label=self._label_once(identity, words or f"{subject.label.en} {predicate} {target.label.en}"),
            evidence=tuple(evidence),
            mechanisms=mechanisms,
            subject=subject,
            predicate=predicate,
            object=target,
        )
        self._entries.append(description)
        return description

    def _label_once(self, identity: str, words: str) -> Label:
        """The label of an entry when it is first made; a later record that says the same does not label it again."""
        if identity in self._labelled:
            return Label()
        self._labelled.add(identity)
        return Label(en=words)

    def bridge(self, claim: Claim, entity: Entity) -> None:
        """Where a claim changes how much there is of something that acts, the derived claim that more of it does more, once.

        Without it no chain would pass from what changes an amount to what the thing then does. It names the rule and the claim that
        it rests on, and is of the derived layer, so that an answer can leave it out.
        """
        amount = claim.object
        usual = DEFAULT_ASPECT.get(entity.kind, "Activity")
        if not isinstance(amount, Variable) or amount.aspect != "Abundance" or usual != "Activity" or amount.broader:
            return
        if amount.id in self._bridged:
            return
        self._bridged.add(amount.id)
        self._derive(claim, self.variable(entity), f"claim:derived.more-of-it-does-more.{amount.id[4:]}")

    def follow(self, claim: Claim, target: Variable) -> Claim:
        """The derived claim that more of what a claim changes gives more of this: of a transcript its protein, of a thing one activity."""
        return self._derive(claim, target, f"claim:derived.more-of-it-does-more.{claim.object.id[4:]}.{target.id[4:]}")

    def _derive(self, claim: Claim, target: Variable, identity: str) -> Claim:
        """The derived claim that more of what a claim raises or lowers raises this."""
        evidence = tuple(replace(one, id=f"{identity}.e{n}", iri=iri_of(f"{identity}.e{n}")) for n, one in enumerate(claim.evidence[:1], 1))
        derived = Claim(
            id=identity,
            iri=iri_of(identity),
            layer=Layer.DERIVED,
            evidence=evidence,
            subject=claim.object,
            predicate="increases",
            object=target,
            rule=MORE_DOES_MORE,
            premises=(claim.id,),
        )
        self._entries.append(derived)
        return derived


def _bare(term: Term) -> str:
    return term.id.partition(":")[2]
