"""Questions as files: what a header says, what is found by which name, and which mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import QueryError, QueryNotFound
from kgraph.model import Label
from kgraph.queries import Column, Parameter, find_query, list_queries, read_query
from kgraph.store import shipped_queries
from tests.queries_room.conftest import LIBRARY


def test_a_query_has_what_its_header_says() -> None:
    query = find_query("acts-on", LIBRARY)
    assert query.summary == Label(en="What acts on a variable", zh="什么作用于某变量")
    assert query.description == "Everything with a signed claim on it."
    assert query.tags == ("variable", "test")
    assert query.parameters == (
        Parameter(name="variable", type="iri", required=True, example="var:nmdar", description="The variable acted on."),
        Parameter(name="lang", type="lang", default="en", description="Language of the labels."),
    )
    assert query.columns[0] == Column(name="label", description="Name of what acts.")
    assert "SELECT" in query.text


def test_queries_are_listed_by_name() -> None:
    assert [query.name for query in list_queries(LIBRARY)] == ["acts-on", "results-above"]


@pytest.mark.parametrize("name", ["acts-on", "Acts On", "ACTS_ON", "ａｃｔｓ-on"])
def test_spelling_of_a_name_does_not_matter(name: str) -> None:
    assert find_query(name, LIBRARY).name == "acts-on"


def test_a_name_that_is_not_there_is_refused_with_the_near_ones() -> None:
    with pytest.raises(QueryNotFound) as caught:
        find_query("result-abov", LIBRARY)
    assert caught.value.candidates[0] == "results-above"
    assert "results-above" in caught.value.remedy


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "", "acts-on.rq"])
def test_a_name_is_never_a_path(name: str) -> None:
    with pytest.raises(QueryNotFound):
        find_query(name, LIBRARY)


def test_a_text_without_a_header_is_a_query_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "plain.rq").write_text("# just a comment\nASK { ?s ?p ?o }", encoding="utf-8")
    assert read_query(tmp_path / "plain.rq").summary == Label()


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("#+ summary: [unclosed", "header cannot be read"),
        ("#+ just words", "no list of 'name: value'"),
        ("#+ params: variable", "'params' is not a list"),
        ("#+ params:\n#+   - type: iri", "has no name"),
        ("#+ params:\n#+   - name: x\n#+     type: banana", "'banana' is no type"),
    ],
)
def test_a_broken_header_is_named_with_its_file(tmp_path: Path, header: str, words: str) -> None:
    (tmp_path / "broken.rq").write_text(f"{header}\nASK {{ ?s ?p ?o }}", encoding="utf-8")
    with pytest.raises(QueryError, match=words) as caught:
        read_query(tmp_path / "broken.rq")
    assert "broken.rq" in caught.value.where
    assert caught.value.remedy


def test_a_broken_header_keeps_the_line_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "broken.rq").write_text("# a comment\n\n#+ summary: 'open\nASK { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(QueryError) as caught:
        read_query(tmp_path / "broken.rq")
    assert "broken.rq:3" in caught.value.where or "broken.rq:4" in caught.value.where


def test_a_file_that_is_no_text_and_a_folder_that_is_not_there_are_errors_of_ours(tmp_path: Path) -> None:
    (tmp_path / "junk.rq").write_bytes(b"\xff\xfe")
    for broken in (lambda: read_query(tmp_path / "junk.rq"), lambda: list_queries(tmp_path / "nowhere")):
        with pytest.raises(QueryError):
            broken()


def test_every_shipped_query_says_what_it_asks_in_both_languages() -> None:
    queries = list_queries()
    assert len(queries) >= 20
    assert [query.name for query in queries] == sorted(path.stem for path in shipped_queries().glob("*.rq"))
    for query in queries:
        assert query.summary.en, query.name
        assert query.summary.zh, query.name
        assert query.description, query.name
        assert query.columns, query.name
