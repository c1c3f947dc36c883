"""Interventions, what they are predicted to do, and observations held against predictions. How these are found: `kgraph.reasoning`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.model.chain import Chain, Link
from kgraph.model.claim import Observation
from kgraph.model.sign import Change, Sign
from kgraph.model.term import Term


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


class Agreement(Enum):
    """How an observation stands to the model's prediction.

    ``explained``: the prediction is what was seen. ``contradicted``: it is something else. ``undetermined``: the model gives no sign.
    """

    EXPLAINED = "explained"
    CONTRADICTED = "contradicted"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervened:
    """One action, kept up on one variable."""

    variable: Term
    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person named, and the variables that it stands for in an intervention or as a target; `action` is ``None`` for a target.

    To raise, lower or clamp a thing is to do so to its most general variables; to block it is to hold all its variables and
    those narrower.
    """

    term: Term
    action: Action | None
    variables: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """What one variable does in the long run, and what shows it.

    `chains` holds one chain for *chains agree*, one of each sign for *opposing chains*, the chain with the link of unknown sign for
    *unknown link*; each starts at a variable that is pushed. `loop` holds the links of the loop that leaves the sign open.
    """

    variable: Term
    change: Change
    because: Because
    chains: tuple[Chain, ...] = ()
    loop: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """The chains from the pushed variables to one variable: those that stand, and those that a held variable cuts.

    `complete` is false when a limit may have left out chains.
    """

    variable: Term
    standing: tuple[Chain, ...]
    cut: tuple[Chain, ...]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An observation beside the prediction for its variable, with the chains that make the prediction."""

    observation: Observation
    agreement: Agreement
    predicted: Predicted
    routes: Routes


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposition:
    """The answer to a what-if question.

    `predictions` are sorted by variable; `routes` are told for the variables that were asked about, `observations` are those made
    under exactly these interventions. `complete` is false when a limit may have changed what is told.
    """

    asked: tuple[Asked, ...]
    interventions: tuple[Intervened, ...]
    assumption: Assumption
    predictions: tuple[Predicted, ...]
    routes: tuple[Routes, ...]
    observations: tuple[Judged, ...]
    complete: bool
