"""Two graphs held against each other: the links that both have, that one has, that they contradict, and the answers that change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.model.claim import Claim
from kgraph.model.sign import Sign
from kgraph.model.term import Term


class Standing(Enum):
    """Which of two graphs has a link; *opposite* where each has the other's sign and neither has both."""

    SHARED = "shared"
    FIRST = "first only"
    SECOND = "second only"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One pair of variables in both graphs: its sign, or for *opposite* the sign in the first, with the claims of each."""

    standing: Standing
    subject: Term
    object: Term
    sign: Sign
    first: tuple[Claim, ...]
    second: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One question put to both graphs: in words, the answer of each (``not known`` where a name is not in it), and its number of chains."""

    question: str
    first: str
    second: str
    first_chains: int
    second_chains: int

    @property
    def changes(self) -> bool:
        """Whether the answers differ; more or fewer chains alone are no change."""
        return self.first != self.second


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All differences, by standing and then by the names of the ends; and the answers, in the order of the questions."""

    differences: tuple[Difference, ...]
    answers: tuple[Answered, ...]

    def of(self, standing: Standing) -> tuple[Difference, ...]:
        """The links of one standing."""
        return tuple(one for one in self.differences if one.standing is standing)
