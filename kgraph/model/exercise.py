"""Exercises about a mechanism: what is asked, the options, and the key. How they are made and their keys derived: `kgraph.questions`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.errors import InvalidValue
from kgraph.model.term import Label


class ExerciseKind(Enum):
    """What an exercise asks for."""

    MISSING_LINK = "missing-link"
    SIGN = "sign"
    WRONG_ARROW = "wrong-arrow"
    ORDER = "order"
    WHAT_IF = "what-if"
    HUMAN_EVIDENCE = "human-evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that can be chosen: a variable, a sign, a step or a claim.

    `id` is unique within its exercise; `names` are what may be typed for it, in either language; `why` says why it is right
    or wrong.
    """

    id: str
    label: Label
    names: tuple[str, ...] = ()
    why: Label = Label()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One question with a key that the solver derived.

    `key` holds the ids of the right options; for `ExerciseKind.ORDER` these are all options in their right order, for the
    other kinds the order means nothing. `claims` are the ids of the claims that the key rests on. `difficulty` is 1, 2 or 3.
    """

    id: str
    kind: ExerciseKind
    difficulty: int
    prompt: Label
    options: tuple[Option, ...]
    key: tuple[str, ...]
    claims: tuple[str, ...]
    explanation: Label = Label()

    def __post_init__(self) -> None:
        known = [option.id for option in self.options]
        if len(set(known)) != len(known):
            raise InvalidValue("options of an exercise have different ids", where=self.id)
        if not self.key or not set(self.key) <= set(known):
            raise InvalidValue("the key of an exercise names at least one of its options, and nothing else", where=self.id)
        if self.kind is ExerciseKind.ORDER and sorted(self.key) != sorted(known):
            raise InvalidValue("the key of an ordering names every option", where=self.id)
        if self.difficulty not in (1, 2, 3):
            raise InvalidValue("the difficulty of an exercise is 1, 2 or 3", where=self.id)

    def right(self, chosen: tuple[str, ...]) -> bool:
        """Whether these options, in this order, are the key."""
        return chosen == self.key if self.kind is ExerciseKind.ORDER else set(chosen) == set(self.key)
