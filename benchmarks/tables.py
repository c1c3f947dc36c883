"""How long a link table of a million rows takes to load, and how much memory, beside its peers. Prints tables; judges nothing.

Each job runs in a process of its own, three times in turn; the median counts. Peers: reading the same rows with `csv` and
keeping nothing, keeping them as tuples, and networkx. ``python benchmarks/tables.py [ROWS]``.
"""

from __future__ import annotations

import csv
import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

ROWS = 1_000_000
RUNS = 3
_HEAD = "import re, sys, time; path = sys.argv[1]; "
_TAIL = (
    "; spent = time.perf_counter() - begun; print(spent, int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) / 1024)"
)
_KGRAPH = "from pathlib import Path; from kgraph.store import load, signed_arrays; from kgraph.reasoning import SignedGraph; "
_BEGIN = "begun = time.perf_counter(); "

JOBS: dict[str, tuple[str, str]] = {
    "csv, kept nowhere (the floor)": (
        "tsv",
        f"import csv; {_BEGIN}[None for row in csv.reader(open(path, newline=''), delimiter='\\t') if not row]",
    ),
    "csv, kept as tuples": ("tsv", f"import csv; {_BEGIN}kept = list(map(tuple, csv.reader(open(path, newline=''), delimiter='\\t')))"),
    "kgraph, tsv": ("tsv", f"{_KGRAPH}{_BEGIN}table = load(Path(path))"),
    "kgraph, tsv, with the reasoning graph": ("tsv", f"{_KGRAPH}{_BEGIN}graph = SignedGraph(*signed_arrays(load(Path(path))))"),
    "kgraph, tsv with four more columns": ("wide.tsv", f"{_KGRAPH}{_BEGIN}table = load(Path(path))"),
    "kgraph, sif": ("sif", f"{_KGRAPH}{_BEGIN}table = load(Path(path))"),
    "kgraph, json": ("json", f"{_KGRAPH}{_BEGIN}table = load(Path(path))"),
    "kgraph, graphml": ("graphml", f"{_KGRAPH}{_BEGIN}table = load(Path(path))"),
    "networkx, read_edgelist": (
        "edges",
        f"import networkx as nx; {_BEGIN}nx.read_edgelist(path, delimiter='\\t', create_using=nx.MultiDiGraph, data=[('sign', str)])",
    ),
    "networkx, node_link_graph": (
        "json",
        f"import json, networkx as nx; {_BEGIN}nx.node_link_graph(json.load(open(path)), directed=True, multigraph=True, edges='edges')",
    ),
    "networkx, read_graphml": ("graphml", f"import networkx; {_BEGIN}graph = networkx.read_graphml(path)"),
}


def write_all(folder: Path, rows: int) -> None:
    """The same links, shuffled, in every format that a job reads."""
    from benchmarks.graphs import chung_lu

    links = [(f"variable {subject}", sign, f"variable {target}") for subject, target, sign in chung_lu(rows)]
    random.Random(1).shuffle(links)
    wide = (
        (*link, f"pubmed:{n % 997 + 1}", "review" if n % 3 else "background", f"species {n % 4}", n % 100 / 100)
        for n, link in enumerate(links)
    )
    header = ("subject", "predicate", "object")
    writers: dict[str, Callable[[Any], None]] = {
        "tsv": lambda writer: writer.writerows([header, *links]),
        "wide.tsv": lambda writer: writer.writerows([(*header, "reference", "layer", "species", "score"), *wide]),
        "sif": lambda writer: writer.writerows(links),
        "edges": lambda writer: writer.writerows((subject, target, sign) for subject, sign, target in links),
    }
    for suffix, write in writers.items():
        with (folder / f"graph.{suffix}").open("w", encoding="utf-8", newline="") as stream:
            write(csv.writer(stream, delimiter="\t", lineterminator="\n"))
    names = sorted({end for subject, _, target in links for end in (subject, target)})
    edges = [{"source": subject, "target": target, "sign": sign} for subject, sign, target in links]
    (folder / "graph.json").write_text(json.dumps({"nodes": [{"id": name} for name in names], "edges": edges}), encoding="utf-8")
    with (folder / "graph.graphml").open("w", encoding="utf-8") as stream:
        stream.write(
            '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="s" for="edge" attr.name="sign" attr.type="string"/>\n'
        )
        stream.write('<graph edgedefault="directed">\n')
        stream.writelines(f'<node id="{name}"/>\n' for name in names)
        stream.writelines(
            f'<edge source="{subject}" target="{target}"><data key="s">{sign}</data></edge>\n' for subject, sign, target in links
        )
        stream.write("</graph></graphml>\n")


def one_run(job: str, folder: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one job."""
    suffix, body = JOBS[job]
    house = str(Path(__file__).resolve().parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", _HEAD + body + _TAIL, str(folder / f"graph.{suffix}")],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": house, "PATH": ""},
    )
    if done.returncode:
        raise SystemExit(f"{job}: {done.stderr}")
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def main() -> None:
    """Runs every job and prints seconds, ratios to the floor, and peak memory (Linux only)."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_all(folder, rows)
        found: dict[str, list[tuple[float, float]]] = {job: [] for job in JOBS}
        for _ in range(RUNS):
            for job in JOBS:
                found[job].append(one_run(job, folder))
    floor = statistics.median(seconds for seconds, _ in found["csv, kept nowhere (the floor)"])
    print(f"{rows:,} rows\n\n| job | median s | x csv alone | peak MB |\n|---|---|---|---|")
    for job, runs in found.items():
        seconds = statistics.median(one for one, _ in runs)
        print(f"| {job} | {seconds:.2f} | {seconds / floor:.1f} | {statistics.median(most for _, most in runs):.0f} |")


if __name__ == "__main__":
    main()
