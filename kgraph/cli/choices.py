"""Options that several commands share: which claims an answer may rest on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli import completion

if TYPE_CHECKING:
    from kgraph.model import Selection
    from kgraph.store import Knowledge

Layers = Annotated[
    list[str] | None,
    typer.Option(
        "--layer", metavar="review|background|derived", help="Rest on claims of this layer only; may be repeated.", show_default="all"
    ),
]
Mechanisms = Annotated[
    list[str] | None,
    typer.Option(
        "--mechanism",
        help="Rest on claims of this mechanism only (name or number); may be repeated.",
        autocompletion=completion.mechanism,
        show_default="all",
    ),
]
Species = Annotated[
    list[str] | None,
    typer.Option(
        "--species",
        help="Rest on claims seen in this species only; may be repeated. One that states none does not count.",
        show_default="all",
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Argument(help="Only what speaks of all of these.", metavar="[NAME]...", autocompletion=completion.name, show_default=False),
]
ReferenceName = Annotated[
    str, typer.Option("--reference", help="Only what rests on this publication or citation number.", show_default="any")
]

Certificate = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write a certificate of the answer, which kgraph verify re-checks.", show_default=False),
]

ANYWHERE = "Global options (--lang, --format, --json, --data, ...) may stand here too: see kgraph --help."


def selection_of(knowledge: Knowledge, layers: list[str] | None, mechanisms: list[str] | None, species: list[str] | None) -> Selection:
    """The selection that these options ask for.

    Raises
    ------
    InvalidValue
        For an unknown layer.
    EntityNotFound, AmbiguousName
        For a mechanism or species that is not known.
    """
    from kgraph.questions.naming import layer_of, select

    return select(knowledge, layers=[layer_of(text) for text in layers or ()], mechanisms=mechanisms or (), species=species or ())
