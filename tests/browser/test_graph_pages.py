"""Pages with a picture in a browser: what is drawn, what can be found, clicked, filtered, read by keyboard and printed."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from kgraph.store import Knowledge
from tests.browser.conftest import Look, Visit

DRAWN = ("graph.html", "mechanisms/lhb.html")
BOTH = pytest.mark.parametrize("name", DRAWN)
BURST = "var:lhb-burst"


def positions(seen: Visit) -> dict[str, dict[str, float]]:
    return cast("dict[str, dict[str, float]]", seen.ask("window.kgraph.positions()"))


@BOTH
def test_the_picture_is_the_same_at_each_load_and_in_each_language(look: Look, name: str) -> None:
    first = look(name)
    before = positions(first)
    assert positions(look(name)) == before
    first.page.locator("#language").select_option("zh")
    assert positions(first) == before
    assert len(before) > 10


@BOTH
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080), (360, 740)])
def test_labels_can_be_read_at_first_view(look: Look, name: str, width: int, height: int) -> None:
    seen = look(name, width=width, height=height)
    assert cast(float, seen.ask("window.kgraph.scale()")) * 13 >= 10


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 360])
def test_boxes_never_overlap_as_the_browser_draws_them(look: Look, language: str, width: int) -> None:
    seen = look("graph.html", width=width, where=f"#lang={language}")
    script = """() => { const boxes = Object.values(window.kgraphCanvas.network().body.nodes).filter(one => one.shape && one.options.label)
      .map(one => ({x: one.x, y: one.y, w: one.shape.width, h: one.shape.height}));
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(
        b => Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2)).length }"""
    assert seen.ask(script) == 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_label_is_cut_in_the_drawing(look: Look, language: str) -> None:
    seen = look("mechanisms/lhb.html", where=f"#lang={language}")
    script = """() => [...document.querySelectorAll('#canvas .wide .variable')].filter(group => {
      const box = group.querySelector('rect').getBBox();
      return [...group.querySelectorAll('text')].filter(one => one.getClientRects().length).some(text => {
        const said = text.getBBox(); return said.x < box.x || said.x + said.width > box.x + box.width
          || said.y < box.y - 1 || said.y + said.height > box.y + box.height + 1 }) }).length"""
    assert seen.ask(script) == 0


@BOTH
@pytest.mark.parametrize("wanted", ["burst firing of lateral", "簇状放电", "LHb bursting", "var:lhb-burst", "lhb-burst"])
def test_search_finds_by_label_in_both_languages_alias_and_id(look: Look, name: str, wanted: str) -> None:
    page = look(name).page
    page.get_by_role("searchbox").fill(wanted)
    page.keyboard.press("Enter")
    assert page.evaluate("window.kgraph.state().selected") == BURST
    assert "burst firing of lateral habenula neurons" in page.locator("#evidence").inner_text()
    assert page.evaluate("document.activeElement.id") == "evidence"


def test_a_search_without_hit_says_so(look: Look) -> None:
    page = look("graph.html").page
    page.get_by_role("searchbox").fill("zzzz")
    assert page.locator("#hits").inner_text() == "Nothing found"


def test_a_click_on_a_box_and_on_a_line_opens_the_panel(look: Look) -> None:
    seen = look("graph.html")
    page = seen.page
    box = page.locator("#canvas").bounding_box()
    assert box
    at = cast(dict[str, float], seen.ask("window.kgraphCanvas.network().canvasToDOM(window.kgraph.positions()['var:ketamine'])"))
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    page.wait_for_function("window.kgraph.state().selected === 'var:ketamine'")
    assert page.locator("#panel .go").count() > 5


def test_a_click_on_a_line_of_a_drawing_shows_its_claims(look: Look) -> None:
    page = look("mechanisms/lhb.html").page
    script = """selector => { const line = document.querySelector(selector); line.scrollIntoView({block: 'center'});
      const point = line.getPointAtLength(line.getTotalLength() * 0.3).matrixTransform(line.getScreenCTM()); return [point.x, point.y] }"""
    x, y = page.evaluate(script, f'#canvas .wide [data-link-id="var:ketamine|-|{BURST}"] .hit')
    page.mouse.click(x, y)
    panel = page.locator("#panel")
    assert "Ketamine completely lowers the burst firing" in panel.inner_text()
    assert "the review (2021)" in panel.inner_text()
    assert panel.locator('.claim[data-sign="-"]').count() == 2


@BOTH
def test_the_keyboard_alone_walks_reads_and_returns(look: Look, name: str) -> None:
    page = look(name).page
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowDown")
    first = page.evaluate("window.kgraph.state().selected")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("window.kgraph.state().selected")
    assert first
    assert first != second
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "evidence"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('go')"):
            break
    page.keyboard.press("Enter")
    assert "|" in page.evaluate("window.kgraph.state().selected")
    assert page.locator("#panel .claim").count() >= 1
    page.keyboard.press("Escape")
    assert page.evaluate("window.kgraph.state().selected") is None
    assert page.evaluate("document.activeElement.id") == "canvas"


@BOTH
def test_on_a_telephone_the_evidence_stands_before_the_eyes(look: Look, name: str) -> None:
    page = look(name, width=360, height=740).page
    page.evaluate("id => window.kgraph.select(id)", BURST)
    box = page.locator("#evidence").bounding_box()
    assert box
    assert 0 < box["y"] < 740
    assert box["y"] + box["height"] <= 741


@BOTH
def test_table_and_picture_are_linked_both_ways(look: Look, name: str) -> None:
    page = look(name).page
    claim = "claim:ketamine-lhb-burst"
    page.locator(f'#claims tr[data-claim-id="{claim}"] .pick').click()
    assert page.evaluate("window.kgraph.state().selected") == f"var:ketamine|-|{BURST}"
    assert page.locator(f'#claims tr.selected[data-claim-id="{claim}"]').count() == 1
    assert page.evaluate("id => window.kgraph.select(id)", "nothing:here") is False


@BOTH
def test_the_legend_filters_picture_and_table(look: Look, name: str) -> None:
    seen = look(name)
    page = seen.page
    rows = page.locator("#claims tbody tr:visible")
    before = rows.count()
    page.locator('input[data-filter="sign"][value="-"]').uncheck()
    assert 0 < rows.count() < before
    assert page.locator('#claims tbody tr[data-sign="-"]:visible').count() == 0
    assert "off=sign" in page.url
    page.reload()
    page.evaluate("() => window.kgraph.ready")
    assert page.locator('#claims tbody tr[data-sign="-"]:visible').count() == 0
    page.locator('input[data-filter="sign"][value="-"]').check()
    assert rows.count() == before


@BOTH
def test_the_address_brings_a_selection_back_and_back_goes_back(look: Look, name: str) -> None:
    seen = look(name, where="#lang=zh&select=" + BURST)
    page = seen.page
    assert page.evaluate("window.kgraph.state().selected") == BURST
    assert "外侧缰核神经元簇状放电" in page.locator("#panel").inner_text()
    page.evaluate("window.kgraph.select('var:ketamine')")
    page.go_back()
    page.wait_for_function(f"window.kgraph.state().selected === '{BURST}'")


def test_every_link_has_the_head_and_colour_of_its_sign_as_drawn(look: Look, shipped: Knowledge) -> None:
    seen = look("graph.html", where="#show=all")
    seen.ask("window.kgraphSvg.refresh()")
    script = """() => [...document.querySelectorAll('.still [data-link-id][data-sign]')].map(one => {
      const head = one.querySelector('.head');
      return [one.dataset.linkId, one.dataset.sign, head.getAttribute('class'), head.getAttribute('points')] })"""
    drawn = cast("list[list[str]]", seen.ask(script))
    shapes: dict[str, set[tuple[str, str]]] = {}
    for link, sign, kind, points in drawn:
        assert link.split("|")[1] == sign
        shapes.setdefault(sign, set()).add((kind, points))
    assert {link for link, *_ in drawn} == {f"{subject}|{sign.value}|{target}" for subject, target, sign in shipped.links()}
    assert {sign: len(one) for sign, one in shapes.items()} == {"+": 1, "-": 1, "?": 1}
    assert len(set.union(*shapes.values())) == 3


@pytest.mark.parametrize("name", ["hostile.html", "hostile-story.html"])
def test_hostile_labels_are_shown_and_never_run(look: Look, name: str) -> None:
    seen = look(name)
    page = seen.page
    for variable in cast("dict[str, object]", seen.ask("window.kgraph.positions()")):
        page.evaluate("id => window.kgraph.select(id)", variable)
    page.locator("#claims .pick").first.click()
    page.get_by_role("searchbox").fill("<img")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert "<img src=x onerror=" in page.get_by_role("heading", level=1).inner_text()
    assert "<img src=x" in page.locator("#hits").inner_text()
    assert seen.complaints == []
    assert len(seen.requests) == 1


@BOTH
def test_print_has_every_name_as_text_and_no_control(look: Look, name: str, tmp_path: Path) -> None:
    seen = look(name, scheme="dark")
    page = seen.page
    page.locator('input[data-filter="sign"][value="-"]').uncheck()
    page.emulate_media(media="print")
    said = page.locator("main").inner_text()
    for variable in cast("dict[str, object]", seen.ask("window.kgraph.positions()")):
        assert variable in said
    assert page.locator(".drawing:visible").count() >= 1
    assert page.locator('#claims tr[data-sign="-"]:visible').count() > 0
    for control in (".zoom", "#hint", "#legend input"):
        assert not page.locator(control).first.is_visible()
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    assert (tmp_path / "page.pdf").stat().st_size > 20_000


def test_a_large_graph_opens_in_a_second_on_a_part_that_can_be_read(look: Look) -> None:
    seen = look("large.html")
    assert len(positions(seen)) == 150
    assert cast(float, seen.ask("window.kgraph.scale()")) * 13 >= 10
    assert "4850 variables" in seen.page.locator("#hidden").inner_text()
    assert cast(float, seen.ask("performance.getEntriesByName('first-contentful-paint')[0].startTime")) < 1000


def test_without_script_the_drawing_and_the_tables_are_there(browser: object, site: Path) -> None:
    from playwright.sync_api import Browser

    assert isinstance(browser, Browser)
    context = browser.new_context(java_script_enabled=False)
    for name in DRAWN:
        page = context.new_page()
        page.goto((site / name).as_uri())
        assert page.locator(".drawing:visible").count() == 1
        assert page.locator("#claims tbody tr:visible").count() > 10
        assert not page.locator("#search").is_visible()
    context.close()
