"""Writes the JSON of Cytoscape and Cytoscape.js (`.cyjs`): elements with their data, without places on a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from kgraph.exchange.exported import Piece
from kgraph.exchange.network_parts import Network
from kgraph.exchange.report import Report
from kgraph.model import Selection
from kgraph.store import Knowledge

_HEAD = {"format_version": "1.0", "generated_by": "kgraph", "target_cytoscapejs_version": "~2.1"}


def cytoscape(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """The variables of the chosen claims and associations as nodes, and these as edges, each in the order of their ids."""
    report.note("quoted sentences are not written: they stay in the folder that they were imported into")
    network = Network(knowledge, selection, report)
    head = json.dumps({**_HEAD, "directed": True, "multigraph": True, "data": {"name": "kgraph"}}, ensure_ascii=False)
    yield "", (head[:-1] + ', "elements": {\n"nodes": [').encode()
    nodes = ({"id": node.id, "value": node.id, "name": node.name, "shared_name": node.id, **node.values} for node in network.nodes())
    yield from _elements(nodes)
    yield "", b'\n],\n"edges": ['
    edges = (
        {"id": edge.id, "key": edge.id, "source": edge.source, "target": edge.target, "interaction": edge.interaction, **edge.values}
        for edge in network.edges()
    )
    yield from _elements(edges)
    yield "", b"\n]}}\n"


def _elements(held: Iterable[Mapping[str, object]]) -> Iterator[Piece]:
    before = "\n"
    for one in held:
        yield "", (before + json.dumps({"data": one}, ensure_ascii=False)).encode("utf-8", "replace")
        before = ",\n"
