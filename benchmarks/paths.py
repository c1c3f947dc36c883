"""Signed paths, cuts and what-if beside networkx and, where it is installed, INDRA: same graph, same pairs, same answers, one run.

Run ``python -m benchmarks.paths [LINKS…]`` from the root; 10,000, 100,000 and 1,000,000 links unless told. Each size of each kind of
graph has a process of its own. It judges nothing, but it stops when two answers differ. Memory: `memory.py`.

No pair of variables has two links of opposite sign here, so that graphs without signs have the same paths.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import islice
from typing import Any

import networkx

from benchmarks.graphs import GRAPHS
from kgraph.model import Change, Sign
from kgraph.reasoning import Action, Intervention, PathSearch, SignedGraph, cuts, necessary, signed_paths, what_if

PAIRS, FEW_PAIRS, SHORTEST, NEAR, FAR = 20, 5, 10, 4, 6
SIZES = ("10000", "100000", "1000000")
Rows = dict[tuple[str, str], Sign]
Pairs = list[tuple[str, str]]


def main() -> None:
    """Prints one table a graph."""
    if sys.argv[1:2] == ["--one"]:
        compare(sys.argv[2], int(sys.argv[3]))
        return
    for links in sys.argv[1:] or SIZES:
        for kind in GRAPHS:
            subprocess.run([sys.executable, "-m", "benchmarks.paths", "--one", kind, links], check=True)


def compare(kind: str, links: int) -> None:
    """One graph: builds it in every library, then asks the same of each."""
    rows = {(f"v{s}", f"v{o}"): Sign.of(sign) for s, o, sign in GRAPHS[kind](links)}
    built, graph = timed(lambda: SignedGraph.from_links((s, o, sign) for (s, o), sign in rows.items()))
    built_peer, plain = timed(lambda: networkx.DiGraph(list(rows)))
    built_indra, signed = timed(lambda: doubled(rows))
    pairs = pick(plain)
    print(f"\n{kind}, {len(rows)} links, {plain.number_of_nodes()} variables, {len(pairs)} pairs; medians in ms\n")
    print("| job | kgraph | networkx | networkx / kgraph | INDRA | INDRA / kgraph |\n|---|---|---|---|---|---|", flush=True)
    tell("build from links", built, built_peer, built_indra)
    tell(
        "the first question (numba is loaded, arrays are made)",
        timed(lambda: signed_paths(graph, [pairs[0][0]], [pairs[0][1]], limit=1))[0],
    )
    warm(graph, pairs)
    chains(graph, signed, pairs, NEAR)
    chains(graph, signed, pairs, FAR)
    busy = pick(plain, busy=True)
    chains(graph, signed, busy, NEAR, "busy ")
    shortest(graph, plain, signed, pairs)
    needed(graph, plain, pairs)
    what(graph, pairs)


def warm(graph: SignedGraph, pairs: Pairs) -> None:
    """Ask everything once, so that every compiled loop is loaded."""
    (source, target), act = pairs[0], Intervention(variable=pairs[0][0], action=Action.RAISE)
    for sign in (None, Sign.PLUS):
        list(signed_paths(graph, [source], [target], sign=sign, max_links=NEAR).paths)
        list(signed_paths(graph, [source], [target], sign=sign, limit=SHORTEST).paths)
    cuts(graph, [source], [target], limit=1)
    necessary(graph, [source], [target])
    what_if(graph, [act], targets=[target])


def chains(graph: SignedGraph, signed: Any, pairs: Pairs, cutoff: int, words: str = "") -> None:
    """All signed paths: counted, and told by name. The answers compared are the paths themselves."""
    ours = each(pairs, lambda s, t: len(signed_paths(graph, [s], [t], max_links=cutoff).paths))
    told = each(pairs, lambda s, t: list(signed_paths(graph, [s], [t], max_links=cutoff).paths))
    few = pairs[:FEW_PAIRS]
    theirs = each(few, lambda s, t: list(networkx.all_simple_paths(signed, (s, 0), [(t, 0), (t, 1)], cutoff=cutoff)))
    agree(spelled(told[: len(few)]), [proper(found) for _, found in theirs])
    best, wide = None, None
    if find_spec("indra") is not None:
        from indra.explanation.pathfinding.pathfinding import bfs_search, simple_paths_with_constraints  # type: ignore[import-not-found]

        def constrained(s: str, t: str) -> list[Any]:
            return [
                p for end in (0, 1)
                for p in simple_paths_with_constraints(signed, (s, 0), (t, end), cutoff=cutoff, allow_shorter=True)
            ]  # fmt: skip

        def breadth_first(s: str, t: str) -> list[Any]:
            limits = {"depth_limit": cutoff, "max_per_node": 10**9, "max_memory": 2**40}
            return [p for end in (0, 1) for p in bfs_search(signed, (s, 0), sign=end, **limits) if p[-1][0] == t]

        best = each(few, constrained)
        agree(spelled(told[: len(few)]), [proper(found) for _, found in best])
        if cutoff == NEAR and not (words and len(signed) > 200_000):
            wide = each(few, breadth_first)
            agree(spelled(told[: len(few)]), [proper(found) for _, found in wide])
    job = f"all signed paths of at most {cutoff} links"
    mine = ours[: len(few)]
    tell(f"{job}, first {len(few)} {words}pairs ({sum(count for _, count in mine)} paths)", mine, theirs, best)
    tell("the same, sum over these pairs", total(mine), total(theirs), total(best))
    if wide is not None:
        tell("the same, sum, with INDRA's search that knows signs", total(mine), None, total(wide))
    tell(f"{job}, all {words}pairs ({sum(count for _, count in ours)} paths)", ours)
    tell("the same, every path told by name", told)


def total(timings: list[tuple[float, Any]] | None) -> float | None:
    return None if timings is None else sum(spent for spent, _ in timings)


def shortest(graph: SignedGraph, plain: Any, signed: Any, pairs: Pairs) -> None:
    """The shortest paths, told by name: of any sign, and of one sign."""
    searches: tuple[tuple[str, Sign | None, Any, Callable[[str], Any]], ...] = (
        ("of any sign", None, plain, lambda name: name),
        ("that raise", Sign.PLUS, signed, lambda name: (name, 0)),
    )
    for words, sign, peer, named in searches:
        ours = each(pairs, lambda s, t, sign=sign: lengths(signed_paths(graph, [s], [t], sign=sign, limit=SHORTEST)))
        reached = [pair for pair, (_, found) in zip(pairs, ours, strict=True) if len(found) == SHORTEST]
        ours = [one for one in ours if len(one[1]) == SHORTEST]
        theirs = each(reached, lambda s, t, peer=peer, named=named: first_of(networkx.shortest_simple_paths(peer, named(s), named(t))))
        agree([found for _, found in ours], [found for _, found in theirs])
        indra = None
        if find_spec("indra") is not None:
            from indra.explanation.pathfinding import shortest_simple_paths  # type: ignore[import-not-found]

            indra = each(reached, lambda s, t, peer=peer, named=named: first_of(shortest_simple_paths(peer, named(s), named(t))))
            agree([found for _, found in ours], [found for _, found in indra])
        tell(f"{SHORTEST} shortest signed paths {words}, {len(reached)} pairs", ours, theirs, indra)


def needed(graph: SignedGraph, plain: Any, pairs: Pairs) -> None:
    """What every chain passes, and the smallest cuts."""
    some = pairs[: 2 if len(plain) > 100_000 else FEW_PAIRS]
    ours = each(some, lambda s, t: list(necessary(graph, [s], [t]).variables))
    theirs = each(some, lambda s, t: dominators(plain, s, t))
    agree([found for _, found in ours], [found for _, found in theirs])
    tell("necessary variables of a pair (networkx: all dominators of its source)", ours, theirs)
    tell("the same, all pairs", each(pairs, lambda s, t: necessary(graph, [s], [t])))
    apart = [(s, t) for s, t in pairs if not plain.has_edge(s, t) and not plain.has_edge(t, s)]
    sizes = each(apart, lambda s, t: cuts(graph, [s], [t], limit=1).size)
    peers = None
    if len(plain) < 100_000:
        peers = each(apart[:2], lambda s, t: len(networkx.minimum_node_cut(plain, s, t)))
        agree([size for _, size in sizes[:2]], [size for _, size in peers])
    tell("a smallest cut, and whether it is the only one", sizes, peers)


def what(graph: SignedGraph, pairs: Pairs) -> None:
    """What if: no peer has it."""
    acts = [(Intervention(variable=s, action=Action.RAISE), t) for s, t in pairs]
    one = [timed(lambda act=act, t=t: what_if(graph, [act], targets=[t])) for act, t in acts]
    tell("what if one variable is raised: one target", one)
    tell("the same: the slowest pair", max(spent for spent, _ in one))
    spent, answer = timed(lambda: what_if(graph, [acts[0][0]]))
    open_ = sum(prediction.change is Change.UNDETERMINED for prediction in answer.predictions)
    tell(f"the same: all {len(answer.predictions)} variables that are reached ({open_} undetermined)", spent)


def doubled(rows: Rows) -> Any:
    """The graph over (variable, sign so far) that INDRA searches."""
    graph: networkx.DiGraph[tuple[str, int]] = networkx.DiGraph()
    for (subject, target), sign in rows.items():
        for state in (0, 1):
            graph.add_edge((subject, state), (target, state ^ int(sign is Sign.MINUS)), belief=0.5)
    graph.add_nodes_from([(name, state) for name, _ in list(graph) for state in (0, 1)])
    return graph


def pick(graph: Any, *, busy: bool = False) -> Pairs:
    """Pairs, always the same: a variable and one of those at two to four links from it. Any variables; or `busy` ones, which are drawn
    by their links, as drugs and effects that people ask about have many.
    """
    chance = random.Random(11)
    nodes, links = sorted(graph), sorted(graph.edges())
    pairs: Pairs = []
    while len(pairs) < PAIRS:
        if busy:
            source, target = chance.choice(links)[0], chance.choice(links)[1]
            if source != target and networkx.has_path(graph, source, target):
                pairs += [(source, target)] if 2 <= networkx.shortest_path_length(graph, source, target) <= NEAR else []
            continue
        source = chance.choice(nodes)
        near = networkx.single_source_shortest_path_length(graph, source, cutoff=NEAR)
        far = sorted(name for name, links in near.items() if links >= 2)
        if far:
            pairs.append((source, chance.choice(far)))
    return pairs


def each(pairs: Pairs, job: Callable[[str, str], Any]) -> list[tuple[float, Any]]:
    """Milliseconds and answer for every pair."""
    return [timed(lambda pair=pair: job(*pair)) for pair in pairs]


def timed(job: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds and the answer; the best of three times for what takes less than a fifth of a second, whoever does it."""
    best, answer = once(job)
    for _ in range(2 if best < 200 else 0):
        best = min(best, once(job)[0])
    return best, answer


