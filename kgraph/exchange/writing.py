"""Writes what importers and exporters yield to files: streamed, first beside the place and then moved there whole."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kgraph.errors import ExchangeError, KgraphError
from kgraph.exchange.formats import IN, OUT, exporter, importer
from kgraph.exchange.identifiers import slug
from kgraph.exchange.imported import Imported
from kgraph.exchange.meter import Progress
from kgraph.exchange.report import Report
from kgraph.exchange.turtle import blocks, header
from kgraph.model import Selection
from kgraph.store import Knowledge, load

EVERYTHING = Selection()


def read(format: str, paths: Sequence[Path], report: Report, *, progress: Progress | None = None) -> Iterator[Imported]:
    """The records of files of another format, each as soon as it is read.

    Parameters
    ----------
    format : str
        A key of `kgraph.exchange.formats.IN`.
    paths : sequence of Path
        Files or folders, read in this order.
    report : Report
        Told what became of each record. A path that cannot be read at all is told as lost, and the next one goes on.
    progress : callable, optional
        Told after each record how many were read, and which share of all bytes that is, from 0 to 1; ``None`` where nobody can tell.

    Raises
    ------
    ExchangeError
        The format is unknown, or none of the paths could be read; the first reason is given.
    """
    source = importer(format)
    first: KgraphError | None = None
    if progress:
        report.meter.expect(paths, IN[format].suffixes)
    for path in paths:
        try:
            for record in source(path, report):
                yield record
                if progress:
                    progress(report.records["read"], report.meter.share)
        except ExchangeError as error:
            first = first or error
            report.unreadable(error.where or str(path), error.message, what="file")
    if first is not None and report.records["read"] == report.records["lost"]:
        raise first


def import_into(
    format: str,
    paths: Sequence[Path],
    folder: Path,
    *,
    progress: Progress | None = None,
    each: Callable[[Imported], None] | None = None,
    demand: bool = False,
) -> Report:
    """Import files of another format into a folder that `kgraph.store.load` reads.

    The folder gets one file of Turtle, named for the format and the first path, and beside it the report as JSON. An earlier
    import of the same name is replaced; other files stay.

    Parameters
    ----------
    format, paths
        As for `read`.
    folder : Path
        Made when it is not there.
    progress : callable, optional
        As for `read`.
    each : callable, optional
        Given every record as it passes, for instance to audit its mechanism in the same pass.
    demand : bool
        Whether an import that gives nothing at all is refused, and leaves nothing behind.

    Returns
    -------
    Report

    Raises
    ------
    ExchangeError
        As `read`; or the folder cannot be written; or nothing came in and something was demanded.

    Notes
    -----
    Streams: memory holds one record and the terms seen so far. About a second for a thousand mechanisms of DrugMechDB.
    """
    report = Report(format)
    name = f"{format}.{slug(paths[0].stem)}" if paths else format
    with _replacing(folder / f"{name}.ttl") as stream:
        stream.write(header().encode())
        some = False
        for record in read(format, paths, report, progress=progress):
            some = True
            stream.write(blocks(record).encode())
            if each:
                each(record)
        if demand and not some:
            raise nothing_came(paths, report)
    with _replacing(folder / f"{name}.report.json") as stream:
        stream.write(json.dumps(report.as_json(), ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n")
    return report


def nothing_came(paths: Sequence[Path], report: Report) -> ExchangeError:
    """The error of an import that gave nothing, with what its report says of the first losses."""
    losses = [f"{line.what}: {line.note} ({line.count})" for line in report.lines if line.note][:3]
    why = "; ".join(losses) or "there is no record in it"
    return ExchangeError(
        f"nothing in it could be read as {report.format}: {why}",
        where=", ".join(map(str, paths)),
        remedy="check the format",
    )


def knowledge_from(format: str, paths: Sequence[Path], *, progress: Progress | None = None) -> tuple[Knowledge, Report]:
    """The knowledge in files of another format, as if it had been imported and loaded; nothing stays on the disk."""
    with tempfile.TemporaryDirectory(prefix="kgraph-") as folder:
        report = import_into(format, paths, Path(folder), progress=progress, demand=True)
        return load(next(Path(folder).glob("*.ttl"))), report


def export_to(format: str, knowledge: Knowledge, target: Path, *, selection: Selection = EVERYTHING) -> Report:
    """Write knowledge in another format.

    Parameters
    ----------
    format : str
        A key of `kgraph.exchange.formats.OUT`.
    knowledge : Knowledge
    target : Path
        The file. A format of several files (KGX) puts ``_nodes`` and ``_edges`` before the suffix.
    selection : Selection
        Which claims.

    Returns
    -------
    Report
        What the format cannot hold, per entry.

    Raises
    ------
    ExchangeError
        The format is unknown, or the file cannot be written.
    """
    report = Report(format)
    source = exporter(format)
    streams: dict[str, BinaryIO] = {}
    suffix = target.suffix or OUT[format].suffixes[0]
    with several() as opened:
        for ending, piece in source(knowledge, selection, report):
            if ending not in streams:
                streams[ending] = opened(target.with_name(f"{target.stem}{ending}{suffix}"))
            streams[ending].write(piece)
        if not streams:
            opened(target.with_name(f"{target.stem}{suffix}"))
    return report


@contextmanager
def several() -> Iterator[Callable[[Path], BinaryIO]]:
    """Opens files that all take their places together, when everything is written."""
    with ExitStack() as stack:
        yield lambda path: stack.enter_context(_replacing(path))


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its place when it is whole; after an error nothing of it stays."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            yield stream
        temporary.replace(path)
    except OSError as error:
        raise ExchangeError(
            f"it cannot be written: {error.strerror or error}", where=str(path), remedy="choose another place with -o"
        ) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
