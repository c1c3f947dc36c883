"""The one writer of drawings as SVG: text that can be selected and read aloud, vector print, no script needed.

Inside a page the colours are the page's CSS. A picture that stands alone is given an `Ink`, whose colours are then written into the parts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from html import escape

from kgraph.model import Label, Language, Layer, Sign
from kgraph.views.curves import Curve, Point
from kgraph.views.drawing import FONT, LINE, Directness, Drawing, DrawnLink, DrawnVariable
from kgraph.views.layout import Placement
from kgraph.views.naming import Terms
from kgraph.views.picture_ink import DASHES, Ink
from kgraph.views.routing import Route
from kgraph.views.sentences import claim_sentence
from kgraph.views.widths import printable
from kgraph.views.words import LAYER_BADGE

_SIGN_CLASS = {Sign.PLUS: "plus", Sign.MINUS: "minus", Sign.UNKNOWN: "unknown"}
# Heads point to the right, with their tip at (0, 0); the second value is how far before the tip the line ends.
HEADS = {
    Sign.PLUS: (((0.0, 0.0), (-11.0, -5.0), (-11.0, 5.0)), 9.0),
    Sign.MINUS: (((0.0, -6.5), (0.0, 6.5), (-3.2, 6.5), (-3.2, -6.5)), 2.0),
    Sign.UNKNOWN: (((0.0, 0.0), (-6.0, -4.8), (-12.0, 0.0), (-6.0, 4.8)), 12.0),
}
LANGUAGE_TAG = {Language.EN: "en", Language.ZH: "zh-Hans"}
_FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BOTH = (Language.EN, Language.ZH)


def svg_of(drawing: Drawing, placement: Placement, *, title: Label, name: str, terms: Terms | None = None) -> str:
    """A drawing as one ``<svg>`` element for a page.

    Parameters
    ----------
    drawing : Drawing
        What is drawn.
    placement : Placement
        One of its placements.
    title : Label
        What the picture is, for those who hear it.
    name : str
        Which drawing of the page this is: letters and hyphens only.
    terms : Terms, optional
        Names for the sentences that links then carry for those who hear the page; without it nothing in the picture can be clicked.

    Returns
    -------
    str
        Both languages are in it; CSS shows the one of the page (elements of class ``en`` and ``zh``).
    """
    width, height = round(placement.width), round(placement.height)
    opening = (
        f'<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' style="--natural:{width}px" data-drawing="{escape(name)}"'
        f' role="group" aria-label="{xml_text(title.en)} / {xml_text(title.zh)}">'
    )
    return "\n".join([opening, *parts_of(drawing, placement, terms=terms), "</svg>"])


def parts_of(
    drawing: Drawing, placement: Placement, *, terms: Terms | None = None, ink: Ink | None = None, languages: Sequence[Language] = _BOTH
) -> list[str]:
    """The elements of a drawing: links, then variables, then badges and rings, each in the order of the drawing.

    With an ink, colours and fonts are written into the elements, and where both languages are asked for one stands below the
    other. Without it both languages lie in the same place, and CSS shows one of them.
    """
    parts = [_link(link, curve, terms, ink) for link, curve in zip(drawing.links, placement.lines, strict=True)]
    parts += [_variable(one, placement.centres[one.box.id], ink, languages) for one in drawing.variables]
    return parts + [_marks(link, point, ink) for link, point in zip(drawing.links, placement.ways.marks, strict=True)]


def legend_line(kind: str, sign: Sign = Sign.PLUS, *, name: str) -> str:
    """A short sample of a line for a legend: `kind` is ``head``, ``direct``, ``indirect`` or ``background``."""
    return (
        f'<svg class="sample" viewBox="0 0 44 14" width="44" height="14" aria-hidden="true" data-drawing="{escape(name)}">'
        f"{sample_line(kind, sign)}</svg>"
    )


def sample_line(kind: str, sign: Sign = Sign.PLUS, *, ink: Ink | None = None) -> str:
    """The line of `legend_line` itself, from (2, 7) to (42, 7)."""
    if kind != "head":
        colour = _stroke(ink, ink.ink if ink else "", 2.0, Directness(kind))
        return f'<g class="link neutral {kind}"><path class="line" d="M2,7 L42,7" stroke-width="2"{colour}/></g>'
    short = HEADS[sign][1]
    line = _stroke(ink, ink.signs[sign] if ink else "", 2.0, Directness.DIRECT)
    path = f'<path class="line" d="M2,7 L{42 - short:g},7" stroke-width="2"{line}/>'
    return f'<g class="link {_SIGN_CLASS[sign]} direct">{path}{_head(sign, (42.0, 7.0), 0.0, ink)}</g>'


def xml_text(text: str) -> str:
    """Text made safe for XML: markup escaped, and characters that XML forbids or that would turn the reading round replaced."""
    return escape(_FORBIDDEN.sub("\ufffd", printable(text)))


def heading(line: Curve | Route) -> float:
    """The angle, in degrees, at which a head lies at the end of a line: that of its last stretch as long as the head."""
    if isinstance(line, Route):
        x, y = line.points[-2]
    else:
        x, y = line.at(max(0.0, 1 - 11 / max(1.0, math.dist(line.start, line.end))))
    return math.degrees(math.atan2(line.end[1] - y, line.end[0] - x))


def path_of(line: Curve | Route, sign: Sign) -> str:
    """A line as an SVG path that ends where its head begins, so that the tip of the head stays sharp."""
    short = HEADS[sign][1]
    if isinstance(line, Route):
        return line.path(short)
    share = max(0.3, 1 - short / max(1.0, math.dist(line.start, line.end)))
    (ax, ay), (bx, by), (cx, cy) = line.start, line.control, line.at(share)
    return f"M{ax:.1f},{ay:.1f} Q{ax + share * (bx - ax):.1f},{ay + share * (by - ay):.1f} {cx:.1f},{cy:.1f}"


def _link(drawn: DrawnLink, way: Curve | Route, terms: Terms | None, ink: Ink | None) -> str:
    """A line with its head; with terms also a wide invisible line to click on, the claims it stands for, and what they say."""
    link, kind = drawn.link, _SIGN_CLASS[drawn.link.sign]
    path = path_of(way, link.sign)
    spoken = hit = ""
    if terms:
        sentences = [claim_sentence(claim, terms) for claim in link.claims]
        said = xml_text(" ".join(one.en for one in sentences) + " " + "".join(one.zh for one in sentences))
        ids = xml_text(" ".join(claim.id for claim in link.claims))
        spoken, hit = f' data-claim-id="{ids}" role="img" aria-label="{said}"', f'<path class="hit" d="{path}"/>'
    line = _stroke(ink, ink.signs[link.sign] if ink else "", drawn.width, drawn.directness)
    return (
        f'<g class="link {kind} {drawn.directness.value}" data-link-id="{xml_text(drawn.id)}" data-sign="{link.sign.value}"{spoken}>{hit}'
        f'<path class="line" d="{path}" stroke-width="{drawn.width}"{line}/>{_head(link.sign, way.end, heading(way), ink)}</g>'
    )


def _stroke(ink: Ink | None, colour: str, width: float, way: Directness) -> str:
    """The paint of a line; the breaks of a broad line are longer, or they would close."""
    if ink is None:
        return ""
    stretch = max(1.0, width / 2.5)
    dashes = " ".join(f"{length * stretch:g}" for length in DASHES[way])
    return f' fill="none" stroke="{colour}"' + (f' stroke-dasharray="{dashes}"' if dashes else "")


def _head(sign: Sign, tip: Point, angle: float, ink: Ink | None) -> str:
    """The head of a line: a triangle increases, a bar decreases, a hollow diamond does not know."""
    corners = " ".join(f"{x:g},{y:g}" for x, y in HEADS[sign][0])
    paint = ""
    if ink:
        colour = ink.signs[sign]
        paint = f' fill="{ink.paper}" stroke="{colour}" stroke-width="1.5"' if sign is Sign.UNKNOWN else f' fill="{colour}"'
    place = f"translate({tip[0]:.1f},{tip[1]:.1f})" + (f" rotate({angle:.0f})" if angle else "")
    return f'<polygon class="head {_SIGN_CLASS[sign]}" points="{corners}" transform="{place}"{paint}/>'


def _variable(drawn: DrawnVariable, centre: Point, ink: Ink | None, languages: Sequence[Language]) -> str:
    x, y = centre
    width, height = drawn.box.width, drawn.box.height
    focus = " focus" if drawn.in_focus else ""
    paint = ""
    if ink:
        edge = f'stroke="{ink.ink}" stroke-width="2.5"' if drawn.in_focus else f'stroke="{ink.box_line}" stroke-width="1"'
        paint = f' fill="{ink.fills[drawn.scale]}" {edge}'
    lines = [(language, drawn.lines(language)) for language in languages]
    if ink is None:
        texts = "".join(_text(said, x, y, language, None) for language, said in lines)
    else:
        top, texts = y - sum(len(said) for _, said in lines) * LINE / 2, ""
        for language, said in lines:
            texts += _text(said, x, top + len(said) * LINE / 2, language, ink)
            top += len(said) * LINE
    return (
        f'<g class="variable {drawn.scale.value}{focus}" data-variable-id="{xml_text(drawn.variable.id)}">'
        f'<rect x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width:.1f}" height="{height:.1f}" rx="6"{paint}/>{texts}</g>'
    )


def _text(lines: tuple[str, ...], x: float, y: float, language: Language, ink: Ink | None) -> str:
    top = y - (len(lines) - 1) * LINE / 2 + 4.5
    spans = "".join(f'<tspan x="{x:.1f}" y="{top + place * LINE:.1f}">{xml_text(line)}</tspan>' for place, line in enumerate(lines))
    paint = f' font-size="{FONT:g}" text-anchor="middle" fill="{ink.ink}"' if ink else ""
    return f'<text class="{language.value}" lang="{LANGUAGE_TAG[language]}"{paint}>{spans}</text>'


def _marks(drawn: DrawnLink, point: Point, ink: Ink | None) -> str:
    """The badge of a link that is not the review's alone, and the ring of one that is contradicted."""
    x, y = point
    paint = f' fill="none" stroke="{ink.ring}" stroke-width="2.5"' if ink else ""
    ring = f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="12"{paint}/>' if drawn.ringed else ""
    letters = badge_letters(drawn)
    opening = f'<g class="marks" data-link-id="{xml_text(drawn.id)}">'
    if not letters:
        return f"{opening}{ring}</g>" if ring else ""
    return f"{opening}{ring}{badge(letters, point, ink)}</g>"


def badge_letters(drawn: DrawnLink) -> str:
    """The letters of the layers of a link that are not the review; empty where there are none."""
    return "".join(LAYER_BADGE[layer] for layer in drawn.badge if layer is not Layer.REVIEW)


def badge(letters: str, point: Point, ink: Ink | None) -> str:
    """A pill with letters in it."""
    x, y = point
    half = 4 + 4.5 * len(letters)
    plate = f' fill="{ink.paper}" stroke="{ink.soft}"' if ink else ""
    paint = f' font-size="11" font-weight="700" text-anchor="middle" fill="{ink.ink}"' if ink else ""
    return (
        f'<g class="badge"><rect x="{x - half:.1f}" y="{y - 8:.1f}" width="{2 * half:.1f}" height="16" rx="8"{plate}/>'
        f'<text x="{x:.1f}" y="{y + 3.8:.1f}"{paint}>{letters}</text></g>'
    )
