"""Which rows of a table a selection holds. The same for RDF: `selecting.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kgraph.model import Selection
from kgraph.store.knowledge import EVERYTHING
from kgraph.store.table_names import layer_of, several
from kgraph.store.table_rows import Column


class TableSelector:
    """Marks the rows of a selection; the marks of the last one are kept.

    Parameters
    ----------
    columns : mapping of str to Column
        The columns kept in memory, by name.
    count : int
        How many rows there are.
    """

    def __init__(self, columns: Mapping[str, Column], count: int) -> None:
        self._columns = columns
        self._count = count
        self._last: tuple[Selection, Sequence[int]] = (EVERYTHING, b"")

    def held(self, selection: Selection) -> Sequence[int] | None:
        """For each row whether a selection holds it; ``None`` for all. O(rows) for each field of the selection that is not empty."""
        if selection == EVERYTHING:
            return None
        if self._last[0] != selection:
            self._last = (selection, self._marked(selection))
        return self._last[1]

    def _marked(self, selection: Selection) -> bytes:
        marks = b"\1" * self._count
        wanted = {
            "layer": {layer.value for layer in selection.layers},
            "mechanism": set(selection.mechanisms),
            "species": set(selection.species),
        }
        for name, ids in wanted.items():
            if ids:
                column = self._columns.get(name) or Column(name)
                column.pad(self._count)
                holds = bytes(not ids.isdisjoint(_ids(name, cell)) for cell in column.cells)
                marks = bytes(mark and holds[code] for mark, code in zip(marks, column.codes, strict=True))
        return marks


def _ids(column: str, cell: str) -> tuple[str, ...]:
    if column == "layer":
        return (layer_of(cell).value,)
    return several(cell, "mech" if column == "mechanism" else "ent")
