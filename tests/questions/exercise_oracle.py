"""Judges exercises by brute force over the plain claims: nothing here comes from the makers of exercises, nor from the solver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, permutations

from kgraph.model import Claim, Exercise, ExerciseKind, Label, Layer, Sign, Variable
from kgraph.store import Knowledge

_SIGNS = {"▶": "+", "⊣": "-"}
_STEP = re.compile(r"(.*) ([▶⊣]) (.*)")
_ONE_STEP = re.compile(r"由“(.*)”通向“(.*)”。前者")
_GAP = re.compile(r"各差一步。(.*) ([▶⊣]) ［？］ ([▶⊣]) (.*)（▶升高")
_WHAT_IF = re.compile(r"持续(升高|降低)“([^”]*)”(?:，同时阻断“([^”]*)”)?。“([^”]*)”最终")
_FINDING = {"rises": "+", "falls": "-", "does not change": "0", "cannot be told from these claims": "?"}


class Oracle:
    """All claims as (subject, object, sign), and who is kin to whom, from the values alone."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.claims = [one for one in knowledge.entries("claim") if isinstance(one, Claim)]
        variables = {one.id: one for one in knowledge.variables()}
        self._pairs = {(one.subject.id, one.object.id) for one in self.claims}
        self.ids = {shown(one.label, one.id): one.id for one in variables.values()}
        self._above = {one: self._ancestors(one, variables) for one in variables}
        self._entity = {one.id: one.entity for one in variables.values()}

    def kin(self, first: str, second: str) -> bool:
        """A common more general variable, or one entity."""
        same = self._entity.get(first, "") and self._entity.get(first) == self._entity.get(second)
        return bool(same) or not self._above.get(first, {first}).isdisjoint(self._above.get(second, {second}))

    def signs(self, subject: str, target: str) -> set[str]:
        """The signs that claims give to any kin of the pair; a claim of unreported sign is silent where a signed one has the same ends."""
        found = (self.stated(first, last) for first, last in self._pairs if self.kin(first, subject) and self.kin(last, target))
        return {sign for signs in found for sign in (signs - {"?"} or signs)}

    def stated(self, subject: str, target: str) -> set[str]:
        """The signs that claims give to exactly this pair."""
        return {one.sign.value for one in self.claims if (one.subject.id, one.object.id) == (subject, target)}

    def faults(self, exercise: Exercise, links: list[tuple[str, str, str]]) -> list[str]:
        """What is wrong with an exercise; `links` are the plain links that interventions run along."""
        made = {
            ExerciseKind.SIGN: self._sign,
            ExerciseKind.MISSING_LINK: self._gap,
            ExerciseKind.WRONG_ARROW: self._wrong_arrow,
            ExerciseKind.ORDER: self._order,
            ExerciseKind.HUMAN_EVIDENCE: self._human,
        }
        found = list(self._what_if(exercise, links) if exercise.kind is ExerciseKind.WHAT_IF else made[exercise.kind](exercise))
        labels = [option.label.en for option in exercise.options], [option.label.zh for option in exercise.options]
        if any(len(set(some)) < len(some) for some in labels):
            found.append("two options read the same")
        if not exercise.claims or not set(exercise.claims) <= {claim.id for claim in self.claims}:
            found.append("no claims, or claims that are none")
        return [f"{exercise.id}: {one}" for one in found]

    def _sign(self, exercise: Exercise) -> Iterator[str]:
        match = _ONE_STEP.search(exercise.prompt.zh)
        assert match
        subject, target = self.ids[match[1]], self.ids[match[2]]
        key = _FINDING[right(exercise)]
        if self.signs(subject, target) != {key} or key not in self.stated(subject, target):
            yield f"the claims say {self.signs(subject, target)}, the key {key}"

    def _gap(self, exercise: Exercise) -> Iterator[str]:
        match = _GAP.search(exercise.prompt.zh)
        assert match
        first, last = self.ids[match[1]], self.ids[match[4]]
        for option in exercise.options:
            one = self.ids[option.label.zh]
            fits = bool(self.signs(first, one)) and bool(self.signs(one, last))
            if option.id in exercise.key:
                exact = _SIGNS[match[2]] in self.stated(first, one) and _SIGNS[match[3]] in self.stated(one, last)
                if not exact:
                    yield "the key does not stand there"
            elif fits or self.kin(one, first) or self.kin(one, last):
                yield f"{one} could stand there too"

    def _wrong_arrow(self, exercise: Exercise) -> Iterator[str]:
        for option in exercise.options:
            match = _STEP.fullmatch(option.label.zh)
            assert match
            subject, sign, target = self.ids[match[1]], _SIGNS[match[2]], self.ids[match[3]]
            if option.id in exercise.key:
                if {sign, "?"} & self.signs(subject, target):
                    yield f"the wrong arrow {option.label.en} is supported"
            elif self.signs(subject, target) != {sign} or sign not in self.stated(subject, target):
                yield f"the true arrow {option.label.en} is not"

    def _order(self, exercise: Exercise) -> Iterator[str]:
        ids = {option.id: self.ids[option.label.zh] for option in exercise.options}
        orders = [order for order in permutations(ids) if all(self.signs(ids[first], ids[second]) for first, second in pairwise(order))]
        if orders != [exercise.key]:
            yield f"{len(orders)} orders have a claim at every step"

    def _human(self, exercise: Exercise) -> Iterator[str]:
        for option in exercise.options:
            match = _STEP.fullmatch(option.label.zh)
            assert match
            subject, target = self.ids[match[1]], self.ids[match[3]]
            about = [one for one in self.claims if self.kin(one.subject.id, subject) and self.kin(one.object.id, target)]
            species = [piece.context.species for one in about for piece in one.evidence]
            if option.id in exercise.key:
                exact = [one for one in about if (one.subject.id, one.object.id) == (subject, target)]
                if not any(piece.context.species == "ent:human" for one in exact for piece in one.evidence):
                    yield "no evidence in humans for the key"
            elif "ent:human" in species or "" in species:
                yield f"{option.label.en} may have evidence in humans"

    def _what_if(self, exercise: Exercise, links: list[tuple[str, str, str]]) -> Iterator[str]:
        match = _WHAT_IF.search(exercise.prompt.zh)
        assert match
        start, target = self.ids[match[2]], self.ids[match[4]]
        held = {one for one in self._above if match[3] and self.ids[match[3]] in self._above[one]}
        ways = set(_products(links, start, target, held))
        flip = {"+": "-", "-": "+", "?": "?"}
        ways = {flip[one] for one in ways} if match[1] == "降低" else ways
        expected = "0" if not ways else next(iter(ways)) if len(ways) == 1 else "?"
        if _FINDING[right(exercise)] != expected:
            yield f"the chains say {expected}, the key {right(exercise)}"

    @staticmethod
    def _ancestors(one: str, variables: dict[str, Variable]) -> set[str]:
        found, waiting = set(), [one]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting += variables[here].broader if here in variables else ()
        return found


