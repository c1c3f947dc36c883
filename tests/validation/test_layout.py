"""The layout of Turtle: the same triples, always the same text, and every shipped file in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from rdflib import Graph
from rdflib.compare import isomorphic

from kgraph.errors import KnowledgeError, TurtleSyntaxError
from kgraph.store import shipped_ontology
from kgraph.validation import format_turtle, is_formatted
from tests.validation.small_knowledge import PREFIXES, SOUND

SHIPPED = sorted(shipped_ontology().rglob("*.ttl"))


def same(one: str, other: str) -> bool:
    """Whether two texts hold the same triples, as rdflib reads them."""
    return isomorphic(Graph().parse(data=one, format="turtle"), Graph().parse(data=other, format="turtle"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(shipped_ontology()).as_posix())
def test_every_shipped_file_is_in_the_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert is_formatted(text), "run: kgraph format"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(shipped_ontology()).as_posix())
def test_the_layout_keeps_every_triple(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert same(text, format_turtle(text))


def test_evidence_follows_its_claim_and_ten_follows_nine() -> None:
    text = PREFIXES + "claim:x.e10 a kg:Evidence . claim:x.e9 a kg:Evidence . claim:x a kg:Claim ; kg:evidence claim:x.e10 , claim:x.e9 ."
    assert format_turtle(text).partition("\n\n")[2] == (
        "claim:x\n    a kg:Claim ;\n    kg:evidence\n        claim:x.e9 ,\n        claim:x.e10 ;\n.\n\n"
        "claim:x.e9\n    a kg:Evidence ;\n.\n\nclaim:x.e10\n    a kg:Evidence ;\n.\n"
    )


def test_the_order_of_writing_and_the_names_of_blank_nodes_do_not_matter() -> None:
    one = PREFIXES + 'result:x kg:dose _:a , [ kg:value 2 ; kg:unit "d" ] . _:a kg:value 1 ; kg:unit "d" .'
    other = PREFIXES + 'result:x kg:dose [ kg:unit "d" ; kg:value 1 ] , _:zz . _:zz kg:unit "d" ; kg:value 2 .'
    assert format_turtle(one) == format_turtle(other)


def test_names_that_differ_in_zeros_only_have_one_order() -> None:
    assert format_turtle("<urn:x7> a <urn:c> . <urn:x07> a <urn:c> .") == format_turtle("<urn:x07> a <urn:c> . <urn:x7> a <urn:c> .")


def test_a_quantity_stands_inside_what_has_it() -> None:
    assert format_turtle(PREFIXES + 'result:x kg:dose [ kg:value 0.50 ; kg:unit "mg/kg" ] .').endswith(
        'result:x\n    kg:dose [\n        kg:unit "mg/kg" ;\n        kg:value 0.50 ;\n    ] ;\n.\n'
    )


def test_numbers_keep_the_form_in_which_they_were_written() -> None:
    text = format_turtle(PREFIXES + 'ent:x kg:value 0.50 , 007 , 1e3 , true , "5" , "1.0e0"^^xsd:decimal .')
    for form in (" 0.50 ", " 007 ", " 1e3 ", " true ", ' "5" ', ' "1.0e0"^^xsd:decimal '):
        assert form in text.replace("\n", " ")


def test_texts_of_several_lines_quotes_and_backslashes_survive() -> None:
    text = PREFIXES + r'ent:x rdfs:comment "one\ntwo \"three\" \\four"@en , "tab\t\u0007"@zh-Hans .'
    assert same(text, format_turtle(text))
    assert '"""one\ntwo' in format_turtle(text)
    assert "@zh-Hans" in format_turtle(text)


def test_lists_are_written_in_brackets_and_in_their_order() -> None:
    text = PREFIXES + 'ent:x kg:value ( 3 1 [ kg:value 2 ] ( "a" ) () ) .'
    assert same(text, format_turtle(text))
    assert "rdf:first" not in format_turtle(text)


