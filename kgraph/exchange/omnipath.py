"""Reads OmniPath interactions (doi:10.15252/msb.20209923): the TSV that its web service gives, with or without gene symbols.

The `omnipath` package downloads this table with pandas and keeps it as one; it does not turn it into signed links.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kgraph.exchange.identifiers import preferred
from kgraph.exchange.imported import Imported
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.exchange.rows import Row, table_rows
from kgraph.model import Context, Entity, Evidence, Sign, Variable

_NEEDS = ("source", "target", "is_directed", "is_stimulation", "is_inhibition")
# Where one thing regulates how much is made of another, not what it does.
_AMOUNTS = frozenset(
    {
        "transcriptional",
        "post_transcriptional",
        "mirna_transcriptional",
        "lncrna_post_transcriptional",
        "tf_mirna",
        "mirna_target",
        "tf_target",
    }
)
_YES = frozenset({"1", "true", "t", "yes"})


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The interactions of a table: a claim for each sign that is stated, an association where no direction is.

    Raises
    ------
    ExchangeError
        The file cannot be opened, or its header is not OmniPath's.
    """
    reader = _Reader(Maker("omnipath"), report)
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
        self._maker.open(place, place)
        ends = self._entity(cells, "source"), self._entity(cells, "target")
        if ends[0] is None or ends[1] is None or ends[0].id == ends[1].id:
            self._report.abandon("record", "it joins a thing to itself" if all(ends) else "an end of it has no name")
            return
        aspect = "Abundance" if cells.get("type", "").casefold() in _AMOUNTS else ""
        first, second = self._maker.variable(ends[0]), self._maker.variable(ends[1], aspect)
        if cells["is_directed"].casefold() in _YES:
            self._claims(cells, first, second, ends[1])
        else:
            self._maker.association(first, second, self._evidence(cells, self._maker.association_id(first, second)))
            self._report.kept("undirected interaction, as an association")
        self._report.finish()
        yield self._maker.close()

    def _claims(self, cells: Mapping[str, str], first: Variable, second: Variable, target: Entity) -> None:
        stated = [sign for name, sign in (("is_stimulation", Sign.PLUS), ("is_inhibition", Sign.MINUS)) if cells[name].casefold() in _YES]
        for sign in stated or [Sign.UNKNOWN]:
            claim = self._maker.claim(first, sign, second, self._evidence(cells, self._maker.claim_id(first, sign, second), sign))
            self._maker.bridge(claim, target)
            self._report.kept(f"interaction, sign {sign.value}")

    def _entity(self, cells: Mapping[str, str], side: str) -> Entity | None:
        identifier, name = cells[side], cells.get(f"{side}_genesymbol", "")
        if not identifier:
            return None
        if identifier.upper().startswith("COMPLEX:"):
            return self._complex(identifier[8:], name)
        curie = preferred(identifier, prefix="uniprot") or preferred(identifier, prefix="mirbase") or preferred(identifier)
        if not curie and identifier.isdecimal():
            curie = preferred(identifier, prefix="pubchem.compound")
        if not curie:
            self._report.approximated("identifier", "malformed or of no known registry: only the name stays")
        kind = "Chemical" if curie.startswith(("mirbase", "pubchem", "CHEBI")) else "Protein"
        return self._maker.entity(curie, name or identifier, kind)

    def _complex(self, members: str, name: str) -> Entity:
        """The complex, and what it is made of."""
        whole = self._maker.entity("", name.removeprefix("COMPLEX:") or members, "Complex")
        names = name.removeprefix("COMPLEX:").split("_")
        parts = members.split("_")
        for number, part in enumerate(parts):
            curie = preferred(part, prefix="uniprot")
            member = self._maker.entity(curie, names[number] if len(names) == len(parts) else part, "Protein")
            words = f"{whole.label.en} has the member {member.label.en}"
            evidence = self._maker.evidence(
                self._maker.description_id(whole, "hasComponent", member),
                self._maker.record("complexes", "OmniPath, complexes"),
                comment="OmniPath: COMPLEX",
            )
            self._maker.description(whole, "hasComponent", member, [evidence], words=words)
        return whole

    def _evidence(self, cells: Mapping[str, str], entry: str, sign: Sign | None = None) -> list[Evidence]:
        """One for each database and paper that it names; the databases alone where no paper is named."""
        agreed = _consensus(cells, sign)
        taxon = preferred(cells.get("ncbi_tax_id_target", ""), prefix="NCBITaxon")
        context = Context(species=self._maker.entity(taxon, taxon, "Species").id if taxon else "")
        made = []
        for text in filter(None, (one.strip() for one in cells.get("references", "").split(";"))):
            database, _, paper = text.rpartition(":")
            curie = preferred(paper, prefix="pmc" if paper.upper().startswith("PMC") else "pubmed")
            if not curie:
                self._report.lost(f"reference in {database[:40] or 'no database'}", "no PubMed or PMC identifier")
                continue
            words = f"OmniPath, from {database}" if database else "OmniPath"
            made.append(self._maker.evidence(entry, self._maker.reference(curie), context=context, comment=words + agreed))
        sources = [one.strip() for one in cells.get("sources", "").split(";") if one.strip()] if not made else []
        for database in sources or ([] if made else ["a source that is not named"]):
            made.append(
                self._maker.evidence(entry, self._maker.record(database, f"{database}, through OmniPath"), comment="OmniPath" + agreed)
            )
        return list(dict.fromkeys(made))


def _consensus(cells: Mapping[str, str], sign: Sign | None) -> str:
    """Whether most of the databases agree on this sign, in words; empty where the table does not say."""
    name = {Sign.PLUS: "consensus_stimulation", Sign.MINUS: "consensus_inhibition"}.get(sign) if sign else None
    if not name or not cells.get(name):
        return ""
    return "; consensus of the databases" if cells[name].casefold() in _YES else "; against the consensus of the databases"
