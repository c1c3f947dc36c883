"""The mechanisms of loaded knowledge as signed steps, ready for `audit`. Those of other formats come from their importers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgraph.model import Association, Claim, Description, Entry, Label, Mechanism, Selection, Sign, SignedMechanism, Step, Term, Variable
from kgraph.store import Knowledge

STARTS = frozenset({"Drug", "Chemical", "Treatment"})
# Of these, a treatment is for less; of an effect it is for more.
LESS = frozenset({"Disease", "Phenotype"})
MORE = frozenset({"Effect"})
_EVERYTHING = Selection()


def signed_mechanisms(knowledge: Knowledge, *, selection: Selection = _EVERYTHING) -> Iterator[SignedMechanism]:
    """Every mechanism that leads from a drug, substance or treatment to a disease, a phenotype or an effect, sorted by id.

    Places are variables. A start is what nothing in the mechanism acts on, an end what acts on nothing in it; a mechanism with several
    of them is given once for each pair, under one id. A disease and a phenotype are to fall, an effect is to rise. Mechanisms without
    such ends are passed over.

    Parameters
    ----------
    knowledge : Knowledge
    selection : Selection
        Which entries count as steps.

    Notes
    -----
    Costs one pass over the entries.
    """
    entries: dict[str, list[Entry]] = {}
    for entry in knowledge.entries(selection=selection):
        if isinstance(entry, Claim | Association | Description):
            for held_by in entry.mechanisms:
                entries.setdefault(held_by, []).append(entry)
    kinds = {entity.id: entity.kind for entity in knowledge.entities()}
    used = sorted({one.predicate for held in entries.values() for one in held if isinstance(one, Claim | Association | Description)})
    words = {predicate: Label(en=predicate, zh=knowledge.label(f"kg:{predicate}").zh) for predicate in used}
    parts: dict[str, list[str]] = {}
    for mechanism in knowledge.mechanisms():
        if mechanism.part_of:
            parts.setdefault(mechanism.part_of, []).append(mechanism.id)
    for mechanism in knowledge.mechanisms():
        held = [entry for one in (mechanism.id, *parts.get(mechanism.id, ())) for entry in entries.get(one, [])]
        yield from _outlines(mechanism, held, kinds, words)


def _outlines(
    mechanism: Mechanism, entries: list[Entry], kinds: Mapping[str, str], words: Mapping[str, Label]
) -> Iterator[SignedMechanism]:
    terms = {term.id: term for entry in entries for term in _ends(entry)}
    bearers: dict[str, list[str]] = {}
    for term in terms.values():
        if isinstance(term, Variable):
            bearers.setdefault(term.entity, []).append(term.id)
    # What is said of a thing is said of its variable, where only one of it stands in the mechanism.
    place = {id: bearers[id][0] if len(bearers.get(id, ())) == 1 else id for id in terms}
    steps = tuple(dict.fromkeys(step for entry in entries if (step := _step(entry, place, words)) is not None))
    acting, reached = {step.subject for step in steps}, {step.object for step in steps}
    names = {id: terms[id].label for id in acting | reached}
    starts = [id for id in sorted(acting - reached) if kinds.get(_entity(terms[id])) in STARTS]
    pairs = [(start, end, purpose) for end in sorted(reached - acting) if (purpose := _purpose(terms[end], kinds)) for start in starts]
    # An end that a start does not reach is beside the point, unless none is reached: then the first pair says so.
    joined = [pair for pair in pairs if pair[1] in _reached(steps, pair[0])]
    for start, end, purpose in joined or pairs[:1]:
        yield SignedMechanism(id=mechanism.id, label=mechanism.label, start=start, end=end, steps=steps, names=names, purpose=purpose)


def _reached(steps: tuple[Step, ...], start: str) -> set[str]:
    following: dict[str, list[str]] = {}
    for step in steps:
        following.setdefault(step.subject, []).append(step.object)
    found, pending = {start}, [start]
    while pending:
        fresh = set(following.get(pending.pop(), ())) - found
        found |= fresh
        pending.extend(fresh)
    return found


def _purpose(end: Term, kinds: Mapping[str, str]) -> Sign | None:
    if kinds.get(_entity(end)) in LESS:
        return Sign.MINUS
    return Sign.PLUS if isinstance(end, Variable) and end.aspect in MORE else None


def _ends(entry: Entry) -> tuple[Term, ...]:
    assert isinstance(entry, Claim | Association | Description)
    return (entry.subject, entry.object) if entry.object is not None else (entry.subject,)


def _step(entry: Entry, place: Mapping[str, str], words: Mapping[str, Label]) -> Step | None:
    if not isinstance(entry, Claim | Association | Description) or entry.object is None:
        return None
    sign: Sign | None = None
    if isinstance(entry, Claim):
        sign = entry.sign
    elif isinstance(entry, Association):
        sign = Sign.UNKNOWN
    rule = entry.rule if isinstance(entry, Claim) else ""
    reason = Label(en=f"derived by {rule}", zh=f"由{rule}推出") if rule else Label()
    return Step(subject=place[entry.subject.id], object=place[entry.object.id], word=words[entry.predicate], sign=sign, reason=reason)


def _entity(term: Term) -> str:
    return term.entity if isinstance(term, Variable) else term.id
