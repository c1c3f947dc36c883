"""Links with the claims that stand on them. Which links are wanted: the questions that use this."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.errors import LookupFailed
from kgraph.model import Bearing, Chain, Claim, Link, Selection, Sign, Term
from kgraph.reasoning import Path
from kgraph.store import Knowledge


class LinkGatherer:
    """Makes links of ids: each with all selected claims that agree on subject, object and sign, and each made once."""

    def __init__(self, knowledge: Knowledge, selection: Selection) -> None:
        self._knowledge = knowledge
        self._selection = selection
        self._links: dict[tuple[str, str, Sign], Link] = {}
        self._parents = {mechanism.id: mechanism.part_of for mechanism in knowledge.mechanisms()}

    def link(self, subject: str, target: str, sign: Sign) -> Link:
        """The link between two variables with this sign."""
        key = (subject, target, sign)
        if key not in self._links:
            claims = self._knowledge.claims_between(subject, target, sign, self._selection)
            # The ends come from the claims, for data may speak of variables that they never declare.
            self._links[key] = Link(subject=claims[0].subject, object=claims[0].object, sign=sign, claims=claims)
        return self._links[key]

    def references(self, link: tuple[str, str, Sign]) -> int:
        """On how many references a link rests; a piece of evidence that cites papers counts for these."""
        pieces = [piece for claim in self.link(*link).claims for piece in claim.evidence if piece.bearing is Bearing.SUPPORTS]
        return len({one for piece in pieces for one in piece.cites or (piece.reference,)})

    def chain(self, path: Path) -> Chain:
        """The chain of a path that is not empty, with the mechanisms that hold every one of its links."""
        links = tuple(self.link(*step) for step in path)
        shared = set.intersection(*(self.mechanisms(link.claims) for link in links))
        return Chain(links=links, mechanisms=tuple(sorted(shared)))

    def variable(self, identity: str) -> Term:
        """The variable of an id; one that the data speak of and never declare comes from a claim on it."""
        try:
            return self._knowledge.term(identity)
        except LookupFailed:
            links = (link for link in self._knowledge.links(self._selection) if identity in link[:2])
            subject, target, sign = next(links)
            link = self.link(subject, target, sign)
            return link.subject if link.subject.id == identity else link.object

    def mechanisms(self, claims: Iterable[Claim]) -> set[str]:
        """The mechanisms of any of these claims, with the mechanisms that these are branches of."""
        found = {mechanism for claim in claims for mechanism in claim.mechanisms}
        return found | {self._parents[mechanism] for mechanism in found if self._parents.get(mechanism)}
