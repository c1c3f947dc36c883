"""What the global options and the environment say, as one value that every command reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.views.tables import Format

if TYPE_CHECKING:
    from kgraph.model import Language


class Tongue(Enum):
    """The language of the answer."""

    EN = "en"
    ZH = "zh"
    BOTH = "both"

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages to write in, in order."""
        from kgraph.model import Language

        return (Language.EN, Language.ZH) if self is Tongue.BOTH else (Language(self.value),)


class Colour(Enum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that is not about one command. `form` is ``None`` where the person asked for no format."""

    data: Path | None = None
    tongue: Tongue = Tongue.EN
    form: Format | None = None
    quiet: bool = False
    verbose: bool = False
    colour: Colour = Colour.AUTO
    debug: bool = False
    cache: Path | None = None

    @property
    def listing(self) -> Format:
        """The format of a list: as asked, else a table on a terminal and TSV in a pipe."""
        return self.form or (Format.TABLE if sys.stdout.isatty() else Format.TSV)

    @property
    def document(self) -> Format:
        """The format of an answer that is read as text: as asked, else that text, in a pipe too."""
        return self.form or Format.TABLE


def spoken(environment: Mapping[str, str]) -> Tongue:
    """The language that the environment asks for: ``KGRAPH_LANG``, else the locale, else English."""
    wish = environment.get("KGRAPH_LANG", "").lower()
    if wish in {tongue.value for tongue in Tongue}:
        return Tongue(wish)
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return Tongue.ZH if locale.lower().startswith("zh") else Tongue.EN


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where compiled snapshots are kept: ``KGRAPH_CACHE``, else the cache folder that the system gives its users."""
    if environment.get("KGRAPH_CACHE"):
        return Path(environment["KGRAPH_CACHE"])
    from platformdirs import user_cache_path

    return user_cache_path("kgraph", appauthor=False)


def coloured(colour: Colour, *, terminal: bool, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour what goes to a stream that is or is not a terminal (https://no-color.org)."""
    if colour is not Colour.AUTO:
        return colour is Colour.ALWAYS
    return terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
