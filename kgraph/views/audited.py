"""The audit of mechanisms as text, table and JSON: counts, what is not coherent, and each route step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kgraph.model import Audit, Coherence, Label, Language, Route, Sign, SignedMechanism, Step
from kgraph.views.columns import text_in
from kgraph.views.json_parts import Json, label_json
from kgraph.views.tables import Table
from kgraph.views.words import SIGN_TEXT
from kgraph.views.writing import Lines, sign_style

BRIEFLY = 10
"""How many mechanisms of an outcome are named when nobody asks for all."""
COHERENCE = {
    Coherence.COHERENT: Label(en="coherent", zh="相符"),
    Coherence.NET_OPPOSITE: Label(en="net positive: every route works against the purpose", zh="净符号相反：每条路线都与目的相悖"),
    Coherence.BRANCHES_DISAGREE: Label(en="branches disagree", zh="各支互相矛盾"),
    Coherence.INDETERMINATE: Label(en="indeterminate", zh="无法判定"),
}
_COUNTED = {
    "mechanisms": Label(en="mechanisms", zh="机制"),
    "coherent": Label(en="coherent", zh="相符"),
    "net positive": Label(en="net positive", zh="净符号相反"),
    "branches disagree": Label(en="branches disagree", zh="各支矛盾"),
    "indeterminate": Label(en="indeterminate", zh="无法判定"),
    "cyclic": Label(en="cyclic", zh="含环"),
    "redundant bypass": Label(en="redundant bypass", zh="有多余旁路"),
}
_MARK = {Sign.PLUS: "▶", Sign.MINUS: "⊣", Sign.UNKNOWN: "?", None: "·"}
COLUMNS = ("mechanism", "label", "start", "end", "purpose", "coherence", "why", "routes", "nets", "cyclic", "bypasses", "complete")


def tell_audits(lines: Lines, counts: Mapping[str, int], audits: Sequence[Audit], *, full: bool, shown: int | None = BRIEFLY) -> None:
    """Counts, then every mechanism step by step when `full`, else the names of those that are not coherent, the first few of each kind."""
    told = [(name, counts[key]) for key, name in _COUNTED.items()]
    en = ", ".join(f"{number:,} {name.en}" for name, number in told)
    if counts["mechanisms"] == 1:
        en = en.replace("mechanisms", "mechanism")
    lines.say(Label(en=en, zh="，".join(f"{name.zh}{number:,}" for name, number in told)), style="bold")
    if full:
        for one in audits:
            lines.gap()
            tell_audit(lines, one)
        return
    for coherence in list(Coherence)[1:]:
        found = [one for one in audits if one.coherence is coherence]
        if found:
            lines.gap()
            name = COHERENCE[coherence]
            lines.say(Label(en=f"{name.en}:", zh=f"{name.zh}："))
            for one in found[:shown]:
                why = Label(en=f": {one.why.en}", zh=f"：{one.why.zh}") if one.why.en else Label()
                label = _shown(one.mechanism.label)
                lines.say(
                    Label(en=f"{label.en} ({one.mechanism.id}){why.en}", zh=f"{label.zh}（{one.mechanism.id}）{why.zh}"),
                    indent=2,
                    first="- ",
                )
            if shown is not None and len(found) > shown:
                left = len(found) - shown
                lines.say(Label(en=f"and {left} more", zh=f"另有{left}个"), indent=4, style="dim")


def tell_audit(lines: Lines, one: Audit) -> None:
    """One mechanism: what it is for, each route step by step with its net sign, and what the routes say together."""
    mechanism, label = one.mechanism, _shown(one.mechanism.label)
    start, end = _place(mechanism, mechanism.start), _place(mechanism, mechanism.end)
    lines.say(Label(en=f"{label.en} ({mechanism.id})", zh=f"{label.zh}（{mechanism.id}）"), style="bold")
    raises = mechanism.purpose is Sign.PLUS
    lines.say(
        Label(
            en=f"purpose: {start.en} {'raises' if raises else 'lowers'} {end.en} ({SIGN_TEXT[mechanism.purpose]})",
            zh=f"目的：{start.zh}{'升高' if raises else '降低'}{end.zh}（{SIGN_TEXT[mechanism.purpose]}）",
        ),
        indent=2,
    )
    for number, route in enumerate(one.routes, 1):
        _tell_route(lines, mechanism, route, number, len(one.routes), bypass=route in one.bypasses)
    if one.cyclic:
        ring = [_place(mechanism, place) for place in (*one.cyclic, one.cyclic[0])]
        lines.say(Label(en=f"ring: {' → '.join(p.en for p in ring)}", zh=f"环：{' → '.join(p.zh for p in ring)}"), indent=2, style="warn")
    if not one.complete:
        lines.say(Label(en="not complete: the limit on routes stopped the search", zh="不完整：达到路线数上限"), indent=2, style="warn")
    name, why = COHERENCE[one.coherence], one.why
    lines.say(
        Label(en=f"verdict: {name.en}{f' ({why.en})' if why.en else ''}", zh=f"结论：{name.zh}{f'（{why.zh}）' if why.zh else ''}"),
        indent=2,
        style="" if one.coherence is Coherence.COHERENT else "warn",
    )


def audit_json(one: Audit) -> Json:
    """One audit with every route and every step; `places` has the words for the ids of all places."""
    mechanism = one.mechanism
    return {
        "mechanism": mechanism.id,
        "label": label_json(mechanism.label),
        "start": mechanism.start,
        "end": mechanism.end,
        "places": {place: label_json(label) for place, label in sorted(mechanism.names.items())},
        "purpose": mechanism.purpose.value,
        "coherence": one.coherence.value,
        "why": label_json(one.why),
        "routes": [_route_json(route, bypass=route in one.bypasses) for route in one.routes],
        "cyclic": list(one.cyclic),
        "complete": one.complete,
    }


def audits_json(counts: Mapping[str, int], audits: Sequence[Audit]) -> Json:
    """All of them under their counts."""
    return {
        "counts": {name.replace(" ", "_"): number for name, number in counts.items()},
        "mechanisms": [audit_json(one) for one in audits],
    }


def audits_table(audits: Sequence[Audit], languages: Sequence[Language]) -> Table:
    """A mechanism a row; `nets` are the net signs of its routes in their order."""
    rows = tuple(
        (
            *(one.mechanism.id, text_in(_shown(one.mechanism.label), languages)),
            *(text_in(_place(one.mechanism, place), languages) for place in (one.mechanism.start, one.mechanism.end)),
            *(one.mechanism.purpose.value, one.coherence.value, text_in(one.why, languages) if one.why.en else ""),
            *(len(one.routes), "".join(route.net.value if route.net else "?" for route in one.routes)),
            *("yes" if one.cyclic else "no", len(one.bypasses), "yes" if one.complete else "no"),
        )
        for one in audits
    )
    return Table(columns=COLUMNS, rows=rows)


def _tell_route(lines: Lines, mechanism: SignedMechanism, route: Route, number: int, total: int, *, bypass: bool) -> None:
    net = SIGN_TEXT[route.net or Sign.UNKNOWN]
    beside = Label(en="; redundant: a longer route passes the same places", zh="；多余：更长的路线经过相同各处") if bypass else Label()
    lines.say(
        Label(
            en=f"route {number} of {total}: net sign {net}{f' ({route.open.en})' if route.net is None else ''}{beside.en}",
            zh=f"路线{number}（共{total}条）：净符号{net}{f'（{route.open.zh}）' if route.net is None else ''}{beside.zh}",
        ),
        indent=2,
        style=sign_style(route.net or Sign.UNKNOWN),
    )
    for place, (step, after) in enumerate(zip(route.steps, route.after, strict=True), 1):
        lines.say(_step_label(mechanism, step, after), indent=4, first=f"{place}. {_MARK[step.sign]} ")


def _step_label(mechanism: SignedMechanism, step: Step, after: Sign) -> Label:
    start, one, other = (_place(mechanism, place) for place in (mechanism.start, step.subject, step.object))
    sign = SIGN_TEXT[step.sign] if step.sign else Label(en="no sign, passed over", zh="无符号，略过")
    said = sign if isinstance(sign, Label) else Label(en=sign, zh=sign)
    word, why = _shown(step.word), _shown(step.reason)
    so_far = {
        Sign.PLUS: Label(en=f"so {start.en} raises {other.en}", zh=f"即{start.zh}升高{other.zh}"),
        Sign.MINUS: Label(en=f"so {start.en} lowers {other.en}", zh=f"即{start.zh}降低{other.zh}"),
        Sign.UNKNOWN: Label(en="open from here on", zh="自此未定"),
    }[after]
    return Label(
        en=f"{one.en} [{word.en}] {other.en} ({said.en}{f': {why.en}' if why.en else ''}); {so_far.en}",
        zh=f"{one.zh}［{word.zh}］{other.zh}（{said.zh}{f'：{why.zh}' if why.zh else ''}）；{so_far.zh}",
    )


def _route_json(route: Route, *, bypass: bool) -> Json:
    return {
        "net": route.net.value if route.net else "?",
        "open": label_json(route.open),
        "passed_over": list(route.passed_over),
        "bypass": bypass,
        "steps": [
            {
                "subject": step.subject,
                "object": step.object,
                "word": step.word.en,
                "sign": step.sign.value if step.sign else None,
                "reversed": step.reversed,
                "reason": step.reason.en,
                "after": after.value,
            }
            for step, after in zip(route.steps, route.after, strict=True)
        ],
    }


def _place(mechanism: SignedMechanism, place: str) -> Label:
    return _shown(mechanism.names.get(place, Label(en=place)))


def _shown(label: Label) -> Label:
    return Label(en=label.en or label.zh, zh=label.zh or label.en)
