"""A picture set on a sheet for a slide or a paper: title, drawing, legend and sources, each with its place. No format is known here.

A unit is a point on a slide of 13.33 x 7.5 inches (960 x 540 points). A picture that cannot be read at that size gets a larger
sheet of the same shape, and says how large its labels are then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kgraph.model import Label, Language, Layer, Link, Reference, Sign
from kgraph.views.curves import Point
from kgraph.views.drawing import DIRECTNESS_NAME, FONT, SCALE_NAME, Directness, Drawing, Scale, drawing_of
from kgraph.views.layout import Frame
from kgraph.views.naming import Terms, shown_label, term_of
from kgraph.views.picture import GraphPicture
from kgraph.views.picture_ink import Theme
from kgraph.views.widths import balanced, measured, printable, wrapped
from kgraph.views.words import LAYER, LAYER_BADGE, SIGN_NAME

SLIDE = (960.0, 540.0)
SMALLEST = 12.0
_MARGIN = 26.0
_TITLE, _LEGEND, _SOURCE = 22.0, 12.0, 11.0
_LARGEST = 1.45
_SAMPLE = 44.0
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendItem:
    """One entry of the legend: a sample of a line (`kind` as in `svg.legend_line`), a fill, a badge or a ring, and its words.

    `place` is the corner of the sample; words begin `_SAMPLE` to its right at most.
    """

    kind: str
    place: Point
    words: tuple[Words, ...]
    sign: Sign = Sign.PLUS
    scale: Scale = Scale.PROCESS
    badge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that stands on a sheet. The drawing is scaled by `scale` and its corner lies at `corner`."""

    title: Label
    languages: tuple[Language, ...]
    theme: Theme
    drawing: Drawing
    corner: Point
    scale: float
    words: tuple[Words, ...]
    legend: tuple[LegendItem, ...]
    width: float
    height: float

    @property
    def label_points(self) -> float:
        """The size of the smallest label of a variable, in points, when the sheet fills a slide."""
        return round(FONT * self.scale * SLIDE[0] / self.width, 1)


def sheet_of(
    picture: GraphPicture,
    terms: Terms,
    *,
    languages: Sequence[Language] = (Language.EN,),
    theme: Theme = Theme.LIGHT,
    note: Label = Label(),
) -> Sheet:
    """A picture on the smallest sheet of the shape of a slide on which its labels have at least 12 points.

    Parameters
    ----------
    picture : GraphPicture
        What is drawn.
    terms : Terms
        Names of references and entities.
    languages : sequence of Language
        One, or both: then each box, the title and the legend speak both.
    theme : Theme
        Light or dark paper.
    note : Label
        A line below the title; the summary of the picture where it is empty.

    Notes
    -----
    A few layouts are tried, one for each count of columns, and the one whose labels are largest is taken.
    """
    tongues = tuple(languages)
    said = note if note != Label() else picture.summary
    titles = list(_title(picture.title, said, tongues))
    drawing = _fitting(picture, terms, tongues, sum(size * 1.3 for _, _, size, _ in titles))
    placement = drawing.wide
    width, height = SLIDE
    while True:
        words, top = _set_title(titles, width)
        legend, below = _set_legend(drawing, tongues, width)
        sources = _sources(picture.links, terms, tongues, width)
        foot = below + len(sources) * _SOURCE * 1.4 + 6
        room = (width - 2 * _MARGIN, height - top - foot - _MARGIN - 10)
        scale = min(room[0] / placement.width, room[1] / placement.height, _LARGEST)
        if scale * FONT >= SMALLEST:
            break
        width, height = width * 1.06, height * 1.06
    corner = (_MARGIN + (room[0] - placement.width * scale) / 2, top + (room[1] - placement.height * scale) / 2)
    start = height - _MARGIN - foot + 6
    moved = tuple(_moved(item, start) for item in legend)
    line = start + below
    for place, (text, language) in enumerate(sources):
        words.append(Words(text=text, language=language, place=(_MARGIN, line + (place + 1) * _SOURCE * 1.4 - 3), size=_SOURCE, soft=True))
    return Sheet(
        title=picture.title,
        languages=tongues,
        theme=theme,
        drawing=drawing,
        corner=corner,
        scale=scale,
        words=tuple(words),
        legend=moved,
        width=round(width, 1),
        height=round(height, 1),
    )


def _fitting(picture: GraphPicture, terms: Terms, languages: Sequence[Language], title: float) -> Drawing:
    """The drawing whose labels come out largest on a slide, of a few counts of columns; at a tie the one with the fewest."""
    height = SLIDE[1] - 2 * _MARGIN - title - 70
    width = SLIDE[0] - 2 * _MARGIN
    best: tuple[float, Drawing] | None = None
    counts = range(2, 10) if len(picture.variables) <= 40 else range(5, 13)
    for columns in counts:
        drawing = drawing_of(picture, terms, wide=Frame(width=width, height=height, columns=(columns,)), languages=languages)
        fit = round(min(width / drawing.wide.width, height / drawing.wide.height, _LARGEST), 2)
        if best is None or fit > best[0]:
            best = fit, drawing
    assert best is not None
    return best[1]


def _title(title: Label, note: Label, languages: Sequence[Language]) -> Iterator[tuple[str, Language, float, bool]]:
    """Title and note in each language, with size and weight."""
    for place, language in enumerate(languages):
        if title.text(language):
            yield printable(title.text(language)), language, _TITLE if place == 0 else _TITLE - 5, True
    for language in languages:
        if note.text(language):
            yield printable(note.text(language)), language, 13.0, False


