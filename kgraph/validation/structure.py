"""Rules of sense on how things hang together: rings, things that nothing uses, results that measure nothing, empty places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal

from kgraph.model import Finding
from kgraph.store.ids import short
from kgraph.validation.data import Data, Node, Value, entries_of, show, text_of
from kgraph.validation.findings import error, warning
from kgraph.validation.turtle_writer import natural
from kgraph.vocabulary.terms import KG, OA_END, OA_START, PART_OF

_BROADER = KG + "broader"
_MECHANISM = KG + "mechanism"
_MOST_OF_RING = 8
_MEASURES = tuple(KG + name for name in ("result", "change", "spread", "pValue", "significance"))


def rings(data: Data) -> Iterator[Finding]:
    """Things that are, through others, broader than, part of, or premise of themselves."""
    for predicate in (_BROADER, PART_OF, KG + "premise"):
        for ring in _rings(data.column(predicate)):
            told = [*map(show, ring), "…" if len(ring) == _MOST_OF_RING else show(ring[0])]
            yield error(
                "sense",
                "ring",
                data.where(ring[0]),
                f"{short(predicate)} goes in a ring: {' → '.join(told)}",
                f"take out the {short(predicate)} that points the wrong way",
            )


def unused_variables(data: Data) -> Iterator[Finding]:
    """Variables that no entry is about and that no other variable is special to."""
    used = {value for entry in entries_of(data) for predicate in _entry_predicates(data) for value in data.values(entry, predicate)}
    used |= {value for values in data.column(_BROADER).values() for value in values}
    for variable in data.instances(KG + "Variable") - used:
        yield warning(
            "sense", "unused-variable", data.where(variable), "no entry is about this variable", "use it in a claim, or delete it"
        )


def empty_mechanisms(data: Data) -> Iterator[Finding]:
    """Mechanisms that neither hold a claim nor have a branch that does."""
    held = {value for values in data.column(_MECHANISM).values() for value in values}
    held |= {whole for part in held for whole in data.values(part, PART_OF)}
    for mechanism in data.instances(KG + "Mechanism") - held:
        yield warning(
            "sense",
            "empty-mechanism",
            data.where(mechanism),
            "no claim belongs to this mechanism",
            "add kg:mechanism to its claims, or delete it",
        )


def results_without_measure(data: Data) -> Iterator[Finding]:
    """Results that give neither a number nor a direction."""
    for result in data.instances(KG + "Result"):
        if not any(data.values(result, predicate) for predicate in _MEASURES):
            yield error(
                "sense",
                "no-measure",
                data.where(result),
                "the result gives neither a number nor a change",
                "add kg:result [ a kg:Quantity ; kg:value … ; kg:unit … ], or kg:change; what measures nothing is a kg:Description",
            )


def spans(data: Data) -> Iterator[Finding]:
    """Locators that end before they begin, and sentences of one source that two locators name."""
    named: dict[tuple[str, str], list[Value]] = {}
    for locator in data.instances(KG + "Locator"):
        start, end = (data.one(locator, name) for name in (OA_START, OA_END))
        if start.isdecimal() and end.isdecimal() and natural(start) >= natural(end):
            yield error(
                "sense",
                "empty-place",
                data.where(locator),
                f"the place ends at {end}, before it begins at {start}",
                "mend oa:start and oa:end",
            )
        if sentence := data.one(locator, KG + "sentence"):
            named.setdefault((data.one(locator, KG + "source"), sentence), []).append(locator)
    for (_, sentence), locators in named.items():
        if len(locators) > 1:
            first, second, *_ = sorted(locators, key=text_of)
            yield error(
                "sense",
                "place-twice",
                data.where(second),
                f"{show(first)} names sentence {sentence} already",
                "keep one locator a sentence",
            )


def _entry_predicates(data: Data) -> tuple[str, ...]:
    """The predicates whose values can be what an entry is about."""
    names = ("subject", "object", "variable", "raised", "lowered", "blocked", "outcome")
    return tuple(KG + name for name in names if data.column(KG + name))


def _rings(arcs: Mapping[Node, list[Value]]) -> Iterator[list[Value]]:
    """For each arc that closes a ring, the ring from where the arc ends; depth first, in the order of IRIs."""
    done: set[Value] = set()
    for start in sorted(arcs, key=text_of):
        if start in done:
            continue
        trail: list[Value] = [start]
        place: dict[Value, int] = {start: 0}
        waiting = [iter(_ordered(arcs, start))]
        while trail:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                done.add(trail[-1])
                del place[trail.pop()]
            elif following in place:
                yield trail[place[following] : place[following] + _MOST_OF_RING]
            elif following not in done:
                place[following] = len(trail)
                trail.append(following)
                waiting.append(iter(_ordered(arcs, following)))


def _ordered(arcs: Mapping[Node, list[Value]], node: Value) -> list[Value]:
    return [] if isinstance(node, Literal) else sorted(arcs.get(node, ()), key=text_of)
