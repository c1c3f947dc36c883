"""The answer of ``kgraph contradictions``: as text, as rows, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Claim, Disagreement, Label, Language
from kgraph.views.citations import evidence_text
from kgraph.views.json_parts import Json
from kgraph.views.json_shapes import entry_json
from kgraph.views.naming import Terms, shown_label
from kgraph.views.sentences import claim_sentence, context_parts
from kgraph.views.tables import Table
from kgraph.views.words import LAYER
from kgraph.views.writing import Lines

_FIELD = {
    "species": Label(en="species", zh="种属"),
    "region": Label(en="region", zh="脑区"),
    "cell_type": Label(en="cell type", zh="细胞类型"),
    "population": Label(en="population", zh="人群"),
    "route": Label(en="route", zh="途径"),
    "timing": Label(en="timing", zh="时间"),
    "dose": Label(en="dose", zh="剂量"),
}


def tell_disagreements(lines: Lines, found: Sequence[Disagreement], terms: Terms) -> None:
    """Each disagreement: the two ends, what resolves it, and the claims of each side with their evidence."""
    if not found:
        lines.say(Label(en="No two claims here contradict each other.", zh="此处没有相互矛盾的主张。"))
        return
    for number, one in enumerate(found, 1):
        lines.gap()
        lines.say(_head(one), style="bold", first=f"{number}. ")
        lines.say(_resolved(one), indent=3, style="" if one.resolved else "warn")
        for side, word in ((one.raising, Label(en="raises:", zh="升高：")), (one.lowering, Label(en="lowers:", zh="降低："))):
            lines.say(word, indent=3)
            for claim in side:
                _tell_claim(lines, claim, terms)


def disagreements_table(found: Sequence[Disagreement], languages: Sequence[Language]) -> Table:
    """Disagreements, a row each."""
    language = languages[0] if languages else Language.EN
    rows = tuple(
        (
            one.raising[0].subject.id,
            one.raising[0].object.id,
            _head(one).text(language),
            "yes" if one.general else "no",
            " ".join(one.separated_by) if one.resolved else "unresolved",
            " ".join(claim.id for claim in one.raising),
            " ".join(claim.id for claim in one.lowering),
        )
        for one in found
    )
    return Table(columns=("subject", "object", "text", "general", "resolved_by", "raising", "lowering"), rows=rows)


def disagreement_json(one: Disagreement, terms: Terms) -> Json:
    """One disagreement with all its claims."""
    return {
        "general": one.general,
        "resolved": one.resolved,
        "resolved_by": list(one.separated_by),
        "raising": [entry_json(claim, terms) for claim in one.raising],
        "lowering": [entry_json(claim, terms) for claim in one.lowering],
    }


def _head(one: Disagreement) -> Label:
    def pair(claim: Claim) -> Label:
        first, last = shown_label(claim.subject), shown_label(claim.object)
        return Label(en=f"{first.en} → {last.en}", zh=f"{first.zh} → {last.zh}")

    high, low = pair(one.raising[0]), pair(one.lowering[0])
    if not one.general:
        return high
    return Label(en=f"{high.en}, beside {low.en}", zh=f"{high.zh}，与{low.zh}")


def _resolved(one: Disagreement) -> Label:
    if not one.resolved:
        return Label(
            en="unresolved: no context field is stated by all the evidence and differs between the sides",
            zh="未解决：没有一项背景信息为全部证据所述且两方不同",
        )
    fields = [_FIELD.get(field, Label(en=field, zh=field)) for field in one.separated_by]
    return Label(
        en="resolved by " + ", ".join(field.en for field in fields), zh="由以下背景区分：" + "、".join(field.zh for field in fields)
    )


def _tell_claim(lines: Lines, claim: Claim, terms: Terms) -> None:
    text, layer = claim_sentence(claim, terms), LAYER[claim.layer]
    lines.say(Label(en=f"{text.en} [{layer.en}; {claim.id}]", zh=f"{text.zh}［{layer.zh}；{claim.id}］"), indent=5)
    for piece in claim.evidence:
        source, places = evidence_text(piece, terms), context_parts(piece.context, terms)
        en, zh = "; ".join(place.en for place in places), "；".join(place.zh for place in places)
        lines.say(Label(en=source.en + (f" ({en})" if en else ""), zh=source.zh + (f"（{zh}）" if zh else "")), indent=7, style="dim")
