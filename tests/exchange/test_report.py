"""What became of records: counted, placed, and told as table and JSON."""

from __future__ import annotations

import json

from kgraph.exchange import Report
from kgraph.exchange.report import Outcome as Part
from kgraph.model import Coherence


def test_a_record_is_as_good_as_its_worst_part() -> None:
    report = Report("x")
    for parts in (("kept",), ("kept", "approximated"), ("lost", "approximated")):
        report.start("here")
        for part in parts:
            report.kept("a") if part == "kept" else getattr(report, part)("a", "why")
        report.finish()
    report.unreadable("there", "broken")
    assert report.records == {"read": 4, "kept": 1, "approximated": 1, "partly lost": 1, "lost": 1}
    assert not report.whole


def test_equal_parts_are_counted_and_only_the_first_places_are_held() -> None:
    report = Report("x")
    for place in range(100):
        report.start(str(place))
        report.lost("link", "no end")
        report.finish()
    (line,) = report.lines
    assert (line.outcome, line.count, line.places) == (Part.LOST, 100, ("0", "1", "2", "3", "4"))


def test_losses_come_first_in_the_table_and_the_json_can_be_written() -> None:
    report = Report("x")
    report.start("one")
    report.kept("claim")
    report.approximated("aspect", "activity")
    report.lost("link", "no end")
    report.finish()
    assert [row[0] for row in report.table()] == ["outcome", "lost", "approximated", "kept"]
    assert json.loads(json.dumps(report.as_json()))["records"]["read"] == 1


def test_outcomes_of_audits_and_of_parts_are_different_things() -> None:
    assert {one.value for one in Coherence}.isdisjoint(one.value for one in Part)
