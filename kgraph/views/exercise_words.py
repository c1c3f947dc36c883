"""The words of exercises in English and Chinese: what is asked, what can be chosen, and why it is right or wrong."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Action, Chain, Change, ExerciseKind, Label, Link, Sign, Term, Variable
from kgraph.views.chain_lines import route_label
from kgraph.views.naming import shown_label
from kgraph.views.sentences import with_article
from kgraph.views.words import ARROW, VERBS_ZH, VERBS_ZH_DEFAULT

GAP = Label(en="[ ? ]", zh="［？］")
LEGEND = Label(en=f"({ARROW[Sign.PLUS]} raises, {ARROW[Sign.MINUS]} lowers)", zh=f"（{ARROW[Sign.PLUS]}升高，{ARROW[Sign.MINUS]}降低）")
KIND_NAME = {
    ExerciseKind.MISSING_LINK: Label(en="Name the missing link", zh="补上缺失的环节"),
    ExerciseKind.SIGN: Label(en="Raises or lowers?", zh="升高还是降低？"),
    ExerciseKind.WRONG_ARROW: Label(en="Find the wrong arrow", zh="找出错误的箭头"),
    ExerciseKind.ORDER: Label(en="Order the steps", zh="排列步骤"),
    ExerciseKind.WHAT_IF: Label(en="What happens?", zh="会怎样？"),
    ExerciseKind.HUMAN_EVIDENCE: Label(en="Seen in humans?", zh="在人身上见过吗？"),
}
RISE_NAMES = ("rises", "rise", "raised", "raises", "increases", "increased", "up", "+", "↑", "升高", "增加", "增强", "上升", "升")
FALL_NAMES = ("falls", "fall", "lowered", "lowers", "decreases", "decreased", "down", "-", "−", "↓", "降低", "减少", "减弱", "下降", "降")
SAME_NAMES = ("unchanged", "does not change", "no change", "same", "0", "=", "不变", "没有变化", "无变化")
OPEN_NAMES = ("cannot be told", "undetermined", "unknown", "?", "无法判断", "不确定", "未定")


def change_label(term: Term, change: Change) -> Label:
    """What a variable does, as an option: ``rises / 升高``, in Chinese with the verb that goes with its aspect."""
    up, down = VERBS_ZH.get(term.aspect, VERBS_ZH_DEFAULT) if isinstance(term, Variable) else VERBS_ZH_DEFAULT
    return {
        Change.RAISED: Label(en="rises", zh=up),
        Change.LOWERED: Label(en="falls", zh=down),
        Change.UNCHANGED: Label(en="does not change", zh="不变"),
        Change.UNDETERMINED: Label(en="cannot be told from these claims", zh="凭这些主张无法判断"),
    }[change]


def change_names(change: Change) -> tuple[str, ...]:
    """What may be typed for a change."""
    return {
        Change.RAISED: RISE_NAMES,
        Change.LOWERED: FALL_NAMES,
        Change.UNCHANGED: SAME_NAMES,
        Change.UNDETERMINED: OPEN_NAMES,
    }[change]


def sign_prompt(link: Link) -> Label:
    """What the object of a step does when its subject rises."""
    first, last = shown_label(link.subject), shown_label(link.object)
    return Label(
        en=f"One step leads from {with_article(first.en)} to {with_article(last.en)}. "
        f"By this step, what comes of {with_article(last.en)} after a rise in {with_article(first.en)}?",
        zh=f"有一步由“{first.zh}”通向“{last.zh}”。前者升高时，后者经这一步如何变化？",
    )


def step_label(subject: Term, target: Term, sign: Sign) -> Label:
    """A step as an arrow: ``GSK3 activity ⊣ mTOR signalling``."""
    first, last = shown_label(subject), shown_label(target)
    return Label(en=f"{first.en} {ARROW[sign]} {last.en}", zh=f"{first.zh} {ARROW[sign]} {last.zh}")


def gap_prompt(before: Link, after: Link) -> Label:
    """Which variable stands between two others."""
    first, last = shown_label(before.subject), shown_label(after.object)

    def shown(start: str, gap: str, end: str) -> str:
        return f"{start} {ARROW[before.sign]} {gap} {ARROW[after.sign]} {end}"

    return Label(
        en=f"Which variable stands at {GAP.en}, a single step from each of its neighbours? {shown(first.en, GAP.en, last.en)} {LEGEND.en}",
        zh=f"{GAP.zh}处是哪个变量？它与前后各差一步。{shown(first.zh, GAP.zh, last.zh)}{LEGEND.zh}",
    )


def wrong_arrow_prompt() -> Label:
    """Which of some steps is false."""
    return Label(
        en=f"One of these steps is wrong: it points the wrong way, or has the wrong sign. Which one? {LEGEND.en}",
        zh=f"下列步骤中有一步是错的：方向反了，或升降反了。是哪一步？{LEGEND.zh}",
    )


def order_prompt() -> Label:
    """In which order some variables act."""
    return Label(
        en="Put these in order, from cause to effect: each acts on the next by a single step.",
        zh="请按由因到果的顺序排列：每一项经一步作用于下一项。",
    )


def what_if_prompt(done: Sequence[tuple[Term, Action]], target: Term, scope: Label) -> Label:
    """What a variable does while others are raised, lowered or blocked."""
    verbs = {Action.RAISE: ("raise", "升高"), Action.LOWER: ("lower", "降低"), Action.BLOCK: ("block", "阻断")}
    given = [(shown_label(term), *verbs[action]) for term, action in done]
    last = shown_label(target)
    en = " and ".join(f"{verb} {with_article(name.en)}" for name, verb, _ in given)
    zh = "，同时".join(f"{verb}“{name.zh}”" for name, _, verb in given)
    return Label(
        en=f"Going by {scope.en} alone: {en}, and keep it so. What comes of {with_article(last.en)} in the long run?",
        zh=f"仅凭{scope.zh}：持续{zh}。“{last.zh}”最终如何变化？",
    )


def scope_label(mechanism: Label | None, *, selected: bool) -> Label:
    """The claims that an answer rests on: of one mechanism, a selection, or all."""
    if mechanism is not None:
        return Label(en=f"the claims of the {mechanism.en}", zh=f"{mechanism.zh}的主张")
    return Label(en="the selected claims", zh="所选的主张") if selected else Label(en="the claims of this graph", zh="本图谱的主张")


def agreeing_label(routes: Sequence[Label], *, lowered: bool) -> Label:
    """Why a change has a sign: every chain agrees, and here is one."""
    shown = routes[0] if routes else Label()
    return Label(
        en=f"Every chain that gets there agrees: {shown.en}." + (" Lowering the first turns each change round." if lowered else ""),
        zh=f"所有到达的链一致：{shown.zh}。" + ("降低第一项时，各项变化都反过来。" if lowered else ""),
    )


def open_label(routes: Sequence[Label]) -> Label:
    """Why a change has no sign: the chains that speak for either."""
    return Label(
        en=f"Chains speak for either, or one has a step of unknown sign: {'; '.join(one.en for one in routes)}.",
        zh=f"各链方向相反，或其中一步方向未报告：{'；'.join(one.zh for one in routes)}。",
    )


def cut_label(first: Term, target: Term, blocked: Sequence[Term]) -> Label:
    """Why nothing changes: no chain is left."""
    start, end = shown_label(first), shown_label(target)
    names = [shown_label(term) for term in blocked]
    return Label(
        en=f"In these claims no chain from {with_article(start.en)} to {with_article(end.en)} gets past "
        f"{' or '.join(with_article(name.en) for name in names)}.",
        zh=f"在这些主张中，由“{start.zh}”到“{end.zh}”的链都被{'、'.join(f'“{name.zh}”' for name in names)}截断。",
    )


def human_prompt() -> Label:
    """Which claim has evidence in humans."""
    return Label(
        en="For one of these steps the sources name evidence in humans; for the others they name other species only. Which one is it?",
        zh="下列步骤中，有一步的来源写明证据来自人，其余只写明来自其他物种。是哪一步？",
    )


def no_claim_label(subject: Term, target: Term) -> Label:
    """Why a variable cannot stand next to another."""
    first, last = shown_label(subject), shown_label(target)
    return Label(
        en=f"No claim leads from {with_article(first.en)} to {with_article(last.en)}.", zh=f"没有主张由“{first.zh}”通向“{last.zh}”。"
    )


def joined(labels: Sequence[Label]) -> Label:
    """Sentences in a row."""
    return Label(en=" ".join(one.en for one in labels if one.en), zh="".join(one.zh for one in labels if one.zh))


def chains_label(chains: Sequence[Chain]) -> Label:
    """Chains, one after the other."""
    told = [route_label(chain.links) for chain in chains]
    return Label(en="; ".join(one.en for one in told), zh="；".join(one.zh for one in told))
