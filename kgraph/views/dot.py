"""A picture in the DOT language of Graphviz, with the positions of our own layout: ``neato -n2`` keeps them, ``dot`` makes its own."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Language, Sign
from kgraph.views.drawing import FONT, Directness, DrawnLink, DrawnVariable
from kgraph.views.naming import shown_label
from kgraph.views.picture_ink import INKS, Ink
from kgraph.views.picture_sheet import Sheet
from kgraph.views.widths import printable
from kgraph.views.words import SIGN_NAME

_HEADS = {Sign.PLUS: "normal", Sign.MINUS: "tee", Sign.UNKNOWN: "odiamond"}
_STYLES = {Directness.DIRECT: "solid", Directness.INDIRECT: "dashed", Directness.BACKGROUND: "dotted"}
_INCH = 72.0


def dot_text(sheet: Sheet) -> str:
    """The drawing of a sheet as one directed graph; the same sheet gives the same text. Every name and label is a quoted string."""
    ink, height = INKS[sheet.theme], sheet.drawing.wide.height
    title = "\n".join(sheet.title.text(language) for language in sheet.languages)
    lines = [
        "digraph kgraph {",
        f"  graph [label={_quoted(title)}, labelloc=t, fontsize=20, bgcolor={_quoted(ink.paper)}, fontcolor={_quoted(ink.ink)},"
        ' fontname="Noto Sans CJK SC", charset="UTF-8"];',
        f'  node [shape=box, style="rounded,filled", fixedsize=true, fontname="Noto Sans CJK SC", fontsize={FONT:g},'
        f" fontcolor={_quoted(ink.ink)}, color={_quoted(ink.box_line)}];",
        f'  edge [fontname="Noto Sans CJK SC", arrowsize=0.8, fontcolor={_quoted(ink.soft)}];',
        *(_variable(one, sheet.languages, sheet.drawing.wide.centres[one.box.id], height, ink) for one in sheet.drawing.variables),
        *(_link(one, sheet.languages, ink) for one in sheet.drawing.links),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _variable(drawn: DrawnVariable, languages: Sequence[Language], centre: tuple[float, float], height: float, ink: Ink) -> str:
    label = "\n".join(line for language in languages for line in drawn.lines(language))
    tip = " / ".join(shown_label(drawn.variable).text(language) for language in languages)
    pen = 2.5 if drawn.in_focus else 1
    return (
        f"  {_quoted(drawn.variable.id)} [label={_quoted(label)}, tooltip={_quoted(tip)}, fillcolor={_quoted(ink.fills[drawn.scale])},"
        f' penwidth={pen:g}, pos="{centre[0]:g},{height - centre[1]:g}!",'
        f" width={drawn.box.width / _INCH:.4f}, height={drawn.box.height / _INCH:.4f}];"
    )


def _link(drawn: DrawnLink, languages: Sequence[Language], ink: Ink) -> str:
    link = drawn.link
    tip = " / ".join(SIGN_NAME[link.sign].text(language) for language in languages)
    return (
        f"  {_quoted(link.subject.id)} -> {_quoted(link.object.id)} [arrowhead={_HEADS[link.sign]}, style={_STYLES[drawn.directness]},"
        f" color={_quoted(ink.signs[link.sign])}, penwidth={drawn.width:g}, tooltip={_quoted(tip)}];"
    )


def _quoted(text: str) -> str:
    r"""A quoted string: backslashes and quotes escaped, line ends as ``\n``, and ``&`` as an entity, which Graphviz would read."""
    lines = (printable(line).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n"))
    return '"' + "\\n".join(lines) + '"'
