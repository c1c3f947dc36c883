"""The mapping file that says how relations are written in somebody's RDF: read, checked, and turned into values.

Every name in it is an IRI, whole or under a prefix, and is checked to be one; none of it is ever put into a query.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import ExchangeError
from kgraph.exchange.kinds import ASPECTS, DEFAULT_ASPECT
from kgraph.exchange.yaml_records import Value, yaml_records
from kgraph.vocabulary.prefixes import STANDARD
from kgraph.vocabulary.registries import REGISTRIES
from kgraph.vocabulary.terms import LABEL, RDF_TYPE

GRAPH = "GRAPH"
LEFT_OUT = "leave out"
_SIGNS = frozenset({"+", "-", "?", "none", LEFT_OUT})
_PATHS = ("subject", "object", "reference", "text", "species", "label", "identifier")
_FIELDS = frozenset({*_PATHS, "name", "title", "prefixes", "registries", "relation", "sign", "direct", "kind", "aspect"})
_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}")
_ASPECTS = frozenset({*ASPECTS.values()})
Step = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path_:
    """Steps from a node to others: each a choice of predicates, ``^`` before one that is followed backwards; or `GRAPH`."""

    steps: tuple[Step, ...] = ()
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What the values at the end of a path mean; `otherwise` is for those that are not in it."""

    path: Path_
    values: Mapping[str, str]
    otherwise: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RdfMapping:
    """All that a mapping file says."""

    name: str
    title: str
    classes: frozenset[str]
    where: tuple[Table, ...]
    subject: Path_
    object: Path_
    sign: Table
    direct: Table
    reference: Path_
    text: Path_
    species: Path_
    label: Path_
    kind: Table
    identifier: Path_
    aspects: tuple[str, str]
    registries: tuple[tuple[str, str], ...]

    def predicates(self) -> frozenset[str]:
        """Every predicate that any path follows, without its direction."""
        paths = [self.subject, self.object, self.reference, self.text, self.species, self.label, self.identifier]
        paths += [table.path for table in (self.sign, self.direct, self.kind, *self.where)]
        named = {one.removeprefix("^") for path in paths for step in path.steps for one in step}
        return frozenset((named | {RDF_TYPE}) - {GRAPH})


def read_mapping(path: Path) -> RdfMapping:
    """The mapping in a file.

    Raises
    ------
    ExchangeError
        It is no mapping of this kind; the message names the field, and what may stand there.
    """
    records = list(yaml_records(path))
    if len(records) != 1 or records[0].trouble or not isinstance(records[0].value, dict):
        why = next((one.trouble for one in records if one.trouble), "a mapping file is one YAML mapping")
        raise ExchangeError(why, where=str(path), remedy="see 'Foreign RDF' in docs/exchange.md")
    return _Reader(records[0].value, str(path)).mapping()


