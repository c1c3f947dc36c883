"""Refuses files nested so deep that the parser, which recurses, would end the process instead of raising an error.

Found by trying (pyoxigraph 0.5.13, a stack of 8 MB): objects in objects of JSON-LD crash it somewhere between 1,500 and 6,000
deep, triple terms in triple terms between 6,000 and 40,000. Blank nodes and lists of Turtle do not.
"""

from __future__ import annotations

import re
from pathlib import Path

from kgraph.errors import KnowledgeError

MAX_DEPTH = 500
_CHUNK = 1 << 20
_TRIPLE_TERM = re.compile(rb"<<\(|\)>>")
_JSON = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)


def refuse_mazes(path: Path, *, json: bool) -> None:
    """`KnowledgeError` when a file nests deeper than 500; an `OSError` when it cannot be read.

    Notes
    -----
    Turtle and its kin are looked through for the one mark that opens a triple term, a gigabyte a second; JSON is counted
    bracket by bracket.
    """
    with path.open("rb") as stream:
        if json:
            deep = _depth(_JSON, stream.read()) > MAX_DEPTH
        else:
            opened = sum(chunk.count(b"<<(") for chunk in iter(lambda: stream.read(_CHUNK), b""))
            deep = opened >= MAX_DEPTH and _depth(_TRIPLE_TERM, path.read_bytes()) > MAX_DEPTH
    if deep:
        raise KnowledgeError(f"the file is nested more than {MAX_DEPTH} deep", where=str(path), remedy="write it flatter")


def _depth(marks: re.Pattern[bytes], text: bytes) -> int:
    """How deep the brackets of a text go."""
    depth = deepest = 0
    for match in marks.finditer(text):
        mark = match.group()
        if mark in (b"[", b"{", b"<<("):
            depth += 1
            deepest = max(deepest, depth)
        elif mark in (b"]", b"}", b")>>"):
            depth -= 1
    return deepest
