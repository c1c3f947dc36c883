"""Foreign RDF: the worked example of the docs, every field of a mapping, wrong mappings, hostile data."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from kgraph.errors import ExchangeError
from kgraph.exchange import Imported, Report, import_into, knowledge_from
from kgraph.exchange.mapped_mapping import read_mapping
from kgraph.model import Association, Claim, Entity, Layer
from kgraph.store import load
from tests.exchange.recording import imported, written

DOCS = Path(__file__).parents[2] / "docs" / "exchange.md"
SECTION = DOCS.read_text(encoding="utf-8").partition("\n## Foreign RDF\n")[2].partition("\n## ")[0]
(DATA,) = re.findall(r"```turtle\n(.*?)```", SECTION, re.DOTALL)
(MAPPING,) = re.findall(r"```yaml\n(.*?)```", SECTION, re.DOTALL)


def read(tmp_path: Path, data: str | bytes = DATA, mapping: str = MAPPING, name: str = "effects.ttl") -> tuple[list[Imported], Report]:
    """What this data gives by this mapping."""
    written(tmp_path, "mapping.yaml", mapping)
    return imported("rdf", written(tmp_path, name, data))


def said(records: list[Imported]) -> list[tuple[str, str, str]]:
    """The claims and associations of these records."""
    return [
        (entry.subject.label.en, entry.predicate, entry.object.label.en)
        for record in records
        for entry in record.entries
        if isinstance(entry, Claim | Association) and entry.layer is Layer.BACKGROUND
    ]


def notes(report: Report) -> set[str]:
    """Why anything was lost."""
    return {line.note for line in report.lines if line.outcome.value == "lost"}


def test_the_worked_example_gives_what_the_docs_say(tmp_path: Path) -> None:
    records, report = read(tmp_path)
    assert said(records) == [("ketamine", "decreases", "GRIN1"), ("GRIN1", "increases", "low mood")]
    claim = records[0].entries[0]
    assert isinstance(claim, Claim)
    assert claim.direct
    assert claim.evidence[0].reference == "ref:pubmed.20724638"
    assert claim.evidence[0].text == "A made-up sentence."
    kinds = {term.label.en: term.kind for record in records for term in record.terms if isinstance(term, Entity)}
    assert kinds == {"ketamine": "Drug", "GRIN1": "Protein", "low mood": "Phenotype"}
    ids = {term.id for record in records for term in record.terms if isinstance(term, Entity)}
    assert {"ent:CHEBI.6121", "ent:uniprot.Q05586"} < ids
    assert notes(report) == {"its sign is not in the table: Tickles"}
    assert report.records["read"] == 3


def test_the_mapping_may_have_the_name_of_the_file_and_a_folder_is_read_whole(tmp_path: Path) -> None:
    written(tmp_path, "effects.mapping.yaml", MAPPING)
    assert len(said(imported("rdf", written(tmp_path, "effects.ttl", DATA))[0])) == 2
    written(tmp_path, "mapping.yaml", MAPPING)
    written(tmp_path, "more.nt", '<https://example.org/mood> <http://www.w3.org/2000/01/rdf-schema#label> "mood" .\n')
    knowledge, _ = knowledge_from("rdf", [tmp_path])
    assert len(knowledge.entries("claim")) == 2


PREFIX = "@prefix x: <https://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
SHORT = 'name: short\nprefixes: {x: "https://example.org/"}\nsubject: x:of\nobject: x:on\n'
SIGN = 'sign: {path: x:how, values: {x:Up: "+", x:Down: "-", x:With: none, x:No: leave out}}\n'


@pytest.mark.parametrize(
    ("how", "otherwise", "verb"),
    [
        ("x:Up", "", "increases"),
        ("x:Down", "", "decreases"),
        ("x:With", "", "associatedWith"),
        ("x:Other", "?", "regulates"),
        ("x:Other", "none", "associatedWith"),
    ],
)
def test_the_table_gives_the_sign(how: str, otherwise: str, verb: str, tmp_path: Path) -> None:
    sign = SIGN.replace("}}", f'}}, otherwise: "{otherwise}"}}') if otherwise else SIGN
    records, _ = read(tmp_path, f"{PREFIX}x:r x:of x:a ; x:on x:b ; x:how {how} .", SHORT + sign)
    assert said(records) == [("a", verb, "b")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("x:r x:of x:a ; x:on x:b ; x:how x:Up, x:Down .", "it has several signs: +, -"),
        ("x:r x:of x:a ; x:on x:b .", "its sign is not in the table: it has none"),
        ("x:r x:of x:a ; x:on x:b ; x:how x:No .", "the mapping leaves relations with this sign out"),
        ("x:r x:of x:a ; x:how x:Up .", "it has no object with a name"),
        ("x:r x:of [] ; x:on x:b ; x:how x:Up .", "it has no subject with a name"),
        ("x:r x:of x:a ; x:on x:a ; x:how x:Up .", "it joins a thing to itself"),
    ],
)
def test_what_cannot_be_a_claim_is_lost_with_the_reason(data: str, why: str, tmp_path: Path) -> None:
    _, report = read(tmp_path, PREFIX + data, SHORT + SIGN)
    assert notes(report) == {why}


def test_paths_go_on_backwards_or_either_way(tmp_path: Path) -> None:
    mapping = SHORT.replace("subject: x:of", "subject: [^x:part, x:of|x:from]") + "relation: {class: x:R}\n" + SIGN
    data = PREFIX + "x:r a x:R ; x:on x:b ; x:how x:Up . x:bag x:part x:r ; x:from x:a ."
    assert said(read(tmp_path, data, mapping)[0]) == [("a", "increases", "b")]


def test_a_path_may_pass_the_graph_of_the_relation(tmp_path: Path) -> None:
    mapping = SHORT + SIGN + "reference: [GRAPH, prov:hadPrimarySource]\n"
    data = PREFIX + (
        "x:g { x:r x:of x:a ; x:on x:b ; x:how x:Up . } "
        "x:p { x:g <http://www.w3.org/ns/prov#hadPrimarySource> <http://www.ncbi.nlm.nih.gov/pubmed/20724638> . }"
    )
    ((record,), _) = read(tmp_path, data, mapping, "x.trig")
    assert record.entries[0].evidence[0].reference == "ref:pubmed.20724638"


def test_aspects_registries_and_species_are_kept(tmp_path: Path) -> None:
    mapping = SHORT + SIGN + 'aspect: {object: Phosphorylation}\nregistries: {"https://example.org/up/": uniprot}\nspecies: x:taxon\n'
    data = (
        PREFIX
        + "x:r x:of x:a ; x:on <https://example.org/up/P42345> ; x:how x:Up ; x:taxon <http://purl.obolibrary.org/obo/NCBITaxon_10116> ."
    )
    ((record,), _) = read(tmp_path, data, mapping)
    (claim,) = record.entries
    assert isinstance(claim, Claim)
    assert claim.object.id == "var:uniprot.P42345-phosphorylation"
    assert claim.evidence[0].context.species == "ent:NCBITaxon.10116"


def test_a_thing_of_no_registry_keeps_its_address(tmp_path: Path) -> None:
    knowledge_folder = tmp_path / "out"
    written(tmp_path, "mapping.yaml", SHORT + SIGN)
    import_into("rdf", [written(tmp_path, "x.ttl", PREFIX + 'x:r x:of x:a, "a name" ; x:on x:b ; x:how x:Up .')], knowledge_folder)
    knowledge = load(knowledge_folder)
    assert {entity.label.en for entity in knowledge.entities()} == {"a", "b", "a name"}
    text = next(knowledge_folder.glob("*.ttl")).read_text(encoding="utf-8")
    assert all(f"rdfs:seeAlso <https://example.org/{name}>" in text for name in "ab")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("subject: x:of", "subject: x:of> } ; DROP ALL #", "is no IRI"),
        ("subject: x:of", "subject: '<http://a b>'", "is no IRI"),
        ("subject: x:of", "subject: y", "is no IRI"),
        ("subject: x:of", "subject: {}", "the path from a relation to its end"),
        ("subject: x:of", "subject: [[x:of]]", "a path"),
        ("subject: x:of\n", "", "the path from a relation to its end"),
        ("name: short", "name: ../../etc", "a short name"),
        ("name: short", "name: short\nquery: SELECT", "no such field"),
        ('x:Up: "+"', "x:Up: up", "'up' is none of"),
        (SIGN, "", "a mapping with path and values"),
        (SIGN, SIGN + "kind: {path: x:k, values: {a: Banana}}", "'Banana' is none of"),
        (SIGN, SIGN + "reference: {path: x:k, prefix: banana}", "a registry that kgraph knows"),
        (SIGN, SIGN + "aspect: {object: Banana}", "for subject and object, an aspect"),
        (SIGN, SIGN + "relation: {where: [x]}", "a list of mappings with path and is"),
        (SIGN, SIGN + "relation: [x]", "a mapping"),
        (SIGN, SIGN + "registries: {x:a: banana}", "no registry"),
        ("name: short", "name: &a short\ntitle: *a", "alias"),
        ("name: short", "[" * 1000, "nested"),
    ],
)
def test_a_wrong_mapping_is_an_error_that_names_the_field(old: str, new: str, message: str, tmp_path: Path) -> None:
    whole = SHORT + SIGN
    assert old in whole
    with pytest.raises(ExchangeError, match=re.escape(message)):
        read_mapping(written(tmp_path, "mapping.yaml", whole.replace(old, new)))


def test_data_without_a_mapping_is_an_error_that_says_which_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"no x\.mapping\.yaml or mapping\.yaml"):
        imported("rdf", written(tmp_path, "x.ttl", DATA))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ExchangeError, match="holds no RDF"):
        imported("rdf", tmp_path / "empty")


RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="https://example.org/">'
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
GOOD = "x:r x:of x:a ; x:on x:b ; x:how x:Up .\n"
HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "laughs.rdf": (f"<!DOCTYPE r [<!ENTITY e0 'ha'>{BOMB}]>{RDF}<x:a>&e11;</x:a></rdf:RDF>", "document type"),
    "late.rdf": (f"{RDF}<!doctype r [<!ENTITY e 'x'>]></rdf:RDF>", "document type"),
    "outside.owl": (f"<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>{RDF}&e;</rdf:RDF>", "document type"),
    "deep.rdf": (RDF + "<x:A><x:p>" * 100_000, "nested"),
    "half.ttl": (PREFIX + GOOD + "x:s x:of", "not Turtle"),
    "not utf-8.ttl": (PREFIX.encode() + GOOD.encode() + b'x:s x:of "\xff" .', "not Turtle"),
    "deep.ttl": (PREFIX + "x:s x:of " + "[ x:of " * 100_000, "not Turtle"),
    "terms.ttl": (PREFIX + "x:s x:of " + "<<( x:a x:b " * 50_000 + "x:c" + " )>>" * 50_000 + " .", "nested"),
    "terms.nt": ("<x:s> <x:of> " + "<<( <x:a> <x:b> " * 50_000 + "<x:c>" + " )>>" * 50_000 + " .", "nested"),
    "another.ttl": (PREFIX + "x:a x:b x:c .", "it holds no relation"),
    "empty.nt": ("", "it holds no relation"),
    "binary.nq": (bytes(range(256)), "not N-Quads"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_data_is_told_and_what_came_before_stays(name: str, tmp_path: Path) -> None:
    data, why = HOSTILE[name]
    before = time.monotonic()
    records, report = read(tmp_path, data, SHORT + SIGN, name)
    assert time.monotonic() - before < 5
    assert any(why in note for note in notes(report))
    assert len(records) == (1 if name in ("half.ttl", "not utf-8.ttl") else 0)


def test_many_values_do_not_multiply_without_end(tmp_path: Path) -> None:
    many = ", ".join(f"x:a{number}" for number in range(3000))
    _, report = read(tmp_path, f"{PREFIX}x:r x:of {many} ; x:on {many} ; x:how x:Up .", SHORT + SIGN)
    assert notes(report) == {"it joins more than 100 pairs of things"}
