"""Random data in the shape of each format: only a report comes of it, never another error, and what is written loads."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.exchange import import_into
from kgraph.store import load
from tests.exchange.test_indra import statement
from tests.exchange.test_tables_in import OMNIPATH, SIGNOR

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
WORDS = [
    "ketamine",
    "UniProt:P42345",
    "P42345",
    "CHEBI:6121",
    "x",
    "",
    "yes",
    "1",
    "a\\b",
    'say "no"',
    "<>",
    "氯胺酮",
    "\u0085",
    "ent:y",
    "var:z",
]
NAMES = st.sampled_from(
    [
        "name",
        "db_refs",
        "UP",
        "mods",
        "mod_type",
        "evidence",
        "context",
        "id",
        "label",
        "key",
        "source",
        "target",
        "reference",
        "concept",
        "delta",
    ]
)
JSON = st.recursive(
    LEAVES | st.sampled_from(WORDS), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=12
)
CELL = st.sampled_from(WORDS) | st.text(alphabet=st.characters(exclude_characters="\n\r"), max_size=6)
KINDS = st.sampled_from(
    ["Activation", "Phosphorylation", "Complex", "ActiveForm", "Influence", "Conversion", "Translocation", "Association"]
)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def survives(format: str, name: str, text: str) -> None:
    """Imports this text; what comes of it loads, and the report accounts for every record."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
        report = import_into(format, [path], Path(folder) / "out")
        load(Path(folder) / "out")
        counts = dict(report.records)
        assert counts.pop("read") == sum(counts.values())
        json.dumps(report.as_json())


@FEW
@given(KINDS, st.dictionaries(st.sampled_from(["subj", "obj", "enz", "sub", "members", "agent", "obj_to", "evidence", "supports"]), JSON))
def test_indra(kind: str, fields: dict[str, object]) -> None:
    evidence = fields.pop("evidence", [])
    survives("indra", "x.json", json.dumps([{**statement(kind), **fields, "evidence": evidence}, {**statement("Gef"), **fields}]))


@FEW
@given(st.dictionaries(st.sampled_from(["graph", "nodes", "links", "references", "comment"]), JSON), JSON)
def test_drugmechdb(fields: dict[str, object], node: object) -> None:
    record = {"graph": {"_id": "x"}, "nodes": [node, {"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "key": "causes"}]}
    # JSON is YAML too.
    survives("drugmechdb", "x.yaml", json.dumps([{**record, **fields}, record]))


@FEW
@given(st.lists(st.lists(CELL, min_size=len(SIGNOR), max_size=len(SIGNOR)), min_size=1, max_size=4))
def test_signor(rows: list[list[str]]) -> None:
    effects = ["up-regulates", "form complex", "unknown", "down-regulates quantity"]
    cells = [[*row[:8], effect, *row[9:]] for row, effect in zip(rows, effects, strict=False)]
    survives("signor", "x.tsv", "\n".join("\t".join(row).replace("\t\t", "\t \t") for row in [SIGNOR, *cells]))


@FEW
@given(st.lists(st.lists(CELL, min_size=len(OMNIPATH), max_size=len(OMNIPATH)), min_size=1, max_size=4))
def test_omnipath(rows: list[list[str]]) -> None:
    survives("omnipath", "x.tsv", "\n".join("\t".join(row) for row in [OMNIPATH, *rows]))


@FEW
@given(st.dictionaries(st.sampled_from(["id", "subject", "object", "publications", "object_aspect_qualifier", "negated"]), JSON), JSON)
def test_kgx(fields: dict[str, object], other: object) -> None:
    edge = {"subject": "CHEBI:6121", "predicate": "biolink:affects", "object": "UniProtKB:P42345"}
    survives("kgx", "x_edges.jsonl", "\n".join(map(json.dumps, [{**edge, **fields}, other, edge])))


@pytest.mark.parametrize("format", ["drugmechdb", "indra", "signor", "omnipath", "kgx", "gocam", "gpml", "links", "sif"])
@given(data=st.binary(max_size=200))
@FEW
def test_bytes_of_any_kind(format: str, data: bytes) -> None:
    from kgraph.errors import KgraphError

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.json"
        path.write_bytes(data)
        try:
            import_into(format, [path], Path(folder) / "out")
        except KgraphError:
            return
        load(Path(folder) / "out")
