"""What somebody answered to an exercise: numbers, letters or typed names in either language. Whether it is right: `Exercise.right`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kgraph.errors import AmbiguousName, EntityNotFound
from kgraph.model import Exercise, ExerciseKind, Option
from kgraph.store import fold

_BETWEEN = re.compile(r"\s*(?:->|→|▶|>|,|，|、|;|；)\s*")

_AFTER_NUMBERS = ".。．)）、:："


def chosen(exercise: Exercise, text: str) -> tuple[str, ...]:
    """The ids of the options that an answer means, in the order in which it gives them.

    Parameters
    ----------
    exercise : Exercise
        What was asked.
    text : str
        Numbers of options from 1, their letters, or their names by label, synonym or alias in either language. An ordering lists all of
        them with commas, arrows or spaces between.

    Raises
    ------
    EntityNotFound
        No option goes by that name.
    AmbiguousName
        Several do.

    Examples
    --------
    >>> import kgraph
    >>> from kgraph.questions.exercising_scope import quiz
    >>> first = quiz(kgraph.load(), "mTOR mechanism", count=1)[0]
    >>> [first.right(chosen(first, words)) for words in ("rises", "升高", "1", "2")]
    [True, True, True, False]
    """
    words = text.strip()
    if exercise.kind is not ExerciseKind.ORDER:
        return (_one(exercise.options, words),)
    parts = [part for part in _BETWEEN.split(words) if part]
    if len(parts) == 1 and all(piece.isalnum() and len(piece) <= 2 for piece in words.split()):
        parts = words.split()
    if len(parts) == 1 and len(words) == len(exercise.options) and words.isascii() and words.isalnum():
        parts = list(words)
    return tuple(_one(exercise.options, part) for part in parts)


def _one(options: Sequence[Option], word: str) -> str:
    bare = word.rstrip(_AFTER_NUMBERS)
    word = bare if bare.isdecimal() or len(bare) == 1 else word
    if word.isdecimal() and 1 <= int(word) <= len(options):
        return options[int(word) - 1].id
    exact = [one.id for one in options if word.lower() == one.id]
    if exact:
        return exact[0]
    for match in (_is_called, _is_known_as, _begins):
        found = [one.id for one in options if word and match(one, word)]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(f"'{word}' could be {len(found)} of the options", remedy="answer with a number")
    raise EntityNotFound(f"no option is called '{word}'", remedy=f"answer with a number from 1 to {len(options)}, or with a name")


def _is_called(option: Option, word: str) -> bool:
    return _plain(word) in {_plain(option.label.en), _plain(option.label.zh)}


def _is_known_as(option: Option, word: str) -> bool:
    return _plain(word) in {_plain(name) for name in option.names}


def _begins(option: Option, word: str) -> bool:
    folded = _plain(word)
    return len(folded) > 2 and any(_plain(name).startswith(folded) for name in (option.label.en, option.label.zh))


def _plain(word: str) -> str:
    # Folding drops hyphens, and a minus sign is all that some answers are.
    return fold(word) or word.strip()
