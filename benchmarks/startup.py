"""How long a whole process takes, as a multiple of ``python -c pass`` in the same run. Prints a table; judges nothing."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "kgraph --version": [sys.executable, "-m", "kgraph", "--version"],
    "kgraph --help": [sys.executable, "-m", "kgraph", "--help"],
    "kgraph explain (warm)": [sys.executable, "-m", "kgraph", "explain", "ketamine", "antidepressant effect"],
    "kgraph query mechanisms (warm)": [sys.executable, "-m", "kgraph", "query", "mechanisms"],
    "kgraph claims (warm)": [sys.executable, "-m", "kgraph", "claims"],
    "kgraph explain (cold)": [sys.executable, "-m", "kgraph", "--no-cache", "explain", "ketamine", "antidepressant effect"],
    "import typer (peer)": [sys.executable, "-c", "import typer"],
    "import rdflib (peer)": [sys.executable, "-c", "import rdflib"],
}
TARGETS = {"kgraph --version": 5, "kgraph --help": 10, "kgraph explain (warm)": 12, "kgraph explain (cold)": 40}


def one_run(command: list[str], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    spent = time.perf_counter() - begun
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()}")
    return spent


def main() -> None:
    """Times every command in turn, RUNS times, and prints the medians and ratios."""
    with tempfile.TemporaryDirectory() as cache:
        # An installed package has its bytecode beside it; a checkout run with this variable set would compile at every start.
        bare = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {**bare, "KGRAPH_CACHE": str(Path(cache))}
        for command in COMMANDS.values():
            one_run(command, environment)
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(RUNS):
            for name, command in COMMANDS.items():
                times[name].append(one_run(command, environment))
    floor = statistics.median(times["python -c pass"])
    print("| process | median ms | x python -c pass | target |\n|---|---|---|---|")
    for name, spent in times.items():
        median = statistics.median(spent)
        target = f"<= {TARGETS[name]}" if name in TARGETS else ""
        print(f"| {name} | {median * 1000:.0f} | {median / floor:.1f} | {target} |")


if __name__ == "__main__":
    main()
