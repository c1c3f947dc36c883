"""Exercises as H5P: a question set of multiple-choice questions, for Moodle, WordPress, Drupal, Lumi and other hosts.

The package holds the content and names the libraries that play it (`H5P.QuestionSet` 1.20, `H5P.MultiChoice` 1.16); these are not
packed, for every host that plays question sets has them, and they are not ours. An ordering becomes a choice between orders.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from uuid import UUID

from kgraph.exchange.deck_text import single_choices, words, zipped
from kgraph.model import Exercise, Label, Language

_SET, _CHOICE = "H5P.QuestionSet 1.20", "H5P.MultiChoice 1.16"
_LIBRARIES = (("H5P.MultiChoice", 1, 16), ("H5P.QuestionSet", 1, 20))
_BUTTONS = {
    "checkAnswerButton": Label(en="Check", zh="检查"),
    "submitAnswerButton": Label(en="Submit", zh="提交"),
    "showSolutionButton": Label(en="Show solution", zh="显示答案"),
    "tryAgainButton": Label(en="Retry", zh="重试"),
    "correctAnswer": Label(en="Right answer", zh="正确答案"),
    "wrongAnswer": Label(en="Wrong answer", zh="错误答案"),
    "a11yCheck": Label(en="Check the answer.", zh="检查答案。"),
    "a11yShowSolution": Label(en="Show the solution.", zh="显示答案。"),
    "a11yRetry": Label(en="Start over.", zh="重新开始。"),
}
_TEXTS = {
    "prevButton": Label(en="Previous question", zh="上一题"),
    "nextButton": Label(en="Next question", zh="下一题"),
    "finishButton": Label(en="Finish", zh="完成"),
    "submitButton": Label(en="Submit", zh="提交"),
    "textualProgress": Label(en="Question @current of @total", zh="第@current题，共@total题"),
    "jumpToQuestion": Label(en="Question %d of %total", zh="第%d题，共%total题"),
    "questionLabel": Label(en="Question", zh="题目"),
    "readSpeakerProgress": Label(en="Question @current of @total", zh="第@current题，共@total题"),
    "unansweredText": Label(en="Not answered", zh="未作答"),
    "answeredText": Label(en="Answered", zh="已作答"),
    "currentQuestionText": Label(en="Current question", zh="当前题目"),
    "navigationLabel": Label(en="Questions", zh="题目列表"),
}
_END = {
    "message": Label(en="Your result", zh="你的结果"),
    "scoreBarLabel": Label(en="You got @finals of @totals points", zh="得分@finals，满分@totals"),
    "solutionButtonText": Label(en="Show solution", zh="显示答案"),
    "retryButtonText": Label(en="Retry", zh="重试"),
    "finishButtonText": Label(en="Finish", zh="完成"),
    "submitButtonText": Label(en="Submit", zh="提交"),
}


def h5p_bytes(exercises: Sequence[Exercise], *, languages: Sequence[Language], title: str) -> bytes:
    """The package: ``h5p.json`` and ``content/content.json`` in an archive.

    Parameters
    ----------
    exercises : sequence of Exercise
        The questions, in order.
    languages : sequence of Language
        One, or both: then every text stands in both; buttons are in the first.
    title : str
        The title of the question set.
    """
    return zipped({"h5p.json": _json(_package(languages, title)), "content/content.json": _json(_content(exercises, languages))})


def _package(languages: Sequence[Language], title: str) -> dict[str, object]:
    return {
        "title": title,
        "language": languages[0].value,
        "mainLibrary": _SET.partition(" ")[0],
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": [{"machineName": name, "majorVersion": major, "minorVersion": minor} for name, major, minor in _LIBRARIES],
    }


def _content(exercises: Sequence[Exercise], languages: Sequence[Language]) -> dict[str, object]:
    first = languages[0]
    return {
        "introPage": {"showIntroPage": False, "startButtonText": "Start" if first is Language.EN else "开始"},
        "progressType": "textual",
        "passPercentage": 50,
        "questions": [_question(one, languages) for one in exercises],
        "texts": {name: label.text(first) for name, label in _TEXTS.items()},
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": True,
            "showRetryButton": True,
            "overallFeedback": [{"from": 0, "to": 100}],
            "showAnimations": False,
            "skippable": False,
            **{name: label.text(first) for name, label in _END.items()},
        },
        "override": {"checkButton": True},
    }


def _question(exercise: Exercise, languages: Sequence[Language]) -> dict[str, object]:
    prompt = words(exercise.prompt, languages)
    return {
        "library": _CHOICE,
        "metadata": {"contentType": "Multiple Choice", "license": "U", "title": prompt[:120]},
        "subContentId": str(UUID(sha256(exercise.id.encode()).hexdigest()[:32], version=4)),
        "params": {
            "question": f"<p>{escape(prompt)}</p>",
            "answers": [
                {
                    "text": escape(text),
                    "correct": right,
                    "tipsAndFeedback": {"tip": "", "chosenFeedback": escape(why), "notChosenFeedback": ""},
                }
                for text, right, why in single_choices(exercise, languages)
            ],
            "overallFeedback": [{"from": 0, "to": 100}],
            "UI": {name: label.text(languages[0]) for name, label in _BUTTONS.items()},
            "behaviour": {
                "enableRetry": True,
                "enableSolutionsButton": True,
                "enableCheckButton": True,
                "type": "single",
                "singlePoint": True,
                "randomAnswers": False,
                "showSolutionsRequiresInput": True,
                "confirmCheckDialog": False,
                "confirmRetryDialog": False,
                "autoCheck": False,
                "passPercentage": 100,
                "showScorePoints": True,
            },
        },
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
