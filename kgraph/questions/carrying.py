"""What carries a verdict: single claims, references, species and layers without which it would be another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kgraph.errors import LimitReached
from kgraph.model import Bearing, Carried, Carrying, Claim, Entity, Evidence, LeftOut, Link, Mishap, Selection, Sign, Variable, Verdict
from kgraph.questions.ends import Ends, ends
from kgraph.questions.limits import MAX_LINKS
from kgraph.questions.reaching import reached
from kgraph.reasoning import Carrier, SignedGraph, leaving_out, weigh
from kgraph.reasoning import carriers as carrying
from kgraph.store import Knowledge

MOST_CLAIMS = 1000
_TOO_MANY = f"more than {MOST_CLAIMS} claims lie between, too many to try each"
_STEPS = 200_000
_HUMAN = "NCBITaxon:9606"


def carriers(
    knowledge: Knowledge,
    source: str,
    target: str,
    *,
    direct: bool = True,
    max_links: int | None = MAX_LINKS,
    selection: Selection = Selection(),
) -> Carried:
    """The claims whose loss or reversal changes the verdict, and the verdict without each reference, species and layer.

    Without a reference, the pieces of evidence fall away that it gives, or that cite nothing but it; without a species, those seen in
    it; a claim falls when nothing supports it any more, and a derived claim when one of its premises falls.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    source, target : str
        Names; an entity stands for all its variables and the ones narrower than those.
    direct : bool
        Whether links from a source straight to a target count.
    max_links : int, optional
        The longest chain that counts.
    selection : Selection
        The layers, mechanisms and species that the answer may rest on.

    Returns
    -------
    Carried
        Carriers by claim id, lost before reversed; groups by kind (layer, reference, species), then id; links by their ends.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    LimitReached
        More than 1000 claims lie on ways from source to target.

    Notes
    -----
    Asks for the verdict up to twice for each claim that lies between source and target, and once for each group.
    """
    across = ends(knowledge, source, target, direct=direct, selection=selection)
    claims = _between(knowledge, across, selection)
    if len(claims) > MOST_CLAIMS:
        raise LimitReached(_TOO_MANY, where=f"{len(claims)} claims", remedy="limit the layers, mechanisms or species")
    asking = _Asking(across, max_links)
    supports = [(claim.id, (claim.subject.id, claim.object.id, claim.sign)) for claim in claims]
    variables = [*across.sources, *across.targets]
    by_id = {claim.id: claim for claim in (*claims, *_premises(knowledge, claims))}
    verdict = asking(SignedGraph.from_links((link for _, link in supports), variables=variables))
    changing = _changing(claims, asking, variables)
    left = []
    for kind, groups in _groups(list(by_id.values()), {claim.id for claim in claims}, knowledge).items():
        for without in leaving_out(supports, groups, asking, variables=variables):
            gone = tuple(sorted(groups[without.group]))
            left.append(LeftOut(kind=kind, group=without.group, claims=gone, verdict=without.answer, changed=without.changed))
    return Carried(
        source=across.source,
        target=across.target,
        verdict=verdict,
        claims=len(claims),
        carriers=tuple(Carrying(claim=by_id[one.claim], mishap=one.mishap, verdict=one.answer) for one in changing),
        left_out=tuple(left),
        animal_only=_animal_only(knowledge, across, claims),
        complete=asking.complete,
        direct=across.direct,
        without_direct=not direct,
    )


class _Asking:
    """Asks for the verdict on a graph; `complete` turns false when a search for a chain of some sign was cut."""

    def __init__(self, across: Ends, max_links: int | None) -> None:
        self._across, self._max_links = across, max_links
        self.complete = True

    def __call__(self, graph: SignedGraph) -> Verdict:
        vague = [link for link in graph.links() if link[2] is Sign.UNKNOWN and len(graph.signs_between(link[0], link[1])) > 1]
        signed = graph.without(links=vague) if vague else graph
        found = weigh(signed, self._across.sources, self._across.targets, max_links=self._max_links, limit=1, steps=_STEPS)
        self.complete = self.complete and not found.limit.startswith("steps")
        return found.verdict


def _changing(claims: Sequence[Claim], asking: _Asking, variables: Sequence[str]) -> list[Carrier[Verdict]]:
    """The carriers, by claim id: what happens to a premise happens to all that is derived from it."""
    rows = [(claim, (claim.subject.id, claim.object.id, claim.sign)) for claim in claims]
    premises = {premise for claim in claims for premise in claim.premises}
    own = carrying([(claim.id, link) for claim, link in rows], asking, variables=variables)
    found = [one for one in own if one.claim not in premises]
    if premises:
        moved = [(premise, link) for claim, link in rows for premise in claim.premises or (claim.id,)]
        found += [one for one in carrying(moved, asking, variables=variables) if one.claim in premises]
    return sorted(found, key=lambda one: (one.claim, one.mishap is not Mishap.LOST))


def _premises(knowledge: Knowledge, claims: Iterable[Claim]) -> list[Claim]:
    """The claims from which some of these are derived, by id, without those that are among them."""
    here = {claim.id for claim in claims}
    found = (knowledge.entry(identity) for identity in sorted({premise for claim in claims for premise in claim.premises} - here))
    return [entry for entry in found if isinstance(entry, Claim)]


def _between(knowledge: Knowledge, across: Ends, selection: Selection) -> list[Claim]:
    """The claims on pairs of variables that lie on a way from a source to a target, by id."""
    pairs = {(link[0], link[1]) for link in across.graph.links()}
    below = set(reached(across.graph, across.sources)[0])
    above = set(reached(across.graph, across.targets, against=True)[0])
    wanted = sorted(pair for pair in pairs if pair[0] in below and pair[1] in above)
    if len(wanted) > MOST_CLAIMS:
        raise LimitReached(_TOO_MANY, where=f"{len(wanted)} pairs", remedy="limit the layers, mechanisms or species")
    found = {claim.id: claim for pair in wanted for claim in knowledge.claims_between(*pair, None, selection)}
    return [found[identity] for identity in sorted(found)]


def _groups(claims: Sequence[Claim], told: set[str], knowledge: Knowledge) -> dict[str, dict[str, set[str]]]:
    """For each kind, each group with the ids of the claims that fall without it, as far as they are told."""
    matches = {one.id: one.match for one in knowledge.references()}
    rests = {claim.id: [_rests_on(piece, matches) for piece in _support(claim)] for claim in claims}
    seen_in = {claim.id: [_seen_in(claim, piece) for piece in _support(claim)] for claim in claims}
    layers = {claim.id: [{claim.layer.value}] for claim in claims}
    return {kind: _falling(claims, rows, told) for kind, rows in (("layer", layers), ("reference", rests), ("species", seen_in))}


def _falling(claims: Sequence[Claim], rows: Mapping[str, list[set[str]]], told: set[str]) -> dict[str, set[str]]:
    """For each group: the claims of which every piece falls with it, and what was derived from these."""
    found: dict[str, set[str]] = {}
    for group in sorted({group for pieces in rows.values() for piece in pieces for group in piece}):
        gone = {claim.id for claim in claims if rows[claim.id] and all(group in piece for piece in rows[claim.id])}
        gone |= {claim.id for claim in claims if gone.intersection(claim.premises)}
        found[group] = gone & told
    return {group: gone for group, gone in found.items() if gone}


def _support(claim: Claim) -> list[Evidence]:
    return [piece for piece in claim.evidence if piece.bearing is Bearing.SUPPORTS]


def _rests_on(piece: Evidence, matches: Mapping[str, str]) -> set[str]:
    """The references without which a piece of evidence falls: who says it, and the one paper that is cited for it, if it is one."""
    cited = {matches.get(one) or one for one in piece.cites}
    return {piece.reference} | (cited if len(cited) == 1 else set())


def _seen_in(claim: Claim, piece: Evidence) -> set[str]:
    own = {term.species for term in (claim.subject, claim.object) if isinstance(term, Variable)}
    return ({piece.context.species} | own) - {""}


def _animal_only(knowledge: Knowledge, across: Ends, claims: Sequence[Claim]) -> tuple[Link, ...]:
    """The links whose evidence names species, but never humans and no group of people."""
    humans = {one.id for one in knowledge.entities() if _is_human(one)}

    def animal(link: Link) -> bool:
        pieces = [(claim, piece) for claim in link.claims for piece in _support(claim)]
        seen = set().union(*(_seen_in(*pair) for pair in pieces)) if pieces else set()
        return bool(seen) and not seen & humans and not any(piece.context.population for _, piece in pieces)

    keys = sorted({(claim.subject.id, claim.object.id, claim.sign.value) for claim in claims})
    links = [
        across.gatherer.link(first, last, Sign(sign)) for first, last, sign in keys if Sign(sign) in across.graph.signs_between(first, last)
    ]
    return tuple(link for link in links if animal(link))


def _is_human(entity: Entity) -> bool:
    return entity.id == "ent:human" or any(one.curie == _HUMAN for one in entity.identifiers)
