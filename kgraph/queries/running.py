"""Runs queries on the engine: read-only, parameters bound, within limits. What may run at all: `form.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store, Variable

from kgraph.errors import LimitReached, QueryError, QuerySyntaxError
from kgraph.queries.binding import bind
from kgraph.queries.form import Form, judge
from kgraph.queries.library import Query
from kgraph.queries.limits import RUNNER, Limits, Task
from kgraph.queries.table import RdfTerm, Rows, Table
from kgraph.store import Knowledge

DEFAULT = Limits()
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_TRIPLE = ("subject", "predicate", "object")


def run(knowledge: Knowledge, query: Query, arguments: Mapping[str, str] | None = None, limits: Limits = DEFAULT) -> Table:
    """The answer to a question of the library.

    Parameters
    ----------
    knowledge : Knowledge
        The graph; a query sees the union of its layers, direct triples and terms.
    query : Query
        From `list_queries`, `find_query` or `read_query`.
    arguments : mapping of str to str, optional
        Values of parameters, by name.
    limits : Limits
        On rows, time and memory.

    Returns
    -------
    Table
        With the columns that the header declares, in that order; all that the query projects where it declares none.

    Raises
    ------
    UnknownParameter, MissingParameter, QueryError
        Arguments that do not fit.
    QuerySyntaxError, QueryRefused, LimitReached
        As `run_text`.
    """
    return _answer(knowledge.engine, query.text, bind(query, arguments or {}), limits, [column.name for column in query.columns])


def run_text(knowledge: Knowledge, sparql: str, limits: Limits = DEFAULT) -> Table:
    """The answer to any SPARQL query, read-only.

    ``ASK`` gives one row with the column ``answer``; ``CONSTRUCT`` and ``DESCRIBE`` give the columns ``subject``,
    ``predicate`` and ``object``. Known prefixes that the text does not declare are supplied.

    Raises
    ------
    QuerySyntaxError
        The text does not parse; `where` is ``line:column``.
    QueryRefused
        The text would write, or reach outside the data.
    LimitReached
        A limit was reached before the first row. When rows were found the table holds them, with `complete` false.

    Notes
    -----
    Within 1.2 times the engine's own time from about half a millisecond up; below, some 50 microseconds are spent on being
    able to stop (see `limits.Runner`). Without limits of time and memory they are saved.
    """
    return _answer(knowledge.engine, sparql, {}, limits, [])


def _answer(engine: Store, text: str, bound: Mapping[Variable, NamedNode | Literal], limits: Limits, wanted: list[str]) -> Table:
    form = judge(text)
    answer = _Answer(wanted)

    def work(task: Task) -> None:
        answer.fill(_evaluate(engine, text, form, bound), task, limits.rows)

    reached = RUNNER.run(Task(work=work), limits)
    if reached and not answer.rows:
        raise LimitReached(f"the limit of {reached} was reached before any answer", remedy="ask for less, or raise the limit")
    if not reached and limits.rows is not None and len(answer.rows) > limits.rows:
        reached = f"rows ({limits.rows:,})"
    rows = answer.rows[: limits.rows] if limits.rows is not None else list(answer.rows)
    return Table(columns=answer.columns, rows=Rows(rows), complete=not reached, limit=reached)


def _evaluate(
    engine: Store, text: str, form: Form, bound: Mapping[Variable, NamedNode | Literal]
) -> QuerySolutions | QueryBoolean | QueryTriples:
    try:
        return engine.query(
            text,
            prefixes=dict(form.prefixes) or None,
            use_default_graph_as_union=not form.chooses_graphs,
            substitutions=dict(bound) or None,
        )
    except SyntaxError as error:
        raise _explained(error) from None
    except RuntimeError as error:
        if "SELECT projection" in str(error):
            raise QueryError("a parameter is not among what the query selects", remedy="add the parameter to the SELECT line") from None
        raise


class _Answer:
    """Rows as they come, so that they are there when time is up."""

    def __init__(self, wanted: list[str]) -> None:
        self.columns: tuple[str, ...] = tuple(wanted)
        self.rows: list[tuple[RdfTerm | None, ...]] = []

    def fill(self, results: QuerySolutions | QueryBoolean | QueryTriples, task: Task, most: int | None) -> None:
        if isinstance(results, QueryBoolean):
            self.columns = ("answer",)
            self.rows.append((Literal(bool(results)),))
            return
        if isinstance(results, QueryTriples):
            self.columns = _TRIPLE
            self._gather((tuple(triple) for triple in results), task, most)
            return
        projected = [variable.value for variable in results.variables]
        self.columns = self.columns or tuple(projected)
        for name in self.columns:
            if name not in projected:
                raise QueryError(f"the header declares a column '{name}' that the query does not select", remedy="mend the header")
        if list(self.columns) == projected:
            self._gather((tuple(solution) for solution in results), task, most)
        else:
            places = [projected.index(name) for name in self.columns]
            self._gather((tuple(solution[at] for at in places) for solution in results), task, most)

    def _gather(self, rows: Iterator[tuple[RdfTerm | None, ...]], task: Task, most: int | None) -> None:
        for row in rows:
            self.rows.append(row)
            if task.stopped or (most is not None and len(self.rows) > most):
                return


def _explained(error: SyntaxError) -> QuerySyntaxError:
    match = _PLACE.match(error.msg)
    if match is None:
        return QuerySyntaxError(error.msg, remedy="mend the query")
    line, column, what = match.groups()
    return QuerySyntaxError(_readable(what), where=f"{line}:{column}", remedy="mend the query at this line and column")


def _readable(what: str) -> str:
    """What the parser expected, without its character classes, which name half of Unicode and help nobody."""
    head, expected, rest = what.partition("expected one of ")
    if not expected:
        return what
    bare = re.sub(r"\[(?:[^\[\]']|'[^']*')*\]", "", rest)
    words = [word.strip() for word in re.split(r",\s|\s*\|\s*\n?", bare)]
    return head + expected + ", ".join(dict.fromkeys(word for word in words if word))
