"""Lists of what is known: claims and their kin, results, notes, mechanisms. One thing in full: `showing.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.errors import InvalidValue
from kgraph.model import Entry, Mechanism, Note, Result, Selection
from kgraph.questions.naming import Thing, resolve, resolve_reference
from kgraph.questions.speaking import ids_of, speaking_of
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
    things = _things(knowledge, about, reference)
    return tuple(entry for entry in _entries(knowledge, kind or None, things, selection) if not isinstance(entry, Result))


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
    found = _entries(knowledge, "result", _things(knowledge, about, reference), selection)
    return tuple(entry for entry in found if isinstance(entry, Result))


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
        ids = ids_of(knowledge, thing) | speaking_of(knowledge, thing)
        found = tuple(note for note in found if note.id == thing.id or ids.intersection(note.about))
    return found


def mechanisms(knowledge: Knowledge) -> tuple[Mechanism, ...]:
    """The named mechanisms, in the order of their numbers, branches after their parent, the unnumbered last."""
    every = {mechanism.id: mechanism for mechanism in knowledge.mechanisms()}

    def place(mechanism: Mechanism) -> tuple[bool, str, str, bool, str]:
        head = every.get(mechanism.part_of, mechanism)
        return (not head.number, head.number.zfill(4), head.id, bool(mechanism.part_of), mechanism.id)

    return tuple(sorted(every.values(), key=place))


def _things(knowledge: Knowledge, about: Iterable[str], reference: str) -> list[Thing]:
    """What each entry must speak of."""
    named = [resolve(knowledge, name) for name in about]
    return [*named, resolve_reference(knowledge, reference)] if reference else named


def _entries(knowledge: Knowledge, kind: str | None, things: Sequence[Thing], selection: Selection) -> Iterable[Entry]:
    """The selected entries of a kind that speak of all these things, sorted by id."""
    if not things:
        return knowledge.entries(kind, selection=selection)
    ids = set.intersection(*(speaking_of(knowledge, thing) for thing in things))
    if selection != Selection():
        ids &= {entry.id for entry in knowledge.entries(kind, selection=selection)}
    found = (knowledge.entry(identity) for identity in sorted(ids))
    return tuple(entry for entry in found if kind in (None, type(entry).__name__.lower()))
