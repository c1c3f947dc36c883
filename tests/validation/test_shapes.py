"""Our own evaluation of the shapes against pySHACL, the judge: the same findings, on sound, broken and randomly broken data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kgraph.errors import KnowledgeError
from kgraph.store import discover, shipped_schema, shipped_shapes
from kgraph.store import parse as parse_file
from kgraph.validation.data import Data, Value
from kgraph.validation.shape_reader import SH, Shape, read_shapes
from kgraph.validation.shapes import Violation, split_message, violations
from tests.validation.judge import judge
from tests.validation.small_knowledge import PREFIXES, SOUND

SCHEMA = tuple(parse_file(shipped_schema()))

# At least one break of every constraint that the shapes use, and every way of breaking some of them.
BROKEN = (
    PREFIXES
    + """
ent:a a kg:Drug ; rdfs:label "a"@en , "b"@en , "c"@fr , "d" , 5 , <urn:x> ; skos:exactMatch "CHEBI:1" , [] ; kg:broader var:a , "x" .
var:a a kg:Variable ; kg:entity ent:a , ent:gone ; kg:species ent:a ; kg:region ent:a , ent:b ; rdfs:label "x"@zh , "y"@en-GB .
claim:a a kg:Claim ; kg:layer "review" , kg:other ; kg:subject ent:a , var:a , "x" , [] ; kg:direct "true" , true .
assoc:a a kg:Association ; kg:layer kg:review ; kg:subject mech:a ; kg:object ent:a , var:a ; kg:sign "++" , "+"@en ; kg:predicate [] .
obs:a a kg:Observation ; kg:change kg:Raised , kg:Undetermined ; kg:variable var:a , ent:a .
obs:b a kg:Observation ; kg:layer kg:review ; kg:blocked ent:a .
result:a a kg:Result ; kg:outcome [ a kg:Drug ] ; kg:design 5 , "x"@en ; kg:dose 5 , [ a kg:Quantity ; kg:value "x"^^xsd:decimal ] ;
    kg:result [ a kg:Quantity ; kg:value 1 , 2.0 , 3e0 , "4" ; kg:unit "mg kg" , "d"@en , "" ; kg:comparison "==" ] .
loc:a a kg:Locator ; oa:start "1" , "x"^^xsd:integer ; oa:end 1.0 ; kg:checksum "ABC" , <urn:abc> , [] ; kg:sentence "s1" , "s2-i1-n1" .
ref:a a kg:CitationNumber ; kg:status "seen" ; kg:confidence "sure" ; kg:number 8 .
note:a a kg:Note ; kg:about ent:a ; kg:verified 1 , "true" ; kg:found "x"@en , "y"@EN .
claim:a.e1 a kg:Evidence ; kg:bearing kg:Supports , kg:Disputes ; kg:certainty <urn:x> ; kg:dose 5 ; kg:timing "x" ; kg:locator ent:a .
"""
)


def data_of(text: str) -> Data:
    """The data of a Turtle text together with the schema."""
    quads = (*SCHEMA, *parse(text, RdfFormat.TURTLE))
    return Data(("text", quad) for quad in quads)


def comparable(found: list[Violation] | tuple[Violation, ...]) -> Counter[tuple[str, ...]]:
    """Findings without the names of blank nodes, which every library makes up anew; a shape that two classes lead to counts once."""
    rows = {(one.shape, one.focus, one.path, one.constraint, one.value, one.message, one.warning) for one in found}
    return Counter(tuple("[]" if isinstance(part, BlankNode) else str(part) for part in row) for row in rows)


def both(data: Data) -> tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]:
    """What we find, and what the judge finds."""
    return comparable(list(violations(data, read_shapes(shipped_shapes())))), comparable(judge(data, shipped_shapes()))


def test_nothing_is_wrong_with_sound_knowledge() -> None:
    assert both(data_of(SOUND)) == (Counter(), Counter())


def test_the_shipped_knowledge_fits_the_shapes_and_the_judge_agrees() -> None:
    ours, theirs = both(Data((path.name, quad) for path in discover() for quad in parse_file(path)))
    assert ours == theirs == Counter()


def test_every_broken_constraint_is_found_as_the_judge_finds_it() -> None:
    ours, theirs = both(data_of(BROKEN))
    assert ours == theirs
    due = {"MinCount", "MaxCount", "Class", "Datatype", "NodeKind", "In", "Pattern", "LanguageIn", "UniqueLang", "Or"}
    assert {row[3] for row in ours} == due


def test_a_narrower_language_tag_counts_where_the_judge_errs() -> None:
    """SHACL filters tags by RFC 4647, so zh-Hans covers zh-Hans-CN; pySHACL 0.40 compares whole tags and first parts only."""
    ours, theirs = both(data_of(SOUND.replace("@zh-Hans", "@zh-Hans-CN", 1)))
    assert ours == Counter()
    assert {row[3] for row in theirs} <= {"LanguageIn"}


VALUES: tuple[Value, ...] = (
    NamedNode("https://w3id.org/kgraph/variable/ketamine"),
    NamedNode("https://w3id.org/kgraph/entity/rat"),
    NamedNode("https://w3id.org/kgraph/schema#review"),
    NamedNode("https://w3id.org/kgraph/variable/nowhere"),
    Literal("ketamine", language="en"),
    Literal("ketamine"),
    Literal(5),
    Literal("5", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
    Literal(True),
)


@given(st.data())
@settings(max_examples=12, deadline=None)
def test_the_judge_agrees_on_knowledge_broken_at_random(draw: st.DataObject) -> None:
    quads = list(parse(SOUND, RdfFormat.TURTLE))
    for _ in range(draw.draw(st.integers(1, 8))):
        place = draw.draw(st.integers(0, len(quads) - 1))
        old = quads[place]
        new = Quad(old.subject, old.predicate, draw.draw(st.sampled_from(VALUES)))
        how = draw.draw(st.sampled_from(["drop", "swap", "add"]))
        quads[place : place + 1] = {"drop": [], "swap": [new], "add": [old, new]}[how]
    ours, theirs = both(Data(("text", quad) for quad in (*SCHEMA, *quads)))
    assert ours == theirs


def test_the_value_that_must_be_there_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text(
        """PREFIX sh: <http://www.w3.org/ns/shacl#>
