"""Writes GraphML: variables as nodes with labels in both languages, claims as edges with sign, layer, mechanisms and publications."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kgraph.exchange.export_parts import Parts, identifier_of
from kgraph.exchange.exported import Piece
from kgraph.exchange.report import Report
from kgraph.model import Claim, Selection, Term, Variable
from kgraph.store import Knowledge

_NODE = ("label_en", "label_zh", "entity", "identifier", "kind", "aspect", "species", "region", "cell_type")
_EDGE = ("predicate", "sign", "layer", "direct", "mechanisms", "publications", "label_en")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
# XML cannot hold these at all, not even escaped.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def graphml(knowledge: Knowledge, selection: Selection, report: Report) -> Iterator[Piece]:
    """Every variable that a chosen claim is about, then every claim."""
    parts = Parts(knowledge, selection, report)
    claims = [one for one in knowledge.entries("claim", selection=selection) if isinstance(one, Claim)]
    yield "", _HEAD.encode()
    for kind, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            yield "", f'  <key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="string"/>\n'.encode()
    yield "", b'  <graph id="kgraph" edgedefault="directed">\n'
    ends = {term.id: term for claim in claims for term in (claim.subject, claim.object)}
    for _, term in sorted(ends.items()):
        yield "", _element("node", f"id={_quoted(term.id)}", _of_node(term, parts))
    for claim in parts.entries(Claim):
        assert isinstance(claim, Claim)
        if claim.rule:
            report.lost("derived claim", "an edge cannot name its rule and premises; it is derived again where the rule is")
            continue
        report.kept("claim")
        parts.told(claim, "mechanism")
        if claim.evidence:
            report.approximated("evidence", "the publications it names")
        heads = f"id={_quoted(claim.id)} source={_quoted(claim.subject.id)} target={_quoted(claim.object.id)}"
        yield "", _element("edge", heads, _of_edge(claim, parts))
    yield "", b"  </graph>\n</graphml>\n"


def _of_node(term: Term, parts: Parts) -> dict[str, str]:
    entity = parts.entity(term)
    values = {
        "label_en": term.label.en,
        "label_zh": term.label.zh,
        "identifier": identifier_of(entity) if entity and entity.identifiers else "",
        "kind": entity.kind if entity else "",
    }
    if isinstance(term, Variable):
        values |= {
            "entity": term.entity,
            "aspect": term.aspect,
            "species": term.species,
            "region": term.region,
            "cell_type": term.cell_type,
        }
    return values


def _of_edge(claim: Claim, parts: Parts) -> dict[str, str]:
    return {
        "predicate": claim.predicate,
        "sign": claim.sign.value,
        "layer": claim.layer.value,
        "direct": "true" if claim.direct else "false",
        "mechanisms": "|".join(claim.mechanisms),
        "publications": "|".join(dict.fromkeys(one for evidence in claim.evidence for one in parts.publications(evidence))),
    }


def _element(kind: str, heads: str, values: dict[str, str]) -> bytes:
    data = "".join(f'      <data key="{kind}_{name}">{escape(_clean(value))}</data>\n' for name, value in values.items() if value)
    return f"    <{kind} {heads}>\n{data}    </{kind}>\n".encode()


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _IMPOSSIBLE.sub("\N{REPLACEMENT CHARACTER}", text)
