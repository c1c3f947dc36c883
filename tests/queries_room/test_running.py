"""Running: parameters are bound, answers are tables, limits end what never ends."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest

from kgraph.errors import LimitReached, MissingParameter, QueryError, QueryRefused, QuerySyntaxError, UnknownParameter
from kgraph.queries import Cell, Limits, Query, Table, find_query, list_queries, run, run_text
from kgraph.queries.library import Parameter
from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import expand
from tests.queries_room.conftest import LIBRARY

ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c + ?f = ?i + ?l + 1) }"


def iri(identity: str) -> Cell:
    return Cell(kind="iri", value=expand(identity))


def values(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.value if cell else "" for cell in row) for row in table.rows]


def test_a_question_of_the_library_is_answered_in_the_columns_of_its_header(tiny: Knowledge) -> None:
    table = run(tiny, find_query("acts-on", LIBRARY), {"variable": "var:nmdar"})
    assert table.columns == ("label", "actor")
    assert list(table.rows) == [(Cell(kind="literal", value="ketamine", lang="en"), iri("var:ketamine"))]
    assert (table.complete, table.limit) == (True, "")


@pytest.mark.parametrize("written", ["var:nmdar", "https://w3id.org/kgraph/variable/nmdar"])
def test_an_iri_may_be_given_as_an_id_or_in_full(tiny: Knowledge, written: str) -> None:
    assert len(run(tiny, find_query("acts-on", LIBRARY), {"variable": written}).rows) == 1


def test_the_language_is_a_parameter(tiny: Knowledge) -> None:
    table = run(tiny, find_query("acts-on", LIBRARY), {"variable": "var:nmdar", "lang": "zh"})
    assert values(table)[0][0] == "氯胺酮暴露"


def test_a_parameter_left_out_stays_free(tiny: Knowledge) -> None:
    query = find_query("results-above", LIBRARY)
    assert values(run(tiny, query)) == [("", "", "", expand("result:response"), "70.8")]
    assert values(run(tiny, query, {"least": "70.9"})) == []
    assert len(run(tiny, query, {"least": "70", "sessions": "3", "word": "resp"}).rows) == 1
    assert len(run(tiny, query, {"least": "7e1"}).rows) == 1


def test_what_is_given_for_a_parameter_is_never_read_as_sparql(tiny: Knowledge) -> None:
    attack = 'x")) } # '
    assert values(run(tiny, find_query("results-above", LIBRARY), {"word": attack})) == []


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({}, MissingParameter, "'variable' has no value"),
        ({"variable": ""}, MissingParameter, "'variable' has no value"),
        ({"variable": "var:nmdar", "colour": "red"}, UnknownParameter, "no parameter 'colour'"),
        ({"variable": "the receptor"}, QueryError, "not an id"),
        ({"variable": "var:nm dar>"}, QueryError, "not an id"),
        ({"variable": "var:nmdar", "lang": "not a language"}, QueryError, "a language"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(tiny: Knowledge, arguments: dict[str, str], error: type[QueryError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        run(tiny, find_query("acts-on", LIBRARY), arguments)
    assert caught.value.where
    assert caught.value.remedy


@pytest.mark.parametrize(("name", "value"), [("least", "many"), ("sessions", "1.5"), ("sessions", "three"), ("least", "1e")])
def test_numbers_are_numbers(tiny: Knowledge, name: str, value: str) -> None:
    with pytest.raises(QueryError, match="number"):
        run(tiny, find_query("results-above", LIBRARY), {name: value})


def test_a_query_that_does_not_project_its_parameter_is_said_so(tiny: Knowledge) -> None:
    query = Query(name="x", text="SELECT ?s { ?s ?p ?o }", parameters=(Parameter(name="o"),))
    with pytest.raises(QueryError, match="not among what the query selects"):
        run(tiny, query, {"o": "x"})


def test_ask_construct_and_describe_are_tables_too(tiny: Knowledge) -> None:
    boolean = "http://www.w3.org/2001/XMLSchema#boolean"
    assert list(run_text(tiny, "ASK { var:ketamine kg:decreases var:nmdar }").rows) == [
        (Cell(kind="literal", value="true", datatype=boolean),)
    ]
    constructed = run_text(tiny, "CONSTRUCT { ?b kg:isHitBy ?a } WHERE { ?a kg:decreases ?b } LIMIT 2")
    assert (constructed.columns, len(constructed.rows)) == (("subject", "predicate", "object"), 2)
    assert run_text(tiny, "DESCRIBE ent:ketamine").rows


def test_every_kind_of_term_is_a_cell(tiny: Knowledge) -> None:
    text = 'SELECT ?i ?l ?n ?s ?b ?u { BIND(ent:ketamine AS ?i) BIND("药"@zh AS ?l) BIND(2 AS ?n) BIND("x" AS ?s) BIND(BNODE() AS ?b) }'
    (row,) = run_text(tiny, text).rows
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    assert row[:4] == (
        iri("ent:ketamine"),
        Cell(kind="literal", value="药", lang="zh"),
        Cell(kind="literal", value="2", datatype=integer),
        Cell(kind="literal", value="x"),
    )
    assert row[4] is not None
    assert row[4].kind == "blank"
    assert row[5] is None


def test_rows_are_a_sequence_that_can_be_sliced_and_compared(tiny: Knowledge) -> None:
    rows = run_text(tiny, "SELECT ?v { ?v a kg:Variable } ORDER BY ?v").rows
    assert len(rows) == len(tiny.variables())
    assert rows[0] == (iri("var:bdnf-rat"),)
    assert rows[:2] == [rows[0], rows[1]]
    assert rows == run_text(tiny, "SELECT ?v { ?v a kg:Variable } ORDER BY ?v").rows


def test_a_query_sees_all_layers_and_may_choose_among_them(tiny: Knowledge) -> None:
    count = "SELECT (COUNT(*) AS ?n) {} {{ ?c a kg:Claim }}"
    assert values(run_text(tiny, count.format(""))) == [("7",)]
    assert values(run_text(tiny, count.format("FROM kg:review"))) == [("3",)]
    assert values(run_text(tiny, "SELECT (COUNT(*) AS ?n) { GRAPH kg:derived { ?c a kg:Claim } }")) == [("2",)]


@pytest.mark.parametrize(
    ("text", "place"),
    [("SELECT * { ?s ?p }", "1:19"), ("SELECT *\nWHERE {\n  ?s ?p ?o ,, }", "3:16"), ("tell me", "1:8"), ("", "1:1")],
)
def test_a_syntax_error_is_placed_by_line_and_column(tiny: Knowledge, text: str, place: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        run_text(tiny, text)
    assert caught.value.where == place
    assert caught.value.remedy


def test_a_refused_query_is_refused_before_anything_runs(tiny: Knowledge) -> None:
    before = len(tiny.engine)
    for text in ("INSERT DATA { ent:x ent:y 1 }", "SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }"):
        with pytest.raises(QueryRefused):
            run_text(tiny, text)
    assert len(tiny.engine) == before


def test_a_limit_of_rows_cuts_the_table_and_says_so(tiny: Knowledge) -> None:
    table = run_text(tiny, "SELECT * { ?s ?p ?o }", Limits(rows=3))
    assert (len(table.rows), table.complete, table.limit) == (3, False, "rows (3)")
    whole = run_text(tiny, "SELECT * { ?s ?p ?o } LIMIT 3", Limits(rows=3))
    assert (len(whole.rows), whole.complete) == (3, True)


def test_no_limit_gives_every_row(tiny: Knowledge) -> None:
    nothing = Limits(rows=None, seconds=None, megabytes=None)
    assert len(run_text(tiny, "SELECT * { ?s ?p ?o }", nothing).rows) == len(tiny.engine)


def test_a_cross_join_ends_with_the_limit_named(tiny: Knowledge) -> None:
    start = time.monotonic()
    with pytest.raises(LimitReached, match=r"time \(0\.3 s\)"):
        run_text(tiny, ENDLESS, Limits(seconds=0.3))
    assert time.monotonic() - start < 2
    assert run_text(tiny, "ASK { ?s ?p ?o }", Limits(seconds=5)).rows, "the next query has a thread of its own"


def test_rows_found_before_time_is_up_are_kept_and_marked(tiny: Knowledge) -> None:
    table = run_text(tiny, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", Limits(rows=None, seconds=0.2))
    assert not table.complete
    assert "time" in table.limit
    assert len(table.rows) > 0


@pytest.mark.skipif(sys.platform != "linux", reason="memory is watched on Linux only")
def test_a_query_that_eats_memory_ends_with_the_limit_named() -> None:
    """In a process of its own, because a task that was left behind goes on eating."""
    script = """
