"""What a picture of the graph shows. How it is drawn: `kgraph.views`."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.model import Label, Mechanism, Selection, Term
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.limits import HOPS, MOST_VARIABLES
from kgraph.questions.listing import mechanisms
from kgraph.questions.naming import resolve, variables_of
from kgraph.store import Knowledge
from kgraph.views.picture import GraphPicture, focused


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
    gatherer = LinkGatherer(knowledge, chosen)
    links = tuple(gatherer.link(*link) for link in knowledge.links(chosen))
    focus = sorted({variable.id for term in terms for variable in variables_of(knowledge, term)})
    on_links = {end.id: end for link in links for end in (link.subject, link.object)}
    ends = {**on_links, **{variable: knowledge.term(variable) for variable in focus}}
    held = {mechanism for link in links for mechanism in gatherer.mechanisms(link.claims)}
    picture = GraphPicture(
        title=_title(terms),
        variables=tuple(ends[key] for key in sorted(ends)),
        links=links,
        mechanisms=tuple(mechanism for mechanism in mechanisms(knowledge) if mechanism.id in held),
        summary=terms[0].summary if len(terms) == 1 and isinstance(terms[0], Mechanism) else Label(),
        focus=tuple(focus),
    )
    return focused(picture, most=most, hops=hops if focus else None)


def _title(terms: list[Term]) -> Label:
    if not terms:
        return Label(en="The mechanism graph", zh="机制图谱")
    return Label(en=", ".join(term.label.en or term.id for term in terms), zh="、".join(term.label.zh or term.id for term in terms))
