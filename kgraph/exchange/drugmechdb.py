"""Reads DrugMechDB: YAML, one path from a drug to a disease a record; one file, a folder, or many records in a file.

What each predicate becomes: `drugmechdb_predicates.py`. One variable stands for each thing of a path, so that the path holds
together; the aspect that a predicate names (``decreases abundance of``) stays in the words of its evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.drugmechdb_chinese import in_chinese
from kgraph.exchange.drugmechdb_fields import Link, Node, PathRecord, read_record
from kgraph.exchange.drugmechdb_predicates import Predicate, predicate_named
from kgraph.exchange.identifiers import preferred
from kgraph.exchange.imported import Imported
from kgraph.exchange.kinds import kind_of
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.exchange.yaml_records import YamlRecord, yaml_records
from kgraph.model import Certainty, Entity, Evidence, Label, Reference, Sign, SignedMechanism, Step, Variable

_SUFFIXES = (".yaml", ".yml")
_METHODS = {
    "HUMAN_CLINICAL": ("ECO:0000180", "clinical study evidence"),
    "MODEL_ORGANISM": ("ECO:0000179", "animal model system study evidence"),
    "IN_VITRO": ("ECO:0000181", "in vitro assay evidence"),
    "COMPUTATIONAL": ("ECO:0007672", "computational evidence"),
}


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The mechanisms of a file or folder.

    Parameters
    ----------
    path : Path
        A YAML file, or a folder of them, which is read in the order of their names; files whose names begin with ``_`` are lists
        of others and are passed over.
    report : Report
        Told about every record.

    Yields
    ------
    Imported
        One a record.

    Raises
    ------
    ExchangeError
        There is nothing to read.
    """
    report.note("the references of a record stand as cited by the evidence of each of its links")
    maker = Maker("drugmechdb")
    for file in _files(path):
        found = False
        for record in yaml_records(file, watch=report.meter.watch):
            found = True
            place = f"{file.name}:{record.line}"
            if record.trouble:
                report.unreadable(place, record.trouble, what="rest of the file" if record.ends else "record")
                continue
            yield from _one(record, place, maker, report)
        if not found:
            report.unreadable(file.name, "the file is empty", what="file")


def _files(path: Path) -> tuple[Path, ...]:
    if not path.exists():
        raise ExchangeError("no such file or folder", where=str(path), remedy="check the path")
    if path.is_file():
        return (path,)
    files = tuple(sorted(one for one in path.rglob("*") if one.suffix in _SUFFIXES and one.is_file() and not one.name.startswith("_")))
    if not files:
        raise ExchangeError("the folder holds no YAML file", where=str(path), remedy="name the folder that holds the records (kb/paths)")
    return files


def _one(record: YamlRecord, place: str, maker: Maker, report: Report) -> Iterator[Imported]:
    report.start(place)
    found = read_record(record.value, report)
    if isinstance(found, str):
        report.abandon("record", found)
        return
    maker.open(found.id, place)
    writer = _Record(maker, report, found)
    mechanism = writer.write()
    report.finish()
    yield maker.close(mechanism)


@dataclass(slots=True)
class _Ends:
    """The variables of a record by the identifiers of its nodes."""

    variables: dict[str, Variable]
    entities: dict[str, Entity]


