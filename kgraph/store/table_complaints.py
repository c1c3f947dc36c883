"""What is wrong with the rows of a table, gathered so that all of it is told at once. What can be wrong: the readers."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import NoReturn

from kgraph.errors import FindingsError, KnowledgeError
from kgraph.model import Finding, Severity

GATE = "table"
SHOWN = 20
IN_FULL = 10_000


class BadCell(Exception):
    """A cell that cannot be understood; never leaves this room.

    Parameters
    ----------
    rule, message, remedy : str
        As in `kgraph.model.Finding`.
    """

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.remedy = remedy


class Complaints:
    """Gathers what is wrong with one file.

    The first 10,000 complaints become a finding each. Of the later ones, each rule becomes one finding that lists the lines,
    so that a file of a million bad rows is still told in full, in little memory.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self._findings: list[tuple[int, Finding]] = []
        self._later: dict[str, tuple[str, array[int]]] = {}

    def add(self, line: int, rule: str, message: str, remedy: str) -> None:
        """One thing wrong at this line."""
        self.count += 1
        if len(self._findings) < IN_FULL:
            self._findings.append((line, self._finding(f"{self.path}:{line}", rule, message, remedy)))
        else:
            self._later.setdefault(rule, (remedy, array("q")))[1].append(line)

    def bad_cell(self, line: int, cell: BadCell) -> None:
        """A cell at this line that could not be understood."""
        self.add(line, cell.rule, cell.message, cell.remedy)

    def stop(self, line: int, rule: str, message: str, remedy: str) -> NoReturn:
        """Something after which reading on makes no sense, told with all that came before."""
        self.add(line, rule, message, remedy)
        self.raise_if_any()
        raise AssertionError("a complaint was just added")

    def raise_if_any(self) -> None:
        """Raise `FindingsError` with every finding when there is one; its message shows the first twenty and counts the rest."""
        if not self.count:
            return
        findings = self.findings
        shown = [f"  {one.where}: {one.message}; {one.remedy}" for one in findings[:SHOWN]]
        if self.count > SHOWN:
            shown.append(f"  and {self.count - SHOWN:,} more")
        things = "one thing is" if self.count == 1 else f"{self.count:,} things are"
        raise FindingsError(
            f"{things} wrong with this table\n" + "\n".join(shown),
            findings=findings,
            where=str(self.path),
            remedy="mend these lines, then read the table again; nothing of it was taken",
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything gathered: one by one in the order of their lines, then the later ones by rule."""
        later = (
            self._finding(str(self.path), rule, f"{len(lines):,} more at lines {_ranges(lines)}", remedy)
            for rule, (remedy, lines) in sorted(self._later.items())
        )
        return (*(one for _, one in sorted(self._findings, key=lambda pair: pair[0])), *later)

    def _finding(self, where: str, rule: str, message: str, remedy: str) -> Finding:
        return Finding(severity=Severity.ERROR, gate=GATE, rule=rule, where=where, message=message, remedy=remedy)


def unreadable(path: Path, error: OSError) -> KnowledgeError:
    """What the system's refusal to read a file means."""
    return KnowledgeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check its permissions")


def clipped(text: str, most: int = 60) -> str:
    """A text as it may stand in a message: in quotes, on one line, without control characters, not too long."""
    short = text if len(text) <= most else text[:most] + "…"
    return "'" + "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in short) + "'"


def _ranges(lines: array[int]) -> str:
    """Numbers in rising order as ranges: ``3-5, 9``."""
    found: list[list[int]] = []
    for line in lines:
        if found and line in (found[-1][1], found[-1][1] + 1):
            found[-1][1] = line
        else:
            found.append([line, line])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in found)
