"""Decks and question banks hold what the exercises say, whatever the labels are, and open in readers that share no code with them."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from kgraph.errors import InvalidValue
from kgraph.exchange.deck_csv import safe
from kgraph.exchange.decks import DECKS, deck
from kgraph.model import Exercise, ExerciseKind, Label, Language, Option
from kgraph.questions.exercising_scope import quiz
from kgraph.store import Knowledge

HOSTILE = "=cmd|' /C'!A0 {~x} #1 :: [latex]\\x[/latex] {{c1::a}} <img src=x onerror=alert(1)> -> [html]b %50% \\ \x1f"
BOTH = (Language.EN, Language.ZH)


def hostile_exercise() -> Exercise:
    """One whose every text tries to be markup of some format."""
    options = tuple(
        Option(id=letter, label=Label(en=f"{HOSTILE}{letter}", zh=f"{letter}{HOSTILE}"), why=Label(en=HOSTILE, zh=HOSTILE))
        for letter in "abc"
    )
    return Exercise(
        id="sign-hostile",
        kind=ExerciseKind.SIGN,
        difficulty=1,
        prompt=Label(en=HOSTILE, zh=HOSTILE),
        options=options,
        key=("b",),
        claims=("claim:x",),
        explanation=Label(en=HOSTILE, zh=HOSTILE),
    )


@pytest.fixture(scope="module")
def some(shipped: Knowledge) -> tuple[Exercise, ...]:
    """Exercises of every kind, and the hostile one."""
    found = quiz(shipped, count=40)
    assert {one.kind for one in found} == set(ExerciseKind)
    return (*found, hostile_exercise())


@pytest.mark.parametrize("format", DECKS)
def test_the_same_exercises_are_the_same_bytes(some: tuple[Exercise, ...], format: str) -> None:
    assert deck(format, some, languages=BOTH) == deck(format, some, languages=BOTH)


@pytest.mark.parametrize("format", DECKS)
def test_no_exercise_is_no_deck(format: str) -> None:
    with pytest.raises(InvalidValue, match="at least one"):
        deck(format, ())


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidValue, match="anki, gift, h5p, csv"):
        deck("quizlet", [hostile_exercise()])


def anki_notes(content: bytes, folder: Path) -> list[dict[str, str]]:
    """The notes of a deck, read as SQLite, fields by name."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.read("media") == b"{}"
        (folder / "collection.anki2").write_bytes(archive.read("collection.anki2"))
    base = sqlite3.connect(folder / "collection.anki2")
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    ((models, version),) = base.execute("SELECT models, ver FROM col").fetchall()
    assert version == 11
    ((number, model),) = json.loads(models).items()
    names = [field["name"] for field in model["flds"]]
    rows = base.execute("SELECT n.guid, n.flds, n.mid, c.did FROM notes n JOIN cards c ON c.nid = n.id ORDER BY c.due").fetchall()
    decks = json.loads(base.execute("SELECT decks FROM col").fetchone()[0])
    assert {str(row[3]) for row in rows} <= set(decks)
    assert {str(row[2]) for row in rows} == {number}
    base.close()
    return [{"guid": row[0], **dict(zip(names, row[1].split("\x1f"), strict=True))} for row in rows]


def test_an_anki_deck_holds_a_card_for_every_exercise(some: tuple[Exercise, ...], tmp_path: Path) -> None:
    notes = anki_notes(deck("anki", some), tmp_path)
    assert [note["guid"] for note in notes] == [one.id for one in some]
    for note, one in zip(notes, some[:-1], strict=False):
        assert unescape(note["Question"]) == one.prompt.en
        assert [unescape(text) for text in re.findall("<li>(.*?)</li>", note["Options"])] == [option.label.en for option in one.options]
        labels = {option.id: option.label.en for option in one.options}
        assert all(labels[key] in unescape(note["Answer"]) for key in one.key)


def test_no_label_becomes_markup_in_anki(some: tuple[Exercise, ...], tmp_path: Path) -> None:
    note = anki_notes(deck("anki", some), tmp_path)[-1]
    for field in ("Question", "Answer", "Why", "Claims", "Id"):
        assert not re.search(r"<|\[latex|\[sound|\{\{|\\\\", note[field])
    assert set(re.findall(r"<[^>]*>", note["Options"])) == {"<ol>", "<li>", "</li>", "</ol>"}


