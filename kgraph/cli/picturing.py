"""The makers of pictures for `kgraph export`: what is drawn, on which paper, in which format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.cli.output import remark
from kgraph.errors import InvalidValue

if TYPE_CHECKING:
    from kgraph.cli.exporting import Wish
    from kgraph.views.picture import GraphPicture
    from kgraph.views.picture_ink import Theme
    from kgraph.views.picture_sheet import Sheet


def svg(wish: Wish) -> str:
    """A picture as SVG."""
    from kgraph.views.picture_svg import sheet_svg

    return sheet_svg(_sheet(wish))


def png(wish: Wish) -> bytes:
    """A picture as PNG."""
    from kgraph.views.picture_print import svg_png
    from kgraph.views.picture_svg import sheet_svg

    sheet = _sheet(wish)
    return svg_png(sheet_svg(sheet), sheet.width, sheet.height, sheet.title.text(sheet.languages[0]))


def pdf(wish: Wish) -> bytes:
    """A picture as PDF."""
    from kgraph.views.picture_print import svg_pdf
    from kgraph.views.picture_svg import sheet_svg

    sheet = _sheet(wish)
    return svg_pdf(sheet_svg(sheet), sheet.width, sheet.height, sheet.title.text(sheet.languages[0]))


def pptx(wish: Wish) -> bytes:
    """A picture as a slide."""
    from kgraph.views.picture_slides import sheet_pptx

    return sheet_pptx(_sheet(wish))


def dot(wish: Wish) -> str:
    """A picture in the language of Graphviz."""
    from kgraph.views.dot import dot_text

    return dot_text(_sheet(wish))


def mermaid(wish: Wish) -> str:
    """A picture as Mermaid text."""
    from kgraph.views.mermaid import mermaid_text

    return mermaid_text(_picture(wish), wish.knowledge, languages=wish.settings.tongue.languages, theme=theme_of(wish.theme))


def theme_of(name: str) -> Theme:
    """The theme of this name; `InvalidValue` for any other."""
    from kgraph.views.picture_ink import Theme

    try:
        return Theme(name)
    except ValueError:
        raise InvalidValue(f"'{name}' is not a theme", where="--theme", remedy="use light or dark") from None


def _picture(wish: Wish) -> GraphPicture:
    from kgraph.questions.drawing import picture

    return picture(
        wish.knowledge,
        wish.names,
        source=wish.source,
        target=wish.target,
        chain=wish.chain,
        hops=wish.hops,
        most=wish.most,
        selection=wish.selection,
    )


def _sheet(wish: Wish) -> Sheet:
    """The picture on its sheet; where its labels will be small on a slide, stderr says so."""
    from kgraph.views.picture_sheet import SMALLEST, sheet_of

    theme = theme_of(wish.theme)
    sheet = sheet_of(_picture(wish), wish.knowledge, languages=wish.settings.tongue.languages, theme=theme)
    if sheet.label_points < SMALLEST:
        remark(
            wish.settings,
            f"{len(sheet.drawing.variables)} variables are many for a slide: labels have {sheet.label_points:g} points there. "
            "Draw one chain (--chain 1), a mechanism, or fewer hops.",
        )
    return sheet
