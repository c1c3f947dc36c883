"""Which variables links lead to or come from, nearest first: what bounds the questions that try every variable."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.questions.limits import MOST_TRIED
from kgraph.reasoning import SignedGraph

_WORK = 500_000


def affordable(graph: SignedGraph) -> int:
    """How many variables of a graph can be tried, each with a question that may look at every link: fewer on larger graphs."""
    return max(4, min(MOST_TRIED, _WORK // max(1, graph.link_count)))


def reached(graph: SignedGraph, starts: Iterable[str], *, against: bool = False, most: int | None = None) -> tuple[list[str], bool]:
    """The variables that links lead to from some, and whether these are all.

    Parameters
    ----------
    graph : SignedGraph
        The graph.
    starts : iterable of str
        Ids of its variables; they come first.
    against : bool
        Go against the links: the variables from which links lead to these.
    most : int, optional
        Stop after so many.

    Returns
    -------
    (list of str, bool)
        Nearest first, each layer by id; false when `most` cut the list.
    """
    offsets, ends = graph.reverse[:2] if against else (graph.offsets, graph.objects)
    layer = sorted({graph.number(name) for name in starts})
    seen, order = set(layer), list(layer)
    while layer and (most is None or len(order) <= most):
        layer = sorted({ends[place] for at in layer for place in range(offsets[at], offsets[at + 1])} - seen)
        seen.update(layer)
        order += layer
    names = [graph.names[number] for number in order]
    return (names, True) if most is None or len(names) <= most else (names[:most], False)
