"""Lessons: a mechanism told step by step, with questions. How they are put together: `kgraph.questions`; their pages: `kgraph.views`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.errors import InvalidValue
from kgraph.model.chain import Chain, Link
from kgraph.model.claim import Entry
from kgraph.model.exercise import Exercise
from kgraph.model.inference import Rivalry
from kgraph.model.prediction import Supposition
from kgraph.model.term import Label, Mechanism, Variable


class RemarkKind(Enum):
    """What a teacher adds to what the claims say. Facts, reasons and misconceptions name the entries that they rest on."""

    FACT = "fact"
    WHY = "why"
    MISCONCEPTION = "misconception"
    ANALOGY = "analogy"
    ASK = "ask"

    @property
    def states(self) -> bool:
        """Whether it says something about the world, for which entries must stand."""
        return self in (RemarkKind.FACT, RemarkKind.WHY, RemarkKind.MISCONCEPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A few sentences written by hand: `about` are the ids of the entries that they rest on, or stand beside."""

    kind: RemarkKind
    text: Label
    about: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind.states and not self.about:
            raise InvalidValue(f"a remark of kind '{self.kind.value}' names the entries that it rests on", where=self.text.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A lesson as its file gives it: about one mechanism, several side by side, or the entries of its parts.

    `parts` are (title, ids of entries, name of a plot or nothing), in order.
    """

    id: str
    title: Label = Label()
    summary: Label = Label()
    mechanisms: tuple[str, ...] = ()
    goals: tuple[Label, ...] = ()
    remarks: tuple[Remark, ...] = ()
    parts: tuple[tuple[Label, tuple[str, ...], str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonStep:
    """One step: the links that it tells, or the entries; what a teacher adds; and what is to be predicted before it is told.

    `beside` are the entries that remarks rest on and that the step does not tell itself. `kin` is a variable that the step reaches,
    and those that are easily taken for it. `together` says that the solver answered the guess from all claims, and not from the
    mechanism alone.
    """

    title: Label
    links: tuple[Link, ...] = ()
    entries: tuple[Entry, ...] = ()
    remarks: tuple[Remark, ...] = ()
    guess: Supposition | None = None
    mechanism: str = ""
    plot: str = ""
    beside: tuple[Entry, ...] = ()
    kin: tuple[Variable, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson: its goals, the chains it tells, its steps, the rivals of what it tells, and a quiz with keys by the solver."""

    id: str
    title: Label
    summary: Label
    goals: tuple[Label, ...]
    mechanisms: tuple[Mechanism, ...]
    chains: tuple[Chain, ...]
    steps: tuple[LessonStep, ...]
    rivalry: Rivalry | None = None
    quiz: tuple[Exercise, ...] = ()
