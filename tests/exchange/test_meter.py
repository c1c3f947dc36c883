"""How far an import has come: the share of all bytes grows to the whole, and is told only where it is known."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kgraph.exchange import import_into
from kgraph.exchange.meter import Meter
from tests.exchange.bel_samples import HEADER
from tests.exchange.good_samples import BESIDE, EDGE, GOOD_FILES
from tests.exchange.recording import written

LINE = 'p(HGNC:A1) -> bp(GO:"x")\n'


def shares(format: str, folder: Path, path: Path) -> list[float]:
    """What an import tells of its way, which never goes back."""
    told: list[float | None] = []
    import_into(format, [path], folder / "out", progress=lambda _, share: told.append(share))
    known = [share for share in told if share is not None]
    assert len(known) == len(told) > 0
    assert known == sorted(known)
    return known


@pytest.mark.parametrize("sample", GOOD_FILES)
def test_the_share_of_all_bytes_ends_at_the_whole(sample: str, tmp_path: Path) -> None:
    format, name, text = GOOD_FILES[sample]
    written(tmp_path, *BESIDE)
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


def test_a_packed_graph_of_pybel_is_counted_too(tmp_path: Path) -> None:
    path = tmp_path / "x.nodelink.json.gz"
    path.write_bytes(gzip.compress(GOOD_FILES["pybel"][2].encode()))
    assert shares("pybel", tmp_path, path)[-1] == 1
