"""Compiled snapshots of loaded knowledge, so that the next start is fast. Safe to delete at any time; rebuilt by itself.

A snapshot is a folder named by the checksum of what it was made from. It holds the bones of the claims and the index of names
(`index`), and the quads: as N-Quads that are read into memory while they are few, as an engine on disk when they are many.

Measured on two cores (pyoxigraph 0.5.13; ms to open, and then to read 150 claims with their evidence)::

    quads     parse Turtle    N-Quads into memory    engine on disk
     9,000    27 +  1.3       14 +  1.3              11 + 16
    17,000    55 +  1.7       27 +  1.6              11 + 19
    41,000   130 +  2.2       63 +  2.1              10 + 22

An engine on disk opens in constant time but reads ten times slower, so memory wins below about 15,000 quads. To build one takes
some 25 microseconds a quad, against 7 for loading the files: above 100,000 quads (some 8,000 claims) the first start would
wait longer for its snapshot than for its answer, and there is none.
"""

from __future__ import annotations

import marshal
import os
import shutil
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import RdfFormat, Store

from kgraph.model import Layer
from kgraph.store.claims import ClaimRow
from kgraph.store.names import NameIndex

FEW = 15_000
MOST = 100_000
KEPT = 5
_ENGINE = "engine"
_QUADS = "quads.nq"
_INDEX = "index"
_ABANDONED_AFTER = 3600.0


class Snapshot(NamedTuple):
    """What a snapshot gives back."""

    engine: Store
    rows: tuple[ClaimRow, ...]
    names: NameIndex


def open_snapshot(cache: Path, key: str) -> Snapshot | None:
    """The snapshot of this key, ``None`` where there is none that is whole; a broken one is removed."""
    folder = cache / key
    try:
        snapshot = _read(folder)
    except FileNotFoundError:
        snapshot = None
    except (OSError, SyntaxError, ValueError, EOFError, TypeError):
        snapshot = None
        shutil.rmtree(folder, ignore_errors=True)
    if snapshot is not None:
        with suppress(OSError):
            os.utime(folder)
    return snapshot


def save_snapshot(cache: Path, key: str, snapshot: Snapshot) -> None:
    """Write a snapshot beside the others and drop the oldest; where the cache cannot be written, nothing happens.

    Notes
    -----
    It is written into a folder of its own and renamed when whole, so that of two processes which race one wins and no third
    ever sees half a snapshot.
    """
    import tempfile

    try:
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=cache))
    except OSError:
        return
    try:
        _write(unfinished, snapshot)
        unfinished.rename(cache / key)
    except OSError:
        shutil.rmtree(unfinished, ignore_errors=True)
    _prune(cache)


def _write(folder: Path, snapshot: Snapshot) -> None:
    count = len(snapshot.engine)
    quads = snapshot.engine.dump(format=RdfFormat.N_QUADS) or b""
    if count < FEW:
        (folder / _QUADS).write_bytes(quads)
    else:
        engine = Store(str(folder / _ENGINE))
        engine.bulk_load(quads, RdfFormat.N_QUADS, lenient=True)
        engine.optimize()
        engine.flush()
    rows = [(row.id, row.subject, row.predicate, row.object, row.layer.value) for row in snapshot.rows]
    body = marshal.dumps((count, zlib.crc32(quads), rows, dict(snapshot.names.folded)))
    (folder / _INDEX).write_bytes(zlib.crc32(body).to_bytes(4, "big") + body)


def _read(folder: Path) -> Snapshot:
    index = (folder / _INDEX).read_bytes()
    body = memoryview(index)[4:]
    if zlib.crc32(body) != int.from_bytes(index[:4], "big"):
        raise ValueError("the index of the snapshot is damaged")
    count, check, rows, names = marshal.loads(body)
    layers = {layer.value: layer for layer in Layer}
    return Snapshot(
        engine=_read_quads(folder / _QUADS, check) if count < FEW else Store.read_only(str(folder / _ENGINE)),
        rows=tuple(ClaimRow(id, subject, predicate, target, layers[layer]) for id, subject, predicate, target, layer in rows),
        names=NameIndex.from_folded(names),
    )


def _read_quads(path: Path, check: int) -> Store:
    quads = path.read_bytes()
    if zlib.crc32(quads) != check:
        raise ValueError("the quads of the snapshot are damaged")
    engine = Store()
    engine.load(quads, RdfFormat.N_QUADS, lenient=True)
    return engine


def _prune(cache: Path) -> None:
    """Keep the snapshots used last. Touches only folders whose names are ours."""
    with suppress(OSError):
        folders = [(entry.stat().st_mtime, entry.name) for entry in os.scandir(cache) if entry.is_dir(follow_symlinks=False)]
        whole = sorted((pair for pair in folders if _is_key(pair[1])), reverse=True)
        late = time.time() - _ABANDONED_AFTER
        abandoned = [pair for pair in folders if pair[1].startswith("unfinished-") and pair[0] < late]
        for _, name in (*whole[KEPT:], *abandoned):
            shutil.rmtree(cache / name, ignore_errors=True)


def _is_key(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")
