"""The inner loops behind cuts and necessary variables, over integer rows. How they are put to use: `flows.py`.

Every variable is split into an entry (twice its number) and an exit (one more); only the step from entry to exit has a capacity, of
one, so that ways that share no variable are a flow. A further way is sought from both ends at once, each time on the side that has
fewer places to go on from, so the search costs what the cheaper side costs, also when it shows that there is none.
"""

from __future__ import annotations

from array import array

SOURCE, TARGET, REMOVED, KEPT = 1, 2, 4, 8
SOURCES, TARGETS, HAS_KEPT, TAIL = 0, 1, 2, 3
PLACES = 4
"""The places of `state`."""


def seek_way(
    offsets: array[int],
    objects: array[int],
    starts: array[int],
    subjects: array[int],
    roles: array[int],
    through: array[int],
    came: array[int],
    goes: array[int],
    flow: array[int],
    fore: array[int],
    aft: array[int],
    queue: array[int],
    back: array[int],
    ends: array[int],
    out: array[int],
    state: array[int],
) -> int:
    """Write a shortest way that the flow leaves room for to `out`, as entries and exits; returns their number, 0 when there is none.

    `fore` and `aft` hold, for each place reached, two more than the one before or after it, or 1 at an end; they are zero before
    and after.
    """
    tail, back_tail = 0, 0
    for place in range(state[SOURCES] + state[TARGETS]):
        end = ends[place]
        if roles[end] & REMOVED:
            continue
        if place < state[SOURCES]:
            queue[tail] = 2 * end + 1
            fore[2 * end + 1] = 1
            tail += 1
        else:
            back[back_tail] = 2 * end
            aft[2 * end] = 1
            back_tail += 1
    head, back_head, met = 0, 0, -1
    while met < 0 and head < tail and back_head < back_tail:
        state[TAIL] = tail
        if tail - head <= back_tail - back_head:
            level = tail
            while met < 0 and head < level:
                met = _forward(offsets, objects, starts, subjects, roles, through, came, flow, fore, aft, queue, state, queue[head])
                head += 1
            tail = state[TAIL]
        else:
            state[TAIL] = back_tail
            level = back_tail
            while met < 0 and back_head < level:
                met = _backward(offsets, objects, starts, subjects, roles, through, goes, flow, fore, aft, back, state, back[back_head])
                back_head += 1
            back_tail = state[TAIL]
    length = 0 if met < 0 else _spell(fore, aft, met, out)
    for place in range(tail):
        fore[queue[place]] = 0
    for place in range(back_tail):
        aft[back[place]] = 0
    return length


def _forward(
    offsets: array[int],
    objects: array[int],
    starts: array[int],
    subjects: array[int],
    roles: array[int],
    through: array[int],
    came: array[int],
    flow: array[int],
    fore: array[int],
    aft: array[int],
    queue: array[int],
    state: array[int],
    place: int,
) -> int:
    """Reach all that follows one place; returns a place that was reached from both ends, or -1."""
    variable = place >> 1
    if place & 1:
        if through[variable] and _reach(2 * variable, place, fore, queue, state) and aft[2 * variable]:
            return 2 * variable
        for position in range(offsets[variable], offsets[variable + 1]):
            following = objects[position]
            if roles[following] & (SOURCE | REMOVED) or following == variable:
                continue
            if _reach(2 * following, place, fore, queue, state) and aft[2 * following]:
                return 2 * following
        return -1
    if roles[variable] & KEPT or not through[variable]:
        if _reach(place + 1, place, fore, queue, state) and aft[place + 1]:
            return place + 1
    elif _reach(2 * came[variable] + 1, place, fore, queue, state) and aft[2 * came[variable] + 1]:
        return 2 * came[variable] + 1
    if roles[variable] & KEPT and through[variable]:
        for position in range(starts[variable], starts[variable + 1]):
            before = subjects[position]
            carries = flow[_link(offsets, objects, before, variable)]
            if carries and _reach(2 * before + 1, place, fore, queue, state) and aft[2 * before + 1]:
                return 2 * before + 1
    return -1


