"""Several graphs from the command line: merged with provenance, made one and taken back, and held against each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kgraph.model import Entry, Term
from kgraph.store import Knowledge, load
from tests.cli.conftest import Run
from tests.exchange.recording import KETAMINE, written

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
# The same drug and the same disease under other identifiers; one link has the other sign.
OTHER = KETAMINE.replace("MESH:D007649", "CHEBI:6121").replace("decreases activity of", "increases activity of").replace("_1,", "_2,")
PREFIXES = """
PREFIX kg: <https://w3id.org/kgraph/schema#>
PREFIX var: <https://w3id.org/kgraph/variable/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
SAME = "subject_id\tpredicate_id\tobject_id\nMESH:D007649\tskos:exactMatch\tCHEBI:6121\n"


@pytest.fixture
def folders(run: Run, tmp_path: Path) -> tuple[Path, Path]:
    """Two imported graphs."""
    made = []
    for name, text in (("a", KETAMINE), ("b", OTHER)):
        run("import", "drugmechdb", str(written(tmp_path, f"{name}.yaml", text)), "-o", str(tmp_path / name))
        made.append(tmp_path / name)
    return made[0], made[1]


def content(knowledge: Knowledge) -> tuple[dict[str, Entry], dict[str, Term]]:
    """All that a graph states, by id."""
    terms = (*knowledge.entities(), *knowledge.variables(), *knowledge.mechanisms(), *knowledge.references())
    return {one.id: one for one in knowledge.entries()}, {one.id: one for one in terms}


