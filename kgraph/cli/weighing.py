"""Commands that weigh chains and claims: necessary, cuts, rescues, contradictions and carriers."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.certifying import certify
from kgraph.cli.choices import ANYWHERE, Certificate, Layers, Mechanisms, Names, Species, selection_of
from kgraph.cli.opening import opened, settings_of
from kgraph.cli.refusals import ANSWERED, LIMIT, NO
from kgraph.cli.supposing import Assumed, Blocked, assumption_of
from kgraph.questions.limits import MAX_LINKS, SECONDS

Source = Annotated[str, typer.Argument(help="Where the chains start.", autocompletion=completion.name)]
Target = Annotated[str, typer.Argument(help="Where they end.", autocompletion=completion.name)]
NoDirect = Annotated[bool, typer.Option("--no-direct", help="Leave out the links that lead straight from SOURCE to TARGET.")]


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("necessary", epilog=ANYWHERE)(necessary_command)
    application.command("cuts", epilog=ANYWHERE)(cuts_command)
    application.command("rescues", epilog=ANYWHERE)(rescues_command)
    application.command("contradictions", epilog=ANYWHERE)(contradictions_command)
    application.command("carriers", epilog=ANYWHERE)(carriers_command)


def necessary_command(
    ctx: typer.Context,
    source: Source,
    target: Target,
    no_direct: NoDirect = False,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
    certificate: Certificate = None,
) -> None:
    """What every chain from SOURCE to TARGET passes.

    \b
    Examples:
      kgraph necessary ketamine "antidepressant effect" --no-direct
      kgraph necessary ketamine "antidepressant effect" --no-direct --mechanism 5

    While a link leads straight from SOURCE to TARGET, nothing between is necessary; the answer says so. Signs play no part. Exit
    code 1: no chain.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.questions.needing import necessary
    from kgraph.views.needs import needs_json, needs_table, tell_needs

    settings = settings_of(ctx)
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    found = necessary(knowledge, source, target, direct=not no_direct, selection=selection)
    certify(settings, certificate, knowledge, found, selection)
    tell_document(
        settings,
        text=lambda lines: tell_needs(lines, found),
        whole=lambda: needs_json(found, knowledge),
        rows=lambda: needs_table(found, settings.tongue.languages),
        records=lambda: [needs_json(found, knowledge)],
    )
    raise typer.Exit(ANSWERED if found.any_chain else NO)


