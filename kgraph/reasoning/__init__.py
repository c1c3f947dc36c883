"""Signed causal reasoning as pure functions over a signed graph: chains, verdicts, interventions, necessity, contradictions.

Nothing here knows RDF, reads a file or prints.
"""

from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.paths import Path, PathSearch, signed_paths

__all__ = ["Path", "PathSearch", "SignedGraph", "SignedLink", "signed_paths"]
