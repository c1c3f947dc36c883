"""The two files of a KGX graph, TSV or JSONL, as plain records with lists for cells. What they mean: `kgx.py`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.json_records import Json, json_records
from kgraph.exchange.meter import Watch, unwatched
from kgraph.exchange.rows import table_rows

NODES, EDGES = "nodes", "edges"
_NEEDS = {NODES: ("id",), EDGES: ("subject", "predicate", "object")}
_SUFFIXES = (".tsv", ".jsonl", ".txt")


@dataclass(frozen=True, slots=True)
class KgxRecord:
    """One node or edge: its place, its values by name (each a tuple of texts), or what was wrong with it."""

    place: str
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trouble: str = ""
    ends: bool = False

    def one(self, name: str) -> str:
        """The first value of this name; empty where there is none."""
        return self.values.get(name, ("",))[0]


def edge_files(path: Path) -> tuple[Path, ...]:
    """The files of edges at a path; for a file of nodes, none.

    Raises
    ------
    ExchangeError
        There is no such path, or a folder without a file of edges.
    """
    if not path.exists():
        raise ExchangeError("no such file or folder", where=str(path), remedy="check the path")
    if path.is_file():
        return () if is_nodes(path) else (path,)
    found = tuple(sorted(one for one in path.iterdir() if one.suffix in _SUFFIXES and EDGES in one.stem.casefold()))
    if not found:
        raise ExchangeError(
            "the folder holds no file of edges", where=str(path), remedy="KGX calls them NAME_edges.tsv or NAME_edges.jsonl"
        )
    return found


def is_nodes(path: Path) -> bool:
    """Whether a file of this name holds nodes."""
    return NODES in path.stem.casefold() and EDGES not in path.stem.casefold()


def nodes_beside(edges: Path) -> Path | None:
    """The file of nodes that goes with one of edges; ``None`` where there is none."""
    beside = edges.with_name(edges.name.replace("edges", "nodes").replace("Edges", "Nodes").replace("EDGES", "NODES"))
    return beside if beside != edges and beside.is_file() else None


def records(path: Path, kind: str, *, watch: Watch = unwatched) -> Iterator[KgxRecord]:
    """The nodes or edges of a file, in its order; `watch` is given the open file.

    Raises
    ------
    ExchangeError
        The file cannot be opened, or a table of it lacks a column without which nothing is said.
    """
    if path.suffix in (".jsonl", ".json"):
        for record in json_records(path, under=(kind,), watch=watch):
            place = f"{path.name}#{record.number}"
            if record.trouble or not isinstance(record.value, dict):
                yield KgxRecord(place, trouble=record.trouble or "it is no object", ends=record.ends)
            else:
                yield KgxRecord(place, {name.casefold(): _texts(value) for name, value in record.value.items()})
        return
    for row in table_rows(path, needs=_NEEDS[kind], separator="\t", watch=watch):
        cells = {name: tuple(part.strip() for part in cell.split("|")) for name, cell in row.cells.items() if cell}
        yield KgxRecord(f"{path.name}:{row.line}", cells, row.trouble, row.ends)


def _texts(value: Json) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(part for one in value for part in (() if isinstance(one, list | dict) else _texts(one))) or ("",)
    if value is None or isinstance(value, dict):
        return ("",)
    return (str(value).lower() if isinstance(value, bool) else str(value).strip(),)
