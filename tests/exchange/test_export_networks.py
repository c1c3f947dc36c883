"""CX2 and Cytoscape JSON: every claim and association with its sign, and a reader that is not ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx
import pytest

from kgraph.exchange import OUT, Report, export_to, knowledge_from
from kgraph.model import Association, Claim, Layer, Selection
from kgraph.store import Knowledge, load
from tests.exchange.recording import KETAMINE, written


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


def out(format: str, knowledge: Knowledge, folder: Path) -> tuple[Any, Report]:
    """An export as JSON reads it, and its report."""
    target = folder / f"x{OUT[format].suffixes[0]}"
    report = export_to(format, knowledge, target)
    return json.loads(target.read_text(encoding="utf-8")), report


def links(knowledge: Knowledge) -> list[tuple[str, str, str, str, str]]:
    """Claims and associations: id, ends, predicate and sign."""
    found = [one for one in knowledge.entries() if isinstance(one, Claim | Association)]
    return sorted((one.id, one.subject.id, one.object.id, one.predicate, one.sign.value if one.sign else "") for one in found)


def test_cytoscape_json_is_read_by_networkx(shipped: Knowledge, tmp_path: Path) -> None:
    value, _ = out("cytoscape", shipped, tmp_path)
    value["data"] = list(value["data"].items())
    graph = networkx.cytoscape_graph(value)
    edges = [(data["id"], first, second, data["interaction"], data.get("sign", "")) for first, second, data in graph.edges(data=True)]
    assert sorted(edges) == links(shipped)
    assert all(data["name"] for _, data in graph.nodes(data=True))
    assert any(data.get("label_zh") for _, data in graph.nodes(data=True))


def test_cx2_holds_every_link_and_counts_and_declares_what_it_holds(shipped: Knowledge, tmp_path: Path) -> None:
    value, _ = out("cx2", shipped, tmp_path)
    assert value[0] == {"CXVersion": "2.0", "hasFragments": False}
    aspects = {name: held for one in value[2:] for name, held in one.items()}
    assert {one["name"]: one["elementCount"] for one in value[1]["metaData"]} == {
        name: len(held) for name, held in aspects.items() if name != "status"
    }
    assert aspects["status"] == [{"error": "", "success": True}]
    names = {one["id"]: one["v"]["represents"] for one in aspects["nodes"]}
    edges = [
        (one["v"]["name"], names[one["s"]], names[one["t"]], one["v"]["interaction"], one["v"].get("sign", "")) for one in aspects["edges"]
    ]
    assert sorted(edges) == links(shipped)
    kinds = {"string": str, "boolean": bool, "list_of_string": list}
    (declared,) = aspects["attributeDeclarations"]
    for aspect in ("nodes", "edges"):
        for one in aspects[aspect]:
            assert all(type(held) is kinds[declared[aspect][name]["d"]] for name, held in one["v"].items())


def test_cx2_is_read_by_ndex2(shipped: Knowledge, tmp_path: Path) -> None:
    """Runs where ndex2 is installed."""
    ndex2 = pytest.importorskip("ndex2.cx2")
    value, _ = out("cx2", shipped, tmp_path)
    network = ndex2.CX2Network()
    network.create_from_raw_cx2(value)
    assert len(network.get_edges()) == len(links(shipped))


@pytest.mark.parametrize("format", ["cx2", "cytoscape"])
def test_what_they_cannot_hold_is_told_and_no_sentence_leaves(format: str, shipped: Knowledge, tmp_path: Path) -> None:
    _, report = out(format, shipped, tmp_path)
    lost = {line.what for line in report.lines if line.outcome.value == "lost"}
    assert {"result", "description", "observation", "locator", "method", "note", "context", "premises"} <= lost
    knowledge, _ = knowledge_from("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)])
    value, _ = out(format, knowledge, tmp_path / "out")
    assert "made-up" not in json.dumps(value)


@pytest.mark.parametrize("format", ["cx2", "cytoscape"])
def test_a_selection_that_chooses_nothing_is_an_empty_network(format: str, tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)])
    target = tmp_path / f"x{OUT[format].suffixes[0]}"
    export_to(format, knowledge, target, selection=Selection(layers=(Layer.REVIEW,)))
    text = target.read_text(encoding="utf-8")
    assert json.loads(text)
    assert "claim:" not in text
