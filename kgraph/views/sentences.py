"""Claims, associations, descriptions, observations and results as plain sentences in English and Chinese.

A sentence is never more certain than what it says: its verb follows the firmest *supporting* evidence, a possible claim *may*
raise, an attributed one *is thought to*, a sign that is not reported is named as such, and disputing evidence is mentioned.
"""

from __future__ import annotations

from collections.abc import Sequence

from kgraph.model import (
    Association,
    Bearing,
    Certainty,
    Claim,
    Context,
    Description,
    Entry,
    Evidence,
    Label,
    Observation,
    Result,
    Sign,
    Term,
    Variable,
)
from kgraph.views.naming import Terms, label_of, shown_label
from kgraph.views.quantities import quantity_text
from kgraph.views.words import CERTAINTY, CHANGE, PREDICATE, VERBS_ZH, VERBS_ZH_DEFAULT

_FIRMNESS = (Certainty.SHOWN, Certainty.STATED, Certainty.ATTRIBUTED, Certainty.POSSIBLE)
_VERB_EN = {Sign.PLUS: "raise", Sign.MINUS: "lower", Sign.UNKNOWN: "affect"}
_PLACE = {Sign.PLUS: 0, Sign.MINUS: 1, Sign.UNKNOWN: 2}
_PREPOSITIONS = ("of", "in", "on", "at", "to", "with", "from", "for", "by")


def sentence(entry: Entry, terms: Terms) -> Label:
    """What an entry says, as one sentence in each language.

    A claim is worded from its parts; the other kinds have words of their own, and are worded from their parts where these are
    missing.
    """
    if isinstance(entry, Claim):
        return claim_sentence(entry, terms)
    made = _made(entry)
    return Label(en=entry.label.en or made.en, zh=entry.label.zh or made.zh)


def claim_sentence(claim: Claim, terms: Terms) -> Label:
    """A claim as a sentence: ``Ketamine rapidly raises mTOR signalling (shown in rat).``

    Adverbs of extent and timing come from the firmest supporting evidence and only where its pieces agree; species, places and
    doses follow in brackets, under the certainty at which they were seen.
    """
    firm = _firmest(claim.evidence)
    certainty = firm[0].certainty if firm else Certainty.POSSIBLE
    subject, target = subject_label(claim.subject), shown_label(claim.object)
    adverbs, brackets = _adverbs(firm), _brackets(claim, firm, terms)
    through = _joined([label_of(terms, one) for one in claim.mediators])
    direct = Label(en="directly ", zh="直接") if claim.direct else Label()
    unknown = Label(en=" (sign not reported)", zh="（方向未报告）") if claim.sign is Sign.UNKNOWN else Label()
    before, verb = _verb_en(claim.sign, certainty, plural=_is_plural(subject.en))
    verb_zh = (*_verbs_zh(claim.object), "影响")[_PLACE[claim.sign]]
    if claim.sign is Sign.MINUS and adverbs.zh == "完全":
        # 完全减少 and 完全降低 are no Chinese: what is brought down wholly is suppressed.
        verb_zh = "抑制"
    thought, modal = {Certainty.ATTRIBUTED: ("据认为，", "会"), Certainty.POSSIBLE: ("", "可能")}.get(certainty, ("", ""))
    by = Label(en=f" through {through.en}", zh=f"通过{through.zh}") if claim.mediators else Label()
    return Label(
        en=capitalised(
            f"{with_article(subject.en)} {before}{direct.en}{adverbs.en}{verb} {with_article(target.en)}{by.en}{unknown.en}{brackets.en}."
        ),
        zh=f"{thought}{subject.zh}{modal}{by.zh}{direct.zh}{adverbs.zh}{verb_zh}{target.zh}{unknown.zh}{brackets.zh}。",
    )


def subject_label(term: Term) -> Label:
    """The name of a term as what acts: exposure to a drug is called by the drug."""
    label = shown_label(term)
    if isinstance(term, Variable) and term.aspect == "Exposure":
        return Label(en=label.en.removesuffix(" exposure"), zh=label.zh.removesuffix("暴露"))
    return label


def context_parts(context: Context, terms: Terms) -> tuple[Label, ...]:
    """Where evidence was seen, part by part: species, region, cell type, population, dose and route. What is not stated is absent."""
    places = (context.species, context.region, context.cell_type, context.population)
    parts = [label_of(terms, one) for one in places if one]
    if context.dose:
        parts.append(quantity_text(context.dose))
    if context.route:
        parts.append(label_of(terms, context.route))
    return tuple(parts)


