"""No sign that the solver gives is contradicted by a stable system, and what it leaves open is open."""

from __future__ import annotations

import random as plain_random
from itertools import permutations

import numpy
import pytest

from kgraph.model import Change, Sign
from kgraph.reasoning import Action, Assumption, Because, Intervention, SignedGraph, minors, what_if
from tests.graphs import NAMED
from tests.reasoning import systems

SIGN = {Change.RAISED: 1.0, Change.LOWERED: -1.0}


def random_graph(seed: int, size: int, density: float, signs: str = "+-", loops: float = 0.0) -> SignedGraph:
    choose = plain_random.Random(seed)
    names = [f"v{number:02}" for number in range(size)]
    links = [(a, b, Sign.of(choose.choice(signs))) for a in names for b in names if choose.random() < (loops if a == b else density)]
    return SignedGraph.from_links(links, variables=names)


def random_acts(seed: int, graph: SignedGraph) -> list[Intervention]:
    choose = plain_random.Random(seed)
    some = choose.sample(graph.names, min(len(graph.names), choose.choice([1, 1, 2, 3])))
    return [Intervention(variable=name, action=choose.choice([Action.RAISE, Action.RAISE, *Action])) for name in some]


def never_contradicted(graph: SignedGraph, acts: list[Intervention], assumption: Assumption, seed: int, count: int) -> int:
    """Compare with random systems; returns how many signs were compared."""
    answer = what_if(graph, acts, targets=graph.names, assumption=assumption)
    random = numpy.random.default_rng(seed)
    free = systems.free_part(graph, acts)
    compared = 0
    for spread in (0.5, 1.5, 3.0):
        many = systems.systems(graph, random, count, spread)
        if assumption is Assumption.STABLE:
            for _ in range(3):  # pull towards the edge of stability, where responses turn round
                many = numpy.concatenate([many, systems.systems(graph, random, count, spread) - 0.5 * numpy.eye(len(graph.names))])
        many = many[[bool(len(systems.stable(one[None][:, free][:, :, free]))) for one in many]] if free else many
        if assumption is Assumption.EVERY_PART_STABLE and free:
            many = many[[bool(len(systems.every_part_stable(one[None][:, free][:, :, free]))) for one in many]]
        if not len(many):
            continue
        found = systems.responses(graph, many, acts, random)
        scale = numpy.abs(found).max(axis=1, keepdims=True) * 1e-9
        for prediction in answer.predictions:
            told = found[:, graph.number(prediction.variable)]
            if prediction.change is Change.UNCHANGED:
                assert (numpy.abs(told) <= scale[:, 0]).all(), (list(graph.links()), acts, prediction)
            elif prediction.change in SIGN:
                assert (told * SIGN[prediction.change] > -scale[:, 0]).all(), (list(graph.links()), acts, prediction)
                compared += len(told)
    return compared


@pytest.mark.parametrize("assumption", Assumption)
def test_no_given_sign_is_contradicted_on_the_named_graphs(assumption: Assumption) -> None:
    for name, graph in NAMED.items():
        if len(graph.names) <= 8:
            for variable in graph.names:
                acts = [Intervention(variable=variable, action=Action.RAISE)]
                assert never_contradicted(graph, acts, assumption, 1, 40) or name == "unknown_sign"


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("assumption", Assumption)
def test_no_given_sign_is_contradicted_on_small_graphs(assumption: Assumption, size: int) -> None:
    for seed in range(12):
        graph = random_graph(seed, size, 1.8 / size, "+-" if seed % 3 else "++--?", loops=0.1)
        never_contradicted(graph, random_acts(seed, graph), assumption, seed, 60)


def test_no_given_sign_is_contradicted_on_middle_sized_graphs() -> None:
    compared = 0
    for seed in range(12):
        graph = random_graph(100 + seed, 12 + seed, 1.2 / (12 + seed), "+++-", loops=0.02)
        compared += never_contradicted(graph, random_acts(seed, graph), Assumption.STABLE, seed, 60)
    assert compared > 5_000


def path_signs(graph: SignedGraph, pushed: str, read: str) -> set[Sign]:
    """The signs of the simple paths, by trying every sequence; the empty path is positive."""
    if pushed == read:
        return {Sign.PLUS}
    found: set[Sign] = set()
    between = [name for name in graph.names if name not in (pushed, read)]
    for size in range(len(between) + 1):
        for inner in permutations(between, size):
            signs = {Sign.PLUS}
            for step in zip((pushed, *inner), (*inner, read), strict=True):
                signs = {sign * link for sign in signs for link in graph.signs_between(*step)}
            found |= signs
    return found


def test_with_every_part_stable_exactly_the_open_signs_are_open() -> None:
    for seed in range(60):
        graph = random_graph(seed, 2 + seed % 5, 0.45, "+-" if seed % 2 else "++--?", loops=0.1)
        for pushed in graph.names:
            acts = [Intervention(variable=pushed, action=Action.RAISE)]
            answer = what_if(graph, acts, targets=graph.names, assumption=Assumption.EVERY_PART_STABLE)
            for prediction in answer.predictions:
                signs = path_signs(graph, pushed, prediction.variable)
                expected = {
                    frozenset(): Change.UNCHANGED,
                    frozenset({Sign.PLUS}): Change.RAISED,
                    frozenset({Sign.MINUS}): Change.LOWERED,
                }.get(frozenset(signs), Change.UNDETERMINED)
                assert prediction.change is expected, (list(graph.links()), pushed, prediction)


def open_signs(graph: SignedGraph) -> int:
    """How many responses are left open; each is shown to be open by a stable system of either sign."""
    count = 0
    for pushed in graph.names:
        answer = what_if(graph, [Intervention(variable=pushed, action=Action.RAISE)], targets=graph.names)
        for prediction in answer.predictions:
            if prediction.change is Change.UNDETERMINED:
                assert prediction.reason.because is not Because.LIMIT
                count += 1
                for sign in (1.0, -1.0):
                    assert systems.reaches(graph, pushed, prediction.variable, sign), (list(graph.links()), pushed, prediction, sign)
    return count


@pytest.mark.parametrize(("size", "density", "count"), [(2, 0.9, 20), (3, 0.6, 30), (4, 0.42, 30), (5, 0.28, 12)])
def test_with_only_the_whole_stable_exactly_the_open_signs_are_open(size: int, density: float, count: int) -> None:
    total = 0
    for seed in range(count):
        graph = random_graph(1000 * size + seed, size, density, "+-" if seed % 4 else "++--?", loops=0.1 if seed % 3 == 0 else 0.0)
        total += open_signs(graph)
    assert total or size == 2


def test_in_larger_components_the_largest_minors_give_no_wrong_sign_and_most_of_the_right_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {8: 0, 3: 0}
    for small in given:
        monkeypatch.setattr(minors, "SMALL", small)
        for seed in range(25):
            graph = random_graph(500 + seed, 5 + seed % 2, 0.3, "+-")
            for pushed in graph.names:
                acts = [Intervention(variable=pushed, action=Action.RAISE)]
                answer = what_if(graph, acts, targets=graph.names)
                given[small] += sum(prediction.change in SIGN for prediction in answer.predictions)
                if small == 3:
                    never_contradicted(graph, acts, Assumption.STABLE, seed, 20)
    assert 0.97 * given[8] <= given[3] <= given[8]
