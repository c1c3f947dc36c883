"""Commands that show what is known: show, claims, results, notes and mechanisms."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.choices import ANYWHERE
from kgraph.cli.opening import opened, settings_of
from kgraph.cli.output import page_width, tell, with_colour


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("show", epilog=ANYWHERE)(show_command)


def show_command(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Anything that has a name or an id.", autocompletion=completion.name)],
) -> None:
    """Everything known about one entity, variable, claim, mechanism, reference, note or locator.

    \b
    Examples:
      kgraph show BDNF
      kgraph show claim:ketamine-mtor
      kgraph show 外侧缰核 --lang zh
    """
    from kgraph.questions.showing import show
    from kgraph.views.show import show_json, show_text
    from kgraph.views.tables import Format, json_text

    settings = settings_of(ctx)
    knowledge = opened(settings)
    dossier = show(knowledge, name)
    if settings.document is Format.JSON:
        tell(json_text(show_json(dossier, knowledge)))
    else:
        tell(show_text(dossier, knowledge, languages=settings.tongue.languages, colour=with_colour(settings), width=page_width()))
