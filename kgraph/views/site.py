"""The pages of a site that are not pictures: the index, and the answers of queries. Links are relative, so it works from a disk.

Pages with a picture come from `page.py`; who writes them where: the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.model import Label, Language
from kgraph.views.pages import asset, embedded, plain_label, rendered
from kgraph.views.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page or, with `file`, another file to link to: its address relative to the page that lists it, title, and one sentence on it."""

    path: str
    title: Label
    note: Label = Label()
    file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSection:
    """Pages under one heading, as cards or, with `brief`, as lines of a long list."""

    title: Label
    pages: tuple[SitePage, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryAnswer:
    """A shipped query with its answer: `title` is the question, `sparql` its text, `limit` names what cut the answer.

    `table_zh` is the answer with Chinese names, where the query knows languages.
    """

    name: str
    title: Label
    description: Label = Label()
    table: Table
    table_zh: Table | None = None
    sparql: str = ""
    limit: str = ""


def index_page(
    title: Label,
    summary: Label,
    sections: Sequence[SiteSection],
    *,
    facts: Sequence[tuple[Label, str]] = (),
    language: Language = Language.EN,
    home: str = "",
) -> str:
    """The first page of a site, or of one part of it.

    Parameters
    ----------
    title, summary : Label
        What the site is about; the summary may be the verdict of its main question.
    sections : sequence of SiteSection
        In the order in which they stand.
    facts : sequence of (what, value)
        Figures about the graph, such as the number of claims.
    language : Language
        The language in which it opens.
    home : str
        A relative address of the page to go back to; no such link when empty.

    Returns
    -------
    str
        HTML. Its searchbox narrows the list of pages.
    """
    shown = [
        {"title": plain_label(section.title), "brief": section.brief, "pages": [_page_values(page) for page in section.pages]}
        for section in sections
        if section.pages
    ]
    values = {"title": plain_label(title), "summary": plain_label(summary), "sections": shown, **_frame(home)}
    return rendered("index.html.j2", language, {**values, "facts": [(plain_label(what), value) for what, value in facts]})


def answer_page(answer: QueryAnswer, *, language: Language = Language.EN, home: str = "") -> str:
    """The answer of a query as a page: the question, the rows, and the SPARQL that gave them. Its searchbox narrows the rows."""
    values = {
        "title": plain_label(answer.title if answer.title.en or answer.title.zh else Label(en=answer.name, zh=answer.name)),
        "summary": plain_label(answer.description),
        "name": answer.name,
        "tables": [(kind, _table_values(table)) for kind, table in _tables(answer)],
        "count": len(answer.table.rows),
        "sparql": answer.sparql,
        "limit": answer.limit,
        **_frame(home),
    }
    return rendered("answer.html.j2", language, values)


def figure_page(
    title: Label, summary: Label, figure: str, entries: Sequence[tuple[Label, str]], *, language: Language = Language.EN, home: str = ""
) -> str:
    """A figure as a page of its own, with the entries it rests on: `figure` is HTML of ours, `entries` their names and addresses."""
    values = {
        "title": plain_label(title),
        "summary": plain_label(summary),
        "figure": figure,
        "entries": [{"label": plain_label(label), "href": href} for label, href in entries],
        **_frame(home),
    }
    return rendered("figure.html.j2", language, values)


def _tables(answer: QueryAnswer) -> list[tuple[str, Table]]:
    """The tables with the class of the language for which each stands; one for both where there is only one."""
    if answer.table_zh is None or answer.table_zh == answer.table:
        return [("both", answer.table)]
    return [("en", answer.table), ("zh", answer.table_zh)]


def _table_values(table: Table) -> dict[str, object]:
    return {"columns": list(table.columns), "rows": [["" if cell is None else cell for cell in row] for row in table.rows]}


def _page_values(page: SitePage) -> dict[str, object]:
    return {"path": page.path, "title": plain_label(page.title), "note": plain_label(page.note), "file": page.file}


def _frame(home: str) -> dict[str, object]:
    return {
        "styles": asset("base.css") + asset("site.css"),
        "scripts": [asset("language.js"), asset("list.js")],
        "data": embedded({}),
        "home": home,
    }
