"""The contract that every page of the site keeps, looked at in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Look

PAGES = (
    "index.html",
    "graph.html",
    "explain.html",
    "mechanisms/lhb.html",
    "mechanisms/gaba-eef2.html",
    "queries/adverse-effects.html",
    "entities/index.html",
    "entities/ketamine.html",
    "variables/lhb-burst.html",
    "claims/ketamine-effect-in-trd.html",
    "references/review.html",
    "plots/efficacy.html",
)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_makes_no_request_and_no_complaint(look: Look, name: str) -> None:
    seen = look(name)
    assert len(seen.requests) == 1
    assert seen.requests[0].startswith("file:")
    assert seen.complaints == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_landmarks_a_searchbox_and_a_language(look: Look, name: str) -> None:
    page = look(name).page
    for role in ("banner", "main", "contentinfo", "searchbox"):
        assert page.get_by_role(role).count() == 1, role
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("select#language").count() == 1
    assert page.locator("[aria-live]").count() >= 1
    assert page.title()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_telephone_never_scrolls_sideways(look: Look, name: str, language: str) -> None:
    seen = look(name, width=360, height=740, where=f"#lang={language}")
    assert seen.ask("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("name", PAGES)
def test_the_language_can_be_switched_and_is_remembered(look: Look, name: str) -> None:
    page = look(name).page
    before = page.title()
    page.locator("#language").select_option("zh")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    assert "lang=zh" in page.url
    heading = page.get_by_role("heading", level=1).inner_text()
    assert any("\u4e00" <= character <= "\u9fff" for character in heading)
    page.reload()
    page.evaluate("() => window.kgraph.ready")
    assert page.evaluate("window.kgraph.state().language") == "zh"
    assert page.title() != before


@pytest.mark.parametrize("name", PAGES)
def test_dark_is_dark_and_print_is_white_and_bare(look: Look, name: str) -> None:
    page = look(name, scheme="dark").page
    assert brightness(str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))) < 60
    page.emulate_media(media="print", color_scheme="dark")
    assert brightness(str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))) == 255
    for control in ("#language", "#search"):
        assert not page.locator(control).is_visible()


def test_nothing_moves_by_itself_where_motion_is_not_wanted(look: Look) -> None:
    page = look("graph.html", motion="reduce").page
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0


def test_no_link_of_the_site_is_dead(look: Look, site: Path) -> None:
    for name in PAGES:
        page = look(name).page
        for address in page.evaluate("[...document.querySelectorAll('a[href]')].map(one => one.href)"):
            if str(address).startswith("http"):
                continue
            path = Path(str(address).split("#")[0].removeprefix("file://"))
            assert path.is_file(), f"{name}: {address}"
            assert site in path.parents


def test_links_carry_the_language_along(look: Look) -> None:
    page = look("index.html", where="#lang=zh").page
    page.locator('a[data-page="graph.html"]').click()
    page.wait_for_url("**/graph.html#lang=zh")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_a_list_is_narrowed_by_its_searchbox(look: Look) -> None:
    page = look("queries/adverse-effects.html").page
    rows = page.locator("tr.entry:visible")
    before = rows.count()
    page.get_by_role("searchbox").fill("dizz")
    assert 0 < rows.count() < before
    page.keyboard.press("Escape")
    assert rows.count() == before


def brightness(colour: str) -> float:
    """The mean of the three channels of ``rgb(…)``."""
    channels = [float(part) for part in colour.strip("rgba()").split(",")[:3]]
    return sum(channels) / 3
