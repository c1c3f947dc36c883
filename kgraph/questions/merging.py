"""Graphs put together with their provenance, what may be one offered, what was made one taken back. How: `kgraph.exchange`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import InvalidValue
from kgraph.exchange.equivalences import Equivalence, read_equivalences
from kgraph.exchange.identifiers import slug
from kgraph.exchange.merged_files import merge_json, undo_merge, write_merge
from kgraph.exchange.merging import Merged, input_of, merge
from kgraph.store import Knowledge

__all__ = ["Merging", "merge_graphs", "merging_json", "short_name", "undo_merge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """A merge that was written: what it did and offers, where its inputs were read, and rows of tables that were passed over."""

    merged: Merged
    sources: dict[str, str]
    passed: tuple[str, ...]
    applied: bool


def merge_graphs(
    graphs: Sequence[tuple[str, str, Knowledge]], folder: Path, *, equivalences: Sequence[Path] = (), apply: bool = False
) -> Merging:
    """Put graphs together in a folder, one file for each.

    Parameters
    ----------
    graphs : sequence of (str, str, Knowledge)
        A short name, where it was read, and the graph. The ids of the first stand.
    folder : Path
        Where to write; made where it is missing.
    equivalences : sequence of Path
        Tables of what is the same (SSSOM/TSV, or two columns).
    apply : bool
        Whether the things in these tables are made one; else they are offered.

    Returns
    -------
    Merging

    Raises
    ------
    InvalidValue
        Fewer than two graphs, two of one name, or nothing to apply.
    ExchangeError
        A table cannot be read, or the folder holds something else.
    """
    sources = {name: source for name, source, _ in graphs}
    if len(graphs) < 2 or len(sources) < len(graphs):
        raise InvalidValue("a merge takes two graphs or more, each under its own name", remedy="name two different graphs")
    if apply and not equivalences:
        raise InvalidValue("nothing says what is to be made one", where="--apply", remedy="give a table with --equivalences FILE")
    said: list[Equivalence] = []
    passed: list[str] = []
    for path in equivalences:
        found, left = read_equivalences(path)
        said += found
        passed += left
    inputs = [input_of(name, knowledge) for name, _, knowledge in graphs]
    merged = merge(inputs, said, apply=apply)
    write_merge(folder, merged, sources=sources, before=merge(inputs, said) if apply else None)
    return Merging(merged=merged, sources=sources, passed=tuple(passed), applied=apply)


def short_name(text: str) -> str:
    """What a graph goes by in a merge: the last part of the path that it is read from, as part of an id.

    Examples
    --------
    >>> short_name("drugmechdb:kb/my paths.yaml"), short_name("shipped")
    ('my-paths', 'shipped')
    """
    return slug(Path(text.rpartition(":")[2]).stem or "graph")


def merging_json(one: Merging) -> dict[str, object]:
    """A merge as a value that `json` can write; as ``merge.json`` in its folder, with the rows passed over."""
    return {**merge_json(one.merged, one.sources), "passed_over": list(one.passed), "applied": one.applied}
