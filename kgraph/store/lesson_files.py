"""Reads the hand-written part of lessons: TOML files in ``lessons`` beside the knowledge. What is made of it: `kgraph.questions`."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kgraph.errors import InvalidValue, KnowledgeError
from kgraph.model import Label, Outline, Remark, RemarkKind
from kgraph.store.knowledge import Knowledge
from kgraph.store.locate import shipped_ontology

FOLDER = "lessons"
_KEYS = {"title", "summary", "mechanisms", "goal", "remark", "part"}


def outlines(knowledge: Knowledge) -> tuple[Outline, ...]:
    """The lessons that stand beside the files of some knowledge, by the names of their files.

    Parameters
    ----------
    knowledge : Knowledge
        As it was loaded.

    Returns
    -------
    tuple of Outline
        Empty where there is no folder ``lessons``.

    Raises
    ------
    KnowledgeError
        A file is no TOML (with line), has an unknown field, or a text in one language only.
    """
    shipped = shipped_ontology()
    own = [path for path in knowledge.files if not path.is_relative_to(shipped)] or list(knowledge.files)
    if not own:
        return ()
    common = Path(os.path.commonpath([path.resolve().parent for path in own]))
    return tuple(_read(path) for path in sorted((common / FOLDER).glob("*.toml")))


def _read(path: Path) -> Outline:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"this is not TOML: {error}", where=str(path), remedy="see docs/lessons.md") from error
    try:
        return _outline(path.stem, found)
    except (InvalidValue, KeyError, TypeError, ValueError, AttributeError) as error:
        raise KnowledgeError(f"this is no lesson: {error}", where=str(path), remedy="see docs/lessons.md") from error


def _outline(name: str, found: Mapping[str, Any]) -> Outline:
    strange = sorted(set(found) - _KEYS)
    if strange:
        raise ValueError(f"unknown fields: {', '.join(strange)}")
    return Outline(
        id=name,
        title=_label(found.get("title", {})),
        summary=_label(found.get("summary", {})),
        mechanisms=_ids(found.get("mechanisms", [])),
        goals=tuple(_label(one) for one in found.get("goal", [])),
        remarks=tuple(
            Remark(kind=RemarkKind(one["kind"]), text=_label(one), about=_ids(one.get("on", []))) for one in found.get("remark", [])
        ),
        parts=tuple((_label(one["title"]), _ids(one.get("entries", [])), str(one.get("plot", ""))) for one in found.get("part", [])),
    )


def _label(found: Mapping[str, Any]) -> Label:
    label = Label(en=" ".join(str(found.get("en", "")).split()), zh="".join(str(found.get("zh", "")).split("\n")).strip())
    if bool(label.en) != bool(label.zh):
        raise ValueError(f"a text in one language only: {label.en or label.zh}")
    return label


def _ids(found: Any) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise TypeError("ids are a list of texts")
    return tuple(found)
