"""The steps of a lesson as plain values for its page: claims, remarks, guesses. Its tables and quiz: `lesson_tables.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.model import (
    Action,
    Claim,
    Entry,
    Label,
    Lesson,
    LessonStep,
    Link,
    Observation,
    Predicted,
    Remark,
    RemarkKind,
    Sign,
    Supposition,
)
from kgraph.views.citations import evidence_summary, evidence_text
from kgraph.views.explanation import claim_marks, ordered_claims
from kgraph.views.naming import Terms, label_of, mechanism_label, shown_label
from kgraph.views.pages import plain_label
from kgraph.views.picture import link_id
from kgraph.views.reasons import AGREEMENT, DONE, reason_label
from kgraph.views.sentences import capitalised, sentence, with_article
from kgraph.views.words import ARROW, CHANGE, LAYER, SIGN_TEXT

_HUMAN = "ent:human"
_REMARK = {
    RemarkKind.FACT: Label(en="To know", zh="须知"),
    RemarkKind.WHY: Label(en="Why it matters", zh="为何重要"),
    RemarkKind.MISCONCEPTION: Label(en="A common mistake", zh="常见误解"),
    RemarkKind.ANALOGY: Label(en="An analogy, no more", zh="仅为比喻"),
    RemarkKind.ASK: Label(en="Ask the class", zh="课堂提问"),
}
_GUESSES = (
    ("raised", Label(en="It rises", zh="升高")),
    ("lowered", Label(en="It falls", zh="降低")),
    ("unchanged", Label(en="It stays", zh="不变")),
    ("undetermined", Label(en="Cannot be told", zh="无法判定")),
)
_ALONE = Label(en="By this mechanism alone", zh="仅就该机制而言")
_TOGETHER = Label(en="By all claims together", zh="就全部主张而言")
_THESE = Label(en="By these claims", zh="就这些主张而言")


def step_values(step: LessonStep, number: int, lesson: Lesson, terms: Terms, figure: str) -> dict[str, object]:
    """One step."""
    entries = [*(claim for link in step.links for claim in ordered_claims(link)), *step.entries]
    several = len(lesson.mechanisms) > 1 or len({one.mechanism for one in lesson.steps}) > 1
    return {
        "number": number,
        "title": plain_label(step_title(step)),
        "mechanism": plain_label(mechanism_label(terms, step.mechanism)) if step.mechanism and several else None,
        "links": [link_id(link) for link in step.links],
        "told": [_told(one, terms) for one in entries],
        "seen": plain_label(seen_in(entries, terms)),
        "so_far": _so_far(step, lesson),
        "remarks": [_remark(one) for one in step.remarks if not _gives_away(one, step)],
        "beside": [_told(one, terms) for one in step.beside if step.guess is None or not isinstance(one, Observation)],
        "kin": _kin(step),
        "guesses": _guesses(step, terms),
        "figure": figure,
    }


def step_title(step: LessonStep) -> Label:
    """Its own title, else its links on one line: those of one start together."""
    if step.title.en or not step.links:
        return step.title
    starts: dict[str, list[Link]] = {}
    for link in step.links:
        starts.setdefault(link.subject.id, []).append(link)
    if len(starts) > 2:
        reached = list({link.object.id: shown_label(link.object) for link in step.links}.values())
        return Label(en="→ " + ", ".join(one.en for one in reached), zh="→ " + "、".join(one.zh for one in reached))
    parts = [_fan(links) for links in starts.values()]
    return Label(en="; ".join(one.en for one in parts), zh="；".join(one.zh for one in parts))


def _fan(links: Sequence[Link]) -> Label:
    """Links with one start on one line."""
    start = shown_label(links[0].subject)
    ends = [(ARROW[link.sign], shown_label(link.object)) for link in links]
    return Label(
        en=start.en + " " + ", ".join(f"{arrow} {end.en}" for arrow, end in ends),
        zh=start.zh + " " + "，".join(f"{arrow} {end.zh}" for arrow, end in ends),
    )


def _told(entry: Entry, terms: Terms) -> dict[str, object]:
    signed = isinstance(entry, Claim)
    return {
        "id": entry.id,
        "sign": entry.sign.value if isinstance(entry, Claim) else "",
        "arrow": ARROW[entry.sign] if isinstance(entry, Claim) else "•",
        "link": f"{entry.subject.id}|{entry.sign.value}|{entry.object.id}" if isinstance(entry, Claim) else "",
        "sentence": plain_label(sentence(entry, terms)),
        "layer": entry.layer.value,
        "layer_name": plain_label(LAYER[entry.layer]),
        "evidence": [
            {"text": plain_label(evidence_text(piece, terms)), "details": plain_label(evidence_summary(piece, terms))}
            for piece in entry.evidence
        ],
        "marks": [plain_label(mark) for mark in claim_marks(entry, terms)] if signed and isinstance(entry, Claim) else [],
    }


def seen_in(entries: Iterable[Entry], terms: Terms) -> Label:
    """Whether anything of this was seen in people, in animals only, or nowhere that is stated."""
    held = list(entries)
    species = sorted({piece.context.species for one in held for piece in one.evidence if piece.context.species})
    people = _HUMAN in species or any(piece.context.population for one in held for piece in one.evidence)
    animals = [label_of(terms, one) for one in species if one != _HUMAN]
    names = Label(en=", ".join(one.en for one in animals), zh="、".join(one.zh for one in animals))
    if people:
        also = Label(en=f" and in {names.en}", zh=f"及{names.zh}") if animals else Label()
        return Label(en=f"Seen in people{also.en}.", zh=f"见于人类{also.zh}。")
    if animals:
        return Label(en=f"Seen in animals only: {names.en}.", zh=f"仅见于动物：{names.zh}。")
    return Label(en="The sources do not state a species.", zh="文献未说明种属。")


def _guesses(step: LessonStep, terms: Terms) -> list[dict[str, object]]:
    """A question for each variable at the end, with the answer of the solver, what was observed, and what it teaches."""
    guess = step.guess
    if guess is None:
        return []
    shown = [one for one in step.beside if isinstance(one, Observation)]
    judged = {one.observation.id: one for one in guess.observations}
    return [
        {
            "done": plain_label(_done(guess)),
            "variable": plain_label(_with_the(shown_label(one.variable))),
            "options": [{"value": value, "label": plain_label(label)} for value, label in _GUESSES],
            "right": one.change.value,
            "answer": plain_label(_answer(step, one)),
            "seen": [_observed(seen.observation, AGREEMENT[seen.agreement], terms) for seen in guess.observations]
            + [_observed(other, None, terms) for other in shown if other.id not in judged],
            "remarks": [_remark(other) for other in step.remarks if _gives_away(other, step)],
        }
        for one in guess.predictions[:1]
    ]


def _done(guess: Supposition) -> Label:
    """``ketamine exposure is raised and mTOR signalling is blocked``."""
    pushed_first = sorted(guess.interventions, key=lambda one: one.action is Action.BLOCK)
    parts = [(shown_label(one.variable), DONE[one.action]) for one in pushed_first]
    return Label(
        en=" and ".join(f"{name.en} is {done.en}" for name, done in parts),
        zh="，同时".join(f"{done.zh}{name.zh}" for name, done in parts),
    )


def _answer(step: LessonStep, predicted: Predicted) -> Label:
    change, reason = CHANGE[predicted.change], reason_label(predicted)
    scope = _TOGETHER if step.together else _ALONE if step.mechanism else _THESE
    return Label(en=f"{scope.en}: {change.en}; {reason.en}.", zh=f"{scope.zh}：{change.zh}；{reason.zh}。")


def _observed(observation: Observation, agreement: Label | None, terms: Terms) -> dict[str, object]:
    """What was seen under this block, with its evidence and how the model stands to it."""
    return {**_told(observation, terms), "agreement": plain_label(agreement) if agreement else None}


def _gives_away(remark: Remark, step: LessonStep) -> bool:
    """Whether a remark speaks of what was observed, so that it must wait until the learner has guessed."""
    seen = {one.id for one in step.beside if isinstance(one, Observation)}
    return step.guess is not None and bool(seen.intersection(remark.about))


def _remark(remark: Remark) -> dict[str, object]:
    return {
        "kind": remark.kind.value,
        "name": plain_label(_REMARK[remark.kind]),
        "text": plain_label(remark.text),
        "about": list(remark.about),
        "states": remark.kind.states,
    }


def _so_far(step: LessonStep, lesson: Lesson) -> list[dict[str, str]]:
    """What raising the start has come to at each variable that the step reaches, wherever more than one sign was multiplied."""
    told = {(link.subject.id, link.object.id, link.sign) for link in step.links}
    inner = {link.subject.id for link in step.links} if step.together else set()
    found: dict[str, Label] = {}
    for chain in lesson.chains:
        for place, link in enumerate(chain.links):
            if place and (link.subject.id, link.object.id, link.sign) in told and link.object.id not in inner:
                found.setdefault(link.object.id, _net(chain.links[: place + 1]))
    return [plain_label(one) for one in found.values()]


def _net(links: Sequence[Link]) -> Label:
    first, last = shown_label(links[0].subject), shown_label(links[-1].object)
    sign = Sign.product(link.sign for link in links)
    sum_ = " × ".join(SIGN_TEXT[link.sign] for link in links) + f" = {SIGN_TEXT[sign]}"
    if sign is Sign.UNKNOWN:
        return Label(
            en=f"So far ({sum_}): a sign is not reported, so {with_article(last.en)} is left open.",
            zh=f"至此（{sum_}）：有一步未报告方向，{last.zh}未定。",
        )
    way = Label(en="raises", zh="升高") if sign is Sign.PLUS else Label(en="lowers", zh="降低")
    return Label(
        en=f"So far ({sum_}): raising {with_article(first.en)} {way.en} {with_article(last.en)}.",
        zh=f"至此（{sum_}）：{first.zh}升高，则{last.zh}{way.zh}。",
    )


def _kin(step: LessonStep) -> dict[str, str] | None:
    """Which variables are easily taken for one that the step reaches."""
    if not step.kin:
        return None
    names = [shown_label(one) for one in step.kin]
    return plain_label(
        Label(
            en=f"{capitalised(names[0].en)} is one variable. Others stand apart from it here: {'; '.join(one.en for one in names[1:])}. "
            "What holds of one need not hold of another.",
            zh=f"{names[0].zh}是一个变量；图谱另设：{'；'.join(one.zh for one in names[1:])}。对一个成立的，对另一个未必成立。",
        )
    )


def _with_the(name: Label) -> Label:
    return Label(en=with_article(name.en), zh=name.zh)


def claims_of(steps: Sequence[LessonStep]) -> list[tuple[int, Claim]]:
    """Every claim of the lesson once, with the number of the step that tells it."""
    seen: dict[str, tuple[int, Claim]] = {}
    for number, step in enumerate(steps, 1):
        beside = (one for one in step.entries if isinstance(one, Claim))
        for claim in (*(one for link in step.links for one in ordered_claims(link)), *beside):
            seen.setdefault(claim.id, (number, claim))
    return list(seen.values())
