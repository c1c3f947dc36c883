"""Arguments to RDF terms: what a caller gave for the parameters of a query becomes values to bind, never text to paste."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode, Variable

from kgraph.errors import MissingParameter, QueryError, UnknownParameter
from kgraph.queries.library import Parameter, Query
from kgraph.vocabulary.prefixes import STANDARD, expand

_XSD = STANDARD["xsd"]
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")


def bind(query: Query, arguments: Mapping[str, str]) -> dict[Variable, NamedNode | Literal]:
    """The values to bind, by variable.

    Parameters
    ----------
    query : Query
        What is asked.
    arguments : mapping of str to str
        Values by the name of their parameter; a default stands in where there is one.

    Raises
    ------
    UnknownParameter
        A name that the query does not have.
    MissingParameter
        A required parameter without a value.
    QueryError
        A value that is not of the type of its parameter.
    """
    known = {parameter.name for parameter in query.parameters}
    for name in arguments:
        if name not in known:
            listed = ", ".join(sorted(known)) or "none at all"
            raise UnknownParameter(f"the query '{query.name}' has no parameter '{name}'", where=query.name, remedy=f"it has {listed}")
    found: dict[Variable, NamedNode | Literal] = {}
    for parameter in query.parameters:
        text = arguments.get(parameter.name, parameter.default)
        if text:
            found[Variable(parameter.name)] = _term(parameter, text)
        elif parameter.required or parameter.name in arguments:
            hint = f"{parameter.name}={parameter.example or '...'}"
            raise MissingParameter(f"the parameter '{parameter.name}' has no value", where=query.name, remedy=f"add {hint}")
    return found


def _term(parameter: Parameter, text: str) -> NamedNode | Literal:
    if parameter.type == "iri":
        iri = expand(text)
        if not _IRI.fullmatch(iri):
            raise _misfit(parameter, text, "an id, a CURIE or an IRI")
        return NamedNode(iri)
    if parameter.type == "integer":
        if not _INTEGER.fullmatch(text):
            raise _misfit(parameter, text, "a whole number")
        return Literal(text, datatype=NamedNode(_XSD + "integer"))
    if parameter.type == "number":
        if not _NUMBER.fullmatch(text):
            raise _misfit(parameter, text, "a number")
        kind = "double" if "e" in text.lower() else "decimal" if "." in text else "integer"
        return Literal(text, datatype=NamedNode(_XSD + kind))
    if parameter.type == "lang" and not _LANGUAGE.fullmatch(text):
        raise _misfit(parameter, text, "a language such as en or zh-Hans")
    return Literal(text)


def _misfit(parameter: Parameter, text: str, wanted: str) -> QueryError:
    example = f", for example {parameter.example}" if parameter.example else ""
    return QueryError(f"'{text}' is not {wanted}", where=parameter.name, remedy=f"give {wanted}{example}")
