"""Answers as HTML for notebooks: no script, no style sheet, nothing fetched. English first, Chinese below it to unfold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kgraph.model import (
    Blocks,
    Carried,
    Chain,
    Disagreement,
    Entry,
    Examination,
    Explanation,
    Label,
    Language,
    Mechanism,
    Needs,
    Note,
    Reach,
    Rescued,
    Result,
    Reversal,
    Rivalry,
    Supposition,
)
from kgraph.views.carried import carried_table
from kgraph.views.columns import claims_table, mechanisms_table, notes_table, results_table, steps_table
from kgraph.views.disagreements import disagreements_table
from kgraph.views.dossier import Dossier
from kgraph.views.examination import examination_table
from kgraph.views.explanation import verdict_sentence
from kgraph.views.inference import reversal_table, rivalry_table
from kgraph.views.naming import Terms
from kgraph.views.needs import blocks_table, needs_table, rescued_table
from kgraph.views.picture import GraphPicture
from kgraph.views.picture_ink import Theme
from kgraph.views.picture_sheet import sheet_of
from kgraph.views.picture_svg import sheet_svg
from kgraph.views.plot import Plot, plot_table
from kgraph.views.plot_page import html_table
from kgraph.views.plot_svg import plot_svg
from kgraph.views.reach import reach_table
from kgraph.views.show import show_text
from kgraph.views.supposition import predictions_table
from kgraph.views.svg import LANGUAGE_TAG, xml_text
from kgraph.views.tables import Table

_MOST_ROWS = 60
_MOST_DRAWN = 18


def notebook_html(value: object, terms: Terms) -> str:
    """An answer as HTML; empty for what is no answer that we know."""
    if isinstance(value, Explanation):
        return _explanation(value, terms)
    if isinstance(value, Plot):
        return _both(
            lambda language: plot_svg(value, terms, language=language, theme=Theme.LIGHT) + _unfolded(plot_table(value, (language,)))
        )
    if isinstance(value, Dossier):
        return _both(lambda language: f"<pre>{_lines(show_text(value, terms, languages=(language,)))}</pre>")
    if isinstance(value, Table):
        return f'<div class="kgraph-answer">{_table(value)}</div>'
    if _table_of(value, terms, (Language.EN,)) is None:
        return ""
    return _both(lambda language: _table(_table_of(value, terms, (language,)) or Table(columns=())))


def notebook_svg(picture: GraphPicture, terms: Terms) -> str:
    """A picture as SVG on a sheet of its own."""
    return sheet_svg(sheet_of(picture, terms))


def _explanation(answer: Explanation, terms: Terms) -> str:
    """The verdict, a picture of as many chains as can be read, and their steps."""

    def told(language: Language) -> str:
        drawn = _readable(answer.chains)
        parts = [f"<p><strong>{xml_text(verdict_sentence(answer).text(language))}</strong></p>"]
        if drawn:
            title = _title(answer, len(drawn))
            parts.append(sheet_svg(sheet_of(_picture(drawn, title), terms, languages=(language,))))
        rest = f"{len(answer.chains)} chains, step by step" if language is Language.EN else f"{len(answer.chains)}条因果链的各步"
        steps = _table(steps_table(answer, (language,)))
        return "".join([*parts, f"<details><summary>{rest}</summary>{steps}</details>"])

    return _both(told)


def _readable(chains: Sequence[Chain]) -> list[Chain]:
    """The first chains, as long as all their variables together can be read in one picture."""
    kept, known = list[Chain](), set[str]()
    for chain in chains:
        ends = {end.id for link in chain.links for end in (link.subject, link.object)}
        if len(known | ends) > _MOST_DRAWN:
            break
        known |= ends
        kept.append(chain)
    return kept


def _picture(chains: Sequence[Chain], title: Label) -> GraphPicture:
    links = {(link.subject.id, link.object.id, link.sign.value): link for one in chains for link in one.links}
    variables = {end.id: end for link in links.values() for end in (link.subject, link.object)}
    ends = {one.links[0].subject.id for one in chains} | {one.links[-1].object.id for one in chains}
    return GraphPicture(
        title=title,
        variables=tuple(variables[key] for key in sorted(variables)),
        links=tuple(links[key] for key in sorted(links)),
        focus=tuple(sorted(ends)),
    )


def _title(answer: Explanation, drawn: int) -> Label:
    first, last = answer.source[0].label, answer.target[0].label
    shown = (
        Label()
        if drawn == len(answer.chains)
        else Label(en=f": the first {drawn} of {len(answer.chains)} chains", zh=f"：前{drawn}条因果链（共{len(answer.chains)}条）")
    )
    return Label(en=f"From {first.en} to {last.en}{shown.en}", zh=f"从{first.zh}到{last.zh}{shown.zh}")


def _table_of(value: object, terms: Terms, languages: Sequence[Language]) -> Table | None:
    """A value as a table, if it is one of those that become one."""
    if isinstance(value, tuple):
        return _listed(value, terms, languages)
    if isinstance(value, Examination):
        return examination_table(value, terms, languages)
    if isinstance(value, Supposition):
        return predictions_table(value, languages)
    if isinstance(value, Needs):
        return needs_table(value, languages)
    if isinstance(value, Blocks):
        return blocks_table(value, languages)
    if isinstance(value, Rescued):
        return rescued_table(value, languages)
    if isinstance(value, Carried):
        return carried_table(value, languages)
    if isinstance(value, Reach):
        return reach_table(value, languages)
    if isinstance(value, Rivalry):
        return rivalry_table(value, languages)
    return reversal_table(value, languages) if isinstance(value, Reversal) else None


def _listed(values: tuple[object, ...], terms: Terms, languages: Sequence[Language]) -> Table | None:
    """A list of entries, notes, mechanisms or disagreements; results have columns of their own where they are among themselves."""
    if found := [one for one in values if isinstance(one, Result)]:
        return results_table(found, terms, languages) if len(found) == len(values) else None
    if entries := [one for one in values if isinstance(one, Entry)]:
        return claims_table(entries, terms, languages)
    if notes := [one for one in values if isinstance(one, Note)]:
        return notes_table(notes, languages)
    if mechanisms := [one for one in values if isinstance(one, Mechanism)]:
        return mechanisms_table(mechanisms, languages)
    if disagreements := [one for one in values if isinstance(one, Disagreement)]:
        return disagreements_table(disagreements, languages)
    return None if values else Table(columns=("nothing found",))


def _both(make: Callable[[Language], str]) -> str:
    """The answer in English, and in Chinese below it to unfold."""
    chinese = f'<details lang="{LANGUAGE_TAG[Language.ZH]}"><summary>中文</summary>{make(Language.ZH)}</details>'
    return f'<div class="kgraph-answer"><div lang="en">{make(Language.EN)}</div>{chinese}</div>'


def _unfolded(table: Table) -> str:
    return f"<details><summary>table</summary>{_table(table)}</details>"


def _table(table: Table) -> str:
    """The first rows of a table, and how many more there are."""
    more = len(table.rows) - _MOST_ROWS
    said = f"<p>… {more} more / 另有{more}行</p>" if more > 0 else ""
    return f'<div style="overflow-x:auto">{html_table(replace(table, rows=table.rows[:_MOST_ROWS]))}</div>{said}'


def _lines(text: str) -> str:
    return "\n".join(xml_text(line) for line in text.split("\n"))
