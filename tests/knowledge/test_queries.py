"""Every shipped query: its header, its prefixes, its reviewed answer, and the same answer from another SPARQL engine."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph

from kgraph.queries import Query, list_queries, run, run_text
from kgraph.store import Knowledge
from tests.knowledge.query_answers import FOLDER, answer, example_arguments

QUERIES = list_queries()
PREFIXES = (Path(__file__).parents[2] / "queries" / "prefixes.ttl").read_text(encoding="utf-8").split("\n", 1)[1].strip()
every_query = pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])


def test_there_are_at_least_twenty_questions() -> None:
    assert len(QUERIES) >= 20


def test_no_answer_is_kept_for_a_query_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.tsv")} == {query.name for query in QUERIES}


@every_query
def test_a_query_says_what_it_asks_in_both_languages(query: Query) -> None:
    assert query.summary.en
    assert query.summary.zh
    assert query.description
    assert query.tags
    assert all(column.description for column in query.columns)
    assert all(parameter.description and parameter.example for parameter in query.parameters)


@every_query
def test_a_query_declares_the_prefixes_of_the_folder(query: Query) -> None:
    declared = "\n".join(line for line in query.text.splitlines() if line.startswith("PREFIX "))
    assert declared == PREFIXES


@every_query
def test_a_query_projects_its_parameters(query: Query) -> None:
    head = re.split(r"\bWHERE\b", query.text, maxsplit=1)[0]
    for parameter in query.parameters:
        assert f"?{parameter.name} " in head.partition("SELECT")[2] + " ", parameter.name


@every_query
def test_a_query_gives_its_reviewed_answer(shipped: Knowledge, query: Query) -> None:
    expected = (FOLDER / f"{query.name}.tsv").read_text(encoding="utf-8")
    assert answer(shipped, query) == expected, "read the change, then run: python -m tests.knowledge.query_answers"
    assert expected.count("\n") > 1, "a question without an answer teaches nothing"


@every_query
def test_a_query_answers_in_chinese_too(shipped: Knowledge, query: Query) -> None:
    arguments = example_arguments(query)
    english = run(shipped, query, {**arguments, "lang": "en"})
    chinese = run(shipped, query, {**arguments, "lang": "zh-Hans"})
    assert len(chinese.rows) == len(english.rows)
    spoken = {cell.lang for row in chinese.rows for cell in row if cell is not None and cell.lang}
    assert spoken <= {"zh-hans", "zh-Hans"}


@cache
def in_rdflib(knowledge: Knowledge) -> Graph:
    """All triples in one plain graph: rdflib's own union of named graphs is many times slower."""
    graph = Graph()
    for subject, predicate, target, _ in knowledge.to_rdflib().quads((None, None, None, None)):
        graph.add((subject, predicate, target))
    return graph


@every_query
def test_rdflib_runs_the_file_unchanged_and_finds_as_many_rows(shipped: Knowledge, query: Query) -> None:
    assert len(list(in_rdflib(shipped).query(query.text))) == len(run_text(shipped, query.text).rows)
