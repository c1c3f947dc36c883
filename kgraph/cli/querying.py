"""What ``kgraph query`` writes: the list of queries, one query described, an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kgraph.cli.output import remark, tell
from kgraph.cli.refusals import LIMIT, NO
from kgraph.errors import QueryError

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings
    from kgraph.queries import Query, Table

_SHOWN = ("name", "summary", "parameters")


def list_queries(settings: Settings) -> None:
    """Write the shipped queries with what each asks."""
    from kgraph.cli.writing import tell_list
    from kgraph.questions.querying import queries
    from kgraph.views import columns
    from kgraph.views.tables import Table

    found = queries()

    def rows() -> Table:
        languages = settings.tongue.languages
        cells = ((one.name, columns.text_in(one.summary, languages), " ".join(_sketches(one)), " ".join(one.tags)) for one in found)
        return Table(columns=("name", "summary", "parameters", "tags"), rows=tuple(cells))

    tell_list(settings, rows=rows, records=lambda: [_record(one) for one in found], shown=_SHOWN)
    remark(settings, "tip: kgraph query NAME key=value; kgraph query NAME --describe")


def describe_query(settings: Settings, name: str) -> None:
    """Write what a query asks, its parameters and columns, and its SPARQL."""
    from kgraph.queries import find_query
    from kgraph.views.tables import Format, json_text

    one = find_query(name)
    if settings.document is Format.JSON:
        tell(json_text(_record(one)))
        return
    lines = [one.summary.text(settings.tongue.languages[0]), "", one.description, "", *_parameter_lines(one), "", one.text]
    tell("\n".join(lines))


def tell_answer(settings: Settings, table: Table) -> None:
    """Write an answer, say when a limit cut it, and leave with the exit code that it deserves."""
    from kgraph.cli.writing import tell_list
    from kgraph.questions.querying import rows_of, says_no

    plain = rows_of(table)
    tell_list(settings, rows=lambda: plain, records=lambda: [dict(zip(plain.columns, row, strict=True)) for row in plain.rows])
    if not table.complete:
        remark(settings, f"not complete: the limit of {table.limit} cut the answer")
        raise typer.Exit(LIMIT)
    if says_no(table):
        raise typer.Exit(NO)


def keys_and_values(words: list[str]) -> dict[str, str]:
    """``key=value`` words as a mapping; `QueryError` for a word of another form, or a key given twice."""
    found: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise QueryError(f"'{word}' is not of the form key=value", remedy="see kgraph query NAME --describe")
        if key in found:
            raise QueryError(f"the parameter '{key}' is given twice", remedy="give it once")
        found[key] = value
    return found


def _sketches(one: Query) -> list[str]:
    return [f"{parameter.name}={parameter.default or '…'}" for parameter in one.parameters]


def _parameter_lines(one: Query) -> list[str]:
    lines = [f"  {p.name}={p.default or p.example}  {p.description}{' (required)' if p.required else ''}" for p in one.parameters]
    return ["Parameters:", *lines] if lines else ["No parameters."]


def _record(one: Query) -> dict[str, object]:
    return {
        "name": one.name,
        "summary": {"en": one.summary.en, "zh": one.summary.zh},
        "description": one.description,
        "tags": list(one.tags),
        "parameters": [
            {
                "name": p.name,
                "type": p.type,
                "default": p.default or None,
                "example": p.example or None,
                "description": p.description,
                "required": p.required,
            }
            for p in one.parameters
        ],
        "columns": [{"name": column.name, "description": column.description} for column in one.columns],
    }
