"""Relations of the Relation Ontology in GO-CAM models, each with its sign and what it becomes. A table; how it is used: `gocam_entries.py`.

Labels, and the order of relations that the signs rest on, are those of the Relation Ontology (doi:10.1186/gb-2005-6-5-r46, and its later
releases; read in the release of August 2026). A relation has the sign that the ontology gives it or a relation above it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation.

    `sign` is that of raising the cause; `reversed` says that the cause is the object. `exact` is false where what it becomes says more
    or less than the relation does. `becomes` is a predicate of ours for what is no cause, with `reversed` for the order of its ends.
    """

    label: str
    sign: str = ""
    direct: bool = False
    reversed: bool = False
    exact: bool = True
    becomes: str = ""
    reason: str = ""


_UPSTREAM = "the cause comes first; which way it acts is not said"
_WITHIN = "the cause may also be a part of what it acts on"
_OBSOLETE = "obsolete in the ontology; what replaced it is meant"
_WHEN = "says where or when, not what it does"

CAUSAL: Mapping[str, Relation] = {
    "RO:0002211": Relation("regulates", "?", reason="which way is not said"),
    "RO:0002213": Relation("positively regulates", "+", reason="raises by definition"),
    "RO:0002212": Relation("negatively regulates", "-", reason="lowers by definition"),
    "RO:0002578": Relation("directly regulates", "?", direct=True, reason="nothing lies between; which way is not said"),
    "RO:0002629": Relation("directly positively regulates", "+", direct=True, reason="raises, and nothing lies between"),
    "RO:0002630": Relation("directly negatively regulates", "-", direct=True, reason="lowers, and nothing lies between"),
    "RO:0012012": Relation("indirectly regulates", "?", reason="another activity lies between; which way is not said"),
    "RO:0002407": Relation("indirectly positively regulates", "+", reason="raises through another activity"),
    "RO:0002409": Relation("indirectly negatively regulates", "-", reason="lowers through another activity"),
    "RO:0002411": Relation("causally upstream of", "?", reason=_UPSTREAM),
    "RO:0002304": Relation("causally upstream of, positive effect", "+", reason="its effect is to raise"),
    "RO:0002305": Relation("causally upstream of, negative effect", "-", reason="its effect is to lower"),
    "RO:0002418": Relation("causally upstream of or within", "?", exact=False, reason=_WITHIN),
    "RO:0004047": Relation("causally upstream of or within, positive effect", "+", exact=False, reason=_WITHIN),
    "RO:0004046": Relation("causally upstream of or within, negative effect", "-", exact=False, reason=_WITHIN),
    "RO:0012011": Relation("indirectly causally upstream of", "?", reason=_UPSTREAM),
    "RO:0002412": Relation("immediately causally upstream of", "?", reason="it ends where the other begins, which need not be contact"),
    "RO:0002413": Relation("provides input for", "+", reason="below a relation of positive effect: what it makes, the other uses"),
    "RO:0002414": Relation("transitively provides input for", "+", reason="below a relation of positive effect"),
    "RO:0012009": Relation("constitutively upstream of", "+", reason="below a relation of positive effect: required, and always on"),
    "RO:0012010": Relation("removes input for", "-", reason="below a relation of negative effect: uses up what the other needs"),
    "RO:0002263": Relation("acts upstream of", "?", reason=_UPSTREAM),
    "RO:0004034": Relation("acts upstream of, positive effect", "+", reason="its effect is to raise"),
    "RO:0004035": Relation("acts upstream of, negative effect", "-", reason="its effect is to lower"),
    "RO:0002264": Relation("acts upstream of or within", "?", exact=False, reason=_WITHIN),
    "RO:0004032": Relation("acts upstream of or within, positive effect", "+", exact=False, reason=_WITHIN),
    "RO:0004033": Relation("acts upstream of or within, negative effect", "-", exact=False, reason=_WITHIN),
    "RO:0002428": Relation("involved in regulation of", "?", reason="which way is not said"),
    "RO:0002429": Relation("involved in positive regulation of", "+", reason="part of what raises it"),
    "RO:0002430": Relation("involved in negative regulation of", "-", reason="part of what lowers it"),
    "RO:0012004": Relation("is small molecule regulator of", "?", reason="which way is not said"),
    "RO:0012005": Relation("is small molecule activator of", "+", reason="the substance raises the activity"),
    "RO:0012006": Relation("is small molecule inhibitor of", "-", reason="the substance lowers the activity"),
    "RO:0012000": Relation("has small molecule regulator", "?", reversed=True, reason="which way is not said"),
    "RO:0012001": Relation("has small molecule activator", "+", reversed=True, reason="the substance raises the activity"),
    "RO:0012002": Relation("has small molecule inhibitor", "-", reversed=True, reason="the substance lowers the activity"),
    "RO:0002334": Relation("regulated by", "?", reversed=True, reason="which way is not said"),
    "RO:0002336": Relation("positively regulated by", "+", reversed=True, reason="the object raises the subject"),
    "RO:0002335": Relation("negatively regulated by", "-", reversed=True, reason="the object lowers the subject"),
    "RO:0002022": Relation("directly regulated by", "?", direct=True, reversed=True, reason="which way is not said"),
    "RO:0002024": Relation("directly positively regulated by", "+", direct=True, reversed=True, reason="the object raises the subject"),
    "RO:0002023": Relation("directly negatively regulated by", "-", direct=True, reversed=True, reason="the object lowers the subject"),
    "RO:0002404": Relation("causally downstream of", "?", reversed=True, reason=_UPSTREAM),
    "RO:0002405": Relation("immediately causally downstream of", "?", reversed=True, reason=_UPSTREAM),
    "RO:0002427": Relation("causally downstream of or within", "?", reversed=True, exact=False, reason=_WITHIN),
    "RO:0002406": Relation("directly activates", "+", direct=True, exact=False, reason=_OBSOLETE),
    "RO:0002408": Relation("directly inhibits", "-", direct=True, exact=False, reason=_OBSOLETE),
}
ENABLED_BY, OCCURS_IN, PART_OF, HAS_PART = "RO:0002333", "BFO:0000066", "BFO:0000050", "BFO:0000051"
HAS_INPUT, HAS_OUTPUT = "RO:0002233", "RO:0002234"
_RESULT = "says what the process makes or moves; how much of it there then is depends on more"
_INPUT = "says what it works on, not what that does"
OTHERS: Mapping[str, Relation] = {
    ENABLED_BY: Relation("enabled by", becomes="participatesIn", reversed=True, reason="says what carries the function out"),
    OCCURS_IN: Relation("occurs in", becomes="locatedIn", reason="says where; the variable is of that place"),
    PART_OF: Relation("part of", becomes="partOf", reason="says of which process, place or complex"),
    HAS_PART: Relation("has part", becomes="hasComponent", reason="says of which parts"),
    "RO:0001025": Relation("located in", becomes="locatedIn", reason="says where"),
    "RO:0002432": Relation("is active in", becomes="locatedIn", reason="says where"),
    HAS_INPUT: Relation("has input", becomes="participatesIn", reversed=True, reason=_INPUT),
    "RO:0002400": Relation("has direct input", becomes="participatesIn", reversed=True, reason=_INPUT),
    "RO:0000057": Relation("has participant", becomes="participatesIn", reversed=True, reason="says what takes part"),
    "RO:0002331": Relation("involved in", becomes="participatesIn", reason="says in which process it takes part"),
    "RO:0002092": Relation("happens during", becomes="participatesIn", exact=False, reason=_WHEN),
    "RO:0002338": Relation("has target start location", becomes="locatedIn", exact=False, reason="where it takes something from"),
    "RO:0002339": Relation("has target end location", becomes="locatedIn", exact=False, reason="where it takes something to"),
    "RO:0002313": Relation("transports or maintains localization of", becomes="participatesIn", reversed=True, exact=False, reason=_INPUT),
    "RO:0002296": Relation("results in development of", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002297": Relation(
        "results in formation of anatomical entity", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT
    ),
    "RO:0002298": Relation("results in morphogenesis of", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002299": Relation("results in maturation of", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002315": Relation("results in acquisition of features of", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002348": Relation("results in commitment to", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002349": Relation("results in determination of", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002356": Relation("results in specification of", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002565": Relation("results in movement of", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002588": Relation("results in assembly of", becomes="participatesIn", reversed=True, exact=False, reason=_RESULT),
    "RO:0002326": Relation("contributes to", becomes="participatesIn", exact=False, reason="it does so together with others"),
}
# An output is there at the end and was not at the beginning: more of the activity, more of it. Only where it is no input as well.
OUTPUT = Relation("has output", "+", exact=False, reason="the output is what the activity yields")
OUTPUT_OF_ITSELF = Relation(
    "has output", becomes="participatesIn", reversed=True, reason="the output is an input as well: another state of it"
)
# What is written the other way round.
INVERSE: Mapping[str, str] = {"RO:0002327": ENABLED_BY, "RO:0002352": HAS_INPUT, "RO:0002353": HAS_OUTPUT, "RO:0001015": "RO:0001025"}

# Evidence codes of the Gene Ontology's annotators -> label, and whether an experiment stands behind them.
METHODS: Mapping[str, tuple[str, bool]] = {
    "ECO:0000250": ("sequence similarity evidence used in manual assertion", False),
    "ECO:0000255": ("match to sequence model evidence used in manual assertion", False),
    "ECO:0000266": ("sequence orthology evidence used in manual assertion", False),
    "ECO:0000269": ("experimental evidence used in manual assertion", True),
    "ECO:0000270": ("expression pattern evidence used in manual assertion", True),
    "ECO:0000303": ("author statement without traceable support used in manual assertion", False),
    "ECO:0000304": ("author statement supported by traceable reference used in manual assertion", False),
    "ECO:0000305": ("curator inference used in manual assertion", False),
    "ECO:0000307": ("no evidence data found used in manual assertion", False),
    "ECO:0000313": ("imported information used in automatic assertion", False),
    "ECO:0000314": ("direct assay evidence used in manual assertion", True),
    "ECO:0000315": ("mutant phenotype evidence used in manual assertion", True),
    "ECO:0000316": ("genetic interaction evidence used in manual assertion", True),
    "ECO:0000318": ("biological aspect of ancestor evidence used in manual assertion", False),
    "ECO:0000353": ("physical interaction evidence used in manual assertion", True),
    "ECO:0000501": ("evidence used in automatic assertion", False),
}
