"""Small records of other formats, made up, and the way to read them."""

from __future__ import annotations

from pathlib import Path

from kgraph.exchange import Imported, Report
from kgraph.exchange.formats import importer

KETAMINE = """
graph: {_id: DBX_MESH_DX_1, drug: ketamine, drug_mesh: MESH:D007649, drugbank: DB:DB01221, disease: low mood, disease_mesh: MESH:D003866}
nodes:
  - {id: MESH:D007649, label: Drug, name: ketamine}
  - {id: UniProt:Q05586, label: Protein, name: NMDA receptor}
  - {id: GO:0098989, label: BiologicalProcess, name: receptor signalling}
  - {id: MESH:D003866, label: Disease, name: low mood}
links:
  - key: decreases activity of
    source: MESH:D007649
    target: UniProt:Q05586
    evidence:
      - {reference: "PMID:20724638", snippet: A made-up sentence., supports: SUPPORT, evidence_source: MODEL_ORGANISM}
      - {reference: "PMID:21677641", supports: REFUTE}
  - {key: positively regulates, source: UniProt:Q05586, target: GO:0098989}
  - {key: positively correlated with, source: GO:0098989, target: MESH:D003866}
references: ["https://pubmed.ncbi.nlm.nih.gov/29446381/", "https://example.org/a page"]
"""


def imported(format: str, path: Path) -> tuple[list[Imported], Report]:
    """All records of a path, and what the report says."""
    report = Report(format)
    return list(importer(format)(path, report)), report


def written(folder: Path, name: str, text: str | bytes) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
