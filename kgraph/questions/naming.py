"""From a name that somebody typed to the one thing it names, or a clear refusal. How names are folded: `kgraph.store`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kgraph.errors import AmbiguousName, EntityNotFound, InvalidValue
from kgraph.model import Entity, Entry, Layer, Locator, Mechanism, Note, Reference, Selection, Term, Variable
from kgraph.store import Knowledge, fold
from kgraph.vocabulary.prefixes import compact

Thing = Term | Entry | Note | Locator

_ENDS = (Entity, Variable)
_MOST_MECHANISMS = 8


def resolve(knowledge: Knowledge, name: str, *, kinds: Sequence[type[Term]] = ()) -> Thing:
    """The one thing that a name names.

    Parameters
    ----------
    knowledge : Knowledge
        Where to look.
    name : str
        A label, synonym, identifier (CURIE), id or slug, in English or Chinese; width, case, Greek letters, hyphens and
        traditional characters are folded. Claims, other entries, notes and locators go by their id.
    kinds : sequence of Term classes
        Only terms of these classes; all things when empty.

    Returns
    -------
    Term, Entry, Note or Locator

    Raises
    ------
    EntityNotFound
        Nothing has this name; carries the three nearest names, in both languages.
    AmbiguousName
        Several things have it; carries them all, sorted by id. A label, synonym or identifier wins over a slug, and an
        entity over the variables of that same entity.
    """
    text = name.strip()
    found = [term for term in knowledge.find(text) if not kinds or isinstance(term, tuple(kinds))] if text else []
    remaining = _without_variables_of_entities(_called(found, text) or found)
    if len(remaining) == 1:
        return remaining[0]
    if remaining:
        raise AmbiguousName(
            f"'{name}' names {len(remaining)} things",
            candidates=tuple(_described(term) for term in sorted(remaining, key=lambda term: term.id)),
            remedy="use one of the ids: " + "; ".join(_described(term) for term in sorted(remaining, key=lambda term: term.id)),
        )
    entry = None if kinds else _by_id(knowledge, text)
    if entry is not None:
        return entry
    raise not_found(knowledge, name)


def resolve_term(knowledge: Knowledge, name: str) -> Term:
    """The entity or variable that a name names; errors as `resolve`."""
    term = resolve(knowledge, name, kinds=_ENDS)
    assert isinstance(term, Term)
    return term


def resolve_mechanism(knowledge: Knowledge, name: str) -> Mechanism:
    """The mechanism that a name or its number names; errors as `resolve`, but only mechanisms are offered."""
    every = knowledge.mechanisms()
    for mechanism in every:
        if mechanism.number and mechanism.number == name.strip():
            return mechanism
    try:
        found = resolve(knowledge, name, kinds=(Mechanism,))
    except EntityNotFound as error:
        by_id = {one.id: one for one in every}
        near = [by_id[identity] for _, _, identity in knowledge.near(name, 4 * _MOST_MECHANISMS) if identity in by_id][:3]
        known = tuple(_described(one) for one in near or every[:_MOST_MECHANISMS])
        rest = f", and {len(every) - len(known)} more: kgraph mechanisms" if not near and len(every) > len(known) else ""
        asked = "did you mean " if near else "use one of "
        remedy = f"{asked}{'; '.join(known)}{rest}" if known else "this graph has no mechanisms"
        raise EntityNotFound(f"no mechanism is named '{name}'", candidates=known, remedy=remedy) from error
    assert isinstance(found, Mechanism)
    return found


def resolve_reference(knowledge: Knowledge, name: str) -> Reference:
    """The publication or citation number that a name names; errors as `resolve`."""
    found = resolve(knowledge, name, kinds=(Reference,))
    assert isinstance(found, Reference)
    return found


def variables_of(knowledge: Knowledge, term: Term) -> tuple[Variable, ...]:
    """The variables that a question about a term asks about.

    A variable stands for itself. An entity stands for its variables and all variables narrower than those.

    Returns
    -------
    tuple of Variable, sorted by id; empty for an entity of which no variable is known.
    """
    if isinstance(term, Variable):
        return (term,)
    return knowledge.variables_of(term.id)


def layer_of(text: str) -> Layer:
    """The layer of this name; `InvalidValue` for any other."""
    try:
        return Layer(text)
    except ValueError:
        raise InvalidValue(f"'{text}' is not a layer", remedy="use one of " + ", ".join(layer.value for layer in Layer)) from None


def select(knowledge: Knowledge, *, layers: Iterable[Layer] = (), mechanisms: Iterable[str] = (), species: Iterable[str] = ()) -> Selection:
    """The selection of these layers, mechanisms and species, the last two given by name; errors as `resolve`."""
    return Selection(
        layers=tuple(layers),
        mechanisms=tuple(resolve_mechanism(knowledge, name).id for name in mechanisms),
        species=tuple(resolve(knowledge, name, kinds=(Entity,)).id for name in species),
    )


def not_found(knowledge: Knowledge, name: str) -> EntityNotFound:
    """The refusal of an unknown name, with the three nearest ones in both languages."""
    near = tuple(f"{en} / {zh} ({identity})" for en, zh, identity in knowledge.near(name, 3)) if name.strip() else ()
    remedy = "did you mean: " + "; ".join(near) if near else "'kgraph claims' lists what is known"
    return EntityNotFound(f"nothing is named '{name}'", candidates=near, remedy=remedy)


def _by_id(knowledge: Knowledge, text: str) -> Entry | Note | Locator | None:
    """The entry, note or locator with this id or IRI; ``None`` where there is none, for then the name is looked at as a whole."""
    if ":" not in text:
        return None
    readers: dict[str, Callable[[str], Entry | Note | Locator]] = {"note": knowledge.note, "loc": knowledge.locator}
    try:
        return readers.get(compact(text).partition(":")[0], knowledge.entry)(text)
    except EntityNotFound:
        return None


def _called(found: Sequence[Term], text: str) -> list[Term]:
    """Those that have the text as id, label, synonym or identifier, not only as the slug of their id."""
    folded = fold(text)

    def names(term: Term) -> Iterable[str]:
        return (term.id, term.iri, term.label.en, term.label.zh, *term.synonyms, *(one.curie for one in term.identifiers))

    return [term for term in found if any(fold(name) == folded for name in names(term) if name)]


def _without_variables_of_entities(found: Sequence[Term]) -> list[Term]:
    """Drop each variable whose own entity was found too: the entity already stands for it."""
    entities = {term.id for term in found if isinstance(term, Entity)}
    return [term for term in found if not (isinstance(term, Variable) and term.entity in entities)]


def _described(term: Term) -> str:
    return f"{term.id} ({type(term).__name__.lower()}: {term.label.en} / {term.label.zh})"
