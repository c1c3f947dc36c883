"""Finds and parses RDF files; every error says file, line and column. What the triples mean: the other files of this room."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat
from pyoxigraph import parse as parse_rdf

from kgraph.errors import KnowledgeError, TurtleSyntaxError
from kgraph.store.locate import SCHEMA, SHAPES, shipped_ontology, shipped_schema
from kgraph.store.nesting import refuse_mazes

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
}
_KNOWN = ", ".join(FORMATS)
_CHUNK = 1 << 20


def discover(data: Path | None = None) -> tuple[Path, ...]:
    """The files that hold the knowledge.

    Parameters
    ----------
    data : Path, optional
        A file, or a folder searched at any depth; ``None`` for the shipped knowledge. Hidden files and folders are passed
        over, and so is ``schema/shapes.ttl``, which judges the knowledge and is no part of it.

    Returns
    -------
    tuple of Path
        Sorted. Begins with the shipped schema where the data hold no ``kgraph.ttl`` of their own.

    Raises
    ------
    KnowledgeError
        When the path does not exist, the folder is empty, or nothing in it has a known suffix.
    """
    root = shipped_ontology() if data is None else data
    if not root.exists():
        raise KnowledgeError("no such file or folder", where=str(root), remedy="check the path given as --data")
    found = _in_folder(root) if root.is_dir() else (_one_file(root),)
    if any(path.name == SCHEMA for path in found):
        return found
    return (shipped_schema(), *found)


def parse(path: Path) -> Iterator[Quad]:
    """The quads of a file, in the order of the file; blank nodes are renamed apart from those of every other file.

    Raises
    ------
    TurtleSyntaxError
        When the text breaks its grammar; `where` is ``file:line:column``.
    KnowledgeError
        When the file cannot be read, or is no text in UTF-8.
    """
    format = FORMATS[_one_file(path).suffix.lower()]
    try:
        refuse_mazes(path, json=format is RdfFormat.JSON_LD)
        with path.open("rb") as stream:
            marked = stream.read(3) == codecs.BOM_UTF8
            yield from parse_rdf(stream if marked else None, format, path=None if marked else path, rename_blank_nodes=True)
    except SyntaxError as error:
        raise _explained(path, error) from None
    except OSError as error:
        raise KnowledgeError(
            f"the file cannot be read: {error.strerror or error}", where=str(path), remedy="check its permissions"
        ) from None


def checksum(files: Iterable[Path], *, root: Path | None = None, salt: str = "") -> str:
    """SHA-256 over a salt and the names and contents of files; `KnowledgeError` for a file that cannot be read.

    Names count from `root`, so that a folder keeps its checksum when it is moved.
    """
    digest = hashlib.sha256(salt.encode())
    base = root or shipped_ontology()
    for path in files:
        name = path.relative_to(base).as_posix() if path.is_relative_to(base) else path.name
        digest.update(b"\0" + name.encode("utf-8", "surrogateescape") + b"\0")
        try:
            with path.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
        except OSError as error:
            raise _unreadable(path, error) from None
    return digest.hexdigest()


def _in_folder(folder: Path) -> tuple[Path, ...]:
    try:
        inside = sorted(path for path in folder.rglob("*") if path.is_file() and not _hidden(path, folder))
    except OSError as error:
        raise _unreadable(folder, error) from None
    if not inside:
        raise KnowledgeError("the folder holds no file", where=str(folder), remedy=f"put knowledge into it ({_KNOWN})")
    known = tuple(path for path in inside if path.suffix.lower() in FORMATS and not _is_shapes(path))
    if not known:
        names = ", ".join(path.name for path in inside[:3])
        raise KnowledgeError(f"nothing in the folder has a known suffix ({names})", where=str(folder), remedy=f"kgraph reads {_KNOWN}")
    return known


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _is_shapes(path: Path) -> bool:
    return path.name == SHAPES and path.parent.name == "schema"


def _one_file(path: Path) -> Path:
    if path.is_dir():
        raise KnowledgeError("a folder stands where a file is due", where=str(path), remedy=f"name a file ({_KNOWN})")
    if not path.is_file():
        problem = "no such file" if not path.exists() else "not an ordinary file"
        raise KnowledgeError(problem, where=str(path), remedy="check the path")
    if path.suffix.lower() not in FORMATS:
        raise KnowledgeError(f"'{path.suffix or path.name}' is not a suffix of RDF", where=str(path), remedy=f"kgraph reads {_KNOWN}")
    return path


def _unreadable(path: Path, error: OSError) -> KnowledgeError:
    return KnowledgeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check its permissions")


def _explained(path: Path, error: SyntaxError) -> KnowledgeError:
    """What a parser's complaint means to the person who wrote the file."""
    junk = _first_junk(path)
    if junk:
        return KnowledgeError(junk, where=str(path), remedy="save the file as text in UTF-8, or take it out of the folder")
    if "LoadDocumentCallback" in error.msg:
        return KnowledgeError(
            "the JSON-LD asks for a remote context, and kgraph fetches nothing",
            where=str(path),
            remedy="copy the context into the file, under '@context'",
        )
    place = f"{path}:{error.lineno or 1}:{error.offset or 1}"
    what = error.msg.partition(": ")[2] or error.msg
    return TurtleSyntaxError(what, where=place, remedy="mend the text at this place; an unclosed string or bracket may stand before it")


def _first_junk(path: Path) -> str:
    """Where a file stops being text, in words; empty for text in UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset = 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            if (nul := chunk.find(b"\0")) >= 0:
                return f"the file is binary, not text (a NUL byte at offset {offset + nul})"
            held = len(decoder.getstate()[0])
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return f"the file is not text in UTF-8 (byte 0x{error.object[error.start]:02x} at offset {offset - held + error.start})"
            offset += len(chunk)
    cut = decoder.getstate()[0]
    return f"the file is not text in UTF-8 (it ends inside a character at offset {offset - len(cut)})" if cut else ""
