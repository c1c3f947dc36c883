"""The answer of ``kgraph grade``: somebody's own chain with a mark at each link, as text, as rows, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import GradedChain, GradedStep, Grading, Label, Language, Link, Mark, Reading, Term, Verdict
from kgraph.views.chain_lines import links_json, route_label
from kgraph.views.json_parts import Json, term_json
from kgraph.views.naming import Terms, shown_label
from kgraph.views.sentences import claim_sentence, sentence
from kgraph.views.tables import Table
from kgraph.views.words import ARROW, SIGN_TEXT
from kgraph.views.writing import Lines

MARK = {
    Mark.RIGHT: Label(en="right", zh="正确"),
    Mark.WRONG_SIGN: Label(en="right pair, wrong sign", zh="两端正确，升降相反"),
    Mark.SIGN_NOT_REPORTED: Label(en="right pair, but no source reports the sign", zh="两端正确，但来源未报告方向"),
    Mark.TOO_GENERAL: Label(en="too general: the claims speak of a more special variable", zh="过于笼统：主张说的是更具体的变量"),
    Mark.TOO_SPECIAL: Label(en="too special: the claims speak of a more general variable", zh="过于具体：主张说的是更一般的变量"),
    Mark.REVERSED: Label(en="reversed", zh="方向颠倒"),
    Mark.SKIPS: Label(en="skips a step", zh="跳过了步骤"),
    Mark.CONTRADICTED: Label(en="contradicted: the chains of claims come out the other way", zh="与主张矛盾：各链得出相反的方向"),
    Mark.UNSUPPORTED: Label(en="unsupported: nothing in this graph says so", zh="无依据：本图谱中没有这样的主张"),
    Mark.UNKNOWN_NAME: Label(en="unknown name", zh="未知的名称"),
}
_VERDICT = {
    Verdict.RAISES: Label(en="all chains of the graph raise it", zh="图谱中的链都使其升高"),
    Verdict.LOWERS: Label(en="all chains of the graph lower it", zh="图谱中的链都使其降低"),
    Verdict.CONFLICTED: Label(en="the graph has chains of both signs", zh="图谱中两种方向的链都有"),
    Verdict.UNDETERMINED: Label(en="the graph leaves the sign open", zh="图谱未定其方向"),
    Verdict.NO_CHAIN: Label(en="the graph has no chain from end to end", zh="图谱中两端之间没有链"),
}
_TOLD = 3


def tell_grading(lines: Lines, grading: Grading, terms: Terms) -> None:
    """Every chain with its links marked, the claims that say so, and the net sign."""
    for number, chain in enumerate(grading.chains, 1):
        place = f" [{chain.written.where}]" if chain.written.where else ""
        lines.gap()
        lines.say(Label(en=f"{number}. {_written(chain)}{place}", zh=f"{number}. {_written(chain)}{place}"), style="bold")
        for step in chain.steps:
            _tell_step(lines, step, terms)
        _tell_net(lines, chain)
    steps = [step for chain in grading.chains for step in chain.steps]
    right = sum(step.mark is Mark.RIGHT for step in steps)
    lines.gap()
    lines.say(Label(en=f"{right} of {len(steps)} links right.", zh=f"{len(steps)}个环节中{right}个正确。"), style="bold")


def _tell_step(lines: Lines, step: GradedStep, terms: Terms) -> None:
    right, mark = step.mark is Mark.RIGHT, MARK[step.mark]
    arrow = f"{step.written.subject} {ARROW[step.written.sign]} {step.written.object}"
    first, style = ("✓ ", "+") if right else ("✗ ", "-")
    but = Label(en=", though other claims contradict it", zh="，但有主张与之相反") if right and step.against else Label()
    lines.say(Label(en=f"{arrow}: {mark.en}{but.en}.", zh=f"{arrow}：{mark.zh}{but.zh}。"), indent=3, first=first, style=style)
    for reading in (step.subject, step.object):
        _tell_reading(lines, reading)
    _tell_links(lines, step.links, terms)
    if right:
        _tell_links(lines, step.against, terms)
    if step.chain is not None:
        route = route_label(step.chain.links)
        en, zh = ("the claims lead there by", "主张经由") if step.mark is Mark.SKIPS else ("against it", "与之相反的链")
        lines.say(Label(en=f"{en}: {route.en}", zh=f"{zh}：{route.zh}"), indent=5)
        claims = ", ".join(link.claims[0].id for link in step.chain.links)
        lines.say(Label(en=f"[{claims}]", zh=f"［{claims}］"), indent=5, style="dim")
    for entry in step.beside:
        said = sentence(entry, terms)
        lines.say(Label(en=f"Only associated: {said.en} [{entry.id}]", zh=f"仅为相关：{said.zh}［{entry.id}］"), indent=5)


def _tell_reading(lines: Lines, reading: Reading) -> None:
    if reading.term is None and reading.ambiguous:
        several = "; ".join(reading.near)
        lines.say(Label(en=f"'{reading.written}' could be: {several}", zh=f"“{reading.written}”可能是：{several}"), indent=5)
    elif reading.term is None:
        near = "; ".join(reading.near)
        lines.say(
            Label(
                en=f"Nothing is named '{reading.written}'" + (f"; near: {near}" if near else ""),
                zh=f"没有名为“{reading.written}”的事物" + (f"；相近：{near}" if near else ""),
            ),
            indent=5,
        )
    elif not reading.exact:
        name = shown_label(reading.term)
        lines.say(Label(en=f"read '{reading.written}' as {name.en}", zh=f"将“{reading.written}”读作“{name.zh}”"), indent=5, style="dim")


def _tell_links(lines: Lines, links: Sequence[Link], terms: Terms) -> None:
    for link in links[:_TOLD]:
        said, ids = claim_sentence(link.claims[0], terms), ", ".join(claim.id for claim in link.claims)
        lines.say(Label(en=f"{said.en} [{ids}]", zh=f"{said.zh}［{ids}］"), indent=5, style="dim")
    if len(links) > _TOLD:
        left = len(links) - _TOLD
        lines.say(Label(en=f"and {left} more", zh=f"另有{left}条"), indent=5, style="dim")


def _tell_net(lines: Lines, chain: GradedChain) -> None:
    if chain.verdict is None or chain.unknown or len(chain.steps) < 2:
        return
    sign, verdict = SIGN_TEXT[chain.written.sign], _VERDICT[chain.verdict]
    agrees = {None: Label(), True: Label(en="; they agree", zh="；两者一致"), False: Label(en="; they disagree", zh="；两者不一致")}[
        chain.net_agrees
    ]
    lines.say(
        Label(en=f"Net sign as written: {sign}; {verdict.en}{agrees.en}.", zh=f"所写的净符号：{sign}；{verdict.zh}{agrees.zh}。"),
        indent=3,
        style="-" if chain.net_agrees is False else "",
    )


def grading_json(grading: Grading, terms: Terms) -> Json:
    """A grading as JSON."""
    return {"right": grading.right, "unknown": grading.unknown, "chains": [graded_chain_json(one, terms) for one in grading.chains]}


def graded_chain_json(chain: GradedChain, terms: Terms) -> Json:
    """A judged chain."""
    return {
        "where": chain.written.where,
        "right": chain.right,
        "sign": chain.written.sign.value,
        "verdict": chain.verdict.value if chain.verdict else None,
        "net_agrees": chain.net_agrees,
        "steps": [_step_json(step, terms) for step in chain.steps],
    }


def _step_json(step: GradedStep, terms: Terms) -> Json:
    return {
        "subject": _reading_json(step.subject, terms),
        "sign": step.written.sign.value,
        "object": _reading_json(step.object, terms),
        "mark": step.mark.value,
        "links": links_json(step.links),
        "against": links_json(step.against),
        "chain": links_json(step.chain.links) if step.chain else None,
        "beside": [entry.id for entry in step.beside],
    }


def _reading_json(reading: Reading, terms: Terms) -> Json:
    return {
        "written": reading.written,
        "term": term_json(reading.term, terms) if reading.term else None,
        "exact": reading.exact,
        "ambiguous": reading.ambiguous,
        "near": list(reading.near),
    }


def grading_table(grading: Grading, languages: Sequence[Language]) -> Table:
    """The links, a row each."""
    language = languages[0] if languages else Language.EN
    rows = tuple(
        (
            chain.written.where,
            step.written.subject,
            step.written.sign.value,
            step.written.object,
            step.mark.value,
            MARK[step.mark].text(language),
            _name(step.subject.term, language),
            _name(step.object.term, language),
            " ".join(claim.id for link in (*step.links, *(step.chain.links if step.chain else ())) for claim in link.claims),
            "; ".join(near for reading in (step.subject, step.object) if reading.term is None for near in reading.near),
        )
        for chain in grading.chains
        for step in chain.steps
    )
    columns = ("where", "subject", "sign", "object", "mark", "meaning", "subject read as", "object read as", "claims", "near")
    return Table(columns=columns, rows=rows)


def _name(term: Term | None, language: Language) -> str:
    return shown_label(term).text(language) if term else ""


def _written(chain: GradedChain) -> str:
    steps = chain.written.steps
    return steps[0].subject + "".join(f" {ARROW[step.sign]} {step.object}" for step in steps)
