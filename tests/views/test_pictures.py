"""Pictures for slides and papers: nothing cut or overlapping, text as text, every format readable by somebody else's reader."""

from __future__ import annotations

import math
import re
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree

import pytest

from kgraph.model import Language, Sign
from kgraph.views.dot import dot_text
from kgraph.views.mermaid import mermaid_text
from kgraph.views.picture import GraphPicture
from kgraph.views.picture_ink import INKS, Theme
from kgraph.views.picture_sheet import SMALLEST, Sheet, sheet_of
from kgraph.views.picture_slides import sheet_pptx
from kgraph.views.picture_svg import sheet_svg
from kgraph.views.widths import measured
from tests.views.ketamine_values import BOOK
from tests.views.pictures import KETAMINE, NASTY, hostile_picture, large_picture

BOTH = (Language.EN, Language.ZH)
SVG = "{http://www.w3.org/2000/svg}"
PAPERS = [(languages, theme) for languages in ((Language.EN,), (Language.ZH,), BOTH) for theme in Theme]


def sheet(languages: tuple[Language, ...] = (Language.EN,), theme: Theme = Theme.LIGHT, picture: GraphPicture = KETAMINE) -> Sheet:
    return sheet_of(picture, BOOK, languages=languages, theme=theme)


def texts(document: str) -> list[str]:
    return ["".join(one.itertext()) for one in ElementTree.fromstring(document).iter(f"{SVG}text")]


@pytest.mark.parametrize(("languages", "theme"), PAPERS)
def test_a_sheet_has_the_shape_of_a_slide_and_a_few_variables_can_be_read_on_one(languages: tuple[Language, ...], theme: Theme) -> None:
    ends = {end.id: end for link in KETAMINE.links[:7] for end in (link.subject, link.object)}
    few = GraphPicture(title=KETAMINE.title, variables=tuple(ends[one] for one in sorted(ends)), links=KETAMINE.links[:7])
    made = sheet(languages, theme, few)
    assert math.isclose(made.width / made.height, 16 / 9, rel_tol=0.002)
    assert made.label_points >= SMALLEST


@pytest.mark.parametrize("languages", [(Language.EN,), (Language.ZH,), BOTH])
def test_nothing_on_a_sheet_is_cut_or_lies_over_something_else(languages: tuple[Language, ...]) -> None:
    made = sheet(languages)
    words = [*made.words, *(one for item in made.legend for one in item.words)]
    areas = [(one.place[0], one.place[1] - one.size * 0.8, measured(one.text, one.size) * 0.9, one.size * 0.9) for one in words]
    for drawn in made.drawing.variables:
        x, y = made.drawing.wide.centres[drawn.box.id]
        width, height = drawn.box.width * made.scale, drawn.box.height * made.scale
        areas.append((made.corner[0] + x * made.scale - width / 2, made.corner[1] + y * made.scale - height / 2, width, height))
    for left, top, width, height in areas:
        assert left >= 0
        assert top >= 0
        assert left + width <= made.width
        assert top + height <= made.height
    for (ax, ay, aw, ah), (bx, by, bw, bh) in combinations(areas, 2):
        assert not (ax < bx + bw and bx < ax + aw and ay < by + bh and by < ay + ah)


def test_a_picture_is_well_formed_and_holds_every_name_as_text() -> None:
    document = sheet_svg(sheet(BOTH))
    said = re.sub(r"\s", "", "".join(texts(document)))
    for variable in KETAMINE.variables:
        assert re.sub(r"\s", "", variable.label.en) in said
        assert re.sub(r"\s", "", variable.label.zh) in said
    assert "<script" not in document
    assert "<style" not in document
    assert "http" not in document.replace("http://www.w3.org/2000/svg", "")


