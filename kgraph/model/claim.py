"""What sources say: claims, associations, descriptions, observations, results, their evidence and the notes on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kgraph.errors import InvalidValue
from kgraph.model.sign import Change, Sign
from kgraph.model.term import Label, Term


class Layer(Enum):
    """Whose word a claim is: the review's, a background paper's, or a rule's over premises."""

    REVIEW = "review"
    BACKGROUND = "background"
    DERIVED = "derived"


class Bearing(Enum):
    """What a piece of evidence does to its claim. About evidence; a `Sign` is about biology."""

    SUPPORTS = "SUPPORTS"
    DISPUTES = "DISPUTES"


class Certainty(Enum):
    """How firmly the source itself puts it forward.

    ``stated``: flatly. ``shown``: as proved or demonstrated by a study. ``attributed``: as what is thought or held by
    others. ``possible``: as what can or may be.
    """

    STATED = "stated"
    SHOWN = "shown"
    ATTRIBUTED = "attributed"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its UCUM unit, as the source writes it.

    `written` is the text of the number in the source where that is not the number itself (``3/4``, ``half``);
    `comparison` is ``=``, ``>``, ``>=``, ``<``, ``<=`` or ``~`` (about).
    """

    value: str
    unit: str = ""
    written: str = ""
    comparison: str = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """A place in a source: no words of it, only where they stand and how to recognise them.

    `start` and `end` count characters of the source's text after normalisation (see `docs/locators.md`);
    `checksum` is the SHA-256 of the characters between them.
    """

    id: str
    iri: str
    source: str
    section: str
    sentence: str
    start: int
    end: int
    checksum: str
    comment: Label = Label()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where the evidence was seen. Absent means *not stated*, never *any*."""

    species: str = ""
    region: str = ""
    cell_type: str = ""
    population: str = ""
    dose: Quantity | None = None
    route: str = ""
    timing: Label = Label()
    extent: Label = Label()
    frequency: str = ""
    onset: Label = Label()
    offset: Label = Label()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reference, one locator, one bearing on one claim.

    `text` is the sentence that an imported source quotes; it stays in the folder of the person who imported it.
    """

    id: str
    iri: str
    reference: str
    cites: tuple[str, ...] = ()
    locator: str = ""
    bearing: Bearing = Bearing.SUPPORTS
    certainty: Certainty = Certainty.STATED
    method: tuple[str, ...] = ()
    context: Context = Context()
    comment: Label = Label()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A matter with a claim that its reader should know: loose wording, a figure that differs, a reused number.

    `matter` is the class of note (``wording``, ``sign``, ``cell type`` …); `about` the ids it is on; `checked` the
    references in which a curator looked, with what they say in `found`.
    """

    id: str
    iri: str
    matter: str
    about: tuple[str, ...]
    text: Label
    found: Label = Label()
    checked: tuple[str, ...] = ()
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What claims, associations, descriptions, observations and results share: an identity, a layer, evidence, mechanisms and notes.

    `label` says it in words; empty for claims, whose words are made from subject, predicate and object.
    """

    id: str
    iri: str
    layer: Layer
    label: Label = Label()
    evidence: tuple[Evidence, ...] = ()
    mechanisms: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Entry):
    """One signed causal proposition put forward by a source, with evidence.

    `predicate` is ``increases``, ``decreases`` or ``regulates``. `mediators` are ids of entities *through* which the
    source says it happens. `rule` and `premises` are set on derived claims only.
    """

    subject: Term
    predicate: str
    object: Term
    direct: bool = False
    mediators: tuple[str, ...] = ()
    rule: str = ""
    premises: tuple[str, ...] = ()

    @property
    def sign(self) -> Sign:
        """The sign of the predicate."""
        return SIGN_OF[self.predicate]

    def __post_init__(self) -> None:
        if self.predicate not in SIGN_OF:
            raise InvalidValue(f"'{self.predicate}' is not a causal predicate", where=self.id, remedy=f"use one of {', '.join(SIGN_OF)}")
        if self.layer is Layer.DERIVED and not (self.rule and self.premises):
            raise InvalidValue("a derived claim names its rule and premises", where=self.id)


SIGN_OF = {"increases": Sign.PLUS, "decreases": Sign.MINUS, "regulates": Sign.UNKNOWN}
PREDICATE_OF = {sign: name for name, sign in SIGN_OF.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Association(Entry):
    """A relation that is not causal and never stands on a chain. `sign` is ``None`` where no direction is reported."""

    subject: Term
    predicate: str
    object: Term
    sign: Sign | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description(Entry):
    """A stated relation that is neither causal nor a measured number. `object` is ``None`` when the label says it all.

    `quantities` are numbers that belong to the description, such as a number of sessions.
    """

    subject: Term
    predicate: str
    object: Term | None = None
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Entry):
    """Under these interventions, this variable rose, fell or did not change."""

    raised: tuple[Term, ...] = ()
    lowered: tuple[Term, ...] = ()
    blocked: tuple[Term, ...] = ()
    variable: Term
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Entry):
    """A measured outcome of a study; every number keeps its unit apart. What a source does not give is absent.

    `population`, `intervention`, `comparator`, `route` and `outcome` are terms. `change` is set where the source
    says only which way the outcome went.
    """

    population: Term | None = None
    sample_size: Quantity | None = None
    studies: Quantity | None = None
    intervention: Term | None = None
    comparator: Term | None = None
    dose: Quantity | None = None
    route: tuple[Term, ...] = ()
    duration: Quantity | None = None
    schedule: Label = Label()
    frequency: Quantity | None = None
    period: Quantity | None = None
    outcome: Term
    change: Change | None = None
    value: Quantity | None = None
    spread: Quantity | None = None
    spread_kind: str = ""
    p_value: Quantity | None = None
    significance: str = ""
    time: Quantity | None = None
    time_from: Label = Label()
    design: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which claims an answer may rest on; an empty field selects all.

    `mechanisms` and `species` hold ids. A mechanism includes its branches. A claim is of a species when its evidence or one
    of its variables names it; a claim that states no species matches no species.
    """

    layers: tuple[Layer, ...] = ()
    mechanisms: tuple[str, ...] = ()
    species: tuple[str, ...] = ()
