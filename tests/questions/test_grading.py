"""Somebody's own chain is judged link by link, and every mark names the claims that it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.exchange.written_chains import written_chains
from kgraph.model import GradedChain, GradedStep, Mark, Selection, Sign, Verdict
from kgraph.questions.grading import grade
from kgraph.store import Knowledge, load

TABLE = """\
subject\tpredicate\tobject
A\t->\tB
B\t-|\tC
C\t->\tD
X\t->\tY
X\t-|\tY
U\t--\tV
"""


def graded(knowledge: Knowledge, text: str, selection: Selection = Selection()) -> GradedChain:
    """One line, judged."""
    return grade(knowledge, written_chains(text), selection=selection).chains[0]


def only(knowledge: Knowledge, text: str) -> GradedStep:
    """One arrow, judged."""
    (step,) = graded(knowledge, text).steps
    return step


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """A link table, which has no entities and no Chinese."""
    place: Path = tmp_path_factory.mktemp("table") / "links.tsv"
    place.write_text(TABLE, encoding="utf-8")
    return load(place)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("ketamine -> BDNF release", Mark.RIGHT),
        ("ketamine -| BDNF release", Mark.WRONG_SIGN),
        ("氯胺酮 ⊣ BDNF释放", Mark.WRONG_SIGN),
        ("BDNF -> ketamine", Mark.REVERSED),
        ("NMDA receptor activity -| antidepressant effect", Mark.TOO_GENERAL),
        ("NMDA receptor activity -> antidepressant effect", Mark.WRONG_SIGN),
        ("BDNF release -> antidepressant-like effect", Mark.TOO_SPECIAL),
        ("ketamine -| NMDA receptor activity on GABA neurons", Mark.RIGHT),
        ("antidepressant effect -> NMDA receptor", Mark.REVERSED),
        ("ketamine -> antidepressant effect", Mark.SKIPS),
        ("ketamine -| antidepressant effect", Mark.SKIPS),
        ("BDNF -> NMDA receptor activity on GABA neurons", Mark.REVERSED),
        ("placebo -> BDNF", Mark.UNSUPPORTED),
        ("ketamine -> nonsense", Mark.UNKNOWN_NAME),
        ("twin -> BDNF", Mark.UNKNOWN_NAME),
        ("ketamine -- BDNF release", Mark.RIGHT),
    ],
)
def test_each_link_gets_the_mark_that_the_claims_give_it(small: Knowledge, text: str, mark: Mark) -> None:
    assert only(small, text).mark is mark


def test_a_wrong_sign_names_the_claims_that_say_otherwise(small: Knowledge) -> None:
    step = only(small, "ketamine -| BDNF release")
    assert [claim.id for link in step.against for claim in link.claims] == ["claim:ketamine-bdnf"]


def test_a_skipping_step_names_the_chain_of_its_own_sign(small: Knowledge) -> None:
    chain = only(small, "ketamine -| antidepressant effect").chain
    assert chain is not None
    assert chain.sign is Sign.MINUS
    assert [link.object.id for link in chain.links] == ["var:nmdar-gaba", "var:bdnf", "var:effect"]


def test_an_unknown_name_carries_the_near_ones_and_an_ambiguous_one_all_that_it_could_be(small: Knowledge) -> None:
    assert any("var:bdnf" in near for near in only(small, "ketamine -> BDNF releas").object.near)
    twin = only(small, "twin -> BDNF").subject
    assert twin.ambiguous
    assert len(twin.near) == 2


def test_a_plural_is_read_and_the_reader_is_told(small: Knowledge) -> None:
    reading = only(small, "ketamine -| NMDA receptors").object
    assert reading.term is not None
    assert (reading.term.id, reading.exact) == ("ent:nmdar", False)


def test_the_net_sign_is_held_against_the_verdict(small: Knowledge) -> None:
    good = graded(small, "ketamine -> BDNF release -> antidepressant effect")
    assert good.right
    assert good.verdict is Verdict.CONFLICTED
    assert good.net_agrees is None
    within = Selection(mechanisms=("mech:one",))
    assert graded(small, "ketamine -> BDNF release -> antidepressant effect", within).net_agrees is True
    assert graded(small, "ketamine -> BDNF release -| antidepressant effect", within).net_agrees is False


def test_a_selection_leaves_out_what_other_mechanisms_say(small: Knowledge) -> None:
    step = "NMDA receptor activity on GABA neurons -> BDNF release"
    assert graded(small, step).right
    assert graded(small, step, Selection(mechanisms=("mech:one",))).steps[0].mark is Mark.UNSUPPORTED


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("A -> B", Mark.RIGHT),
        ("A -| C", Mark.SKIPS),
        ("A -> C", Mark.CONTRADICTED),
        ("B -> A", Mark.REVERSED),
        ("U -> V", Mark.SIGN_NOT_REPORTED),
        ("U -- V", Mark.RIGHT),
        ("A -> X", Mark.UNSUPPORTED),
        ("A -> Q", Mark.UNKNOWN_NAME),
    ],
)
def test_a_table_of_links_is_judged_too(table: Knowledge, text: str, mark: Mark) -> None:
    assert only(table, text).mark is mark


def test_a_link_that_some_claims_contradict_is_right_and_names_them(table: Knowledge) -> None:
    step = only(table, "X -> Y")
    assert step.mark is Mark.RIGHT
    assert [link.sign for link in step.against] == [Sign.MINUS]


def test_every_chain_of_every_mechanism_is_right_in_both_languages(shipped: Knowledge) -> None:
    from kgraph.questions.exercising_scope import scopes_of

    arrows = {Sign.PLUS: "->", Sign.MINUS: "⊣", Sign.UNKNOWN: "--"}
    for scope in scopes_of(shipped):
        for chain in scope.chains[:12]:
            for language in ("en", "zh"):
                words = getattr(chain.links[0].subject.label, language)
                for link in chain.links:
                    words += f" {arrows[link.sign]} {getattr(link.object.label, language)}"
                steps = graded(shipped, words).steps
                assert {step.mark for step in steps} == {Mark.RIGHT}, words


def test_the_net_sign_of_a_chain_with_an_unknown_name_is_not_judged(shipped: Knowledge) -> None:
    (judged,) = grade(shipped, written_chains("ketamine -> no such thing at all -> BDNF secretion")).chains
    assert judged.unknown
    assert judged.net_agrees is None