def test_chinese_is_marked_as_simplified_and_a_simplified_face_comes_first() -> None:
    root = ElementTree.fromstring(sheet_svg(sheet((Language.ZH,))))
    assert root.get("lang") == "zh-Hans"
    assert (root.get("font-family") or "").startswith("'Noto Sans CJK SC'")
    assert {one.get("lang") for one in root.iter(f"{SVG}text") if one.get("lang")} == {"zh-Hans"}


@pytest.mark.parametrize("theme", Theme)
def test_the_head_and_colour_of_each_line_agree_with_its_sign(theme: Theme) -> None:
    root = ElementTree.fromstring(sheet_svg(sheet(theme=theme)))
    links = [one for one in root.iter(f"{SVG}g") if one.get("data-link-id") and one.get("data-sign")]
    assert len(links) == len(KETAMINE.links)
    corners = {"+": 3, "-": 4, "?": 4}
    for link in links:
        sign = Sign(link.get("data-sign"))
        line, head = link.find(f"{SVG}path"), link.find(f"{SVG}polygon")
        assert line is not None
        assert head is not None
        assert line.get("stroke") == INKS[theme].signs[sign]
        assert head.get("class") == "head " + {"+": "plus", "-": "minus", "?": "unknown"}[sign.value]
        assert len((head.get("points") or "").split()) == corners[sign.value]


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    kinds = {(item.sample.kind, item.sample.sign) for item in sheet().legend if item.sample.kind == "head"}
    assert kinds == {("head", link.sign) for link in KETAMINE.links}


def test_contrast_of_lines_and_text_is_enough_on_both_papers() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(one: str, other: str) -> float:
        bright, dark = sorted((light(one), light(other)), reverse=True)
        return (bright + 0.05) / (dark + 0.05)

    for ink in INKS.values():
        assert contrast(ink.ink, ink.paper) >= 7
        assert contrast(ink.soft, ink.paper) >= 4.5
        assert all(contrast(colour, ink.paper) >= 3 for colour in (*ink.signs.values(), ink.ring))
        assert all(contrast(ink.ink, fill) >= 7 for fill in ink.fills.values())


def test_hostile_names_stay_text_in_every_format() -> None:
    pydot = pytest.importorskip("pydot")
    picture = hostile_picture()
    made = sheet(picture=picture)
    document = sheet_svg(made)
    assert not {one.tag for one in ElementTree.fromstring(document).iter()} & {f"{SVG}script", f"{SVG}img", f"{SVG}image"}
    assert any("onerror" in text for text in texts(document))
    (graph,) = pydot.graph_from_dot_data(dot_text(made))
    assert len([one for one in graph.get_nodes() if one.get_name().strip('"').startswith("var:")]) == len(picture.variables)
    flow = mermaid_text(picture, BOOK)
    assert "<img" not in flow.split("flowchart")[1]
    assert len(flow.splitlines()) < 40


def test_characters_that_xml_forbids_do_not_break_a_picture() -> None:
    from dataclasses import replace

    from kgraph.model import Label

    spoiled = replace(KETAMINE, title=Label(en="a\x00b\x1b[31m\ufffe\ud800", zh="甲\x08乙\u202e"))
    ElementTree.fromstring(sheet_svg(sheet(BOTH, picture=spoiled)))


def test_each_dot_file_is_read_by_somebody_else_with_its_heads_and_positions() -> None:
    pydot = pytest.importorskip("pydot")
    (graph,) = pydot.graph_from_dot_data(dot_text(sheet(BOTH)))
    heads = {"normal": Sign.PLUS, "tee": Sign.MINUS, "odiamond": Sign.UNKNOWN}
    found = [(edge.get_source().strip('"'), edge.get_destination().strip('"'), heads[edge.get("arrowhead")]) for edge in graph.get_edges()]
    assert sorted(found, key=str) == sorted(((link.subject.id, link.object.id, link.sign) for link in KETAMINE.links), key=str)
    assert all(node.get("pos") for node in graph.get_nodes() if node.get_name().strip('"').startswith("var:"))


