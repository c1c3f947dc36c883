"""A mechanism as signed steps, what an audit says of it, and what a change of its links would do. How these are found: `exchange`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kgraph.model.claim import Claim, Evidence
from kgraph.model.sign import Sign
from kgraph.model.term import Label

NO_WORDS = Label()


class Coherence(Enum):
    """What the routes of a mechanism say together, against its purpose.

    ``COHERENT``: every determined route has the sign of the purpose. ``NET_OPPOSITE``: every one has the other sign (net positive
    where a disease should fall). ``BRANCHES_DISAGREE``: there are both. ``INDETERMINATE``: no route is determined.
    """

    COHERENT = "coherent"
    NET_OPPOSITE = "net positive"
    BRANCHES_DISAGREE = "branches disagree"
    INDETERMINATE = "indeterminate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step as its source wrote it: `sign` is ``None`` for one that only says where or what; `reason` is why it has this sign."""

    subject: str
    object: str
    word: Label
    sign: Sign | None
    reversed: bool = False
    reason: Label = Label()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedMechanism:
    """A mechanism ready to be audited. `names` are the words for its places; `purpose` is what the start should do to the end."""

    id: str
    label: Label
    start: str
    end: str
    steps: tuple[Step, ...]
    names: Mapping[str, Label] = field(default_factory=dict)
    purpose: Sign = Sign.MINUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One route with its net sign; ``None`` where that is open, and `open` then says why.

    `passed_over` are the words of the steps that have no sign and were passed over. `after` holds the net sign after each step:
    what the start has done to the place reached so far; ``?`` from the first open step on.
    """

    steps: tuple[Step, ...]
    net: Sign | None
    open: Label
    passed_over: tuple[str, ...]
    after: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What the audit of one mechanism found.

    Attributes
    ----------
    coherence : Coherence
    why : Label
        The reason of an indeterminate outcome; empty for the others.
    routes : tuple of Route
        Shortest first, then in the order of the steps.
    complete : bool
        False when the limit on routes stopped the search.
    cyclic : tuple of str
        Places of one ring in the mechanism, in order; empty when there is none.
    bypasses : tuple of Route
        Routes that leave out places which a longer route goes through, in the same order, with the same net sign or an open one.
    """

    mechanism: SignedMechanism
    coherence: Coherence
    why: Label
    routes: tuple[Route, ...]
    complete: bool
    cyclic: tuple[str, ...]
    bypasses: tuple[Route, ...]


class Effect(Enum):
    """What a change of steps does to a mechanism.

    ``NONE``: every route that served the purpose still does. ``PARTLY_BLOCKED``: some do no longer. ``FULLY_BLOCKED``: none does.
    ``CONTRA_INDICATED``: none does, and at least one route now works against the purpose that did not before. ``RESTORED``: none did
    before, and one does now.
    """

    NONE = "no effect"
    PARTLY_BLOCKED = "partly blocked"
    FULLY_BLOCKED = "fully blocked"
    CONTRA_INDICATED = "contra-indicated"
    RESTORED = "restored"


class Edit(Enum):
    """What is done to a link."""

    DELETE = "delete"
    INVERT = "invert"
    ADD = "add"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEdit:
    """One change of a mechanism: `subject` and `object` are its places; `sign` is set for a link that is added."""

    edit: Edit
    subject: str
    object: str
    sign: Sign | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterfactual:
    """A mechanism, what was supposed of it, and what that would do; `before` and `after` are its audits."""

    edits: tuple[LinkEdit, ...]
    effect: Effect
    before: Audit
    after: Audit


class Against(Enum):
    """How a quoted sentence disagrees with its claim: it gives the other sign, or lets the other end act."""

    SIGN = "sign"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFlag:
    """A claim whose own quoted sentence disagrees with it; `words` are those that say so."""

    claim: Claim
    evidence: Evidence
    against: Against
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceAudit:
    """Claims held against their own quoted sentences.

    Attributes
    ----------
    flags : tuple of SentenceFlag
        By claim and evidence.
    sentences : int
        How many quoted sentences were read.
    agreeing : int
        In how many the rules find the claim as it is. In all others they say nothing.
    """

    flags: tuple[SentenceFlag, ...]
    sentences: int
    agreeing: int
