"""No exercise can be wrong: brute force over the claims finds every key right and every other option false, on any graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies

from kgraph.model import Exercise, ExerciseKind
from kgraph.questions.exercising import exercises
from kgraph.questions.exercising_answers import chosen
from kgraph.questions.exercising_scope import Scope, quiz, scopes_of
from kgraph.store import Knowledge, load
from tests.questions.exercise_oracle import Oracle, plain_links

SEEDS = [str(number) for number in range(8)]
PREFIXES = """\
PREFIX assoc: <https://w3id.org/kgraph/association/>
PREFIX claim: <https://w3id.org/kgraph/claim/>
PREFIX ent: <https://w3id.org/kgraph/entity/>
PREFIX kg: <https://w3id.org/kgraph/schema#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX ref: <https://w3id.org/kgraph/reference/>
PREFIX var: <https://w3id.org/kgraph/variable/>
ref:x a kg:Reference ; rdfs:label "paper"@en , "论文"@zh-Hans .
ent:human a kg:Species ; rdfs:label "human"@en , "人"@zh-Hans .
ent:rat a kg:Species ; rdfs:label "rat"@en , "大鼠"@zh-Hans .
"""
NAMES = ("ketamine", "glutamate", "GABA", "BDNF", "mTOR", "AMPA", "eEF2", "mood")
PREDICATES = {"+": "increases", "-": "decreases", "?": "regulates"}


@strategies.composite
def written_graphs(draw: strategies.DrawFn) -> str:
    """Turtle of a few variables, some more general than others, with claims of all signs and layers, species stated or not."""
    names = NAMES[: draw(strategies.integers(4, len(NAMES)))]
    lines = [PREFIXES]
    for place, name in enumerate(names):
        above = draw(strategies.sampled_from([None, None, None, *names[:place]]))
        broader = f" ; kg:broader var:{above}" if above else ""
        label = f'rdfs:label "{name}"@en , "{name}甲"@zh-Hans'
        lines.append(f"var:{name} a kg:Variable ; kg:entity ent:{name} ; kg:aspect kg:Activity ; {label}{broader} .")
        lines.append(f'ent:{name} a kg:Protein ; rdfs:label "{name} protein"@en , "{name}蛋白"@zh-Hans .')
    ends = strategies.tuples(strategies.sampled_from(names), strategies.sampled_from(names)).filter(lambda pair: pair[0] != pair[1])
    signs, layers = strategies.sampled_from("+++---?"), strategies.sampled_from(["review", "background"])
    species = strategies.sampled_from(["", " ; kg:species ent:human", " ; kg:species ent:rat", " ; kg:species ent:rat"])
    drawn = draw(strategies.lists(strategies.tuples(ends, signs, layers, species), min_size=3, max_size=14))
    for number, ((subject, target), sign, layer, where) in enumerate(drawn):
        lines.append(
            f"claim:c{number} a kg:Claim ; kg:layer kg:{layer} ; kg:subject var:{subject} ; kg:predicate kg:{PREDICATES[sign]} ; "
            f"kg:object var:{target} ; kg:evidence claim:c{number}.e1 .\nclaim:c{number}.e1 a kg:Evidence ; kg:reference ref:x ; "
            f"kg:bearing kg:Supports ; kg:certainty kg:Shown{where} ."
        )
    return "\n".join(lines)


@contextmanager
def loaded(text: str, name: str) -> Iterator[Knowledge]:
    """The knowledge of a text; a table is read from its file as long as it is asked."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / name
        place.write_text(text, encoding="utf-8")
        yield load(place)


def all_made(knowledge: Knowledge, scope: Scope, seed: str) -> tuple[Exercise, ...]:
    """As many exercises of every kind as there are, up to a hundred."""
    return exercises(knowledge, scope.chains, mechanism=scope.mechanism, seed=seed, count=100)


def assert_true(knowledge: Knowledge) -> None:
    """Every exercise about a graph without mechanisms is without fault."""
    oracle, links = Oracle(knowledge), plain_links(knowledge, set(), set())
    for scope in scopes_of(knowledge):
        for one in all_made(knowledge, scope, "1"):
            assert oracle.faults(one, links) == []


