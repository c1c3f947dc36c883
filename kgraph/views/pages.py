"""What every page shares: templates from this package's assets, data made safe inside HTML, words of the frame in both languages."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kgraph.model import Label, Language

if TYPE_CHECKING:
    from jinja2 import Environment

TAGS = {Language.EN: "en", Language.ZH: "zh-Hans"}
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def rendered(template: str, language: Language, values: dict[str, object]) -> str:
    """A template of this package filled with values; all text is escaped unless the template says ``safe``."""
    page = _environment().get_template(template).render(lang=TAGS[language], language=language.value, **values)
    return page.lstrip("\n").rstrip("\n") + "\n"


def asset(name: str) -> str:
    """The text of one of this package's assets."""
    return files("kgraph.views").joinpath("assets", name).read_text(encoding="utf-8")


def embedded(value: object) -> str:
    """JSON that is safe inside ``<script type="application/json">``: nothing in it can end the element or start another."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return "".join(_ESCAPES.get(character, character) for character in text)


def plain_label(label: Label) -> dict[str, str]:
    """A text in both languages for a template or for embedded data; a missing language is filled by the other."""
    return {"en": label.text(Language.EN), "zh": label.text(Language.ZH)}


@cache
def _environment() -> Environment:
    """The template engine, made when first used: jinja2 costs 40 ms."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(loader=FunctionLoader(asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
