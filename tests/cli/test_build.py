"""``kgraph build`` on the shipped graph: the first command of the README."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_the_site_is_written_and_nothing_goes_to_stdout(run: Run, tmp_path: Path) -> None:
    answer = run("build", "-o", str(tmp_path / "site"))
    assert (answer.code, answer.out) == (0, ""), answer.err
    names = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert {f"mechanisms/{slug}.html" for slug in ("mtor", "bdnf", "gaba-eef2", "disinhibition", "eef2", "gsk3", "lhb")} <= names
    assert {"index.html", "graph.html", "explain.html", "check.html"} <= names
    assert not [name for name in names if name.endswith(".part")]


def test_a_file_where_the_folder_is_due_is_exit_three(run: Run, small_file: Path, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    answer = run("build", "--data", str(small_file), "-o", str(tmp_path / "site"))
    assert answer.code == 3
    assert (tmp_path / "site").read_text() == "mine"


def test_data_with_errors_is_built_all_the_same_and_is_exit_one(run: Run, small_file: Path, tmp_path: Path) -> None:
    answer = run("build", "--data", str(small_file), "-o", str(tmp_path / "site"), "--quiet")
    assert (answer.code, answer.err) == (1, "")
    assert (tmp_path / "site" / "check.html").exists()
