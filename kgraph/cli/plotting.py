"""The command plot: results and evidence as a figure, or as the table beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import STDIN, opened, settings_of
from kgraph.cli.output import refuse_early, remark, tell, write_bytes, write_file
from kgraph.errors import InvalidValue


def register(application: typer.Typer) -> None:
    """Add the command of this file."""
    application.command("plot", epilog=ANYWHERE)(plot_command)


def plot_command(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The plot: efficacy, adverse-effects or species; list tells what each shows.")] = "list",
    about: Annotated[
        list[str] | None, typer.Argument(help="Only what speaks of all of these.", metavar="[NAME]...", show_default=False)
    ] = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="The file to write: .svg, .png or .pdf; - for SVG on stdout.")] = Path("-"),
    table: Annotated[bool, typer.Option("--table", help="The table of the plot instead of the figure.")] = False,
    theme: Annotated[str, typer.Option(metavar="light|dark", help="The paper of the figure.")] = "light",
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Plot results and evidence, with the table beside it.

    \b
    Examples:
      kgraph plot list
      kgraph plot efficacy -o efficacy.svg
      kgraph plot species --lang zh --theme dark -o species.png
      kgraph plot adverse-effects --table --format csv

    Numbers come from single entries of the graph; nothing is pooled, and what a source does not state is said to be not stated.
    """
    from kgraph.cli.writing import tell_list
    from kgraph.questions.plotting import plot
    from kgraph.views.plot import plot_table
    from kgraph.views.tables import records_of

    settings = settings_of(ctx)
    if name == "list":
        _list(ctx)
        return
    if str(output) != STDIN and not table:
        refuse_early(output)
    knowledge = opened(settings)
    made = plot(knowledge, name, about or (), selection=selection_of(knowledge, layer, mechanism, species))
    if table:
        rows = plot_table(made, settings.tongue.languages)
        tell_list(settings, rows=lambda: rows, records=lambda: records_of(rows))
        return
    from kgraph.cli.picturing import theme_of
    from kgraph.views.plot_svg import plot_svg

    svg = plot_svg(made, knowledge, language=settings.tongue.languages[0], theme=theme_of(theme))
    content = _in_form(svg, output.suffix.lower(), made.title.text(settings.tongue.languages[0]))
    if str(output) == STDIN:
        tell(svg)
        return
    if isinstance(content, bytes):
        write_bytes(output, content)
    else:
        write_file(output, content)
    remark(settings, f"wrote {output}")


def _list(ctx: typer.Context) -> None:
    from kgraph.cli.writing import tell_list
    from kgraph.questions.plotting import plots
    from kgraph.views.columns import text_in
    from kgraph.views.tables import Table, records_of

    settings = settings_of(ctx)
    rows = Table(
        columns=("name", "title"), rows=tuple((name, text_in(title, settings.tongue.languages)) for name, title in plots().items())
    )
    tell_list(settings, rows=lambda: rows, records=lambda: records_of(rows))


def _in_form(svg: str, suffix: str, title: str) -> str | bytes:
    """The figure in the form that the name of the file asks for."""
    if suffix in ("", ".svg"):
        return svg
    if suffix not in (".png", ".pdf"):
        raise InvalidValue(f"a figure cannot be written as '{suffix}'", where="-o", remedy="name a file that ends in .svg, .png or .pdf")
    import re

    from kgraph.views.picture_print import svg_pdf, svg_png

    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size is not None, "the writer of plots gives the size"
    return (svg_png if suffix == ".png" else svg_pdf)(svg, float(size[1]), float(size[2]), title)
