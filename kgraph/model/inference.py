"""What tells rival mechanisms apart, and which interventions explain what was seen. No search here."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model.claim import Observation
from kgraph.model.prediction import Assumption, Intervened
from kgraph.model.sign import Change
from kgraph.model.term import Mechanism, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """An experiment, what each rival predicts for one variable, and the pairs of rivals that it tells apart.

    `changes` are in the order of the rivals. `observations` are those made under exactly these interventions on this variable.
    """

    interventions: tuple[Intervened, ...]
    variable: Term
    changes: tuple[Change, ...]
    pairs: tuple[tuple[str, str], ...]
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rivalry:
    """Rival mechanisms and the experiments on which they predict different things, most pairs told apart first.

    `base` is done in every experiment; `found` counts all experiments, of which `splittings` may tell fewer.
    """

    rivals: tuple[Mechanism, ...]
    base: tuple[Intervened, ...]
    readouts: tuple[Term, ...]
    assumption: Assumption
    splittings: tuple[Splitting, ...]
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explaining:
    """Interventions, and what they predict for each change that was seen, in the order of these."""

    interventions: tuple[Intervened, ...]
    predicted: tuple[Change, ...]
    right: int
    wrong: int
    undetermined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """What was seen to change, and the interventions that explain it, best first; `complete` is false when not all were tried."""

    seen: tuple[tuple[Term, Change], ...]
    assumption: Assumption
    causes: tuple[Explaining, ...]
    complete: bool = True
