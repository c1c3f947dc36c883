"""Pages as text: self-contained, safe, the same twice. What a browser does with them: `tests/browser`."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from kgraph.model import Label, Language
from kgraph.views.explore import graph_page
from kgraph.views.page import story_page
from kgraph.views.pages import embedded
from kgraph.views.picture import GraphPicture, contradicted, focused
from kgraph.views.site import QueryAnswer, SitePage, SiteSection, answer_page, index_page
from kgraph.views.tables import Table
from tests.views.ketamine_values import BOOK
from tests.views.pictures import KETAMINE, NASTY, HostileBook, hostile_picture, large_picture

ANSWER = QueryAnswer(
    name="effects",
    title=Label(en="Which effects?", zh="哪些作用？"),
    table=Table(columns=("effect", "n"), rows=((NASTY, 1),)),
    table_zh=Table(columns=("作用", "n"), rows=(("头晕", 1),)),
    sparql="SELECT * { ?s ?p <b> }",
)


def index() -> str:
    pages = (SitePage(path="graph.html", title=Label(en=NASTY, zh="图谱"), note=Label(en="All of it.", zh="全部。")),)
    return index_page(
        Label(en="Site", zh="网站"), Label(en="What it says.", zh="内容。"), [SiteSection(title=Label(en="Graph", zh="图"), pages=pages)]
    )


MAKERS: dict[str, Callable[[], str]] = {
    "graph": lambda: graph_page(KETAMINE, BOOK, home="index.html"),
    "hostile graph": lambda: graph_page(hostile_picture(), HostileBook()),
    "story": lambda: story_page(KETAMINE, BOOK.explanation(), BOOK, home="../index.html", graph="../graph.html"),
    "hostile story": lambda: story_page(hostile_picture(), BOOK.explanation(), HostileBook()),
    "index": index,
    "answer": lambda: answer_page(ANSWER, home="../index.html"),
}


PAGES = {name: cache(make) for name, make in MAKERS.items()}


class Skeleton(HTMLParser):
    """The tags of a page with their attributes; text inside scripts and styles is not looked at."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_same_twice(name: str) -> None:
    assert MAKERS[name]() == PAGES[name]()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nothing_of_anybody(name: str) -> None:
    for tag, attributes in Skeleton(PAGES[name]()).tags:
        assert tag not in ("iframe", "img", "object", "embed", "base")
        assert not (tag in ("script", "audio", "video", "source") and attributes.get("src"))
        address = attributes.get("href") or ""
        assert not re.match(r"(https?:)?//", address), address


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_basics(name: str) -> None:
    page = PAGES[name]()
    tags = Skeleton(page).tags
    assert page.startswith("<!doctype html>\n")
    assert page.endswith("</html>\n")
    assert ("html", {"lang": "en"}) in tags
    assert sum(tag == "h1" for tag, _ in tags) == 1
    for wanted in ("header", "main", "footer", "title"):
        assert sum(tag == wanted for tag, _ in tags) == 1, wanted
    assert any(tag == "meta" and attributes.get("name") == "description" for tag, attributes in tags)
    assert any(tag == "input" and attributes.get("type") == "search" for tag, attributes in tags)
    assert any(tag == "select" and attributes.get("id") == "language" for tag, attributes in tags)


@pytest.mark.parametrize("name", PAGES)
def test_no_text_of_the_data_becomes_a_tag(name: str) -> None:
    for tag, attributes in Skeleton(PAGES[name]()).tags:
        assert "onerror" not in attributes
        assert not (
            tag == "script"
            and attributes not in ({}, {"type": "application/json", "id": "kgraph-data"}, {"type": "text/plain", "id": "kgraph-beyond"})
        )


def test_templates_in_data_are_not_filled() -> None:
    assert (
        "49"
        not in re.sub(r"<script>.*?</script>", "", graph_page(hostile_picture(), HostileBook()), flags=re.DOTALL).split("</style>")[1][
            :3000
        ]
    )


def test_embedded_data_cannot_leave_its_element_and_comes_back_whole() -> None:
    text = embedded({"a": NASTY})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": NASTY}


def test_every_id_of_a_page_is_unique() -> None:
    for name in ("graph", "story"):
        ids = [str(attributes["id"]) for _, attributes in Skeleton(PAGES[name]()).tags if "id" in attributes]
        assert sorted(ids) == sorted(set(ids)), name


