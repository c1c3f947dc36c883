"""Writes docs/coverage.md from the graph: each sentence of the review and the entries that encode it.

Run ``python -m tests.knowledge.coverage_table`` after the knowledge has changed; a test holds the file against the graph.
"""

from __future__ import annotations

from pathlib import Path

from kgraph.model import Entry, Language
from kgraph.store import Knowledge, load

PATH = Path(__file__).parents[2] / "docs" / "coverage.md"
KINDS = ("claim", "association", "description", "observation", "result")
HEAD = """# Coverage of the review

Each sentence of the review by its locator (`docs/locators.md`), and every entry of the review layer that encodes it. A sentence with
none says why. Written from the graph by `python -m tests.knowledge.coverage_table`; a test holds it against the graph.

| sentence | characters | entries | why none |
|---|---|---|---|
"""


def entries_by_locator(knowledge: Knowledge) -> dict[str, list[Entry]]:
    """Every entry under each locator that one of its evidences points to, sorted by id."""
    found: dict[str, list[Entry]] = {locator.id: [] for locator in knowledge.locators()}
    for kind in KINDS:
        for entry in knowledge.entries(kind):
            for place in {evidence.locator for evidence in entry.evidence if evidence.locator}:
                found[place].append(entry)
    return {place: sorted(entries, key=lambda entry: entry.id) for place, entries in found.items()}


def table(knowledge: Knowledge) -> str:
    """The whole text of docs/coverage.md."""
    places = entries_by_locator(knowledge)
    rows = []
    for locator in sorted(knowledge.locators(), key=lambda locator: locator.start):
        entries = ", ".join(f"`{entry.id}`" for entry in places[locator.id] if entry.layer.value == "review")
        why = "" if entries else locator.comment.text(Language.EN)
        rows.append(f"| `{locator.sentence}` | {locator.start}–{locator.end} | {entries} | {why} |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    PATH.write_text(table(load()), encoding="utf-8", newline="\n")
