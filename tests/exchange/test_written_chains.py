"""Chains that somebody wrote, as text or YAML, are read as written; what cannot be read is refused with its line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, strategies

from kgraph.errors import ExchangeError
from kgraph.exchange.written_chains import written_chains
from kgraph.model import Sign

PLUS, MINUS, OPEN = Sign.PLUS, Sign.MINUS, Sign.UNKNOWN


def steps(text: str, name: str = "-") -> list[list[tuple[str, Sign, str]]]:
    """The chains as plain triples."""
    return [[(step.subject, step.sign, step.object) for step in chain.steps] for chain in written_chains(text, name=name)]


@pytest.mark.parametrize(
    ("arrow", "sign"),
    [(arrow, PLUS) for arrow in ("->", "-->", "--->", "=>", "==>", "→", "⟶", "⇒", "▶", "──▶", "─▷", "－＞", "——>", "−>")]
    + [(arrow, MINUS) for arrow in ("-|", "--|", "---|", "⊣", "─┤", "──⊣", "－｜")]
    + [(arrow, OPEN) for arrow in ("--", "---", "——", "◇")],
)
def test_every_arrow_has_its_sign(arrow: str, sign: Sign) -> None:
    assert steps(f"ketamine {arrow} BDNF") == [[("ketamine", sign, "BDNF")]]
    assert steps(f"氯胺酮{arrow}脑源性神经营养因子") == [[("氯胺酮", sign, "脑源性神经营养因子")]]


@pytest.mark.parametrize(
    "arrow", ["→|", "->|", "⟶|", "-|>", "<->", "<-->", "<=>", "↔", "⇄", "<-", "←", "|-", "<|-", "→→", "▶>", "~>", "⊣>"]
)
@pytest.mark.parametrize("text", ["ketamine {} BDNF", "ketamine{}BDNF"])
def test_an_arrow_that_could_mean_two_things_is_refused_and_never_part_of_a_name(arrow: str, text: str) -> None:
    with pytest.raises(ExchangeError, match=r"arrow"):
        written_chains(text.format(arrow))


@pytest.mark.parametrize("name", ["Ca2+", "Cl-", "5-HT", "IL-1", "TNF-α", "p<0.05", "2-AG (CB1|CB2)", "7,8-DHF", "5-羟色胺"])
def test_signs_within_a_name_stay_in_it(name: str) -> None:
    assert steps(f"{name} -> BDNF -| {name}") == [[(name, PLUS, "BDNF"), ("BDNF", MINUS, name)]]


@pytest.mark.parametrize("mark", ["1. ", "12) ", "3、", "2） ", "* ", "• "])
def test_a_numbered_list_is_a_list_of_chains(mark: str) -> None:
    assert steps(f"my chains -> here\n{mark}5-HT -> mood") == [[("my chains", PLUS, "here")], [("5-HT", PLUS, "mood")]]


def test_one_line_is_one_chain_and_remarks_and_empty_lines_are_none() -> None:
    text = "\ufeff# mine\n\nketamine -| NMDA receptor -> BDNF # as in the lecture\n5-HT -> mood\n"
    assert steps(text) == [[("ketamine", MINUS, "NMDA receptor"), ("NMDA receptor", PLUS, "BDNF")], [("5-HT", PLUS, "mood")]]
    assert [chain.where for chain in written_chains(text, name="mine.txt")] == ["mine.txt:3", "mine.txt:4"]


def test_yaml_holds_texts_and_lists_of_steps() -> None:
    listed = '- - {from: a, sign: "-", to: b}\n  - {subject: b, predicate: increases, object: c}\n'
    text = f"chains:\n- a -> b\n{listed}- steps:\n  - {{from: a, to: b}}\n"
    assert steps(text) == [[("a", PLUS, "b")], [("a", MINUS, "b"), ("b", PLUS, "c")], [("a", OPEN, "b")]]
    assert steps("- a -| b\n- b -> c\n", "x.yaml") == [[("a", MINUS, "b")], [("b", PLUS, "c")]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no chain"),
        ("# nothing\n", "no chain"),
        ("a -> b\nketamine\n", r"-:2: this line has no arrow"),
        ("a ->", "name on either side"),
        ("-> b", "name on either side"),
        ("a -> -> b", "name on either side"),
        ("a <- b", "backwards"),
        ("- [a, b]", "from, sign and to"),
        ("- {from: a, sign: '*', to: b}", "no sign"),
        ("chains: [", "YAML"),
        ("- &x a -> b\n- *x", "alias"),
        ("- " + "[" * 3000, "deep"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ExchangeError, match=message):
        written_chains(text)


@given(strategies.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    with suppress(ExchangeError):
        assert all(step.subject and step.object for chain in written_chains(text) for step in chain.steps)
