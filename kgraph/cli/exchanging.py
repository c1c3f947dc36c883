"""Commands that exchange knowledge with other tools: import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.choices import ANYWHERE
from kgraph.cli.opening import patience, record_counter, settings_of
from kgraph.cli.output import refuse_early, remark, tell, write_file
from kgraph.cli.refusals import ANSWERED, NO
from kgraph.cli.settings import Settings
from kgraph.views.tables import Format

if TYPE_CHECKING:
    from kgraph.questions.importing import Report


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("import", epilog=ANYWHERE)(import_command)


def import_command(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="The format; a wrong name lists them all.")],
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder to import into, made where it is missing.")],
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report as JSON to this file, too.", show_default=False)
    ] = None,
) -> None:
    """Bring a graph in from another format.

    \b
    Examples:
      kgraph import drugmechdb kb/paths -o mine
      kgraph import indra statements.json -o mine --json
      kgraph explain fluoxetine "depressive disorder" --data mine

    Prints what was kept, approximated (what became what) and lost (why). To ask without keeping anything:
    --data FORMAT:PATH with any command. Exit code 1: something was lost; 3: nothing could be read, and nothing was written.
    """
    from kgraph.questions.importing import import_files

    settings = settings_of(ctx)
    if report:
        refuse_early(report)
    with patience(settings, f"importing {', '.join(map(str, paths))}"):
        told = import_files(form, paths, output, progress=record_counter(settings))
    tell_report_of(settings, told)
    if report:
        _keep(report, told)
    remark(settings, f"imported into {output}")
    raise typer.Exit(ANSWERED if told.whole else NO)


def tell_report_of(settings: Settings, report: Report) -> None:
    """The report of an import or export: its lines to stdout, what holds for all of it to stderr."""
    from kgraph.cli.writing import tell_list
    from kgraph.views.reported import report_sentence, report_table
    from kgraph.views.tables import json_text

    if settings.form is Format.JSON:
        tell(json_text(report.as_json()))
    else:
        lines = [(one.outcome.value, one.what, one.note, one.count, one.places) for one in report.lines]
        held = report.as_json()["lines"]
        assert isinstance(held, list)
        tell_list(settings, rows=lambda: report_table(lines), records=lambda: held)
    for note in report.notes:
        remark(settings, f"note: {note}")
    remark(settings, report_sentence(report.format, report.records))


def _keep(place: Path, report: Report) -> None:
    from kgraph.views.tables import json_text

    write_file(place, json_text(report.as_json()))
