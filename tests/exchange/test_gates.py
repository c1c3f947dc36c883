"""What comes in passes the gates of the check, but for warnings of what a foreign source cannot have: labels in Chinese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kgraph.exchange import import_into
from kgraph.model import Severity
from kgraph.validation import check
from tests.exchange.recording import KETAMINE, written
from tests.exchange.test_indra import BDNF, MTOR, statement
from tests.exchange.test_kgx import DOWN, EDGE, graph
from tests.exchange.test_tables_in import OMNIPATH, PAIR, ROW, SIGNOR, changed, table


def sample(format: str, folder: Path) -> Path:
    """A small file of a format, with a record that is lost before one that speaks of the same things."""
    if format == "drugmechdb":
        return written(folder, "x.yaml", KETAMINE)
    if format == "signor":
        return table(folder, SIGNOR, changed(ROW, effect="likes"), changed(ROW, effect="up-regulates quantity"), ROW)
    if format == "omnipath":
        return table(folder, OMNIPATH, [*PAIR[:10], "transcriptional"], PAIR)
    if format == "kgx":
        return graph(folder, {**EDGE, **DOWN}, {**EDGE, "predicate": "biolink:treats"}, {**EDGE, "predicate": "biolink:correlated_with"})
    lost = statement("Activation", subj=MTOR, obj=MTOR)
    members = [{"concept": {"name": name}} for name in ("stress", "sleep")]
    form = {**MTOR, "mods": [{"mod_type": "phosphorylation"}]}
    kept = [statement("IncreaseAmount", subj=MTOR, obj=BDNF), statement("Association", members=members)]
    kept.append(statement("Gef", gef=form, ras=BDNF))
    return written(folder, "x.json", json.dumps([lost, *kept, statement("Complex", members=[MTOR, BDNF])]))


@pytest.mark.parametrize("format", ["drugmechdb", "indra", "signor", "omnipath", "kgx"])
def test_what_comes_in_passes_the_gates(format: str, tmp_path: Path) -> None:
    import_into(format, [sample(format, tmp_path)], tmp_path / "out")
    errors = [one for one in check(tmp_path / "out").findings if one.severity is Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize("format", ["drugmechdb", "indra", "signor", "omnipath", "kgx"])
def test_every_entry_and_thing_has_a_label_in_english(format: str, tmp_path: Path) -> None:
    import_into(format, [sample(format, tmp_path)], tmp_path / "out")
    assert not [one for one in check(tmp_path / "out").findings if one.rule == "missing-label" and "English" in one.message]
