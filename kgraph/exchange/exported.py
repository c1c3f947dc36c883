"""What an exporter is: knowledge in, pieces of text or bytes out, and a report of what the format cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgraph.exchange.report import Report
from kgraph.model import Selection
from kgraph.store import Knowledge

Piece = tuple[str, bytes]
Exporter = Callable[[Knowledge, Selection, Report], Iterator[Piece]]
"""Yields pieces in order: the ending of the file that a piece belongs to (empty for the only file), and the bytes."""
