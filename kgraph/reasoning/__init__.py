"""Signed causal reasoning as pure functions over a signed graph: chains, verdicts, interventions, necessity, contradictions.

Nothing here knows RDF, reads a file or prints.
"""

from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.interventions import Action, Assumption, Because, Intervention, Prediction, Reason, WhatIf
from kgraph.reasoning.paths import Path, PathSearch, signed_paths
from kgraph.reasoning.whatif import what_if

__all__ = [
    "Action",
    "Assumption",
    "Because",
    "Intervention",
    "Path",
    "PathSearch",
    "Prediction",
    "Reason",
    "SignedGraph",
    "SignedLink",
    "WhatIf",
    "signed_paths",
    "what_if",
]