@given(written_graphs())
@settings(max_examples=120)
def test_on_random_graphs_every_key_is_true_and_every_other_option_false(text: str) -> None:
    with loaded(text, "graph.ttl") as knowledge:
        assert_true(knowledge)


def test_a_block_of_a_general_variable_names_the_chain_that_it_cuts_at_a_special_one() -> None:
    names = ("GABA", "mood", "glutamate", "mTOR", "ketamine")
    lines = [PREFIXES]
    for name in names:
        above = " ; kg:broader var:mTOR" if name == "mood" else ""
        label = f'rdfs:label "{name}"@en , "{name}甲"@zh-Hans'
        lines.append(f"var:{name} a kg:Variable ; kg:entity ent:{name} ; kg:aspect kg:Activity ; {label}{above} .")
        lines.append(f'ent:{name} a kg:Protein ; rdfs:label "{name} protein"@en , "{name}蛋白"@zh-Hans .')
    for number, (subject, target) in enumerate(pairwise(names)):
        evidence = "a kg:Evidence ; kg:reference ref:x ; kg:bearing kg:Supports ; kg:certainty kg:Shown"
        lines.append(
            f"claim:c{number} a kg:Claim ; kg:layer kg:review ; kg:subject var:{subject} ; kg:predicate kg:increases ; "
            f"kg:object var:{target} ; kg:evidence claim:c{number}.e1 .\nclaim:c{number}.e1 {evidence} ."
        )
    with loaded("\n".join(lines), "graph.ttl") as knowledge:
        assert_true(knowledge)


LETTERS = strategies.sampled_from("ABCDEFGH")
ROWS = strategies.tuples(LETTERS, strategies.sampled_from("+-+-?"), LETTERS).filter(lambda link: link[0] != link[2])


@given(strategies.lists(ROWS, min_size=4, max_size=24))
@settings(max_examples=100)
def test_on_random_tables_too(links: list[tuple[str, str, str]]) -> None:
    rows = "".join(f"{subject}\t{sign}\t{target}\n" for subject, sign, target in links)
    with loaded("subject\tpredicate\tobject\n" + rows, "links.tsv") as knowledge:
        assert_true(knowledge)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_shipped_mechanism_gives_only_true_exercises(shipped: Knowledge, seed: str) -> None:
    oracle = Oracle(shipped)
    scopes = scopes_of(shipped)
    assert len(scopes) >= 5
    for scope in scopes:
        branches = {one.id for one in shipped.mechanisms() if scope.mechanism in (one.id, one.part_of)}
        links = plain_links(shipped, branches, set())
        made = all_made(shipped, scope, seed)
        assert len({one.id for one in made}) == len(made) >= 5
        for one in made:
            assert oracle.faults(one, links) == []


def test_over_all_shipped_mechanisms_every_kind_and_difficulty_occurs(shipped: Knowledge) -> None:
    found = quiz(shipped, count=300)
    assert {one.kind for one in found} == set(ExerciseKind)
    assert {one.difficulty for one in found} == {1, 2, 3}


def test_every_option_can_be_typed_by_its_name_in_either_language(shipped: Knowledge) -> None:
    for one in quiz(shipped, count=200):
        if one.kind is ExerciseKind.ORDER:
            labels = {option.id: option.label for option in one.options}
            for language in ("en", "zh"):
                words = " → ".join(getattr(labels[key], language) for key in one.key)
                assert one.right(chosen(one, words)), words
        else:
            for option in one.options:
                assert chosen(one, option.label.en) == chosen(one, option.label.zh) == (option.id,)


def test_what_a_claim_disputes_is_not_asked_about(shipped: Knowledge) -> None:
    pair = ("var:ketamine", "var:pyramidal-firing-pfc")
    assert len({sign for subject, target, sign in shipped.links() if (subject, target) == pair}) == 2
    name = shipped.term(pair[1]).label.en
    for one in quiz(shipped, source="ketamine", target=pair[1], count=200, kinds=[ExerciseKind.SIGN]):
        assert f"from ketamine exposure to the {name}" not in one.prompt.en
