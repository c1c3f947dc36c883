"""Where the knowledge and the queries that ship with kgraph live: inside an installed wheel, else beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

from kgraph.errors import KnowledgeError

SCHEMA = "kgraph.ttl"
SHAPES = "shapes.ttl"


def shipped_ontology() -> Path:
    """The folder of the shipped knowledge, with ``schema/``, ``terms/``, ``review/`` and ``background/``.

    Raises
    ------
    KnowledgeError
        When the installation lacks it.
    """
    return _shipped("ontology")


def shipped_queries() -> Path:
    """The folder of the shipped queries, one ``.rq`` file a question; `KnowledgeError` when the installation lacks it."""
    return _shipped("queries")


def shipped_schema() -> Path:
    """The file that declares the classes and predicates."""
    return shipped_ontology() / "schema" / SCHEMA


def shipped_shapes() -> Path:
    """The file of SHACL shapes that judge the knowledge; it is no part of what is judged."""
    return shipped_ontology() / "schema" / SHAPES


def _shipped(name: str) -> Path:
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise KnowledgeError(
        f"the folder '{name}' that ships with kgraph is missing",
        where=str(package / "data" / name),
        remedy="install kgraph again, or name a folder of your own with --data",
    )
