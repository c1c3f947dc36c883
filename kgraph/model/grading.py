"""A chain that somebody wrote down, judged link by link. How it is read: `kgraph.exchange`; how it is judged: `kgraph.questions`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.errors import InvalidValue
from kgraph.model.chain import Chain, Link
from kgraph.model.claim import Entry
from kgraph.model.sign import Sign, Verdict
from kgraph.model.term import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenStep:
    """One arrow as somebody wrote it: two names and a sign; `?` where the arrow leaves the sign open."""

    subject: str
    sign: Sign
    object: str

    def __post_init__(self) -> None:
        if not self.subject.strip() or not self.object.strip():
            raise InvalidValue("an arrow has a name on either side", where=f"{self.subject} … {self.object}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenChain:
    """Arrows that somebody wrote one after the other; `where` is the line or the place in the file."""

    steps: tuple[WrittenStep, ...]
    where: str = ""

    def __post_init__(self) -> None:
        if not self.steps:
            raise InvalidValue("a chain has at least one arrow", where=self.where)

    @property
    def sign(self) -> Sign:
        """The net sign."""
        return Sign.product(step.sign for step in self.steps)


class Mark(Enum):
    """How a written link stands to the claims.

    ``right``: a claim says so. ``wrong sign``: claims join the pair, with the other sign. ``sign not reported``: claims join the
    pair, and no source gives the sign. ``too general``, ``too special``: a claim says so of a more special, or a more general
    variable. ``reversed``: a claim says it the other way round. ``skips``: no claim joins the pair, and a chain of claims does,
    with this sign. ``contradicted``: so does one, and every such chain has the other sign. ``unsupported``: nothing in the graph
    says so, which speaks of the graph and not of nature. ``unknown name``: a name leads to nothing, or to several things.
    """

    RIGHT = "right"
    WRONG_SIGN = "wrong sign"
    SIGN_NOT_REPORTED = "sign not reported"
    TOO_GENERAL = "too general"
    TOO_SPECIAL = "too special"
    REVERSED = "reversed"
    SKIPS = "skips"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    UNKNOWN_NAME = "unknown name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a written name was taken to name; ``None`` with the nearest names where it names nothing, or several things.

    `exact` is false where only a spelling close to it is known, such as the singular of a plural, or the name without words that a
    single variable adds: a reader is told.
    """

    written: str
    term: Term | None
    variables: tuple[Term, ...] = ()
    exact: bool = True
    near: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedStep:
    """A written link with its mark and what shows it.

    `links` are those of the claims that the mark rests on: the same link, the reversed one, the special one. `against` are links of
    the other sign between the same variables; `chain` is the chain that a skipping step leaves out, or that contradicts it;
    `beside` are associations, which are no causes.
    """

    written: WrittenStep
    subject: Reading
    object: Reading
    mark: Mark
    links: tuple[Link, ...] = ()
    against: tuple[Link, ...] = ()
    chain: Chain | None = None
    beside: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedChain:
    """A written chain, judged: each step, and its net sign beside the verdict on all chains between its ends.

    `verdict` is ``None`` where an end is unknown.
    """

    written: WrittenChain
    steps: tuple[GradedStep, ...]
    verdict: Verdict | None

    @property
    def right(self) -> bool:
        """Whether every step is right."""
        return all(step.mark is Mark.RIGHT for step in self.steps)

    @property
    def unknown(self) -> bool:
        """Whether a name is unknown."""
        return any(step.mark is Mark.UNKNOWN_NAME for step in self.steps)

    @property
    def net_agrees(self) -> bool | None:
        """Whether the net sign is the one that the chains of the graph have; ``None`` where either leaves it open, or a name is unknown."""
        definite = {Verdict.RAISES: Sign.PLUS, Verdict.LOWERS: Sign.MINUS}
        if self.verdict not in definite or self.written.sign is Sign.UNKNOWN or self.unknown:
            return None
        return definite[self.verdict] is self.written.sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """All chains that somebody wrote, judged."""

    chains: tuple[GradedChain, ...]

    @property
    def right(self) -> bool:
        """Whether every step of every chain is right."""
        return all(chain.right for chain in self.chains)

    @property
    def unknown(self) -> bool:
        """Whether any name is unknown."""
        return any(chain.unknown for chain in self.chains)
