"""The words of predictions: interventions, assumptions, reasons and how an observation stands to them."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.model import Action, Agreement, Assumption, Because, Intervened, Label, Predicted
from kgraph.views.naming import shown_label

DONE = {
    Action.RAISE: Label(en="raised", zh="升高"),
    Action.LOWER: Label(en="lowered", zh="降低"),
    Action.BLOCK: Label(en="blocked", zh="阻断"),
    Action.CLAMP_PLUS: Label(en="clamped above its baseline", zh="固定于基线以上"),
    Action.CLAMP_MINUS: Label(en="clamped below its baseline", zh="固定于基线以下"),
}
ASSUMED = {
    Assumption.STABLE: Label(
        en="stable: a sign is given only where every system that comes to rest with these signs has it",
        zh="稳定：只有符号相同且能回到静息的一切系统都如此时，才给出方向",
    ),
    Assumption.EVERY_PART_STABLE: Label(
        en="every part stable: a sign is given only where every system has it of which each part, with the rest held, comes to rest",
        zh="各部分均稳定：只有其每一部分在其余固定时都能回到静息的一切系统都如此时，才给出方向",
    ),
}
REASON = {
    Because.HELD: Label(en="the intervention holds it there", zh="由干预固定"),
    Because.NO_CHAIN: Label(en="no chain known here leads to it from what is changed", zh="此处没有从被改变者到它的链"),
    Because.CHAINS_AGREE: Label(en="every chain that reaches it agrees", zh="到达它的每条链方向一致"),
    Because.OPPOSING_CHAINS: Label(
        en="chains of both signs reach it, and which is the stronger is not known", zh="正负两种链都到达它，孰强未知"
    ),
    Because.UNKNOWN_LINK: Label(en="a step on a chain to it has no reported sign", zh="到达它的链中有方向未报告的步骤"),
    Because.OPEN_LOOP: Label(en="a loop that may raise itself leaves the sign open", zh="可能自我加强的回路使方向未定"),
    Because.LIMIT: Label(en="the search reached its limit", zh="搜索达到上限"),
}
PUSHED = Label(en="it is itself pushed", zh="其本身被推动")
AGREEMENT = {
    Agreement.EXPLAINED: Label(en="the model agrees", zh="模型与之一致"),
    Agreement.CONTRADICTED: Label(en="the model contradicts it", zh="模型与之相反"),
    Agreement.UNDETERMINED: Label(en="the model gives no sign", zh="模型未给出方向"),
}


def reason_label(predicted: Predicted) -> Label:
    """Why a prediction is what it is."""
    if predicted.because is Because.CHAINS_AGREE and not predicted.chains:
        return PUSHED
    return REASON[predicted.because]


def interventions_label(interventions: Iterable[Intervened]) -> Label:
    """``ketamine exposure raised and mTOR signalling blocked``."""
    parts = [(shown_label(one.variable), DONE[one.action]) for one in interventions]
    return Label(
        en=" and ".join(f"{name.en} {done.en}" for name, done in parts), zh="，".join(f"{name.zh}{done.zh}" for name, done in parts)
    )
