"""Lines of JSON in, lines of JSON out, for the command counterfactuals; what is wrong with a line stays with that line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kgraph.cli.choices import selection_of
from kgraph.cli.opening import foreign, opened, patience
from kgraph.errors import InvalidValue, KgraphError, KnowledgeError

if TYPE_CHECKING:
    from kgraph.cli.settings import Settings
    from kgraph.exchange.json_records import Json
    from kgraph.questions.counterfactual import Bench

_LONGEST = 1_000_000
Chosen = tuple[list[str] | None, list[str] | None, list[str] | None]


def answers_to(settings: Settings, lines: list[str], *, chosen: Chosen) -> tuple[list[str], int]:
    """A line of JSON for each line that is not blank, and how many of them are errors."""
    bench = _bench(settings, chosen)
    if not len(bench):
        raise KnowledgeError("no mechanism here leads from a drug to a disease, a phenotype or an effect", where=str(settings.data or ""))
    texts, wrong = [], 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            text, failed = _answer(bench, number, line)
            texts.append(text)
            wrong += failed
    return texts, wrong


def _answer(bench: Bench, number: int, line: str) -> tuple[str, bool]:
    from kgraph.questions.counterfactual import supposed
    from kgraph.views.counterfactual import answer_json, error_json

    name = ""
    try:
        value = _value(line)
        if isinstance(value, dict) and isinstance(value.get("id"), str | int):
            name = str(value["id"])
        found = answer_json(number, name, bench.answer(supposed(value)))
        failed = False
    except KgraphError as error:
        found, failed = error_json(number, name, error.message, error.where, error.remedy), True
    return json.dumps(found, ensure_ascii=False, sort_keys=True) + "\n", failed


def _value(line: str) -> Json:
    if len(line) > _LONGEST:
        raise InvalidValue(f"the line is longer than {_LONGEST:,} characters", remedy="write one supposition a line")
    try:
        value: Json = json.loads(line)
        return value
    except (ValueError, RecursionError) as error:
        raise InvalidValue(f"it is no JSON: {error}", remedy="write one JSON object a line") from None


def _bench(settings: Settings, chosen: Chosen) -> Bench:
    from kgraph.questions.counterfactual import bench_of, bench_of_files

    named = foreign(settings.data) if settings.data is not None else None
    if named is not None and not any(chosen):
        with patience(settings, f"reading {settings.data}"):
            bench = bench_of_files(named[0], (named[1],))
        if len(bench):
            return bench
    knowledge = opened(settings)
    return bench_of(knowledge, selection=selection_of(knowledge, *chosen))
