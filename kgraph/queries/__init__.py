"""SPARQL: the library of questions, and any other query, read-only and within limits.

`list_queries` and `find_query` read the library, `run` answers one of its questions, `run_text` any text.
"""

from kgraph.queries.library import Column, Parameter, Query, find_query, list_queries, read_query
from kgraph.queries.limits import Limits
from kgraph.queries.running import run, run_text
from kgraph.queries.table import Cell, Row, Rows, Table

__all__ = [
    "Cell",
    "Column",
    "Limits",
    "Parameter",
    "Query",
    "Row",
    "Rows",
    "Table",
    "find_query",
    "list_queries",
    "read_query",
    "run",
    "run_text",
]
