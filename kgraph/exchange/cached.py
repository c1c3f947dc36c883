"""Imports that are kept beside the snapshots, so that `--data FORMAT:PATH` reads a foreign file once. Safe to delete at any time."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kgraph import __version__
from kgraph.exchange.meter import Progress
from kgraph.exchange.writing import import_into

_FOLDER = "imports"
_KEPT = 5
# Raised when what an importer makes of the same bytes changes.
_EDITION = 1


def imported_into_cache(format: str, paths: Sequence[Path], cache: Path, *, progress: Progress | None = None) -> Path | None:
    """The folder that holds these files as an earlier import left it, else as it is made now.

    The name of the folder is a checksum over the version of kgraph, the format, and the names and contents of the files. The five used
    last are kept. ``None`` where the cache cannot be written.

    Raises
    ------
    ExchangeError
        As `kgraph.exchange.import_into`.
    """
    folder = cache / _FOLDER / _key(format, paths)
    if not folder.is_dir():
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=folder.parent))
        except OSError:
            return None
        try:
            import_into(format, paths, unfinished, progress=progress, demand=True)
            with suppress(OSError):
                unfinished.rename(folder)  # where another process was first, its folder is as good
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    with suppress(OSError):
        os.utime(folder)
    _prune(folder.parent)
    return folder


def _key(format: str, paths: Sequence[Path]) -> str:
    digest = hashlib.sha256(f"{__version__} {_EDITION} {format}".encode())
    for path in paths:
        files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        for file in files:
            name = file.relative_to(path.parent).as_posix()
            digest.update(b"\0" + name.encode("utf-8", "surrogateescape") + b"\0")
            with suppress(OSError), file.open("rb") as stream:  # what cannot be read, the importer tells
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def _prune(parent: Path) -> None:
    with suppress(OSError):
        whole = [(one.stat().st_mtime, one) for one in parent.iterdir() if len(one.name) == 64]
        for _, folder in sorted(whole, reverse=True)[_KEPT:]:
            shutil.rmtree(folder, ignore_errors=True)