def test_a_merge_holds_both_graphs_and_says_which_claim_came_from_which(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "both"
    answer = run("merge", *map(str, folders), "-o", str(out), "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    schema(told, "merge")
    assert [one["file"] for one in told["inputs"]] == ["1-a.ttl", "2-b.ttl"]
    entries, _ = content(load(out))
    for folder in folders:
        assert set(content(load(folder))[0]) <= set(entries)
    sparql = "SELECT ?name WHERE { ?claim prov:wasDerivedFrom/rdfs:label ?name ; kg:subject var:CHEBI.6121 }"
    query = written(tmp_path, "q.rq", PREFIXES + sparql)
    assert "b" in run("query", "--file", str(query), "--data", str(out), "--format", "tsv").out.split()


def test_leaving_a_file_out_gives_back_the_other_graph_exactly(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "both"
    run("merge", *map(str, folders), "-o", str(out))
    (out / "2-b.ttl").unlink()
    assert content(load(out)) == content(load(folders[0]))


def test_the_shipped_graph_comes_back_exactly_too(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "both"
    assert run("merge", "shipped", str(folders[0]), "-o", str(out)).code == 0
    (out / "2-a.ttl").unlink()
    assert content(load(out)) == content(load())
    assert run("check", str(out)).code == 0


def test_the_same_thing_is_offered_and_made_one_only_when_asked(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    out, table = tmp_path / "both", written(tmp_path, "same.tsv", SAME)
    offered = run("merge", *map(str, folders), "-o", str(out), "--equivalences", str(table))
    assert "offered\t\tent:CHEBI.6121\tent:mesh.D007649" in offered.out
    assert load(out).term("ent:CHEBI.6121")
    plain = {path.name: path.read_bytes() for path in out.iterdir()}
    assert run("merge", *map(str, folders), "-o", str(out), "--equivalences", str(table), "--apply").code == 0
    made_one = load(out)
    assert [one.id for one in made_one.find("CHEBI:6121")] == ["ent:mesh.D007649"]
    assert {one.id: one.kind for one in made_one.entities()}["ent:mesh.D007649"] == "Drug"
    assert {one.sign.value for one in made_one.claims_between("var:mesh.D007649", "var:uniprot.Q05586")} == {"+", "-"}
    assert run("explain", "ketamine", "low mood", "--data", str(out), "--json").code == 0
    undone = run("merge", "--undo", str(out))
    assert undone.code == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == plain
    assert run("merge", "--undo", str(out)).code == 3
    again = tmp_path / "again"
    assert run("merge", *map(str, folders), "-o", str(again), "--equivalences", str(out / "offers.sssom.tsv"), "--apply").code == 0
    assert content(load(again)) == content(made_one)


def test_one_id_for_two_things_is_told_apart(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    twisted = tmp_path / "twisted"
    twisted.mkdir()
    text = next(folders[0].glob("*.ttl")).read_text()
    (twisted / "x.ttl").write_text(text.replace("kg:aspect kg:Exposure", "kg:aspect kg:Abundance"))
    told = json.loads(run("merge", str(folders[0]), str(twisted), "-o", str(tmp_path / "both"), "--json").out)
    assert {one["was"] for one in told["renamed"]} >= {"var:mesh.D007649"}
    assert load(tmp_path / "both").term("var:mesh.D007649-twisted")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("merge", "shipped", "-o", "out"), 2),
        (("merge", "shipped", "nowhere", "-o", "out"), 3),
        (("merge", "shipped", "shipped"), 2),
        (("merge", "shipped", "shipped", "-o", "out", "--apply"), 2),
        (("merge", "shipped", "shipped", "-o", "out", "--equivalences", "none.tsv"), 3),
        (("merge", "--undo", "nowhere"), 3),
        (("merge", "--undo", "a", "b"), 2),
        (("diff", "shipped", "nowhere"), 3),
        (("diff", "shipped", "shipped", "--explain", "ketamine"), 2),
        (("diff", "shipped", "shipped", "--questions", "none.jsonl"), 3),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*words).code == code
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_other_things_in_it_is_refused(run: Run, folders: tuple[Path, Path]) -> None:
    assert run("merge", "shipped", str(folders[0]), "-o", str(folders[1])).code == 3
    assert not list(folders[1].glob("1-*"))


def test_a_difference_is_shared_unique_or_opposite(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    same = written(tmp_path, "c.yaml", KETAMINE.replace("decreases activity of", "increases activity of"))
    answer = run("diff", str(folders[0]), f"drugmechdb:{same}", "--explain", "ketamine -> low mood", "--json")
    assert answer.code == 1
    told = json.loads(answer.out)
    schema(told, "diff")
    assert told["counts"] == {"shared": 2, "first_only": 0, "second_only": 0, "opposite": 1}
    assert [(one["first"]["answer"], one["second"]["answer"]) for one in told["answers"]] == [("LOWERS", "RAISES")]
    assert "opposite signs" in run("diff", str(folders[0]), f"drugmechdb:{same}", "--lang", "en").out
    assert "符号相反" in run("diff", str(folders[0]), f"drugmechdb:{same}", "--lang", "zh").out


def test_things_meet_by_a_shared_identifier(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    told = json.loads(run("diff", *map(str, folders), "--json").out)
    assert told["counts"]["opposite"] == 0
    run("merge", *map(str, folders), "-o", str(tmp_path / "m"), "--equivalences", str(written(tmp_path, "s.tsv", SAME)), "--apply")
    told = json.loads(run("diff", str(tmp_path / "m"), str(folders[1]), "--json").out)
    assert told["counts"]["second_only"] == 0


def test_questions_from_a_file_are_put_to_both(run: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    lines = [{"explain": ["ketamine", "low mood"]}, {"what_if": {"raise": ["ketamine"]}, "target": "low mood"}, {"explain": ["x", "y"]}]
    asked = written(tmp_path, "q.jsonl", "\n".join(map(json.dumps, lines)))
    told = json.loads(run("diff", *map(str, folders), "--questions", str(asked), "--json").out)
    assert [one["changes"] for one in told["answers"]] == [True, True, False]
    assert told["answers"][2]["first"]["answer"].startswith("not known")
    for wrong in ("{", "[]", '{"explain": ["a"]}', '{"what_if": {"shake": ["a"]}, "target": "b"}', '{"what_if": {}, "target": "b"}'):
        assert run("diff", *map(str, folders), "--questions", str(written(tmp_path, "w.jsonl", wrong))).code == 2


def test_a_graph_does_not_differ_from_itself(run: Run) -> None:
    answer = run("diff", "shipped", "shipped", "--explain", "ketamine -> antidepressant effect")
    assert answer.code == 0
    assert "0 in the first only, 0 in the second only, 0 with opposite signs" in answer.out


def schema(value: Any, name: str) -> None:
    """Holds a value against its documented shape."""
    Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))).validate(value)
