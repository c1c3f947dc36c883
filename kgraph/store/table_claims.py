"""Claims as values from the rows of a table, made when they are asked for. How rows are found: `table_links.py`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kgraph.model import (
    PREDICATE_OF,
    Claim,
    Context,
    Entity,
    Evidence,
    Label,
    Layer,
    Mechanism,
    Reference,
    Sign,
    Variable,
)
from kgraph.store.links_arrays import MASKS
from kgraph.store.table_links import TableLinks
from kgraph.store.table_names import identity, label_of, layer_of, several
from kgraph.store.table_reading import ReadTable
from kgraph.store.table_rows import KNOWN
from kgraph.store.table_source import RowSource, RowText
from kgraph.vocabulary.prefixes import OWN, expand

SIGN_OF_MASK = {mask: sign for sign, mask in MASKS.items()}
_ROW = "claim:row-"


class TableClaims:
    """Makes the claim of each row; the claim of row *n* (from 1, the header not counted) is ``claim:row-n``.

    Parameters
    ----------
    path : Path
        The file. It is the reference of every row that names none.
    links : TableLinks
        The ends and signs.
    source : RowSource
        The rest of the rows.
    columns : tuple of str
        The columns beside the ends.
    """

    def __init__(self, path: Path, links: TableLinks, source: RowSource, columns: tuple[str, ...]) -> None:
        self._links = links
        self._source = source
        self._columns = columns
        self.file = Reference(id=(id := identity(path.name, "ref")), iri=expand(id), label=Label(en=path.name), citation=path.name)

    def number(self, id: str) -> int:
        """The number of the row behind the id of a claim; -1 when there is none."""
        digits = id.removeprefix(OWN["claim"] + "row-") if "://" in id else id.removeprefix(_ROW)
        plain = digits.isascii() and digits.isdecimal() and not digits.startswith("0") and len(digits) < 12 and digits != id
        return int(digits) - 1 if plain and int(digits) <= len(self._links) else -1

    def claim(self, row: int) -> Claim:
        """The claim of this row (from 0)."""
        subject, target = self._links.ends_of(row)
        text = self._source.row(row)
        id = f"{_ROW}{row + 1}"
        return Claim(
            id=id,
            iri=expand(id),
            layer=self._layer(text),
            evidence=self._evidence(id, text),
            mechanisms=several(text.cells.get("mechanism", ""), "mech"),
            subject=self.variable(subject),
            predicate=PREDICATE_OF[self.sign(row)],
            object=self.variable(target),
        )

    def sign(self, row: int) -> Sign:
        """The sign of this row."""
        return SIGN_OF_MASK[self._links.signs[row]]

    def cells(self, row: int) -> dict[str, str]:
        """All cells of this row beside its ends, by the name of their column; those of unknown columns too."""
        return {name: cell for name, cell in self._source.row(row).cells.items() if name not in ("subject", "predicate", "object")}

    def variable(self, number: int) -> Variable:
        """The variable of this number."""
        id, name = self._links.ids[number], self._links.labels[number]
        return Variable(id=id, iri=expand(id), label=label_of(name), entity="")

    def references_in(self, rows: range) -> Iterator[Reference]:
        """The references of these rows, as often as they stand there."""
        if "reference" not in self._columns:
            yield self.file
            return
        for row in rows:
            cell = self._source.row(row).cells.get("reference", "")
            yield from (reference(name) for name in _parts(cell)) if cell.strip() else (self.file,)

    def _layer(self, text: RowText) -> Layer:
        return layer_of(text.cells["layer"]) if "layer" in text.cells else Layer.BACKGROUND

    def _evidence(self, id: str, text: RowText) -> tuple[Evidence, ...]:
        """One evidence for each reference of the row; species and the unknown columns stand with each."""
        names = _parts(text.cells.get("reference", ""))
        species = several(text.cells.get("species", ""), "ent")
        context = Context(species=species[0] if species else "")
        references = [reference(name).id for name in names] or [self.file.id]
        kept = [f"{name}: {cell}" for name, cell in text.cells.items() if name not in KNOWN and cell]
        kept += [f"species: {', '.join(species)}"] if len(species) > 1 else []
        en = [f"line {text.line}"] if text.line else []
        zh = [f"第{text.line}行"] if text.line else []
        comment = Label(en="; ".join([*en, *kept]), zh="；".join([*zh, *kept]))
        return tuple(
            Evidence(id=f"{id}.e{number}", iri=expand(f"{id}.e{number}"), reference=one, context=context, comment=comment)
            for number, one in enumerate(references, 1)
        )


@lru_cache(4096)
def reference(name: str) -> Reference:
    """What a cell of the column *reference* names."""
    id = _reference_id(name)
    return Reference(id=id, iri=expand(id), label=label_of(name), citation=name)


def mechanism(name: str) -> Mechanism:
    """What a cell of the column *mechanism* names."""
    id = identity(name, "mech")
    return Mechanism(id=id, iri=expand(id), label=label_of(name))


def species(name: str) -> Entity:
    """What a cell of the column *species* names."""
    id = identity(name, "ent")
    return Entity(id=id, iri=expand(id), label=label_of(name), kind="Species")


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _reference_id(name: str) -> str:
    """A reference may be a long citation, or hold anything; what is no good name is shortened to one."""
    plain = "".join(one for one in name if one.isprintable())[:200] or "unnamed"
    head, colon, rest = plain.partition(":")
    return identity(f"pubmed:{rest.strip()}" if colon and head.casefold() in ("pmid", "pubmed") else plain, "ref")


def made_of(read: ReadTable, path: Path) -> tuple[TableLinks, TableClaims]:
    """The sorted links of a table that was read, and the maker of its claims."""
    links = TableLinks(read.rows)
    return links, TableClaims(path, links, read.source, read.columns)
