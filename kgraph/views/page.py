"""The interactive graph page: one HTML file that works from a memory stick, looks the same at each load, and runs no label as script."""

from __future__ import annotations

from collections import Counter

from kgraph.model import Claim, Explanation, Label, Language, Layer, Sign, Term, Variable
from kgraph.views.citations import evidence_summary, evidence_text
from kgraph.views.drawing import DIRECTNESS_NAME, SCALE_NAME, Directness, Drawing, DrawnLink, Scale, drawing_of
from kgraph.views.explanation import claim_marks, ordered_claims
from kgraph.views.layout import Placement
from kgraph.views.naming import Terms, label_of, mechanism_label, shown_label, slug_of, term_of
from kgraph.views.network import network_of, vis_script
from kgraph.views.pages import asset, embedded, plain_label, rendered
from kgraph.views.picture import GraphPicture, focused
from kgraph.views.sentences import claim_sentence
from kgraph.views.story import explanation_story
from kgraph.views.svg import legend_line, svg_of
from kgraph.views.words import ARROW, LAYER, LAYER_BADGE, LAYER_MEANING, SIGN_NAME

_NO_MECHANISM = "none"


def graph_page(picture: GraphPicture, terms: Terms, *, language: Language = Language.EN, most: int = 150, home: str = "") -> str:
    """A picture as an interactive page, drawn by vis-network.

    Parameters
    ----------
    picture : GraphPicture
        What to show. More than `most` variables are cut down to those nearest to its focus, and the page says what is hidden.
    terms : Terms
        Names of entities, species, references and notes.
    language : Language
        The language in which it opens; the reader can switch.
    most : int
        The most variables shown.
    home : str
        A relative address of the page to go back to; no such link when empty.

    Returns
    -------
    str
        HTML. No request to anywhere, the same text for the same picture.
    """
    part = focused(picture, most=most)
    drawing = drawing_of(part, terms)
    values = _values(part, drawing, terms, home)
    values["still"] = svg_of(drawing, drawing.wide, title=part.title, name="print")
    values["data"] = embedded({**network_of(drawing, language), **_data(drawing, terms)})
    values["scripts"] = [vis_script(), *(asset(name) for name in ("language.js", "search.js", "canvas.js", "graph.js"))]
    return rendered("graph.html.j2", language, values)


