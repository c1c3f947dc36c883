"""The explore page: one HTML file that works from a memory stick, opens the same way each time, and runs no label as script.

What stands in its data, and what is put away compressed for later: `explore_data.py`. Where boxes stand is decided in the page
(``graph_layout.js``), because what is shown changes there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kgraph.model import Action, Label, Language
from kgraph.views.drawing import SCALE_NAME, drawing_of, drawn_links, page_variables, scale_of
from kgraph.views.explanation import ordered_claims
from kgraph.views.explore_data import LETTERS, beyond_text, explore_data
from kgraph.views.naming import Terms, mechanism_label
from kgraph.views.network import vis_script
from kgraph.views.page_parts import claim_row, filters_of, scales_of, variable_row
from kgraph.views.pages import asset, embedded, plain_label, rendered
from kgraph.views.picture import GraphPicture, focused
from kgraph.views.reasons import DONE
from kgraph.views.svg import svg_of

_STILL, _ROWS = 40, 160
_SCRIPTS = (
    "language.js",
    "search.js",
    "graph_data.js",
    "graph_signs.js",
    "graph_minors.js",
    "graph_feedback.js",
    "graph_whatif.js",
    "graph_layout.js",
    "graph_canvas.js",
    "graph_svg.js",
    "graph_panel.js",
    "graph_paths.js",
    "graph_suppose.js",
    "graph_filters.js",
    "graph_controls.js",
    "graph_explore.js",
)


def graph_page(
    picture: GraphPicture, terms: Terms, *, language: Language = Language.EN, most: int = 150, largest: int = 1_000_000, home: str = ""
) -> str:
    """A picture as an interactive page, drawn by vis-network.

    Parameters
    ----------
    picture : GraphPicture
        What to show. More than `most` variables are cut down to those nearest to its focus; the rest is put away in the page as
        far as it has room, and the page says what is hidden.
    terms : Terms
        Names of entities, species, references and notes.
    language : Language
        The language in which it opens; the reader can switch.
    most : int
        The most variables shown.
    largest : int
        The most bytes of the page, as far as leaving out hidden parts can keep it there.
    home : str
        A relative address of the page to go back to; no such link when empty.

    Returns
    -------
    str
        HTML. No request to anywhere, the same text for the same picture.
    """
    every = focused(picture, most=most)
    part = _opening(every)
    variables, links = page_variables(part, terms, LETTERS), drawn_links(part)
    into, out = Counter(link.object.id for link in part.links), Counter(link.subject.id for link in part.links)
    rows = [claim_row(claim, link, terms) for link in links for claim in ordered_claims(link.link)]
    told = len(rows) if len(rows) <= _ROWS else _ROWS // 4
    drawing = drawing_of(part if len(part.variables) <= 2 * _STILL else focused(part, most=_STILL), terms)
    scales = {scale_of(one, terms) for one in every.variables}
    values: dict[str, object] = {
        "title": plain_label(part.title),
        "summary": plain_label(part.summary),
        "counts": {"variables": len(part.variables), "links": len(part.links), "claims": len(part.claims)},
        "hidden": {"variables": part.hidden_variables, "links": part.hidden_links},
        "filters": filters_of(every.mechanisms, drawn_links(every), terms),
        "scales": [{"value": one.value, "label": plain_label(SCALE_NAME[one])} for one in scales_of(scales)],
        "rows": rows[:told],
        "variables": [
            variable_row(one.variable, into, out, terms) for one in (variables if told == len(rows) else variables[: _ROWS // 4])
        ],
        "styles": asset("base.css") + asset("graph.css") + asset("graph_explore.css"),
        "scenes": _scenes(every, terms),
        "acts": [{"value": one.value, "label": plain_label(DONE[one])} for one in Action],
        "home": home,
        "still": svg_of(drawing, drawing.wide, title=part.title, name="print"),
        "data": embedded(explore_data(part, variables, links, terms, language) | {"everything": len(every.variables)}),
        "beyond": "",
        "scripts": [vis_script(), *(asset(name) for name in _SCRIPTS)],
    }
    page = rendered("graph_explore.html.j2", language, values)
    if not part.beyond_variables and not part.beyond_links and told == len(rows):
        return page
    values["beyond"] = beyond_text(part, rows[told:], terms, room=largest - len(page.encode()) - 200)
    return rendered("graph_explore.html.j2", language, values)


def _opening(picture: GraphPicture) -> GraphPicture:
    """What the page opens with: the start, with the rest put away as the nearest of what lies beyond."""
    if not picture.start:
        return picture
    kept = set(picture.start)
    variables = tuple(one for one in picture.variables if one.id in kept)
    links = tuple(link for link in picture.links if {link.subject.id, link.object.id} <= kept)
    return replace(
        picture,
        variables=variables,
        links=links,
        hidden_variables=picture.hidden_variables + len(picture.variables) - len(variables),
        hidden_links=picture.hidden_links + len(picture.links) - len(links),
        beyond_variables=(*(one for one in picture.variables if one.id not in kept), *picture.beyond_variables),
        beyond_links=(*(link for link in picture.links if not {link.subject.id, link.object.id} <= kept), *picture.beyond_links),
    )


def _scenes(picture: GraphPicture, terms: Terms) -> list[dict[str, object]]:
    """What can be shown at once: the start, each mechanism, the chains that were asked for, everything."""
    start = [("start", Label(en=f"Overview ({len(picture.start)})", zh=f"概览（{len(picture.start)}）"))] if picture.start else []
    held = [(one.id, mechanism_label(terms, one.id)) for one in picture.mechanisms] if len(picture.mechanisms) > 1 else []
    path = ("path", Label(en="Chains found", zh="找到的因果链"))
    every = ("all", Label(en=f"Everything ({len(picture.variables)})", zh=f"全部（{len(picture.variables)}）"))
    return [{"value": value, "label": plain_label(label)} for value, label in (*start, *held, path, every)]
