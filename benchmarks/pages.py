"""The explore page beside pyvis's own page of the same graph: size, time to write, first paint, and when the picture stands.

Prints a table; judges nothing. Both pages are opened from disk in the system's headless Chromium, each in a fresh context, 1280 x 800.
pyvis writes its script into the page (``cdn_resources="in_line"``), for ours needs no network either. ``python -m benchmarks.pages``.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.graphs import chung_lu

VARIABLES = (25, 500, 5000)
RUNS = 3
STOPPED = 30_000
"""After so many milliseconds a picture that still moves is given up."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
COLOURS = {"+": "#0072b2", "-": "#d55e00"}
_PAINTED = "() => performance.getEntriesByName('first-paint').map(one => one.startTime)[0] || Infinity"
_STOP = f"new Promise(done => setTimeout(() => done(Infinity), {STOPPED}))"
_STANDS = {
    "kgraph": "() => window.kgraph.ready.then(() => performance.now())",
    "pyvis": "() => new Promise(done => network.once('stabilizationIterationsDone', () => setTimeout(() => done(performance.now()), 0)))",
}
Row = tuple[int, float, float, float]


def graph(variables: int) -> list[tuple[int, int, str]]:
    """Links between so many variables, one link and a half for each."""
    links = [link for link in chung_lu(variables * 5) if link[0] < variables and link[1] < variables]
    return links[:: max(1, len(links) * 2 // (variables * 3))]


def by_kgraph(links: list[tuple[int, int, str]], place: Path) -> None:
    """Our page, by the command."""
    table = place.with_suffix(".tsv")
    table.write_text("subject\tpredicate\tobject\n" + "".join(f"variable {s}\t{g}\tvariable {o}\n" for s, o, g in links), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "kgraph", "view", "--data", str(table), "-o", str(place)], check=True, capture_output=True)


def by_pyvis(links: list[tuple[int, int, str]], place: Path) -> None:
    """pyvis's page, by its own writer, in a process of its own, too."""
    code = (
        "import json, sys; from pyvis.network import Network; links = json.load(sys.stdin);"
        "page = Network(directed=True, cdn_resources='in_line', height='700px');"
        "page.add_nodes(sorted({f'variable {one}' for link in links for one in link[:2]}));"
        "[page.add_edge(f'variable {s}', f'variable {o}', color=c) for s, o, c in links];"
        "open(sys.argv[1], 'w', encoding='utf-8').write(page.generate_html())"
    )
    import json

    words = json.dumps([(s, o, COLOURS[g]) for s, o, g in links])
    subprocess.run([sys.executable, "-c", code, str(place)], input=words, text=True, check=True, capture_output=True)


def seen(browser: object, place: Path, which: str) -> tuple[float, float]:
    """First paint and the moment from which the picture stands, in ms since the page was asked for; infinite where it was stopped."""
    from playwright.sync_api import Browser, Error

    assert isinstance(browser, Browser)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(STOPPED)
    try:
        page.goto(place.as_uri(), wait_until="commit")
        page.wait_for_function("() => typeof network !== 'undefined' && network" if which == "pyvis" else "() => window.kgraph")
        stands = float(page.evaluate(f"Promise.race([({_STANDS[which]})(), {_STOP}])"))
        painted = float(page.evaluate(_PAINTED))
    except Error:
        painted = stands = float("inf")
    context.close()
    return painted, stands


def measured(browser: object, which: str, links: list[tuple[int, int, str]], folder: Path) -> Row:
    """Bytes, seconds to write, first paint and standing picture in ms; medians."""
    place = folder / f"{which}.html"
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        (by_kgraph if which == "kgraph" else by_pyvis)(links, place)
        times.append(time.perf_counter() - begun)
    looks = [seen(browser, place, which) for _ in range(RUNS)]
    painted, stands = (statistics.median(one[at] for one in looks) for at in (0, 1))
    return place.stat().st_size, statistics.median(times), painted, stands


def main() -> None:
    """Prints a row a page and a row of ratios a size."""
    from playwright.sync_api import sync_playwright

    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        raise SystemExit("no Chromium is installed")
    print("| variables | links | page | kB | s to write | ms to first paint | ms until the picture stands |\n|---|---|---|---|---|---|---|")
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for variables in VARIABLES:
            links = graph(variables)
            rows = {which: measured(browser, which, links, Path(folder)) for which in ("kgraph", "pyvis")}
            for which, (size, spent, painted, stands) in rows.items():
                print(f"| {variables} | {len(links)} | {which} | {size / 1000:.0f} | {spent:.2f} | {painted:.0f} | {stands:.0f} |")
            ratios = [theirs / ours for theirs, ours in zip(rows["pyvis"], rows["kgraph"], strict=True)]
            print(f"| {variables} | | pyvis / kgraph | " + " | ".join(f"{one:.2g}" for one in ratios) + " |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
