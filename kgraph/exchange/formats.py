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
    "gocam": Format(title="GO-CAM YAML, JSON or Turtle", suffixes=(".yaml", ".json", ".ttl"), module="gocam_files", function="read"),
    "gpml": Format(title="WikiPathways GPML", suffixes=(".gpml",), module="gpml_files", function="read"),
    "bel": Format(title="BEL script", suffixes=(".bel",), module="bel_script", function="read"),
    "pybel": Format(title="PyBEL node-link JSON", suffixes=(".json", ".gz"), module="bel_nodelink", function="read"),
    "links": Format(title="link table, TSV or CSV", suffixes=(".tsv", ".csv"), module="link_tables", function="read_links"),
    "sif": Format(title="SIF", suffixes=(".sif",), module="link_tables", function="read_sif"),
    "rdf": Format(
        title="RDF with a mapping file", suffixes=(".ttl", ".trig", ".nt", ".nq", ".rdf"), module="mapped_files", function="read"
    ),
}
OUT: Mapping[str, Format] = {
    "turtle": Format(title="Turtle", suffixes=(".ttl",), module="export_rdf", function="turtle"),
    "trig": Format(title="TriG", suffixes=(".trig",), module="export_rdf", function="trig"),
    "nquads": Format(title="N-Quads", suffixes=(".nq",), module="export_rdf", function="nquads"),
    "jsonld": Format(title="JSON-LD", suffixes=(".jsonld",), module="export_rdf", function="jsonld"),
    "links": Format(title="link table", suffixes=(".tsv",), module="export_tables", function="links"),
    "sif": Format(title="SIF", suffixes=(".sif",), module="export_tables", function="sif"),
    "graphml": Format(title="GraphML", suffixes=(".graphml",), module="export_graphml", function="graphml"),
    "kgx": Format(title="KGX JSONL", suffixes=(".jsonl",), module="export_kgx", function="jsonl"),
    "kgx-tsv": Format(title="KGX TSV", suffixes=(".tsv",), module="export_kgx", function="tsv"),
    "indra": Format(title="INDRA statements JSON", suffixes=(".json",), module="export_indra", function="indra"),
    "nanopub": Format(title="nanopublications", suffixes=(".trig",), module="export_nanopub", function="nanopub"),
    "sssom": Format(title="SSSOM TSV of the mappings", suffixes=(".tsv",), module="export_sssom", function="sssom"),
    "crate": Format(title="RO-Crate description", suffixes=(".json",), module="export_crate", function="crate"),
    "void": Format(title="DCAT and VoID description", suffixes=(".ttl",), module="export_void", function="void"),
    "bel": Format(title="BEL script", suffixes=(".bel",), module="export_bel", function="bel"),
    "cx2": Format(title="CX2", suffixes=(".cx2",), module="export_cx2", function="cx2"),
    "cytoscape": Format(title="Cytoscape JSON", suffixes=(".cyjs",), module="export_cytoscape", function="cytoscape"),
}


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
