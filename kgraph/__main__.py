"""Where the program starts: answers ``--version`` before anything else is loaded, then hands over to `kgraph.cli`."""

from __future__ import annotations

import gc
import os
import sys

_LIMIT = 4
_COLLECT_AFTER = 200_000


def run() -> None:
    """Run the command line with the arguments of this process and leave with its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from kgraph import __version__

        sys.stdout.write(f"kgraph {__version__}\n")
        return
    # Most runs end before the collector has anything to collect; the usual threshold costs them six per cent.
    gc.set_threshold(_COLLECT_AFTER)
    try:
        from kgraph.cli import main

        code = main(arguments)
    except KeyboardInterrupt:
        code = 130
    if code == _LIMIT:
        # A query that was left behind still runs in its thread, and the engine would hold up a tidy end.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()
