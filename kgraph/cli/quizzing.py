"""How a quiz is played: a question to stdout, a line from stdin, what was right, the score. What is asked: `kgraph.questions`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from kgraph.cli.output import page_width, refuse_early, refuse_terminal, remark, tell, tell_bytes, with_colour, write_bytes
from kgraph.cli.settings import Settings
from kgraph.cli.writing import tell_list
from kgraph.errors import InvalidValue, LookupFailed
from kgraph.exchange.decks import BINARY, DECKS, deck
from kgraph.model import Exercise, ExerciseKind
from kgraph.questions.exercising_answers import chosen
from kgraph.views.exercise import exercise_json, exercises_table, tell_exercise, tell_how, tell_score, tell_unread, tell_verdict
from kgraph.views.writing import Lines

STDOUT = "-"
_QUIT = ("q", "quit", "exit", "退出")
_NOBODY = (
    "no answers came. Pipe one answer a line, such as: printf '1\\n2\\n' | kgraph quiz; or take the exercises with their answers: "
    "kgraph quiz --json"
)


def tell_exercises(settings: Settings, exercises: Sequence[Exercise]) -> None:
    """The exercises with their answers, in the format that was asked for."""
    tell_list(
        settings,
        rows=lambda: exercises_table(exercises, settings.tongue.languages),
        records=lambda: [exercise_json(one) for one in exercises],
    )


def refuse_deck(format: str, output: Path | None) -> None:
    """Refuse a deck that could not be written, before it is made: an unknown format, no such folder, bytes for a terminal."""
    if not format:
        if output is not None:
            raise InvalidValue("-o names the file of a deck", remedy="say which with --export " + "|".join(DECKS))
        return
    if format not in DECKS:
        raise InvalidValue(f"'{format}' is not a format of decks", remedy="use one of " + ", ".join(DECKS))
    if output is not None and str(output) != STDOUT:
        refuse_early(output)
    elif format in BINARY:
        refuse_terminal()


def export_deck(settings: Settings, exercises: Sequence[Exercise], format: str, output: Path | None, *, title: str) -> None:
    """Write the exercises as a deck; nothing where there are none."""
    if not exercises:
        return
    content = deck(format, exercises, languages=settings.tongue.languages, title=f"kgraph: {title}" if title else "kgraph")
    if output is None or str(output) == STDOUT:
        tell_bytes(content)
    else:
        write_bytes(output, content)
        remark(settings, f"{output}: {len(exercises)} exercise{'s' if len(exercises) > 1 else ''}")


def play(settings: Settings, exercises: Sequence[Exercise]) -> None:
    """Ask one exercise after the other, as long as answers come."""
    right = answered = 0
    for number, exercise in enumerate(exercises, 1):
        lines = _lines(settings)
        tell_exercise(lines, exercise, number, len(exercises))
        if _somebody():
            tell_how(lines, exercise)
        tell(lines.text())
        given = _answer(settings, exercise)
        if given is None:
            break
        answered += bool(given)
        right += exercise.right(given)
        lines = _lines(settings)
        tell_verdict(lines, exercise, given or None)
        tell(lines.text() + "\n")
    else:
        number += 1
    if number == 1 and not _somebody():
        remark(settings, _NOBODY)
        return
    lines = _lines(settings)
    tell_score(lines, right, len(exercises), answered)
    tell(lines.text())


def _answer(settings: Settings, exercise: Exercise) -> tuple[str, ...] | None:
    """The options that were chosen; none of them for an empty line; ``None`` at the end of all answers.

    A person at a terminal may try again when the words name no option, or not all that are to be put in order; in a pipe such a line
    counts as a wrong answer, so that the lines that follow stay with their questions.
    """
    while True:
        line = _line()
        if line is None or line.lower() in _QUIT:
            return None
        if not line:
            return ()
        try:
            given = chosen(exercise, line)
        except LookupFailed:
            given = ("",)
        whole = sorted(given) == sorted(option.id for option in exercise.options)
        if given != ("",) and (whole or exercise.kind is not ExerciseKind.ORDER or not _somebody()):
            return given
        lines = Lines(settings.tongue.languages, width=page_width())
        tell_unread(lines, exercise, line)
        remark(settings, lines.text().rstrip("\n"))
        if not _somebody():
            return given


def _somebody() -> bool:
    """Whether a person answers, rather than a file or a pipe."""
    return sys.stdin is not None and sys.stdin.isatty()


def _line() -> str | None:
    """A line from stdin; ``None`` where nothing more comes, or nobody can be asked."""
    if sys.stdin is None:
        return None
    if _somebody():
        sys.stdout.write("> ")
        sys.stdout.flush()
    try:
        line = sys.stdin.readline()
    except (OSError, ValueError):
        return None
    if not line and _somebody():
        sys.stdout.write("\n")
    return line.strip() if line else None


def _lines(settings: Settings) -> Lines:
    return Lines(settings.tongue.languages, colour=with_colour(settings), width=page_width())
