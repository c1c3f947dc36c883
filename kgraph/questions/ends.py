"""The two ends of a question about chains, and the graph between them, with or without the links that join them directly."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model import Link, Selection, Term
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.reasoning import SignedGraph
from kgraph.store import Knowledge, signed_arrays


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Sources and targets as variables and as ids, the graph of the selection, and the links that lead straight across."""

    source: tuple[Term, ...]
    target: tuple[Term, ...]
    graph: SignedGraph
    direct: tuple[Link, ...]
    gatherer: LinkGatherer

    @property
    def sources(self) -> list[str]:
        """The ids of the sources."""
        return [term.id for term in self.source]

    @property
    def targets(self) -> list[str]:
        """The ids of the targets."""
        return [term.id for term in self.target]


def ends(knowledge: Knowledge, source: str, target: str, *, direct: bool = True, selection: Selection = Selection()) -> Ends:
    """Resolve two names; without `direct`, the links from a source straight to a target are taken out of the graph.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    """
    first, last = resolve_term(knowledge, source), resolve_term(knowledge, target)
    starts, stops = variables_of(knowledge, first) or (first,), variables_of(knowledge, last) or (last,)
    across = sorted({one.id for one in starts}), sorted({one.id for one in stops})
    graph = SignedGraph(*signed_arrays(knowledge, selection, variables=sorted({*across[0], *across[1]})))
    pairs = [(start, stop) for start in across[0] for stop in across[1] if start != stop]
    straight = [(start, stop, sign) for start, stop in pairs for sign in graph.signs_between(start, stop)]
    graph = graph if direct or not straight else graph.without(links=straight)
    gatherer = LinkGatherer(knowledge, selection)
    return Ends(source=starts, target=stops, graph=graph, direct=tuple(gatherer.link(*link) for link in straight), gatherer=gatherer)
