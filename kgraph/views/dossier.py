"""Everything known about one thing, as a value, and how it is set out. As text and JSON: `show.py`; as a page: `thing_page.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Claim, Entity, Entry, Label, Locator, Mechanism, Note, Reference, Term, Variable
from kgraph.views.citations import confidence_label, reference_line
from kgraph.views.naming import Terms, label_of, schema_word


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One field of a thing: what it is, and its values; `id` is what a value names, empty for plain words."""

    what: Label
    values: tuple[tuple[Label, str], ...]


GROUPS = (
    Label(en="What acts on it", zh="作用于它的"),
    Label(en="What it acts on", zh="它所作用的"),
    Label(en="Claims", zh="主张"),
    Label(en="Associations", zh="关联"),
    Label(en="Observations", zh="观察"),
    Label(en="Descriptions", zh="描述"),
    Label(en="Results", zh="结果"),
)


def kind_of(thing: Term | Entry | Note | Locator) -> str:
    """The word for the kind of a thing: ``entity``, ``claim``, ``note`` …"""
    return type(thing).__name__.lower()


def grouped(dossier: Dossier) -> list[tuple[Label, tuple[Entry, ...]]]:
    """The entries under their headings, claims by the side on which the thing stands; no empty group, never the thing itself."""
    own = {dossier.thing.id, *(variable.id for variable in dossier.variables)}
    groups: list[list[Entry]] = [[] for _ in GROUPS]
    for entry in dossier.entries:
        if entry.id != dossier.thing.id:
            groups[_group(entry, own)].append(entry)
    return [(name, tuple(entries)) for name, entries in zip(GROUPS, groups, strict=True) if entries]


def term_rows(term: Term, terms: Terms) -> list[Row]:
    """The fields that one kind of term has; absent ones are left out."""
    rows: list[Row] = []

    def add(what: Label, identities: Iterable[str]) -> None:
        values = tuple((label_of(terms, one), one) for one in identities if one)
        if values:
            rows.append(Row(what=what, values=values))

    def say(what: Label, value: Label) -> None:
        if value.en or value.zh:
            rows.append(Row(what=what, values=((value, ""),)))

    if isinstance(term, Variable):
        say(Label(en="aspect", zh="方面"), schema_word(terms, term.aspect) if term.aspect else Label())
        add(Label(en="entity", zh="实体"), [term.entity])
        add(Label(en="species", zh="物种"), [term.species])
        add(Label(en="region", zh="脑区"), [term.region])
        add(Label(en="cell type", zh="细胞类型"), [term.cell_type])
    if isinstance(term, Variable | Entity):
        add(Label(en="narrower than", zh="上位"), term.broader)
    if isinstance(term, Mechanism):
        say(Label(en="number", zh="编号"), Label(en=term.number, zh=term.number))
        say(Label(en="summary", zh="概要"), term.summary)
        add(Label(en="branch of", zh="所属机制"), [term.part_of])
    if isinstance(term, Reference):
        say(Label(en="citation", zh="文献"), reference_line(term))
        say(Label(en="status", zh="状态"), Label(en=term.status, zh=term.status))
        if term.number:
            add(Label(en="points to", zh="所指文献"), [term.match])
            say(Label(en="match", zh="匹配"), confidence_label(term))
        say(Label(en="comment", zh="说明"), term.comment)
    return rows


def _group(entry: Entry, own: set[str]) -> int:
    """Which group an entry stands in."""
    if isinstance(entry, Claim):
        return 0 if entry.object.id in own else 1 if entry.subject.id in own else 2
    return {"association": 3, "observation": 4, "description": 5, "result": 6}.get(kind_of(entry), 2)
