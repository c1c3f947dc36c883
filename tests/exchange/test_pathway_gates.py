"""What comes in of GO-CAM, GPML and foreign RDF passes the gates of the check; random models and mappings end in a report."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import ExchangeError
from kgraph.exchange import import_into
from kgraph.model import Severity
from kgraph.store import load
from kgraph.validation import check
from tests.exchange.pathway_samples import YAML, minerva, turtle
from tests.exchange.recording import written
from tests.exchange.test_gpml import GROUP, line, pathway
from tests.exchange.test_hostile import FEW, JSON, survives
from tests.exchange.test_mapped import DATA, MAPPING

LINES = [line(f"i{number}", "k", "r", head) for number, head in enumerate(("TBar", "Arrow", "", "mim-conversion", "mim-modification"))]
STATE = '<State TextLabel="P" GraphId="s" GraphRef="m"/><State TextLabel="Ub &lt;" GraphId="u" GraphRef="m"/>'
COMPLEX = GROUP + '<Group GroupId="g" GraphId="gg" Style="Complex"/>'
SAMPLES = {
    "gocam yaml": ("gocam", "x.yaml", YAML),
    "gocam json": ("gocam", "x.json", minerva()),
    "gocam turtle": ("gocam", "x.ttl", turtle()),
    "gpml": ("gpml", "x.gpml", pathway("".join(LINES) + STATE + COMPLEX + line("a", "gg", "s", "TBar") + line("b", "gg", "u", "TBar"))),
    "rdf": ("rdf", "x.ttl", DATA),
}


def brought_in(name: str, folder: Path) -> Path:
    """A folder with what a sample gives."""
    format, file, text = SAMPLES[name]
    written(folder, "mapping.yaml", MAPPING)
    import_into(format, [written(folder, file, text)], folder / "out")
    return folder / "out"


@pytest.mark.parametrize("name", SAMPLES)
def test_what_comes_in_passes_the_gates(name: str, tmp_path: Path) -> None:
    findings = check(brought_in(name, tmp_path)).findings
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    assert not [one for one in findings if one.rule == "missing-label" and "English" in one.message]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_file_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    first, second = (tmp_path / one for one in ("a", "b"))
    for folder in (first, second):
        folder.mkdir()
    assert [one.read_bytes() for one in sorted(brought_in(name, first).iterdir())] == [
        one.read_bytes() for one in sorted(brought_in(name, second).iterdir())
    ]


@FEW
@given(st.dictionaries(st.sampled_from(["id", "title", "taxon", "activities", "molecules", "objects", "status", "comments"]), JSON), JSON)
def test_random_models_in_yaml(fields: dict[str, object], activity: object) -> None:
    model = {"id": "gomodel:x", "activities": [activity, {"id": "a", "enabled_by": activity, "causal_associations": activity}]}
    survives("gocam", "x.yaml", json.dumps([{**model, **fields}, model]))


@FEW
@given(st.dictionaries(st.sampled_from(["id", "individuals", "facts", "annotations"]), JSON), JSON)
def test_random_models_in_json(fields: dict[str, object], odd: object) -> None:
    model = json.loads(minerva())
    model["facts"] += [odd, {"subject": odd, "property": "RO:0002629", "object": odd}]
    model["individuals"] += [odd, {"id": "gomodel:k1/z", "type": odd, "annotations": odd}]
    survives("gocam", "x.json", json.dumps([{**model, **fields}, model]))


@FEW
@given(
    st.lists(
        st.sampled_from([*LINES, STATE, COMPLEX, line("j", "gg", "x"), line("q", "x", "x", "TBar", anchor="x"), "<", "&", "</Pathway>"])
    )
)
def test_random_pathways(parts: list[str]) -> None:
    survives("gpml", "x.gpml", pathway("".join(parts)))


@FEW
@given(st.dictionaries(st.sampled_from(["name", "relation", "subject", "sign", "direct", "kind", "aspect", "registries", "label"]), JSON))
def test_random_mappings(fields: dict[str, object]) -> None:
    base = {"name": "x", "subject": "rdf:subject", "object": "rdf:object", "sign": {"path": "rdf:predicate", "values": {}}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        written(path, "mapping.yaml", json.dumps({**base, **fields}))
        try:
            import_into("rdf", [written(path, "x.ttl", DATA)], path / "out")
        except ExchangeError:
            return
        load(path / "out")
