"""Lines of text in one or both languages, with or without colour: what the text views are written with."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Label, Language, Sign
from kgraph.views.widths import printable, wrapped

_STYLES = {"bold": "1", "dim": "2", "warn": "1;38;5;160", "+": "38;5;32", "-": "38;5;166", "?": "38;5;244"}
BOTH = (Language.EN, Language.ZH)


class Lines:
    """Collects the lines of a text.

    Parameters
    ----------
    languages : sequence of Language
        One language, or both: each sentence then stands in one and, below it, in the other.
    colour : bool
        Whether ANSI colours may be written.
    width : int, optional
        Wrap to this many columns; without it no line is broken.
    """

    def __init__(self, languages: Sequence[Language], *, colour: bool = False, width: int | None = None) -> None:
        self._languages = tuple(languages) or (Language.EN,)
        self._colour = colour
        self._width = width
        self._lines: list[str] = []

    def say(self, text: Label, *, indent: int = 0, first: str = "", style: str = "") -> None:
        """A sentence in each language; `first` stands before it, and following lines hang under the text."""
        for place, text_in in enumerate(dict.fromkeys(printable(text.text(language)) for language in self._languages)):
            lead = first if place == 0 else " " * len(first)
            self._put(text_in, indent, lead, style)

    def gap(self) -> None:
        """An empty line, never two in a row and never the first."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def short(self, text: Label) -> str:
        """A few words in each language on one line: ``claim / 主张``."""
        return " / ".join(dict.fromkeys(printable(text.text(language)) for language in self._languages))

    def painted(self, text: str, style: str) -> str:
        """The text in a style, if colour is on."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self._colour and style and text else text

    def text(self) -> str:
        """All lines, ending in one newline."""
        return "\n".join(self._lines).rstrip("\n") + "\n" if self._lines else ""

    def _put(self, text: str, indent: int, lead: str, style: str) -> None:
        hang = indent + len(lead)
        lines = wrapped(text, max(24, self._width - hang)) if self._width else [text]
        for place, line in enumerate(lines):
            before = " " * indent + lead if place == 0 else " " * hang
            self._lines.append((before + self.painted(line, style)).rstrip())


def sign_style(sign: Sign) -> str:
    """The style that goes with a sign."""
    return sign.value