def cuts_command(
    ctx: typer.Context,
    source: Source,
    target: Target,
    no_direct: NoDirect = False,
    max_size: Annotated[
        int | None, typer.Option(min=1, help="Tell all minimal sets up to this size.", show_default="the smallest there is")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most sets.")] = 1000,
    seconds: Annotated[float, typer.Option(min=0.001, help="The longest search.")] = SECONDS,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
    certificate: Certificate = None,
) -> None:
    """The smallest sets whose block leaves no chain.

    \b
    Examples:
      kgraph cuts ketamine "antidepressant effect" --no-direct
      kgraph cuts ketamine "antidepressant effect" --no-direct --mechanism 5 --max-size 2

    While a link leads straight from SOURCE to TARGET, no set cuts. Exit code 1: no chain, or nothing cuts; 4: a limit stopped
    the list.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.questions.needing import cuts
    from kgraph.views.needs import blocks_json, blocks_table, tell_blocks

    settings = settings_of(ctx)
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    found = cuts(knowledge, source, target, max_size=max_size, limit=limit, seconds=seconds, direct=not no_direct, selection=selection)
    certify(settings, certificate, knowledge, found, selection)
    tell_document(
        settings,
        text=lambda lines: tell_blocks(lines, found),
        whole=lambda: blocks_json(found, knowledge),
        rows=lambda: blocks_table(found, settings.tongue.languages),
        records=lambda: [[variable.id for variable in cut] for cut in found.sets],
    )
    raise typer.Exit((ANSWERED if found.sets else NO) if found.complete else LIMIT)


def rescues_command(
    ctx: typer.Context,
    source: Source,
    target: Target,
    blocked: Blocked = None,
    lowered: Annotated[bool, typer.Option("--lowered", help="SOURCE is lowered, not raised.")] = False,
    wanted: Annotated[
        str, typer.Option(metavar="raised|lowered", help="What TARGET should do.", show_default="what it does without the block")
    ] = "",
    assumption: Assumed = "stable",
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
    certificate: Certificate = None,
) -> None:
    """What brings an effect back under a block.

    \b
    Examples:
      kgraph rescues ketamine "antidepressant effect" --block "mTOR signalling"
      kgraph rescues ketamine "antidepressant effect" --block "mTOR signalling" --mechanism 1

    SOURCE is raised, and what else has to be raised, lowered or clamped so that TARGET surely does what it does without the block
    is told; single interventions are smallest. Exit code 1: an effect is lost and nothing brings it back; 4: only the nearest
    variables upstream were tried.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.questions.needing import change_of, rescues
    from kgraph.views.needs import rescue_json, rescued_json, rescued_table, tell_rescued

    settings = settings_of(ctx)
    assumed, wish, knowledge = assumption_of(assumption), change_of(wanted) if wanted else None, opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    found = rescues(knowledge, source, target, blocked=blocked or (), lowered=lowered, wanted=wish, assumption=assumed, selection=selection)
    certify(settings, certificate, knowledge, found, selection)
    tell_document(
        settings,
        text=lambda lines: tell_rescued(lines, found),
        whole=lambda: rescued_json(found, knowledge),
        rows=lambda: rescued_table(found, settings.tongue.languages),
        records=lambda: [rescue_json(one, knowledge) for one in found.rescues],
    )
    cut = any(not one.complete for one in found.rescues)
    raise typer.Exit(LIMIT if cut else NO if any(one.needed and not (one.found or one.sets) for one in found.rescues) else ANSWERED)


def contradictions_command(
    ctx: typer.Context,
    about: Names = None,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
    certificate: Certificate = None,
) -> None:
    """Where sources disagree, and what tells them apart.

    \b
    Examples:
      kgraph contradictions
      kgraph contradictions "pyramidal neuron" --lang zh

    Claims on the same pair with opposite signs, also where one is about a more general variable, and derived claims. A context
    field resolves a disagreement when all its evidence states it and no value stands on both sides.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.questions.disagreeing import contradictions
    from kgraph.views.disagreements import disagreement_json, disagreements_table, tell_disagreements

    settings = settings_of(ctx)
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    found = contradictions(knowledge, about or (), selection=selection)
    certify(settings, certificate, knowledge, found, selection)
    tell_document(
        settings,
        text=lambda lines: tell_disagreements(lines, found, knowledge),
        whole=lambda: [disagreement_json(one, knowledge) for one in found],
        rows=lambda: disagreements_table(found, settings.tongue.languages),
        records=lambda: [disagreement_json(one, knowledge) for one in found],
    )


def carriers_command(
    ctx: typer.Context,
    source: Source,
    target: Target,
    no_direct: NoDirect = False,
    max_links: Annotated[int, typer.Option(min=1, help="The longest chain that counts.")] = MAX_LINKS,
    every: Annotated[bool, typer.Option("--all", help="Write out every claim and step in the text.")] = False,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
    certificate: Certificate = None,
) -> None:
    """What carries the verdict from SOURCE to TARGET.

    \b
    Examples:
      kgraph carriers ketamine "antidepressant effect"
      kgraph carriers ketamine "antidepressant effect" --no-direct --mechanism 5

    The single claims whose loss or reversal changes the verdict; the verdict without each reference, species and layer; the steps
    with animal evidence only. Exit code 1: no chain; 4: a limit was reached.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.model import Verdict
    from kgraph.questions.carrying import carriers
    from kgraph.views.carried import carried_json, carried_table, carrying_json, tell_carried
    from kgraph.views.chain_lines import BRIEFLY

    settings = settings_of(ctx)
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    found = carriers(knowledge, source, target, direct=not no_direct, max_links=max_links, selection=selection)
    certify(settings, certificate, knowledge, found, selection)
    tell_document(
        settings,
        text=lambda lines: tell_carried(lines, found, knowledge, shown=None if every else BRIEFLY),
        whole=lambda: carried_json(found, knowledge),
        rows=lambda: carried_table(found, settings.tongue.languages),
        records=lambda: [carrying_json(one, knowledge) for one in found.carriers],
    )
    raise typer.Exit(LIMIT if not found.complete else NO if found.verdict is Verdict.NO_CHAIN else ANSWERED)
