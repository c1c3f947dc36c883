"""The site: which pages it has, that their links lead somewhere, and that the same graph gives the same bytes."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from kgraph.errors import EntityNotFound
from kgraph.model import Language
from kgraph.questions.building import build
from kgraph.questions.checking import check
from kgraph.questions.querying import queries
from kgraph.store import Knowledge, load
from tests.questions.graphs import SMALL


@pytest.fixture(scope="module")
def site(small: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The site of the small graph, with its check."""
    place: Path = tmp_path_factory.mktemp("site") / "small.ttl"
    place.write_text(SMALL, encoding="utf-8")
    return build(small, report=check(place))


def test_a_site_has_every_kind_of_page(site: Mapping[str, str]) -> None:
    assert list(site) == sorted(site)
    assert {"index.html", "graph.html", "explain.html", "check.html", "data/claims.json", "data/explain.json"} <= set(site)
    assert {"mechanisms/one.html", "mechanisms/two.html", "mechanisms/branch.html"} <= set(site)
    assert {f"queries/{one.name}.html" for one in queries()} <= set(site)


def test_the_index_leads_to_every_page_and_every_link_leads_somewhere(site: Mapping[str, str]) -> None:
    pages = {path for path in site if path.endswith(".html")}
    reached = set(re.findall(r'href="([^"#:]+\.html)"', site["index.html"]))
    assert reached == pages - {"index.html"}
    for path in pages:
        for target in re.findall(r'href="([^"#:]+\.html)"', site[path]):
            assert posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) in pages, f"{path} -> {target}"


def test_every_page_is_whole_and_asks_for_nothing_from_anywhere(site: Mapping[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            assert text.startswith("<!doctype html>"), path
            assert text.count("<h1") == 1, path
            assert not re.search(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="https?:', text), path
        else:
            json.loads(text)


def test_the_same_graph_gives_the_same_bytes(small: Knowledge, tmp_path: Path) -> None:
    place = tmp_path / "small.ttl"
    place.write_text(SMALL, encoding="utf-8")
    assert build(small) == build(load(place))


def test_the_language_is_the_one_asked_for(small: Knowledge) -> None:
    assert '<html lang="zh-Hans"' in build(small, language=Language.ZH)["index.html"]


def test_a_graph_without_the_usual_question_gets_a_site_without_it(tmp_path: Path) -> None:
    place = tmp_path / "other.ttl"
    place.write_text(
        SMALL.replace('"ketamine"@en', '"drug X"@en').replace("ent:ketamine", "ent:x").replace("var:ketamine ", "var:x "), encoding="utf-8"
    )
    other = load(place)
    assert "explain.html" not in build(other)
    assert "explain.html" in build(other, source="drug X", target="BDNF")


def test_ends_that_were_asked_for_must_exist(small: Knowledge) -> None:
    with pytest.raises(EntityNotFound):
        build(small, source="nothing")
