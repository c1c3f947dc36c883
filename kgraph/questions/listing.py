"""Lists of what is known: claims and their kin, results, notes, mechanisms. One thing in full: `showing.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from kgraph.errors import InvalidValue
from kgraph.model import Claim, Entry, Mechanism, Note, Result, Selection, Term, Variable
from kgraph.questions.naming import Thing, resolve, resolve_reference, variables_of
from kgraph.store import Knowledge

KINDS = ("claim", "association", "description", "observation")


def claims(
    knowledge: Knowledge,
    *,
    about: Iterable[str] = (),
    kind: str = "",
    reference: str = "",
    selection: Selection = Selection(),
) -> tuple[Entry, ...]:
    """Claims, associations, descriptions and observations: every entry that is not a result.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    about : iterable of str
        Names; each entry must speak of all of them. An entity stands for its variables too.
    kind : str
        One of ``claim``, ``association``, ``description``, ``observation``; all when empty.
    reference : str
        A publication or citation number that the evidence rests on or cites.
    selection : Selection
        Layers, mechanisms, species.

    Returns
    -------
    tuple of Entry, sorted by id

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        For an unknown kind.
    """
    if kind and kind not in KINDS:
        raise InvalidValue(f"'{kind}' is no kind of entry", where="kind", remedy="use one of " + ", ".join(KINDS))
    entries = (entry for entry in knowledge.entries(kind or None, selection=selection) if not isinstance(entry, Result))
    return _speaking_of(knowledge, _resting_on(knowledge, entries, reference), about)


def results(
    knowledge: Knowledge,
    *,
    about: Iterable[str] = (),
    reference: str = "",
    selection: Selection = Selection(),
) -> tuple[Result, ...]:
    """Measured results, each number with its unit; parameters, order and errors as in `claims`.

    A result speaks of its population, intervention, comparator, route and outcome.
    """
    entries = _resting_on(knowledge, knowledge.entries("result", selection=selection), reference)
    return tuple(entry for entry in _speaking_of(knowledge, entries, about) if isinstance(entry, Result))


def notes(knowledge: Knowledge, *, about: Iterable[str] = (), matter: str = "") -> tuple[Note, ...]:
    """The notes on entries: where wording, a sign, a figure or a citation needs the reader's care.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    about : iterable of str
        Names; a note is on such a thing itself, or on an entry that speaks of it.
    matter : str
        Only notes of this class, such as ``sign``.

    Returns
    -------
    tuple of Note, sorted by id
    """
    found: tuple[Note, ...] = tuple(note for note in knowledge.notes() if matter in ("", note.matter))
    for name in about:
        thing = resolve(knowledge, name)
        ids = _ids_of(knowledge, thing)
        ids |= {entry.id for entry in knowledge.entries() if terms_of(entry) & ids or entry.id in ids}
        found = tuple(note for note in found if note.id == thing.id or ids.intersection(note.about))
    return found


def mechanisms(knowledge: Knowledge) -> tuple[Mechanism, ...]:
    """The named mechanisms, in the order of their numbers, branches after their parent, the unnumbered last."""
    every = {mechanism.id: mechanism for mechanism in knowledge.mechanisms()}

    def place(mechanism: Mechanism) -> tuple[bool, str, str, bool, str]:
        head = every.get(mechanism.part_of, mechanism)
        return (not head.number, head.number.zfill(4), head.id, bool(mechanism.part_of), mechanism.id)

    return tuple(sorted(every.values(), key=place))


def terms_of(entry: Entry) -> set[str]:
    """The ids of everything that an entry speaks of, its contexts included."""
    found: set[str] = set(entry.mechanisms)
    for field in fields(entry):
        value = getattr(entry, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Term):
                found.add(one.id)
            if isinstance(one, Variable):
                found |= {one.entity, one.species, one.region, one.cell_type}
    if isinstance(entry, Claim):
        found |= set(entry.mediators)
    for evidence in entry.evidence:
        context = evidence.context
        found |= {context.species, context.region, context.cell_type, context.population, context.route}
    return found - {""}


def references_of(entry: Entry) -> set[str]:
    """The ids of the publications and citation numbers that the evidence of an entry rests on or cites."""
    return {reference for evidence in entry.evidence for reference in (evidence.reference, *evidence.cites)}


def _ids_of(knowledge: Knowledge, thing: Thing) -> set[str]:
    """The ids that stand for a thing: its own, and for an entity those of its variables."""
    variables = variables_of(knowledge, thing) if isinstance(thing, Term) else ()
    return {thing.id, *(variable.id for variable in variables)}


def _speaking_of(knowledge: Knowledge, entries: Iterable[Entry], about: Iterable[str]) -> tuple[Entry, ...]:
    found = tuple(entries)
    for name in about:
        ids = _ids_of(knowledge, resolve(knowledge, name))
        found = tuple(entry for entry in found if entry.id in ids or terms_of(entry) & ids or references_of(entry) & ids)
    return found


def _resting_on(knowledge: Knowledge, entries: Iterable[Entry], reference: str) -> tuple[Entry, ...]:
    if not reference:
        return tuple(entries)
    wanted = resolve_reference(knowledge, reference).id
    return tuple(entry for entry in entries if wanted in references_of(entry))
