"""PyBEL's node-link JSON, of today and of before: the same statements as in a script, and what is broken in it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from kgraph.exchange.bel_nodes import term_of
from kgraph.exchange.bel_syntax import write
from kgraph.model import Layer
from tests.exchange.bel_samples import said
from tests.exchange.recording import imported, written

AKT1 = {"function": "Protein", "concept": {"namespace": "HGNC", "name": "AKT1"}, "bel": "p(HGNC:AKT1)"}
EGFR = {"function": "Protein", "concept": {"namespace": "hgnc", "name": "EGFR", "identifier": "3236"}}
DEATH = {"function": "BiologicalProcess", "concept": {"namespace": "GO", "name": "cell death"}}
CITATION = {"namespace": "pubmed", "identifier": "20724638", "name": "A made-up title.", "journal": "A journal", "date": "2010-08-20"}
LINK = {"source": 0, "target": 1, "relation": "increases", "evidence": "A made-up sentence.", "citation": CITATION}


def graph(*links: Any, nodes: list[Any] | None = None, **beside: Any) -> dict[str, Any]:
    """A graph with these links."""
    about = {"document_metadata": {"name": "Made up"}, "namespace_url": {"HGNC": "https://example.org"}, "pybel_version": "0.15.3"}
    return {
        "directed": True,
        "multigraph": True,
        "graph": about,
        "nodes": [AKT1, DEATH, EGFR] if nodes is None else nodes,
        "links": list(links),
        **beside,
    }


def words(folder: Path, value: Any) -> list[str]:
    """What a graph says; nothing of it may be lost."""
    records, report = imported("pybel", written(folder, "x.nodelink.json", json.dumps(value)))
    assert report.whole, report.lines
    return said([entry for record in records for entry in record.entries if entry.layer is not Layer.DERIVED])


def test_a_link_is_a_statement_with_its_evidence(tmp_path: Path) -> None:
    link = {
        **LINK,
        "source_modifier": {"modifier": "Activity", "effect": {"namespace": "go", "identifier": "0016301", "name": "kinase activity"}},
    }
    link["annotations"] = {
        "Species": [{"namespace": "Species", "identifier": "9606"}],
        "Confidence": [{"namespace": "Confidence", "identifier": "High"}],
    }
    records, _ = imported("pybel", written(tmp_path, "x.json", json.dumps(graph(link))))
    (entry,) = records[0].entries
    (one,) = entry.evidence
    assert said([entry]) == ["AKT1 (as kinase) increases cell death"]
    assert (one.reference, one.text, one.context.species) == ("ref:pubmed.20724638", "A made-up sentence.", "ent:NCBITaxon.9606")
    paper = next(term for term in records[0].terms if term.id == one.reference)
    assert getattr(paper, "citation", "") == "A made-up title. A journal. 2010"
    assert records[-1].name == "Made up"


def test_the_layout_of_before_says_the_same(tmp_path: Path) -> None:
    old = {
        "function": "Protein",
        "namespace": "HGNC",
        "name": "AKT1",
        "variants": [{"kind": "pmod", "identifier": {"namespace": "bel", "name": "Ph"}, "code": "Ser", "pos": 473}],
    }
    link = {
        **LINK,
        "citation": {"type": "PubMed", "reference": "20724638", "name": "A journal"},
        "annotations": {"Species": {"9606": True}},
    }
    link["object"] = {"modifier": "Activity", "effect": {"namespace": "bel", "name": "cat"}}
    new = {
        **AKT1,
        "variants": [
            {
                "kind": "pmod",
                "concept": {"namespace": "go", "identifier": "0006468", "name": "protein phosphorylation"},
                "code": "Ser",
                "pos": 473,
            }
        ],
    }
    fresh = {**LINK, "target_modifier": link["object"]}
    both = [words(tmp_path, graph(one, nodes=[node, EGFR])) for one, node in ((link, old), (fresh, new))]
    assert both[0] == both[1] == ["phosphorylation of AKT1 (at S473) increases EGFR (as catalyst)"]


@pytest.mark.parametrize(
    ("node", "modifier", "text"),
    [
        ({"function": "RNA", "concept": {"namespace": "HGNC", "name": "AKT1"}}, None, "r(HGNC:AKT1)"),
        ({"function": "miRNA", "namespace": "HGNC", "name": "MIR21"}, None, "m(HGNC:MIR21)"),
        ({**AKT1, "variants": [{"kind": "hgvs", "hgvs": "p.Phe1del"}]}, None, "p(HGNC:AKT1, var(p.Phe1del))"),
        ({**AKT1, "variants": [{"kind": "hgvs", "identifier": "?"}]}, None, "p(HGNC:AKT1, var(?))"),
        ({**AKT1, "variants": [{"kind": "frag", "start": 5, "stop": 20, "description": "55kD"}]}, None, "p(HGNC:AKT1, frag(5_20, 55kD))"),
        ({**AKT1, "variants": [{"kind": "frag", "missing": "?"}]}, None, "p(HGNC:AKT1, frag(?))"),
        (AKT1, {"modifier": "Degradation"}, "deg(p(HGNC:AKT1))"),
        (AKT1, {"location": {"namespace": "GO", "name": "nucleus"}}, "p(HGNC:AKT1, loc(GO:nucleus))"),
        (
            AKT1,
            {
                "modifier": "Translocation",
                "effect": {"fromLoc": {"namespace": "GO", "name": "a"}, "toLoc": {"namespace": "GO", "name": "b"}},
            },
            "tloc(p(HGNC:AKT1), fromLoc(GO:a), toLoc(GO:b))",
        ),
        ({"function": "Complex", "members": [AKT1, EGFR]}, None, "complex(p(HGNC:AKT1), p(hgnc:3236 ! EGFR))"),
        ({"function": "Complex", "concept": {"namespace": "GO", "name": "c"}}, None, "complex(GO:c)"),
        (
            {"function": "Reaction", "reactants": [AKT1], "products": [EGFR]},
            None,
            "rxn(reactants(p(HGNC:AKT1)), products(p(hgnc:3236 ! EGFR)))",
        ),
        (
            {
                "function": "Protein",
                "fusion": {
                    "partner_5p": AKT1,
                    "range_5p": {"reference": "p", "left": 1, "right": 79},
                    "partner_3p": EGFR,
                    "range_3p": {"missing": "?"},
                },
            },
            None,
            "p(fus(HGNC:AKT1, p.1_79, hgnc:3236 ! EGFR, ?))",
        ),
        ({"bel": "act(p(HGNC:AKT1))"}, None, "act(p(HGNC:AKT1))"),
    ],
)
def test_every_kind_of_node_is_a_term(node: Any, modifier: Any, text: str) -> None:
    term = term_of(node, modifier)
    assert not isinstance(term, str), term
    assert write(term) == text


def test_links_that_follow_from_a_term_are_not_said_twice_and_others_are(tmp_path: Path) -> None:
    nodes = [
        AKT1,
        EGFR,
        {"function": "Complex", "members": [AKT1, EGFR]},
        {"function": "Complex", "concept": {"namespace": "GO", "name": "c"}},
    ]
    links = [{"source": 0, "target": 2, "relation": "partOf"}, {"source": 0, "target": 3, "relation": "partOf"}]
    assert words(tmp_path, graph(*links, nodes=nodes)) == ["AKT1 partOf c"]


def test_packed_graphs_and_edges_by_another_name_are_read(tmp_path: Path) -> None:
    value = graph()
    value["edges"] = [LINK]
    del value["links"]
    written(tmp_path, "a.nodelink.json.gz", gzip.compress(json.dumps(value).encode()))
    records, report = imported("pybel", tmp_path)
    assert report.records["kept"] == 1
    assert records[0].place == "a.nodelink.json.gz#1"


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ({**LINK, "source": 99}, "its source is no node of the graph"),
        ({**LINK, "source": -1}, "its source is no node of the graph"),
        ({**LINK, "target": True}, "its target is no node of the graph"),
        ({**LINK, "target": [1]}, "its target is no node of the graph"),
        ({**LINK, "relation": 5.5}, "a link without a relation"),
        ({**LINK, "relation": "likes"}, "no relation of BEL"),
        ({**LINK, "source_modifier": {"modifier": "Odd"}}, "no modifier of PyBEL: Odd"),
        ("a text", "its source is no node of the graph"),
        (None, "its source is no node of the graph"),
    ],
)
def test_a_broken_link_is_told_and_the_rest_goes_on(link: Any, why: str, tmp_path: Path) -> None:
    records, report = imported("pybel", written(tmp_path, "x.json", json.dumps(graph(link, LINK))))
    assert [line.note for line in report.lines if line.outcome.value == "lost"] == [why]
    assert len([entry for record in records for entry in record.entries]) == 1


@pytest.mark.parametrize("text", ["[]", "{}", "7", '{"nodes": 1, "links": {}}', "", "{", '{"nodes": [}'])
def test_what_is_no_graph_is_told(text: str, tmp_path: Path) -> None:
    records, report = imported("pybel", written(tmp_path, "x.json", text))
    assert records == []
    assert report.records["lost"] >= 1
