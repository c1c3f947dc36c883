"""Signed causal reasoning as pure functions over a signed graph: chains, verdicts, interventions, necessity, contradictions.

Nothing here knows RDF, reads a file or prints.
"""

from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.interventions import Action, Assumption, Because, Intervention, Prediction, Reason, WhatIf
from kgraph.reasoning.necessity import Cuts, Necessary, cuts, necessary
from kgraph.reasoning.paths import Path, PathSearch, signed_paths
from kgraph.reasoning.reach import Reached, downstream, upstream
from kgraph.reasoning.rescues import Rescues, rescues
from kgraph.reasoning.verdicts import Weighed, path_sign, weigh
from kgraph.reasoning.whatif import what_if

__all__ = [
    "Action",
    "Assumption",
    "Because",
    "Cuts",
    "Intervention",
    "Necessary",
    "Path",
    "PathSearch",
    "Prediction",
    "Reached",
    "Reason",
    "Rescues",
    "SignedGraph",
    "SignedLink",
    "Weighed",
    "WhatIf",
    "cuts",
    "downstream",
    "necessary",
    "path_sign",
    "rescues",
    "signed_paths",
    "upstream",
    "weigh",
    "what_if",
]
