"""Certificates of explanations and predictions. Of the other answers: `certifying_answers.py`; whether one holds: `verifying.py`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from kgraph.errors import ExchangeError, LimitReached
from kgraph.model import Assumption, Explanation, Intervened, Selection, Sign, Supposition
from kgraph.questions.intervening import acts
from kgraph.questions.reaching import reached
from kgraph.reasoning import (
    Certificate,
    Path,
    SignedGraph,
    SignedLink,
    Weighed,
    problems,
    sealed,
    verdict_certificate,
    what_if_certificate,
)
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
    >>> kgraph.verify(explanation_certificate(knowledge, found), knowledge)
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
    supports = supports_of(knowledge, sorted(links, key=str), selection)
    certificate = verdict_certificate(weighed, [term.id for term in answer.source], [term.id for term in answer.target], supports)
    return sealed({**certificate, "selection": selection_json(selection)})


def supposition_certificate(knowledge: Knowledge, answer: Supposition, *, selection: Selection = Selection()) -> Certificate:
    """The certificate of the predictions of a what-if answer; parameters and returns as for `explanation_certificate`."""
    names = [one.variable.id for one in answer.predictions]
    return predictions_certificate(knowledge, answer.interventions, names, assumption=answer.assumption, selection=selection)


def predictions_certificate(
    knowledge: Knowledge,
    interventions: Sequence[Intervened],
    variables: Sequence[str],
    *,
    assumption: Assumption = Assumption.STABLE,
    selection: Selection = Selection(),
) -> Certificate:
    """The certificate of what some variables are predicted to do under interventions.

    Raises
    ------
    LimitReached
        More than 2,000 links lie between, which no plain search gets through; or the checker cannot show a prediction that rests on
        more than chains and single loops, so that `verify` would refuse what is written here.
    """
    pushed = [one.variable.id for one in interventions]
    graph = SignedGraph(*signed_arrays(knowledge, selection, variables=sorted({*pushed, *variables})))
    links = links_between(graph, pushed, variables)
    if len(links) > MOST_CERTIFIED:
        raise LimitReached(
            f"{len(links)} links lie between, and the checker can search at most {MOST_CERTIFIED}",
            remedy="ask about fewer targets, or limit the layers, mechanisms or species",
        )
    solution = solved(graph, acts(interventions), targets=list(variables), assumption=assumption)
    certificate = what_if_certificate(solution, graph, supports_of(knowledge, links, selection))
    certificate = sealed({**certificate, "selection": selection_json(selection)})
    if beyond := problems(certificate):
        raise LimitReached(
            f"no certificate is written, because the checker cannot re-check this answer by plain search: {'; '.join(beyond)}",
            remedy="the answer stands and is given without --certificate; or name other targets, or assume every-part-stable",
        )
    return certificate


def links_between(graph: SignedGraph, sources: Iterable[str], targets: Iterable[str]) -> list[SignedLink]:
    """The links that lie on some way from a source to a target, and perhaps a few more."""
    below = set(reached(graph, [one for one in sources if one in graph])[0])
    above = set(reached(graph, [one for one in targets if one in graph], against=True)[0])
    return [link for link in graph.links() if link[0] in below and link[1] in above]


def supports_of(knowledge: Knowledge, links: Iterable[SignedLink], selection: Selection) -> list[tuple[str, SignedLink]]:
    """Every selected claim on these links, beside its link."""
    return [(claim.id, link) for link in links for claim in knowledge.claims_between(*link, selection)]


def selection_json(selection: Selection) -> dict[str, list[str]]:
    """A selection as a certificate holds it."""
    return {
        "layers": [layer.value for layer in selection.layers],
        "mechanisms": list(selection.mechanisms),
        "species": list(selection.species),
    }


def certificate_from(text: str, *, where: str = "") -> Certificate:
    """The certificate that a JSON text holds; `ExchangeError` for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"this is not JSON: {error}", where=where, remedy="give a file that --certificate wrote") from error
    if not isinstance(found, dict):
        raise ExchangeError("this is no certificate", where=where, remedy="give a file that --certificate wrote")
    return found
