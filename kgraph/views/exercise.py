"""Exercises as text for a terminal, as rows, and as JSON. How they are made: `kgraph.questions`; how they are asked: `kgraph.cli`."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Exercise, ExerciseKind, Label, Language
from kgraph.views.exercise_words import KIND_NAME
from kgraph.views.json_parts import Json, label_json
from kgraph.views.tables import Table
from kgraph.views.writing import Lines

DIFFICULTY = {1: Label(en="easy", zh="易"), 2: Label(en="middling", zh="中"), 3: Label(en="hard", zh="难")}


def tell_exercise(lines: Lines, exercise: Exercise, number: int, count: int) -> None:
    """The question with its options, numbered from 1."""
    kind, level = KIND_NAME[exercise.kind], DIFFICULTY[exercise.difficulty]
    lines.say(Label(en=f"{number}/{count}  {kind.en} ({level.en})", zh=f"{number}/{count}  {kind.zh}（{level.zh}）"), style="bold")
    lines.say(exercise.prompt)
    for place, option in enumerate(exercise.options, 1):
        lines.say(option.label, indent=2, first=f"{place}. ")


def tell_how(lines: Lines, exercise: Exercise) -> None:
    """How an exercise is answered; shows no example, which might give the key away."""
    count = len(exercise.options)
    if exercise.kind is ExerciseKind.ORDER:
        said = Label(
            en=f"Answer with all {count} numbers in order, with spaces between.", zh=f"请按顺序输入全部{count}个编号，以空格分隔。"
        )
    else:
        said = Label(en=f"Answer with a number from 1 to {count}, or with a name.", zh=f"请输入1至{count}的编号，或选项名称。")
    lines.say(said, style="dim")


def tell_unread(lines: Lines, exercise: Exercise, words: str) -> None:
    """That an answer is none of the options, or not all that were to be put in order, and how to answer."""
    lines.say(Label(en=f"'{words}' is not an answer to this question.", zh=f"“{words}”不是本题的答案。"))
    tell_how(lines, exercise)


def tell_verdict(lines: Lines, exercise: Exercise, given: Sequence[str] | None) -> None:
    """Whether an answer is right, what would be, why, and the claims that say so; ``None`` for no answer."""
    right = given is not None and exercise.right(tuple(given))
    if right:
        lines.say(Label(en="Right.", zh="对。"), style="+")
    else:
        key = key_label(exercise)
        said = Label(en="Wrong.", zh="错。") if given is not None else Label(en="No answer.", zh="未作答。")
        lines.say(Label(en=f"{said.en} The answer: {key.en}.", zh=f"{said.zh}答案：{key.zh}。"), style="-")
    lines.say(exercise.explanation, indent=2)
    mistake = next((one for one in exercise.options if given and one.id == given[0]), None)
    if not right and mistake is not None and not exercise.explanation.en.startswith(mistake.why.en):
        lines.say(Label(en=f"Your answer: {mistake.why.en}", zh=f"你的答案：{mistake.why.zh}"), indent=2)
    claims = ", ".join(exercise.claims)
    lines.say(Label(en=f"Claims: {claims}", zh=f"主张：{claims}"), indent=2, style="dim") if claims else None


def tell_score(lines: Lines, right: int, asked: int, answered: int) -> None:
    """How many of the answers were right."""
    left = asked - answered
    lines.say(
        Label(
            en=f"Score: {right} of {asked} right" + (f", {left} not answered." if left else "."),
            zh=f"得分：{asked}题中答对{right}题" + (f"，{left}题未答。" if left else "。"),
        ),
        style="bold",
    )


def key_label(exercise: Exercise) -> Label:
    """The right options in a row; those of an ordering with arrows between."""
    labels = {one.id: one.label for one in exercise.options}
    right = [labels[one] for one in exercise.key]
    between = (" → ", " → ") if exercise.kind is ExerciseKind.ORDER else ("; ", "；")
    return Label(en=between[0].join(one.en for one in right), zh=between[1].join(one.zh for one in right))


def exercise_json(exercise: Exercise) -> Json:
    """An exercise with its key."""
    return {
        "id": exercise.id,
        "kind": exercise.kind.value,
        "difficulty": exercise.difficulty,
        "prompt": label_json(exercise.prompt),
        "options": [
            {"id": one.id, "label": label_json(one.label), "names": list(one.names), "why": label_json(one.why)} for one in exercise.options
        ],
        "key": list(exercise.key),
        "claims": list(exercise.claims),
        "explanation": label_json(exercise.explanation),
    }


def exercises_table(exercises: Sequence[Exercise], languages: Sequence[Language]) -> Table:
    """Exercises, a row each, with their options and answers."""
    language = languages[0] if languages else Language.EN
    rows = tuple(
        (
            one.id,
            one.kind.value,
            one.difficulty,
            one.prompt.text(language),
            " | ".join(option.label.text(language) for option in one.options),
            key_label(one).text(language),
            one.explanation.text(language),
            " ".join(one.claims),
        )
        for one in exercises
    )
    return Table(columns=("id", "kind", "difficulty", "prompt", "options", "answer", "explanation", "claims"), rows=rows)
