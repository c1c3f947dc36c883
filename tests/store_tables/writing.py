"""Signed links written in every format that kgraph reads, by other roads than kgraph's own."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import networkx

Link = tuple[str, str, str]

KETAMINE: tuple[Link, ...] = (
    ("ketamine", "-", "NMDA receptor"),
    ("ketamine", "+", "NMDA receptor"),
    ("NMDA receptor", "+", "eEF2 kinase"),
    ("eEF2 kinase", "-", "BDNF"),
    ("BDNF", "+", "抗抑郁作用"),
    ("ketamine", "?", "BDNF"),
)


def write_tsv(path: Path, links: Iterable[Link]) -> Path:
    return _delimited(path.with_suffix(".tsv"), links, "\t")


def write_csv(path: Path, links: Iterable[Link]) -> Path:
    return _delimited(path.with_suffix(".csv"), links, ",")


def write_sif(path: Path, links: Iterable[Link]) -> Path:
    """With tabs, because names hold blanks."""
    target = path.with_suffix(".sif")
    target.write_text("".join(f"{subject}\t{sign}\t{object_}\n" for subject, sign, object_ in links), encoding="utf-8")
    return target


def write_graphml(path: Path, links: Iterable[Link]) -> Path:
    target = path.with_suffix(".graphml")
    networkx.write_graphml_xml(as_networkx(links), target)
    return target


def write_json(path: Path, links: Iterable[Link]) -> Path:
    return _node_link(path.with_suffix(".json"), links, "edges")


def write_old_json(path: Path, links: Iterable[Link]) -> Path:
    return _node_link(path.with_name(path.stem + "-old").with_suffix(".json"), links, "links")


WRITERS: dict[str, Callable[[Path, Iterable[Link]], Path]] = {
    "tsv": write_tsv,
    "csv": write_csv,
    "sif": write_sif,
    "graphml": write_graphml,
    "json with edges": write_json,
    "json with links": write_old_json,
}


def as_networkx(links: Iterable[Link]) -> networkx.MultiDiGraph[str]:
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for subject, sign, object_ in links:
        graph.add_edge(subject, object_, sign=sign)
    return graph


def _delimited(path: Path, links: Iterable[Link], separator: str) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=separator, lineterminator="\n")
        writer.writerow(("subject", "predicate", "object"))
        writer.writerows(links)
    return path


def _node_link(path: Path, links: Iterable[Link], key: str) -> Path:
    data = networkx.node_link_data(as_networkx(links), edges=key)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path
