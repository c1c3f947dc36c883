"""Chains told beside their picture, as a page: one HTML file that works from a memory stick. The explore page: `explore.py`."""

from __future__ import annotations

from collections import Counter

from kgraph.model import Explanation, Language
from kgraph.views.drawing import SCALE_NAME, Drawing, drawing_of
from kgraph.views.explanation import ordered_claims
from kgraph.views.layout import Placement
from kgraph.views.naming import Terms, shown_label
from kgraph.views.page_parts import claim_row, filters_of, link_data, names_of, scales_of, variable_row
from kgraph.views.pages import asset, embedded, plain_label, rendered
from kgraph.views.picture import GraphPicture, focused
from kgraph.views.story import explanation_story
from kgraph.views.svg import svg_of


def story_page(
    picture: GraphPicture, explanation: Explanation, terms: Terms, *, language: Language = Language.EN, graph: str = "", home: str = ""
) -> str:
    """Chains told step by step beside their picture, which is SVG: a page of some hundred kB with the manners of the explore page.

    Parameters
    ----------
    picture : GraphPicture
        The variables and links of the chains, or of a whole mechanism.
    explanation : Explanation
        The chains to tell.
    terms : Terms
        Names of entities, species, references and notes.
    language : Language
        The language in which it opens.
    graph, home : str
        Relative addresses of the interactive page of the whole graph and of the page to go back to; left out when empty.
    """
    part = focused(picture)
    drawing = drawing_of(part, terms)
    values = _values(part, drawing, terms, home)
    values["drawings"] = {
        shape: svg_of(drawing, placement, title=part.title, name=shape, terms=terms)
        for shape, placement in (("wide", drawing.wide), ("narrow", drawing.narrow))
    }
    values["data"] = embedded(_data(drawing, terms))
    values["scripts"] = [asset(name) for name in ("language.js", "search.js", "drawn.js", "graph.js")]
    values["story"] = explanation_story(explanation, terms)
    values["graph"] = graph
    return rendered("graph.html.j2", language, values)


def _values(picture: GraphPicture, drawing: Drawing, terms: Terms, home: str) -> dict[str, object]:
    """What the template needs whatever the drawing surface."""
    into = Counter(link.object.id for link in picture.links)
    out = Counter(link.subject.id for link in picture.links)
    return {
        "title": plain_label(picture.title),
        "summary": plain_label(picture.summary),
        "counts": {"variables": len(picture.variables), "links": len(picture.links), "claims": len(picture.claims)},
        "hidden": {"variables": picture.hidden_variables, "links": picture.hidden_links},
        "filters": filters_of(picture.mechanisms, drawing.links, terms),
        "scales": [
            {"value": scale.value, "label": plain_label(SCALE_NAME[scale])} for scale in scales_of({one.scale for one in drawing.variables})
        ],
        "rows": [claim_row(claim, link, terms) for link in drawing.links for claim in ordered_claims(link.link)],
        "variables": [variable_row(one.variable, into, out, terms) for one in drawing.variables],
        "styles": asset("base.css") + asset("graph.css"),
        "home": home,
        "graph": "",
        "still": "",
        "drawings": {},
        "story": None,
    }


def _data(drawing: Drawing, terms: Terms) -> dict[str, object]:
    """What the script needs: both placements, names to search, and what each link stands for."""
    return {
        "order": [one.box.id for one in drawing.variables],
        "wide": _placement(drawing, drawing.wide),
        "narrow": _placement(drawing, drawing.narrow),
        "variables": {
            one.box.id: {
                "label": plain_label(shown_label(one.variable)),
                "lines": {"en": "\n".join(one.lines_en), "zh": "\n".join(one.lines_zh)},
                "names": names_of(one.variable, terms),
                "scale": one.scale.value,
            }
            for one in drawing.variables
        },
        "links": {link.id: link_data(link) for link in drawing.links},
    }


def _placement(drawing: Drawing, placement: Placement) -> dict[str, object]:
    """Centres in the order of the variables; bends and marks in the order of the links."""
    return {
        "width": placement.width,
        "height": placement.height,
        "centres": [list(placement.centres[one.box.id]) for one in drawing.variables],
        "bends": [curve.bend for curve in placement.curves],
        "marks": [[round(x), round(y)] for x, y in placement.marks],
    }
