"""Reads SHACL shapes into values: the part of SHACL that `ontology/schema/shapes.ttl` uses, and nothing passed over in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode

from kgraph.errors import KnowledgeError
from kgraph.store import parse
from kgraph.validation.data import Data, Value, show, text_of
from kgraph.vocabulary.prefixes import STANDARD
from kgraph.vocabulary.terms import RDF_TYPE

SH = STANDARD["sh"]
NODE_KINDS: dict[str, tuple[type, ...]] = {
    "IRI": (NamedNode,),
    "BlankNode": (BlankNode,),
    "Literal": (Literal,),
    "BlankNodeOrIRI": (BlankNode, NamedNode),
    "BlankNodeOrLiteral": (BlankNode, Literal),
    "IRIOrLiteral": (NamedNode, Literal),
}
_RDF = STANDARD["rdf"]
_KNOWN = {
    SH + name
    for name in (
        *("targetClass", "property", "path", "minCount", "maxCount", "class", "datatype", "nodeKind", "in", "pattern"),
        *("languageIn", "uniqueLang", "hasValue", "or", "message", "severity"),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A node shape (no path) or a property shape, with the constraints it carries."""

    iri: str
    path: str = ""
    targets: tuple[str, ...] = ()
    properties: tuple[Shape, ...] = ()
    min_count: int = 0
    max_count: int | None = None
    classes: tuple[str, ...] = ()
    datatype: str = ""
    node_kind: str = ""
    allowed: frozenset[Value] | None = None
    pattern: re.Pattern[str] | None = None
    languages: tuple[str, ...] = ()
    unique_language: bool = False
    required: tuple[Value, ...] = ()
    alternatives: tuple[tuple[Shape, ...], ...] = ()
    message: str = ""
    warning: bool = False


def read_shapes(path: Path) -> tuple[Shape, ...]:
    """The shapes of a file that have targets, sorted by IRI.

    Raises
    ------
    KnowledgeError
        The file does not parse, or a shape uses a part of SHACL that kgraph does not evaluate.
    """
    data = Data((path.name, quad) for quad in parse(path))
    targeted = sorted(data.column(SH + "targetClass"), key=text_of)
    return tuple(_shape(data, subject) for subject in targeted)


def _shape(data: Data, node: Value, within: tuple[Value, ...] = ()) -> Shape:
    _refuse_unknown(data, node)
    if node in within:
        raise _wrong(data, node, "the shape contains itself")
    within = (*within, node)
    allowed = data.values(node, SH + "in")
    return Shape(
        iri=text_of(node),
        path=data.one(node, SH + "path"),
        targets=_texts(data, node, "targetClass"),
        properties=tuple(_shape(data, one, within) for one in data.values(node, SH + "property")),
        min_count=_count(data, node, "minCount") or 0,
        max_count=_count(data, node, "maxCount"),
        classes=_texts(data, node, "class"),
        datatype=data.one(node, SH + "datatype"),
        node_kind=_node_kind(data, node),
        allowed=frozenset(_members(data, allowed[0])) if allowed else None,
        pattern=_pattern(data, node),
        languages=tuple(text_of(one).lower() for one in _members(data, *data.values(node, SH + "languageIn")[:1])),
        unique_language=data.one(node, SH + "uniqueLang") == "true",
        required=tuple(data.values(node, SH + "hasValue")),
        alternatives=tuple(tuple(_shape(data, one, within) for one in _members(data, group)) for group in data.values(node, SH + "or")),
        message=_message(data, node),
        warning=data.one(node, SH + "severity") == SH + "Warning",
    )


def _wrong(data: Data, node: Value, what: str) -> KnowledgeError:
    return KnowledgeError(what, where=data.where(node), remedy="mend the file of shapes")


def _count(data: Data, node: Value, name: str) -> int | None:
    text = data.one(node, SH + name)
    if text and not re.fullmatch("[0-9]{1,9}", text):
        raise _wrong(data, node, f"sh:{name} is no count: {text}")
    return int(text) if text else None


def _node_kind(data: Data, node: Value) -> str:
    kind = data.one(node, SH + "nodeKind").removeprefix(SH)
    if kind and kind not in NODE_KINDS:
        raise _wrong(data, node, f"sh:nodeKind is none of SHACL's: {kind}")
    return kind


def _pattern(data: Data, node: Value) -> re.Pattern[str] | None:
    text = data.one(node, SH + "pattern")
    try:
        return re.compile(text) if text else None
    except re.error as error:
        raise _wrong(data, node, f"sh:pattern is no regular expression: {error}") from None


def _refuse_unknown(data: Data, node: Value) -> None:
    for predicate in data.predicates():
        if predicate not in _KNOWN and predicate != RDF_TYPE and data.values(node, predicate):
            raise KnowledgeError(
                f"the shape uses {show(NamedNode(predicate))}, which kgraph does not evaluate",
                where=data.where(node),
                remedy="say it with the part of SHACL that is named at the head of ontology/schema/shapes.ttl",
            )
    if not all(isinstance(path, NamedNode) for path in data.values(node, SH + "path")):
        raise KnowledgeError("the path of the shape is no single predicate", where=data.where(node), remedy="name one predicate as sh:path")


def _texts(data: Data, node: Value, name: str) -> tuple[str, ...]:
    return tuple(sorted(text_of(value) for value in data.values(node, SH + name)))


def _message(data: Data, node: Value) -> str:
    """The English message; shapes without one have none."""
    messages = [value for value in data.values(node, SH + "message") if isinstance(value, Literal)]
    return min((value.value for value in messages if value.language in (None, "en")), default="")


def _members(data: Data, *heads: Value) -> list[Value]:
    """The members of an RDF list, in its order."""
    found: list[Value] = []
    for head in heads:
        node, seen = head, set[Value]()
        while text_of(node) != _RDF + "nil":
            rest = data.values(node, _RDF + "rest")
            if len(rest) != 1 or node in seen:
                raise _wrong(data, head, "a list of the shape does not end")
            seen.add(node)
            found += data.values(node, _RDF + "first")
            node = rest[0]
    return found
