"""What is said of bad knowledge, where, and how to mend it; and that nothing else is said. The mistakes: `mistakes.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.model import Severity
from kgraph.validation import check
from kgraph.vocabulary.prefixes import OWN, STANDARD
from tests.validation.mistakes import BDNF, COMPANY, MISTAKES
from tests.validation.small_knowledge import claim, evidence, findings


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found_named_placed_and_its_mending_told(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    found = findings(tmp_path, mistake.more, without=mistake.without, instead=mistake.instead)
    due = [finding for finding in found if finding.rule == mistake.rule]
    assert len(due) == 1, found
    assert due[0].where == f"{tmp_path}/small.ttl: {mistake.where}"
    assert mistake.message in due[0].message
    assert mistake.remedy in due[0].remedy
    assert due[0].severity is mistake.severity
    assert {finding.rule for finding in found} - {mistake.rule} <= COMPANY.get(name, set())


def test_sound_knowledge_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path) == ()


def test_opposite_claims_in_two_species_are_no_contradiction(tmp_path: Path) -> None:
    more = claim("claim:x", "var:ketamine", "kg:decreases", BDNF, proof=evidence("claim:x.e1", "kg:species ent:rat"))
    more += claim("claim:y", "var:ketamine", "kg:increases", BDNF, proof=evidence("claim:y.e1", "kg:species ent:mouse"))
    assert findings(tmp_path, more) == ()


def test_one_proposition_in_two_layers_is_no_duplicate(tmp_path: Path) -> None:
    assert findings(tmp_path, claim("claim:x", "var:ketamine", "kg:increases", BDNF, "kg:mechanism mech:bdnf")) == ()


def test_one_proposition_in_two_mechanisms_is_no_duplicate(tmp_path: Path) -> None:
    more = claim("claim:x", "var:ketamine", "kg:increases", BDNF, "kg:mechanism mech:bdnf") + claim(
        "claim:y", "var:ketamine", "kg:increases", BDNF
    )
    assert findings(tmp_path, more) == ()


def test_all_mistakes_of_a_set_are_found_at_once(tmp_path: Path) -> None:
    names = ["unknown predicate", "label missing in Chinese", "malformed identifier", "dangling mechanism", "ring of broader"]
    more = "\n".join(MISTAKES[name].more.replace("claim:x", f"claim:x{place}") for place, name in enumerate(names))
    assert {finding.rule for finding in findings(tmp_path, more)} == {MISTAKES[name].rule for name in names}


TRAPS = {
    "esketamine with the number of ketamine": ("Drug", "esketamine", "skos:exactMatch CHEBI:60799 , drugbank:DB01221", "drugbank:DB11823"),
    "GABA-A with the heading of both": ("ProteinFamily", "GABA-A receptor", "skos:exactMatch fplx:GABR , mesh:D018079", "mesh:D011963"),
    "endogenous depression": ("Disease", "major depressive disorder", "skos:exactMatch MONDO:0012048", "MONDO:0002009"),
    "TRD in MONDO": ("Disease", "TRD", "skos:exactMatch mesh:D061218 , MONDO:0002009", "EFO:0009854"),
    "bile for bladder": ("Disease", "ketamine bladder", "skos:closeMatch MONDO:0017394", "MONDO:0006032"),
}


@pytest.mark.parametrize("name", TRAPS)
def test_identifiers_known_to_be_wrong_are_found(name: str, tmp_path: Path) -> None:
    kind, label, identifiers, right = TRAPS[name]
    found = findings(tmp_path, f'ent:x a kg:{kind} ; rdfs:label "{label}"@en , "某物"@zh-Hans ; {identifiers} .')
    (finding,) = [one for one in found if one.rule == "known-wrong-identifier"]
    assert {one.rule for one in found} <= {"known-wrong-identifier", "shared-identifier"}
    assert finding.where.endswith(": ent:x")
    assert right in finding.remedy


def test_findings_do_not_depend_on_the_order_of_the_file(tmp_path: Path) -> None:
    pieces = [mistake.more.replace("claim:x", f"claim:x{place}") for place, mistake in enumerate(MISTAKES.values()) if mistake.more]
    assert findings(tmp_path, "\n".join(pieces)) == findings(tmp_path, "\n".join(reversed(pieces)))


def test_a_file_without_any_chinese_is_only_warned_about_it(tmp_path: Path) -> None:
    """Other people's graphs speak English; a file that speaks both languages is to be whole in both."""
    prefixes = "".join(f"PREFIX {name}: <{OWN[name]}>\n" for name in ("ent", "kg")) + f"PREFIX rdfs: <{STANDARD['rdfs']}>\n"
    things = "".join(f'ent:{name} a kg:Protein ; rdfs:label "{name}"@en .\n' for name in ("trkb", "bdnf"))
    (tmp_path / "theirs.ttl").write_text(prefixes + things, encoding="utf-8")
    found = [one for one in check(tmp_path).findings if one.rule == "missing-label"]
    assert {one.severity for one in found} == {Severity.WARNING}
    assert len(found) == 2
