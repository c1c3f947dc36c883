"""A sheet as PDF (vectors, text as text, fonts embedded) and as PNG, both made from its SVG by Typst, which is loaded when it is called.

Typst needs no browser and no system library, embeds a subset of each font, writes tagged PDF and no date. Which fonts there are is
the machine's affair: the same machine gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from kgraph.errors import ExchangeError
from kgraph.views.picture_sheet import SLIDE

_PAGE = """#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#set document(title: sys.inputs.title, date: none)
#image(bytes(sys.inputs.svg), width: 100%, height: 100%, alt: sys.inputs.title)
"""
_DOTS = 1920 / SLIDE[0] * 72
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
_FACES = (
    *("noto sans cjk", "noto sans sc", "noto serif cjk", "noto serif sc", "source han", "pingfang", "hiragino sans gb", "heiti", "songti"),
    *("microsoft yahei", "simsun", "simhei", "dengxian", "wenquanyi", "sarasa", "droid sans fallback", "ar pl u"),
)


def svg_pdf(svg: str, width: float, height: float, title: str) -> bytes:
    """An SVG as a PDF of one page, a unit a point.

    Raises
    ------
    ExchangeError
        Typst is not installed, or the machine has no face for the Chinese text.
    """
    return _compiled(svg, width, height, title, "pdf")


def svg_png(svg: str, width: float, height: float, title: str) -> bytes:
    """An SVG as PNG, 1920 dots wide where it is as wide as a slide; errors as `svg_pdf`."""
    return _compiled(svg, width, height, title, "png")


def _compiled(svg: str, width: float, height: float, title: str, form: Literal["pdf", "png"]) -> bytes:
    try:
        import typst
    except ImportError:
        raise ExchangeError(
            f"{form.upper()} is made by Typst, which is not installed", remedy="pip install 'kgraph[pictures]'; svg needs nothing"
        ) from None
    if _CHINESE.search(svg):
        _need_chinese(typst.Fonts().families())
    inputs = {"svg": svg, "width": f"{width:g}", "height": f"{height:g}", "title": title}
    return typst.compile(_PAGE.encode(), format=form, ppi=_DOTS if form == "png" else None, sys_inputs=inputs)


def _need_chinese(families: Iterable[str]) -> None:
    """Refuse where Chinese text would come out as empty boxes."""
    if not any(family.lower().startswith(_FACES) for family in families):
        raise ExchangeError(
            "no font for Chinese is installed, and its characters would be empty boxes",
            remedy="install one, such as Noto Sans CJK SC (fonts-noto-cjk on Debian and Ubuntu)",
        )
