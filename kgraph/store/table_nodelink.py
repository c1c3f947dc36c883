"""Reads signed graphs in node-link JSON, as networkx and d3 write it, one link at a time. Old ``links`` and new ``edges`` are the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import islice
from json import JSONDecodeError
from operator import itemgetter
from typing import NoReturn

from kgraph.store.table_attributes import cells_of, label_in
from kgraph.store.table_complaints import BadCell, Complaints, clipped
from kgraph.store.table_ends import Ends
from kgraph.store.table_rows import Rows
from kgraph.store.table_text import unwatched

_BLANK = re.compile(r"[ \t\n\r]*")
_HALVES = re.compile("[\ud800-\udfff]")
_LINKS = ("links", "edges")
_COMMA = re.compile(r"[ \t\n\r]*,[ \t\n\r]*+(?=[^\]}])")
_ENDS = ("source", "target")
_AT_ONCE = 1024
_KEYS = {"source", "target", "sign"}
_PLAIN: Callable[[dict[str, object]], tuple[str, str, object]] = itemgetter("source", "target", "sign")
_SHAPE = 'node-link JSON is {"nodes": [{"id": …}], "edges": [{"source": …, "target": …, "sign": "+"}]}'


class _Twice(Exception):
    """A key that stands twice in one object."""


class NodeLinkReader:
    """Feeds one node-link text into rows.

    Notes
    -----
    The text is held whole while it is read; its links are not, so that a million take no more memory than the text.
    """

    def __init__(self, text: str, rows: Rows, complaints: Complaints) -> None:
        self._text = text
        self._rows = rows
        self._complaints = complaints
        self._ends = Ends(rows.names, complaints)
        self._decoder = json.JSONDecoder(object_pairs_hook=_object)
        self._line, self._counted = 1, 0
        self._watch: Callable[[int], None] = unwatched

    def read(self, watch: Callable[[int], None]) -> None:
        """Read to the end; `watch` is told how many characters are done.

        Raises
        ------
        FindingsError
            The text is no JSON, or not of this shape.
        """
        self._watch = watch
        seen: dict[str, int] = {}
        at = self._after(0, "{", "the graph is an object: " + _SHAPE)
        while self._text[at : at + 1] != "}":
            start = at
            key, at = self._value(at)
            if not isinstance(key, str):
                self._stop(start, "a key is no text", _SHAPE)
            if key in seen:
                self._stop(start, f"the key {clipped(key)} stands twice", "keep one of them")
            seen[key] = start
            at = self._member(key, self._after(at, ":", "a colon stands after each key"))
            at = self._next(at, "}")
        if self._skip(at + 1) != len(self._text):
            self._stop(at + 1, "something stands after the end of the graph", "a file holds one graph")
        links = [key for key in _LINKS if key in seen]
        if len(links) != 1:
            what = "both 'links' and 'edges'" if links else "neither 'links' nor 'edges'"
            self._stop(0, f"the graph has {what}", _SHAPE + "; JSON-LD goes by the suffix .jsonld")
        if "nodes" in seen:
            self._ends.check()

    def _member(self, key: str, at: int) -> int:
        if key in (*_LINKS, "nodes"):
            if self._text[at : at + 1] != "[":
                self._stop(at, f"{clipped(key)} is no list", _SHAPE)
            end = at + 1
            items = self._items(at + 1)
            while some := list(islice(items, _AT_ONCE)):
                if key == "nodes" or not self._add_links([item for _, item, _ in some]):
                    add = self._add_variable if key == "nodes" else self._add_link
                    for start, item, _ in some:
                        add(item, start)
                end = some[-1][2]
                self._watch(end)
            return self._skip(end) + 1
        value, end = self._value(at)
        if key == "directed" and value is False:
            self._stop(at, "the graph has no directions", "write a directed graph: which end acts on which?")
        return end

    def _items(self, at: int) -> Iterator[tuple[int, object, int]]:
        """Each item of a list with where it starts and where the text goes on: at the next item, or at the closing bracket."""
        at = self._skip(at)
        while self._text[at : at + 1] != "]":
            value, end = self._value(at)
            comma = _COMMA.match(self._text, end)
            end = comma.end() if comma else self._next(end, "]")
            yield at, value, end
            at = end

    def _add_links(self, items: list[object]) -> bool:
        """Take many links at once where they are as plain as links can be; otherwise nothing is done, and the answer is false."""
        plain = [_PLAIN(item) for item in items if type(item) is dict and item.keys() == _KEYS]
        if len(plain) < len(items):
            return False
        sources, targets, signs = zip(*plain, strict=True)
        if set(map(type, sources + targets)) != {str} or not set(map(type, signs)) <= {str, int}:
            return False
        if self._complaints.count or not self._ends.all_declared(sources + targets):
            return False
        try:
            self._rows.add_columns(sources, [str(sign) for sign in signs], targets, {})
        except BadCell:
            return False
        return True

    def _add_variable(self, item: object, at: int) -> None:
        if not isinstance(item, dict) or "id" not in item:
            self._complaints.add(self._line_at(at), "node", "a node has no 'id'", _SHAPE)
            return
        line = self._line_at(at)
        try:
            label = label_in((key, _cell(value)) for key, value in item.items() if key != "id")
            self._ends.declare(_end(item["id"]), label, line)
        except BadCell as bad:
            self._complaints.bad_cell(line, bad)

    def _add_link(self, item: object, at: int) -> None:
        line = self._line_at(at)
        if not isinstance(item, dict):
            self._complaints.add(line, "link", "a link is no object", _SHAPE)
            return
        try:
            source, target = _end(item.get("source")), _end(item.get("target"))
            predicate, cells = cells_of([(_cell(key), _cell(value)) for key, value in item.items() if key not in _ENDS])
        except BadCell as bad:
            self._complaints.bad_cell(line, bad)
            return
        self._ends.use(source, line)
        self._ends.use(target, line)
        self._rows.add(source, predicate, target, cells, line, self._complaints)

    def _value(self, at: int) -> tuple[object, int]:
        try:
            value, end = self._decoder.raw_decode(self._text, at)
        except JSONDecodeError as error:
            self._stop(error.pos, f"this is no JSON: {error.msg}", "mend the text at this place")
        except RecursionError:
            self._stop(at, "the JSON is nested too deeply", _SHAPE)
        except _Twice as twice:
            self._stop(at, f"the key {clipped(str(twice))} stands twice in one object", "keep one of them")
        except ValueError:
            self._stop(at, "a number has too many digits", "shorten it, or write it as a text")
        return value, end

    def _skip(self, at: int) -> int:
        found = _BLANK.match(self._text, at)
        return found.end() if found else at

    def _after(self, at: int, mark: str, remedy: str) -> int:
        at = self._skip(at)
        if self._text[at : at + 1] != mark:
            self._stop(at, f"'{mark}' is expected here", remedy)
        return self._skip(at + 1)

    def _next(self, at: int, close: str) -> int:
        """Where the next item starts, or the closing mark stands."""
        at = self._skip(at)
        if self._text[at : at + 1] == close:
            return at
        at = self._after(at, ",", f"a comma or '{close}' stands after each item")
        if self._text[at : at + 1] == close:
            self._stop(at, "nothing stands after the comma", "take the comma out")
        return at

    def _line_at(self, at: int) -> int:
        if at < self._counted:
            return self._text.count("\n", 0, at) + 1
        self._line += self._text.count("\n", self._counted, at)
        self._counted = at
        return self._line

    def _stop(self, at: int, message: str, remedy: str) -> NoReturn:
        column = at - self._text.rfind("\n", 0, at)
        self._complaints.stop(self._line_at(at), "JSON", f"{message} (column {column})", remedy)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(next(key for key in keys if keys.count(key) > 1))
    return found


def _end(value: object) -> str:
    """An end of a link as text: networkx writes whole numbers as they are."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    what = "is missing" if value is None else f"is {clipped(json.dumps(value), 20)}, neither a text nor a whole number"
    raise BadCell("end", f"an end of the link {what}", "name it by the id of its node")


def _cell(value: object) -> str:
    text = value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)
    if not text.isascii() and _HALVES.search(text):
        raise BadCell("surrogate", "half of a surrogate pair is no character", "write the whole pair")
    return text
