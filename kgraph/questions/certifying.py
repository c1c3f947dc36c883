"""Certificates of answers, and whether one holds: by itself, and against the graph that is there now."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kgraph.errors import EntityNotFound, ExchangeError, LimitReached
from kgraph.model import Claim, Explanation, Selection, Sign, Supposition
from kgraph.questions.intervening import acts
from kgraph.questions.reaching import reached
from kgraph.reasoning import Certificate, Path, SignedGraph, SignedLink, Weighed, problems, verdict_certificate, what_if_certificate
from kgraph.reasoning import what_if as solved
from kgraph.store import Knowledge, signed_arrays

MOST_CERTIFIED = 2000


def explanation_certificate(knowledge: Knowledge, answer: Explanation, *, selection: Selection = Selection()) -> Certificate:
    """The certificate of an explanation that was asked for without sign, without names to avoid or pass, and with direct links.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    answer : Explanation
        The answer of `explain` on it.
    selection : Selection
        Its selection.

    Returns
    -------
    dict
        Ready for JSON: question, claims used, chains with the claims and the rule of each step, verdict, SHA-256.

    Examples
    --------
    >>> import kgraph
    >>> knowledge = kgraph.load()
    >>> found = kgraph.explain(knowledge, "ketamine", "neuronal regeneration")
    >>> verify(explanation_certificate(knowledge, found), knowledge)
    ()
    """
    paths: dict[Sign, list[Path]] = {sign: [] for sign in Sign}
    for chain in answer.chains:
        paths[chain.sign].append(tuple((link.subject.id, link.object.id, link.sign) for link in chain.links))
    weighed = Weighed(
        verdict=answer.verdict,
        raising=tuple(paths[Sign.PLUS]),
        lowering=tuple(paths[Sign.MINUS]),
        unknown=tuple(paths[Sign.UNKNOWN]),
        complete=answer.complete,
        limit=answer.limit,
    )
    links = {step for found in paths.values() for path in found for step in path}
    supports = [(claim.id, link) for link in sorted(links, key=str) for claim in knowledge.claims_between(*link, selection)]
    return verdict_certificate(weighed, [term.id for term in answer.source], [term.id for term in answer.target], supports)


def supposition_certificate(knowledge: Knowledge, answer: Supposition, *, selection: Selection = Selection()) -> Certificate:
    """The certificate of the predictions of a what-if answer; parameters and returns as for `explanation_certificate`."""
    names = [one.variable.id for one in answer.predictions]
    known = sorted({*names, *(one.variable.id for one in answer.interventions)})
    graph = SignedGraph(*signed_arrays(knowledge, selection, variables=known))
    links = _between(graph, answer)
    if len(links) > MOST_CERTIFIED:
        raise LimitReached(
            f"{len(links)} links lie between, and the checker can search at most {MOST_CERTIFIED}",
            remedy="ask about fewer targets, or limit the layers, mechanisms or species",
        )
    solution = solved(graph, acts(answer.interventions), targets=names, assumption=answer.assumption)
    return what_if_certificate(
        solution, graph, ((claim.id, link) for link in links for claim in knowledge.claims_between(*link, selection))
    )


def _between(graph: SignedGraph, answer: Supposition) -> list[SignedLink]:
    """The links from which a prediction may follow."""
    below = set(reached(graph, [one.variable.id for one in answer.interventions])[0])
    above = set(reached(graph, [one.variable.id for one in answer.predictions], against=True)[0])
    return [link for link in graph.links() if link[0] in below and link[1] in above]


def certificate_from(text: str, *, where: str = "") -> Certificate:
    """The certificate that a JSON text holds; `ExchangeError` for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"this is not JSON: {error}", where=where, remedy="give a file that --certificate wrote") from error
    if not isinstance(found, dict):
        raise ExchangeError("this is no certificate", where=where, remedy="give a file that --certificate wrote")
    return found


def verify(certificate: Certificate, knowledge: Knowledge | None = None) -> tuple[str, ...]:
    """All that is wrong with a certificate; nothing when it holds.

    Parameters
    ----------
    certificate : dict
        As read from JSON.
    knowledge : Knowledge, optional
        The graph in which its claims must stand as it says; without it, the certificate is checked on its own.

    Returns
    -------
    tuple of str
        What a checker of under a hundred lines finds that shares no code with the reasoner, then the claims that the graph lacks or
        has otherwise.
    """
    found = problems(certificate)
    return (*found, *(_strangers(certificate, knowledge) if knowledge is not None and not found else ()))


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
