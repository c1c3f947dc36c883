"""A drawing as inline SVG: text that can be selected and read aloud, vector print, no script needed. Colours: the page's CSS."""

from __future__ import annotations

from html import escape

from kgraph.model import Label, Layer, Sign
from kgraph.views.curves import Curve
from kgraph.views.drawing import LINE, Drawing, DrawnLink, DrawnVariable
from kgraph.views.layout import Placement
from kgraph.views.naming import Terms
from kgraph.views.sentences import claim_sentence
from kgraph.views.words import LAYER_BADGE

_SIGN_CLASS = {Sign.PLUS: "plus", Sign.MINUS: "minus", Sign.UNKNOWN: "unknown"}
_HEADS = {
    Sign.PLUS: '<path d="M0,0 L11,5 L0,10 Z"/>',
    Sign.MINUS: '<path d="M8,-1 L11,-1 L11,11 L8,11 Z"/>',
    Sign.UNKNOWN: '<path d="M0,5 L5.5,0.5 L11,5 L5.5,9.5 Z" class="hollow"/>',
}


def svg_of(drawing: Drawing, placement: Placement, *, title: Label, name: str, terms: Terms | None = None) -> str:
    """A drawing as one ``<svg>`` element.

    Parameters
    ----------
    drawing : Drawing
        What is drawn.
    placement : Placement
        One of its placements.
    title : Label
        What the picture is, for those who hear it.
    name : str
        A prefix for ids, unique in the page: letters and hyphens only.
    terms : Terms, optional
        Names for the sentences that links then carry for those who hear the page; without it nothing in the picture can be clicked.

    Returns
    -------
    str
        Both languages are in it; CSS shows the one of the page (elements of class ``en`` and ``zh``).
    """
    width, height = round(placement.width), round(placement.height)
    parts = [
        f'<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' style="--natural:{width}px"'
        f' role="group" aria-label="{escape(title.en)} / {escape(title.zh)}">',
        "<defs>" + "".join(_marker(sign, name) for sign in Sign) + "</defs>",
    ]
    parts += [_link(link, curve, terms, name) for link, curve in zip(drawing.links, placement.curves, strict=True)]
    parts += [_variable(one, placement.centres[one.box.id]) for one in drawing.variables]
    parts += [_marks(link, point) for link, point in zip(drawing.links, placement.marks, strict=True)]
    return "\n".join([*parts, "</svg>"])


def legend_line(kind: str, sign: Sign = Sign.PLUS, *, name: str) -> str:
    """A short sample of a line for a legend: `kind` is ``head``, ``direct``, ``indirect`` or ``background``."""
    dash = f" {kind}" if kind != "head" else " direct"
    marker = f' marker-end="url(#{name}-{_SIGN_CLASS[sign]})"' if kind == "head" else ""
    colour = _SIGN_CLASS[sign] if kind == "head" else "neutral"
    return (
        f'<svg class="sample" viewBox="0 0 44 14" width="44" height="14" aria-hidden="true" focusable="false">'
        f'<g class="link {colour}{dash}">{"<defs>" + _marker(sign, name) + "</defs>" if marker else ""}'
        f'<path class="line" d="M2,7 L42,7" stroke-width="2"{marker}/></g></svg>'
    )


def _marker(sign: Sign, name: str) -> str:
    kind = _SIGN_CLASS[sign]
    return (
        f'<marker id="{name}-{kind}" class="head {kind}" viewBox="-1 -2 14 14" refX="11" refY="5" markerWidth="14" markerHeight="14"'
        f' markerUnits="userSpaceOnUse" orient="auto">{_HEADS[sign]}</marker>'
    )


def _link(drawn: DrawnLink, curve: Curve, terms: Terms | None, name: str) -> str:
    """A line with its head; with terms also a wide invisible line to click on, the claims it stands for, and what they say."""
    link, kind = drawn.link, _SIGN_CLASS[drawn.link.sign]
    (ax, ay), (bx, by), (cx, cy) = curve.start, curve.control, curve.end
    path = f"M{ax:.1f},{ay:.1f} Q{bx:.1f},{by:.1f} {cx:.1f},{cy:.1f}"
    spoken = hit = ""
    if terms:
        sentences = [claim_sentence(claim, terms) for claim in link.claims]
        said = escape(" ".join(one.en for one in sentences) + " " + "".join(one.zh for one in sentences))
        ids = escape(" ".join(claim.id for claim in link.claims))
        spoken, hit = f' data-claim-id="{ids}" role="img" aria-label="{said}"', f'<path class="hit" d="{path}"/>'
    return (
        f'<g class="link {kind} {drawn.directness.value}" data-link-id="{escape(drawn.id)}" data-sign="{link.sign.value}"{spoken}>{hit}'
        f'<path class="line" d="{path}" stroke-width="{drawn.width}" marker-end="url(#{name}-{kind})"/></g>'
    )


def _variable(drawn: DrawnVariable, centre: tuple[float, float]) -> str:
    x, y = centre
    width, height = drawn.box.width, drawn.box.height
    focus = " focus" if drawn.in_focus else ""
    return (
        f'<g class="variable {drawn.scale.value}{focus}" data-variable-id="{escape(drawn.variable.id)}">'
        f'<rect x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width:.1f}" height="{height:.1f}" rx="6"/>'
        f"{_text(drawn.lines_en, x, y, 'en', 'en')}{_text(drawn.lines_zh, x, y, 'zh', 'zh-Hans')}</g>"
    )


def _text(lines: tuple[str, ...], x: float, y: float, kind: str, language: str) -> str:
    top = y - (len(lines) - 1) * LINE / 2 + 4.5
    spans = "".join(f'<tspan x="{x:.1f}" y="{top + place * LINE:.1f}">{escape(line)}</tspan>' for place, line in enumerate(lines))
    return f'<text class="{kind}" lang="{language}">{spans}</text>'


def _marks(drawn: DrawnLink, point: tuple[float, float]) -> str:
    """The badge of a link that is not the review's alone, and the ring of one that is contradicted."""
    x, y = point
    ring = f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="12"/>' if drawn.ringed else ""
    letters = "".join(LAYER_BADGE[layer] for layer in drawn.badge if layer is not Layer.REVIEW)
    opening = f'<g class="marks" data-link-id="{escape(drawn.id)}">'
    if not letters:
        return f"{opening}{ring}</g>" if ring else ""
    half = 4 + 4.5 * len(letters)
    return (
        f'{opening}{ring}<g class="badge"><rect x="{x - half:.1f}" y="{y - 8:.1f}" width="{2 * half:.1f}" height="16" rx="8"/>'
        f'<text x="{x:.1f}" y="{y + 3.8:.1f}">{letters}</text></g></g>'
    )
