"""From a picture's values to what is drawn: boxes with broken lines of text, styles of links, and where all of it stands.

One grammar for every drawing: head = sign, line = directness, width = amount of evidence, colour = sign again, ring =
contradiction, badge = layer, fill = scale.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from kgraph.model import Entity, Label, Language, Layer, Link, Term, Variable
from kgraph.views.layout import Box, Frame, Placement, placed
from kgraph.views.naming import Terms, shown_label, term_of
from kgraph.views.picture import GraphPicture, contradicted, evidence_count, link_id
from kgraph.views.widths import balanced, longest_word, measured

FONT = 13.0
LINE = 16.0
_COLUMN = FONT / 2
_PAD = 7.0
_LETTERS = 19
_LONGEST = 26
_WIDE = Frame(width=1000.0, height=690.0, columns=(3, 4, 5, 6))
_NARROW = Frame(width=330.0, height=9000.0, columns=(2,))


class Directness(Enum):
    """How a link's line is drawn."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    BACKGROUND = "background"


class Scale(Enum):
    """The level of the body at which a variable lives, from the class of its entity."""

    SUBSTANCE = "substance"
    MOLECULE = "molecule"
    CELL = "cell"
    PROCESS = "process"
    CIRCUIT = "circuit"
    CLINIC = "clinic"


