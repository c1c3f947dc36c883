"""Feedback: the strongly connected components of a graph, causes first, and whether their loops all raise themselves."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence

from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.signs import MINUS, PLUS, UNKNOWN


def components_from(graph: SignedGraph, starts: Iterable[int], closed: bytes | bytearray) -> list[list[int]]:
    """The strongly connected components that can be reached, each sorted, in an order in which causes come first.

    Parameters
    ----------
    graph : SignedGraph
        The graph.
    starts : iterable of int
        Numbers of variables to start from.
    closed : bytes
        A true value for each variable whose incoming links do not count.

    Notes
    -----
    O(n + m), without recursion (Tarjan 1972, doi:10.1137/0201010).
    """
    low: dict[int, int] = {}
    open_: list[int] = []
    found: list[list[int]] = []
    done: set[int] = set()
    for start in starts:
        if start in low:
            continue
        work = [(start, graph.offsets[start])]
        low[start] = len(low)
        index = {start: low[start]}
        open_.append(start)
        while work:
            variable, position = work.pop()
            end = graph.offsets[variable + 1]
            while position < end:
                following = graph.objects[position]
                position += 1
                if closed[following] or following in done:
                    continue
                if following not in low:
                    work.append((variable, position))
                    low[following] = index[following] = len(low)
                    open_.append(following)
                    work.append((following, graph.offsets[following]))
                    break
                low[variable] = min(low[variable], low[following])
            else:
                if low[variable] == index[variable]:
                    component: list[int] = []
                    while not component or component[-1] != variable:
                        component.append(open_.pop())
                    done.update(component)
                    found.append(sorted(component))
                if work:
                    parent = work[-1][0]
                    if variable not in done:
                        low[parent] = min(low[parent], low[variable])
    return found[::-1]


def ancestors(graph: SignedGraph, ends: Iterable[int], closed: Collection[int]) -> set[int]:
    """Some variables and all from which a way leads to them that enters no closed variable. O(n + m)."""
    starts, subjects, _ = graph.reverse
    found = set(ends)
    stack = list(found)
    while stack:
        variable = stack.pop()
        if variable in closed:
            continue
        for before in subjects[starts[variable] : starts[variable + 1]]:
            if before not in found:
                found.add(before)
                stack.append(before)
    return found


def inner_graph(graph: SignedGraph, members: Sequence[int]) -> tuple[SignedGraph, frozenset[int]]:
    """The graph among some variables (sorted numbers) without self-loops, and the places of those with a self-loop that may raise."""
    place = {member: position for position, member in enumerate(members)}
    offsets, objects, masks, raising = array("i", [0]), array("i"), array("b"), set()
    for member in members:
        for position in range(graph.offsets[member], graph.offsets[member + 1]):
            object_, mask = graph.objects[position], graph.masks[position]
            if object_ == member:
                if mask & (PLUS | UNKNOWN):
                    raising.add(place[member])
            elif object_ in place:
                objects.append(place[object_])
                masks.append(mask)
        offsets.append(len(objects))
    return SignedGraph(tuple(graph.names[member] for member in members), offsets, objects, masks), frozenset(raising)


def balance(graph: SignedGraph) -> list[int] | None:
    """A sign, 1 or -1, for each variable of a strongly connected graph, such that every link has the product of its ends' signs.

    ``None`` when there is none, or some link is of unknown sign. It exists exactly when no loop is negative (Harary 1953,
    doi:10.1307/mmj/1028989917).
    """
    signs = [0] * len(graph.names)
    if signs:
        signs[0] = 1
    stack = [0] if signs else []
    while stack:
        variable = stack.pop()
        for position in range(graph.offsets[variable], graph.offsets[variable + 1]):
            mask, object_ = graph.masks[position], graph.objects[position]
            if mask not in (PLUS, MINUS):
                return None
            sign = signs[variable] if mask == PLUS else -signs[variable]
            if signs[object_] == 0:
                signs[object_] = sign
                stack.append(object_)
            elif signs[object_] != sign:
                return None
    return signs
