"""Shapes of a slide as DrawingML: boxes with a connection site where each line meets them, glued connectors, bars, badges, texts.

DrawingML has heads for arrows and diamonds, none for inhibition: a bar is a small shape grouped with the box that it stands at. Programs
route bent connectors each in their own way, through boxes too: a bent line is a few straight connectors glued to small joints.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kgraph.model import Language, Sign
from kgraph.views.curves import Curve, Point
from kgraph.views.drawing import Directness, DrawnLink, DrawnVariable
from kgraph.views.naming import shown_label
from kgraph.views.picture_ink import DASHES, Ink
from kgraph.views.picture_legend import Sample
from kgraph.views.picture_words import Words
from kgraph.views.routing import Route
from kgraph.views.svg import heading, xml_text

_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_TAGS = {Language.EN: "en-US", Language.ZH: "zh-CN"}
_HEADS = {Sign.PLUS: '<a:tailEnd type="triangle" w="med" len="med"/>', Sign.UNKNOWN: '<a:tailEnd type="diamond" w="lg" len="lg"/>'}
_CORNER = 6.0
_NO_LINE = "<a:ln><a:noFill/></a:ln>"


class Shapes:
    """Collects the shapes of one slide; `scale` turns units of the sheet into EMU."""

    def __init__(self, *, scale: float, ink: Ink) -> None:
        self.made: list[str] = []
        self._scale = scale
        self._ink = ink
        self._last = 1
        self._ids: dict[str, int] = {}
        self._group: list[str] = []
        self._frame = (0, 0, 0, 0)

    def box(
        self, drawn: DrawnVariable, centre: Point, size: Point, sites: Sequence[Point], languages: Sequence[Language], points: float
    ) -> None:
        """Open a group with a box: its text, and a connection site at each of some places on its border."""
        left, top = centre[0] - size[0] / 2, centre[1] - size[1] / 2
        x, y, width, height = self._emu(left), self._emu(top), self._emu(size[0]), self._emu(size[1])
        self._ids[drawn.box.id] = identity = self._next()
        places = [(self._emu(px - left), self._emu(py - top)) for px, py in sites]
        # The first four are those of every rectangle, which some programs take for granted.
        places = [(width // 2, 0), (0, height // 2), (width // 2, height), (width, height // 2), *places]
        glue = "".join(f'<a:cxn ang="0"><a:pos x="{px}" y="{py}"/></a:cxn>' for px, py in places)
        edge = (self._ink.ink, 2.5) if drawn.in_focus else (self._ink.box_line, 1.0)
        label = shown_label(drawn.variable)
        text = "".join(self._paragraph("\n".join(drawn.lines(language)), language, points, align="ctr") for language in languages)
        self._frame = (x, y, width, height)
        self._group = [
            f'<p:sp><p:nvSpPr><p:cNvPr id="{identity}" name="{xml_text(label.en)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{glue}</a:cxnLst><a:rect l="0" t="0" r="r" b="b"/>'
            f"<a:pathLst>{self._rounded(width, height)}</a:pathLst></a:custGeom>{_fill(self._ink.fills[drawn.scale])}"
            f'{self._line(edge[0], edge[1], ())}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="{self._emu(3)}" tIns="0"'
            f' rIns="{self._emu(3)}" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>'
        ]

    def bar(self, line: Curve | Route, tip: Point, scale: float) -> None:
        """The head of a link that decreases, in the group of the box that it stands at."""
        angle = heading(line)
        width, height = self._emu(3.2 * scale), self._emu(13 * scale)
        x, y = self._emu(tip[0]) - width // 2, self._emu(tip[1]) - height // 2
        self._group.append(
            self._shape("decreases", (x, y, width, height), "rect", fill=self._ink.signs[Sign.MINUS], turn=round(angle * 60000))
        )

    def close_group(self) -> None:
        """End the group of a box; a box without bars needs none."""
        if len(self._group) == 1:
            self.made.append(self._group[0].replace("<p:sp>", f"<p:sp {_SPACES}>", 1))
            return
        x, y, width, height = self._frame
        # A group whose child frame is its own leaves its members where they are.
        frame = (
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/><a:chOff x="{x}" y="{y}"/>'
            f'<a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
        )
        self.made.append(
            f'<p:grpSp {_SPACES}><p:nvGrpSpPr><p:cNvPr id="{self._next()}" name="group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
            f"<p:grpSpPr>{frame}</p:grpSpPr>{''.join(self._group)}</p:grpSp>"
        )

    def connector(self, link: DrawnLink, points: Sequence[Point], *, sites: tuple[int, int], width: float, dashes: Sequence[float]) -> None:
        """A line through some points, glued to sites of two boxes at its ends and to joints between."""
        sign = link.link.sign
        colour = self._ink.signs[sign]
        name = f"{shown_label(link.link.subject).en} {sign.value} {shown_label(link.link.object).en}"
        ends = [(self._ids[link.link.subject.id], 4 + sites[0])]
        for x, y in points[1:-1]:
            self._round("joint", (x, y), (width, width), "ellipse", _NO_LINE, fill="" if dashes else colour)
            ends.append((self._last, 0))
        ends.append((self._ids[link.link.object.id], 4 + sites[1]))
        places = list(zip(points, ends, strict=True))
        for number, ((start, first), (end, last)) in enumerate(pairwise(places), start=1):
            head = _HEADS.get(sign, "") if number == len(places) - 1 else ""
            glue = f'<a:stCxn id="{first[0]}" idx="{first[1]}"/><a:endCxn id="{last[0]}" idx="{last[1]}"/>'
            self._straight(name, start, end, self._line(colour, width, dashes, head), glue)

    def _straight(self, name: str, start: Point, end: Point, line: str, glue: str = "") -> None:
        (ax, ay), (bx, by) = ((self._emu(x), self._emu(y)) for x, y in (start, end))
        flips = (' flipH="1"' if ax > bx else "") + (' flipV="1"' if ay > by else "")
        self.made.append(
            f'<p:cxnSp {_SPACES}><p:nvCxnSpPr><p:cNvPr id="{self._next()}" name="{xml_text(name)}"/><p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>'
            f'<p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm{flips}><a:off x="{min(ax, bx)}" y="{min(ay, by)}"/>'
            f'<a:ext cx="{abs(bx - ax)}" cy="{abs(by - ay)}"/></a:xfrm>'
            f'<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>{line}</p:spPr></p:cxnSp>'
        )

    def ring(self, centre: Point, radius: float) -> None:
        """The ring of a contradicted link."""
        self._round("contradicted", centre, (2 * radius, 2 * radius), "ellipse", self._line(self._ink.ring, 2.5, ()))

    def badge(self, letters: str, centre: Point, scale: float) -> None:
        """A pill with the letters of layers."""
        size = (8 + 9 * len(letters)) * scale, 16 * scale
        text = self._paragraph(letters, Language.EN, 11 * scale, align="ctr", bold=True)
        self._round("layer", centre, size, "roundRect", self._line(self._ink.soft, 1.0, ()), fill=self._ink.paper, text=text)

    def text(self, words: Words, width: float) -> None:
        """One line of text without a box, never broken."""
        x, y = self._emu(words.place[0]), self._emu(words.place[1] - words.size)
        colour = self._ink.soft if words.soft else self._ink.ink
        body = self._paragraph(words.text, words.language, words.size, bold=words.bold, colour=colour)
        self.made.append(
            self._shape(
                words.text, (x, y, self._emu(width), self._emu(words.size * 1.3)), "rect", text=body, anchor="t", boxed=False, outer=True
            )
        )

    def sample(self, sample: Sample, place: Point) -> None:
        """The sample of an entry of the legend."""
        x, y = place
        ink = self._ink
        if sample.kind == "fill":
            frame = (self._emu(x), self._emu(y + 1), self._emu(20), self._emu(13))
            self.made.append(
                self._shape("legend", frame, "roundRect", fill=ink.fills[sample.scale], line=self._line(ink.box_line, 1.0, ()), outer=True)
            )
        elif sample.kind == "ring":
            self.ring((x + 10, y + 7), 7)
        elif sample.kind == "badge":
            self.badge(sample.badge, (x + 9, y + 7), 1.0)
        elif sample.kind == "width":
            self._plain((x + 2, y + 4), (x + 42, y + 4), ink.ink, 1.6)
            self._plain((x + 2, y + 10.5), (x + 42, y + 10.5), ink.ink, 4.4)
        elif sample.kind == "head":
            colour = ink.signs[sample.sign]
            self._plain((x + 2, y + 7), (x + 42, y + 7), colour, 2.0, head=_HEADS.get(sample.sign, ""))
            if sample.sign is Sign.MINUS:
                frame = (self._emu(x + 39), self._emu(y + 0.5), self._emu(3.2), self._emu(13))
                self.made.append(self._shape("legend", frame, "rect", fill=colour, outer=True))
        else:
            self._plain((x + 2, y + 7), (x + 42, y + 7), ink.ink, 2.0, DASHES[Directness(sample.kind)])

    def _plain(self, start: Point, end: Point, colour: str, width: float, dashes: Sequence[float] = (), head: str = "") -> None:
        self._straight("legend", start, end, self._line(colour, width, dashes, head))

    def _round(self, name: str, centre: Point, size: Point, form: str, line: str, *, fill: str = "", text: str = "") -> None:
        frame = tuple(self._emu(value) for value in (centre[0] - size[0] / 2, centre[1] - size[1] / 2, *size))
        self.made.append(self._shape(name, (frame[0], frame[1], frame[2], frame[3]), form, fill=fill, line=line, text=text, outer=True))

    def _shape(
        self,
        name: str,
        frame: tuple[int, int, int, int],
        form: str,
        *,
        fill: str = "",
        line: str = _NO_LINE,
        text: str = "",
        turn: int = 0,
        anchor: str = "ctr",
        boxed: bool = True,
        outer: bool = False,
    ) -> str:
        """A preset shape; `outer` ones carry the namespaces, `boxed` ones keep their text inside."""
        x, y, width, height = frame
        turned = f' rot="{turn}"' if turn else ""
        adjust = '<a:gd name="adj" fmla="val 50000"/>' if form == "roundRect" and text else ""
        body = (
            f'<p:txBody><a:bodyPr wrap="{"square" if boxed else "none"}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"/>'
            f"<a:lstStyle/>{text or '<a:p/>'}</p:txBody>"
        )
        kind = "" if boxed else ' txBox="1"'
        return (
            f'<p:sp{" " + _SPACES if outer else ""}><p:nvSpPr><p:cNvPr id="{self._next()}" name="{xml_text(name)}"/><p:cNvSpPr{kind}/>'
            f'<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            f'<a:prstGeom prst="{form}"><a:avLst>{adjust}</a:avLst></a:prstGeom>{_fill(fill)}{line}</p:spPr>{body}</p:sp>'
        )

    def _rounded(self, width: int, height: int) -> str:
        """A rectangle with round corners."""
        r = min(self._emu(_CORNER), width // 2, height // 2)

        def corner(start: int) -> str:
            return f'<a:arcTo wR="{r}" hR="{r}" stAng="{start}" swAng="5400000"/>'

        def to(x: int, y: int) -> str:
            return f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>'

        return (
            f'<a:path w="{width}" h="{height}"><a:moveTo><a:pt x="0" y="{r}"/></a:moveTo>{corner(10800000)}{to(width - r, 0)}'
            f"{corner(16200000)}{to(width, height - r)}{corner(0)}{to(r, height)}{corner(5400000)}<a:close/></a:path>"
        )

    def _paragraph(self, text: str, language: Language, size: float, *, align: str = "l", bold: bool = False, colour: str = "") -> str:
        points = round(size * self._scale / 127)
        weight = ' b="1"' if bold else ""
        inner = f'{_fill(colour or self._ink.ink)}<a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/>'
        runs = (
            f'<a:r><a:rPr lang="{_TAGS[language]}" sz="{points}"{weight} dirty="0">{inner}</a:rPr><a:t>{xml_text(line)}</a:t></a:r>'
            for line in text.split("\n")
        )
        return f'<a:p><a:pPr algn="{align}"/>{"<a:br/>".join(runs)}</a:p>'

    def _line(self, colour: str, width: float, dashes: Sequence[float], head: str = "") -> str:
        """A line; breaks are given in thousandths of a percent of its width, as DrawingML wants them."""
        broken = "".join(
            f'<a:ds d="{round(stroke / 2 * 100000)}" sp="{round(gap / 2 * 100000)}"/>'
            for stroke, gap in zip(dashes[::2], dashes[1::2], strict=True)
        )
        dash = f"<a:custDash>{broken}</a:custDash>" if broken else ""
        return f'<a:ln w="{self._emu(width)}">{_fill(colour)}{dash}<a:round/>{head}</a:ln>'

    def _emu(self, units: float) -> int:
        return round(units * self._scale)

    def _next(self) -> int:
        self._last += 1
        return self._last


def background_xml(colour: str) -> str:
    """The background of a slide."""
    return f"<p:bg {_SPACES}><p:bgPr>{_fill(colour)}<a:effectLst/></p:bgPr></p:bg>"


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>' if colour else "<a:noFill/>"
