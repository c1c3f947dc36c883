"""Files that are no graph, whatever the format asked for: exit code 3, words, and nothing left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.exchange import IN
from tests.cli.conftest import Run
from tests.exchange.recording import written

JUNK = {
    "bytes": bytes(range(256)) * 20,
    "half": b"{",
    "deep": b"[" * 200_000,
    "entities": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><Pathway>&b;</Pathway>',
    "aliases": b"a: &a [x, x]\nb: &b [*a, *a]\n",
    "header": b"sub\tpred\n",
    "nothing": b"",
}


@pytest.mark.parametrize("junk", JUNK)
@pytest.mark.parametrize("format", sorted(IN))
def test_junk_is_refused_in_words(run: Run, tmp_path: Path, format: str, junk: str) -> None:
    path, out = written(tmp_path, f"junk{IN[format].suffixes[0]}", JUNK[junk]), tmp_path / "out"
    answer = run("import", format, str(path), "-o", str(out))
    assert answer.code == 3
    assert answer.err.startswith("error: ")
    assert not [one for one in out.rglob("*") if one.is_file()]


@pytest.mark.parametrize("junk", ["bytes", "half", "deep", "nothing"])
@pytest.mark.parametrize("words", [("audit",), ("audit", "--sentences"), ("explain", "a", "b"), ("check",)])
def test_junk_as_data_is_refused_in_words(run: Run, tmp_path: Path, words: tuple[str, ...], junk: str) -> None:
    path = written(tmp_path, "junk.json", JUNK[junk])
    assert run(*words, "--data", f"indra:{path}").code == 3
