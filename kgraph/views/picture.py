"""The value that pages and pictures are drawn from, and the choice of what is shown when there is too much to read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kgraph.model import Bearing, Claim, Intervened, Label, Link, Mechanism, Observation, Sign, Term

MOST = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """An observation, and its interventions read as interventions on variables."""

    observation: Observation
    interventions: tuple[Intervened, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphPicture:
    """What a graph page shows: variables, the links between them with their claims, and what it is about.

    `variables` and `links` are drawn in a layout that depends on their order, so both come sorted. `mechanisms` are offered as
    filters. `focus` holds the ids of the variables that the picture is about. `hidden_variables` and `hidden_links` count what
    was left out; of that, `beyond_variables` (nearest first) and `beyond_links` are at hand to be shown when asked for. `start` holds
    the ids of the variables to begin with; all where it is empty. `observed` holds what was seen under interventions,
    `outdone` the links of unreported sign that add nothing while a signed link joins their pair.
    """

    title: Label
    variables: tuple[Term, ...]
    links: tuple[Link, ...]
    mechanisms: tuple[Mechanism, ...] = ()
    summary: Label = Label()
    focus: tuple[str, ...] = ()
    hidden_variables: int = 0
    hidden_links: int = 0
    beyond_variables: tuple[Term, ...] = ()
    beyond_links: tuple[Link, ...] = ()
    start: tuple[str, ...] = ()
    observed: tuple[Watched, ...] = ()
    outdone: tuple[Link, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims on the links, in the order of the links."""
        return tuple(claim for link in self.links for claim in link.claims)


def link_id(link: Link) -> str:
    """A stable id of a link: its ends and sign."""
    return f"{link.subject.id}|{link.sign.value}|{link.object.id}"


def focused(picture: GraphPicture, *, most: int = MOST, hops: int | None = None) -> GraphPicture:
    """The part of a picture that can be read: what lies nearest to its focus.

    Parameters
    ----------
    picture : GraphPicture
        Any size.
    most : int
        The most variables to keep.
    hops : int, optional
        Keep only variables at most this many links away from the focus; no such limit when ``None``.

    Returns
    -------
    GraphPicture
        Variables in their old order, links among them, and what was hidden, counted and kept as beyond. Without a focus the search
        starts from the variable with the most links.

    Notes
    -----
    Breadth first in both directions, O(variables + links).
    """
    known = {variable.id for variable in picture.variables}
    starts = [one for one in picture.focus if one in known] or _busiest(picture)
    if hops is None and len(known) <= most:
        return picture
    kept = _nearest(picture.links, starts, most, hops)
    if len(kept) < most and hops is None:
        kept |= set([variable.id for variable in picture.variables if variable.id not in kept][: most - len(kept)])
    variables = tuple(variable for variable in picture.variables if variable.id in kept)
    links = tuple(link for link in picture.links if link.subject.id in kept and link.object.id in kept)
    return replace(
        picture,
        variables=variables,
        links=links,
        hidden_variables=picture.hidden_variables + len(picture.variables) - len(variables),
        hidden_links=picture.hidden_links + len(picture.links) - len(links),
        beyond_variables=(*(variable for variable in picture.variables if variable.id not in kept), *picture.beyond_variables),
        beyond_links=(*(link for link in picture.links if not {link.subject.id, link.object.id} <= kept), *picture.beyond_links),
    )


def contradicted(links: Iterable[Link]) -> frozenset[str]:
    """The ids of links that another link contradicts (same ends, opposite sign) or that evidence disputes."""
    every = tuple(links)
    signs: dict[tuple[str, str], set[Sign]] = {}
    for link in every:
        signs.setdefault((link.subject.id, link.object.id), set()).add(link.sign)
    both = {Sign.PLUS, Sign.MINUS}
    return frozenset(
        link_id(link) for link in every if (both <= signs[link.subject.id, link.object.id] and link.sign in both) or is_disputed(link)
    )


def is_disputed(link: Link) -> bool:
    """Whether some evidence disputes a claim of the link."""
    return any(piece.bearing is Bearing.DISPUTES for claim in link.claims for piece in claim.evidence)


def evidence_count(link: Link) -> int:
    """How many pieces of evidence the claims of a link have: the width of its line."""
    return sum(len(claim.evidence) for claim in link.claims)


def _busiest(picture: GraphPicture) -> list[str]:
    degree = {variable.id: 0 for variable in picture.variables}
    for link in picture.links:
        for end in (link.subject.id, link.object.id):
            if end in degree:
                degree[end] += 1
    return [min(degree, key=lambda one: (-degree[one], one))] if degree else []


def _nearest(links: Iterable[Link], starts: Iterable[str], most: int, hops: int | None) -> set[str]:
    """The first `most` variables met in a breadth-first search over links in both directions."""
    near: dict[str, list[str]] = {}
    for link in links:
        near.setdefault(link.subject.id, []).append(link.object.id)
        near.setdefault(link.object.id, []).append(link.subject.id)
    kept = set(list(starts)[:most])
    waiting = deque((one, 0) for one in sorted(kept))
    while waiting and len(kept) < most:
        one, distance = waiting.popleft()
        for other in sorted(set(near.get(one, ()))):
            if other not in kept and len(kept) < most and (hops is None or distance < hops):
                kept.add(other)
                waiting.append((other, distance + 1))
    return kept
