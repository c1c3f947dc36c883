"""A graph as tools that draw networks want it: nodes and edges with plain attributes. Formats: `export_cx2.py`, `export_cytoscape.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.exchange.export_parts import Parts, identifier_of
from kgraph.exchange.report import Report
from kgraph.model import Association, Claim, Selection, Term, Variable
from kgraph.store import Knowledge

Value = str | bool | list[str]
# The attributes, each with its type; an absent one is left out.
NODE = {"label_zh": "string", "entity": "string", "identifier": "string", "kind": "string", "aspect": "string"}
NODE |= {"species": "string", "region": "string", "cell_type": "string"}
EDGE = {"sign": "string", "causal": "boolean", "direct": "boolean", "layer": "string", "rule": "string"}
EDGE |= {"mechanisms": "list_of_string", "publications": "list_of_string", "evidence": "list_of_string"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkNode:
    """A variable, or an entity, that a claim or an association is about."""

    id: str
    name: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEdge:
    """A claim or an association; `interaction` is its predicate."""

    id: str
    source: str
    target: str
    interaction: str
    values: dict[str, Value]


class Network:
    """Nodes and edges of the chosen claims and associations, in the order of their ids.

    `evidence` says in words how each evidence bears, with our comment and never the quoted sentence.
    """

    def __init__(self, knowledge: Knowledge, selection: Selection, report: Report) -> None:
        self._parts = Parts(knowledge, selection, report)
        self._report = report
        self._chosen = [one for one in knowledge.entries(selection=selection) if isinstance(one, Claim | Association)]

    def nodes(self) -> Iterator[NetworkNode]:
        """The ends of all edges, sorted by id."""
        ends = {term.id: term for entry in self._chosen for term in (entry.subject, entry.object)}
        for _, term in sorted(ends.items()):
            yield NetworkNode(id=term.id, name=term.label.en or term.label.zh or term.id, values=_filled(self._of_node(term)))

    def edges(self) -> Iterator[NetworkEdge]:
        """Every claim and association, opened in the report; all else is told as lost."""
        for entry in self._parts.entries(Claim, Association):
            assert isinstance(entry, Claim | Association)
            self._report.kept(type(entry).__name__.lower())
            self._parts.told(entry, "mechanism", "rule and premises", "comment", "certainty")
            if isinstance(entry, Claim) and entry.rule:
                self._report.lost("premises", "the edge names the rule only")
            yield NetworkEdge(
                id=entry.id,
                source=entry.subject.id,
                target=entry.object.id,
                interaction=entry.predicate,
                values=_filled(self._of_edge(entry)),
            )

    def _of_node(self, term: Term) -> dict[str, Value]:
        entity = self._parts.entity(term)
        values: dict[str, Value] = {"label_zh": term.label.zh, "kind": entity.kind if entity else ""}
        values["identifier"] = identifier_of(entity) if entity and entity.identifiers else ""
        if isinstance(term, Variable):
            values |= {"entity": term.entity, "aspect": term.aspect}
            values |= {"species": term.species, "region": term.region, "cell_type": term.cell_type}
        return values

    def _of_edge(self, entry: Claim | Association) -> dict[str, Value]:
        told = [
            f"{one.bearing.value.lower()}, {one.certainty.value}" + (f": {one.comment.en}" if one.comment.en else "")
            for one in entry.evidence
        ]
        sign = entry.sign.value if entry.sign else ""
        return {
            "sign": sign,
            "causal": isinstance(entry, Claim),
            "direct": isinstance(entry, Claim) and entry.direct,
            "layer": entry.layer.value,
            "rule": entry.rule if isinstance(entry, Claim) else "",
            "mechanisms": list(entry.mechanisms),
            "publications": list(dict.fromkeys(one for evidence in entry.evidence for one in self._parts.publications(evidence))),
            "evidence": told,
        }


def _filled(values: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value not in ("", [])}
