"""Sentences say what the claim says and are never more certain than it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.model import Bearing, Certainty, Change, Claim, Context, Entity, Evidence, Label, Layer, Observation, Quantity, Result
from kgraph.views.quantities import number_of, quantity_text
from kgraph.views.sentences import claim_sentence, sentence
from tests.views.ketamine_values import BOOK

KETAMINE_MTOR = next(claim for claim in BOOK.claims if claim.object.id == "var:mtor" and claim.subject.id == "var:ketamine")
UNSAID = Label()


def with_evidence(claim: Claim, *pieces: Evidence) -> Claim:
    return replace(claim, evidence=pieces)


def piece(certainty: Certainty, *, species: str = "", bearing: Bearing = Bearing.SUPPORTS, timing: Label = UNSAID) -> Evidence:
    context = Context(species=species, timing=timing)
    return Evidence(id="e", iri="https://example.org/e", reference="ref:review", certainty=certainty, bearing=bearing, context=context)


def test_a_plain_claim_in_both_languages() -> None:
    text = claim_sentence(KETAMINE_MTOR, BOOK)
    assert text.en == "Ketamine rapidly raises mTOR signalling (shown in rat)."
    assert text.zh == "氯胺酮迅速升高mTOR信号（已证明：大鼠）。"


@pytest.mark.parametrize(
    ("certainty", "en", "zh"),
    [
        (Certainty.POSSIBLE, "Ketamine may raise mTOR signalling.", "氯胺酮可能升高mTOR信号。"),
        (Certainty.ATTRIBUTED, "Ketamine is thought to raise mTOR signalling.", "据认为，氯胺酮会升高mTOR信号。"),
        (Certainty.STATED, "Ketamine raises mTOR signalling.", "氯胺酮升高mTOR信号。"),
        (Certainty.SHOWN, "Ketamine raises mTOR signalling (shown).", "氯胺酮升高mTOR信号（已证明）。"),
    ],
)
def test_the_verb_is_as_certain_as_the_evidence(certainty: Certainty, en: str, zh: str) -> None:
    assert claim_sentence(with_evidence(KETAMINE_MTOR, piece(certainty)), BOOK) == Label(en=en, zh=zh)


def test_an_unreported_sign_is_named_as_such() -> None:
    claim = next(claim for claim in BOOK.claims if claim.predicate == "regulates")
    text = claim_sentence(claim, BOOK)
    assert text.en == "BDNF level affects the degree of synaptic plasticity (sign not reported)."
    assert text.zh == "BDNF水平影响突触可塑性程度（方向未报告）。"


def test_a_species_stands_under_the_certainty_at_which_it_was_seen() -> None:
    pieces = piece(Certainty.SHOWN, species="ent:rat"), piece(Certainty.POSSIBLE, species="ent:human")
    text = claim_sentence(with_evidence(KETAMINE_MTOR, *pieces), BOOK)
    assert text.en == "Ketamine raises mTOR signalling (shown in rat; possible in human)."


def test_an_adverb_that_only_one_piece_of_evidence_gives_is_not_put_on_all() -> None:
    rapidly = Label(en="rapidly", zh="迅速")
    pieces = piece(Certainty.SHOWN, timing=rapidly), piece(Certainty.SHOWN)
    assert "rapidly raises" not in claim_sentence(with_evidence(KETAMINE_MTOR, *pieces), BOOK).en


def test_disputes_are_mentioned_and_disputed_alone_is_only_possible() -> None:
    both = with_evidence(KETAMINE_MTOR, piece(Certainty.STATED), piece(Certainty.SHOWN, bearing=Bearing.DISPUTES))
    assert claim_sentence(both, BOOK).en == "Ketamine raises mTOR signalling (disputed)."
    alone = with_evidence(KETAMINE_MTOR, piece(Certainty.SHOWN, bearing=Bearing.DISPUTES))
    assert claim_sentence(alone, BOOK).en == "Ketamine may raise mTOR signalling (disputed; no supporting evidence)."


def test_mediators_and_contact_are_said() -> None:
    claim = replace(with_evidence(KETAMINE_MTOR, piece(Certainty.STATED)), direct=True, mediators=("ent:bdnf",))
    assert claim_sentence(claim, BOOK) == Label(
        en="Ketamine directly raises mTOR signalling through BDNF.", zh="氯胺酮通过BDNF直接升高mTOR信号。"
    )


def test_plurals_take_a_plural_verb_and_spelled_names_keep_their_letters() -> None:
    sentences = [claim_sentence(claim, BOOK).en for claim in BOOK.claims]
    assert any(text.startswith("Synaptic signalling proteins in the prefrontal cortex raise ") for text in sentences)
    assert any(text.startswith("mTOR signalling raises ") for text in sentences)
    assert any(text.startswith("eEF2 phosphorylation lowers ") for text in sentences)
    assert any(text.startswith("The growth of synapses may raise the size of the ") for text in sentences)


def test_every_sentence_ends_and_names_both_ends() -> None:
    for claim in BOOK.claims:
        text = claim_sentence(claim, BOOK)
        assert text.en.endswith(".")
        assert text.zh.endswith("。")
        assert claim.object.label.en in text.en
        assert claim.object.label.zh in text.zh


def test_an_observation_without_words_is_worded_from_its_parts() -> None:
    observed = Observation(
        id="obs:x",
        iri="https://example.org/obs",
        layer=Layer.REVIEW,
        raised=(BOOK.term("var:ketamine"),),
        blocked=(BOOK.term("var:mtor"),),
        variable=BOOK.term("var:like"),
        change=Change.UNCHANGED,
    )
    assert sentence(observed, BOOK) == Label(
        en="With mTOR signalling blocked and ketamine exposure raised, antidepressant-like effect in animals does not change.",
        zh="阻断mTOR信号并升高氯胺酮暴露时，动物的抗抑郁样作用不变。",
    )
    assert sentence(replace(observed, label=Label(en="Own words.", zh="自己的话。")), BOOK).en == "Own words."


def test_a_result_without_words_gives_its_number() -> None:
    outcome = Entity(id="ent:response", iri="https://example.org/response", label=Label(en="response", zh="应答"))
    value = Quantity(value="70.8", unit="%")
    result = Result(id="result:x", iri="https://example.org/r", layer=Layer.REVIEW, outcome=outcome, value=value)
    assert sentence(result, BOOK) == Label(en="Response: 70.8 %.", zh="应答：70.8%。")


@pytest.mark.parametrize(
    ("quantity", "en", "zh"),
    [
        (Quantity(value="0.5", unit="mg/kg"), "0.5 mg/kg", "0.5 mg/kg"),
        (Quantity(value="24", unit="{patients}"), "24 patients", "24例患者"),
        (Quantity(value="0.75", unit="1", written="3/4", comparison="~"), "about 3/4", "约3/4"),
        (Quantity(value="3", unit="/wk", comparison=">="), "≥ 3 per week", "≥3次/周"),
    ],
)
def test_quantities_in_words(quantity: Quantity, en: str, zh: str) -> None:
    assert quantity_text(quantity) == Label(en=en, zh=zh)


def test_numbers_that_json_cannot_hold_stay_text() -> None:
    assert number_of(Quantity(value="nan")) == "nan"
    assert number_of(Quantity(value="1e400")) == "1e400"
