"""What a lesson says, as plain values for its page: steps with their claims and remarks, guesses, rivals, the quiz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.model import Claim, Entry, Exercise, ExerciseKind, Label, Lesson, LessonStep, Link, Predicted, RemarkKind, Rivalry, Supposition
from kgraph.views.citations import evidence_summary, evidence_text
from kgraph.views.exercise import DIFFICULTY, key_label
from kgraph.views.exercise_words import KIND_NAME
from kgraph.views.explanation import claim_marks, ordered_claims
from kgraph.views.naming import Terms, label_of, mechanism_label, shown_label
from kgraph.views.pages import plain_label
from kgraph.views.picture import link_id
from kgraph.views.reasons import AGREEMENT, interventions_label, reason_label
from kgraph.views.sentences import sentence
from kgraph.views.words import ARROW, CHANGE, LAYER

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
    ("undetermined", Label(en="Not to be told", zh="无法判定")),
)


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
        "seen": plain_label(_seen_in(entries, terms)),
        "remarks": [
            {"kind": one.kind.value, "name": plain_label(_REMARK[one.kind]), "text": plain_label(one.text), "about": list(one.about)}
            for one in step.remarks
        ],
        "guesses": _guesses(step.guess) if step.guess else [],
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


def rivalry_values(rivalry: Rivalry | None, terms: Terms) -> dict[str, object] | None:
    """The experiments that tell rivals apart, with what each rival predicts."""
    if rivalry is None or not rivalry.splittings:
        return None
    return {
        "rivals": [plain_label(mechanism_label(terms, one.id)) for one in rivalry.rivals],
        "experiments": [
            {
                "done": plain_label(interventions_label(one.interventions)),
                "measured": plain_label(shown_label(one.variable)),
                "changes": [{"value": change.value, "name": plain_label(CHANGE[change])} for change in one.changes],
                "observed": [plain_label(sentence(seen, terms)) for seen in one.observations],
            }
            for one in rivalry.splittings
        ],
    }


def comparison_values(lesson: Lesson, terms: Terms) -> list[dict[str, object]]:
    """Mechanisms side by side: what they say, how they run, and what they rest on; empty for a lesson on one."""
    if len(lesson.mechanisms) < 2:
        return []
    rows = []
    for mechanism in lesson.mechanisms:
        steps = [one for one in lesson.steps if one.mechanism == mechanism.id or _branch(terms, one.mechanism) == mechanism.id]
        claims = [claim for step in steps for link in step.links for claim in link.claims]
        rows.append(
            {
                "name": plain_label(mechanism_label(terms, mechanism.id)),
                "summary": plain_label(mechanism.summary),
                "steps": sum(len(one.links) for one in steps),
                "seen": plain_label(_seen_in(claims, terms)),
                "numbers": [number for number, one in enumerate(lesson.steps, 1) if one in steps],
            }
        )
    return rows


def exercise_values(exercise: Exercise, number: int) -> dict[str, object]:
    """One question of the quiz; the key stands in the page, for it is a memory stick and no examination."""
    return {
        "id": exercise.id,
        "number": number,
        "kind": plain_label(KIND_NAME[exercise.kind]),
        "difficulty": plain_label(DIFFICULTY[exercise.difficulty]),
        "prompt": plain_label(exercise.prompt),
        "order": exercise.kind is ExerciseKind.ORDER,
        "typed": exercise.kind is ExerciseKind.MISSING_LINK,
        "many": exercise.kind is not ExerciseKind.ORDER and len(exercise.key) > 1,
        "options": [{"id": one.id, "label": plain_label(one.label), "why": plain_label(one.why)} for one in exercise.options],
        "answer": plain_label(key_label(exercise)),
        "explanation": plain_label(exercise.explanation),
        "claims": list(exercise.claims),
    }


def exercise_key(exercise: Exercise) -> dict[str, object]:
    """What the script needs to correct it."""
    return {
        "key": list(exercise.key),
        "order": exercise.kind is ExerciseKind.ORDER,
        "names": {one.id: [one.label.en, one.label.zh, *one.names] for one in exercise.options},
    }


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


def _seen_in(entries: Iterable[Entry], terms: Terms) -> Label:
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


def _guesses(guess: Supposition) -> list[dict[str, object]]:
    """A question for each variable at the end, with the answer of the solver and what was observed."""
    return [
        {
            "done": plain_label(interventions_label(guess.interventions)),
            "variable": plain_label(shown_label(one.variable)),
            "options": [{"value": value, "label": plain_label(label)} for value, label in _GUESSES],
            "right": one.change.value,
            "answer": plain_label(_answer(one)),
            "seen": [plain_label(_judged(seen.agreement, seen.observation.label)) for seen in guess.observations],
        }
        for one in guess.predictions[:1]
    ]


def _answer(predicted: Predicted) -> Label:
    change, reason = CHANGE[predicted.change], reason_label(predicted)
    return Label(en=f"By this mechanism alone: {change.en}; {reason.en}.", zh=f"仅就该机制而言：{change.zh}；{reason.zh}。")


def _judged(agreement: object, label: Label) -> Label:
    said = next(text for one, text in AGREEMENT.items() if one is agreement)
    return Label(en=f"Observed: {label.en} ({said.en})", zh=f"观察：{label.zh}（{said.zh}）")


def _branch(terms: Terms, identity: str) -> str:
    return getattr(terms.term(identity), "part_of", "") if identity else ""


def claims_of(steps: Sequence[LessonStep]) -> list[tuple[int, Claim]]:
    """Every claim of the lesson once, with the number of the step that tells it."""
    seen: dict[str, tuple[int, Claim]] = {}
    for number, step in enumerate(steps, 1):
        beside = (one for one in step.entries if isinstance(one, Claim))
        for claim in (*(one for link in step.links for one in ordered_claims(link)), *beside):
            seen.setdefault(claim.id, (number, claim))
    return list(seen.values())
