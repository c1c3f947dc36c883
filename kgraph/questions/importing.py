"""Brings other people's graphs in, and says what became of every record. How a format is read: `kgraph.exchange`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kgraph.exchange import Progress, Report, import_into

__all__ = ["Report", "import_files"]


def import_files(format: str, paths: Sequence[Path], folder: Path, *, progress: Progress | None = None) -> Report:
    """Import files of another format into a folder that `kgraph.load` reads.

    Parameters
    ----------
    format : str
        The name of the format, such as ``drugmechdb``; `kgraph.exchange.IN` has them all.
    paths : sequence of Path
        Files or folders.
    folder : Path
        Made where it is missing. It gets a file of Turtle, named for format and first path, and a report beside it.
    progress : callable, optional
        Told after each record how many were read, and which share of all bytes that is (``None`` where nobody can tell).

    Returns
    -------
    Report
        What was kept, approximated (what became what) and lost (why).

    Raises
    ------
    ExchangeError
        The format is unknown, nothing at all could be read, or the folder cannot be written; nothing is left behind then.
    """
    return import_into(format, paths, folder, progress=progress, demand=True)
