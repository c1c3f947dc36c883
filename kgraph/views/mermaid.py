"""A picture as Mermaid text, for Markdown files and wikis that draw it themselves. Positions are Mermaid's own.

Mermaid has no head for inhibition: a link that decreases ends in a cross, one of unreported sign in a circle, and each carries its sign
as text. Solid lines are direct, dotted ones are not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from kgraph.model import Language, Sign
from kgraph.views.drawing import Directness, Scale, directness_of, scale_of
from kgraph.views.naming import Terms, shown_label
from kgraph.views.picture import GraphPicture
from kgraph.views.picture_ink import INKS, Theme
from kgraph.views.widths import printable
from kgraph.views.words import SIGN_TEXT

_HEADS = {Sign.PLUS: ">", Sign.MINUS: "x", Sign.UNKNOWN: "o"}


def mermaid_text(picture: GraphPicture, terms: Terms, *, languages: Sequence[Language] = (Language.EN,), theme: Theme = Theme.LIGHT) -> str:
    """A flowchart; the same picture gives the same text. Labels are quoted, with every special character as an entity code."""
    ink = INKS[theme]
    names = {variable.id: f"v{place}" for place, variable in enumerate(picture.variables)}
    title = " / ".join(picture.title.text(language) for language in languages)
    lines = ["---", f"title: {json.dumps(printable(title), ensure_ascii=False)}", "---", "flowchart TB"]
    for variable in picture.variables:
        said = "<br/>".join(_quoted(shown_label(variable).text(language)) for language in languages)
        lines.append(f'    {names[variable.id]}["{said}"]:::{scale_of(variable, terms).value}')
    for link in picture.links:
        stroke = "--" if directness_of(link) is Directness.DIRECT else "-."
        end = "--" if stroke == "--" else ".-"
        line = f'{stroke} "{SIGN_TEXT[link.sign]}" {end}{_HEADS[link.sign]}'
        lines.append(f"    {names[link.subject.id]} {line} {names[link.object.id]}")
    for scale in Scale:
        if any(scale_of(variable, terms) is scale for variable in picture.variables):
            lines.append(f"    classDef {scale.value} fill:{ink.fills[scale]},stroke:{ink.box_line},color:{ink.ink}")
    for sign in Sign:
        places = [str(place) for place, link in enumerate(picture.links) if link.sign is sign]
        if places:
            lines.append(f"    linkStyle {','.join(places)} stroke:{ink.signs[sign]},color:{ink.signs[sign]}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Text inside quotes: letters, digits, blanks and what stands beyond ASCII as they are, all else as a code."""
    return "".join(
        character if character.isalnum() or character == " " or not character.isascii() else f"#{ord(character)};"
        for character in printable(text)
    )
