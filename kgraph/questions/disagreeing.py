"""Where sources disagree: the same pair with opposite signs, also across general and special variables and derived claims."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.model import Claim, Disagreement, Selection
from kgraph.questions.naming import resolve
from kgraph.questions.speaking import speaking_of
from kgraph.reasoning import disagreements
from kgraph.store import Knowledge


def contradictions(knowledge: Knowledge, names: Iterable[str] = (), *, selection: Selection = Selection()) -> tuple[Disagreement, ...]:
    """All pairs of variables that some claims raise and others lower, and the context fields that tell the two sides apart.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    names : iterable of str
        Only what speaks of all of these; everything when empty.
    selection : Selection
        The layers, mechanisms and species of the claims.

    Returns
    -------
    tuple of Disagreement
        Those about one pair first, then those between a pair and a more general one; each by the ids of its ends.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.

    Notes
    -----
    A field resolves a disagreement when every piece of evidence states it and no value stands on both sides.

    Examples
    --------
    >>> import kgraph
    >>> [found.separated_by for found in contradictions(kgraph.load()) if not found.general]
    [('species',)]
    """
    every = [entry for entry in knowledge.entries("claim", selection=selection) if isinstance(entry, Claim)]
    found = disagreements(every, variables=knowledge.variables())
    wanted = [speaking_of(knowledge, resolve(knowledge, name)) for name in names]
    return tuple(one for one in found if all(ids & {claim.id for claim in (*one.raising, *one.lowering)} for ids in wanted))
