"""Every error that kgraph raises on purpose, as one tree.

::

    KgraphError                        message, where, remedy
    ├── InvalidValue                   a value that cannot exist
    ├── KnowledgeError                 the files are wrong
    │   ├── TurtleSyntaxError          path, line, column, what was expected
    │   ├── UnknownPredicate           nearest known ones
    │   └── FindingsError              carries the findings
    ├── LookupFailed
    │   ├── EntityNotFound             near names
    │   ├── AmbiguousName              candidates
    │   └── QueryNotFound              near names
    ├── QueryError
    │   ├── MissingParameter
    │   ├── UnknownParameter
    │   ├── QuerySyntaxError           line, column
    │   ├── QueryRefused               not read-only
    │   └── LimitReached               which limit
    └── ExchangeError                  a file that cannot be read or written

A caller that catches :class:`KgraphError` has caught everything that bad input can cause; any other exception is a bug.
"""

from __future__ import annotations

from collections.abc import Sequence


class KgraphError(Exception):
    """The base of the tree.

    Parameters
    ----------
    message : str
        What is wrong, in one sentence.
    where : str
        The place: a file and line, a claim, a parameter. Empty when there is none.
    remedy : str
        How to mend it. Empty when nothing sensible can be advised.
    """

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  mend: {self.remedy}" if self.remedy else ""
        return f"{place}{self.message}{advice}"


class InvalidValue(KgraphError):
    """A value that cannot exist, such as a sign called ``*``."""


class KnowledgeError(KgraphError):
    """The knowledge files are wrong, missing or unreadable."""


class TurtleSyntaxError(KnowledgeError):
    """An RDF file that does not parse; ``where`` is ``file:line:column``."""


class UnknownPredicate(KnowledgeError):
    """A causal claim whose predicate has no sign in the vocabulary."""


class FindingsError(KnowledgeError):
    """The knowledge parses but breaks the shapes or the rules of sense.

    Attributes
    ----------
    findings : tuple
        The findings (`kgraph.model.Finding`), all of them.
    """

    def __init__(self, message: str, *, findings: Sequence[object], where: str = "", remedy: str = "") -> None:
        super().__init__(message, where=where, remedy=remedy)
        self.findings = tuple(findings)


class LookupFailed(KgraphError):
    """A name that does not lead to exactly one thing.

    Attributes
    ----------
    candidates : tuple of str
        Near names, or the things that share the name, best first.
    """

    def __init__(self, message: str, *, candidates: Sequence[str] = (), where: str = "", remedy: str = "") -> None:
        super().__init__(message, where=where, remedy=remedy)
        self.candidates = tuple(candidates)


class EntityNotFound(LookupFailed):
    """No entity, variable, claim, mechanism or source has this name."""


class AmbiguousName(LookupFailed):
    """Several things have this name; kgraph never guesses."""


class QueryNotFound(LookupFailed):
    """No shipped query has this name."""


class QueryError(KgraphError):
    """A query that cannot be run as asked."""


class MissingParameter(QueryError):
    """A shipped query was run without a parameter that it needs."""


class UnknownParameter(QueryError):
    """A shipped query was given a parameter that it does not have."""


class QuerySyntaxError(QueryError):
    """SPARQL that does not parse; ``where`` is ``line:column``."""


class QueryRefused(QueryError):
    """A query that would write, or reach outside the data."""


class LimitReached(QueryError):
    """A time, row or size limit stopped the work; the message names it."""


class ExchangeError(KgraphError):
    """A file of another format, or an output, that cannot be read or written."""
