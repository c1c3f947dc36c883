"""The answers of ``kgraph upstream`` and ``downstream``: as text, as rows, and as JSON (schema: ``reach.schema.json``)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kgraph.model import Label, Language, Reach, Reachable, Verdict
from kgraph.views.chain_lines import names_label
from kgraph.views.json_parts import Json, term_json
from kgraph.views.naming import Terms, shown_label
from kgraph.views.tables import Table
from kgraph.views.words import SIGN_TEXT
from kgraph.views.writing import Lines

_STYLE = {Verdict.RAISES: "+", Verdict.LOWERS: "-"}
_OPEN = Label(en="a chain of another sign was not ruled out", zh="未排除另有相反符号的链")


def tell_reach(lines: Lines, reach: Reach) -> None:
    """What lies upstream or downstream, by distance; beside each variable what raising the upstream end does to the other."""
    lines.say(_heading(reach), style="bold")
    for links, group in groupby(reach.variables, key=lambda one: one.links):
        lines.say(Label(en="1 link away" if links == 1 else f"{links} links away", zh=f"相隔{links}条链接"))
        for one in group:
            lines.say(_named(one), indent=4, first=f"{_signs(one):5}  ", style=_STYLE.get(one.verdict, "?"))
    if reach.hidden:
        lines.say(
            Label(en=f"Not told: {reach.hidden} further away ({reach.limit}).", zh=f"未列出：更远的{reach.hidden}个（{reach.limit}）。"),
            style="warn",
        )


def reach_table(reach: Reach, languages: Sequence[Language]) -> Table:
    """The variables, a row each."""
    language = languages[0] if languages else Language.EN
    rows = tuple(
        (one.variable.id, one.links, "".join(sign.value for sign in one.signs), one.verdict.value, shown_label(one.variable).text(language))
        for one in reach.variables
    )
    return Table(columns=("variable", "links", "signs", "verdict", "label"), rows=rows)


def reach_json(reach: Reach, terms: Terms) -> Json:
    """The answer as JSON."""
    return {
        "of": [term_json(one, terms) for one in reach.of],
        "direction": "upstream" if reach.against else "downstream",
        "variables": [reachable_json(one, terms) for one in reach.variables],
        "hidden": reach.hidden,
        "limit": reach.limit or None,
        "complete": reach.complete,
    }


def reachable_json(one: Reachable, terms: Terms) -> Json:
    """One variable with its distance and signs."""
    return {
        "variable": term_json(one.variable, terms),
        "links": one.links,
        "signs": [sign.value for sign in one.signs],
        "verdict": one.verdict.value,
        "complete": one.complete,
    }


def _heading(reach: Reach) -> Label:
    name, count = names_label(reach.of), len(reach.variables)
    if not count and not reach.hidden:
        where, where_zh = ("leads to", "通向") if reach.against else ("starts at", "始于")
        return Label(
            en=f"No chain {where} {name.en} here. That speaks of this graph, not of nature.",
            zh=f"此处没有{where_zh}{name.zh}的链。这只说明本图谱的内容，不代表自然界如此。",
        )
    if reach.against:
        return Label(
            en=f"{count} upstream of {name.en}; before each, the sign of what raising it does:",
            zh=f"{name.zh}的上游有{count}个变量；各变量前为其升高所起作用的符号：",
        )
    return Label(
        en=f"{count} downstream of {name.en}; before each, the sign of what the raise does to it:",
        zh=f"{name.zh}的下游有{count}个变量；各变量前为其所受作用的符号：",
    )


def _signs(one: Reachable) -> str:
    return " ".join(SIGN_TEXT[sign] for sign in one.signs)


def _named(one: Reachable) -> Label:
    name = shown_label(one.variable)
    return name if one.complete else Label(en=f"{name.en} ({_OPEN.en})", zh=f"{name.zh}（{_OPEN.zh}）")
