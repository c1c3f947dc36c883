"""Evidence in words: which reference says it, where, citing what, and how sure it is which paper a citation number means."""

from __future__ import annotations

from kgraph.model import Bearing, Evidence, Label, Reference
from kgraph.views.naming import Terms, label_of, reference_of, shown_label, slug_of
from kgraph.views.sentences import context_parts
from kgraph.views.words import BEARING, CERTAINTY, CONFIDENCE, frequency_label


def evidence_text(evidence: Evidence, terms: Terms) -> Label:
    """``the review (2021), s2-i1-n1, citing [8] = Li N et al. 2010 (very high confidence)``; a dispute comes first, a quotation last."""
    source = label_of(terms, evidence.reference)
    place = f", {slug_of(evidence.locator)}" if evidence.locator else ""
    cites = [citation_text(one, terms) for one in evidence.cites]
    disputes = Label(en="disputes: ", zh="质疑：") if evidence.bearing is Bearing.DISPUTES else Label()
    citing = (
        Label(en=", citing " + "; ".join(one.en for one in cites), zh="，引用" + "；".join(one.zh for one in cites)) if cites else Label()
    )
    words = " ".join(evidence.text.split())
    quoted = Label(en=f": “{words}”", zh=f"：“{words}”") if words else Label()
    return Label(
        en=f"{disputes.en}{source.en}{place}{citing.en}{quoted.en}",
        zh=f"{disputes.zh}{source.zh}{place.replace(', ', '，')}{citing.zh}{quoted.zh}",
    )


def citation_text(identity: str, terms: Terms) -> Label:
    """A cited reference; a citation number with the paper that it most likely points to and how sure that is."""
    reference = reference_of(terms, identity)
    if reference is None or not reference.number:
        return label_of(terms, identity)
    number = f"[{reference.number}]"
    sure = confidence_label(reference)
    if not reference.match:
        return Label(en=f"{number} ({sure.en})", zh=f"{number}（{sure.zh}）")
    paper = label_of(terms, reference.match)
    return Label(en=f"{number} = {paper.en} ({sure.en})", zh=f"{number} = {paper.zh}（{sure.zh}）")


def confidence_label(reference: Reference) -> Label:
    """How sure it is which paper a citation number means."""
    if not reference.match:
        return CONFIDENCE["none"]
    word = reference.confidence or "none"
    return CONFIDENCE.get(word, Label(en=word, zh=word))


def evidence_details(evidence: Evidence, terms: Terms) -> tuple[tuple[Label, Label], ...]:
    """All else that a piece of evidence says, as (what, value) pairs: bearing, certainty, methods, context, comment."""
    context = evidence.context
    rows: list[tuple[Label, Label]] = [(Label(en="certainty", zh="确定性"), CERTAINTY[evidence.certainty])]
    if evidence.bearing is Bearing.DISPUTES:
        rows.append((Label(en="bearing", zh="作用"), BEARING[evidence.bearing]))
    if evidence.method:
        rows.append((Label(en="kind of evidence", zh="证据类型"), _listed([label_of(terms, one) for one in evidence.method])))
    seen = context_parts(context, terms)
    if seen:
        rows.append((Label(en="seen in", zh="所见于"), _listed(list(seen))))
    words = (
        (Label(en="extent", zh="程度"), context.extent),
        (Label(en="timing", zh="时间"), context.timing),
        (Label(en="frequency", zh="频度"), frequency_label(context.frequency)),
        (Label(en="onset", zh="出现"), context.onset),
        (Label(en="offset", zh="消退"), context.offset),
        (Label(en="comment", zh="说明"), evidence.comment),
    )
    return (*rows, *((name, value) for name, value in words if value.en or value.zh))


def evidence_summary(evidence: Evidence, terms: Terms) -> Label:
    """All of `evidence_details` on one line."""
    rows = evidence_details(evidence, terms)
    return Label(
        en="; ".join(f"{what.en}: {value.en}" for what, value in rows), zh="；".join(f"{what.zh}：{value.zh}" for what, value in rows)
    )


def reference_line(reference: Reference) -> Label:
    """A publication in full: citation and identifiers, else its label."""
    name = shown_label(reference)
    ids = ", ".join(one.curie for one in reference.identifiers)
    text = reference.citation or name.en
    tail = f" ({ids})" if ids else ""
    return Label(en=text + tail, zh=(reference.citation or name.zh) + tail)


def _listed(labels: list[Label]) -> Label:
    return Label(en=", ".join(label.en for label in labels), zh="、".join(label.zh for label in labels))
