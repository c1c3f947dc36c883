"""Runs command lines in this process, and keeps their cache out of the user's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgraph.cli import main
from tests.questions.graphs import SMALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command line gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the session."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cache: Path) -> Run:
    """Runs ``kgraph`` with some words and gives its exit code, stdout and stderr."""
    monkeypatch.setenv("KGRAPH_CACHE", str(cache))
    monkeypatch.setenv("KGRAPH_LANG", "en")

    def running(*words: str) -> Answer:
        capsys.readouterr()
        code = main(words)
        printed = capsys.readouterr()
        return Answer(code=code, out=printed.out, err=printed.err)

    return running


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small graph of the questions as a file."""
    place = tmp_path_factory.mktemp("small") / "small.ttl"
    place.write_text(SMALL, encoding="utf-8")
    return place
