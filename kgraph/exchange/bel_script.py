"""Reads BEL scripts, versions 1 and 2: one record a statement. No name space is fetched; what defines one is kept as text.

Why not PyBEL: see `docs/decisions.md`. The statements: `bel_entries.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.bel_document import Document, Said
from kgraph.exchange.bel_entries import BelEntries
from kgraph.exchange.bel_evidence import Cited, cited_in_script
from kgraph.exchange.bel_lines import logical_lines
from kgraph.exchange.bel_syntax import BelSyntax, parse_statement
from kgraph.exchange.imported import Imported
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.exchange.term_making import ANNOTATION

SOURCE = "bel"


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The statements of a script, or of all scripts in a folder.

    Parameters
    ----------
    path : Path
        A file, packed by gzip or not, or a folder of them, which is read in the order of their names.
    report : Report
        Told about every statement, with file and line.

    Yields
    ------
    Imported
        One a statement; at the end of a file its properties and definitions.

    Raises
    ------
    ExchangeError
        There is nothing to read.
    """
    maker = Maker(SOURCE)
    entries = BelEntries(maker, report)
    for file in files_ending(path, (".bel", ".bel.gz", ".bel.txt"), "BEL scripts"):
        yield from _script(file, maker, entries, report)
    yield from entries.bridges(path.name)


def files_ending(path: Path, endings: tuple[str, ...], what: str) -> tuple[Path, ...]:
    """A file itself, or the files of a folder whose names end so, in the order of their names.

    Raises
    ------
    ExchangeError
        There is no such file, or none in the folder.
    """
    if not path.exists():
        raise ExchangeError("no such file or folder", where=str(path), remedy="check the path")
    if path.is_file():
        return (path,)
    files = tuple(sorted(one for one in path.rglob("*") if one.name.lower().endswith(endings) and one.is_file()))
    if not files:
        raise ExchangeError(f"the folder holds no {what}", where=str(path), remedy=f"name the folder that holds the {what}")
    return files


def _script(file: Path, maker: Maker, entries: BelEntries, report: Report) -> Iterator[Imported]:
    document = Document()
    found = gave = False
    for said in document.statements(logical_lines(file, watch=report.meter.watch)):
        place = f"{file.name}:{said.number}"
        found = True
        if said.trouble:
            report.unreadable(place, said.trouble, what="line")
            continue
        try:
            statements = parse_statement(said.text)
        except BelSyntax as error:
            report.unreadable(f"{place}:{error.column}", f"not BEL: {error}")
            continue
        if len(statements) > 1:
            report.note("a relation that follows another without brackets is read as a statement of its own, as PyBEL reads it")
        for statement in statements:
            for record in entries.write(statement, _cited(said, document.properties.get("Name", "") or file.stem), place, document.default):
                gave = True
                yield record
    if document.cleared:
        report.note("a new citation ends the annotations that were used under the one before, as PyBEL reads it")
    if not found and not (document.properties or document.namespaces):
        report.unreadable(file.name, "the file is empty", what="file")
    if gave:
        yield described(maker, document.properties.get("Name", "") or file.stem, file.name, _header(document))


def described(maker: Maker, name: str, place: str, beside: dict[str, object]) -> Imported:
    """The document itself as a reference, with its properties and definitions as they stand."""
    maker.open(name, place)
    document = maker.record(name, f"BEL document {name}")
    held = {key: value for key, value in beside.items() if value}
    if held:
        maker.extra(document.id, ANNOTATION, json.dumps(held, ensure_ascii=False, sort_keys=True))
    return maker.close()


def _header(document: Document) -> dict[str, object]:
    return {"document": document.properties, "namespaces": document.namespaces, "annotations": document.annotations}


def _cited(said: Said, document: str) -> Cited:
    kind, identifier, title = cited_in_script(said.citation) if said.citation else ("", "", "")
    return Cited(
        kind=kind,
        identifier=identifier,
        title=title,
        support=said.support,
        annotations=said.annotations,
        group=said.group,
        document=document,
    )
