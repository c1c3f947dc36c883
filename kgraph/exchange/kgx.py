"""Reads KGX: nodes and edges in the terms of Biolink, as TSV or JSONL; qualifiers become signs and aspects.

The `kgx` package (2.4) reads these files too. It is not used: it holds the graph in memory, pulls in linkml, pandas and a network
client, and leaves signs and aspects where they are, in the qualifiers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kgraph.exchange.biolink_table import AGAINST, DIRECTIONS, Relation, relation_named
from kgraph.exchange.identifiers import preferred
from kgraph.exchange.imported import Imported
from kgraph.exchange.kgx_files import EDGES, NODES, KgxRecord, edge_files, is_nodes, nodes_beside, records
from kgraph.exchange.kinds import ASPECTS, SAME_ASPECT, kind_of, plain
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.model import Certainty, Context, Entity, Evidence, Reference, Sign, Term, Variable

_YES = frozenset({"true", "1", "yes", "t"})
_TEXTS = ("supporting_text", "sentence", "sentences", "supporting_sentences")
_USED = frozenset({"id", "subject", "predicate", "object", "publications", "negated", *_TEXTS}) | {
    "object_aspect_qualifier",
    "object_direction_qualifier",
    "subject_aspect_qualifier",
    "subject_direction_qualifier",
    "anatomical_context_qualifier",
    "species_context_qualifier",
    "category",
}
_CAUSAL = frozenset({"increases", "decreases", "regulates"})


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The edges at a path, with the nodes that stand in the file beside them; of a file of nodes, the nodes.

    Raises
    ------
    ExchangeError
        There is nothing to read, or a table lacks a column without which nothing is said.
    """
    report.note("what an edge says beyond our fields stays with its evidence as JSON")
    reader = _Reader(Maker("kgx"), report)
    if path.is_file() and is_nodes(path):
        yield from reader.nodes(path)
    for file in edge_files(path):
        beside = nodes_beside(file)
        if beside:
            yield from reader.nodes(beside)
        else:
            report.note("where no file of nodes stands beside, things are named by their identifiers")
        yield from reader.edges(file)


class _Reader:
    def __init__(self, maker: Maker, report: Report) -> None:
        self._maker = maker
        self._report = report
        self._entities: dict[str, Entity] = {}

    def nodes(self, path: Path) -> Iterator[Imported]:
        """Every node as an entity."""
        for record in records(path, NODES, watch=self._report.meter.watch):
            if record.trouble or not record.one("id"):
                self._report.unreadable(
                    record.place, record.trouble or "the node has no id", what="rest of the file" if record.ends else "node"
                )
                continue
            self._report.start(record.place)
            self._maker.open(record.one("id"), record.place)
            self._node(record)
            self._report.kept("node")
            self._report.finish()
            yield self._maker.close()

    def edges(self, path: Path) -> Iterator[Imported]:
        """Every edge as a claim, an association or a description."""
        for record in records(path, EDGES, watch=self._report.meter.watch):
            ends = record.one("subject"), record.one("object")
            predicate = record.one("predicate") or record.one("edge_label")
            if record.trouble or not all(ends) or not predicate:
                why = record.trouble or "the edge lacks its subject, predicate or object"
                self._report.unreadable(record.place, why, what="rest of the file" if record.ends else "edge")
                continue
            self._report.start(record.place)
            self._maker.open(record.one("id") or record.place, record.place)
            why = self._edge(record, predicate, self._entity(ends[0]), self._entity(ends[1]))
            if why:
                self._report.abandon(f"edge {predicate[:60]}", why)
                continue
            self._report.finish()
            yield self._maker.close()

    def _node(self, record: KgxRecord) -> Entity:
        identifier = record.one("id")
        # What we wrote ourselves comes back under its own name.
        curie = preferred(identifier) or (identifier if identifier.startswith("ent:") else "")
        if not curie:
            self._report.approximated("identifier", "malformed or of no known registry: the thing keeps only its name")
        categories = record.values.get("category", ("biolink:NamedThing",))
        kinds = [kind for one in categories if (kind := kind_of(one)) != "Entity"]
        if not kinds:
            self._report.approximated(f"category {plain(categories[0])}", "kg:Entity, with the class of Biolink beside it")
        also = [other for one in record.values.get("xref", ()) if (other := preferred(one))]
        entity = self._maker.entity(
            curie,
            record.one("name") or identifier,
            kinds[0] if kinds else "Entity",
            category=categories[0].rpartition(":")[2],
            synonyms=record.values.get("synonym", ()),
            also=also,
        )
        self._entities[identifier] = entity
        return entity

    def _entity(self, identifier: str) -> Entity:
        known = self._entities.get(identifier)
        return known or self._node(KgxRecord("", {"id": (identifier,)}))

    def _edge(self, record: KgxRecord, predicate: str, subject: Entity, target: Entity) -> str:
        relation = relation_named(predicate)
        if subject.id == target.id and relation.becomes not in _CAUSAL:
            return "it joins a thing to itself"
        if relation.exact:
            self._report.kept(f"edge {predicate}")
        else:
            self._report.approximated(f"edge {predicate}", f"kg:{relation.becomes}, with the word of Biolink in its evidence")
        if relation.becomes in _CAUSAL:
            return self._claim(record, predicate, relation, subject, target)
        first, second = (target, subject) if relation.reversed else (subject, target)
        if relation.becomes == "associatedWith":
            one, other = self._maker.variable(first), self._maker.variable(second)
            entry = self._maker.association_id(one, other, sign=relation.sign)
            self._maker.association(
                one, other, self._evidence(record, predicate, entry), sign=relation.sign, mechanisms=self._mechanisms(record)
            )
        else:
            entry = self._maker.description_id(first, relation.becomes, second)
            words = f"{subject.label.en} {predicate.rpartition(':')[2].replace('_', ' ')} {target.label.en}"
            evidence = self._evidence(record, predicate, entry)
            self._maker.description(first, relation.becomes, second, evidence, words=words, mechanisms=self._mechanisms(record))
        return ""

    def _claim(self, record: KgxRecord, predicate: str, relation: Relation, subject: Entity, target: Entity) -> str:
        acts, against = self._variable(subject, record.one("subject_aspect_qualifier"))
        changed, flipped = self._variable(target, record.one("object_aspect_qualifier"))
        if acts.id == changed.id:
            return "it joins a thing to itself"
        sign = relation.sign or Sign.UNKNOWN
        if stated := DIRECTIONS.get(record.one("object_direction_qualifier").casefold()):
            sign = stated
        if DIRECTIONS.get(record.one("subject_direction_qualifier").casefold()) is Sign.MINUS:
            sign = sign * Sign.MINUS
        if against != flipped:
            sign = sign * Sign.MINUS
        first, second = (changed, acts) if relation.reversed else (acts, changed)
        identity = self._maker.claim_id(first, sign, second)
        evidence = self._evidence(record, predicate, identity)
        claim = self._maker.claim(first, sign, second, evidence, mechanisms=self._mechanisms(record))
        self._maker.bridge(claim, subject if relation.reversed else target)
        return ""

    def _mechanisms(self, record: KgxRecord) -> tuple[str, ...]:
        """The mechanisms of an edge that we wrote ourselves."""
        ours = [one for one in record.values.get("mechanism", ()) if one.startswith("mech:") and len(one) > 5]
        return tuple(self._maker.mechanism(one, one[5:]).id for one in ours)

    def _variable(self, entity: Entity, aspect: str) -> tuple[Variable, bool]:
        """The variable for an aspect of Biolink, and whether more of that aspect is less of the variable."""
        word = aspect.rpartition(":")[2].casefold()
        if word in AGAINST:
            self._report.approximated(f"aspect {word}", "abundance, the other way round")
            return self._maker.variable(entity, "Abundance"), True
        if not word:
            return self._maker.variable(entity), False
        if word in ASPECTS:
            if word not in SAME_ASPECT:
                self._report.approximated(f"aspect {word}", ASPECTS[word].lower())
            return self._maker.variable(entity, ASPECTS[word]), False
        self._report.approximated(f"aspect {word[:40]}", "amount, with the aspect in words")
        return self._maker.variable(entity, "Amount", state=word.replace("_", " ")), False

    def _evidence(self, record: KgxRecord, predicate: str, entry: str) -> list[Evidence]:
        told = predicate.rpartition(":")[2].replace("_", " ")
        rest = {name: list(values) for name, values in record.values.items() if name not in _USED and values != ("",)}
        sentence = next((text for name in _TEXTS if (text := "|".join(record.values.get(name, ())))), "")
        context = Context(
            species=self._place(record.one("species_context_qualifier"), "Species"),
            region=self._place(record.one("anatomical_context_qualifier"), "Region"),
        )
        return [
            self._maker.evidence(
                entry,
                reference,
                text=sentence,
                disputes=record.one("negated").casefold() in _YES,
                certainty=Certainty.STATED,
                context=context,
                comment=f"Biolink: {told}",
                annotation=json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else "",
            )
            for reference in self._references(record)
        ]

    def _references(self, record: KgxRecord) -> list[Reference]:
        found = [self._maker.reference(text) for text in record.values.get("publications", ()) if text]
        source = record.one("primary_knowledge_source") or record.one("provided_by") or record.one("aggregator_knowledge_source")
        name = source or record.one("id") or "an edge without a source"
        return found or [self._maker.record(name, f"{name}, through KGX")]

    def _place(self, identifier: str, kind: str) -> str:
        return self._place_of(identifier, kind).id if identifier else ""

    def _place_of(self, identifier: str, kind: str) -> Term:
        known = self._entities.get(identifier)
        return known or self._maker.entity(preferred(identifier), identifier, kind)
