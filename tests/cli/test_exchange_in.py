"""Graphs of other formats from the command line: imported, asked without being kept, audited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run
from tests.exchange.recording import KETAMINE, written

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
NOT_MUCH = """
graph: {_id: X_2, drug: caffeine, drug_mesh: MESH:D002110, disease: sleep, disease_mesh: MESH:D012893}
nodes:
  - {id: MESH:D002110, label: Drug, name: caffeine}
  - {id: MESH:D012893, label: Disease, name: sleeplessness}
links:
  - {key: causes, source: MESH:D002110, target: MESH:D012893}
  - {key: no such predicate, source: MESH:D002110, target: MESH:D012893}
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return written(tmp_path, "x.yaml", KETAMINE)


def test_an_import_is_told_and_can_be_asked(run: Run, record: Path, tmp_path: Path) -> None:
    folder, kept = tmp_path / "mine", tmp_path / "report.json"
    answer = run("import", "drugmechdb", str(record), "-o", str(folder), "--report", str(kept), "--json")
    report = json.loads(answer.out)
    assert report["records"]["read"] == 1
    assert json.loads(kept.read_text()) == report
    assert answer.code == 0
    assert run("explain", "MESH:D007649", "MESH:D003866", "--data", str(folder)).code == 0


def test_what_is_lost_makes_the_exit_code_one(run: Run, tmp_path: Path) -> None:
    answer = run("import", "drugmechdb", str(written(tmp_path, "y.yaml", NOT_MUCH)), "-o", str(tmp_path / "mine"))
    assert answer.code == 1
    assert "lost" in answer.out
    assert "1 partly lost" in answer.err


@pytest.mark.parametrize("junk", ["", "[[[[", "\0\1\2", "a: &a [*a, *a]", "{}", "- 1\n- 2\n"])
def test_junk_is_refused_and_nothing_is_left_behind(run: Run, tmp_path: Path, junk: str) -> None:
    path = written(tmp_path, "junk.yaml", junk)
    answer = run("import", "drugmechdb", str(path), "-o", str(tmp_path / "mine"))
    assert answer.code == 3
    assert "mend:" in answer.err
    assert [one for one in (tmp_path / "mine").rglob("*") if one.is_file()] == []


def test_an_unknown_format_and_a_missing_file_are_told(run: Run, tmp_path: Path) -> None:
    assert "drugmechdb" in run("import", "nonsense", str(tmp_path), "-o", str(tmp_path / "m")).err
    assert run("import", "indra", str(tmp_path / "none.json"), "-o", str(tmp_path / "m")).code == 3
    assert run("explain", "a", "b", "--data", "nonsense:x.json").code == 3
    assert run("explain", "a", "b", "--data", "drugmechdb:none.yaml").code == 3


def test_every_command_takes_a_format_and_a_path_as_data(run: Run, record: Path, cache: Path) -> None:
    for _ in range(2):
        answer = run("explain", "MESH:D007649", "MESH:D003866", "--data", f"drugmechdb:{record}", "--json")
        assert json.loads(answer.out)["verdict"] == "LOWERS"
    assert len(list((cache / "imports").iterdir())) == 1
    record.write_text(KETAMINE.replace("decreases activity of", "increases activity of"))
    changed = run("explain", "MESH:D007649", "MESH:D003866", "--data", f"drugmechdb:{record}", "--json", "--no-cache")
    assert json.loads(changed.out)["verdict"] == "RAISES"


def test_quoted_sentences_are_shown_with_their_source(run: Run, record: Path) -> None:
    told = run("explain", "MESH:D007649", "MESH:D003866", "--data", f"drugmechdb:{record}").out
    assert "“A made-up sentence.”" in told
    claims = json.loads(run("claims", "MESH:D007649", "--data", f"drugmechdb:{record}", "--json").out)
    assert "A made-up sentence." in {piece["text"] for one in claims for piece in one["evidence"]}


def test_an_audit_tells_every_step_and_the_verdict(run: Run, record: Path) -> None:
    answer = run("audit", "--data", f"drugmechdb:{record}")
    assert answer.code == 0
    assert "verdict: coherent" in answer.out
    assert "so ketamine lowers" in answer.out
    told = run("audit", "--data", f"drugmechdb:{record}", "--lang", "zh").out
    assert "结论：相符" in told
    assert "［减弱…的活性］" in told
    assert "［decreases" not in told


