"""``kgraph view`` writes one whole page, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_page_is_written_whole_and_the_same_each_time(run: Run, tmp_path: Path) -> None:
    answer = run("view", "BDNF", "--hops", "1", "-o", str(tmp_path / "a.html"))
    assert (answer.code, answer.out) == (0, "")
    assert "wrote" in answer.err
    run("view", "BDNF", "--hops", "1", "-o", str(tmp_path / "b.html"), "--no-cache")
    page = (tmp_path / "a.html").read_bytes()
    assert page == (tmp_path / "b.html").read_bytes()
    assert page.startswith(b"<!doctype html>")


def test_a_page_may_go_to_stdout(run: Run) -> None:
    assert run("view", "mech:lhb", "-o", "-", "--lang", "zh").out.startswith("<!doctype html>")


@pytest.mark.parametrize("place", ["", "missing/graph.html"])
def test_a_place_that_cannot_be_written_is_exit_three(run: Run, tmp_path: Path, place: str) -> None:
    answer = run("view", "-o", str(tmp_path / place))
    assert answer.code == 3
    assert "mend" in answer.err
    assert not list(tmp_path.iterdir())


def test_quiet_is_quiet(run: Run, tmp_path: Path) -> None:
    assert run("view", "mech:lhb", "-o", str(tmp_path / "a.html"), "-q").err == ""
