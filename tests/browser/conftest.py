"""A real browser, the pages of the shipped knowledge on a disk, and the window in which they are looked at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kgraph.questions.building import build
from kgraph.store import Knowledge
from kgraph.views.explore import graph_page
from kgraph.views.page import story_page
from tests.views.ketamine_values import BOOK
from tests.views.pictures import HostileBook, hostile_picture, large_picture

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An open page, and what it did that it should not."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, script: str, argument: object = None) -> object:
        """The value of some script."""
        value: object = self.page.evaluate(script, argument)
        return value


Look = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Where there is none these tests are skipped, but in CI a missing browser is a failure."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        missing = "no Chromium is installed: tests of pages in a browser need one"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(shipped: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped knowledge, with a hostile graph and a large one beside it."""
    folder = tmp_path_factory.mktemp("site")
    pages = {
        **build(shipped),
        "hostile.html": graph_page(hostile_picture(), HostileBook()),
        "hostile-story.html": story_page(hostile_picture(), BOOK.explanation(), HostileBook()),
        "large.html": graph_page(large_picture(5000), BOOK),
    }
    for name, text in pages.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def look(browser: Browser, site: Path) -> Iterator[Look]:
    """Open a page of the site in a new window: ``look("graph.html", width=360, scheme="dark")``."""
    opened = []

    def visit(
        name: str, *, width: int = 1280, height: int = 800, scheme: str = "light", motion: str = "no-preference", where: str = ""
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce" if motion == "reduce" else "no-preference",
        )
        opened.append(context)
        seen = Visit(page=context.new_page())
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("console", lambda message: seen.complaints.append(message.text) if message.type in ("error", "warning") else None)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto((site / name).as_uri() + where)
        seen.page.evaluate("() => window.kgraph.ready")
        return seen

    yield visit
    for context in opened:
        context.close()