Answers = list[tuple[str, str, str]]


def gift_questions(text: str) -> dict[str, tuple[str, Answers]]:
    """Title -> (prompt, answers as (mark, text, feedback)), by a reader that knows nothing but the escapes and marks of the format."""

    def plain(written: str) -> str:
        assert written.startswith("[plain]")
        return re.sub(r"\\(.)", r"\1", written.removeprefix("[plain]"))

    unescaped = r"(?<!\\)(?:\\\\)*"
    found = {}
    for block in text.split("\n\n")[1:]:
        match = re.fullmatch(r"::((?:\\.|[^:\\])*)::((?:\\.|[^{}\\])*) \{\n(.*)\n\}\n?", block, re.DOTALL)
        assert match, block
        answers: Answers = []
        for line in match[3].split("\n"):
            line = line.strip()
            if line.startswith("####"):
                plain(line[4:])
                continue
            assert not re.search(unescaped + r"[~={}]", line[1:]), line
            words, _, feedback = re.sub(r"(?<!\\)((?:\\\\)*)#", "\\1\x00", line[1:]).partition("\x00")
            answers.append((line[0], plain(words), plain(feedback) if feedback else ""))
        found[re.sub(r"\\(.)", r"\1", match[1])] = (plain(match[2]), answers)
    return found


def test_a_gift_bank_holds_every_question_with_its_key(some: tuple[Exercise, ...]) -> None:
    questions = gift_questions(deck("gift", some).decode())
    assert list(questions) == [one.id for one in some]
    for one in some[:-1]:
        prompt, answers = questions[one.id]
        assert prompt.startswith(one.prompt.en)
        if one.kind is ExerciseKind.ORDER:
            places = {words.rpartition(" -> ")[0]: int(words.rpartition(" -> ")[2]) for _, words, _ in answers}
            labels = {option.id: option.label.en for option in one.options}
            assert sorted(places, key=places.__getitem__) == [labels[key] for key in one.key]
        else:
            assert [(mark == "=", words) for mark, words, _ in answers] == [(o.id in one.key, o.label.en) for o in one.options]


def test_no_label_means_anything_to_gift() -> None:
    one = hostile_exercise()
    _, answers = gift_questions(deck("gift", [one]).decode())[one.id]
    expected = [" ".join(option.label.en.split()).replace("->", "→") for option in one.options]
    assert [words for _, words, _ in answers] == expected


def test_an_h5p_package_holds_every_question_with_one_right_answer(some: tuple[Exercise, ...]) -> None:
    with ZipFile(BytesIO(deck("h5p", some, title="lesson"))) as archive:
        assert archive.namelist() == ["h5p.json", "content/content.json"]
        package, content = (json.loads(archive.read(name)) for name in archive.namelist())
    named = {f"{one['machineName']} {one['majorVersion']}.{one['minorVersion']}" for one in package["preloadedDependencies"]}
    assert {one["library"] for one in content["questions"]} <= named
    assert package["mainLibrary"] == "H5P.QuestionSet"
    assert package["title"] == "lesson"
    assert len({one["subContentId"] for one in content["questions"]}) == len(content["questions"]) == len(some)
    for question, one in zip(content["questions"], some, strict=True):
        answers = question["params"]["answers"]
        assert sum(answer["correct"] for answer in answers) == 1
        assert len({answer["text"] for answer in answers}) == len(answers) > 1
        assert not any("<" in answer["text"] for answer in answers)
        right = next(unescape(answer["text"]) for answer in answers if answer["correct"])
        labels = {option.id: " ".join(option.label.en.split()) for option in one.options}
        assert right == " → ".join(labels[key] for key in one.key)


def test_a_table_opens_as_a_table_and_runs_no_formula(some: tuple[Exercise, ...]) -> None:
    rows = list(csv.DictReader(StringIO(deck("csv", some, languages=(Language.ZH,)).decode())))
    assert [row["id"] for row in rows] == [one.id for one in some]
    for row, one in zip(rows, some[:-1], strict=False):
        chosen = [row[f"option {number}"] for number in row["right"].split()]
        labels = {option.id: option.label.zh for option in one.options}
        assert chosen == [labels[key] for key in one.key]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"])
def test_a_cell_that_would_be_a_formula_becomes_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
