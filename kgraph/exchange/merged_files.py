"""Writes a merge as a folder that `kgraph.store.load` reads, one file an input; and takes back what was made one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kgraph.errors import ExchangeError
from kgraph.exchange.equivalences import sssom
from kgraph.exchange.merging import Merged
from kgraph.exchange.turtle import PREFIXES
from kgraph.exchange.writing import several
from kgraph.vocabulary.prefixes import STANDARD

MANIFEST = "merge.json"
OFFERS = "offers.sssom.tsv"
_BEFORE = ".before"
_PREFIXES = {**PREFIXES, "prov": STANDARD["prov"]}


def write_merge(folder: Path, merged: Merged, *, sources: Mapping[str, str], before: Merged | None = None) -> tuple[Path, ...]:
    """Write a merge, all of it or nothing.

    Parameters
    ----------
    folder : Path
        Made where it is missing. An earlier merge in it is replaced; with anything else that would load it is refused.
    merged : Merged
    sources : mapping
        Where each input was read, by its name; told in ``merge.json``.
    before : Merged, optional
        The same inputs without things made one, where some are; kept in a hidden folder, for `undo_merge`.

    Returns
    -------
    tuple of Path
        The files that hold the graph.

    Raises
    ------
    ExchangeError
        The folder holds something else, or cannot be written.
    """
    _refuse_others(folder)
    files = _files(merged, sources)
    kept = {} if before is None else {f"{_BEFORE}/{name}": content for name, content in _files(before, sources).items()}
    stale = _earlier(folder) - set(files)
    with several() as opened:
        for name, content in (*files.items(), *kept.items()):
            opened(folder / name).write(content)
    with suppress(OSError):
        for name in stale:
            (folder / name).unlink(missing_ok=True)
        if before is None:
            shutil.rmtree(folder / _BEFORE, ignore_errors=True)
    return tuple(folder / name for name in files if name.endswith(".ttl"))


def undo_merge(folder: Path) -> tuple[str, ...]:
    """Take back what was made one: the files are again as a merge without it had left them, to the byte.

    Returns
    -------
    tuple of str
        The names of the files, sorted.

    Raises
    ------
    ExchangeError
        The folder holds no merge, or one in which nothing was made one.
    """
    kept = folder / _BEFORE
    if not (folder / MANIFEST).is_file():
        raise ExchangeError("there is no merge in this folder", where=str(folder), remedy=f"name the folder that holds {MANIFEST}")
    if not (kept / MANIFEST).is_file():
        raise ExchangeError("nothing was made one in this merge", where=str(folder), remedy="to take an input back, take its file away")
    try:
        contents = {path.name: path.read_bytes() for path in sorted(kept.iterdir())}
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(kept)) from None
    stale = _earlier(folder) - set(contents)
    with several() as opened:
        for name, content in contents.items():
            opened(folder / name).write(content)
    with suppress(OSError):
        for name in stale:
            (folder / name).unlink(missing_ok=True)
        shutil.rmtree(kept, ignore_errors=True)
    return tuple(sorted(contents))


def merge_json(merged: Merged, sources: Mapping[str, str]) -> dict[str, object]:
    """What a merge did and offers, as a value that `json` can write."""
    return {
        "inputs": [
            {"name": one.name, "data": sources[one.name], "file": _file(number, one.name), "triples": len(one.triples)}
            for number, one in enumerate(merged.inputs, 1)
        ],
        "shared": list(merged.shared),
        "renamed": [{"input": one.input, "was": one.was, "became": one.became, "why": one.why} for one in merged.renamed],
        "offers": [
            {"kept": one.kept, "kept_name": one.kept_name, "merged": one.merged, "merged_name": one.merged_name, "why": one.why}
            for one in merged.offers
        ],
    }


def _files(merged: Merged, sources: Mapping[str, str]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for number, one in enumerate(merged.inputs, 1):
        buffer = BytesIO()
        serialize(one.triples, buffer, format=RdfFormat.TURTLE, prefixes=_PREFIXES)
        files[_file(number, one.name)] = buffer.getvalue()
    files[MANIFEST] = (json.dumps(merge_json(merged, sources), ensure_ascii=False, indent=1) + "\n").encode()
    if merged.offers:
        files[OFFERS] = sssom(merged.offers).encode()
    return files


def _file(number: int, name: str) -> str:
    return f"{number}-{name}.ttl"


def _earlier(folder: Path) -> set[str]:
    """The files of an earlier merge in this folder."""
    try:
        held = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(one["file"]) for one in held["inputs"] if "/" not in str(one["file"])} | {MANIFEST, OFFERS}
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, KeyError, TypeError):
        raise ExchangeError("it is no list of what a merge did", where=str(folder / MANIFEST), remedy="choose another folder") from None


def _refuse_others(folder: Path) -> None:
    if not folder.is_dir():
        return
    earlier: Sequence[str] = sorted(_earlier(folder))
    others = sorted(path.name for path in folder.iterdir() if not path.name.startswith(".") and path.name not in earlier)
    if others:
        held = ", ".join(others[:3])
        raise ExchangeError(f"the folder holds other things ({held})", where=str(folder), remedy="choose an empty folder with -o")