<urn:shape> sh:targetClass <urn:C> ; sh:property <urn:part> ; sh:nodeKind sh:IRI ; sh:message "An IRI. Mend: name it." .
<urn:part> sh:path <urn:p> ; sh:hasValue 5 ; sh:severity sh:Warning ; sh:message "It has a 5. Mend: add it." .""",
        encoding="utf-8",
    )
    data = Data(("x", quad) for quad in parse("<urn:a> a <urn:C> . <urn:b> a <urn:C> ; <urn:p> 5 . [] a <urn:C> .", RdfFormat.TURTLE))
    ours = comparable(list(violations(data, read_shapes(path))))
    assert sorted((row[1], row[3], row[6]) for row in ours) == [
        ("<urn:a>", "HasValue", "True"),
        ("[]", "HasValue", "True"),
        ("[]", "NodeKind", "False"),
    ]
    assert {row[:4] for row in ours} == {row[:4] for row in comparable(judge(data, path))}


def test_a_shape_that_kgraph_would_not_evaluate_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text("PREFIX sh: <http://www.w3.org/ns/shacl#>\n<urn:s> sh:targetClass <urn:C> ; sh:closed true .", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="uses sh:closed, which kgraph does not evaluate"):
        read_shapes(path)


@pytest.mark.parametrize(
    ("constraint", "message"),
    [
        ('sh:minCount "x"', "sh:minCount is no count: x"),
        ('sh:pattern "("', "no regular expression"),
        ("sh:nodeKind sh:Thing", "none of SHACL's: Thing"),
        ("sh:property <urn:s>", "contains itself"),
        ("sh:in <urn:nothing>", "does not end"),
        ("sh:path [ sh:inversePath <urn:p> ]", "no single predicate"),
    ],
)
def test_a_broken_shape_is_refused(constraint: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text(f"PREFIX sh: <http://www.w3.org/ns/shacl#>\n<urn:s> sh:targetClass <urn:C> ; {constraint} .", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        read_shapes(path)


def all_shapes(shapes: tuple[Shape, ...]) -> list[Shape]:
    """Every shape that can report something: node shapes with constraints of their own, and all property shapes."""
    return [part for shape in shapes for part in (*shape.properties, *([shape] if shape.alternatives else []))]


@pytest.mark.parametrize("shape", all_shapes(read_shapes(shipped_shapes())), ids=lambda shape: str(shape.iri))
def test_every_shape_says_what_is_wrong_and_how_to_mend_it(shape: Shape) -> None:
    what, mend = split_message(shape.message)
    assert what.endswith(".")
    assert mend.endswith(".")


def test_every_property_shape_is_used() -> None:
    declared = {str(quad.subject).strip("<>") for quad in parse_file(shipped_shapes()) if quad.object == NamedNode(SH + "PropertyShape")}
    assert declared == {part.iri for part in all_shapes(read_shapes(shipped_shapes())) if part.path}
