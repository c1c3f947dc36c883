"""Whether a certificate holds: by itself, and against the graph that is there now. How certificates are made: `certifying.py`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kgraph.errors import EntityNotFound, InvalidValue, KgraphError
from kgraph.model import Claim, Layer, Selection
from kgraph.questions.certifying import links_between, supports_of
from kgraph.reasoning import Certificate, SignedGraph, problems, sealed, structure_problems
from kgraph.store import Knowledge, signed_arrays

_STRUCTURE = ("necessary", "cuts", "contradictions")


def verify(certificate: Certificate, knowledge: Knowledge | None = None) -> tuple[str, ...]:
    """All that is wrong with a certificate; nothing when it holds.

    Parameters
    ----------
    certificate : dict
        As read from JSON.
    knowledge : Knowledge, optional
        The graph in which its claims must stand as it says, and which must hold no claim that would change the answer; without it,
        the certificate is checked on its own.

    Returns
    -------
    tuple of str
        What a checker of under a hundred lines finds that shares no code with the reasoner; then the claims that the graph lacks or
        has otherwise; then what the same checker finds when it is given every claim that the graph has between the two ends.
    """
    if certificate.get("kind") == "answers":
        return tuple(_parts(certificate, knowledge))
    check = structure_problems if certificate.get("kind") in _STRUCTURE else problems
    found = check(certificate)
    if found or knowledge is None:
        return tuple(found)
    strangers = tuple(_strangers(certificate, knowledge))
    return strangers or tuple(_left_out(certificate, knowledge))


def _parts(certificate: Certificate, knowledge: Knowledge | None) -> Iterator[str]:
    """What is wrong with an answer that is made of several certificates, each of which says something of its own."""
    if sealed(certificate) != certificate:
        yield "it was changed after it was sealed"
    try:
        for number, part in enumerate(certificate["parts"], 1):
            inner = part["certificate"]
            for problem in verify(inner, None if part["supposed"] else knowledge):
                yield f"part {number}: {problem}"
            told = {one["variable"]: one["change"] for one in inner["predictions"]} if "predictions" in inner else {}
            for one in part["says"]:
                right = inner["verdict"] == one["verdict"] if "verdict" in one else told.get(one["variable"]) == one["change"]
                if not right:
                    yield f"part {number}: it says {one}, which its certificate does not"
    except (KeyError, TypeError, AttributeError) as error:
        yield f"it does not hold together: {type(error).__name__} {error}"


def _strangers(certificate: Certificate, knowledge: Knowledge) -> Iterator[str]:
    for row in certificate["claims"]:
        try:
            claim = knowledge.entry(row["id"])
        except EntityNotFound:
            yield f"the graph has no claim {row['id']}"
            continue
        said = (row["subject"], row["object"], row["sign"])
        if not isinstance(claim, Claim) or (claim.subject.id, claim.object.id, claim.sign.value) != said:
            yield f"{row['id']} says something else in the graph"


def _left_out(certificate: Certificate, knowledge: Knowledge) -> Iterator[str]:
    """Whether the answer is the same by every claim that the graph has between the ends, and not only by those in the certificate."""
    if certificate["kind"] == "contradictions":
        return
    try:
        selection = _selection(certificate["selection"])
        starts, stops = _ends(certificate)
    except (KeyError, TypeError, AttributeError, KgraphError) as error:
        yield f"it does not say on which claims it may rest: {error}"
        return
    graph = SignedGraph(*signed_arrays(knowledge, selection, variables=sorted({*starts, *stops})))
    rows = [
        {"id": claim, "subject": subject, "object": target, "sign": sign.value}
        for claim, (subject, target, sign) in supports_of(knowledge, links_between(graph, starts, stops), selection)
    ]
    whole = sealed({**certificate, "claims": rows})
    for problem in (structure_problems if certificate["kind"] in _STRUCTURE else problems)(whole):
        yield f"by all claims of the graph: {problem}"


def _selection(said: dict[str, Any]) -> Selection:
    try:
        layers = tuple(Layer(one) for one in said["layers"])
    except ValueError as error:
        raise InvalidValue(str(error)) from error
    return Selection(layers=layers, mechanisms=tuple(said["mechanisms"]), species=tuple(said["species"]))


def _ends(certificate: Certificate) -> tuple[list[str], list[str]]:
    if certificate["kind"] == "what-if":
        return [one["variable"] for one in certificate["interventions"]], [one["variable"] for one in certificate["predictions"]]
    return list(certificate["sources"]), list(certificate["targets"])
