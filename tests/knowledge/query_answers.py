"""The expected answers of the shipped queries, one TSV file each under ``answers/``; reviewed when they change.

Run ``python -m tests.knowledge.query_answers`` after the knowledge has changed, and read the difference.
"""

from __future__ import annotations

from pathlib import Path

from kgraph.queries import Query, list_queries, run
from kgraph.store import Knowledge, load
from kgraph.vocabulary.prefixes import compact

FOLDER = Path(__file__).parent / "answers"


def example_arguments(query: Query) -> dict[str, str]:
    """What the header gives as an example, for every parameter but the language."""
    return {parameter.name: parameter.example for parameter in query.parameters if parameter.name != "lang"}


def answer(knowledge: Knowledge, query: Query) -> str:
    """The whole answer as tab-separated text, IRIs as CURIEs, in English, with the example arguments."""
    table = run(knowledge, query, example_arguments(query))
    lines = ["\t".join(table.columns)]
    lines += ["\t".join("" if cell is None else compact(cell.value) for cell in row) for row in table.rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    shipped = load()
    FOLDER.mkdir(exist_ok=True)
    for shipped_query in list_queries():
        path = FOLDER / f"{shipped_query.name}.tsv"
        path.write_text(answer(shipped, shipped_query), encoding="utf-8", newline="\n")
