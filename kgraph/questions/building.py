"""Everything at once, as the pages of a site. What a page looks like: `kgraph.views`; writing them is the caller's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgraph.errors import LookupFailed
from kgraph.model import Explanation, Label, Language, Link, Mechanism, Selection, Severity, Term
from kgraph.queries import Query
from kgraph.questions.explaining import explain_between
from kgraph.questions.listing import mechanisms
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.questions.picturing import view
from kgraph.questions.querying import queries, query, rows_of
from kgraph.questions.site_files import data_files
from kgraph.questions.site_lessons import lesson_pages
from kgraph.questions.site_plots import plot_pages
from kgraph.questions.site_things import place_of, thing_pages
from kgraph.store import Knowledge
from kgraph.validation import Report
from kgraph.views.explanation import verdict_sentence
from kgraph.views.explore import graph_page
from kgraph.views.page import story_page
from kgraph.views.picture import GraphPicture
from kgraph.views.site import QueryAnswer, SitePage, SiteSection, answer_page, index_page
from kgraph.views.tables import Table

SOURCE, TARGET = "ketamine", "antidepressant effect"
_INDEX, _GRAPH, _CHAINS, _CHECK = "index.html", "graph.html", "explain.html", "check.html"
_DEEPER = "../"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page with its place in the index."""

    entry: SitePage
    text: str


def build(
    knowledge: Knowledge,
    *,
    source: str = "",
    target: str = "",
    report: Report | None = None,
    language: Language = Language.EN,
) -> Mapping[str, str]:
    """A whole site: the main question, the graph, a page for each mechanism, entity, claim and source, the answers of queries, files.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    source, target : str
        The ends of the main question; ketamine and its antidepressant effect, where the graph has them and none are given.
    report : Report, optional
        What `check` found; no such page without it.
    language : Language
        In which the pages open; each can be switched.

    Returns
    -------
    mapping of str to str
        Texts by their path relative to the folder of the site, sorted. The same knowledge gives the same bytes.

    Raises
    ------
    EntityNotFound, AmbiguousName
        For ends that were given and do not lead to one thing.
    """
    ends = _ends(knowledge, source, target)
    answer = explain_between(knowledge, *ends) if ends else None
    chains = [_chains_page(knowledge, answer, language)] if answer else []
    told = [_mechanism_page(knowledge, one, ends, language) for one in mechanisms(knowledge)]
    answered = [_query_page(knowledge, one, language) for one in queries()]
    explore = _graph_page(knowledge, language)
    checked = [_check_page(report, language)] if report else []
    place = place_of(knowledge, index=_INDEX, graph=_GRAPH)
    everything, things = thing_pages(knowledge, place, language=language)
    drawn, figures = plot_pages(knowledge, place, language=language)
    taught, lessons = lesson_pages(knowledge, index=_INDEX, graph=_GRAPH, language=language)
    offered, files = data_files(knowledge, answer)
    sections = [
        _section("Ask", "提问", [explore, *chains]),
        taught,
        _section("The mechanisms", "机制", told),
        drawn,
        everything,
        _section("Questions in SPARQL, answered", "SPARQL查询与答案", answered),
        _section("How sound it is", "检查", checked),
        offered,
    ]
    index = index_page(
        Label(en="kgraph: a mechanism graph", zh="kgraph：机制图谱"),
        verdict_sentence(answer) if answer else Label(),
        sections,
        facts=_facts(knowledge, report),
        language=language,
    )
    made = {page.entry.path: page.text for page in (explore, *chains, *told, *checked, *answered)}
    pages = {_INDEX: index, **made, **lessons, **figures, **things, **files}
    return dict(sorted(pages.items()))


def _ends(knowledge: Knowledge, source: str, target: str) -> tuple[Sequence[Term], Sequence[Term]] | None:
    """The variables of the main question; ``None`` where none was asked and the usual one makes no sense in this graph."""
    try:
        start, end = resolve_term(knowledge, source or SOURCE), resolve_term(knowledge, target or TARGET)
    except LookupFailed:
        if source or target:
            raise
        return None
    return variables_of(knowledge, start) or (start,), variables_of(knowledge, end) or (end,)


def _chains_page(knowledge: Knowledge, answer: Explanation, language: Language) -> _Page:
    first, last = answer.source[0].label, answer.target[0].label
    title = Label(en=f"From {first.en} to {last.en}", zh=f"从{first.zh}到{last.zh}")
    links = {(link.subject.id, link.object.id, link.sign.value): link for chain in answer.chains for link in chain.links}
    picture = _picture(knowledge, title, verdict_sentence(answer), [links[key] for key in sorted(links)], answer)
    text = story_page(picture, answer, knowledge, language=language, graph=_GRAPH, home=_INDEX)
    return _Page(entry=SitePage(path=_CHAINS, title=title, note=verdict_sentence(answer)), text=text)


