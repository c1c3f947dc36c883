"""Commands that show what is known: show, claims, results, notes and mechanisms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Names, ReferenceName, Species, selection_of
from kgraph.cli.opening import opened, settings_of
from kgraph.cli.output import page_width, tell, with_colour

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings
    from kgraph.store import Knowledge
    from kgraph.views.dossier import Dossier


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("show", epilog=ANYWHERE)(show_command)
    application.command("claims", epilog=ANYWHERE)(claims_command)
    application.command("results", epilog=ANYWHERE)(results_command)
    application.command("notes", epilog=ANYWHERE)(notes_command)
    application.command("mechanisms", epilog=ANYWHERE)(mechanisms_command)


def show_command(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Anything that has a name or an id.", autocompletion=completion.name)],
) -> None:
    """Everything known about one thing.

    \b
    Examples:
      kgraph show BDNF
      kgraph show claim:ketamine-mtor
      kgraph show 外侧缰核 --lang zh

    A thing is an entity, variable, claim or other entry, mechanism, reference, note or locator. In CSV, TSV, JSON Lines and
    Markdown: the list of its entries.
    """
    from kgraph.questions.showing import show

    settings = settings_of(ctx)
    knowledge = opened(settings)
    _tell_dossier(settings, knowledge, show(knowledge, name))


def _tell_dossier(settings: Settings, knowledge: Knowledge, dossier: Dossier) -> None:
    """The text for a person, the whole in JSON, the list of entries in the other formats."""
    from kgraph.cli.writing import tell_list
    from kgraph.model import Result
    from kgraph.views.columns import claims_table
    from kgraph.views.json_shapes import claims_json
    from kgraph.views.show import show_json, show_text
    from kgraph.views.tables import Format, json_text

    if settings.document is Format.TABLE:
        tell(show_text(dossier, knowledge, languages=settings.tongue.languages, colour=with_colour(settings), width=page_width()))
    elif settings.document is Format.JSON:
        tell(json_text(show_json(dossier, knowledge)))
    else:
        entries = [entry for entry in dossier.entries if not isinstance(entry, Result)]
        tell_list(
            settings,
            rows=lambda: claims_table(entries, knowledge, settings.tongue.languages),
            records=lambda: claims_json(entries, knowledge),
        )


def claims_command(
    ctx: typer.Context,
    about: Names = None,
    kind: Annotated[
        str, typer.Option(metavar="claim|association|description|observation", help="Only this kind.", show_default="all")
    ] = "",
    reference: ReferenceName = "",
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Claims, associations, descriptions and observations.

    \b
    Examples:
      kgraph claims ketamine BDNF
      kgraph claims --kind observation
      kgraph claims --layer background --format csv > background.csv
    """
    from kgraph.cli.writing import tell_list
    from kgraph.questions.listing import claims
    from kgraph.views.columns import BRIEF_CLAIMS, claims_table
    from kgraph.views.json_shapes import claims_json

    settings = settings_of(ctx)
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    entries = claims(knowledge, about=about or (), kind=kind, reference=reference, selection=selection)
    tell_list(
        settings,
        rows=lambda: claims_table(entries, knowledge, settings.tongue.languages),
        records=lambda: claims_json(entries, knowledge),
        shown=BRIEF_CLAIMS,
    )


def results_command(
    ctx: typer.Context,
    about: Names = None,
    reference: ReferenceName = "",
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Measured results, each number with its unit.

    \b
    Examples:
      kgraph results
      kgraph results esketamine --json
      kgraph results "depressive symptoms" --lang zh
    """
    from kgraph.cli.writing import tell_list
    from kgraph.questions.listing import results
    from kgraph.views.columns import BRIEF_RESULTS, results_table
    from kgraph.views.json_shapes import results_json

    settings = settings_of(ctx)
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    found = results(knowledge, about=about or (), reference=reference, selection=selection)
    tell_list(
        settings,
        rows=lambda: results_table(found, knowledge, settings.tongue.languages),
        records=lambda: results_json(found, knowledge),
        shown=BRIEF_RESULTS,
    )


def notes_command(
    ctx: typer.Context,
    about: Names = None,
    matter: Annotated[str, typer.Option(help="Only notes of this class, such as sign, wording or figure.", show_default="all")] = "",
) -> None:
    """Notes: where wording, a sign, a figure or a citation needs care.

    \b
    Examples:
      kgraph notes
      kgraph notes ketamine --matter wording
    """
    from kgraph.cli.writing import tell_list
    from kgraph.questions.listing import notes
    from kgraph.views.columns import BRIEF_NOTES, notes_table
    from kgraph.views.json_shapes import note_json

    settings = settings_of(ctx)
    found = notes(opened(settings), about=about or (), matter=matter)
    tell_list(
        settings,
        rows=lambda: notes_table(found, settings.tongue.languages),
        records=lambda: [note_json(note) for note in found],
        shown=BRIEF_NOTES,
    )


def mechanisms_command(ctx: typer.Context) -> None:
    """The mechanisms, branches after their parent.

    \b
    Examples:
      kgraph mechanisms
      kgraph mechanisms --lang both
    """
    from kgraph.cli.writing import tell_list
    from kgraph.questions.listing import mechanisms
    from kgraph.views.columns import BRIEF_MECHANISMS, mechanisms_table
    from kgraph.views.json_shapes import mechanism_json

    settings = settings_of(ctx)
    found = mechanisms(opened(settings))
    tell_list(
        settings,
        rows=lambda: mechanisms_table(found, settings.tongue.languages),
        records=lambda: [mechanism_json(one) for one in found],
        shown=BRIEF_MECHANISMS,
    )
