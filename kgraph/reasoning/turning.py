"""The inner loop that turns the rows of a graph round. Who asks for it: `SignedGraph.reverse` in `graph.py`."""

from __future__ import annotations

from array import array


def turn(
    offsets: array[int],
    objects: array[int],
    masks: array[int],
    starts: array[int],
    place: array[int],
    subjects: array[int],
    signs: array[int],
) -> None:
    """Write for each variable the subjects of the pairs that end at it, in their order, with their masks.

    `starts` and `place` are as long as `offsets`, `subjects` and `signs` as long as `objects`; `starts` and `place` are all zero. It
    counts and then places, and so needs nothing besides: sorting would hold three more numbers for every link.
    """
    width = len(offsets) - 1
    for position in range(len(objects)):
        starts[objects[position] + 1] += 1
    for variable in range(width):
        starts[variable + 1] += starts[variable]
        place[variable + 1] = starts[variable + 1]
    for subject in range(width):
        for position in range(offsets[subject], offsets[subject + 1]):
            object_ = objects[position]
            at = place[object_]
            place[object_] = at + 1
            subjects[at] = subject
            signs[at] = masks[position]