def test_mermaid_names_every_variable_and_draws_every_link() -> None:
    flow = mermaid_text(KETAMINE, BOOK, languages=BOTH)
    assert len(re.findall(r"^    v\d+\[", flow, re.MULTILINE)) == len(KETAMINE.variables)
    assert len(re.findall(r"^    v\d+ -", flow, re.MULTILINE)) == len(KETAMINE.links)
    assert "氯胺酮" in flow


def test_a_slide_has_editable_boxes_and_glued_connectors() -> None:
    pptx = pytest.importorskip("pptx")
    made = sheet(BOTH)
    slide = pptx.Presentation(BytesIO(sheet_pptx(made))).slides[0]
    shapes = [one for shape in slide.shapes for one in (shape.shapes if shape.shape_type == 6 else [shape])]
    words = [re.sub(r"\s", "", shape.text_frame.text) for shape in shapes if shape.has_text_frame]
    for variable in KETAMINE.variables:
        assert any(re.sub(r"\s", "", variable.label.en) in text for text in words)
        assert any(re.sub(r"\s", "", variable.label.zh) in text for text in words)
    ids = {shape.shape_id for shape in shapes}
    glued = [shape for shape in shapes if shape._element.tag.endswith("cxnSp") and shape.name != "legend"]
    assert len(glued) >= len(KETAMINE.links)
    for connector in glued:
        ends = connector._element.nvCxnSpPr.cNvCxnSpPr
        assert {ends.stCxn.id, ends.endCxn.id} <= ids
    assert len(ids) == len(shapes)
    assert all(shape.left >= 0 and shape.left + shape.width <= 12192000 for shape in shapes if shape.name != "legend")


@pytest.mark.parametrize("theme", Theme)
def test_the_same_picture_gives_the_same_bytes(theme: Theme) -> None:
    pytest.importorskip("pptx")
    made = sheet(BOTH, theme)
    assert sheet_svg(made) == sheet_svg(sheet(BOTH, theme))
    assert sheet_pptx(made) == sheet_pptx(sheet(BOTH, theme))
    assert b"2013" not in sheet_pptx(made)[:200]


def test_pdf_and_png_are_made_twice_alike_and_the_pdf_holds_no_date() -> None:
    pytest.importorskip("typst")
    from kgraph.errors import ExchangeError
    from kgraph.views.picture_print import svg_pdf, svg_png

    made = sheet((Language.EN,))
    document = sheet_svg(made)
    try:
        first = svg_pdf(document, made.width, made.height, "ketamine")
    except ExchangeError as error:
        pytest.skip(str(error))
    assert first == svg_pdf(document, made.width, made.height, "ketamine")
    assert first.startswith(b"%PDF-")
    assert b"CreationDate" not in first
    assert b"FontFile" in first
    image = svg_png(document, made.width, made.height, "ketamine")
    assert image.startswith(b"\x89PNG")
    assert image == svg_png(document, made.width, made.height, "ketamine")
    assert int.from_bytes(image[16:20], "big") >= 1920


def test_a_machine_without_a_chinese_font_is_told_so() -> None:
    from kgraph.errors import ExchangeError
    from kgraph.views.picture_print import _need_chinese

    _need_chinese(["DejaVu Sans", "Noto Sans CJK SC"])
    with pytest.raises(ExchangeError, match="Chinese"):
        _need_chinese(["DejaVu Sans"])


def test_what_is_too_much_for_a_slide_gets_a_larger_sheet_and_says_so() -> None:
    made = sheet(picture=large_picture(60))
    assert made.width > 960
    assert made.label_points < SMALLEST
    assert made.scale * 13 >= SMALLEST


def test_an_empty_picture_is_drawn_without_complaint() -> None:
    empty = GraphPicture(title=KETAMINE.title, variables=(), links=())
    ElementTree.fromstring(sheet_svg(sheet(picture=empty)))
    assert NASTY not in sheet_svg(sheet(picture=hostile_picture()))
