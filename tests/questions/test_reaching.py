"""What bounds the questions that try every variable."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import LimitReached
from kgraph.model import Sign
from kgraph.questions.carrying import MOST_CLAIMS, carriers
from kgraph.questions.reaching import affordable, reached
from kgraph.questions.reversing import reverse
from kgraph.reasoning import SignedGraph
from kgraph.store import load

CHAIN = SignedGraph.from_links([("a", "b", Sign.PLUS), ("b", "c", Sign.MINUS), ("c", "a", Sign.PLUS), ("d", "c", Sign.PLUS)])


def test_the_nearest_come_first_in_either_direction() -> None:
    assert reached(CHAIN, ["a"]) == (["a", "b", "c"], True)
    assert reached(CHAIN, ["c"], against=True) == (["c", "b", "d", "a"], True)
    assert reached(CHAIN, ["c"], against=True, most=2) == (["c", "b"], False)


def test_fewer_variables_are_tried_on_a_larger_graph() -> None:
    wide = SignedGraph.from_links(("hub", f"v{number}", Sign.PLUS) for number in range(10_000))
    assert affordable(CHAIN) > affordable(wide) >= 4


def test_a_search_that_tries_the_nearest_only_says_so(tmp_path: Path) -> None:
    table = tmp_path / "star.tsv"
    rows = "".join(f"v{number}\t+\thub\n" for number in range(2 * MOST_CLAIMS))
    table.write_text("subject\tpredicate\tobject\n" + rows, encoding="utf-8")
    star = load(table)
    found = reverse(star, raised=["hub"], pairs=False)
    assert (found.complete, len(found.causes)) == (False, 20)


def test_too_many_claims_are_refused_with_the_limit_named(tmp_path: Path) -> None:
    table = tmp_path / "fan.tsv"
    rows = "".join(f"start\t+\tv{number}\nv{number}\t+\tend\n" for number in range(MOST_CLAIMS))
    table.write_text("subject\tpredicate\tobject\n" + rows, encoding="utf-8")
    with pytest.raises(LimitReached, match=str(MOST_CLAIMS)):
        carriers(load(table), "start", "end")
