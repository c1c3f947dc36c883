"""The verdict over all chains, with the chains for and against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Sign, Verdict
from kgraph.reasoning.graph import SignedGraph
from kgraph.reasoning.paths import Path, signed_paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A verdict and the chains of each sign that it rests on, shortest first.

    `complete` is false when a limit may have left out chains; the verdict then holds for the chains found, of which there is at
    least one of every sign that was met.
    """

    verdict: Verdict
    raising: tuple[Path, ...]
    lowering: tuple[Path, ...]
    unknown: tuple[Path, ...]
    complete: bool
    limit: str = ""


def path_sign(path: Path) -> Sign:
    """The product of the signs of a path's links; ``+`` for the empty path."""
    return Sign.product(step[2] for step in path)


def weigh(
    graph: SignedGraph,
    sources: Iterable[str],
    targets: Iterable[str],
    *,
    max_links: int | None = None,
    limit: int | None = None,
    seconds: float | None = None,
    steps: int | None = None,
    avoid: Iterable[str] = (),
    through: Iterable[str] = (),
    direct: bool = True,
) -> Weighed:
    """What all chains from the sources to the targets say together.

    Parameters
    ----------
    graph, sources, targets, max_links, limit, seconds, steps, avoid, through, direct
        As for `signed_paths`.

    Returns
    -------
    Weighed
        RAISES or LOWERS when all chains agree, CONFLICTED with chains of both signs, UNDETERMINED when some are ``?`` and the others
        agree, NO_CHAIN without any.

    Notes
    -----
    When a limit cuts the search, one more chain of each sign not yet met is searched for, so that a cut never makes the verdict
    one-sided where a chain of the other sign is within reach.

    Examples
    --------
    >>> graph = SignedGraph.from_links([("ketamine", "GABA", Sign.MINUS), ("GABA", "glutamate", Sign.MINUS)])
    >>> weigh(graph, ["ketamine"], ["glutamate"]).verdict.value
    'RAISES'
    """
    ends = tuple(sources), tuple(targets)
    avoided, passed = tuple(avoid), tuple(through)
    first = signed_paths(
        graph, *ends, max_links=max_links, limit=limit, seconds=seconds, steps=steps, avoid=avoided, through=passed, direct=direct
    )
    paths = {sign: tuple(path for path in first.paths if path_sign(path) is sign) for sign in Sign}
    for sign in Sign if not first.complete else ():
        if not paths[sign]:
            more = signed_paths(
                graph, *ends, sign=sign, max_links=max_links, limit=1, seconds=seconds, steps=steps,
                avoid=avoided, through=passed, direct=direct,
            )  # fmt: skip
            paths[sign] = tuple(more.paths)
    return Weighed(
        verdict=Verdict.over(sign for sign in Sign if paths[sign]),
        raising=paths[Sign.PLUS],
        lowering=paths[Sign.MINUS],
        unknown=paths[Sign.UNKNOWN],
        complete=first.complete,
        limit=first.limit,
    )
