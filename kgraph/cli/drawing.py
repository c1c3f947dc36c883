"""Commands that make pages: view and build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Names, Species, selection_of
from kgraph.cli.opening import STDIN, opened, patience, placed, settings_of
from kgraph.cli.output import refuse_early, remark, tell, write_file, write_folder
from kgraph.cli.refusals import NO
from kgraph.questions.limits import HOPS, MOST_VARIABLES


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("view", epilog=ANYWHERE)(view_command)
    application.command("build", epilog=ANYWHERE)(build_command)


def view_command(
    ctx: typer.Context,
    names: Names = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML file to write; - for stdout.")] = Path("kgraph.html"),
    hops: Annotated[int, typer.Option(min=0, help="How many links away from the named things to reach.")] = HOPS,
    most: Annotated[int, typer.Option(min=1, help="The most variables shown; what is hidden is counted.")] = MOST_VARIABLES,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Draw the graph as one self-contained page.

    \b
    Examples:
      kgraph view -o graph.html
      kgraph view BDNF --hops 1 -o bdnf.html
      kgraph view "lateral habenula mechanism" --lang zh -o lhb.html

    Things stand in the focus; mechanisms limit the page to their claims; without a name, everything. The page needs no network.
    """
    from kgraph.questions.picturing import view
    from kgraph.views.explore import graph_page

    settings = settings_of(ctx)
    if str(output) != STDIN:
        refuse_early(output)
    knowledge = opened(settings)
    selection = selection_of(knowledge, layer, mechanism, species)
    with patience(settings, "drawing"):
        picture = view(knowledge, names or (), hops=hops, most=most, selection=selection)
        page = graph_page(picture, knowledge, language=settings.tongue.languages[0], most=most)
    if str(output) == STDIN:
        tell(page)
        return
    write_file(output, page)
    remark(settings, f"wrote {output}: {len(picture.variables)} variables, {len(picture.links)} links, {picture.hidden_links} links hidden")


def build_command(
    ctx: typer.Context,
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write.")] = Path("site"),
    source: Annotated[str, typer.Option(help="Where the chains of the main page start.", show_default="ketamine")] = "",
    target: Annotated[str, typer.Option(help="Where they end.", show_default="antidepressant effect")] = "",
) -> None:
    """Make a whole site: checks, graph, mechanisms, answers, index.

    \b
    Examples:
      kgraph build -o site/
      kgraph build -o site/ --lang zh
      kgraph build --data mine/ --source "drug X" --target "symptom Y" -o mine-site/

    The pages need no network and no server: open site/index.html. Exit code 1 when the check finds errors; the site is written all
    the same, and shows them.
    """
    from kgraph.questions.building import build
    from kgraph.questions.checking import check

    settings = settings_of(ctx)
    knowledge = opened(settings)
    with patience(settings, "building the site"):
        with placed(settings, settings.data) as place:
            report = None if str(place) == STDIN else check(place)
        pages = build(knowledge, source=source, target=target, report=report, language=settings.tongue.languages[0])
    write_folder(output, pages)
    remark(settings, f"wrote {len(pages)} files: open {output / 'index.html'}")
    if report and report.errors:
        remark(settings, f"the check found {len(report.errors)} errors: see {output / 'check.html'}, or run kgraph check")
        raise typer.Exit(NO)
