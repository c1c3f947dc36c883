"""BEL out: what came from BEL comes back the same, what we have beyond it is told, and another reader understands it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from kgraph.exchange import Report, export_to, knowledge_from
from kgraph.exchange.bel_syntax import parse_statement
from kgraph.exchange.bel_table import RELATIONS
from kgraph.model import Claim, Entry, Layer
from kgraph.store import Knowledge, load
from tests.exchange.bel_samples import HEADER
from tests.exchange.recording import KETAMINE, written

LINES = [
    'SET Species = "10090"',
    'SET Anatomy = "hippocampus, CA1"',
    "kin(p(HGNC:AKT1, loc(GO:nucleus))) =| p(HGNC:FOXO3, pmod(P, T, 32))",
    'p(HGNC:A1, var("p.Phe508del")) -> tloc(p(HGNC:B1), fromLoc(GO:cytosol), toLoc(GO:"cell nucleus"))',
    "a(CHEBI:6121) -> deg(r(HGNC:BDNF))",
    "complex(p(HGNC:FOS), p(MGI:Jun)) -> rxn(reactants(a(CHEBI:x)), products(a(CHEBI:y)))",
    "composite(p(HGNC:IL6), a(CHEBI:z)) cnc sec(p(HGNC:BDNF))",
    'p(HGNC:BCR, fus(HGNC:JAK2, 1875, 2626)) neg path(MESHD:"Low \\"Mood\\"")',
    "p(HGNC:A1) -- surf(p(HGNC:B1))",
    "p(FPLX:AA) hasMembers list(p(HGNC:A1), p(HGNC:A2))",
    "g(HGNC:A1, gmod(Me)) reg m(HGNC:MIR21)",
    "bp(GO:0008219) subProcessOf bp(GO:x)",
]


def out(knowledge: Knowledge, folder: Path) -> tuple[Path, Report]:
    """The script of some knowledge, and the report."""
    target = folder / "out.bel"
    return target, export_to("bel", knowledge, target)


def asserted(knowledge: Knowledge) -> dict[str, Entry]:
    """The entries that no rule has made."""
    return {entry.id: entry for entry in knowledge.entries() if entry.layer is not Layer.DERIVED}


def papers(entries: dict[str, Entry]) -> set[tuple[str, str, str]]:
    """Of every entry its papers, and the species of its evidence."""
    return {(id, one.reference, one.context.species) for id, entry in entries.items() for one in entry.evidence}


def test_what_came_from_bel_comes_back_the_same(tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("bel", [written(tmp_path, "x.bel", HEADER + "\n".join(LINES))])
    path, report = out(knowledge, tmp_path)
    again, coming = knowledge_from("bel", [path])
    assert coming.whole, coming.lines
    before, after = asserted(knowledge), asserted(again)
    assert set(before) == set(after)
    assert papers(before) == papers(after)
    assert {one.what for one in report.lines if one.outcome.value == "lost"} <= {"claim", "mediator"}
    assert {variable.id: variable.label for variable in knowledge.variables()} == {one.id: one.label for one in again.variables()}


def test_what_came_from_elsewhere_comes_back_with_the_same_claims(tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("drugmechdb", [written(tmp_path, "x.yaml", KETAMINE)])
    path, _ = out(knowledge, tmp_path)
    again, _ = knowledge_from("bel", [path])

    def claims(one: Knowledge) -> set[tuple[str, str, str]]:
        return {(entry.subject.id, entry.predicate, entry.object.id) for entry in asserted(one).values() if isinstance(entry, Claim)}

    assert claims(knowledge) == claims(again)


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load()


def test_two_variables_of_one_thing_never_become_one_term(shipped: Knowledge, tmp_path: Path) -> None:
    path, report = out(shipped, tmp_path)
    again, coming = knowledge_from("bel", [path])
    assert coming.records["lost"] == 0
    signed = [
        claim
        for claim in asserted(shipped).values()
        if isinstance(claim, Claim) and any(one.bearing.value == "SUPPORTS" for one in claim.evidence)
    ]
    ours = {(claim.subject.id, claim.predicate, claim.object.id) for claim in signed}
    assert len([one for one in asserted(again).values() if isinstance(one, Claim)]) == len(ours)
    lost = {line.what for line in report.lines if line.outcome.value == "lost"}
    assert {"result", "description", "locator", "method", "note", "observation"} <= lost


def test_every_line_is_a_statement_or_a_setting_and_every_name_space_is_defined(shipped: Knowledge, tmp_path: Path) -> None:
    path, _ = out(shipped, tmp_path)
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not re.match(r"(SET|UNSET|DEFINE) ", line)]
    assert lines
    for line in lines:
        (statement,) = parse_statement(line)
        assert statement.relation in RELATIONS
    used = set(re.findall(r"[( ]([\w.]+):[\w\"]", "\n".join(lines)))
    assert used <= set(re.findall(r"DEFINE NAMESPACE (\S+) AS PATTERN", text))
    assert "URL" not in text


def test_no_quoted_sentence_is_written(tmp_path: Path) -> None:
    knowledge, _ = knowledge_from("bel", [written(tmp_path, "x.bel", HEADER + "\n".join(LINES))])
    path, report = out(knowledge, tmp_path)
    assert "A made-up sentence" not in path.read_text(encoding="utf-8")
    assert any("quoted sentences are not written" in note for note in report.notes)


def test_pybel_reads_what_we_write(shipped: Knowledge, tmp_path: Path) -> None:
    """Runs where PyBEL is installed; what it said last stands in docs/exchange.md."""
    pybel = pytest.importorskip("pybel")
    reading, manager = import_module("pybel.io.line_utils"), import_module("pybel.manager")
    path, _ = out(shipped, tmp_path)
    graph = pybel.BELGraph()
    reading.parse_lines(graph, path.read_text(encoding="utf-8").split("\n"), manager=manager.Manager(connection="sqlite://"))
    assert graph.number_of_warnings() == 0


def test_mechanisms_and_certainty_come_back_as_what_they_were(shipped: Knowledge, tmp_path: Path) -> None:
    path, report = out(shipped, tmp_path)
    again, _ = knowledge_from("bel", [path])

    def held(knowledge: Knowledge) -> dict[tuple[str, str, str], set[str]]:
        found: dict[tuple[str, str, str], set[str]] = {}
        for claim in knowledge.entries("claim"):
            if isinstance(claim, Claim) and claim.layer is not Layer.DERIVED:
                found.setdefault((claim.subject.label.en, claim.predicate, claim.object.label.en), set()).update(claim.mechanisms)
        return found

    before, after = held(shipped), held(again)
    mechanisms = sorted(sorted(one) for one in before.values() if one)
    assert sorted(sorted(one) for one in after.values() if one) == mechanisms
    labels = {one.id: one.label.en for one in shipped.mechanisms()}
    assert {one.id: one.label.en for one in again.mechanisms()}.items() <= labels.items()
    kinds = {one.certainty for claim in again.entries("claim") if isinstance(claim, Claim) for one in claim.evidence}
    assert kinds == {one.certainty for claim in shipped.entries("claim") if isinstance(claim, Claim) for one in claim.evidence}
    assert "mechanism" not in {line.what for line in report.lines if line.outcome.value == "lost"}


def test_a_mechanism_in_an_annotation_of_somebody_else_stays_an_annotation(tmp_path: Path) -> None:
    text = HEADER + 'DEFINE ANNOTATION Mechanism AS PATTERN ".+"\nSET Mechanism = "by some pathway"\np(HGNC:AKT1) -> bp(GO:x)\n'
    knowledge, _ = knowledge_from("bel", [written(tmp_path, "x.bel", text)])
    assert knowledge.mechanisms() == ()
