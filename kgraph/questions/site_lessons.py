"""The lessons of a site, and the plots that lessons show."""

from __future__ import annotations

from collections.abc import Mapping

from kgraph.errors import KnowledgeError
from kgraph.model import Label, Language, Lesson
from kgraph.questions.lessons import lesson, lessons
from kgraph.questions.plotting import plot, plots
from kgraph.store import Knowledge
from kgraph.views.lesson_page import lesson_page
from kgraph.views.plot_page import plot_html
from kgraph.views.site import SitePage, SiteSection

_UP = "../"


def lesson_pages(knowledge: Knowledge, *, index: str, graph: str, language: Language) -> tuple[SiteSection, Mapping[str, str]]:
    """A page for each lesson, and the section of the index with them.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    index, graph : str
        Addresses of the index and of the interactive graph, relative to the site.
    language : Language
        In which the pages open.

    Returns
    -------
    (SiteSection, mapping of str to str)
        The lessons that have a step to tell, and their pages by path.
    """
    made = [one for outline in lessons(knowledge) if (one := lesson(knowledge, outline.id)).steps]
    entries = tuple(SitePage(path=f"lessons/{one.id}.html", title=one.title, note=one.summary) for one in made)
    pages = {
        f"lessons/{one.id}.html": lesson_page(
            one, knowledge, figures=figures_of(knowledge, one), language=language, home=_UP + index, graph=_UP + graph
        )
        for one in made
    }
    return SiteSection(title=Label(en="Lessons", zh="课程"), pages=entries), pages


def figures_of(knowledge: Knowledge, made: Lesson) -> Mapping[str, str]:
    """The plots that the steps of a lesson name, as HTML; `KnowledgeError` for a name that is none."""
    names = dict.fromkeys(step.plot for step in made.steps if step.plot)
    strange = [name for name in names if name not in plots()]
    if strange:
        raise KnowledgeError(f"there is no plot '{strange[0]}'", where=f"lesson {made.id}", remedy="use one of " + ", ".join(plots()))
    return {name: plot_html(plot(knowledge, name), knowledge) for name in names}
