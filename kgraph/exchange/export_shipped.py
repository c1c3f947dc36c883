"""What a description of knowledge may say of it: whether it is the shipped one, and then its name, licence and version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import KnowledgeError
from kgraph.store import Knowledge, shipped_ontology
from kgraph.vocabulary.prefixes import BASE

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The address of the knowledge as a whole, its title, and its licence: empty where the data is somebody else's."""

    iri: str
    title: str
    licence: str = ""


def about(knowledge: Knowledge) -> About:
    """What is known of the knowledge as a whole. Data of one's own is named by its checksum, for it may have been changed."""
    if knowledge.files and all(_ships(file) for file in knowledge.files):
        return About(iri=BASE, title="kgraph: a mechanism knowledge graph of signed causal claims", licence=_LICENCE)
    return About(iri=f"urn:sha256:{knowledge.checksum}", title="knowledge loaded with kgraph")


def own_files(knowledge: Knowledge) -> tuple[Path, ...]:
    """The files of the knowledge; of somebody's own, without the schema of ours that is loaded beside them."""
    return tuple(file for file in knowledge.files if not _ships(file)) or knowledge.files


def _ships(file: Path) -> bool:
    try:
        return file.resolve().is_relative_to(shipped_ontology().resolve())
    except KnowledgeError:
        return False
