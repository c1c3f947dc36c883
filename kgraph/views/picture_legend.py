"""The legend of a picture: what a reader has to know about this drawing, and only that, set in rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgraph.model import Label, Language, Layer, Sign
from kgraph.views.curves import Point
from kgraph.views.drawing import DIRECTNESS_NAME, SCALE_NAME, Directness, Drawing, Scale
from kgraph.views.picture_words import Words
from kgraph.views.widths import measured
from kgraph.views.words import LAYER, LAYER_BADGE, SIGN_NAME

SIZE = 12.0
_WIDTHS = {"fill": 22.0, "ring": 22.0, "badge": 20.0}
_LINE_WIDTH = 44.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What an entry shows: `kind` is ``head``, ``direct``, ``indirect``, ``background``, ``width``, ``ring``, ``badge`` or ``fill``."""

    kind: str
    sign: Sign = Sign.PLUS
    scale: Scale = Scale.PROCESS
    badge: str = ""

    @property
    def width(self) -> float:
        """How much room it takes."""
        return _WIDTHS.get(self.kind, _LINE_WIDTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendItem:
    """One entry of a legend: a sample with its corner, and the words beside it."""

    sample: Sample
    place: Point
    words: tuple[Words, ...]

    def moved(self, right: float, down: float) -> LegendItem:
        """The same entry elsewhere."""
        place = (self.place[0] + right, self.place[1] + down)
        return LegendItem(sample=self.sample, place=place, words=tuple(one.moved(right, down) for one in self.words))


def legend_rows(drawing: Drawing, languages: Sequence[Language], width: float) -> tuple[tuple[LegendItem, ...], float]:
    """The entries in rows of this width, from (0, 0) down, and the height of all rows."""
    row = SIZE * 1.35 * len(languages) + 4
    x, y = 0.0, 0.0
    items: list[LegendItem] = []
    for sample, label in entries_of(drawing):
        length = max(measured(label.text(language), SIZE) for language in languages)
        if x and x + sample.width + 6 + length > width:
            x, y = 0.0, y + row
        words = tuple(
            Words(text=label.text(language), language=language, place=(x + sample.width + 6, y + SIZE * (1.35 * place + 1)), size=SIZE)
            for place, language in enumerate(languages)
        )
        items.append(LegendItem(sample=sample, place=(x, y + row / 2 - 9), words=words))
        x += sample.width + 6 + length + 20
    return tuple(items), (y + row if items else 0.0)


def entries_of(drawing: Drawing) -> Iterator[tuple[Sample, Label]]:
    """The samples that this drawing needs, each with its words."""
    links = drawing.links
    for sign in Sign:
        if any(one.link.sign is sign for one in links):
            yield Sample(kind="head", sign=sign), SIGN_NAME[sign]
    for way in Directness:
        if any(one.directness is way for one in links):
            yield Sample(kind=way.value), DIRECTNESS_NAME[way]
    if len({one.width for one in links}) > 1:
        yield Sample(kind="width"), Label(en="more evidence", zh="证据更多")
    if any(one.ringed for one in links):
        yield Sample(kind="ring"), Label(en="contradicted", zh="有矛盾")
    for layer in (Layer.BACKGROUND, Layer.DERIVED):
        if any(layer in one.badge for one in links):
            yield Sample(kind="badge", badge=LAYER_BADGE[layer]), LAYER[layer]
    for scale in Scale:
        if any(one.scale is scale for one in drawing.variables):
            yield Sample(kind="fill", scale=scale), SCALE_NAME[scale]
