"""SIGNOR and OmniPath tables: signs, aspects, evidence, and rows that say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import ExchangeError
from kgraph.exchange import knowledge_from
from kgraph.exchange.signor import EFFECTS
from kgraph.model import Claim, Entry, Layer
from tests.exchange.recording import imported, written

SIGNOR = ["ENTITYA", "TYPEA", "IDA", "DATABASEA", "ENTITYB", "TYPEB", "IDB", "DATABASEB", "EFFECT", "MECHANISM", "RESIDUE", "TAX_ID"]
SIGNOR += ["CELL_DATA", "TISSUE_DATA", "PMID", "DIRECT", "SENTENCE", "SIGNOR_ID"]
ROW = [
    "ketamine",
    "chemical",
    "CHEBI:6121",
    "ChEBI",
    "MTOR",
    "protein",
    "P42345",
    "UNIPROT",
    "up-regulates activity",
    "phosphorylation",
    "Ser2448",
]
ROW += ["10116", "BTO:0000938", "BTO:0000142", "20724638", "YES", "A made-up sentence.", "SIGNOR-1"]
OMNIPATH = ["source", "target", "source_genesymbol", "target_genesymbol", "is_directed", "is_stimulation", "is_inhibition"]
OMNIPATH += ["consensus_stimulation", "sources", "references", "type"]
PAIR = ["P42345", "P23560", "MTOR", "BDNF", "1", "1", "0", "1", "SIGNOR;X", "SIGNOR:20724638;X:nonsense", "post_translational"]


def table(folder: Path, *rows: list[str], name: str = "x.tsv", between: str = "\t") -> Path:
    """A table of these rows."""
    return written(folder, name, "".join(between.join(row) + "\n" for row in rows))


def changed(row: list[str], **cells: str) -> list[str]:
    """A SIGNOR row with other cells."""
    return [cells.get(name.lower(), cell) for name, cell in zip(SIGNOR, row, strict=True)]


def claims(entries: tuple[Entry, ...]) -> list[Claim]:
    """The asserted claims."""
    return [one for one in entries if isinstance(one, Claim) and one.layer is Layer.BACKGROUND]


@pytest.mark.parametrize("effect", sorted(EFFECTS))
def test_every_effect_of_signor_has_a_sign_and_an_aspect(effect: str, tmp_path: Path) -> None:
    (record,), report = imported("signor", table(tmp_path, SIGNOR, changed(ROW, effect=effect)))
    (claim,) = claims(record.entries)
    sign, aspect, _ = EFFECTS[effect]
    assert claim.sign is sign
    assert claim.object.id == "var:uniprot.P42345" + ("-abundance" if aspect else "")
    assert report.whole


def test_a_signor_row_keeps_directness_mechanism_sentence_and_context(tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("signor", [table(tmp_path, SIGNOR, ROW)])
    claim = knowledge.entry("claim:CHEBI.6121.increases.uniprot.P42345")
    assert isinstance(claim, Claim)
    assert claim.direct
    (evidence,) = claim.evidence
    assert evidence.comment.en == "SIGNOR: up-regulates activity, phosphorylation, Ser2448"
    assert (evidence.reference, evidence.context.species) == ("ref:pubmed.20724638", "ent:NCBITaxon.10116")
    assert (evidence.context.cell_type, evidence.context.region) == ("ent:BTO.0000938", "ent:BTO.0000142")


def test_forming_a_complex_says_what_it_is_made_of(tmp_path: Path) -> None:
    row = changed(ROW, effect="form complex", entityb="mTORC1", typeb="complex", idb="SIGNOR-C3", databaseb="SIGNOR")
    (record,), _ = imported("signor", table(tmp_path, SIGNOR, row))
    assert record.entries[0].label.en == "mTORC1 has the member ketamine"


def test_commas_and_semicolons_separate_too(tmp_path: Path) -> None:
    for between in ",;":
        (record,), _ = imported("signor", table(tmp_path, SIGNOR, ROW, name="x.csv", between=between))
        assert len(claims(record.entries)) == 1


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"effect": ""}, "names no effect"),
        ({"effect": "likes"}, "no effect of SIGNOR's"),
        ({"entitya": "", "ida": ""}, "no name"),
        ({"entitya": "MTOR", "typea": "protein", "ida": "P42345", "databasea": "UNIPROT"}, "to itself"),
    ],
)
def test_a_row_that_says_nothing_is_lost_with_a_reason_and_the_rest_goes_on(cells: dict[str, str], why: str, tmp_path: Path) -> None:
    found, report = imported("signor", table(tmp_path, SIGNOR, changed(ROW, **cells), ROW))
    assert len(found) == 1
    assert any(why in line.note for line in report.lines)
    assert report.records["lost"] == 1


def test_omnipath_gives_a_claim_for_each_sign_that_is_stated(tmp_path: Path) -> None:
    both, open_, undirected = PAIR.copy(), PAIR.copy(), PAIR.copy()
    both[6], open_[5], undirected[4] = "1", "0", "0"
    found, report = imported("omnipath", table(tmp_path, OMNIPATH, PAIR, both, open_, undirected))
    assert [[entry.sign.value for entry in claims(record.entries)] for record in found] == [["+"], ["+", "-"], ["?"], []]
    assert found[3].entries[0].id.startswith("assoc:")
    assert any("reference in X" in line.what for line in report.lines)


def test_omnipath_complexes_tell_their_members_and_transcription_is_about_amounts(tmp_path: Path) -> None:
    row = PAIR.copy()
    row[0], row[2], row[10] = "COMPLEX:P42345_Q8N122", "MTOR_RPTOR", "transcriptional"
    (record,), _ = imported("omnipath", table(tmp_path, OMNIPATH, row))
    assert len([entry for entry in record.entries if entry.id.startswith("desc:")]) == 2
    assert claims(record.entries)[0].object.label.en == "abundance of BDNF"


def test_a_header_of_another_format_is_refused_with_what_it_has(tmp_path: Path) -> None:
    for format in ("signor", "omnipath"):
        with pytest.raises(ExchangeError, match=r"the header lacks .*; it has a, b"):
            imported(format, written(tmp_path, "x.tsv", "a\tb\n1\t2\n"))
        with pytest.raises(ExchangeError, match="it has nothing"):
            imported(format, written(tmp_path, "x.tsv", ""))


def test_hostile_tables_end_in_a_report(tmp_path: Path) -> None:
    head = "\t".join(SIGNOR).encode() + b"\n"
    row = "\t".join(ROW).encode() + b"\n"
    wide = b"\t".join([b"x"] * 500) + b"\n"
    long = b'"' * 3_000_000 + b"\n"
    found, report = imported("signor", written(tmp_path, "x.tsv", head + wide + long + row + b"short\trow\n" + b"\x00\t\x00\n" + row))
    assert len(found) == 2
    assert report.records["lost"] == 4
    _, report = imported("signor", written(tmp_path, "x.tsv", head + row + b"\xff\xfe\n" + row))
    assert "UTF-8" in report.lines[0].note
