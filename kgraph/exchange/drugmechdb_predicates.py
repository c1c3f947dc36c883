"""The 67 predicates of DrugMechDB with their signs, and the reason for each. A table; the importer and the audit both read it.

The vocabulary is the enumeration ``BiolinkPredicate`` of SuLab/DrugMechDB-agentic, commit b83cc5d (2026-07-02). DrugMechDB
(doi:10.1038/s41597-023-02534-z) writes a path from a drug to a disease; every step is read in the direction of the path.

Signs: ``+`` and ``-`` are what more of the subject does to the object. ``?``: it acts on the object, and which way is not said. An
empty sign: the relation says where, what or when, not how one thing changes another; the audit passes over such a step and says
so. Reversed: the object acts on the subject, so that the arrow of cause runs against the path.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """How one predicate is taken in.

    Attributes
    ----------
    word : str
        As DrugMechDB has it.
    sign : str
        ``+``, ``-``, ``?``, or empty for a relation that is not causal.
    reversed : bool
        Whether cause runs from object to subject.
    becomes : str
        The predicate of the schema: ``increases``, ``decreases`` or ``regulates`` for a claim, else that of a description or
        association.
    exact : bool
        Whether what it becomes says the same; where not, the report counts it as approximated.
    direct : bool
        Whether the word itself says contact.
    reason : str
        Why this sign.
    """

    word: str
    sign: str
    becomes: str
    reason: str
    reversed: bool = False
    exact: bool = True
    direct: bool = False


# word | sign, with < where reversed | becomes, with ~ where near only and ! where by contact | reason
_TABLE = """
positively regulates | + | increases | raises the object by definition (RO:0002213)
negatively regulates | - | decreases | lowers the object by definition (RO:0002212)
regulates | ? | regulates | acts on the object; the direction is not reported
increases activity of | + | increases | more activity of the object
decreases activity of | - | decreases | less activity of the object
increases abundance of | + | increases | more of the object
decreases abundance of | - | decreases | less of the object
increases expression of | + | increases | more of the object is made
decreases expression of | - | decreases | less of the object is made
increases stability of | + | increases | what lasts longer there is more of
increases degradation of | - | decreases | what is degraded there is less of
decreases synthesis of | - | decreases | what is not made there is less of
increases transport of | + | increases ~ | more of the object arrives; where it is taken from there is less
decreases uptake of | - | decreases ~ | less of the object enters; outside there is more of it, and the path must mean the inside
increases response to | + | increases | a stronger response to the object is more effect of it
decreases response to | - | decreases | a weaker response to the object is less effect of it
disrupts | - | decreases | breaks the object or stops it from working
disrupted by | <- | decreases | the object breaks the subject: a minus that runs against the path
causes | + | increases | brings the object about
caused by | <+ | increases | the object brings the subject about
contributes to | + | increases | helps to bring the object about
predisposes | + | increases | makes the object likelier
produces | + | increases | the object is what the subject makes
produced by | <+ | increases | the object makes the subject
has output | + | increases | the object is what the process yields
has metabolite | + | increases | more of the parent gives more of the metabolite
is metabolite of | <+ | increases | more of the object gives more of the subject
derives into | + | increases | the object is made from the subject
derives from | <+ | increases | the subject is made from the object
expresses | + | increases | more of the cell gives more of what it expresses
enables | + | increases | the object is a function that the subject carries out
positively correlated with | + | increases ~ | a step of the path: both rise together; a correlation is no proof of cause
negatively correlated with | - | decreases ~ | a step of the path: one rises as the other falls; a correlation is no proof of cause
correlated with | ? | associatedWith ~ | neither cause nor direction is said
manifestation of | + | increases ~ | a disease is as severe as its manifestations: less of the one is less of the other
phenotype of | + | increases ~ | as manifestation of: relief of the phenotype is the relief that the path claims
has phenotype | + | increases | the subject shows itself in the object
treats | - | decreases | a treated disease is less severe
prevents | - | decreases | a prevented disease is rarer
ameliorates | - | decreases | the object becomes less severe
exacerbates | + | increases | the object becomes more severe
affects risk for | ? | regulates | changes the risk; which way is not said
affected by | <? | regulates | the object acts on the subject; which way is not said
contraindicated for | ? | associatedWith ~ | advice, not an effect; which way the drug acts on the disease is not said
molecularly interacts with | ? | regulates ~! | binds the object; whether that helps or blocks it is not said
directly interacts with | ? | regulates ~! | touches the object; whether that helps or blocks it is not said
physically interacts with | ? | regulates ~! | binds the object; whether that helps or blocks it is not said
interacts with | ? | regulates ~ | acts with or on the object; how is not said
participates in |  | participatesIn | says that the subject is part of the process, not what it does to it
actively involved in |  | participatesIn ~ | says that the subject is part of the process, not what it does to it
capable of |  | participatesIn ~ | says what the subject could do
has participant | < | participatesIn | says that the object is part of the process
occurs in |  | locatedIn | says where the process takes place
located in |  | locatedIn | says where the subject is
location of | < | locatedIn | says where the object is
expressed in |  | locatedIn ~ | says where the subject is made
in taxon |  | locatedIn ~ | says in which organism
part of |  | partOf | says of which whole
has part |  | hasComponent | says of which parts
has active ingredient |  | hasComponent ~ | says of which parts
in complex with |  | associatedWith ~ | says what it is bound to, not what that changes
coexists with |  | associatedWith ~ | says what is there too
subclass of |  | isA | says what kind of thing
superclass of | < | isA | says what kind of thing
chemically similar to |  | associatedWith ~ | likeness is no effect; that both act alike is left to the reader
similar to |  | associatedWith ~ | likeness is no effect
precedes |  | associatedWith ~ | before is not because of
"""


@cache
def predicates() -> dict[str, Predicate]:
    """All 67, by their words, in the order of the table."""
    return dict(map(_row, _TABLE.strip().splitlines()))


def predicate_named(word: str) -> Predicate | None:
    """The predicate of these words, in any spelling of Biolink; ``None`` for one that DrugMechDB does not have.

    Examples
    --------
    >>> predicate_named("biolink:Positively_Regulates").sign, predicate_named("caused by").reversed, predicate_named("likes")
    ('+', True, None)
    """
    return predicates().get(" ".join(word.removeprefix("biolink:").replace("_", " ").casefold().split()))


def _row(line: str) -> tuple[str, Predicate]:
    word, sign, becomes, reason = (cell.strip() for cell in line.split("|"))
    name, _, marks = becomes.partition(" ")
    return word, Predicate(
        word=word,
        sign=sign.lstrip("<"),
        reversed=sign.startswith("<"),
        becomes=name,
        exact="~" not in marks,
        direct="!" in marks,
        reason=reason,
    )
