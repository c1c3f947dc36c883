"""Opens what a command reads: the knowledge, files, and stdin where a ``-`` stands for one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kgraph.cli.output import remark
from kgraph.cli.refusals import USAGE
from kgraph.cli.settings import Settings
from kgraph.errors import KnowledgeError

if TYPE_CHECKING:
    from kgraph.store import Knowledge

STDIN = "-"
_PATIENCE = 1.0
_BLINK = 0.2
_BAR = 30


def settings_of(ctx: typer.Context) -> Settings:
    """The global options of this command line."""
    settings = ctx.find_object(Settings)
    assert settings is not None, "the callback of the application sets them"
    return settings


def opened(settings: Settings) -> Knowledge:
    """The knowledge that ``--data`` names, or the shipped one; errors as `kgraph.store.load` and `kgraph.exchange.knowledge_from`."""
    return opened_from(settings, settings.data)


def opened_from(settings: Settings, data: Path | None) -> Knowledge:
    """The knowledge in a folder or file, in a file of another format (``FORMAT:PATH``), from stdin (``-``), or the shipped one."""
    from kgraph.store import load

    if data is not None and str(data) == STDIN:
        with patience(settings, "reading stdin"), spooled() as path:
            return load(path)
    with placed(settings, data) as place, patience(settings, f"reading {data or 'the shipped knowledge'}"):
        return load(place, cache=settings.cache, progress=_bar(settings))


@contextmanager
def placed(settings: Settings, data: Path | None) -> Iterator[Path | None]:
    """The folder or file where data can be read: for ``FORMAT:PATH`` what its importer makes of it, kept in the cache if there is one."""
    named = foreign(data) if data is not None else None
    if named is None:
        yield data
        return
    from tempfile import TemporaryDirectory

    from kgraph.exchange import import_into, imported_into_cache

    format, path = named
    counter = record_counter(settings)
    if settings.verbose:
        remark(settings, f"what was approximated or lost of {path}: kgraph import {format} {path} -o FOLDER")
    kept = imported_into_cache(format, (path,), settings.cache, progress=counter) if settings.cache else None
    if kept is not None:
        yield kept
        return
    with TemporaryDirectory(prefix="kgraph-") as folder:
        import_into(format, (path,), Path(folder), progress=counter, demand=True)
        yield Path(folder)


def foreign(data: Path) -> tuple[str, Path] | None:
    """The format and the path of ``FORMAT:PATH``; ``None`` for what is a path of its own, or names no format.

    Raises
    ------
    ExchangeError
        The word before the colon is no format, and there is no file of that whole name.
    """
    format, colon, rest = str(data).partition(":")
    # A single letter is a drive.
    if not colon or len(format) < 2 or not format.replace("-", "").isalnum() or data.exists():
        return None
    from kgraph.exchange.formats import importer

    importer(format)
    return format, Path(rest)


def record_counter(settings: Settings) -> Callable[[int, float | None], None] | None:
    """Counts records on stderr, from a second on, for a person who watches; ``None`` for anybody else.

    With their share of all bytes, where that is known.
    """
    if settings.quiet or not sys.stderr.isatty():
        return None
    from time import monotonic

    begun = last = monotonic()

    def count(done: int, share: float | None) -> None:
        nonlocal last
        now = monotonic()
        if now - begun > _PATIENCE and now - last > _BLINK:
            last = now
            far = "" if share is None else f" ({100 * share:.0f} %)"
            sys.stderr.write(f"\r{done:,} records{far}, {done / (now - begun):,.0f} a second ")
            sys.stderr.flush()

    return count


def words_from(name: str) -> str:
    """The text of a file, or of stdin for ``-``.

    Raises
    ------
    KnowledgeError
        The file is missing, unreadable or no text in UTF-8; or stdin is a terminal, from which nothing would come.
    """
    if name == STDIN:
        return _stdin()
    try:
        return Path(name).read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(f"cannot read: {error.strerror or error}", where=name, remedy="check the path") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError("this is not text in UTF-8", where=f"{name}, byte {error.start}", remedy="save it as UTF-8") from error


def nobody_pipes(ctx: typer.Context, name: str) -> None:
    """Show the help of the command and leave, where stdin is asked for and is a terminal: a hang would puzzle more."""
    if name == STDIN and sys.stdin.isatty():
        sys.stderr.write(ctx.get_help() + "\n")
        raise typer.Exit(USAGE)


@contextmanager
def spooled() -> Iterator[Path]:
    """Turtle from stdin as a file, for as long as it is read."""
    from tempfile import TemporaryDirectory

    text = _stdin()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stdin.ttl"
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
        yield path


@contextmanager
def patience(settings: Settings, work: str) -> Iterator[None]:
    """Say what is being done when it takes more than a second and somebody watches; with ``-v``, at once."""
    from threading import Timer

    if settings.verbose:
        remark(settings, work)
    watched = sys.stderr.isatty() and not settings.quiet and not settings.verbose
    timer = Timer(_PATIENCE, remark, (settings, f"{work} …"))
    if watched:
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _bar(settings: Settings) -> Callable[[int, int], None] | None:
    """A bar on stderr that begins after a second, for a person who watches; ``None`` for anybody else."""
    if settings.quiet or not sys.stderr.isatty():
        return None
    from time import monotonic

    begun = monotonic()

    def draw(done: int, total: int) -> None:
        if monotonic() - begun > _PATIENCE and total:
            filled = _BAR * done // total
            end = "\n" if done >= total else ""
            sys.stderr.write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {100 * done // total} %{end}")
            sys.stderr.flush()

    return draw


def _stdin() -> str:
    if sys.stdin is None or sys.stdin.isatty():
        raise KnowledgeError("nothing comes from the terminal", where=STDIN, remedy="pipe something in, or name a file")
    return sys.stdin.read()
