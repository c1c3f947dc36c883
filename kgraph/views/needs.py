"""The answers of ``kgraph necessary``, ``cuts`` and ``rescues``: as text, as rows, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Blocks, Label, Language, Link, Needs, Rescue, Rescued, Term
from kgraph.views.chain_lines import links_json, names_label, route_label
from kgraph.views.json_parts import Json, term_json
from kgraph.views.naming import Terms, shown_label
from kgraph.views.reasons import ASSUMED, DONE, interventions_label
from kgraph.views.supposition import interventions_json, prediction_json, prediction_label
from kgraph.views.tables import Table
from kgraph.views.words import CHANGE
from kgraph.views.writing import Lines

_NO_CHAIN = Label(
    en="No chain is known here. That speaks of this graph, not of nature.", zh="此处没有链。这只说明本图谱的内容，不代表自然界如此。"
)

_NEAREST = Label(en="Not complete: only the nearest variables were tried.", zh="不完整：只试了最近的变量。")


def tell_needs(lines: Lines, needs: Needs) -> None:
    """What every chain passes."""
    lines.say(_between(needs.source, needs.target), style="bold")
    _tell_direct(lines, needs.direct, without=needs.without_direct)
    if not needs.any_chain:
        lines.say(_NO_CHAIN)
        return
    if needs.variables:
        count = len(needs.variables)
        lines.say(Label(en=f"Every chain passes these {count}, in this order:", zh=f"每条链都依次经过以下{count}个变量："))
        for variable in needs.variables:
            lines.say(shown_label(variable), indent=2)
    elif not needs.direct or needs.without_direct:
        lines.say(
            Label(en="No variable between them is on every chain: nothing is necessary.", zh="没有每条链都经过的中间变量：无一必需。")
        )
    if needs.links:
        lines.say(Label(en="Every chain passes these links:", zh="每条链都经过以下链接："))
        for pair in needs.links:
            for link in pair:
                lines.say(route_label([link]), indent=2)


def needs_table(needs: Needs, languages: Sequence[Language]) -> Table:
    """Necessary variables and links, a row each."""
    language = languages[0] if languages else Language.EN
    rows = [("variable", one.id, shown_label(one).text(language)) for one in needs.variables]
    rows += [
        ("link", f"{link.subject.id} {link.sign.value} {link.object.id}", route_label([link]).text(language))
        for pair in needs.links
        for link in pair
    ]
    return Table(columns=("kind", "id", "label"), rows=tuple(rows))


def needs_json(needs: Needs, terms: Terms) -> Json:
    """What every chain passes, as JSON."""
    return {
        **_ends_json(needs.source, needs.target, needs.direct, needs.without_direct, terms),
        "any_chain": needs.any_chain,
        "variables": [term_json(one, terms) for one in needs.variables],
        "links": links_json(link for pair in needs.links for link in pair),
    }


def tell_blocks(lines: Lines, blocks: Blocks) -> None:
    """The sets whose block leaves no chain."""
    lines.say(_between(blocks.source, blocks.target), style="bold")
    _tell_direct(lines, blocks.direct, without=blocks.without_direct)
    if blocks.size is None:
        lines.say(Label(en="No set of variables cuts a direct link.", zh="任何变量集合都切不断直接链接。"))
        return
    if blocks.size == 0:
        lines.say(_NO_CHAIN)
        return
    sets = "1 set" if len(blocks.sets) == 1 else f"{len(blocks.sets)} sets"
    lines.say(
        Label(
            en=f"Blocking {blocks.size} can leave no chain, and no fewer can. {sets}:",
            zh=f"最少阻断{blocks.size}个变量即无链可通。共{len(blocks.sets)}组：",
        )
    )
    for number, cut in enumerate(blocks.sets, 1):
        lines.say(names_label(cut), indent=2, first=f"{number}. ")
    if not blocks.complete:
        lines.say(Label(en=f"Not complete: {blocks.limit}.", zh=f"不完整：{blocks.limit}。"), style="warn")


def blocks_table(blocks: Blocks, languages: Sequence[Language]) -> Table:
    """The variables of each set, a row each."""
    language = languages[0] if languages else Language.EN
    rows = tuple((number, len(cut), one.id, shown_label(one).text(language)) for number, cut in enumerate(blocks.sets, 1) for one in cut)
    return Table(columns=("cut", "size", "variable", "label"), rows=rows)


def blocks_json(blocks: Blocks, terms: Terms) -> Json:
    """The sets whose block leaves no chain, as JSON."""
    return {
        **_ends_json(blocks.source, blocks.target, blocks.direct, blocks.without_direct, terms),
        "size": blocks.size,
        "cuts": [[term_json(one, terms) for one in cut] for cut in blocks.sets],
        "complete": blocks.complete,
        "limit": blocks.limit or None,
    }


def tell_rescued(lines: Lines, rescued: Rescued) -> None:
    """What brings the effect back on each target."""
    done, assumed = interventions_label(rescued.interventions), ASSUMED[rescued.assumption]
    lines.say(Label(en=f"With {done.en}.", zh=f"{done.zh}时："), style="bold")
    lines.say(Label(en=f"Assumed: {assumed.en}.", zh=f"假定：{assumed.zh}。"), style="dim")
    for one in rescued.rescues:
        lines.gap()
        told = prediction_label(one.under)
        lines.say(Label(en=f"{told.en}.", zh=f"{told.zh}。"))
        lines.say(_rescue_sentence(one), indent=2)
        if not one.complete:
            lines.say(_NEAREST, indent=2, style="warn")
        for act in one.found:
            name, way = shown_label(act.variable), DONE[act.action]
            lines.say(Label(en=f"{name.en} {way.en}", zh=f"{name.zh}{way.zh}"), indent=4)
        for some in one.sets:
            lines.say(interventions_label(some), indent=4)
        if one.limit:
            lines.say(Label(en=f"Not all sets were tried ({one.limit}).", zh=f"并未试遍所有组合（{one.limit}）。"), indent=2, style="dim")


def rescued_table(rescued: Rescued, languages: Sequence[Language]) -> Table:
    """Rescues, a row for each intervention; those of one set do it together."""
    language = languages[0] if languages else Language.EN
    rows = tuple(
        (
            one.under.variable.id,
            one.wanted.value if one.wanted else None,
            number,
            act.variable.id,
            act.action.value,
            shown_label(act.variable).text(language),
        )
        for one in rescued.rescues
        for number, some in enumerate([*((act,) for act in one.found), *one.sets], start=1)
        for act in some
    )
    return Table(columns=("target", "wanted", "set", "variable", "action", "label"), rows=rows)


def rescued_json(rescued: Rescued, terms: Terms) -> Json:
    """Rescues as JSON."""
    return {
        "interventions": interventions_json(rescued.interventions, terms),
        "assumption": rescued.assumption.value,
        "targets": [rescue_json(one, terms) for one in rescued.rescues],
    }


def rescue_json(one: Rescue, terms: Terms) -> Json:
    """The rescues of one target."""
    return {
        "before": prediction_json(one.before, terms),
        "under": prediction_json(one.under, terms),
        "wanted": one.wanted.value if one.wanted else None,
        "needed": one.needed,
        "complete": one.complete,
        "rescues": interventions_json(one.found, terms),
        "sets": [interventions_json(some, terms) for some in one.sets],
        "limit": one.limit or None,
    }


def _rescue_sentence(one: Rescue) -> Label:
    if one.wanted is None:
        change = CHANGE[one.before.change]
        return Label(
            en=f"Without the block it is predicted {change.en}: there is no effect to bring back. --wanted asks for one.",
            zh=f"不阻断时预测其{change.zh}：没有可恢复的作用。--wanted可指定。",
        )
    wanted = CHANGE[one.wanted]
    if not one.needed:
        return Label(en="The effect stands under the block: no rescue is needed.", zh="阻断之下作用仍在：无需恢复。")
    if one.sets:
        return Label(
            en=f"No single intervention known here makes it {wanted.en} again for sure; these together do:",
            zh=f"此处没有任何单一干预能确保其重新{wanted.zh}；以下组合可以：",
        )
    if not one.found:
        return Label(
            en=f"No single intervention known here makes it {wanted.en} again for sure.",
            zh=f"此处没有任何单一干预能确保其重新{wanted.zh}。",
        )
    return Label(en=f"It is {wanted.en} again with any one of:", zh=f"加上以下任一干预，即重新{wanted.zh}：")


def _between(source: Sequence[Term], target: Sequence[Term]) -> Label:
    first, last = names_label(source), names_label(target)
    return Label(en=f"From: {first.en}. To: {last.en}.", zh=f"起点：{first.zh}。终点：{last.zh}。")


def _tell_direct(lines: Lines, direct: Sequence[Link], *, without: bool) -> None:
    """That links lead straight across, and what follows."""
    if not direct:
        return
    if without:
        lines.say(Label(en="Left out, for they lead straight across:", zh="以下直达的链接不计："), style="dim")
    else:
        lines.say(
            Label(
                en="These links lead straight across, so nothing between is necessary; --no-direct leaves them out:",
                zh="以下链接直达终点，故中间无一必需；--no-direct可将其除去：",
            ),
            style="warn",
        )
    for link in direct:
        claims = ", ".join(claim.id for claim in link.claims)
        route = route_label([link])
        lines.say(Label(en=f"{route.en} [{claims}]", zh=f"{route.zh}［{claims}］"), indent=2)


def _ends_json(source: Sequence[Term], target: Sequence[Term], direct: Sequence[Link], without: bool, terms: Terms) -> Json:
    return {
        "source": [term_json(one, terms) for one in source],
        "target": [term_json(one, terms) for one in target],
        "direct": links_json(direct),
        "without_direct": without,
    }
