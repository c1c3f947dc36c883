"""What an importer yields: one record of another format as terms, entries and the few triples that values have no field for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph.exchange.report import Report
from kgraph.model import Entry, SignedMechanism, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """One triple beside the values: `subject` is an id, `predicate` an IRI, `value` an IRI when `iri` is true, else a text.

    `language` is the tag of the text, where it is of one.
    """

    subject: str
    predicate: str
    value: str
    iri: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One record. Terms that an earlier record of the same import has given already are not given again.

    `mechanism` is the record as signed steps for the audit, where the format has mechanisms.

    An entry may come again in a later record with other mechanisms and further evidence: the same claim, said once more.
    """

    name: str
    place: str
    terms: tuple[Term, ...]
    entries: tuple[Entry, ...]
    extras: tuple[Extra, ...] = ()
    mechanism: SignedMechanism | None = None


Importer = Callable[[Path, Report], Iterator[Imported]]
"""Reads one path (a file or a folder), yields its records as they are read, and tells the report about each."""
