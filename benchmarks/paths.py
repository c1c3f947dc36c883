"""Signed paths beside networkx and, where it is installed, INDRA: same graph, same pairs, same answers, one run. Judges nothing.

Run ``python -m benchmarks.paths [LINKS…]`` from the root; 10,000 and 100,000 links unless told. No pair of variables has two links
of opposite sign here, so that graphs without signs have the same paths.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from itertools import islice
from typing import Any

import networkx

from benchmarks.graphs import chung_lu
from kgraph.model import Sign
from kgraph.reasoning import Action, Intervention, SignedGraph, cuts, necessary, signed_paths, what_if

PAIRS, CUTOFF, SHORTEST, INDRA_PAIRS = 20, 4, 10, 5
WORD = {"+": Sign.PLUS, "-": Sign.MINUS}


def timed(job: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds and the answer."""
    begun = time.perf_counter()
    answer = job()
    return (time.perf_counter() - begun) * 1000, answer


def main() -> None:
    """Prints one table a size."""
    for links in [int(word) for word in sys.argv[1:]] or [10_000, 100_000]:
        compare(links)


def compare(links: int) -> None:
    """One size: builds the graphs, then asks the same of each."""
    rows = {(f"v{s}", f"v{o}"): WORD[sign] for s, o, sign in chung_lu(links)}
    built, graph = timed(lambda: SignedGraph.from_links((s, o, sign) for (s, o), sign in rows.items()))
    built_peer, peer = timed(lambda: networkx.DiGraph(list(rows)))
    pairs = pick(peer)
    print(f"\n{len(rows)} links, {peer.number_of_nodes()} variables, {len(pairs)} pairs; medians in ms\n")
    print("| job | kgraph | networkx | networkx / kgraph | INDRA | INDRA / kgraph |\n|---|---|---|---|---|---|")
    tell("build from links", built, built_peer)
    every = [timed(lambda s=s, t=t: len(signed_paths(graph, [s], [t], max_links=CUTOFF).paths)) for s, t in pairs]
    peers = [timed(lambda s=s, t=t: sum(1 for _ in networkx.all_simple_paths(peer, s, t, cutoff=CUTOFF))) for s, t in pairs]
    agree([count for _, count in every], [count for _, count in peers])
    indra = indra_paths(rows, pairs, [count for _, count in every]) if find_spec("indra") is not None else None
    tell(f"all signed paths of at most {CUTOFF} links", middle(every), middle(peers), indra)
    ours = [timed(lambda s=s, t=t: lengths(signed_paths(graph, [s], [t], limit=SHORTEST).paths)) for s, t in pairs]
    peers = [timed(lambda s=s, t=t: steps(networkx.shortest_simple_paths(peer, s, t))) for s, t in pairs]
    agree([one for _, one in ours], [one for _, one in peers])
    indra = None
    if find_spec("indra") is not None:
        from indra.explanation.pathfinding import shortest_simple_paths  # type: ignore[import-not-found]

        found = [timed(lambda s=s, t=t: steps(shortest_simple_paths(peer, s, t))) for s, t in pairs]
        agree([one for _, one in ours], [one for _, one in found])
        indra = middle(found)
    tell(f"{SHORTEST} shortest signed paths", middle(ours), middle(peers), indra)
    source = pairs[0][0]
    tell("necessary variables of one pair", timed(lambda: necessary(graph, [source], [pairs[0][1]]))[0], dominators(peer, source))
    tell("one smallest cut of one pair", timed(lambda: cuts(graph, [source], [pairs[0][1]], limit=1))[0], None)
    act = [Intervention(variable=source, action=Action.RAISE)]
    tell("what if one variable is raised (one target)", timed(lambda: what_if(graph, act, targets=[pairs[0][1]], steps=200_000))[0], None)


def pick(graph: networkx.DiGraph[str]) -> list[tuple[str, str]]:
    """Pairs, always the same, between which paths of at most the cutoff exist."""
    chance = random.Random(11)
    nodes = sorted(graph)
    pairs: list[tuple[str, str]] = []
    while len(pairs) < PAIRS:
        source, target = chance.choice(nodes), chance.choice(nodes)
        if source == target:
            continue
        try:
            near = networkx.shortest_path_length(graph, source, target)
        except networkx.NetworkXNoPath:
            continue
        if 2 <= near <= CUTOFF:
            pairs.append((source, target))
    return pairs


def indra_paths(rows: dict[tuple[str, str], Sign], pairs: list[tuple[str, str]], expected: list[int]) -> float:
    """INDRA's search over (variable, sign); what it finds that repeats no variable must be as many as ours. The first pairs only."""
    from indra.explanation.pathfinding import bfs_search  # type: ignore[import-not-found, import-untyped, unused-ignore]

    signed: networkx.DiGraph[tuple[str, int]] = networkx.DiGraph()
    for (subject, target), sign in rows.items():
        for state in (0, 1):
            signed.add_edge((subject, state), (target, state ^ int(sign is Sign.MINUS)), belief=0.5)
    networkx.set_node_attributes(signed, "variable", "ns")
    few = pairs[:INDRA_PAIRS]
    for source, _ in few:
        signed.add_node((source, 0), ns="variable")

    def count(source: str, target: str) -> int:
        found = bfs_search(signed, (source, 0), depth_limit=CUTOFF, max_per_node=10**9, max_memory=2**33)
        names = ([name for name, _ in path] for path in found if path[-1][0] == target)
        return sum(1 for path in names if len(set(path)) == len(path))

    timings = [timed(lambda s=s, t=t: count(s, t)) for s, t in few]
    agree(expected[: len(few)], [found for _, found in timings])
    return middle(timings)


def dominators(graph: networkx.DiGraph[str], source: str) -> float:
    return timed(lambda: networkx.immediate_dominators(graph, source))[0]


def lengths(paths: tuple[Any, ...]) -> list[int]:
    return [len(path) for path in paths]


def steps(paths: Any) -> list[int]:
    return [len(path) - 1 for path in islice(paths, SHORTEST)]


def agree(ours: list[Any], theirs: list[Any]) -> None:
    if ours != theirs:
        raise SystemExit(f"the answers differ: {ours} and {theirs}")


def middle(timings: list[tuple[float, Any]]) -> float:
    return statistics.median(spent for spent, _ in timings)


def tell(job: str, ours: float, peer: float | None, indra: float | None = None) -> None:
    cells = [f"{ours:.2f}"]
    for other in (peer, indra):
        cells += ["", ""] if other is None else [f"{other:.2f}", f"{other / ours:.0f}"]
    print(f"| {job} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
