"""`check`: reads the files, runs the gates, reports all that they find. The gates: `shapes.py`, `sense.py`, `source.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from kgraph.errors import InvalidValue, KnowledgeError
from kgraph.model import Finding, Severity
from kgraph.store import discover, parse, shipped_ontology, shipped_shapes
from kgraph.store.ids import short
from kgraph.validation.data import Data, entries_of, paths_of
from kgraph.validation.declared import is_dangling
from kgraph.validation.findings import GATES, error, in_order, warning
from kgraph.validation.sense import sense
from kgraph.validation.shape_reader import read_shapes
from kgraph.validation.shapes import Violation, split_message, told, violations
from kgraph.validation.source import source_gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a check found.

    Attributes
    ----------
    findings : tuple of Finding
        By gate, errors before warnings, then by place.
    gates : tuple of str
        The gates that were run. A file that does not parse stops the check after the first one: what it would have declared
        would be missed everywhere.
    files : tuple of str
        The files, as findings name them.
    entries : int
        How many claims, associations, descriptions, observations and results were looked at.
    """

    findings: tuple[Finding, ...]
    gates: tuple[str, ...]
    files: tuple[str, ...]
    entries: int

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail the check."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings for the curator's eyes."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.WARNING)


def check(
    data: Path | None = None,
    *,
    source: Path | None = None,
    of: str = "ref:review",
    gates: tuple[str, ...] = GATES,
    shapes: Path | None = None,
) -> Report:
    """Find everything wrong with the knowledge, and say how to mend it.

    Parameters
    ----------
    data : Path, optional
        A file or folder; ``None`` for the knowledge that ships with kgraph.
    source : Path, optional
        The text of a source; locators into it, and numbers claimed from it, are checked only when it is given.
    of : str
        The reference whose text that is.
    gates : tuple of str
        Which of ``syntax``, ``shape``, ``sense``, ``source`` to run; files are parsed in any case.
    shapes : Path, optional
        A file of SHACL shapes; else ``schema/shapes.ttl`` of the data, else the one that ships.

    Returns
    -------
    Report

    Raises
    ------
    KnowledgeError
        There is nothing to read: no such path, an empty folder, no known suffix; or the text of the source cannot be read.
    InvalidValue
        For an unknown gate.

    Notes
    -----
    About ten microseconds a triple: a hundred thousand claims take some twenty seconds.
    """
    if unknown := set(gates) - set(GATES):
        raise InvalidValue(f"there is no gate '{min(unknown)}'", remedy=f"use {', '.join(GATES)}")
    files = discover(data)
    names = paths_of(files, shipped_ontology().parent)
    text = None if source is None else _text(source)
    broken: list[Finding] = []
    read = Data(_quads(names, broken))
    run: tuple[str, ...] = ("syntax",)
    found = broken if "syntax" in gates else []
    if not broken:
        run = tuple(gate for gate in GATES if gate in gates and (gate != "source" or text is not None))
        found = list(_findings(read, run, shapes or _shapes_of(data), text or "", of))
    return Report(findings=in_order(found), gates=run, files=tuple(names.values()), entries=len(entries_of(read)))


def _findings(data: Data, gates: tuple[str, ...], shapes: Path, text: str, of: str) -> Iterator[Finding]:
    if "shape" in gates:
        for violation in violations(data, read_shapes(shapes)):
            # Sense says of a name that nothing declares what it may have meant; one finding is enough.
            if not (
                violation.constraint in ("Class", "Or") and violation.value and is_dangling(data, violation.value) and "sense" in gates
            ):
                yield _shape_finding(data, violation)
    if "sense" in gates:
        yield from sense(data)
    if "source" in gates:
        yield from source_gate(data, text, of)


def _shape_finding(data: Data, violation: Violation) -> Finding:
    what, remedy = split_message(violation.message)
    path = f", {short(violation.path)}" if violation.path else ""
    make = warning if violation.warning else error
    return make("shape", short(violation.shape), data.where(violation.focus) + path, told(violation, what), remedy)


def _quads(names: dict[Path, str], broken: list[Finding]) -> Iterator[tuple[str, Quad]]:
    """The quads of all files with the names of these; a finding for each file that does not parse."""
    for path, name in names.items():
        try:
            for quad in parse(path):
                yield name, quad
        except KnowledgeError as problem:
            where = problem.where.replace(str(path), name, 1)
            broken.append(error("syntax", "syntax", where, problem.message, problem.remedy))


def _shapes_of(data: Path | None) -> Path:
    own = None if data is None else data / "schema" / "shapes.ttl"
    return own if own and own.is_file() else shipped_shapes()


def _text(path: Path) -> str:
    """The text of a source."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        what = "it is not text in UTF-8" if isinstance(problem, UnicodeDecodeError) else f"it cannot be read: {problem.strerror or problem}"
        raise KnowledgeError(f"the text of the source: {what}", where=str(path), remedy="name the text file of the source") from None
