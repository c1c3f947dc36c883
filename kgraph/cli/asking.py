"""Commands that ask: explain and query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.certifying import certify
from kgraph.cli.choices import ANYWHERE, Certificate, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import STDIN, nobody_pipes, opened, settings_of, words_from
from kgraph.cli.output import page_width, remark, tell, with_colour
from kgraph.cli.querying import describe_query, keys_and_values, list_queries, tell_answer
from kgraph.cli.refusals import ANSWERED, LIMIT, NO
from kgraph.questions.limits import MAX_LINKS, MOST_CHAINS, MOST_ROWS, QUERY_SECONDS, SECONDS

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings
    from kgraph.model import Explanation
    from kgraph.store import Knowledge

_BRIEFLY = 8


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("explain", epilog=ANYWHERE)(explain_command)
    application.command("query", epilog=ANYWHERE)(query_command)


def explain_command(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(help="Where the chains start.", autocompletion=completion.name)],
    target: Annotated[str, typer.Argument(help="Where they end.", autocompletion=completion.name)],
    sign: Annotated[str | None, typer.Option(metavar="+|-|?", help="Only chains of this net sign.", show_default="all")] = None,
    max_links: Annotated[int, typer.Option(min=1, help="The longest chain.")] = MAX_LINKS,
    limit: Annotated[int, typer.Option(min=1, help="The most chains.")] = MOST_CHAINS,
    seconds: Annotated[float, typer.Option(min=0.001, help="The longest search.")] = SECONDS,
    avoid: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only chains that do not pass this; may be repeated.", autocompletion=completion.name),
    ] = None,
    through: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only chains that pass this; may be repeated.", autocompletion=completion.name),
    ] = None,
    no_direct: Annotated[bool, typer.Option("--no-direct", help="Leave out chains of a single link.")] = False,
    references: Annotated[int, typer.Option(min=0, help="Rest on links with at least so many references.", show_default="any")] = 0,
    every: Annotated[bool, typer.Option("--all", help="Write out every chain in the text.")] = False,
    certificate: Certificate = None,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Why SOURCE raises or lowers TARGET: signed chains and the verdict.

    \b
    Examples:
      kgraph explain ketamine "antidepressant effect"
      kgraph explain 氯胺酮 抗抑郁作用 --lang zh --layer review
      kgraph explain ketamine dependence --max-links 4 --json
      kgraph explain ketamine "antidepressant effect" --no-direct --through BDNF --avoid "mTOR signalling"

    Chains come shortest first. An entity stands for all its variables. The text writes out the shortest chain of each
    mechanism and some more, and counts the rest; every other format holds them all. Exit code 1: no chain; 4: a limit stopped
    the search.
    """
    from kgraph.errors import InvalidValue
    from kgraph.model import Sign
    from kgraph.questions.explaining import explain

    if certificate and (sign or avoid or through or no_direct or references):
        raise InvalidValue(
            "a certificate speaks of all chains", remedy="leave out --sign, --avoid, --through, --no-direct and --references"
        )
    settings = settings_of(ctx)
    wanted = Sign.of(sign) if sign else None
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    answer = explain(
        knowledge,
        source,
        target,
        sign=wanted,
        max_links=max_links,
        limit=limit,
        seconds=seconds,
        avoid=avoid or (),
        through=through or (),
        direct=not no_direct,
        references=references,
        selection=selection,
    )
    certify(settings, certificate, knowledge, answer, selection)
    _tell_explanation(settings, knowledge, answer, every=every)
    raise typer.Exit(ANSWERED if answer.complete and answer.chains else LIMIT if not answer.complete else NO)


def query_command(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(help="A shipped query, or - for SPARQL from stdin.", autocompletion=completion.query_name, show_default="list them"),
    ] = "",
    parameters: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Parameters of the query.", show_default=False)
    ] = None,
    file: Annotated[str, typer.Option(help="Run the SPARQL of this file; - for stdin.", show_default=False)] = "",
    describe: Annotated[
        bool, typer.Option("--describe", help="Tell what the query asks, its parameters and its SPARQL; run nothing.")
    ] = False,
    rows: Annotated[int, typer.Option(min=1, help="The most rows.")] = MOST_ROWS,
    seconds: Annotated[float, typer.Option(min=0.001, help="The longest time.")] = QUERY_SECONDS,
) -> None:
    """Ask in SPARQL: shipped questions by name, or your own.

    \b
    Examples:
      kgraph query
      kgraph query upstream variable="antidepressant effect" --lang zh
      kgraph query --file mine.rq --format csv
      echo 'SELECT * { ?drug kg:decreases ?what }' | kgraph query -

    Queries are read-only, and the project's prefixes need no declaration. Exit code 1: an ASK is answered with no; 4: a limit
    cut the answer.
    """
    from kgraph.queries import Limits
    from kgraph.questions.querying import query, query_text

    settings = settings_of(ctx)
    if not name and not file:
        list_queries(settings)
    elif describe:
        describe_query(settings, name)
    elif name in ("", STDIN):
        nobody_pipes(ctx, file or name)
        text = words_from(file or name)
        tell_answer(settings, query_text(opened(settings), text, limits=Limits(rows=rows, seconds=seconds)))
    else:
        given = keys_and_values(parameters or [])
        language = settings.tongue.languages[0]
        tell_answer(settings, query(opened(settings), name, given, language=language, limits=Limits(rows=rows, seconds=seconds)))


def _tell_explanation(settings: Settings, knowledge: Knowledge, answer: Explanation, *, every: bool) -> None:
    """The text for a person; the whole in JSON, a chain a line in JSON Lines, a step a row in the other formats."""
    from kgraph.views.tables import Format

    if settings.document is Format.TABLE:
        tell(_told(settings, knowledge, answer, every=every))
    else:
        _tell_data(settings, knowledge, answer)


def _tell_data(settings: Settings, knowledge: Knowledge, answer: Explanation) -> None:
    from kgraph.cli.writing import tell_list
    from kgraph.views.columns import steps_table
    from kgraph.views.json_shapes import explanation_json
    from kgraph.views.tables import Format, json_text

    if settings.document is Format.JSON:
        tell(json_text(explanation_json(answer, knowledge)))
        return

    def chains() -> list[object]:
        found = explanation_json(answer, knowledge)["chains"]
        assert isinstance(found, list)
        return found

    tell_list(settings, rows=lambda: steps_table(answer, settings.tongue.languages), records=chains)
    if not answer.complete:
        remark(settings, f"not complete: {answer.limit} stopped the search")


def _told(settings: Settings, knowledge: Knowledge, answer: Explanation, *, every: bool) -> str:
    from dataclasses import replace

    from kgraph.views.chain_lines import telling_first
    from kgraph.views.explanation import explanation_text

    told = answer if every else replace(answer, chains=telling_first(answer.chains))
    shown = len(told.chains) if every else max(_BRIEFLY, len({chain.mechanisms for chain in told.chains if chain.mechanisms}))
    if shown < len(told.chains):
        remark(settings, "tip: --all writes out every chain; --max-links, --mechanism and --layer narrow the question")
    return explanation_text(
        told, knowledge, languages=settings.tongue.languages, colour=with_colour(settings), width=page_width(), shown=shown
    )