def _made(entry: Entry) -> Label:
    if isinstance(entry, Observation):
        return _observation(entry)
    if isinstance(entry, Result):
        return _result(entry)
    if isinstance(entry, Association):
        signed = {Sign.PLUS: Label(en=" rising together", zh="，同向变化"), Sign.MINUS: Label(en=" moving oppositely", zh="，反向变化")}
        way = signed.get(entry.sign, Label()) if entry.sign else Label()
        first, second = shown_label(entry.subject), shown_label(entry.object)
        comma = "," if way.en else ""
        return Label(
            en=f"{capitalised(first.en)} is associated with {second.en}{comma}{way.en}.", zh=f"{first.zh}与{second.zh}相关{way.zh}。"
        )
    if isinstance(entry, Description):
        name = PREDICATE.get(entry.predicate, Label(en=_spaced(entry.predicate), zh=entry.predicate))
        first, last = shown_label(entry.subject), (shown_label(entry.object) if entry.object else Label())
        return Label(
            en=f"{capitalised(first.en)} {name.en} {last.en}".rstrip() + ".", zh=f"{first.zh}：{name.zh} {last.zh}".rstrip() + "。"
        )
    return Label(en=entry.id, zh=entry.id)


def _observation(entry: Observation) -> Label:
    ways = ((entry.blocked, "blocked", "阻断"), (entry.raised, "raised", "升高"), (entry.lowered, "lowered", "降低"))
    done = [(_joined([shown_label(term) for term in terms]), en, zh) for terms, en, zh in ways if terms]
    variable = shown_label(entry.variable)
    what = {
        "raised": Label(en="rises", zh="升高"),
        "lowered": Label(en="falls", zh="降低"),
        "unchanged": Label(en="does not change", zh="不变"),
        "undetermined": Label(en="changes in a way that is not reported", zh="变化未报告"),
    }[entry.change.value]
    given_en = " and ".join(f"{names.en} {en}" for names, en, _ in done)
    given_zh = "并".join(f"{zh}{names.zh}" for names, _, zh in done)
    if not done:
        return Label(en=f"{capitalised(variable.en)} {what.en}.", zh=f"{variable.zh}{what.zh}。")
    return Label(en=f"With {given_en}, {variable.en} {what.en}.", zh=f"{given_zh}时，{variable.zh}{what.zh}。")


def _result(entry: Result) -> Label:
    outcome = shown_label(entry.outcome)
    parts: list[Label] = []
    if entry.value:
        value, spread = quantity_text(entry.value), quantity_text(entry.spread) if entry.spread else Label()
        parts.append(Label(en=value.en + (f" ± {spread.en}" if spread.en else ""), zh=value.zh + (f"±{spread.zh}" if spread.zh else "")))
    elif entry.change:
        parts.append(CHANGE[entry.change])
    if entry.population:
        parts.append(shown_label(entry.population))
    en, zh = ", ".join(part.en for part in parts), "，".join(part.zh for part in parts)
    return Label(en=capitalised(outcome.en) + (f": {en}." if en else "."), zh=outcome.zh + (f"：{zh}。" if zh else "。"))


