"""How an exercise is put together from its parts, the same way at every call: options in a stable order, an id made of the content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kgraph.errors import LookupFailed
from kgraph.model import Claim, Exercise, ExerciseKind, Label, Link, Option, Term, Variable
from kgraph.reasoning.shuffling import digest, shuffled
from kgraph.store import Knowledge
from kgraph.views.sentences import claim_sentence

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An exercise that may be made: a name that is the same at every call, and how to make it.

    `make` gives ``None`` where the material turns out to be ambiguous; its argument says whether to be strict: to refuse an option
    also where a longer chain might make it right, not only where a claim does.
    """

    name: str
    make: Callable[[bool], Exercise | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An option before it has its letter; `place` is where it stands in the right order, or 0 for a right one, -1 for a wrong one."""

    label: Label
    why: Label = Label()
    names: tuple[str, ...] = ()
    place: int = -1


def composed(
    kind: ExerciseKind,
    *,
    seed: str,
    prompt: Label,
    choices: Sequence[Choice],
    claims: Iterable[Claim],
    explanation: Label,
    difficulty: int,
    shuffle: bool = True,
) -> Exercise:
    """The exercise with these choices, lettered in an order that only its content and the seed decide."""
    told = sorted(f"{one.place}|{one.label.en}|{one.label.zh}" for one in choices)
    identity = digest(kind.value, prompt.en, prompt.zh, *told)
    order = shuffled(choices, lambda one: f"{one.label.en}|{one.label.zh}", seed, identity) if shuffle else list(choices)
    if kind is ExerciseKind.ORDER and [one.place for one in order] == sorted(one.place for one in order):
        order = [*order[1:], order[0]]
    options = tuple(Option(id=letter, label=one.label, names=one.names, why=one.why) for letter, one in zip(_LETTERS, order, strict=False))
    right = sorted((one.place, option.id) for one, option in zip(order, options, strict=True) if one.place >= 0)
    return Exercise(
        id=f"{kind.value}-{identity[:12]}",
        kind=kind,
        difficulty=min(3, max(1, difficulty)),
        prompt=prompt,
        options=options,
        key=tuple(letter for _, letter in right),
        claims=tuple(dict.fromkeys(claim.id for claim in claims)),
        explanation=explanation,
    )


def typed_names(knowledge: Knowledge, term: Term) -> tuple[str, ...]:
    """What may be typed for a variable: its labels, synonyms and slug, and the names of its entity."""
    names = [term.label.en, term.label.zh, *term.synonyms, term.id.partition(":")[2]]
    if isinstance(term, Variable) and term.entity:
        try:
            entity = knowledge.term(term.entity)
        except LookupFailed:
            entity = term
        names += [entity.label.en, entity.label.zh, *entity.synonyms]
    return tuple(dict.fromkeys(name for name in names if name))


def claims_of(links: Iterable[Link]) -> list[Claim]:
    """The claims of some links, in order."""
    return [claim for link in links for claim in link.claims]


def said(knowledge: Knowledge, link: Link) -> Label:
    """What the first claim of a link says, with how many more say it."""
    first = claim_sentence(link.claims[0], knowledge)
    more = len(link.claims) - 1
    if not more:
        return first
    return Label(
        en=f"{first.en} ({more} more claim{'s' if more > 1 else ''} say{'' if more > 1 else 's'} so.)",
        zh=f"{first.zh}（另有{more}条主张如此说。）",
    )
