"""The links of a table as sorted arrays: which claims join which variables. Nothing here knows files."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from kgraph.store.links_arrays import SignedArrays
from kgraph.store.table_rows import Rows

_UNSIGNED = 4


class TableLinks:
    """The claims of a table, sorted by the pair of variables that they join.

    Attributes
    ----------
    ids, labels : tuple of str
        Of the variables, sorted by id.
    offsets, objects, masks : array
        The pairs, as in `SignedArrays`.
    starts, rows : array
        The claims of pair ``k`` are the rows ``rows[starts[k]]`` up to ``rows[starts[k + 1]]``, rising.
    signs : array
        The bit of the sign of each row.

    Notes
    -----
    14 bytes a claim, and the names once. Sorting is O(m log d) for m claims and d of them at one variable.
    """

    __slots__ = ("_pair_of_row", "ids", "labels", "masks", "objects", "offsets", "rows", "signs", "starts")

    def __init__(self, gathered: Rows) -> None:
        order = sorted(range(len(gathered.names.ids)), key=gathered.names.ids.__getitem__)
        self.ids = tuple(map(gathered.names.ids.__getitem__, order))
        self.labels = tuple(map(gathered.names.labels.__getitem__, order))
        self.signs = gathered.signs
        self._pair_of_row: array[int] | None = None
        self._sort(gathered, order)

    def __len__(self) -> int:
        return len(self.signs)

    def number(self, id: str) -> int:
        """The number of a variable, -1 when there is none with this id."""
        at = bisect_left(self.ids, id)
        return at if at < len(self.ids) and self.ids[at] == id else -1

    def rows_between(self, subject: int, target: int) -> array[int]:
        """The rows that join two variables, rising."""
        low, high = self.offsets[subject], self.offsets[subject + 1]
        at = bisect_left(self.objects, target, low, high)
        if at == high or self.objects[at] != target:
            return array("i")
        return self.rows[self.starts[at] : self.starts[at + 1]]

    def ends_of(self, row: int) -> tuple[int, int]:
        """The numbers of subject and object of a row."""
        if self._pair_of_row is None:
            self._pair_of_row = array("i", bytes(4 * len(self)))
            for pair, (start, stop) in enumerate(pairwise(self.starts)):
                for place in range(start, stop):
                    self._pair_of_row[self.rows[place]] = pair
        pair = self._pair_of_row[row]
        return bisect_right(self.offsets, pair) - 1, self.objects[pair]

    def rows_touching(self, variables: Iterable[int]) -> list[int]:
        """The rows that start or end at one of these variables, rising. One pass over the pairs."""
        wanted = set(variables)
        pairs = {pair for variable in wanted for pair in range(self.offsets[variable], self.offsets[variable + 1])}
        pairs.update(pair for pair, target in enumerate(self.objects) if target in wanted)
        return sorted(row for pair in pairs for row in self.rows[self.starts[pair] : self.starts[pair + 1]])

    def arrays(self, held: Sequence[int] | None = None) -> SignedArrays:
        """The links of the rows that `held` marks (all rows when ``None``), an unsigned link beside a signed one left out.

        All variables stay, also those that no held row touches. Without `held` nothing is copied but the masks.
        """
        if held is None:
            return SignedArrays(self.ids, self.offsets, self.objects, _subsumed(self.masks))
        offsets, objects, masks = array("i", [0]), array("i"), array("b")
        signs = bytes(sign if keep else 0 for sign, keep in zip(self.signs, held, strict=True))
        for start, stop in pairwise(self.offsets):
            for pair in range(start, stop):
                mask = 0
                for row in self.rows[self.starts[pair] : self.starts[pair + 1]]:
                    mask |= signs[row]
                if mask:
                    objects.append(self.objects[pair])
                    masks.append(mask)
            offsets.append(len(objects))
        return SignedArrays(self.ids, offsets, objects, _subsumed(masks))

    def _sort(self, gathered: Rows, order: list[int]) -> None:
        """Bucket the rows by subject, and sort each bucket by object, then row."""
        place = array("i", bytes(4 * len(order)))
        for number, old in enumerate(order):
            place[old] = number
        buckets: list[list[int]] = [[] for _ in order]
        for row, subject in enumerate(map(place.__getitem__, gathered.subjects)):
            buckets[subject].append(row)
        targets = array("i", map(place.__getitem__, gathered.objects))
        target_of = targets.__getitem__
        # Freed here, because the arrays below take their room.
        gathered.subjects, gathered.objects = array("i"), array("i")
        objects, masks, starts, rows = array("i"), array("b"), array("i"), array("i")
        add_object, add_mask, add_start, sign_of = objects.append, masks.append, starts.append, self.signs.__getitem__
        lengths = array("i", [0])
        done = 0
        for bucket in buckets:
            # Sorting keeps rows of one pair in their order.
            if len(bucket) > 1:
                bucket.sort(key=target_of)
            before, last = len(objects), -1
            for at, row in enumerate(bucket, done):
                target = target_of(row)
                if target == last:
                    masks[-1] |= sign_of(row)
                else:
                    last = target
                    add_start(at)
                    add_object(target)
                    add_mask(sign_of(row))
            rows.fromlist(bucket)
            done += len(bucket)
            lengths.append(len(objects) - before)
            bucket.clear()
        add_start(done)
        self.objects, self.masks, self.starts, self.rows = objects, masks, starts, rows
        self.offsets = array("i", accumulate(lengths))


def _subsumed(masks: array[int]) -> array[int]:
    table = bytes(mask & ~_UNSIGNED if mask & ~_UNSIGNED else mask for mask in range(256))
    return array("b", masks.tobytes().translate(table))
