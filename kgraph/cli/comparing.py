"""Commands on several graphs: merge and diff."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.choices import ANYWHERE
from kgraph.cli.opening import opened_from, patience, settings_of, words_from
from kgraph.cli.output import remark, tell
from kgraph.cli.refusals import ANSWERED, NO
from kgraph.cli.settings import Settings
from kgraph.errors import InvalidValue
from kgraph.views.tables import Format, Table, json_text

if TYPE_CHECKING:
    from kgraph.questions.comparing import Question
    from kgraph.questions.merging import Merging
    from kgraph.store import Knowledge

SHIPPED = "shipped"
_DATA = "a folder or file, FORMAT:PATH for another format, or 'shipped'"
COLUMNS = ("what", "input", "was", "became", "why")


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("merge", epilog=ANYWHERE)(merge_command)
    application.command("diff", epilog=ANYWHERE)(diff_command)


def merge_command(
    ctx: typer.Context,
    graphs: Annotated[list[str], typer.Argument(metavar="GRAPH...", help=f"Each {_DATA}; with --undo, the folder of the merge.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FOLDER", help="Where to write.", show_default=False)] = None,
    equivalences: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="What is the same: SSSOM, or two columns of identifiers; may be repeated.", show_default="none"),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Make these one, instead of offering it.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what --apply made one in this folder.")] = False,
) -> None:
    """Put graphs together, each in a file of its own.

    \b
    Examples:
      kgraph merge shipped mine -o both
      kgraph merge shipped drugmechdb:mine/paths -o both --equivalences mine.tsv --apply
      kgraph merge --undo mine

    Every entry keeps the graph that it came from (prov:wasDerivedFrom); to leave a graph out, take its file away. Things with an exact
    identifier in common are offered in offers.sssom.tsv: strike out rows, and give it to --equivalences with --apply.
    """
    settings = settings_of(ctx)
    if undo:
        from kgraph.questions.merging import undo_merge

        if len(graphs) != 1 or output or equivalences or apply:
            raise InvalidValue("--undo takes the folder of a merge, and nothing else", where="merge", remedy="kgraph merge --undo FOLDER")
        for name in undo_merge(Path(graphs[0])):
            tell(name)
        return
    if output is None:
        raise InvalidValue("it is not said where to write", where="-o", remedy="name a folder: -o FOLDER")
    from kgraph.questions.merging import merge_graphs

    opened = [(name, text, _opened(settings, text)) for name, text in _named(graphs)]
    with patience(settings, "merging"):
        done = merge_graphs(opened, output, equivalences=equivalences or (), apply=apply)
    _tell_merge(settings, done)
    remark(settings, f"wrote {output}")


def diff_command(
    ctx: typer.Context,
    first: Annotated[str, typer.Argument(metavar="FIRST", help=f"The first graph: {_DATA}.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The second graph.")],
    explain: Annotated[
        list[str] | None,
        typer.Option(metavar="'SOURCE -> TARGET'", help="Compare the verdicts of this question; may be repeated.", show_default="none"),
    ] = None,
    questions: Annotated[
        str, typer.Option(metavar="FILE", help="Questions, one JSON object a line; see docs/exchange.md.", show_default="none")
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="Cut no list.")] = False,
) -> None:
    """How two graphs differ: claims shared, unique and opposite, and answers that change.

    \b
    Examples:
      kgraph diff shipped shipped --explain "ketamine -> antidepressant effect"
      kgraph diff shipped mine --json
      kgraph diff drugmechdb:mine/old drugmechdb:mine/new --questions mine.jsonl

    Variables are the same when their ids are, or when they are the same aspect, in the same place, of things with an identifier in
    common. Exit code 1: there is a difference.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.model import Standing
    from kgraph.questions.comparing import diff
    from kgraph.views.comparison import BRIEFLY, comparison_json, comparison_table, difference_json, tell_comparison

    settings = settings_of(ctx)
    asked = [*(_arrow(text) for text in explain or ()), *(_questions(questions) if questions else ())]
    graphs = [_opened(settings, text) for text in (first, second)]
    with patience(settings, "comparing"):
        found = diff(graphs[0], graphs[1], asked)
    tell_document(
        settings,
        text=lambda lines: tell_comparison(lines, found, shown=None if every else BRIEFLY),
        whole=lambda: comparison_json(found),
        rows=lambda: comparison_table(found, settings.tongue.languages),
        records=lambda: [difference_json(one) for one in found.differences],
    )
    same = len(found.of(Standing.SHARED)) == len(found.differences) and not any(one.changes for one in found.answers)
    raise typer.Exit(ANSWERED if same else NO)


def merging_table(done: Merging) -> Table:
    """What was renamed, what is offered, and what was passed over, a row each."""
    renamed = [("renamed", one.input, one.was, one.became, one.why) for one in done.merged.renamed]
    offers = [("offered", "", one.merged, one.kept, one.why) for one in done.merged.offers]
    passed = [("passed over", "", "", "", text) for text in done.passed]
    return Table(columns=COLUMNS, rows=(*renamed, *offers, *passed))


def _tell_merge(settings: Settings, done: Merging) -> None:
    from kgraph.cli.writing import tell_list
    from kgraph.questions.merging import merging_json

    if settings.form is Format.JSON:
        tell(json_text(merging_json(done)))
    else:
        whole = merging_json(done)
        tell_list(settings, rows=lambda: merging_table(done), records=lambda: [whole])
    for one in done.merged.inputs:
        remark(settings, f"{one.name}: {len(one.triples):,} triples from {done.sources[one.name]}")
    counts = (len(done.merged.shared), len(done.merged.renamed), len(done.merged.offers))
    remark(settings, "{} entries in several graphs, {} ids renamed, {} things offered as one".format(*counts))


def _named(graphs: list[str]) -> list[tuple[str, str]]:
    """A short name for each graph: the last part of its path, with a number where two share one."""
    from kgraph.questions.merging import short_name

    made: list[tuple[str, str]] = []
    for text in graphs:
        name, number = short_name(text), 2
        while name in {one for one, _ in made}:
            name, number = f"{short_name(text)}-{number}", number + 1
        made.append((name, text))
    return made


def _opened(settings: Settings, text: str) -> Knowledge:
    return opened_from(settings, None if text == SHIPPED and not Path(text).exists() else Path(text))


def _arrow(text: str) -> Question:
    from kgraph.questions.comparing import Question

    source, arrow, target = text.partition("->")
    if not arrow or not source.strip() or not target.strip():
        raise InvalidValue(f"'{text}' is no question", where="--explain", remedy="write 'SOURCE -> TARGET'")
    return Question(source=source.strip(), target=target.strip())


def _questions(file: str) -> list[Question]:
    from kgraph.questions.comparing import question_from

    found = []
    for number, line in enumerate(words_from(file).splitlines(), 1):
        if line.strip():
            try:
                found.append(question_from(json.loads(line)))
            except (ValueError, RecursionError) as error:
                raise InvalidValue(f"it is no JSON: {error}", where=f"{file}:{number}", remedy="write one JSON object a line") from None
            except InvalidValue as error:
                error.where = f"{file}:{number}"
                raise
    return found
