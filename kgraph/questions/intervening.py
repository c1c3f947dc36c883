"""From names and what is done to them to interventions on variables. What the interventions do: `supposing.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.errors import InvalidValue
from kgraph.model import Action, Asked, Intervened, Observation, Sign, Term, Variable
from kgraph.questions.gathering import LinkGatherer
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.reasoning import Intervention
from kgraph.store import Knowledge

_DONE = {
    Action.RAISE: "raised",
    Action.LOWER: "lowered",
    Action.BLOCK: "blocked",
    Action.CLAMP_PLUS: "clamped above",
    Action.CLAMP_MINUS: "clamped below",
}


def asked_of(
    knowledge: Knowledge,
    *,
    raised: Iterable[str] = (),
    lowered: Iterable[str] = (),
    blocked: Iterable[str] = (),
    clamped: Iterable[tuple[str, Sign]] = (),
) -> tuple[Asked, ...]:
    """What each name of an intervention stands for, in the order raised, lowered, blocked, clamped.

    To raise, lower or clamp a thing is to do so to its most general variables, those not narrower than another variable of
    it; to block it is to hold all its variables and those narrower.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For a name that does not lead to one thing.
    InvalidValue
        A clamp without a sign.
    """
    wanted = [(name, Action.RAISE) for name in raised] + [(name, Action.LOWER) for name in lowered]
    wanted += [(name, Action.BLOCK) for name in blocked] + [(name, _clamp(name, sign)) for name, sign in clamped]
    return tuple(asked(knowledge, resolve_term(knowledge, name), action) for name, action in wanted)


def asked(knowledge: Knowledge, term: Term, action: Action | None) -> Asked:
    """The variables that a term stands for under an action; ``None``: as a target, for all its variables and those narrower."""
    if action is None:
        return Asked(term=term, action=None, variables=variables_of(knowledge, term) or (term,))
    if action is Action.BLOCK:
        return Asked(term=term, action=action, variables=_with_narrower(knowledge, term) or (term,))
    every = variables_of(knowledge, term)
    own = {variable.id for variable in every}
    return Asked(term=term, action=action, variables=tuple(one for one in every if not own.intersection(one.broader)) or (term,))


def intervened(every: Iterable[Asked]) -> tuple[Intervened, ...]:
    """One intervention a variable, sorted by id.

    Raises
    ------
    InvalidValue
        No intervention at all, or two different ones on one variable.
    """
    found: dict[str, tuple[Intervened, Asked]] = {}
    for one in every:
        if one.action is None:
            continue
        for variable in one.variables:
            earlier, by = found.setdefault(variable.id, (Intervened(variable=variable, action=one.action), one))
            if earlier.action is not one.action:
                raise InvalidValue(
                    f"cannot be {_DONE[earlier.action]} (by {_named(by)}) and {_DONE[one.action]} (by {_named(one)}) at once",
                    where=variable.id,
                    remedy="give one intervention a variable",
                )
    if not found:
        raise InvalidValue("no intervention is given", remedy="raise, lower, block or clamp something")
    return tuple(found[identity][0] for identity in sorted(found))


def intervened_in(knowledge: Knowledge, observation: Observation) -> tuple[Intervened, ...]:
    """The interventions of an observation, its terms read as if a person had named them; none for one without interventions."""
    done = ((Action.RAISE, observation.raised), (Action.LOWER, observation.lowered), (Action.BLOCK, observation.blocked))
    every = [asked(knowledge, term, action) for action, terms in done for term in terms]
    return intervened(every) if every else ()


def acts(interventions: Iterable[Intervened]) -> tuple[Intervention, ...]:
    """The same on ids."""
    return tuple(Intervention(variable=one.variable.id, action=one.action) for one in interventions)


def terms_of(interventions: Iterable[Intervention], gatherer: LinkGatherer) -> tuple[Intervened, ...]:
    """The same on terms again."""
    return tuple(Intervened(variable=gatherer.variable(act.variable), action=act.action) for act in interventions)


def _with_narrower(knowledge: Knowledge, term: Term) -> tuple[Variable, ...]:
    """The variables of a term and all narrower ones, sorted by id."""
    inside: dict[str, Variable] = {variable.id: variable for variable in variables_of(knowledge, term)}
    every = knowledge.variables() if inside else ()
    fresh: Sequence[Variable] = tuple(inside.values())
    while fresh:
        fresh = [one for one in every if one.id not in inside and not inside.keys().isdisjoint(one.broader)]
        inside.update((one.id, one) for one in fresh)
    return tuple(inside[identity] for identity in sorted(inside))


def _clamp(name: str, sign: Sign) -> Action:
    if sign is Sign.UNKNOWN:
        raise InvalidValue("a clamp needs a sign", where=name, remedy=f"write {name}=+ or {name}=-")
    return Action.CLAMP_PLUS if sign is Sign.PLUS else Action.CLAMP_MINUS


def _named(one: Asked) -> str:
    return f"'{one.term.label.en or one.term.id}'"
