"""The plan of the house, checked: imports go down only, siblings never meet, libraries stay in their rooms, start-up is light."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "kgraph"

FLOOR_OF = {
    "errors": 0,
    "model": 0,
    "vocabulary": 1,
    "store": 2,
    "validation": 3,
    "queries": 3,
    "reasoning": 3,
    "views": 3,
    "exchange": 3,
    "questions": 4,
    "cli": 5,
    "server": 5,
    "__main__": 6,
    "__init__": 6,
}
PURE = {"model", "errors", "vocabulary", "reasoning", "views"}
RDF_WING = {"store", "queries", "validation", "exchange"}
RDF = {"rdflib", "pyoxigraph", "oxrdflib", "pyshacl"}
# `io` is not among them: its texts in memory are no files.
FILES = {"os", "pathlib", "shutil", "sqlite3", "tempfile", "subprocess", "socket", "urllib", "http"}

MODULES = sorted(path.relative_to(HOUSE) for path in HOUSE.rglob("*.py") if "data" not in path.relative_to(HOUSE).parts)


def room_of(module: Path) -> str:
    """The room that a module of the package is in: its first folder, or its own name."""
    return module.parts[0].removesuffix(".py")


def imports_of(module: Path) -> Iterator[str]:
    """Every module that this one imports, at any depth of its code, dotted names in full."""
    for place in ast.walk(ast.parse((HOUSE / module).read_text(encoding="utf-8"))):
        if isinstance(place, ast.Import):
            yield from (alias.name for alias in place.names)
        elif isinstance(place, ast.ImportFrom):
            assert place.level == 0, f"{module}: imports are absolute"
            if place.module == "kgraph":
                yield from (f"kgraph.{alias.name}" for alias in place.names)
            else:
                yield place.module or ""


def rooms_entered(module: Path) -> set[str]:
    """The rooms that a module imports from; the version, which the package itself holds, is in no room."""
    inner = {name.split(".")[1] for name in imports_of(module) if name.startswith("kgraph.")}
    return inner - {room_of(module), "__version__"}


def calls_of(module: Path) -> set[str]:
    """The plain names that a module calls."""
    tree = ast.parse((HOUSE / module).read_text(encoding="utf-8"))
    return {place.func.id for place in ast.walk(tree) if isinstance(place, ast.Call) and isinstance(place.func, ast.Name)}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_module_stands_in_a_room_of_the_plan(module: Path) -> None:
    assert room_of(module) in FLOOR_OF


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_go_down_and_siblings_never_meet(module: Path) -> None:
    own = FLOOR_OF[room_of(module)]
    # Errors and values share the ground floor; each may use the other.
    wrong = {room for room in rooms_entered(module) if FLOOR_OF[room] > own or (FLOOR_OF[room] == own and own != 0)}
    assert not wrong, f"{module} imports from {sorted(wrong)}, which is not below it"


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module) in PURE], ids=str)
def test_the_pure_wing_knows_no_rdf_and_no_files(module: Path) -> None:
    tops = {name.split(".")[0] for name in imports_of(module)}
    assert not tops & (RDF | FILES), f"{module} imports {sorted(tops & (RDF | FILES))}"
    assert not calls_of(module) & {"open", "print", "input"}


@pytest.mark.parametrize("module", [module for module in MODULES if room_of(module) != "cli"], ids=str)
def test_only_the_command_line_prints(module: Path) -> None:
    assert not calls_of(module) & {"print", "input"}


def test_each_library_lives_in_one_room() -> None:
    homes: dict[str, set[str]] = defaultdict(set)
    for module in MODULES:
        for name in imports_of(module):
            top = name.split(".")[0]
            if top != "kgraph" and top not in sys.stdlib_module_names:
                homes[top].add(room_of(module))
    for library, rooms in homes.items():
        if library in {"rdflib", "pyoxigraph"}:
            assert rooms <= RDF_WING, f"{library} is used outside the RDF wing: {sorted(rooms)}"
        elif library == "yaml":
            # The headers of queries are YAML, and so are records of other people's graphs.
            assert rooms <= {"queries", "exchange"}, f"{library} is used in {sorted(rooms)}"
        else:
            assert len(rooms) == 1, f"{library} is used in {sorted(rooms)}"


def test_the_plan_can_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A floor test that never fails guards nothing: an upward import in a made-up house is seen."""
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "wrong.py").write_text("def f():\n    from kgraph.store import load\n    from kgraph import cli\n")
    monkeypatch.setattr(sys.modules[__name__], "HOUSE", tmp_path)
    assert rooms_entered(Path("model/wrong.py")) == {"store", "cli"}
    with pytest.raises(AssertionError, match="not below"):
        test_imports_go_down_and_siblings_never_meet(Path("model/wrong.py"))


HEAVY = ("rdflib", "pyvis", "pyshacl", "numpy", "pandas", "numba", "IPython", "networkx")
LIGHT_LINES = {
    "import": "import kgraph",
    "import cli": "import kgraph.cli",
    "--version": "run('--version')",
    "--help": "run('--help')",
    "explain --help": "run('explain', '--help')",
    "explain": "run('explain', 'ketamine', 'antidepressant effect', '-q')",
    "claims": "run('claims', '--json')",
    "query": "run('query', '-q')",
    "query NAME": "run('query', 'mechanisms')",
}


@pytest.mark.parametrize("line", LIGHT_LINES.values(), ids=LIGHT_LINES.keys())
def test_light_work_loads_no_heavy_library(line: str, tmp_path: Path) -> None:
    script = f"""
import sys
def run(*words):
    from kgraph.__main__ import run as start
    sys.argv = ["kgraph", *words]
    try:
        start()
    except SystemExit as leaving:
        assert leaving.code in (0, None), leaving.code
{line}
sys.stderr.write(" ".join(name for name in {HEAVY!r} if name in sys.modules))
"""
    environment = {"KGRAPH_CACHE": str(tmp_path), "PYTHONPATH": str(HOUSE.parent), "KGRAPH_LANG": "en", "PATH": ""}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_the_version_is_answered_before_typer_is_loaded() -> None:
    script = "import sys; sys.argv = ['kgraph', '--version']; from kgraph.__main__ import run; run(); assert 'typer' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env={"PYTHONPATH": str(HOUSE.parent)}, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("kgraph ")
