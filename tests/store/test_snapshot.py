"""The second start is fast, and a snapshot is never trusted more than the files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset

from kgraph.store import Knowledge, load, snapshot
from tests.store.conftest import TINY


@pytest.fixture(params=["memory", "disk"])
def cache(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for snapshots; once with quads to read into memory, once with an engine on disk."""
    if request.param == "disk":
        monkeypatch.setattr(snapshot, "FEW", 0)
    return tmp_path / "cache"


def same(one: Knowledge, other: Knowledge) -> bool:
    """Whether two loads know the same."""
    return (
        triples(one) == triples(other)
        and one.links() == other.links()
        and one.entries() == other.entries()
        and one.names.folded == other.names.folded
    )


def triples(knowledge: Knowledge) -> Dataset:
    """All triples, with blank nodes that have the same names in every load."""
    dataset = Dataset(knowledge.engine)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def keys(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir())


def test_the_second_load_knows_the_same_as_the_first(cache: Path) -> None:
    first = load(TINY, cache=cache)
    assert keys(cache) == [first.checksum]
    assert same(load(TINY, cache=cache), first)
    assert same(load(TINY), first)


def test_the_second_load_reads_no_turtle(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(TINY, cache=cache)

    def fail(*_: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr("kgraph.store.reading.parse", fail)
    assert load(TINY, cache=cache).find("ketalar")


def test_a_changed_file_makes_a_new_snapshot(cache: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(TINY, data)
    load(data, cache=cache)
    terms = data / "terms.ttl"
    terms.write_text(terms.read_text(encoding="utf-8").replace("Ketalar", "Ketanest"), encoding="utf-8")
    assert load(data, cache=cache).find("Ketanest")
    assert len(keys(cache)) == 2


@pytest.mark.parametrize("harm", ["truncate", "flip", "delete", "empty"])
def test_a_damaged_snapshot_is_rebuilt(cache: Path, harm: str) -> None:
    first = load(TINY, cache=cache)
    for path in sorted((cache / first.checksum).rglob("*")):
        if path.is_file() and path.name not in ("LOCK", "LOG"):
            damage(path, harm)
    assert same(load(TINY, cache=cache), load(TINY, cache=cache))
    assert load(TINY, cache=cache).find("ketalar")


def damage(path: Path, harm: str) -> None:
    content = path.read_bytes()
    if harm == "truncate":
        path.write_bytes(content[: len(content) // 2])
    elif harm == "flip":
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]) if content else b"")
    elif harm == "delete":
        path.unlink()
    else:
        path.write_bytes(b"")


@pytest.mark.parametrize("part", ["quads.nq", "index"])
def test_damage_to_one_part_is_seen(tmp_path: Path, part: str) -> None:
    first = load(TINY, cache=tmp_path)
    damage(tmp_path / first.checksum / part, "flip")
    assert snapshot.open_snapshot(tmp_path, first.checksum) is None
    assert keys(tmp_path) == []


def test_a_cache_that_cannot_be_written_is_quietly_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert load(TINY, cache=tmp_path / "file" / "cache").find("ketalar")
    assert load(TINY, cache=tmp_path / "file").find("ketalar")


def test_what_would_take_longer_to_save_than_to_load_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.store.reading.MOST", 10)
    assert load(TINY, cache=tmp_path / "cache").find("ketalar")
    assert not (tmp_path / "cache").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever is root may write anywhere")
def test_a_cache_without_permission_is_quietly_done_without(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert load(TINY, cache=tmp_path).find("ketalar")


def test_the_five_used_last_are_kept_and_nothing_of_others_is_touched(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "unfinished-now").mkdir()
    (tmp_path / "unfinished-long-ago").mkdir()
    old = [f"{number:064x}" for number in range(6)]
    for age, key in enumerate(old):
        (tmp_path / key).mkdir()
        os.utime(tmp_path / key, (time.time() - 1000 * (age + 1),) * 2)
    os.utime(tmp_path / "unfinished-long-ago", (1, 1))
    knowledge = load(TINY, cache=tmp_path)
    assert keys(tmp_path) == sorted([knowledge.checksum, *old[:4], "mine", "unfinished-now"])


def test_two_processes_that_race_both_answer(tmp_path: Path) -> None:
    script = f"""
from pathlib import Path
from kgraph.store import load
print(len(load(Path({str(TINY)!r}), cache=Path({str(tmp_path)!r})).links()))
"""
    running = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert {process.communicate()[0] for process in running} == {f"{len(load(TINY).links())}\n"}
    assert len(keys(tmp_path)) == 1


def test_an_open_engine_on_disk_survives_a_second_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "FEW", 0)
    load(TINY, cache=tmp_path)
    one, other = load(TINY, cache=tmp_path), load(TINY, cache=tmp_path)
    assert same(one, other)
    with pytest.raises(RuntimeError, match="read-write"):
        one.engine.clear()
