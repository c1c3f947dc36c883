"""kgraph: how something works, as a graph of signed causal claims with evidence.

::

    import kgraph

    knowledge = kgraph.load()
    answer = kgraph.explain(knowledge, "ketamine", "antidepressant effect")
    answer.verdict, len(answer.chains)

The names below are the same functions that the command line calls. Each loads what it needs when it is first used, so that
``import kgraph`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from kgraph.errors import KgraphError
    from kgraph.model import Language, Layer, Selection, Sign, Verdict
    from kgraph.questions.auditing import audits
    from kgraph.questions.auditing_sentences import audit_sentences
    from kgraph.questions.building import build
    from kgraph.questions.carrying import carriers
    from kgraph.questions.checking import check
    from kgraph.questions.comparing import diff
    from kgraph.questions.disagreeing import contradictions
    from kgraph.questions.discriminating import discriminate
    from kgraph.questions.drawing import picture
    from kgraph.questions.examining import observations
    from kgraph.questions.explaining import explain
    from kgraph.questions.importing import import_files
    from kgraph.questions.listing import claims, mechanisms, notes, results
    from kgraph.questions.merging import merge_graphs
    from kgraph.questions.needing import cuts, necessary, rescues
    from kgraph.questions.picturing import view
    from kgraph.questions.plotting import plot, plots
    from kgraph.questions.querying import query
    from kgraph.questions.reversing import reverse
    from kgraph.questions.showing import show
    from kgraph.questions.supposing import what_if
    from kgraph.questions.surrounding import downstream, upstream
    from kgraph.questions.verifying import verify
    from kgraph.store import Knowledge, load

__all__ = [
    "KgraphError",
    "Knowledge",
    "Language",
    "Layer",
    "Selection",
    "Sign",
    "Verdict",
    "audit_sentences",
    "audits",
    "build",
    "carriers",
    "check",
    "claims",
    "contradictions",
    "cuts",
    "diff",
    "discriminate",
    "downstream",
    "explain",
    "import_files",
    "load",
    "mechanisms",
    "merge_graphs",
    "necessary",
    "notes",
    "observations",
    "picture",
    "plot",
    "plots",
    "query",
    "rescues",
    "results",
    "reverse",
    "show",
    "upstream",
    "verify",
    "view",
    "what_if",
]

_HOMES = {
    "KgraphError": "errors",
    "Knowledge": "store",
    "Language": "model",
    "Layer": "model",
    "Selection": "model",
    "Sign": "model",
    "Verdict": "model",
    "audit_sentences": "questions.auditing_sentences",
    "audits": "questions.auditing",
    "build": "questions.building",
    "carriers": "questions.carrying",
    "check": "questions.checking",
    "claims": "questions.listing",
    "contradictions": "questions.disagreeing",
    "cuts": "questions.needing",
    "diff": "questions.comparing",
    "discriminate": "questions.discriminating",
    "downstream": "questions.surrounding",
    "explain": "questions.explaining",
    "import_files": "questions.importing",
    "load": "store",
    "mechanisms": "questions.listing",
    "merge_graphs": "questions.merging",
    "necessary": "questions.needing",
    "notes": "questions.listing",
    "observations": "questions.examining",
    "picture": "questions.drawing",
    "plot": "questions.plotting",
    "plots": "questions.plotting",
    "query": "questions.querying",
    "rescues": "questions.needing",
    "results": "questions.listing",
    "reverse": "questions.reversing",
    "show": "questions.showing",
    "upstream": "questions.surrounding",
    "verify": "questions.verifying",
    "view": "questions.picturing",
    "what_if": "questions.supposing",
}

# What these return shows itself in a notebook.
_SHOWN = frozenset(_HOMES) - {
    "KgraphError",
    "Knowledge",
    "Language",
    "Layer",
    "Selection",
    "Sign",
    "Verdict",
    "build",
    "check",
    "load",
    "plots",
    "verify",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kgraph' has no attribute '{name}'")
    value: object = getattr(import_module(f"kgraph.{_HOMES[name]}"), name)
    if name in _SHOWN:
        value = import_module("kgraph.questions.notebooks").showing(value)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
