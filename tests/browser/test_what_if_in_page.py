"""What if in the page gives the answers of the solver in Python: on every variable of the shipped graph and on many random graphs."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from itertools import pairwise
from typing import cast

import pytest
from playwright.sync_api import Browser

from kgraph.model import Layer, Selection, Sign
from kgraph.questions.intervening import acts, intervened_in
from kgraph.reasoning import Action, Intervention, SignedGraph, WhatIf, what_if
from kgraph.store import Knowledge, signed_arrays
from kgraph.views.pages import asset
from tests.browser.conftest import Look

Step = tuple[str, str, str]
Answer = dict[str, tuple[str, str, list[list[Step]], list[Step]]]


def told(answer: WhatIf) -> dict[str, list[str]]:
    """The change of each variable and the kind of reason."""
    return {one.variable: [one.change.value, one.reason.because.value] for one in answer.predictions}


def checked(graph: SignedGraph, done: dict[str, str], answer: Answer) -> dict[str, list[str]]:
    """The same of an answer of the page, once the chains that it shows are seen to be chains of the graph that say so."""
    known = set(graph.links())
    for variable, (change, because, chains, loop) in answer.items():
        steps = [[(subject, target, Sign.of(sign)) for subject, target, sign in chain] for chain in (*chains, loop)]
        assert all(step in known for chain in steps for step in chain), variable
        for chain in steps[:-1]:
            assert all(first[1] == second[0] for first, second in pairwise(chain))
            assert not chain or (chain[0][0] in done and chain[-1][1] == variable)
        if because == "chains agree" and steps[0]:
            push = Sign.PLUS if done[steps[0][0][0]] in ("raise", "clamp+") else Sign.MINUS
            assert Sign.product([push, *(step[2] for step in steps[0])]) is (Sign.PLUS if change == "raised" else Sign.MINUS)
        if because == "open loop":
            assert steps[-1][0][0] == steps[-1][-1][1]
    return {variable: [change, because] for variable, (change, because, _, _) in answer.items()}


def asked_of(done: dict[str, str]) -> list[Intervention]:
    return [Intervention(variable=name, action=Action(act)) for name, act in done.items()]


ASK = """cases => cases.map(acts => Object.fromEntries(Object.entries(window.kgraph.whatIf(acts)).map(
    ([id, one]) => [id, [one.change, one.because, one.chains, one.loop]])))"""


@pytest.mark.parametrize("action", list(Action))
def test_every_variable_of_the_shipped_graph_is_answered_as_python_answers(look: Look, shipped: Knowledge, action: Action) -> None:
    graph = SignedGraph(*signed_arrays(shipped))
    cases = [{name: action.value} for name in graph.names]
    found = cast("list[Answer]", look("graph.html").ask(ASK, cases))
    for case, answer in zip(cases, found, strict=True):
        assert checked(graph, case, answer) == told(what_if(graph, asked_of(case))), case


def test_every_pair_of_a_push_and_a_block_is_answered_as_python_answers(look: Look, shipped: Knowledge) -> None:
    graph = SignedGraph(*signed_arrays(shipped))
    cases = [{"var:ketamine": "raise", name: "block"} for name in graph.names if name != "var:ketamine"]
    found = cast("list[Answer]", look("graph.html").ask(ASK, cases))
    for case, answer in zip(cases, found, strict=True):
        assert checked(graph, case, answer) == told(what_if(graph, asked_of(case))), case


@pytest.mark.parametrize("layer", [Layer.REVIEW, Layer.BACKGROUND])
def test_limited_to_a_layer_the_page_answers_as_python_does(look: Look, shipped: Knowledge, layer: Layer) -> None:
    seen = look("graph.html", where="#only=1")
    for box in seen.page.locator('input[data-filter="layer"]').all():
        if box.input_value() != layer.value:
            box.uncheck()
    graph = SignedGraph(*signed_arrays(shipped, Selection(layers=(layer,))))
    cases = [{name: "lower"} for name in graph.names]
    found = cast("list[Answer]", seen.ask(ASK, cases))
    for case, answer in zip(cases, found, strict=True):
        assert checked(graph, case, answer) == told(what_if(graph, asked_of(case))), case


def random_graphs(count: int) -> Iterable[tuple[SignedGraph, list[list[Intervention]]]]:
    """Graphs of up to a dozen variables with many loops, and interventions on them; the same each time."""
    chance = random.Random(20261123)
    for _ in range(count):
        names = [f"v{number:02}" for number in range(chance.randint(2, 12))]
        signs = "+-" if chance.random() < 0.6 else "++--?"
        links = {
            (chance.choice(names), chance.choice(names), Sign.of(chance.choice(signs)))
            for _ in range(chance.randint(len(names), int(2.2 * len(names))))
        }
        asked = [
            [
                Intervention(variable=name, action=chance.choice(list(Action)))
                for name in chance.sample(names, min(len(names), chance.randint(1, 3)))
            ]
            for _ in range(4)
        ]
        yield SignedGraph.from_links(sorted(links, key=lambda link: (link[0], link[1], link[2].value)), variables=names), asked


def test_random_graphs_with_loops_are_answered_as_python_answers(browser: Browser) -> None:
    page = browser.new_page()
    for name in ("graph_signs.js", "graph_minors.js", "graph_feedback.js", "graph_whatif.js"):
        page.evaluate(asset(name))
    script = """([names, links, cases]) => { const graph = window.kgraphSigns.graphOf(names, links);
      return cases.map(acts => Object.fromEntries([...window.kgraphWhatIf.whatIf(graph, new Map(Object.entries(acts)))].map(
        ([id, one]) => [id, [one.change, one.because, one.chains, one.loop]]))) }"""
    reasons: set[object] = set()
    for graph, asked in random_graphs(150):
        links = [[subject, target, sign.value] for subject, target, sign in graph.links()]
        cases = [{act.variable: act.action.value for act in one} for one in asked]
        found = page.evaluate(script, [list(graph.names), links, cases])
        for one, answer in zip(asked, found, strict=True):
            expected = told(what_if(graph, one))
            done = {act.variable: act.action.value for act in one}
            assert checked(graph, done, answer) == expected, json.dumps([links, [(act.variable, act.action.value) for act in one]])
            reasons.update(prediction[1] for prediction in expected.values())
    page.close()
    assert reasons >= {"held", "chains agree", "opposing chains", "unknown link", "open loop"}


def test_each_observation_stands_beside_the_prediction_for_the_same_interventions(look: Look, shipped: Knowledge) -> None:
    seen = look("graph.html")
    page = seen.page
    for entry in shipped.entries("observation"):
        done = {act.variable: act.action.value for act in acts(intervened_in(shipped, entry))}  # type: ignore[arg-type]
        if not done:
            continue
        page.evaluate("() => document.getElementById('suppose-clear').click()")
        for name, action in done.items():
            page.evaluate("([name, action]) => window.kgraph.suppose(name, action)", [name, action])
        shown = page.locator(f'#suppose .observed[data-observation-id="{entry.id}"]')
        assert shown.count() == 1, entry.id
        assert shown.get_attribute("data-agreement") in ("explained", "contradicted", "undetermined")


def test_what_is_supposed_is_seen_said_and_remembered(look: Look) -> None:
    seen = look("graph.html")
    page = seen.page
    page.get_by_role("tab", name="What if").click()
    page.get_by_label("What if this").fill("ketamine exposure")
    page.locator("#suppose-act").select_option("raise")
    page.get_by_role("button", name="Suppose").click()
    assert page.locator('#acts li[data-variable-id="var:ketamine"][data-act="raise"]').count() == 1
    effect = page.locator('.predicted[data-variable-id="var:antidepressant-effect"]')
    assert effect.get_attribute("data-change") == "raised"
    effect.locator("summary").click()
    assert "every chain that reaches it agrees" in effect.inner_text()
    assert "if=var%3Aketamine%21raise" in page.url
    page.reload()
    page.evaluate("() => window.kgraph.ready")
    assert page.evaluate("window.kgraph.state().acts") == {"var:ketamine": "raise"}
    assert page.locator('.predicted[data-variable-id="var:antidepressant-effect"]').get_attribute("data-change") == "raised"
    page.locator("#acts button").first.click()
    assert page.evaluate("window.kgraph.state().acts") == {}
    assert page.locator(".predicted").count() == 0
