"""Commands on what mechanisms do: audit and counterfactuals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.batching import Chosen
from kgraph.cli.choices import ANYWHERE, Layers, Mechanisms, Species, selection_of
from kgraph.cli.opening import STDIN, foreign, nobody_pipes, opened, patience, record_counter, settings_of, words_from
from kgraph.cli.output import refuse_early, remark, tell, write_file
from kgraph.cli.refusals import ANSWERED, LIMIT, NO
from kgraph.cli.settings import Settings
from kgraph.errors import InvalidValue, KnowledgeError

if TYPE_CHECKING:
    from kgraph.model import Audit, Selection

_TOLD = 3


def register(application: typer.Typer) -> None:
    """Add the commands of this file."""
    application.command("audit", epilog=ANYWHERE)(audit_command)
    application.command("counterfactuals", epilog=ANYWHERE)(counterfactuals_command)


def audit_command(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Only mechanisms with all of these in name, id, start or end.", show_default="all"),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="OUTCOME", help="Only coherent, net-positive, branches-disagree or indeterminate.", show_default="all"),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="A step without a sign leaves its route open.")] = False,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="Instead, hold each claim against the sentence that its own evidence quotes.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="Tell every mechanism step by step, and cut no list.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FOLDER", help="Keep what --data FORMAT:PATH imports.", show_default=False)
    ] = None,
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """Does every mechanism do what it is for?

    \b
    Examples:
      kgraph audit "lateral habenula mechanism" --lang zh
      kgraph audit --data drugmechdb:mine/paths --only net-positive --format tsv
      kgraph audit fluoxetine depressive --data drugmechdb:mine/paths
      kgraph audit --sentences --data indra:mine.json --format tsv

    The signs along every route from a drug to a disease are multiplied and held against the purpose. With --data FORMAT:PATH the
    records are audited as they are read. Exit code 1: not all are coherent, or there is no mechanism; 4: a limit stopped a search.
    """
    from kgraph.cli.telling import tell_document
    from kgraph.questions.auditing import coherence_of, tally
    from kgraph.views.audited import BRIEFLY, audit_json, audits_json, audits_table, tell_audits

    settings = settings_of(ctx)
    if sentences:
        raise typer.Exit(_hold_against_sentences(settings, names or [], (layer, mechanism, species), every=every))
    wanted = {coherence_of(text) for text in only or ()}
    found = _audits(settings, names or [], strict=strict, folder=output, chosen=(layer, mechanism, species))
    counts = tally(found)
    shown = tuple(one for one in found if not wanted or one.coherence in wanted)
    tell_document(
        settings,
        text=lambda lines: tell_audits(
            lines, counts, shown, full=every or bool(names) or len(shown) <= _TOLD, shown=None if every else BRIEFLY
        ),
        whole=lambda: audits_json(counts, shown),
        rows=lambda: audits_table(shown, settings.tongue.languages),
        records=lambda: [audit_json(one) for one in shown],
    )
    if not found:
        remark(settings, "no mechanism here leads from a drug to a disease, a phenotype or an effect")
    if not all(one.complete for one in found):
        raise typer.Exit(LIMIT)
    raise typer.Exit(ANSWERED if found and counts["coherent"] == len(found) else NO)


def _hold_against_sentences(settings: Settings, names: list[str], chosen: Chosen, *, every: bool) -> int:
    """Flags of claims whose own sentence disagrees; the exit code."""
    from kgraph.cli.telling import tell_document
    from kgraph.questions.auditing_sentences import audit_sentences
    from kgraph.views.sentence_flags import BRIEFLY, flag_json, flags_json, flags_table, tell_flags

    knowledge = opened(settings)
    selection = selection_of(knowledge, *chosen)
    with patience(settings, "reading sentences"):
        found = audit_sentences(knowledge, names, selection=selection)
    tell_document(
        settings,
        text=lambda lines: tell_flags(lines, found, knowledge, shown=None if every else BRIEFLY),
        whole=lambda: flags_json(found),
        rows=lambda: flags_table(found),
        records=lambda: [flag_json(one) for one in found.flags],
    )
    return NO if found.flags else ANSWERED


def _audits(
    settings: Settings,
    names: list[str],
    *,
    strict: bool,
    folder: Path | None,
    chosen: Chosen,
) -> tuple[Audit, ...]:
    from kgraph.questions.auditing import audit_files, audits

    named = foreign(settings.data) if settings.data is not None else None
    if named is None or any(chosen):
        if folder is not None:
            raise InvalidValue("there is nothing to import", where="-o", remedy="name it: --data FORMAT:PATH, without --layer and such")
        knowledge = opened(settings)
        selection: Selection = selection_of(knowledge, *chosen)
        return audits(knowledge, names, strict=strict, selection=selection)
    from kgraph.views.reported import report_sentence

    with patience(settings, f"reading {settings.data}"):
        found, report = audit_files(named[0], (named[1],), names, strict=strict, folder=folder, progress=record_counter(settings))
    remark(settings, report_sentence(report.format, report.records))
    return found


def counterfactuals_command(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Suppositions, one JSON object a line; - for stdin.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The file of answers; - for stdout.")] = Path("-"),
    layer: Layers = None,
    mechanism: Mechanisms = None,
    species: Species = None,
) -> None:
    """What mechanisms would still do with a link deleted, inverted or added.

    \b
    Examples:
      kgraph counterfactuals mine.jsonl
      kgraph counterfactuals mine.jsonl --data drugmechdb:mine/paths -o answers.jsonl
      echo '{"mechanism": "mech:mtor", "edit": "delete", "subject": …, "object": …}' | kgraph counterfactuals -

    One answer a line, in the order of the questions: no effect, partly blocked, fully blocked, contra-indicated, restored; with the
    routes that serve and oppose the purpose before and after. Shapes: counterfactual-question and counterfactual-answer in
    docs/schema. A line that cannot be answered says why, and the rest goes on. Exit code 1: there was such a line.
    """
    from kgraph.cli.batching import answers_to

    settings = settings_of(ctx)
    nobody_pipes(ctx, file)
    if str(output) != STDIN:
        refuse_early(output)
    lines = words_from(file).splitlines()
    if not any(line.strip() for line in lines):
        raise KnowledgeError("there is no line in it", where=file, remedy="write one JSON object a line; see docs/audit.md")
    texts, wrong = answers_to(settings, lines, chosen=(layer, mechanism, species))
    if str(output) == STDIN:
        tell("".join(texts))
    else:
        write_file(output, "".join(texts))
    remark(settings, f"{len(texts) - wrong} answered, {wrong} refused")
    raise typer.Exit(NO if wrong else ANSWERED)