def _firmest(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The supporting pieces of evidence at the firmest certainty among them."""
    supporting = [piece for piece in evidence if piece.bearing is Bearing.SUPPORTS]
    for certainty in _FIRMNESS:
        found = tuple(piece for piece in supporting if piece.certainty is certainty)
        if found:
            return found
    return ()


def _adverbs(firm: Sequence[Evidence]) -> Label:
    """The adverbs before the verb: extent and timing that all firm evidence gives alike and that are adverbs (``rapidly``)."""
    found = [words[0] for words in _manner(firm) if len(words) == 1 and _is_adverb(words[0])]
    return Label(en="".join(word.en + " " for word in found), zh="".join(word.zh for word in found))


def _manner(firm: Sequence[Evidence]) -> tuple[list[Label], list[Label]]:
    """The distinct extents and the distinct timings of some evidence; one that a piece leaves out is never put on all of them."""
    extents = [piece.context.extent for piece in firm]
    timings = [piece.context.timing for piece in firm]
    return list(dict.fromkeys(extents)), list(dict.fromkeys(timings))


def _is_adverb(word: Label) -> bool:
    return bool(word.zh) and word.en.endswith("ly") and " " not in word.en


def _brackets(claim: Claim, firm: Sequence[Evidence], terms: Terms) -> Label:
    """What stands in brackets after the claim: certainty with contexts, manner that is no adverb, dispute."""
    parts: list[Label] = []
    supporting = [piece for piece in claim.evidence if piece.bearing is Bearing.SUPPORTS]
    for certainty in _FIRMNESS:
        pieces = [piece for piece in supporting if piece.certainty is certainty]
        places = list(dict.fromkeys(place for piece in pieces for place in _new_places(claim, piece.context, terms)))
        named = certainty is Certainty.SHOWN or len({piece.certainty for piece in supporting}) > 1
        if pieces and (places or named):
            word = CERTAINTY[certainty] if named else Label()
            parts.append(_where(word, places))
    parts += [word for words in _manner(firm) for word in words if word.en and (len(words) > 1 or not _is_adverb(word))]
    if len(supporting) < len(claim.evidence):
        parts.append(Label(en="disputed", zh="有质疑"))
    if not supporting:
        parts.append(Label(en="no supporting evidence", zh="无支持证据"))
    return Label(en=f" ({'; '.join(part.en for part in parts)})", zh=f"（{'；'.join(part.zh for part in parts)}）") if parts else Label()


def _where(word: Label, places: Sequence[Label]) -> Label:
    """``shown in rat, hippocampus`` / ``已证明：大鼠、海马``."""
    if not places:
        return word
    en, zh = ", ".join(place.en for place in places), "、".join(place.zh for place in places)
    return Label(en=f"{word.en} in {en}" if word.en else f"in {en}", zh=f"{word.zh}：{zh}" if word.zh else zh)


def _new_places(claim: Claim, context: Context, terms: Terms) -> list[Label]:
    """The contexts of evidence that the names of the claim's own variables do not say already."""
    said = {one for end in (claim.subject, claim.object) if isinstance(end, Variable) for one in (end.species, end.region, end.cell_type)}
    places = [one for one in (context.species, context.region, context.cell_type, context.population) if one and one not in said]
    return [label_of(terms, one) for one in places]


def _verb_en(sign: Sign, certainty: Certainty, *, plural: bool) -> tuple[str, str]:
    """What stands before the adverbs, and the verb: ``("is thought to ", "raise")``."""
    verb = _VERB_EN[sign]
    if certainty is Certainty.ATTRIBUTED:
        return ("are thought to " if plural else "is thought to "), verb
    if certainty is Certainty.POSSIBLE:
        return "may ", verb
    return "", verb if plural else verb + "s"


def _head_words(text: str) -> list[str]:
    """The words before the first preposition or bracket; the last of them is the head of the name."""
    words = text.split()
    end = next((place for place, word in enumerate(words) if word in _PREPOSITIONS or word.startswith("(")), len(words))
    return words[:end]


def _is_plural(text: str) -> bool:
    """Whether a name is a plural: ``synaptic signalling proteins in the prefrontal cortex``."""
    words = _head_words(text)
    return bool(words) and words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")) and words[-1].islower()


def with_article(text: str) -> str:
    """A name inside a sentence: ``size of the effect`` takes an article, ``mTOR signalling`` does not."""
    head = _head_words(text)
    rest = text.split()[len(head) :]
    plain = all(word.replace("-", "").isalpha() and word.islower() for word in head)
    needs = plain and 0 < len(head) <= 2 and (rest[:1] == ["of"] or head[-1] == "effect")
    return f"the {text}" if needs and not _is_plural(text) else text


def _verbs_zh(target: Term) -> tuple[str, str]:
    return VERBS_ZH.get(target.aspect, VERBS_ZH_DEFAULT) if isinstance(target, Variable) else VERBS_ZH_DEFAULT


def _joined(labels: Sequence[Label]) -> Label:
    return Label(en=" and ".join(label.en for label in labels), zh="和".join(label.zh for label in labels))


def capitalised(text: str) -> str:
    """A capital first letter, unless the first word is spelled with capitals or digits of its own: mTOR, eEF2."""
    word = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if word.islower() and word.replace("-", "").isalpha() else text


def _spaced(name: str) -> str:
    """``isDefinedAs`` as ``is defined as``."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
