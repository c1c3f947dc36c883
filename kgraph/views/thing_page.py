"""The page of one thing in a site: what it is, what is said of it, on what evidence, each leading on to its own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kgraph.model import Claim, Entry, Evidence, Label, Language, Note, Term, Variable
from kgraph.views.citations import evidence_details, evidence_text
from kgraph.views.dossier import Dossier, grouped, kind_of, term_rows
from kgraph.views.drawing import drawing_of
from kgraph.views.naming import Terms, label_of, mechanism_label, reference_of, schema_word, shown_label
from kgraph.views.pages import asset, embedded, plain_label, rendered
from kgraph.views.picture import GraphPicture
from kgraph.views.sentences import sentence
from kgraph.views.svg import svg_of
from kgraph.views.words import ARROW, KIND, LAYER, matter_label
from kgraph.vocabulary.prefixes import expand

_UP = "../"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands: the addresses of all pages relative to the site, and of its index and its interactive graph."""

    addresses: Mapping[str, str] = field(default_factory=dict)
    home: str = "index.html"
    graph: str = "graph.html"


def thing_page(
    dossier: Dossier, terms: Terms, place: Place, *, picture: GraphPicture | None = None, language: Language = Language.EN
) -> str:
    """A dossier as a page that stands one folder below the index.

    Parameters
    ----------
    dossier : Dossier
        A term or an entry, and what is known about it.
    terms : Terms
        Names of entities, species, references and notes.
    place : Place
        What can be linked to; a thing without an address is named and not linked.
    picture : GraphPicture, optional
        Its neighbourhood.
    language : Language
        The language in which it opens.

    Returns
    -------
    str
        HTML; no script is needed to read it, and nothing is requested.
    """
    thing = dossier.thing
    links = _Links(place)
    values: dict[str, object] = {
        "title": plain_label(_title(thing, terms)),
        "summary": plain_label(_summary(dossier, terms)),
        "kind": plain_label(_kind(thing, terms)),
        "id": thing.id,
        "iri": thing.iri if not isinstance(thing, Note) else "",
        "arrow": ARROW[thing.sign] if isinstance(thing, Claim) else "",
        "sign": thing.sign.value if isinstance(thing, Claim) else "",
        "layer": _layer(thing),
        "rows": [*_rows(thing, terms, links), *_names(thing)],
        "evidence": [_piece(piece, terms, links) for piece in thing.evidence] if isinstance(thing, Entry) else [],
        "narrower": isinstance(thing, Variable),
        "variables": [_linked(shown_label(one), one.id, links) for one in dossier.variables],
        "groups": [(plain_label(name), [_entry(one, terms, links) for one in entries]) for name, entries in grouped(dossier)],
        "notes": [_note(note, terms, links) for note in dossier.notes],
        "drawing": _drawn(picture, terms) if picture and picture.links else "",
        "explore": f"{_UP}{place.graph}#select={thing.id}" if isinstance(thing, Variable) and picture and picture.links else "",
        "home": _UP + place.home,
        "styles": asset("base.css") + asset("site.css"),
        "scripts": [asset("language.js"), asset("list.js")],
        "data": embedded({}),
    }
    return rendered("thing.html.j2", language, values)


