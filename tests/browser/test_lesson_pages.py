"""Lessons in a real browser: steps, guesses, quiz, handout, projector, telephone, and labels that would be script."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.model import ExerciseKind
from kgraph.questions.lessons import chain_lesson, lesson
from kgraph.store import Knowledge, load
from kgraph.views.lesson_page import lesson_page
from tests.browser.conftest import Look

LESSONS = ("bdnf", "compare", "evidence-safety", "gaba-eef2", "gsk3", "lhb", "mtor")
MTOR = "lessons/mtor.html"
HOSTILE = "<img src=x onerror=alert(1)></script><b>"


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_asks_for_nothing_complains_of_nothing_and_is_small(look: Look, site: Path, name: str) -> None:
    seen = look(f"lessons/{name}.html")
    assert (len(seen.requests), seen.complaints) == (1, [])
    assert (site / "lessons" / f"{name}.html").stat().st_size < 300_000
    page = seen.page
    for role in ("banner", "main", "contentinfo", "searchbox"):
        assert page.get_by_role(role).count() == 1, role
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("[aria-live]").count() >= 1


@pytest.mark.parametrize("name", [name for name in LESSONS if name != "evidence-safety"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080), (360, 740)])
def test_labels_can_be_read_at_first_view(look: Look, name: str, width: int, height: int) -> None:
    page = look(f"lessons/{name}.html", width=width, height=height).page
    assert float(str(page.evaluate("13 * window.kgraph.scale()"))) >= 10
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_steps_go_by_button_key_and_address_and_back_works(look: Look) -> None:
    page = look(MTOR, where="#step=3").page
    assert page.evaluate("window.kgraph.state().step") == 3
    page.locator("#next").click()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("window.kgraph.state().step") == 2
    assert "step=2" in page.url
    page.go_back()
    assert page.evaluate("window.kgraph.state().step") == 3
    assert page.locator(".step:visible").count() == 1
    page.locator("#every").click()
    assert page.locator(".step:visible").count() == page.locator(".step").count()


def test_nothing_moves_when_steps_or_language_change_and_old_steps_are_dimmed(look: Look) -> None:
    page = look(MTOR).page
    before = page.evaluate("window.kgraph.positions()")
    page.locator("#next").click()
    page.locator("#language").select_option("zh")
    assert page.evaluate("window.kgraph.positions()") == before
    assert page.locator("#drawn .wide .link.old").count() >= 1
    assert page.locator("#drawn .wide .link.later").count() >= 1
    assert page.locator("#drawn .wide .link.now").count() == 1
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_heads_and_claims_of_the_drawing_agree(look: Look) -> None:
    page = look("lessons/lhb.html").page
    signs = page.evaluate("[...document.querySelectorAll('#drawn .wide .link')].map(one => [one.dataset.linkId, one.dataset.sign])")
    assert signs
    for identity, sign in signs:
        assert identity.split("|")[1] == sign
        assert page.locator(f'#claims tr[data-link-id="{identity}"][data-sign="{sign}"]').count() >= 1


def test_a_guess_is_corrected_with_the_reason(look: Look) -> None:
    page = look(MTOR).page
    guess = page.locator(".step.current .guess")
    guess.locator("[data-guess=raised]").click()
    assert guess.locator(".said").inner_text() == "Not so."
    assert "unchanged" in guess.locator(".answer").inner_text()
    guess.locator("[data-guess=unchanged]").click()
    assert guess.locator(".said").inner_text() == "Right."


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_quiz_knows_right_from_wrong_in_both_languages(look: Look, shipped: Knowledge, language: str) -> None:
    page = look(MTOR, where=f"#lang={language}").page
    for exercise in lesson(shipped, "mtor").quiz:
        form = page.locator(f'form[data-exercise-id="{exercise.id}"]')
        if exercise.kind is ExerciseKind.ORDER:
            for place, identity in enumerate(exercise.key, 1):
                form.locator(f'.place[data-option="{identity}"]').fill(str(place))
        else:
            wrong = next(one.id for one in exercise.options if one.id not in exercise.key)
            form.locator(f'input[value="{wrong}"]').check()
            form.locator(".check").click()
            assert form.locator(".said").inner_text() == ("Wrong." if language == "en" else "错。")
            form.locator(f'input[value="{exercise.key[0]}"]').check()
        form.locator(".check").click()
        assert form.locator(".said").inner_text() == ("Right." if language == "en" else "对。")
        assert form.locator(".answer").get_attribute("open") is not None


def test_a_name_may_be_typed_in_either_language_or_by_an_alias(look: Look, shipped: Knowledge) -> None:
    page = look(MTOR).page
    exercise = next(one for one in lesson(shipped, "mtor").quiz if one.kind is ExerciseKind.MISSING_LINK)
    form = page.locator(f'form[data-exercise-id="{exercise.id}"]')
    right = next(one for one in exercise.options if one.id == exercise.key[0])
    for name in (right.label.en.upper(), right.label.zh, *right.names):
        form.locator(".type").fill(name)
        form.locator(".check").click()
        assert form.locator(".said").inner_text() == "Right.", name
    form.locator(".type").fill("gibberish")
    form.locator(".check").click()
    assert form.locator(".said").inner_text() == "Wrong."


def test_a_filter_hides_claims_and_links_of_a_layer(look: Look) -> None:
    page = look("lessons/lhb.html", where="#step=all").page
    page.locator('[data-filter=layer][value="derived"]').uncheck()
    assert page.locator('.told[data-layer="derived"]:visible').count() == 0
    assert page.locator("#drawn .wide .link.gone").count() == 1


def test_searching_goes_to_the_step_that_tells_it(look: Look) -> None:
    page = look(MTOR).page
    page.get_by_role("searchbox").fill("synapse growth raises")
    assert page.evaluate("window.kgraph.state().step") == 4
    page.evaluate("window.kgraph.select('claim:ketamine-mtor')")
    assert page.evaluate("window.kgraph.state().step") == 1


def test_projector_text_is_large_and_is_remembered(look: Look) -> None:
    page = look(MTOR).page
    page.locator("#projector").click()
    assert "theme=projector" in page.url
    for place in (".step.current .told p", ".step.current .seen", ".lead", ".legend label"):
        size = page.locator(place).first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert size >= 20, place


@pytest.mark.parametrize("answers", [False, True])
def test_the_handout_has_every_name_as_text_and_answers_only_when_asked(look: Look, answers: bool) -> None:
    page = look(MTOR).page
    page.locator("#answers").set_checked(answers)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    text = page.locator("main").inner_text()
    for name in ("mTOR signalling", "synapse growth", "synaptic plasticity"):
        assert name in text
    assert page.locator(".step:visible").count() == page.locator(".step").count()
    assert page.locator("details.answer.key:visible").count() == (page.locator("details.answer.key").count() if answers else 0)
    assert page.locator(".control:visible").count() == 0
    assert page.pdf().startswith(b"%PDF")


def test_dark_is_dark(look: Look) -> None:
    page = look(MTOR, scheme="dark").page
    colour = str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert max(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) < 60


def test_without_script_every_step_and_answer_can_be_read(site: Path) -> None:
    text = (site / MTOR).read_text(encoding="utf-8")
    assert text.count('class="step"') == 5
    assert text.count('<details class="answer key">') == 8


def test_labels_that_would_be_script_are_text(look: Look, site: Path, tmp_path: Path) -> None:
    table = tmp_path / "hostile.tsv"
    table.write_text(f"subject\tpredicate\tobject\n{HOSTILE}\t-\tb{HOSTILE}\nb{HOSTILE}\t+\tc\n", encoding="utf-8")
    graph = load(table)
    (site / "hostile-lesson.html").write_text(lesson_page(chain_lesson(graph, HOSTILE, "c"), graph), encoding="utf-8")
    seen = look("hostile-lesson.html")
    assert (len(seen.requests), seen.complaints) == (1, [])
    assert HOSTILE in seen.page.locator("h1").inner_text()
    assert seen.page.locator("img").count() == 0


def test_the_same_knowledge_gives_the_same_bytes(shipped: Knowledge) -> None:
    assert lesson_page(lesson(shipped, "lhb"), shipped) == lesson_page(lesson(load(), "lhb"), load())
