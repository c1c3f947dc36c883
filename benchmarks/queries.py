"""SPARQL through kgraph beside raw rdflib and raw pyoxigraph, on one graph, in one run, answers compared. Prints tables; judges nothing.

Run ``python -m benchmarks.queries [CLAIMS]`` from the root of the project; 10,000 claims (about 120,000 triples) unless told.
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pyoxigraph
import rdflib

from benchmarks.graphs import KG, write
from kgraph.queries import run_text
from kgraph.store import load

PREFIX = f"PREFIX kg: <{KG}> PREFIX var: <https://w3id.org/kgraph/variable/> PREFIX claim: <https://w3id.org/kgraph/claim/> "
QUESTIONS = {
    "ASK a claim": "ASK { claim:c17 a kg:Claim }",
    "claim with evidence": "SELECT ?p ?e ?r { claim:c17 kg:predicate ?p ; kg:evidence ?e . ?e kg:reference ?r }",
    "claims per reference": "SELECT ?r (COUNT(?c) AS ?n) { ?c kg:evidence/kg:reference ?r } GROUP BY ?r",
    "three hops": (
        "SELECT DISTINCT ?z { ?a kg:object ?x ; kg:subject var:v3 . ?b kg:subject ?x ; kg:object ?y . ?c kg:subject ?y ; kg:object ?z }"
    ),
    "everything": "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 20000",
}
RUNS = 7
Made = TypeVar("Made")


def median_ms(job: Callable[[], int]) -> tuple[float, int]:
    """The median time of one call in milliseconds, and what it counted."""
    times, found = [], job()
    for _ in range(RUNS):
        gc.collect()
        begun = time.perf_counter()
        job()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000, found


def memory_mib() -> float:
    """The most memory this process has held, in MiB (Linux counts KiB, macOS bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def timed(job: Callable[[], Made]) -> tuple[float, Made]:
    begun = time.perf_counter()
    made = job()
    return time.perf_counter() - begun, made


def rows_of(answer: object) -> int:
    """How many rows an answer of any engine has; a boolean counts as itself."""
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return int(bool(answer))
    rows = list(answer)  # type: ignore[call-overload]
    return int(rows[0]) if rows and isinstance(rows[0], bool) else len(rows)


def main() -> None:
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "graph.nt", claims)
        began = memory_mib()
        store = pyoxigraph.Store()
        raw_load, _ = timed(lambda: store.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES))
        raw_memory = memory_mib()
        our_load, knowledge = timed(lambda: load(path))
        our_memory = memory_mib()
        graph = rdflib.Graph()
        rdflib_load, _ = timed(lambda: graph.parse(path, format="nt"))
        rdflib_memory = memory_mib()
    print(f"{claims} claims, {len(store)} triples\n\n| | load s | x pyoxigraph | peak memory grew by MiB |\n|---|---|---|---|")
    for name, spent, grew in (
        ("pyoxigraph", raw_load, raw_memory - began),
        ("kgraph (graphs by layer, direct triples, names)", our_load, our_memory - raw_memory),
        ("rdflib", rdflib_load, rdflib_memory - our_memory),
    ):
        print(f"| {name} | {spent:.2f} | {spent / raw_load:.1f} | {grew:.0f} |")
    head = ("question", "rows", "rdflib ms", "pyoxigraph ms", "kgraph ms", "kgraph x pyoxigraph", "rdflib x kgraph")
    print(f"\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for name, text in QUESTIONS.items():
        whole = PREFIX + text
        slow, first = median_ms(lambda whole=whole: rows_of(graph.query(whole)))  # type: ignore[misc]
        raw, second = median_ms(lambda whole=whole: rows_of(store.query(whole)))  # type: ignore[misc]
        ours, third = median_ms(lambda whole=whole: _count(run_text(knowledge, whole)))  # type: ignore[misc]
        if name != "everything" and not first == second == third:
            raise SystemExit(f"the engines disagree on '{name}': {first}, {second}, {third}")
        print(f"| {name} | {third} | {slow:.2f} | {raw:.3f} | {ours:.3f} | {ours / raw:.1f} | {slow / ours:.0f} |")


def _count(table: object) -> int:
    rows = table.rows  # type: ignore[attr-defined]
    if table.columns == ("answer",):  # type: ignore[attr-defined]
        return int(rows[0][0].value == "true")
    return len(rows)


if __name__ == "__main__":
    main()
