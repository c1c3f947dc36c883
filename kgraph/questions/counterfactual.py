"""Counterfactuals over mechanisms in batch: suppositions as JSON, each answered by itself. What an edit does: `kgraph.exchange`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import EntityNotFound, InvalidValue
from kgraph.exchange import Report, audit, counterfactual, read, signed_mechanisms
from kgraph.exchange.json_records import Json
from kgraph.model import Audit, Counterfactual, Edit, LinkEdit, Selection, Sign, SignedMechanism
from kgraph.store import Knowledge, fold, similar

__all__ = ["Bench", "Supposed", "bench_of", "bench_of_files", "supposed"]

_EVERYTHING = Selection()
_EDITS = {one.value: one for one in Edit}
_KNOWN = frozenset({"id", "mechanism", "start", "end", "edits", "edit", "subject", "object", "sign"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """One supposition: what is done to which mechanisms. `mechanism` is empty for all that have the link; `start` and `end` limit them."""

    id: str
    mechanism: str
    start: str
    end: str
    edits: tuple[Mapping[str, str], ...]


class Bench:
    """The mechanisms at hand, found by id, by the end of their id, or by name; each audited once."""

    def __init__(self, mechanisms: Iterable[SignedMechanism]) -> None:
        self._mechanisms = tuple(mechanisms)
        self._audits: dict[int, Audit] = {}
        self._named: dict[str, list[int]] = {}
        for number, one in enumerate(self._mechanisms):
            bare = one.id.partition(":")[2]
            for name in {one.id, bare, bare.partition(".")[2], one.label.en, one.label.zh} - {""}:
                self._named.setdefault(fold(name), []).append(number)

    def __len__(self) -> int:
        return len(self._mechanisms)

    def answer(self, supposed: Supposed) -> tuple[Counterfactual, ...]:
        """What the supposition does to each mechanism that it is about, in the order in which they were read.

        Raises
        ------
        EntityNotFound
            No mechanism goes by the name, or none has the link.
        InvalidValue
            The edit cannot be made; or a name stands for several places of the mechanism.
        """
        if supposed.mechanism:
            return tuple(self._one(number, self._edits(number, supposed)) for number in self._chosen(supposed))
        found = []
        for number, mechanism in enumerate(self._mechanisms):
            if self._fits(number, supposed) and all(_has(mechanism, edit) for edit in supposed.edits):
                found.append(self._one(number, self._edits(number, supposed)))
        if not found:
            raise EntityNotFound("no mechanism has this link", remedy="name its two places as the mechanism does")
        return tuple(found)

    def _one(self, number: int, edits: Sequence[LinkEdit]) -> Counterfactual:
        mechanism = self._mechanisms[number]
        if number not in self._audits:
            self._audits[number] = audit(mechanism)
        return counterfactual(mechanism, edits, before=self._audits[number])

    def _chosen(self, supposed: Supposed) -> list[int]:
        found = [number for number in self._named.get(fold(supposed.mechanism), ()) if self._fits(number, supposed)]
        if not found:
            folded = similar(supposed.mechanism, sorted(self._named), 3)
            near = tuple(dict.fromkeys(self._mechanisms[self._named[one][0]].id for one in folded))
            raise EntityNotFound(
                f"no mechanism is named '{supposed.mechanism}'" + (" with this start and end" if supposed.start or supposed.end else ""),
                candidates=near,
                remedy="did you mean " + ", ".join(near) if near else "use an id that kgraph audit lists",
            )
        return found

    def _fits(self, number: int, supposed: Supposed) -> bool:
        mechanism = self._mechanisms[number]
        asked = ((supposed.start, mechanism.start), (supposed.end, mechanism.end))
        return all(not name or place in _places(mechanism, name) for name, place in asked)

    def _edits(self, number: int, supposed: Supposed) -> tuple[LinkEdit, ...]:
        return tuple(_edit(self._mechanisms[number], edit) for edit in supposed.edits)


def bench_of(knowledge: Knowledge, *, selection: Selection = _EVERYTHING) -> Bench:
    """The mechanisms of loaded knowledge."""
    return Bench(signed_mechanisms(knowledge, selection=selection))


def bench_of_files(format: str, paths: Sequence[Path]) -> Bench:
    """The mechanisms in files of another format; errors as `kgraph.exchange.read`."""
    return Bench(record.mechanism for record in read(format, paths, Report(format)) if record.mechanism is not None)


def supposed(value: Json) -> Supposed:
    """A supposition from its JSON shape; `InvalidValue` for anything else.

    Examples
    --------
    >>> supposed({"mechanism": "mech:lhb", "edit": "delete", "subject": "ketamine", "object": "burst firing"}).edits[0]["edit"]
    'delete'
    """
    if not isinstance(value, dict):
        raise InvalidValue("it is no object", remedy='write {"mechanism": …, "edit": "delete", "subject": …, "object": …}')
    if unknown := sorted(set(value) - _KNOWN):
        raise InvalidValue(f"there is no field '{unknown[0]}'", remedy=f"use {', '.join(sorted(_KNOWN))}")
    edits = value.get("edits", [{name: value[name] for name in ("edit", "subject", "object", "sign") if name in value}])
    if not isinstance(edits, list) or not edits:
        raise InvalidValue("'edits' is no list of edits", remedy="give at least one")
    read_edits = tuple(_read(edit) for edit in edits)
    mechanism = _text(value, "mechanism")
    if not mechanism and any(edit["edit"] == Edit.ADD.value for edit in read_edits):
        raise InvalidValue("a link can be added to a named mechanism only", remedy='give "mechanism"')
    return Supposed(id=_text(value, "id"), mechanism=mechanism, start=_text(value, "start"), end=_text(value, "end"), edits=read_edits)


def _read(edit: Json) -> Mapping[str, str]:
    if not isinstance(edit, dict):
        raise InvalidValue("an edit is no object", remedy='write {"edit": "invert", "subject": …, "object": …}')
    texts = {name: _text(edit, name) for name in ("edit", "subject", "object", "sign")}
    if texts["edit"] not in _EDITS:
        raise InvalidValue(f"'{texts['edit']}' is not an edit", remedy=f"use {', '.join(_EDITS)}")
    if missing := [name for name in ("subject", "object") if not texts[name]]:
        raise InvalidValue(f"the edit has no {missing[0]}", remedy="name both ends of the link")
    if texts["sign"]:
        Sign.of(texts["sign"])
    return texts


def _text(value: Mapping[str, Json], name: str) -> str:
    held = value.get(name, "")
    if isinstance(held, bool) or not isinstance(held, str | int):
        raise InvalidValue(f"'{name}' is no text", remedy="write it in quotes")
    return str(held).strip()


def _edit(mechanism: SignedMechanism, texts: Mapping[str, str]) -> LinkEdit:
    sign = Sign.of(texts["sign"]) if texts["sign"] else None
    ends = [_place(mechanism, texts[name]) for name in ("subject", "object")]
    return LinkEdit(edit=_EDITS[texts["edit"]], subject=ends[0], object=ends[1], sign=sign)


def _has(mechanism: SignedMechanism, texts: Mapping[str, str]) -> bool:
    subjects, objects = _places(mechanism, texts["subject"]), _places(mechanism, texts["object"])
    return any(step.subject in subjects and step.object in objects for step in mechanism.steps)


def _place(mechanism: SignedMechanism, name: str) -> str:
    found = _places(mechanism, name)
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidValue(f"'{name}' names {len(found)} places", where=mechanism.id, remedy="use one of " + ", ".join(found))
    known = sorted({place for step in mechanism.steps for place in (step.subject, step.object)})
    raise EntityNotFound(f"the mechanism has no place '{name}'", where=mechanism.id, remedy="its places: " + ", ".join(known[:20]))


def _places(mechanism: SignedMechanism, name: str) -> list[str]:
    """The places that go by a name: the id itself, else those of this label."""
    places = dict.fromkeys(place for step in mechanism.steps for place in (step.subject, step.object))
    if name in places:
        return [name]
    wanted = fold(name)
    labels = {place: mechanism.names.get(place) for place in places}
    return [
        place
        for place, label in labels.items()
        if wanted in {fold(place), fold(place.partition(":")[2])} or (label and wanted in {fold(label.en), fold(label.zh)})
    ]
