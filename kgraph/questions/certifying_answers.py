"""The certificate of any answer; here those of needs, cuts, contradictions, observations, carriers, rivals, causes and rescues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kgraph.model import (
    Blocks,
    Carried,
    Carrying,
    Change,
    Claim,
    Disagreement,
    Examination,
    Explanation,
    Intervened,
    Mishap,
    Needs,
    Rescue,
    Rescued,
    Reversal,
    Rivalry,
    Selection,
    Sign,
    Supposition,
    Term,
    Verdict,
)
from kgraph.questions.certifying import (
    explanation_certificate,
    links_between,
    predictions_certificate,
    selection_json,
    supports_of,
    supposition_certificate,
)
from kgraph.questions.intervening import intervened_in
from kgraph.reasoning import Certificate, SignedGraph, SignedLink, sealed, verdict_certificate, ways_apart, weigh
from kgraph.store import Knowledge, signed_arrays

Row = tuple[str, SignedLink]


Answer = Explanation | Supposition | Needs | Blocks | Rescued | tuple[Disagreement, ...] | Carried | Examination | Rivalry | Reversal


def certificate_of(knowledge: Knowledge, answer: Answer, *, selection: Selection = Selection()) -> Certificate:
    """The certificate of any answer that has one.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    answer : Answer
        What a question about it returned.
    selection : Selection
        The selection of the question.

    Returns
    -------
    dict
        Ready for JSON; `verify` re-checks it.
    """
    match answer:
        case Explanation():
            return explanation_certificate(knowledge, answer, selection=selection)
        case Supposition():
            return supposition_certificate(knowledge, answer, selection=selection)
        case Needs():
            return needs_certificate(knowledge, answer, selection=selection)
        case Blocks():
            return blocks_certificate(knowledge, answer, selection=selection)
        case Rescued():
            return rescued_certificate(knowledge, answer, selection=selection)
        case Carried():
            return carried_certificate(knowledge, answer, selection=selection)
        case Examination():
            return examination_certificate(knowledge, answer, selection=selection)
        case Rivalry():
            return rivalry_certificate(knowledge, answer, selection=selection)
        case Reversal():
            return reversal_certificate(knowledge, answer, selection=selection)
    return disagreements_certificate(answer, selection=selection)


def needs_certificate(knowledge: Knowledge, answer: Needs, *, selection: Selection = Selection()) -> Certificate:
    """What every chain passes, with every claim between the ends: the checker takes each away in turn."""
    return _structure(
        knowledge,
        answer,
        selection,
        kind="necessary",
        any_chain=answer.any_chain,
        variables=[one.id for one in answer.variables],
        links=[[pair[0].subject.id, pair[0].object.id] for pair in answer.links],
        rule="without any one of these no way leads across, and without any other one does",
    )


def blocks_certificate(knowledge: Knowledge, answer: Blocks, *, selection: Selection = Selection()) -> Certificate:
    """The smallest cuts, with as many ways that share nothing: fewer variables cannot cut (Menger 1927, doi:10.4064/fm-10-1-96-115)."""
    return _structure(
        knowledge,
        answer,
        selection,
        kind="cuts",
        size=answer.size,
        cuts=[[one.id for one in cut] for cut in answer.sets],
        complete=answer.complete,
        apart=_apart(knowledge, answer, selection) if answer.size else [],
        rule="each set leaves no way, none of its members can be spared, and ways that share nothing show that fewer never do; "
        "that no further set of this kind exists is not shown",
    )


def disagreements_certificate(answer: Sequence[Disagreement], *, selection: Selection = Selection()) -> Certificate:
    """The claims that contradict each other, side by side."""
    claims = {claim.id: claim for one in answer for claim in (*one.raising, *one.lowering)}
    rows = [(claim.id, (claim.subject.id, claim.object.id, claim.sign)) for _, claim in sorted(claims.items())]
    pairs = [
        {"raising": [claim.id for claim in one.raising], "lowering": [claim.id for claim in one.lowering], "general": one.general}
        for one in answer
    ]
    body = {"kind": "contradictions", "claims": _rows(rows), "pairs": pairs, "selection": selection_json(selection)}
    return sealed({**body, "rule": "one side raises what the other lowers"})


def examination_certificate(knowledge: Knowledge, answer: Examination, *, selection: Selection = Selection()) -> Certificate:
    """What the model predicts under the interventions of each observation."""
    parts = []
    for one in answer.examined:
        predicted, done = one.judged.predicted, intervened_in(knowledge, one.judged.observation)
        part = predictions_certificate(knowledge, done, [predicted.variable.id], assumption=answer.assumption, selection=selection)
        parts.append(_part(part, [(predicted.variable, predicted.change)], about=one.judged.observation.id))
    return _answers("observations", parts)


def carried_certificate(knowledge: Knowledge, answer: Carried, *, selection: Selection = Selection()) -> Certificate:
    """The verdict on all claims, and on all but each carrier or with it reversed."""
    ends = [one.id for one in answer.source], [one.id for one in answer.target]
    rows = _between(knowledge, *ends, selection, straight=not answer.without_direct, vague=True)
    parts = [_verdict_part(rows, ends, selection, answer.verdict, supposed=answer.without_direct, about="every claim")]
    for one in answer.carriers:
        after = _after(knowledge, one, rows)
        parts.append(_verdict_part(after, ends, selection, one.verdict, supposed=True, about=f"{one.claim.id} {one.mishap.value}"))
    return _answers("carriers", parts)


def rivalry_certificate(knowledge: Knowledge, answer: Rivalry, *, selection: Selection = Selection()) -> Certificate:
    """What each rival, by its own claims, predicts in each experiment."""
    parts = []
    for split in answer.splittings:
        for rival, change in zip(answer.rivals, split.changes, strict=True):
            own = Selection(layers=selection.layers, species=selection.species, mechanisms=(rival.id,))
            part = predictions_certificate(knowledge, split.interventions, [split.variable.id], assumption=answer.assumption, selection=own)
            parts.append(_part(part, [(split.variable, change)], about=rival.id))
    return _answers("discriminate", parts)


def reversal_certificate(knowledge: Knowledge, answer: Reversal, *, selection: Selection = Selection()) -> Certificate:
    """What each cause is predicted to do to what was seen."""
    parts = []
    for cause in answer.causes:
        names = [term.id for term, _ in answer.seen]
        part = predictions_certificate(knowledge, cause.interventions, names, assumption=answer.assumption, selection=selection)
        parts.append(_part(part, [(term, told) for (term, _), told in zip(answer.seen, cause.predicted, strict=True)]))
    return _answers("reverse", parts)


def rescued_certificate(knowledge: Knowledge, answer: Rescued, *, selection: Selection = Selection()) -> Certificate:
    """What the target is predicted to do under the block, and with each rescue besides."""
    parts = []
    for one in answer.rescues:
        for done, change in _under(answer, one):
            part = predictions_certificate(knowledge, done, [one.under.variable.id], assumption=answer.assumption, selection=selection)
            parts.append(_part(part, [(one.under.variable, change)]))
    return _answers("rescues", parts)


def _under(answer: Rescued, one: Rescue) -> list[tuple[tuple[Intervened, ...], Change]]:
    """The block alone, and with each rescue, single or of several, what is wanted."""
    told = [(answer.interventions, one.under.change)]
    for rescue in (*((act,) for act in one.found), *one.sets):
        acted = {act.variable.id for act in rescue}
        others = tuple(act for act in answer.interventions if act.variable.id not in acted)
        told += [((*others, *rescue), one.wanted)] if one.wanted else []
    return told


def _structure(knowledge: Knowledge, answer: Needs | Blocks, selection: Selection, **said: Any) -> Certificate:
    sources, targets = [one.id for one in answer.source], [one.id for one in answer.target]
    rows = _between(knowledge, sources, targets, selection)
    body = {"sources": sources, "targets": targets, "without_direct": answer.without_direct, "selection": selection_json(selection)}
    return sealed({**body, **said, "claims": _rows(rows)})


def _apart(knowledge: Knowledge, answer: Blocks, selection: Selection) -> list[list[str]]:
    """As many ways as the smallest cut has members, no two of which share a variable between the ends."""
    sources, targets = [one.id for one in answer.source], [one.id for one in answer.target]
    rows = _between(knowledge, sources, targets, selection, straight=False)
    return [list(way) for way in ways_apart({link[:2] for _, link in rows}, sources, targets)]


def _between(
    knowledge: Knowledge,
    sources: Sequence[str],
    targets: Sequence[str],
    selection: Selection,
    *,
    straight: bool = True,
    vague: bool = False,
) -> list[Row]:
    """The claims between the ends; with `vague` also those of unreported sign beside signed ones, which then add no chain."""
    graph = SignedGraph(*signed_arrays(knowledge, selection, variables=sorted({*sources, *targets})))
    links = links_between(graph, sources, targets)
    kept = [link for link in links if straight or not (link[0] in sources and link[1] in targets)]
    if vague:
        pairs = dict.fromkeys(link[:2] for link in kept)
        kept = list(dict.fromkeys((*pair, claim.sign) for pair in pairs for claim in knowledge.claims_between(*pair, None, selection)))
    return supports_of(knowledge, kept, selection)


def _rows(rows: Iterable[Row]) -> list[dict[str, str]]:
    return [{"id": claim, "subject": link[0], "object": link[1], "sign": link[2].value} for claim, link in rows]


def _after(knowledge: Knowledge, one: Carrying, rows: Sequence[Row]) -> list[Row]:
    """The claims after a mishap to one of them, and to all that is derived from it."""
    entries = {claim: knowledge.entry(claim) for claim, _ in rows}
    struck = {claim for claim, entry in entries.items() if isinstance(entry, Claim) and one.claim.id in (claim, *entry.premises)}
    if one.mishap is Mishap.LOST:
        return [row for row in rows if row[0] not in struck]
    turned = {Sign.PLUS: Sign.MINUS, Sign.MINUS: Sign.PLUS, Sign.UNKNOWN: Sign.UNKNOWN}
    return [(claim, (*link[:2], turned[link[2]])) if claim in struck else (claim, link) for claim, link in rows]


def _verdict_part(
    rows: Sequence[Row], ends: tuple[list[str], list[str]], selection: Selection, verdict: Verdict, *, supposed: bool, about: str
) -> dict[str, Any]:
    signed = {link[:2] for _, link in rows if link[2] is not Sign.UNKNOWN}
    rows = [(claim, link) for claim, link in rows if link[2] is not Sign.UNKNOWN or link[:2] not in signed]
    weighed = weigh(SignedGraph.from_links((link for _, link in rows), variables=sorted({*ends[0], *ends[1]})), *ends)
    certificate = sealed({**verdict_certificate(weighed, *ends, rows), "selection": selection_json(selection)})
    return {"about": about, "supposed": supposed, "says": [{"verdict": verdict.value}], "certificate": certificate}


def _part(certificate: Certificate, says: Iterable[tuple[Term, Change]], *, about: str = "") -> dict[str, Any]:
    told = [{"variable": term.id, "change": change.value} for term, change in says]
    return {"about": about, "supposed": False, "says": told, "certificate": certificate}


def _answers(question: str, parts: list[dict[str, Any]]) -> Certificate:
    return sealed({"kind": "answers", "question": question, "parts": parts, "rule": "each part says no more than its own certificate"})
