"""The command export: one table from the name of a format to the function that makes it, one command that writes what it made.

A maker takes a `Wish` and gives text, bytes, or several named files. To add a format, add a line to `FORMATS`; makers import what they need
when they are called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli import completion
from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import STDIN, opened, patience, settings_of
from kgraph.cli.output import refuse_early, refuse_terminal, remark, tell, tell_bytes, write_bytes, write_file, write_folder
from kgraph.cli.settings import Settings
from kgraph.errors import InvalidValue
from kgraph.questions.limits import HOPS, MOST_VARIABLES

if TYPE_CHECKING:
    from kgraph.model import Selection
    from kgraph.store import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be exported: the graph, what of it, and how it should look."""

    settings: Settings
    knowledge: Knowledge
    names: tuple[str, ...]
    source: str
    target: str
    chain: int | None
    hops: int
    most: int
    selection: Selection
    theme: str
    report: Path | None = None


Made = str | bytes | Mapping[str, str]
Maker = Callable[[Wish], Made]

# format: the file of this folder and the function in it
FORMATS: Mapping[str, tuple[str, str]] = {
    "svg": ("picturing", "svg"),
    "png": ("picturing", "png"),
    "pdf": ("picturing", "pdf"),
    "pptx": ("picturing", "pptx"),
    "dot": ("picturing", "dot"),
    "mermaid": ("picturing", "mermaid"),
    "turtle": ("converting", "turtle"),
    "trig": ("converting", "trig"),
    "nquads": ("converting", "nquads"),
    "jsonld": ("converting", "jsonld"),
    "links": ("converting", "links"),
    "sif": ("converting", "sif"),
    "graphml": ("converting", "graphml"),
    "kgx": ("converting", "kgx"),
    "kgx-tsv": ("converting", "kgx_tsv"),
    "indra": ("converting", "indra"),
    "nanopub": ("converting", "nanopub"),
    "sssom": ("converting", "sssom"),
    "crate": ("converting", "crate"),
    "void": ("converting", "void"),
    "bel": ("converting", "bel"),
    "cx2": ("converting", "cx2"),
    "cytoscape": ("converting", "cytoscape"),
}


def register(application: typer.Typer) -> None:
    """Add the command of this file."""
    application.command("export", epilog=ANYWHERE)(export_command)


def export_command(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="One of: " + ", ".join(FORMATS) + ".")],
    names: Annotated[
        list[str] | None,
        typer.Argument(help="What to export: mechanisms, or things and what lies around them.", metavar="[NAME]...", show_default="all"),
    ] = None,
    source: Annotated[str, typer.Option("--from", help="Where the chains start.", autocompletion=completion.name, show_default=False)] = "",
    target: Annotated[str, typer.Option("--to", help="Where they end.", autocompletion=completion.name, show_default=False)] = "",
    chain: Annotated[int | None, typer.Option(min=1, help="Only this chain, counted as explain lists them.", show_default="all")] = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file or folder to write; - for stdout.")] = Path("-"),
    hops: Annotated[int, typer.Option(min=0, help="How many links away from the named things to reach.")] = HOPS,
    most: Annotated[int, typer.Option(min=1, help="The most variables of a picture.")] = MOST_VARIABLES,
    theme: Annotated[str, typer.Option(metavar="light|dark", help="The paper of a picture.")] = "light",
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what a graph format cannot hold as JSON.", show_default=False)
    ] = None,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Write the graph, or a picture of a part of it, in another format.

    \b
    Examples:
      kgraph export svg --from ketamine --to "antidepressant effect" --chain 20 -o chain.svg
      kgraph export svg "lateral habenula mechanism" --lang zh --theme dark -o lhb.svg
      kgraph export mermaid BDNF --hops 1
      kgraph export graphml --mechanism 5 -o lhb.graphml

    Pictures have the shape of a slide; --lang both writes both languages into each box. What a graph format cannot hold is told on
    stderr, and is no failure.
    """
    settings = settings_of(ctx)
    make = maker_of(form)
    if str(output) != STDIN:
        refuse_early(output) if not output.is_dir() else None
    knowledge = opened(settings)
    wish = Wish(
        settings=settings,
        knowledge=knowledge,
        names=tuple(names or ()),
        source=source,
        target=target,
        chain=chain,
        hops=hops,
        most=most,
        selection=selection_of(knowledge, layer, mechanism, species),
        theme=theme,
        report=report,
    )
    with patience(settings, f"making {form}"):
        made = make(wish)
    _write(settings, output, made)


def maker_of(form: str) -> Maker:
    """The maker of a format; `InvalidValue` with the nearest names for one that is not known."""
    if form not in FORMATS:
        from difflib import get_close_matches

        near = get_close_matches(form, FORMATS, 1)
        remedy = (f"did you mean {near[0]}? " if near else "") + "use one of " + ", ".join(FORMATS)
        raise InvalidValue(f"'{form}' is not a format", where="export", remedy=remedy)
    family, name = FORMATS[form]
    make: Maker = getattr(import_module(f"kgraph.cli.{family}"), name)
    return make


def _write(settings: Settings, output: Path, made: Made) -> None:
    """Put what was made where it is wanted: several files into a folder, one into a file or to stdout."""
    if isinstance(made, Mapping):
        if str(output) == STDIN:
            raise InvalidValue("this format makes several files", where="-o", remedy="name a folder: -o FOLDER")
        write_folder(output, made)
        remark(settings, f"wrote {len(made)} files into {output}")
        return
    if str(output) == STDIN:
        if isinstance(made, bytes):
            refuse_terminal()
            tell_bytes(made)
        else:
            tell(made)
        return
    if isinstance(made, bytes):
        write_bytes(output, made)
    else:
        write_file(output, made)
    remark(settings, f"wrote {output}")
