"""What lies upstream or downstream of something, and with which signs. The search: `kgraph.reasoning`."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model.sign import Sign, Verdict
from kgraph.model.term import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    """A variable at the other end of chains: how many links the shortest has, and the signs of all of them.

    `complete` is false when a chain of a further sign was not ruled out.
    """

    variable: Term
    links: int
    signs: tuple[Sign, ...]
    complete: bool = True

    @property
    def verdict(self) -> Verdict:
        """What raising the upstream end does by these chains; undetermined when a contrary chain was not ruled out."""
        verdict = Verdict.over(self.signs)
        return Verdict.UNDETERMINED if verdict in (Verdict.RAISES, Verdict.LOWERS) and not self.complete else verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Everything upstream (`against` the links) or downstream of some variables, nearest first, then by id.

    `hidden` counts what lies further away than the longest chain that was asked for, or beyond the most that were to be told; `limit`
    then names the limit.
    """

    of: tuple[Term, ...]
    against: bool
    variables: tuple[Reachable, ...]
    hidden: int = 0
    limit: str = ""

    @property
    def complete(self) -> bool:
        """Whether nothing was left out and no sign is open."""
        return not self.hidden and all(one.complete for one in self.variables)