class _Links:
    """From ids to addresses as seen from a page one folder down."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def to(self, identity: str) -> str:
        """The address of the page of a thing, empty where it has none."""
        path = self._place.addresses.get(identity, "")
        return _UP + path if path else ""


def _linked(label: Label, identity: str, links: _Links) -> dict[str, object]:
    return {"label": plain_label(label), "href": links.to(identity), "outside": "", "id": identity}


def _title(thing: object, terms: Terms) -> Label:
    if isinstance(thing, Entry):
        return sentence(thing, terms)
    return shown_label(thing) if isinstance(thing, Term) else Label(en=str(thing))


def _summary(dossier: Dossier, terms: Terms) -> Label:
    """One sentence for those who see only that."""
    count, kind = len(dossier.entries), _kind(dossier.thing, terms)
    if isinstance(dossier.thing, Entry):
        return Label()
    return Label(
        en=f"{kind.en}; {count} {'entry speaks' if count == 1 else 'entries speak'} of it.",
        zh=f"{kind.zh}；有{count}条记录提及。",
    )


def _kind(thing: object, terms: Terms) -> Label:
    word = kind_of(thing)  # type: ignore[arg-type]
    kind = KIND.get(word, Label(en=word, zh=word))
    named = getattr(thing, "kind", "")
    if named and named != "Entity":
        what = schema_word(terms, named)
        return Label(en=f"{kind.en}, {what.en}", zh=f"{kind.zh}，{what.zh}")
    return kind


def _layer(thing: object) -> dict[str, object] | None:
    if not isinstance(thing, Entry):
        return None
    return {"name": thing.layer.value, "label": plain_label(LAYER[thing.layer])}


def _rows(thing: object, terms: Terms, links: _Links) -> list[tuple[dict[str, str], list[dict[str, object]]]]:
    """The fields of a thing, with what they name linked."""
    if isinstance(thing, Term):
        return [
            (plain_label(row.what), [_linked(label, identity, links) for label, identity in row.values]) for row in term_rows(thing, terms)
        ]
    if not isinstance(thing, Entry):
        return []
    rows = []
    for what, ends in _ends(thing):
        rows.append((plain_label(what), [_linked(shown_label(end), end.id, links) for end in ends]))
    if thing.mechanisms:
        named = [_linked(mechanism_label(terms, one), one, links) for one in thing.mechanisms]
        rows.append((plain_label(Label(en="mechanism", zh="机制")), named))
    if isinstance(thing, Claim) and thing.mediators:
        named = [_linked(label_of(terms, one), one, links) for one in thing.mediators]
        rows.append((plain_label(Label(en="by way of", zh="经由")), named))
    if isinstance(thing, Claim) and thing.rule:
        rows.append(
            (plain_label(Label(en="derived by the rule", zh="推导规则")), [_linked(label_of(terms, thing.rule), thing.rule, links)])
        )
    if isinstance(thing, Claim) and thing.premises:
        named = [_linked(Label(en=one, zh=one), one, links) for one in thing.premises]
        rows.append((plain_label(Label(en="premises", zh="前提")), named))
    return rows


_END_FIELDS = (
    ("subject", Label(en="subject", zh="主语")),
    ("object", Label(en="object", zh="宾语")),
    ("raised", Label(en="raised", zh="升高者")),
    ("lowered", Label(en="lowered", zh="降低者")),
    ("blocked", Label(en="blocked", zh="阻断者")),
    ("variable", Label(en="variable seen", zh="所观察变量")),
    ("population", Label(en="population", zh="人群")),
    ("intervention", Label(en="intervention", zh="干预")),
    ("comparator", Label(en="comparator", zh="对照")),
    ("route", Label(en="route", zh="给药途径")),
    ("outcome", Label(en="outcome", zh="结局")),
)


def _ends(entry: Entry) -> list[tuple[Label, tuple[Term, ...]]]:
    """The terms that an entry speaks of, by the part that they play in it."""
    found = []
    for name, what in _END_FIELDS:
        value = getattr(entry, name, None)
        terms = value if isinstance(value, tuple) else (value,) if isinstance(value, Term) else ()
        if terms:
            found.append((what, terms))
    return found


def _names(thing: object) -> list[tuple[dict[str, str], list[dict[str, object]]]]:
    """Synonyms and identifiers; an identifier leads to where it lives."""
    if not isinstance(thing, Term):
        return []
    rows: list[tuple[dict[str, str], list[dict[str, object]]]] = []
    if thing.synonyms:
        plain: list[dict[str, object]] = [{"label": {"en": one, "zh": one}, "href": "", "outside": "", "id": ""} for one in thing.synonyms]
        rows.append((plain_label(Label(en="also called", zh="又称")), plain))
    named: list[dict[str, object]] = []
    for one in thing.identifiers:
        doubt = Label() if one.verified else Label(en=", not verified", zh="，未核实")
        label = Label(en=f"{one.curie} ({one.mapping}{doubt.en})", zh=f"{one.curie}（{one.mapping}{doubt.zh}）")
        named.append({"label": plain_label(label), "href": "", "outside": _outside(one.curie), "id": ""})
    if named:
        rows.append((plain_label(Label(en="identifiers", zh="标识符")), named))
    return rows


def _outside(curie: str) -> str:
    """The address of an identifier in its own registry; empty for what is not a web address."""
    iri = expand(curie)
    return iri if iri.startswith(("https://", "http://")) and not iri.startswith("https://w3id.org/kgraph/") else ""


def _piece(piece: Evidence, terms: Terms, links: _Links) -> dict[str, object]:
    rests = [piece.reference, *piece.cites]
    papers = [reference.match for one in piece.cites if (reference := reference_of(terms, one)) and reference.match]
    return {
        "text": plain_label(evidence_text(piece, terms)),
        "disputes": piece.bearing.value == "DISPUTES",
        "details": [(plain_label(what), plain_label(value)) for what, value in evidence_details(piece, terms)],
        "references": [_linked(label_of(terms, one), one, links) for one in dict.fromkeys([*rests, *papers]) if one],
        "id": piece.id,
    }


def _entry(entry: Entry, terms: Terms, links: _Links) -> dict[str, object]:
    return {
        "id": entry.id,
        "href": links.to(entry.id),
        "arrow": ARROW[entry.sign] if isinstance(entry, Claim) else "•",
        "sign": entry.sign.value if isinstance(entry, Claim) else "",
        "sentence": plain_label(sentence(entry, terms)),
        "layer": entry.layer.value,
        "layer_name": plain_label(LAYER[entry.layer]),
    }


def _note(note: Note, terms: Terms, links: _Links) -> dict[str, object]:
    return {
        "id": note.id,
        "matter": plain_label(matter_label(note.matter)),
        "text": plain_label(note.text),
        "found": plain_label(note.found) if note.found.en or note.found.zh else None,
        "checked": [_linked(label_of(terms, one), one, links) for one in note.checked],
        "verified": note.verified,
        "about": [_linked(Label(en=one, zh=one), one, links) for one in note.about],
    }


def _drawn(picture: GraphPicture, terms: Terms) -> str:
    drawing = drawing_of(picture, terms)
    return svg_of(drawing, drawing.wide, title=picture.title, name="near")
