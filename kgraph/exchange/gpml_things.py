"""Nodes, states, groups and complexes of a pathway as entities and variables. Lines between them: `gpml_entries.py`."""

from __future__ import annotations

from kgraph.exchange.gpml_pathway import Group, Node, Pathway
from kgraph.exchange.gpml_table import NODES, ORGANISMS, SOURCES
from kgraph.exchange.identifiers import preferred
from kgraph.exchange.making import NOWHERE, Maker
from kgraph.exchange.report import Report
from kgraph.model import Context, Entity, Variable

# Members of a group that is no complex: each of them is meant, up to this many; a larger group stands for itself.
MOST_MEMBERS = 25
_ITSELF = frozenset({"complex"})
_HAPPENS = frozenset({"Process", "Disease", "Phenotype"})
_PHOSPHATE = frozenset({"p", "p+", "+p", "phospho", "phosphorylation", "phosphorylated"})
_NO_SOURCE = frozenset({"", "other"})


class Things:
    """The things of one pathway, by the ids that lines name them by."""

    def __init__(self, pathway: Pathway, maker: Maker, report: Report) -> None:
        self._pathway = pathway
        self._maker = maker
        self._report = report
        self._groups = {group.id: group for group in pathway.groups if group.id}
        self._told: set[str] = set()
        self._entities: dict[str, Entity | None] = {}

    def species(self) -> Context:
        """The organism, as the context of all evidence."""
        name = self._pathway.organism
        if not name:
            return NOWHERE
        number = ORGANISMS.get(name)
        return Context(species=self._maker.entity(f"NCBITaxon:{number}" if number else "", name, "Species").id)

    def is_thing(self, name: str) -> bool:
        """Whether this is a node, a state or a group."""
        return name in self._pathway.nodes or name in self._groups

    def is_substance(self, name: str) -> bool:
        """Whether this is a node that stands for a substance."""
        node = self._pathway.nodes.get(name)
        return node is not None and node.kind.casefold() == "metabolite"

    def meant(self, name: str) -> list[str]:
        """The things that a line on this is about: itself, or each member of a group that is no complex."""
        group = self._groups.get(name)
        if group is None or group.style.casefold() in _ITSELF:
            return [name]
        found: list[str] = []
        waiting: list[Group] = [group]
        seen: set[str] = set()
        while waiting and len(found) <= MOST_MEMBERS:
            top = waiting.pop()
            if top.key in seen:
                continue
            seen.add(top.key)
            for member in self._pathway.members(top):
                if isinstance(member, Node):
                    found += [member.id] if member.shape == "node" else []
                elif member.style.casefold() in _ITSELF and member.id:
                    found.append(member.id)
                else:
                    waiting.append(member)
        if not found or len(found) > MOST_MEMBERS:
            return [name]
        return list(dict.fromkeys(found))

    def entity(self, name: str) -> Entity | None:
        """The thing with this id; ``None`` for what has no name."""
        if name not in self._entities:
            group = self._groups.get(name)
            self._entities[name] = self._of_group(group) if group else self._of_node(self._pathway.nodes[name])
        return self._entities[name]

    def variable(self, name: str, aspect: str = "") -> Variable | None:
        """What of it can rise or fall; of a state, the thing in that state."""
        node = self._pathway.nodes.get(name)
        if node is None or node.shape != "state":
            entity = self.entity(name)
            # Of what happens there is no abundance.
            asked = "" if entity and entity.kind in _HAPPENS else aspect
            return self._maker.variable(entity, asked) if entity else None
        held = self.entity(node.of) if self.is_thing(node.of) else None
        if held is None:
            return None
        if node.label.casefold() in _PHOSPHATE:
            return self._maker.variable(held, "Phosphorylation")
        return self._maker.variable(held, aspect, state=node.label or "in another state")

    def complexes(self) -> list[Group]:
        """The groups that are complexes, in the order of the file."""
        return [group for group in self._pathway.groups if group.style.casefold() in _ITSELF]

    def parts(self, group: Group) -> list[Entity]:
        """What a complex is made of."""
        found = [
            self.entity(one.id) for one in self._pathway.members(group) if one.id and not (isinstance(one, Node) and one.shape != "node")
        ]
        return [one for one in found if one is not None]

    def _of_node(self, node: Node) -> Entity | None:
        if node.shape == "state":
            return self.entity(node.of) if self.is_thing(node.of) and node.of != node.id and not self._is_state(node.of) else None
        kind, exact = NODES.get(node.kind.casefold(), ("Entity", False))
        if node.shape != "node":
            kind = "Region" if node.shape == "shape" else "Entity"
            if node.label:
                self._once(f"{node.shape} with a text", f"kg:{kind} of that name")
        elif not exact:
            self._once(f"type {node.kind[:40] or 'not given'}", "kg:Entity")
        curie = self._curie(node.source, node.identifier)
        name = node.label or curie
        return self._maker.entity(curie, name, kind) if name else None

    def _is_state(self, name: str) -> bool:
        node = self._pathway.nodes.get(name)
        return node is not None and node.shape == "state"

    def _of_group(self, group: Group) -> Entity | None:
        curie = self._curie(group.source, group.identifier)
        if group.style.casefold() not in _ITSELF:
            named = "" if group.label.casefold() in ("", "group object", "new group") else group.label
            return self._maker.entity(curie, named or curie, "Entity") if named or curie else None
        # While its parts are asked for, a complex inside itself has no name.
        self._entities[group.id] = None
        names = sorted({one.label.en for one in self.parts(group)})
        label = "" if group.label.casefold() in ("", "group object", "new group", "new complex") else group.label
        # Complexes of one name in two pathways may differ; those of the same parts do not.
        identity = f"complex of {', '.join(names)}" if names else label
        if not curie and not identity:
            return None
        return self._maker.entity(curie, identity if not curie else label or identity, "Complex", synonyms=[label] if label else [])

    def _curie(self, source: str, identifier: str) -> str:
        if not identifier or source.casefold() in _NO_SOURCE:
            return ""
        curie = preferred(identifier, prefix=SOURCES.get(source.casefold(), source))
        if not curie:
            self._once(f"identifier in {source[:40]}", "malformed or of no known registry: the thing keeps only its name")
        return curie

    def _once(self, what: str, note: str) -> None:
        """Tells of a kind of approximation once a pathway."""
        if what not in self._told:
            self._told.add(what)
            self._report.approximated(what, note)
