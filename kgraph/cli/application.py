"""The typer application: global options, the list of commands, and the one place where errors become exit codes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kgraph import __version__
from kgraph.cli.arguments import command_of, hoisted
from kgraph.cli.commands import FAMILIES, SECTIONS
from kgraph.cli.output import close_quietly, complain, speak_utf8
from kgraph.cli.refusals import INTERRUPTED, UNREADABLE, code_of
from kgraph.cli.settings import Colour, Settings, Tongue, cache_folder, spoken
from kgraph.errors import KgraphError
from kgraph.views.tables import Format

_HELP = """Ask a graph of signed causal claims how something works, and why.

\b
Examples:
  kgraph explain ketamine "antidepressant effect"
  kgraph explain 氯胺酮 抗抑郁作用 --lang zh
  kgraph show BDNF
  kgraph query
  kgraph build -o site/
"""

_HELP_OPTIONS = ("-h", "--help")
_COMPLETING = "_KGRAPH_COMPLETE"

_EPILOG = """\b
Names are labels, synonyms, identifiers or slugs, in English or Chinese. Global options may stand after the command too.
Exit codes: 0 answered; 1 the answer is no (no chain, findings exist); 2 usage; 3 data or name not found or unreadable;
4 a limit was reached (a partial answer is printed and marked); 130 interrupted.
"""


class _Group(TyperGroup):
    """Lists the commands by what they are for; runs one, and turns what went wrong into words and an exit code."""

    def format_commands(self, _ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # as below
        """Every command with its whole line, none of them loaded."""
        widest = max(map(len, FAMILIES))
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(widest), line) for name, (_, line) in commands.items()])

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]  # typer's own base names a private class
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            close_quietly()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except KgraphError as error:
            raise typer.Exit(_refused(ctx, error, code_of(error))) from None
        except OSError as error:
            raise typer.Exit(_refused(ctx, error, UNREADABLE)) from None


def _refused(ctx: typer.Context, error: Exception, code: int) -> int:
    settings = ctx.obj if isinstance(ctx.obj, Settings) else Settings()
    if settings.debug:
        traceback.print_exception(error)
    complain(settings, str(error))
    return code


def _show_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"kgraph {__version__}\n")
        raise typer.Exit


def options(
    ctx: typer.Context,
    data: Annotated[
        Path | None,
        typer.Option(
            help="A folder or file of knowledge (Turtle, TriG, N-Triples, N-Quads, JSON-LD) or a link table (TSV, CSV, SIF, GraphML, "
            "node-link JSON), or FORMAT:PATH for what kgraph import reads, instead of the shipped knowledge.",
            show_default="the shipped knowledge",
        ),
    ] = None,
    lang: Annotated[
        Tongue | None, typer.Option(metavar="en|zh|both", help="The language of the answer.", show_default="KGRAPH_LANG, else the locale")
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format", metavar="table|json|jsonl|csv|tsv|md", help="The form of the answer.", show_default="table; lists in a pipe: tsv"
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No talk on stderr but errors.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="More talk on stderr.")] = False,
    color: Annotated[Colour, typer.Option(metavar="auto|always|never", help="When to colour; auto honours NO_COLOR.")] = Colour.AUTO,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Keep and use no compiled snapshot (else in KGRAPH_CACHE or the user's cache folder).")
    ] = False,
    _version: Annotated[bool, typer.Option("--version", help="Show the version and leave.", callback=_show_version, is_eager=True)] = False,
) -> None:
    """Gather the global options into one value that the commands read."""
    ctx.obj = Settings(
        data=data,
        tongue=lang or spoken(os.environ),
        form=Format.JSON if json else form,
        quiet=quiet,
        verbose=verbose,
        colour=color,
        debug=debug,
        cache=None if no_cache else cache_folder(os.environ),
    )


def application(command: str = "", *, bare: bool = False) -> typer.Typer:
    """The typer application with the family of one command, with all of them where the name is not of a command, or bare, with none.

    Typer reads the signature of every command that it is given, which costs a millisecond each.
    """
    made = typer.Typer(
        cls=_Group,
        help=_HELP,
        epilog=_EPILOG,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": list(_HELP_OPTIONS), "max_content_width": 110},
    )
    made.callback()(options)
    families = () if bare else (FAMILIES[command],) if command in FAMILIES else dict.fromkeys(FAMILIES.values())
    for family in families:
        import_module(f"kgraph.cli.{family}").register(made)
    return made


def answer(words: Sequence[str]) -> int:
    """Run one command line and return its exit code; no words at all ask for help."""
    speak_utf8()
    line = hoisted(words) or ["--help"]
    try:
        command = command_of(line)
        bare = not command and line[-1] in _HELP_OPTIONS and _COMPLETING not in os.environ
        application(command, bare=bare)(args=line, prog_name="kgraph")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0
