"""Options that several commands share: which claims an answer may rest on."""

from __future__ import annotations

from typing import Annotated

import typer

from kgraph.cli import completion
from kgraph.model import Layer

Layers = Annotated[
    list[Layer] | None, typer.Option("--layer", help="Rest on claims of this layer only; may be repeated.", show_default="all")
]
Mechanisms = Annotated[
    list[str] | None,
    typer.Option(
        "--mechanism", help="Rest on claims of this mechanism only (name or number); may be repeated.", autocompletion=completion.mechanism
    ),
]
Species = Annotated[
    list[str] | None,
    typer.Option("--species", help="Rest on claims seen in this species only; may be repeated. Claims that state none do not count."),
]
Names = Annotated[
    list[str] | None,
    typer.Argument(help="Only what speaks of all of these.", metavar="[NAME]...", autocompletion=completion.name, show_default=False),
]
ReferenceName = Annotated[
    str, typer.Option("--reference", help="Only what rests on this publication or citation number.", show_default="any")
]

ANYWHERE = "Global options (--lang, --format, --json, --data, ...) may stand here too: see kgraph --help."
