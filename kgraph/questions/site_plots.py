"""The pages of a site with plots of results, each with its table and the entries it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from kgraph.errors import InvalidValue
from kgraph.model import Label, Language
from kgraph.questions.plotting import plot, plots
from kgraph.store import Knowledge
from kgraph.views.plot import Plot
from kgraph.views.plot_page import plot_html
from kgraph.views.sentences import sentence
from kgraph.views.site import SitePage, SiteSection, figure_page
from kgraph.views.thing_page import Place

_UP = "../"


def plot_pages(knowledge: Knowledge, place: Place, *, language: Language) -> tuple[SiteSection, Mapping[str, str]]:
    """A page for each plot that the graph has something for, and the section of the index with them.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    place : Place
        Where the pages of entries stand.
    language : Language
        In which the pages open.

    Returns
    -------
    (SiteSection, mapping of str to str)
        The pages, and their texts by path.
    """
    found = [made for name in plots() if (made := _made(knowledge, name)) is not None]
    entries = tuple(SitePage(path=f"plots/{one.name}.html", title=one.title, note=one.note) for one in found)
    pages = {f"plots/{one.name}.html": _page(knowledge, one, place, language) for one in found}
    return SiteSection(title=Label(en="Results in pictures", zh="结果图"), pages=entries), pages


def _made(knowledge: Knowledge, name: str) -> Plot | None:
    """A plot, or nothing where the graph holds nothing to plot."""
    try:
        return plot(knowledge, name)
    except InvalidValue:
        return None


def _page(knowledge: Knowledge, made: Plot, place: Place, language: Language) -> str:
    linked = [(sentence(one, knowledge), _UP + place.addresses[one.id] if one.id in place.addresses else "") for one in made.entries]
    return figure_page(made.title, made.note, plot_html(made, knowledge), linked, language=language, home=_UP + place.home)