def right(exercise: Exercise) -> str:
    """The English words of a single key."""
    (key,) = exercise.key
    return next(option.label.en for option in exercise.options if option.id == key)


def shown(label: Label, identity: str) -> str:
    """The Chinese name as views show it."""
    return label.zh or label.en or identity


def plain_links(knowledge: Knowledge, mechanisms: set[str], layers: set[Layer]) -> list[tuple[str, str, str]]:
    """The links of some mechanisms and layers (all where empty), an unsigned one only where no signed one joins the pair."""
    found = {
        (one.subject.id, one.object.id, one.sign)
        for one in knowledge.entries("claim")
        if isinstance(one, Claim) and (not mechanisms or mechanisms & set(one.mechanisms)) and (not layers or one.layer in layers)
    }
    signed = {link[:2] for link in found if link[2] is not Sign.UNKNOWN}
    return [(a, b, sign.value) for a, b, sign in found if sign is not Sign.UNKNOWN or (a, b) not in signed]


def _products(links: list[tuple[str, str, str]], start: str, target: str, held: set[str]) -> Iterator[str]:
    """The net sign of every simple path that passes nothing held."""
    following: dict[str, list[tuple[str, str]]] = {}
    for subject, object_, sign in links:
        following.setdefault(subject, []).append((object_, sign))

    def walk(here: str, sign: Sign, seen: frozenset[str]) -> Iterator[str]:
        if here == target:
            yield sign.value
            return
        for after, step in following.get(here, ()):
            if after not in seen and after not in held:
                yield from walk(after, sign * Sign.of(step), seen | {after})

    if start not in held:
        yield from walk(start, Sign.PLUS, frozenset({start}))
