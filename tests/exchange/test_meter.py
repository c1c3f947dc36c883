"""How far an import has come: the share of all bytes grows to the whole, and is told only where it is known."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kgraph.exchange import import_into
from kgraph.exchange.meter import Meter
from tests.exchange.bel_samples import HEADER
from tests.exchange.recording import KETAMINE, written
from tests.exchange.test_gpml import GOOD
from tests.exchange.test_indra import BDNF, MTOR, statement
from tests.exchange.test_mapped import DATA, MAPPING
from tests.exchange.test_tables_in import OMNIPATH, PAIR, ROW, SIGNOR

LINE = 'p(HGNC:A1) -> bp(GO:"x")\n'
EDGE = {"subject": "CHEBI:6121", "predicate": "biolink:affects", "object": "UniProtKB:P42345"}
FILES = {
    "drugmechdb": ("x.yaml", f"---{KETAMINE}" * 5),
    "indra": ("x.json", json.dumps([statement("Activation", subj=MTOR, obj=BDNF)] * 5)),
    "signor": ("x.tsv", "\n".join("\t".join(row) for row in [SIGNOR, *[ROW] * 5])),
    "omnipath": ("x.tsv", "\n".join("\t".join(row) for row in [OMNIPATH, *[PAIR] * 5])),
    "kgx": ("x_edges.jsonl", "\n".join([json.dumps(EDGE)] * 5)),
    "gpml": ("x.gpml", GOOD),
    "bel": ("x.bel", HEADER + LINE * 5),
    "rdf": ("effects.ttl", DATA),
}


def shares(format: str, folder: Path, path: Path) -> list[float]:
    """What an import tells of its way, which never goes back."""
    told: list[float | None] = []
    import_into(format, [path], folder / "out", progress=lambda _, share: told.append(share))
    known = [share for share in told if share is not None]
    assert len(known) == len(told) > 0
    assert known == sorted(known)
    return known


@pytest.mark.parametrize("format", sorted(FILES))
def test_the_share_of_all_bytes_ends_at_the_whole(format: str, tmp_path: Path) -> None:
    name, text = FILES[format]
    written(tmp_path, "mapping.yaml", MAPPING)
    assert shares(format, tmp_path, written(tmp_path, name, text))[-1] == 1


def test_of_a_folder_every_file_counts_by_its_size(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, times in (("a", 1), ("b", 3)):
        written(tmp_path / "in", f"{name}.bel", HEADER + LINE * times)
    written(tmp_path / "in", "notes.md", "x" * 10_000)
    first, *_, last = shares("bel", tmp_path, tmp_path / "in")
    assert 0.3 < first < 0.7
    assert last == 1


def test_packed_files_are_counted_as_they_lie_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "x.bel.gz"
    path.write_bytes(gzip.compress((HEADER + LINE * 500).encode()))
    assert shares("bel", tmp_path, path)[-1] == 1


def test_nodes_beside_the_edges_that_were_named_count_too(tmp_path: Path) -> None:
    written(tmp_path, "x_nodes.jsonl", json.dumps({"id": "CHEBI:6121", "name": "ketamine", "category": "biolink:Drug"}) * 9)
    assert shares("kgx", tmp_path, written(tmp_path, "x_edges.jsonl", json.dumps(EDGE)))[-1] == 1


def test_nothing_is_told_where_nothing_is_known() -> None:
    assert Meter().share is None
