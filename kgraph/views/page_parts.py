"""What pages with a picture share: names to search, the legend as filters, and the rows of their tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kgraph.model import Claim, Label, Layer, Mechanism, Sign, Term, Variable
from kgraph.views.citations import evidence_summary, evidence_text
from kgraph.views.drawing import DIRECTNESS_NAME, SCALE_NAME, Directness, DrawnLink, Scale, scale_of
from kgraph.views.explanation import claim_marks
from kgraph.views.naming import Terms, label_of, mechanism_label, shown_label, slug_of, term_of
from kgraph.views.pages import plain_label
from kgraph.views.sentences import claim_sentence
from kgraph.views.svg import legend_line
from kgraph.views.words import ARROW, LAYER, LAYER_BADGE, LAYER_MEANING, SIGN_NAME

NO_MECHANISM = "none"


def names_of(term: Term, terms: Terms) -> list[str]:
    """Everything by which a variable can be searched: labels, synonyms, ids, identifiers, and those of its entity."""
    entity = term_of(terms, term.entity) if isinstance(term, Variable) else None
    names: list[str] = []
    for one in (term, entity):
        if one is not None:
            names += [one.label.en, one.label.zh, *one.synonyms, one.id, slug_of(one.id), *(each.curie for each in one.identifiers)]
    return [name for name in dict.fromkeys(names) if name]


def link_data(drawn: DrawnLink) -> dict[str, object]:
    """A link for a script: its ends and sign, how it is drawn, and what the filters of the legend ask."""
    link = drawn.link
    return {
        "subject": link.subject.id,
        "object": link.object.id,
        "sign": link.sign.value,
        "directness": drawn.directness.value,
        "claims": [claim.id for claim in link.claims],
        "layers": [layer.value for layer in drawn.badge],
        "mechanisms": sorted({one for claim in link.claims for one in claim.mechanisms}) or [NO_MECHANISM],
        "badge": "".join(LAYER_BADGE[layer] for layer in drawn.badge if layer is not Layer.REVIEW),
        "ringed": drawn.ringed,
    }


def filters_of(mechanisms: Sequence[Mechanism], drawn: Sequence[DrawnLink], terms: Terms) -> list[dict[str, object]]:
    """The legend: groups of entries, each a check-box with the number of links it stands for."""
    links = [link_data(link) for link in drawn]
    signs = Counter(link.link.sign for link in drawn)
    ways = Counter(link.directness for link in drawn)
    layers = Counter(layer for link in drawn for layer in link.badge)
    held = Counter(one for link in links for one in _listed(link["mechanisms"]))
    known = [one.id for one in mechanisms if held[one.id]]
    ids = known + sorted(one for one in held if one not in known and one != NO_MECHANISM)
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
    entries = [(one, mechanism_label(terms, one), held[one], "") for one in ids]
    if held[NO_MECHANISM]:
        entries.append((NO_MECHANISM, Label(en="in no mechanism", zh="不属于任何机制"), held[NO_MECHANISM], ""))
    scales = Counter(scale for link in drawn for scale in {scale_of(link.link.subject, terms), scale_of(link.link.object, terms)})
    groups.append(
        _group(
            "scale",
            Label(en="Scale (fill)", zh="层级（底色）"),
            [(one.value, SCALE_NAME[one], scales[one], _swatch(one)) for one in Scale if scales[one]],
        )
    )
    return [*groups, _group("mechanism", Label(en="Mechanism", zh="机制"), entries)]


def _swatch(scale: Scale) -> str:
    return f'<span class="swatch {scale.value}" aria-hidden="true"></span>'


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


def scales_of(used: set[Scale]) -> list[Scale]:
    """The scales that are met, in their order."""
    return [scale for scale in Scale if scale in used]


def claim_row(claim: Claim, drawn: DrawnLink, terms: Terms) -> dict[str, object]:
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


def variable_row(variable: Term, into: Mapping[str, int], out: Mapping[str, int], terms: Terms) -> dict[str, object]:
    """A variable for the table of variables."""
    entity = label_of(terms, variable.entity) if isinstance(variable, Variable) else shown_label(variable)
    return {
        "id": variable.id,
        "label": plain_label(shown_label(variable)),
        "entity": plain_label(entity),
        "into": into.get(variable.id, 0),
        "out": out.get(variable.id, 0),
    }


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []
