"""A lesson as a page: a drawing that never moves, steps, guesses, rivals, a quiz and a handout. What it says: `lesson_values.py`."""

from __future__ import annotations

from collections.abc import Mapping

from kgraph.model import Label, Language, Layer, Lesson, Sign
from kgraph.views.drawing import drawing_of
from kgraph.views.lesson_tables import comparison_values, exercise_key, exercise_values, rivalry_values
from kgraph.views.lesson_values import claims_of, step_values
from kgraph.views.naming import Terms
from kgraph.views.pages import asset, embedded, plain_label, rendered
from kgraph.views.picture import GraphPicture, link_id
from kgraph.views.sentences import sentence
from kgraph.views.svg import legend_line, svg_of
from kgraph.views.words import ARROW, LAYER, SIGN_NAME

_FURTHER = "More of this mechanism"


def lesson_page(
    lesson: Lesson,
    terms: Terms,
    *,
    figures: Mapping[str, str] | None = None,
    language: Language = Language.EN,
    home: str = "",
    graph: str = "",
) -> str:
    """A lesson as one page that works from a memory stick.

    Parameters
    ----------
    lesson : Lesson
        What to tell.
    terms : Terms
        Names of entities, species, references and notes.
    figures : mapping of str to str, optional
        HTML of plots by name, for steps that show one.
    language : Language
        The language in which it opens.
    home, graph : str
        Relative addresses of the page to go back to and of the interactive graph; left out when empty.

    Returns
    -------
    str
        HTML. Without script every step, answer and key can be read; nothing is requested.
    """
    picture = _picture(lesson)
    drawing = drawing_of(picture, terms) if picture.links else None
    steps = [step_values(one, number, lesson, terms, (figures or {}).get(one.plot, "")) for number, one in enumerate(lesson.steps, 1)]
    told = claims_of(lesson.steps)
    values: dict[str, object] = {
        "title": plain_label(lesson.title),
        "summary": plain_label(lesson.summary),
        "goals": [plain_label(one) for one in lesson.goals],
        "steps": steps,
        "drawings": {
            shape: svg_of(drawing, placement, title=lesson.title, name=shape, terms=terms)
            for shape, placement in (("wide", drawing.wide), ("narrow", drawing.narrow))
        }
        if drawing
        else {},
        "legend": _legend(lesson),
        "compared": comparison_values(lesson, terms),
        "rivalry": rivalry_values(lesson.rivalry, terms),
        "quiz": [exercise_values(one, number) for number, one in enumerate(lesson.quiz, 1)],
        "rows": [
            {
                "id": claim.id,
                "step": number,
                "link": f"{claim.subject.id}|{claim.sign.value}|{claim.object.id}",
                "sign": claim.sign.value,
                "arrow": ARROW[claim.sign],
                "layer": claim.layer.value,
                "layer_name": plain_label(LAYER[claim.layer]),
                "sentence": plain_label(sentence(claim, terms)),
            }
            for number, claim in told
        ],
        "home": home,
        "graph": graph,
        "styles": asset("base.css") + asset("lesson.css"),
        "scripts": [asset("language.js"), asset("lesson.js"), asset("lesson_quiz.js")],
        "data": embedded(
            {
                "steps": [one["links"] for one in steps],
                "quiz": {one.id: exercise_key(one) for one in lesson.quiz},
            }
        ),
    }
    return rendered("lesson.html.j2", language, values)


def _picture(lesson: Lesson) -> GraphPicture:
    """The links of the steps that go along chains; side steps are told in words."""
    links = {link_id(link): link for step in lesson.steps if step.title.en != _FURTHER for link in step.links}
    variables = {end.id: end for link in links.values() for end in (link.subject, link.object)}
    ends = {end for chain in lesson.chains for end in (chain.links[0].subject.id, chain.links[-1].object.id)}
    return GraphPicture(
        title=lesson.title,
        summary=lesson.summary,
        variables=tuple(variables[key] for key in sorted(variables)),
        links=tuple(links[key] for key in sorted(links)),
        focus=tuple(sorted(ends & set(variables))),
    )


def _legend(lesson: Lesson) -> list[dict[str, object]]:
    """Check-boxes for the signs and layers that the lesson has."""
    claims = [claim for step in lesson.steps for link in step.links for claim in link.claims]
    signs = [sign for sign in Sign if any(one.sign is sign for one in claims)]
    layers = [layer for layer in Layer if any(one.layer is layer for one in claims)]
    groups: list[tuple[str, Label, list[dict[str, object]]]] = [
        (
            "sign",
            Label(en="Effect", zh="作用"),
            [
                {"value": one.value, "label": plain_label(SIGN_NAME[one]), "sample": legend_line("head", one, name="legend")}
                for one in signs
            ],
        ),
        (
            "layer",
            Label(en="Layer", zh="层"),
            [{"value": one.value, "label": plain_label(LAYER[one]), "sample": ""} for one in layers],
        ),
    ]
    return [{"name": name, "label": plain_label(label), "entries": entries} for name, label, entries in groups if entries]
