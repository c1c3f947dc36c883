"""Ways that share no variable: the flow behind cuts and necessary variables. What they are for: `necessity.py`."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

from kgraph.reasoning.graph import SignedGraph


class Ways:
    """A graph between some sources and some targets: links into sources and out of targets do not count.

    Parameters
    ----------
    graph : SignedGraph
        The graph; its signs play no part.
    sources, targets : collection of int
        Numbers of variables. One in both is left out: a variable does not explain itself.
    """

    def __init__(self, graph: SignedGraph, sources: Collection[int], targets: Collection[int]) -> None:
        self.graph = graph
        self._target = frozenset(targets) - frozenset(sources)
        self._shut = frozenset(sources)
        self.sources, self.targets = sorted(frozenset(sources) - frozenset(targets)), sorted(self._target)

    def after(self, variable: int) -> list[int]:
        """The variables that a way can go on to."""
        graph = self.graph
        rows = graph.objects[graph.offsets[variable] : graph.offsets[variable + 1]]
        return [following for following in rows if following not in self._shut]

    def shortest(self, removed: Collection[int]) -> list[int] | None:
        """A shortest way that keeps off the removed variables, first by number among equals; ``None`` when there is none."""
        for source in self.sources:
            found = self._shortest_from(source, removed)
            if found is not None:
                return found
        return None

    def _shortest_from(self, source: int, removed: Collection[int]) -> list[int] | None:
        if source in removed:
            return None
        before = {source: source}
        queue = deque([source])
        while queue:
            variable = queue.popleft()
            for following in self.after(variable):
                if following in before or following in removed:
                    continue
                before[following] = variable
                if following in self._target:
                    way = [following]
                    while way[-1] != source:
                        way.append(before[way[-1]])
                    return way[::-1]
                queue.append(following)
        return None

    def most(self, removed: Collection[int], uncuttable: Collection[int], at_most: int) -> int:
        """The most ways that share no variable but sources, targets and uncuttable ones (Menger); stops above `at_most`.

        Every variable is split into an entry and an exit; only the step between them has a capacity, of one. Augmenting by
        breadth-first search, O(m) a way.
        """
        flow: dict[_Place, dict[_Place, int]] = {}
        count = 0
        while count <= at_most and self._augment(removed, uncuttable, flow):
            count += 1
        return count

    def _augment(self, removed: Collection[int], uncuttable: Collection[int], flow: dict[_Place, dict[_Place, int]]) -> bool:
        """Push one more way through; `flow` holds, for each place, where its flow comes from."""
        queue = deque((source, True) for source in self.sources if source not in removed)
        before: dict[_Place, _Place | None] = dict.fromkeys(queue)
        while queue:
            place = queue.popleft()
            variable, leaving = place
            steps = [earlier for earlier, amount in sorted(flow.get(place, {}).items()) if amount]
            if leaving:
                steps.extend((following, False) for following in self.after(variable) if following not in removed)
            elif variable in self._target:
                _push(place, before, flow)
                return True
            elif variable in uncuttable or not flow.get((variable, True), {}).get(place):
                steps.append((variable, True))
            for step in steps:
                if step not in before:
                    before[step] = place
                    queue.append(step)
        return False


_Place = tuple[int, bool]
"""A variable's entry (false) or exit (true)."""


def _push(end: _Place, before: dict[_Place, _Place | None], flow: dict[_Place, dict[_Place, int]]) -> None:
    place = end
    while (earlier := before[place]) is not None:
        undone = flow.get(earlier, {})
        if undone.get(place):
            undone[place] -= 1
        else:
            come_from = flow.setdefault(place, {})
            come_from[earlier] = come_from.get(earlier, 0) + 1
        place = earlier
