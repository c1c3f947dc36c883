"""How findings are made and ordered. What they are: `kgraph.model.Finding`."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.model import Finding, Severity
from kgraph.validation.turtle_writer import natural

GATES = ("syntax", "shape", "sense", "source")


def error(gate: str, rule: str, where: str, message: str, remedy: str) -> Finding:
    """A finding that fails the check."""
    return Finding(severity=Severity.ERROR, gate=gate, rule=rule, where=where, message=message, remedy=remedy)


def warning(gate: str, rule: str, where: str, message: str, remedy: str) -> Finding:
    """A finding for the curator's eyes."""
    return Finding(severity=Severity.WARNING, gate=gate, rule=rule, where=where, message=message, remedy=remedy)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By gate, then errors before warnings, then place; each finding once."""
    return tuple(sorted(set(findings), key=_key))


def _key(finding: Finding) -> tuple[int, bool, tuple[tuple[int, int, str], ...], str, str]:
    return (
        GATES.index(finding.gate),
        finding.severity is Severity.WARNING,
        natural(finding.where),
        finding.rule,
        finding.message,
    )


def listed(names: Iterable[str], *, most: int = 5) -> str:
    """Names in a sentence, the first few of many.

    Examples
    --------
    >>> listed(["claim:b", "claim:a"])
    'claim:a, claim:b'
    >>> listed("abc", most=2)
    'a, b and 1 more'
    """
    ordered = sorted(names, key=natural)
    more = len(ordered) - most
    return ", ".join(ordered) if more <= 0 else f"{', '.join(ordered[:most])} and {more} more"
