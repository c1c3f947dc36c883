"""The tables of GO-CAM relations and GPML line ends in the docs are the tables that the importers read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.exchange.gocam_relations import CAUSAL, OTHERS, OUTPUT, OUTPUT_OF_ITSELF, Relation
from kgraph.exchange.gpml_table import HEADS

TEXT = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")
VERBS = {"+": "increases", "-": "decreases", "?": "regulates"}
OUTPUTS = {"RO:0002234": OUTPUT, "RO:0002234 ": OUTPUT_OF_ITSELF}


@pytest.mark.parametrize(("name", "row"), [*CAUSAL.items(), *OTHERS.items(), *OUTPUTS.items()])
def test_the_docs_tell_every_relation_with_its_sign_and_reason(name: str, row: Relation) -> None:
    sign = f"{'< ' if row.reversed and row.sign else ''}{row.sign or 'none'}"
    becomes = f"{row.becomes or VERBS[row.sign]}{'' if row.exact else ' (near)'}"
    assert f"| {name.strip()} {row.label} | {sign} | {'direct' if row.direct else ''} | {becomes} | {row.reason} |" in TEXT


@pytest.mark.parametrize("name", HEADS)
def test_the_docs_tell_every_line_end_with_its_sign_and_reason(name: str) -> None:
    row = HEADS[name]
    lines = [line for line in TEXT.splitlines() if name in line.partition(" | ")[0].removeprefix("| ").split(", ")]
    assert any(f"| {row.sign or 'none'} |" in line and row.reason in line for line in lines)
