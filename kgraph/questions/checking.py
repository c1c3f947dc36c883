"""Is the knowledge in order? What the gates are: `kgraph.validation`."""

from __future__ import annotations

from pathlib import Path

from kgraph.errors import InvalidValue, KnowledgeError
from kgraph.store import is_table
from kgraph.validation import GATES, Report, format_turtle
from kgraph.validation import check as check_rdf

__all__ = ["Report", "check", "formatted"]


def check(data: Path | None = None, *, source: Path | None = None, of: str = "ref:review", gates: tuple[str, ...] = GATES) -> Report:
    """Find everything wrong with the knowledge, and say how to mend it.

    Parameters
    ----------
    data : Path, optional
        A file or folder of RDF, or a link table; ``None`` for the knowledge that ships with kgraph.
    source : Path, optional
        The text of the source, to check places and numbers against.
    of : str
        Which source that is.
    gates : tuple of str
        Which gates to run. A link table has the gate of syntax only: it declares no terms that shapes could hold.

    Returns
    -------
    Report

    Raises
    ------
    KnowledgeError
        There is nothing to read.
    InvalidValue
        An unknown gate, or a source given for a link table, which points nowhere.
    """
    if data is None or not is_table(data):
        return check_rdf(data, source=source, of=of, gates=gates)
    if source is not None:
        raise InvalidValue("a link table has no locators", where=str(data), remedy="leave --source out")
    from kgraph.store.table_reading import table_findings

    findings, links = table_findings(data)
    return Report(findings=findings, gates=("syntax",), files=(str(data),), entries=links)


def formatted(text: str, *, where: str = "") -> str:
    """A Turtle text in the common layout.

    Parameters
    ----------
    text : str
        The text of a file.
    where : str
        The name of the file, for errors.

    Raises
    ------
    TurtleSyntaxError, KnowledgeError
        The text does not parse, or has comments that would be lost.
    """
    try:
        return format_turtle(text)
    except KnowledgeError as error:
        error.where = ":".join(part for part in (where, error.where) if part)
        raise
