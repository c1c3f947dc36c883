"""What carries an answer: the claims whose loss or reversal changes it, and the answer without each reference, species or layer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kgraph.model import Mishap, Sign
from kgraph.reasoning.graph import SignedGraph, SignedLink

__all__ = ["Carrier", "Mishap", "Support", "Without", "carriers", "leaving_out"]

Answer = TypeVar("Answer")
Support = tuple[str, SignedLink]
"""A claim's id and the link that it supports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier(Generic[Answer]):
    """A claim, what is supposed of it, and the answer that is given then."""

    claim: str
    mishap: Mishap
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Without(Generic[Answer]):
    """The answer that is given without a group of claims, and whether it differs from the one with all."""

    group: str
    answer: Answer
    changed: bool


def carriers(
    supports: Iterable[Support], question: Callable[[SignedGraph], Answer], *, variables: Iterable[str] = ()
) -> tuple[Carrier[Answer], ...]:
    """The single claims whose loss or reversal changes the answer.

    Parameters
    ----------
    supports : iterable of (claim id, link)
        Every claim with the link it supports; a link stands as long as one claim supports it.
    question : callable
        Gives the answer on a graph, such as a verdict; answers are compared with ``==``.
    variables : iterable of str
        Variables that the graph must have even when a claim on them is lost.

    Returns
    -------
    tuple of Carrier
        By claim id, lost before reversed.

    Notes
    -----
    The question is asked up to twice for each claim. A claim of unknown sign cannot be reversed.

    Examples
    --------
    >>> from kgraph.reasoning import weigh
    >>> link = ("ketamine", "mTOR", Sign.PLUS)
    >>> ask = lambda graph: weigh(graph, ["ketamine"], ["mTOR"]).verdict.value
    >>> [(one.mishap.value, one.answer) for one in carriers([("claim:1", link)], ask)]
    [('lost', 'NO_CHAIN'), ('reversed', 'LOWERS')]
    """
    rows = sorted(supports, key=lambda row: (row[0], row[1][:2], row[1][2].value))
    names = {*variables, *(name for _, link in rows for name in link[:2])}
    full = question(_graph(rows, names))
    found = []
    for claim in dict.fromkeys(claim for claim, _ in rows):
        others = [row for row in rows if row[0] != claim]
        turned = [(one, (link[0], link[1], link[2] * Sign.MINUS)) for one, link in rows if one == claim]
        for mishap, changed in ((Mishap.LOST, others), (Mishap.REVERSED, others + turned)):
            answer = question(_graph(changed, names))
            if answer != full:
                found.append(Carrier(claim=claim, mishap=mishap, answer=answer))
    return tuple(found)


def leaving_out(
    supports: Iterable[Support],
    groups: Mapping[str, Iterable[str]],
    question: Callable[[SignedGraph], Answer],
    *,
    variables: Iterable[str] = (),
) -> tuple[Without[Answer], ...]:
    """The answer without each group of claims in turn: a reference, a species, a layer.

    Parameters
    ----------
    supports, question, variables
        As for `carriers`.
    groups : mapping of group to claim ids
        The claims that fall away with the group: for a reference, those that it alone supports.

    Returns
    -------
    tuple of Without
        One a group, by group.
    """
    rows = list(supports)
    names = {*variables, *(name for _, link in rows for name in link[:2])}
    full = question(_graph(rows, names))
    found = []
    for group in sorted(groups):
        gone = set(groups[group])
        answer = question(_graph([row for row in rows if row[0] not in gone], names))
        found.append(Without(group=group, answer=answer, changed=answer != full))
    return tuple(found)


def _graph(rows: Iterable[Support], names: Iterable[str]) -> SignedGraph:
    return SignedGraph.from_links((link for _, link in rows), variables=names)
