"""The data inside an explore page: what its scripts need of variables, links, mechanisms and observations, and what is put away."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterable, Sequence

from kgraph.model import Assumption, Because, Label, Language, Link, Mechanism, Variable
from kgraph.views.citations import evidence_text
from kgraph.views.drawing import SCALE_NAME, DrawnLink, DrawnVariable, Scale, drawn_links, page_variables
from kgraph.views.explanation import ordered_claims
from kgraph.views.naming import Terms, label_of, mechanism_label, shown_label
from kgraph.views.network import network_of
from kgraph.views.page_parts import NO_MECHANISM, claim_row, names_of
from kgraph.views.pages import plain_label
from kgraph.views.picture import GraphPicture, Watched
from kgraph.views.reasons import AGREEMENT, ASSUMED, DONE, PUSHED, REASON
from kgraph.views.sentences import sentence
from kgraph.views.words import CHANGE, LAYER_BADGE

LETTERS = 26
"""The letters of a line in a box: broad boxes of few lines leave room for many rows."""

_SHARES = (1.0, 0.8, 0.6, 0.45, 0.3, 0.15, 0.05)
_SAMPLE = 300


def explore_data(
    picture: GraphPicture, variables: Sequence[DrawnVariable], links: Sequence[DrawnLink], terms: Terms, language: Language
) -> dict[str, object]:
    """Everything the scripts of the page need at once; nodes, edges and options come from pyvis."""
    every = sorted({one.id for one in picture.mechanisms} | {one for claim in picture.claims for one in claim.mechanisms})
    ordered = [one.id for one in picture.mechanisms] + [one for one in every if one not in {each.id for each in picture.mechanisms}]
    return {
        **network_of(variables, links, language),
        "variables": {one.box.id: _variable(one, terms) for one in variables},
        "links": [_link(one) for one in links],
        "entities": _entities([one.variable for one in variables], terms),
        "mechanisms": [{"id": one, "label": plain_label(mechanism_label(terms, one)), "part_of": _parent(one, picture)} for one in ordered],
        "scales": {scale.value: plain_label(SCALE_NAME[scale]) for scale in Scale},
        "badges": {layer.value: letter for layer, letter in LAYER_BADGE.items()},
        "order": [one.box.id for one in variables],
        "focus": list(picture.focus),
        "start": list(picture.start),
        "hidden": {"variables": picture.hidden_variables, "links": picture.hidden_links},
        "beyond": {"variables": len(picture.beyond_variables), "links": len(picture.beyond_links)},
        "observations": [_observed(one, terms) for one in picture.observed],
        "outdone": [[one.subject.id, one.object.id, _claims(one)] for one in picture.outdone],
        "words": _words(),
    }


def beyond_text(picture: GraphPicture, first: Sequence[dict[str, object]], terms: Terms, *, room: int) -> str:
    """What is hidden, as JSON, compressed and in base64, within so many bytes; empty where not even names and links have room.

    The `first` rows are of claims that are shown, and are always kept. Claims of the links are kept from the nearest outwards; then the
    farthest variables are left out.
    """
    variables = page_variables(_only_beyond(picture), terms, LETTERS)
    links = _by_distance(picture, drawn_links(_only_beyond(picture)))
    shown = {one.id for one in picture.variables}
    for share in _SHARES:
        inside = variables[: round(len(variables) * share)]
        ids = shown | {one.variable.id for one in inside}
        near = [link for link in links if link.link.subject.id in ids and link.link.object.id in ids]
        text = _packed(inside, near, first, terms)
        if len(text) <= room:
            return _with_rows(inside, near, first, terms, room) or text
    return ""


def _with_rows(
    inside: Sequence[DrawnVariable], links: Sequence[DrawnLink], first: Sequence[dict[str, object]], terms: Terms, room: int
) -> str:
    """The same with the claims of as many links, nearest first, as there is room for; empty where there is none."""
    bare = len(_packed(inside, links, first, terms))
    sample = [row for link in links[:_SAMPLE] for row in _rows(link, terms)]
    each = max(1.0, (len(_packed(inside, links, [*first, *sample], terms)) - bare) / max(1, min(_SAMPLE, len(links))))
    told = min(len(links), int((room - bare) / each))
    while told > 0:
        text = _packed(inside, links, [*first, *(row for link in links[:told] for row in _rows(link, terms))], terms)
        if len(text) <= room:
            return text
        told = int(told * min(0.95, room / len(text)))
    return ""


def _rows(link: DrawnLink, terms: Terms) -> list[dict[str, object]]:
    return [claim_row(claim, link, terms) for claim in ordered_claims(link.link)]


def _packed(variables: Sequence[DrawnVariable], links: Sequence[DrawnLink], rows: Sequence[dict[str, object]], terms: Terms) -> str:
    value = {
        "variables": {one.box.id: _variable(one, terms) for one in variables},
        "links": [[one.link.subject.id, one.link.object.id, one.link.sign.value, one.width, _link(one)] for one in links],
        "entities": _entities([one.variable for one in variables], terms),
        "rows": list(rows),
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return b64encode(gzip.compress(text.encode("utf-8", errors="replace"), compresslevel=9, mtime=0)).decode()


def _only_beyond(picture: GraphPicture) -> GraphPicture:
    return GraphPicture(title=picture.title, variables=picture.beyond_variables, links=picture.beyond_links)


def _by_distance(picture: GraphPicture, links: Iterable[DrawnLink]) -> list[DrawnLink]:
    """Links in the order in which growing the picture would meet them."""
    place = {one.id: number + 1 for number, one in enumerate(picture.beyond_variables)}
    return sorted(links, key=lambda one: max(place.get(one.link.subject.id, 0), place.get(one.link.object.id, 0)))


def _variable(one: DrawnVariable, terms: Terms) -> dict[str, object]:
    label = shown_label(one.variable)
    known = {label.en, label.zh, one.box.id}
    return {
        "label": plain_label(label),
        "lines": {"en": "\n".join(one.lines_en), "zh": "\n".join(one.lines_zh)},
        "names": [name for name in names_of(one.variable, terms) if name not in known],
        "entity": one.variable.entity if isinstance(one.variable, Variable) else "",
        "scale": one.scale.value,
        "width": one.box.width,
        "height": one.box.height,
    }


def _link(one: DrawnLink) -> dict[str, object]:
    """What stands on a link, claim by claim: only a claim that passes all filters shows its link."""
    return {
        "directness": one.directness.value,
        "ringed": one.ringed,
        "claims": _claims(one.link),
    }


def _claims(link: Link) -> list[list[object]]:
    return [[claim.id, claim.layer.value, list(claim.mechanisms) or [NO_MECHANISM]] for claim in ordered_claims(link)]


def _entities(variables: Iterable[object], terms: Terms) -> dict[str, object]:
    ids = sorted({one.entity for one in variables if isinstance(one, Variable) and one.entity})
    return {one: plain_label(label_of(terms, one)) for one in ids}


def _parent(identity: str, picture: GraphPicture) -> str:
    return next((one.part_of for one in picture.mechanisms if isinstance(one, Mechanism) and one.id == identity), "")


def _observed(one: Watched, terms: Terms) -> dict[str, object]:
    entry = one.observation
    return {
        "id": entry.id,
        "acts": [[act.variable.id, act.action.value] for act in one.interventions],
        "variable": entry.variable.id,
        "change": entry.change.value,
        "layer": entry.layer.value,
        "said": plain_label(sentence(entry, terms)),
        "evidence": [plain_label(evidence_text(piece, terms)) for piece in entry.evidence],
    }


def _words() -> dict[str, object]:
    """The words of predictions, the same as ``kgraph what-if`` prints."""

    def said(words: Iterable[tuple[str, Label]]) -> dict[str, object]:
        return {key: plain_label(label) for key, label in words}

    return {
        "change": said((one.value, label) for one, label in CHANGE.items()),
        "because": said((one.value, label) for one, label in REASON.items()) | {"pushed": plain_label(PUSHED)},
        "done": said((one.value, label) for one, label in DONE.items()),
        "assumed": plain_label(ASSUMED[Assumption.STABLE]),
        "limit": plain_label(REASON[Because.LIMIT]),
        "agreement": said((one.value, label) for one, label in AGREEMENT.items()),
    }
