"""Takes a graph out in the format of another tool, with a report of what that format cannot hold. How it is written: `kgraph.exchange`."""

from __future__ import annotations

from collections.abc import Mapping

from kgraph.exchange import OUT, Report
from kgraph.exchange.formats import exporter
from kgraph.model import Selection
from kgraph.store import Knowledge

__all__ = ["Report", "export_text"]

_EVERYTHING = Selection()


def export_text(format: str, knowledge: Knowledge, *, selection: Selection = _EVERYTHING) -> tuple[str | Mapping[str, str], Report]:
    """The claims of a selection in another format.

    Parameters
    ----------
    format : str
        A key of `kgraph.exchange.OUT`, such as ``graphml``.
    knowledge : Knowledge
    selection : Selection

    Returns
    -------
    text, Report
        One text, or for a format of several files their texts by name (``graph_nodes.tsv``); and what was kept, approximated and
        lost of every entry.

    Raises
    ------
    ExchangeError
        The format is unknown.

    Notes
    -----
    The text stands in memory. `kgraph.exchange.export_to` streams to a file.
    """
    report = Report(format)
    pieces: dict[str, list[bytes]] = {}
    for ending, piece in exporter(format)(knowledge, selection, report):
        pieces.setdefault(ending, []).append(piece)
    texts = {ending: b"".join(held).decode("utf-8") for ending, held in pieces.items()}
    if set(texts) <= {""}:
        return texts.get("", ""), report
    return {f"graph{ending}{OUT[format].suffixes[0]}": text for ending, text in texts.items()}, report
