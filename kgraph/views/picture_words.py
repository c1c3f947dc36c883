"""Lines of text on a sheet: where they stand and how they are set; titles, and the line of sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kgraph.model import Entry, Label, Language, Reference
from kgraph.views.curves import Point
from kgraph.views.naming import Terms, shown_label, term_of
from kgraph.views.widths import balanced, measured, printable, wrapped

TITLE, NOTE, SMALL = 22.0, 13.0, 11.0
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text on a sheet: where its baseline begins, its size, and how it is set."""

    text: str
    language: Language
    place: Point
    size: float
    bold: bool = False
    soft: bool = False

    def moved(self, right: float, down: float) -> Words:
        """The same words elsewhere."""
        return replace(self, place=(self.place[0] + right, self.place[1] + down))


def title_lines(title: Label, note: Label, languages: Sequence[Language], width: float) -> tuple[tuple[Words, ...], float]:
    """Title and note in each language, from (0, 0) down, and their height.

    A title of more than two lines, or a note of more than one, is cut with a mark.
    """
    words, y = list[Words](), 0.0
    for text, language, size, bold in _said(title, note, languages):
        for line in fitted(text, width, size, 2 if bold else 1, even=bold):
            y += size * (1.25 if bold else 1.45)
            words.append(Words(text=line, language=language, place=(0.0, y - size * 0.3), size=size, bold=bold, soft=not bold))
    return tuple(words), y


def _said(title: Label, note: Label, languages: Sequence[Language]) -> Iterator[tuple[str, Language, float, bool]]:
    for place, language in enumerate(languages):
        if title.text(language):
            yield title.text(language), language, TITLE if place == 0 else TITLE - 5, True
    for language in languages:
        if note.text(language):
            yield note.text(language), language, NOTE, False


def fitted(text: str, width: float, size: float, most: int, *, even: bool = False) -> list[str]:
    """A text in at most so many lines of this width, of even length where asked for; what does not fit is cut with a mark."""
    columns = max(8, int(width / (size * 0.56)))
    lines = (balanced if even else wrapped)(printable(text), columns)
    if len(lines) <= most:
        return lines
    kept = lines[most - 1]
    while measured(kept + " …", size) > width and kept:
        kept = kept[:-1]
    return [*lines[: most - 1], kept.rstrip(" ,;，；、") + " …"]


def source_lines(entries: Sequence[Entry], kind: Label, terms: Terms, languages: Sequence[Language], width: float) -> tuple[Words, ...]:
    """How many entries and references something rests on, and the references used most: a line a language, from (0, 0) down."""
    names = _references(entries, terms)
    shown, more = names[:_MOST_NAMED], max(0, len(names) - _MOST_NAMED)
    words = list[Words]()
    for language in languages:
        known = (term_of(terms, one) for one in shown)
        labels = [shown_label(one).text(language) for one in known if one is not None]
        if language is Language.ZH:
            listed = f"：{'；'.join(labels)}" if labels else ""
            text = f"来源：{len(entries)}条{kind.zh}，{len(names)}篇文献{listed}" + (f"等（另{more}篇）" if more else "")
        else:
            listed = f": {'; '.join(labels)}" if labels else ""
            text = f"Source: {_counted(len(entries), kind.en)}, {_counted(len(names), 'reference')}{listed}"
            text += f" and {more} more" if more else ""
        for line in fitted(text, width, SMALL, 2):
            y = (len(words) + 1) * SMALL * 1.4 - 3
            words.append(Words(text=line, language=language, place=(0.0, y), size=SMALL, soft=True))
    return tuple(words)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _references(entries: Sequence[Entry], terms: Terms) -> list[str]:
    """The references of entries, those that most evidence names first; a citation number counts for the paper it most likely means."""
    counts: dict[str, int] = {}
    for entry in entries:
        for piece in entry.evidence:
            for one in {piece.reference, *(_paper(terms, cited) for cited in piece.cites)}:
                counts[one] = counts.get(one, 0) + 1
    return [one for one in sorted(counts, key=lambda one: (-counts[one], one)) if isinstance(term_of(terms, one), Reference)]


def _paper(terms: Terms, identity: str) -> str:
    reference = term_of(terms, identity)
    return (reference.match or identity) if isinstance(reference, Reference) else identity
