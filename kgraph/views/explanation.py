"""The answer of ``kgraph explain`` as text: the verdict in plain words, then chain by chain each step with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kgraph.model import Bearing, Certainty, Chain, Claim, Explanation, Label, Language, Layer, Link, Sign, Term, Verdict
from kgraph.views.citations import evidence_text
from kgraph.views.naming import Terms, label_of, mechanism_label, mechanism_order, shown_label, within_label
from kgraph.views.sentences import claim_sentence, subject_label, with_article
from kgraph.views.words import ARROW, LAYER, SIGN_TEXT, matter_label
from kgraph.views.writing import Lines, sign_style

_LAYERS = tuple(Layer)
_CERTAINTIES = (Certainty.SHOWN, Certainty.STATED, Certainty.ATTRIBUTED, Certainty.POSSIBLE)
_OF_SIGN = {
    Sign.PLUS: Label(en="raises it", zh="使其升高"),
    Sign.MINUS: Label(en="lowers it", zh="使其降低"),
    Sign.UNKNOWN: Label(en="has a step whose sign is not reported", zh="含方向未报告的步骤"),
}


def explanation_text(
    explanation: Explanation,
    terms: Terms,
    *,
    languages: Sequence[Language] = (Language.EN,),
    colour: bool = False,
    width: int | None = None,
    shown: int | None = None,
) -> str:
    """An explanation for a person.

    Parameters
    ----------
    explanation : Explanation
        Chains in the order in which they are told.
    terms : Terms
        Names of mechanisms, species, references and notes.
    languages : sequence of Language
        One, or both.
    colour : bool
        Whether ANSI colours may be written.
    width : int, optional
        Wrap to the width of a terminal; without it no line is broken.
    shown : int, optional
        Tell at most this many chains in full and count the rest; all when ``None``.

    Returns
    -------
    str, ending in a newline
    """
    lines = Lines(languages, colour=colour, width=width)
    lines.say(verdict_sentence(explanation), style="bold")
    lines.say(_ends(explanation))
    _overview(lines, explanation, terms)
    told = explanation.chains if shown is None else explanation.chains[:shown]
    for number, chain in enumerate(told, 1):
        lines.gap()
        _tell_chain(lines, chain, number, len(explanation.chains), terms)
    lines.gap()
    left = len(explanation.chains) - len(told)
    if left:
        lines.say(Label(en=f"{left} more chains are not written out here.", zh=f"另有{left}条链未在此展开。"))
    lines.say(completeness_sentence(explanation))
    return lines.text()


def verdict_sentence(explanation: Explanation) -> Label:
    """What the chains together say, in plain words. The verdict may rest on more chains than the ones found for an answer."""
    count = len(explanation.chains)
    source, target = _short(explanation.source), _short(explanation.target, whole=True)
    signs = Counter(chain.sign for chain in explanation.chains)
    tally = ", ".join(f"{signs[sign]} of sign {SIGN_TEXT[sign]}" for sign in Sign if signs[sign])
    tally_zh = "，".join(f"{SIGN_TEXT[sign]} {signs[sign]}条" for sign in Sign if signs[sign])
    chains = "1 chain" if count == 1 else f"{count} chains"
    each = {verdict: f"({chains}, net sign {sign} on each)" for verdict, sign in ((Verdict.RAISES, "+"), (Verdict.LOWERS, "−"))}
    each_zh = {verdict: f"（{count}条，净符号均为{sign}）" for verdict, sign in ((Verdict.RAISES, "+"), (Verdict.LOWERS, "−"))}
    return {
        Verdict.RAISES: Label(
            en=f"By every chain found, {source.en} raises {target.en} {each[Verdict.RAISES]}.",
            zh=f"按找到的每条链，{source.zh}升高{target.zh}{each_zh[Verdict.RAISES]}。",
        ),
        Verdict.LOWERS: Label(
            en=f"By every chain found, {source.en} lowers {target.en} {each[Verdict.LOWERS]}.",
            zh=f"按找到的每条链，{source.zh}降低{target.zh}{each_zh[Verdict.LOWERS]}。",
        ),
        Verdict.CONFLICTED: Label(
            en=f"Conflicted: chains of both signs lead from {source.en} to {target.en} (found: {tally}).",
            zh=f"矛盾：从{source.zh}到{target.zh}，正负两种符号的链都有（找到：{tally_zh}）。",
        ),
        Verdict.UNDETERMINED: Label(
            en=f"Undetermined: a step whose sign is not reported lies on a chain from {source.en} to {target.en} (found: {tally}).",
            zh=f"未定：从{source.zh}到{target.zh}的链中有方向未报告的步骤（找到：{tally_zh}）。",
        ),
        Verdict.NO_CHAIN: Label(
            en=f"No chain from {source.en} to {target.en} is known here. That speaks of this graph, not of nature.",
            zh=f"此处没有从{source.zh}到{target.zh}的链。这只说明本图谱的内容，不代表自然界如此。",
        ),
    }[explanation.verdict]


def completeness_sentence(explanation: Explanation) -> Label:
    """Whether all chains were found, and which limit stopped the search if not."""
    count = len(explanation.chains)
    if explanation.complete:
        if explanation.limit:
            return Label(en=f"Complete within {explanation.limit}: {count} found.", zh=f"在{explanation.limit}范围内完整：共{count}条。")
        return Label(en=f"Complete: there are no chains but these {count}.", zh=f"完整：除这{count}条外再无其他链。")
    limit = explanation.limit or "a limit"
    return Label(en=f"Not complete: {limit} stopped the search after {count} chains.", zh=f"不完整：达到{limit}，找到{count}条后停止。")


def net_sign_sentence(chain: Chain) -> Label:
    """How the net sign was composed: ``− × + × − = +: two steps decrease, and an even number of minuses makes a plus``."""
    product = " × ".join(SIGN_TEXT[link.sign] for link in chain.links) + f" = {SIGN_TEXT[chain.sign]}"
    minuses = sum(link.sign is Sign.MINUS for link in chain.links)
    if chain.sign is Sign.UNKNOWN:
        return Label(en=f"net sign: {product} (one unknown step leaves the whole unknown)", zh=f"净符号：{product}（一步未知则整条未知）")
    if minuses == 0:
        return Label(en=f"net sign: {product} (no step decreases)", zh=f"净符号：{product}（没有降低的步骤）")
    even = minuses % 2 == 0
    reason = "they cancel in pairs" if even else "one minus is left" if minuses > 1 else "it turns the sign"
    steps = "1 step decreases" if minuses == 1 else f"{minuses} steps decrease"
    reason_zh = "两两相消" if even else "剩下一个负号"
    return Label(en=f"net sign: {product} ({steps}; {reason})", zh=f"净符号：{product}（{minuses}步降低，{reason_zh}）")


def ordered_claims(link: Link) -> tuple[Claim, ...]:
    """The claims of a link as they are told: the review's first, then background, then derived; firm before loose."""

    def rank(claim: Claim) -> tuple[int, int, str]:
        firmest = min((_CERTAINTIES.index(one.certainty) for one in claim.evidence if one.bearing is Bearing.SUPPORTS), default=9)
        return _LAYERS.index(claim.layer), firmest, claim.id

    return tuple(sorted(link.claims, key=rank))


