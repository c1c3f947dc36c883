"""SPARQL questions: the shipped ones by name, or any text. How they are bound, judged and run: `kgraph.queries`."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from kgraph.errors import AmbiguousName, EntityNotFound
from kgraph.model import Language, Variable
from kgraph.queries import Cell, Limits, Parameter, Query, Table, find_query, list_queries, run, run_text
from kgraph.questions.naming import resolve, resolve_term, variables_of
from kgraph.store import Knowledge
from kgraph.views import tables
from kgraph.vocabulary.prefixes import STANDARD, compact

LIMITS = Limits()
_TAGS = {Language.EN: "en", Language.ZH: "zh-Hans"}
_XSD = STANDARD["xsd"]


def queries() -> tuple[Query, ...]:
    """The shipped queries, sorted by name."""
    return list_queries()


def query(
    knowledge: Knowledge,
    name: str,
    parameters: Mapping[str, str] | None = None,
    *,
    language: Language = Language.EN,
    limits: Limits = LIMITS,
) -> Table:
    """The answer of a shipped query.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    name : str
        The name of the query.
    parameters : mapping of str to str, optional
        Values by the name of the parameter. Where a parameter is an IRI, any name that leads to one thing will do.
    language : Language
        Of labels, where the query has a parameter for it and none is given.
    limits : Limits
        On rows, time and memory.

    Returns
    -------
    Table
        In the order of the query; `complete` is false when a limit cut it.

    Raises
    ------
    QueryNotFound
        Carries near names.
    MissingParameter, UnknownParameter, QueryError
        Parameters that do not fit.
    EntityNotFound, AmbiguousName
        For a parameter whose name does not lead to one thing.
    LimitReached
        A limit was reached before the first row.
    """
    found = find_query(name)
    given = dict(parameters or {})
    for parameter in found.parameters:
        if parameter.type == "iri" and given.get(parameter.name):
            given[parameter.name] = _id_of(knowledge, parameter, given[parameter.name])
        elif parameter.type == "lang" and parameter.default:
            given.setdefault(parameter.name, _TAGS[language])
    return run(knowledge, found, given, limits)


def query_text(knowledge: Knowledge, sparql: str, *, limits: Limits = LIMITS) -> Table:
    """The answer of any SPARQL query, read-only; errors as `kgraph.queries.run_text`."""
    return run_text(knowledge, sparql, limits)


def rows_of(table: Table) -> tables.Table:
    """The answer as plain rows for a view: IRIs as ids, numbers as numbers, texts without their language."""
    return tables.Table(columns=table.columns, rows=tuple(tuple(_plain(cell) for cell in row) for row in table.rows))


def says_no(table: Table) -> bool:
    """Whether the answer is the *false* of an ``ASK``."""
    if table.columns != ("answer",) or len(table.rows) != 1:
        return False
    (cell,) = table.rows[0]
    return cell is not None and (cell.value, cell.datatype) == ("false", _XSD + "boolean")


def _id_of(knowledge: Knowledge, parameter: Parameter, text: str) -> str:
    """The id that a name leads to; where a variable is asked for, the variable of this name, or the one of the entity."""
    if ":" in text:
        return text
    if not (parameter.example or parameter.default).startswith("var:"):
        return resolve(knowledge, text).id
    with suppress(EntityNotFound):
        return resolve(knowledge, text, kinds=(Variable,)).id
    thing = resolve_term(knowledge, text)
    variables = variables_of(knowledge, thing)
    if len(variables) == 1:
        return variables[0].id
    names = tuple(f"{one.id} ({one.label.en} / {one.label.zh})" for one in variables)
    raise AmbiguousName(
        f"'{text}' has {len(variables)} variables, and the parameter '{parameter.name}' takes one",
        candidates=names,
        remedy="use one of " + "; ".join(names) if names else "name a variable",
    )


def _plain(cell: Cell | None) -> tables.Cell:
    if cell is None:
        return None
    if cell.kind == "iri":
        return compact(cell.value)
    if cell.datatype == _XSD + "integer":
        return int(cell.value)
    if cell.datatype in (_XSD + "decimal", _XSD + "double", _XSD + "float"):
        number = float(cell.value)
        # JSON has no word for these two, so they stay the texts that they are.
        return number if number - number == 0 else cell.value
    return cell.value
