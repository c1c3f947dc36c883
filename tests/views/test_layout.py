"""Layouts: nothing overlaps, nothing leaves the sheet, and the same input gives the same drawing."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.views.curves import control_point
from kgraph.views.drawing import drawing_of
from kgraph.views.layering import rows_of
from kgraph.views.layout import Box, Frame, Placement, placed
from kgraph.views.picture import GraphPicture
from tests.views.ketamine_values import BOOK
from tests.views.pictures import KETAMINE

FRAME = Frame(width=900.0, height=650.0, columns=(3, 5))
ARCS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=24)


def overlaps(boxes: list[Box], placement: Placement) -> list[tuple[str, str]]:
    found = []
    for one, other in combinations(boxes, 2):
        (ax, ay), (bx, by) = placement.centres[one.id], placement.centres[other.id]
        if abs(ax - bx) < (one.width + other.width) / 2 and abs(ay - by) < (one.height + other.height) / 2:
            found.append((one.id, other.id))
    return found


def laid_out(arcs: list[tuple[int, int]]) -> tuple[list[Box], Placement]:
    boxes = [Box(id=f"b{number:02}", width=130.0, height=35.0 + 8 * (number % 4)) for number in range(12)]
    return boxes, placed(boxes, [(f"b{tail:02}", f"b{head:02}") for tail, head in arcs], FRAME)


@given(ARCS)
@settings(max_examples=40, deadline=None)
def test_boxes_never_overlap_and_stay_on_the_sheet(arcs: list[tuple[int, int]]) -> None:
    boxes, placement = laid_out(arcs)
    assert overlaps(boxes, placement) == []
    for box in boxes:
        x, y = placement.centres[box.id]
        assert x - box.width / 2 >= 0
        assert x + box.width / 2 <= placement.width
        assert y - box.height / 2 >= 0
        assert y + box.height / 2 <= placement.height


@given(ARCS)
@settings(max_examples=20, deadline=None)
def test_the_same_graph_is_drawn_the_same_twice(arcs: list[tuple[int, int]]) -> None:
    assert laid_out(arcs) == laid_out(arcs)


@given(ARCS, st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_rows_hold_everybody_once_and_are_not_too_wide(arcs: list[tuple[int, int]], most: int) -> None:
    rows = rows_of(12, arcs, most)
    assert sorted(one for row in rows for one in row) == list(range(12))
    assert max(map(len, rows)) <= most


def test_links_of_a_graph_without_cycles_point_down() -> None:
    arcs = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)]
    row = {one: number for number, members in enumerate(rows_of(5, arcs, 3)) for one in members}
    assert all(row[tail] < row[head] for tail, head in arcs)


def test_a_long_chain_is_wrapped_when_height_is_scarce() -> None:
    arcs = [(one, one + 1) for one in range(11)]
    assert len(rows_of(12, arcs, 4)) == 12
    assert len(rows_of(12, arcs, 4, tallest=5)) <= 6


def test_a_line_goes_round_a_box_that_stands_between() -> None:
    boxes = [Box(id=one, width=100.0, height=30.0) for one in "abc"]
    placement = placed(boxes, [("a", "b"), ("b", "c"), ("a", "c")], Frame(width=400.0, height=600.0, columns=(2,)))
    curve, (x, y) = placement.curves[2], placement.centres["b"]
    points = [curve.at(share / 20) for share in range(21)]
    assert not any(abs(px - x) < 50 and abs(py - y) < 15 for px, py in points)


def test_two_links_between_the_same_boxes_part_ways() -> None:
    boxes = [Box(id=one, width=100.0, height=30.0) for one in "ab"]
    for links in ([("a", "b"), ("a", "b")], [("a", "b"), ("b", "a")]):
        first, second = placed(boxes, links, FRAME).curves
        assert math.dist(first.at(0.5), second.at(0.5)) > 8


def test_a_straight_line_has_its_control_point_in_the_middle() -> None:
    x, y = control_point((0.0, 0.0), (100.0, 40.0), 0.0)
    assert math.isclose(x, 50.0, abs_tol=1e-9)
    assert math.isclose(y, 20.0, abs_tol=1e-9)


def test_a_loop_and_an_island_are_drawn() -> None:
    boxes = [Box(id=one, width=100.0, height=30.0) for one in "ab"]
    placement = placed(boxes, [("a", "a")], FRAME)
    assert len(placement.curves) == 1
    assert overlaps(boxes, placement) == []


def test_nothing_at_all_is_drawn_without_complaint() -> None:
    empty = drawing_of(GraphPicture(title=KETAMINE.title, variables=(), links=()), BOOK)
    assert empty.variables == ()
    assert empty.wide.width > 0


def test_ketamine_fits_the_frame_of_a_lecture_hall() -> None:
    drawing = drawing_of(KETAMINE, BOOK)
    boxes = [one.box for one in drawing.variables]
    for placement in (drawing.wide, drawing.narrow):
        assert overlaps(boxes, placement) == []
    assert drawing.wide.width < 1120
    assert drawing.narrow.width < 366
    badges = [point for link, point in zip(drawing.links, drawing.wide.marks, strict=True) if link.ringed]
    assert len(badges) == 2
    assert math.dist(*badges) > 20


def test_no_line_of_text_is_wider_than_its_box() -> None:
    from kgraph.views.widths import columns_of

    for one in drawing_of(KETAMINE, BOOK).variables:
        assert max(map(columns_of, (*one.lines_en, *one.lines_zh))) * 6.5 <= one.box.width - 10
        assert max(len(one.lines_en), len(one.lines_zh)) * 16 <= one.box.height
