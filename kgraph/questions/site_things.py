"""The pages of a site about single things, entities and claims and sources, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kgraph.model import Entry, Label, Language, Layer, Reference, Term, Variable
from kgraph.questions.picturing import view
from kgraph.questions.showing import show
from kgraph.store import Knowledge
from kgraph.views.addresses import addresses
from kgraph.views.naming import schema_word, shown_label
from kgraph.views.sentences import sentence
from kgraph.views.site import SitePage, SiteSection, index_page
from kgraph.views.thing_page import Place, thing_page
from kgraph.views.words import LAYER

MOST_THINGS = 3000
MOST_NEAR = 24
_NAMES = {
    "entities": Label(en="Entities", zh="实体"),
    "variables": Label(en="Variables", zh="变量"),
    "claims": Label(en="Claims", zh="主张"),
    "associations": Label(en="Associations", zh="关联"),
    "descriptions": Label(en="Descriptions", zh="描述"),
    "observations": Label(en="Observations", zh="观察"),
    "results": Label(en="Results", zh="结果"),
    "references": Label(en="Sources", zh="文献"),
}


def place_of(knowledge: Knowledge, *, index: str, graph: str) -> Place:
    """Where the page of each thing stands; a graph of more than 3,000 things has none of these pages."""
    things = _things(knowledge)
    ids = [one.id for one in (*(things if len(things) <= MOST_THINGS else ()), *knowledge.mechanisms())]
    return Place(addresses=addresses(ids), home=index, graph=graph)


def thing_pages(knowledge: Knowledge, place: Place, *, language: Language) -> tuple[SiteSection, Mapping[str, str]]:
    """A page for each entity, variable, reference and entry, a list for each kind of them, and the section of the index with the lists.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    place : Place
        What `place_of` gave for it.
    language : Language
        In which the pages open.

    Returns
    -------
    (SiteSection, mapping of str to str)
        The lists, and all pages by path; where there are too many things, the section says so.
    """
    things = _things(knowledge)
    title = Label(en="Everything in it", zh="全部内容")
    if len(things) > MOST_THINGS:
        note = Label(
            en=f"{len(things)} things are more than the {MOST_THINGS} that get pages of their own. kgraph show tells each.",
            zh=f"共{len(things)}项，超过可单独成页的{MOST_THINGS}项。可用kgraph show查看。",
        )
        return SiteSection(title=title, pages=(SitePage(path=place.graph, title=Label(en="The graph", zh="图谱"), note=note),)), {}
    pages = {place.addresses[one.id]: _page(knowledge, one, place, language) for one in things}
    lists = []
    for folder, name in _NAMES.items():
        held = [one for one in things if place.addresses[one.id].startswith(folder + "/")]
        if held:
            path = f"{folder}/index.html"
            pages[path] = _listing(knowledge, name, held, place, language)
            lists.append(SitePage(path=path, title=name, note=Label(en=f"{len(held)} pages", zh=f"{len(held)}页")))
    return SiteSection(title=title, pages=tuple(lists)), pages


def _things(knowledge: Knowledge) -> list[Term | Entry]:
    return [*knowledge.entities(), *knowledge.variables(), *knowledge.references(), *knowledge.entries()]


def _page(knowledge: Knowledge, thing: Term | Entry, place: Place, language: Language) -> str:
    picture = view(knowledge, [thing.id], hops=1, most=MOST_NEAR) if isinstance(thing, Variable) else None
    return thing_page(show(knowledge, thing.id), knowledge, place, picture=picture, language=language)


def _listing(knowledge: Knowledge, name: Label, things: Sequence[Term | Entry], place: Place, language: Language) -> str:
    """All things of one kind under headings, each leading to its page in the same folder."""
    groups: dict[str, tuple[Label, list[SitePage]]] = {}
    for one in things:
        key, heading = _heading(knowledge, one)
        page = SitePage(path=place.addresses[one.id].rpartition("/")[2], title=_name(knowledge, one), note=Label(en=one.id, zh=one.id))
        groups.setdefault(key, (heading, []))[1].append(page)
    sections = [SiteSection(title=heading, pages=_sorted(pages), brief=True) for _, (heading, pages) in sorted(groups.items())]
    return index_page(name, Label(), sections, language=language, home="../" + place.home)


def _heading(knowledge: Knowledge, thing: Term | Entry) -> tuple[str, Label]:
    """Under which heading of its list a thing stands: entities by class, variables by aspect, entries by layer, sources by status."""
    if isinstance(thing, Entry):
        order = list(Layer).index(thing.layer)
        return str(order), LAYER[thing.layer]
    if isinstance(thing, Reference):
        return (
            ("1", Label(en="Citation numbers of the review", zh="综述中的引文编号"))
            if thing.number
            else ("0", Label(en="Publications", zh="出版物"))
        )
    word = getattr(thing, "aspect", "") or getattr(thing, "kind", "") or "Entity"
    return word, schema_word(knowledge, word)


def _name(knowledge: Knowledge, thing: Term | Entry) -> Label:
    return sentence(thing, knowledge) if isinstance(thing, Entry) else shown_label(thing)


def _sorted(pages: Iterable[SitePage]) -> tuple[SitePage, ...]:
    return tuple(sorted(pages, key=lambda page: (page.title.en.casefold(), page.path)))
