"""The tables and the quiz of a lesson, as plain values for its page. Its steps: `lesson_values.py`."""

from __future__ import annotations

from kgraph.model import Change, Exercise, ExerciseKind, Intervened, Label, Lesson, Mechanism, Rivalry
from kgraph.views.exercise import DIFFICULTY, key_label
from kgraph.views.exercise_words import KIND_NAME
from kgraph.views.lesson_values import seen_in
from kgraph.views.naming import Terms, mechanism_label, shown_label
from kgraph.views.pages import plain_label
from kgraph.views.reasons import DONE
from kgraph.views.sentences import capitalised, sentence
from kgraph.views.words import CHANGE

_OUTCOME = {
    Change.RAISED: Label(en="still rises", zh="仍升高"),
    Change.LOWERED: Label(en="falls", zh="降低"),
    Change.UNCHANGED: Label(en="is gone", zh="消失"),
    Change.UNDETERMINED: Label(en="open", zh="未定"),
}


def rivalry_values(rivalry: Rivalry | None, terms: Terms) -> dict[str, object] | None:
    """The experiments that tell rivals apart, with what each rival predicts, and what was done in every one of them."""
    if rivalry is None or not rivalry.splittings:
        return None
    base = [one.variable.id for one in rivalry.base]
    return {
        "rivals": [_short(one) for one in rivalry.rivals],
        "base": plain_label(_opening(_listed(list(rivalry.base)))),
        "measured": plain_label(_listed_names([shown_label(one) for one in rivalry.readouts])),
        "experiments": [
            {
                "done": plain_label(_listed([act for act in one.interventions if act.variable.id not in base])),
                "changes": [{"value": change.value, "name": plain_label(_OUTCOME[change])} for change in one.changes],
                "observed": [
                    {"id": seen.id, "text": plain_label(sentence(seen, terms)), "change": plain_label(CHANGE[seen.change])}
                    for seen in one.observations
                ],
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
                "seen": plain_label(seen_in(claims, terms)),
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


def _short(mechanism: Mechanism) -> dict[str, object]:
    """The number for a narrow column, with the name; the name alone where there is no number."""
    name = shown_label(mechanism)
    return {"number": mechanism.number, "name": plain_label(Label(en=name.en.removesuffix(" mechanism"), zh=name.zh.removesuffix("机制")))}


def _listed(acts: list[Intervened]) -> Label:
    parts = [(shown_label(one.variable), DONE[one.action]) for one in acts]
    return Label(
        en=" and ".join(f"{name.en} {done.en}" for name, done in parts), zh="，".join(f"{done.zh}{name.zh}" for name, done in parts)
    )


def _opening(text: Label) -> Label:
    return Label(en=capitalised(text.en), zh=text.zh)


def _listed_names(names: list[Label]) -> Label:
    return Label(en=", ".join(one.en for one in names), zh="、".join(one.zh for one in names))


def _branch(terms: Terms, identity: str) -> str:
    return getattr(terms.term(identity), "part_of", "") if identity else ""
