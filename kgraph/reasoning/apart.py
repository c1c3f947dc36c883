"""Ways that share no variable, spelled out: what shows that no smaller cut exists. The cuts themselves: `necessity.py`."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable

Side = tuple[str, bool]
"""A variable as it is entered (false) or left (true)."""


def ways_apart(pairs: Iterable[tuple[str, str]], sources: Collection[str], targets: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """As many ways from sources to targets as there can be without two of them sharing a variable between the ends.

    Parameters
    ----------
    pairs : iterable of (str, str)
        Links without their signs. Those into sources and out of targets do not count.
    sources, targets : collection of str
        Ids.

    Returns
    -------
    tuple of tuple of str
        The variables of each way from end to end, sorted.

    Notes
    -----
    Every variable is split into an entering and a leaving side joined once, and shortest augmenting ways are added while there is one:
    O(k m) for k ways (Ford and Fulkerson 1956, doi:10.4153/CJM-1956-045-5). By Menger's theorem
    (doi:10.4064/fm-10-1-96-115) there are as many as the smallest cut has members, where no link leads straight across.

    Examples
    --------
    >>> ways_apart([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")], ["a"], ["d"])
    (('a', 'b', 'd'), ('a', 'c', 'd'))
    """
    ends = {*sources, *targets}
    following: dict[Side, set[Side]] = {}
    for first, second in sorted(set(pairs)):
        if second not in sources and first not in targets:
            following.setdefault((first, True), set()).add((second, False))
            for name in (first, second):
                if name not in ends:
                    following.setdefault((name, False), set()).add((name, True))
    used: set[tuple[Side, Side]] = set()
    while (way := _augmenting(following, used, sources, targets)) is not None:
        for step in way:
            used.symmetric_difference_update({step} if (step[1], step[0]) not in used else {(step[1], step[0])})
    return tuple(sorted(_spelled(used, start, targets) for start in sorted(used) if start[0][0] in sources))


def _augmenting(
    following: dict[Side, set[Side]], used: set[tuple[Side, Side]], sources: Collection[str], targets: Collection[str]
) -> list[tuple[Side, Side]] | None:
    """A shortest way along steps that are not used, or back along ones that are."""
    back: dict[Side, list[Side]] = {}
    for first, second in used:
        back.setdefault(second, []).append(first)
    before: dict[Side, Side | None] = {(name, True): None for name in sorted(sources)}
    queue = deque(before)
    while queue:
        at = queue.popleft()
        if at[0] in targets:
            steps, here = [], at
            while (last := before[here]) is not None:
                steps.append((last, here))
                here = last
            return steps
        ahead = [one for one in sorted(following.get(at, ())) if (at, one) not in used]
        for one in (*ahead, *sorted(back.get(at, ()))):
            if one not in before:
                before[one] = at
                queue.append(one)
    return None


def _spelled(used: set[tuple[Side, Side]], start: tuple[Side, Side], targets: Collection[str]) -> tuple[str, ...]:
    after = dict(used)
    names, at = [start[0][0]], start[1]
    while at[0] not in targets:
        names.append(at[0])
        at = after[(at[0], True)]
    return (*names, at[0])
