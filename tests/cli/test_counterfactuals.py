"""Suppositions over mechanisms in batch: each effect, shapes of both sides, and lines that cannot be answered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run
from tests.exchange.recording import written

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
TWO_WAYS = """
graph: {_id: TWO_1, drug: lithium, drug_mesh: MESH:D008094, disease: mania, disease_mesh: MESH:D001714}
nodes:
  - {id: MESH:D008094, label: Drug, name: lithium}
  - {id: UniProt:P49841, label: Protein, name: GSK3B}
  - {id: UniProt:P29218, label: Protein, name: IMPA1}
  - {id: MESH:D001714, label: Disease, name: mania}
links:
  - {key: decreases activity of, source: MESH:D008094, target: UniProt:P49841}
  - {key: decreases activity of, source: MESH:D008094, target: UniProt:P29218}
  - {key: contributes to, source: UniProt:P49841, target: MESH:D001714}
  - {key: contributes to, source: UniProt:P29218, target: MESH:D001714}
"""
FIRST = {"subject": "lithium", "object": "GSK3B"}
SECOND = {"subject": "lithium", "object": "UniProt:P29218"}


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Any:
    """Asks some lines of the record, and gives exit code and answers."""

    def asking(*lines: object) -> tuple[int, list[dict[str, Any]]]:
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        questions = written(tmp_path, "questions.jsonl", "\n".join(texts) + "\n")
        data = written(tmp_path, "two.yaml", TWO_WAYS)
        answer = run("counterfactuals", str(questions), "--data", f"drugmechdb:{data}")
        return answer.code, [json.loads(line) for line in answer.out.splitlines()]

    return asking


@pytest.mark.parametrize(
    ("edits", "effect"),
    [
        ([{"edit": "delete", **FIRST}], "partly blocked"),
        ([{"edit": "invert", **FIRST}], "partly blocked"),
        ([{"edit": "delete", **FIRST}, {"edit": "delete", **SECOND}], "fully blocked"),
        ([{"edit": "delete", **FIRST}, {"edit": "invert", **SECOND}], "contra-indicated"),
        ([{"edit": "invert", **FIRST}, {"edit": "invert", **SECOND}], "contra-indicated"),
        ([{"edit": "add", "subject": "lithium", "object": "mania", "sign": "-"}], "no effect"),
        ([{"edit": "add", "subject": "lithium", "object": "mania", "sign": "+"}], "partly blocked"),
        ([{"edit": "add", "subject": "mania", "object": "GSK3B", "sign": "+"}], "no effect"),
    ],
)
def test_each_edit_has_its_effect(ask: Any, edits: list[dict[str, str]], effect: str) -> None:
    code, (answer,) = ask({"mechanism": "TWO_1", "edits": edits})
    assert code == 0
    assert [one["effect"] for one in answer["answers"]] == [effect]


def test_without_a_mechanism_every_one_that_has_the_link_is_asked(ask: Any) -> None:
    _, (answer,) = ask({"edit": "delete", **FIRST})
    assert [one["mechanism"] for one in answer["answers"]] == ["mech:drugmechdb.TWO_1"]
    assert answer["answers"][0]["after"]["serving"] == ["MESH:D008094 -[-]-> UniProt:P29218 -[+]-> MESH:D001714"]


WRONG: list[object] = [
    "{",
    "[" * 5000,
    "[]",
    {"mechanism": "TWO_1"},
    {"mechanism": "TWO_2", "edit": "delete", **FIRST},
    {"mechanism": "TWO_1", "edit": "remove", **FIRST},
    {"mechanism": "TWO_1", "edit": "delete", "subject": "mania", "object": "lithium"},
    {"mechanism": "TWO_1", "edit": "delete", "subject": "aspirin", "object": "mania"},
    {"mechanism": "TWO_1", "edit": "add", **FIRST},
    {"mechanism": "TWO_1", "edit": "add", "sign": "-", **FIRST},
    {"mechanism": "TWO_1", "edit": "add", "sign": "*", **FIRST},
    {"mechanism": ["TWO_1"], "edit": "delete", **FIRST},
    {"mechanism": "TWO_1", "edit": "delete", "colour": "red", **FIRST},
    {"edit": "add", "sign": "+", **FIRST},
]


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
def test_a_line_that_cannot_be_answered_says_why_and_the_rest_goes_on(ask: Any, wrong: object) -> None:
    code, (first, second) = ask(wrong, {"id": 7, "mechanism": "two_1", "edit": "delete", **FIRST})
    assert code == 1
    assert first["error"]["message"]
    assert first["error"]["remedy"]
    assert (second["line"], second["id"], second["error"]) == (2, "7", None)


def test_both_sides_have_the_documented_shape(ask: Any) -> None:
    question, shape = (
        Draft202012Validator(json.loads((SCHEMAS / f"counterfactual-{name}.schema.json").read_text())) for name in ("question", "answer")
    )
    asked = [{"id": "a", "mechanism": "TWO_1", "edit": "delete", **FIRST}, {"edits": [{"edit": "invert", **SECOND}]}]
    for line in asked:
        question.validate(line)
    _, answers = ask(*asked, "{")
    for answer in answers:
        shape.validate(answer)
    assert not question.is_valid({"mechanism": "TWO_1"})


def test_the_shipped_mechanisms_can_be_supposed_too(run: Run, tmp_path: Path) -> None:
    questions = written(
        tmp_path, "q.jsonl", json.dumps({"mechanism": "mech:lhb", "edit": "delete", "subject": "var:ketamine", "object": "var:lhb-burst"})
    )
    place = tmp_path / "answers.jsonl"
    assert run("counterfactuals", str(questions), "-o", str(place)).code == 0
    effects = {one["end"]: one["effect"] for one in json.loads(place.read_text())["answers"]}
    assert effects["var:depression-like-behaviour"] == "partly blocked"


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_a_file_without_a_line_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    assert run("counterfactuals", str(written(tmp_path, "q.jsonl", text))).code == 3
    assert run("counterfactuals", str(tmp_path / "none.jsonl")).code == 3


def test_a_mechanism_that_is_misspelt_is_answered_with_ids_that_can_be_used(ask: Any) -> None:
    _, (wrong,) = ask({"mechanism": "mech:drugmechdb.TWO_2", "edit": "delete", **FIRST})
    near = wrong["error"]["remedy"].removeprefix("did you mean ").split(", ")
    _, (right,) = ask({"mechanism": near[0], "edit": "delete", **FIRST})
    assert right["answers"]
