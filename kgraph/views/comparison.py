"""How two graphs differ, as text, table and JSON."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Answered, Comparison, Difference, Label, Language, Sign, Standing
from kgraph.views.columns import text_in
from kgraph.views.json_parts import Json, label_json
from kgraph.views.naming import shown_label
from kgraph.views.tables import Table
from kgraph.views.words import ARROW
from kgraph.views.writing import Lines

BRIEFLY = 10
"""How many links of a standing are told when nobody asks for all."""
COLUMNS = ("standing", "subject", "sign", "object", "subject_label", "object_label", "first_claims", "second_claims")
_TOLD = {
    Standing.OPPOSITE: Label(en="opposite signs", zh="符号相反"),
    Standing.FIRST: Label(en="in the first only", zh="仅第一图有"),
    Standing.SECOND: Label(en="in the second only", zh="仅第二图有"),
}


def tell_comparison(lines: Lines, found: Comparison, *, shown: int | None = BRIEFLY) -> None:
    """Counts, the links that differ, and the answers, those that change marked."""
    counts = {standing: len(found.of(standing)) for standing in Standing}
    lines.say(
        Label(
            en=f"links: {counts[Standing.SHARED]} shared, {counts[Standing.FIRST]} in the first only, "
            f"{counts[Standing.SECOND]} in the second only, {counts[Standing.OPPOSITE]} with opposite signs",
            zh=f"链接：共有{counts[Standing.SHARED]}，仅第一图{counts[Standing.FIRST]}，"
            f"仅第二图{counts[Standing.SECOND]}，符号相反{counts[Standing.OPPOSITE]}",
        ),
        style="bold",
    )
    for standing, name in _TOLD.items():
        links = found.of(standing)
        if links:
            lines.gap()
            lines.say(Label(en=f"{name.en}:", zh=f"{name.zh}："))
            for one in links[:shown]:
                lines.say(_link(one), indent=2, first="- ", style="warn" if standing is Standing.OPPOSITE else "")
            if shown is not None and len(links) > shown:
                lines.say(Label(en=f"and {len(links) - shown} more", zh=f"另有{len(links) - shown}条"), indent=4, style="dim")
    if found.answers:
        lines.gap()
        changed, count = sum(one.changes for one in found.answers), len(found.answers)
        lines.say(Label(en=f"answers: {changed} of {count} change", zh=f"回答：{count}个中有{changed}个改变"), style="bold")
    for answer in found.answers:
        said = answer.first if not answer.changes else f"{answer.first} → {answer.second}"
        said += f" ({answer.first_chains} → {answer.second_chains})"
        lines.say(Label(en=f"{answer.question}: {said}", zh=f"{answer.question}：{said}"), indent=2, style="warn" if answer.changes else "")


def comparison_json(found: Comparison) -> Json:
    """All of it, the shared links too."""
    return {
        "counts": {standing.value.replace(" ", "_"): len(found.of(standing)) for standing in Standing},
        "links": [difference_json(one) for one in found.differences],
        "answers": [{"question": one.question, "changes": one.changes, **_sides(one)} for one in found.answers],
    }


def _sides(one: Answered) -> Json:
    return {
        "first": {"answer": one.first, "chains": one.first_chains},
        "second": {"answer": one.second, "chains": one.second_chains},
    }


def difference_json(one: Difference) -> Json:
    """One link."""
    return {
        "standing": one.standing.value,
        "subject": {"id": one.subject.id, "label": label_json(one.subject.label)},
        "sign": one.sign.value,
        "object": {"id": one.object.id, "label": label_json(one.object.label)},
        "first": [claim.id for claim in one.first],
        "second": [claim.id for claim in one.second],
    }


def comparison_table(found: Comparison, languages: Sequence[Language]) -> Table:
    """A link a row."""
    rows = tuple(
        (
            *(one.standing.value, one.subject.id, one.sign.value, one.object.id),
            *(text_in(shown_label(term), languages) for term in (one.subject, one.object)),
            *(" ".join(claim.id for claim in claims) for claims in (one.first, one.second)),
        )
        for one in found.differences
    )
    return Table(columns=COLUMNS, rows=rows)


def _link(one: Difference) -> Label:
    subject, target = shown_label(one.subject), shown_label(one.object)
    arrow = ARROW[one.sign]
    turned = {Sign.PLUS: ARROW[Sign.MINUS], Sign.MINUS: ARROW[Sign.PLUS]}.get(one.sign, "")
    both = f" ({arrow} / {turned})" if one.standing is Standing.OPPOSITE else ""
    return Label(en=f"{subject.en} {arrow} {target.en}{both}", zh=f"{subject.zh} {arrow} {target.zh}{both}")