class _Record:
    """One record on its way to values."""

    def __init__(self, maker: Maker, report: Report, record: PathRecord) -> None:
        self._maker = maker
        self._report = report
        self._record = record
        self._source: Reference = maker.record(record.id, f"DrugMechDB {record.id}")
        self._cites = tuple(maker.reference(text) for text in record.references)
        self._mechanism = maker.mechanism(record.id, f"{record.drug} for {record.disease}", record.comment).id

    def write(self) -> SignedMechanism:
        """All of it; the path itself as signed steps."""
        entities = {node.id: self._entity(node) for node in self._record.nodes}
        ends = _Ends({id: self._maker.variable(entity) for id, entity in entities.items()}, entities)
        steps = tuple(step for link in self._record.links for step in self._link(link, ends))
        names = {node.id: Label(en=node.name or node.id) for node in self._record.nodes}
        start = _start(self._record, steps)
        return SignedMechanism(
            id=self._mechanism,
            label=Label(en=f"{self._record.drug} for {self._record.disease}"),
            start=start,
            end=_end(self._record, steps, start),
            steps=steps,
            names=names,
        )

    def _entity(self, node: Node) -> Entity:
        curie = preferred(node.id)
        if not curie:
            self._report.approximated(f"identifier {node.id}", "malformed or of no known registry: the thing keeps only its name")
        also = [one for one in (preferred(text) for text in node.other_ids) if one]
        if len(also) < len(node.other_ids):
            self._report.lost("other identifier", "malformed or of no known registry")
        kind = kind_of(node.label)
        if kind == "Entity":
            self._report.approximated(f"type {node.label}", "kg:Entity, with the class of Biolink beside it")
        else:
            self._report.kept(f"type {node.label}")
        entity = self._maker.entity(curie, node.name or node.id, kind, category=_camel(node.label), synonyms=node.other_names, also=also)
        if entity.kind != kind and kind != "Entity":
            self._report.approximated(f"type {node.label}", f"kg:{entity.kind}, as an earlier record has it; both classes of Biolink stay")
        return entity

    def _link(self, link: Link, ends: _Ends) -> Iterator[Step]:
        predicate = predicate_named(link.key)
        if link.source not in ends.variables or link.target not in ends.variables:
            self._report.lost(f"link '{link.key}'", "an end of it is no node of the record")
            return
        if predicate is None:
            self._report.lost(f"link '{link.key}'", "the predicate is none of DrugMechDB's")
            unknown = Label(en="the predicate is none of DrugMechDB's", zh="该谓词不属于DrugMechDB")
            yield Step(subject=link.source, object=link.target, word=Label(en=link.key), sign=Sign.UNKNOWN, reason=unknown)
            return
        self._told(link.key, predicate)
        self._entry(link, predicate, ends)
        sign = Sign.of(predicate.sign) if predicate.sign else None
        word, reason = in_chinese()[predicate.word]
        yield Step(
            subject=link.source,
            object=link.target,
            word=Label(en=link.key, zh=word),
            sign=sign,
            reversed=predicate.reversed,
            reason=Label(en=predicate.reason, zh=reason),
        )

    def _entry(self, link: Link, predicate: Predicate, ends: _Ends) -> None:
        maker, mechanisms = self._maker, (self._mechanism,)
        first, second = (link.target, link.source) if predicate.reversed else (link.source, link.target)
        if predicate.becomes in ("increases", "decreases", "regulates"):
            subject, target, sign = ends.variables[first], ends.variables[second], Sign.of(predicate.sign)
            if subject.id == target.id:
                self._report.lost(f"link '{link.key}'", "it joins a thing to itself")
                return
            evidence = self._evidence(maker.claim_id(subject, sign, target), link, predicate)
            maker.claim(subject, sign, target, evidence, direct=predicate.direct, mechanisms=mechanisms)
        elif predicate.becomes == "associatedWith":
            entry = maker.association_id(ends.variables[first], ends.variables[second])
            maker.association(ends.variables[first], ends.variables[second], self._evidence(entry, link, predicate), mechanisms=mechanisms)
        else:
            one, other = ends.entities[first], ends.entities[second]
            entry = maker.description_id(one, predicate.becomes, other)
            words = f"{ends.entities[link.source].label.en} {link.key} {ends.entities[link.target].label.en}"
            evidence = self._evidence(entry, link, predicate)
            maker.description(one, predicate.becomes, other, evidence, words=words, mechanisms=mechanisms)

    def _evidence(self, entry: str, link: Link, predicate: Predicate) -> list[Evidence]:
        certainty = Certainty.STATED if predicate.exact else Certainty.POSSIBLE
        words = f"DrugMechDB: {link.key}"
        made = [self._maker.evidence(entry, self._source, cites=self._cites, certainty=certainty, comment=words)]
        for item in link.evidence:
            if item.supports in ("NO_EVIDENCE", "WRONG_STATEMENT"):
                self._report.lost("evidence of a link", f"marked {item.supports}")
                continue
            method = self._maker.method(*_METHODS[item.kind]) if item.kind in _METHODS else ""
            made.append(
                self._maker.evidence(
                    entry,
                    self._maker.reference(item.reference),
                    text=item.snippet,
                    disputes=item.supports == "REFUTE",
                    certainty=Certainty.POSSIBLE if item.supports == "PARTIAL" or not predicate.exact else Certainty.SHOWN,
                    method=(method,) if method else (),
                    comment=item.explanation or f"{words}, {item.supports or 'evidence of the link'}",
                )
            )
            self._report.kept("evidence of a link")
        return made

    def _told(self, key: str, predicate: Predicate) -> None:
        what = f"link '{key}'"
        if predicate.exact:
            self._report.kept(what)
        else:
            self._report.approximated(what, f"kg:{predicate.becomes}: {predicate.reason}")


def _start(record: PathRecord, steps: tuple[Step, ...]) -> str:
    """The node that is the drug: by its identifier, else the only drug that nothing leads to, else the first node."""
    ids = {node.id for node in record.nodes}
    for stated in record.drug_ids:
        if stated in ids:
            return stated
    reached = {step.object for step in steps}
    drugs = [node.id for node in record.nodes if node.label == "Drug" and node.id not in reached]
    first = [node.id for node in record.nodes if node.id not in reached]
    return (drugs or first or [record.nodes[0].id])[0]


def _end(record: PathRecord, steps: tuple[Step, ...], start: str) -> str:
    """The node that is the disease: by its identifier, else the only disease that leads nowhere, else the last node."""
    ids = {node.id for node in record.nodes}
    if record.disease_id in ids:
        return record.disease_id
    leading = {step.subject for step in steps}
    diseases = [node.id for node in record.nodes if node.label == "Disease" and node.id not in leading]
    last = [node.id for node in record.nodes if node.id not in leading and node.id != start]
    return (diseases or last or [record.nodes[-1].id])[0]


def _camel(label: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in label.split())
