"""``kgraph check`` and ``kgraph format``: all findings at once, each with its place and how to mend it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.questions.graphs import SMALL

PREFIXES = SMALL.partition("\nent:")[0]
CLAIM = """
claim:x a kg:Claim ; kg:layer kg:background ; kg:subject var:a ; kg:predicate kg:increases ; kg:object var:b ; kg:evidence claim:x.e1 .
claim:x.e1 a kg:Evidence ; kg:reference ref:r ; kg:bearing kg:Supports ; kg:certainty kg:Stated .
ent:e a kg:Drug ; rdfs:label "drug"@en , "药"@zh-Hans .
ref:r a kg:Reference ; rdfs:label "paper"@en , "论文"@zh-Hans ; kg:status "verified" .
var:a a kg:Variable ; kg:entity ent:e ; kg:aspect kg:Exposure ; rdfs:label "exposure"@en , "暴露"@zh-Hans .
var:b a kg:Variable ; kg:entity ent:e ; kg:aspect kg:Activity ; rdfs:label "activity"@en , "活性"@zh-Hans .
"""

BROKEN = {
    "broken Turtle": (CLAIM.replace("kg:layer kg:background ;", "kg:layer kg:background"), ":16:"),
    "unknown predicate": (CLAIM.replace("kg:increases", "kg:incraeses"), "increases"),
    "claim without evidence": (CLAIM.replace(" ; kg:evidence claim:x.e1 .", " .", 1), "evidence"),
    "dangling IRI": (CLAIM.replace("kg:object var:b", "kg:object var:nowhere"), "var:nowhere"),
    "duplicate": (CLAIM + CLAIM.splitlines()[1].replace("claim:x ", "claim:y ", 1), "claim:y"),
    "label in one language": (CLAIM.replace(' , "药"@zh-Hans', ""), "ent:e"),
    "malformed identifier": (CLAIM.replace('"药"@zh-Hans .', '"药"@zh-Hans ; skos:exactMatch CHEBI:x12 .'), "CHEBI:x12"),
}


def findings(text: str) -> list[dict[str, Any]]:
    """The findings of a check in JSON."""
    found: list[dict[str, Any]] = json.loads(text)
    return found


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A place for a file of claims."""
    return tmp_path / "mine.ttl"


def test_claims_in_order_pass(run: Run, written: Path) -> None:
    written.write_text(PREFIXES + CLAIM, encoding="utf-8")
    answer = run("check", str(written), "--json")
    assert [one for one in findings(answer.out) if one["severity"] == "error"] == []
    assert answer.code == 0
    assert "0 errors" in answer.err


@pytest.mark.parametrize("name", BROKEN)
def test_bad_data_is_exit_one_with_the_place_and_a_remedy(run: Run, written: Path, name: str) -> None:
    text, word = BROKEN[name]
    written.write_text(PREFIXES + text, encoding="utf-8")
    answer = run("check", str(written), "--json")
    errors = [one for one in findings(answer.out) if one["severity"] == "error"]
    assert answer.code == 1
    assert any(word in one["where"] + one["message"] + one["remedy"] for one in errors), errors
    assert all(one["remedy"] and one["where"] for one in errors)


def test_all_findings_come_at_once(run: Run, written: Path) -> None:
    text = CLAIM.replace(' , "药"@zh-Hans', "").replace("kg:object var:b", "kg:object var:nowhere")
    written.write_text(PREFIXES + text, encoding="utf-8")
    where = " ".join(one["where"] + one["message"] for one in findings(run("check", str(written), "--json").out))
    assert "ent:e" in where
    assert "var:nowhere" in where


def test_data_may_be_named_by_the_global_option_or_come_from_stdin(run: Run, written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written.write_text(PREFIXES + BROKEN["dangling IRI"][0], encoding="utf-8")
    assert run("check", "--data", str(written)).code == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO(written.read_text(encoding="utf-8")))
    assert run("check", "-").code == 1


def test_the_text_for_the_eye_says_how_to_mend(run: Run, written: Path) -> None:
    written.write_text(PREFIXES + BROKEN["dangling IRI"][0], encoding="utf-8")
    told = run("check", str(written), "--format", "table").out
    assert "error [" in told
    assert "  mend: " in told


@pytest.mark.parametrize("place", ["no-such", "empty", "junk.txt"])
def test_what_cannot_be_read_at_all_is_exit_three(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "junk.txt").write_bytes(b"\x00\xff")
    for words in (("check", str(tmp_path / place)), ("claims", "--data", str(tmp_path / place))):
        answer = run(*words)
        assert (answer.code, answer.out) == (3, "")
        assert "mend" in answer.err


def test_binary_junk_with_the_right_suffix_is_named(run: Run, written: Path) -> None:
    written.write_bytes(bytes(range(256)))
    assert "binary" in run("check", str(written)).out
    answer = run("claims", "--data", str(written))
    assert answer.code == 3
    assert "binary" in answer.err


def test_broken_turtle_is_refused_with_its_line_by_every_other_command(run: Run, written: Path) -> None:
    written.write_text(PREFIXES + BROKEN["broken Turtle"][0], encoding="utf-8")
    answer = run("claims", "--data", str(written))
    assert answer.code == 3
    assert "mine.ttl:16:" in answer.err


def test_an_unknown_gate_is_exit_two(run: Run) -> None:
    assert run("check", "--gate", "garden").code == 2


def test_format_lays_out_once_and_then_has_nothing_to_do(run: Run, written: Path) -> None:
    written.write_text(PREFIXES + CLAIM, encoding="utf-8")
    assert run("format", str(written), "--check").code == 1
    assert written.read_text(encoding="utf-8") == PREFIXES + CLAIM
    assert run("format", str(written)).code == 0
    assert run("format", str(written.parent), "--check").code == 0
    assert run("check", str(written)).code == 0


def test_format_refuses_what_does_not_parse_and_leaves_it(run: Run, written: Path) -> None:
    text = PREFIXES + BROKEN["broken Turtle"][0]
    written.write_text(text, encoding="utf-8")
    answer = run("format", str(written))
    assert answer.code == 3
    assert "mine.ttl:16:" in answer.err
    assert written.read_text(encoding="utf-8") == text


def test_format_writes_stdin_to_stdout(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(PREFIXES + CLAIM))
    assert run("format", "-").out.startswith("PREFIX claim:")
