"""Answers show themselves in a notebook, without script, and stay the values that they are."""

from __future__ import annotations

import copy
import pickle
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from IPython.core.formatters import DisplayFormatter

import kgraph
from kgraph.model import Explanation
from kgraph.questions.explaining import explain
from kgraph.questions.listing import claims
from kgraph.store import Knowledge

ENDS = ("ketamine", "antidepressant effect")
ANSWERS: dict[str, Any] = {
    "explain": lambda known: kgraph.explain(known, *ENDS),
    "what_if": lambda known: kgraph.what_if(known, raised=["ketamine"]),
    "claims": lambda known: kgraph.claims(known, about=["BDNF"]),
    "results": lambda known: kgraph.results(known),
    "notes": lambda known: kgraph.notes(known),
    "mechanisms": lambda known: kgraph.mechanisms(known),
    "nothing": lambda known: kgraph.notes(known, matter="no such matter"),
    "plot": lambda known: kgraph.plot(known, "efficacy"),
    "upstream": lambda known: kgraph.upstream(known, "LHb burst firing"),
    "contradictions": lambda known: kgraph.contradictions(known),
    "show": lambda known: kgraph.show(known, "BDNF"),
    "query": lambda known: kgraph.query(known, "mechanisms"),
    "necessary": lambda known: kgraph.necessary(known, *ENDS),
    "cuts": lambda known: kgraph.cuts(known, *ENDS),
    "carriers": lambda known: kgraph.carriers(known, *ENDS),
}


class Tags(HTMLParser):
    """Collects tags and attributes, and complains about what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return kgraph.load()


def bundle(value: object) -> dict[str, str]:
    """What IPython would send to a notebook."""
    formatter: Any = DisplayFormatter
    made: tuple[dict[str, str], Any] = formatter().format(value)
    return made[0]


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_shows_itself_without_script_or_request(shipped: Knowledge, name: str) -> None:
    html = bundle(ANSWERS[name](shipped))["text/html"]
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    for tag, attributes in tags.seen:
        assert tag not in ("script", "style", "link", "iframe", "img", "image", "object")
        assert not any(key.startswith("on") or key in ("src", "href") for key in attributes)
    if name not in ("query", "nothing"):
        assert re.search("[\u4e00-\u9fff]", html)


@pytest.mark.parametrize("ask", [kgraph.view, kgraph.picture])
def test_a_picture_shows_itself_as_svg(shipped: Knowledge, ask: Any) -> None:
    shown = bundle(ask(shipped, ["mech:mtor"]))
    assert shown["image/svg+xml"].startswith("<svg")
    assert "text/html" not in shown


def test_an_explanation_shows_its_verdict_its_picture_and_every_step(shipped: Knowledge) -> None:
    answer = kgraph.explain(shipped, *ENDS, max_links=3)
    html = bundle(answer)["text/html"]
    assert html.count("<svg") == 2
    assert f"{len(answer.chains)} chains, step by step" in html
    assert "BDNF mechanism" in html or "mech:bdnf" in html


def test_an_answer_is_the_value_that_it_was(shipped: Knowledge) -> None:
    answer, plain = kgraph.explain(shipped, *ENDS, max_links=3), explain(shipped, *ENDS, max_links=3)
    assert type(plain) is Explanation
    assert isinstance(answer, Explanation)
    assert answer == plain
    assert plain == answer
    assert answer == kgraph.explain(shipped, *ENDS, max_links=3)
    assert answer != kgraph.explain(shipped, *ENDS, max_links=2)
    assert hash(answer) == hash(plain)
    assert repr(answer) == repr(plain)
    assert kgraph.claims(shipped) == claims(shipped)
    assert kgraph.claims(shipped)[:2] == claims(shipped)[:2]


def test_a_copy_is_plain_and_an_answer_without_its_graph_is_shown_as_text(shipped: Knowledge) -> None:
    answer = kgraph.explain(shipped, *ENDS, max_links=2)
    assert type(pickle.loads(pickle.dumps(answer))) is Explanation
    assert copy.deepcopy(answer) == answer
    changed = replace(answer, limit="none")
    assert "text/html" not in bundle(changed)
    assert "text/plain" in bundle(changed)


def test_the_functions_of_the_face_keep_their_names_words_and_parameters() -> None:
    import inspect

    assert kgraph.explain.__name__ == "explain"
    assert kgraph.explain.__doc__ == explain.__doc__
    assert inspect.signature(kgraph.explain) == inspect.signature(explain)


def test_hostile_names_stay_text_in_a_notebook() -> None:
    from kgraph.model import Verdict
    from kgraph.views.notebook import notebook_html, notebook_svg
    from tests.views.ketamine_values import BOOK
    from tests.views.pictures import hostile_picture

    picture = hostile_picture()
    assert "<img" not in notebook_svg(picture, BOOK)
    link = picture.links[0]
    answer = Explanation(source=(link.subject,), target=(link.object,), chains=(), verdict=Verdict.NO_CHAIN, complete=True)
    for html in (notebook_html(answer, BOOK), notebook_html(tuple(link.claims), BOOK)):
        assert "<img" not in html
        assert "<script" not in html