class _Reader:
    def __init__(self, value: dict[str, Value], where: str) -> None:
        self._value = value
        self._where = where
        self._prefixes = {**{name: one.uri for name, one in REGISTRIES.items()}, **STANDARD}

    def mapping(self) -> RdfMapping:
        """All of it, checked."""
        for field in self._value:
            if field not in _FIELDS:
                raise self._wrong(field, f"no such field; there are {', '.join(sorted(_FIELDS))}")
        self._prefixes |= self._texts("prefixes")
        name = self._text("name")
        if not _NAME.fullmatch(name):
            raise self._wrong("name", "a short name in small letters, digits and hyphens")
        relation = self._held("relation")
        return RdfMapping(
            name=name,
            title=self._text("title") or name,
            classes=frozenset(self._iri(one, "relation.class") for one in _strings(relation.get("class"))),
            where=tuple(self._condition(one) for one in _list(relation.get("where"))),
            subject=self._needed("subject"),
            object=self._needed("object"),
            sign=self._table("sign", _SIGNS),
            direct=self._table("direct", frozenset({"true", "false"}), needed=False),
            reference=self._path("reference"),
            text=self._path("text"),
            species=self._path("species"),
            label=self._path("label", default=LABEL),
            kind=self._table("kind", frozenset(DEFAULT_ASPECT) | {"Entity"}, needed=False),
            identifier=self._path("identifier"),
            aspects=self._aspects(),
            registries=self._registries(),
        )

    def _needed(self, field: str) -> Path_:
        path = self._path(field)
        if not path.steps:
            raise self._wrong(field, "the path from a relation to its end")
        return path

    def _path(self, field: str, *, default: str = "") -> Path_:
        held = self._value.get(field)
        steps = held.get("path") if isinstance(held, dict) else held
        prefix = held.get("prefix") if isinstance(held, dict) else ""
        if isinstance(prefix, str) and prefix and prefix not in REGISTRIES:
            raise self._wrong(f"{field}.prefix", "a registry that kgraph knows, such as pubmed")
        found = self._steps(steps, field) if steps is not None else (((default,),) if default else ())
        return Path_(steps=found, prefix=prefix if isinstance(prefix, str) else "")

    def _steps(self, value: Value, field: str) -> tuple[Step, ...]:
        steps = _strings(value)
        if not steps or len(steps) != len(_list(value)) or len(steps) > 10:
            raise self._wrong(field, "a path: one property, or a list of at most ten, one step after the other")
        return tuple(tuple(self._one(choice.strip(), field) for choice in step.split("|")) for step in steps)

    def _one(self, text: str, field: str) -> str:
        if text == GRAPH:
            return text
        back = "^" if text.startswith("^") else ""
        return back + self._iri(text.removeprefix("^"), field)

    def _iri(self, text: str, field: str) -> str:
        """A whole IRI, or one under a prefix."""
        from pyoxigraph import NamedNode

        plain = text.strip().removeprefix("<").removesuffix(">")
        prefix, colon, local = plain.partition(":")
        whole = self._prefixes[prefix] + local if colon and prefix in self._prefixes and not local.startswith("//") else plain
        try:
            return NamedNode(whole).value
        except ValueError:
            raise self._wrong(field, f"'{text[:80]}' is no IRI, and no name under a prefix that the mapping declares") from None

    def _table(self, field: str, allowed: frozenset[str], *, needed: bool = True) -> Table:
        held = self._value.get(field)
        if held is None and not needed:
            return Table(path=Path_(), values={})
        if not isinstance(held, dict) or held.get("path") is None or not isinstance(held.get("values"), dict):
            raise self._wrong(field, "a mapping with path and values")
        return self._checked(held, field, allowed)

    def _checked(self, held: dict[str, Value], field: str, allowed: frozenset[str]) -> Table:
        values = held["values"]
        assert isinstance(values, dict)
        otherwise = held.get("otherwise")
        meanings = [*values.values(), *([otherwise] if otherwise is not None else [])]
        for meaning in meanings:
            if meaning not in allowed:
                raise self._wrong(field, f"'{str(meaning)[:40]}' is none of {', '.join(sorted(allowed))}")
        table = {self._key(key, field): str(meaning) for key, meaning in values.items()}
        return Table(path=self._path(field), values=table, otherwise=str(otherwise or ""))

    def _key(self, text: str, field: str) -> str:
        """A value of the data: an IRI where it is written as one, else a text."""
        prefix, colon, local = text.partition(":")
        written = text.startswith("<") or "://" in text or (colon and prefix in self._prefixes and bool(local))
        return self._iri(text, field) if written else f'"{text}'

    def _condition(self, value: Value) -> Table:
        if not isinstance(value, dict) or not _strings(value.get("is")):
            raise self._wrong("relation.where", "a list of mappings with path and is")
        steps = self._steps(value.get("path"), "relation.where")
        return Table(path=Path_(steps=steps), values={self._key(one, "relation.where"): "true" for one in _strings(value["is"])})

    def _aspects(self) -> tuple[str, str]:
        held = self._texts("aspect")
        for side, aspect in held.items():
            if side not in ("subject", "object") or aspect not in _ASPECTS:
                known = ", ".join(sorted(_ASPECTS))
                raise self._wrong("aspect", f"for subject and object, an aspect: {known}")
        return held.get("subject", ""), held.get("object", "")

    def _registries(self) -> tuple[tuple[str, str], ...]:
        """Beginnings of addresses with their registries, the longest first."""
        held = self._texts("registries")
        for prefix in held.values():
            if prefix not in REGISTRIES:
                raise self._wrong("registries", f"'{prefix[:40]}' is no registry that kgraph knows, such as hgnc")
        return tuple(
            sorted(((self._iri(base, "registries"), prefix) for base, prefix in held.items()), key=lambda one: (-len(one[0]), one))
        )

    def _held(self, field: str) -> dict[str, Value]:
        held = self._value.get(field)
        if held is not None and not isinstance(held, dict):
            raise self._wrong(field, "a mapping")
        return held or {}

    def _texts(self, field: str) -> dict[str, str]:
        held = self._held(field)
        if not all(isinstance(one, str) for one in held.values()):
            raise self._wrong(field, "a mapping of texts")
        return {key: str(one) for key, one in held.items()}

    def _text(self, field: str) -> str:
        held = self._value.get(field)
        return held.strip() if isinstance(held, str) else ""

    def _wrong(self, field: str, what: str) -> ExchangeError:
        return ExchangeError(f"in '{field}' of the mapping: {what}", where=self._where, remedy="see 'Foreign RDF' in docs/exchange.md")


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strings(value: Value) -> list[str]:
    return [one for one in _list(value) if isinstance(one, str) and one.strip()]
