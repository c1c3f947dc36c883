"""Writes triples as Turtle, the same triples always in the same way. What happens to comments and bad input: `layout.py`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kgraph.errors import KnowledgeError
from kgraph.vocabulary.prefixes import EXPANSIONS, STANDARD
from kgraph.vocabulary.terms import LABEL, RDF_TYPE

Node = NamedNode | BlankNode
Value = NamedNode | BlankNode | Literal

_RDF, _XSD = STANDARD["rdf"], STANDARD["xsd"]
_FIRST, _REST, _NIL = (NamedNode(_RDF + name) for name in ("first", "rest", "nil"))
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.:-]*[A-Za-z0-9_:-])?")
_BARE = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    _XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    _XSD + "double": re.compile(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
    _XSD + "boolean": re.compile(r"true|false"),
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_INDENT = "    "
_MOST_NESTED = 100
_FIRST_PREDICATES = (RDF_TYPE, LABEL)


class TurtleWriter:
    """Turns triples into blocks of text, one a subject, and remembers which prefixes they use.

    Parameters
    ----------
    quads : iterable of Quad
        Triples; their graph names are not written.
    prefixes : mapping
        The file's own prefixes, used for what the project's (`kgraph.vocabulary.prefixes`) do not cover.
    """

    def __init__(self, quads: Iterable[Quad], prefixes: Mapping[str, str]) -> None:
        known = {uri: prefix for prefix, uri in sorted(prefixes.items(), reverse=True) if prefix not in EXPANSIONS}
        self._prefixes = known | {uri: prefix for prefix, uri in EXPANSIONS.items()}
        self._used: dict[str, str] = {}
        self._of: dict[Node, dict[NamedNode, list[Value]]] = {}
        self._mentions: Counter[BlankNode] = Counter()
        for subject, predicate, value in dict.fromkeys(map(_plain, quads)):
            self._of.setdefault(subject, {}).setdefault(predicate, []).append(value)
            if isinstance(value, BlankNode):
                self._mentions[value] += 1

    def declarations(self) -> list[str]:
        """The ``PREFIX`` lines of all that was written so far, sorted."""
        return [f"PREFIX {prefix}: <{uri}>" for prefix, uri in sorted(self._used.items(), key=lambda pair: natural(pair[0]))]

    def blocks(self) -> list[str]:
        """One text a subject: IRIs in natural order, then blank nodes that nothing holds.

        Raises
        ------
        KnowledgeError
            A blank node is held by two things, or by itself: it would need a name, and such names are not stable.
        """
        inside = self._inlined()
        for node in self._of:
            if isinstance(node, BlankNode) and self._mentions[node] and node not in inside:
                raise _nameless(node)
        named = sorted((node for node in self._of if isinstance(node, NamedNode)), key=lambda node: natural(node.value))
        loose = [node for node in self._of if isinstance(node, BlankNode) and node not in inside]
        blocks = [f"{self._name(node)}\n{self._body(node, 1)}\n." for node in named]
        return blocks + sorted(f"[]\n{self._body(node, 1)}\n." for node in loose)

    def _inlined(self) -> set[Node]:
        """Blank nodes that are written where they are mentioned: mentioned once, and not part of a ring."""
        once = {node for node in self._of if isinstance(node, BlankNode) and self._mentions[node] == 1}
        reached: set[Node] = set()
        pending = [node for node in self._of if node not in once]
        while pending:
            for values in self._of[pending.pop()].values():
                fresh = [value for value in values if isinstance(value, BlankNode) and value in once and value not in reached]
                reached.update(fresh)
                pending.extend(fresh)
        return reached

    def _body(self, node: Node, depth: int) -> str:
        if depth > _MOST_NESTED:
            raise KnowledgeError(f"blank nodes are nested more than {_MOST_NESTED} deep", where=str(node), remedy="give some of them IRIs")
        properties = self._of[node]
        ordered = sorted(properties, key=lambda p: (_FIRST_PREDICATES.index(p.value) if p.value in _FIRST_PREDICATES else 9, p.value))
        indent = _INDENT * depth
        return "\n".join(f"{indent}{self._verb(p)}{self._values(properties[p], depth + 1)} ;" for p in ordered)

    def _verb(self, predicate: NamedNode) -> str:
        return "a" if predicate.value == RDF_TYPE else self._name(predicate)

    def _values(self, values: list[Value], depth: int) -> str:
        if len(values) == 1:
            return " " + self._value(values[0], depth - 1)
        written = [text for _, text in sorted((self._place(value), self._value(value, depth)) for value in values)]
        indent = "\n" + _INDENT * depth
        return indent + f" ,{indent}".join(written)

    def _place(self, value: Value) -> tuple[int, str, tuple[tuple[int, int, str], ...]]:
        """Where a value stands among others: IRIs, then literals by language, then blank nodes by their text."""
        if isinstance(value, NamedNode):
            return 0, "", natural(value.value)
        return (1, value.language or "", natural(value.value)) if isinstance(value, Literal) else (2, "", ())

    def _value(self, value: Value, depth: int) -> str:
        if isinstance(value, NamedNode):
            return "()" if value == _NIL else self._name(value)
        if isinstance(value, Literal):
            return self._literal(value)
        if value not in self._of:
            if self._mentions[value] > 1:
                raise _nameless(value)
            return "[]"
        indent = _INDENT * depth
        if depth > _MOST_NESTED:
            raise KnowledgeError(f"lists are nested more than {_MOST_NESTED} deep", remedy="write them flatter")
        items = self._items(value)
        if items is not None:
            return "(\n" + "\n".join(f"{indent}{_INDENT}{self._value(item, depth + 1)}" for item in items) + f"\n{indent})"
        return f"[\n{self._body(value, depth + 1)}\n{indent}]"

    def _items(self, node: Value) -> list[Value] | None:
        """The members of a list that can be written in brackets; ``None`` for any other blank node."""
        items: list[Value] = []
        while node != _NIL:
            properties = self._of.get(node, {}) if isinstance(node, BlankNode) else {}
            if set(properties) != {_FIRST, _REST} or any(len(values) != 1 for values in properties.values()):
                return None
            items += properties[_FIRST]
            node = properties[_REST][0]
        return items

    def _literal(self, literal: Literal) -> str:
        value, datatype = literal.value, literal.datatype.value
        if datatype in _BARE and _BARE[datatype].fullmatch(value):
            return value
        quote = '"""' if "\n" in value else '"'
        text = quote + "".join(_ESCAPES.get(letter, letter) for letter in value) + quote
        if literal.language:
            direction = f"--{literal.direction.value}" if literal.direction else ""
            return f"{text}@{_tag(literal.language)}{direction}"
        return text if datatype == _XSD + "string" else f"{text}^^{self._name(literal.datatype)}"

    def _name(self, node: NamedNode) -> str:
        found = _split(node.value, tuple(self._prefixes))
        if found is None:
            return f"<{node.value}>"
        uri, local = found
        prefix = self._prefixes[uri]
        self._used[prefix] = uri
        return f"{prefix}:{local}"


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key under which ``.e2`` comes before ``.e10``; longer runs of text compare letter by letter.

    Examples
    --------
    >>> sorted(["claim:x.e10", "claim:x.e2", "claim:x"], key=natural)
    ['claim:x', 'claim:x.e2', 'claim:x.e10']
    """
    parts = re.findall(r"[0-9]+|[^0-9]+", text)
    keys = [(0, len(part.lstrip("0")), part.lstrip("0")) if part[0] in "0123456789" else (1, 0, part) for part in parts]
    return (*keys, (-1, 0, text))  # the end of a name comes before anything, and tells 7 from 07


def _plain(quad: Quad) -> tuple[Node, NamedNode, Value]:
    """The triple of a quad, where nothing in it is a triple itself."""
    if isinstance(quad.subject, Triple) or isinstance(quad.object, Triple):
        raise KnowledgeError("the file quotes a triple (RDF-star)", remedy="say it with a claim, which has an IRI of its own")
    return quad.subject, quad.predicate, quad.object


def _nameless(node: BlankNode) -> KnowledgeError:
    remedy = "give it an IRI; blank nodes are for quantities, which one thing has"
    return KnowledgeError(f"a blank node is pointed at more than once (_:{node.value})", remedy=remedy)


def _split(iri: str, uris: tuple[str, ...]) -> tuple[str, str] | None:
    """The longest namespace that leaves a plain local name, and that name."""
    fitting = [uri for uri in uris if iri.startswith(uri) and _LOCAL.fullmatch(iri, len(uri))]
    best = max(fitting, key=len, default=None)
    return None if best is None else (best, iri[len(best) :])


def _tag(language: str) -> str:
    """A language tag in the customary case: ``zh-Hans``, ``en-US``."""
    first, *rest = language.split("-")
    return "-".join([first, *(part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in rest)])
