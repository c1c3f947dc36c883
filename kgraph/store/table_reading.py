"""Reads a link table of any of the formats: the one door to the readers. What becomes of it: `table_knowledge.py`."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kgraph.errors import FindingsError, KnowledgeError
from kgraph.model import Finding
from kgraph.store import table_sif
from kgraph.store.table_complaints import BadCell, Complaints, unreadable
from kgraph.store.table_delimited import SEPARATORS, Records, cut, records
from kgraph.store.table_formats import TABLES
from kgraph.store.table_graphml import GraphmlReader
from kgraph.store.table_header import Header, read_header
from kgraph.store.table_nodelink import NodeLinkReader
from kgraph.store.table_rows import ENDS, Rows
from kgraph.store.table_source import FileRows, KeptRows, RowSource
from kgraph.store.table_text import Block, Progress, blocks, clean, open_text, unwatched


class ReadTable(NamedTuple):
    """The rows of a table as numbers, the way back to their text, and the columns that this text has beside the ends."""

    rows: Rows
    source: RowSource
    columns: tuple[str, ...]


class _Job(NamedTuple):
    stream: BinaryIO
    path: Path
    rows: Rows
    complaints: Complaints
    watch: Callable[[int], None]


def read_table(path: Path, progress: Progress | None = None) -> ReadTable:
    """Read a link table whole, or refuse it with all that is wrong.

    Parameters
    ----------
    path : Path
        ``.tsv`` or ``.csv`` with a header, ``.sif``, ``.graphml``, or node-link ``.json``.
    progress : callable, optional
        Told the bytes done and the bytes there are, now and then.

    Raises
    ------
    FindingsError
        Rows are bad: every one of them, with its line.
    KnowledgeError
        The file is missing, unreadable, no file, or holds no link.
    """
    # These ask without raising where a folder on the way may not be entered.
    if not os.path.isfile(path):
        what = "not an ordinary file" if os.path.exists(path) else "no such file"
        problem = "a folder stands where a file is due" if os.path.isdir(path) else what
        raise KnowledgeError(problem, where=str(path), remedy=f"name a table ({', '.join(TABLES)})")
    try:
        with open_text(path) as stream:
            return _read(stream, path, progress)
    except OSError as error:
        raise unreadable(path, error) from None


def table_findings(path: Path) -> tuple[tuple[Finding, ...], int]:
    """All that is wrong with a link table, empty when it is in order, and the number of its links; `KnowledgeError` as `read_table`."""
    try:
        return (), len(read_table(path).rows)
    except FindingsError as error:
        return tuple(one for one in error.findings if isinstance(one, Finding)), 0


def _read(stream: BinaryIO, path: Path, progress: Progress | None) -> ReadTable:
    size = os.fstat(stream.fileno()).st_size
    watch: Callable[[int], None] = (lambda done: progress(min(done, size), size)) if progress else unwatched
    job = _Job(stream, path, Rows(), Complaints(path), watch)
    readers = {".sif": _read_sif, ".graphml": _read_graphml, ".json": _read_json}
    suffix = path.suffix.lower()
    read = _read_delimited(job, SEPARATORS[suffix]) if suffix in SEPARATORS else readers[suffix](job)
    job.complaints.raise_if_any()
    if not read.rows.names.ids:
        raise KnowledgeError("the table holds no link", where=str(path), remedy="write subject, predicate and object, a link a line")
    watch(size)
    return read


def _read_delimited(job: _Job, separator: str) -> ReadTable:
    header: Header | None = None
    source: FileRows | None = None
    for found in records(blocks(job.stream, job.complaints), separator, job.complaints):
        if header is None:
            first = next(found.numbered(), None)
            if first is None:
                continue
            header = read_header(first[1], first[0], separator, job.complaints)
            source = FileRows(job.path, header.columns, lambda block: _numbered(block, separator), os.fstat(job.stream.fileno()))
            # The header is the row before the first.
            source.mark(-1, found.block)
            _add_slowly(job, header, Records(found.block, *_without(found, first[0])))
        else:
            assert source is not None
            source.mark(len(job.rows), found.block)
            _add(job, header, found)
        job.watch(found.block.offset)
    if header is None or source is None:
        job.complaints.stop(1, "empty", "the file holds no header", "begin with the line: subject, predicate, object")
    return ReadTable(job.rows, source, tuple(name for name in header.columns if name not in ENDS))


def _numbered(block: Block, separator: str) -> list[tuple[int, list[str]]]:
    return list(Records(block, cut(block.text, separator), None).numbered())


def _without(found: Records, line: int) -> tuple[list[list[str]], list[int]]:
    """The rows below the header, with their lines."""
    below = [(number, row) for number, row in found.numbered() if number != line]
    return [row for _, row in below], [number for number, _ in below]


def _add(job: _Job, header: Header, found: Records) -> None:
    """Take the rows of a block column by column; where one is bad or blank, row by row."""
    if job.complaints.count or found.lines is not None or set(map(len, found.rows)) != {len(header.columns)}:
        _add_slowly(job, header, found)
        return
    columns = list(zip(*found.rows, strict=True))
    subject, predicate, target = header.ends
    try:
        numbered = {name: columns[place] for name, place in header.indexed}
        job.rows.add_columns(columns[subject], columns[predicate], columns[target], numbered)
    except BadCell:
        _add_slowly(job, header, found)


def _add_slowly(job: _Job, header: Header, found: Records) -> None:
    subject, predicate, target = header.ends
    width = len(header.columns)
    for line, cells in found.numbered():
        if len(cells) != width:
            what = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
            job.complaints.add(line, "ragged row", f"{what}, where the header has {width}", "give each column a cell, an empty one too")
            continue
        indexed = [(name, cells[place]) for name, place in header.indexed]
        job.rows.add(cells[subject], cells[predicate], cells[target], indexed, line, job.complaints)


def _read_sif(job: _Job) -> ReadTable:
    separator = "\t" if table_sif.has_tabs(job.stream) else None

    def again(block: Block) -> list[table_sif.Line]:
        return table_sif.links(table_sif.lines(block, separator))

    source = FileRows(job.path, ENDS, again, os.fstat(job.stream.fileno()))
    for block in blocks(job.stream, job.complaints):
        source.mark(len(job.rows), block)
        cut = table_sif.lines(block, separator)
        _add_links(job, table_sif.links(cut))
        for line, name in table_sif.alone(cut, job.complaints):
            try:
                job.rows.names[name]
            except BadCell as bad:
                job.complaints.bad_cell(line, bad)
        job.watch(block.offset)
    return ReadTable(job.rows, source, ())


def _add_links(job: _Job, found: list[table_sif.Line]) -> None:
    """Take the links of a block column by column; where one is bad, row by row."""
    if not job.complaints.count:
        with suppress(BadCell):
            if found:
                subjects, predicates, targets = zip(*(cells for _, cells in found), strict=True)
                job.rows.add_columns(subjects, predicates, targets, {})
            return
    for line, (subject, predicate, target) in found:
        job.rows.add(subject, predicate, target, (), line, job.complaints)


def _read_graphml(job: _Job) -> ReadTable:
    GraphmlReader(job.rows, job.complaints).read(job.stream, job.watch)
    return _kept(job.rows)


def _read_json(job: _Job) -> ReadTable:
    data = job.stream.read()
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        job.complaints.stop(1, "encoding", "the file is in UTF-16", "save it as UTF-8")
    text = clean(data.removeprefix(codecs.BOM_UTF8) + b"\n", 1, job.complaints)
    job.complaints.raise_if_any()
    del data
    NodeLinkReader(text, job.rows, job.complaints).read(job.watch)
    return _kept(job.rows)


def _kept(rows: Rows) -> ReadTable:
    for column in rows.columns.values():
        column.pad(len(rows))
    return ReadTable(rows, KeptRows(rows.columns), tuple(sorted(rows.columns)))
