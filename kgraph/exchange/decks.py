"""Which decks there are, and one door to them. How each is written: `deck_*.py`."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.errors import InvalidValue
from kgraph.model import Exercise, Language

DECKS = ("anki", "gift", "h5p", "csv")
"""The names of the formats."""

BINARY = ("anki", "h5p")
"""Those that are not text."""


def deck(format: str, exercises: Sequence[Exercise], *, languages: Sequence[Language] = (Language.EN,), title: str = "kgraph") -> bytes:
    """Exercises as a deck or question bank.

    Parameters
    ----------
    format : str
        One of `DECKS`.
    exercises : sequence of Exercise
        What is written, in order.
    languages : sequence of Language
        One, or both.
    title : str
        The name of the deck, the category of the question bank.

    Raises
    ------
    InvalidValue
        For another format, or no exercise at all, which no format can hold.
    """
    if format not in DECKS:
        raise InvalidValue(f"'{format}' is not a format of decks", remedy="use one of " + ", ".join(DECKS))
    if not exercises:
        raise InvalidValue("a deck holds at least one exercise", remedy="ask about more, or for another difficulty or kind")
    if format == "anki":
        from kgraph.exchange.deck_anki import anki_bytes

        return anki_bytes(exercises, languages=languages, title=title)
    if format == "h5p":
        from kgraph.exchange.deck_h5p import h5p_bytes

        return h5p_bytes(exercises, languages=languages, title=title)
    from kgraph.exchange.deck_csv import csv_text
    from kgraph.exchange.deck_gift import gift_text

    write = gift_text if format == "gift" else csv_text
    return write(exercises, languages=languages, title=title).encode()
