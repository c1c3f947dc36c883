"""The JSON of answers against the schemas in `docs/schema/`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kgraph.model import (
    Association,
    Bearing,
    Change,
    Description,
    Entry,
    Evidence,
    Explanation,
    Label,
    Layer,
    Mechanism,
    Observation,
    Quantity,
    Result,
    Sign,
    Verdict,
)
from kgraph.views.json_shapes import claims_json, explanation_json, mechanism_json, note_json, results_json
from kgraph.views.tables import json_text
from tests.views.ketamine_values import BOOK

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
EVIDENCE = Evidence(id="assoc:x.e1", iri="https://example.org/x", reference="ref:review", bearing=Bearing.DISPUTES)
ENTRIES: tuple[Entry, ...] = (
    *BOOK.claims,
    Association(
        id="assoc:x",
        iri="https://example.org/assoc/x",
        layer=Layer.REVIEW,
        subject=BOOK.term("var:gsk3"),
        predicate="associatedWith",
        object=BOOK.term("var:symptoms"),
        evidence=(EVIDENCE,),
    ),
    Description(
        id="desc:x",
        iri="https://example.org/desc/x",
        layer=Layer.REVIEW,
        subject=BOOK.term("ent:bdnf"),
        predicate="isDefinedAs",
        label=Label(en="BDNF is a growth factor.", zh="BDNF是生长因子。"),
        quantities=(Quantity(value="2", unit="wk"),),
    ),
    Observation(
        id="obs:x",
        iri="https://example.org/obs/x",
        layer=Layer.REVIEW,
        raised=(BOOK.term("var:ketamine"),),
        blocked=(BOOK.term("var:mtor"),),
        variable=BOOK.term("var:like"),
        change=Change.UNCHANGED,
    ),
)
RESULT = Result(
    id="result:x",
    iri="https://example.org/result/x",
    layer=Layer.REVIEW,
    population=BOOK.term("ent:human"),
    sample_size=Quantity(value="24", unit="{patients}"),
    dose=Quantity(value="0.5", unit="mg/kg"),
    outcome=BOOK.term("var:symptoms"),
    value=Quantity(value="70.8", unit="%", comparison="~"),
    p_value=Quantity(value="half", unit="1"),
)


def schema(name: str) -> Draft202012Validator:
    document = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(document)
    return Draft202012Validator(document)


def read(value: object) -> object:
    """What a program would read: the value written and parsed again."""
    return json.loads(json_text(value))


def test_an_explanation_fits_its_schema() -> None:
    schema("explain").validate(read(explanation_json(BOOK.explanation(), BOOK)))


def test_no_chain_fits_the_schema_too() -> None:
    ends = BOOK.term("var:effect"), BOOK.term("var:ketamine")
    answer = Explanation(source=(ends[0],), target=(ends[1],), chains=(), verdict=Verdict.NO_CHAIN, complete=False, limit="10 seconds")
    schema("explain").validate(read(explanation_json(answer, BOOK)))


def test_every_kind_of_entry_fits_the_schema_of_claims() -> None:
    schema("claims").validate(read(claims_json(ENTRIES, BOOK)))


def test_results_notes_and_mechanisms_fit_their_schemas() -> None:
    schema("results").validate(read(results_json([RESULT], BOOK)))
    schema("notes").validate(read([note_json(note) for note in BOOK.notes.values()]))
    mechanisms = [term for term in BOOK.terms.values() if isinstance(term, Mechanism)]
    schema("mechanisms").validate(read([mechanism_json(one) for one in mechanisms]))


@pytest.mark.parametrize("name", ["explain", "claims", "results", "notes", "mechanisms"])
def test_a_schema_refuses_what_it_does_not_know(name: str) -> None:
    assert not schema(name).is_valid({"surprise": 1})


def test_numbers_are_numbers_and_words_stay_words() -> None:
    written = results_json([RESULT], BOOK)[0]
    assert written["value"] == {"value": 70.8, "unit": "%", "written": "", "comparison": "~"}
    assert written["sample_size"] == {"value": 24, "unit": "{patients}", "written": "", "comparison": "="}
    assert isinstance(written["p_value"], dict)
    assert written["p_value"]["value"] == "half"


def test_the_signs_of_a_chain_multiply_to_its_sign() -> None:
    for chain in BOOK.explanation().chains:
        written = explanation_json(BOOK.explanation(), BOOK)["chains"]
        assert isinstance(written, list)
        signs = [Sign.of(link["sign"]) for link in written[0]["links"]]
        assert Sign.product(signs).value == written[0]["sign"]
        assert chain.sign is Sign.PLUS


def test_identifiers_of_a_variable_are_its_entitys_and_never_unverified_ones() -> None:
    source = explanation_json(BOOK.explanation(), BOOK)["source"]
    assert isinstance(source, list)
    assert source[0]["identifiers"] == ["CHEBI:6121"]


def test_the_same_entries_give_the_same_bytes_with_sorted_keys() -> None:
    first = json_text(claims_json(ENTRIES, BOOK))
    assert first == json_text(claims_json(tuple(replace(entry) for entry in ENTRIES), BOOK))
    assert json.dumps(json.loads(first), ensure_ascii=False, sort_keys=True, indent=2) + "\n" == first
