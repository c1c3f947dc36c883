"""Plots: every number is an entry's own or a count of entries, what is not stated is said so, and nothing different shares an axis."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from kgraph.errors import InvalidValue
from kgraph.model import Language, Result
from kgraph.questions.listing import claims, results
from kgraph.questions.plotting import plot, plots
from kgraph.store import Knowledge, load
from kgraph.views.picture_ink import Theme
from kgraph.views.plot import Plot, even_ticks, plot_table
from kgraph.views.plot_page import plot_html
from kgraph.views.plot_svg import WIDTH, plot_svg
from kgraph.views.widths import measured

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("efficacy", "adverse-effects", "species")


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


def drawn(shipped: Knowledge, name: str) -> Plot:
    return plot(shipped, name)


def test_each_plot_is_listed_with_a_title_in_both_languages() -> None:
    assert tuple(plots()) == NAMES
    assert all(title.en and title.zh for title in plots().values())


def test_each_number_of_efficacy_is_the_number_of_its_own_result(shipped: Knowledge) -> None:
    known = {one.id: one for one in results(shipped)}
    seen = 0
    for group in drawn(shipped, "efficacy").groups:
        for row in group.rows:
            (identity,) = row.ids
            result = known[identity]
            for mark in row.marks:
                assert result.value is not None
                assert mark.high == float(result.value.value)
                assert mark.spread == (float(result.spread.value) if result.spread else None)
                seen += 1
            assert bool(row.marks) == (result.value is not None)
    assert seen == sum(one.value is not None and one.value.unit != "{patients}" and one.intervention is not None for one in known.values())


def test_one_axis_holds_one_outcome_in_one_unit(shipped: Knowledge) -> None:
    known = {one.id: one for one in results(shipped)}
    for group in drawn(shipped, "efficacy").groups:
        if group.axis:
            kinds = {(known[row.ids[0]].outcome.id, getattr(known[row.ids[0]].value, "unit", "")) for row in group.rows}
            assert len(kinds) == 1


def test_a_result_without_spread_has_no_whisker_and_says_not_stated(shipped: Knowledge) -> None:
    rows = [row for group in drawn(shipped, "efficacy").groups for row in group.rows if row.marks]
    for row in rows:
        if row.marks[0].spread is None:
            assert "spread not stated" in row.right[0].en
            assert "离散未说明" in row.right[0].zh
    document = plot_svg(drawn(shipped, "efficacy"), shipped, theme=Theme.LIGHT)
    assert document.count('class="spread"') == sum(row.marks[0].spread is not None for row in rows) == 2


def test_sample_sizes_are_those_of_the_results(shipped: Knowledge) -> None:
    table = plot_table(drawn(shipped, "efficacy"), (Language.EN,))
    place, ids = table.columns.index("n"), table.columns.index("ids")
    known = {one.id: one for one in results(shipped)}
    for row in table.rows:
        result = known[str(row[ids])]
        assert isinstance(result, Result)
        size = result.sample_size or result.studies
        assert str(row[place]).startswith(size.value if size else "not stated")


def test_times_told_in_words_stay_words(shipped: Knowledge) -> None:
    made = drawn(shipped, "adverse-effects")
    assert [column.name for column in made.right] == ["onset", "offset"]
    stated = {piece.context.offset.en for claim in claims(shipped, kind="claim") for piece in claim.evidence} - {""}
    assert {row.right[1].en for group in made.groups for row in group.rows} == stated | {"not stated"}


def test_species_counts_agree_with_a_count_by_hand(shipped: Knowledge) -> None:
    made = drawn(shipped, "species")
    for row in (row for group in made.groups for row in group.rows):
        counts = [0, 0, 0, 0]
        for identity in row.ids:
            claim = shipped.entry(identity)
            named = {piece.context.species for piece in claim.evidence}
            for end in ("subject", "object"):
                named.add(getattr(getattr(claim, end), "species", ""))
            people, animals = "ent:human" in named, bool(named - {"ent:human", ""})
            counts[0 if people and not animals else 1 if animals and not people else 2 if people else 3] += 1
        assert list(row.values) == counts
        assert sum(mark.high - mark.low for mark in row.marks) == len(row.ids) == int(row.right[0].en)
    assert len(made.groups[-1].rows[0].ids) == len(shipped.entries("claim"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("theme", [*Theme, None])
def test_a_figure_is_well_formed_and_nothing_leaves_it(shipped: Knowledge, name: str, language: Language, theme: Theme | None) -> None:
    document = plot_svg(drawn(shipped, name), shipped, language=language, theme=theme)
    root = ElementTree.fromstring(document)
    height = float((root.get("viewBox") or "").split()[3])
    for text in root.iter(f"{SVG}text"):
        x, y, length = (
            float(text.get("x") or 0),
            float(text.get("y") or 0),
            measured(text.text or "", float(text.get("font-size") or root.get("font-size") or 0)) * 0.9,
        )
        left = x - length / 2 if text.get("text-anchor") == "middle" else x
        assert left >= 0
        assert left + length <= WIDTH
        assert 0 < y < height
        assert float(text.get("font-size") or root.get("font-size") or 0) >= 11
    assert "<script" not in document
    assert document == plot_svg(drawn(shipped, name), shipped, language=language, theme=theme)


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_cell_lies_over_another(shipped: Knowledge, name: str) -> None:
    root = ElementTree.fromstring(plot_svg(drawn(shipped, name), shipped, theme=Theme.LIGHT))
    for row in root.iter(f"{SVG}g"):
        areas = []
        for text in row.iter(f"{SVG}text"):
            x, y, size = (float(text.get(key) or root.get(key) or 0) for key in ("x", "y", "font-size"))
            length = measured(text.text or "", size) * 0.85
            areas.append((x - length / 2 if text.get("text-anchor") else x, y - size * 0.75, length, size * 0.9))
        for place, (ax, ay, aw, ah) in enumerate(areas):
            for bx, by, bw, bh in areas[:place]:
                assert not (ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gets_both_languages_the_table_and_no_script(shipped: Knowledge, name: str) -> None:
    made = drawn(shipped, name)
    page = plot_html(made, shipped)
    assert page.count("<svg") == 2
    assert page.count("<table>") == 2
    assert page.count("<tr>") == 2 * (1 + sum(len(group.rows) for group in made.groups))
    assert "<script" not in page
    assert re.search(r"var\(--ink", page)


def test_a_name_limits_a_plot_and_a_wrong_one_is_refused(shipped: Knowledge) -> None:
    made = plot(shipped, "efficacy", ["intranasal"])
    assert {row.ids[0] for group in made.groups for row in group.rows} == {
        "result:bg-popova-madrs",
        "result:trial21-ketamine",
        "result:trial21-placebo",
    }
    with pytest.raises(InvalidValue, match="no plot"):
        plot(shipped, "efficacity")
    with pytest.raises(InvalidValue, match="nothing to plot"):
        plot(shipped, "adverse-effects", ["mTOR"])


@pytest.mark.parametrize("high", [0.3, 1.0, 7.0, 29.0, 100.0, 132.0, 4567.0])
def test_ticks_are_round_and_hold_the_number(high: float) -> None:
    end, ticks = even_ticks(high)
    assert end >= high
    assert 2 <= len(ticks) <= 8
    assert ticks[0].value == 0
    assert ticks[-1].value == end
