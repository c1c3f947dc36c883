"""What a picture of the graph opens with."""

from __future__ import annotations

from pathlib import Path

from kgraph.model import Selection
from kgraph.questions.picturing import view
from kgraph.reasoning import SignedGraph, signed_paths
from kgraph.store import Knowledge, load

ENDS = ("var:antidepressant-effect", "var:antidepressant-like-effect")


def test_the_overview_holds_a_whole_chain_of_each_of_the_five_mechanisms(shipped: Knowledge) -> None:
    start = set(view(shipped).start)
    assert 15 < len(start) < 30
    for mechanism in ("mech:mtor", "mech:bdnf", "mech:disinhibition", "mech:eef2", "mech:gsk3", "mech:lhb"):
        links = [link for link in shipped.links(Selection(mechanisms=(mechanism,))) if {link[0], link[1]} <= start]
        graph = SignedGraph.from_links(links)
        ends = [one for one in ENDS if one in graph]
        assert "var:ketamine" in graph, mechanism
        assert ends, mechanism
        assert signed_paths(graph, ["var:ketamine"], ends, limit=1).paths, mechanism


def test_a_picture_of_something_and_a_small_graph_open_whole(shipped: Knowledge, tmp_path: Path) -> None:
    assert view(shipped, ["BDNF"]).start == ()
    (tmp_path / "mine.tsv").write_text("subject\tpredicate\tobject\na\t+\tb\n", encoding="utf-8")
    assert view(load(tmp_path / "mine.tsv")).start == ()
