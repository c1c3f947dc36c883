"""What a term of BEL means here: an entity, and the variable of it that a statement is about. Statements: `bel_entries.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kgraph.exchange.bel_canonical import one_letter, text_of
from kgraph.exchange.bel_syntax import Call, Name, write
from kgraph.exchange.bel_table import ACTS_AS, CATEGORY, KIND_OF_FUNCTION, KIND_OF_SPACE, MODIFIED, SPACES
from kgraph.exchange.identifiers import preferred, slug
from kgraph.exchange.indra_agents import site
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.model import Entity, Variable
from kgraph.vocabulary.prefixes import STANDARD

# The name space of what only this graph names.
OWN = "KGRAPH"
NOTATION = STANDARD["skos"] + "notation"
# Functions that may be a member of a complex or composite.
_STANDING = frozenset({*KIND_OF_FUNCTION, "act", "deg", "sec", "surf", "tloc"})
_FORMS = frozenset({"loc", "pmod", "gmod", "var", "frag"})
_MOVING = {"sec": "Release", "surf": "Surface"}
# Where PyBEL writes a secretion, or an expression on the surface, as a translocation.
_OUTSIDE = frozenset({"extracellular space", "extracellular region", "0005615", "0005576"})
_ON_SURFACE = frozenset({"cell surface", "0009986"})


class BelMeaning(ValueError):
    """Why a term, though it is BEL by its form, says nothing that can be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a term means: the thing, and its variable.

    `turned` is true where more of the term is less of the variable (a degradation); `plain` where the term is the thing itself, so that
    a description is of the thing and not of a variable.
    """

    entity: Entity
    variable: Variable
    turned: bool = False
    plain: bool = True


@dataclass(slots=True)
class _Thing:
    """A thing with the form that it is in."""

    entity: Entity
    function: str
    states: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    modified: bool = False
    phosphorylated: bool = False
    place: Entity | None = None


class BelTerms:
    """Makes entities and variables of canonical terms, and tells the report what came near only."""

    def __init__(self, maker: Maker, report: Report) -> None:
        self._maker = maker
        self._report = report
        self._noted: set[str] = set()

    def meaning(self, term: Call) -> Meaning:
        """What a canonical term means.

        Raises
        ------
        BelMeaning
            It names nothing, or is of a function that BEL does not have.
        """
        read: Callable[[Call], Meaning] = {"act": self._activity, "deg": self._degradation, "rxn": self._reaction}.get(
            term.function, self._moved if term.function in (*_MOVING, "tloc") else self._abundance
        )
        found = read(term)
        self._note(found.variable.id, _inner(term) if found.turned else term)
        return found

    def place(self, name: Name) -> Entity:
        """A place in a cell or a body."""
        curie, own, words = self._identified(name)
        return self._maker.entity(own, words, "Region", synonyms=_written(name), also=[curie] if own != curie and curie else [])

    def _note(self, identity: str, term: Call) -> None:
        """The term itself, beside what stands for it; of several terms for one thing the first."""
        if identity not in self._noted:
            self._noted.add(identity)
            self._maker.extra(identity, NOTATION, write(term))

    def _abundance(self, term: Call) -> Meaning:
        own = next((one for one in term.args if isinstance(one, Name) and one.space == OWN and one.text.startswith("var:")), None)
        if own is not None and len(own.text) > 4:
            # A variable of ours that BEL has no term for stands there under its id.
            variable = self._maker.named_variable(own.text, own.label or own.text[4:])
            self._report.kept("variable of ours")
            return Meaning(entity=self._maker.entity_of(variable), variable=variable, plain=False)
        thing = self._thing(term)
        self._report.kept(f"term {term.function}()")
        return Meaning(entity=thing.entity, variable=self._of(thing), plain=not (thing.states or thing.sites or thing.modified))

    def _of(self, thing: _Thing) -> Variable:
        """The variable for how much there is of a thing in its form."""
        if thing.function in ("bp", "path", "rxn"):
            return self._variable(thing, "", thing.states)
        if thing.phosphorylated and not thing.modified:
            return self._variable(thing, "Phosphorylation", [*thing.sites, *thing.states])
        states = [*([f"phosphorylated {one}".strip() for one in thing.sites]), *thing.states]
        return self._variable(thing, "Amount" if thing.modified else "Abundance", states)

    def _variable(self, thing: _Thing, aspect: str, states: list[str]) -> Variable:
        return self._maker.variable(thing.entity, aspect, state=", ".join(sorted(one for one in states if one)), place=thing.place)

    def _activity(self, term: Call) -> Meaning:
        inner = _inner(term)
        thing = self._thing(inner)
        states = _all_states(thing)
        for kind in (one for one in term.args[1:] if isinstance(one, Call) and one.function == "ma"):
            states += [f"as {_acting(one)}" for one in kind.args if isinstance(one, Name)]
        self._report.kept("term act()")
        return Meaning(entity=thing.entity, variable=self._variable(thing, "Activity", states), plain=False)

    def _degradation(self, term: Call) -> Meaning:
        thing = self._thing(_inner(term))
        self._report.approximated("term deg()", "how much there is of it, with the sign turned round")
        return Meaning(entity=thing.entity, variable=self._of(thing), turned=True, plain=False)

    def _moved(self, term: Call) -> Meaning:
        thing = self._thing(_inner(term))
        states = _all_states(thing)
        aspect = _MOVING.get(term.function, "")
        before, after = _end(term, "fromLoc"), _end(term, "toLoc")
        if after and not aspect:
            keys = {after.text, after.label}
            aspect = "Release" if keys & _OUTSIDE else "Surface" if keys & _ON_SURFACE else ""
        if aspect:
            self._report.kept(f"term {term.function}()")
            return Meaning(entity=thing.entity, variable=self._variable(thing, aspect, states), plain=False)
        words = [f"from {before.label or before.text}" if before else "", f"to {after.label or after.text}" if after else ""]
        states.append(" ".join(["moving", *(one for one in words if one)]))
        thing.place = self.place(after) if after else None
        self._report.approximated("term tloc()", "how much of the thing arrives, as a variable in the place that it goes to")
        return Meaning(entity=thing.entity, variable=self._variable(thing, "Amount", states), plain=False)

    def _reaction(self, term: Call) -> Meaning:
        sides = {one.function: one for one in term.args if isinstance(one, Call)}
        used, made = (self._parts(sides.get(name)) for name in ("reactants", "products"))
        if not used and not made:
            raise BelMeaning("a reaction without reactants and products")
        words = f"reaction of {_listed(used)} to {_listed(made)}"
        entity = self._maker.entity(f"ent:{self._maker.source}.reaction.{_key(used)}.to.{_key(made)}", words, "Process")
        self._note(entity.id, term)
        self._report.kept("term rxn()")
        return Meaning(entity=entity, variable=self._maker.variable(entity), plain=True)

    def parts(self, term: Call) -> dict[str, list[Meaning]]:
        """The members of a complex or composite, the reactants and products of a reaction; none of anything else."""
        if term.function in ("complex", "composite"):
            return {"hasComponent": self._parts(term)}
        if term.function == "rxn":
            sides = {one.function: one for one in term.args if isinstance(one, Call)}
            return {"used": self._parts(sides.get("reactants")), "made": self._parts(sides.get("products"))}
        return {}

    def _parts(self, term: Call | None) -> list[Meaning]:
        held = [one for one in term.args if isinstance(one, Call)] if term else []
        return [self.meaning(one) for one in held if one.function in _STANDING]

    def _thing(self, term: Call) -> _Thing:
        """The thing of an abundance, process or pathology, with its form."""
        function = term.function
        if function not in KIND_OF_FUNCTION:
            raise BelMeaning(f"{function[:40]}() is no term of BEL that stands here")
        if function == "rxn":
            return _Thing(self._reaction(term).entity, function)
        first = term.args[0] if term.args else None
        if isinstance(first, Name):
            thing = _Thing(self._entity(function, first), function)
        elif isinstance(first, Call) and first.function == "fus":
            thing = _Thing(self._fusion(function, first), function)
        elif function in ("complex", "composite"):
            thing = _Thing(self._whole(term), function)
        else:
            raise BelMeaning(f"{function}() names nothing")
        for other in (one.function for one in term.args if isinstance(one, Call)):
            if other not in _FORMS and other not in _STANDING and other != "fus":
                self._report.lost("argument of a term", f"{other[:30]}() is nothing of BEL that stands there")
        forms = [one for one in term.args if isinstance(one, Call) and one.function in _FORMS]
        self._note(thing.entity.id, Call(function, tuple(one for one in term.args if one not in forms)))
        for form in forms:
            self._form(thing, form)
        thing.states.sort()
        return thing

    def _entity(self, function: str, name: Name) -> Entity:
        curie, own, words = self._identified(name)
        kind = KIND_OF_SPACE.get((function, name.space.casefold()), KIND_OF_FUNCTION[function])
        if function in ("g", "r"):
            # A gene, its transcript and its protein are three things with one identifier: it is exact for the protein only.
            tail, what = (".gene", "gene") if function == "g" else (".rna", "RNA")
            return self._maker.entity(
                f"ent:{own.removeprefix('ent:')}{tail}",
                f"{words} {what}",
                kind,
                category=CATEGORY[function],
                also=[curie] if curie else [],
            )
        return self._maker.entity(own, words, kind, category=CATEGORY.get(function, ""), synonyms=_written(name))

    def _identified(self, name: Name) -> tuple[str, str, str]:
        """The CURIE of a name (empty without one), what the entity goes by, and its label."""
        if not name.space:
            return "", f"ent:{self._maker.source}.{slug(name.text)}", name.text
        if name.space == OWN:
            own = name.text if name.text.startswith("ent:") else f"ent:{self._maker.source}.{OWN}.{name.text}"
            return "", own, name.label or name.text
        registries = SPACES.get(name.space.casefold(), (name.space,))
        curie = next((found for one in registries if (found := preferred(name.text, prefix=one))), "")
        if not curie and name.label:
            self._report.approximated(
                f"identifier in {name.space[:30]}", "the name alone: the identifier is malformed, or of no known registry"
            )
        return curie, curie or f"ent:{self._maker.source}.{name.space}.{name.text}", name.label or name.text

    def _whole(self, term: Call) -> Entity:
        parts = self._parts(term)
        if len(parts) < 1:
            raise BelMeaning(f"{term.function}() names nothing")
        words = f"complex of {_listed(parts)}" if term.function == "complex" else f"{_listed(parts)} together"
        if term.function == "composite":
            self._report.approximated("term composite()", "kg:Entity, with what it is of as components")
        return self._maker.entity(f"ent:{self._maker.source}.{term.function}.{_key(parts)}", words, KIND_OF_FUNCTION[term.function])

    def _fusion(self, function: str, fusion: Call) -> Entity:
        names = [one for one in fusion.args if isinstance(one, Name)]
        if len(names) < 3:
            raise BelMeaning("a fusion of fewer than two named partners")
        partners = [names[0], names[2 if len(names) > 3 else 1]]
        breaks = [one.text for one in names if not one.space and one.text != "?"]
        words = "-".join(one.label or one.text for one in partners) + " fusion" + (f" ({', '.join(breaks)})" if breaks else "")
        tail = {"g": " gene", "r": " RNA"}.get(function, "")
        return self._maker.entity(f"ent:{self._maker.source}.fusion.{function}.{write(fusion)}", words + tail, KIND_OF_FUNCTION[function])

    def _form(self, thing: _Thing, form: Call) -> None:
        words = [text_of(one) for one in form.args]
        name = form.args[0] if form.args and isinstance(form.args[0], Name) else None
        if form.function == "loc" and name:
            thing.place = self.place(name)
            thing.states.append(f"in {name.label or name.text}")
        elif form.function in ("pmod", "gmod") and name:
            where = site(one_letter(words[1]) if len(words) > 1 else "", words[2] if len(words) > 2 else "").strip()
            if form.function == "pmod" and not name.space and name.text == "Ph":
                thing.phosphorylated = True
                thing.sites.append(where)
            else:
                thing.modified = True
                thing.states.append(f"{MODIFIED.get(name.text, '') or f'with {name.label or name.text}'} {where}".strip())
        elif form.function == "var" and name:
            thing.states.append(f"variant {name.text}")
        elif form.function == "frag":
            thing.states.append(f"fragment {' '.join(words)}".strip())
        else:
            self._report.lost("argument of a term", f"{form.function}() names nothing")


def _inner(term: Call) -> Call:
    first = term.args[0] if term.args else None
    if not isinstance(first, Call):
        raise BelMeaning(f"{term.function}() of nothing")
    return first


def _end(term: Call, which: str) -> Name | None:
    held = next((one for one in term.args if isinstance(one, Call) and one.function == which), None)
    return next((one for one in held.args if isinstance(one, Name)), None) if held else None


def _all_states(thing: _Thing) -> list[str]:
    return [*thing.states, *(f"phosphorylated {one}".strip() for one in thing.sites)]


def _acting(kind: Name) -> str:
    return ACTS_AS[kind.text][0] if kind.text in ACTS_AS and not kind.space else (kind.label or kind.text).removesuffix(" activity")


def _listed(parts: list[Meaning]) -> str:
    return ", ".join(sorted(one.entity.label.en if one.plain else one.variable.label.en for one in parts)) or "nothing"


def _key(parts: list[Meaning]) -> str:
    return "+".join(sorted(one.entity.id[4:] if one.plain else one.variable.id[4:] for one in parts))


def _written(name: Name) -> list[str]:
    """A name with its name space, by which it can be asked for where two name spaces have the same name."""
    return [f"{name.space}:{name.text}"] if name.space and name.space != OWN else []