import os
from kgraph.errors import LimitReached
from kgraph.queries import Limits, run_text
from kgraph.store import load
try:
    run_text(load(), "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a", Limits(megabytes=100))
except LimitReached as error:
    print(error.message, flush=True)
os._exit(4)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (4, "")
    assert "memory (100 MB)" in done.stdout


def test_a_process_with_a_task_left_behind_ends_at_once() -> None:
    script = f"""
from kgraph.errors import LimitReached
from kgraph.queries import Limits, run_text
from kgraph.store import load
try:
    run_text(load(), {ENDLESS!r}, Limits(seconds=0.1))
except LimitReached:
    print("left")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout) == (0, "left\n")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { " + "OPTIONAL { ?s ?p ?o } " * 1_600 + "}",
        "SELECT * { " + "".join(f"BIND(1 AS ?v{number}) " for number in range(1_200)) + "}",
        "SELECT * { ?s ?p ?o FILTER(" + "!" * 4_900 + "true) }",
        "SELECT * { FILTER(" + " && ".join(["true"] * 1_600) + ") }",
        "SELECT * { " + "{" * 190 + "}" * 190 + " }",
    ],
    ids=["optional", "bind", "not", "and", "braces"],
)
def test_the_largest_query_that_is_let_through_does_not_crash_the_engine(tiny: Knowledge, text: str) -> None:
    """The engine recurses over a query; with the usual stack of 8 MB some of these ended the process."""
    with suppress(LimitReached):
        run_text(tiny, text, Limits(rows=1, seconds=2))


def test_queries_from_several_threads_do_not_disturb_each_other(tiny: Knowledge) -> None:
    found: list[int] = []

    def ask() -> None:
        found.extend(len(run_text(tiny, "SELECT ?v { ?v a kg:Variable }").rows) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [len(tiny.variables())] * 80


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_every_shipped_query_runs_and_so_does_each_of_its_examples(shipped: Knowledge, query: Query) -> None:
    table = run(shipped, query)
    assert table.columns == tuple(column.name for column in query.columns)
    assert table.complete
    examples = {parameter.name: parameter.example for parameter in query.parameters if parameter.example}
    assert run(shipped, query, examples).complete


def test_a_syntax_error_names_what_was_expected_and_not_half_of_unicode(tiny: Knowledge) -> None:
    with pytest.raises(QuerySyntaxError) as refusal:
        run_text(tiny, "SELECT ?x WHERE { ?x a")
    assert "expected one of" in refusal.value.message
    assert "\\u" not in refusal.value.message
    assert len(refusal.value.message) < 200
