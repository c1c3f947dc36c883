"""Writes CX2, the second version of the Cytoscape exchange format, which Cytoscape and NDEx open: with arrows and colours by sign."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kgraph.exchange.exported import Piece
from kgraph.exchange.network_parts import EDGE, NODE, Network
from kgraph.exchange.report import Report
from kgraph.model import Selection
from kgraph.store import Knowledge

_NETWORK = {"name": "kgraph", "description": "Claims and associations of a kgraph knowledge graph"}
_BY_SIGN = {"EDGE_TARGET_ARROW_SHAPE": (("+", "triangle"), ("-", "tee")), "EDGE_LINE_COLOR": (("+", "#1B7837"), ("-", "#B2182B"))}
_STYLE = {
    "default": {
        "network": {},
        "edge": {"EDGE_TARGET_ARROW_SHAPE": "none", "EDGE_LINE_COLOR": "#777777", "EDGE_WIDTH": 2},
        "node": {"NODE_SHAPE": "round-rectangle", "NODE_BACKGROUND_COLOR": "#EEEEEE", "NODE_WIDTH": 120, "NODE_HEIGHT": 36},
    },
    "nodeMapping": {"NODE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "name", "type": "string"}}},
    "edgeMapping": {
        name: {
            "type": "DISCRETE",
            "definition": {"attribute": "sign", "type": "string", "map": [{"v": sign, "vp": value} for sign, value in values]},
        }
        for name, values in _BY_SIGN.items()
    },
}


def cx2(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """The variables of the chosen claims and associations as nodes, numbered from 0 in the order of their ids, and these as edges."""
    report.note("quoted sentences are not written: they stay in the folder that they were imported into")
    network = Network(knowledge, selection, report)
    numbers: dict[str, int] = {}
    nodes: list[dict[str, object]] = []
    for number, node in enumerate(network.nodes()):
        numbers[node.id] = number
        nodes.append({"id": number, "v": {"name": node.name, "represents": node.id, **node.values}})
    edges: list[dict[str, object]] = [
        {
            "id": number,
            "s": numbers[edge.source],
            "t": numbers[edge.target],
            "v": {"name": edge.id, "interaction": edge.interaction, **edge.values},
        }
        for number, edge in enumerate(network.edges())
    ]
    aspects: dict[str, list[dict[str, object]]] = {
        "attributeDeclarations": [{**_declarations()}],
        "networkAttributes": [{**_NETWORK}],
        "nodes": nodes,
        "edges": edges,
        "visualProperties": [{**_STYLE}],
    }
    counts = [{"name": name, "elementCount": len(held)} for name, held in aspects.items()]
    yield "", _bytes("[\n", {"CXVersion": "2.0", "hasFragments": False})
    yield "", _bytes(",\n", {"metaData": counts})
    for name, held in aspects.items():
        yield from _aspect(name, held)
    yield "", _bytes(",\n", {"status": [{"error": "", "success": True}]}) + b"\n]\n"


def _declarations() -> dict[str, dict[str, dict[str, str]]]:
    strings = {name: {"d": "string"} for name in _NETWORK}
    nodes = {name: {"d": kind} for name, kind in ({"name": "string", "represents": "string"} | NODE).items()}
    edges = {name: {"d": kind} for name, kind in ({"name": "string", "interaction": "string"} | EDGE).items()}
    return {"networkAttributes": strings, "nodes": nodes, "edges": edges}


def _aspect(name: str, held: Iterable[object]) -> Iterator[Piece]:
    """An aspect, one element a line."""
    before = f",\n{{{json.dumps(name)}: ["
    for one in held:
        yield "", _bytes(before + "\n", one)
        before = ","
    yield "", b"]}" if before == "," else before.encode() + b"]}"


def _bytes(before: str, value: object) -> bytes:
    return (before + json.dumps(value, ensure_ascii=False)).encode("utf-8", "replace")
