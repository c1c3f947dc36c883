"""Commands that infer: discriminate and reverse."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.certifying import certify
from kgraph.cli.choices import ANYWHERE, Certificate, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import opened, settings_of
from kgraph.cli.refusals import ANSWERED, LIMIT, NO
from kgraph.cli.supposing import Assumed, Lowered, Raised, assumption_of

_MOST = 20


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("discriminate", epilog=ANYWHERE)(discriminate_command)
    application.command("reverse", epilog=ANYWHERE)(reverse_command)


def discriminate_command(
    ctx: typer.Context,
    rivals: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MECHANISM]...", help="Names or numbers.", autocompletion=completion.mechanism, show_default="all that have a number"
        ),
    ] = None,
    raised: Raised = None,
    lowered: Lowered = None,
    readout: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="What would be measured; may be repeated.", show_default="where chains of the rivals end"),
    ] = None,
    assumption: Assumed = "stable",
    limit: Annotated[int, typer.Option(min=1, help="The most experiments.")] = _MOST,
    layer: Layers = None,
    species: Species = None,
    certificate: Certificate = None,
) -> None:
    """Experiments on which rival mechanisms predict differently.

    \b
    Examples:
      kgraph discriminate --readout "antidepressant effect" --limit 5
      kgraph discriminate 1 5 --raise ketamine --lang zh

    Each variable of a rival is blocked, raised and lowered in turn. What is raised or lowered by option is so in every experiment;
    by default what two or more rivals start from is raised. Experiments that tell most pairs apart come first, with the
    observation where the graph holds one; those that add nothing to what is always done are left out. Exit code 1: nothing tells
    them apart.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.questions.discriminating import discriminate
    from kgraph.views.inference import rivalry_json, rivalry_table, splitting_json, tell_rivalry

    settings = settings_of(ctx)
    assumed, knowledge = assumption_of(assumption), opened(settings)
    selection = selection_of(knowledge, layer, None, species)
    found = discriminate(
        knowledge,
        rivals or (),
        raised=raised or (),
        lowered=lowered or (),
        readouts=readout or (),
        assumption=assumed,
        limit=limit,
        selection=selection,
    )
    certify(settings, certificate, knowledge, found, selection)
    tell_document(
        settings,
        text=lambda lines: tell_rivalry(lines, found, knowledge),
        whole=lambda: rivalry_json(found, knowledge),
        rows=lambda: rivalry_table(found, settings.tongue.languages),
        records=lambda: [splitting_json(one, found, knowledge) for one in found.splittings],
    )
    raise typer.Exit(ANSWERED if found.splittings else NO)


def reverse_command(
    ctx: typer.Context,
    raised: Annotated[
        list[str] | None, typer.Option("--raised", metavar="NAME", help="Seen to rise; may be repeated.", autocompletion=completion.name)
    ] = None,
    lowered: Annotated[
        list[str] | None, typer.Option("--lowered", metavar="NAME", help="Seen to fall; may be repeated.", autocompletion=completion.name)
    ] = None,
    unchanged: Annotated[
        list[str] | None, typer.Option("--unchanged", metavar="NAME", help="Seen to stay; may be repeated.", autocompletion=completion.name)
    ] = None,
    no_pairs: Annotated[bool, typer.Option("--no-pairs", help="Single interventions only.")] = False,
    assumption: Assumed = "stable",
    limit: Annotated[int, typer.Option(min=1, help="The most causes.")] = _MOST,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
    certificate: Certificate = None,
) -> None:
    """Which interventions explain what rose and fell.

    \b
    Examples:
      kgraph reverse --raised "BDNF secretion" --lowered "burst firing of lateral habenula neurons"
      kgraph reverse --raised "mTOR signalling" --no-pairs --json

    Causes come best first: right less wrong. A pair is told only when it does better than both of its members. Exit code 1:
    nothing explains any of it; 4: only the nearest variables upstream were tried.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.questions.reversing import reverse
    from kgraph.views.inference import explaining_json, reversal_json, reversal_table, tell_reversal

    settings = settings_of(ctx)
    assumed, knowledge = assumption_of(assumption), opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    found = reverse(
        knowledge,
        raised=raised or (),
        lowered=lowered or (),
        unchanged=unchanged or (),
        pairs=not no_pairs,
        limit=limit,
        assumption=assumed,
        selection=selection,
    )
    certify(settings, certificate, knowledge, found, selection)
    tell_document(
        settings,
        text=lambda lines: tell_reversal(lines, found),
        whole=lambda: reversal_json(found, knowledge),
        rows=lambda: reversal_table(found, settings.tongue.languages),
        records=lambda: [explaining_json(one, found, knowledge) for one in found.causes],
    )
    raise typer.Exit(LIMIT if not found.complete else ANSWERED if found.causes else NO)
