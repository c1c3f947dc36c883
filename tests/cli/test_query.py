"""``kgraph query``: the library, parameters by name, any SPARQL, and what is refused."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file with a small query; the same text waits on stdin."""
    text = "SELECT ?drug ?what { ?drug kg:decreases ?what . ?drug kg:entity ent:ketamine } ORDER BY ?what"
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    (tmp_path / "mine.rq").write_text(text, encoding="utf-8")
    return tmp_path / "mine.rq"


def test_without_a_name_the_queries_are_listed(run: Run) -> None:
    names = [item["name"] for item in json.loads(run("query", "--json").out)]
    assert len(names) >= 20
    assert names == sorted(names)


def test_parameters_go_by_any_name(run: Run) -> None:
    by_id = run("query", "upstream", "variable=var:antidepressant-effect").out
    assert by_id == run("query", "upstream", "variable=抗抑郁作用").out
    assert "var:ketamine\t" in by_id


def test_labels_come_in_the_language_asked_for(run: Run) -> None:
    assert "mTOR机制" in run("query", "mechanisms", "--lang", "zh").out
    assert "mTOR机制" not in run("query", "mechanisms", "--lang", "en").out
    assert run("query", "mechanisms", "lang=zh-Hans").out == run("query", "mechanisms", "--lang", "zh").out


def test_any_sparql_runs_from_stdin_and_from_a_file(run: Run, typed: Path) -> None:
    from_file = run("query", "--file", str(typed))
    assert "var:ketamine\tvar:" in from_file.out
    assert run("query", "-").out == from_file.out


def test_a_description_tells_the_parameters_and_the_sparql(run: Run) -> None:
    told = run("query", "upstream", "--describe").out
    assert "variable=" in told
    assert "SELECT" in told
    assert json.loads(run("query", "upstream", "--describe", "--json").out)["name"] == "upstream"


@pytest.mark.parametrize(
    ("sparql", "code", "word"),
    [
        ("SELECT * {\n ?a ?b ", 2, "2:"),
        ("INSERT DATA { <a:a> <b:b> <c:c> }", 2, "only reads"),
        ("SELECT * { SERVICE <http://example.org> { ?a ?b ?c } }", 2, "fetches nothing"),
        ("SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", 2, "not a graph"),
        ("ASK { ?a kg:no-such ?b }", 1, ""),
        ("ASK { ?a kg:increases ?b }", 0, ""),
        ("SELECT ?a { ?a kg:no-such ?b }", 0, ""),
    ],
)
def test_what_the_exit_code_says_of_a_query(run: Run, monkeypatch: pytest.MonkeyPatch, sparql: str, code: int, word: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(sparql))
    answer = run("query", "-")
    assert answer.code == code, answer.err
    assert word in answer.err
    assert "Traceback" not in answer.err


def test_a_cut_answer_is_printed_marked_and_exit_four(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("SELECT * { ?a ?b ?c }"))
    answer = run("query", "-", "--rows", "3")
    assert answer.code == 4
    assert answer.out.count("\n") == 4
    assert "not complete" in answer.err


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (("mechnisms",), 3, "did you mean"),
        (("upstream", "varable=x"), 2, "no parameter 'varable'"),
        (("upstream", "var:x"), 2, "key=value"),
        (("upstream", "variable=a", "variable=b"), 2, "twice"),
        (("upstream", "variable=ketamin"), 3, "nothing is named"),
        (("--file", "no-such.rq"), 3, "no-such.rq"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_with_advice(run: Run, words: tuple[str, ...], code: int, text: str) -> None:
    answer = run("query", *words)
    assert (answer.code, answer.out) == (code, "")
    assert text in answer.err


def test_a_file_that_is_no_text_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "junk.rq").write_bytes(b"\xff\xfe\x00")
    answer = run("query", "--file", str(tmp_path / "junk.rq"))
    assert answer.code == 3
    assert "UTF-8" in answer.err