def _backward(
    offsets: array[int],
    objects: array[int],
    starts: array[int],
    subjects: array[int],
    roles: array[int],
    through: array[int],
    goes: array[int],
    flow: array[int],
    fore: array[int],
    aft: array[int],
    back: array[int],
    state: array[int],
    place: int,
) -> int:
    """Reach all that comes before one place; returns a place that was reached from both ends, or -1."""
    variable = place >> 1
    if not place & 1:
        if through[variable] and _reach(place + 1, place, aft, back, state) and fore[place + 1]:
            return place + 1
        for position in range(starts[variable], starts[variable + 1]):
            before = subjects[position]
            if roles[before] & (TARGET | REMOVED) or before == variable:
                continue
            if _reach(2 * before + 1, place, aft, back, state) and fore[2 * before + 1]:
                return 2 * before + 1
        return -1
    if roles[variable] & KEPT or not through[variable]:
        if _reach(place - 1, place, aft, back, state) and fore[place - 1]:
            return place - 1
    elif not roles[goes[variable]] & TARGET and _reach(2 * goes[variable], place, aft, back, state) and fore[2 * goes[variable]]:
        return 2 * goes[variable]
    if roles[variable] & KEPT and through[variable]:
        for position in range(offsets[variable], offsets[variable + 1]):
            following = objects[position]
            carries = flow[position] and not roles[following] & TARGET
            if carries and _reach(2 * following, place, aft, back, state) and fore[2 * following]:
                return 2 * following
    return -1


def _reach(place: int, earlier: int, tree: array[int], queue: array[int], state: array[int]) -> bool:
    """Reach a place from an earlier one; whether it was new."""
    if tree[place]:
        return False
    tree[place] = earlier + 2
    queue[state[TAIL]] = place
    state[TAIL] += 1
    return True


def _spell(fore: array[int], aft: array[int], met: int, out: array[int]) -> int:
    length, place = 1, met
    while fore[place] > 1:
        place = fore[place] - 2
        length += 1
    place = met
    for step in range(length - 1, -1, -1):
        out[step] = place
        if step:
            place = fore[place] - 2
    place = met
    while aft[place] > 1:
        place = aft[place] - 2
        out[length] = place
        length += 1
    return length


def push(
    offsets: array[int],
    objects: array[int],
    through: array[int],
    came: array[int],
    goes: array[int],
    flow: array[int],
    out: array[int],
    length: int,
    state: array[int],
) -> None:
    """Add the way in `out` to the flow; where it runs against an earlier way, that one is undone."""
    for step in range(length - 1):
        first, second = out[step], out[step + 1]
        one, two = first >> 1, second >> 1
        if one == two:
            through[one] += 1 if second & 1 else -1
        elif first & 1:
            came[two], goes[one] = one, two
            if state[HAS_KEPT]:
                flow[_link(offsets, objects, one, two)] += 1
        elif state[HAS_KEPT]:
            flow[_link(offsets, objects, two, one)] -= 1


def _link(offsets: array[int], objects: array[int], subject: int, object_: int) -> int:
    """The place of a link that is there."""
    low, high = offsets[subject], offsets[subject + 1]
    while low < high:
        middle = (low + high) // 2
        if objects[middle] < object_:
            low = middle + 1
        else:
            high = middle
    return low


def sweep(
    offsets: array[int],
    objects: array[int],
    roles: array[int],
    place: array[int],
    seen: array[int],
    stack: array[int],
    ends: array[int],
    sources: int,
    way: array[int],
    length: int,
    needed: array[int],
) -> None:
    """Mark in `needed` what no way goes round, of one way's variables (``2 * i``) and links (``2 * i + 1``).

    One goes along the way, and looks how far ahead on it one can get from what has been reached; where that is no further than
    the next step, the next step is needed. `place` is one more than a variable's place on the way, or zero.
    """
    height, last = 0, 2 * (length - 1)
    for source in range(sources):
        stack[height] = ends[source]
        seen[ends[source]] = 1
        height += 1
    furthest = 0
    for step in range(last):
        if step and step == furthest:
            needed[step] = 1
        if step & 1:
            furthest = max(furthest, step + 1)
            continue
        if step and not seen[way[step // 2]]:
            seen[way[step // 2]] = 1
            stack[height] = way[step // 2]
            height += 1
        while height and furthest < last:
            height -= 1
            variable = stack[height]
            on_way = place[variable]
            for position in range(offsets[variable], offsets[variable + 1]):
                following = objects[position]
                if roles[following] & SOURCE:
                    continue
                ahead = place[following]
                if on_way and ahead == on_way + 1:
                    furthest = max(furthest, 2 * on_way - 1)
                elif roles[following] & TARGET:
                    furthest = last
                elif ahead:
                    furthest = max(furthest, 2 * (ahead - 1))
                if seen[following] or roles[following] & TARGET or 2 * (ahead - 1) > step:
                    continue
                seen[following] = 1
                stack[height] = following
                height += 1
        if furthest >= last:
            return
