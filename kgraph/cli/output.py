"""Where words go: data to stdout, talk to stderr, files whole or not at all. What they say is not decided here."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from kgraph.cli.settings import Settings, coloured
from kgraph.errors import ExchangeError


def speak_utf8() -> None:
    """Write UTF-8 with ``\\n`` whatever the locale; a Chinese answer must survive a redirect on any system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stderr else "surrogateescape", newline="\n")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def tell(text: str) -> None:
    """Write data to stdout, ending in one newline; an empty text writes nothing."""
    if text:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


def tell_bytes(content: bytes) -> None:
    """Write data that is not text to stdout, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def refuse_terminal() -> None:
    """Refuse to write what is not text to a terminal."""
    if sys.stdout.isatty():
        raise ExchangeError("this format is not text, and stdout is a terminal", where="-o", remedy="name a file: -o FILE")


def remark(settings: Settings, text: str) -> None:
    """Write talk to stderr, unless the person asked for quiet."""
    if not settings.quiet:
        sys.stderr.write(text + "\n")


def complain(settings: Settings, text: str) -> None:
    """Write an error to stderr; its first word is red where colour is wanted."""
    red = coloured(settings.colour, terminal=sys.stderr.isatty())
    sys.stderr.write(("\x1b[31merror:\x1b[0m " if red else "error: ") + text + "\n")


def with_colour(settings: Settings) -> bool:
    """Whether what goes to stdout may be coloured."""
    return coloured(settings.colour, terminal=sys.stdout.isatty())


def page_width() -> int | None:
    """The columns of the terminal that reads stdout; ``None`` in a pipe, where nothing is wrapped or cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def close_quietly() -> None:
    """After the reader of a pipe has gone: nothing more to say, and no noise when Python flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def refuse_early(path: Path) -> None:
    """Refuse a place where no file can be written, before the work that would fill it; errors as `write_file`."""
    if path.is_dir():
        raise ExchangeError("this is a folder, and a file is due", where=str(path), remedy=f"name a file, such as {path / 'graph.html'}")
    if not path.parent.is_dir():
        raise ExchangeError("cannot write: there is no such folder", where=str(path), remedy="name a file in a folder that exists")


def write_file(path: Path, text: str) -> None:
    """Write a text to a file as UTF-8, whole or not at all: into a file beside it, which is then renamed.

    Raises
    ------
    ExchangeError
        The place is a folder, does not exist, or may not be written.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes to a file; otherwise as `write_file`."""
    refuse_early(path)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or a pipe, such as /dev/stdout: renaming would put a file in its place
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        remedy = "name a file in a folder that exists and may be written"
        raise ExchangeError(f"cannot write: {error.strerror or error}", where=str(path), remedy=remedy) from error


def write_folder(folder: Path, pages: Mapping[str, str]) -> None:
    """Write texts under a folder, made where it is missing; files that are not among them stay as they are.

    Raises
    ------
    ExchangeError
        The place is a file, or may not be written.
    """
    if folder.exists() and not folder.is_dir():
        raise ExchangeError("this is a file, and a folder is due", where=str(folder), remedy="name a folder, such as site/")
    for name, text in sorted(pages.items()):
        place = folder / name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExchangeError(f"cannot make the folder: {error.strerror or error}", where=str(place.parent)) from error
        write_file(place, text)


def _replace(path: Path, content: bytes) -> None:
    """Put the content into a draft beside the file and rename that; whatever happens, no draft stays."""
    from tempfile import mkstemp

    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    """The mode bits that the person wants off; mkstemp ignores them, and a page must be as readable as any new file."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
