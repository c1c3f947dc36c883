"""The library of questions: one ``.rq`` file each, with a header that says what it asks. How one is run: `running.py`.

The header stands in ``#+`` lines and is YAML, as grlc has it: ``summary``, ``summary_zh``, ``description``, ``tags``, ``params``
(``name``, ``type``, ``default``, ``example``, ``description``, ``required``) and ``columns`` (``name``, ``description``). A query
projects its parameters. For one that may be left out write ``COALESCE(?value > ?least, true)``; ``BOUND(?least)`` is false even
when a value was given, because the engine puts values where a variable is used and not where it is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import InvalidValue, QueryError, QueryNotFound
from kgraph.model import Label
from kgraph.store import fold, shipped_queries, similar

TYPES = ("iri", "string", "integer", "number", "lang")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A variable of a query that the one who asks may bind. Without a value and a `default` it stays free."""

    name: str
    type: str = "string"
    default: str = ""
    example: str = ""
    description: str = ""
    required: bool = False

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise InvalidValue(f"'{self.type}' is no type of parameter", where=self.name, remedy=f"use one of {', '.join(TYPES)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the answer."""

    name: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question in SPARQL with its header. `name` is the name of its file without the suffix."""

    name: str
    text: str
    summary: Label = Label()
    description: str = ""
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()


def list_queries(folder: Path | None = None) -> tuple[Query, ...]:
    """All queries of a folder, sorted by name; of the shipped library when no folder is given."""
    return tuple(read_query(path) for path in _paths(folder))


def find_query(name: str, folder: Path | None = None) -> Query:
    """The query of this name; case, hyphens and spaces do not matter.

    Raises
    ------
    QueryNotFound
        Carries the three nearest names.
    """
    paths = {fold(path.stem): path for path in _paths(folder)}
    if fold(name) in paths:
        return read_query(paths[fold(name)])
    near = tuple(paths[match].stem for match in similar(name, sorted(paths), 3))
    raise QueryNotFound(f"no query is named '{name}'", candidates=near, remedy="did you mean " + ", ".join(near) if near else "")


def read_query(path: Path) -> Query:
    """A query from its file.

    Raises
    ------
    QueryError
        When the file cannot be read, or its header is not the YAML that it should be.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the query cannot be read: {error}", where=str(path), remedy="check that it is a text in UTF-8") from None
    header = _header(text, path)
    try:
        return Query(
            name=path.stem,
            text=text,
            summary=Label(en=_text(header, "summary"), zh=_text(header, "summary_zh")),
            description=_text(header, "description").strip(),
            tags=tuple(str(tag) for tag in _items(header, "tags")),
            parameters=tuple(_parameter(item) for item in _mappings(header, "params")),
            columns=tuple(
                Column(name=_text(item, "name"), description=_text(item, "description")) for item in _mappings(header, "columns")
            ),
        )
    except InvalidValue as error:
        raise QueryError(error.message, where=f"{path}, {error.where}", remedy=error.remedy) from None


def _paths(folder: Path | None) -> list[Path]:
    root = folder or shipped_queries()
    if not root.is_dir():
        raise QueryError("no such folder of queries", where=str(root), remedy="name a folder that holds .rq files")
    return sorted(path for path in root.rglob("*.rq") if path.is_file())


def _header(text: str, path: Path) -> Mapping[str, object]:
    """The ``#+`` lines as YAML. Line numbers stay those of the file, because other lines become empty ones."""
    import yaml

    lines = [re.sub(r"^#\+ ?", "", line) if line.startswith("#+") else "" for line in text.splitlines()]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        header = yaml.load("\n".join(lines), Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or "it is not YAML"
        raise QueryError(f"the header cannot be read: {problem}", where=place, remedy="mend the '#+' lines; they are YAML") from None
    if header is not None and not isinstance(header, dict):
        raise QueryError("the header is no list of 'name: value'", where=str(path), remedy="write '#+ summary: ...' and so on")
    return header or {}


def _parameter(item: Mapping[str, object]) -> Parameter:
    return Parameter(
        name=_text(item, "name"),
        type=_text(item, "type") or "string",
        default=_text(item, "default"),
        example=_text(item, "example"),
        description=_text(item, "description"),
        required=item.get("required") is True,
    )


def _column(item: Mapping[str, object]) -> Column:
    return Column(name=_text(item, "name"), description=_text(item, "description"))


def _text(mapping: Mapping[str, object], key: str) -> str:
    value = mapping.get(key, "")
    return "" if value is None else str(value)


def _items(mapping: Mapping[str, object], key: str) -> list[object]:
    value = mapping.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise InvalidValue(f"'{key}' is not a list", where=key, remedy="write one '- ...' a line")
    return value


def _mappings(mapping: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    found: list[Mapping[str, object]] = []
    for item in _items(mapping, key):
        if not isinstance(item, dict) or not item.get("name"):
            raise InvalidValue(f"an item of '{key}' has no name", where=key, remedy="write '- name: ...'")
        found.append(item)
    return found
