"""The site: which pages it has, that their links lead somewhere, and that the same graph gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kgraph.errors import EntityNotFound
from kgraph.model import Language
from kgraph.questions import site_things
from kgraph.questions.building import build
from kgraph.questions.checking import check
from kgraph.questions.querying import queries
from kgraph.store import Knowledge, load
from kgraph.views.addresses import FOLDERS
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


def _targets(path: str, text: str) -> set[str]:
    """Where the links of a page lead inside the site."""
    found = re.findall(r'href="([^"]+)"', text)
    inside = [address.partition("#")[0] for address in found if not address.startswith(("http://", "https://", "#", "data:"))]
    return {posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) for target in inside}


def test_the_index_leads_to_every_page_and_no_link_is_dead(site: Mapping[str, str]) -> None:
    reached, waiting = set[str](), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            assert path in site, path
            waiting += sorted(_targets(path, site[path])) if path.endswith(".html") else []
    assert {path for path in site if path.endswith((".html", ".ttl", ".csv"))} <= reached


def test_no_link_of_the_shipped_site_is_dead(shipped: Knowledge) -> None:
    pages = build(shipped)
    dead = {(path, target) for path, text in pages.items() if path.endswith(".html") for target in _targets(path, text) - set(pages)}
    assert dead == set()
    for entry in shipped.entries():
        assert f"{FOLDERS[entry.id.partition(':')[0]]}/{entry.id.partition(':')[2]}.html" in pages


def test_a_page_of_a_claim_shows_its_ends_its_evidence_and_its_layer(site: Mapping[str, str]) -> None:
    text = site["claims/ketamine-bdnf.html"]
    for words in (
        'href="../variables/ketamine.html"',
        'href="../variables/bdnf.html"',
        'href="../references/review-8.html"',
        "shown",
        "rat",
    ):
        assert words in text


def test_the_files_can_be_read_again(site: Mapping[str, str], small: Knowledge, tmp_path: Path) -> None:
    for name in ("graph.ttl", "graph.trig", "graph.jsonld"):
        place = tmp_path / name
        place.write_text(site[f"data/{name}"], encoding="utf-8")
        assert load(place).entries() == small.entries(), name
    (tmp_path / "links.tsv").write_text(site["data/links.tsv"], encoding="utf-8")
    assert load(tmp_path / "links.tsv").links()
    assert len(list(csv.DictReader(io.StringIO(site["data/claims.csv"])))) == len(small.entries()) - len(small.entries("result"))
    assert len(ElementTree.fromstring(site["data/graph.graphml"])) > 0


def test_a_graph_of_too_many_things_says_so_and_gets_no_page_for_each(small: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_things, "MOST_THINGS", 3)
    pages = build(small)
    assert not [path for path in pages if path.startswith("claims/")]
    assert "more than the 3" in pages["index.html"]


def test_every_page_is_whole_and_asks_for_nothing_from_anywhere(site: Mapping[str, str]) -> None:
    for path, text in site.items():
        if path.endswith(".html"):
            assert text.startswith("<!doctype html>"), path
            assert text.count("<h1") == 1, path
            assert not re.search(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="https?:', text), path
        elif path.endswith(".json"):
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
