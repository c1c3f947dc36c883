"""What the environment says about language, colour and cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.cli.settings import Colour, Tongue, cache_folder, coloured, spoken
from kgraph.model import Language


@pytest.mark.parametrize(
    ("environment", "tongue"),
    [
        ({}, Tongue.EN),
        ({"LANG": "zh_CN.UTF-8"}, Tongue.ZH),
        ({"LANG": "de_DE.UTF-8"}, Tongue.EN),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, Tongue.EN),
        ({"KGRAPH_LANG": "en", "LANG": "zh_CN.UTF-8"}, Tongue.EN),
        ({"KGRAPH_LANG": "both"}, Tongue.BOTH),
        ({"KGRAPH_LANG": "klingon", "LANG": "zh_TW"}, Tongue.ZH),
    ],
)
def test_the_language_is_the_wish_then_the_locale_then_english(environment: dict[str, str], tongue: Tongue) -> None:
    assert spoken(environment) is tongue


def test_both_languages_come_english_first() -> None:
    assert Tongue.BOTH.languages == (Language.EN, Language.ZH)
    assert Tongue.ZH.languages == (Language.ZH,)


@pytest.mark.parametrize(
    ("colour", "terminal", "environment", "wanted"),
    [
        (Colour.AUTO, True, {}, True),
        (Colour.AUTO, False, {}, False),
        (Colour.AUTO, True, {"NO_COLOR": "1"}, False),
        (Colour.AUTO, True, {"NO_COLOR": ""}, True),
        (Colour.AUTO, True, {"TERM": "dumb"}, False),
        (Colour.ALWAYS, False, {"NO_COLOR": "1"}, True),
        (Colour.NEVER, True, {}, False),
    ],
)
def test_colour_is_for_terminals_that_did_not_say_no(colour: Colour, terminal: bool, environment: dict[str, str], wanted: bool) -> None:
    assert coloured(colour, terminal=terminal, environment=environment) is wanted


def test_the_cache_is_where_the_environment_says(tmp_path: Path) -> None:
    assert cache_folder({"KGRAPH_CACHE": str(tmp_path)}) == tmp_path
    assert cache_folder({}).name == "kgraph"
