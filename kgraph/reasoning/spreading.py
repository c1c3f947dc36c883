"""The inner loop that carries signs along links, over integer rows. What it is for: `signed_walks.py`."""

from __future__ import annotations

from array import array

from kgraph.reasoning.signs import PRODUCT


def spread(
    offsets: array[int],
    objects: array[int],
    masks: array[int],
    closed: array[int],
    tree: array[int],
    queue: array[int],
    tail: int,
    wanted: int,
) -> int:
    """Carry signs on from the states in `queue`, up to `tail`; returns the new end of the queue.

    A state is three times a variable, plus 0 for ``+``, 1 for ``-``, 2 for ``?``. ``tree`` holds two more than the state before, 1 for
    a state to start from, 0 for one that is not reached. Loops of one link and links to a closed variable do not count. Where `wanted`
    is above zero, the search ends when as many states are reached of variables that are marked by 2 in `closed`.
    """
    head = 0
    while head < tail:
        state = queue[head]
        head += 1
        variable = state // 3
        bit = 1 << (state - 3 * variable)
        for position in range(offsets[variable], offsets[variable + 1]):
            following = objects[position]
            if closed[following] & 1 or following == variable:
                continue
            made = PRODUCT[8 * bit + masks[position]]
            for slot in range(3):
                if made >> slot & 1 and tree[3 * following + slot] == 0:
                    tree[3 * following + slot] = state + 2
                    queue[tail] = 3 * following + slot
                    tail += 1
                    if closed[following] & 2 and slot < 2:
                        wanted -= 1
                        if wanted == 0:
                            return tail
    return tail
