"""Reads signed graphs in GraphML, element by element. Entities and document types are refused: a graph needs none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from kgraph.store.table_attributes import cells_of, label_in
from kgraph.store.table_complaints import BadCell, Complaints, clipped
from kgraph.store.table_ends import Ends
from kgraph.store.table_rows import Rows

_CHUNK = 1 << 16
_LONGEST_TEXT = 1 << 20
_CARRIERS = ("node", "edge", "graph")


@dataclass(slots=True)
class _Element:
    """A node, edge or graph that is still open, with the data read for it."""

    kind: str
    attributes: dict[str, str]
    line: int
    data: list[tuple[str, str]] = field(default_factory=list)


class GraphmlReader:
    """Feeds one GraphML file into rows."""

    def __init__(self, rows: Rows, complaints: Complaints) -> None:
        self._rows = rows
        self._complaints = complaints
        self._ends = Ends(rows.names, complaints)
        self._keys: dict[str, tuple[str, str]] = {}
        self._defaults: dict[str, list[tuple[str, str]]] = {"node": [], "edge": []}
        self._open: list[_Element] = []
        self._directed: list[bool] = []
        self._depth = 0
        self._text: list[str] | None = None
        self._length = 0
        self._key = ""
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse

    def read(self, stream: BinaryIO, watch: Callable[[int], None]) -> None:
        """Read to the end; `watch` is told how many bytes are done.

        Raises
        ------
        FindingsError
            The text is no XML or no GraphML, or declares entities.
        """
        try:
            while chunk := stream.read(_CHUNK):
                self._parser.Parse(chunk, False)
                watch(stream.tell())
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            self._complaints.stop(error.lineno, "XML", f"this is no well-formed XML: {what} (column {error.offset + 1})", "mend it here")
        except (LookupError, ValueError) as error:
            self._complaints.stop(self._line, "XML", f"the encoding cannot be read: {error}", "save the file as UTF-8")
        self._ends.check()

    @property
    def _line(self) -> int:
        return self._parser.CurrentLineNumber

    def _refuse(self, *_: object) -> int:
        self._complaints.stop(
            self._line, "document type", "a document type or entity is declared, which can hide any amount of text", "delete <!DOCTYPE …>"
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2] if ":" in tag else tag
        self._depth += 1
        if self._depth == 1 and name != "graphml":
            self._complaints.stop(self._line, "GraphML", f"the first element is {clipped(tag)}, not graphml", "save the graph as GraphML")
        if self._text is not None:
            # Drawings nested in a datum (yEd) are no text of it.
            self._key = ""
        elif name in _CARRIERS:
            self._open.append(_Element(name, attributes, self._line))
            if name == "graph":
                self._directed.append(attributes.get("edgedefault", "directed") == "directed")
        elif name == "key":
            self._keys[attributes.get("id", "")] = (attributes.get("for", "all"), attributes.get("attr.name", attributes.get("id", "")))
            self._key = attributes.get("id", "")
        elif name == "data":
            self._text, self._length, self._key = [], 0, attributes.get("key", "")
        elif name == "default":
            self._text, self._length = [], 0
        elif name == "hyperedge":
            self._complaints.add(self._line, "hyperedge", "a hyperedge has no one subject and object", "write its links one by one")

    def _characters(self, text: str) -> None:
        if self._text is None:
            return
        self._text.append(text)
        self._length += len(text)
        if self._length > _LONGEST_TEXT:
            self._complaints.stop(self._line, "huge field", f"a datum of more than {_LONGEST_TEXT:,} characters", "shorten it")

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2] if ":" in tag else tag
        self._depth -= 1
        if name in ("data", "default"):
            text, self._text = "".join(self._text or ()).strip(), None
            self._keep(name, text)
        elif self._text is None and name in _CARRIERS and self._open:
            element = self._open.pop()
            if name == "edge":
                self._add_link(element)
            elif name == "node":
                self._add_variable(element)
            else:
                self._directed.pop()

    def _keep(self, place: str, text: str) -> None:
        domain, name = self._keys.get(self._key, ("all", self._key))
        if not self._key:
            return
        if place == "data" and self._open:
            self._open[-1].data.append((name, text))
        for kind in ("node", "edge"):
            if place == "default" and domain in (kind, "all"):
                self._defaults[kind].append((name, text))

    def _with_defaults(self, element: _Element) -> list[tuple[str, str]]:
        if not self._defaults[element.kind]:
            return element.data
        stated = {name for name, _ in element.data}
        return [*element.data, *(pair for pair in self._defaults[element.kind] if pair[0] not in stated)]

    def _add_variable(self, element: _Element) -> None:
        self._ends.declare(element.attributes.get("id", ""), label_in(self._with_defaults(element)), element.line)

    def _add_link(self, element: _Element) -> None:
        of, line = element.attributes, element.line
        directed = of["directed"] in ("true", "1") if "directed" in of else not self._directed or self._directed[-1]
        if not directed:
            self._complaints.add(line, "undirected", "the link has no direction", "write a directed graph: which end acts on which?")
            return
        source, target = of.get("source", ""), of.get("target", "")
        if not self._ends.all_declared((source, target)):
            self._ends.use(source, line)
            self._ends.use(target, line)
        data = self._with_defaults(element)
        try:
            predicate, cells = cells_of([("id", of["id"]), *data] if "id" in of else data)
        except BadCell as bad:
            self._complaints.bad_cell(line, bad)
            return
        self._rows.add(source, predicate, target, cells, line, self._complaints)
