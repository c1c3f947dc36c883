"""Reads the node-link JSON of PyBEL, in the layout of 0.14 and later and in those before it: one record a link.

Nodes and what modifies them become terms of BEL, and go the way of a script from there. `pybel.from_nodelink` is not used: see
`docs/decisions.md`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kgraph.exchange.bel_entries import BelEntries
from kgraph.exchange.bel_evidence import Cited
from kgraph.exchange.bel_lines import opened
from kgraph.exchange.bel_nodes import term_of
from kgraph.exchange.bel_script import SOURCE, described, files_ending
from kgraph.exchange.bel_syntax import Call, Statement
from kgraph.exchange.imported import Imported
from kgraph.exchange.indra_agents import items, member, text
from kgraph.exchange.json_records import Json, json_records
from kgraph.exchange.making import Maker
from kgraph.exchange.meter import unwatched
from kgraph.exchange.report import Report


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The links of a graph, or of all graphs in a folder.

    Parameters
    ----------
    path : Path
        A file, packed by gzip or not, or a folder of files that end in ``nodelink.json`` or ``nodelink.json.gz``.
    report : Report
        Told about every link. Its place is the file and the number of the link, from 1.

    Yields
    ------
    Imported
        One a link; at the end of a graph its properties and definitions.

    Raises
    ------
    ExchangeError
        There is nothing to read.
    """
    maker = Maker(SOURCE)
    entries = BelEntries(maker, report)
    for file in files_ending(path, ("nodelink.json", "nodelink.json.gz"), "graphs of PyBEL (*.nodelink.json)"):
        found = False
        with _plain(file, report) as plain:
            for record in json_records(plain, watch=report.meter.watch if plain == file else unwatched):
                found = True
                if record.trouble:
                    report.unreadable(file.name, record.trouble, what="rest of the file" if record.ends else "graph")
                else:
                    yield from _graph(record.value, file, maker, entries, report)
        if not found:
            report.unreadable(file.name, "the file is empty", what="file")
    yield from entries.bridges(path.name)


@contextmanager
def _plain(file: Path, report: Report) -> Iterator[Path]:
    """The file itself, or a copy of it without its packing that is gone afterwards."""
    with opened(file) as stream:
        if not stream.packed:
            yield file
            return
        with tempfile.NamedTemporaryFile(prefix="kgraph-") as copy:
            while piece := stream.piece():
                copy.write(piece)
            copy.flush()
            report.meter.passed(file)
            if stream.trouble:
                report.unreadable(file.name, stream.trouble, what="rest of the file")
            yield Path(copy.name)


def _graph(value: Json, file: Path, maker: Maker, entries: BelEntries, report: Report) -> Iterator[Imported]:
    nodes = items(value, "nodes")
    links = items(value, "links") or items(value, "edges")
    if not isinstance(value, dict) or not (nodes or links):
        report.unreadable(file.name, "it has neither nodes nor links, as a graph of PyBEL must", what="graph")
        return
    graph = member(value, "graph")
    properties = member(graph, "document_metadata")
    name = text(properties, "name") or file.name.partition(".")[0]
    terms, gave = _Nodes(nodes), False
    for number, link in enumerate(links, 1):
        place = f"{file.name}#{number}"
        relation = text(link, "relation")
        ends = [terms.end(link, end) for end in ("source", "target")]
        wrong = next((one for one in ends if isinstance(one, str)), "")
        if wrong or not relation:
            report.unreadable(place, wrong or "a link without a relation", what="link")
            continue
        subject, target = (one for one in ends if not isinstance(one, str))
        if not member(link, "citation") and _follows(subject, relation, target):
            report.note(
                "links that PyBEL derives from the terms themselves (variants, members, reactants, products) are read from the terms"
            )
            report.start(place)
            report.kept(f"derived link {relation}")
            report.finish()
            continue
        for record in entries.write(Statement(subject, relation, target), _cited(link, name), place):
            gave = True
            yield record
    if gave:
        held = graph if isinstance(graph, dict) else {}
        yield described(maker, name, file.name, {"document": properties, **{key: held[key] for key in held if key != "document_metadata"}})


def _follows(subject: Call, relation: str, target: Call) -> bool:
    """Whether PyBEL has derived a link from the terms themselves, which say it already."""
    if relation == "hasVariant":
        return target.args[: len(subject.args)] == subject.args
    if relation == "partOf":
        return target.function in ("complex", "composite") and subject in target.args
    return relation in ("hasReactant", "hasProduct") and subject.function == "rxn"


class _Nodes:
    """The nodes of a graph: by their number in the list, and by their identifier."""

    def __init__(self, nodes: list[Json]) -> None:
        self._nodes = nodes
        self._by_id = {text(one, name): one for one in nodes for name in ("id", "hash") if text(one, name)}

    def end(self, link: Json, end: str) -> Call | str:
        """The term at an end of a link with what modifies it there; or what is wrong with it."""
        place = member(link, end)
        node: Json = None
        if isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(self._nodes):
            node = self._nodes[place]
        elif isinstance(place, str):
            node = self._by_id.get(place)
        if not isinstance(node, dict):
            return f"its {end} is no node of the graph"
        old = {"source": "subject", "target": "object"}[end]
        modifier = member(link, f"{end}_modifier") or member(link, old)
        return term_of(node, modifier)


def _cited(link: Json, document: str) -> Cited:
    citation = member(link, "citation")
    kind = text(citation, "namespace") or text(citation, "db") or text(citation, "type")
    identifier = text(citation, "identifier") or text(citation, "db_id") or text(citation, "reference")
    title = text(citation, "name") if kind else ""
    parts = [title or text(citation, "title"), text(citation, "journal") or text(citation, "db_name"), text(citation, "date")[:4]]
    told = member(link, "annotations")
    notes = {str(name): tuple(_values(held)) for name, held in told.items()} if isinstance(told, dict) else {}
    return Cited(
        kind=kind,
        identifier=identifier,
        title=". ".join(one.rstrip(".") for one in parts if one),
        support=text(link, "evidence"),
        annotations={name: values for name, values in sorted(notes.items()) if values},
        document=document,
    )


def _values(held: Json) -> Iterator[str]:
    """The values of an annotation: a text, a list, an object with a member a value, or names in name spaces."""
    if isinstance(held, str | int) and not isinstance(held, bool):
        yield str(held)
    elif isinstance(held, Mapping):
        yield from (str(name) for name in sorted(held) if held[name])
    elif isinstance(held, list):
        for one in held:
            if isinstance(one, dict):
                value = text(one, "name") or text(one, "identifier")
                if value:
                    yield value
            else:
                yield from _values(one)
