"""What a picture of the graph shows. How it is drawn: `kgraph.views`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.model import Label, Mechanism, Selection, Term
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.limits import HOPS, MOST_VARIABLES
from kgraph.questions.listing import mechanisms
from kgraph.questions.naming import resolve, variables_of
from kgraph.reasoning import SignedLink
from kgraph.store import Knowledge
from kgraph.views.picture import GraphPicture


def view(
    knowledge: Knowledge,
    names: Iterable[str] = (),
    *,
    hops: int = HOPS,
    most: int = MOST_VARIABLES,
    selection: Selection = Selection(),
) -> GraphPicture:
    """The part of the graph to draw.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    names : iterable of str
        Entities and variables stand in the focus, and what lies within `hops` links of them is shown. Mechanisms limit the
        picture to their claims. Without names, everything.
    hops : int
        How far from the focus.
    most : int
        The most variables; what is left out is counted.
    selection : Selection
        Layers, mechanisms and species.

    Returns
    -------
    GraphPicture
        Variables sorted by id, links by subject, object and sign, mechanisms by number.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    """
    things = [resolve(knowledge, name, kinds=(Term,)) for name in names]
    limits = tuple(thing.id for thing in things if isinstance(thing, Mechanism))
    terms = [thing for thing in things if isinstance(thing, Term)]
    chosen = Selection(layers=selection.layers, mechanisms=(*selection.mechanisms, *limits), species=selection.species)
    focus = sorted({variable.id for term in terms for variable in variables_of(knowledge, term)})
    every = knowledge.links(chosen)
    known = {end for subject, target, _ in every for end in (subject, target)} | set(focus)
    kept = _nearest(every, focus, most=most, hops=hops if focus else None) if focus or len(known) > most else known
    gatherer = LinkGatherer(knowledge, chosen)
    links = tuple(gatherer.link(*link) for link in every if link[0] in kept and link[1] in kept)
    ends = {end.id: end for link in links for end in (link.subject, link.object)}
    held = {mechanism for link in links for mechanism in gatherer.mechanisms(link.claims)}
    return GraphPicture(
        title=_title(terms),
        variables=tuple(ends[key] if key in ends else knowledge.term(key) for key in sorted(kept)),
        links=links,
        mechanisms=tuple(mechanism for mechanism in mechanisms(knowledge) if mechanism.id in held),
        summary=terms[0].summary if len(terms) == 1 and isinstance(terms[0], Mechanism) else Label(),
        focus=tuple(one for one in focus if one in kept),
        hidden_variables=len(known) - len(kept),
        hidden_links=len(every) - len(links),
    )


def _nearest(links: Sequence[SignedLink], focus: Sequence[str], *, most: int, hops: int | None) -> set[str]:
    """The ids of the first variables met from the focus, links followed both ways; without a focus, from the busiest variable.

    Done on ids, before any link becomes a value: of a hundred thousand links only those shown are worth making.
    """
    near: dict[str, set[str]] = {}
    for subject, target, _ in links:
        near.setdefault(subject, set()).add(target)
        near.setdefault(target, set()).add(subject)
    starts = list(focus) or [min(near, key=lambda one: (-len(near[one]), one))]
    kept = set(starts[:most])
    ring, reached = sorted(kept), 0
    while ring and len(kept) < most and (hops is None or reached < hops):
        met = sorted({other for one in ring for other in near.get(one, ())} - kept)
        ring, reached = met[: most - len(kept)], reached + 1
        kept |= set(ring)
    return kept


def _title(terms: list[Term]) -> Label:
    if not terms:
        return Label(en="The mechanism graph", zh="机制图谱")
    return Label(en=", ".join(term.label.en or term.id for term in terms), zh="、".join(term.label.zh or term.id for term in terms))
