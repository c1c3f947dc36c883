"""Shipped queries with parameters by any name, and answers as plain rows."""

from __future__ import annotations

import pytest

from kgraph.errors import AmbiguousName, EntityNotFound, KnowledgeError, QueryNotFound, TurtleSyntaxError
from kgraph.model import Language
from kgraph.queries import Limits
from kgraph.questions.checking import formatted
from kgraph.questions.querying import queries, query, query_text, rows_of, says_no
from kgraph.store import Knowledge


def test_every_shipped_query_runs_with_its_examples(shipped: Knowledge) -> None:
    for one in queries():
        given = {parameter.name: parameter.example for parameter in one.parameters if parameter.example}
        assert rows_of(query(shipped, one.name, given)).columns == tuple(column.name for column in one.columns)


def test_a_variable_goes_by_its_name_or_by_an_entity_that_has_only_one(small: Knowledge) -> None:
    by_id = rows_of(query(small, "upstream", {"variable": "var:bdnf"}))
    assert by_id.rows
    for name in ("BDNF release", "BDNF释放", "BDNF"):
        assert rows_of(query(small, "upstream", {"variable": name})) == by_id


def test_an_entity_of_several_variables_is_refused_with_them(small: Knowledge) -> None:
    with pytest.raises(AmbiguousName) as refusal:
        query(small, "upstream", {"variable": "NMDA receptor"})
    assert [one.split()[0] for one in refusal.value.candidates] == ["var:nmdar", "var:nmdar-gaba"]


def test_other_parameters_take_anything_with_a_name(shipped: Knowledge) -> None:
    assert rows_of(query(shipped, "mechanism-claims", {"mechanism": "lateral habenula mechanism"})).rows


def test_unknown_names_and_queries_are_refused(small: Knowledge) -> None:
    with pytest.raises(EntityNotFound):
        query(small, "upstream", {"variable": "nothing"})
    with pytest.raises(QueryNotFound):
        query(small, "upsteam")


def test_the_language_of_labels_follows_unless_it_is_given(shipped: Knowledge) -> None:
    chinese = query(shipped, "mechanisms", language=Language.ZH)
    assert chinese == query(shipped, "mechanisms", {"lang": "zh-Hans"}, language=Language.EN)


def test_cells_become_ids_numbers_and_texts(small: Knowledge) -> None:
    table = query_text(small, 'SELECT (ent:bdnf AS ?a) (70.8 AS ?b) (3 AS ?c) ("x"@en AS ?d) (?no AS ?e) ("NaN"^^xsd:double AS ?f) {}')
    assert rows_of(table).rows == (("ent:bdnf", 70.8, 3, "x", None, "NaN"),)


def test_only_an_ask_says_no(small: Knowledge) -> None:
    assert says_no(query_text(small, "ASK { ?a kg:no-such ?b }"))
    assert not says_no(query_text(small, "ASK { ?a kg:increases ?b }"))
    assert not says_no(query_text(small, "SELECT ?a { ?a kg:no-such ?b }"))


def test_limits_are_passed_on(small: Knowledge) -> None:
    table = query_text(small, "SELECT * { ?a ?b ?c }", limits=Limits(rows=2))
    assert (len(table.rows), table.complete) == (2, False)


def test_a_text_that_cannot_be_laid_out_is_refused_with_its_file() -> None:
    with pytest.raises(TurtleSyntaxError, match=r"mine\.ttl:1:"):
        formatted("ent:x a", where="mine.ttl")
    with pytest.raises(KnowledgeError, match=r"mine\.ttl"):
        formatted("PREFIX e: <https://w3id.org/kgraph/entity/>\ne:a a e:b . # lost\n", where="mine.ttl")
