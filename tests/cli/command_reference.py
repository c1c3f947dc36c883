"""Writes `docs/commands.md` from the commands themselves: ``python -m tests.cli.command_reference``."""

from __future__ import annotations

import inspect
from pathlib import Path

import typer
from typer.core import TyperArgument, TyperOption

from kgraph.cli.application import application
from kgraph.model import (
    Assumption,
    Blocks,
    Carried,
    Comparison,
    Examination,
    Explanation,
    Needs,
    Rescued,
    Reversal,
    Rivalry,
    SentenceAudit,
    Supposition,
    Verdict,
)
from kgraph.store import Knowledge
from kgraph.views import columns
from kgraph.views.audited import audits_table
from kgraph.views.carried import carried_table
from kgraph.views.comparison import comparison_table
from kgraph.views.disagreements import disagreements_table
from kgraph.views.examination import examination_table
from kgraph.views.inference import reversal_table, rivalry_table
from kgraph.views.needs import blocks_table, needs_table, rescued_table
from kgraph.views.reported import report_table
from kgraph.views.sentence_flags import flags_table
from kgraph.views.supposition import predictions_table

_NOTHING_SUPPOSED = Supposition(
    asked=(), interventions=(), assumption=Assumption.STABLE, predictions=(), routes=(), observations=(), complete=True
)

_NOTHING_CARRIED = Carried(
    source=(), target=(), verdict=Verdict.NO_CHAIN, claims=0, carriers=(), left_out=(), animal_only=(), complete=True
)

_NO_RIVALS = Rivalry(rivals=(), base=(), readouts=(), assumption=Assumption.STABLE, splittings=(), found=0)

PLACE = Path(__file__).parents[2] / "docs" / "commands.md"

HEAD = """\
# Commands

Written from the program itself by `python -m tests.cli.command_reference`; a test keeps it true.

## What holds everywhere

- A name is a label, synonym, identifier (`CHEBI:6121`), id (`ent:ketamine`) or slug, in English or Chinese. Case, width, hyphens, Greek
  letters and traditional characters do not matter. A label wins over a slug, an entity over its own variables. A name of nothing is
  refused with the three nearest; a name of several things with all of them.
- An entity stands for all its variables and the ones narrower than those.
- `--lang` is the language of answers and pages; errors, findings of the check and reports of what came in or went out are in English.
- stdout is data, stderr is talk. Lists are a table on a terminal and TSV in a pipe; `explain` and `show` are text in both. `--format`
  asks for another form. A pipe is never cut or wrapped.
- An empty list is `[]` in JSON, nothing in JSON Lines, and only the header in TSV and CSV.
- In TSV, a tab, line end or backslash inside a cell is written `\\t`, `\\n`, `\\r`, `\\\\`. Ids in one cell have a blank between them.
- Global options may stand before or after the command. After `--` every word is a name.
- `-` stands for stdin where a file is taken (`--data -` reads Turtle).
- Files are written whole or not at all.

| exit code | it means |
|---|---|
| 0 | answered |
| 1 | the answer is no: no chain, findings exist, an `ASK` that is false, a file not in the layout, something lost on the way in |
| 2 | the command line or the query is wrong |
| 3 | data or a name not found, unreadable, or a place that cannot be written |
| 4 | a limit was reached; a partial answer is printed and marked |
| 130 | interrupted |

| environment | it sets |
|---|---|
| `KGRAPH_LANG` | the language: `en`, `zh` or `both`; else `LC_ALL`, `LC_MESSAGES`, `LANG` |
| `KGRAPH_CACHE` | the folder of compiled snapshots; else the user's cache folder |
| `NO_COLOR`, `TERM=dumb` | no colour |

Completion of commands and names: `kgraph --install-completion`.

The JSON shapes are documented as JSON Schema in [`schema/`](schema/).
"""


def reference() -> str:
    """The whole document."""
    group = typer.main.get_command(application())
    commands = getattr(group, "commands", {})
    parts = [HEAD, "## Global options\n\n" + _options(group)]
    parts += [_section(name, command) for name, command in sorted(commands.items())]
    return "\n".join([*parts, _columns()])


