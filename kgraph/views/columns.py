"""Lists as rows and columns: which field stands in which column. How rows are written: `kgraph.views.tables`.

The names of the columns are stable and documented in `docs/commands.md`. Ids are written as they are, several in one cell with a
blank between them; texts in the language asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kgraph.model import (
    Association,
    Claim,
    Description,
    Entry,
    Explanation,
    Finding,
    Label,
    Language,
    Mechanism,
    Note,
    Observation,
    Quantity,
    Result,
    Term,
)
from kgraph.views.naming import Terms, shown_label
from kgraph.views.quantities import quantity_text
from kgraph.views.sentences import sentence
from kgraph.views.tables import Cell, Table

BRIEF_CLAIMS = ("layer", "text", "id")
BRIEF_RESULTS = ("text", "value", "id")
BRIEF_NOTES = ("matter", "text", "about")
BRIEF_MECHANISMS = ("number", "label", "summary", "id")


def claims_table(entries: Iterable[Entry], terms: Terms, languages: Sequence[Language]) -> Table:
    """Claims, associations, descriptions and observations, a row each."""
    columns = ("id", "kind", "layer", "subject", "predicate", "sign", "object", "text", "mechanisms", "references", "cites", "notes")
    return Table(columns=columns, rows=tuple(_claim_row(entry, terms, languages) for entry in entries))


def results_table(results: Iterable[Result], terms: Terms, languages: Sequence[Language]) -> Table:
    """Results, a row each; a number stands with its unit."""
    columns = (
        *("id", "layer", "text", "population", "sample_size", "studies", "intervention", "comparator", "dose", "route", "duration"),
        *("frequency", "period", "schedule", "outcome", "change", "value", "spread", "spread_kind", "p_value", "significance"),
        *("time", "time_from", "design", "references", "cites", "notes"),
    )
    return Table(columns=columns, rows=tuple(_result_row(result, terms, languages) for result in results))


def notes_table(notes: Iterable[Note], languages: Sequence[Language]) -> Table:
    """Notes, a row each."""
    rows = tuple(
        (
            note.id,
            note.matter,
            _ids(note.about),
            text_in(note.text, languages),
            text_in(note.found, languages),
            _ids(note.checked),
            _yes(note.verified),
        )
        for note in notes
    )
    return Table(columns=("id", "matter", "about", "text", "found", "checked", "verified"), rows=rows)


def mechanisms_table(mechanisms: Iterable[Mechanism], languages: Sequence[Language]) -> Table:
    """Mechanisms, a row each."""
    rows = tuple(
        (one.number, one.id, text_in(shown_label(one), languages), text_in(one.summary, languages), one.part_of) for one in mechanisms
    )
    return Table(columns=("number", "id", "label", "summary", "part_of"), rows=rows)


def steps_table(explanation: Explanation, languages: Sequence[Language]) -> Table:
    """The chains of an explanation, a row a step."""
    rows = tuple(
        (
            *(number, chain.sign.value, _ids(chain.mechanisms), step),
            *(_name(link.subject, languages), link.predicate, link.sign.value, _name(link.object, languages)),
            *(_ids(claim.id for claim in link.claims), _ids(sorted({claim.layer.value for claim in link.claims}))),
            _ids(sorted({piece.reference for claim in link.claims for piece in claim.evidence})),
        )
        for number, chain in enumerate(explanation.chains, 1)
        for step, link in enumerate(chain.links, 1)
    )
    columns = ("chain", "chain_sign", "mechanisms", "step", "subject", "predicate", "sign", "object", "claims", "layers", "references")
    return Table(columns=columns, rows=rows)


def findings_table(findings: Iterable[Finding]) -> Table:
    """Findings, a row each."""
    rows = tuple((one.severity.value, one.gate, one.rule, one.where, one.message, one.remedy) for one in findings)
    return Table(columns=("severity", "gate", "rule", "where", "message", "remedy"), rows=rows)


def brief(table: Table, columns: Sequence[str]) -> Table:
    """Only these columns of a table, in this order: what fits a terminal."""
    places = [table.columns.index(column) for column in columns]
    return Table(columns=tuple(columns), rows=tuple(tuple(row[place] for place in places) for row in table.rows))


def _claim_row(entry: Entry, terms: Terms, languages: Sequence[Language]) -> tuple[Cell, ...]:
    return (
        *(entry.id, type(entry).__name__.lower(), entry.layer.value, *_proposition(entry), text_in(sentence(entry, terms), languages)),
        *(_ids(entry.mechanisms), *_sources(entry), _ids(entry.notes)),
    )


def _proposition(entry: Entry) -> tuple[Cell, Cell, Cell, Cell]:
    """Subject, predicate, sign and object; the object of an observation is the variable that was watched."""
    if isinstance(entry, Observation):
        return None, None, None, entry.variable.id
    if isinstance(entry, Claim | Association):
        return entry.subject.id, entry.predicate, entry.sign.value if entry.sign else None, entry.object.id
    if isinstance(entry, Description):
        return entry.subject.id, entry.predicate, None, entry.object.id if entry.object else None
    return None, None, None, None


def _result_row(result: Result, terms: Terms, languages: Sequence[Language]) -> tuple[Cell, ...]:
    def name(term: Term | None) -> str | None:
        return _name(term, languages) if term else None

    def amount(quantity: Quantity | None) -> str | None:
        return text_in(quantity_text(quantity), languages) if quantity else None

    return (
        *(result.id, result.layer.value, text_in(sentence(result, terms), languages), name(result.population), amount(result.sample_size)),
        *(amount(result.studies), name(result.intervention), name(result.comparator), amount(result.dose)),
        *("; ".join(_name(one, languages) for one in result.route), amount(result.duration), amount(result.frequency)),
        *(amount(result.period), text_in(result.schedule, languages), name(result.outcome), result.change.value if result.change else None),
        *(amount(result.value), amount(result.spread), result.spread_kind, amount(result.p_value), result.significance),
        *(amount(result.time), text_in(result.time_from, languages), result.design, *_sources(result), _ids(result.notes)),
    )


def _sources(entry: Entry) -> tuple[str, str]:
    """The references that the evidence rests on, and what it cites there."""
    references = sorted({piece.reference for piece in entry.evidence})
    return _ids(references), _ids(sorted({cited for piece in entry.evidence for cited in piece.cites}))


def _name(term: Term, languages: Sequence[Language]) -> str:
    return text_in(shown_label(term), languages)


def text_in(label: Label, languages: Sequence[Language]) -> str:
    """A text in the languages asked for, on one line."""
    return " / ".join(dict.fromkeys(label.text(language) for language in languages))


def _ids(ids: Iterable[str]) -> str:
    return " ".join(ids)


def _yes(value: bool) -> str:
    return "yes" if value else "no"
