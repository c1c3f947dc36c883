"""Global options may stand anywhere on the line."""

from __future__ import annotations

import pytest

from kgraph.cli.arguments import FLAGS, VALUED, hoisted


@pytest.mark.parametrize("option", FLAGS)
def test_a_global_flag_may_stand_after_the_command(option: str) -> None:
    assert hoisted(["explain", "a", option, "b"]) == [option, "explain", "a", "b"]


@pytest.mark.parametrize("option", VALUED)
def test_a_global_option_takes_its_value_along(option: str) -> None:
    assert hoisted(["claims", option, "x", "a"]) == [option, "x", "claims", "a"]
    assert hoisted(["claims", f"{option}=x", "a"]) == [f"{option}=x", "claims", "a"]


def test_words_after_two_dashes_are_names_and_stay() -> None:
    assert hoisted(["show", "--lang", "zh", "--", "--json"]) == ["--lang", "zh", "show", "--", "--json"]


def test_an_option_without_its_value_is_left_for_the_parser_to_refuse() -> None:
    assert hoisted(["claims", "--lang"]) == ["claims", "--lang"]


def test_options_of_commands_stay_where_they_are() -> None:
    line = ["explain", "a", "b", "--sign", "-", "--max-links", "3"]
    assert hoisted(line) == line
