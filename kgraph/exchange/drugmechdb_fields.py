"""The fields of one DrugMechDB record, checked and in their newest spelling. What they mean: `drugmechdb.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.exchange.report import Report
from kgraph.exchange.yaml_records import Value

# Older records write one field in several ways.
_REFERENCES = ("references", "reference")
_COMMENTS = ("comment", "comments", "commments", "comemnt")
_NAMES = ("alt_names", "alt_name", "alt-name")
_IDS = ("alt_ids", "all_id", "alt_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing on the path; `label` is its class of Biolink."""

    id: str
    name: str
    label: str
    other_names: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEvidence:
    """One publication on one link."""

    reference: str
    snippet: str
    supports: str
    kind: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of the path."""

    source: str
    target: str
    key: str
    evidence: tuple[LinkEvidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRecord:
    """One record."""

    id: str
    drug: str
    drug_ids: tuple[str, ...]
    disease: str
    disease_id: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    references: tuple[str, ...]
    comment: str


def read_record(value: Value, report: Report) -> PathRecord | str:
    """The record in a value, or why there is none in it. Parts that cannot be read are told as lost."""
    if not isinstance(value, dict):
        return "it is no mapping"
    graph = value.get("graph")
    if not isinstance(graph, dict) or not _text(graph.get("_id")):
        return "it has no graph with an _id"
    nodes = tuple(_nodes(value.get("nodes"), report))
    links = tuple(_links(value.get("links"), report))
    if not nodes or not links:
        return f"it has no {'nodes' if not nodes else 'links'} that can be read"
    return PathRecord(
        id=_text(graph.get("_id")),
        drug=_text(graph.get("drug")) or "drug",
        drug_ids=tuple(one for one in (_text(graph.get("drug_mesh")), _text(graph.get("drugbank"))) if one),
        disease=_text(graph.get("disease")) or "disease",
        disease_id=_text(graph.get("disease_mesh")),
        nodes=nodes,
        links=links,
        references=_texts(value, _REFERENCES),
        comment=" ".join(_texts(value, _COMMENTS)),
    )


def _nodes(value: Value, report: Report) -> Iterator[Node]:
    for one in value if isinstance(value, list) else ():
        if not isinstance(one, dict) or not _text(one.get("id")):
            report.lost("node", "it is no mapping with an id")
            continue
        yield Node(
            id=_text(one["id"]),
            name=_text(one.get("name")),
            label=_text(one.get("label")) or "NamedThing",
            other_names=_texts(one, _NAMES),
            other_ids=_texts(one, _IDS),
        )


def _links(value: Value, report: Report) -> Iterator[Link]:
    for one in value if isinstance(value, list) else ():
        ends = [_text(one.get(name)) for name in ("source", "target", "key")] if isinstance(one, dict) else []
        if not isinstance(one, dict) or not all(ends):
            report.lost("link", "it is no mapping with source, target and key")
            continue
        yield Link(source=ends[0], target=ends[1], key=ends[2], evidence=tuple(_evidence(one.get("evidence"), report)))


def _evidence(value: Value, report: Report) -> Iterator[LinkEvidence]:
    if value is None:
        return
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, dict) or not _text(one.get("reference")):
            report.lost("evidence of a link", "it names no reference")
            continue
        yield LinkEvidence(
            reference=_text(one.get("reference")),
            snippet=_text(one.get("snippet")),
            supports=_text(one.get("supports")),
            kind=_text(one.get("evidence_source")),
            explanation=_text(one.get("explanation")),
        )


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _texts(value: dict[str, Value], names: tuple[str, ...]) -> tuple[str, ...]:
    """The texts under any of these names, each once; one text is a list of one."""
    found: list[str] = []
    for name in names:
        held = value.get(name)
        found += [_text(one) for one in (held if isinstance(held, list) else [held])]
    return tuple(dict.fromkeys(one for one in found if one))
