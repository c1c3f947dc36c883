"""Commands that ask: explain and query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Species
from kgraph.cli.opening import opened, settings_of
from kgraph.cli.output import page_width, remark, tell, with_colour
from kgraph.cli.refusals import ANSWERED, LIMIT, NO
from kgraph.cli.settings import Settings
from kgraph.model import Chain, Explanation, Sign
from kgraph.questions.explaining import LIMIT as MOST_CHAINS
from kgraph.questions.explaining import MAX_LINKS, SECONDS, explain
from kgraph.questions.naming import select
from kgraph.store import Knowledge
from kgraph.views.explanation import explanation_text
from kgraph.views.json_shapes import explanation_json
from kgraph.views.tables import Format, json_text

_BRIEFLY = 8


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("explain", epilog=ANYWHERE)(explain_command)


def explain_command(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(help="Where the chains start.", autocompletion=completion.name)],
    target: Annotated[str, typer.Argument(help="Where they end.", autocompletion=completion.name)],
    sign: Annotated[
        Sign | None, typer.Option(parser=Sign.of, metavar="+|-|?", help="Only chains of this net sign.", show_default="all")
    ] = None,
    max_links: Annotated[int, typer.Option(min=1, help="The longest chain.")] = MAX_LINKS,
    limit: Annotated[int, typer.Option(min=1, help="The most chains.")] = MOST_CHAINS,
    seconds: Annotated[float, typer.Option(min=0.001, help="The longest search.")] = SECONDS,
    every: Annotated[
        bool, typer.Option("--all", help="Write out every chain in the text.")
    ] = False,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Why SOURCE raises or lowers TARGET: signed chains, shortest first, and the verdict.

    \b
    Examples:
      kgraph explain ketamine "antidepressant effect"
      kgraph explain 氯胺酮 抗抑郁作用 --lang zh --layer review
      kgraph explain ketamine dependence --max-links 4 --json

    An entity stands for all its variables. The text writes out the shortest chain of each mechanism, some more, and counts
    the rest; every other format holds them all. Exit code 1: no chain; 4: a limit stopped the search.
    """
    settings = settings_of(ctx)
    knowledge = opened(settings)
    selection = select(knowledge, layers=layer or (), mechanisms=mechanism or (), species=species or ())
    answer = explain(knowledge, source, target, sign=sign, max_links=max_links, limit=limit, seconds=seconds, selection=selection)
    tell(_explained(settings, knowledge, answer, every=every))
    raise typer.Exit(ANSWERED if answer.complete and answer.chains else LIMIT if not answer.complete else NO)


def _explained(settings: Settings, knowledge: Knowledge, answer: Explanation, *, every: bool) -> str:
    if settings.document is Format.JSON:
        return json_text(explanation_json(answer, knowledge))
    told = answer if every else replace(answer, chains=_telling_first(answer.chains))
    shown = len(told.chains) if every else max(_BRIEFLY, len({chain.mechanisms for chain in told.chains if chain.mechanisms}))
    if shown < len(told.chains):
        remark(settings, "tip: --all writes out every chain; --max-links, --mechanism and --layer narrow the question")
    return explanation_text(told, knowledge, languages=settings.tongue.languages, colour=with_colour(settings), width=page_width(), shown=shown)


def _telling_first(chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The shortest chain of each mechanism, then the others within one mechanism, then those that cross; each part shortest first."""
    first: dict[tuple[str, ...], Chain] = {}
    for chain in chains:
        first.setdefault(chain.mechanisms, chain)

    def place(chain: Chain) -> int:
        return 2 if not chain.mechanisms else int(first[chain.mechanisms] is not chain)

    return tuple(sorted(chains, key=place))
