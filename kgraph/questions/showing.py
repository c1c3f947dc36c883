"""Everything known about one thing. Lists of things: `listing.py`."""

from __future__ import annotations

from kgraph.model import Claim, Entry, Locator, Note, Term, Variable
from kgraph.questions.listing import references_of, terms_of
from kgraph.questions.naming import resolve, variables_of
from kgraph.store import Knowledge
from kgraph.views.show import Dossier


def show(knowledge: Knowledge, name: str) -> Dossier:
    """Everything known about the one thing that a name names.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    name : str
        An entity, variable, claim or other entry, mechanism, reference, note or locator.

    Returns
    -------
    Dossier
        Variables, entries and notes each sorted by id. Of a locator: the entries that were read there.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    """
    thing = resolve(knowledge, name)
    variables = _variables(knowledge, thing)
    ids = {thing.id, *(variable.id for variable in variables)}
    entries = tuple(entry for entry in knowledge.entries() if _is_about(entry, thing, ids))
    about = set() if isinstance(thing, Note) else ids | {entry.id for entry in entries}
    notes = tuple(note for note in knowledge.notes() if about.intersection(note.about))
    return Dossier(thing=thing, variables=variables, entries=entries, notes=notes)


def _variables(knowledge: Knowledge, thing: Term | Entry | Note | Locator) -> tuple[Variable, ...]:
    """Those of an entity, and those narrower than a variable."""
    if isinstance(thing, Variable):
        return tuple(variable for variable in knowledge.variables() if thing.id in variable.broader)
    return variables_of(knowledge, thing) if isinstance(thing, Term) else ()


def _is_about(entry: Entry, thing: Term | Entry | Note | Locator, ids: set[str]) -> bool:
    """Whether an entry is the thing, speaks of it, rests on it, is derived from it, or is what the note is about."""
    if isinstance(thing, Note):
        return entry.id in thing.about
    if isinstance(thing, Locator):
        return any(piece.locator == thing.id for piece in entry.evidence)
    if isinstance(thing, Entry):
        return thing.id == entry.id or (isinstance(entry, Claim) and thing.id in entry.premises)
    return bool(ids & (terms_of(entry) | references_of(entry)))
