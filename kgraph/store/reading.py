"""From files to an engine and to `Knowledge`: either strictly (`load`), or with every error gathered (`read_files`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from kgraph import __version__
from kgraph.errors import KnowledgeError
from kgraph.store.claims import ClaimRow, direct_triples, read_rows
from kgraph.store.engine import fill
from kgraph.store.files import checksum, discover, parse
from kgraph.store.knowledge import Knowledge
from kgraph.store.rules import derive


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
        found: dict[str, Path] = {}
        broken = {error.where.split(":", 1)[0] for error in self.errors}
        for path in self.files:
            if str(path) not in broken:
                for quad in parse(path):
                    if isinstance(quad.subject, NamedNode):
                        found.setdefault(quad.subject.value, path)
        return found


def load(data: Path | None = None, *, cache: Path | None = None) -> Knowledge:
    """Load knowledge, strictly.

    Parameters
    ----------
    data : Path, optional
        A file or a folder (Turtle, TriG, N-Triples, N-Quads, JSON-LD); ``None`` for the knowledge that ships with kgraph.
    cache : Path, optional
        A folder for compiled snapshots, which make the next start faster; safe to delete.

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

    Notes
    -----
    About two microseconds a triple, half of it parsing.

    Examples
    --------
    >>> load().term("ent:ketamine").label.zh
    '氯胺酮'
    """
    files = discover(data)
    result = _read(files)
    for error in (*result.errors, *result.problems):
        raise error
    return Knowledge(result.engine, rows=result.rows, files=files, checksum=checksum(files, salt=__version__))


def read_files(data: Path | None = None) -> ReadResult:
    """Read knowledge and gather what is wrong instead of stopping at it; for those who check.

    Raises
    ------
    KnowledgeError
        Only when there is nothing to read: no such path, an empty folder, no known suffix.
    """
    return _read(discover(data))


def _read(files: tuple[Path, ...]) -> ReadResult:
    errors: list[KnowledgeError] = []
    store = fill(_quads(files, errors))
    asserted, problems = read_rows(store)
    store.bulk_extend(derive(store, asserted))
    rows, _ = read_rows(store)
    store.bulk_extend(direct_triples(rows))
    return ReadResult(files=files, engine=store, errors=tuple(errors), problems=problems, rows=rows)


def _quads(files: tuple[Path, ...], errors: list[KnowledgeError]) -> Iterator[Quad]:
    """The quads of every file that parses to its end; what is wrong with the others goes into `errors`."""
    for path in files:
        try:
            quads = tuple(parse(path))
        except KnowledgeError as error:
            errors.append(error)
            continue
        yield from quads
