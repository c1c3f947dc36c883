"""Files are written whole or not at all, and refusals say where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kgraph.cli.output import write_file, write_folder
from kgraph.errors import ExchangeError


def test_a_file_is_utf8_with_plain_line_ends_and_leaves_no_draft(tmp_path: Path) -> None:
    write_file(tmp_path / "页.html", "氯胺酮\n")
    assert (tmp_path / "页.html").read_bytes() == "氯胺酮\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["页.html"]


def test_a_failed_write_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    place = tmp_path / "graph.html"
    place.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_file(place, "\udc80")
    assert place.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_draft_that_cannot_become_the_file_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExchangeError, match="cannot write: Permission denied"):
        write_file(tmp_path / "graph.html", "x")
    assert not list(tmp_path.iterdir())


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, "x")
    assert os.read(reader, 10) == b"x"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write_file(tmp_path / "link.html", "new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "new"


def test_a_folder_where_a_file_is_due_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="this is a folder"):
        write_file(tmp_path, "x")


def test_a_file_in_a_missing_folder_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"cannot write.*\n.*mend"):
        write_file(tmp_path / "missing" / "graph.html", "x")


def test_a_file_where_a_folder_is_due_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    with pytest.raises(ExchangeError, match="this is a file"):
        write_folder(tmp_path / "site", {"index.html": "x"})


def test_pages_are_written_in_folders_of_their_own_and_strangers_stay(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "CNAME").write_text("example.org")
    write_folder(tmp_path / "site", {"index.html": "<h1>", "mechanisms/mtor.html": "<h1>"})
    names = sorted(str(path.relative_to(tmp_path / "site")) for path in (tmp_path / "site").rglob("*") if path.is_file())
    assert names == ["CNAME", "index.html", "mechanisms/mtor.html"]
