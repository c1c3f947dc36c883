"""What a question about the model itself answers: mending hypotheses, needs, cuts, carriers, rivals, causes. No search here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.model.chain import Chain, Link
from kgraph.model.claim import Claim
from kgraph.model.prediction import Assumption, Intervened, Judged, Predicted
from kgraph.model.sign import Change, Verdict
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What every chain from a source to a target passes, in the order in which it is passed.

    `links` holds, for each pair of variables that every chain passes, all links that join it. `direct` are the links that lead
    straight from a source to a target; while they count, nothing between is needed. `without_direct` says that they were left out.
    """

    source: tuple[Term, ...]
    target: tuple[Term, ...]
    variables: tuple[Term, ...]
    links: tuple[tuple[Link, ...], ...]
    any_chain: bool
    direct: tuple[Link, ...] = ()
    without_direct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Sets of variables whose block leaves no chain, smallest first.

    `size` is that of the smallest; ``None`` when none is, because a direct link leads from a source to a target; 0 without a chain.
    """

    source: tuple[Term, ...]
    target: tuple[Term, ...]
    size: int | None
    sets: tuple[tuple[Term, ...], ...]
    complete: bool
    limit: str = ""
    direct: tuple[Link, ...] = ()
    without_direct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What brings an effect on one variable back under a block.

    `before` is the prediction without the block, `under` the one with it. `wanted` is ``None`` where no effect could be lost, because the
    prediction without the block is not raised or lowered. `needed` is false when the effect stands anyway;
    `complete` when not all variables were tried. `found` are single interventions; only where none does, `sets` holds the smallest
    sets of several, and `limit` names what left sets untried.
    """

    before: Predicted
    under: Predicted
    wanted: Change | None
    needed: bool
    found: tuple[Intervened, ...]
    complete: bool = True
    sets: tuple[tuple[Intervened, ...], ...] = ()
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """The rescues of each target variable, by id."""

    interventions: tuple[Intervened, ...]
    assumption: Assumption
    rescues: tuple[Rescue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Claims that raise and claims that lower, about one pair of variables or about one pair and a more general one.

    `general` is true when the pairs differ. `separated_by` names the context fields whose stated values differ between the two sides
    without overlap; empty: unresolved.
    """

    raising: tuple[Claim, ...]
    lowering: tuple[Claim, ...]
    general: bool
    separated_by: tuple[str, ...]

    @property
    def resolved(self) -> bool:
        """Whether some context field tells the two sides apart."""
        return bool(self.separated_by)


class Mishap(Enum):
    """What is supposed to happen to a claim: it is lost, or it turns out to have the opposite sign."""

    LOST = "lost"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """A claim, what is supposed of it, and the verdict that is given then."""

    claim: Claim
    mishap: Mishap
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The verdict without one reference, species or layer (`kind`), named by its id in `group`; `claims` fall away with it."""

    kind: str
    group: str
    claims: tuple[str, ...]
    verdict: Verdict
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What carries a verdict.

    `carriers` are the claims whose loss or reversal changes it; `left_out` tells the verdict without each reference, species and layer;
    `animal_only` are the links on the way whose evidence names species, but never humans. `complete` is false when a limit stopped a
    search for a chain.
    """

    source: tuple[Term, ...]
    target: tuple[Term, ...]
    verdict: Verdict
    claims: int
    carriers: tuple[Carrying, ...]
    left_out: tuple[LeftOut, ...]
    animal_only: tuple[Link, ...]
    complete: bool
    direct: tuple[Link, ...] = ()
    without_direct: bool = False
