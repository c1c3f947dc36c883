"""Commands that practise: quiz and grade. How a quiz is played: `quizzing.py`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import nobody_pipes, opened, settings_of, words_from
from kgraph.cli.output import remark
from kgraph.cli.refusals import ANSWERED, NO, UNREADABLE

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings
    from kgraph.model import ExerciseKind
    from kgraph.store import Knowledge


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("quiz", epilog=ANYWHERE)(quiz_command)
    application.command("grade", epilog=ANYWHERE)(grade_command)


def quiz_command(
    ctx: typer.Context,
    mechanism: Annotated[
        str,
        typer.Argument(help="A lesson or a mechanism, by name or number.", autocompletion=completion.mechanism, show_default="all of them"),
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
    export: Annotated[
        str,
        typer.Option(metavar="anki|gift|h5p|csv", help="Write the exercises as a deck or question bank instead.", show_default="play"),
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where --export writes.", show_default="stdout")
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
      kgraph quiz "BDNF mechanism" --count 50 --export anki -o bdnf.apkg

    Answer with the number of an option or type its name, in English or Chinese; an empty line passes, q ends. Every wrong option is
    checked to be false, and what is disputed or ambiguous is not asked. With --json, or another format, the exercises come with
    their answers; --export writes them for Anki, for Moodle (gift), as H5P, or as a table. Exit code 1: the claims give no exercise.
    """
    from kgraph.cli.quizzing import export_deck, play, refuse_deck, tell_exercises
    from kgraph.errors import InvalidValue
    from kgraph.questions.exercising_scope import quiz

    settings = settings_of(ctx)
    refuse_deck(export, output)
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
    if export:
        export_deck(settings, found, export, output, title=_title(settings, knowledge, mechanism, source, target))
    elif settings.form is not None:
        tell_exercises(settings, found)
    elif found:
        play(settings, found)
    if not found:
        remark(settings, "no exercise: what these claims hold is too short, disputed or ambiguous for this kind and difficulty")
    raise typer.Exit(ANSWERED if found else NO)


def grade_command(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(help="Chains as text or YAML; - for stdin.")],
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Your own chain, judged link by link.

    \b
    Examples:
      kgraph grade mine.txt
      kgraph grade mine.yaml --mechanism 3 --lang zh
      echo 'ketamine -| NMDA receptor -> mTOR' | kgraph grade -

    One chain a line, names in English or Chinese with arrows between: -> raises, -| lowers, -- leaves the sign open. Each link is
    right; a right pair with the wrong sign; reversed; skips a step, which is named; too general or too special; contradicted;
    unsupported; or holds an unknown name, and near ones are offered. Exit code 0: all is right; 1: something is not; 3: a name is unknown.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.exchange.written_chains import written_chains
    from kgraph.questions.grading import grade
    from kgraph.views.grade import graded_chain_json, grading_json, grading_table, tell_grading

    settings = settings_of(ctx)
    nobody_pipes(ctx, file)
    chains = written_chains(words_from(file), name=file)
    knowledge = opened(settings)
    grading = grade(knowledge, chains, selection=selection_of(knowledge, layer, mechanism, species))
    tell_document(
        settings,
        text=lambda lines: tell_grading(lines, grading, knowledge),
        whole=lambda: grading_json(grading, knowledge),
        rows=lambda: grading_table(grading, settings.tongue.languages),
        records=lambda: [graded_chain_json(one, knowledge) for one in grading.chains],
    )
    raise typer.Exit(UNREADABLE if grading.unknown else ANSWERED if grading.right else NO)


def _title(settings: Settings, knowledge: Knowledge, mechanism: str, source: str, target: str) -> str:
    """What a deck is about: the mechanism, or the two names."""
    from kgraph.questions.lessons import lessons
    from kgraph.questions.naming import resolve_mechanism
    from kgraph.views.naming import shown_label

    if mechanism:
        titles = {one.id: one.title for one in lessons(knowledge)}
        title = titles.get(mechanism.strip()) or shown_label(resolve_mechanism(knowledge, mechanism))
        return title.text(settings.tongue.languages[0])
    return f"{source} → {target}" if source else ""


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
