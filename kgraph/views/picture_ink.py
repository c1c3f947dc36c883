"""The colours of a picture that stands alone, without the CSS of a page: one ink for light paper, one for dark.

The colours are those of the pages. Blue and vermilion stay apart for readers who see no red or no green.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kgraph.model import Sign
from kgraph.views.drawing import Directness, Scale

FACE = "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif"
"""Simplified Chinese faces first: with another face first, Chinese text takes Japanese forms."""


class Theme(Enum):
    """The paper that a picture is drawn on."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Every colour of a picture, as ``#rrggbb``."""

    paper: str
    ink: str
    soft: str
    rule: str
    box_line: str
    ring: str
    signs: Mapping[Sign, str]
    fills: Mapping[Scale, str]


DASHES: Mapping[Directness, tuple[float, ...]] = {Directness.DIRECT: (), Directness.INDIRECT: (8, 5), Directness.BACKGROUND: (2, 4)}
"""How the line of each directness is broken, as lengths of strokes and gaps."""

INKS: Mapping[Theme, Ink] = {
    Theme.LIGHT: Ink(
        paper="#ffffff",
        ink="#1b1f24",
        soft="#5a626c",
        rule="#d4d9df",
        box_line="#7b8490",
        ring="#d0021b",
        signs={Sign.PLUS: "#0072b2", Sign.MINUS: "#d55e00", Sign.UNKNOWN: "#5f6368"},
        fills={
            Scale.SUBSTANCE: "#fff6da",
            Scale.MOLECULE: "#f1ecfa",
            Scale.CELL: "#e6f5ee",
            Scale.PROCESS: "#eef0f2",
            Scale.CIRCUIT: "#fdebf1",
            Scale.CLINIC: "#e9f1fb",
        },
    ),
    Theme.DARK: Ink(
        paper="#14181d",
        ink="#e9edf1",
        soft="#a7b0ba",
        rule="#39414a",
        box_line="#8b95a1",
        ring="#ff4d5e",
        signs={Sign.PLUS: "#4aa8e8", Sign.MINUS: "#f58a4b", Sign.UNKNOWN: "#b3bac2"},
        fills={
            Scale.SUBSTANCE: "#3a3420",
            Scale.MOLECULE: "#2f2a3d",
            Scale.CELL: "#1f3530",
            Scale.PROCESS: "#2a2f35",
            Scale.CIRCUIT: "#3b2730",
            Scale.CLINIC: "#22303f",
        },
    ),
}
