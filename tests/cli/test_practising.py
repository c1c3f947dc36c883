"""The commands quiz and grade, as a student meets them."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from kgraph.questions.lessons import lesson, lessons
from kgraph.store import Knowledge
from tests.cli.conftest import Run
from tests.exchange.test_decks import anki_notes, gift_questions

ROOT = Path(__file__).parents[2]
LESSONS = ("mtor", "bdnf", "gaba-eef2", "gsk3", "lhb", "compare", "evidence-safety", "dependence")


def answers_to(run: Run, *words: str, language: str = "en") -> list[str]:
    """A right answer to every exercise of a quiz, typed by name."""
    lines = []
    for one in json.loads(run("quiz", *words, "--json").out):
        labels = {option["id"]: option["label"][language] for option in one["options"]}
        lines.append(" > ".join(labels[key] for key in one["key"]))
    return lines


def play(run: Run, monkeypatch: pytest.MonkeyPatch, lines: list[str], *words: str) -> str:
    """What a quiz says to some lines; it must end well."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    answer = run("quiz", *words)
    assert answer.code == 0, answer.err
    return answer.out


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("scope", [("1",), ("--from", "ketamine", "--to", "antidepressant effect"), ()])
def test_right_names_in_either_language_win_every_point(
    run: Run, monkeypatch: pytest.MonkeyPatch, scope: tuple[str, ...], language: str
) -> None:
    lines = answers_to(run, *scope, "--count", "12", language=language)
    assert "Score: 12 of 12 right." in play(run, monkeypatch, lines, *scope, "--count", "12")
    assert "12题中答对12题" in play(run, monkeypatch, lines, *scope, "--count", "12", "--lang", "zh")


def test_wrong_answers_are_told_why_with_the_claims(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = json.loads(run("quiz", "1", "--kind", "sign", "--count", "1", "--json").out)[0]
    wrong = str(1 + next(place for place, option in enumerate(first["options"]) if option["id"] not in first["key"]))
    told = play(run, monkeypatch, [wrong], "1", "--kind", "sign", "--count", "1")
    assert "Wrong. The answer: " in told
    assert first["explanation"]["en"] in told
    assert all(claim in told for claim in first["claims"])
    assert "Score: 0 of 1 right." in told


def test_an_empty_line_passes_and_q_ends(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    told = play(run, monkeypatch, ["", "q", "1"], "1", "--count", "5")
    assert "No answer." in told
    assert "Score: 0 of 5 right, 5 not answered." in told


def test_words_that_name_no_option_count_as_wrong_in_a_pipe(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Score: 0 of 1 right." in play(run, monkeypatch, ["nonsense"], "1", "--count", "1")


def test_nobody_at_the_terminal_is_told_how_to_answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    answer = run("quiz", "1")
    assert answer.code == 0
    assert "--json" in answer.err


def test_an_interrupted_quiz_is_exit_130(cache: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "kgraph", "quiz", "1"],
        env={"PYTHONPATH": str(ROOT), "KGRAPH_CACHE": str(cache)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline()
    child.send_signal(signal.SIGINT)
    _, noise = child.communicate(timeout=20)
    assert child.returncode == 130
    assert "Traceback" not in noise


def test_the_same_seed_is_the_same_quiz_under_any_hash_seed(cache: Path) -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "kgraph", "quiz", "--json", "--seed", "7", "--count", "30"],
            env={"PYTHONPATH": str(ROOT), "KGRAPH_CACHE": str(cache), "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1


def test_difficulty_and_kind_are_obeyed(run: Run) -> None:
    found = json.loads(run("quiz", "--difficulty", "2", "--kind", "what-if", "--kind", "order", "--json").out)
    assert {(one["difficulty"], one["kind"]) for one in found} == {(2, "what-if"), (2, "order")}


def test_a_quiz_about_nothing_that_can_be_asked_is_exit_one(run: Run) -> None:
    answer = run("quiz", "--from", "placebo", "--to", "ketamine")
    assert (answer.code, answer.out) == (1, "")
    assert run("quiz", "--from", "placebo", "--to", "ketamine", "--json").out == "[]\n"


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "ketamine"),
        ("1", "--from", "a", "--to", "b"),
        ("--kind", "riddle"),
        ("--difficulty", "4"),
        ("--export", "quizlet"),
        ("-o", "x"),
    ],
)
def test_a_quiz_asked_for_wrongly_is_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run("quiz", *words).code == 2


@pytest.mark.parametrize("format", ["anki", "gift", "h5p", "csv"])
def test_a_deck_is_written_whole_and_the_same_again(run: Run, tmp_path: Path, format: str) -> None:
    written = []
    for name in ("one", "two"):
        assert run("quiz", "1", "--export", format, "-o", str(tmp_path / name)).code == 0
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1] != b""
    assert run("quiz", "1", "--export", format, "-o", str(tmp_path / "no" / "folder")).code == 3


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", LESSONS)
def test_the_decks_of_a_lesson_hold_its_quiz_in_every_format(
    run: Run, shipped: Knowledge, tmp_path: Path, name: str, language: str
) -> None:
    assert tuple(one.id for one in lessons(shipped)) == LESSONS
    wanted = [one.id for one in lesson(shipped, name).quiz]
    assert len(wanted) >= 4
    for format in ("anki", "gift", "h5p", "csv"):
        answer = run("lesson", name, "--export", format, "--lang", language, "-o", str(tmp_path / format))
        assert answer.code == 0, answer.err
        content = (tmp_path / format).read_bytes()
        if format == "anki":
            assert [note["guid"] for note in anki_notes(content, tmp_path)] == wanted
        elif format == "gift":
            assert list(gift_questions(content.decode())) == wanted
        elif format == "csv":
            assert [row["id"] for row in csv.DictReader(io.StringIO(content.decode()))] == wanted
        else:
            with ZipFile(io.BytesIO(content)) as archive:
                assert len(json.loads(archive.read("content/content.json"))["questions"]) == len(wanted)


