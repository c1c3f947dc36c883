"""The compiled loops give the answers of the plain ones."""

from __future__ import annotations

from importlib.util import find_spec
from random import Random

import pytest

from kgraph.model import Sign
from kgraph.reasoning import PathSearch, SignedGraph, machine, paths, signed_paths


def random_links(choose: Random, size: int) -> list[tuple[str, str, Sign]]:
    names = [f"v{number:02}" for number in range(size)]
    return [(a, b, choose.choice(list(Sign))) for a in names for b in names if choose.random() < 2.0 / size]


def answers(from_links: int, patience: int) -> list[PathSearch]:
    """The same questions, with compiled loops from so many links on."""
    told = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(machine, "COMPILED_FROM", from_links)
        patch.setattr(machine, "COMPILED_ANYWAY_FROM", from_links)
        patch.setattr(paths, "PATIENCE", patience)
        for seed in range(120):
            choose = Random(seed)
            size = 3 + seed % 12
            links = random_links(choose, size)
            graph = SignedGraph.from_links(links, variables=["v00", "v01"])
            told.append(
                signed_paths(
                    graph, ["v00"], ["v01"], sign=choose.choice([None, *Sign]),
                    max_links=choose.choice([None, 3, 5]), limit=choose.choice([None, 1, 4]), steps=100_000,
                )
            )  # fmt: skip
    return told


@pytest.mark.skipif(find_spec("numba") is None, reason="numba is an extra")
@pytest.mark.parametrize("patience", [0, 20_000])
def test_compiled_and_plain_loops_agree(patience: int) -> None:
    assert answers(0, patience) == answers(1 << 40, patience)


def test_small_graphs_run_plain() -> None:
    assert not machine.machine_for(10).compiled
