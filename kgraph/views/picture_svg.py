"""A sheet as an SVG file of its own: one language or both, light or dark, no script, no style sheet, nothing fetched."""

from __future__ import annotations

from kgraph.views.picture_ink import FACE, INKS, Ink
from kgraph.views.picture_legend import LegendItem, Sample
from kgraph.views.picture_sheet import Sheet
from kgraph.views.picture_words import Words
from kgraph.views.svg import LANGUAGE_TAG, badge, parts_of, sample_line, xml_text


def sheet_svg(sheet: Sheet) -> str:
    """The sheet as one SVG document; the same sheet gives the same text.

    Text stays text. Every colour and face stands on its element, so that programs without CSS draw it alike, and several pictures
    in one page do not disturb each other.
    """
    ink = INKS[sheet.theme]
    width, height = f"{sheet.width:g}", f"{sheet.height:g}"
    title = " / ".join(xml_text(sheet.title.text(language)) for language in sheet.languages)
    x, y = sheet.corner
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' style="max-width:100%;height:auto"'
        f' lang="{LANGUAGE_TAG[sheet.languages[0]]}" font-family="{FACE}" role="img" aria-label="{title}">',
        f"<title>{title}</title>",
        f'<rect width="{width}" height="{height}" fill="{ink.paper}"/>',
        *(words_svg(one, ink) for one in sheet.words),
        f'<g transform="translate({x:.2f},{y:.2f}) scale({sheet.scale:.4f})">',
        *(part for part in parts_of(sheet.drawing, sheet.drawing.wide, ink=ink, languages=sheet.languages) if part),
        "</g>",
        *(_legend(item, ink) for item in sheet.legend),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def words_svg(words: Words, ink: Ink, *, anchor: str = "") -> str:
    """One line of text."""
    x, y = words.place
    weight = ' font-weight="700"' if words.bold else ""
    held = f' text-anchor="{anchor}"' if anchor else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{words.size:g}"{weight}{held} fill="{ink.soft if words.soft else ink.ink}"'
        f' lang="{LANGUAGE_TAG[words.language]}">{xml_text(words.text)}</text>'
    )


def _legend(item: LegendItem, ink: Ink) -> str:
    x, y = item.place
    return f'<g class="legend" transform="translate({x:.1f},{y:.1f})">{_sample(item.sample, ink)}</g>' + "".join(
        words_svg(one, ink) for one in item.words
    )


def _sample(item: Sample, ink: Ink) -> str:
    if item.kind == "fill":
        return f'<rect x="0" y="1" width="20" height="13" rx="3" fill="{ink.fills[item.scale]}" stroke="{ink.box_line}"/>'
    if item.kind == "ring":
        return f'<circle cx="10" cy="7" r="7" fill="none" stroke="{ink.ring}" stroke-width="2.5"/>'
    if item.kind == "badge":
        return badge(item.badge, (9.0, 7.0), ink)
    if item.kind == "width":
        thin = f'<path d="M2,4 L42,4" stroke="{ink.ink}" stroke-width="1.6"/>'
        return thin + f'<path d="M2,10.5 L42,10.5" stroke="{ink.ink}" stroke-width="4.4"/>'
    return sample_line(item.kind, item.sign, ink=ink)
