"""What lies upstream and downstream, beside all chains found one by one."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import InvalidValue
from kgraph.model import Sign
from kgraph.questions.surrounding import downstream, upstream
from kgraph.store import Knowledge, load


def test_an_entity_stands_for_all_its_variables(small: Knowledge) -> None:
    assert {one.variable.id for one in upstream(small, "antidepressant effect").variables} >= {"var:bdnf", "var:ketamine"}
    assert upstream(small, "placebo").variables == ()


def test_what_a_limit_leaves_out_is_counted_and_the_limit_named(small: Knowledge) -> None:
    everything = upstream(small, "antidepressant effect")
    assert everything.complete
    nearest = upstream(small, "antidepressant effect", limit=1)
    assert (nearest.variables, nearest.hidden, nearest.limit) == (everything.variables[:1], len(everything.variables) - 1, "limit=1")
    near = upstream(small, "antidepressant effect", max_links=1)
    assert near.limit == "max_links=1"
    assert near.hidden + len(near.variables) == len(everything.variables)
    with pytest.raises(InvalidValue):
        upstream(small, "antidepressant effect", limit=0)


LINK = st.tuples(st.sampled_from("abcdef"), st.sampled_from("+-?"), st.sampled_from("abcdef"))


@given(st.lists(LINK, min_size=1, max_size=14, unique=True))
@settings(max_examples=60, deadline=None)
def test_distances_and_signs_are_those_of_all_simple_paths(
    tmp_path_factory: pytest.TempPathFactory, links: list[tuple[str, str, str]]
) -> None:
    links = [*links, ("a", "+", "b")]
    table = tmp_path_factory.mktemp("random") / "table.tsv"
    table.write_text("subject\tpredicate\tobject\n" + "".join("\t".join(link) + "\n" for link in dict.fromkeys(links)), encoding="utf-8")
    knowledge = load(table)
    down = {one.variable.label.en: (one.links, set(one.signs)) for one in downstream(knowledge, "a").variables}
    up = {one.variable.label.en: (one.links, set(one.signs)) for one in upstream(knowledge, "b").variables}
    graph: nx.DiGraph[str] = nx.DiGraph([(first, last) for first, _, last in links])
    assert down == {end: found for end in "abcdef" if (found := _all_chains(graph, links, "a", end))}
    assert up == {start: found for start in "abcdef" if (found := _all_chains(graph, links, start, "b"))}


def _all_chains(graph: nx.DiGraph[str], links: list[tuple[str, str, str]], start: str, end: str) -> tuple[int, set[Sign]] | None:
    """The length of the shortest and the signs of all, by networkx and multiplication."""
    if start == end or start not in graph or end not in graph:
        return None
    signs: set[Sign] = set()
    paths = list(nx.all_simple_paths(graph, start, end))
    for path in paths:
        so_far = {Sign.PLUS}
        for step in pairwise(path):
            here = {Sign.of(sign) for first, sign, last in links if (first, last) == step}
            # An unsigned link beside a signed one adds no chain of its own.
            so_far = {one * sign for one in so_far for sign in (here - {Sign.UNKNOWN} or here)}
        signs |= so_far
    return (min(map(len, paths)) - 1, signs) if paths else None
