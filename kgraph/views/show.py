"""Everything known about one thing, as text and as JSON. What is gathered, and how: whoever fills the `Dossier`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgraph.model import Claim, Entity, Entry, Label, Language, Locator, Mechanism, Note, Reference, Result, Term, Variable
from kgraph.views.citations import confidence_label, evidence_details, evidence_text, reference_line
from kgraph.views.explanation import claim_marks
from kgraph.views.json_parts import Json, label_json, term_json
from kgraph.views.json_shapes import entry_json, mechanism_json, note_json, result_json
from kgraph.views.naming import Terms, label_of, schema_word, shown_label
from kgraph.views.sentences import sentence
from kgraph.views.words import ARROW, KIND, LAYER, matter_label
from kgraph.views.writing import Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One thing and what is known about it.

    `variables` are those of an entity, or those narrower than a variable; `entries` all claims, associations, descriptions,
    observations and results that speak of the thing or rest on it; `notes` those on the thing or on these entries.
    """

    thing: Term | Entry | Note | Locator
    variables: tuple[Variable, ...] = ()
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()


_GROUPS = (
    Label(en="What acts on it", zh="作用于它的"),
    Label(en="What it acts on", zh="它所作用的"),
    Label(en="Claims", zh="主张"),
    Label(en="Associations", zh="关联"),
    Label(en="Observations", zh="观察"),
    Label(en="Descriptions", zh="描述"),
    Label(en="Results", zh="结果"),
)


def show_text(
    dossier: Dossier,
    terms: Terms,
    *,
    languages: Sequence[Language] = (Language.EN,),
    colour: bool = False,
    width: int | None = None,
) -> str:
    """A dossier for a person; parameters as in `explanation_text`."""
    lines = Lines(languages, colour=colour, width=width)
    thing = dossier.thing
    if isinstance(thing, Term):
        _tell_term(lines, thing, terms)
    elif isinstance(thing, Entry):
        _tell_entry(lines, thing, terms)
    elif isinstance(thing, Note):
        _tell_note(lines, thing, terms)
    else:
        _tell_locator(lines, thing)
    if dossier.variables:
        lines.gap()
        lines.say(Label(en="Variables", zh="变量"), style="bold")
        for variable in dossier.variables:
            name = shown_label(variable)
            lines.say(Label(en=f"{name.en} ({variable.id})", zh=f"{name.zh}（{variable.id}）"), indent=2)
    _tell_entries(lines, dossier, terms)
    for note in dossier.notes:
        lines.gap()
        _tell_note(lines, note, terms)
    return lines.text()


def show_json(dossier: Dossier, terms: Terms) -> Json:
    """A dossier as plain values: the thing under its kind, then `variables`, `entries` (results in their own shape) and `notes`."""
    return {
        "kind": kind_of(dossier.thing),
        "thing": _thing_json(dossier.thing, terms),
        "variables": [term_json(variable, terms) for variable in dossier.variables],
        "entries": [_entry_json(entry, terms) for entry in dossier.entries],
        "notes": [note_json(note) for note in dossier.notes],
    }


def kind_of(thing: Term | Entry | Note | Locator) -> str:
    """The word for the kind of a thing: ``entity``, ``claim``, ``note`` …"""
    return type(thing).__name__.lower()


def _tell_term(lines: Lines, term: Term, terms: Terms) -> None:
    label, kind = shown_label(term), KIND.get(kind_of(term), Label(en="term", zh="术语"))
    if isinstance(term, Entity) and term.kind != "Entity":
        what = schema_word(terms, term.kind)
        kind = Label(en=f"{kind.en}, {what.en}", zh=f"{kind.zh}，{what.zh}")
    both = f"{label.en} · {label.zh}" if label.zh != label.en else label.en
    lines.say(Label(en=both, zh=both), style="bold")
    lines.say(Label(en=f"{term.id} ({kind.en})", zh=f"{term.id}（{kind.zh}）"))
    lines.say(Label(en=term.iri, zh=term.iri), style="dim")
    if term.synonyms:
        names = "; ".join(term.synonyms)
        lines.say(Label(en=f"also called: {names}", zh=f"又称：{names}"))
    if term.identifiers:
        words = [f"{one.curie} ({one.mapping}{'' if one.verified else ', not verified'})" for one in term.identifiers]
        lines.say(Label(en="identifiers: " + ", ".join(words), zh="标识符：" + "，".join(words)))
    for name, value in _term_rows(term, terms):
        lines.say(Label(en=f"{name.en}: {value.en}", zh=f"{name.zh}：{value.zh}"))


def _term_rows(term: Term, terms: Terms) -> list[tuple[Label, Label]]:
    """The fields that one kind of term has, as (what, value); absent ones are left out."""
    rows: list[tuple[Label, Label]] = []

    def add(what: Label, identities: Iterable[str]) -> None:
        names = [label_of(terms, one) for one in identities if one]
        if names:
            rows.append((what, Label(en=", ".join(name.en for name in names), zh="、".join(name.zh for name in names))))

    if isinstance(term, Variable):
        rows.append((Label(en="aspect", zh="方面"), schema_word(terms, term.aspect) if term.aspect else Label()))
        add(Label(en="entity", zh="实体"), [term.entity])
        add(Label(en="species", zh="物种"), [term.species])
        add(Label(en="region", zh="脑区"), [term.region])
        add(Label(en="cell type", zh="细胞类型"), [term.cell_type])
    if isinstance(term, Variable | Entity):
        add(Label(en="narrower than", zh="上位"), term.broader)
    if isinstance(term, Mechanism):
        rows.append((Label(en="number", zh="编号"), Label(en=term.number, zh=term.number)))
        rows.append((Label(en="summary", zh="概要"), term.summary))
        add(Label(en="branch of", zh="所属机制"), [term.part_of])
    if isinstance(term, Reference):
        rows.append((Label(en="citation", zh="文献"), reference_line(term)))
        rows.append((Label(en="status", zh="状态"), Label(en=term.status, zh=term.status)))
        if term.number:
            add(Label(en="points to", zh="所指文献"), [term.match])
            rows.append((Label(en="match", zh="匹配"), confidence_label(term)))
        rows.append((Label(en="comment", zh="说明"), term.comment))
    return [(what, value) for what, value in rows if value.en or value.zh]


