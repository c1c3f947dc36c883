"""The header of a link table: which column is which. The rows below it: `table_delimited.py`."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.store.table_complaints import Complaints, clipped
from kgraph.store.table_rows import ENDS, INDEXED, KNOWN

_ALSO = {
    "source": "subject",
    "target": "object",
    "from": "subject",
    "to": "object",
    "sign": "predicate",
    "relation": "predicate",
    "effect": "predicate",
    "interaction": "predicate",
    "regulator": "subject",
}
_OTHER_SEPARATORS = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars"}


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, those that kgraph knows in lower case, in the order of the file."""

    columns: tuple[str, ...]

    @property
    def ends(self) -> tuple[int, int, int]:
        """The places of subject, predicate and object."""
        subject, predicate, target = (self.columns.index(name) for name in ENDS)
        return subject, predicate, target

    @property
    def indexed(self) -> tuple[tuple[str, int], ...]:
        """Name and place of each column that selections ask for."""
        return tuple((name, self.columns.index(name)) for name in INDEXED if name in self.columns)


def read_header(cells: list[str], line: int, separator: str, complaints: Complaints) -> Header:
    """The header from the first row.

    Raises
    ------
    FindingsError
        A column is missing, named twice or unnamed twice; says what was found instead.
    """
    columns = tuple(_canonical(cell, place) for place, cell in enumerate(cells, 1))
    for name in sorted({name for name in columns if columns.count(name) > 1}):
        complaints.add(line, "double column", f"the header names the column {clipped(name)} twice", "give each column a name of its own")
    missing = [name for name in ENDS if name not in columns]
    if missing:
        complaints.add(line, "header", f"the header lacks {', '.join(missing)}", _remedy(cells, columns, missing, separator))
    complaints.raise_if_any()
    return Header(columns)


def _canonical(cell: str, place: int) -> str:
    name = cell.strip()
    return name.casefold() if name.casefold() in KNOWN else name or f"column {place}"


def _remedy(cells: list[str], columns: tuple[str, ...], missing: list[str], separator: str) -> str:
    text = separator.join(cells)
    for other, word in _OTHER_SEPARATORS.items():
        if len(cells) == 1 and other != separator and other in text:
            wanted = {"\t": "name the file .tsv", ",": "name the file .csv"}.get(other, "save it with commas (.csv) or tabs (.tsv)")
            return f"its cells are parted by {word}: {wanted}"
    renames = [f"rename '{name}' to {_ALSO[name.casefold()]}" for name in columns if _ALSO.get(name.casefold()) in missing]
    if renames:
        return "; ".join(renames)
    found = ", ".join(clipped(name, 20) for name in columns[:8])
    return f"the first line names the columns: subject, predicate, object, and any others; found {found}"
