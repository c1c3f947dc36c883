"""The text of explanations and of single things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.model import Bearing, Chain, Explanation, Language, Link, Sign, Verdict
from kgraph.views.dossier import Dossier
from kgraph.views.explanation import completeness_sentence, explanation_text, net_sign_sentence, verdict_sentence
from kgraph.views.sentences import claim_sentence
from kgraph.views.show import show_json, show_text
from tests.views.ketamine_values import BOOK

ANSWER = BOOK.explanation()


def test_the_verdict_comes_first_and_the_limit_last() -> None:
    lines = explanation_text(ANSWER, BOOK).splitlines()
    assert lines[0] == "By every chain found, ketamine raises the size of the antidepressant effect (2 chains, net sign + on each)."
    assert lines[-1] == "Complete: there are no chains but these 2."


def test_a_double_negative_is_shown_as_it_is_composed() -> None:
    assert net_sign_sentence(ANSWER.chains[0]).en == "net sign: − × + × − = + (2 steps decrease; they cancel in pairs)"
    assert net_sign_sentence(ANSWER.chains[0]).zh == "净符号：− × + × − = +（2步降低，两两相消）"


def test_both_languages_tell_the_same_chains_with_the_same_references() -> None:
    english = explanation_text(ANSWER, BOOK, languages=(Language.EN,))
    chinese = explanation_text(ANSWER, BOOK, languages=(Language.ZH,))
    for mark in ("▶", "⊣", "[10]", "s2-i42-n1"):
        assert english.count(mark) == chinese.count(mark)
    both = explanation_text(ANSWER, BOOK, languages=tuple(Language))
    for claim in (claim for chain in ANSWER.chains for link in chain.links for claim in link.claims):
        said = claim_sentence(claim, BOOK)
        assert said.en in english
        assert said.zh in chinese
        assert {said.en in both, said.zh in both} == {True}


def test_a_citation_number_names_its_paper_and_how_sure_that_is() -> None:
    link = BOOK.link("ketamine", "mtor")
    text = explanation_text(answer_of(link), BOOK)
    assert "the review (2021), s2-i2-n1, citing [8] = Li N et al. 2010 (very high confidence)" in text


def test_disputed_evidence_and_notes_are_marked() -> None:
    link = next(link for link in BOOK.links if link.claims[0].notes)
    claim = link.claims[0]
    disputing = replace(claim.evidence[0], bearing=Bearing.DISPUTES)
    disputed = replace(link, claims=(replace(claim, evidence=(*claim.evidence, disputing)),))
    text = explanation_text(answer_of(disputed), BOOK)
    assert "disputes: Li N et al. 2010" in text
    assert "! note (sign): Two recordings disagree on the sign." in text


@pytest.mark.parametrize(
    ("verdict", "start"),
    [
        (Verdict.CONFLICTED, "Conflicted: chains of both signs"),
        (Verdict.UNDETERMINED, "Undetermined: a step whose sign is not reported"),
        (Verdict.LOWERS, "By every chain found, ketamine lowers"),
    ],
)
def test_each_verdict_has_its_words(verdict: Verdict, start: str) -> None:
    assert verdict_sentence(replace(ANSWER, verdict=verdict)).en.startswith(start)


def test_no_chain_speaks_of_the_graph_and_not_of_nature() -> None:
    answer = replace(ANSWER, chains=(), verdict=Verdict.NO_CHAIN)
    assert "not of nature" in explanation_text(answer, BOOK)
    assert "不代表自然界" in explanation_text(answer, BOOK, languages=(Language.ZH,))


def test_an_incomplete_answer_names_its_limit() -> None:
    assert completeness_sentence(replace(ANSWER, complete=False, limit="1 second")).en.startswith("Not complete: 1 second")


def test_chains_that_are_not_written_out_are_counted() -> None:
    text = explanation_text(ANSWER, BOOK, shown=1)
    assert "1 more chains are not written out here." in text
    assert "Chain 2" not in text


def test_colour_only_when_asked_and_lines_only_break_when_asked() -> None:
    assert "\x1b[" not in explanation_text(ANSWER, BOOK)
    assert "\x1b[" in explanation_text(ANSWER, BOOK, colour=True)
    narrow = explanation_text(ANSWER, BOOK, width=60)
    assert max(map(len, narrow.splitlines())) <= 60
    assert "".join(narrow.split()) == "".join(explanation_text(ANSWER, BOOK).split())


def test_hostile_names_cannot_move_the_cursor() -> None:
    link = BOOK.link("ketamine", "mtor")
    nasty = replace(link.object, label=replace(link.object.label, en="\x1b[2Jx\r"))
    claim = replace(link.claims[0], object=nasty)
    assert "\x1b" not in explanation_text(answer_of(replace(link, object=nasty, claims=(claim,))), BOOK)


def test_a_dossier_of_a_variable_sorts_its_claims_by_side() -> None:
    mtor = BOOK.term("var:mtor")
    entries = tuple(claim for claim in BOOK.claims if mtor in (claim.subject, claim.object))
    text = show_text(Dossier(thing=mtor, entries=entries), BOOK)
    assert text.index("What acts on it (2)") < text.index("What it acts on (1)")
    written = show_json(Dossier(thing=mtor, entries=entries), BOOK)
    assert written["kind"] == "variable"
    assert isinstance(written["entries"], list)
    assert len(written["entries"]) == 3


@pytest.mark.parametrize("identity", ["ent:ketamine", "var:mtor", "mech:lhb", "ref:li-2010", "ref:review-8"])
def test_every_kind_of_term_can_be_shown_in_both_languages(identity: str) -> None:
    term = BOOK.term(identity)
    for language in Language:
        text = show_text(Dossier(thing=term), BOOK, languages=(language,))
        assert identity in text
        assert term.label.zh in text
    assert show_json(Dossier(thing=term), BOOK)["kind"] == type(term).__name__.lower()


def test_a_claim_and_a_note_can_be_shown() -> None:
    claim = BOOK.claims[1]
    assert "citing [8] = Li N et al. 2010" in show_text(Dossier(thing=claim), BOOK)
    note = next(iter(BOOK.notes.values()))
    assert "Two recordings disagree" in show_text(Dossier(thing=note), BOOK)


def answer_of(link: Link) -> Explanation:
    chain = Chain(links=(link,))
    verdict = Verdict.over([chain.sign])
    assert chain.sign is not Sign.UNKNOWN
    return Explanation(source=(link.subject,), target=(link.object,), chains=(chain,), verdict=verdict, complete=True)
