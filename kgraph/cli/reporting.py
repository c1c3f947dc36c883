"""What ``kgraph check`` writes: every finding with its place and how to mend it, and the sum of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.cli.output import remark, tell, with_colour

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings
    from kgraph.model import Finding
    from kgraph.validation import Report

_RED, _YELLOW, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[0m"


def tell_report(settings: Settings, report: Report) -> None:
    """Findings as text on a terminal, a row each in a pipe; what was looked at goes to stderr."""
    from kgraph.cli.writing import tell_list
    from kgraph.views.columns import findings_table
    from kgraph.views.tables import Format

    if settings.listing is Format.TABLE:
        tell("\n\n".join(_told(finding, colour=with_colour(settings)) for finding in report.findings))
    else:
        tell_list(settings, rows=lambda: findings_table(report.findings), records=lambda: [_record(finding) for finding in report.findings])
    looked = f"{_count(len(report.files), 'file')}, {_count(report.entries, 'entry', 'entries')}; gates: {', '.join(report.gates)}"
    remark(settings, f"{_count(len(report.errors), 'error')}, {_count(len(report.warnings), 'warning')} ({looked})")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _told(finding: Finding, *, colour: bool) -> str:
    word = finding.severity.value
    if colour:
        word = f"{_RED if word == 'error' else _YELLOW}{word}{_PLAIN}"
    return f"{word} [{finding.gate}: {finding.rule}] {finding.where}\n  {finding.message}\n  mend: {finding.remedy}"


def _record(finding: Finding) -> dict[str, str]:
    return {
        "severity": finding.severity.value,
        "gate": finding.gate,
        "rule": finding.rule,
        "where": finding.where,
        "message": finding.message,
        "remedy": finding.remedy,
    }
