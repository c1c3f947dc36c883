"""Signed causal reasoning as pure functions over a signed graph: chains, verdicts, interventions, necessity, contradictions.

Nothing here knows RDF, reads a file or prints.

A name is loaded from its file when it is first asked for: a question that needs paths pays for no solver.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.reasoning.apart import ways_apart
    from kgraph.reasoning.backward import Cause, causes
    from kgraph.reasoning.carrying import Carrier, Mishap, Support, Without, carriers, leaving_out
    from kgraph.reasoning.certificate import Certificate, sealed, verdict_certificate, what_if_certificate
    from kgraph.reasoning.certificate_check import problems
    from kgraph.reasoning.disagreeing import Disagreement, disagreements
    from kgraph.reasoning.graph import SignedGraph, SignedLink
    from kgraph.reasoning.interventions import Action, Assumption, Because, Intervention, Prediction, Reason, WhatIf
    from kgraph.reasoning.kinship import Kinship
    from kgraph.reasoning.necessity import Cuts, Necessary, cuts, necessary
    from kgraph.reasoning.observing import Agreement, Judgement, Seen, converging, judge, seen_from
    from kgraph.reasoning.paths import Path, PathSearch, signed_paths
    from kgraph.reasoning.reach import Reached, downstream, upstream
    from kgraph.reasoning.reconciling import Hypothesis, Reconciliations, reconcile
    from kgraph.reasoning.rescuing import Rescues, rescues
    from kgraph.reasoning.rivals import Split, discriminate
    from kgraph.reasoning.structure_check import structure_problems
    from kgraph.reasoning.verdicts import Weighed, path_sign, weigh
    from kgraph.reasoning.whatif import what_if

__all__ = [
    "Action",
    "Agreement",
    "Assumption",
    "Because",
    "Carrier",
    "Cause",
    "Certificate",
    "Cuts",
    "Disagreement",
    "Hypothesis",
    "Intervention",
    "Judgement",
    "Kinship",
    "Mishap",
    "Necessary",
    "Path",
    "PathSearch",
    "Prediction",
    "Reached",
    "Reason",
    "Reconciliations",
    "Rescues",
    "Seen",
    "SignedGraph",
    "SignedLink",
    "Split",
    "Support",
    "Weighed",
    "WhatIf",
    "Without",
    "carriers",
    "causes",
    "converging",
    "cuts",
    "disagreements",
    "discriminate",
    "downstream",
    "judge",
    "leaving_out",
    "necessary",
    "path_sign",
    "problems",
    "reconcile",
    "rescues",
    "sealed",
    "seen_from",
    "signed_paths",
    "structure_problems",
    "upstream",
    "verdict_certificate",
    "ways_apart",
    "weigh",
    "what_if",
    "what_if_certificate",
]

_NAMES_OF = {
    "apart": ("ways_apart",),
    "backward": ("Cause", "causes"),
    "carrying": ("Carrier", "Mishap", "Support", "Without", "carriers", "leaving_out"),
    "certificate": ("Certificate", "sealed", "verdict_certificate", "what_if_certificate"),
    "certificate_check": ("problems",),
    "disagreeing": ("Disagreement", "disagreements"),
    "graph": ("SignedGraph", "SignedLink"),
    "interventions": ("Action", "Assumption", "Because", "Intervention", "Prediction", "Reason", "WhatIf"),
    "kinship": ("Kinship",),
    "necessity": ("Cuts", "Necessary", "cuts", "necessary"),
    "observing": ("Agreement", "Judgement", "Seen", "converging", "judge", "seen_from"),
    "paths": ("Path", "PathSearch", "signed_paths"),
    "reach": ("Reached", "downstream", "upstream"),
    "reconciling": ("Hypothesis", "Reconciliations", "reconcile"),
    "rescuing": ("Rescues", "rescues"),
    "rivals": ("Split", "discriminate"),
    "structure_check": ("structure_problems",),
    "verdicts": ("Weighed", "path_sign", "weigh"),
    "whatif": ("what_if",),
}
_FILE_OF = {name: file for file, names in _NAMES_OF.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _FILE_OF:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_FILE_OF[name]}"), name)