def _set_title(titles: Sequence[tuple[str, Language, float, bool]], width: float) -> tuple[list[Words], float]:
    """The lines of the title, and where they end; a title of more than two lines, or a note of more than one, is cut with a mark."""
    words, y = list[Words](), _MARGIN
    for text, language, size, bold in titles:
        for line in _lines(text, width - 2 * _MARGIN, size, 2 if bold else 1):
            y += size * (1.25 if bold else 1.45)
            words.append(Words(text=line, language=language, place=(_MARGIN, y - size * 0.3), size=size, bold=bold, soft=not bold))
    return words, y + 6


def _lines(text: str, width: float, size: float, most: int) -> list[str]:
    """A text in at most so many lines of this width."""
    columns = max(8, int(width / (size * 0.56)))
    lines = (balanced if most > 1 else wrapped)(text, columns)
    if len(lines) > most:
        kept = lines[most - 1]
        while measured(kept + " …", size) > width and kept:
            kept = kept[:-1]
        lines = [*lines[: most - 1], kept.rstrip(" ,;，；、") + " …"]
    return lines


def _set_legend(drawing: Drawing, languages: Sequence[Language], width: float) -> tuple[list[LegendItem], float]:
    """The entries of the legend in rows, from (margin, 0) down, and the height of all rows."""
    row = _LEGEND * 1.35 * len(languages) + 4
    x, y = _MARGIN, 0.0
    items: list[LegendItem] = []
    for make, label, sample in _entries(drawing):
        length = max(measured(label.text(language), _LEGEND) for language in languages)
        if x > _MARGIN and x + sample + 6 + length > width - _MARGIN:
            x, y = _MARGIN, y + row
        words = tuple(
            Words(
                text=label.text(language),
                language=language,
                place=(x + sample + 6, y + _LEGEND * (1.35 * place + 1)),
                size=_LEGEND,
            )
            for place, language in enumerate(languages)
        )
        items.append(make((x, y + row / 2 - 9), words))
        x += sample + 6 + length + 20
    return items, (y + row if items else 0.0)


Maker = Callable[[Point, tuple[Words, ...]], LegendItem]


def _entries(drawing: Drawing) -> Iterator[tuple[Maker, Label, float]]:
    """What a reader has to know about this drawing, and only that."""
    links = drawing.links
    for sign in Sign:
        if any(one.link.sign is sign for one in links):
            yield (lambda place, words, sign=sign: LegendItem(kind="head", place=place, words=words, sign=sign)), SIGN_NAME[sign], _SAMPLE
    for way in Directness:
        if any(one.directness is way for one in links):
            yield (lambda place, words, way=way: LegendItem(kind=way.value, place=place, words=words)), DIRECTNESS_NAME[way], _SAMPLE
    if len({one.width for one in links}) > 1:
        yield (lambda place, words: LegendItem(kind="width", place=place, words=words)), Label(en="more evidence", zh="证据更多"), _SAMPLE
    if any(one.ringed for one in links):
        yield (lambda place, words: LegendItem(kind="ring", place=place, words=words)), Label(en="contradicted", zh="有矛盾"), 22.0
    for layer in (Layer.BACKGROUND, Layer.DERIVED):
        if any(layer in one.badge for one in links):
            letter = LAYER_BADGE[layer]
            yield (lambda place, words, letter=letter: LegendItem(kind="badge", place=place, words=words, badge=letter)), LAYER[layer], 20.0
    for scale in Scale:
        if any(one.scale is scale for one in drawing.variables):
            yield (
                (lambda place, words, scale=scale: LegendItem(kind="fill", place=place, words=words, scale=scale)),
                SCALE_NAME[scale],
                22.0,
            )


def _moved(item: LegendItem, down: float) -> LegendItem:
    def lower(place: Point) -> Point:
        return place[0], place[1] + down

    words = tuple(
        Words(text=one.text, language=one.language, place=lower(one.place), size=one.size, bold=one.bold, soft=one.soft)
        for one in item.words
    )
    return LegendItem(kind=item.kind, place=lower(item.place), words=words, sign=item.sign, scale=item.scale, badge=item.badge)


def _sources(links: Sequence[Link], terms: Terms, languages: Sequence[Language], width: float) -> list[tuple[str, Language]]:
    """How many claims and references the picture rests on, and the names of the references used most, one line a language."""
    claims = [claim for link in links for claim in link.claims]
    counts: dict[str, int] = {}
    for claim in claims:
        for piece in claim.evidence:
            for one in {piece.reference, *(_paper(terms, cited) for cited in piece.cites)}:
                counts[one] = counts.get(one, 0) + 1
    names = [one for one in sorted(counts, key=lambda one: (-counts[one], one)) if isinstance(term_of(terms, one), Reference)]
    shown, more = names[:_MOST_NAMED], max(0, len(names) - _MOST_NAMED)
    lines = []
    for language in languages:
        known = (term_of(terms, one) for one in shown)
        labels = [printable(shown_label(one).text(language)) for one in known if one is not None]
        if language is Language.ZH:
            text = (
                f"来源：{len(claims)}条主张，{len(names)}篇文献"
                + (f"：{'；'.join(labels)}" if labels else "")
                + (f"等（另{more}篇）" if more else "")
            )
        else:
            text = f"Source: {len(claims)} claims, {len(names)} references" + (f": {'; '.join(labels)}" if labels else "")
            text += f" and {more} more" if more else ""
        lines += [(line, language) for line in _lines(text, width - 2 * _MARGIN, _SOURCE, 1)]
    return lines


def _paper(terms: Terms, identity: str) -> str:
    """The paper that a citation number most likely means, else the number itself."""
    reference = term_of(terms, identity)
    return (reference.match or identity) if isinstance(reference, Reference) else identity
