"""How two graphs differ: claims shared, unique and opposite, and the answers that change. Variables meet by what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.errors import InvalidValue, LookupFailed
from kgraph.model import Answered, Claim, Comparison, Difference, Selection, Sign, Standing, Term, Variable
from kgraph.questions.explaining import explain
from kgraph.questions.supposing import what_if
from kgraph.store import Knowledge

__all__ = ["Question", "diff", "question_from"]

_EVERYTHING = Selection()
_OTHER = {Sign.PLUS: Sign.MINUS, Sign.MINUS: Sign.PLUS}
_FIELDS = {"explain", "what_if"}
_WAYS = ("raise", "lower", "block")
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question to put to both graphs: a chain from `source` to `target`, or, with an intervention, what `target` then does."""

    target: str
    source: str = ""
    raised: tuple[str, ...] = ()
    lowered: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()


def diff(first: Knowledge, second: Knowledge, questions: Iterable[Question] = (), *, selection: Selection = _EVERYTHING) -> Comparison:
    """Hold two graphs against each other.

    Two variables are the same when their ids are, or when they are the same aspect, in the same place, of entities that have an id or
    an exact identifier in common.

    Parameters
    ----------
    first, second : Knowledge
    questions : iterable of Question
        Put to both.
    selection : Selection
        Which claims count, in both.

    Returns
    -------
    Comparison
    """
    one_thing = _Things((first, second))
    links = [_links(knowledge, one_thing, selection) for knowledge in (first, second)]
    ends = {key: claim for held in reversed(links) for key, claims in held.items() for claim in claims[:1]}
    differences = [_difference(key, ends[key], links[0], links[1]) for key in ends]
    order = list(Standing)
    return Comparison(
        differences=tuple(
            sorted(
                (one for one in differences if one is not None),
                key=lambda one: (order.index(one.standing), one.subject.id, one.object.id, one.sign.value),
            )
        ),
        answers=tuple(_answered(question, first, second, selection) for question in questions),
    )


def question_from(value: object) -> Question:
    """A question from its JSON shape: ``{"explain": [source, target]}`` or ``{"what_if": {"raise": […], "block": […]}, "target": …}``.

    Raises
    ------
    InvalidValue
        It is anything else.
    """
    remedy = 'write {"explain": [SOURCE, TARGET]} or {"what_if": {"raise": [NAME]}, "target": NAME}'
    if not isinstance(value, dict) or len(_FIELDS & set(value)) != 1:
        raise InvalidValue("it is no question", remedy=remedy)
    if "explain" in value:
        names = _names(value["explain"], remedy)
        if len(names) != 2:
            raise InvalidValue("'explain' takes two names", remedy=remedy)
        return Question(source=names[0], target=names[1])
    acts, target = value["what_if"], value.get("target")
    if not isinstance(acts, dict) or not isinstance(target, str) or set(acts) - set(_WAYS) or not acts:
        raise InvalidValue("'what_if' takes raise, lower and block, and a target beside it", remedy=remedy)
    held = {way: _names(acts.get(way, []), remedy) for way in _WAYS}
    return Question(target=target, raised=held["raise"], lowered=held["lower"], blocked=held["block"])


def _names(value: object, remedy: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
        raise InvalidValue("names stand in a list", remedy=remedy)
    return tuple(value)


class _Things:
    """One key for every entity that two graphs have under one id or one exact identifier."""

    def __init__(self, graphs: Sequence[Knowledge]) -> None:
        self._parent: dict[str, str] = {}
        for knowledge in graphs:
            for entity in knowledge.entities():
                for identifier in entity.identifiers:
                    if identifier.mapping == "exact":
                        self._join(entity.id, identifier.curie)

    def key(self, term: Term) -> Key:
        """What a term is, in a form that both graphs share."""
        if not isinstance(term, Variable) or not term.entity:
            return (self._root(term.id),)
        places = (self._root(one) for one in (term.species, term.region, term.cell_type))
        return (self._root(term.entity), term.aspect, *places, self._form(term))

    def _form(self, term: Variable) -> str:
        """Variables of one aspect may still be of different forms; their ids tell these apart."""
        return term.id if term.broader else ""

    def _root(self, one: str) -> str:
        while (above := self._parent.get(one, one)) != one:
            one = above
        return one

    def _join(self, one: str, other: str) -> None:
        roots = sorted((self._root(one), self._root(other)))
        if roots[0] != roots[1]:
            self._parent[roots[1]] = roots[0]


def _links(knowledge: Knowledge, things: _Things, selection: Selection) -> Mapping[Key, list[Claim]]:
    found: dict[Key, list[Claim]] = {}
    keys: dict[str, Key] = {}
    for claim in knowledge.entries("claim", selection=selection):
        assert isinstance(claim, Claim)
        for term in (claim.subject, claim.object):
            if term.id not in keys:
                keys[term.id] = things.key(term)
        found.setdefault((keys[claim.subject.id], keys[claim.object.id], claim.sign), []).append(claim)
    return found


def _difference(key: Key, claim: Claim, first: Mapping[Key, list[Claim]], second: Mapping[Key, list[Claim]]) -> Difference | None:
    subject, target, sign = key
    assert isinstance(sign, Sign)
    mine, yours = tuple(first.get(key, ())), tuple(second.get(key, ()))
    other = _OTHER.get(sign)
    standing = Standing.SHARED if mine and yours else Standing.FIRST if mine else Standing.SECOND
    if other and standing is not Standing.SHARED:
        turned = (subject, target, other)
        if mine and turned in second and turned not in first:
            standing, yours = Standing.OPPOSITE, tuple(second[turned])
        elif yours and turned in first and key not in first and turned not in second:
            return None  # told once, with the sign of the first
    return Difference(standing=standing, subject=claim.subject, object=claim.object, sign=sign, first=mine, second=yours)


def _answered(question: Question, first: Knowledge, second: Knowledge, selection: Selection) -> Answered:
    if question.source:
        words = f"explain {question.source} -> {question.target}"
    else:
        acts = [("raise", question.raised), ("lower", question.lowered), ("block", question.blocked)]
        words = f"what if {', '.join(f'{way} {name}' for way, names in acts for name in names)} -> {question.target}"
    answers = [_answer(question, knowledge, selection) for knowledge in (first, second)]
    return Answered(question=words, first=answers[0][0], second=answers[1][0], first_chains=answers[0][1], second_chains=answers[1][1])


def _answer(question: Question, knowledge: Knowledge, selection: Selection) -> tuple[str, int]:
    try:
        if question.source:
            found = explain(knowledge, question.source, question.target, selection=selection)
            return found.verdict.value, len(found.chains)
        supposed = what_if(
            knowledge,
            (question.target,),
            raised=question.raised,
            lowered=question.lowered,
            blocked=question.blocked,
            selection=selection,
        )
    except LookupFailed as error:
        return f"not known: {error.message}", 0
    told = "; ".join(f"{one.variable.id} {one.change.value}" for one in supposed.predictions)
    return told, sum(len(one.standing) for one in supposed.routes)
