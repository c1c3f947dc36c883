"""What a name in somebody's own chain was meant to name: exactly, or by a spelling close to it, and then the reader is told so."""

from __future__ import annotations

import re
from functools import cached_property

from kgraph.errors import AmbiguousName, EntityNotFound
from kgraph.model import Entity, Reading, Term, Variable
from kgraph.questions.naming import resolve_term, variables_of
from kgraph.store import Knowledge, fold

_MOST = 20_000
_NEAR = 3
_ALIKE = 0.4
_SMALL = frozenset(("of", "in", "on", "the", "a", "an", "at", "to", "with", "from", "for", "by"))
_WORD = re.compile(r"[^\W_]+")


class NameReader:
    """Reads names; the words of all terms are gathered once, when a name is first not found."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._read: dict[str, Reading] = {}

    def read(self, name: str) -> Reading:
        """The term that a name means, with the variables that it stands for."""
        if name not in self._read:
            self._read[name] = self._reading(name)
        return self._read[name]

    def _reading(self, name: str) -> Reading:
        try:
            return self._of(name, resolve_term(self._knowledge, name), exact=True)
        except AmbiguousName as error:
            return Reading(written=name, term=None, near=tuple(error.candidates), ambiguous=True)
        except EntityNotFound as error:
            close = self._close(name)
            if close is not None:
                return self._of(name, close, exact=False)
            return Reading(written=name, term=None, near=tuple(dict.fromkeys((*self._alike(name), *error.candidates)))[:_NEAR])

    def _of(self, name: str, term: Term, *, exact: bool) -> Reading:
        return Reading(written=name, term=term, variables=variables_of(self._knowledge, term) or (term,), exact=exact)

    def _close(self, name: str) -> Term | None:
        """The one term of the same words but for number and small words; else the one variable that has all of them and more."""
        asked = _words(name)
        if not asked:
            return None
        same = {term.id: term for words, term in self._named if words == asked}
        entities = {identity for identity, term in same.items() if isinstance(term, Entity)}
        left = [one for one in same.values() if not (isinstance(one, Variable) and one.entity in entities)]
        if left:
            return left[0] if len(left) == 1 else None
        more = {term.id: term for words, term in self._named if asked < words and isinstance(term, Variable)}
        return next(iter(more.values())) if len(more) == 1 and len(asked) > 1 else None

    def _alike(self, name: str) -> list[str]:
        """The variables that share most words with a name, best first."""
        asked, found = _words(name), dict[str, tuple[float, Term]]()
        for words, term in self._named:
            share = len(asked & words) / len(asked | words)
            if share >= _ALIKE and isinstance(term, Variable) and share > found.get(term.id, (0.0, term))[0]:
                found[term.id] = (share, term)
        best = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
        return [f"{term.label.en} / {term.label.zh} ({identity})" for identity, (_, term) in best]

    @cached_property
    def _named(self) -> list[tuple[frozenset[str], Term]]:
        variables, entities = self._knowledge.variables(), self._knowledge.entities()
        if len(variables) + len(entities) > _MOST:
            return []
        return [
            (_words(name), term)
            for term in (*variables, *entities)
            for name in (term.label.en, term.label.zh, *term.synonyms)
            if name and _words(name)
        ]


def _words(name: str) -> frozenset[str]:
    """The words of a name without small ones and without the s of a plural."""
    found = (fold(word) for word in _WORD.findall(name))
    return frozenset(_singular(word) for word in found if word and word not in _SMALL)


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
