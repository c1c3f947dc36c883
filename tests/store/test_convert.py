"""The same knowledge in rdflib and in networkx, nothing lost on the way."""

from __future__ import annotations

import networkx
import rdflib

from kgraph.store import Knowledge
from kgraph.vocabulary.prefixes import expand
from kgraph.vocabulary.terms import UNION


def test_the_dataset_holds_every_triple_in_its_named_graph(tiny: Knowledge) -> None:
    dataset = tiny.to_rdflib()
    counts = {graph: len(dataset.graph(rdflib.URIRef(graph))) for graph in UNION}
    assert sum(counts.values()) == len(tiny.engine)
    assert all(counts.values())


def test_the_default_graph_of_the_dataset_is_the_union_as_for_every_query(tiny: Knowledge) -> None:
    question = "SELECT ?o WHERE { var:ketamine kg:decreases ?o ; rdfs:label ?label . FILTER(LANG(?label) = 'en') }"
    found = {str(row[0]) for row in tiny.to_rdflib().query(question) if isinstance(row, rdflib.query.ResultRow)}
    assert expand("var:nmdar") in found


def test_the_graph_has_a_node_a_variable_and_an_edge_a_claim(tiny: Knowledge) -> None:
    graph = tiny.to_networkx()
    assert sorted(graph) == [variable.id for variable in tiny.variables()]
    assert graph.nodes["var:nmdar-gaba"] == {
        "label_en": "NMDA receptor activity on GABA neurons",
        "label_zh": "GABA神经元上NMDA受体活性",
        "entity": "ent:nmdar",
        "aspect": "Activity",
    }
    assert graph.edges["var:gaba-firing", "var:bdnf-rat", "claim:gaba-bdnf"] == {
        "sign": "-",
        "predicate": "decreases",
        "layer": "background",
        "mechanisms": ("mech:disinhibition",),
    }
    assert graph.number_of_edges() == len(tiny.entries("claim"))


def test_the_order_of_nodes_and_edges_is_that_of_ids(shipped: Knowledge) -> None:
    graph = shipped.to_networkx()
    assert list(graph) == sorted(graph)
    assert list(networkx.MultiDiGraph(graph)) == list(graph)
