"""The values of a what-if question: interventions, assumptions, predictions and their reasons. How it is solved: `whatif.py`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.model import Change, Sign
from kgraph.reasoning.paths import Path


class Action(Enum):
    """What is done to a variable, and kept up.

    ``raise`` and ``lower`` push it, and feedback may still act on it. ``block`` holds it at its baseline, so that it transmits
    nothing. ``clamp+`` and ``clamp-`` hold it above or below its baseline, whatever acts on it.
    """

    RAISE = "raise"
    LOWER = "lower"
    BLOCK = "block"
    CLAMP_PLUS = "clamp+"
    CLAMP_MINUS = "clamp-"

    @property
    def push(self) -> Sign | None:
        """The sign of the push; ``None`` for a block."""
        return {"raise": Sign.PLUS, "clamp+": Sign.PLUS, "lower": Sign.MINUS, "clamp-": Sign.MINUS}.get(self.value)

    @property
    def holds(self) -> bool:
        """Whether the variable no longer answers to what acts on it."""
        return self not in (Action.RAISE, Action.LOWER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One action, kept up on one variable."""

    variable: str
    action: Action


class Assumption(Enum):
    """What is supposed of the unknown strengths, beside their signs.

    Both suppose that every variable falls back by itself when nothing acts on it (a self-loop that raises may outweigh that).
    ``stable``: the system, with the held variables held, returns to rest after a small push. ``every part stable``: so does every
    part of it, while the rest is held. The second is the stronger one: it settles more signs.
    """

    STABLE = "stable"
    EVERY_PART_STABLE = "every part stable"


class Because(Enum):
    """Why a prediction is what it is. The last four go with *undetermined*."""

    HELD = "held"
    NO_CHAIN = "no chain"
    CHAINS_AGREE = "chains agree"
    OPPOSING_CHAINS = "opposing chains"
    UNKNOWN_LINK = "unknown link"
    OPEN_LOOP = "open loop"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A kind of reason, and what shows it.

    `chains` holds one chain for *chains agree* (the shortest that was met), one of each sign for *opposing chains*, the chain
    with the link of unknown sign for *unknown link*. A chain starts at the variable that is pushed; for a variable that only
    its own push reaches it is empty. `loop` holds the loop that raises itself, whose strength leaves the sign open.
    """

    because: Because
    chains: tuple[Path, ...] = ()
    loop: Path = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What one variable does in the long run."""

    variable: str
    change: Change
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The predictions under some interventions, by variable id.

    `complete` is false when some prediction is undetermined only because the search for an answer was cut short.
    """

    interventions: tuple[Intervention, ...]
    assumption: Assumption
    predictions: tuple[Prediction, ...]
    complete: bool

    def of(self, variable: str) -> Prediction:
        """The prediction of one variable; `KeyError` when it was not asked for."""
        for prediction in self.predictions:
            if prediction.variable == variable:
                return prediction
        raise KeyError(variable)
