"""The inner loops of the search for signed paths, over integer rows. How they are put to use: `paths.py`.

`seek` goes from both ends. `grow` is a breadth-first search backwards from the targets over (variable, sign so far): it finds
how many links are left at least before a wanted sign can arrive. `walk` goes forward over simple paths, and cuts every branch that
these distances show cannot arrive in time. Neither may cost much more than the other: `seek` looks further back only when
walking has cost as much, so that the work is about that of the cheaper side. All stop after a number of steps and can be resumed,
so that a caller can look at the clock between. They use nothing but integers and arrays, and so can be compiled as they stand.
"""

from __future__ import annotations

from array import array

from kgraph.reasoning.signs import ANY, MINUS, PLUS, PRODUCT

SOURCE, TARGET, AVOIDED, ENTERED, THROUGH = 1, 2, 4, 8, 16
ENDS = SOURCE | TARGET | AVOIDED
SHUT = ENDS | ENTERED
FAR = 1 << 29
"""The distance of what has not been reached."""

HEAD, TAIL, RADIUS, LOOKED = 0, 1, 2, 3
DEPTH, LONGER, IDLE, MARK, TRUST, START, WALKED, LEFT = 4, 5, 6, 7, 8, 9, 10, 11
WANT, SOURCES, TARGETS, THROUGHS, NAMED, LEAST, MOST, FURTHEST, BY_LENGTH = 12, 13, 14, 15, 16, 17, 18, 19, 20
FOUND, ENOUGH, FUEL, PATIENT, DONE, WROTE, ONE_SIGN = 21, 22, 23, 24, 25, 26, 27
PLACES = 28
"""The places of `state`."""

ALL, SATED, TIRED = 1, 2, 3
"""What DONE can say: all is found; enough is found; the fuel is spent."""

FIRST_LOOK = 256
"""Links looked at backwards before the first step forward."""

TRUSTED_STEPS = 256
"""After so many steps without a path, a walk looks ahead whether some way to a target is left."""

NARROW = 8
"""Rows of up to so many links are read through; in longer ones a single target is looked up."""


