"""The small graph, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.store import Knowledge, load
from tests.questions.graphs import SMALL


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The small graph of `graphs.py`."""
    place: Path = tmp_path_factory.mktemp("small") / "small.ttl"
    place.write_text(SMALL, encoding="utf-8")
    return load(place)
