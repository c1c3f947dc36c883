"""Tables in every format: nothing is cut, nothing breaks a format, and wide characters line up."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import InvalidValue
from kgraph.views.tables import Format, Table, table_text
from kgraph.views.widths import balanced, columns_of, printable, wrapped

TABLE = Table(columns=("name", "名称", "n"), rows=(("ketamine", "氯胺酮", 1), ("a|b\tc\nd", None, 22.5)))
CELLS = st.one_of(st.none(), st.integers(), st.text(max_size=20))


def test_an_empty_answer_is_an_empty_list_or_only_a_header() -> None:
    empty = Table(columns=("a", "b"))
    assert table_text(empty, Format.JSON) == "[]\n"
    assert table_text(empty, Format.JSONL) == ""
    assert table_text(empty, Format.CSV) == "a,b\n"
    assert table_text(empty, Format.TSV) == "a\tb\n"


def test_a_table_in_a_pipe_is_never_cut() -> None:
    long = "x" * 500
    text = table_text(Table(columns=("a", "b"), rows=((long, long),)), Format.TABLE)
    assert text.splitlines()[1] == f"{long}  {long}"


def test_columns_line_up_under_chinese() -> None:
    table = Table(columns=("名称", "id"), rows=(("氯胺酮", "x"), ("BDNF", "y")))
    lines = table_text(table, Format.TABLE).splitlines()
    places = [columns_of(line[: line.rindex(cell)]) for line, cell in zip(lines, ("id", "x", "y"), strict=True)]
    assert len(set(places)) == 1


def test_a_table_on_a_terminal_keeps_its_width_and_loses_nothing() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    text = table_text(Table(columns=("a", "b"), rows=((words, "氯胺酮" * 20),)), Format.TABLE, width=60)
    assert all(columns_of(line) <= 60 for line in text.splitlines())
    assert all(f"word{number}" in text for number in range(40))
    assert text.count("氯") == 20


def test_colour_is_written_only_when_asked_for() -> None:
    assert "\x1b[" in table_text(TABLE, Format.TABLE, width=80, colour=True)
    assert "\x1b[" not in table_text(TABLE, Format.TABLE, width=80)


def test_control_characters_of_data_never_reach_a_terminal() -> None:
    table = Table(columns=("a",), rows=(("\x1b[31mred\x07\u202e",),))
    for width in (None, 80):
        text = table_text(table, Format.TABLE, width=width)
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_tsv_and_markdown_keep_one_line_a_row() -> None:
    assert len(table_text(TABLE, Format.TSV).splitlines()) == 3
    markdown = table_text(TABLE, Format.MD).splitlines()
    assert len(markdown) == 4
    assert markdown[3].count("|") - markdown[3].count("\\|") == 4


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_csv_and_json_give_back_what_went_in(rows: list[tuple[str | int | None, str | int | None]]) -> None:
    table = Table(columns=("a", "b"), rows=tuple(rows))
    assert [(row["a"], row["b"]) for row in json.loads(table_text(table, Format.JSON))] == rows
    read = list(csv.reader(io.StringIO(table_text(table, Format.CSV), newline="")))
    assert read[1:] == [["" if cell is None else str(cell) for cell in row] for row in rows]


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(InvalidValue, match="1 cells under 2 columns"):
        Table(columns=("a", "b"), rows=(("x",),))
    with pytest.raises(InvalidValue, match="is not a format"):
        Format.of("xml")


@given(st.text(max_size=60), st.integers(min_value=2, max_value=30))
def test_wrapping_fits_and_loses_no_word(text: str, width: int) -> None:
    line = printable(text)
    lines = wrapped(line, width)
    assert all(columns_of(one) <= width for one in lines)
    assert "".join("".join(lines).split()) == "".join(line.split())
    assert len(balanced(line, width)) == len(lines)


def test_no_lone_character_is_left_on_a_line_of_its_own() -> None:
    assert min(map(len, balanced("前额叶皮层谷氨酸外流", 19))) > 1
    assert balanced("antidepressant effect", 19) == ["antidepressant", "effect"]
