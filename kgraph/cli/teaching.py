"""The command that teaches: lesson."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import STDIN, opened, patience, settings_of
from kgraph.cli.output import refuse_early, remark, tell, write_file
from kgraph.cli.writing import tell_list

LIST = "list"


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("lesson", epilog=ANYWHERE)(lesson_command)


def lesson_command(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(help="A lesson or a mechanism, by name or number; list for all lessons.", autocompletion=completion.mechanism)
    ] = LIST,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The HTML file to write; - for stdout.", show_default="its name, in this folder")
    ] = None,
    source: Annotated[str, typer.Option("--from", metavar="NAME", help="Teach the chains from here.", autocompletion=completion.name)] = "",
    target: Annotated[str, typer.Option("--to", metavar="NAME", help="Teach the chains to here.", autocompletion=completion.name)] = "",
    seed: Annotated[str, typer.Option(help="The same seed gives the same quiz.")] = "1",
    export: Annotated[
        str, typer.Option(metavar="anki|gift|h5p|csv", help="Write its quiz as a deck or question bank instead.", show_default="a page")
    ] = "",
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Make a lesson: steps, predictions, rivals, a quiz, a handout.

    \b
    Examples:
      kgraph lesson list
      kgraph lesson mtor -o mtor.html
      kgraph lesson 5 --lang zh -o lhb.html
      kgraph lesson --from ketamine --to "BDNF secretion" -o chain.html
      kgraph lesson mtor --export anki -o mtor.apkg

    One page that needs no network. Arrow keys go from step to step, #step=3 in the address opens the third, Projector makes it large,
    and printing gives a handout with or without answers. --layer, --mechanism and --species limit a lesson --from one thing --to another.
    """
    from kgraph.cli.quizzing import export_deck, refuse_deck
    from kgraph.errors import InvalidValue
    from kgraph.questions.lessons import chain_lesson, lesson, lessons
    from kgraph.questions.site_lessons import figures_of
    from kgraph.views.columns import text_in
    from kgraph.views.lesson_page import lesson_page
    from kgraph.views.tables import Table

    settings = settings_of(ctx)
    if bool(source) != bool(target):
        raise InvalidValue("a chain has two ends", remedy="give --from and --to")
    if export:
        refuse_deck(export, output)
        if name == LIST and not source:
            raise InvalidValue("a deck is of one lesson", remedy="name a lesson; kgraph lesson list shows them")
    if source and name != LIST:
        raise InvalidValue("a lesson is named, or runs --from one thing --to another", remedy="leave out the name, or both ends")
    knowledge = opened(settings)
    if not source and name == LIST:
        found = lessons(knowledge)
        languages = settings.tongue.languages
        rows = tuple((one.id, text_in(one.title, languages), text_in(one.summary, languages)) for one in found)
        table = Table(columns=("name", "title", "summary"), rows=rows)
        tell_list(settings, rows=lambda: table, records=lambda: [dict(zip(table.columns, row, strict=True)) for row in rows])
        return
    with patience(settings, "making the lesson"):
        if source:
            made = chain_lesson(knowledge, source, target, seed=seed, selection=selection_of(knowledge, layer, mechanism, species))
        else:
            made = lesson(knowledge, name, seed=seed)
        if export:
            export_deck(settings, made.quiz, export, output, title=made.title.text(settings.tongue.languages[0]))
            return
        page = lesson_page(made, knowledge, figures=figures_of(knowledge, made), language=settings.tongue.languages[0])
    place = output or Path(f"{made.id}.html")
    if str(place) == STDIN:
        tell(page)
        return
    refuse_early(place)
    write_file(place, page)
    remark(settings, f"wrote {place}: {len(made.steps)} steps, {len(made.quiz)} questions")