def test_an_audit_that_finds_fault_has_exit_code_one_and_can_be_filtered(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "both.yaml", f"{KETAMINE}\n---\n{NOT_MUCH}")
    answer = run("audit", "--data", f"drugmechdb:{path}", "--only", "net-positive", "--json")
    assert answer.code == 1
    told = json.loads(answer.out)
    assert told["counts"]["mechanisms"] == 2
    assert [one["coherence"] for one in told["mechanisms"]] == ["net positive"]
    assert run("audit", "caffeine", "--data", f"drugmechdb:{path}").out.count("route 1") == 1
    assert run("audit", "cafeine", "--data", f"drugmechdb:{path}").code == 3
    assert run("audit", "--only", "wrong", "--data", f"drugmechdb:{path}").code == 2


def test_an_audit_can_keep_what_it_reads(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("audit", "--data", f"drugmechdb:{record}", "-o", str(tmp_path / "mine")).code == 0
    assert run("audit", "--data", str(tmp_path / "mine")).code == 0
    assert run("audit", "-o", str(tmp_path / "other")).code == 2


def test_the_shipped_mechanisms_do_what_they_are_for_but_for_the_harm(run: Run) -> None:
    told = json.loads(run("audit", "--json").out)
    assert {one["mechanism"] for one in told["mechanisms"] if one["coherence"] != "coherent"} == {"mech:dependence"}


def test_reports_and_audits_have_the_documented_shape(run: Run, record: Path, tmp_path: Path) -> None:
    for name, words in (("exchange-report", ("import", "drugmechdb", str(record), "-o", str(tmp_path / "m"))), ("audit", ("audit",))):
        shape = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator(shape).validate(json.loads(run(*words, "--json").out))


TURNED = KETAMINE.replace("A made-up sentence.", "Ketamine strongly activates the NMDA receptor.")


def test_a_claim_that_its_own_sentence_contradicts_is_flagged(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "turned.yaml", TURNED)
    answer = run("audit", "--sentences", "--data", f"drugmechdb:{path}", "--json")
    assert answer.code == 1
    told = json.loads(answer.out)
    shape = json.loads((SCHEMAS / "audit-sentences.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(shape).validate(told)
    assert (told["sentences"], [one["against"] for one in told["flags"]]) == (1, ["sign"])
    assert "原句的符号相反" in run("audit", "--sentences", "--data", f"drugmechdb:{path}", "--lang", "zh").out
    assert run("audit", "--sentences", "MESH:D003866", "--data", f"drugmechdb:{path}").code == 0


def test_a_claim_that_its_own_sentence_makes_is_not_flagged(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, "right.yaml", TURNED.replace("activates", "blocks"))
    answer = run("audit", "--sentences", "--data", f"drugmechdb:{path}", "--json")
    assert answer.code == 0
    assert json.loads(answer.out) == {"sentences": 1, "agreeing": 1, "flags": []}


def test_check_and_build_read_other_formats_too(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("check", f"drugmechdb:{record}").code == 0
    assert run("check", "--data", f"drugmechdb:{record}", "--no-cache").code == 0
    assert run("build", "--data", f"drugmechdb:{record}", "-o", str(tmp_path / "site")).code == 0
    assert run("check", "drugmechdb:none.yaml").code == 3


def test_a_cache_that_cannot_be_written_is_done_without(run: Run, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_CACHE", str(written(tmp_path, "no-folder", "")))
    assert run("explain", "MESH:D007649", "MESH:D003866", "--data", f"drugmechdb:{record}").code == 0


def test_the_words_that_a_reader_found_in_the_sentence_are_names_there(run: Run, tmp_path: Path) -> None:
    says: dict[str, object] = {"source_api": "reach", "pmid": "20724638", "text": "Knockdown of SHIP raised p21."}
    says["annotations"] = {"agents": {"raw_text": ["SHIP", "p21"], "coords": [None, [1, 2]]}}
    made = {
        "type": "IncreaseAmount",
        "id": "u",
        "subj": {"name": "INPP5D", "db_refs": {"HGNC": "6079"}},
        "obj": {"name": "CDKN1A", "db_refs": {"HGNC": "1784"}},
        "evidence": [says],
    }
    other = {
        **made,
        "id": "v",
        "evidence": [{**says, "text": "Knockdown of SHIP raises p21.", "annotations": {"agents": {"raw_text": [None]}}}],
    }
    path = written(tmp_path, "x.json", json.dumps([made, other]))
    told = json.loads(run("audit", "--sentences", "--data", f"indra:{path}", "--json").out)
    assert told["sentences"] == 2
    assert [one["text"] for one in told["flags"]] == ["Knockdown of SHIP raised p21."]
