"""What a picture of the graph shows. How it is drawn: `kgraph.views`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from kgraph.errors import LookupFailed
from kgraph.model import Chain, Claim, Label, Link, Mechanism, Observation, Selection, Sign, Term
from kgraph.questions.explaining import explain_between
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.intervening import intervened_in
from kgraph.questions.lesson_steps import chains_to_tell, ends_of
from kgraph.questions.limits import HOPS, MOST_BEYOND, MOST_BEYOND_LINKS, MOST_VARIABLES
from kgraph.questions.listing import mechanisms
from kgraph.questions.naming import resolve, resolve_term, variables_of
from kgraph.reasoning import SignedLink
from kgraph.store import Knowledge
from kgraph.views.picture import GraphPicture, Watched

SOURCE, TARGET = "ketamine", "antidepressant effect"
"""The ends of the question that a page begins with, where the graph has them."""

_AT_ONCE, _FEW = 60, 5000


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
        Variables sorted by id, links by subject, object and sign, mechanisms by number. What is left out is kept as beyond, nearest
        first, up to a bound. A whole graph too large to be read at once starts with the chains of the main question.

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
    whole = not focus and len(known) <= most
    met = sorted(known) if whole else _nearest(every, focus, hops=hops if focus else None, most=most)
    kept = set(met[:most])
    gatherer = LinkGatherer(knowledge, chosen)
    links = tuple(gatherer.link(*link) for link in every if link[0] in kept and link[1] in kept)
    after = [] if whole else [one for one in _nearest(every, met, hops=None, most=len(kept) + MOST_BEYOND) if one not in kept]
    outer = kept.union(after)
    further = [link for link in every if link[0] in outer and link[1] in outer and not (link[0] in kept and link[1] in kept)]
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
        beyond_variables=tuple(gatherer.variable(one) for one in after),
        beyond_links=tuple(gatherer.link(*link) for link in further[:MOST_BEYOND_LINKS]),
        start=_start(knowledge, chosen, kept) if not focus and not limits and len(kept) > _AT_ONCE else (),
        observed=_observed(knowledge, chosen, outer, every),
        outdone=_outdone(knowledge, chosen, every, gatherer),
    )


def _start(knowledge: Knowledge, selection: Selection, kept: Collection[str]) -> tuple[str, ...]:
    """The variables that tell the main question, sorted; nothing where the graph has no such question, or no chain.

    Of every mechanism the chains that its lesson tells; of a graph without mechanisms, all chains.
    """
    try:
        ends = [variables_of(knowledge, resolve_term(knowledge, name)) for name in (SOURCE, TARGET)]
    except LookupFailed:
        return ()
    if not all(ends):
        return ()
    asked = {variable.id for side in ends for variable in side}
    told: list[Chain] = []
    for mechanism in knowledge.mechanisms():
        across = ends_of(knowledge, mechanism, (ends[0], ends[1]))
        if asked.intersection(one.id for one in across[1]):
            told += chains_to_tell(explain_between(knowledge, *across, selection=replace(selection, mechanisms=(mechanism.id,))).chains)
    told = told or list(explain_between(knowledge, ends[0], ends[1], selection=selection).chains)
    met = {end.id for chain in told for link in chain.links for end in (link.subject, link.object)}
    return tuple(sorted(met & set(kept)))


def _outdone(knowledge: Knowledge, selection: Selection, links: Sequence[SignedLink], gatherer: LinkGatherer) -> tuple[Link, ...]:
    """The links of unreported sign that `links` leaves out for a signed one; not looked for in a large graph."""
    if len(links) > _FEW:
        return ()
    signed = {link[:2] for link in links if link[2] is not Sign.UNKNOWN}
    claims = (one for one in knowledge.entries("claim", selection=selection) if isinstance(one, Claim))
    pairs = {(one.subject.id, one.object.id) for one in claims if one.sign is Sign.UNKNOWN}
    return tuple(gatherer.link(*pair, Sign.UNKNOWN) for pair in sorted(pairs & signed))


def _observed(knowledge: Knowledge, selection: Selection, known: Collection[str], links: Sequence[SignedLink]) -> tuple[Watched, ...]:
    """The observations of the selected layers that speak of these variables, or measure one that no link reaches, by id."""
    linked = {end for subject, target, _ in links for end in (subject, target)}
    layers = Selection(layers=selection.layers)
    found = []
    for entry in knowledge.entries("observation", selection=layers):
        if isinstance(entry, Observation) and (entry.variable.id in known or entry.variable.id not in linked):
            done = intervened_in(knowledge, entry)
            if done and all(act.variable.id in known for act in done):
                found.append(Watched(observation=entry, interventions=done))
    return tuple(found)


def _nearest(links: Sequence[SignedLink], focus: Sequence[str], *, hops: int | None, most: int) -> list[str]:
    """The ids of the first variables met from the focus, links followed both ways; without a focus, from the busiest variable.

    Done on ids, before any link becomes a value: of a hundred thousand links only those shown are worth making.
    """
    near: dict[str, set[str]] = {}
    for subject, target, _ in links:
        near.setdefault(subject, set()).add(target)
        near.setdefault(target, set()).add(subject)
    starts = list(focus) or [min(near, key=lambda one: (-len(near[one]), one))]
    kept = dict.fromkeys(starts[:most])
    ring, reached = sorted(kept), 0
    while ring and len(kept) < most and (hops is None or reached < hops):
        met = sorted({other for one in ring for other in near.get(one, ())} - kept.keys())
        ring, reached = met[: most - len(kept)], reached + 1
        kept.update(dict.fromkeys(ring))
    return list(kept)


def _title(terms: list[Term]) -> Label:
    if not terms:
        return Label(en="The mechanism graph", zh="机制图谱")
    return Label(en=", ".join(term.label.en or term.id for term in terms), zh="、".join(term.label.zh or term.id for term in terms))
