"""A sheet as a slide: boxes whose text can be edited, and connectors glued to them, so that they follow when a box is moved.

The shapes themselves are written in `slide_shapes.py`; python-pptx, loaded when it is called, makes the package around them.
"""

from __future__ import annotations

from io import BytesIO

from kgraph.errors import ExchangeError
from kgraph.views.curves import Curve, Point
from kgraph.views.picture_ink import DASHES, INKS
from kgraph.views.picture_legend import LegendItem
from kgraph.views.picture_sheet import SLIDE, Sheet
from kgraph.views.routing import Route
from kgraph.views.slide_shapes import Shapes, background_xml
from kgraph.views.svg import badge_letters
from kgraph.views.widths import printable

_EMU = 12700
_BLANK = 6
_PIECES = 5
_START_OF_TIME = (1980, 1, 1, 0, 0, 0)


def sheet_pptx(sheet: Sheet) -> bytes:
    """The sheet as a presentation of one slide, 13.33 x 7.5 inches; the same sheet gives the same bytes.

    Raises
    ------
    ExchangeError
        python-pptx is not installed.
    """
    try:
        from pptx import Presentation
        from pptx.oxml import parse_xml
        from pptx.util import Pt
    except ImportError:
        raise ExchangeError("PPTX is made by python-pptx, which is not installed", remedy="pip install 'kgraph[pictures]'") from None
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(SLIDE[0]), Pt(SLIDE[1])
    title = " / ".join(printable(sheet.title.text(language)) for language in sheet.languages)
    presentation.core_properties.title = title
    presentation.core_properties.author = presentation.core_properties.last_modified_by = "kgraph"
    slide = presentation.slides.add_slide(presentation.slide_layouts[_BLANK])
    slide.name = title
    tree = slide.shapes._spTree
    for shape in slide_xml(sheet):
        tree.append(parse_xml(shape))
    slide.element.cSld.insert(0, parse_xml(background_xml(INKS[sheet.theme].paper)))
    stream = BytesIO()
    presentation.save(stream)
    return _dateless(stream.getvalue())


def slide_xml(sheet: Sheet) -> list[str]:
    """The shapes of the slide as DrawingML, in the order in which they are painted."""
    ink = INKS[sheet.theme]
    shapes = Shapes(scale=SLIDE[0] * _EMU / sheet.width, ink=ink)
    drawing, placement = sheet.drawing, sheet.drawing.wide

    def at(point: Point) -> Point:
        return sheet.corner[0] + point[0] * sheet.scale, sheet.corner[1] + point[1] * sheet.scale

    sites: dict[str, list[Point]] = {one.box.id: [] for one in drawing.variables}
    for link, line in zip(drawing.links, placement.lines, strict=True):
        sites[link.link.subject.id].append(at(line.start))
        sites[link.link.object.id].append(at(line.end))
    for one in drawing.variables:
        x, y = at(placement.centres[one.box.id])
        size = one.box.width * sheet.scale, one.box.height * sheet.scale
        shapes.box(one, (x, y), size, sites[one.box.id], sheet.languages, 13 * sheet.scale)
        for link, line in zip(drawing.links, placement.lines, strict=True):
            if link.link.object.id == one.box.id and link.link.sign.value == "-":
                shapes.bar(line, at(line.end), sheet.scale)
        shapes.close_group()
    met = dict.fromkeys(sites, 0)
    for link, line in zip(drawing.links, placement.lines, strict=True):
        ends = link.link.subject.id, link.link.object.id
        first = met[ends[0]]
        met[ends[0]] += 1
        last = met[ends[1]]
        met[ends[1]] += 1
        shapes.connector(
            link,
            [at(point) for point in _points(line)],
            sites=(first, last),
            width=link.width * sheet.scale,
            dashes=DASHES[link.directness],
        )
    for link, point in zip(drawing.links, placement.ways.marks, strict=True):
        if link.ringed:
            shapes.ring(at(point), 12 * sheet.scale)
        if badge_letters(link):
            shapes.badge(badge_letters(link), at(point), sheet.scale)
    for words in sheet.words:
        shapes.text(words, sheet.width - words.place[0] - 10)
    for item in sheet.legend:
        _legend(shapes, item)
    return shapes.made


def _points(line: Curve | Route) -> list[Point]:
    """The points through which a line is drawn with straight pieces."""
    if isinstance(line, Route):
        return list(line.points)
    steps = 1 if line.bend == 0 else _PIECES
    return [line.at(step / steps) for step in range(steps + 1)]


def _legend(shapes: Shapes, item: LegendItem) -> None:
    shapes.sample(item.sample, item.place)
    for words in item.words:
        shapes.text(words, 240)


def _dateless(package: bytes) -> bytes:
    """The same package with every date of its archive at the beginning of time, and its parts in a fixed order."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    stream = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, date_time=_START_OF_TIME)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return stream.getvalue()
