"""The check as a whole: which gates run, what cannot be read, how long it takes; and the shipped knowledge."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kgraph.errors import InvalidValue, KnowledgeError
from kgraph.model import Finding
from kgraph.validation import GATES, Report, check
from tests.validation.small_knowledge import ENTITIES, ENTRIES, PREFIXES, REFERENCES, SOUND, claim


def test_the_shipped_knowledge_has_no_error() -> None:
    assert check().errors == ()


def own_errors(report: Report) -> list[Finding]:
    """Errors that the files of the test are to blame for, and not the shipped schema that is read with them."""
    return [finding for finding in report.errors if not finding.where.startswith("ontology/schema/")]


def test_a_report_counts_files_and_entries(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(PREFIXES + ENTITIES + REFERENCES, encoding="utf-8")
    (tmp_path / "b.ttl").write_text(PREFIXES + ENTRIES, encoding="utf-8")
    report = check(tmp_path)
    assert own_errors(report) == []
    assert report.entries == 2
    assert report.files[1:] == (f"{tmp_path}/a.ttl", f"{tmp_path}/b.ttl")
    assert report.gates == ("syntax", "shape", "sense")


def test_every_broken_file_is_told_with_line_and_column_and_later_gates_wait(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(SOUND + "\nclaim:x a kg:Claim\nclaim:y a kg:Claim .\n", encoding="utf-8")
    (tmp_path / "b.ttl").write_text("PREFIX kg: <https://w3id.org/kgraph/schema#>\nent:x a kg:Drug .\n", encoding="utf-8")
    (tmp_path / "c.ttl").write_text(PREFIXES + "claim:z a kg:Claim .", encoding="utf-8")
    report = check(tmp_path)
    assert report.gates == ("syntax",)
    assert [(finding.gate, finding.rule) for finding in report.findings] == [("syntax", "syntax")] * 2
    line = SOUND.count("\n") + 3
    assert report.findings[0].where.startswith(f"{tmp_path}/a.ttl:{line}:1")
    assert report.findings[1].where.startswith(f"{tmp_path}/b.ttl:2:")
    assert "ent" in report.findings[1].message
    assert all(finding.remedy for finding in report.findings)


def test_binary_junk_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "junk.ttl").write_bytes(bytes(range(256)) * 4)
    (finding,) = check(tmp_path).findings
    assert "binary" in finding.message
    assert finding.where == f"{tmp_path}/junk.ttl"


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="holds no file"):
        check(tmp_path)


def test_a_folder_as_the_text_of_a_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="the text of the source"):
        check(source=tmp_path)


def test_junk_as_the_text_of_a_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "junk.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeError, match="not text in UTF-8"):
        check(source=tmp_path / "junk.txt")


def test_an_unknown_gate_is_refused() -> None:
    with pytest.raises(InvalidValue, match="no gate 'smell'"):
        check(gates=("smell",))


def test_gates_run_alone(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(SOUND.replace("kg:layer kg:review", "kg:layer kg:none"), encoding="utf-8")
    for gate in GATES[1:3]:
        report = check(tmp_path, gates=(gate,))
        assert {finding.gate for finding in report.findings} == {gate}


def test_what_nothing_declares_is_told_once_and_not_by_two_gates(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(SOUND.replace("kg:object var:bdnf-secretion", "kg:object var:gone"), encoding="utf-8")
    assert [finding.rule for finding in own_errors(check(tmp_path))] == ["dangling"]


def test_an_entry_in_the_named_graph_of_a_layer_needs_no_layer_of_its_own(tmp_path: Path) -> None:
    inside = PREFIXES + ENTITIES + REFERENCES + "kg:review {" + ENTRIES.replace("kg:layer kg:review ;", "") + "}"
    (tmp_path / "a.trig").write_text(inside, encoding="utf-8")
    assert own_errors(check(tmp_path)) == []


def test_shapes_of_the_data_take_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "shapes.ttl").write_text(
        """PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX kg: <https://w3id.org/kgraph/schema#>
<urn:s> sh:targetClass kg:Claim ; sh:property <urn:p> . <urn:p> sh:path kg:direct ; sh:minCount 1 ; sh:message "Say it. Mend: say it." .""",
        encoding="utf-8",
    )
    (tmp_path / "a.ttl").write_text(SOUND, encoding="utf-8")
    assert [finding.rule for finding in check(tmp_path, gates=("shape",)).findings] == ["urn:p"]


def test_a_hundred_thousand_claims_are_checked_without_a_hang(tmp_path: Path) -> None:
    path = tmp_path / "many.ttl"
    with path.open("w", encoding="utf-8") as stream:
        stream.write(SOUND)
        for number in range(100_000):
            stream.write(
                claim(f"claim:c{number}", "var:ketamine", "kg:increases", "var:bdnf-secretion" if number % 4 else f"var:gone-{number}")
            )
    start = time.perf_counter()
    report = check(path)
    assert time.perf_counter() - start < 90
    assert report.entries == 100_002
    assert sum(finding.rule == "dangling" for finding in report.errors) == 25_000
    assert sum(finding.rule == "duplicate" for finding in report.errors) == 1


def test_absurd_numbers_and_names_do_no_harm(tmp_path: Path) -> None:
    absurd = SOUND.replace("kg:value 24", "kg:value 1e999999999").replace("oa:start", f"oa:end {'9' * 9000} ; oa:start")
    (tmp_path / "a.ttl").write_text(absurd + f"claim:{'7' * 9000} a kg:Claim .", encoding="utf-8")
    (tmp_path / "source.txt").write_text("引言。", encoding="utf-8")
    assert "claim:777" in check(tmp_path, source=tmp_path / "source.txt").findings[0].where


def test_checking_loads_no_heavy_library() -> None:
    script = "import sys; from kgraph.validation import check; check(); assert not {'rdflib', 'pyshacl', 'networkx'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)
