"""What may run and what may not, decided by the tokens and never by how a text looks."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import QueryRefused
from kgraph.queries.form import judge

PREFIXED = "PREFIX ex: <http://example.org/> "

HARMLESS = {
    "in a string": 'SELECT * { ?s ?p "SERVICE <http://x/> { INSERT }" }',
    "in a single-quoted string": "SELECT * { ?s ?p 'say \\' SERVICE' }",
    "in a long string": 'SELECT * { ?s ?p """a "quoted" SERVICE\nFROM <file:///x> """ }',
    "in a long single-quoted string": "SELECT * { ?s ?p '''it's a SERVICE''' }",
    "in a comment": "SELECT * { ?s ?p ?o # SERVICE <http://x/>\n }",
    "in a comment at the end": "SELECT * { ?s ?p ?o } # SERVICE",
    "as a variable": "SELECT ?service $SERVICE { ?service ?p $SERVICE }",
    "as a name with a prefix": PREFIXED + "SELECT * { ?s ex:SERVICE ex:FROM }",
    "as a prefix": "PREFIX service: <http://x/> SELECT * { ?s service:a ?o }",
    "in an IRI": "SELECT * { ?s <http://x/SERVICE#SERVICE> <urn:SERVICE> }",
    "as a language": 'SELECT * { ?s ?p "x"@SERVICE }',
    "in a name with an escape": PREFIXED + "SELECT * { ?s ex:a\\-SERVICE ?o }",
    "after a hash in an IRI": "SELECT * { ?s <http://x/a#b> ?o . ?o ?p ?q }",
    "less than is no IRI": "SELECT * { ?s ?p ?a . FILTER(?a<3 && 5>?a) }",
    "an update word later on": "SELECT * { ?s ?p ?o . BIND(1 AS ?insert) }",
    "prologue": "BASE <http://x/> VERSION '1.2' PREFIX : <http://y/> SELECT * { :a ?p ?o }",
    "lower case": "select * { ?s ?p ?o }",
    "ask": "ASK { ?s ?p ?o }",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "describe": "DESCRIBE <http://x/a>",
    "nonsense": "please tell me about ketamine",
    "nothing": "",
}

REFUSED = {
    "service": "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "service in lower case": "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
    "service without a space": "select*{SERVICE<http://x/>{?s ?p ?o}}",
    "service by variable": "SELECT * { ?s ?p ?x . SERVICE ?x { ?s ?p ?o } }",
    "service after a comment": "SELECT * { # harmless\n SERVICE <http://x/> { ?s ?p ?o } }",
    "service after a string with a hash": "SELECT * { ?s ?p '#' . SERVICE <http://x/> { ?s ?p ?o } }",
    "service after an IRI with a hash": "SELECT * { ?s <http://x/#> ?o . SERVICE <http://x/> { ?s ?p ?o } }",
    "service after a broken string": "SELECT * { ?s ?p 'x \n SERVICE <http://x/> { ?s ?p ?o } }",
    "service after a number": "SELECT * { ?s ?p 1 SERVICE <http://x/> { ?s ?p ?o } }",
    "service after a keyword": "SELECT * { OPTIONAL{SERVICE<http://x/>{}} }",
    "insert": "INSERT DATA { <http://x/a> <http://x/b> 1 }",
    "insert after a prologue": PREFIXED + "# hm\nBASE <http://x/> insert { ?s ?p 1 } WHERE { ?s ?p 2 }",
    "delete": "DELETE WHERE { ?s ?p ?o }",
    "with": "WITH <http://x/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "load": "LOAD <file:///etc/hosts>",
    "clear": "CLEAR ALL",
    "drop": "DROP SILENT GRAPH <http://x/g>",
    "create": "CREATE GRAPH <http://x/g>",
    "copy": "COPY DEFAULT TO <http://x/g>",
    "move": "MOVE DEFAULT TO <http://x/g>",
    "add": "ADD DEFAULT TO <http://x/g>",
    "from a file": "SELECT * FROM <file:///etc/hosts> { ?s ?p ?o }",
    "from a file, named": "SELECT * FROM NAMED <file:///etc/hosts> { GRAPH ?g { ?s ?p ?o } }",
    "from afar": "SELECT * FROM <http://x/g> { ?s ?p ?o }",
    "from afar by prefix": PREFIXED + "SELECT * FROM ex:g { ?s ?p ?o }",
    "from a relative IRI": "BASE <https://w3id.org/kgraph/schema> SELECT * FROM <#review> { ?s ?p ?o }",
    "from ours and from afar": "SELECT * FROM kg:review FROM <http://x/g> { ?s ?p ?o }",
    "a prefix of ours that means something else": "PREFIX kg: <http://x/> SELECT * FROM kg:review { ?s ?p ?o }",
    "from with nothing after it": "SELECT * FROM",
    "too deep": "SELECT * { ?s ?p ?o FILTER(" + "(" * 300 + "1" + ")" * 300 + ") }",
    "too many parts": "SELECT * { " + "OPTIONAL { ?s ?p ?o } " * 3_000 + "}",
    "too long": "SELECT * { ?s ?p '" + "x" * 1_100_000 + "' }",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
def test_a_word_that_is_no_keyword_is_let_through(text: str) -> None:
    judge(text)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_would_write_or_reach_outside_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(QueryRefused) as caught:
        judge(text)
    assert caught.value.remedy


def test_the_graphs_of_kgraph_may_be_chosen() -> None:
    assert judge("SELECT * FROM kg:review FROM NAMED <https://w3id.org/kgraph/schema#terms> { ?s ?p ?o }").chooses_graphs
    assert not judge("SELECT * { ?s ?p ?o }").chooses_graphs


def test_known_prefixes_that_a_text_lacks_are_supplied_and_its_own_are_kept() -> None:
    form = judge("PREFIX var: <http://example.org/> SELECT * { var:a kg:increases ?o ; ex:b ?c }")
    assert form.prefixes == (("kg", "https://w3id.org/kgraph/schema#"),)


@given(st.text(alphabet="SERVIC'\"\\#<>\n {}?:a", max_size=40))
def test_no_text_breaks_the_judge(text: str) -> None:
    with suppress(QueryRefused):
        judge(text)
