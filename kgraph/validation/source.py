"""The gate of source: every locator against the text it points into, and every number claimed against the sentences it is from.

How the text is normalised and cut: `sentences.py`, and for readers ``docs/locators.md``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from pyoxigraph import NamedNode

from kgraph.model import Finding
from kgraph.store.ids import short
from kgraph.validation.data import Data, Value, entries_of, show
from kgraph.validation.findings import error, listed
from kgraph.validation.sentences import Sentence, normalise, sentences
from kgraph.vocabulary.prefixes import expand
from kgraph.vocabulary.terms import KG, OA_END, OA_START

_FOLDED = str.maketrans("０１２３４５６７８９．／－～", "0123456789./-~")
_MOST_DIGITS = 30
# A citation mark such as ［17］ or ［15-16］ is no number of the sentence.
_CITATION = re.compile(r"[［\[]\d+(?:[-,，、~]\d+)*[］\]]")


def source_gate(data: Data, text: str, source: str) -> Iterator[Finding]:
    """Findings about the locators of one source (``ref:review``) and the numbers of the entries that use them."""
    whole = normalise(text)
    known = {sentence.id: sentence for sentence in sentences(text)}
    iri = NamedNode(expand(source))
    locators = [one for one in data.instances(KG + "Locator") if iri in data.values(one, KG + "source")]
    if not locators:
        yield error(
            "source",
            "no-locators",
            source,
            "no locator points into this source",
            "name the source that the text belongs to, or add locators",
        )
    places: dict[Value, str] = {}
    for locator in locators:
        found = list(_misplaced(data, locator, whole, known))
        yield from found
        if not any(finding.rule in ("outside-the-text", "no-offsets") for finding in found):
            places[locator] = whole[int(data.one(locator, OA_START)) : int(data.one(locator, OA_END))]
    for entry in entries_of(data):
        yield from _missing_numbers(data, entry, places)


def number_stands_in(number: str, sentence: str) -> bool:
    """Whether a number stands in a sentence as a whole token; citation marks do not count.

    Examples
    --------
    >>> number_stands_in("70.8", "总缓解率为７０.８%［17］"), number_stands_in("70.8", "170.8"), number_stands_in("17", "缓解［17］")
    (True, False, False)
    """
    text = _CITATION.sub(" ", sentence.translate(_FOLDED))
    wanted = re.escape(re.sub(r"\s+", "", number).translate(_FOLDED))
    return re.search(rf"(?<!\d)(?<!\d\.){wanted}(?!\d|\.\d)", text) is not None


def _misplaced(data: Data, locator: Value, whole: str, known: dict[str, Sentence]) -> Iterator[Finding]:
    """What is wrong with the offsets, checksum and name of one locator."""
    where = data.where(locator)
    offsets = [data.one(locator, name) for name in (OA_START, OA_END)]
    if not all(offset.isdecimal() and len(offset) < _MOST_DIGITS for offset in offsets):
        yield error("source", "no-offsets", where, "the locator has no two offsets", "write oa:start and oa:end as whole numbers")
        return
    start, end = map(int, offsets)
    sentence = known.get(data.one(locator, KG + "sentence"))
    hint = _hint(sentence)
    if end > len(whole):
        yield error(
            "source",
            "outside-the-text",
            where,
            f"it ends at {end}, and the text has {len(whole)} characters",
            hint or "mend oa:start and oa:end",
        )
        return
    if hashlib.sha256(whole[start:end].encode()).hexdigest() != data.one(locator, KG + "checksum"):
        yield error(
            "source",
            "other-words",
            where,
            f"the characters from {start} to {end} do not have the checksum of the locator",
            hint or "locate the sentence anew",
        )
    elif sentence is None:
        name = data.one(locator, KG + "sentence")
        yield error(
            "source", "no-such-sentence", where, f"the text has no sentence {name}", "mend kg:sentence; docs/locators.md tells the names"
        )
    elif (sentence.start, sentence.end) != (start, end):
        yield error("source", "other-sentence", where, f"sentence {sentence.id} does not stand from {start} to {end}", hint)


def _hint(sentence: Sentence | None) -> str:
    if sentence is None:
        return ""
    checksum = hashlib.sha256(sentence.text.encode()).hexdigest()
    return f'sentence {sentence.id} is: oa:start {sentence.start} ; oa:end {sentence.end} ; kg:checksum "{checksum}"'


def _missing_numbers(data: Data, entry: Value, places: dict[Value, str]) -> Iterator[Finding]:
    """Numbers of an entry, or of its evidence, that stand in none of the sentences it points to."""
    evidence = data.values(entry, KG + "evidence")
    located = [locator for piece in evidence for locator in data.values(piece, KG + "locator") if locator in places]
    if not located:
        return
    for holder in (entry, *evidence):
        for predicate in data.predicates():
            for quantity in data.values(holder, predicate):
                written = (
                    [data.one(quantity, KG + "written")] if data.one(quantity, KG + "written") else _forms(data.one(quantity, KG + "value"))
                )
                if written and not any(number_stands_in(one, places[locator]) for one in written for locator in located):
                    yield error(
                        "source",
                        "number-not-in-source",
                        f"{data.where(holder)}, {short(predicate)}",
                        f"{written[0]} does not stand in {listed(map(show, located))}",
                        "mend the number or the locator; where the source writes it otherwise, add kg:written with that form",
                    )


def _forms(value: str) -> list[str]:
    """How a source may write a number: as it is, or without empty decimals."""
    try:
        number = Decimal(value).normalize()
    except InvalidOperation:
        return [value] if value else []
    small = number.is_finite() and abs(number.adjusted()) < _MOST_DIGITS
    return list(dict.fromkeys((value, format(number, "f")))) if small else [value]
