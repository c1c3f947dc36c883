"""What would a mechanism still do if one of its links were deleted, inverted or added? As a pure function over signed steps.

A route *serves* when its net sign is that of the purpose, *opposes* when it is the other one; a route whose sign is open does
neither. What a change does is read off the routes that serve and oppose before and after it; see `kgraph.model.Effect`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kgraph.errors import InvalidValue
from kgraph.exchange.coherence import audit
from kgraph.model import Audit, Counterfactual, Edit, Effect, Label, LinkEdit, Sign, SignedMechanism, Step

_OTHER = {Sign.PLUS: Sign.MINUS, Sign.MINUS: Sign.PLUS}
Places = tuple[tuple[str, str, str], ...]


def counterfactual(
    mechanism: SignedMechanism, edits: Sequence[LinkEdit], *, before: Audit | None = None, limit: int = 1000
) -> Counterfactual:
    """What these changes, made together, would do to a mechanism.

    Parameters
    ----------
    mechanism : SignedMechanism
    edits : sequence of LinkEdit
        At least one. A deletion and an inversion take every link between the two places, in that direction.
    before : Audit, optional
        The audit of the mechanism as it is, where it is at hand.
    limit : int
        The most routes that are looked at.

    Returns
    -------
    Counterfactual

    Raises
    ------
    InvalidValue
        There is no such link to delete or invert, it has no sign to invert, or the link to add is there already or lacks a sign.

    Notes
    -----
    Costs two audits.
    """
    steps = mechanism.steps
    for edit in edits:
        steps = _edited(mechanism, steps, edit)
    was = before or audit(mechanism, limit=limit)
    then = audit(replace(mechanism, steps=steps), limit=limit)
    return Counterfactual(edits=tuple(edits), effect=_effect(was, then), before=was, after=then)


def serving(one: Audit) -> frozenset[Places]:
    """The routes that serve the purpose, by the places and words of their steps."""
    return frozenset(_places(route.steps) for route in one.routes if route.net is one.mechanism.purpose)


def opposing(one: Audit) -> frozenset[Places]:
    """The routes that work against the purpose."""
    return frozenset(_places(route.steps) for route in one.routes if route.net is _OTHER[one.mechanism.purpose])


def _effect(was: Audit, then: Audit) -> Effect:
    served, serves = serving(was), serving(then)
    turned = opposing(then) - opposing(was)
    if not serves:
        return Effect.CONTRA_INDICATED if turned else Effect.FULLY_BLOCKED if served else Effect.NONE
    if not served:
        return Effect.RESTORED
    return Effect.PARTLY_BLOCKED if served - serves or turned else Effect.NONE


def _edited(mechanism: SignedMechanism, steps: tuple[Step, ...], edit: LinkEdit) -> tuple[Step, ...]:
    ends = (edit.subject, edit.object)
    between = [step for step in steps if (step.subject, step.object) == ends]
    if edit.edit is Edit.ADD:
        if edit.sign is None:
            raise InvalidValue("a link that is added needs a sign", where=_told(mechanism, edit), remedy="give it: +, - or ?")
        if any(step.sign is edit.sign for step in between):
            raise InvalidValue("there is such a link already", where=_told(mechanism, edit), remedy="invert or delete it, or add another")
        return (
            *steps,
            Step(
                subject=edit.subject,
                object=edit.object,
                word=Label(en="added", zh="添加"),
                sign=edit.sign,
                reason=Label(en="supposed", zh="假设"),
            ),
        )
    if not between:
        raise InvalidValue("there is no such link", where=_told(mechanism, edit), remedy=f"its links: {_links(steps)}")
    if edit.edit is Edit.DELETE:
        return tuple(step for step in steps if step not in between)
    if all(step.sign not in _OTHER for step in between):
        raise InvalidValue("the link has no sign that could be inverted", where=_told(mechanism, edit), remedy="delete it instead")
    return tuple(replace(step, sign=_OTHER[step.sign]) if step in between and step.sign in _OTHER else step for step in steps)


def _told(mechanism: SignedMechanism, edit: LinkEdit) -> str:
    return f"{mechanism.id}, {edit.subject} -> {edit.object}"


def _links(steps: tuple[Step, ...], most: int = 12) -> str:
    each = list(dict.fromkeys(f"{step.subject} -> {step.object}" for step in steps))
    return ", ".join(each[:most]) + (f" and {len(each) - most} more" if len(each) > most else "")


def _places(steps: tuple[Step, ...]) -> Places:
    return tuple((step.subject, step.object, step.word.en) for step in steps)
