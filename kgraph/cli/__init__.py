"""The command line: arguments in, one question, one view out, an exit code.

One file a family of commands; what they share is in `settings` (options and environment), `output` (stdout, stderr,
files) and `refusals` (errors and exit codes).
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : sequence of str
        The words after ``kgraph``.

    Returns
    -------
    int
        0 answered; 1 the answer is no; 2 usage; 3 data or name not found or unreadable; 4 a limit was reached;
        130 interrupted.
    """
    from kgraph.cli.application import answer

    return answer(arguments)