@pytest.mark.parametrize("words", [("list", "--export", "anki"), ("mtor", "--export", "quizlet")])
def test_a_deck_of_no_lesson_or_in_no_format_is_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run("lesson", *words).code == 2


GOOD = "ketamine -| NMDA receptors on GABA interneurons -> GABA interneuron firing\n氯胺酮 → mTOR信号\n"


@pytest.mark.parametrize(
    ("text", "code"), [(GOOD, 0), ("ketamine -| mTOR\n", 1), ("ketamine -> moodiness\n", 3), ("ketamine\n", 3), ("", 3)]
)
def test_a_chain_is_graded_with_an_exit_code(run: Run, tmp_path: Path, text: str, code: int) -> None:
    place = tmp_path / "mine.txt"
    place.write_text(text, encoding="utf-8")
    assert run("grade", str(place)).code == code


@pytest.mark.parametrize("arrow", ["→|", "<->", "↔", "<-"])
def test_a_chain_whose_arrow_could_mean_two_things_is_never_right(run: Run, tmp_path: Path, arrow: str) -> None:
    place = tmp_path / "mine.txt"
    place.write_text(f"ketamine {arrow} BDNF secretion\n", encoding="utf-8")
    answer = run("grade", str(place))
    assert (answer.code, answer.out) == (3, "")
    assert "an arrow" in answer.err


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_a_grading_says_what_is_wrong_and_names_the_claims(run: Run, tmp_path: Path, language: str) -> None:
    place = tmp_path / "mine.txt"
    place.write_text("ketamine -> GSK3 -| antidepressant effect\n", encoding="utf-8")
    told = run("grade", str(place), "--lang", language).out
    assert "claim:ketamine-gsk3-hippocampus" in told
    words = {"en": ["wrong sign", "1 of 2 links right."], "zh": ["升降相反", "2个环节中1个正确。"]}
    for one in words["en"] * (language != "zh") + words["zh"] * (language != "en"):
        assert one in told


def test_the_json_of_a_grading_has_its_shape(run: Run, tmp_path: Path) -> None:
    shape = json.loads((ROOT / "docs" / "schema" / "grade.schema.json").read_text(encoding="utf-8"))
    place = tmp_path / "mine.yaml"
    lines = [
        "ketamine -| mTOR",
        "mTOR -> antidepressant effect",
        "ketamine -> x",
        "placebo -> BDNF",
        "GSK3 -> depression",
        "BDNF → ketamine",
    ]
    place.write_text("chains:\n" + "".join(f"- {line}\n" for line in lines), encoding="utf-8")
    answer = run("grade", str(place), "--json")
    assert answer.code == 3
    Draft202012Validator(shape).validate(json.loads(answer.out))
    assert len(run("grade", str(place), "--format", "csv").out.splitlines()) == len(lines) + 1
