"""Lessons: what is told, in which order, and that nothing in them stands without the claims it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import EntityNotFound, KnowledgeError
from kgraph.model import Change, ExerciseKind, Layer, Selection, Sign
from kgraph.questions.lessons import chain_lesson, lesson, lessons
from kgraph.questions.supposing import what_if
from kgraph.store import Knowledge, load
from kgraph.store.lesson_files import outlines
from tests.questions.graphs import SMALL

NAMES = ("bdnf", "compare", "dependence", "evidence-safety", "gaba-eef2", "gsk3", "lhb", "mtor")


def test_there_is_a_lesson_for_each_mechanism_one_that_compares_and_one_on_patients(shipped: Knowledge) -> None:
    assert sorted(one.id for one in lessons(shipped)) == list(NAMES)
    assert all(one.title.en and one.title.zh and one.summary.en and one.summary.zh for one in lessons(shipped))


@pytest.mark.parametrize("name", NAMES)
def test_every_remark_stands_on_entries_that_are_there_and_is_told_in_some_step(shipped: Knowledge, name: str) -> None:
    made = lesson(shipped, name)
    written = next((one for one in outlines(shipped) if one.id == name), None)
    for remark in written.remarks if written else ():
        for identity in remark.about:
            assert shipped.entry(identity).id == identity
        assert any(remark in step.remarks for step in made.steps), remark.text.en
        told = {entry.id for step in made.steps if remark in step.remarks for entry in step.entries}
        told |= {claim.id for step in made.steps if remark in step.remarks for link in step.links for claim in link.claims}
        assert told & set(remark.about), remark.text.en


@pytest.mark.parametrize("name", ["mtor", "bdnf", "gaba-eef2", "gsk3", "lhb"])
def test_every_review_claim_on_a_chain_of_the_mechanism_is_told(shipped: Knowledge, name: str) -> None:
    made = lesson(shipped, name)
    told = {claim.id for step in made.steps for link in step.links for claim in link.claims}
    told |= {entry.id for step in made.steps for entry in step.entries}
    own = Selection(mechanisms=(f"mech:{name}",), layers=(Layer.REVIEW,))
    assert {claim.id for claim in shipped.entries("claim", selection=own)} <= told


@pytest.mark.parametrize("name", NAMES)
def test_chains_are_told_from_start_to_end_and_each_guess_is_what_the_solver_says(shipped: Knowledge, name: str) -> None:
    made = lesson(shipped, name)
    known = {chain.links[0].subject.id for chain in made.chains}
    for step in made.steps:
        for link in step.links if step.guess else ():
            assert link.subject.id in known
            known.add(link.object.id)
        if step.guess is None:
            continue
        acts = {one.variable.id: one.action.value for one in step.guess.interventions}
        raised, blocked = ([one for one in acts if acts[one] == way] for way in ("raise", "block"))
        targets = [one.variable.id for one in step.guess.predictions]
        own = Selection() if step.together else Selection(mechanisms=(step.mechanism,))
        again = what_if(shipped, targets, raised=raised, blocked=blocked, selection=own)
        assert [one.change for one in again.predictions] == [one.change for one in step.guess.predictions]
        assert blocked


def test_the_blockade_that_stops_the_whole_mechanism_stops_the_effect(shipped: Knowledge) -> None:
    guess = lesson(shipped, "mtor").steps[0].guess
    assert guess is not None
    assert [one.change for one in guess.predictions] == [Change.UNCHANGED]


def test_a_mechanism_may_be_called_by_its_name_or_number_in_either_language(shipped: Knowledge) -> None:
    assert {lesson(shipped, name).id for name in ("5", "lhb", "lateral habenula mechanism", "外侧缰核机制")} == {"lhb"}
    with pytest.raises(EntityNotFound):
        lesson(shipped, "no such lesson")


def test_the_same_seed_gives_the_same_quiz(shipped: Knowledge) -> None:
    assert lesson(shipped, "mtor", seed="a") == lesson(shipped, "mtor", seed="a")
    assert lesson(shipped, "mtor", seed="a").quiz != lesson(shipped, "mtor", seed="b").quiz
    assert {one.kind for one in lesson(shipped, "mtor").quiz} >= {ExerciseKind.ORDER, ExerciseKind.WHAT_IF, ExerciseKind.MISSING_LINK}


def test_a_lesson_is_made_of_any_chain_of_any_graph(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("subject\tpredicate\tobject\ndrug\t-\tenzyme\nenzyme\t-\tgrowth\ngrowth\t+\tmood\n", encoding="utf-8")
    made = chain_lesson(load(table), "drug", "mood")
    assert [len(step.links) for step in made.steps] == [1, 1, 1]
    assert [step.guess is not None for step in made.steps] == [True, True, False]


def test_lessons_come_in_the_order_of_a_course(shipped: Knowledge) -> None:
    assert [one.id for one in lessons(shipped)] == ["mtor", "bdnf", "gaba-eef2", "gsk3", "lhb", "compare", "evidence-safety", "dependence"]


@pytest.mark.parametrize("name", NAMES)
def test_every_remark_is_said_once_and_what_it_rests_on_stands_in_its_step(shipped: Knowledge, name: str) -> None:
    made = lesson(shipped, name)
    said = [remark for step in made.steps for remark in step.remarks]
    assert len(said) == len(set(said))
    for step in made.steps:
        here = {claim.id for link in step.links for claim in link.claims} | {one.id for one in (*step.entries, *step.beside)}
        assert all(set(remark.about) <= here for remark in step.remarks)


def test_names_that_are_easily_mixed_up_are_told_apart_once(shipped: Knowledge) -> None:
    kin = [[one.id for one in step.kin] for step in lesson(shipped, "bdnf").steps if step.kin]
    assert kin
    first = [names[0] for names in kin]
    assert len(first) == len(set(first))
    every = {one.id: one for one in shipped.variables()}
    for reached, *others in kin:
        for other in others:
            shared = every[reached].entity == every[other].entity
            assert shared or reached in every[other].broader or set(every[reached].broader) & {other, *every[other].broader}


def test_rivals_are_read_at_the_ends_they_run_to(shipped: Knowledge) -> None:
    rivalry = lesson(shipped, "compare").rivalry
    assert rivalry is not None
    assert [one.number for one in rivalry.rivals] == ["1", "2", "3", "4", "5"]
    ends = {"var:antidepressant-effect", "var:antidepressant-like-effect"}
    blocked = {one.interventions[-1].variable.id: one for one in rivalry.splittings}
    assert blocked["var:mtor-signalling"].changes[0] is Change.UNCHANGED
    for one in rivalry.splittings:
        term = one.interventions[-1].variable
        held = {term.id, *(variable.id for variable in shipped.variables() if variable.entity == term.id)}
        held |= {variable.id for variable in shipped.variables() if held.intersection(variable.broader)}
        for rival, change in zip(rivalry.rivals, one.changes, strict=True):
            links = shipped.links(Selection(mechanisms=(rival.id,)))
            assert change is _plain(links, "var:ketamine", ends, held), (term.id, rival.id)
        for seen in one.observations:
            assert seen.variable.id in ends


def _plain(links: list[tuple[str, str, Sign]], start: str, ends: set[str], held: set[str]) -> Change:
    """By every walk through what is not held, without a variable twice; nothing leads on from an end."""
    found: set[Sign] = set()

    def walk(here: str, sign: Sign, seen: frozenset[str]) -> None:
        if here in ends:
            found.add(sign)
            return
        for subject, target, step in links:
            if subject == here and target not in seen | held:
                walk(target, sign * step, seen | {target})

    walk(start, Sign.PLUS, frozenset({start}))
    told = {frozenset(): Change.UNCHANGED, frozenset({Sign.PLUS}): Change.RAISED, frozenset({Sign.MINUS}): Change.LOWERED}
    return told.get(frozenset(found), Change.UNDETERMINED)


BROKEN = {
    "not TOML": ("mechanisms = [", "not TOML"),
    "unknown field": ("colour = 1", "unknown fields: colour"),
    "one language": ('mechanisms = ["mech:one"]\n[[goal]]\nen = "x"', "one language only"),
    "a fact without entries": ('mechanisms = ["mech:one"]\n[[remark]]\nkind = "fact"\nen = "x"\nzh = "甲"', "names the entries"),
    "unknown kind": ('mechanisms = ["mech:one"]\n[[remark]]\nkind = "joke"\nen = "x"\nzh = "甲"', "joke"),
    "unknown mechanism": ('mechanisms = ["mech:nine"]', "mech:nine"),
    "unknown entry": ('[[part]]\ntitle = {en = "x", zh = "甲"}\nentries = ["claim:none"]', "claim:none"),
    "ids that are none": ("mechanisms = [1]", "list of texts"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_lesson_file_is_named_with_what_is_wrong(tmp_path: Path, name: str) -> None:
    text, said = BROKEN[name]
    (tmp_path / "small.ttl").write_text(SMALL, encoding="utf-8")
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="mine") as refused:
        lesson(load(tmp_path), "mine")
    assert said in str(refused.value)
