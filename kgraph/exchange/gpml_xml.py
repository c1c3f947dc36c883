"""Parses GPML 2013a and 2021, whatever the namespace: a stream of tags, no tree, no entity, no other file.

The parser is expat, told to stop at a document type: entities can then be neither declared nor expanded, and nothing is fetched. Depth
and size are limited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from kgraph.errors import ExchangeError
from kgraph.exchange.gpml_pathway import Group, Line, Node, Pathway, Point
from kgraph.exchange.meter import Watch, unwatched

MAX_DEPTH = 50
LONGEST = 1 << 26
_CHUNK = 1 << 16
_BLANKS = re.compile(r"\s+")
_VERSION = re.compile(r"(WP\d{1,5})(?:_r?\d+)?")
Attributes = Mapping[str, str]


class _Stop(Exception):
    """What makes a file unreadable from here on."""


def parse_gpml(path: Path, *, watch: Watch = unwatched) -> tuple[Pathway, str]:
    """The pathway in a file, and what is wrong with the file: empty for a whole one. What was read before a mistake stands.

    `watch` is given the open file.

    Raises
    ------
    ExchangeError
        The file cannot be opened.
    """
    pathway = Pathway()
    try:
        with path.open("rb") as stream:
            watch(stream)
            return pathway, _parsed(stream, _Builder(pathway))
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check the path") from None


def _parsed(stream: BinaryIO, builder: _Builder) -> str:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    size = 0
    try:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > LONGEST:
                return f"longer than {LONGEST >> 20} MB, which no pathway is"
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except _Stop as stop:
        return str(stop)
    except (expat.ExpatError, ValueError, LookupError) as error:
        return f"not XML: {error}"
    return "" if builder.found else "there is no Pathway in it"


def _refuse(*_: object) -> int:
    raise _Stop("it declares a document type, and entities are not read")


class _Builder:
    """Puts tags together. A handler is chosen by the name of the tag alone, for the namespace differs from version to version."""

    def __init__(self, pathway: Pathway) -> None:
        self._pathway = pathway
        self._open: list[str] = []
        self._node: Node | None = None
        self._state: Node | None = None
        self._group: Group | None = None
        self._line: Line | None = None
        self._cited: list[str] = []
        self._text: list[str] = []
        self._source = ""
        self.found = False
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "pathway": self._pathway_start,
            "datanode": self._node_start,
            "label": self._label_start,
            "shape": self._shape_start,
            "state": self._state_start,
            "group": self._group_start,
            "interaction": self._line_start,
            "point": self._point,
            "anchor": self._anchor,
            "xref": self._xref,
            "citationref": self._citation_ref,
            "citation": self._citation_start,
            "publicationxref": self._citation_start,
            "comment": self._comment,
        }

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag that opens."""
        name = _local(tag)
        if not self._open:
            if name != "pathway":
                raise _Stop(f"the file is a {name[:40]}, not a Pathway of GPML")
            self._pathway.namespace = tag.rpartition(" ")[0]
        if len(self._open) >= MAX_DEPTH:
            raise _Stop(f"nested more than {MAX_DEPTH} deep")
        self._open.append(name)
        self._text.clear()
        if handler := self._starts.get(name):
            handler({_local(key): value for key, value in attributes.items()})

    def text(self, data: str) -> None:
        """Text between tags, where it means something."""
        if self._open and self._open[-1] in ("biopaxref", "id", "db", "comment", "description"):
            self._text.append(data)

    def end(self, tag: str) -> None:
        """A tag that closes."""
        name = _local(tag)
        said = _plain("".join(self._text))
        self._text.clear()
        self._open.pop()
        inside = self._open[-1] if self._open else ""
        if name == "datanode" or (name in ("label", "shape") and inside != "state"):
            self._node = None
        elif name == "state":
            self._state = None
        elif name == "group":
            self._group = None
        elif name == "interaction":
            self._line = None
        elif name == "biopaxref" and said:
            self._references().append(said)
        elif inside == "publicationxref" and name in ("id", "db"):
            self._cited.append(f"{name}={said}")
        elif name == "publicationxref":
            self._publication()
        elif (name == "description" and inside == "pathway") or (name == "comment" and self._source == "WikiPathways-description"):
            self._pathway.description = self._pathway.description or said

    def _pathway_start(self, given: Attributes) -> None:
        self.found = True
        version = _VERSION.fullmatch(given.get("version", "").strip())
        self._pathway.id = version[1] if version else ""
        self._pathway.title = _plain(given.get("name") or given.get("title") or "")
        self._pathway.organism = _plain(given.get("organism", ""))

    def _node_start(self, given: Attributes) -> None:
        self._node = self._add(given, "node", kind=given.get("type", ""))

    def _label_start(self, given: Attributes) -> None:
        self._node = self._add(given, "label")

    def _shape_start(self, given: Attributes) -> None:
        self._node = self._add(given, "shape")

    def _state_start(self, given: Attributes) -> None:
        of = given.get("graphref") or given.get("elementref") or (self._node.id if self._node else "")
        self._state = self._add(given, "state", of=of)

    def _add(self, given: Attributes, shape: str, *, kind: str = "", of: str = "") -> Node:
        identity = given.get("graphid") or given.get("elementid") or ""
        if not identity:
            # Nothing can be attached to it; as a member of a group it still counts.
            self._pathway.unnamed += 1
            identity = f"#{self._pathway.unnamed}"
        node = Node(id=identity, label=_plain(given.get("textlabel", "")), kind=kind, group=given.get("groupref", ""), shape=shape, of=of)
        self._pathway.nodes[identity] = node
        return node

    def _group_start(self, given: Attributes) -> None:
        identity = given.get("graphid") or given.get("elementid") or given.get("groupid") or ""
        key = given.get("groupid") or given.get("elementid") or identity
        style = given.get("style") or given.get("type") or ""
        label = _plain(given.get("textlabel", ""))
        self._group = Group(id=identity, key=key, style=style, label=label, group=given.get("groupref", ""))
        self._pathway.groups.append(self._group)

    def _line_start(self, given: Attributes) -> None:
        self._line = Line(id=given.get("graphid") or given.get("elementid") or "")
        self._pathway.lines.append(self._line)

    def _point(self, given: Attributes) -> None:
        if self._line:
            self._line.points.append(Point(on=given.get("graphref") or given.get("elementref") or "", head=given.get("arrowhead", "")))

    def _anchor(self, given: Attributes) -> None:
        identity = given.get("graphid") or given.get("elementid") or ""
        if self._line and identity:
            self._line.anchors.append(identity)

    def _xref(self, given: Attributes) -> None:
        source = (given.get("database") or given.get("datasource") or "").strip()
        identifier = (given.get("id") or given.get("identifier") or "").strip()
        inside = self._open[-2] if len(self._open) > 1 else ""
        if inside == "citation":
            self._cited += [f"db={source}", f"id={identifier}"]
            self._publication()
            return
        if inside == "pathway":
            version = _VERSION.fullmatch(identifier)
            self._pathway.id = self._pathway.id or (version[1] if version else "")
            return
        holder = self._state or self._node or self._group or self._line
        if holder and not isinstance(holder, Pathway):
            holder.source, holder.identifier = source, identifier

    def _references(self) -> list[str]:
        """Where a citation that stands here belongs."""
        for holder in (self._state, self._node, self._group, self._line):
            if holder is not None:
                return holder.references
        return self._pathway.references

    def _citation_ref(self, given: Attributes) -> None:
        if cited := given.get("elementref"):
            self._references().append(cited)

    def _citation_start(self, given: Attributes) -> None:
        self._cited = [given.get("id") or given.get("elementid") or ""]

    def _publication(self) -> None:
        """A publication that is whole: its key, its database, its number."""
        key, *rest = self._cited or [""]
        told = dict(one.split("=", 1) for one in rest)
        if key and told.get("id"):
            self._pathway.publications[key] = f"{told.get('db') or 'PubMed'}:{told['id']}"
        self._cited = []

    def _comment(self, given: Attributes) -> None:
        self._source = given.get("source", "") if self._open[-2:-1] == ["pathway"] else ""


def _local(name: str) -> str:
    """The name of a tag or attribute without its namespace, in lower case."""
    return name.rpartition(" ")[2].lower()


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
