"""Reads YAML as plain texts, lists and mappings, one record at a time, and follows nothing that the text asks for.

Made of the parser's events, not of its objects: a text of 100,000 brackets ends the process in PyYAML's own composer (found by
trying, PyYAML 6.0.3), while events come one by one. Tags are not obeyed, aliases are not followed, numbers and dates stay texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kgraph.errors import ExchangeError
from kgraph.exchange.meter import Watch, unwatched

if TYPE_CHECKING:
    import yaml

Value = str | None | list["Value"] | dict[str, "Value"]
MAX_DEPTH = 40
# Beyond this the parser's own time grows with the square of the depth, and no more of the file is read.
_HOPELESS = 400
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class YamlRecord:
    """One mapping of a file: the only one, or one of a list or of several documents.

    `trouble` says what was not understood in it; empty for a whole one. After a break in the grammar nothing more can be read of a
    file: `ends` is true, and `value` is what stood there, half.
    """

    line: int
    value: Value = None
    trouble: str = ""
    ends: bool = False


def yaml_records(path: Path, *, watch: Watch = unwatched) -> Iterator[YamlRecord]:
    """The records of a file, in its order, each as soon as it is read.

    A top-level list is a list of records, and so is a stream of several documents. `watch` is given the open file.

    Raises
    ------
    ExchangeError
        The file cannot be opened. What is wrong inside it is told by the records.
    """
    try:
        with path.open("rb") as stream:
            watch(stream)
            yield from yaml_stream(stream)
    except OSError as error:
        raise ExchangeError(f"it cannot be read: {error.strerror or error}", where=str(path), remedy="check the path") from None


def yaml_stream(stream: BinaryIO) -> Iterator[YamlRecord]:
    """The same of bytes that are open already."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder()
    try:
        parser = loader(stream)
        while parser.check_event():
            yield from builder.take(parser.get_event())
            if builder.hopeless:
                yield YamlRecord(builder.line, trouble=f"nested more than {_HOPELESS} deep", ends=True)
                return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        yield YamlRecord(mark.line + 1 if mark else builder.line, trouble=f"not YAML: {error.problem or error.context}", ends=True)
    except yaml.reader.ReaderError as error:
        yield YamlRecord(builder.line, trouble=f"not text in UTF-8: {error.reason} at byte {error.position}", ends=True)
    except UnicodeDecodeError as error:
        yield YamlRecord(builder.line, trouble=f"not text in UTF-8: {error.reason} at byte {error.start}", ends=True)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet; `key` is the key that waits for its value."""

    into: list[Value] | dict[str, Value]
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    """Puts events together. `depth` counts levels that are too deep to keep."""

    line: int = 1
    _stack: list[_Open] = field(default_factory=list)
    _in_list: bool = False
    _record: YamlRecord | None = None
    _skipped: int = 0

    @property
    def hopeless(self) -> bool:
        """Whether the text is an attack rather than data."""
        return self._skipped > _HOPELESS

    def take(self, event: yaml.Event) -> Iterator[YamlRecord]:
        """One event; yields the record that it completes."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            text, quoted = getattr(event, "value", ""), getattr(event, "style", None)
            yield from self._value(None if text in _NULL and not quoted else text, event)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            yield from self._open(event, {} if kind == "MappingStartEvent" else [])
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            yield from self._close()
        elif kind == "AliasEvent":
            self._begin(event)
            self._complain(event, "a YAML alias, which is not followed")
            yield from self._value(None, event)

    def _open(self, event: yaml.Event, into: list[Value] | dict[str, Value]) -> Iterator[YamlRecord]:
        if not self._stack and not self._in_list and isinstance(into, list):
            self._in_list = True
            return
        self._begin(event)
        if self._skipped or len(self._stack) >= MAX_DEPTH:
            self._skipped += 1
            self._complain(event, f"nested more than {MAX_DEPTH} deep")
        elif self._stack and self._awaits_key():
            self._skipped += 1
            self._complain(event, "a list or mapping as a key")
        else:
            self._stack.append(_Open(into))
        yield from ()

    def _close(self) -> Iterator[YamlRecord]:
        if self._skipped:
            self._skipped -= 1
            if self._skipped == 0:
                self._put(None)
        elif self._stack:
            done = self._stack.pop().into
            if self._stack:
                self._put(done)
            else:
                yield self._finish(done)
        else:
            self._in_list = False

    def _value(self, value: str | None, event: yaml.Event) -> Iterator[YamlRecord]:
        if self._skipped:
            return
        if self._stack:
            self._put(value, event)
        else:
            self._begin(event)
            yield self._finish(value)

    def _put(self, value: Value, event: yaml.Event | None = None) -> None:
        top = self._stack[-1]
        if isinstance(top.into, list):
            top.into.append(value)
        elif top.key is None:
            top.key = value if isinstance(value, str) else ""
            if top.key in top.into and event is not None:
                self._complain(event, f"the key '{top.key[:40]}' stands twice")
        else:
            top.into[top.key] = value
            top.key = None

    def _awaits_key(self) -> bool:
        top = self._stack[-1]
        return isinstance(top.into, dict) and top.key is None

    def _begin(self, event: yaml.Event) -> None:
        if self._record is None:
            self.line = _line(event)
            self._record = YamlRecord(self.line)

    def _complain(self, event: yaml.Event, what: str) -> None:
        if self._record is not None and not self._record.trouble:
            self._record.trouble = f"{what} (line {_line(event)})"

    def _finish(self, value: Value) -> YamlRecord:
        record = self._record or YamlRecord(self.line)
        record.value = value
        self._record = None
        return record


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
