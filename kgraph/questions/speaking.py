"""Which entries speak of a thing, asked of the engine: no entry becomes a value that is not wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from kgraph.errors import EntityNotFound
from kgraph.model import Entity, Entry, Note, Reference
from kgraph.queries import Limits, Parameter, Query, run
from kgraph.questions.naming import Thing, variables_of
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import compact

_WHOLE = Limits(rows=None, seconds=None, megabytes=None)
_SPEAKING = Query(
    name="speaking-of",
    parameters=(Parameter(name="thing", type="iri", required=True),),
    text="""
SELECT DISTINCT ?thing ?entry WHERE {
  { ?entry ?way ?thing }
  UNION { ?entry kg:evidence ?piece . ?piece ?way ?thing }
  UNION { ?variable kg:entity|kg:species|kg:region|kg:cellType ?thing . ?entry ?end ?variable }
  VALUES ?kind { kg:Claim kg:Association kg:Description kg:Observation kg:Result }
  ?entry a ?kind .
}""",
)


def ids_of(knowledge: Knowledge, thing: Thing) -> set[str]:
    """The ids that stand for a thing: its own; of an entity also its variables, of a paper the numbers that most likely mean it."""
    found = {thing.id}
    if isinstance(thing, Entity):
        found |= {variable.id for variable in variables_of(knowledge, thing)}
    if isinstance(thing, Reference):
        found |= {number.id for number in knowledge.references() if number.match == thing.id}
    return found


def speaking_of(knowledge: Knowledge, thing: Thing) -> set[str]:
    """The ids of all entries that speak of a thing, rest on it, or are derived from it; of an entry, itself too.

    Notes
    -----
    A note speaks of what it is about. Costs a look into the index for each id that stands for the thing.
    """
    if isinstance(thing, Note):
        return set(_entries_among(knowledge, thing.about))
    found = {thing.id} if isinstance(thing, Entry) else set()
    for identity in ids_of(knowledge, thing):
        iri = thing.iri if identity == thing.id else identity
        for row in run(knowledge, _SPEAKING, {"thing": iri}, _WHOLE).rows:
            found |= {compact(cell.value) for cell in row[1:] if cell is not None}
    return found


def _entries_among(knowledge: Knowledge, ids: Iterable[str]) -> Iterator[str]:
    """Those ids that are of entries; a note may be about a term too, or about what the data never declare."""
    for identity in ids:
        with suppress(EntityNotFound):
            yield knowledge.entry(identity).id
