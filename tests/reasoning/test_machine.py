"""The compiled loops give the answers of the plain ones."""

from __future__ import annotations

from importlib.util import find_spec
from random import Random

import pytest

from kgraph.model import Sign
from kgraph.reasoning import (
    Action,
    Assumption,
    Intervention,
    PathSearch,
    SignedGraph,
    cuts,
    downstream,
    machine,
    necessary,
    paths,
    signed_paths,
    what_if,
)


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
@pytest.mark.parametrize("patience", [0, 5, 20_000])
def test_compiled_and_plain_loops_agree(patience: int) -> None:
    assert answers(0, patience) == answers(1 << 40, patience)


def other_answers(from_links: int) -> list[object]:
    """What is necessary, what cuts, what follows: with compiled loops from so many links on."""
    told: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(machine, "COMPILED_FROM", from_links)
        patch.setattr(machine, "COMPILED_ANYWAY_FROM", from_links)
        for seed in range(80):
            choose = Random(1000 + seed)
            graph = SignedGraph.from_links(random_links(choose, 4 + seed % 12), variables=[f"v{number:02}" for number in range(4)])
            told.append(necessary(graph, ["v00"], ["v01"]))
            told.append(cuts(graph, ["v00", "v03"], ["v01"], max_size=3, spare=["v02"], limit=9))
            acts = [Intervention(variable="v00", action=Action.RAISE), Intervention(variable="v02", action=choose.choice(list(Action)))]
            told.append(what_if(graph, acts, targets=choose.choice([graph.names, ["v01"]]), assumption=choose.choice(list(Assumption))))
            told.append(downstream(graph, "v00"))
    return told


@pytest.mark.skipif(find_spec("numba") is None, reason="numba is an extra")
def test_compiled_and_plain_loops_agree_on_every_question() -> None:
    assert other_answers(0) == other_answers(1 << 40)


def test_small_graphs_run_plain() -> None:
    assert not machine.machine_for(10).compiled


@pytest.mark.skipif(find_spec("numba") is None, reason="numba is not installed")
def test_rows_turned_round_are_the_same_pairs_in_the_order_of_their_subjects_compiled_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(40):
        links = random_links(Random(seed), 2 + seed % 12)
        expected = sorted((object_, subject, mask) for subject, object_, mask in SignedGraph.from_links(links).pairs())
        for from_links in (0, 1_000_000):
            monkeypatch.setattr(machine, "COMPILED_FROM", from_links)
            monkeypatch.setattr(machine, "COMPILED_ANYWAY_FROM", from_links)
            assert list(SignedGraph.from_links(links).turned().pairs()) == expected
