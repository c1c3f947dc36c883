"""The rules on sentences: precision and recall on a labelled sample, and texts that are no sentences."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.exchange.sentence_rules import disagreement, said_of
from kgraph.model import Sign
from tests.exchange.labelled_sentences import DEVELOPMENT, HELD_OUT, Labelled, labelled


def flagged(row: Labelled, claimed: str) -> bool:
    """Whether the rules flag a claim of this sign, from the one to the other."""
    return bool(disagreement(said_of(row.text, [row.one], [row.other]), Sign.of(claimed))[0])


def measured(rows: str) -> tuple[list[tuple[Labelled, str]], float, float]:
    """False flags; the share of flags that are right, and of those due that are raised. Each sentence is held against both signs."""
    false: list[tuple[Labelled, str]] = []
    flags = due = 0
    for row in labelled(rows):
        for claimed in "+-":
            wrong = row.says not in ("0", claimed)
            due += wrong
            if flagged(row, claimed):
                flags += 1
                if not wrong:
                    false.append((row, claimed))
    right = flags - len(false)
    return false, right / flags, right / due


def test_no_flag_of_the_sample_at_hand_is_false_and_most_that_are_due_are_raised() -> None:
    false, _, recall = measured(DEVELOPMENT)
    assert false == []
    assert recall >= 0.8


def test_flags_of_the_sample_held_out_are_nearly_all_right() -> None:
    false, precision, recall = measured(HELD_OUT)
    assert precision >= 0.95, false
    assert recall >= 0.7


@pytest.mark.parametrize(
    ("text", "acting", "acted_on"),
    [
        ("GSK-3beta was inhibited by lithium.", "lithium", "GSK3B"),
        ("NF-kappaB was inhibited by lithium.", "lithium", "NFkappaB"),
        ("TGF-beta1 and c-Myc were studied; c-Myc inhibits TGF-beta1.", "MYC", "TGFB1"),
    ],
)
def test_greek_letters_are_found_however_they_are_written(text: str, acting: str, acted_on: str) -> None:
    assert [one.sign for one in said_of(text, [acting], [acted_on])] == [Sign.MINUS]


@pytest.mark.parametrize(
    "text",
    [
        "The binding of zinc inhibits GRIN2A.",
        "Inhibiting cold-induced zinc activates GRIN2A.",
        "Inhibitors of magnesium or of plain zinc block GRIN2A.",
        "Zinc or proton inhibitors activate GRIN2A, and nothing else.",
        "Reduced GRIN2A activation by zinc was seen.",
        "Zinc and GRIN2A reduce currents.",
        "Magnesium inhibits zinc, and GRIN2A inhibits calcium.",
        "Copper blocks zinc in cells to open pores, and GRIN2A opens.",
        "Lowering of GRIN2A by zinc inhibition was shown.",
    ],
)
def test_what_only_looks_like_the_claim_is_not_held_against_it(text: str) -> None:
    said = said_of(text, ["zinc"], ["GRIN2A"])
    assert said == ()


@pytest.mark.parametrize("row", [row for row in labelled() if row.says == "0"], ids=lambda row: row.text)
def test_a_sentence_that_says_nothing_certain_is_never_held_against_a_claim(row: Labelled) -> None:
    assert not flagged(row, "+")
    assert not flagged(row, "-")


def test_a_claim_that_a_sentence_makes_is_not_flagged_for_what_else_it_says() -> None:
    text = "SMAD2 activates TRPV1, and in return TRPV1 inhibits SMAD2."
    assert disagreement(said_of(text, ["SMAD2"], ["TRPV1"]), Sign.PLUS) == ("", "")


def test_spelling_of_names_does_not_matter_and_parts_of_words_are_no_names() -> None:
    assert said_of("GSK-3β is inhibited by LITHIUM.", ["lithium"], ["GSK3 beta"])
    assert not said_of("Blocks lithiumate the GSK3Bs.", ["lithium"], ["GSK3B"])
    assert not said_of("A inhibits B.", ["A"], ["B"])


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text: str) -> None:
    said_of(text, ["a b", text[:30]], ["c", text[30:60]])


def test_a_maze_of_words_ends_soon() -> None:
    begun = time.perf_counter()
    for text in (
        "the " * 5000,
        "ketamine " + "and the of in " * 400 + "BDNF",
        "ketamine activates " * 300 + "BDNF",
        "ketamine, " * 400 + "blocks BDNF",
    ):
        said_of(text, ["ketamine"], ["BDNF"])
    assert time.perf_counter() - begun < 2