def test_the_twin_table_has_every_claim() -> None:
    for name in ("graph", "story"):
        rows = [attributes for tag, attributes in Skeleton(PAGES[name]()).tags if tag == "tr" and "data-claim-id" in attributes]
        assert sorted(str(row["data-claim-id"]) for row in rows) == sorted(claim.id for claim in KETAMINE.claims)
        signs = {claim.id: claim.sign.value for claim in KETAMINE.claims}
        assert all(signs[str(row["data-claim-id"])] == row["data-sign"] for row in rows)


def test_the_head_of_every_arrow_is_its_sign() -> None:
    data = json.loads(re.findall(r'id="kgraph-data">(.*?)</script>', PAGES["graph"](), re.DOTALL)[0])
    heads = {"+": "arrow", "-": "bar", "?": "diamond"}
    assert len(data["edges"]) == len(data["links"]) == len(KETAMINE.links)
    for edge in data["edges"]:
        assert edge["arrows"]["to"]["type"] == heads[edge["sign"]]
        assert edge["color"] == {"+": "#0072B2", "-": "#D55E00", "?": "#5F6368"}[edge["sign"]]


def test_the_script_gets_every_box_with_room_for_its_text_in_both_languages() -> None:
    data = json.loads(re.findall(r'id="kgraph-data">(.*?)</script>', PAGES["graph"](), re.DOTALL)[0])
    assert [node["id"] for node in data["nodes"]] == [variable.id for variable in KETAMINE.variables]
    for one in data["variables"].values():
        assert one["height"] >= 16 * max(len(one["lines"][language].split("\n")) for language in ("en", "zh"))


def beyond(page: str) -> dict[str, Any]:
    """What is put away in a page."""
    packed = re.findall(r'id="kgraph-beyond">(.*?)</script>', page, re.DOTALL)[0]
    value: dict[str, Any] = json.loads(gzip.decompress(b64decode(packed)))
    return value


def test_what_is_hidden_is_put_away_in_the_page_and_comes_back_whole() -> None:
    picture = large_picture(600)
    part = focused(picture)
    away = beyond(graph_page(picture, BOOK))
    assert list(away["variables"]) == [one.id for one in part.beyond_variables]
    assert len(away["links"]) == part.hidden_links == len(part.beyond_links)
    assert {row["id"] for row in away["rows"]} >= {claim.id for link in part.beyond_links for claim in link.claims}


def test_a_page_never_outgrows_its_limit_by_what_it_puts_away() -> None:
    picture = large_picture(900)
    whole = graph_page(picture, BOOK)
    less = len(whole.encode()) - 6_000
    page = graph_page(picture, BOOK, largest=less)
    assert len(page.encode()) <= less
    assert 0 < len(beyond(page)["rows"]) < len(beyond(whole)["rows"])


def test_sizes_stay_small() -> None:
    assert len(PAGES["graph"]().encode()) < 1_000_000
    assert len(PAGES["story"]().encode()) < 300_000


def test_a_page_opens_in_the_language_asked_for() -> None:
    page = graph_page(KETAMINE, BOOK, language=Language.ZH)
    assert '<html lang="zh-Hans">' in page
    assert ">氯胺酮如何缓解抑郁</title>" in page
    for _, attributes in Skeleton(page).tags:
        assert ("data-label-en" in attributes) == ("data-label-zh" in attributes)


def test_a_large_graph_shows_what_is_near_and_counts_the_rest() -> None:
    picture = large_picture(5000)
    part = focused(picture)
    assert len(part.variables) == 150
    assert part.hidden_variables == 4850
    assert part.hidden_links == len(picture.links) - len(part.links)
    assert picture.focus[0] in {variable.id for variable in part.variables}
    assert "Hidden: 4850 variables" in graph_page(picture, BOOK)


def test_a_small_graph_is_shown_whole_and_hops_narrow_it() -> None:
    assert focused(KETAMINE) == KETAMINE
    near = focused(KETAMINE, hops=1)
    assert 2 < len(near.variables) < len(KETAMINE.variables)
    alone = focused(GraphPicture(title=KETAMINE.title, variables=KETAMINE.variables, links=()), most=3)
    assert len(alone.variables) == 3


def test_contradictions_are_both_sides_of_a_pair() -> None:
    rings = contradicted(KETAMINE.links)
    assert rings == {"var:ketamine|+|var:pyramidal", "var:ketamine|-|var:pyramidal"}


def test_views_load_nothing_heavy_until_a_page_is_made() -> None:
    code = (
        "import sys, kgraph.views.page, kgraph.views.site, kgraph.views.show, kgraph.views.json_shapes;"
        "print([name for name in ('pyvis', 'IPython', 'jinja2', 'rich', 'rdflib', 'networkx') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
