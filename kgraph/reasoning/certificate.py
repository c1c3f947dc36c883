"""Certificates: an answer with the claims it uses and the rule at each step. The checker, which shares no code: `certificate_check.py`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from kgraph.reasoning.carrying import Support
from kgraph.reasoning.graph import SignedGraph, SignedLink
from kgraph.reasoning.interventions import Because, Prediction, WhatIf
from kgraph.reasoning.paths import Path
from kgraph.reasoning.verdicts import Weighed, path_sign

Certificate = dict[str, Any]
"""What JSON can hold, because that is what a certificate is for."""

_RULES = {
    Because.HELD: "a held variable stays where it is held",
    Because.NO_CHAIN: "no chain leads here from a push",
    Because.CHAINS_AGREE: "every chain has this sign, and no stable system reverses it",
    Because.OPPOSING_CHAINS: "chains of both signs, each of which can be the stronger",
    Because.UNKNOWN_LINK: "a chain with a link of unknown sign",
    Because.OPEN_LOOP: "a loop beside the chain that may raise itself",
    Because.LIMIT: "the search was cut",
}


def verdict_certificate(weighed: Weighed, sources: Iterable[str], targets: Iterable[str], supports: Iterable[Support]) -> Certificate:
    """The certificate of a verdict.

    Parameters
    ----------
    weighed : Weighed
        The answer of `weigh`, asked without `avoid`, `through` or `direct`.
    sources, targets : iterable of str
        Its question.
    supports : iterable of (claim id, link)
        The claims, of which those on the chains are put in.

    Returns
    -------
    dict
        Ready for JSON: question, claims, chains with the claims of each step, verdict, and a SHA-256 of all this.
    """
    paths = (*weighed.raising, *weighed.lowering, *weighed.unknown)
    used = _claims(supports, {step for path in paths for step in path})
    return sealed(
        {
            "kind": "verdict",
            "sources": sorted(sources),
            "targets": sorted(targets),
            "claims": used,
            "chains": [_chain(path, used) for path in paths],
            "verdict": weighed.verdict.value,
            "rule": "the verdict folds the signs of all chains",
            "complete": weighed.complete,
            "limit": weighed.limit,
        }
    )


def what_if_certificate(answer: WhatIf, graph: SignedGraph, supports: Iterable[Support]) -> Certificate:
    """The certificate of predictions.

    Parameters
    ----------
    answer : WhatIf
        The answer of `what_if` on the graph.
    graph : SignedGraph
        The graph.
    supports : iterable of (claim id, link)
        The claims of the graph; those between a push and a predicted variable are put in.

    Returns
    -------
    dict
        Ready for JSON, as for `verdict_certificate`.
    """
    closed = {act.variable for act in answer.interventions if act.action.holds}
    pushed = [act.variable for act in answer.interventions if act.action.push is not None]
    links = [link for link in graph.links() if link[1] not in closed]
    below = _closure(pushed, [(link[0], link[1]) for link in links])
    above = _closure([prediction.variable for prediction in answer.predictions], [(link[1], link[0]) for link in links])
    used = _claims(supports, {link for link in links if {link[0], link[1]} <= below & above})
    return sealed(
        {
            "kind": "what-if",
            "interventions": [{"variable": act.variable, "action": act.action.value} for act in answer.interventions],
            "assumption": answer.assumption.value,
            "claims": used,
            "predictions": [_prediction(prediction, used) for prediction in answer.predictions],
        }
    )


def _prediction(prediction: Prediction, used: list[dict[str, str]]) -> dict[str, Any]:
    reason = prediction.reason
    return {
        "variable": prediction.variable,
        "change": prediction.change.value,
        "because": reason.because.value,
        "rule": _RULES[reason.because],
        "chains": [_chain(path, used) for path in reason.chains],
        "loop": _chain(reason.loop, used),
    }


def _chain(path: Path, used: list[dict[str, str]]) -> dict[str, Any]:
    steps = [
        {
            "subject": subject,
            "object": object_,
            "sign": sign.value,
            "claims": [
                claim["id"] for claim in used if (claim["subject"], claim["object"], claim["sign"]) == (subject, object_, sign.value)
            ],
        }
        for subject, object_, sign in path
    ]
    return {"steps": steps, "sign": path_sign(path).value, "rule": "the signs of the steps multiply"}


def _claims(supports: Iterable[Support], links: set[SignedLink]) -> list[dict[str, str]]:
    rows = sorted((claim, link[0], link[1], link[2].value) for claim, link in supports if link in links)
    return [{"id": claim, "subject": subject, "object": object_, "sign": sign} for claim, subject, object_, sign in rows]


def _closure(starts: Iterable[str], pairs: list[tuple[str, str]]) -> set[str]:
    following: dict[str, list[str]] = {}
    for first, second in pairs:
        following.setdefault(first, []).append(second)
    seen = set(starts)
    stack = list(seen)
    while stack:
        fresh = [name for name in following.get(stack.pop(), ()) if name not in seen]
        seen.update(fresh)
        stack.extend(fresh)
    return seen


def sealed(certificate: Certificate) -> Certificate:
    """The same with the SHA-256 of all the rest under ``checksum``."""
    certificate = {key: value for key, value in certificate.items() if key != "checksum"}
    text = json.dumps(certificate, sort_keys=True, ensure_ascii=False)
    return {**certificate, "checksum": hashlib.sha256(text.encode()).hexdigest()}
