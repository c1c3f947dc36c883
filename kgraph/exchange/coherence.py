"""Does a mechanism from a drug to a disease do what it is for? The product of signs along every route, as a pure function.

A *mechanism* is a set of signed steps with a start (the drug), an end (the disease) and a purpose: the sign that the start should
have on the end, which for a treatment is minus. A *route* is a path of steps from start to end that repeats no place. Its net sign
is the product of the signs of its steps (Harary 1953, doi:10.1307/mmj/1028989917)::

    fluoxetine --(-)--> transporter --(+)--> uptake --(-)--> serotonin --(-)--> mood disorder --(+)--> depression        net -

A step without a sign that only says where or what (``in taxon``) is passed over, and the route says so; a step whose sign is not
reported, or which runs against the path, leaves the net sign of its route open. Nothing here knows a format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kgraph.model import Sign


class Outcome(Enum):
    """What the routes of a mechanism say together, against its purpose.

    ``COHERENT``: every determined route has the sign of the purpose. ``NET_OPPOSITE``: every one has the other sign (net positive
    where a disease should fall). ``BRANCHES_DISAGREE``: there are both. ``INDETERMINATE``: no route is determined.
    """

    COHERENT = "coherent"
    NET_OPPOSITE = "net positive"
    BRANCHES_DISAGREE = "branches disagree"
    INDETERMINATE = "indeterminate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step as its source wrote it: `sign` is ``None`` for one that only says where or what; `reason` is why it has this sign."""

    subject: str
    object: str
    word: str
    sign: Sign | None
    reversed: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedMechanism:
    """A mechanism ready to be audited. `names` gives the words for the places of its steps."""

    id: str
    label: str
    start: str
    end: str
    steps: tuple[Step, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    purpose: Sign = Sign.MINUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One route with its net sign; ``None`` where that is open, and `open` then says why.

    `passed_over` are the words of the steps that have no sign and were passed over. `after` holds the net sign after each step:
    what the start has done to the place reached so far; ``?`` from the first open step on.
    """

    steps: tuple[Step, ...]
    net: Sign | None
    open: str
    passed_over: tuple[str, ...]
    after: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What the audit of one mechanism found.

    Attributes
    ----------
    outcome : Outcome
    why : str
        The reason of an indeterminate outcome; empty for the others.
    routes : tuple of Route
        Shortest first, then in the order of the steps.
    complete : bool
        False when the limit on routes stopped the search.
    cyclic : tuple of str
        Places of one ring in the mechanism, in order; empty when there is none.
    bypasses : tuple of Route
        Routes that leave out places which a longer route goes through, in the same order, with the same net sign or an open one.
    """

    mechanism: SignedMechanism
    outcome: Outcome
    why: str
    routes: tuple[Route, ...]
    complete: bool
    cyclic: tuple[str, ...]
    bypasses: tuple[Route, ...]


def audit(mechanism: SignedMechanism, *, strict: bool = False, limit: int = 1000) -> Audit:
    """Whether the product of signs of a mechanism agrees with its purpose.

    Parameters
    ----------
    mechanism : SignedMechanism
    strict : bool
        Whether a step without a sign leaves its route open, instead of being passed over.
    limit : int
        The most routes that are looked at.

    Returns
    -------
    Audit

    Notes
    -----
    Costs one walk over the routes; a curated mechanism has a handful. Their number can grow as two to the number of steps, which is
    what `limit` is for.

    Examples
    --------
    >>> steps = (Step(subject="ketamine", object="receptor", word="blocks", sign=Sign.MINUS),
    ...          Step(subject="receptor", object="low mood", word="causes", sign=Sign.PLUS))
    >>> found = audit(SignedMechanism(id="m", label="m", start="ketamine", end="low mood", steps=steps))
    >>> found.outcome.value, found.routes[0].net.value
    ('coherent', '-')
    """
    paths, complete = _paths(mechanism, limit)
    routes = tuple(_route(steps, strict) for steps in paths)
    outcome, why = _outcome(mechanism, routes)
    return Audit(
        mechanism=mechanism,
        outcome=outcome,
        why=why,
        routes=routes,
        complete=complete,
        cyclic=_ring(mechanism.steps),
        bypasses=_bypasses(routes),
    )


def tally(audits: Iterable[Audit]) -> dict[str, int]:
    """How many mechanisms there are of each outcome; cyclic ones and ones with a bypass are counted beside, not instead."""
    counts = Counter({outcome.value: 0 for outcome in Outcome} | {"cyclic": 0, "redundant bypass": 0, "mechanisms": 0})
    for one in audits:
        counts["mechanisms"] += 1
        counts[one.outcome.value] += 1
        counts["cyclic"] += bool(one.cyclic)
        counts["redundant bypass"] += bool(one.bypasses)
    return dict(counts)


def _paths(mechanism: SignedMechanism, limit: int) -> tuple[list[tuple[Step, ...]], bool]:
    """The simple paths from start to end, shortest first; and whether these are all."""
    leaving: dict[str, list[Step]] = {}
    for each in dict.fromkeys(mechanism.steps):
        leaving.setdefault(each.subject, []).append(each)
    found: list[tuple[Step, ...]] = []
    trail: list[Step] = []
    seen = {mechanism.start}
    waiting = [iter(leaving.get(mechanism.start, ()))]
    # Each look at a step costs; a maze without a way out must end as well.
    looks = 200 * limit
    while waiting and len(found) < limit and looks > 0:
        looks -= 1
        step = next(waiting[-1], None)
        if step is None:
            waiting.pop()
            if trail:
                seen.discard(trail.pop().object)
            continue
        if step.object == mechanism.end and mechanism.end != mechanism.start:
            found.append((*trail, step))
        elif step.object not in seen:
            seen.add(step.object)
            trail.append(step)
            waiting.append(iter(leaving.get(step.object, ())))
    return sorted(found, key=len), not waiting


def _route(steps: tuple[Step, ...], strict: bool) -> Route:
    """The net sign of one path, and what stands against it."""
    reasons: list[str] = []
    passed: list[str] = []
    after: list[Sign] = []
    net = Sign.PLUS
    for step in steps:
        if step.sign is None and not strict:
            passed.append(step.word)
        elif step.sign is None:
            reasons.append(f"'{step.word}' has no sign")
        elif step.reversed:
            reasons.append(f"'{step.word}' runs against the path")
        elif step.sign is Sign.UNKNOWN:
            reasons.append(f"the sign of '{step.word}' is not reported")
        else:
            net = net * step.sign
        after.append(Sign.UNKNOWN if reasons else net)
    if len(passed) == len(steps):
        reasons.append("no step of it has a sign")
        after = [Sign.UNKNOWN] * len(steps)
    return Route(
        steps=steps,
        net=None if reasons else net,
        open="; ".join(dict.fromkeys(reasons)),
        passed_over=tuple(dict.fromkeys(passed)),
        after=tuple(after),
    )


def _outcome(mechanism: SignedMechanism, routes: tuple[Route, ...]) -> tuple[Outcome, str]:
    nets = {route.net for route in routes if route.net is not None}
    if not routes:
        ends = {place for step in mechanism.steps for place in (step.subject, step.object)}
        missing = [name for place, name in ((mechanism.start, "start"), (mechanism.end, "end")) if place not in ends]
        return Outcome.INDETERMINATE, f"the {' and the '.join(missing)} stand on no step" if missing else "no route from start to end"
    if not nets:
        return Outcome.INDETERMINATE, "; ".join(dict.fromkeys(route.open for route in routes))
    if len(nets) > 1:
        return Outcome.BRANCHES_DISAGREE, ""
    return (Outcome.COHERENT if nets == {mechanism.purpose} else Outcome.NET_OPPOSITE), ""


def _bypasses(routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """Routes whose places are some, not all, of those of a longer route, in the same order, where the net signs do not differ."""
    found = []
    for short in routes:
        places = [step.object for step in short.steps]
        longer = (
            other for other in routes if len(other.steps) > len(short.steps) and (None in (short.net, other.net) or other.net is short.net)
        )
        if any(_is_within(places, other.steps) for other in longer):
            found.append(short)
    return tuple(found)


def _is_within(places: list[str], steps: tuple[Step, ...]) -> bool:
    rest = iter([step.object for step in steps])
    return all(place in rest for place in places)


def _ring(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The first ring that a walk in the order of the steps meets; reversed steps are walked as written."""
    leaving: dict[str, list[str]] = {}
    for step in steps:
        leaving.setdefault(step.subject, []).append(step.object)
    done: set[str] = set()
    for start in leaving:
        if start in done:
            continue
        trail, place, waiting = [start], {start: 0}, [iter(leaving[start])]
        while trail:
            following = next(waiting[-1], "")
            if not following:
                waiting.pop()
                done.add(trail[-1])
                del place[trail.pop()]
            elif following in place:
                return tuple(trail[place[following] :])
            elif following not in done:
                place[following] = len(trail)
                trail.append(following)
                waiting.append(iter(leaving.get(following, ())))
    return ()
