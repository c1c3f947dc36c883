"""Claims whose own quoted sentence disagrees with them, as text, table and JSON."""

from __future__ import annotations

from kgraph.model import Against, Label, SentenceAudit, SentenceFlag
from kgraph.views.json_parts import Json
from kgraph.views.naming import Terms, label_of
from kgraph.views.sentences import claim_sentence
from kgraph.views.tables import Table
from kgraph.views.words import ARROW
from kgraph.views.writing import Lines

BRIEFLY = 20
"""How many flags are told when nobody asks for all."""
COLUMNS = ("claim", "subject", "sign", "object", "against", "words", "reference", "text")
_AGAINST = {
    Against.SIGN: Label(en="the sentence gives the other sign", zh="原句的符号相反"),
    Against.DIRECTION: Label(en="in the sentence the other end acts", zh="原句中作用方向相反"),
}


def tell_flags(lines: Lines, found: SentenceAudit, terms: Terms, *, shown: int | None = BRIEFLY) -> None:
    """Counts, then each claim with the words that disagree and the whole sentence."""
    silent = found.sentences - found.agreeing - len(found.flags)
    count, agreeing, flags = found.sentences, found.agreeing, len(found.flags)
    lines.say(
        Label(
            en=f"{count:,} quoted sentences: {flags:,} disagree with their claim, {agreeing:,} agree, on {silent:,} the rules are silent",
            zh=f"读取引文{count:,}句：与主张不符{flags:,}，相符{agreeing:,}，规则不作判断{silent:,}",
        ),
        style="bold",
    )
    for one in found.flags[:shown]:
        said, why, source = claim_sentence(one.claim, terms), _AGAINST[one.against], label_of(terms, one.evidence.reference)
        lines.gap()
        lines.say(Label(en=f"{said.en} [{one.claim.id}]", zh=f"{said.zh}［{one.claim.id}］"), first=f"{ARROW[one.claim.sign]} ")
        lines.say(Label(en=f"{why.en}: {one.words}", zh=f"{why.zh}：{one.words}"), indent=2, style="warn")
        text = " ".join(one.evidence.text.split())
        lines.say(Label(en=f"{source.en}: “{text}”", zh=f"{source.zh}：“{text}”"), indent=2, style="dim")
    if shown is not None and len(found.flags) > shown:
        left = len(found.flags) - shown
        lines.gap()
        lines.say(Label(en=f"and {left} more; --all tells them", zh=f"另有{left}条；--all 全部列出"), style="dim")


def flag_json(one: SentenceFlag) -> Json:
    """One claim and the sentence that disagrees with it."""
    return {
        "claim": one.claim.id,
        "subject": one.claim.subject.id,
        "sign": one.claim.sign.value,
        "object": one.claim.object.id,
        "against": one.against.value,
        "words": one.words,
        "evidence": one.evidence.id,
        "reference": one.evidence.reference,
        "text": one.evidence.text,
    }


def flags_json(found: SentenceAudit) -> Json:
    """All flags, and how many sentences they are among."""
    return {"sentences": found.sentences, "agreeing": found.agreeing, "flags": [flag_json(one) for one in found.flags]}


def flags_table(found: SentenceAudit) -> Table:
    """A flag a row."""
    rows = tuple(
        (
            *(one.claim.id, one.claim.subject.id, one.claim.sign.value, one.claim.object.id),
            *(one.against.value, one.words, one.evidence.reference, " ".join(one.evidence.text.split())),
        )
        for one in found.flags
    )
    return Table(columns=COLUMNS, rows=rows)
