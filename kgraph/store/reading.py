"""From files to an engine and to `Knowledge`: either strictly (`load`), or with every error gathered (`read_files`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Quad, Store

from kgraph import __version__
from kgraph.errors import KnowledgeError
from kgraph.store.claims import ClaimRow, direct_triples, read_rows
from kgraph.store.engine import fill
from kgraph.store.files import checksum, discover, parse
from kgraph.store.knowledge import Knowledge
from kgraph.store.rules import DERIVED, derive
from kgraph.store.snapshot import MOST, Snapshot, open_snapshot, save_snapshot
from kgraph.store.table_formats import is_table
from kgraph.vocabulary.prefixes import expand

FORMAT = 1


@dataclass(frozen=True)
class ReadResult:
    """What could be read of some files, and all that was wrong with the rest.

    Attributes
    ----------
    files : tuple of Path
        Every file, also those that did not parse.
    engine : pyoxigraph.Store
        The quads of the files that parsed, with the derived claims and direct triples of the claims that are whole.
    errors : tuple of KnowledgeError
        One for each file that did not parse or could not be read, in the order of the files.
    problems : tuple of KnowledgeError
        One for each claim that cannot stand on a link: unknown predicate, no layer, not exactly one subject or object.
    rows : tuple of ClaimRow
        The bones of all other claims.
    """

    files: tuple[Path, ...]
    engine: Store
    errors: tuple[KnowledgeError, ...]
    problems: tuple[KnowledgeError, ...]
    rows: tuple[ClaimRow, ...]

    def file_of(self, iri: str) -> Path | None:
        """The first file that has this IRI as a subject; ``None`` where none has. Parses all files again, once."""
        return self._files.get(iri)

    @cached_property
    def _files(self) -> dict[str, Path]:
        return _files_of(self.files)


def load(data: Path | None = None, *, cache: Path | None = None, progress: Callable[[int, int], None] | None = None) -> Knowledge:
    """Load knowledge, strictly.

    Parameters
    ----------
    data : Path, optional
        A file or a folder (Turtle, TriG, N-Triples, N-Quads, JSON-LD), or a link table (TSV, CSV, SIF, GraphML, node-link
        JSON; see `kgraph.store.table_knowledge.load_table`); ``None`` for the knowledge that ships with kgraph.
    cache : Path, optional
        A folder for compiled snapshots, which make the next start faster; safe to delete. Not used for tables,
        nor for more than 100,000 triples (see `kgraph.store.snapshot`).
    progress : callable, optional
        Told the bytes done and the bytes there are while a table is read; other files load too fast to watch.

    Returns
    -------
    Knowledge

    Raises
    ------
    TurtleSyntaxError
        A file does not parse; names file, line and column.
    UnknownPredicate
        A claim has a predicate without a sign; names the nearest ones.
    KnowledgeError
        A file is missing, unreadable or no text; a claim lacks its layer, subject, predicate or object.
    FindingsError
        Rows of a table are bad: all of them, each with its line.

    Notes
    -----
    About two microseconds a triple, half of it parsing.

    Examples
    --------
    >>> load().term("ent:ketamine").label.zh
    '氯胺酮'
    """
    if data is not None and is_table(data):
        from kgraph.store.table_knowledge import load_table

        return load_table(data, progress=progress)
    files = discover(data)
    key = checksum(files, root=data, salt=f"{__version__} {pyoxigraph.__version__} {FORMAT}")
    snapshot = open_snapshot(cache, key) if cache else None
    if snapshot is not None:
        return Knowledge(snapshot.engine, rows=snapshot.rows, names=snapshot.names, files=files, checksum=key)
    engine, rows = _strictly(files)
    knowledge = Knowledge(engine, rows=rows, files=files, checksum=key)
    if cache and len(engine) <= MOST:
        save_snapshot(cache, key, Snapshot(engine=engine, rows=rows, names=knowledge.names))
    return knowledge


def read_files(data: Path | None = None) -> ReadResult:
    """Read knowledge and gather what is wrong instead of stopping at it; for those who check.

    Raises
    ------
    KnowledgeError
        Only when there is nothing to read: no such path, an empty folder, no known suffix.
    """
    files = discover(data)
    errors: list[KnowledgeError] = []
    engine = fill(_readable(files, errors))
    rows, problems = read_rows(engine)
    rows = _compute(engine, rows)
    return ReadResult(files=files, engine=engine, errors=tuple(errors), problems=problems, rows=rows)


def _strictly(files: tuple[Path, ...]) -> tuple[Store, tuple[ClaimRow, ...]]:
    engine = fill(quad for path in files for quad in parse(path))
    rows, problems = read_rows(engine)
    for problem in problems:
        path = _files_of(files).get(expand(problem.where))
        raise type(problem)(problem.message, where=f"{path}, {problem.where}" if path else problem.where, remedy=problem.remedy)
    return engine, _compute(engine, rows)


def _files_of(files: tuple[Path, ...]) -> dict[str, Path]:
    """The first file that has each IRI as a subject, among the files that parse; what is wrong with the others was said before."""
    found: dict[str, Path] = {}
    for path in files:
        with suppress(KnowledgeError):
            for quad in parse(path):
                if isinstance(quad.subject, NamedNode):
                    found.setdefault(quad.subject.value, path)
    return found


def _compute(engine: Store, asserted: tuple[ClaimRow, ...]) -> tuple[ClaimRow, ...]:
    """Adds the derived claims and the direct triples; returns the asserted and the derived claims, by id."""
    engine.bulk_extend(derive(engine, asserted))
    derived, _ = read_rows(engine, DERIVED)
    rows = tuple(sorted({*asserted, *derived}))
    engine.bulk_extend(direct_triples(rows))
    return rows


def _readable(files: tuple[Path, ...], errors: list[KnowledgeError]) -> Iterator[Quad]:
    """The quads of every file that parses to its end; what is wrong with the others goes into `errors`."""
    for path in files:
        try:
            quads = tuple(parse(path))
        except KnowledgeError as error:
            errors.append(error)
            continue
        yield from quads
