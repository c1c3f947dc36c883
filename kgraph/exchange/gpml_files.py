"""Reads WikiPathways GPML, 2013a and 2021: one record a line between things, one a complex.

No library is used: see `docs/decisions.md`. The pathway: `gpml_pathway.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kgraph.exchange.gocam_files import files_in
from kgraph.exchange.gpml_entries import PathwayEntries
from kgraph.exchange.gpml_xml import parse_gpml
from kgraph.exchange.imported import Imported
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The lines and complexes of a pathway, or of all pathways in a folder.

    Parameters
    ----------
    path : Path
        A GPML file, or a folder of them, which is read in the order of their names.
    report : Report
        Told about every line: kept, approximated, or lost because an end of it is attached to nothing.

    Yields
    ------
    Imported
        One a line or complex that gives at least one entry.

    Raises
    ------
    ExchangeError
        There is nothing to read.
    """
    report.note("no line is direct: GPML does not say whether two things touch")
    report.note("drawn lines that are no interactions, colours and places on the page stay behind")
    maker = Maker("wikipathways")
    for file in files_in(path, (".gpml", ".xml"), "pathways (GPML)"):
        pathway, trouble = parse_gpml(file, watch=report.meter.watch)
        found = False
        for record in PathwayEntries(pathway, maker, report, file.stem).write(file.name):
            found = True
            yield record
        if trouble:
            report.unreadable(file.name, trouble, what="rest of the file" if found else "file")