def _section(name: str, command: typer.core.TyperCommand) -> str:
    arguments = " ".join(_argument(one) for one in command.params if isinstance(one, TyperArgument))
    usage = f"```text\nkgraph {name} {arguments}".rstrip() + "\n```\n"
    return f"## kgraph {name}\n\n{usage}\n{_prose(command.help or '')}\n{_options(command)}"


def _argument(one: TyperArgument) -> str:
    if one.metavar:
        return one.metavar
    return (one.name or "").upper() if one.required else f"[{(one.name or '').upper()}]"


def _prose(text: str) -> str:
    """The help as Markdown: the block of examples as code, the rest as paragraphs."""
    parts: list[str] = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b"):
            lines = [line.strip() for line in paragraph.splitlines()[2:]]
            parts.append("```sh\n" + "\n".join(lines) + "\n```")
        else:
            parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def _options(command: typer.core.TyperCommand | object) -> str:
    rows = [_option(one) for one in getattr(command, "params", []) if isinstance(one, TyperOption) and "completion" not in one.opts[0]]
    rows = [row for row in rows if "--help" not in row]
    return "| option | what it does | default |\n|---|---|---|\n" + "".join(rows) if rows else ""


def _option(one: TyperOption) -> str:
    value = f" {one.metavar}" if one.metavar else ""
    names = ", ".join(f"`{name}{value}`" for name in [*one.opts, *one.secondary_opts]).replace("|", "\\|")
    shown = (
        one.show_default
        if isinstance(one.show_default, str)
        else ""
        if one.default in (None, False, "")
        else str(getattr(one.default, "value", one.default))
    )
    return f"| {names} | {(one.help or '').replace('|', chr(92) + '|')} | {shown} |\n"


def _columns() -> str:
    """The columns of every list, from the functions that make them."""
    knowledge = _NoKnowledge()
    nothing = Explanation(source=(), target=(), chains=(), verdict=Verdict.NO_CHAIN, complete=True)
    tables = {
        "claims": columns.claims_table((), knowledge, ()),
        "results": columns.results_table((), knowledge, ()),
        "notes": columns.notes_table((), ()),
        "mechanisms": columns.mechanisms_table((), ()),
        "explain": columns.steps_table(nothing, ()),
        "what-if": predictions_table(_NOTHING_SUPPOSED, ()),
        "observations": examination_table(Examination(assumption=Assumption.STABLE, examined=()), knowledge, ()),
        "necessary": needs_table(Needs(source=(), target=(), variables=(), links=(), any_chain=False), ()),
        "cuts": blocks_table(Blocks(source=(), target=(), size=0, sets=(), complete=True), ()),
        "rescues": rescued_table(Rescued(interventions=(), assumption=Assumption.STABLE, rescues=()), ()),
        "contradictions": disagreements_table((), ()),
        "carriers": carried_table(_NOTHING_CARRIED, ()),
        "discriminate": rivalry_table(_NO_RIVALS, ()),
        "reverse": reversal_table(Reversal(seen=(), assumption=Assumption.STABLE, causes=()), ()),
        "import": report_table(()),
        "audit": audits_table((), ()),
        "audit --sentences": flags_table(SentenceAudit(flags=(), sentences=0, agreeing=0)),
        "diff": comparison_table(Comparison(differences=(), answers=()), ()),
        "check": columns.findings_table(()),
    }
    rows = "".join(f"| {name} | {', '.join(f'`{column}`' for column in table.columns)} |\n" for name, table in tables.items())
    return f"## Columns\n\nIn CSV, TSV and Markdown; on a terminal the most telling ones.\n\n| list | columns |\n|---|---|\n{rows}"


class _NoKnowledge(Knowledge):
    """Stands in where a table is made of nothing."""

    def __init__(self) -> None:
        pass


if __name__ == "__main__":
    PLACE.write_text(reference(), encoding="utf-8")
