"""Everything known about one thing. Lists of things: `listing.py`."""

from __future__ import annotations

from kgraph.model import Note, Term, Variable
from kgraph.questions.naming import Thing, resolve, variables_of
from kgraph.questions.speaking import ids_of, speaking_of
from kgraph.store import Knowledge
from kgraph.views.dossier import Dossier


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
    entries = tuple(knowledge.entry(identity) for identity in sorted(speaking_of(knowledge, thing)))
    about = set() if isinstance(thing, Note) else ids_of(knowledge, thing) | {entry.id for entry in entries}
    notes = tuple(note for note in knowledge.notes() if about.intersection(note.about))
    return Dossier(thing=thing, variables=_variables(knowledge, thing), entries=entries, notes=notes)


def _variables(knowledge: Knowledge, thing: Thing) -> tuple[Variable, ...]:
    """Those of an entity, and those narrower than a variable."""
    if isinstance(thing, Variable):
        return tuple(variable for variable in knowledge.variables() if thing.id in variable.broader)
    return variables_of(knowledge, thing) if isinstance(thing, Term) else ()
