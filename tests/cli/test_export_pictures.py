"""``kgraph export`` of pictures: chains, mechanisms and neighbourhoods, in every format, and clear refusals."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run

ENDS = ("--from", "ketamine", "--to", "antidepressant effect")


def test_a_chain_is_drawn_alone_with_its_number_and_sign(run: Run) -> None:
    answer = run("export", "svg", *ENDS, "--chain", "20", "-q")
    assert answer.code == 0
    root = ElementTree.fromstring(answer.out)
    links = [one for one in root.iter("{http://www.w3.org/2000/svg}g") if one.get("data-sign")]
    assert "Chain 20 of" in answer.out
    assert len(links) >= 2


@pytest.mark.parametrize("words", [("mech:mtor",), ("BDNF", "--hops", "1"), (*ENDS, "mech:bdnf"), ("5",)])
@pytest.mark.parametrize("form", ["svg", "dot", "mermaid"])
def test_what_is_named_is_drawn_in_both_languages(run: Run, words: tuple[str, ...], form: str) -> None:
    answer = run("export", form, *words, "--lang", "both", "-q")
    assert answer.code == 0
    assert "BDNF" in answer.out or "mTOR" in answer.out or "缰核" in answer.out


@pytest.mark.parametrize("form", ["pptx", "pdf", "png"])
def test_files_that_are_not_text_are_written_whole(run: Run, tmp_path: Path, form: str) -> None:
    pytest.importorskip("pptx" if form == "pptx" else "typst")
    answer = run("export", form, "mech:mtor", "--theme", "dark", "-o", str(tmp_path / f"a.{form}"))
    assert answer.code == 0, answer.err
    assert (tmp_path / f"a.{form}").read_bytes()[:4] in (b"PK\x03\x04", b"%PDF", b"\x89PNG")
    assert [path.name for path in tmp_path.iterdir()] == [f"a.{form}"]


def test_a_crowd_is_drawn_and_said_to_be_one(run: Run, tmp_path: Path) -> None:
    answer = run("export", "svg", *ENDS, "-o", str(tmp_path / "a.svg"))
    assert answer.code == 0
    assert "many for a slide" in answer.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("svgg", "mech:mtor"), 2, "did you mean svg"),
        (("svg", "--from", "ketamine"), 2, "two ends"),
        (("svg", "--chain", "1"), 2, "two ends"),
        (("svg", *ENDS, "--chain", "100000"), 2, "there are"),
        (("svg", "mech:mtor", "--theme", "sepia"), 2, "light or dark"),
        (("svg", "no such thing"), 3, "nothing is named"),
        (("svg", "--from", "antidepressant effect", "--to", "ketamine exposure"), 2, "no chain"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_remedy(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    answer = run("export", *words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
