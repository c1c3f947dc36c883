"""The signed graph: variables and links as integer rows. What can be asked of it: the other files of this room."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kgraph.errors import InvalidValue
from kgraph.model import Sign
from kgraph.reasoning.signs import MASK_OF, signs_in

SignedLink = tuple[str, str, Sign]


class SignedGraph:
    """Variables and signed links between them, never changed after it is made.

    Variables are numbered in the order of their ids. Row ``v`` holds the pairs ``(v, w)`` that any link joins, in the order of
    ``w``: ``objects[k]`` is ``w`` and ``masks[k]`` the set of signs of the links from ``v`` to ``w`` (bit 1 ``+``, 2 ``-``, 4 ``?``),
    for ``k`` from ``offsets[v]`` up to ``offsets[v + 1]``. Two links that join one pair with opposite signs are two links.

    Attributes
    ----------
    names : tuple of str
        The ids of the variables, sorted.
    offsets, objects, masks : array
        The compressed rows: 5 bytes a pair and 4 a variable; the reverse rows, built when first asked for, take as much again.
    link_count : int
        How many distinct (subject, object, sign) there are.

    Examples
    --------
    >>> graph = SignedGraph.from_links([("ketamine", "NMDA receptor", Sign.MINUS), ("NMDA receptor", "eEF2 kinase", Sign.PLUS)])
    >>> graph.names, graph.link_count
    (('NMDA receptor', 'eEF2 kinase', 'ketamine'), 2)
    """

    __slots__ = ("_numbers", "_reverse", "link_count", "masks", "names", "objects", "offsets", "spare")

    def __init__(self, names: tuple[str, ...], offsets: array[int], objects: array[int], masks: array[int]) -> None:
        self.names = names
        self.offsets = offsets
        self.objects = objects
        self.masks = masks
        counts = [mask.bit_count() for mask in range(8)]
        self.link_count = sum(counts[mask] for mask in masks)
        self._numbers: dict[str, int] | None = None
        self._reverse: tuple[array[int], array[int], array[int]] | None = None
        self.spare: list[object] = []

    @classmethod
    def from_links(cls, links: Iterable[SignedLink], *, variables: Iterable[str] = ()) -> SignedGraph:
        """The graph of these links; `variables` adds variables that no link touches.

        Parameters
        ----------
        links : iterable of (subject id, object id, Sign)
            In any order; a link given twice counts once.
        variables : iterable of str
            Ids of further variables.

        Notes
        -----
        O(m log m) for m links: about 2 s a million.
        """
        rows = [(subject, object_, MASK_OF[sign]) for subject, object_, sign in links]
        known = {name for row in rows for name in row[:2]}
        known.update(variables)
        names = tuple(sorted(known))
        number = {name: position for position, name in enumerate(names)}
        width = len(names)
        coded = sorted({(number[subject] * width + number[object_]) * 8 + mask for subject, object_, mask in rows})
        graph = cls(names, *_compressed(coded, width))
        graph._numbers = number
        return graph

    def number(self, name: str) -> int:
        """The number of a variable; `InvalidValue` when the graph has no such variable."""
        if self._numbers is None:
            self._numbers = {known: position for position, known in enumerate(self.names)}
        try:
            return self._numbers[name]
        except KeyError:
            raise InvalidValue(
                f"the graph has no variable '{name}'", where=name, remedy="name a variable that some link or the list of variables holds"
            ) from None

    def __contains__(self, name: object) -> bool:
        try:
            self.number(str(name))
        except InvalidValue:
            return False
        return True

    @property
    def reverse(self) -> tuple[array[int], array[int], array[int]]:
        """Offsets, subjects and masks of the pairs that end at each variable, in the order of their subjects."""
        if self._reverse is None:
            self._reverse = _reversed(len(self.names), self.offsets, self.objects, self.masks)
        return self._reverse

    def turned(self) -> SignedGraph:
        """The graph with every link the other way round."""
        return SignedGraph(self.names, *self.reverse)

    def links(self) -> Iterator[SignedLink]:
        """Every link, in the order of subject, object, sign (``+``, ``-``, ``?``)."""
        for subject, object_, mask in self.pairs():
            for sign in signs_in(mask):
                yield (self.names[subject], self.names[object_], sign)

    def pairs(self) -> Iterator[tuple[int, int, int]]:
        """Every joined pair as numbers, with its mask."""
        for subject in range(len(self.names)):
            for position in range(self.offsets[subject], self.offsets[subject + 1]):
                yield (subject, self.objects[position], self.masks[position])

    def signs_between(self, subject: str, object_: str) -> tuple[Sign, ...]:
        """The signs of the links from one variable to another, in the order ``+``, ``-``, ``?``; empty without a link."""
        return signs_in(self.mask_between(self.number(subject), self.number(object_)))

    def mask_between(self, subject: int, object_: int) -> int:
        """The mask of the links between two numbers; 0 without a link."""
        end = self.offsets[subject + 1]
        position = bisect_left(self.objects, object_, self.offsets[subject], end)
        return self.masks[position] if position < end and self.objects[position] == object_ else 0

    def without(self, *, variables: Iterable[str] = (), links: Iterable[SignedLink] = ()) -> SignedGraph:
        """A copy that lacks these variables and links; names that it does not have are passed over."""
        gone, cut = set(variables), set(links)
        kept = [link for link in self.links() if link not in cut and link[0] not in gone and link[1] not in gone]
        return SignedGraph.from_links(kept, variables=(name for name in self.names if name not in gone))

    def with_links(self, links: Iterable[SignedLink]) -> SignedGraph:
        """A copy that also has these links."""
        return SignedGraph.from_links([*self.links(), *links], variables=self.names)


def _compressed(coded: list[int], width: int) -> tuple[array[int], array[int], array[int]]:
    offsets, objects, masks = array("i", bytes(4 * (width + 1))), array("i"), array("b")
    last = -1
    for code in coded:
        pair, mask = code >> 3, code & 7
        if pair == last:
            masks[-1] |= mask
            continue
        last = pair
        objects.append(pair % width)
        masks.append(mask)
        offsets[pair // width + 1] += 1
    for position in range(width):
        offsets[position + 1] += offsets[position]
    return offsets, objects, masks


def _reversed(width: int, offsets: array[int], objects: array[int], masks: array[int]) -> tuple[array[int], array[int], array[int]]:
    from kgraph.reasoning.machine import machine_for

    machine = machine_for(len(objects))
    starts, place = array("i", bytes(4 * (width + 1))), array("i", bytes(4 * (width + 1)))
    subjects, signs = array("i", bytes(4 * len(objects))), array("b", bytes(len(objects)))
    rows = (offsets, objects, masks, starts, place, subjects, signs)
    machine.loops("turning").turn(*(map(machine.view, rows) if machine.compiled else rows))
    return starts, subjects, signs