SCALE_NAME = {
    Scale.SUBSTANCE: Label(en="substance, treatment", zh="物质、治疗"),
    Scale.MOLECULE: Label(en="molecule", zh="分子"),
    Scale.CELL: Label(en="cell", zh="细胞"),
    Scale.PROCESS: Label(en="process", zh="过程"),
    Scale.CIRCUIT: Label(en="region, circuit", zh="脑区、环路"),
    Scale.CLINIC: Label(en="behaviour, clinic", zh="行为、临床"),
}
DIRECTNESS_NAME = {
    Directness.DIRECT: Label(en="direct, by contact", zh="直接（接触）"),
    Directness.INDIRECT: Label(en="indirect, or not said", zh="间接或未说明"),
    Directness.BACKGROUND: Label(en="background step", zh="背景步骤"),
}
_SCALES = {
    **dict.fromkeys(("Drug", "DrugClass", "Chemical", "Treatment", "Practice", "Role"), Scale.SUBSTANCE),
    **dict.fromkeys(("Protein", "ProteinFamily", "Complex", "Gene"), Scale.MOLECULE),
    "CellType": Scale.CELL,
    **dict.fromkeys(("Circuit", "Region"), Scale.CIRCUIT),
    **dict.fromkeys(("Disease", "Phenotype", "Outcome", "Burden", "Scale", "Population"), Scale.CLINIC),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnVariable:
    """A box: its variable, its size, its lines of text in both languages, its scale, and whether the picture is about it."""

    variable: Term
    box: Box
    lines_en: tuple[str, ...]
    lines_zh: tuple[str, ...]
    scale: Scale
    in_focus: bool

    def lines(self, language: Language) -> tuple[str, ...]:
        """The lines of text in a language."""
        return self.lines_zh if language is Language.ZH else self.lines_en


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLink:
    """A line: its link and how it is drawn. `badge` holds the layers of its claims."""

    id: str
    link: Link
    directness: Directness
    width: float
    badge: tuple[Layer, ...]
    ringed: bool

    @property
    def marked(self) -> bool:
        """Whether a badge or a ring stands on the line."""
        return self.ringed or self.badge != (Layer.REVIEW,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All that is drawn, with one placement for a wide window and, where asked for, one for a telephone."""

    variables: tuple[DrawnVariable, ...]
    links: tuple[DrawnLink, ...]
    wide: Placement
    narrow: Placement


def drawing_of(picture: GraphPicture, terms: Terms, *, wide: Frame = _WIDE) -> Drawing:
    """Boxes, lines and positions for a picture; the same picture gives the same drawing.

    Each box has room for its text in either language, as a page shows one at a time.
    """
    variables = page_variables(picture, terms)
    links = drawn_links(picture)
    boxes = [one.box for one in variables]
    ends = [(link.link.subject.id, link.link.object.id) for link in links]
    marked = frozenset(place for place, link in enumerate(links) if link.marked)
    placements = (placed(boxes, ends, frame, marked) for frame in (wide, _NARROW))
    return Drawing(variables=variables, links=links, wide=next(placements), narrow=next(placements))


def page_variables(picture: GraphPicture, terms: Terms, letters: int = _LETTERS) -> tuple[DrawnVariable, ...]:
    """Boxes with room for their text in either language and lines of so many letters, in the order of the variables."""
    return tuple(_drawn_variable(one, picture, terms, letters=letters) for one in picture.variables)


def drawn_links(picture: GraphPicture) -> tuple[DrawnLink, ...]:
    """How each link of a picture is drawn, in their order."""
    rings = contradicted(picture.links)
    return tuple(_drawn_link(link, link_id(link) in rings) for link in picture.links)


def drawn_variables(picture: GraphPicture, terms: Terms, languages: Sequence[Language], letters: int) -> tuple[DrawnVariable, ...]:
    """Boxes as narrow as their text allows, all alike; each holds all the languages.

    Lines have at most so many letters, more where a word would have to be cut, but never more than `_LONGEST`.
    """
    words = (longest_word(shown_label(one).text(language)) for one in picture.variables for language in languages)
    letters = min(_LONGEST, max(letters, *words, 1))
    variables = [_drawn_variable(one, picture, terms, languages, letters) for one in picture.variables]
    lines = (line for one in variables for language in languages for line in one.lines(language))
    width = round(max((measured(line, FONT) for line in lines), default=0.0) + 2 * _PAD, 1)
    return tuple(replace(one, box=Box(id=one.box.id, width=width, height=one.box.height)) for one in variables)


def scale_of(term: Term, terms: Terms) -> Scale:
    """The scale of a variable or entity; a class that is not listed counts as a process."""
    entity = term_of(terms, term.entity) if isinstance(term, Variable) else term
    return _SCALES.get(entity.kind, Scale.PROCESS) if isinstance(entity, Entity) else Scale.PROCESS


def directness_of(link: Link) -> Directness:
    """Direct if any claim says so; background if no claim is the review's or derived from it; else indirect."""
    if any(claim.direct for claim in link.claims):
        return Directness.DIRECT
    if all(claim.layer is Layer.BACKGROUND for claim in link.claims):
        return Directness.BACKGROUND
    return Directness.INDIRECT


def _drawn_variable(
    variable: Term, picture: GraphPicture, terms: Terms, languages: Sequence[Language] = (), letters: int = _LETTERS
) -> DrawnVariable:
    label = shown_label(variable)
    lines = {Language.EN: tuple(balanced(label.en, letters)), Language.ZH: tuple(balanced(label.zh, letters))}
    count = sum(len(lines[one]) for one in languages) or max(map(len, lines.values()))
    return DrawnVariable(
        variable=variable,
        box=Box(id=variable.id, width=letters * _COLUMN + 2 * _PAD, height=max(count * LINE + 2 * _PAD, 2 * LINE + _PAD)),
        lines_en=lines[Language.EN],
        lines_zh=lines[Language.ZH],
        scale=scale_of(variable, terms),
        in_focus=variable.id in picture.focus,
    )


def _drawn_link(link: Link, ringed: bool) -> DrawnLink:
    layers = {claim.layer for claim in link.claims}
    return DrawnLink(
        id=link_id(link),
        link=link,
        directness=directness_of(link),
        width=round(1.6 + min(2.8, 0.9 * math.log2(max(1, evidence_count(link)))), 2),
        badge=tuple(layer for layer in Layer if layer in layers),
        ringed=ringed,
    )
