"""Peak memory of each question about signed links, each in a fresh process, beside networkx and INDRA. Judges nothing.

Run ``python -m benchmarks.memory [LINKS…]`` from the root; 10,000, 100,000 and 1,000,000 links unless told. A process reads the names,
forgets its peak, reads the links as arrays, builds its graph, asks, and tells by how much the peak is above what it held. The
column `from_links` starts from tuples instead of arrays.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
from array import array
from importlib.util import find_spec
from pathlib import Path

from benchmarks.graphs import GRAPHS
from kgraph.model import Sign
from kgraph.reasoning import Action, Intervention, SignedGraph, cuts, necessary, signed_paths, what_if

SIZES = ("10000", "100000", "1000000")
JOBS = ("graph alone", "chains", "k shortest", "what-if", "dominators", "cuts", "all of these", "from_links", "networkx", "INDRA")
SIGNS = {1: Sign.PLUS, 2: Sign.MINUS}


def main() -> None:
    """Prints one table."""
    if sys.argv[1:2] == ["--one"]:
        print(grown(Path(sys.argv[2]), sys.argv[3]))
        return
    jobs = [job for job in JOBS if job != "INDRA" or find_spec("indra") is not None]
    print("| graph | links | variables | " + " | ".join(jobs) + " |\n|" + "---|" * (len(jobs) + 3))
    for links in sys.argv[1:] or SIZES:
        for kind in GRAPHS:
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run([sys.executable, "-c", WRITE.format(kind=kind, links=links, folder=folder)], check=True)
                names, pairs = json.loads((Path(folder) / "about.json").read_text())
                cells = []
                for job in jobs:
                    command = [sys.executable, "-m", "benchmarks.memory", "--one", folder, job]
                    spent = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
                    cells.append(f"{spent / 2**20:.1f} MiB = {spent / pairs:.0f} bytes a link")
                print(f"| {kind} | {pairs} | {names} | " + " | ".join(cells) + " |", flush=True)


WRITE = "from benchmarks.memory import write; from pathlib import Path; write('{kind}', {links}, Path('{folder}'))"


def write(kind: str, links: int, folder: Path) -> None:
    """The rows of a graph as files; in a process of its own, because making them takes more than holding them."""
    rows = {(f"v{s}", f"v{o}"): Sign.of(sign) for s, o, sign in GRAPHS[kind](links)}
    graph = SignedGraph.from_links((s, o, sign) for (s, o), sign in rows.items())
    for name in ("offsets", "objects", "masks"):
        (folder / name).write_bytes(getattr(graph, name).tobytes())
    (folder / "names").write_text("\n".join(graph.names), encoding="utf-8")
    (folder / "about.json").write_text(json.dumps([len(graph.names), len(graph.objects)]))


def grown(folder: Path, job: str) -> int:
    """By how many bytes one job raises the peak of this process."""
    names = tuple((folder / "names").read_text(encoding="utf-8").split("\n"))
    if job in ("networkx", "INDRA"):
        return peer(folder, job, names)
    warm(job)
    before = begin()
    rows = [array(code, (folder / name).read_bytes()) for code, name in (("i", "offsets"), ("i", "objects"), ("b", "masks"))]
    if job == "from_links":
        links = SignedGraph(names, *rows).links()
        SignedGraph.from_links(links)
        return peak() - before
    graph = SignedGraph(names, *rows)
    source = max(range(len(names)), key=lambda v: graph.offsets[v + 1] - graph.offsets[v])
    ask(graph, names[source], names[-1] if source != len(names) - 1 else names[0], job)
    return peak() - before


def ask(graph: SignedGraph, source: str, target: str, job: str) -> None:
    """One question from the variable that acts on most."""
    every = job == "all of these"
    if every or job == "chains":
        signed_paths(graph, [source], [target], max_links=4)
    if every or job == "k shortest":
        list(signed_paths(graph, [source], [target], limit=10).paths)
    if every or job == "what-if":
        what_if(graph, [Intervention(variable=source, action=Action.RAISE)], targets=[target])
    if every or job == "dominators":
        necessary(graph, [source], [target])
    if every or job == "cuts":
        cuts(graph, [source], [target], limit=1)


def warm(job: str) -> None:
    """Load numba and the compiled loops before the count begins, where the graph will need them."""
    if job not in ("graph alone", "from_links"):
        links = ((f"v{number:05}", f"v{number + 1:05}", Sign.PLUS) for number in range(50_000))
        ask(SignedGraph.from_links(links), "v00010", "v00012", "all of these")


def peer(folder: Path, job: str, names: tuple[str, ...]) -> int:
    """The same for a library that has one graph for all questions."""
    import networkx

    rows = [array(code, (folder / name).read_bytes()) for code, name in (("i", "offsets"), ("i", "objects"), ("b", "masks"))]
    links = SignedGraph(names, *rows).links()
    before = begin()
    graph: networkx.DiGraph[object] = networkx.DiGraph()
    for subject, target, sign in links:
        if job == "networkx":
            graph.add_edge(subject, target, sign=sign)
        else:
            for state in (0, 1):
                graph.add_edge((subject, state), (target, state ^ int(sign is Sign.MINUS)), belief=0.5)
    return peak() - before


def begin() -> int:
    """Forget the peak so far; returns the memory held now, in bytes (Linux)."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def peak() -> int:
    """The most memory held since, in bytes."""
    return _status("VmHWM")


def _status(row: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(row))


if __name__ == "__main__":
    main()
