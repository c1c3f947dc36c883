"""Limits on rows, time and memory, and the thread that lets a caller stop waiting. What is run under them: `running.py`."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue

STACK = 64 << 20
_LOOK_EVERY = 0.05
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a query may take; ``None`` for no limit.

    Parameters
    ----------
    rows : int, optional
        The most rows of an answer. Beyond, the table is cut and says so.
    seconds : float, optional
        The longest time.
    megabytes : int, optional
        How much the memory of the process may grow. Watched on Linux only.
    """

    rows: int | None = 10_000
    seconds: float | None = 30.0
    megabytes: int | None = 2_048


@dataclass(slots=True)
class Task:
    """A piece of work in hand: `work` looks at `stopped` whenever it can, and puts what it finds where its caller looks."""

    work: Callable[[Task], None]
    stopped: bool = False
    error: BaseException | None = None
    done: threading.Lock = field(default_factory=threading.Lock)


class Runner:
    """Runs tasks one after the other in a thread of its own, and leaves a task alone that takes too long.

    The engine cannot be interrupted; it can only be left behind. Waiting in a thread costs some 50 microseconds a task. A task
    left behind goes on until it next produces a row, or to its end; a program that wants it gone ends the process (the
    command line does, with `os._exit`).
    """

    def __init__(self) -> None:
        self._tasks: SimpleQueue[Task] | None = None
        self._lock = threading.Lock()

    def run(self, task: Task, limits: Limits) -> str:
        """Run a task; the name of the limit that stopped it, empty when it came to its end.

        Whatever the task raised is raised here.
        """
        if limits.seconds is None and limits.megabytes is None:
            task.work(task)
            return ""
        with self._lock:
            reached = self._wait(task, limits)
        if task.error is not None:
            raise task.error
        return reached

    def _wait(self, task: Task, limits: Limits) -> str:
        task.done.acquire()
        start = time.monotonic()
        self._queue().put(task)
        if task.done.acquire(timeout=min(_LOOK_EVERY, limits.seconds if limits.seconds is not None else _LOOK_EVERY)):
            return ""
        before = _resident_megabytes()
        while not task.done.acquire(timeout=_LOOK_EVERY):
            reached = _reached(limits, time.monotonic() - start, _resident_megabytes() - before)
            if reached:
                task.stopped = True
                self._tasks = None
                return reached
        return ""

    def _queue(self) -> SimpleQueue[Task]:
        if self._tasks is None:
            self._tasks = SimpleQueue()
            _start_thread(self._tasks)
        return self._tasks


RUNNER = Runner()


def _start_thread(tasks: SimpleQueue[Task]) -> None:
    """Starts the thread with a deep stack, because the engine recurses over the query."""
    usual = 0
    with suppress(ValueError, RuntimeError):
        usual = threading.stack_size(STACK)
    threading.Thread(target=_work_through, args=(tasks,), daemon=True, name="kgraph-queries").start()
    with suppress(ValueError, RuntimeError):
        threading.stack_size(usual)


def _work_through(tasks: SimpleQueue[Task]) -> None:
    stopped = False
    while not stopped:
        task = tasks.get()
        try:
            task.work(task)
        except BaseException as error:  # it is raised again in the thread of the caller
            task.error = error
        finally:
            stopped = task.stopped
            task.done.release()


def _reached(limits: Limits, seconds: float, megabytes: int) -> str:
    if limits.seconds is not None and seconds >= limits.seconds:
        return f"time ({limits.seconds:g} s)"
    if limits.megabytes is not None and megabytes >= limits.megabytes:
        return f"memory ({limits.megabytes:,} MB)"
    return ""


def _resident_megabytes() -> int:
    """How much memory the process holds; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as stream:
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // _MEGABYTE
    except OSError:
        return 0
