"""What became of every record that went in or out: kept, approximated (what became what), lost (why)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kgraph.exchange.meter import Meter

_PLACES = 5
_LONGEST = 200


class Outcome(Enum):
    """What became of one part of a record. Of a whole record, the worst of its parts."""

    KEPT = "kept"
    APPROXIMATED = "approximated"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The same thing happening to the same kind of part, counted.

    `note` says what an approximated part became, or why a lost one is lost; `places` are the first few where it happened.
    """

    outcome: Outcome
    what: str
    note: str
    count: int
    places: tuple[str, ...]


class Report:
    """The running account of one import or export.

    A record is opened with `start`, its parts are told with `kept`, `approximated` and `lost`, and `finish` closes it. A record
    that gives nothing at all is told with `unreadable`. Memory does not grow with the number of records: equal parts are counted,
    and only the first five places of each kind are held.

    Parameters
    ----------
    format : str
        The name of the format, such as ``drugmechdb``.

    Examples
    --------
    >>> report = Report("drugmechdb")
    >>> report.start("ketamine.yaml:1")
    >>> report.kept("decreases activity of")
    >>> report.approximated("positively correlated with", "increases, possible")
    >>> report.finish()
    >>> report.records
    {'read': 1, 'kept': 0, 'approximated': 1, 'partly lost': 0, 'lost': 0}
    """

    def __init__(self, format: str) -> None:
        self.format = format
        self.notes: list[str] = []
        self.meter = Meter()
        self._counts: dict[tuple[Outcome, str, str], int] = {}
        self._places: dict[tuple[Outcome, str, str], list[str]] = {}
        self._records = dict.fromkeys(("read", "kept", "approximated", "partly lost", "lost"), 0)
        self._place = ""
        self._worst = "kept"

    def start(self, place: str) -> None:
        """Opens a record; `place` is what a person needs to find it: file and line, or an identifier."""
        self._place = place
        self._worst = "kept"
        self._records["read"] += 1

    def kept(self, what: str) -> None:
        """A part that stands in the result as it stood in the source."""
        self._count(Outcome.KEPT, what, "")

    def approximated(self, what: str, became: str) -> None:
        """A part that stands in the result as something near it."""
        self._count(Outcome.APPROXIMATED, what, became)
        if self._worst == "kept":
            self._worst = "approximated"

    def lost(self, what: str, why: str) -> None:
        """A part that the result does not hold; the rest of its record goes on."""
        self._count(Outcome.LOST, what, why)
        self._worst = "partly lost"

    def finish(self) -> None:
        """Closes the record."""
        self._records[self._worst] += 1

    def abandon(self, what: str, why: str) -> None:
        """Closes the record as one that gave nothing."""
        self._count(Outcome.LOST, what, why)
        self._records["lost"] += 1

    def unreadable(self, place: str, why: str, *, what: str = "record") -> None:
        """A record, or the rest of a file, that could not be read at all."""
        self.start(place)
        self.abandon(what, why)

    def note(self, text: str) -> None:
        """Something that holds for all records, said once."""
        if text not in self.notes:
            self.notes.append(text)

    @property
    def records(self) -> Mapping[str, int]:
        """How many records were read, and how many of them were kept whole, approximated, lost in part, lost."""
        return dict(self._records)

    @property
    def whole(self) -> bool:
        """Whether nothing was lost."""
        return not (self._records["lost"] or any(outcome is Outcome.LOST for outcome, _, _ in self._counts))

    @property
    def lines(self) -> tuple[Line, ...]:
        """Lost first, then approximated, then kept; within each the most frequent first, then by name."""
        order = (Outcome.LOST, Outcome.APPROXIMATED, Outcome.KEPT)
        keys = sorted(self._counts, key=lambda key: (order.index(key[0]), -self._counts[key], key[1], key[2]))
        return tuple(
            Line(outcome=key[0], what=key[1], note=key[2], count=self._counts[key], places=tuple(self._places[key])) for key in keys
        )

    def table(self) -> tuple[tuple[str, str, str, str, str], ...]:
        """The lines as rows of text, under the headings outcome, what, note, count, where."""
        rows = ((line.outcome.value, line.what, line.note, str(line.count), ", ".join(line.places[:2])) for line in self.lines)
        return (("outcome", "what", "became or why", "count", "for instance"), *rows)

    def as_json(self) -> dict[str, object]:
        """The whole report as a value that `json` can write."""
        lines = [
            {"outcome": one.outcome.value, "what": one.what, "note": one.note, "count": one.count, "places": list(one.places)}
            for one in self.lines
        ]
        return {"format": self.format, "records": dict(self._records), "lines": lines, "notes": list(self.notes)}

    def _count(self, outcome: Outcome, what: str, note: str) -> None:
        key = (outcome, what if len(what) <= _LONGEST else what[:_LONGEST] + "…", note if len(note) <= _LONGEST else note[:_LONGEST] + "…")
        count = self._counts.get(key, 0)
        self._counts[key] = count + 1
        if count < _PLACES:
            self._places.setdefault(key, []).append(self._place)
