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
    from kgraph.questions.building import build
    from kgraph.questions.checking import check
    from kgraph.questions.explaining import explain
    from kgraph.questions.listing import claims, mechanisms, notes, results
    from kgraph.questions.picturing import view
    from kgraph.questions.querying import query
    from kgraph.questions.showing import show
    from kgraph.store import Knowledge, load

__all__ = [
    "KgraphError",
    "Knowledge",
    "Language",
    "Layer",
    "Selection",
    "Sign",
    "Verdict",
    "build",
    "check",
    "claims",
    "explain",
    "load",
    "mechanisms",
    "notes",
    "query",
    "results",
    "show",
    "view",
]

_HOMES = {
    "KgraphError": "errors",
    "Knowledge": "store",
    "Language": "model",
    "Layer": "model",
    "Selection": "model",
    "Sign": "model",
    "Verdict": "model",
    "build": "questions.building",
    "check": "questions.checking",
    "claims": "questions.listing",
    "explain": "questions.explaining",
    "load": "store",
    "mechanisms": "questions.listing",
    "notes": "questions.listing",
    "query": "questions.querying",
    "results": "questions.listing",
    "show": "questions.showing",
    "view": "questions.picturing",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kgraph' has no attribute '{name}'")
    value: object = getattr(import_module(f"kgraph.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
