"""The answer of ``kgraph carriers``: as text, as rows, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Carried, Carrying, Label, Language, LeftOut, Mishap, Verdict
from kgraph.views.chain_lines import links_json, names_label, route_label
from kgraph.views.json_parts import Json, label_json, term_json
from kgraph.views.naming import Terms, label_of
from kgraph.views.sentences import claim_sentence
from kgraph.views.tables import Table
from kgraph.views.words import LAYER
from kgraph.views.writing import Lines

_VERDICT = {
    Verdict.RAISES: Label(en="raises", zh="升高"),
    Verdict.LOWERS: Label(en="lowers", zh="降低"),
    Verdict.CONFLICTED: Label(en="conflicted", zh="矛盾"),
    Verdict.UNDETERMINED: Label(en="undetermined", zh="未定"),
    Verdict.NO_CHAIN: Label(en="no chain", zh="无链"),
}
_KIND = {
    "layer": Label(en="layer", zh="层"),
    "reference": Label(en="reference", zh="文献"),
    "species": Label(en="species", zh="种属"),
}


def tell_carried(lines: Lines, carried: Carried, terms: Terms, *, shown: int | None) -> None:
    """What carries a verdict; at most `shown` of the claims that only a reversal touches and of the steps seen in animals only."""
    first, last, verdict = names_label(carried.source), names_label(carried.target), _VERDICT[carried.verdict]
    lines.say(Label(en=f"From: {first.en}. To: {last.en}.", zh=f"起点：{first.zh}。终点：{last.zh}。"), style="bold")
    lines.say(
        Label(
            en=f"Verdict over all chains: {verdict.en}; {carried.claims} claims lie between.",
            zh=f"全部链的判定：{verdict.zh}；其间共有{carried.claims}条主张。",
        )
    )
    for mishap in Mishap:
        _tell_carriers(lines, [one for one in carried.carriers if one.mishap is mishap], mishap, terms, shown)
    _tell_left_out(lines, carried, terms)
    _tell_animals(lines, carried, shown)
    if not carried.complete:
        lines.gap()
        lines.say(Label(en="Not complete: a limit stopped a search for a chain.", zh="不完整：有一次寻链达到上限。"), style="warn")


def carried_table(carried: Carried, languages: Sequence[Language]) -> Table:
    """Claims and groups whose loss or reversal was tried and changes the verdict, a row each."""
    del languages
    rows = [("claim", one.claim.id, one.mishap.value, one.verdict.value) for one in carried.carriers]
    rows += [(one.kind, one.group, "lost", one.verdict.value) for one in carried.left_out if one.changed]
    return Table(columns=("kind", "id", "mishap", "verdict"), rows=tuple(rows))


def carried_json(carried: Carried, terms: Terms) -> Json:
    """What carries a verdict, as JSON."""
    return {
        "source": [term_json(one, terms) for one in carried.source],
        "target": [term_json(one, terms) for one in carried.target],
        "direct": links_json(carried.direct),
        "without_direct": carried.without_direct,
        "verdict": carried.verdict.value,
        "claims": carried.claims,
        "carriers": [carrying_json(one, terms) for one in carried.carriers],
        "left_out": [
            {"kind": one.kind, "id": one.group, "claims": list(one.claims), "verdict": one.verdict.value, "changed": one.changed}
            for one in carried.left_out
        ],
        "animal_only": links_json(carried.animal_only),
        "complete": carried.complete,
    }


def carrying_json(one: Carrying, terms: Terms) -> Json:
    """One claim that carries the verdict."""
    return {
        "claim": one.claim.id,
        "label": label_json(claim_sentence(one.claim, terms)),
        "mishap": one.mishap.value,
        "verdict": one.verdict.value,
    }


def _tell_carriers(lines: Lines, found: Sequence[Carrying], mishap: Mishap, terms: Terms, shown: int | None) -> None:
    lines.gap()
    lost = mishap is Mishap.LOST
    if not found:
        lines.say(
            Label(
                en=f"No single claim changes it when it is {mishap.value}.",
                zh="去掉任何单一主张，判定都不变。" if lost else "任何单一主张反号，判定都不变。",
            )
        )
        return
    lines.say(
        Label(
            en=f"Claims that change it when {mishap.value} ({len(found)}):",
            zh=f"{'去掉' if lost else '反号'}后判定改变的主张（{len(found)}条）：",
        ),
        style="bold",
    )
    for one in found[:shown]:
        text, verdict, layer = claim_sentence(one.claim, terms), _VERDICT[one.verdict], LAYER[one.claim.layer]
        lines.say(
            Label(en=f"{text.en} [{layer.en}; {one.claim.id}] → {verdict.en}", zh=f"{text.zh}［{layer.zh}；{one.claim.id}］→ {verdict.zh}"),
            indent=2,
        )
    _tell_more(lines, len(found), shown)


def _tell_left_out(lines: Lines, carried: Carried, terms: Terms) -> None:
    for kind, word in _KIND.items():
        found = [one for one in carried.left_out if one.kind == kind]
        if not found:
            continue
        lines.gap()
        lines.say(
            Label(en=f"Leaving out one {word.en} ({len(found)} tried):", zh=f"每次去掉一个{word.zh}（试{len(found)}个）："), style="bold"
        )
        changed = [one for one in found if one.changed]
        for one in changed:
            lines.say(_group(one, terms), indent=2)
        if not changed:
            lines.say(Label(en="the verdict stays", zh="判定不变"), indent=2)


def _group(one: LeftOut, terms: Terms) -> Label:
    known = {layer.value: label for layer, label in LAYER.items()}
    name, verdict = known.get(one.group) or label_of(terms, one.group), _VERDICT[one.verdict]
    claims = "1 claim" if len(one.claims) == 1 else f"{len(one.claims)} claims"
    return Label(
        en=f"without {name.en} ({claims} fall): {verdict.en}", zh=f"去掉{name.zh}（{len(one.claims)}条主张随之失据）：{verdict.zh}"
    )


def _tell_animals(lines: Lines, carried: Carried, shown: int | None) -> None:
    found = carried.animal_only
    if not found:
        return
    lines.gap()
    lines.say(
        Label(en=f"Steps between with animal evidence only ({len(found)}):", zh=f"其间仅有动物证据的步骤（{len(found)}步）："), style="bold"
    )
    for link in found[:shown]:
        lines.say(route_label([link]), indent=2)
    _tell_more(lines, len(found), shown)


def _tell_more(lines: Lines, count: int, shown: int | None) -> None:
    if shown is not None and count > shown:
        lines.say(Label(en=f"and {count - shown} more", zh=f"另有{count - shown}条"), indent=2, style="dim")
