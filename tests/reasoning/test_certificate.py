"""A certificate holds as it is, and not with any sign in it changed."""

from __future__ import annotations

import ast
import copy
import inspect
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kgraph.reasoning import (
    Action,
    Assumption,
    Certificate,
    Intervention,
    SignedGraph,
    Support,
    certificate_check,
    problems,
    verdict_certificate,
    weigh,
    what_if,
    what_if_certificate,
)
from tests import graphs
from tests.graphs import small_graphs
from tests.reasoning.test_whatif_oracle import random_graph


def supports(graph: SignedGraph) -> list[Support]:
    """Two claims for every link."""
    return [(f"claim:{number}{letter}", link) for number, link in enumerate(graph.links()) for letter in "ab"]


def of_verdict(graph: SignedGraph, source: str, target: str) -> Certificate:
    return verdict_certificate(weigh(graph, [source], [target]), [source], [target], supports(graph))


def of_push(graph: SignedGraph, assumption: Assumption, *acts: Intervention) -> Certificate:
    return what_if_certificate(what_if(graph, acts, targets=graph.names, assumption=assumption), graph, supports(graph))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where a sign, a verdict or a change stands."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if key in ("sign", "verdict", "change") and isinstance(inner, str):
            yield (*path, key)
        yield from places(inner, (*path, key))


OTHER = {"+": "-", "-": "+", "?": "+", "RAISES": "LOWERS", "raised": "lowered", "lowered": "raised"}


def changed(certificate: Certificate, place: tuple[Any, ...]) -> Certificate:
    copied = copy.deepcopy(certificate)
    inner: Any = copied
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = OTHER.get(inner[place[-1]], "RAISES" if place[-1] == "verdict" else "raised")
    return copied


def resealed(certificate: Certificate) -> Certificate:
    """What a forger would do who knows how the seal is made."""
    from kgraph.reasoning.certificate import sealed

    return sealed(certificate)


@settings(max_examples=60, deadline=None)
@given(small_graphs())
def test_a_verdict_holds_and_with_one_sign_changed_does_not(drawn: SignedGraph) -> None:
    certificate = of_verdict(drawn, drawn.names[0], drawn.names[-1])
    assert problems(json.loads(json.dumps(certificate))) == []
    for place in places(certificate):
        assert problems(changed(certificate, place))
        assert problems(resealed(changed(certificate, place)))


@settings(max_examples=60, deadline=None)
@given(small_graphs(most=5), st.sampled_from(Assumption), st.sampled_from(list(Action)), st.sampled_from("abcde"))
def test_predictions_hold_and_with_one_sign_changed_do_not(drawn: SignedGraph, assumption: Assumption, action: Action, other: str) -> None:
    acts = [Intervention(variable=drawn.names[0], action=Action.RAISE)]
    acts += [Intervention(variable=other, action=action)] if other in drawn.names[1:] else []
    certificate = of_push(drawn, assumption, *acts)
    found = problems(json.loads(json.dumps(certificate)))
    assume(assumption is Assumption.EVERY_PART_STABLE or not found)
    assert found == []
    for place in places(certificate):
        assert problems(changed(certificate, place))
        if place[-1] == "change" and changed(certificate, place) != certificate:
            assert problems(resealed(changed(certificate, place)))


def test_the_checker_refuses_hardly_any_true_certificate() -> None:
    """What rests on the algebra of minors alone is refused, and only that: no named graph, and few random ones."""
    for name, graph in graphs.NAMED.items():
        for variable in graph.names if len(graph.names) < 8 else ():
            for assumption in Assumption:
                assert problems(of_push(graph, assumption, Intervention(variable=variable, action=Action.RAISE))) == [], name

    refused = predictions = 0
    for seed in range(40):
        drawn = random_graph(seed, 3 + seed % 4, 0.4, "+-" if seed % 3 else "++--?", loops=0.1)
        for variable in drawn.names:
            found = problems(of_push(drawn, Assumption.STABLE, Intervention(variable=variable, action=Action.RAISE)))
            refused, predictions = refused + len(found), predictions + len(drawn.names)
    assert refused < 0.02 * predictions


def test_a_left_out_chain_is_missed() -> None:
    certificate = of_verdict(graphs.DISAGREEING_DIAMOND, "ketamine", "glutamate")
    certificate["chains"] = certificate["chains"][:1]
    certificate["verdict"] = "RAISES"
    assert problems(resealed(certificate))


def test_nonsense_is_refused_and_raises_nothing() -> None:
    for nonsense in ({}, {"kind": "verdict"}, {"kind": "x", "claims": [], "checksum": ""}, {"claims": [3], "kind": [], "checksum": 1}):
        assert problems(nonsense)


def test_the_checker_is_short_and_shares_no_code() -> None:
    source = inspect.getsource(certificate_check)
    assert len(source.splitlines()) < 100
    imported = [node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    assert not any(str(module).startswith("kgraph") for module in imported)
