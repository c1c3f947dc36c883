"""Commands that practise: quiz and grade. How a quiz is played: `quizzing.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.choices import ANYWHERE, Layers, Species, selection_of
from kgraph.cli.opening import opened, settings_of
from kgraph.cli.output import remark
from kgraph.cli.refusals import ANSWERED, NO

if TYPE_CHECKING:
    from kgraph.model import ExerciseKind


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("quiz", epilog=ANYWHERE)(quiz_command)


def quiz_command(
    ctx: typer.Context,
    mechanism: Annotated[
        str,
        typer.Argument(help="A mechanism, by name or number.", autocompletion=completion.mechanism, show_default="all of them"),
    ] = "",
    source: Annotated[
        str, typer.Option("--from", metavar="NAME", help="Ask about the chains from here.", autocompletion=completion.name)
    ] = "",
    target: Annotated[str, typer.Option("--to", metavar="NAME", help="Ask about the chains to here.", autocompletion=completion.name)] = "",
    count: Annotated[int, typer.Option(min=1, max=500, help="The most exercises.")] = 10,
    seed: Annotated[str, typer.Option(help="The same seed gives the same exercises.")] = "1",
    difficulty: Annotated[int | None, typer.Option(min=1, max=3, help="Only exercises as hard as this.", show_default="all")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="missing-link|sign|wrong-arrow|order|what-if|human-evidence",
            help="Only exercises of this kind; may be repeated.",
            show_default="all",
        ),
    ] = None,
    layer: Layers = None,
    species: Species = None,
) -> None:
    """Questions about a mechanism, whose answers the claims decide.

    \b
    Examples:
      kgraph quiz "mTOR mechanism"
      kgraph quiz --from ketamine --to "antidepressant effect" --difficulty 2 --seed 7
      kgraph quiz 5 --count 3 --lang zh --json
      kgraph quiz < answers.txt

    Answer with the number of an option or type its name, in English or Chinese; an empty line passes, q ends. Every wrong option is
    checked to be false, and what is disputed or ambiguous is not asked. With --json, or another format, the exercises come with
    their answers. Exit code 1: the claims give no exercise.
    """
    from kgraph.cli.quizzing import play, tell_exercises
    from kgraph.errors import InvalidValue
    from kgraph.questions.exercising_scope import quiz

    settings = settings_of(ctx)
    if bool(source) != bool(target) or (source and mechanism):
        raise InvalidValue("a quiz is about a mechanism, or runs --from one name --to another", remedy="name a mechanism, or both ends")
    kinds = [_kind(text) for text in kind or ()]
    knowledge = opened(settings)
    found = quiz(
        knowledge,
        mechanism,
        source=source,
        target=target,
        seed=seed,
        count=count,
        difficulty=difficulty,
        kinds=kinds,
        selection=selection_of(knowledge, layer, None, species),
    )
    if settings.form is not None:
        tell_exercises(settings, found)
    elif found:
        play(settings, found)
    if not found:
        remark(settings, "no exercise: what these claims hold is too short, disputed or ambiguous for this kind and difficulty")
    raise typer.Exit(ANSWERED if found else NO)


def _kind(text: str) -> ExerciseKind:
    """The kind of this name; `InvalidValue` for any other."""
    from kgraph.errors import InvalidValue
    from kgraph.model import ExerciseKind

    try:
        return ExerciseKind(text)
    except ValueError:
        raise InvalidValue(
            f"'{text}' is no kind of exercise", remedy="use one of " + ", ".join(one.value for one in ExerciseKind)
        ) from None
