"""The tiny knowledge of this room: see `fixtures/tiny`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.store import Knowledge, load

TINY = Path(__file__).parent / "fixtures" / "tiny"
PREFIXES = "".join(
    f"PREFIX {prefix}: <https://w3id.org/kgraph/{name}>\n"
    for prefix, name in {"kg": "schema#", "ent": "entity/", "var": "variable/", "claim": "claim/", "ref": "reference/"}.items()
)
ENDS = "kg:subject var:ketamine ; kg:object var:nmdar"


@pytest.fixture(scope="session")
def tiny() -> Knowledge:
    """The tiny knowledge, loaded once."""
    return load(TINY)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder to write knowledge into."""
    folder = tmp_path / "knowledge"
    folder.mkdir()
    return folder
