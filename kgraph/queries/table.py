"""The answer of a query: a table of RDF terms, and whether it is all of it. How it is made visible: `kgraph.views`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

RdfTerm = NamedNode | BlankNode | Literal | Triple

_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One RDF term. `kind` is ``iri``, ``literal``, ``blank`` or ``triple``.

    `lang` is the language of a literal; `datatype` the IRI of its type, empty for plain strings and for texts in a language.
    """

    kind: str
    value: str
    lang: str = ""
    datatype: str = ""


Row = tuple[Cell | None, ...]


class Rows(Sequence[Row]):
    """Rows that become cells when they are looked at; ``None`` stands for a variable without a value.

    Making cells costs as much as the whole evaluation of a small query, and what only counts rows, or shows the first page,
    need not pay for it.
    """

    def __init__(self, terms: Sequence[tuple[RdfTerm | None, ...]]) -> None:
        self._terms = terms

    def __len__(self) -> int:
        return len(self._terms)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Rows: ...
    def __getitem__(self, index: int | slice) -> Row | Rows:
        if isinstance(index, slice):
            return Rows(self._terms[index])
        return tuple(None if term is None else cell_of(term) for term in self._terms[index])

    def __iter__(self) -> Iterator[Row]:
        for terms in self._terms:
            yield tuple(None if term is None else cell_of(term) for term in terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Rows({len(self)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer of a query.

    `complete` is false when a limit cut it; `limit` then names the limit. The order of rows is that of the query; without
    an ``ORDER BY`` it means nothing.
    """

    columns: tuple[str, ...]
    rows: Rows
    complete: bool = True
    limit: str = ""


def cell_of(term: RdfTerm) -> Cell:
    """The cell of a term.

    Examples
    --------
    >>> cell_of(Literal("氯胺酮", language="zh-Hans")).lang
    'zh-hans'
    """
    if isinstance(term, NamedNode):
        return Cell(kind="iri", value=term.value)
    if isinstance(term, Literal):
        if term.language:
            return Cell(kind="literal", value=term.value, lang=term.language)
        datatype = term.datatype.value
        return Cell(kind="literal", value=term.value, datatype="" if datatype == _STRING else datatype)
    if isinstance(term, BlankNode):
        return Cell(kind="blank", value=term.value)
    return Cell(kind="triple", value=str(term))
