"""The files of a site that are for programs: the whole graph in formats that other tools read, lists as tables, answers as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from kgraph.exchange.formats import exporter
from kgraph.exchange.report import Report
from kgraph.model import Explanation, Label, Language, Selection
from kgraph.questions.listing import claims, mechanisms, notes, results
from kgraph.store import Knowledge
from kgraph.views.columns import claims_table, mechanisms_table, notes_table, results_table
from kgraph.views.json_shapes import claims_json, explanation_json, mechanism_json, note_json, results_json
from kgraph.views.site import SitePage, SiteSection
from kgraph.views.tables import Format, Table, json_text, table_text

FOLDER = "data"
_GRAPHS = (
    ("turtle", "graph.ttl", Label(en="Everything, as the files that kgraph reads", zh="全部内容，即 kgraph 所读的文件")),
    ("jsonld", "graph.jsonld", Label(en="Everything, each layer a named graph", zh="全部内容，每层一个命名图")),
    ("trig", "graph.trig", Label(en="Everything, each layer a named graph", zh="全部内容，每层一个命名图")),
    (
        "graphml",
        "graph.graphml",
        Label(en="Links with their claims, for Gephi, yEd, Cytoscape, networkx", zh="链接及其主张，供 Gephi、yEd、Cytoscape、networkx"),
    ),
    ("links", "links.tsv", Label(en="A claim a row; kgraph reads it with --data", zh="每行一条主张；kgraph 可用 --data 读取")),
)
_TITLES = {"turtle": "Turtle", "jsonld": "JSON-LD", "trig": "TriG", "graphml": "GraphML", "links": "TSV"}


def data_files(knowledge: Knowledge, answer: Explanation | None) -> tuple[SiteSection, Mapping[str, str]]:
    """The files, and the section of the index that offers them.

    Parameters
    ----------
    knowledge : Knowledge
        The graph.
    answer : Explanation, optional
        The answer of the main question.

    Returns
    -------
    (SiteSection, mapping of str to str)
        Texts by path relative to the site. What a format cannot hold is counted beside it.
    """
    files: dict[str, str] = {}
    offered: list[SitePage] = []
    for name, file, note in _GRAPHS:
        report = Report(name)
        files[f"{FOLDER}/{file}"] = b"".join(piece for _, piece in exporter(name)(knowledge, Selection(), report)).decode()
        offered.append(
            SitePage(path=f"{FOLDER}/{file}", title=Label(en=_TITLES[name], zh=_TITLES[name]), note=_with_loss(note, report), file=True)
        )
    for name, table in _tables(knowledge).items():
        files[f"{FOLDER}/{name}.csv"] = table_text(table, Format.CSV)
        count = len(table.rows)
        offered.append(
            SitePage(
                path=f"{FOLDER}/{name}.csv",
                title=Label(en=f"CSV: {name}", zh=f"CSV：{_ZH[name]}"),
                note=Label(en=f"{count} rows", zh=f"{count}行"),
                file=True,
            )
        )
    files.update({f"{FOLDER}/{name}.json": json_text(value) for name, value in _answers(knowledge, answer).items()})
    return SiteSection(title=Label(en="To take away", zh="下载"), pages=tuple(offered)), files


_ZH = {"claims": "主张", "results": "结果", "notes": "注记", "mechanisms": "机制"}


def _tables(knowledge: Knowledge) -> dict[str, Table]:
    both = (Language.EN, Language.ZH)
    return {
        "claims": claims_table(claims(knowledge), knowledge, both),
        "results": results_table(results(knowledge), knowledge, both),
        "notes": notes_table(notes(knowledge), both),
        "mechanisms": mechanisms_table(mechanisms(knowledge), both),
    }


def _answers(knowledge: Knowledge, answer: Explanation | None) -> dict[str, object]:
    """The answers as JSON; their schemas are in `docs/schema`."""
    return {
        "claims": claims_json(claims(knowledge), knowledge),
        "results": results_json(results(knowledge), knowledge),
        "notes": [note_json(note) for note in notes(knowledge)],
        "mechanisms": [mechanism_json(one) for one in mechanisms(knowledge)],
        **({"explain": explanation_json(answer, knowledge)} if answer else {}),
    }


def _with_loss(note: Label, report: Report) -> Label:
    short = report.records["read"] - report.records["kept"] - report.records["approximated"]
    if not short:
        return note
    return Label(en=f"{note.en}. {short} entries do not fit in whole.", zh=f"{note.zh}。{short}条记录未能完整存入。")
