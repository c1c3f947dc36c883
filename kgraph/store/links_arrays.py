"""Signed links as sorted arrays, which the reasoning takes as they are. How a table is sorted into them: `table_links.py`."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from kgraph.model import Selection, Sign
from kgraph.store.knowledge import EVERYTHING, Knowledge

MASKS = {Sign.PLUS: 1, Sign.MINUS: 2, Sign.UNKNOWN: 4}
"""The signs as bits: a set of signs is their sum, the masks of `kgraph.reasoning.signs`."""


class SignedArrays(NamedTuple):
    """Signed links as compressed rows: the four arguments of `kgraph.reasoning.SignedGraph`, in its order.

    Attributes
    ----------
    names : tuple of str
        The ids of the variables, sorted; a variable's place is its number.
    offsets, objects, masks : array
        The pairs that start at variable ``v`` are ``offsets[v]`` up to ``offsets[v + 1]``; ``objects[k]`` is the number of the
        other end, rising within a row, and ``masks[k]`` the signs of the pair (1 ``+``, 2 ``-``, 4 ``?``).
    """

    names: tuple[str, ...]
    offsets: array[int]
    objects: array[int]
    masks: array[int]


def signed_arrays(knowledge: Knowledge, selection: Selection = EVERYTHING, *, variables: Iterable[str] = ()) -> SignedArrays:
    """The links of a selection as the four arguments of `kgraph.reasoning.SignedGraph`, from whatever kind of knowledge.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    selection : Selection
        Layers, mechanisms, species.
    variables : iterable of str
        Ids of variables that must be there, also without a link; a table has all of its own anyway, and others cost a copy.

    Returns
    -------
    SignedArrays
        Variables sorted by id. An unsigned link beside a signed one is left out.
    """
    if type(knowledge) is not Knowledge:
        # Imported late: whoever asks the shipped knowledge waits for no reader of tables.
        from kgraph.store.table_knowledge import TableKnowledge

        if isinstance(knowledge, TableKnowledge):
            return with_variables(knowledge.arrays(selection), variables)
    return arrays_of_links(knowledge.links(selection), variables)


def with_variables(arrays: SignedArrays, variables: Iterable[str]) -> SignedArrays:
    """The same links with these variables too; the arrays themselves where nothing is new, else a copy."""
    fresh = {name for name in variables if (at := bisect_left(arrays.names, name)) == len(arrays.names) or arrays.names[at] != name}
    if not fresh:
        return arrays
    names = tuple(sorted({*arrays.names, *fresh}))
    place = {name: number for number, name in enumerate(names)}
    moved = array("i", (place[name] for name in arrays.names))
    lengths = [0] * (len(names) + 1)
    for number, (start, stop) in zip(moved, pairwise(arrays.offsets), strict=True):
        lengths[number + 1] = stop - start
    return SignedArrays(names, array("i", accumulate(lengths)), array("i", (moved[target] for target in arrays.objects)), arrays.masks)


def arrays_of_links(links: Iterable[tuple[str, str, Sign]], variables: Iterable[str] = ()) -> SignedArrays:
    """The arrays of links between ids, in any order; `variables` adds variables that no link touches. O(m log m)."""
    rows = list(links)
    names = tuple(sorted({name for row in rows for name in row[:2]}.union(variables)))
    number = {name: place for place, name in enumerate(names)}
    pairs: dict[tuple[int, int], int] = {}
    for subject, target, sign in rows:
        pair = number[subject], number[target]
        pairs[pair] = pairs.get(pair, 0) | MASKS[sign]
    lengths = [0] * (len(names) + 1)
    for subject_number, _ in pairs:
        lengths[subject_number + 1] += 1
    kept = sorted(pairs)
    return SignedArrays(
        names, array("i", accumulate(lengths)), array("i", (pair[1] for pair in kept)), array("b", (pairs[pair] for pair in kept))
    )
