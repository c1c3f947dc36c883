"""The command that verifies, and the writing of certificates by the commands that answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.choices import ANYWHERE
from kgraph.cli.opening import opened, settings_of, words_from
from kgraph.cli.output import remark, tell, write_file
from kgraph.cli.refusals import ANSWERED, NO

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings
    from kgraph.model import Selection
    from kgraph.questions.certifying_answers import Answer
    from kgraph.store import Knowledge


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("verify", epilog=ANYWHERE)(verify_command)


def verify_command(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(help="A certificate; - for stdin.")],
    alone: Annotated[bool, typer.Option("--alone", help="Check it on its own, without the knowledge.")] = False,
) -> None:
    """Whether a certificate holds.

    \b
    Examples:
      kgraph verify mine.json
      kgraph verify --alone mine.json

    A small checker that shares no code with the reasoner goes through every step: the claims, the sign of each chain, whether
    chains are missing, and what follows. Then each claim is compared with the knowledge, and the answer is checked once more by
    all claims that the knowledge has between its ends. Exit code 1: it does not hold, and what is wrong is told.
    """
    from kgraph.questions.certifying import certificate_from
    from kgraph.questions.verifying import verify
    from kgraph.views.tables import Format, Table, json_text, table_text

    settings = settings_of(ctx)
    certificate = certificate_from(words_from(file), where=file)
    found = verify(certificate, None if alone else opened(settings))
    if settings.document is Format.JSON:
        tell(json_text({"holds": not found, "problems": list(found)}))
    elif settings.document is not Format.TABLE:
        tell(table_text(Table(columns=("problem",), rows=tuple((one,) for one in found)), settings.document))
    else:
        tell("\n".join(found) if found else _holds(settings))
    raise typer.Exit(NO if found else ANSWERED)


def certify(settings: Settings, file: Path | None, knowledge: Knowledge, answer: Answer, selection: Selection) -> None:
    """Write the certificate of an answer and say where; nothing where none is asked for."""
    if file is None:
        return
    from kgraph.questions.certifying_answers import certificate_of
    from kgraph.views.tables import json_text

    write_file(file, json_text(certificate_of(knowledge, answer, selection=selection)))
    remark(settings, f"certificate: {file}")


def _holds(settings: Settings) -> str:
    from kgraph.model import Label

    label = Label(en="The certificate holds.", zh="证书成立。")
    return "\n".join(label.text(language) for language in settings.tongue.languages)
