"""Commands that suppose: what-if and observations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.certifying import certify
from kgraph.cli.choices import ANYWHERE, Certificate, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import opened, settings_of
from kgraph.cli.output import page_width, remark, tell, with_colour
from kgraph.cli.refusals import ANSWERED, LIMIT
from kgraph.questions.limits import MOST_CHAINS, MOST_CHANGES
from kgraph.views.tables import Format

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings
    from kgraph.model import Assumption, Examination, Sign, Supposition
    from kgraph.store import Knowledge

Raised = Annotated[
    list[str] | None, typer.Option("--raise", metavar="NAME", help="Push this up; may be repeated.", autocompletion=completion.name)
]
Lowered = Annotated[
    list[str] | None, typer.Option("--lower", metavar="NAME", help="Push this down; may be repeated.", autocompletion=completion.name)
]
Blocked = Annotated[
    list[str] | None,
    typer.Option(
        "--block",
        metavar="NAME",
        help="Hold this at its baseline, so that it transmits nothing; may be repeated.",
        autocompletion=completion.name,
    ),
]
Assumed = Annotated[str, typer.Option("--assumption", metavar="stable|every-part-stable", help="What is supposed of unknown strengths.")]
Written = Annotated[bool, typer.Option("--all", help="Write out every chain in the text.")]


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("what-if", epilog=ANYWHERE)(what_if_command)
    application.command("observations", epilog=ANYWHERE)(observations_command)


def what_if_command(
    ctx: typer.Context,
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TARGET]...", help="What is asked about.", autocompletion=completion.name, show_default="all that is reached"
        ),
    ] = None,
    raised: Raised = None,
    lowered: Lowered = None,
    blocked: Blocked = None,
    clamped: Annotated[
        list[str] | None, typer.Option("--clamp", metavar="NAME=+|-", help="Fix this above or below its baseline; may be repeated.")
    ] = None,
    assumption: Assumed = "stable",
    max_links: Annotated[int | None, typer.Option(min=1, help="The longest chain told.", show_default="any")] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most chains told.")] = MOST_CHAINS,
    every: Written = False,
    certificate: Certificate = None,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """What rises and falls in the long run under interventions.

    \b
    Examples:
      kgraph what-if --raise ketamine --block "mTOR signalling"
      kgraph what-if --raise 氯胺酮 抗抑郁作用 --lang zh
      kgraph what-if --lower "GSK3 activity" --json

    A sign is given only where every stable system with these signs has it; else the change is undetermined, with the reason.
    An entity that is raised, lowered or clamped stands for its most general variables; one that is blocked for all its
    variables and those narrower. Observations made under exactly these interventions stand beside the prediction. Exit code 4:
    a limit stopped a search.
    """
    from kgraph.questions.supposing import what_if

    settings = settings_of(ctx)
    held, assumed = [_clamp(text) for text in clamped or ()], assumption_of(assumption)
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    answer = what_if(
        knowledge,
        targets or (),
        raised=raised or (),
        lowered=lowered or (),
        blocked=blocked or (),
        clamped=held,
        assumption=assumed,
        max_links=max_links,
        limit=limit,
        selection=selection,
    )
    certify(settings, certificate, knowledge, answer, selection)
    _tell(settings, knowledge, answer, every=every)
    raise typer.Exit(ANSWERED if answer.complete else LIMIT)


def observations_command(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Observations, or what they speak of.", autocompletion=completion.name, show_default="all"),
    ] = None,
    assumption: Assumed = "stable",
    max_changes: Annotated[int, typer.Option(min=0, help="The most links changed in a hypothesis; 0 for no hypotheses.")] = MOST_CHANGES,
    limit: Annotated[int, typer.Option(min=1, help="The most chains told.")] = MOST_CHAINS,
    every: Written = False,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
    certificate: Certificate = None,
) -> None:
    """Observations held against the model: explained or contradicted.

    \b
    Examples:
      kgraph observations --max-changes 0
      kgraph observations obs:mtor-block-behaviour
      kgraph observations "neuronal regeneration" --lang zh

    For one that contradicts the model: the chains that stand, the links by which they would converge on what is blocked, and the
    smallest sets of links that would reconcile the model with it, each with what would refute it. These are hypotheses, and no
    answer uses them. Without an ID the text leaves all this out. Exit code 4: a limit stopped a search.
    """
    from kgraph.questions.examining import observations

    settings = settings_of(ctx)
    assumed, knowledge = assumption_of(assumption), opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    told = bool(names) or settings.document is not Format.TABLE
    found = observations(
        knowledge,
        names or (),
        assumption=assumed,
        max_changes=max_changes if told else 0,
        limit=limit,
        selection=selection,
    )
    certify(settings, certificate, knowledge, found, selection)
    _tell_examination(settings, knowledge, found, full=told, every=every)
    raise typer.Exit(ANSWERED if all(one.judged.routes.complete for one in found.examined) else LIMIT)


def assumption_of(text: str) -> Assumption:
    """The assumption of this name; `InvalidValue` for any other."""
    from kgraph.errors import InvalidValue
    from kgraph.model import Assumption

    names = {one.value.replace(" ", "-"): one for one in Assumption}
    if text not in names:
        raise InvalidValue(f"'{text}' is not an assumption", remedy="use one of " + ", ".join(names))
    return names[text]


def _clamp(text: str) -> tuple[str, Sign]:
    """A name and a sign, written ``NAME=+``."""
    from kgraph.errors import InvalidValue
    from kgraph.model import Sign

    name, equals, sign = text.rpartition("=")
    if not equals or not name.strip():
        raise InvalidValue(f"'{text}' is not a clamp", remedy="write NAME=+ or NAME=-")
    return name, Sign.of(sign.strip())


def _tell(settings: Settings, knowledge: Knowledge, answer: Supposition, *, every: bool) -> None:
    """The text for a person; the whole in JSON, a prediction a line or row in the other formats."""
    from kgraph.cli.writing import tell_list
    from kgraph.views.chain_lines import BRIEFLY
    from kgraph.views.supposition import prediction_json, predictions_table, supposition_json, supposition_text
    from kgraph.views.tables import json_text

    languages = settings.tongue.languages
    if settings.document is Format.TABLE:
        shown = None if every else BRIEFLY
        tell(supposition_text(answer, knowledge, languages=languages, colour=with_colour(settings), width=page_width(), shown=shown))
        longest = max(
            (len(part) for one in (*answer.routes, *(o.routes for o in answer.observations)) for part in (one.cut, one.standing)), default=0
        )
        if not every and longest > BRIEFLY:
            remark(settings, "tip: --all writes out every chain")
    elif settings.document is Format.JSON:
        tell(json_text(supposition_json(answer, knowledge)))
    else:
        tell_list(
            settings,
            rows=lambda: predictions_table(answer, languages),
            records=lambda: [prediction_json(one, knowledge) for one in answer.predictions],
        )
        if not answer.complete:
            remark(settings, "not complete: a limit stopped a search")


def _tell_examination(settings: Settings, knowledge: Knowledge, found: Examination, *, full: bool, every: bool) -> None:
    """The text for a person; the whole in JSON, an observation a line or row in the other formats."""
    from kgraph.cli.writing import tell_list
    from kgraph.views.chain_lines import BRIEFLY
    from kgraph.views.examination import examination_json, examination_table, examination_text, examined_json
    from kgraph.views.tables import json_text

    languages = settings.tongue.languages
    if settings.document is Format.TABLE:
        shown = None if every else BRIEFLY
        colour, width = with_colour(settings), page_width()
        tell(examination_text(found, knowledge, full=full, languages=languages, colour=colour, width=width, shown=shown))
        if not full:
            remark(settings, "tip: name an observation for its chains and for what would reconcile the model with it")
    elif settings.document is Format.JSON:
        tell(json_text(examination_json(found, knowledge)))
    else:
        tell_list(
            settings,
            rows=lambda: examination_table(found, knowledge, languages),
            records=lambda: [examined_json(one, knowledge) for one in found.examined],
        )
