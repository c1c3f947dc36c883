"""Lines go round boxes: where a curve cannot, a route through the gaps of the rows does."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.model import Language, Sign
from kgraph.questions.picturing import view
from kgraph.store import Knowledge, load
from kgraph.views.curves import Curve
from kgraph.views.drawing import Drawing, drawing_of
from kgraph.views.layout import Box, Frame, Placement, placed, placed_across, snaked
from kgraph.views.picture_sheet import sheet_of
from kgraph.views.routing import Route
from kgraph.views.svg import heading, path_of

ARCS = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=30)


def hidden(boxes: list[Box], placement: Placement, links: list[tuple[str, str]], lines: tuple[Curve | Route, ...]) -> list[tuple[str, str]]:
    """Links whose line has a point inside a box that is not at its end."""
    found = []
    for line, ends in zip(lines, links, strict=True):
        points = [line.at(step / 200) for step in range(1, 200)]
        for box in boxes:
            (cx, cy), half_width, half_height = placement.centres[box.id], box.width / 2, box.height / 2
            if box.id not in ends and any(abs(x - cx) < half_width and abs(y - cy) < half_height for x, y in points):
                found.append(ends)
    return found


def of(drawing: Drawing, placement: Placement) -> list[tuple[str, str]]:
    ends = [(one.link.subject.id, one.link.object.id) for one in drawing.links]
    return hidden([one.box for one in drawing.variables], placement, ends, placement.lines)


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


def test_in_the_shipped_graph_and_each_mechanism_no_line_runs_behind_a_box(shipped: Knowledge) -> None:
    for names in ([], *([one.id] for one in shipped.mechanisms())):
        drawing = drawing_of(view(shipped, names), shipped)
        for placement in (drawing.wide, drawing.narrow):
            assert of(drawing, placement) == [], names


def test_on_slides_no_line_runs_behind_a_box_either(shipped: Knowledge) -> None:
    for one in shipped.mechanisms():
        sheet = sheet_of(view(shipped, [one.id]), shipped, languages=(Language.EN,))
        assert of(sheet.drawing, sheet.drawing.wide) == [], one.id


@given(ARCS, st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_route_never_touches_a_box_that_it_does_not_join(arcs: list[tuple[int, int]], across: bool) -> None:
    boxes = [Box(id=f"b{number:02}", width=120.0, height=35.0 + 9 * (number % 4)) for number in range(14)]
    links = [(f"b{tail:02}", f"b{head:02}") for tail, head in arcs]
    placement = (placed_across if across else placed)(boxes, links, Frame(width=900.0, height=600.0, columns=(3,)))
    routes = [(route, ends) for route, ends in zip(placement.ways.routes, links, strict=True) if route]
    assert hidden(boxes, placement, [ends for _, ends in routes], tuple(route for route, _ in routes)) == []
    for route, ends in routes:
        for point, end in ((route.start, ends[0]), (route.end, ends[1])):
            (cx, cy), box = placement.centres[end], next(box for box in boxes if box.id == end)
            assert abs(point[0] - cx) <= box.width / 2 + 0.01
            assert abs(point[1] - cy) <= box.height / 2 + 0.01
        assert all(-1 <= x <= placement.width + 1 and -1 <= y <= placement.height + 1 for x, y in route.points)


@given(ARCS, st.booleans())
@settings(max_examples=40, deadline=None)
def test_boxes_of_unequal_size_never_overlap_whichever_way_layers_run(arcs: list[tuple[int, int]], across: bool) -> None:
    boxes = [Box(id=f"b{number:02}", width=90.0 + 17 * (number % 5), height=35.0 + 21 * (number % 4)) for number in range(14)]
    links = [(f"b{tail:02}", f"b{head:02}") for tail, head in arcs]
    placement = (placed_across if across else placed)(boxes, links, Frame(width=900.0, height=600.0, columns=(3, 5)))
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            (ax, ay), (bx, by) = placement.centres[one.id], placement.centres[other.id]
            apart = abs(ax - bx) >= (one.width + other.width) / 2 or abs(ay - by) >= (one.height + other.height) / 2
            assert apart, (one.id, other.id)


def test_a_path_is_laid_to_and_fro_and_anything_else_is_not() -> None:
    boxes = [Box(id=one, width=100.0, height=40.0) for one in "abcde"]
    links = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]
    placement = snaked(boxes, links, 3, frozenset(), gaps=(40.0, 40.0))
    assert placement is not None
    xs = {one: placement.centres[one][0] for one in "abcde"}
    assert xs["a"] < xs["b"] < xs["c"] == xs["d"]
    assert xs["e"] == xs["b"]
    assert snaked(boxes, [*links, ("a", "c")], 3, frozenset(), gaps=(40.0, 40.0)) is None
    assert snaked(boxes, [*links[:3], ("e", "a"), ("d", "e")], 3, frozenset(), gaps=(40.0, 40.0)) is None


def test_a_head_points_along_the_last_stretch_and_the_line_ends_before_it() -> None:
    route = Route(points=((0.0, 0.0), (0.0, 50.0), (80.0, 50.0), (80.0, 100.0)))
    assert math.isclose(heading(route), 90.0)
    assert path_of(route, Sign.PLUS).endswith("L80,91")
    assert len(re.findall("Q", path_of(route, Sign.PLUS))) == 2
    assert route.at(0.0) == (0.0, 0.0)
    assert route.at(1.0) == (80.0, 100.0)