def claim_marks(claim: Claim, terms: Terms) -> tuple[Label, ...]:
    """What a reader must know beside the evidence: notes on the claim, and the rule and premises of a derived one."""
    marks = [
        Label(en=f"note ({note.matter}): {note.text.en}", zh=f"注记（{matter_label(note.matter).zh}）：{note.text.zh}")
        for note in map(terms.note, claim.notes)
    ]
    if claim.rule:
        rule = label_of(terms, claim.rule)
        from_ = ", ".join(claim.premises)
        marks.append(Label(en=f"derived from {from_} by the rule: {rule.en}", zh=f"由{from_}按规则推得：{rule.zh}"))
    return tuple(marks)


def _ends(explanation: Explanation) -> Label:
    def names(ends: Sequence[Term], language: Language) -> str:
        return ("; " if language is Language.EN else "；").join(shown_label(end).text(language) for end in ends)

    return Label(
        en=f"From: {names(explanation.source, Language.EN)}. To: {names(explanation.target, Language.EN)}.",
        zh=f"起点：{names(explanation.source, Language.ZH)}。终点：{names(explanation.target, Language.ZH)}。",
    )


def _overview(lines: Lines, explanation: Explanation, terms: Terms) -> None:
    """How many chains each mechanism holds, and with which signs."""
    counts: dict[str, list[Sign]] = {}
    for chain in explanation.chains:
        for mechanism in chain.mechanisms:
            counts.setdefault(mechanism, []).append(chain.sign)
    if not counts:
        return
    lines.gap()
    lines.say(Label(en="Chains that stay within one mechanism:", zh="始终在同一机制内的链："))
    for mechanism in sorted(counts, key=lambda one: mechanism_order(one, terms)):
        name, signs = mechanism_label(terms, mechanism), counts[mechanism]
        tally = ", ".join(f"{signs.count(sign)} × {SIGN_TEXT[sign]}" for sign in Sign if sign in signs)
        lines.say(Label(en=f"{name.en}: {tally}", zh=f"{name.zh}：{tally}"), indent=2)


