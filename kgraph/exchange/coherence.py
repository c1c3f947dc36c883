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
from collections.abc import Iterable

from kgraph.model import Audit, Coherence, Label, Route, Sign, SignedMechanism, Step


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
    >>> steps = (Step(subject="ketamine", object="receptor", word=Label(en="blocks"), sign=Sign.MINUS),
    ...          Step(subject="receptor", object="low mood", word=Label(en="causes"), sign=Sign.PLUS))
    >>> found = audit(SignedMechanism(id="m", label=Label(en="m"), start="ketamine", end="low mood", steps=steps))
    >>> found.coherence.value, found.routes[0].net.value
    ('coherent', '-')
    """
    paths, complete = _paths(mechanism, limit)
    routes = tuple(_route(steps, strict) for steps in paths)
    outcome, why = _outcome(mechanism, routes)
    return Audit(
        mechanism=mechanism,
        coherence=outcome,
        why=why,
        routes=routes,
        complete=complete,
        cyclic=_ring(mechanism.steps),
        bypasses=_bypasses(routes),
    )


def tally(audits: Iterable[Audit]) -> dict[str, int]:
    """How many mechanisms there are of each outcome; cyclic ones and ones with a bypass are counted beside, not instead."""
    counts = Counter({outcome.value: 0 for outcome in Coherence} | {"cyclic": 0, "redundant bypass": 0, "mechanisms": 0})
    for one in audits:
        counts["mechanisms"] += 1
        counts[one.coherence.value] += 1
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
    reasons: list[Label] = []
    passed: list[str] = []
    after: list[Sign] = []
    net = Sign.PLUS
    for step in steps:
        if step.sign is None and not strict:
            passed.append(step.word.en)
        elif step.sign is None:
            reasons.append(Label(en=f"'{step.word.en}' has no sign", zh=f"“{step.word.zh or step.word.en}”没有符号"))
        elif step.reversed:
            reasons.append(Label(en=f"'{step.word.en}' runs against the path", zh=f"“{step.word.zh or step.word.en}”与路径方向相反"))
        elif step.sign is Sign.UNKNOWN:
            reasons.append(Label(en=f"the sign of '{step.word.en}' is not reported", zh=f"“{step.word.zh or step.word.en}”的符号未报告"))
        else:
            net = net * step.sign
        after.append(Sign.UNKNOWN if reasons else net)
    if len(passed) == len(steps):
        reasons.append(Label(en="no step of it has a sign", zh="没有一步带有符号"))
        after = [Sign.UNKNOWN] * len(steps)
    return Route(
        steps=steps,
        net=None if reasons else net,
        open=_joined(reasons),
        passed_over=tuple(dict.fromkeys(passed)),
        after=tuple(after),
    )


def _outcome(mechanism: SignedMechanism, routes: tuple[Route, ...]) -> tuple[Coherence, Label]:
    nets = {route.net for route in routes if route.net is not None}
    if not routes:
        return Coherence.INDETERMINATE, _no_route(mechanism)
    if not nets:
        return Coherence.INDETERMINATE, _joined([route.open for route in routes])
    if len(nets) > 1:
        return Coherence.BRANCHES_DISAGREE, Label()
    return (Coherence.COHERENT if nets == {mechanism.purpose} else Coherence.NET_OPPOSITE), Label()


def _no_route(mechanism: SignedMechanism) -> Label:
    places = {place for step in mechanism.steps for place in (step.subject, step.object)}
    ends = ((mechanism.start, Label(en="start", zh="起点")), (mechanism.end, Label(en="end", zh="终点")))
    missing = [name for place, name in ends if place not in places]
    if not missing:
        return Label(en="no route from start to end", zh="从起点到终点没有路线")
    stand = "stand" if len(missing) > 1 else "stands"
    en, zh = " and the ".join(one.en for one in missing), "和".join(one.zh for one in missing)
    return Label(en=f"the {en} {stand} on no step", zh=f"{zh}不在任何一步上")


def _joined(reasons: list[Label]) -> Label:
    each = tuple(dict.fromkeys(reasons))
    return Label(en="; ".join(one.en for one in each), zh="；".join(one.zh for one in each))


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
