"""A plot as a part of a page: the figure in both languages, of which the page shows one, and its table to unfold."""

from __future__ import annotations

from html import escape

from kgraph.model import Label, Language
from kgraph.views.naming import Terms
from kgraph.views.plot import Plot, plot_table
from kgraph.views.plot_svg import plot_svg
from kgraph.views.svg import LANGUAGE_TAG, xml_text
from kgraph.views.tables import Table

_TABLE = Label(en="The table of this figure", zh="本图的数据表")


def plot_html(plot: Plot, terms: Terms) -> str:
    """A ``<figure>`` without script, in the colours of the page; elements of class ``en`` and ``zh`` as everywhere in our pages."""
    parts = [f'<figure class="plotted" id="plot-{escape(plot.name)}">']
    for language in Language:
        # On a telephone the figure scrolls in its own place: shrunk to the window, nobody could read it.
        opening = f'<div class="{language.value} scroll" lang="{LANGUAGE_TAG[language]}">'
        parts += [opening, plot_svg(plot, terms, language=language), "</div>"]
    for language in Language:
        summary = xml_text(_TABLE.text(language))
        table = html_table(plot_table(plot, (language,)))
        parts.append(
            f'<details class="{language.value}" lang="{LANGUAGE_TAG[language]}"><summary>{summary}</summary>'
            f'<div class="scroll">{table}</div></details>'
        )
    return "\n".join([*parts, "</figure>", ""])


def html_table(table: Table) -> str:
    """A table as HTML; every cell is text."""
    head = "".join(f'<th scope="col">{xml_text(column)}</th>' for column in table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{'' if cell is None else xml_text(str(cell))}</td>" for cell in row) + "</tr>\n" for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead>\n<tbody>{rows}</tbody></table>"
