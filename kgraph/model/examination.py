"""What a question about the model itself answers: mending hypotheses, needs, cuts, carriers, rivals, causes. No search here."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model.chain import Chain, Link
from kgraph.model.prediction import Assumption, Intervened, Judged
from kgraph.model.sign import Change
from kgraph.model.term import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """That a variable changes so under some interventions."""

    interventions: tuple[Intervened, ...]
    variable: Term
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """A hypothesis, never used in answers: the model would agree with an observation without some links and with some others.

    `refuted_by` are outcomes that would speak against it: the changed model excludes them.
    """

    removed: tuple[Link, ...]
    added: tuple[Link, ...]
    refuted_by: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Convergence:
    """Links by which chains that avoid a blocked variable would reach it all the same.

    `ways` are distinct ways, most chains first, each with the chains that would take it; `apart` are the chains from which none leads.
    """

    variable: Term
    ways: tuple[tuple[tuple[Link, ...], tuple[Chain, ...]], ...]
    apart: tuple[Chain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """An observation held against the model. The last three fields are filled only where the model contradicts it.

    `mendings` are the smallest ones; `searched` is the most changes that were tried, and `complete` false when a limit cut the list.
    """

    judged: Judged
    mendings: tuple[Mending, ...] = ()
    searched: int = 0
    complete: bool = True
    convergences: tuple[Convergence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Observations held against the model, by id."""

    assumption: Assumption
    examined: tuple[Examined, ...]
