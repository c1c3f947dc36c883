"""Reads link tables (TSV, CSV with a header) and SIF as claims, row by row. What they are written by: `export_tables.py`.

Loading a table as it is (``--data x.tsv``) is the store's; brought in here, its rows become claims with evidence that can be merged,
checked and written in any other format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.identifiers import preferred
from kgraph.exchange.imported import Imported
from kgraph.exchange.making import Maker
from kgraph.exchange.meter import Watch
from kgraph.exchange.report import Report
from kgraph.exchange.rows import Row, table_rows
from kgraph.model import Claim, Context, Evidence, Reference, Sign, Variable

ALSO = {
    "source": "subject",
    "from": "subject",
    "regulator": "subject",
    "target": "object",
    "to": "object",
    "sign": "predicate",
    "relation": "predicate",
    "effect": "predicate",
    "interaction": "predicate",
}
"""Other names of the three columns that a table must have."""
SIGNS = {
    **dict.fromkeys(("increases", "+", "1", "+1", "1.0", "->"), Sign.PLUS),
    **dict.fromkeys(("decreases", "-", "−", "-1", "−1", "-1.0", "-|"), Sign.MINUS),
    **dict.fromkeys(("regulates", "?", "0", "0.0", "--"), Sign.UNKNOWN),
}
_NEEDS = ("subject", "predicate", "object")
_HELD = frozenset((*_NEEDS, "layer", "mechanism", "species", "reference", "direct", "subject_label", "object_label", "claim"))
_LONGEST = 1 << 20


def read_links(path: Path, report: Report) -> Iterator[Imported]:
    """The rows of a table with the columns subject, predicate and object.

    Raises
    ------
    ExchangeError
        The file cannot be opened, or its header lacks one of these columns.
    """
    reader = _Reader("links", report)
    found = False
    for row in table_rows(path, needs=(), watch=report.meter.watch):
        cells = {ALSO.get(name, name) if ALSO.get(name) not in row.cells else name: cell for name, cell in row.cells.items()}
        missing = [name for name in _NEEDS if name not in cells] if not (found or row.trouble) else []
        if missing:
            seen = ", ".join(row.cells)[:200]
            raise ExchangeError(
                f"the header lacks {', '.join(missing)}; it has {seen}",
                where=f"{path}:1",
                remedy="name the columns subject, predicate, object",
            )
        found = True
        yield from reader.one(Row(row.line, cells, row.trouble, row.ends), path)
    if not found:
        report.unreadable(path.name, "there is no row under the header", what="file")


def read_sif(path: Path, report: Report) -> Iterator[Imported]:
    """The lines of a SIF file: subject, predicate and one or more objects, parted by tabs, or by blanks where there is no tab.

    Raises
    ------
    ExchangeError
        The file cannot be opened.
    """
    reader = _Reader("sif", report)
    found = False
    for row in _sif_rows(path, report.meter.watch):
        found = True
        yield from reader.one(row, path)
    if not found:
        report.unreadable(path.name, "the file is empty", what="file")


class _Reader:
    """Rows on their way to claims."""

    def __init__(self, source: str, report: Report) -> None:
        self._maker = Maker(source)
        self._report = report

    def one(self, row: Row, path: Path) -> Iterator[Imported]:
        """One row."""
        place = f"{path.name}:{row.line}"
        if row.trouble:
            self._report.unreadable(place, row.trouble, what="rest of the file" if row.ends else "record")
            return
        self._report.start(place)
        self._maker.open(place, place)
        cells = {name: row.cells.get(name, "") for name in _HELD}
        sign = SIGNS.get(cells["predicate"].removeprefix("kg:").casefold())
        ends = self._end(cells["subject"], cells["subject_label"]), self._end(cells["object"], cells["object_label"])
        if sign is None or ends[0] is None or ends[1] is None:
            why = "an end of it has no name" if sign else f"'{cells['predicate'][:60]}' is no predicate"
            self._report.abandon("link", why)
            return
        if ends[0].id == ends[1].id:
            self._report.abandon("link", "it joins a thing to itself")
            return
        self._claim(cells, ends[0], sign, ends[1], path)
        for name in sorted(set(row.cells) - _HELD):
            self._report.lost(f"column {name}", "kgraph does not know it")
        self._report.finish()
        yield self._maker.close()

    def _claim(self, cells: Mapping[str, str], subject: Variable, sign: Sign, target: Variable, path: Path) -> Claim:
        if cells["layer"] not in ("", "background"):
            self._report.approximated(f"layer {cells['layer'][:40]}", "background, as all that comes from elsewhere")
        mechanisms = tuple(self._maker.mechanism(one, one.removeprefix("mech:")).id for one in _several(cells["mechanism"]))
        claim = self._maker.claim(
            subject,
            sign,
            target,
            self._evidence(cells, self._maker.claim_id(subject, sign, target), path),
            direct=cells["direct"].casefold() in ("true", "1", "yes"),
            mechanisms=mechanisms,
        )
        self._report.kept(f"link, sign {sign.value}")
        return claim

    def _evidence(self, cells: Mapping[str, str], entry: str, path: Path) -> list[Evidence]:
        """One for each reference; the table itself where it names none."""
        papers: list[Reference] = [self._maker.reference(one) for one in _several(cells["reference"])]
        species = [self._entity_id(one) for one in _several(cells["species"])] or [""]
        if len(species) > 1:
            self._report.approximated("several species", "each of them with each reference")
        return [
            self._maker.evidence(entry, paper, context=Context(species=one))
            for paper in papers or [self._maker.record(path.stem, f"link table {path.name}")]
            for one in species
        ]

    def _end(self, text: str, label: str) -> Variable | None:
        """A variable of ours under its own id; else that of the thing with this identifier, or of this name."""
        if text.startswith("var:") and len(text) > 4:
            self._report.approximated("variable", "of an entity of the same name: what it is an aspect of is not in the table")
            return self._maker.named_variable(text, label or text[4:])
        if not text:
            return None
        return self._maker.variable(self._maker.entity(_identifier(text), label or text, "Entity"))

    def _entity_id(self, text: str) -> str:
        return self._maker.entity(_identifier(text), text.removeprefix("ent:"), "Species").id


def _identifier(text: str) -> str:
    return text if text.startswith("ent:") and len(text) > 4 else preferred(text)


def _several(cell: str) -> list[str]:
    return [one.strip() for one in cell.split("|") if one.strip()]


def _sif_rows(path: Path, watch: Watch) -> Iterator[Row]:
    try:
        with path.open("rb") as stream:
            tabs = any(b"\t" in piece for piece in iter(lambda: stream.read(_LONGEST), b""))
            stream.seek(0)
            watch(stream)
            number = 0
            while raw := stream.readline(_LONGEST):
                number += 1
                if len(raw) == _LONGEST and not raw.endswith(b"\n"):
                    while (rest := stream.readline(_LONGEST)) and not rest.endswith(b"\n"):
                        pass
                    yield Row(number, trouble=f"a line of more than {_LONGEST >> 20} MB")
                else:
                    yield from _sif_line(raw, number, "\t" if tabs else None)
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check the path") from None


def _sif_line(raw: bytes, number: int, separator: str | None) -> Iterator[Row]:
    try:
        cells = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip("\r\n").split(separator)
    except UnicodeDecodeError as error:
        yield Row(number, trouble=f"not text in UTF-8: {error.reason}")
        return
    cells = [cell.strip() for cell in cells]
    if not any(cells):
        return
    if len(cells) < 3:
        yield Row(number, trouble="it stands alone: no predicate and object" if len(cells) == 1 else "it names no object")
        return
    for target in filter(None, cells[2:]):
        yield Row(number, {"subject": cells[0], "predicate": cells[1], "object": target})
