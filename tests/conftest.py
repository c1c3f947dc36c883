"""Fixtures that several rooms use: the shipped knowledge, and the text of the review where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from kgraph.store import Knowledge, load

# No test may depend on how busy the machine is.
settings.register_profile("kgraph", deadline=None)
settings.load_profile("kgraph")

REVIEW = Path(__file__).parents[2] / "shared" / "review" / "review.zh.txt"


@pytest.fixture(scope="session")
def shipped() -> Knowledge:
    """The knowledge that kgraph ships, loaded once."""
    return load()


@pytest.fixture(scope="session")
def review_text() -> str:
    """The text of the review; skips where it is not beside the project (it is not ours to ship)."""
    if not REVIEW.is_file():
        pytest.skip("the text of the review is not beside the project, and it is not ours to ship")
    return REVIEW.read_text(encoding="utf-8")
