"""The gate of shape: holds data against SHACL shapes in streaming Python, with the same findings as pySHACL (`judge.py`), by test.

Why not pySHACL itself: importing it takes a quarter of a second, and a million triples take it most of a minute.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from kgraph.validation.data import Data, Value, show
from kgraph.validation.shape_reader import NODE_KINDS, Shape
from kgraph.vocabulary.prefixes import STANDARD

_XSD = STANDARD["xsd"]
# A text that cannot be read as its datatype breaks sh:datatype too.
_LEXICAL = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    _XSD + "decimal": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"),
    _XSD + "double": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?INF|NaN"),
    _XSD + "boolean": re.compile(r"true|false|1|0"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One result of a shape: what broke which constraint. `value` is ``None`` where a count or a missing value is at fault."""

    shape: str
    focus: Value
    path: str
    constraint: str
    value: Value | None
    message: str
    warning: bool


def violations(data: Data, shapes: Iterable[Shape]) -> Iterator[Violation]:
    """Everything that breaks the shapes; a focus that two classes bring to one shape is told once.

    Notes
    -----
    A property that may be absent costs nothing for the subjects that lack it: its column is walked, not the subjects.
    """
    for shape in shapes:
        foci = frozenset[Value]().union(*(data.instances(target) for target in shape.targets))
        whole = replace(shape, properties=())
        if whole != Shape(iri=shape.iri, targets=shape.targets, message=shape.message, warning=shape.warning):
            for focus in foci:
                yield from _about(data, whole, focus)
        for part in shape.properties:
            may_lack = not (part.min_count or part.required)
            for focus in data.column(part.path) if may_lack else foci:
                if not may_lack or focus in foci:
                    yield from _about(data, part, focus)


def _about(data: Data, shape: Shape, focus: Value) -> Iterator[Violation]:
    """What one shape says of one focus."""

    def broken(constraint: str, value: Value | None = None) -> Violation:
        return Violation(
            shape=shape.iri, focus=focus, path=shape.path, constraint=constraint, value=value, message=shape.message, warning=shape.warning
        )

    values = data.values(focus, shape.path) if shape.path else [focus]
    if shape.path:
        if len(values) < shape.min_count:
            yield broken("MinCount")
        if shape.max_count is not None and len(values) > shape.max_count:
            yield broken("MaxCount")
    for value in values:
        for constraint in _broken_by(data, shape, value):
            yield broken(constraint, value)
        for part in shape.properties:
            yield from _about(data, part, value)
    if shape.unique_language:
        tags = Counter(value.language.lower() for value in values if isinstance(value, Literal) and value.language)
        for _ in (tag for tag, times in tags.items() if times > 1):
            yield broken("UniqueLang")
    for required in shape.required:
        if required not in values:
            yield broken("HasValue")


def _broken_by(data: Data, shape: Shape, value: Value) -> Iterator[str]:
    """The constraints on single values that this one breaks."""
    for cls in shape.classes:
        if value not in data.instances(cls):
            yield "Class"
    if shape.datatype and not _is_of(value, shape.datatype):
        yield "Datatype"
    if shape.node_kind and not isinstance(value, NODE_KINDS[shape.node_kind]):
        yield "NodeKind"
    if shape.allowed is not None and value not in shape.allowed:
        yield "In"
    if shape.pattern and (not isinstance(value, NamedNode | Literal) or not shape.pattern.search(value.value)):
        yield "Pattern"
    if shape.languages and not _in_languages(value, shape.languages):
        yield "LanguageIn"
    for group in shape.alternatives:
        if not any(_conforms(data, one, value) for one in group):
            yield "Or"


def _conforms(data: Data, shape: Shape, focus: Value) -> bool:
    return next(_about(data, shape, focus), None) is None


def _is_of(value: Value, datatype: str) -> bool:
    if not isinstance(value, Literal) or value.datatype.value != datatype:
        return False
    lexical = _LEXICAL.get(datatype)
    return lexical is None or lexical.fullmatch(value.value) is not None


def _in_languages(value: Value, ranges: tuple[str, ...]) -> bool:
    """Basic filtering of language tags (RFC 4647): a range covers itself and what is narrower."""
    if not isinstance(value, Literal) or not value.language:
        return False
    tag = value.language.lower()
    return any(tag == one or tag.startswith(one + "-") for one in ranges)


def split_message(message: str) -> tuple[str, str]:
    """What is wrong and how to mend it, out of the message of a shape.

    Examples
    --------
    >>> split_message("A claim has one subject. Mend: name one.")
    ('A claim has one subject.', 'name one.')
    """
    what, _, mend = message.partition(" Mend: ")
    return what, mend


def told(violation: Violation, what: str) -> str:
    """The message with what was found in place of what was due."""
    if violation.value is not None:
        return f"{what} Found: {show(violation.value)}"
    return what if violation.constraint != "MaxCount" else f"{what} Found more."
