"""Rows of a table gathered into columns of numbers: who acts on whom with which sign. How they are sorted: `table_links.py`."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from contextlib import suppress

from kgraph.store.table_complaints import BadCell, Complaints
from kgraph.store.table_names import identity, layer_of, mask_of, several

ENDS = ("subject", "predicate", "object")
INDEXED = ("layer", "mechanism", "species")
KNOWN = (*ENDS, "reference", *INDEXED)


class Names(dict[str, int]):
    """From the name in a cell to the number of its variable, in the order of first sight; a new name gets the next number.

    Two spellings of one id (a CURIE and its IRI) have one number. Names that only fold alike stay apart.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.labels: list[str] = []
        self._numbers: dict[str, int] = {}

    def __missing__(self, cell: str) -> int:
        name = cell.strip()
        id = identity(name)
        number = self._numbers.get(id)
        if number is None:
            number = self._numbers[id] = len(self.ids)
            self.ids.append(id)
            self.labels.append(name)
        else:
            # Whichever row comes first, the label is the same.
            self.labels[number] = min(self.labels[number], name, key=lambda text: ("://" in text, text == id, text))
        self[cell] = number
        return number

    def relabel(self, cell: str, label: str) -> None:
        """Give the variable of this name another label than the name."""
        self.labels[self[cell]] = label


class Predicates(dict[str, int]):
    """From the predicate in a cell to the bit of its sign."""

    def __missing__(self, cell: str) -> int:
        self[cell] = mask = mask_of(cell)
        return mask


class Column(dict[str, int]):
    """A column whose values repeat: each value once, and a small number a row; 0 stands for an empty cell."""

    def __init__(self, name: str) -> None:
        super().__init__({"": 0})
        self.name = name
        self.codes: array[int] = array("i")

    def __missing__(self, cell: str) -> int:
        if self.name == "layer":
            layer_of(cell)
        elif self.name in INDEXED:
            several(cell, "mech" if self.name == "mechanism" else "ent")
        self[cell] = code = len(self)
        return code

    @property
    def cells(self) -> tuple[str, ...]:
        """The distinct cells, in the order of their numbers."""
        return tuple(self)

    def pad(self, rows: int) -> None:
        """Empty cells up to this many rows."""
        self.codes.extend([0] * (rows - len(self.codes)))


class Rows:
    """What has been read of a table so far.

    Attributes
    ----------
    names : Names
        The variables.
    subjects, objects, signs : array
        For each row the numbers of the ends, and the bit of the sign.
    columns : dict of str to Column
        The columns that are kept in memory: those that selections ask for, and all of a format that has no rows to go back to.
    """

    def __init__(self) -> None:
        self.names = Names()
        self.predicates = Predicates()
        self.subjects: array[int] = array("i")
        self.objects: array[int] = array("i")
        self.signs: array[int] = array("b")
        self.columns: dict[str, Column] = {}

    def __len__(self) -> int:
        return len(self.signs)

    def column(self, name: str) -> Column:
        """The kept column of this name, made when first asked for."""
        if name not in self.columns:
            self.columns[name] = Column(name)
        return self.columns[name]

    def add_columns(
        self, subjects: Sequence[str], predicates: Sequence[str], objects: Sequence[str], more: Mapping[str, Sequence[str]]
    ) -> None:
        """Many rows at once, column by column; `BadCell` for the first bad one, and then nothing may be added any more."""
        names, signs = self.names.__getitem__, self.predicates.__getitem__
        self.subjects.fromlist(list(map(names, subjects)))
        self.objects.fromlist(list(map(names, objects)))
        self.signs.fromlist(list(map(signs, predicates)))
        for name, cells in more.items():
            column = self.column(name)
            column.codes.fromlist(list(map(column.__getitem__, cells)))

    def add(self, subject: str, predicate: str, target: str, more: Sequence[tuple[str, str]], line: int, complaints: Complaints) -> None:
        """One row; everything wrong with it becomes a complaint."""
        if not more:
            with suppress(BadCell):
                first, second, sign = self.names[subject], self.names[target], self.predicates[predicate]
                self.subjects.append(first)
                self.objects.append(second)
                self.signs.append(sign)
                return
        before = complaints.count
        first = self._look_up(self.names, subject, line, complaints)
        second = self._look_up(self.names, target, line, complaints)
        sign = self._look_up(self.predicates, predicate, line, complaints)
        cells = [
            (column, self._look_up(column, cell, line, complaints)) for column, cell in ((self.column(key), text) for key, text in more)
        ]
        if complaints.count > before:
            return
        for column, code in cells:
            column.pad(len(self))
            column.codes.append(code)
        self.subjects.append(first)
        self.objects.append(second)
        self.signs.append(sign)

    @staticmethod
    def _look_up(index: dict[str, int], cell: str, line: int, complaints: Complaints) -> int:
        try:
            return index[cell]
        except BadCell as bad:
            complaints.bad_cell(line, bad)
            return 0
