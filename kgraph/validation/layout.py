"""The one layout of Turtle files: the same triples are always the same text. How they are written: `turtle_writer.py`.

The look is that of rdflib's ``longturtle``: one value a line, ``PREFIX`` lines sorted, a full stop on a line of its own, made
for diffs. Four things are our own, and they are why kgraph writes it itself: subjects are in natural order (``.e2`` before
``.e10``, evidence right after its claim) instead of by how often they are referred to; a number keeps the form in which it was
written; blank nodes are in the order of what they hold, so that the text is always the same; no line ends in a space.
"""

from __future__ import annotations

import re

from pyoxigraph import RdfFormat, parse

from kgraph.errors import KnowledgeError, TurtleSyntaxError
from kgraph.validation.turtle_writer import TurtleWriter

_MOST_QUOTED = 500
# What can hold a '#' that opens no comment, and the comments themselves.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\s]*>"
    r"|\\."
    r"|#[^\n]*",
    re.DOTALL,
)


def format_turtle(text: str) -> str:
    """A Turtle text in the common layout.

    Parameters
    ----------
    text : str
        A whole file. Comment lines before anything else are its head, and stay.

    Returns
    -------
    str
        The same triples: head, prefixes that are used, subjects sorted. Formatting it again changes nothing.

    Raises
    ------
    TurtleSyntaxError
        The text breaks the grammar; `where` is ``line:column``.
    KnowledgeError
        A comment stands below the head, where it would be lost; or the text quotes triples.

    Examples
    --------
    >>> print(format_turtle('PREFIX e: <https://w3id.org/kgraph/entity/> e:ketamine a <https://w3id.org/kgraph/schema#Drug> .'))
    PREFIX ent: <https://w3id.org/kgraph/entity/>
    PREFIX kg: <https://w3id.org/kgraph/schema#>
    <BLANKLINE>
    ent:ketamine
        a kg:Drug ;
    .
    <BLANKLINE>
    """
    if text.count("<<(") > _MOST_QUOTED:  # the parser recurses on these, and would end the process
        raise KnowledgeError("the file quotes triples in triples (RDF-star)", remedy="say it with a claim, which has an IRI of its own")
    parser = parse(text, RdfFormat.TURTLE)
    try:
        quads = list(parser)
    except SyntaxError as error:
        what = error.msg.partition(": ")[2] or error.msg
        raise TurtleSyntaxError(
            what, where=f"{error.lineno or 1}:{error.offset or 1}", remedy="mend the text at or before this place"
        ) from None
    head = _head(text)
    _refuse_comments(text, sum(line.startswith("#") for line in head))
    writer = TurtleWriter(quads, dict(parser.prefixes))
    blocks = writer.blocks()
    parts = ["\n".join(head), "\n".join(writer.declarations()), *blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def is_formatted(text: str) -> bool:
    """Whether a Turtle text is in the common layout; raises what `format_turtle` raises."""
    return format_turtle(text) == text


def _head(text: str) -> list[str]:
    """The comment lines that open the file, without the empty lines around them."""
    head: list[str] = []
    for line in text.removeprefix("\ufeff").split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        head.append(line.strip())
    return "\n".join(head).strip("\n").split("\n")


def _refuse_comments(text: str, of_head: int) -> None:
    """The layout keeps no comment inside a file, and silence would lose the words of whoever wrote it."""
    comments = [token.start() for token in _TOKEN.finditer(text) if token.group().startswith("#")]
    if len(comments) > of_head:
        place = comments[of_head]
        line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
        raise KnowledgeError(
            "a comment stands below the head of the file, and the layout would lose it",
            where=f"{line}:{column}",
            remedy="move it to the lines at the very top, or say it with rdfs:comment",
        )
