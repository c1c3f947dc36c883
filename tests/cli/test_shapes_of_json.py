"""Every JSON answer about the model has the shape that its schema states."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
ENDS = ("ketamine", "antidepressant effect")
ASKED = [
    ("necessary", ("necessary", *ENDS)),
    ("necessary", ("necessary", *ENDS, "--no-direct", "--mechanism", "5")),
    ("necessary", ("necessary", *reversed(ENDS))),
    ("cuts", ("cuts", *ENDS)),
    ("cuts", ("cuts", *ENDS, "--no-direct", "--limit", "3")),
    ("carriers", ("carriers", *ENDS, "--no-direct", "--mechanism", "5")),
    ("rescues", ("rescues", *ENDS, "--block", "mTOR signalling", "--mechanism", "1")),
    ("rescues", ("rescues", *ENDS, "--block", "mTOR signalling")),
    ("contradictions", ("contradictions",)),
    ("discriminate", ("discriminate",)),
    ("reverse", ("reverse", "--raised", "BDNF secretion", "--lowered", "burst firing of lateral habenula neurons", "--limit", "3")),
    ("reach", ("upstream", "antidepressant effect", "--max-links", "3")),
    ("reach", ("downstream", "ketamine")),
    ("reach", ("downstream", "antidepressant effect")),
    ("quiz", ("quiz", "--count", "40")),
    ("quiz", ("quiz", "1", "--kind", "order", "--difficulty", "3")),
]


@pytest.mark.parametrize(("name", "words"), ASKED, ids=[" ".join(words) for _, words in ASKED])
def test_the_json_has_the_documented_shape(run: Run, name: str, words: tuple[str, ...]) -> None:
    answer = json.loads(run(*words, "--json").out)
    Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))).validate(answer)


def test_the_answer_of_verify_has_its_shape_whether_the_certificate_holds_or_not(run: Run, tmp_path: Path) -> None:
    shape = Draft202012Validator(json.loads((SCHEMAS / "verify.schema.json").read_text(encoding="utf-8")))
    certificate = tmp_path / "mine.json"
    run("explain", *ENDS, "--mechanism", "5", "--certificate", str(certificate))
    shape.validate(json.loads(run("verify", str(certificate), "--json").out))
    certificate.write_text(certificate.read_text(encoding="utf-8").replace('"+"', '"-"', 1), encoding="utf-8")
    refused = json.loads(run("verify", str(certificate), "--json").out)
    shape.validate(refused)
    assert not refused["holds"]
    assert refused["problems"]


@pytest.mark.parametrize("schema", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_every_schema_is_one(schema: Path) -> None:
    Draft202012Validator.check_schema(json.loads(schema.read_text(encoding="utf-8")))
