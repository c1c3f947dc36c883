"""Writes an RO-Crate (doi:10.3233/DS-210053): ``ro-crate-metadata.json``, to lie beside the files that the knowledge was read from."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.export_shipped import About, about, own_files
from kgraph.exchange.exported import Piece
from kgraph.exchange.report import Report
from kgraph.model import Selection
from kgraph.store import Knowledge

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_TYPES = {
    ".ttl": "text/turtle",
    ".trig": "application/trig",
    ".nt": "application/n-triples",
    ".nq": "application/n-quads",
    ".jsonld": "application/ld+json",
    ".json": "application/json",
    ".tsv": "text/tab-separated-values",
    ".csv": "text/csv",
    ".graphml": "application/graphml+xml",
}


def crate(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """The description of the crate; each file with its size, kind and SHA-256.

    Raises
    ------
    ExchangeError
        A file that the knowledge was read from is gone.
    """
    report.note("write it as ro-crate-metadata.json into the folder that holds the files")
    report.note("the day of publication is not in the data: add datePublished before publishing")
    if selection != Selection():
        report.note("a crate is of whole files, whatever the selection")
    whole = about(knowledge)
    held = own_files(knowledge)
    folder = _folder(held)
    files = []
    for file in held:
        name = file.resolve().relative_to(folder).as_posix()
        report.start(name)
        files.append(_file(file, name))
        report.kept("file")
        report.finish()
    graph = [_descriptor(), _root(whole, files), *files]
    value = {"@context": _CONTEXT, "@graph": graph}
    yield "", (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _folder(files: tuple[Path, ...]) -> Path:
    """The folder that all files are in."""
    parents = [str(file.resolve().parent) for file in files]
    return Path(os.path.commonpath(parents)) if parents else Path()


def _descriptor() -> dict[str, object]:
    return {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"}, "conformsTo": {"@id": _PROFILE}}


def _root(whole: About, files: list[dict[str, object]]) -> dict[str, object]:
    root: dict[str, object] = {
        "@id": "./",
        "@type": "Dataset",
        "name": whole.title,
        "description": "Signed causal claims with their evidence, in RDF; each file can be loaded with kgraph.",
        "identifier": whole.iri,
        "hasPart": [{"@id": file["@id"]} for file in files],
    }
    return root | ({"license": {"@id": whole.licence}} if whole.licence else {})


def _file(file: Path, name: str) -> dict[str, object]:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(file), remedy="load the knowledge again") from None
    return {
        "@id": name,
        "@type": "File",
        "name": file.name,
        "contentSize": str(len(data)),
        "encodingFormat": _TYPES.get(file.suffix.lower(), "application/octet-stream"),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
