"""What is known of the entities and variables of several graphs: which share an identifier, and which become one when others do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from kgraph.exchange.equivalences import Equivalence, groups
from kgraph.vocabulary.prefixes import compact
from kgraph.vocabulary.terms import EXACT_MATCH, KG, LABEL


def id_of(node: object) -> str:
    """The id of an IRI; of anything else, what it is written as."""
    return compact(node.value) if isinstance(node, NamedNode) else str(node)


class Index:
    """The entities and variables of all inputs, by id, by exact identifier and by what they are."""

    def __init__(self, inputs: Sequence[tuple[str, Iterable[Triple]]]) -> None:
        self.entities: set[str] = set()
        self.order: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.by_identifier: dict[str, list[str]] = {}
        self.of_input: dict[str, set[str]] = {}
        self._about: dict[str, dict[str, set[str]]] = {}
        for name, triples in inputs:
            mine = self.of_input.setdefault(name, set())
            for triple in triples:
                subject = id_of(triple.subject)
                mine.add(subject)
                if subject.startswith("ent:"):
                    self._entity_says(subject, triple)
                elif subject.startswith("var:"):
                    self._variable_says(subject, triple)

    def _entity_says(self, subject: str, triple: Triple) -> None:
        self.entities.add(subject)
        self.order.setdefault(subject, len(self.order))
        value = triple.object
        if triple.predicate.value == EXACT_MATCH:
            owners = self.by_identifier.setdefault(id_of(value), [])
            if subject not in owners:
                owners.append(subject)
        elif triple.predicate.value == LABEL and isinstance(value, Literal) and (subject not in self.names or value.language == "en"):
            self.names[subject] = value.value

    def _variable_says(self, subject: str, triple: Triple) -> None:
        self.order.setdefault(subject, len(self.order))
        if isinstance(triple.object, NamedNode) and triple.predicate.value.startswith(KG):
            self._about.setdefault(subject, {}).setdefault(triple.predicate.value, set()).add(id_of(triple.object))

    def ends(self, one: Equivalence) -> tuple[str, str] | None:
        """The two entities that an equivalence is about; ``None`` unless both are here and differ."""
        found = [self._entity(identity) for identity in (one.first, one.second)]
        return (found[0], found[1]) if found[0] and found[1] and found[0] != found[1] else None

    def one_for(self, pairs: Iterable[tuple[str, str, str]]) -> dict[str, str]:
        """From each id that goes to the one that stands: entities, and then their variables that are about the same."""
        replaced = groups(((first, second) for first, second, _ in pairs), self.order)
        while True:
            kept: dict[object, str] = {}
            more: list[tuple[str, str]] = []
            for variable in sorted(self._about, key=lambda id: self.order[id]):
                if variable not in replaced:
                    what = frozenset((name, replaced.get(value, value)) for name, value in self._told(variable))
                    if (other := kept.setdefault(what, variable)) != variable and self._touched(variable, other, replaced):
                        more.append((other, variable))
            if not more:
                return replaced
            replaced |= groups(more, self.order)

    def _touched(self, variable: str, other: str, replaced: Mapping[str, str]) -> bool:
        """Whether the merge has to do with either; twins that were there before are left alone."""
        return any(value in replaced for one in (variable, other) for _, value in self._told(one))

    def _told(self, variable: str) -> list[tuple[str, str]]:
        return [(name, value) for name, values in self._about[variable].items() for value in values]

    def _entity(self, identity: str) -> str:
        if identity in self.entities:
            return identity
        return next(iter(self.by_identifier.get(identity, ())), "")
