"""Names offered while somebody types; an unreadable graph offers none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kgraph.cli.settings import cache_folder

if TYPE_CHECKING:
    from kgraph.model import Term
    from kgraph.store import Knowledge


def name(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Labels and slugs that begin so, each with what it names; names with a blank come as slugs, which need no quotes."""
    knowledge = _opened(ctx)
    return sorted(dict(sorted(_beginning(knowledge, incomplete), reverse=True)).items()) if knowledge else []


def query_name(incomplete: str) -> list[tuple[str, str]]:
    """Names of shipped queries that begin so."""
    from kgraph.questions.querying import queries

    return [(one.name, one.summary.en) for one in queries() if one.name.startswith(incomplete)]


def mechanism(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Slugs of mechanisms that begin so."""
    knowledge = _opened(ctx)
    every = knowledge.mechanisms() if knowledge else ()
    return [(_slug(one), one.label.en) for one in every if _slug(one).startswith(incomplete)]


def _opened(ctx: typer.Context) -> Knowledge | None:
    from kgraph.errors import KgraphError
    from kgraph.store import load

    data = ctx.find_root().params.get("data")
    try:
        return load(Path(data) if data else None, cache=cache_folder(os.environ))
    except KgraphError:
        return None


def _beginning(knowledge: Knowledge, incomplete: str) -> Iterator[tuple[str, str]]:
    begun = incomplete.casefold()
    for term in (*knowledge.entities(), *knowledge.variables()):
        for label, meaning in ((term.label.en, term.label.zh), (term.label.zh, term.label.en), (_slug(term), term.label.en)):
            if label.casefold().startswith(begun) and " " not in label:
                yield incomplete + label[len(incomplete) :], meaning


def _slug(term: Term) -> str:
    return term.id.partition(":")[2]
