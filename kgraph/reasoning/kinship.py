"""What could also be meant or also be true: variables that are kin, and what any of them is joined to. Exercises rest on it.

Two variables are *kin* when they have a more general variable in common (each counts among its own), or are aspects of one entity.
Whatever a claim says of one of them, a reader may hold true of the other; so an exercise that asks about the one is refused where
a claim on the other would make a wrong option right.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from kgraph.model import Sign
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.signs import signs_in

REACH = 12
"""How many links away one variable still counts as leading to another: as long as the longest chain of an explanation."""


class Kinship:
    """Answers, for a signed graph, what is joined to a variable or to any of its kin.

    Parameters
    ----------
    graph : SignedGraph
        All links of all layers.
    broader : mapping
        The more general variables of each variable; those without any may be left out.
    entities : mapping
        The entity of each variable; those without one may be left out.
    associated : iterable of pairs
        Variables that a claim relates without saying which causes which; each pair counts in both directions.

    Notes
    -----
    Kin are gathered once, in O(n); each other answer costs one walk over what lies within its reach, and is kept.

    Examples
    --------
    >>> graph = SignedGraph.from_links([("ketamine", "NMDA receptor on GABA neurons", Sign.MINUS)], variables=["NMDA receptor"])
    >>> kinship = Kinship(graph, broader={"NMDA receptor on GABA neurons": ("NMDA receptor",)})
    >>> [sign.value for sign in kinship.signs("ketamine", "NMDA receptor")]
    ['-']
    """

    def __init__(
        self,
        graph: SignedGraph,
        *,
        broader: Mapping[str, Iterable[str]] | None = None,
        entities: Mapping[str, str] | None = None,
        associated: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._graph = graph
        self._kin = _families(broader or {}, entities or {})
        self._associated = frozenset(frozenset(pair) for pair in associated)
        self._down: dict[tuple[str, int], dict[str, int]] = {}
        self._up: dict[tuple[str, int], dict[str, int]] = {}

    def kin(self, variable: str) -> frozenset[str]:
        """The variable and all its kin."""
        return self._kin.get(variable, frozenset((variable,)))

    def are_kin(self, first: str, second: str) -> bool:
        """Whether two variables are kin, or the same."""
        return first in self.kin(second)

    def signs(self, subject: str, target: str) -> tuple[Sign, ...]:
        """The signs of all links from any kin of one variable to any kin of another, in the order ``+``, ``-``, ``?``."""
        graph, mask = self._graph, 0
        starts, ends = self._numbers(self.kin(subject)), self._numbers(self.kin(target))
        for start in starts:
            for end in ends:
                mask |= graph.mask_between(start, end)
        return signs_in(mask)

    def associated(self, first: str, second: str) -> bool:
        """Whether an association relates any kin of the two."""
        if not self._associated:
            return False
        return any(frozenset((one, other)) in self._associated for one in self.kin(first) for other in self.kin(second))

    def joined(self, subject: str, target: str) -> bool:
        """Whether any claim at all could be read as: the one acts on the other."""
        return bool(self.signs(subject, target)) or self.associated(subject, target)

    def leads(self, subject: str, target: str, *, within: int = REACH) -> bool:
        """Whether a walk over at most so many links, from kin to kin, leads from one variable to another."""
        return target in self.downstream(subject, within=within)

    def downstream(self, variable: str, *, within: int = REACH) -> Mapping[str, int]:
        """Every variable that such a walk leads to, with the fewest links to it; the start only where a walk comes back to it."""
        key = (variable, within)
        if key not in self._down:
            self._down[key] = self._walk(variable, within, self._graph.offsets, self._graph.objects)
        return self._down[key]

    def upstream(self, variable: str, *, within: int = REACH) -> Mapping[str, int]:
        """Every variable from which such a walk leads here, with the fewest links."""
        key = (variable, within)
        if key not in self._up:
            offsets, subjects, _ = self._graph.reverse
            self._up[key] = self._walk(variable, within, offsets, subjects)
        return self._up[key]

    def _walk(self, variable: str, within: int, offsets: array[int], others: array[int]) -> dict[str, int]:
        names = self._graph.names
        found: dict[str, int] = {}
        ring = set(self._numbers(self.kin(variable)))
        for distance in range(1, within + 1):
            fresh: set[int] = set()
            for number in ring:
                for place in range(offsets[number], offsets[number + 1]):
                    end = names[others[place]]
                    if end in found:
                        continue
                    for one in self.kin(end):
                        if one not in found:
                            found[one] = distance
                            fresh.update(self._numbers((one,)))
            if not fresh:
                break
            ring = fresh
        return found

    def _numbers(self, variables: Iterable[str]) -> list[int]:
        return [self._graph.number(one) for one in variables if one in self._graph]


def _families(broader: Mapping[str, Iterable[str]], entities: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The kin of every variable that has any."""
    above: dict[str, set[str]] = {}
    for variable in broader:
        waiting, found = [variable], above.setdefault(variable, set())
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += broader.get(one, ())
    groups: dict[tuple[str, str], set[str]] = {}
    for variable, generals in above.items():
        for general in generals:
            groups.setdefault(("variable", general), set()).update((variable, general))
    for variable, entity in entities.items():
        if entity:
            groups.setdefault(("entity", entity), set()).add(variable)
    kin: dict[str, set[str]] = {}
    for group in groups.values():
        for variable in group:
            kin.setdefault(variable, {variable}).update(group)
    return {variable: frozenset(family) for variable, family in kin.items()}
