"""Entities, variables, mechanisms and references from names and identifiers of another format. What is said of them: `making.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kgraph.exchange.identifiers import iri_of, kept_slug, preferred, reference_curie, slug
from kgraph.exchange.imported import Extra
from kgraph.exchange.kinds import ASPECTS, DEFAULT_ASPECT, aspect_in_words
from kgraph.model import Entity, Identifier, Label, Mechanism, Reference, Term, Variable
from kgraph.vocabulary.prefixes import STANDARD
from kgraph.vocabulary.terms import ALT_LABEL, KG, LABEL, RDF_TYPE

ANNOTATION = KG + "annotation"
REFINES = KG + "refines"
CATEGORY = STANDARD["biolink"] + "category"
T = TypeVar("T", bound=Term)


class TermMaker:
    """Makes the terms of one import, and remembers which it has given.

    The same identifier gives the same entity in every import and every format, so that graphs from two sources meet where they
    speak of the same thing: ``mesh:D005473`` is ``ent:mesh.D005473`` with that identifier as its exact match.

    Parameters
    ----------
    source : str
        A short name of the source, such as ``drugmechdb``; things without an identifier are named under it.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._given: dict[str, Term] = {}
        self._categories: set[tuple[str, str]] = set()
        self._methods: set[str] = set()
        self._terms: list[Term] = []
        self._extras: list[Extra] = []

    def entity(
        self, curie: str, name: str, kind: str, *, category: str = "", synonyms: Iterable[str] = (), also: Iterable[str] = ()
    ) -> Entity:
        """The entity with this identifier; without one, the entity of this name in this source.

        An entity that was given before keeps its name and kind; another name becomes a synonym.

        Parameters
        ----------
        curie : str
            As `kgraph.exchange.identifiers.preferred` gives it, or empty; or an id of ours (``ent:…``), which is then kept.
        name, kind : str
            The label, and a class of the schema such as ``Drug``.
        category : str
            The class of Biolink, kept beside `kind`.
        synonyms, also : iterable of str
            Further names, and further preferred CURIEs of the same thing.
        """
        own = curie.startswith("ent:")
        identity = "ent:" + (kept_slug(curie[4:]) if own else slug(curie) if curie else f"{self.source}.{slug(name.casefold())}")
        earlier = self._given.get(identity)
        if isinstance(earlier, Entity):
            self._rename(earlier, name)
            self._categorise(identity, category)
            return earlier
        curies = sorted({one for one in ("" if own else curie, *also) if one})
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

    def variable(self, entity: Entity, aspect: str = "", *, state: str = "", key: str = "", place: Entity | None = None) -> Variable:
        """The variable for an aspect of an entity; without an aspect, for the one that its kind most often stands for.

        `state` says in words which form of the entity is meant (``phosphorylated at S9``, ``in the nucleus``); each form is a
        variable of its own, special to that of the entity in any form. `key` stands for the state in its id, where the words of a
        state differ from file to file; `place` is the region or kind of cell that it is a variable in.
        """
        usual = DEFAULT_ASPECT.get(entity.kind, "Activity")
        chosen = aspect or usual
        tail = "" if chosen == usual else f"-{slug(chosen.lower())}"
        identity = f"var:{entity.id[4:]}{tail}" + (f"-{slug(key or state)}" if state else "")
        earlier = self._given.get(identity)
        if isinstance(earlier, Variable):
            return earlier
        form = f"{entity.label.en} ({state})" if state else entity.label.en
        label = form if chosen == usual else f"{aspect_in_words(chosen)} of {form}"
        broader = (self.variable(entity, aspect).id,) if state else ()
        return self._give(
            Variable(
                id=identity,
                iri=iri_of(identity),
                label=Label(en=label),
                entity=entity.id,
                aspect=chosen,
                region=place.id if place and place.kind != "CellType" else "",
                cell_type=place.id if place and place.kind == "CellType" else "",
                broader=broader,
            )
        )

    def named_variable(self, identity: str, label: str) -> Variable:
        """The variable under an id of ours, of which only a label is known.

        An id that this program made tells its identifier and its aspect (``var:uniprot.P42345-abundance``); of any other the entity is one
        of the same name.
        """
        base, aspect = _told_by(identity[4:])
        words = label.removeprefix(f"{aspect_in_words(aspect)} of ") if aspect else label
        curie = preferred(base.replace(".", ":", 1)) if "." in base else ""
        entity = self.entity(curie if curie and slug(curie) == base else f"ent:{identity[4:]}", words if curie else label, "Entity")
        identity = f"var:{kept_slug(identity[4:])}"
        chosen = aspect if curie and aspect else DEFAULT_ASPECT.get(entity.kind, "Activity")
        return self._once(identity, Variable(id=identity, iri=iri_of(identity), label=Label(en=label), entity=entity.id, aspect=chosen))

    def entity_of(self, variable: Variable) -> Entity:
        """The entity that a variable made here is about."""
        entity = self._given[variable.entity]
        assert isinstance(entity, Entity)
        return entity

    def mechanism(self, name: str, label: str, summary: str = "") -> Mechanism:
        """A mechanism of this source; one that has an id of ours (``mech:…``) keeps it."""
        identity = f"mech:{kept_slug(name[5:])}" if name.startswith("mech:") else f"mech:{self.source}.{slug(name)}"
        return self._once(identity, Mechanism(id=identity, iri=iri_of(identity), label=Label(en=label), summary=Label(en=summary)))

    def reference(self, text: str, *, citation: str = "") -> Reference:
        """A publication or page: by its CURIE where it has one, else as it is written."""
        curie = reference_curie(text)
        # What we wrote ourselves comes back under its own name.
        identity = "ref:" + slug(curie or text.removeprefix("ref:"))
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

    def method(self, curie: str, label: str) -> str:
        """A kind of evidence, declared when it is first named; gives its CURIE back."""
        if curie not in self._methods:
            self._methods.add(curie)
            self.extra(curie, RDF_TYPE, KG + "Method", iri=True)
            self.extra(curie, LABEL, label, language="en")
        return curie

    def extra(self, subject: str, predicate: str, value: str, *, iri: bool = False, language: str = "") -> None:
        """A triple beside the values."""
        self._extras.append(Extra(subject=subject, predicate=predicate, value=value, iri=iri, language=language))

    def _categorise(self, identity: str, category: str) -> None:
        if category and (identity, category) not in self._categories:
            self._categories.add((identity, category))
            self.extra(identity, CATEGORY, STANDARD["biolink"] + slug(category), iri=True)

    def _rename(self, earlier: Entity, name: str) -> None:
        known = {earlier.label.en.casefold(), *(one.casefold() for one in earlier.synonyms)}
        if name and name.casefold() not in known:
            self._given[earlier.id] = replace(earlier, synonyms=(*earlier.synonyms, name))
            self.extra(earlier.id, ALT_LABEL, name, language="en")

    def _once(self, identity: str, term: T) -> T:
        earlier = self._given.get(identity)
        return earlier if isinstance(earlier, type(term)) else self._give(term)

    def _give(self, term: T) -> T:
        self._given[term.id] = term
        self._terms.append(term)
        return term


def _told_by(local: str) -> tuple[str, str]:
    """The name of the thing in an id of a variable, and the aspect behind it; empty where the usual one is meant."""
    base, _, tail = local.rpartition("-")
    aspect = next((one for one in sorted({*ASPECTS.values(), *DEFAULT_ASPECT.values()}) if one.lower() == tail), "")
    return (base, aspect) if base and aspect else (local, "")
