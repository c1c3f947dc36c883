"""Somebody's RDF as a stream of quads, behind a gate: nothing is fetched, and no file can end the process or fill the memory.

Found by trying (pyoxigraph 0.5.13): RDF/XML expands entities in entities without limit, and takes time that grows with the square of
the depth of its tags; both are looked for before it is parsed. JSON-LD is left out, for its contexts may lie elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from kgraph.errors import ExchangeError, KnowledgeError
from kgraph.store.nesting import refuse_mazes

if TYPE_CHECKING:
    from pyoxigraph import Quad

SUFFIXES = (".ttl", ".nt", ".nq", ".trig", ".n3", ".rdf", ".owl")
MAX_DEPTH = 100
_XML = (".rdf", ".owl")
_CHUNK = 1 << 18
_DECLARES = re.compile(rb"<!\s*(?:doctype|entity)", re.IGNORECASE)


def quads_of(path: Path, *, base: str = "urn:x-file:") -> Iterator[Quad]:
    """What a file says, as soon as it is read; the form is told by the suffix.

    Raises
    ------
    ExchangeError
        The file cannot be opened or goes wrong somewhere; what came before that has been given.
    """
    from pyoxigraph import RdfFormat, parse

    suffix = path.suffix.lower()
    format = RdfFormat.from_extension(suffix.removeprefix(".")) or (RdfFormat.RDF_XML if suffix in _XML else RdfFormat.TURTLE)
    try:
        if format == RdfFormat.RDF_XML:
            _inspect(path)
        else:
            refuse_mazes(path, json=False)
        yield from parse(path=str(path), format=format, base_iri=base)
    except KnowledgeError as error:
        raise ExchangeError(error.message, where=str(path), remedy=error.remedy) from None
    except (SyntaxError, ValueError) as error:
        raise ExchangeError(f"not {format.name}: {error}", where=str(path), remedy="check it with another reader of RDF") from None
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check the path") from None


def _inspect(path: Path) -> None:
    """`ExchangeError` for XML that declares entities or is too deep, wherever in the file that stands."""
    depth = 0

    def opens(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise ExchangeError(f"nested more than {MAX_DEPTH} deep", where=str(path), remedy="write it flatter")

    def closes(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = opens
    parser.EndElementHandler = closes
    with path.open("rb") as stream:
        before = b""
        while chunk := stream.read(_CHUNK):
            if _DECLARES.search(before + chunk):
                raise ExchangeError(
                    "it declares a document type, and entities are not read",
                    where=str(path),
                    remedy="write it without entities, or as Turtle",
                )
            before = chunk[-64:]
            try:
                parser.Parse(chunk, False)
            except (expat.ExpatError, ValueError, LookupError) as error:
                raise ExchangeError(f"not XML: {error}", where=str(path), remedy="check it with another reader of XML") from None
