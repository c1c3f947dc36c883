"""Counterfactuals over mechanisms as JSON: the effect, and the routes that serve and oppose before and after."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Audit, Counterfactual, Route, Sign
from kgraph.views.json_parts import Json, label_json


def answer_json(line: int, id: str, found: Sequence[Counterfactual]) -> Json:
    """The answer to one line."""
    return {"line": line, "id": id or None, "answers": [counterfactual_json(one) for one in found], "error": None}


def error_json(line: int, id: str, message: str, where: str, remedy: str) -> Json:
    """What was wrong with one line."""
    return {"line": line, "id": id or None, "answers": [], "error": {"message": message, "where": where or None, "remedy": remedy or None}}


def counterfactual_json(one: Counterfactual) -> Json:
    """What an edit does to one mechanism."""
    mechanism = one.before.mechanism
    return {
        "mechanism": mechanism.id,
        "label": label_json(mechanism.label),
        "start": mechanism.start,
        "end": mechanism.end,
        "purpose": mechanism.purpose.value,
        "edits": [
            {"edit": edit.edit.value, "subject": edit.subject, "object": edit.object, "sign": edit.sign.value if edit.sign else None}
            for edit in one.edits
        ],
        "effect": one.effect.value,
        "before": _state(one.before),
        "after": _state(one.after),
    }


def _state(audit: Audit) -> Json:
    purpose = audit.mechanism.purpose
    return {
        "coherence": audit.coherence.value,
        "serving": [_route(route) for route in audit.routes if route.net is purpose],
        "opposing": [_route(route) for route in audit.routes if route.net not in (purpose, None)],
        "open": [_route(route) for route in audit.routes if route.net is None],
        "complete": audit.complete,
    }


def _route(route: Route) -> str:
    """``MESH:D007649 -[-]-> UniProt:Q05586 …``: places and signs on one line."""
    marks = {Sign.PLUS: "+", Sign.MINUS: "-", Sign.UNKNOWN: "?", None: "."}
    return route.steps[0].subject + "".join(f" -[{marks[step.sign]}]-> {step.object}" for step in route.steps)
