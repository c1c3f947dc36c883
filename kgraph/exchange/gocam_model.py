"""A GO-CAM model as individuals and relations between them, whatever form it was written in. What they become: `gocam_entries.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kgraph.exchange.json_records import Json
from kgraph.exchange.yaml_records import Value

Plain = Json | Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who wrote something into the model, when, and for whom."""

    contributors: tuple[str, ...] = ()
    date: str = ""
    providers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One evidence: its code (ECO), its publication and what it was made with."""

    code: str
    label: str = ""
    reference: str = ""
    made_with: tuple[str, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Individual:
    """Something in the model: its class as the file names it, and the label of that class, if the file has one."""

    id: str
    term: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One relation between two individuals."""

    subject: str
    relation: str
    object: str
    items: tuple[Item, ...] = ()
    provenance: Provenance = Provenance()


@dataclass(slots=True, kw_only=True)
class Model:
    """One model. `troubles` are parts that could not be read: what, and why."""

    id: str
    title: str = ""
    taxa: tuple[str, ...] = ()
    state: str = ""
    comments: tuple[str, ...] = ()
    individuals: dict[str, Individual] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    troubles: list[tuple[str, str]] = field(default_factory=list)


def member(value: Plain, name: str) -> Plain:
    """A member of a mapping; ``None`` where there is none, or no mapping."""
    return value.get(name) if isinstance(value, dict) else None


def text(value: Plain, name: str) -> str:
    """A member that is a text; empty for any other."""
    held = member(value, name)
    return held.strip() if isinstance(held, str) else ""


def items(value: Plain, name: str) -> list[Plain]:
    """A member that is a list; one that is a mapping or a text is a list of one."""
    held = member(value, name)
    if isinstance(held, list):
        return list(held)
    return [held] if isinstance(held, dict | str) and held else []


def texts(value: Plain, name: str) -> tuple[str, ...]:
    """The texts in a member that is a list of them, or one."""
    return strings(items(value, name))


def strings(values: Iterable[Plain]) -> tuple[str, ...]:
    """Those of these values that are texts and not empty."""
    return tuple(one.strip() for one in values if isinstance(one, str) and one.strip())


def short(identity: str) -> str:
    """The last part of the id of a model: ``568b0f9600000284`` of ``gomodel:568b0f9600000284``."""
    return identity.rstrip("/").rpartition("/")[2].rpartition(":")[2] or identity
