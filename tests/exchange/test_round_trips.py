"""Out and in again, for every format that goes both ways: what `docs/exchange.md` says comes back does.

Knowledge of our own and of three other formats goes out, comes back, and is compared by ids where the docs say so, else by what its claims
say of which things. What does not come back stands in the report of the export.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.exchange import OUT, Report, export_to, knowledge_from
from kgraph.model import Claim, Entity, Layer, Term, Variable
from kgraph.store import Knowledge, load
from tests.exchange.good_samples import GOOD_FILES
from tests.exchange.recording import written

SOURCES = ("shipped", "drugmechdb", "indra", "bel")
By = set[tuple[str, str, str]]


@pytest.fixture(scope="module", params=SOURCES)
def knowledge(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    if request.param == "shipped":
        return load()
    format, name, text = GOOD_FILES[request.param]
    return knowledge_from(format, [written(tmp_path_factory.mktemp("source"), name, text)])[0]


def there_and_back(format: str, knowledge: Knowledge, folder: Path) -> tuple[Knowledge, Report]:
    """What comes back of an export, and the report of the export."""
    target = folder / "out" / f"x{OUT[format].suffixes[0]}"
    report = export_to(format, knowledge, target)
    if format == "graphml":
        return load(target), report
    return knowledge_from(format.removesuffix("-tsv"), [target.parent if format.startswith("kgx") else target])[0], report


def asserted(knowledge: Knowledge) -> list[Claim]:
    """The claims that no rule has made."""
    return [one for one in knowledge.entries("claim") if isinstance(one, Claim) and one.layer is not Layer.DERIVED]


def by_id(knowledge: Knowledge) -> By:
    """What the claims say, by the ids of variables."""
    return {(one.subject.id, one.predicate, one.object.id) for one in asserted(knowledge)}


def by_thing(knowledge: Knowledge) -> By:
    """What the claims say, by the things that their variables are about."""
    entities = {entity.id: entity for entity in knowledge.entities()}

    def thing(term: Term) -> str:
        entity = entities.get(term.entity) if isinstance(term, Variable) else term
        exact = sorted(one.curie for one in entity.identifiers if one.mapping == "exact") if isinstance(entity, Entity) else []
        return exact[0] if exact else (entity.label.en if entity else term.id).casefold()

    return {(thing(one.subject), one.predicate, thing(one.object)) for one in asserted(knowledge)}


def lost(report: Report) -> set[str]:
    """What an export says it cannot hold."""
    return {line.what for line in report.lines if line.outcome.value != "kept"}


def test_a_link_table_brings_back_every_claim_its_papers_and_mechanisms(knowledge: Knowledge, tmp_path: Path) -> None:
    again, _ = there_and_back("links", knowledge, tmp_path)
    assert by_id(again) == by_id(knowledge)

    def mechanisms(one: Knowledge) -> dict[str, str]:
        held: dict[tuple[str, ...], set[str]] = {}
        for claim in asserted(one):
            held.setdefault((claim.subject.id, claim.predicate, claim.object.id), set()).update(claim.mechanisms)
        return {" ".join(link): " ".join(sorted(names)) for link, names in held.items()}

    assert mechanisms(again) == mechanisms(knowledge)


@pytest.mark.parametrize("format", ["sif", "graphml"])
def test_a_drawing_of_links_brings_back_the_links(format: str, knowledge: Knowledge, tmp_path: Path) -> None:
    again, report = there_and_back(format, knowledge, tmp_path)
    derived = {(one.subject.id, one.predicate, one.object.id) for one in knowledge.entries("claim") if isinstance(one, Claim) and one.rule}
    if format == "sif":
        assert by_id(again) == by_id(knowledge) | derived
    else:
        links = {(subject, sign.value, target) for subject, target, sign in again.links()}
        words = {"increases": "+", "decreases": "-"}
        assert links >= {(subject, words[way], target) for subject, way, target in by_id(knowledge) if way in words}
    assert not derived or lost(report) & {"derived claim", "rule and premises"}


@pytest.mark.parametrize("format", ["kgx", "kgx-tsv"])
def test_kgx_brings_back_what_every_claim_says_of_which_things(format: str, knowledge: Knowledge, tmp_path: Path) -> None:
    again, _ = there_and_back(format, knowledge, tmp_path)
    assert by_thing(again) >= by_thing(knowledge)
    assert {id for one in asserted(again) for id in one.mechanisms} == {id for one in asserted(knowledge) for id in one.mechanisms}


def test_bel_brings_back_what_came_from_bel_and_of_all_else_as_many_claims(knowledge: Knowledge, tmp_path: Path) -> None:
    again, report = there_and_back("bel", knowledge, tmp_path)
    assert len(by_id(again)) == len(by_id(knowledge))
    if by_id(again) != by_id(knowledge):
        assert lost(report) & {"variable of an aspect, form or place of its own"} or by_thing(again) == by_thing(knowledge)


def test_indra_brings_back_a_statement_for_every_claim(knowledge: Knowledge, tmp_path: Path) -> None:
    again, report = there_and_back("indra", knowledge, tmp_path)
    assert {id for one in asserted(again) for id in one.mechanisms} == {id for one in asserted(knowledge) for id in one.mechanisms}
    ways = sorted(way for _, way, _ in by_id(knowledge))
    assert sorted(way for _, way, _ in by_id(again)) == ways or any(what.startswith(("aspect", "form", "place")) for what in lost(report))