def story_page(
    picture: GraphPicture, explanation: Explanation, terms: Terms, *, language: Language = Language.EN, graph: str = "", home: str = ""
) -> str:
    """Chains told step by step beside their picture, which is SVG: a page of some hundred kB with the manners of `graph_page`.

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
    return {
        "title": plain_label(picture.title),
        "summary": plain_label(picture.summary),
        "counts": {"variables": len(picture.variables), "links": len(picture.links), "claims": len(picture.claims)},
        "hidden": {"variables": picture.hidden_variables, "links": picture.hidden_links},
        "filters": _filters(picture, drawing, terms),
        "scales": [{"value": scale.value, "label": plain_label(SCALE_NAME[scale])} for scale in _scales(drawing)],
        "rows": [_row(claim, link, terms) for link in drawing.links for claim in ordered_claims(link.link)],
        "variables": [_variable_row(one.variable, picture, terms) for one in drawing.variables],
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
                "names": _names(one.variable, terms),
                "scale": one.scale.value,
            }
            for one in drawing.variables
        },
        "links": {link.id: _link(link) for link in drawing.links},
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


def _names(term: Term, terms: Terms) -> list[str]:
    """Everything by which a variable can be searched: labels, synonyms, ids, identifiers, and those of its entity."""
    entity = term_of(terms, term.entity) if isinstance(term, Variable) else None
    names: list[str] = []
    for one in (term, entity):
        if one is not None:
            names += [one.label.en, one.label.zh, *one.synonyms, one.id, slug_of(one.id), *(each.curie for each in one.identifiers)]
    return [name for name in dict.fromkeys(names) if name]


def _link(drawn: DrawnLink) -> dict[str, object]:
    link = drawn.link
    return {
        "subject": link.subject.id,
        "object": link.object.id,
        "sign": link.sign.value,
        "directness": drawn.directness.value,
        "claims": [claim.id for claim in link.claims],
        "layers": [layer.value for layer in drawn.badge],
        "mechanisms": sorted({one for claim in link.claims for one in claim.mechanisms}) or [_NO_MECHANISM],
        "badge": "".join(LAYER_BADGE[layer] for layer in drawn.badge if layer is not Layer.REVIEW),
        "ringed": drawn.ringed,
    }


def _filters(picture: GraphPicture, drawing: Drawing, terms: Terms) -> list[dict[str, object]]:
    """The legend: groups of entries, each a check-box with the number of links it stands for."""
    links = [_link(link) for link in drawing.links]
    signs = Counter(link.link.sign for link in drawing.links)
    ways = Counter(link.directness for link in drawing.links)
    layers = Counter(layer for link in drawing.links for layer in link.badge)
    held = Counter(one for link in links for one in _listed(link["mechanisms"]))
    known = [one.id for one in picture.mechanisms if held[one.id]]
    ids = known + sorted(one for one in held if one not in known and one != _NO_MECHANISM)
    groups = [
        _group(
            "sign",
            Label(en="Effect (arrow head)", zh="作用（箭头）"),
            [
                (sign.value, SIGN_NAME[sign], signs[sign], legend_line("head", sign, name=f"legend-{sign.name.lower()}"))
                for sign in Sign
                if signs[sign]
            ],
        ),
        _group(
            "directness",
            Label(en="Line", zh="线型"),
            [(way.value, DIRECTNESS_NAME[way], ways[way], legend_line(way.value, name="legend")) for way in Directness if ways[way]],
        ),
        _group(
            "layer",
            Label(en="Layer (badge)", zh="层（标记）"),
            [(layer.value, _layer_name(layer), layers[layer], "") for layer in Layer if layers[layer]],
        ),
    ]
    mechanisms = [(one, mechanism_label(terms, one), held[one], "") for one in ids]
    if held[_NO_MECHANISM]:
        mechanisms.append((_NO_MECHANISM, Label(en="in no mechanism", zh="不属于任何机制"), held[_NO_MECHANISM], ""))
    return [*groups, _group("mechanism", Label(en="Mechanism", zh="机制"), mechanisms)]


def _group(name: str, label: Label, entries: list[tuple[str, Label, int, str]]) -> dict[str, object]:
    return {
        "name": name,
        "label": plain_label(label),
        "entries": [
            {"value": value, "label": plain_label(text), "count": count, "sample": sample} for value, text, count, sample in entries
        ],
    }


def _layer_name(layer: Layer) -> Label:
    name, meaning = LAYER[layer], LAYER_MEANING[layer]
    badge = "" if layer is Layer.REVIEW else f"{LAYER_BADGE[layer]} "
    return Label(en=f"{badge}{name.en}: {meaning.en}", zh=f"{badge}{name.zh}：{meaning.zh}")


def _scales(drawing: Drawing) -> list[Scale]:
    used = {one.scale for one in drawing.variables}
    return [scale for scale in Scale if scale in used]


def _row(claim: Claim, drawn: DrawnLink, terms: Terms) -> dict[str, object]:
    """A claim for the table of claims, which is also what the panel shows."""
    return {
        "id": claim.id,
        "link": drawn.id,
        "sign": claim.sign.value,
        "arrow": ARROW[claim.sign],
        "sign_name": plain_label(SIGN_NAME[claim.sign]),
        "sentence": plain_label(claim_sentence(claim, terms)),
        "layer": claim.layer.value,
        "layer_name": plain_label(LAYER[claim.layer]),
        "mechanisms": [plain_label(mechanism_label(terms, one)) for one in claim.mechanisms],
        "evidence": [
            {
                "text": plain_label(evidence_text(piece, terms)),
                "disputes": piece.bearing.value == "DISPUTES",
                "details": plain_label(evidence_summary(piece, terms)),
            }
            for piece in claim.evidence
        ],
        "marks": [plain_label(mark) for mark in claim_marks(claim, terms)],
        "ringed": drawn.ringed,
    }


def _variable_row(variable: Term, picture: GraphPicture, terms: Terms) -> dict[str, object]:
    entity = label_of(terms, variable.entity) if isinstance(variable, Variable) else shown_label(variable)
    return {
        "id": variable.id,
        "label": plain_label(shown_label(variable)),
        "entity": plain_label(entity),
        "into": sum(link.object.id == variable.id for link in picture.links),
        "out": sum(link.subject.id == variable.id for link in picture.links),
    }


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
