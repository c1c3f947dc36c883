"""Checks that the ends of links are variables which the file declares. Formats without declarations do not need it."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.store.table_complaints import BadCell, Complaints, clipped
from kgraph.store.table_rows import Names


class Ends:
    """Variables declared and variables used, in any order."""

    def __init__(self, names: Names, complaints: Complaints) -> None:
        self._names = names
        self._complaints = complaints
        self._declared: set[str] = set()
        self._open: dict[str, int] = {}

    def declare(self, name: str, label: str, line: int) -> None:
        """The file declares a variable, with a label or none; twice is a complaint."""
        if name in self._declared:
            self._complaints.add(line, "double variable", f"{clipped(name)} is declared twice", "give each variable an id of its own")
        self._declared.add(name)
        try:
            self._names[name]
        except BadCell as bad:
            self._complaints.bad_cell(line, bad)
            return
        if label:
            self._names.relabel(name, label)

    def use(self, name: str, line: int) -> None:
        """A link at this line starts or ends there."""
        if name and name not in self._declared:
            self._open.setdefault(name, line)

    def all_declared(self, names: Iterable[str]) -> bool:
        """Whether all of these were declared before."""
        return self._declared.issuperset(names)

    def check(self) -> None:
        """Complain of every variable that was used and never declared, at the first line that used it."""
        for name, line in self._open.items():
            if name not in self._declared:
                self._complaints.add(
                    line, "unknown end", f"{clipped(name)} is not among the variables (nodes)", "declare it, or mend the name"
                )