def _tell_entry(lines: Lines, entry: Entry, terms: Terms) -> None:
    kind, layer = KIND.get(kind_of(entry), Label()), LAYER[entry.layer]
    lines.say(sentence(entry, terms), style="bold", first=f"{ARROW[entry.sign]} " if isinstance(entry, Claim) else "")
    lines.say(Label(en=f"{entry.id} ({kind.en}, {layer.en})", zh=f"{entry.id}（{kind.zh}，{layer.zh}）"))
    lines.say(Label(en=entry.iri, zh=entry.iri), style="dim")
    for mechanism in entry.mechanisms:
        name = label_of(terms, mechanism)
        lines.say(Label(en=f"mechanism: {name.en}", zh=f"机制：{name.zh}"))
    for piece in entry.evidence:
        lines.say(evidence_text(piece, terms), indent=2, first="• ")
        for what, value in evidence_details(piece, terms):
            lines.say(Label(en=f"{what.en}: {value.en}", zh=f"{what.zh}：{value.zh}"), indent=4, style="dim")
    if isinstance(entry, Claim):
        for mark in claim_marks(entry, terms):
            lines.say(mark, indent=2, first="! ", style="warn")


def _tell_note(lines: Lines, note: Note, terms: Terms) -> None:
    about = ", ".join(note.about)
    lines.say(Label(en=f"Note ({note.matter}) on {about}", zh=f"注记（{matter_label(note.matter).zh}），关于{about}"), style="bold")
    lines.say(note.text, indent=2)
    if note.found.en or note.found.zh:
        lines.say(Label(en=f"the paper says: {note.found.en}", zh=f"文献所述：{note.found.zh}"), indent=2)
    for reference in note.checked:
        name = label_of(terms, reference)
        lines.say(Label(en=f"checked in: {name.en}", zh=f"核对文献：{name.zh}"), indent=2, style="dim")
    if not note.verified:
        lines.say(Label(en="not verified", zh="未核实"), indent=2, style="dim")


def _tell_locator(lines: Lines, locator: Locator) -> None:
    where = f"{locator.source}, section {locator.section}, {locator.sentence}"
    lines.say(Label(en=where, zh=where), style="bold")
    span = f"{locator.start}-{locator.end} sha256:{locator.checksum}"
    lines.say(Label(en=f"{locator.id}: characters {span}", zh=f"{locator.id}：字符 {span}"))


def _tell_entries(lines: Lines, dossier: Dossier, terms: Terms) -> None:
    own = {dossier.thing.id, *(variable.id for variable in dossier.variables)}
    groups: list[list[Entry]] = [[] for _ in _GROUPS]
    for entry in dossier.entries:
        if entry.id != dossier.thing.id:
            groups[_group(entry, own)].append(entry)
    for name, entries in zip(_GROUPS, groups, strict=True):
        if not entries:
            continue
        lines.gap()
        count = len(entries)
        lines.say(Label(en=f"{name.en} ({count})", zh=f"{name.zh}（{count}）"), style="bold")
        for entry in entries:
            layer = LAYER[entry.layer]
            text = sentence(entry, terms)
            first = f"{ARROW[entry.sign]} " if isinstance(entry, Claim) else "• "
            tail = Label(en=f"[{layer.en}] {entry.id}", zh=f"［{layer.zh}］{entry.id}")
            lines.say(Label(en=f"{text.en} {tail.en}", zh=f"{text.zh}{tail.zh}"), indent=2, first=first)


def _group(entry: Entry, own: set[str]) -> int:
    """Which group an entry stands in: claims by the side on which the thing stands, all others by kind."""
    if isinstance(entry, Claim):
        return 0 if entry.object.id in own else 1 if entry.subject.id in own else 2
    return {"association": 3, "observation": 4, "description": 5, "result": 6}.get(kind_of(entry), 2)


def _entry_json(entry: Entry, terms: Terms) -> Json:
    return result_json(entry, terms) if isinstance(entry, Result) else entry_json(entry, terms)


def _thing_json(thing: Term | Entry | Note | Locator, terms: Terms) -> Json:
    if isinstance(thing, Mechanism):
        return mechanism_json(thing)
    if isinstance(thing, Reference):
        said: Json = {"citation": thing.citation, "number": thing.number, "match": thing.match or None, "confidence": thing.confidence}
        return {**term_json(thing, terms), **said, "status": thing.status, "comment": label_json(thing.comment)}
    if isinstance(thing, Term):
        return {**term_json(thing, terms), "synonyms": list(thing.synonyms)}
    if isinstance(thing, Entry):
        return _entry_json(thing, terms)
    if isinstance(thing, Note):
        return note_json(thing)
    return {
        "id": thing.id,
        "iri": thing.iri,
        "source": thing.source,
        "section": thing.section,
        "sentence": thing.sentence,
        "start": thing.start,
        "end": thing.end,
        "checksum": thing.checksum,
    }