def _picture(knowledge: Knowledge, title: Label, summary: Label, links: Sequence[Link], answer: Explanation) -> GraphPicture:
    variables = {end.id: end for link in links for end in (link.subject, link.object)}
    held = {mechanism for chain in answer.chains for mechanism in chain.mechanisms}
    return GraphPicture(
        title=title,
        summary=summary,
        variables=tuple(variables[key] for key in sorted(variables)),
        links=tuple(links),
        mechanisms=tuple(one for one in mechanisms(knowledge) if one.id in held),
        focus=tuple(sorted({end.id for end in (*answer.source, *answer.target)} & set(variables))),
    )


def _mechanism_page(
    knowledge: Knowledge, mechanism: Mechanism, ends: tuple[Sequence[Term], Sequence[Term]] | None, language: Language
) -> _Page:
    """A mechanism told from where it starts to where it ends: at the ends of the main question where it holds them."""
    selection = Selection(mechanisms=(mechanism.id,))
    links = knowledge.links(selection)
    subjects, objects = {link[0] for link in links}, {link[1] for link in links}
    asked = [{term.id for term in side} for side in ends] if ends else [set(), set()]
    starts = asked[0] & subjects or subjects - objects or subjects
    targets = asked[1] & objects or objects - subjects or objects
    answer = explain_between(
        knowledge, [knowledge.term(one) for one in sorted(starts)], [knowledge.term(one) for one in sorted(targets)], selection=selection
    )
    path = f"mechanisms/{mechanism.id.partition(':')[2]}.html"
    page = story_page(view(knowledge, [mechanism.id]), answer, knowledge, language=language, graph=_DEEPER + _GRAPH, home=_DEEPER + _INDEX)
    number = f"{mechanism.number}. " if mechanism.number else ""
    title = Label(en=number + mechanism.label.en, zh=number + mechanism.label.zh)
    return _Page(entry=SitePage(path=path, title=title, note=mechanism.summary), text=page)


def _graph_page(knowledge: Knowledge, language: Language) -> _Page:
    picture = view(knowledge)
    note = Label(
        en=f"{len(picture.variables)} variables and {len(picture.links)} links: search, follow paths, read the evidence, ask what if.",
        zh=f"{len(picture.variables)}个变量、{len(picture.links)}条连接：检索、追踪路径、查看证据、提出假设。",
    )
    entry = SitePage(path=_GRAPH, title=Label(en="Explore the graph", zh="探索图谱"), note=note)
    return _Page(entry=entry, text=graph_page(picture, knowledge, language=language, home=_INDEX))


def _query_page(knowledge: Knowledge, found: Query, language: Language) -> _Page:
    """The answer of a shipped query with its default parameters, and the example of one that has no default."""
    given = {parameter.name: parameter.example for parameter in found.parameters if parameter.required and not parameter.default}
    table = query(knowledge, found.name, given, language=Language.EN)
    answer = QueryAnswer(
        name=found.name,
        title=found.summary,
        description=Label(en=found.description, zh=found.summary.zh),
        table=rows_of(table),
        table_zh=rows_of(query(knowledge, found.name, given, language=Language.ZH)),
        sparql=found.text,
        limit=table.limit,
    )
    entry = SitePage(path=f"queries/{found.name}.html", title=found.summary, note=Label(en=found.description, zh=found.summary.zh))
    return _Page(entry=entry, text=answer_page(answer, language=language, home=_DEEPER + _INDEX))


def _check_page(report: Report, language: Language) -> _Page:
    rows = tuple((one.severity.value, one.gate, one.rule, one.where, one.message, one.remedy) for one in report.findings)
    table = Table(columns=("severity", "gate", "rule", "where", "message", "remedy"), rows=rows)
    title = Label(en="What the check found", zh="检查结果")
    note = Label(
        en=f"Errors: {len(report.errors)}. Warnings: {len(report.warnings)}. Gates: {', '.join(report.gates)}.",
        zh=f"错误：{len(report.errors)}。警告：{len(report.warnings)}。检查项：{'、'.join(report.gates)}。",
    )
    text = answer_page(QueryAnswer(name="check", title=title, description=note, table=table), language=language, home=_INDEX)
    return _Page(entry=SitePage(path=_CHECK, title=title, note=note), text=text)


def _section(en: str, zh: str, pages: Sequence[_Page]) -> SiteSection:
    return SiteSection(title=Label(en=en, zh=zh), pages=tuple(page.entry for page in pages))


def _facts(knowledge: Knowledge, report: Report | None) -> list[tuple[Label, str]]:
    counts = [
        (Label(en="claims", zh="主张"), len(knowledge.entries("claim"))),
        (Label(en="other entries", zh="其他条目"), len(knowledge.entries()) - len(knowledge.entries("claim"))),
        (Label(en="variables", zh="变量"), len(knowledge.variables())),
        (Label(en="references", zh="文献"), len(knowledge.references())),
        (Label(en="notes", zh="注记"), len(knowledge.notes())),
    ]
    if report:
        counts.append((Label(en="errors found", zh="发现的错误"), sum(one.severity is Severity.ERROR for one in report.findings)))
    return [(what, str(count)) for what, count in counts]
