"""How far the reading of files has come, in bytes, so that whoever waits sees an end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

Progress = Callable[[int, float | None], None]
"""Told how many records were read, and which share of all bytes that is; ``None`` where the share is not known."""
Watch = Callable[[BinaryIO], None]
"""Given each file as it is opened for reading."""


def unwatched(stream: BinaryIO) -> None:
    """For readers whose progress nobody watches."""


class Meter:
    """Sums up the bytes of the files that were expected, and of those that were read.

    A file that nobody expected (nodes beside the edges that were named) counts from the moment it is opened.
    """

    def __init__(self) -> None:
        self._expected: dict[str, int] = {}
        self._total = 0
        self._over = 0
        self._stream: BinaryIO | None = None
        self._size = 0
        self._seen = False

    def expect(self, paths: Iterable[Path], suffixes: tuple[str, ...]) -> None:
        """The files at these paths will be read; of a folder those with one of the suffixes."""
        for path in paths:
            files = (one for one in path.rglob("*") if one.name.lower().endswith(suffixes)) if path.is_dir() else (path,)
            for file in files:
                if file.is_file() and str(file) not in self._expected:
                    self._expected[str(file)] = file.stat().st_size
        self._total = sum(self._expected.values())

    def watch(self, stream: BinaryIO) -> None:
        """This file is read from now on, and the one before is done with."""
        self._over += self._size
        self._stream = stream
        self._seen = True
        self._size = os.fstat(stream.fileno()).st_size
        if self._expected.pop(str(stream.name), None) is None:
            self._total += self._size

    def passed(self, path: Path) -> None:
        """A file that was read by somebody who opened it himself is done with."""
        size = path.stat().st_size if path.is_file() else 0
        self._over += size
        self._seen = True
        if self._expected.pop(str(path), None) is None:
            self._total += size

    @property
    def share(self) -> float | None:
        """How much of all bytes was read, from 0 to 1; ``None`` where the readers do not say."""
        if not self._seen or not self._total:
            return None
        stream = self._stream
        here = self._size if stream is None or stream.closed else min(stream.tell(), self._size)
        return min(1.0, (self._over + here) / self._total)
