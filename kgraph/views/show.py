"""Everything known about one thing, as text and as JSON. What is set out, and in which order: `dossier.py`."""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import Claim, Entity, Entry, Label, Language, Locator, Mechanism, Note, Reference, Result, Term
from kgraph.views.citations import evidence_details, evidence_text
from kgraph.views.dossier import Dossier, grouped, kind_of, term_rows
from kgraph.views.explanation import claim_marks
from kgraph.views.json_parts import Json, label_json, term_json
from kgraph.views.json_shapes import entry_json, mechanism_json, note_json, result_json
from kgraph.views.naming import Terms, label_of, schema_word, shown_label
from kgraph.views.sentences import sentence
from kgraph.views.words import ARROW, KIND, LAYER, matter_label
from kgraph.views.writing import Lines


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
    for row in term_rows(term, terms):
        en, zh = ", ".join(value.en for value, _ in row.values), "、".join(value.zh for value, _ in row.values)
        lines.say(Label(en=f"{row.what.en}: {en}", zh=f"{row.what.zh}：{zh}"))


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
    for name, entries in grouped(dossier):
        lines.gap()
        count = len(entries)
        lines.say(Label(en=f"{name.en} ({count})", zh=f"{name.zh}（{count}）"), style="bold")
        for entry in entries:
            layer = LAYER[entry.layer]
            text = sentence(entry, terms)
            first = f"{ARROW[entry.sign]} " if isinstance(entry, Claim) else "• "
            tail = Label(en=f"[{layer.en}] {entry.id}", zh=f"［{layer.zh}］{entry.id}")
            lines.say(Label(en=f"{text.en} {tail.en}", zh=f"{text.zh}{tail.zh}"), indent=2, first=first)


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
