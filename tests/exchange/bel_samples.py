"""Small BEL scripts and graphs of PyBEL, made up, and what they say."""

from __future__ import annotations

from pathlib import Path

from kgraph.exchange import Imported, Report
from kgraph.model import Association, Claim, Description, Entry, Layer, Observation
from tests.exchange.recording import imported, written

HEADER = """\
# A comment, and "a quotation in it
SET DOCUMENT Name = "Made-up effects"
SET DOCUMENT Description = ""
DEFINE NAMESPACE HGNC AS URL "https://example.org/hgnc.belns"
DEFINE NAMESPACE CHEBI AS URL "https://example.org/chebi.belns"
DEFINE NAMESPACE GO AS PATTERN ".*"
DEFINE ANNOTATION Species AS PATTERN "^\\d+$"
DEFINE ANNOTATION TextLocation AS LIST {"Abstract", "Results"}

SET Citation = {"PubMed", "A made-up journal", "20724638"}
SET Evidence = "A made-up sentence."
"""


def script(folder: Path, *lines: str, header: str = HEADER) -> tuple[list[Imported], Report]:
    """The records of a script with these lines under the header, and its report."""
    return imported("bel", written(folder, "x.bel", header + "\n".join(lines) + "\n"))


def entries(folder: Path, *lines: str) -> list[Entry]:
    """The asserted entries that these lines give; nothing of them may be lost."""
    records, report = script(folder, *lines)
    assert report.whole, report.lines
    return [entry for record in records for entry in record.entries if entry.layer is not Layer.DERIVED]


def said(found: list[Entry]) -> list[str]:
    """Entries in words."""
    words: list[str] = []
    for entry in found:
        if isinstance(entry, Claim):
            how = " directly" if entry.direct else ""
            words.append(f"{entry.subject.label.en}{how} {entry.predicate} {entry.object.label.en}")
        elif isinstance(entry, Association):
            words.append(f"{entry.subject.label.en} ~{entry.sign.value if entry.sign else ''} {entry.object.label.en}")
        elif isinstance(entry, Observation):
            words.append(f"{entry.raised[0].label.en} {entry.change.value} {entry.variable.label.en}")
        elif isinstance(entry, Description) and entry.object is not None:
            words.append(f"{entry.subject.label.en} {entry.predicate} {entry.object.label.en}")
    return words
