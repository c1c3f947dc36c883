"""KGX: qualifiers as signs and aspects, nodes beside edges, both spellings of the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgraph.errors import ExchangeError
from kgraph.exchange.biolink_table import RELATIONS
from kgraph.model import Association, Bearing, Claim, Description, Entity, Entry, Layer
from tests.exchange.recording import imported, written

NODES = [
    {"id": "CHEBI:6121", "name": "ketamine", "category": ["biolink:SmallMolecule"], "synonym": ["K"], "xref": ["MESH:D007649"]},
    {"id": "UniProtKB:Q05586", "name": "NMDA receptor", "category": ["biolink:Protein"]},
]
EDGE: dict[str, object] = {
    "id": "e1",
    "subject": "CHEBI:6121",
    "predicate": "biolink:affects",
    "object": "UniProtKB:Q05586",
    "publications": ["PMID:20724638"],
}
DOWN = {"qualified_predicate": "biolink:causes", "object_aspect_qualifier": "activity", "object_direction_qualifier": "decreased"}


def graph(folder: Path, *edges: object) -> Path:
    """A graph as JSONL."""
    written(folder, "g_nodes.jsonl", "\n".join(map(json.dumps, NODES)))
    return written(folder, "g_edges.jsonl", "\n".join(map(json.dumps, edges)))


def entry(folder: Path, **fields: object) -> Entry:
    """What an edge becomes."""
    found, _ = imported("kgx", graph(folder, {**EDGE, **fields}))
    return found[-1].entries[0]


@pytest.mark.parametrize(
    ("qualifiers", "claim"),
    [
        (DOWN, "claim:CHEBI.6121.decreases.uniprot.Q05586"),
        ({}, "claim:CHEBI.6121.regulates.uniprot.Q05586"),
        ({**DOWN, "object_direction_qualifier": "upregulated"}, "claim:CHEBI.6121.increases.uniprot.Q05586"),
        ({**DOWN, "subject_direction_qualifier": "decreased"}, "claim:CHEBI.6121.increases.uniprot.Q05586"),
        ({**DOWN, "object_aspect_qualifier": "abundance"}, "claim:CHEBI.6121.decreases.uniprot.Q05586-abundance"),
        ({**DOWN, "object_aspect_qualifier": "degradation"}, "claim:CHEBI.6121.increases.uniprot.Q05586-abundance"),
        ({**DOWN, "object_aspect_qualifier": "localization"}, "claim:CHEBI.6121.decreases.uniprot.Q05586-amount-localization"),
    ],
)
def test_qualifiers_become_sign_and_aspect(qualifiers: dict[str, str], claim: str, tmp_path: Path) -> None:
    assert entry(tmp_path, **qualifiers).id == claim


@pytest.mark.parametrize("word", sorted(RELATIONS))
def test_every_predicate_of_the_table_comes_in(word: str, tmp_path: Path) -> None:
    made = entry(tmp_path, predicate="biolink:" + word.replace(" ", "_"))
    assert isinstance(made, Claim | Association | Description)
    assert made.predicate == RELATIONS[word].becomes


def test_what_is_done_with_a_drug_is_no_claim_and_a_correlation_keeps_its_sign(tmp_path: Path) -> None:
    assert isinstance(entry(tmp_path, predicate="biolink:treats"), Description)
    made = entry(tmp_path, predicate="biolink:negatively_correlated_with")
    assert isinstance(made, Association)
    assert made.sign is not None
    assert made.sign.value == "-"


def test_negation_context_sentence_and_all_else_stay_with_the_evidence(tmp_path: Path) -> None:
    rest = {
        "knowledge_level": "observation",
        "species_context_qualifier": "NCBITaxon:10116",
        "anatomical_context_qualifier": "UBERON:0000955",
    }
    found, report = imported("kgx", graph(tmp_path, {**EDGE, **DOWN, **rest, "negated": True, "supporting_text": ["A made-up sentence."]}))
    (evidence,) = found[-1].entries[0].evidence
    assert (evidence.bearing, evidence.context.species) == (Bearing.DISPUTES, "ent:NCBITaxon.10116")
    kept = {extra.predicate.rpartition("#")[2]: extra.value for extra in found[-1].extras}
    assert evidence.text == "A made-up sentence."
    assert json.loads(kept["annotation"])["knowledge_level"] == ["observation"]
    assert report.whole


def test_tsv_and_jsonl_say_the_same(tmp_path: Path) -> None:
    written(
        tmp_path,
        "t_nodes.tsv",
        "id\tname\tcategory\nCHEBI:6121\tketamine\tbiolink:SmallMolecule\nUniProtKB:Q05586\tNMDA receptor\tbiolink:Protein\n",
    )
    header = [*EDGE, *DOWN]
    cells = [*EDGE.values(), *DOWN.values()]
    row = "\t".join("|".join(cell) if isinstance(cell, list) else str(cell) for cell in cells)
    tsv, _ = imported("kgx", written(tmp_path, "t_edges.tsv", "\t".join(header) + "\n" + row + "\n"))
    jsonl, _ = imported("kgx", graph(tmp_path, {**EDGE, **DOWN}))
    assert tsv[-1].entries == jsonl[-1].entries


def test_nodes_bring_names_kinds_synonyms_and_other_identifiers(tmp_path: Path) -> None:
    found, _ = imported("kgx", graph(tmp_path, EDGE))
    ketamine = next(term for record in found for term in record.terms if isinstance(term, Entity) and term.label.en == "ketamine")
    assert (ketamine.kind, ketamine.synonyms) == ("Chemical", ("K",))
    assert [(one.curie, one.mapping) for one in ketamine.identifiers] == [("CHEBI:6121", "exact"), ("mesh:D007649", "close")]


def test_a_folder_and_edges_without_nodes_are_read(tmp_path: Path) -> None:
    graph(tmp_path, EDGE)
    assert len(imported("kgx", tmp_path)[0]) == 3
    (tmp_path / "g_nodes.jsonl").unlink()
    found, report = imported("kgx", tmp_path)
    assert [entry.layer for entry in found[0].entries] == [Layer.BACKGROUND]
    assert any("no file of nodes" in note for note in report.notes)


def test_broken_nodes_and_edges_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad: tuple[object, ...] = ({"subject": "x"}, [], "x", {**EDGE, "object": EDGE["subject"]}, {**EDGE, "subject": {"a": []}})
    found, report = imported("kgx", graph(tmp_path, *bad, EDGE))
    assert len([record for record in found if record.entries]) == 1
    assert report.records["lost"] == 5
    with pytest.raises(ExchangeError, match="lacks subject"):
        imported("kgx", written(tmp_path, "y_edges.tsv", "a\tb\n"))
    with pytest.raises(ExchangeError, match="no file of edges"):
        imported("kgx", _empty(tmp_path))


def _empty(folder: Path) -> Path:
    empty = folder / "empty"
    empty.mkdir()
    return empty
