"""A drawing as a `pyvis.network.Network`, which is our data model for the interactive page, and the vis-network script itself.

pyvis is imported when first needed (it pulls IPython, 270 ms), and its own page is never used: that page asks the network for
files, lays out anew at every load and runs script that hides in labels.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files

from kgraph.errors import KgraphError
from kgraph.model import Language, Sign
from kgraph.views.drawing import FONT, Directness, Drawing, DrawnLink, DrawnVariable

FACE = '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif'
_HEADS = {Sign.PLUS: "arrow", Sign.MINUS: "bar", Sign.UNKNOWN: "diamond"}
_DASHES: Mapping[Directness, bool | list[int]] = {Directness.DIRECT: False, Directness.INDIRECT: [8, 5], Directness.BACKGROUND: [2, 4]}
_COLOURS = {Sign.PLUS: "#0072B2", Sign.MINUS: "#D55E00", Sign.UNKNOWN: "#5F6368"}
_PAD = 6
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "dragView": True,
        "zoomView": False,
        "hover": False,
        "keyboard": False,
        "selectConnectedEdges": False,
        "multiselect": False,
    },
    "nodes": {"shape": "box", "margin": _PAD, "borderWidth": 1, "borderWidthSelected": 3, "font": {"size": FONT, "face": FACE}},
    "edges": {"selectionWidth": 1, "hoverWidth": 0, "arrowStrikethrough": False},
}


def network_of(drawing: Drawing, language: Language) -> dict[str, object]:
    """The nodes, edges and options of a drawing, as vis-network takes them; built in a pyvis Network.

    Positions are those of the wide placement; labels are in the given language.
    """
    from pyvis.network import Network

    network = Network(directed=True, notebook=False, cdn_resources="in_line")
    for one in drawing.variables:
        x, y = drawing.wide.centres[one.box.id]
        network.add_node(one.box.id, **_node(one, language), x=x, y=y)
    for link, curve in zip(drawing.links, drawing.wide.curves, strict=True):
        network.add_edge(link.link.subject.id, link.link.object.id, **_edge(link), smooth=smooth(curve.bend))
    network.set_options(json.dumps(_OPTIONS))
    return {"nodes": network.nodes, "edges": network.edges, "options": _OPTIONS}


def smooth(bend: float) -> dict[str, object]:
    """How vis-network is told to bend a line."""
    return {"enabled": True, "type": "curvedCW" if bend >= 0 else "curvedCCW", "roundness": abs(bend)}


def vis_script() -> str:
    """The text of ``vis-network.min.js`` from the installed pyvis, safe inside a ``<script>`` element."""
    root = files("pyvis")
    for folder in ("templates/lib", "lib"):
        for version in ("vis-9.1.2", "vis-9.0.4"):
            script = root.joinpath(folder, version, "vis-network.min.js")
            if script.is_file():
                text = script.read_text(encoding="utf-8").replace("</script", "<\\/script")
                return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))
    raise KgraphError("the installed pyvis carries no vis-network.min.js", remedy="install pyvis 0.3.2")


def _node(one: DrawnVariable, language: Language) -> dict[str, object]:
    lines = one.lines_zh if language is Language.ZH else one.lines_en
    inner = one.box.width - 2 * _PAD
    return {
        "label": "\n".join(lines),
        "shape": "box",
        "widthConstraint": {"minimum": inner, "maximum": one.box.width + 40},
        "heightConstraint": {"minimum": one.box.height - 2 * _PAD, "valign": "middle"},
        "physics": False,
        "borderWidth": 3 if one.in_focus else 1,
    }


def _edge(drawn: DrawnLink) -> dict[str, object]:
    sign = drawn.link.sign
    return {
        "id": drawn.id,
        "arrows": {"to": {"enabled": True, "type": _HEADS[sign], "scaleFactor": 0.75}},
        "dashes": _DASHES[drawn.directness],
        "width": drawn.width,
        "color": {"color": _COLOURS[sign]},
        "sign": sign.value,
    }
