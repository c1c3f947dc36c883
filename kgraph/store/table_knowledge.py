"""`TableKnowledge`: a link table with the face of `Knowledge`, so that every question can be asked of it. Reading: `table_reading.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.model import Claim, Entity, Entry, Label, Locator, Mechanism, Note, Reference, Selection, Sign, Term, Variable
from kgraph.store.files import checksum
from kgraph.store.knowledge import EVERYTHING, Knowledge
from kgraph.store.links_arrays import MASKS, SignedArrays
from kgraph.store.names import NameIndex
from kgraph.store.table_claims import made_of, mechanism, species
from kgraph.store.table_reading import ReadTable, read_table
from kgraph.store.table_selecting import TableSelector
from kgraph.store.table_text import Progress
from kgraph.vocabulary.prefixes import compact, expand

if TYPE_CHECKING:
    from pyoxigraph import Store

_SIGNS = {bit: sign for sign, bit in MASKS.items()}


def load_table(path: Path, *, progress: Progress | None = None) -> TableKnowledge:
    """Load a link table (``.tsv``, ``.csv``, ``.sif``, ``.graphml``, node-link ``.json``).

    Parameters
    ----------
    path : Path
        TSV and CSV have a header with ``subject``, ``predicate`` and ``object``, and may have ``reference``, ``layer``,
        ``mechanism``, ``species`` and any other column, which is kept. A predicate is one of ``increases decreases
        regulates``, ``+ - ?``, ``1 -1 0``, ``-> -| --``. In GraphML and JSON it is the attribute ``sign`` of a link.
    progress : callable, optional
        Told the bytes done and the bytes there are, some thirty times a megabyte.

    Returns
    -------
    TableKnowledge
        Opposite rows for one pair are two links.

    Raises
    ------
    FindingsError
        Rows are bad: `findings` holds every one of them, with file and line; the message shows twenty and counts all.
    KnowledgeError
        The file is missing, unreadable, no file, or holds no link.

    Notes
    -----
    About 3.5 s and 14 MB of arrays for a million rows, and the names once. Claims are read from the file when they are
    asked for.
    """
    read = read_table(path, progress)
    return TableKnowledge(read, path, checksum=checksum((path,), root=path.parent, salt="table"))


class TableKnowledge(Knowledge):
    """A link table, read-only, with the face of `Knowledge`. Made by `kgraph.store.load`.

    Every name is a variable; it has no entity. A name that is a known CURIE or an IRI is its own id, any other becomes
    ``var:`` with its percent-encoding. Terms and claims are made when they are asked for, and not kept. Claims come in the
    order of their rows, everything else sorted by id.

    Attributes
    ----------
    files : tuple of Path
        The table.
    checksum : str
        SHA-256 over it.
    """

    def __init__(self, read: ReadTable, path: Path, *, checksum: str = "") -> None:
        self.files = (path,)
        self.checksum = checksum
        self._links, self._claims = made_of(read, path)
        self._columns = read.rows.columns
        self._has_references = "reference" in read.columns
        self._rows_of = TableSelector(read.rows.columns, len(self._links))

    @cached_property
    def engine(self) -> Store:  # type: ignore[override]  # like the attribute, a cached property can be written
        """The table as triples, made when first asked for; what that costs: `kgraph.store.table_engine`."""
        from kgraph.store.table_engine import engine_of

        return engine_of(self)

    def __len__(self) -> int:
        return len(self._links)

    def arrays(self, selection: Selection = EVERYTHING) -> SignedArrays:
        """The links of a selection as the arrays of a signed graph, with every variable.

        Notes
        -----
        At once for the whole table, for they are the arrays that it is kept in; about a second a million for a selection.
        """
        return self._links.arrays(self._rows_of.held(selection))

    def links(self, selection: Selection = EVERYTHING) -> list[tuple[str, str, Sign]]:
        """As `Knowledge.links`; `arrays` has the same links without an object for each."""
        names, offsets, objects, masks = self.arrays(selection)
        return [
            (names[subject], names[objects[pair]], sign)
            for subject in range(len(names))
            for pair in range(offsets[subject], offsets[subject + 1])
            for bit, sign in _SIGNS.items()
            if masks[pair] & bit
        ]

    def claims_between(
        self, subject_id: str, object_id: str, sign: Sign | None = None, selection: Selection = EVERYTHING
    ) -> tuple[Claim, ...]:
        """The claims of one link, in the order of the table; of every sign when `sign` is ``None``."""
        subject, target = self._links.number(subject_id), self._links.number(object_id)
        if min(subject, target) < 0:
            return ()
        held = self._rows_of.held(selection)
        rows = (row for row in self._links.rows_between(subject, target) if held is None or held[row])
        return tuple(self._claims.claim(row) for row in rows if sign in (None, self._claims.sign(row)))

    def claims_touching(self, ids: Iterable[str], selection: Selection = EVERYTHING) -> tuple[Claim, ...]:
        """The claims that start or end at one of these variables, in the order of the table. One pass over the arrays."""
        numbers = [number for number in map(self._links.number, ids) if number >= 0]
        held = self._rows_of.held(selection)
        return tuple(self._claims.claim(row) for row in self._links.rows_touching(numbers) if held is None or held[row])

    def entries(self, kind: str | None = None, *, selection: Selection = EVERYTHING) -> tuple[Entry, ...]:
        """The claims of a selection, in the order of the table; a table holds no other kind. Some 20 microseconds and 2 kB each."""
        return tuple(self.each_claim(selection)) if kind in (None, "claim") else ()

    def each_claim(self, selection: Selection = EVERYTHING) -> Iterator[Claim]:
        """The claims of a selection one after the other, in the order of the table, none of them kept."""
        held = self._rows_of.held(selection)
        return (self._claims.claim(row) for row in range(len(self._links)) if held is None or held[row])

    def cells(self, id: str) -> dict[str, str]:
        """What the row of a claim says beside its ends, by column, unknown columns too; `EntityNotFound` for no claim of it."""
        return self._claims.cells(self._row(id))

    def term(self, id: str) -> Term:
        """The variable, or what another column names, with this id (or IRI); `EntityNotFound` when there is none."""
        return self._named(id) or self._missing("term", id)

    def entry(self, id: str) -> Entry:
        """The claim with this id; `EntityNotFound` when there is none."""
        return self._claims.claim(self._row(id))

    def note(self, id: str) -> Note:
        """A table has no notes: always `EntityNotFound`."""
        self._missing("note", id)

    def locator(self, id: str) -> Locator:
        """A table has no locators: always `EntityNotFound`."""
        self._missing("locator", id)

    def label(self, id: str) -> Label:
        """The label of a term; empty for the rest."""
        term = self._named(id)
        return term.label if term else Label()

    def variables(self) -> tuple[Variable, ...]:
        """All variables, made anew: about half a kilobyte each."""
        return tuple(self._claims.variable(number) for number in range(len(self._links.ids)))

    def entities(self) -> tuple[Entity, ...]:
        """The species that rows name."""
        return tuple(sorted({one.id: one for one in map(species, self._parts("species"))}.values(), key=lambda one: one.id))

    def variables_of(self, id: str) -> tuple[Variable, ...]:  # noqa: ARG002 - the species of a table have none
        """None: a variable of a table has no entity."""
        return ()

    def mechanisms(self) -> tuple[Mechanism, ...]:
        """The mechanisms that rows name."""
        return tuple(sorted({one.id: one for one in map(mechanism, self._parts("mechanism"))}.values(), key=lambda one: one.id))

    def references(self) -> tuple[Reference, ...]:
        """What rows name as reference; the file itself stands for rows that name none. Reads the whole table once."""
        return tuple(self._references.values())

    def notes(self) -> tuple[Note, ...]:
        """None."""
        return ()

    def locators(self) -> tuple[Locator, ...]:
        """None."""
        return ()

    def find(self, name: str) -> tuple[Term, ...]:
        """The terms that go by exactly this name, sorted by id. An id names one; a name names all that fold to it.

        References are looked through only where nothing else has the name, for that reads the whole table.
        """
        exact = self._named(name)
        if exact is not None:
            return (exact,)
        found = tuple(self.term(id) for id in self.names.find(name))
        return found or tuple(self._references[id] for id in (self._reference_names.find(name) if self._has_references else ()))

    def near(self, name: str, n: int = 3) -> tuple[tuple[str, str, str], ...]:
        """The variables, mechanisms and species with the most similar names, best first."""
        found = (self.term(id) for id in self.names.near(name, n))
        return tuple((term.label.en, term.label.zh, term.id) for term in found)

    @cached_property
    def names(self) -> NameIndex:
        """Every name of every variable, mechanism and species, folded; made when first needed, 2 s a million."""
        return NameIndex(chain(zip(self._links.labels, self._links.ids, strict=True), self._spelled(), self._other_names()))

    def _spelled(self) -> Iterator[tuple[str, str]]:
        """Ids that are not made from the label: identifiers."""
        return (
            (id, id) for id, label in zip(self._links.ids, self._links.labels, strict=True) if not id.startswith("var:") and id != label
        )

    def _other_names(self) -> Iterator[tuple[str, str]]:
        for term in (*self.mechanisms(), *self.entities()):
            yield term.label.en or term.label.zh, term.id

    def _named(self, id: str) -> Term | None:
        short = compact(id) if "://" in id else id
        number = self._links.number(short)
        if number >= 0:
            return self._claims.variable(number)
        if short == self._claims.file.id:
            return self._claims.file
        if ":" not in short:
            return None
        others = {one.id: one for one in (*self.mechanisms(), *self.entities())}
        return others.get(short) or (self._references.get(short) if self._may_be_reference(short) else None)

    def _may_be_reference(self, id: str) -> bool:
        return self._has_references and (id.startswith("ref:") or "://" in expand(id))

    @cached_property
    def _references(self) -> dict[str, Reference]:
        found: dict[str, Reference] = {}
        for one in self._claims.references_in(range(len(self._links))):
            # Where rows spell one reference in two ways, the label does not depend on their order.
            found[one.id] = min(found.get(one.id, one), one, key=lambda kept: kept.citation)
        return dict(sorted(found.items()))

    @cached_property
    def _reference_names(self) -> NameIndex:
        return NameIndex((name, one.id) for one in self._references.values() for name in (one.id, one.label.en, one.label.zh))

    def _parts(self, column: str) -> Iterator[str]:
        """The distinct names in a column that may hold several in a cell, sorted."""
        values = self._columns[column].cells if column in self._columns else ()
        return iter(sorted({part.strip() for cell in values for part in cell.split("|") if part.strip()}))

    def _row(self, id: str) -> int:
        row = self._claims.number(id)
        return row if row >= 0 else self._missing("entry", id)
