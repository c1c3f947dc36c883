"""What a claim, its evidence, an observation and a chain *are*: frozen values, standard library only.

Nothing here knows RDF, reads a file or prints.

A name is loaded from its file when it is first asked for: who explains a chain pays for no prediction.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.model.chain import Chain, Explanation, Finding, Link, Severity
    from kgraph.model.claim import (
        PREDICATE_OF,
        SIGN_OF,
        Association,
        Bearing,
        Certainty,
        Claim,
        Context,
        Description,
        Entry,
        Evidence,
        Layer,
        Locator,
        Note,
        Observation,
        Quantity,
        Result,
        Selection,
    )
    from kgraph.model.coherence import Audit, Coherence, Counterfactual, Edit, Effect, LinkEdit, Route, SignedMechanism, Step
    from kgraph.model.comparison import Answered, Comparison, Difference, Standing
    from kgraph.model.examination import (
        Blocks,
        Carried,
        Carrying,
        Convergence,
        Disagreement,
        Examination,
        Examined,
        LeftOut,
        Mending,
        Mishap,
        Needs,
        Outcome,
        Rescue,
        Rescued,
    )
    from kgraph.model.exercise import Exercise, ExerciseKind, Option
    from kgraph.model.inference import Explaining, Reversal, Rivalry, Splitting
    from kgraph.model.lesson import Lesson, LessonStep, Outline, Remark, RemarkKind
    from kgraph.model.prediction import Action, Agreement, Asked, Assumption, Because, Intervened, Judged, Predicted, Routes, Supposition
    from kgraph.model.reach import Reach, Reachable
    from kgraph.model.sign import Change, Sign, Verdict
    from kgraph.model.term import Entity, Identifier, Label, Language, Mechanism, Reference, Term, Variable

__all__ = [
    "PREDICATE_OF",
    "SIGN_OF",
    "Action",
    "Agreement",
    "Answered",
    "Asked",
    "Association",
    "Assumption",
    "Audit",
    "Bearing",
    "Because",
    "Blocks",
    "Carried",
    "Carrying",
    "Certainty",
    "Chain",
    "Change",
    "Claim",
    "Coherence",
    "Comparison",
    "Context",
    "Convergence",
    "Counterfactual",
    "Description",
    "Difference",
    "Disagreement",
    "Edit",
    "Effect",
    "Entity",
    "Entry",
    "Evidence",
    "Examination",
    "Examined",
    "Exercise",
    "ExerciseKind",
    "Explaining",
    "Explanation",
    "Finding",
    "Identifier",
    "Intervened",
    "Judged",
    "Label",
    "Language",
    "Layer",
    "LeftOut",
    "Lesson",
    "LessonStep",
    "Link",
    "LinkEdit",
    "Locator",
    "Mechanism",
    "Mending",
    "Mishap",
    "Needs",
    "Note",
    "Observation",
    "Option",
    "Outcome",
    "Outline",
    "Predicted",
    "Quantity",
    "Reach",
    "Reachable",
    "Reference",
    "Remark",
    "RemarkKind",
    "Rescue",
    "Rescued",
    "Result",
    "Reversal",
    "Rivalry",
    "Route",
    "Routes",
    "Selection",
    "Severity",
    "Sign",
    "SignedMechanism",
    "Splitting",
    "Standing",
    "Step",
    "Supposition",
    "Term",
    "Variable",
    "Verdict",
]

_NAMES_OF = {
    "chain": (
        "Chain",
        "Explanation",
        "Finding",
        "Link",
        "Severity",
    ),
    "claim": (
        "PREDICATE_OF",
        "SIGN_OF",
        "Association",
        "Bearing",
        "Certainty",
        "Claim",
        "Context",
        "Description",
        "Entry",
        "Evidence",
        "Layer",
        "Locator",
        "Note",
        "Observation",
        "Quantity",
        "Result",
        "Selection",
    ),
    "coherence": (
        "Audit",
        "Coherence",
        "Counterfactual",
        "Edit",
        "Effect",
        "LinkEdit",
        "Route",
        "SignedMechanism",
        "Step",
    ),
    "comparison": (
        "Answered",
        "Comparison",
        "Difference",
        "Standing",
    ),
    "examination": (
        "Blocks",
        "Carried",
        "Carrying",
        "Convergence",
        "Disagreement",
        "Examination",
        "Examined",
        "LeftOut",
        "Mending",
        "Mishap",
        "Needs",
        "Outcome",
        "Rescue",
        "Rescued",
    ),
    "exercise": (
        "Exercise",
        "ExerciseKind",
        "Option",
    ),
    "inference": (
        "Explaining",
        "Reversal",
        "Rivalry",
        "Splitting",
    ),
    "lesson": (
        "Lesson",
        "LessonStep",
        "Outline",
        "Remark",
        "RemarkKind",
    ),
    "prediction": (
        "Action",
        "Agreement",
        "Asked",
        "Assumption",
        "Because",
        "Intervened",
        "Judged",
        "Predicted",
        "Routes",
        "Supposition",
    ),
    "reach": (
        "Reach",
        "Reachable",
    ),
    "sign": (
        "Change",
        "Sign",
        "Verdict",
    ),
    "term": (
        "Entity",
        "Identifier",
        "Label",
        "Language",
        "Mechanism",
        "Reference",
        "Term",
        "Variable",
    ),
}
_FILE_OF = {name: file for file, names in _NAMES_OF.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _FILE_OF:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    value = getattr(import_module(f"{__name__}.{_FILE_OF[name]}"), name)
    globals()[name] = value
    return value
