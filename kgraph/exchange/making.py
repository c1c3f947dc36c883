"""From names, identifiers and signs of another format to values with ids of ours. Which of them a format has: its importer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kgraph.exchange.coherence import SignedMechanism
from kgraph.exchange.identifiers import iri_of, reference_curie, slug
from kgraph.exchange.imported import Extra, Imported
from kgraph.exchange.kinds import DEFAULT_ASPECT, aspect_in_words
from kgraph.model import (
    PREDICATE_OF,
    Association,
    Bearing,
    Certainty,
    Claim,
    Context,
    Description,
    Entity,
    Entry,
    Evidence,
    Identifier,
    Label,
    Layer,
    Mechanism,
    Reference,
    Sign,
    Term,
    Variable,
)
from kgraph.vocabulary.prefixes import STANDARD
from kgraph.vocabulary.terms import ALT_LABEL, KG

EVIDENCE_TEXT = KG + "evidenceText"
CATEGORY = STANDARD["biolink"] + "category"
NOWHERE = Context()
T = TypeVar("T", bound=Term)


class Maker:
    """Makes the values of one import, and remembers which terms it has given.

    The same identifier gives the same entity in every import and every format, so that graphs from two sources meet where they
    speak of the same thing: ``mesh:D005473`` is ``ent:mesh.D005473`` with that identifier as its exact match. An entry is named by
    what it says: a second record that says the same adds its mechanism and its evidence to it.

    Parameters
    ----------
    source : str
        A short name of the source, such as ``drugmechdb``; things without an identifier are named under it.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._given: dict[str, Term] = {}
        self._categories: set[tuple[str, str]] = set()
        self._name = self._place = ""
        self._terms: list[Term] = []
        self._entries: list[Entry] = []
        self._extras: list[Extra] = []

    def open(self, name: str, place: str) -> None:
        """Begins a record."""
        self._name, self._place = name, place
        self._terms, self._entries, self._extras = [], [], []

    def close(self, mechanism: SignedMechanism | None = None) -> Imported:
        """The record, with all that was made since `open`."""
        return Imported(
            name=self._name,
            place=self._place,
            terms=tuple(self._terms),
            entries=tuple(self._entries),
            extras=tuple(self._extras),
            mechanism=mechanism,
        )

    def entity(
        self, curie: str, name: str, kind: str, *, category: str = "", synonyms: Iterable[str] = (), also: Iterable[str] = ()
    ) -> Entity:
        """The entity with this identifier; without one, the entity of this name in this source.

        An entity that was given before keeps its name and kind; another name becomes a synonym.

        Parameters
        ----------
        curie : str
            As `kgraph.exchange.identifiers.preferred` gives it, or empty.
        name, kind : str
            The label, and a class of the schema such as ``Drug``.
        category : str
            The class of Biolink, kept beside `kind`.
        synonyms, also : iterable of str
            Further names, and further preferred CURIEs of the same thing.
        """
        identity = "ent:" + (slug(curie) if curie else f"{self.source}.{slug(name.casefold())}")
        earlier = self._given.get(identity)
        if isinstance(earlier, Entity):
            self._rename(earlier, name)
            self._categorise(identity, category)
            return earlier
        curies = sorted({one for one in (curie, *also) if one})
        entity = Entity(
            id=identity,
            iri=iri_of(identity),
            label=Label(en=name or curie),
            synonyms=tuple(sorted({one for one in synonyms if one and one != name})),
            identifiers=tuple(Identifier(curie=one, mapping="exact" if one == curie else "close") for one in curies),
            kind=kind,
        )
        self._categorise(identity, category)
        return self._give(entity)

    def variable(self, entity: Entity, aspect: str = "", *, state: str = "") -> Variable:
        """The variable for an aspect of an entity; without an aspect, for the one that its kind most often stands for.

        `state` says in words which form of the entity is meant (``phosphorylated at S9``, ``in the nucleus``); each form is a
        variable of its own.
        """
        usual = DEFAULT_ASPECT.get(entity.kind, "Activity")
        chosen = aspect or usual
        tail = "" if chosen == usual else f"-{slug(chosen.lower())}"
        identity = f"var:{entity.id[4:]}{tail}" + (f"-{slug(state)}" if state else "")
        earlier = self._given.get(identity)
        if isinstance(earlier, Variable):
            return earlier
        form = f"{entity.label.en} ({state})" if state else entity.label.en
        label = form if chosen == usual else f"{aspect_in_words(chosen)} of {form}"
        return self._give(Variable(id=identity, iri=iri_of(identity), label=Label(en=label), entity=entity.id, aspect=chosen))

    def mechanism(self, name: str, label: str, summary: str = "") -> Mechanism:
        """A mechanism of this source."""
        identity = f"mech:{self.source}.{slug(name)}"
        return self._once(identity, Mechanism(id=identity, iri=iri_of(identity), label=Label(en=label), summary=Label(en=summary)))

    def reference(self, text: str, *, citation: str = "") -> Reference:
        """A publication or page: by its CURIE where it has one, else as it is written."""
        curie = reference_curie(text)
        identity = "ref:" + slug(curie or text)
        identifiers = (Identifier(curie=curie),) if curie else ()
        return self._once(
            identity,
            Reference(
                id=identity,
                iri=iri_of(identity),
                label=Label(en=curie or text),
                identifiers=identifiers,
                citation=citation or ("" if curie else text),
                status="unverified",
            ),
        )

    def record(self, name: str, label: str) -> Reference:
        """A record of the source itself, as the reference where a claim was read."""
        identity = f"ref:{self.source}.{slug(name)}"
        return self._once(
            identity, Reference(id=identity, iri=iri_of(identity), label=Label(en=label), citation=label, status="unverified")
        )

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
    ) -> Evidence:
        """One evidence of an entry, named by what it says, so that the same evidence read twice is one.

        `text` is the sentence that the source quotes; it stays in the user's own folder.
        """
        cited = tuple(sorted(one.id for one in cites))
        ways = tuple(method)
        told = repr((reference.id, cited, text, disputes, certainty.value, ways, context, comment))
        number = int.from_bytes(hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=5).digest())
        identity = f"{entry}.e{number}"
        if text:
            self.extra(identity, EVIDENCE_TEXT, text)
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
        )
        self._entries.append(claim)
        return claim

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
        association = Association(
            id=identity,
            iri=iri_of(identity),
            layer=Layer.BACKGROUND,
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
        label = Label(en=words or f"{subject.label.en} {predicate} {target.label.en}")
        description = Description(
            id=identity,
            iri=iri_of(identity),
            layer=Layer.BACKGROUND,
            label=label if identity not in self._given else Label(),
            evidence=tuple(evidence),
            mechanisms=mechanisms,
            subject=subject,
            predicate=predicate,
            object=target,
        )
        self._given.setdefault(identity, Term(id=identity, iri=description.iri))
        self._entries.append(description)
        return description

    def extra(self, subject: str, predicate: str, value: str, *, iri: bool = False) -> None:
        """A triple beside the values."""
        self._extras.append(Extra(subject=subject, predicate=predicate, value=value, iri=iri))

    def _categorise(self, identity: str, category: str) -> None:
        if category and (identity, category) not in self._categories:
            self._categories.add((identity, category))
            self.extra(identity, CATEGORY, STANDARD["biolink"] + slug(category), iri=True)

    def _rename(self, earlier: Entity, name: str) -> None:
        known = {earlier.label.en.casefold(), *(one.casefold() for one in earlier.synonyms)}
        if name and name.casefold() not in known:
            self._given[earlier.id] = replace(earlier, synonyms=(*earlier.synonyms, name))
            self.extra(earlier.id, ALT_LABEL, name)

    def _once(self, identity: str, term: T) -> T:
        earlier = self._given.get(identity)
        return earlier if isinstance(earlier, type(term)) else self._give(term)

    def _give(self, term: T) -> T:
        self._given[term.id] = term
        self._terms.append(term)
        return term


def _bare(term: Term) -> str:
    return term.id.partition(":")[2]
