"""What all decks share: the words of an exercise in the languages asked for, and archives that are the same bytes at every call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import permutations
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from kgraph.model import Exercise, ExerciseKind, Label, Language

_WRONG_ORDERS = 3


def words(label: Label, languages: Sequence[Language]) -> str:
    """A text in each language, on one line: ``rises / 升高``."""
    told = dict.fromkeys(" ".join(label.text(language).split()) for language in languages)
    return " / ".join(one for one in told if one)


def answer(exercise: Exercise, languages: Sequence[Language]) -> str:
    """The key in words; an ordering with arrows between."""
    labels = {option.id: words(option.label, languages) for option in exercise.options}
    return (" → " if exercise.kind is ExerciseKind.ORDER else "; ").join(labels[one] for one in exercise.key)


def single_choices(exercise: Exercise, languages: Sequence[Language]) -> list[tuple[str, bool, str]]:
    """The options as (text, right, why); an ordering becomes a choice between its right order and three wrong ones.

    Every order but the right one is wrong, for an exercise is only made where there is one; which three is decided by the order in which
    the options stand.
    """
    if exercise.kind is not ExerciseKind.ORDER:
        return [(words(option.label, languages), option.id in exercise.key, words(option.why, languages)) for option in exercise.options]
    labels = {option.id: words(option.label, languages) for option in exercise.options}
    given = tuple(option.id for option in exercise.options)
    wrong = [order for order in permutations(given) if order != exercise.key]
    shown = wrong[:: max(1, len(wrong) // _WRONG_ORDERS)][:_WRONG_ORDERS]
    shown.insert(sum(map(ord, exercise.id)) % (len(shown) + 1), exercise.key)
    return [(" → ".join(labels[one] for one in order), order == exercise.key, words(exercise.explanation, languages)) for order in shown]


def zipped(members: Mapping[str, bytes]) -> bytes:
    """An archive of these members in their order, without compression and without the clock, so that it is the same everywhere."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, content in members.items():
            member = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, content)
    return stream.getvalue()
