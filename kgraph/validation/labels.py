"""Rules of sense on texts: a label or text missing in one of the two languages, a name that two things share.

Chinese that is missing in a file without any is a warning: other people's graphs have none. In a file that speaks both it is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import Literal, NamedNode

from kgraph.model import Finding
from kgraph.store import fold
from kgraph.store.ids import short
from kgraph.validation.data import Data, Value, show
from kgraph.validation.findings import error, listed, warning
from kgraph.vocabulary.terms import ALT_LABEL, COMMENT, KG, LABEL, RDF_TYPE

_LABELLED = ("Entity", "Variable", "Mechanism", "Method", "Rule", "Reference", "Association", "Description", "Observation", "Result")
_TEXTS = (COMMENT, *(KG + name for name in ("extent", "found", "offset", "onset", "schedule", "timeFrom", "timing")))
_LANGUAGES = {"en": "English (@en)", "zh-hans": "Simplified Chinese (@zh-Hans)"}


def missing_labels(data: Data) -> Iterator[Finding]:
    """Things without a label in English or in Simplified Chinese; empty labels count as missing."""
    for subject in _labelled(data):
        for language in _missing(data.values(subject, LABEL)):
            yield _telling(data, subject, language)(
                "sense",
                "missing-label",
                data.where(subject),
                f"it has no label in {_LANGUAGES[language]}",
                f'add rdfs:label "…"@{"en" if language == "en" else "zh-Hans"}',
            )


def half_told_texts(data: Data) -> Iterator[Finding]:
    """Texts for readers that are there in one language only."""
    for predicate in _TEXTS:
        for subject, values in data.column(predicate).items():
            absent = _missing(values)
            if len(absent) == 1:
                yield _telling(data, subject, absent[0])(
                    "sense",
                    "missing-translation",
                    f"{data.where(subject)}, {short(predicate)}",
                    f"the text is missing in {_LANGUAGES[absent[0]]}",
                    "say it in both languages",
                )


def shared_names(data: Data) -> Iterator[Finding]:
    """Names (labels and synonyms, folded as in every question) that lead to two entities, or to two variables."""
    for cls, kind in ((KG + "Entity", "entities"), (KG + "Variable", "variables"), (KG + "Mechanism", "mechanisms")):
        owners: dict[str, dict[Value, str]] = {}
        for subject in data.instances(cls):
            for value in (*data.values(subject, LABEL), *data.values(subject, ALT_LABEL)):
                if isinstance(value, Literal) and value.value.strip():
                    owners.setdefault(fold(value.value), {}).setdefault(subject, value.value)
        for found in owners.values():
            if len(found) > 1:
                first = min(found, key=show)
                yield warning(
                    "sense",
                    "shared-name",
                    data.where(first),
                    f"'{found[first]}' names {len(found)} {kind}: {listed(map(show, found))}",
                    "a question with this name is ambiguous; give one of them another label, or drop the synonym",
                )


def _labelled(data: Data) -> set[Value]:
    found: set[Value] = set().union(*(data.instances(KG + name) for name in _LABELLED))
    of_schema = {one for one in data.column(RDF_TYPE) if isinstance(one, NamedNode) and one.value.startswith(KG)}
    return found | of_schema


def _telling(data: Data, subject: Value, language: str) -> Callable[[str, str, str, str, str], Finding]:
    return error if language == "en" or data.speaks_chinese(subject) else warning


def _missing(values: list[Value]) -> list[str]:
    told = {value.language.lower() for value in values if isinstance(value, Literal) and value.language and value.value.strip()}
    return [language for language in _LANGUAGES if not any(tag == language or tag.startswith(language + "-") for tag in told)]
