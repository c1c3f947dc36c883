"""The two inner loops of the search for signed paths, over integer rows. How they are put to use: `paths.py`.

`grow` is a breadth-first search backwards from the targets over (variable, sign): it finds the length of the shortest walk
that arrives with each sign. `enumerate_walks` walks forward over simple paths, and cuts every branch that these lengths show
cannot arrive in time with a sign that is wanted. Both stop after a number of steps and can be resumed, so that a caller can
look at the clock between. They use nothing but integers and arrays, and so can be compiled as they stand.
"""

from __future__ import annotations

from array import array

from kgraph.reasoning.signs import ANY, MINUS, PLUS, PRODUCT, UNKNOWN

SOURCE, TARGET, AVOIDED = 1, 2, 4
FAR = 1 << 29
"""The distance of what has not been reached."""

HEAD, TAIL, RADIUS = 0, 1, 2
DEPTH, LONGER, STEPS, IDLE, MARK, TRUST = 0, 1, 2, 3, 4, 5

TRUSTED_STEPS = 256
"""After so many steps without a path, a walk looks ahead whether some way to a target is left."""


def grow(
    starts: array[int],
    subjects: array[int],
    masks: array[int],
    roles: bytearray,
    signed: int,
    distance: array[int],
    queue: array[int],
    state: array[int],
    radius: int,
    budget: int,
) -> int:
    """Extend the backward search to this radius, or until the budget of links is spent; returns the budget left.

    ``distance[3 * v + s]`` is the length of the shortest walk from ``v`` to a target that arrives with sign ``s`` (0 for ``+``, 1
    for ``-``, 2 for ``?``) and has no source, target or avoided variable inside; with `signed` 0 all signs count as ``+``.
    `queue` holds the states reached so far, in the order of their distance; ``state[RADIUS]`` is the distance up to which
    all are known.
    """
    while state[HEAD] < state[TAIL] and budget > 0:
        reached = queue[state[HEAD]]
        far = distance[reached]
        state[RADIUS] = far
        if far >= radius:
            return budget
        state[HEAD] += 1
        variable, bit = reached // 3, 1 << (reached % 3)
        for position in range(starts[variable], starts[variable + 1]):
            budget -= 1
            subject = subjects[position]
            if roles[subject]:
                continue
            made = PRODUCT[8 * masks[position] + bit] if signed else PLUS
            for slot in range(3):
                if made >> slot & 1 and distance[3 * subject + slot] == FAR:
                    distance[3 * subject + slot] = far + 1
                    queue[state[TAIL]] = 3 * subject + slot
                    state[TAIL] += 1
    if state[HEAD] == state[TAIL]:
        state[RADIUS] = FAR
    else:
        state[RADIUS] = distance[queue[state[HEAD]]]
    return budget


def enumerate_walks(
    offsets: array[int],
    objects: array[int],
    masks: array[int],
    roles: bytearray,
    want: int,
    distance: array[int],
    radius: int,
    least: int,
    most: int,
    path: array[int],
    cursor: array[int],
    prefix: array[int],
    on_path: bytearray,
    marks: array[int],
    stack: array[int],
    out: array[int],
    room: int,
    state: array[int],
    budget: int,
) -> int:
    """Write the next simple paths of `least` to `most` links to `out`; returns how many numbers were written.

    A path is written as its number of links followed by its variables. `state` keeps the place for the next call: its DEPTH is
    negative when all is done; LONGER becomes the least number of links that a branch cut for its length could have had.

    A walk that finds nothing for long may be shut in by its own tail: then it looks ahead, as far as the looking does not cost
    more than the walking (Read and Tarjan 1975, doi:10.1002/net.1975.5.3.237). `marks` and `stack` are for that; no mark
    may be above ``state[MARK]``.
    """
    depth, longer, wrote, idle, trust = state[DEPTH], state[LONGER], 0, state[IDLE], state[TRUST]
    while depth >= 0 and budget > 0 and wrote + most + 2 <= room:
        budget -= 1
        idle += 1
        variable = path[depth]
        position = cursor[depth]
        if position == offsets[variable + 1]:
            on_path[variable] = 0
            depth -= 1
            continue
        cursor[depth] = position + 1
        following = objects[position]
        role = roles[following]
        if on_path[following] or (role and not role & TARGET):
            continue
        mask = PRODUCT[8 * prefix[depth] + masks[position]]
        if role & TARGET:
            if depth + 1 >= least and mask & want:
                out[wrote] = depth + 1
                for place in range(depth + 1):
                    out[wrote + 1 + place] = path[place]
                out[wrote + depth + 2] = following
                wrote += depth + 3
                idle, trust = 0, TRUSTED_STEPS
            continue
        far = away(3 * following, mask, want, distance, radius)
        if far >= FAR:
            continue
        if far > most - depth - 1:
            longer = min(longer, depth + 1 + far)
            continue
        if idle > trust:
            state[MARK] += 1
            seen = look_ahead(offsets, objects, roles, on_path, marks, stack, following, state[MARK], trust)
            budget -= abs(seen)
            if seen < 0:
                continue
            idle = 0
            trust = max(TRUSTED_STEPS, seen) if seen <= trust else 2 * trust
        depth += 1
        path[depth] = following
        cursor[depth] = offsets[following]
        prefix[depth] = mask
        on_path[following] = 1
    state[DEPTH] = depth
    state[LONGER] = longer
    state[STEPS] = budget
    state[IDLE], state[TRUST] = idle, trust
    return wrote


def look_ahead(
    offsets: array[int],
    objects: array[int],
    roles: bytearray,
    on_path: bytearray,
    marks: array[int],
    stack: array[int],
    start: int,
    mark: int,
    most: int,
) -> int:
    """The links looked at to see a way from here to a target that keeps off the path; negative when there is none.

    More than `most` when it was given up.
    """
    stack[0], height, cost = start, 1, 0
    marks[start] = mark
    while height:
        height -= 1
        variable = stack[height]
        for position in range(offsets[variable], offsets[variable + 1]):
            following = objects[position]
            cost += 1
            if roles[following] & TARGET and not on_path[following]:
                return cost
            if marks[following] < mark and not roles[following] and not on_path[following]:
                marks[following] = mark
                stack[height] = following
                height += 1
        if cost > most:
            return cost
    return -max(cost, 1)


def away(slot: int, mask: int, want: int, distance: array[int], radius: int) -> int:
    """The fewest links from here to a target that give a sign that is wanted; one more than the radius where it is not known."""
    nearest = FAR
    if want == ANY:
        nearest = min(distance[slot], distance[slot + 1], distance[slot + 2])
    else:
        if want & PLUS:
            if mask & PLUS:
                nearest = min(nearest, distance[slot])
            if mask & MINUS:
                nearest = min(nearest, distance[slot + 1])
        if want & MINUS:
            if mask & PLUS:
                nearest = min(nearest, distance[slot + 1])
            if mask & MINUS:
                nearest = min(nearest, distance[slot])
        if want & UNKNOWN:
            nearest = min(nearest, distance[slot + 2])
            if mask & UNKNOWN:
                nearest = min(nearest, distance[slot], distance[slot + 1])
    if nearest == FAR and radius < FAR:
        if want in (UNKNOWN, ANY) or mask & (PLUS | MINUS):
            return radius + 1
        return FAR
    return nearest
