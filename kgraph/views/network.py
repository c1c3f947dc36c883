"""A drawing as a `pyvis.network.Network`, which is our data model for the interactive page, and the vis-network script itself.

pyvis is imported when first needed (it pulls IPython, 270 ms), and its own page is never used: that page asks the network for
files, lays out anew at every load and runs script that hides in labels.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files

from kgraph.errors import KgraphError
from kgraph.model import Language, Sign
from kgraph.views.drawing import FONT, DrawnLink, DrawnVariable

FACE = '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif'
_HEADS = {Sign.PLUS: "arrow", Sign.MINUS: "bar", Sign.UNKNOWN: "diamond"}
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


def network_of(variables: Sequence[DrawnVariable], links: Sequence[DrawnLink], language: Language) -> dict[str, object]:
    """The nodes, edges and options of a drawing, as vis-network takes them; built in a pyvis Network.

    Labels are in the given language. Where boxes stand and how lines run is decided in the page.
    """
    from pyvis.network import Network

    network = Network(directed=True, notebook=False, cdn_resources="in_line")
    for one in variables:
        network.add_node(one.box.id, **_node(one, language))
    for link in links:
        network.add_edge(link.link.subject.id, link.link.object.id, **_edge(link))
    network.set_options(json.dumps(_OPTIONS))
    return {"nodes": network.nodes, "edges": network.edges, "options": _OPTIONS}


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
    return {"label": "\n".join(one.lines(language)), "shape": "box"}


def _edge(drawn: DrawnLink) -> dict[str, object]:
    sign = drawn.link.sign
    return {"arrows": {"to": {"enabled": True, "type": _HEADS[sign]}}, "color": _COLOURS[sign], "sign": sign.value, "width": drawn.width}
