"""Lines and complexes of a pathway as claims, associations and descriptions. What their ends are about: `gpml_ends.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from kgraph.exchange.gpml_ends import FORK, NOTHING, End, Ends, Reading
from kgraph.exchange.gpml_pathway import Group, Line, Pathway
from kgraph.exchange.gpml_table import Act
from kgraph.exchange.gpml_things import Things
from kgraph.exchange.identifiers import preferred, reference_curie
from kgraph.exchange.imported import Imported
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.model import Certainty, Evidence, Reference, Sign, Variable

_UNNAMED = "an end of it is on something without a name"
_FORMS = ("change of one form of a thing into another", "kg:regulates: no form has a name of its own")
_ITSELF = "it joins a thing to itself"


class PathwayEntries:
    """One pathway on its way to values: one record a line, one a complex."""

    def __init__(self, pathway: Pathway, maker: Maker, report: Report, name: str) -> None:
        self._pathway = pathway
        self._maker = maker
        self._report = report
        self._name = pathway.id or name
        self._things = Things(pathway, maker, report)
        self._ends = Ends(pathway, self._things)

    def write(self, place: str) -> Iterator[Imported]:
        """Every line and every complex; what cannot stand is told."""
        for number, line in enumerate(self._pathway.lines, 1):
            where = f"{place}#{line.id or f'line {number}'}"
            self._open(where)
            readings = self._ends.readings(line)
            why = "" if readings else self._no_reading(line)
            whys = [self._line(line, reading) for reading in readings]
            yield from self._close(f"line {_word(line)}", why or "; ".join(dict.fromkeys(one for one in whys if one)))
        for number, group in enumerate(self._things.complexes(), 1):
            self._open(f"{place}#{group.id or f'complex {number}'}")
            yield from self._close("complex", self._complex(group))

    def _open(self, place: str) -> None:
        self._report.start(place)
        self._maker.open(place, place)
        self._context = self._things.species()
        title = self._pathway.title or self._name
        if self._pathway.id:
            self._record = self._maker.reference(f"wikipathways:{self._name}", citation=f"WikiPathways {self._name}: {title}")
        else:
            self._record = self._maker.record(self._name, f"WikiPathways: {title}")
        self._mechanisms = (self._maker.mechanism(self._name, title, self._pathway.description).id,)

    def _close(self, what: str, why: str) -> Iterator[Imported]:
        if not self._maker.said:
            self._report.abandon(what, why or _UNNAMED)
            return
        if why:
            self._report.lost(what, why)
        self._report.finish()
        yield self._maker.close()

    def _no_reading(self, line: Line) -> str:
        if line.ends is None:
            return "it has fewer than two points"
        known = [point.head for point in line.ends if point.head]
        return f"no line end of GPML that kgraph knows: {known[0][:40]}" if known else NOTHING

    def _line(self, line: Line, reading: Reading) -> str:
        """One direction of a line; the reason where it gave nothing."""
        if reading.head.act is Act.INK:
            return FORK
        pairs = self._ends.pairs(reading)
        if not pairs:
            return self._ends.why or NOTHING
        near = not reading.head.exact or bool(self._ends.notes)
        made = [self._pair(line, reading, source, target, near=near) for source, target in self._settled(pairs)]
        if all(made):
            return made[0]
        for what, became in self._ends.notes:
            self._report.approximated(what, became)
        what = f"line {reading.word}"
        if reading.head.exact:
            self._report.kept(what)
        else:
            self._report.approximated(what, reading.head.reason)
        for why in dict.fromkeys(one for one in made if one):
            self._report.lost(f"{what}, one of its pairs", why)
        return ""

    def _settled(self, pairs: tuple[tuple[End, End], ...]) -> Iterator[tuple[End, End]]:
        """Pairs without those that say more and less of one thing at once, as where a form of it becomes another: their sign is open."""
        signs: dict[tuple[str, str], set[Sign]] = {}
        keys = [(source.thing, self._key(target)) for source, target in pairs]
        for key, (_, target) in zip(keys, pairs, strict=True):
            signs.setdefault(key, set()).add(target.sign)
        for key, (source, target) in zip(keys, pairs, strict=True):
            if len(signs[key]) == 1:
                yield source, target
            elif signs[key]:
                signs[key].clear()
                if _FORMS not in self._ends.notes:
                    self._ends.notes.append(_FORMS)
                yield source, replace(target, sign=Sign.UNKNOWN, beside=False)

    def _key(self, end: End) -> str:
        variable = self._things.variable(end.thing, end.aspect)
        return variable.id if variable else end.thing

    def _pair(self, line: Line, reading: Reading, source: End, target: End, *, near: bool) -> str:
        cause = self._things.variable(source.thing, "Abundance" if reading.head.act is Act.CHANGE else "")
        effect = self._things.variable(target.thing, target.aspect)
        if cause is None or effect is None:
            return _UNNAMED
        if cause.id == effect.id:
            return _ITSELF
        certainty = Certainty.POSSIBLE if near else Certainty.STATED
        if reading.head.act is Act.BOND or target.beside:
            sign = None if reading.head.act is Act.BOND else self._sign(reading, target)
            entry = self._maker.association_id(cause, effect, sign=sign)
            evidence = [self._evidence(entry, line, reading.word, certainty)]
            self._maker.association(cause, effect, evidence, sign=sign, mechanisms=self._mechanisms)
            return ""
        self._claim(cause, self._sign(reading, target) or Sign.UNKNOWN, effect, line, reading, certainty)
        return ""

    def _sign(self, reading: Reading, target: End) -> Sign | None:
        """What raising the source does to the target; ``None`` where that is not reported."""
        sign = Sign.of(reading.head.sign) * target.sign
        return None if sign is Sign.UNKNOWN else sign

    def _claim(self, cause: Variable, sign: Sign, effect: Variable, line: Line, reading: Reading, certainty: Certainty) -> None:
        entry = self._maker.claim_id(cause, sign, effect)
        claim = self._maker.claim(cause, sign, effect, [self._evidence(entry, line, reading.word, certainty)], mechanisms=self._mechanisms)
        self._maker.bridge(claim, self._maker.entity_of(effect))

    def _complex(self, group: Group) -> str:
        whole = self._things.entity(group.id) if group.id else None
        parts = self._things.parts(group)
        if whole is None or not parts:
            return "a complex without a name or without named members"
        cites = self._cites(group.references)
        for part in parts:
            if part.id == whole.id:
                continue
            entry = self._maker.description_id(whole, "hasComponent", part)
            words = f"{whole.label.en} has the member {part.label.en}"
            evidence = self._maker.evidence(
                entry, self._record, cites=cites, context=self._context, comment=f"WikiPathways {self._name}: complex"
            )
            self._maker.description(whole, "hasComponent", part, [evidence], words=words, mechanisms=self._mechanisms)
        self._report.kept("complex")
        return ""

    def _evidence(self, entry: str, line: Line, word: str, certainty: Certainty) -> Evidence:
        xref = f"{line.source}:{line.identifier}" if line.source and line.identifier else ""
        return self._maker.evidence(
            entry,
            self._record,
            cites=self._cites(line.references),
            certainty=certainty,
            context=self._context,
            comment=f"WikiPathways {self._name}: {word}",
            annotation=json.dumps({"xref": xref}, ensure_ascii=False) if xref else "",
        )

    def _cites(self, keys: list[str]) -> tuple[Reference, ...]:
        """The publications with these keys."""
        found: list[Reference] = []
        for key in dict.fromkeys(keys):
            said = self._pathway.publications.get(key, "")
            source, _, number = said.partition(":")
            curie = preferred(number, prefix=source) or reference_curie(number)
            if curie:
                found.append(self._maker.reference(curie))
                self._report.kept("publication")
            else:
                self._report.lost("publication", "it has no number that a registry knows" if said else "it is not in the file")
        return tuple(found)


def _word(line: Line) -> str:
    """How a line is drawn, for the report."""
    heads = [point.head for point in line.ends or () if point.head]
    return heads[-1][:40] if heads else "Line"
