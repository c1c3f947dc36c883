"""Which formats there are, and where their readers and writers live: two plain dicts; nothing is loaded until it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from kgraph.errors import ExchangeError
from kgraph.exchange.exported import Exporter
from kgraph.exchange.imported import Importer


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: what people call it, the suffixes of its files, and the module and function that do the work."""

    title: str
    suffixes: tuple[str, ...]
    module: str
    function: str


IN: Mapping[str, Format] = {
    "drugmechdb": Format(title="DrugMechDB YAML", suffixes=(".yaml", ".yml"), module="drugmechdb", function="read"),
    "indra": Format(title="INDRA statements JSON", suffixes=(".json", ".jsonl"), module="indra", function="read"),
    "signor": Format(title="SIGNOR TSV", suffixes=(".tsv", ".csv", ".txt"), module="signor", function="read"),
    "omnipath": Format(title="OmniPath interactions TSV", suffixes=(".tsv", ".csv", ".txt"), module="omnipath", function="read"),
    "kgx": Format(title="KGX TSV or JSONL", suffixes=(".tsv", ".jsonl"), module="kgx", function="read"),
}
OUT: Mapping[str, Format] = {}


def importer(name: str) -> Importer:
    """The reader of a format; `ExchangeError` for a name that is none, with the names there are."""
    return cast(Importer, _loaded(IN, name, "import"))


def exporter(name: str) -> Exporter:
    """The writer of a format; `ExchangeError` for a name that is none, with the names there are."""
    return cast(Exporter, _loaded(OUT, name, "export"))


def _loaded(formats: Mapping[str, Format], name: str, verb: str) -> object:
    if name not in formats:
        raise ExchangeError(f"'{name}' is not a format that kgraph can {verb}", remedy=f"use one of {', '.join(formats)}")
    found = formats[name]
    return getattr(import_module(f"kgraph.exchange.{found.module}"), found.function)