def _tell_chain(lines: Lines, chain: Chain, number: int, total: int, terms: Terms) -> None:
    within = within_label(chain, terms)
    way, sign = _OF_SIGN[chain.sign], SIGN_TEXT[chain.sign]
    steps = "1 step" if len(chain.links) == 1 else f"{len(chain.links)} steps"
    head = Label(
        en=f"Chain {number} of {total}: net sign {sign} ({way.en}), {steps}, {within.en}",
        zh=f"第{number}条（共{total}条）：净符号{sign}（{way.zh}），{len(chain.links)}步，{within.zh}",
    )
    lines.say(head, style="bold")
    lines.say(_route(chain), indent=2, style="dim")
    for place, link in enumerate(chain.links, 1):
        _tell_step(lines, link, place, terms)
    lines.say(net_sign_sentence(chain), indent=2, style=sign_style(chain.sign))


def _tell_step(lines: Lines, link: Link, place: int, terms: Terms) -> None:
    arrow = ARROW[link.sign]
    for count, claim in enumerate(ordered_claims(link)):
        text, layer = claim_sentence(claim, terms), LAYER[claim.layer]
        first = f"{place}. {arrow} " if count == 0 else " " * len(f"{place}. ") + "+ "
        lines.say(Label(en=f"{text.en} [{layer.en}]", zh=f"{text.zh}［{layer.zh}］"), indent=2, first=first)
        sources = {evidence_text(piece, terms): piece.bearing for piece in claim.evidence}
        for source, bearing in sources.items():
            lines.say(source, indent=7, style="warn" if bearing is Bearing.DISPUTES else "dim")
        for mark in claim_marks(claim, terms):
            lines.say(mark, indent=7, first="! ", style="warn")


def _route(chain: Chain) -> Label:
    """The chain on one line: ``ketamine exposure ⊣ burst firing … ▶ …``."""
    first = shown_label(chain.links[0].subject)
    steps = [(ARROW[link.sign], shown_label(link.object)) for link in chain.links]
    return Label(
        en=first.en + "".join(f" {arrow} {name.en}" for arrow, name in steps),
        zh=first.zh + "".join(f" {arrow} {name.zh}" for arrow, name in steps),
    )


def _short(ends: Sequence[Term], *, whole: bool = False) -> Label:
    """The first of the ends, and how many variables the name stands for."""
    name = shown_label(ends[0]) if whole else subject_label(ends[0])
    label = Label(en=with_article(name.en), zh=name.zh)
    if len(ends) == 1:
        return label
    return Label(en=f"{label.en} ({len(ends)} variables)", zh=f"{label.zh}（{len(ends)}个变量）")
