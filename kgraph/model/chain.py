"""Chains of links, explanations made of them, and findings. How chains are found: `kgraph.reasoning`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.errors import InvalidValue
from kgraph.model.claim import PREDICATE_OF, Claim
from kgraph.model.sign import Sign, Verdict
from kgraph.model.term import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """All claims that agree on subject, object and sign."""

    subject: Term
    object: Term
    sign: Sign
    claims: tuple[Claim, ...]

    def __post_init__(self) -> None:
        if not self.claims:
            raise InvalidValue("a link rests on at least one claim", where=f"{self.subject.id} -> {self.object.id}")

    @property
    def predicate(self) -> str:
        """The causal family that the sign stands for."""
        return PREDICATE_OF[self.sign]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A path of links that repeats no variable; its sign is the product of theirs.

    `mechanisms` are the ids of the mechanisms that hold every one of its links, so a chain that crosses from one
    mechanism into another has none.
    """

    links: tuple[Link, ...]
    mechanisms: tuple[str, ...] = ()

    @property
    def sign(self) -> Sign:
        """The net sign."""
        return Sign.product(link.sign for link in self.links)

    def __post_init__(self) -> None:
        if not self.links:
            raise InvalidValue("a chain has at least one link")
        for first, second in zip(self.links, self.links[1:], strict=False):
            if first.object.id != second.subject.id:
                raise InvalidValue("links of a chain meet end to end", where=f"{first.object.id}, {second.subject.id}")
        variables = [self.links[0].subject.id, *(link.object.id for link in self.links)]
        if len(set(variables)) != len(variables):
            raise InvalidValue("a chain never visits a variable twice", where=" -> ".join(variables))


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The chains from a source to a target, shortest first, and what they say together.

    `complete` is false when a limit stopped the search; `limit` then names it.
    """

    source: tuple[Term, ...]
    target: tuple[Term, ...]
    chains: tuple[Chain, ...]
    verdict: Verdict
    complete: bool
    limit: str = ""


class Severity(Enum):
    """How bad a finding is. Errors fail the check; warnings are for the curator's eyes."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong with the data: how bad, which gate saw it, where, what, and how to mend it."""

    severity: Severity
    gate: str
    rule: str
    where: str
    message: str
    remedy: str
