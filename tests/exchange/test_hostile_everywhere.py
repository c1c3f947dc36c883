"""Every format with a good file broken in every place: cut off, with bytes that are no text, with a value of another type.

Whatever is broken, the import ends soon, in words or in what loads, and its report accounts for every record.
"""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kgraph.errors import KgraphError
from kgraph.exchange import IN, import_into
from kgraph.store import load
from tests.exchange.good_samples import BESIDE, EDGE, GOOD_FILES, STATEMENT
from tests.exchange.recording import KETAMINE, written
from tests.exchange.test_bel_nodelink import LINK, graph

WRONG: tuple[Any, ...] = (None, True, 7, 1e300, "", "x" * 5000, [], {}, [None], {"a": {"b": []}}, [[[[1]]]], "\u0000\ud800")
VALUES: dict[str, tuple[str, str, Any]] = {
    "drugmechdb": ("drugmechdb", "x.yaml", None),
    "indra": ("indra", "x.json", [STATEMENT]),
    "kgx": ("kgx", "x_edges.jsonl", EDGE),
    "gocam": ("gocam", "x.json", json.loads(GOOD_FILES["gocam json"][2])),
    "pybel": ("pybel", "x.nodelink.json", graph(LINK)),
}


def survives(format: str, path: Path, folder: Path) -> bool:
    """Whether anything came of it; another error than ours, a wrong account or a long time fail."""
    begun = time.perf_counter()
    try:
        report = import_into(format, [path], folder / "out")
    except KgraphError as error:
        if not error.message:
            raise
        return False
    assert time.perf_counter() - begun < 5
    counts = dict(report.records)
    assert counts.pop("read") == sum(counts.values())
    load(folder / "out")
    return report.records["read"] > report.records["lost"]


def test_there_is_a_good_file_of_every_format(tmp_path: Path) -> None:
    assert {format for format, _, _ in GOOD_FILES.values()} == set(IN)
    for number, (format, name, text) in enumerate(GOOD_FILES.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        written(folder, *BESIDE)
        assert survives(format, written(folder, name, text), folder), name


@pytest.mark.parametrize("sample", GOOD_FILES)
def test_a_file_cut_off_anywhere_ends_in_a_report(sample: str, tmp_path: Path) -> None:
    format, name, text = GOOD_FILES[sample]
    written(tmp_path, *BESIDE)
    whole = text.encode()
    for part in range(1, 20):
        survives(format, written(tmp_path, name, whole[: len(whole) * part // 20]), tmp_path)


@pytest.mark.parametrize("bad", [b"\xff", b"\xc3\x28", b"\x00", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b'"', b"\\", b"{", b"<!", b"&x;"])
@pytest.mark.parametrize("sample", GOOD_FILES)
def test_odd_bytes_anywhere_end_in_a_report(sample: str, bad: bytes, tmp_path: Path) -> None:
    format, name, text = GOOD_FILES[sample]
    written(tmp_path, *BESIDE)
    whole = text.encode()
    for part in range(0, 10, 3):
        place = len(whole) * part // 10
        survives(format, written(tmp_path, name, whole[:place] + bad + whole[place:]), tmp_path)


@pytest.mark.parametrize("sample", VALUES)
def test_a_value_of_another_type_in_any_place_ends_in_a_report(sample: str, tmp_path: Path) -> None:
    format, name, value = VALUES[sample]
    value = as_json(KETAMINE) if value is None else value
    every = list(places(value))
    # An odd step meets each kind of wrong value.
    for number, place in enumerate(every[:: 1 + 2 * (len(every) // 250)]):
        changed = copy.deepcopy(value)
        put(changed, place, WRONG[number % len(WRONG)])
        survives(format, written(tmp_path, name, json.dumps(changed)), tmp_path)


def as_json(text: str) -> Any:
    """A YAML record as a value."""
    import yaml

    return yaml.safe_load(text)


def places(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside a value, and each way several times so that it meets several wrong ones."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        for _ in range(5):
            yield (*before, key)
        yield from places(one, (*before, key))


def put(value: Any, place: tuple[Any, ...], wrong: Any) -> None:
    """Puts something into a place of a value."""
    *way, last = place
    for key in way:
        value = value[key]
    value[last] = wrong
