"""Is the knowledge in order? What the gates are: `kgraph.validation`."""

from __future__ import annotations

from kgraph.errors import KnowledgeError
from kgraph.validation import Report, check, format_turtle

__all__ = ["Report", "check", "formatted"]


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
