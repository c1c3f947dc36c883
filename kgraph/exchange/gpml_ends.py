"""What the ends of a line are about: things, members of groups, and what other lines act on, where an end sits on one of those.

A line on an anchor acts on the line that has the anchor. What raises an effect raises what the effect raises, and lowers what it
lowers: the sign of the end is the sign of that line. What speeds up the change of one substance into another leaves less of the first;
as a claim that would contradict the change itself on every chain (less of the first, less of the second), so it stays beside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kgraph.exchange.gpml_pathway import Line, Pathway, Point
from kgraph.exchange.gpml_table import HEADS, NO_HEAD, PLAIN, Act, Head
from kgraph.exchange.gpml_things import Things
from kgraph.model import Sign

_DEPTH = 6
_MOST = 200
AS_CHANGE = Head(Act.CHANGE, "+", "Abundance", exact=False, reason="an arrow from one substance to another is read as a change")
NOTHING = "an end of it is attached to nothing"
NOT_THERE = "an end of it is on something that is not in the file"
NO_DIRECTION = "it acts on a line that has no direction"
TOO_MANY = f"it joins more than {_MOST} pairs of things"
ROUND = "its ends lead back to itself"
FORK = "a fork in a drawn line, not a relation"


@dataclass(frozen=True, slots=True)
class End:
    """A thing that a line is about. `sign`: what more of the effect on this end does to the thing.

    `beside`: it is used up by what is acted on, and is no step of a chain.
    """

    thing: str
    sign: Sign = Sign.PLUS
    aspect: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One direction of a line: from what, to what, and how the head is drawn."""

    source: Point
    target: Point
    head: Head
    word: str


@dataclass(slots=True)
class Ends:
    """Resolves the ends of the lines of one pathway. `notes` and `why` tell of the line that was asked for last."""

    pathway: Pathway
    things: Things
    notes: list[tuple[str, str]] = field(default_factory=list)
    why: str = ""
    _on: dict[str, Line] = field(default_factory=dict)
    _budget: int = 0

    def __post_init__(self) -> None:
        for line in self.pathway.lines:
            for name in (line.id, *line.anchors):
                if name:
                    self._on.setdefault(name, line)

    def readings(self, line: Line) -> tuple[Reading, ...]:
        """The directions of a line: one for each end with a head, and one without where there is none."""
        if line.ends is None:
            return ()
        first, last = line.ends
        found = [
            Reading(source, target, self._head(source, target), target.head)
            for source, target in ((first, last), (last, first))
            if target.head.casefold() not in NO_HEAD and target.head.casefold() in HEADS
        ]
        plain = all(point.head.casefold() in NO_HEAD for point in (first, last))
        return tuple(found) or ((Reading(first, last, PLAIN, "Line"),) if plain else ())

    def pairs(self, reading: Reading) -> tuple[tuple[End, End], ...]:
        """What acts, and what it acts on; empty where that cannot be told, and `why` says so."""
        self.notes, self.why, self._budget = [], "", _MOST
        if not reading.source.on or not reading.target.on:
            self.why = NOTHING
            return ()
        sources = tuple(self._sources(reading.source, ()))
        targets = tuple(self._targets(reading.target, reading.head, ()))
        if self.why:
            return ()
        if len(sources) * len(targets) > _MOST:
            self.why = TOO_MANY
            return ()
        return tuple((source, target) for source in sources for target in targets)

    def _sources(self, point: Point, passed: tuple[str, ...]) -> Iterator[End]:
        """What acts at this end. An end on another line stands for what that line comes from."""
        line = self._step(point, passed)
        if line is None:
            yield from self._here(point, "")
            return
        self._note("end on another line", "what that line comes from")
        for reading in self.readings(line):
            yield from self._sources(reading.source, (*passed, point.on))

    def _targets(self, point: Point, head: Head, passed: tuple[str, ...]) -> Iterator[End]:
        """What is acted on at this end."""
        line = self._step(point, passed)
        if line is None:
            yield from self._here(point, head.aspect)
            return
        self._note("end on another line", "what that line acts on, with its sign")
        readings = self.readings(line)
        if all(reading.head.act is Act.BOND for reading in readings):
            if head.act is not Act.BOND:
                self._fail(NO_DIRECTION)
                return
            yield from (End(end.thing) for reading in readings for end in self._targets(reading.target, head, (*passed, point.on)))
            return
        for reading in readings:
            if reading.head.act is Act.BOND:
                continue
            for end in self._targets(reading.target, reading.head, (*passed, point.on)):
                yield replace(end, sign=Sign.of(reading.head.sign) * end.sign)
            if reading.head.act is Act.CHANGE and head.act is Act.EFFECT:
                used = self._sources(reading.source, (*passed, point.on))
                yield from (End(end.thing, Sign.MINUS, "Abundance", beside=True) for end in used)

    def _step(self, point: Point, passed: tuple[str, ...]) -> Line | None:
        """The line that an end sits on; ``None`` where it sits on a thing, or where `why` says what is wrong."""
        self._budget -= 1
        if self.things.is_thing(point.on) or self.why:
            return None
        line = self._on.get(point.on)
        if not point.on:
            self._fail(NOTHING)
        elif line is None:
            self._fail(NOT_THERE)
        elif point.on in passed or len(passed) >= _DEPTH:
            self._fail(ROUND)
        elif self._budget < 0:
            self._fail(TOO_MANY)
        else:
            return line
        return None

    def _here(self, point: Point, aspect: str) -> Iterator[End]:
        if self.why:
            return
        meant = self.things.meant(point.on)
        if meant != [point.on]:
            self._note("line on a group", "the same line on each of its members")
        self._budget -= len(meant)
        yield from (End(one, aspect=aspect) for one in meant)

    def _head(self, source: Point, target: Point) -> Head:
        head = HEADS[target.head.casefold()]
        if head.act is Act.EFFECT and head.sign == "?" and head.exact and all(self.things.is_substance(one.on) for one in (source, target)):
            return AS_CHANGE
        return head

    def _note(self, what: str, became: str) -> None:
        if (what, became) not in self.notes:
            self.notes.append((what, became))

    def _fail(self, why: str) -> None:
        self.why = self.why or why
