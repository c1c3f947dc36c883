"""``kgraph plot``: figures and the tables beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_plots_are_listed(run: Run) -> None:
    assert [row["name"] for row in json.loads(run("plot", "list", "--json").out)] == ["efficacy", "adverse-effects", "species"]


@pytest.mark.parametrize("name", ["efficacy", "adverse-effects", "species"])
def test_a_figure_is_written_whole_and_the_same_each_time(run: Run, tmp_path: Path, name: str) -> None:
    for file in ("a.svg", "b.svg"):
        answer = run("plot", name, "--lang", "zh", "--theme", "dark", "-o", str(tmp_path / file))
        assert answer.code == 0, answer.err
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert run("plot", name).out.startswith("<svg")


def test_a_figure_may_be_a_picture_or_a_page(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    for file, start in (("a.png", b"\x89PNG"), ("a.pdf", b"%PDF")):
        assert run("plot", "species", "-o", str(tmp_path / file)).code == 0
        assert (tmp_path / file).read_bytes().startswith(start)


def test_the_table_of_a_plot_comes_in_every_form(run: Run) -> None:
    rows = json.loads(run("plot", "species", "--table", "--json").out)
    assert rows[-1]["people_only"] + rows[-1]["animals_only"] + rows[-1]["both"] + rows[-1]["not_stated"] == int(rows[-1]["claims"])
    assert run("plot", "efficacy", "--table", "--format", "csv").out.startswith("group,given,route,dose,n,time,number,unit,spread")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("plot", "nothing"), 2, "use one of efficacy"),
        (("plot", "species", "-o", "a.gif"), 2, ".svg, .png or .pdf"),
        (("plot", "species", "--theme", "sepia"), 2, "light or dark"),
        (("plot", "efficacy", "no such thing"), 3, "nothing is named"),
    ],
)
def test_what_cannot_be_plotted_is_refused(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    answer = run(*words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
