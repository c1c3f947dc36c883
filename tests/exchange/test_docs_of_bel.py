"""The table of BEL's relations in the docs is the table that the importer reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.exchange.bel_table import RELATIONS

TEXT = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")
ROWS = [line for line in TEXT.partition("## BEL\n")[2].partition("\n## ")[0].splitlines() if line.startswith("| ")]


@pytest.mark.parametrize("name", sorted(set(RELATIONS) - {"→", "⇒"}))
def test_the_docs_tell_every_relation_with_its_sign_and_reason(name: str) -> None:
    row = RELATIONS[name]
    written = name if name == row.name else f"`{name}`".replace("|", "\\|")
    (line,) = [line for line in ROWS if written in line.removeprefix("| ").partition(" | ")[0].split(", ")]
    assert line.endswith(f"| {row.reason} |")
    assert (" (near) |" in line) is not row.exact
    assert ("| direct |" in line) is row.direct
    if row.sign != "?":
        assert f"| {'< ' if row.reversed else ''}{row.sign} |" in line
