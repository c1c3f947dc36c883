"""Exercises as a question bank in GIFT, which Moodle and other learning platforms read.

A choice becomes a multiple-choice question with feedback on every answer; an ordering becomes a matching of each item with its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.exchange.deck_text import words
from kgraph.model import Exercise, ExerciseKind, Label, Language

_PLACES = Label(en="Give each its place, 1 being the first.", zh="请给出每一项的次序，1为最先。")
_ESCAPED = str.maketrans({character: "\\" + character for character in "\\~=#{}:"})
# Stands before every text, so that a label that begins with the name of a format, or with a weight, is still a text.
_PLAIN = "[plain]"


def gift_text(exercises: Sequence[Exercise], *, languages: Sequence[Language], title: str) -> str:
    """The question bank as text.

    Parameters
    ----------
    exercises : sequence of Exercise
        The questions, in order.
    languages : sequence of Language
        One, or both: then every text stands in both.
    title : str
        The category that the questions go into.
    """
    category = " ".join(title.replace("/", " ").split()) or "kgraph"
    return "\n".join([f"$CATEGORY: {category}\n", *(_question(one, languages) for one in exercises)])


def _question(exercise: Exercise, languages: Sequence[Language]) -> str:
    prompt = words(exercise.prompt, languages)
    if exercise.kind is ExerciseKind.ORDER:
        prompt = f"{prompt} {words(_PLACES, languages)}"
        answers = [f"={_written(words(option.label, languages))} -> {exercise.key.index(option.id) + 1}" for option in exercise.options]
    else:
        answers = [
            ("=" if option.id in exercise.key else "~") + _written(words(option.label, languages)) + _feedback(words(option.why, languages))
            for option in exercise.options
        ]
    explanation = words(exercise.explanation, languages)
    general = [f"####{_written(explanation)}"] if explanation else []
    lines = [f"::{escaped(exercise.id)}::{_written(prompt)} {{", *(f"  {one}" for one in (*answers, *general)), "}"]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """A text in which no character has a meaning for GIFT; its own arrow, which cannot be escaped, becomes →.

    Examples
    --------
    >>> escaped("5-HT: {a=b} -> c")
    '5-HT\\\\: \\\\{a\\\\=b\\\\} → c'
    """
    return text.replace("->", "→").translate(_ESCAPED)


def _written(text: str) -> str:
    return _PLAIN + escaped(text)


def _feedback(text: str) -> str:
    return f"#{_written(text)}" if text else ""
