"""The graph taken out from the command line: every format, what it cannot hold, and a round trip."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgraph.cli.exporting import FORMATS
from kgraph.exchange import OUT
from tests.cli.conftest import Run


def test_every_graph_format_is_offered() -> None:
    assert set(OUT) <= set(FORMATS)


@pytest.mark.parametrize("format", sorted(OUT))
def test_every_graph_format_is_written_and_told(run: Run, format: str, small_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "out"
    answer = run("export", format, "--data", str(small_file), "-o", str(place))
    assert answer.code == 0, answer.err
    written = sorted(place.iterdir()) if place.is_dir() else [place]
    assert all(one.stat().st_size for one in written)
    assert f"{format}: " in answer.err
    again = tmp_path / "again"
    run("export", format, "--data", str(small_file), "-o", str(again), "--quiet")
    assert [one.read_bytes() for one in (sorted(again.iterdir()) if again.is_dir() else [again])] == [one.read_bytes() for one in written]


def test_turtle_goes_to_stdout_and_loads_again_as_it_was(run: Run, small_file: Path, tmp_path: Path) -> None:
    text = run("export", "turtle", "--data", str(small_file), "-q").out
    again = tmp_path / "again.ttl"
    again.write_text(text)
    before, after = (json.loads(run("claims", "--data", str(path), "--json").out) for path in (small_file, again))
    assert before == after


def test_only_the_chosen_mechanism_is_written_and_the_losses_are_kept(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    whole, part = (run("export", "sif", *words).out for words in ((), ("--mechanism", "5", "--report", str(report))))
    assert 0 < part.count("\n") < whole.count("\n")
    assert run("export", "sif", "lateral habenula mechanism").out == part
    assert any(line["outcome"] == "lost" for line in json.loads(report.read_text())["lines"])


@pytest.mark.parametrize(
    ("words", "code"),
    [(("graphmll",), 2), (("sif", "ketamine"), 2), (("sif", "--from", "ketamine"), 2), (("kgx",), 2), (("sif", "-o", "none/there.sif"), 3)],
)
def test_what_cannot_be_exported_is_refused(run: Run, words: tuple[str, ...], code: int) -> None:
    answer = run("export", *words)
    assert answer.code == code
    assert "mend:" in answer.err
