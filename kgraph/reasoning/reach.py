"""What lies upstream and downstream of a variable, and with which signs. The chains themselves: `paths.py`."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model import Sign
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.paths import signed_paths
from kgraph.reasoning.signed_walks import SIGN_OF_SLOT, SignedWalks

STEPS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A variable, the number of links to it, and the signs of the chains to it.

    `complete` is false when a chain of a further sign was not ruled out within the steps of the search.
    """

    variable: str
    links: int
    signs: tuple[Sign, ...]
    complete: bool


def downstream(graph: SignedGraph, variable: str, *, max_links: int | None = None, steps: int = STEPS) -> tuple[Reached, ...]:
    """Every variable that a chain from this one leads to, with the signs of the chains.

    Parameters
    ----------
    graph : SignedGraph
        The graph.
    variable : str
        Id of the variable.
    max_links : int, optional
        The longest chain that counts.
    steps : int
        The most steps spent on finding a chain of one sign to one variable, where the shortest walk of this sign is no chain.

    Returns
    -------
    tuple of Reached
        Nearest first, then by id; without the variable itself.

    Raises
    ------
    InvalidValue
        For an unknown variable.

    Notes
    -----
    O(n + m) for the walks. A walk may pass one variable under both signs; a chain may not, so such a walk proves nothing and a
    chain of its sign is searched for.

    Examples
    --------
    >>> graph = SignedGraph.from_links([("ketamine", "GABA", Sign.MINUS), ("GABA", "glutamate", Sign.MINUS)])
    >>> [(reached.variable, reached.signs[0].value) for reached in downstream(graph, "ketamine")]
    [('GABA', '-'), ('glutamate', '+')]
    """
    start = graph.number(variable)
    walks = SignedWalks(graph, [3 * start])
    nearest: dict[int, int] = {}
    chains: dict[int, dict[Sign, bool]] = {}
    for state in walks.states:
        number, sign = state // 3, SIGN_OF_SLOT[state % 3]
        if number == start:
            continue
        walk = walks.along(state)
        if max_links is not None and len(walk) > max_links + 1:
            continue
        nearest.setdefault(number, len(walk) - 1)
        known = chains.setdefault(number, {})
        if len(set(walk)) == len(walk):
            known[sign] = True
            continue
        found = signed_paths(graph, [variable], [graph.names[number]], sign=sign, limit=1, max_links=max_links, steps=steps)
        if found.paths:
            known[sign] = True
        elif not found.complete and not found.limit.startswith("max_links"):
            known[sign] = False
    return tuple(
        Reached(
            variable=graph.names[number],
            links=nearest[number],
            signs=tuple(sign for sign in Sign if chains[number].get(sign)),
            complete=all(chains[number].values()),
        )
        for number in sorted(nearest, key=lambda number: (nearest[number], number))
    )


def upstream(graph: SignedGraph, variable: str, *, max_links: int | None = None, steps: int = STEPS) -> tuple[Reached, ...]:
    """Every variable from which a chain leads to this one, with the signs of the chains; as `downstream`, against the links."""
    return downstream(graph.turned(), variable, max_links=max_links, steps=steps)
