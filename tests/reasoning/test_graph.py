"""The signed graph keeps every link, in order, in both directions."""

from __future__ import annotations

import pytest
from hypothesis import given

from kgraph.errors import InvalidValue
from kgraph.model import Sign
from kgraph.reasoning import SignedGraph
from tests.graphs import ISLAND, MINUS, OPPOSITE_LINKS, PLUS, TWO_CLAIMS_ONE_LINK, links, small_graphs


def test_an_empty_graph_is_a_graph() -> None:
    graph = SignedGraph.from_links([])
    assert (graph.names, graph.link_count, list(graph.links())) == ((), 0, [])


def test_two_claims_make_one_link() -> None:
    assert TWO_CLAIMS_ONE_LINK.link_count == 1


def test_opposite_links_of_one_pair_are_two_links() -> None:
    assert OPPOSITE_LINKS.link_count == 3
    assert OPPOSITE_LINKS.signs_between("ketamine", "dopamine") == (PLUS, MINUS)


def test_an_unknown_variable_is_named() -> None:
    with pytest.raises(InvalidValue, match="no variable 'ketamin'"):
        ISLAND.number("ketamin")
    assert "ketamin" not in ISLAND
    assert "placebo" in ISLAND


@given(small_graphs())
def test_the_rows_hold_the_links_both_ways(graph: SignedGraph) -> None:
    starts, subjects, masks = graph.reverse
    backward = {(subjects[k], v, masks[k]) for v in range(len(graph.names)) for k in range(starts[v], starts[v + 1])}
    assert backward == set(graph.pairs())
    assert SignedGraph.from_links(graph.links(), variables=graph.names).masks == graph.masks
    assert list(graph.links()) == sorted(graph.links(), key=lambda link: (*link[:2], "+-?".index(link[2].value)))


def test_links_come_back_as_they_were_given() -> None:
    given_links = links("ketamine - nmdar", "nmdar + eef2k", "nmdar ? bdnf")
    assert set(SignedGraph.from_links(given_links).links()) == set(given_links)


def test_a_copy_without_and_a_copy_with() -> None:
    bare = OPPOSITE_LINKS.without(links=[("ketamine", "dopamine", PLUS)])
    assert bare.signs_between("ketamine", "dopamine") == (MINUS,)
    assert OPPOSITE_LINKS.without(variables=["dopamine"]).names == ("effect", "ketamine")
    assert bare.with_links([("ketamine", "dopamine", Sign.PLUS)]).masks == OPPOSITE_LINKS.masks
