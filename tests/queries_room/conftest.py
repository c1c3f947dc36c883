"""The tiny knowledge of the store's tests, and a small library of queries."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.store import Knowledge, load

LIBRARY = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def tiny() -> Knowledge:
    """The tiny knowledge, loaded once."""
    return load(Path(__file__).parent.parent / "store" / "fixtures" / "tiny")
