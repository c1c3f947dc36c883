"""Commands that keep the knowledge in order: check and format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.choices import ANYWHERE
from kgraph.cli.opening import STDIN, nobody_pipes, patience, placed, settings_of, spooled, words_from
from kgraph.cli.output import complain, remark, tell, write_file
from kgraph.cli.refusals import ANSWERED, NO, UNREADABLE
from kgraph.cli.reporting import tell_report
from kgraph.questions.limits import GATES

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("check", epilog=ANYWHERE)(check_command)
    application.command("format", epilog=ANYWHERE)(format_command)


def check_command(
    ctx: typer.Context,
    path: Annotated[
        str, typer.Argument(help="A file or folder of knowledge; - for Turtle from stdin.", show_default="the shipped knowledge")
    ] = "",
    source: Annotated[
        Path | None, typer.Option(help="The text of the source: check locators and numbers against it.", show_default=False)
    ] = None,
    of: Annotated[str, typer.Option(metavar="REFERENCE", help="Whose text that is.")] = "ref:review",
    gate: Annotated[
        list[str] | None, typer.Option(metavar="syntax|shape|sense|source", help="Only this gate; may be repeated.", show_default="all")
    ] = None,
) -> None:
    """Find everything wrong with the knowledge, and how to mend it.

    \b
    Examples:
      kgraph check
      kgraph check mine.ttl --json
      kgraph check --source review.zh.txt

    Exit code 1 when there are errors; warnings are for the curator's eyes.
    """
    from kgraph.questions.checking import check

    settings = settings_of(ctx)
    chosen = tuple(gate) if gate else GATES
    with patience(settings, "checking"):
        if path == STDIN:
            nobody_pipes(ctx, path)
            with spooled() as spool:
                report = check(spool, source=source, of=of, gates=chosen)
        else:
            with placed(settings, Path(path) if path else settings.data) as place:
                report = check(place, source=source, of=of, gates=chosen)
    tell_report(settings, report)
    raise typer.Exit(NO if report.errors else ANSWERED)


def format_command(
    ctx: typer.Context,
    path: Annotated[
        str, typer.Argument(help="A Turtle file, a folder of them, or - for stdin to stdout.", show_default="the shipped knowledge")
    ] = "",
    only_check: Annotated[
        bool, typer.Option("--check", help="Change nothing; name the files that are not in the layout. Exit code 1 if any.")
    ] = False,
) -> None:
    """Bring Turtle files into the common layout: sorted, one value a line.

    \b
    Examples:
      kgraph format
      kgraph format ontology/background --check
      kgraph format - < mine.ttl
    """
    from kgraph.questions.checking import formatted

    settings = settings_of(ctx)
    if path == STDIN:
        nobody_pipes(ctx, path)
        tell(formatted(words_from(STDIN)))
        return
    changed, broken = _lay_out(settings, _turtle_files(path or settings.data), only_check=only_check)
    remark(settings, f"{changed} {'not in the layout' if only_check else 'rewritten'}, {broken} refused")
    raise typer.Exit(UNREADABLE if broken else NO if only_check and changed else ANSWERED)


def _lay_out(settings: Settings, files: list[Path], *, only_check: bool) -> tuple[int, int]:
    """Format each file, or only name those that need it; how many did, and how many could not be."""
    from kgraph.errors import KnowledgeError
    from kgraph.questions.checking import formatted

    changed = broken = 0
    for file in files:
        try:
            text = words_from(str(file))
            better = formatted(text, where=str(file))
        except KnowledgeError as error:
            complain(settings, str(error))
            broken += 1
            continue
        if better != text:
            changed += 1
            tell(str(file))
            if not only_check:
                write_file(file, better)
    return changed, broken


def _turtle_files(place: str | Path | None) -> list[Path]:
    """The Turtle files at a place, sorted; `KnowledgeError` when there are none."""
    from kgraph.errors import KnowledgeError
    from kgraph.store import shipped_ontology

    root = Path(place) if place else shipped_ontology()
    files = sorted(root.rglob("*.ttl")) if root.is_dir() else [root]
    if not files:
        raise KnowledgeError("the folder holds no Turtle file", where=str(root), remedy="name a folder with .ttl files in it")
    return files
