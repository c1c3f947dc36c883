"""The values of a what-if question on ids: interventions, predictions and their reasons. How it is solved: `whatif.py`."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model import Action, Assumption, Because, Change
from kgraph.reasoning.paths import Path

__all__ = ["Action", "Assumption", "Because", "Intervention", "Prediction", "Reason", "WhatIf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One action, kept up on one variable."""

    variable: str
    action: Action


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
