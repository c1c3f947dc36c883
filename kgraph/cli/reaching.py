"""Commands that look along the links from one thing: upstream and downstream."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import opened, settings_of
from kgraph.cli.refusals import ANSWERED, LIMIT, NO

if TYPE_CHECKING:
    from kgraph.model import Reach

Name = Annotated[str, typer.Argument(help="The thing asked about.", autocompletion=completion.name)]
MaxLinks = Annotated[int | None, typer.Option(min=1, help="The longest chain that counts.", show_default="no limit")]
Limit = Annotated[int, typer.Option(min=1, help="The most variables told, nearest first.")]


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("upstream", epilog=ANYWHERE)(upstream_command)
    application.command("downstream", epilog=ANYWHERE)(downstream_command)


def upstream_command(
    ctx: typer.Context,
    name: Name,
    max_links: MaxLinks = None,
    limit: Limit = 500,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Everything that could move a thing, with signs.

    \b
    Examples:
      kgraph upstream "antidepressant effect" --max-links 3
      kgraph upstream BDNF --layer review

    Every variable from which a chain leads to NAME, nearest first, with the net signs of the chains. Exit code 1: nothing is
    upstream; 4: a limit left something out, or a sign open.
    """
    from kgraph.questions.surrounding import upstream

    _answer(
        ctx,
        lambda knowledge, selection: upstream(knowledge, name, max_links=max_links, limit=limit, selection=selection),
        layer,
        mechanism,
        species,
    )


def downstream_command(
    ctx: typer.Context,
    name: Name,
    max_links: MaxLinks = None,
    limit: Limit = 500,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Everything that a thing could move, with signs.

    \b
    Examples:
      kgraph downstream ketamine --max-links 2
      kgraph downstream "LHb burst firing" --lang zh

    Every variable to which a chain leads from NAME, nearest first, with the net signs of the chains. Exit code 1: nothing is
    downstream; 4: a limit left something out, or a sign open.
    """
    from kgraph.questions.surrounding import downstream

    _answer(
        ctx,
        lambda knowledge, selection: downstream(knowledge, name, max_links=max_links, limit=limit, selection=selection),
        layer,
        mechanism,
        species,
    )


def _answer(
    ctx: typer.Context, ask: Callable[..., Reach], layer: list[str] | None, mechanism: list[str] | None, species: list[str] | None
) -> None:
    from kgraph.cli.telling import tell_document
    from kgraph.views.reach import reach_json, reach_table, reachable_json, tell_reach

    settings = settings_of(ctx)
    knowledge = opened(settings)
    found = ask(knowledge, selection_of(knowledge, layer, mechanism, species))
    tell_document(
        settings,
        text=lambda lines: tell_reach(lines, found),
        whole=lambda: reach_json(found, knowledge),
        rows=lambda: reach_table(found, settings.tongue.languages),
        records=lambda: [reachable_json(one, knowledge) for one in found.variables],
    )
    raise typer.Exit(LIMIT if not found.complete else ANSWERED if found.variables else NO)