@pytest.mark.parametrize("triples", ["[] kg:value 1 .", "ent:x kg:value [] , [] .", "[] kg:value [ kg:unit [] ] . [] kg:value 1 ."])
def test_blank_nodes_that_one_thing_has_or_none_survive_and_settle(triples: str) -> None:
    text = PREFIXES + triples
    assert same(text, format_turtle(text))
    assert is_formatted(format_turtle(text))


@pytest.mark.parametrize(
    "triples",
    [
        "_:a kg:value _:b . _:b kg:value _:a .",
        "_:a kg:value _:a .",
        "ent:x kg:value _:a . ent:y kg:value _:a . _:a kg:value 1 .",
        "ent:x kg:value _:a . ent:y kg:value _:a .",
    ],
)
def test_blank_nodes_that_would_need_a_name_are_refused(triples: str) -> None:
    with pytest.raises(KnowledgeError, match="pointed at more than once"):
        format_turtle(PREFIXES + triples)


def test_the_head_stays_and_unused_prefixes_go() -> None:
    text = "\n# What is in here.\n#   And what is not.\n\n" + PREFIXES + "PREFIX mine: <urn:mine:> ent:x a mine:y ."
    assert format_turtle(text).startswith(
        "# What is in here.\n#   And what is not.\n\nPREFIX ent: <https://w3id.org/kgraph/entity/>\nPREFIX mine: <urn:mine:>\n\nent:x\n"
    )


def test_a_prefix_of_ones_own_gives_way_to_the_projects() -> None:
    assert "ent:x\n" in format_turtle("PREFIX e: <https://w3id.org/kgraph/entity/> e:x a e:y .")


def test_a_comment_that_would_be_lost_is_refused_with_its_place() -> None:
    text = '# head\nPREFIX ent: <urn:e#>\nent:x a ent:y ; ent:z "# no comment" , <urn:#> . # why it is so\n'
    with pytest.raises(KnowledgeError, match="would lose it") as caught:
        format_turtle(text)
    assert caught.value.where == "3:50"


def test_broken_turtle_is_refused_with_its_place() -> None:
    with pytest.raises(TurtleSyntaxError) as caught:
        format_turtle("<urn:a> a <urn:b> .\n<urn:a> a .\n")
    assert caught.value.where.startswith("2:")


def test_quoted_triples_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="quotes a triple"):
        format_turtle("<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> .")


def test_a_maze_is_refused_and_long_numbers_are_not() -> None:
    with pytest.raises(KnowledgeError, match="deep"):
        format_turtle("<urn:a> <urn:b> " + "[ <urn:b> " * 3000 + "1" + " ]" * 3000 + " .")
    with pytest.raises(KnowledgeError, match="deep"):
        format_turtle("<urn:a> <urn:b> " + "( " * 3000 + "1" + " )" * 3000 + " .")
    with pytest.raises(KnowledgeError, match="triples in triples"):
        format_turtle("<urn:a> <urn:b> " + "<<( <urn:a> <urn:b> " * 50_000 + "1" + " )>>" * 50_000 + " .")
    assert "9" * 9000 in format_turtle(f"<urn:a> <urn:b> {'9' * 9000} , <urn:{'8' * 9000}> .")


def test_formatting_twice_is_formatting_once() -> None:
    assert is_formatted(format_turtle(SOUND))


NAMES = st.sampled_from(
    ["https://w3id.org/kgraph/claim/x", "https://w3id.org/kgraph/claim/x.e1", "urn:other", "https://w3id.org/kgraph/entity/a(b)"]
)
TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from('\n\t"\\'), max_size=12)


@given(st.lists(st.tuples(NAMES, NAMES, NAMES.map(NamedNode) | TEXTS.map(Literal) | st.integers().map(Literal)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_triples_survive_and_settle(triples: list[tuple[str, str, NamedNode | Literal]]) -> None:
    quads = [Quad(NamedNode(subject), NamedNode(predicate), value) for subject, predicate, value in triples]
    written = serialize(quads, format=RdfFormat.N_TRIPLES)
    assert written is not None
    text = written.decode()
    assert same(text, format_turtle(text))
    assert is_formatted(format_turtle(text))
