"""What an error means to the shell: its exit code and its words."""

from __future__ import annotations

from kgraph.errors import InvalidValue, KgraphError, LimitReached, QueryError

ANSWERED = 0
NO = 1
USAGE = 2
UNREADABLE = 3
LIMIT = 4
INTERRUPTED = 130


def code_of(error: KgraphError) -> int:
    """The exit code of an error: 4 for a limit, 2 for a question asked wrongly, 3 for data or a name that is not there."""
    if isinstance(error, LimitReached):
        return LIMIT
    return USAGE if isinstance(error, (QueryError, InvalidValue)) else UNREADABLE