def seek(
    offsets: array[int],
    objects: array[int],
    masks: array[int],
    starts: array[int],
    subjects: array[int],
    signs: array[int],
    roles: array[int],
    distance: array[int],
    queue: array[int],
    marks: array[int],
    stack: array[int],
    trail: array[int],
    ends: array[int],
    out: array[int],
    room: int,
    state: array[int],
    turn: int,
) -> None:
    """Go on with a search until it is DONE, `out` is full, `trail` or `out` is too short for MOST, or the turn is over.

    With BY_LENGTH, the paths of exactly MOST links are found, then those of the next length that is possible, up to FURTHEST;
    else all from LEAST to MOST at once. ENOUGH paths end the search; once there is only one to go, it gets PATIENT steps; FUEL steps
    end it in any case. ONE_SIGN says that no pair is joined by links of several signs. `ends` holds the sources and the targets, each
    by number, and then whatever else has a role: NAMED variables in all.
    """
    state[WROTE] = 0
    while turn > 0 and state[DONE] == 0 and 3 * state[MOST] + 3 <= len(trail) and state[MOST] + 2 <= room:
        if state[FOUND] + 1 >= state[ENOUGH] and state[FUEL] > state[PATIENT]:
            state[FUEL] = state[PATIENT]
        if state[FUEL] <= 0:
            state[DONE] = TIRED
            return
        owed = FIRST_LOOK + 2 * state[WALKED] - state[LOOKED]
        wide = state[RADIUS] >= state[MOST] - 1
        if owed > 0 and not wide:
            turn -= grow(starts, subjects, signs, roles, distance, queue, state, owed)
        chunk = min(turn, state[FUEL])
        if state[ENOUGH] < FAR:
            chunk = min(chunk, max(1, state[PATIENT]))
        if not wide:
            chunk = min(chunk, max(FIRST_LOOK, state[LOOKED] // 2))
        walk(offsets, objects, masks, roles, distance, marks, stack, trail, ends, out, room, state, chunk)
        used = chunk - state[LEFT]
        turn -= used
        state[WALKED] += used
        state[FUEL] -= used
        if state[FOUND] >= state[ENOUGH]:
            state[DONE] = SATED
        elif state[DEPTH] < 0:
            _next_start(offsets, roles, trail, ends, state)
        elif state[LEFT] > 0:
            return


def _next_start(offsets: array[int], roles: array[int], trail: array[int], ends: array[int], state: array[int]) -> None:
    """Start at the next source, or at the first with the next length; DONE when there is neither."""
    state[START] += 1
    if state[START] >= state[SOURCES]:
        following = max(state[MOST] + 1, state[LONGER])
        if state[BY_LENGTH] == 0 or following > state[FURTHEST] or state[SOURCES] == 0:
            state[DONE] = ALL
            return
        state[LEAST], state[MOST], state[LONGER], state[START] = following, following, FAR, 0
    source = ends[state[START]]
    state[DEPTH], state[IDLE], state[TRUST] = 0, 0, TRUSTED_STEPS
    trail[0], trail[1], trail[2] = source, offsets[source], PLUS
    roles[source] |= ENTERED


def grow(
    starts: array[int],
    subjects: array[int],
    signs: array[int],
    roles: array[int],
    distance: array[int],
    queue: array[int],
    state: array[int],
    budget: int,
) -> int:
    """Extend the backward search up to one link less than MOST, or until the budget of links is spent; returns what was spent.

    ``distance[3 * v + s]`` is the fewest links from ``v`` to a target such that a walk with sign ``s`` so far (0 ``+``, 1 ``-``, 2 ``?``)
    arrives with a sign that is wanted, and has no source, target or avoided variable inside; where all signs are wanted, slot 0
    stands for all. `queue` holds the states reached so far, in the order of their distance; those up to RADIUS are all known.
    """
    head, tail, radius, spent, signed = state[HEAD], state[TAIL], state[MOST] - 1, 0, state[WANT] != ANY
    far = state[RADIUS]
    while head < tail and spent < budget:
        reached = queue[head]
        far = distance[reached]
        if far >= radius:
            break
        head += 1
        variable = reached // 3
        bit = 1 << (reached - 3 * variable)
        first, last = starts[variable], starts[variable + 1]
        spent += last - first + 1
        for position in range(first, last):
            subject = subjects[position]
            if roles[subject] & ENDS:
                continue
            if not signed:
                if distance[3 * subject] == FAR:
                    distance[3 * subject] = far + 1
                    queue[tail] = 3 * subject
                    tail += 1
                continue
            for slot in range(3):
                if PRODUCT[(8 << slot) + signs[position]] & bit and distance[3 * subject + slot] == FAR:
                    distance[3 * subject + slot] = far + 1
                    queue[tail] = 3 * subject + slot
                    tail += 1
    far = FAR if head == tail else distance[queue[head]]
    state[HEAD], state[TAIL], state[RADIUS] = head, tail, far
    state[LOOKED] += spent
    return spent


def walk(
    offsets: array[int],
    objects: array[int],
    masks: array[int],
    roles: array[int],
    distance: array[int],
    marks: array[int],
    stack: array[int],
    trail: array[int],
    ends: array[int],
    out: array[int],
    room: int,
    state: array[int],
    budget: int,
) -> None:
    """Write the next simple paths of LEAST to MOST links to `out`: the number of links, the source, and the place of each link.

    `trail` holds for each depth the variable, the place of the next link, and the signs so far. DEPTH is negative when all from this
    source is done; LONGER becomes the least number of links that a branch cut for its length could have had; LEFT is what is left
    of the budget.

    A walk that finds nothing for long may be shut in by its own tail: then it looks ahead, as far as the looking does not cost
    more than the walking (Read and Tarjan 1975, doi:10.1002/net.1975.5.3.237). No mark may be above ``state[MARK]``.
    """
    depth, longer, wrote, idle, trust = state[DEPTH], state[LONGER], state[WROTE], state[IDLE], state[TRUST]
    want, least, most, radius = state[WANT], state[LEAST], state[MOST], state[RADIUS]
    unsigned, single, one_sign_wanted = want == ANY, state[TARGETS] == 1, want in (PLUS, MINUS)
    beyond = radius + 1 if radius < FAR else FAR
    enough = state[ENOUGH]
    while depth >= 0 and budget > 0 and wrote + most + 2 <= room and state[FOUND] < enough:
        variable, begun, sofar = trail[3 * depth], trail[3 * depth + 1], trail[3 * depth + 2]
        last, left, position = offsets[variable + 1], most - depth - 1, begun
        if left == 0 and single and longer <= most + 1 and last - position > NARROW:
            position = _place(objects, position, last, ends[state[SOURCES]])
            begun = position
        descended = False
        while position < last:
            following = objects[position]
            role = roles[following]
            mask = PRODUCT[8 * sofar + masks[position]]
            position += 1
            if role & SHUT:
                if role & TARGET and depth + 1 >= least and mask & want and not role & ENTERED:
                    trail[3 * depth + 1] = position
                    written = _write(masks, roles, trail, depth, following, out, wrote, state)
                    if written > wrote:
                        wrote, idle, trust = written, begun - position, TRUSTED_STEPS
                        if wrote + most + 2 > room or state[FOUND] >= enough:
                            break
                continue
            if left == 0 and longer <= most + 1:
                continue
            far = distance[3 * following] if unsigned else _least(distance, 3 * following, mask)
            if far == FAR:
                far = FAR if one_sign_wanted and not mask & (PLUS | MINUS) else beyond
            if far > left:
                if far < FAR:
                    longer = min(longer, depth + 1 + far)
                continue
            if idle + position - begun > trust:
                state[MARK] += 1
                seen = look_ahead(offsets, objects, roles, marks, stack, following, state[MARK], trust)
                budget -= abs(seen)
                if seen < 0:
                    continue
                idle = begun - position
                trust = max(TRUSTED_STEPS, seen) if seen <= trust else 2 * trust
            trail[3 * depth + 1] = position
            depth += 1
            trail[3 * depth], trail[3 * depth + 1], trail[3 * depth + 2] = following, offsets[following], mask
            roles[following] |= ENTERED
            descended = True
            break
        budget -= position - begun + 1
        idle += position - begun + 1
        if not descended:
            trail[3 * depth + 1] = position
            if position >= last:
                roles[variable] &= ~ENTERED
                depth -= 1
    state[DEPTH], state[LONGER], state[WROTE], state[IDLE], state[TRUST], state[LEFT] = depth, longer, wrote, idle, trust, budget


def _write(
    masks: array[int], roles: array[int], trail: array[int], depth: int, last: int, out: array[int], wrote: int, state: array[int]
) -> int:
    """Write the path that is walked, up to a target, unless it misses what it must pass; returns where the next one goes."""
    if state[THROUGHS] and _through(roles, trail, depth, last) < state[THROUGHS]:
        return wrote
    out[wrote], out[wrote + 1] = depth + 1, trail[0]
    for place in range(depth + 1):
        out[wrote + 2 + place] = trail[3 * place + 1] - 1
    state[FOUND] += 1 if state[ONE_SIGN] else _choices(masks, out, wrote + 2, depth + 1, state[WANT])
    return wrote + depth + 3


def _least(distance: array[int], place: int, mask: int) -> int:
    """The fewest links that are left, over the signs so far."""
    far = FAR
    for slot in range(3):
        if mask >> slot & 1:
            far = min(far, distance[place + slot])
    return far


def _place(objects: array[int], low: int, high: int, wanted: int) -> int:
    """The place of an object in a row, or the end of the row."""
    last = high
    while low < high:
        middle = (low + high) // 2
        if objects[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < last and objects[low] == wanted else last


def _through(roles: array[int], trail: array[int], depth: int, following: int) -> int:
    """How many variables that must be passed are on the path."""
    count = 1 if roles[following] & THROUGH else 0
    for place in range(depth + 1):
        if roles[trail[3 * place]] & THROUGH:
            count += 1
    return count


def _choices(masks: array[int], out: array[int], first: int, length: int, want: int) -> int:
    """In how many ways one sign for each link gives a path of a wanted sign."""
    plus, minus, unknown = 1, 0, 0
    for place in range(first, first + length):
        mask = masks[out[place]]
        up, down, vague = mask & 1, mask >> 1 & 1, mask >> 2
        unknown = unknown * (up + down + vague) + (plus + minus) * vague
        plus, minus = plus * up + minus * down, plus * down + minus * up
    return plus * (want & 1) + minus * (want >> 1 & 1) + unknown * (want >> 2)


def look_ahead(
    offsets: array[int],
    objects: array[int],
    roles: array[int],
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
            role = roles[following]
            if role & TARGET and not role & (ENTERED | AVOIDED):
                return cost
            if marks[following] < mark and not role & SHUT:
                marks[following] = mark
                stack[height] = following
                height += 1
        if cost > most:
            return cost
    return -max(cost, 1)


def settle(roles: array[int], distance: array[int], queue: array[int], trail: array[int], ends: array[int], state: array[int]) -> None:
    """Make the arrays as they were before the search: nothing reached, nothing entered, no roles."""
    for place in range(state[TAIL]):
        distance[queue[place]] = FAR
    for depth in range(state[DEPTH] + 1):
        roles[trail[3 * depth]] = 0
    for place in range(state[NAMED]):
        roles[ends[place]] = 0


def arrange(numbers: array[int], total: int, masks: array[int], want: int, places: array[int], rows: array[int], picks: array[int]) -> None:
    """The starts of the paths among `numbers`, shorter ones first; a path is there once for each choice of signs, `picks` has which.

    `places` is room for as many numbers as the longest path has links, and two, all zero.
    """
    start = 0
    while start < total:
        length = numbers[start]
        places[length + 1] += _choices(masks, numbers, start + 2, length, want)
        start += length + 2
    for length in range(1, len(places)):
        places[length] += places[length - 1]
    start = 0
    while start < total:
        length = numbers[start]
        for pick in range(_choices(masks, numbers, start + 2, length, want)):
            rows[places[length]] = start
            picks[places[length]] = pick
            places[length] += 1
        start += length + 2