def once(job: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds and the answer of one time."""
    begun = time.perf_counter()
    answer = job()
    return (time.perf_counter() - begun) * 1000, answer


def spelled(told: list[tuple[float, Any]]) -> list[list[tuple[str, ...]]]:
    """Our paths as sorted lists of names and the sign."""
    return [
        sorted((path[0][0], *(step[1] for step in path), Sign.product(step[2] for step in path).value) for path in found)
        for _, found in told
    ]


def proper(found: list[Any]) -> list[tuple[str, ...]]:
    """Their walks over (variable, sign) that repeat no variable, likewise."""
    paths = ((*(name for name, _ in path), "-" if path[-1][1] else "+") for path in found)
    return sorted(path for path in paths if len(set(path)) == len(path))


def lengths(found: PathSearch) -> list[int]:
    return [len(path) for path in list(found.paths)]


def first_of(paths: Iterator[list[Any]]) -> list[int]:
    """The lengths of the first paths that repeat no variable."""
    simple = (path for path in paths if not isinstance(path[0], tuple) or len({name for name, _ in path}) == len(path))
    return [len(path) - 1 for path in islice(simple, SHORTEST)]


def dominators(graph: Any, source: str, target: str) -> list[str]:
    parents = networkx.immediate_dominators(graph, source)
    inside: list[str] = []
    while (target := parents[target]) not in (source, None):
        inside.append(target)
    return inside[::-1]


def agree(ours: list[Any], theirs: list[Any]) -> None:
    if ours != theirs:
        raise SystemExit(f"the answers differ: {ours} and {theirs}")


def tell(job: str, ours: Any, peer: Any = None, indra: Any = None) -> None:
    """One row; a list of timings is told by its median."""
    mine, *others = (statistics.median(spent for spent, _ in value) if isinstance(value, list) else value for value in (ours, peer, indra))
    cells = [f"{mine:.3f}"]
    for other in others:
        cells += ["", ""] if other is None else [f"{other:.2f}", f"{other / mine:.3g}"]
    print(f"| {job} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
