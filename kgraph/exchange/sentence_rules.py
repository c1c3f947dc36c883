"""What an English sentence says of two things: which acts on which, and with which sign. Rules, offline; precision before recall.

The two things are looked for by their names. The words around them become a row of kinds (``S V- f O`` for *X inhibits the activity
of Y*), and the patterns of `sentence_patterns.py` are laid over that row: active, passive, *inhibition of Y by X*, *X is an inhibitor
of Y*, *X-induced Y*. A negation or a hedge in the same clause makes every rule abstain. What turns a sign round (*loss of X*, *an X
inhibitor*, *degradation of Y*) is counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kgraph.exchange.sentence_patterns import ACTING, ACTIVE, RAW, TURNED
from kgraph.exchange.sentence_words import HYPHENATED, KINDS, LESS, PHRASES
from kgraph.model import Sign

_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "ε": "epsilon", "ζ": "zeta", "θ": "theta", "ω": "omega"}
_LETTERS = "|".join(sorted(set(_GREEK.values())))
_SPELT = {"A": "alpha", "B": "beta", "G": "gamma", "D": "delta", "E": "epsilon", "Z": "zeta"}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | _GREEK)
_BREAKS = "whereas while but although however though because since when so"
# What is told behind these words stands for itself: *our results suggest that …*, *…, indicating that …*.
_TELLING = "suggest indicat detect show demonstrat reveal report confirm found find observ evidence support prov"
_TOLD = rf"(?:{'|'.join(_TELLING.split())})\w*(?:,? [a-z]+ly)?(?: here)? that"
_ASIDES = r",\s*(?:suggest|indicat|support|demonstrat|confirm|imply)(?:ing|ying)"
_SENTENCES = re.compile(rf"(?<=[.!?])\s+(?=[A-Z(\[])|[;:]|\b(?:{'|'.join(_BREAKS.split())})\b|\b{_TOLD}\b|{_ASIDES}\b", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[][^()\[\]§]*[)\]]")
_WORD = re.compile(r"§[so]|-(?:[a-z]+)|[a-z0-9][a-z0-9'/.-]*[a-z0-9]|[a-z0-9]|[,.]")
# *X and Y*: what is done to one of them is done to both.
_BOTH = re.compile(r"\b([SO]) (?:f )*(?:, )?(?:and|or) (?:f )*(?!\1)[SO]\b")
# *Inhibiting cold-induced X*, *the binding of X*, *lowers X, which …*: it is not X that acts.
_NOT_HEAD = re.compile(r"(?:(?:[NGXVD]-|z|A- of) (?:[fxD]\S* |of |in |and |H\S* )*|(?:x of|to) (?:[fx] )*)$")
_PHRASES = tuple((re.compile(phrase), word) for phrase, word in PHRASES)
_LONGEST = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a sentence says: `sign` of the effect, whether the one claimed to be acted on is the one that acts, and the words."""

    sign: Sign
    turned: bool
    words: str


def said_of(text: str, acting: Iterable[str], acted_on: Iterable[str]) -> tuple[Said, ...]:
    """All that a text says of two things, in its order; empty when no rule is sure.

    Parameters
    ----------
    text : str
        One sentence or a few, in English.
    acting, acted_on : iterable of str
        The names of the thing that is claimed to act, and of the one that it is claimed to act on.

    Examples
    --------
    >>> [(one.sign.value, one.turned) for one in said_of("Ketamine blocks the NMDA receptor.", ["ketamine"], ["NMDA receptor"])]
    [('-', False)]
    >>> said_of("Ketamine may block the NMDA receptor.", ["ketamine"], ["NMDA receptor"])
    ()
    """
    names = {"S": _pattern(tuple(sorted(set(acting)))), "O": _pattern(tuple(sorted(set(acted_on))))}
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).translate(_DASHES)
    found: list[Said] = []
    for sentence in _SENTENCES.split(plain):
        found += _said_in(sentence, names) if sentence else []
    return tuple(dict.fromkeys(found))


def disagreement(said: Iterable[Said], sign: Sign) -> tuple[str, str]:
    """What is wrong with a claim of this sign, given what its sentence says: ``sign`` or ``direction``, and the words; empty for nothing.

    A sentence that says the claim somewhere is not held against it elsewhere.
    """
    every = tuple(said)
    if not every or any(one.sign is sign and not one.turned for one in every):
        return "", ""
    opposite = [one for one in every if not one.turned]
    if opposite:
        return "sign", opposite[0].words
    return "direction", every[0].words


def _said_in(sentence: str, names: dict[str, re.Pattern[str]]) -> list[Said]:
    marked = sentence
    for role, pattern in names.items():
        marked = pattern.sub(f" §{role} ", marked)
    if "§S" not in marked or "§O" not in marked:
        return []
    plain = _ASIDE.sub(" ", marked).lower()
    for phrase, word in _PHRASES:
        plain = phrase.sub(word, plain)
    words = [word.upper() if word.startswith("§") else word for word in _WORD.findall(plain)]
    kinds = [_kind(word) for word in words]
    if "NOT" in kinds or "MAY" in kinds or _BOTH.search(" ".join(kinds)):
        return []
    return [*_matches(kinds, words, RAW), *_matches(*_turned_round(kinds, words), TURNED)]


def _matches(kinds: list[str], words: list[str], patterns: tuple[re.Pattern[str], ...]) -> Iterator[Said]:
    row = " ".join(kinds)
    for pattern in patterns:
        for match in pattern.finditer(row):
            found = match.groupdict()
            one, other = found["one"], found["other"]
            if one[0] == other[0]:
                continue
            ways = [found.get(name) or "" for name in ("way", "also", "noun", "like", "after")]
            signs = [way[1] for way in ways if way] or [found.get("hyphen") or ""]
            # *X stimulated Y siRNA cells*: the past form is an adjective there.
            if not all(signs) or (pattern is ACTIVE and other.endswith("!") and ways[0].startswith("D")):
                continue
            if pattern in ACTING and _NOT_HEAD.search(row[: match.start()]):
                continue
            minuses = signs.count("-") + one.endswith("!") + other.endswith("!")
            first, last = row[: match.start()].count(" "), row[: match.end()].count(" ")
            yield Said(
                sign=Sign.MINUS if minuses % 2 else Sign.PLUS,
                turned=one[0] == "O",
                words=" ".join(words[first : last + 1]).replace("§S", "…").replace("§O", "…"),
            )


def _turned_round(kinds: list[str], words: list[str]) -> tuple[list[str], list[str]]:
    """The row with *loss of X*, *X deficiency*, *an inhibitor of X* and *X inhibitor* drawn together as ``X!``."""
    made: list[str] = []
    said: list[str] = []
    place = 0
    while place < len(kinds):
        thing, end = _less_of(kinds, words, place)
        made.append(f"{kinds[thing]}!" if end > place + 1 else kinds[place])
        said.append(" ".join(words[place:end]))
        place = end
    return made, said


def _less_of(kinds: list[str], words: list[str], place: int) -> tuple[int, int]:
    """Where the thing stands that there is less of, and where its words end; nothing of the kind ends behind the first word."""
    leading = _is_less(kinds, words, place)
    # *Loss of X*, *silencing the expression of X*, *knockdown X*.
    over = 1 + next((far for far in range(4) if kinds[place + 1 + far : place + 2 + far] != ["f"]), 0)
    led = leading and kinds[place + over : place + over + 1] == ["of"]
    led = led or (place < 3 and kinds[place : place + 2] in (["X-", "in"], ["X-", "of"], ["N-", "in"]))
    if led or words[place] in ("targeting", "against", "lacking"):
        thing = _thing_after(kinds, words, place + (over + 1 if led else 1))
        if thing:
            return thing, thing + 1
    if leading and kinds[place + 1 : place + 2] in (["S"], ["O"]) and not kinds[place].startswith(("A", "G", "D", "V")):
        return place + 1, place + 2
    # *Reduced X*, *silencing X* at the front; elsewhere they are verbs, and say what something else does.
    subject = kinds[place + 2 : place + 3] and kinds[place + 2][0] in "VQ" and kinds[place - 1] not in ("by", "be", "and")
    front = place == 0 or ((kinds[place - 1] in ("of", "in") or subject) and kinds[place] == "G-")
    if front and kinds[place] in ("D-", "G-") and kinds[place + 1 : place + 2] in (["S"], ["O"]):
        return place + 1, place + 2
    # *X and Z inhibition*.
    if (
        kinds[place] in ("S", "O")
        and kinds[place + 1 : place + 3] == ["and", "x"]
        and words[place + 1] == "and"
        and _is_less(kinds, words, place + 3)
    ):
        if kinds[place + 3] == "A-":
            return place, place + 1
        return place, place + 4
    if kinds[place] in ("S", "O") and _is_less(kinds, words, place + 1) and kinds[place + 2 : place + 3] != ["of"]:
        return place, place + 2
    return place, place + 1


def _thing_after(kinds: list[str], words: list[str], place: int) -> int:
    """Where the thing stands that these words lead to: *the X*, *both A and X*, *either the B of A or X*; 0 where there is none."""
    joined = True
    for thing in range(place, min(place + 9, len(kinds))):
        if kinds[thing] in ("S", "O"):
            return thing if joined else 0
        if kinds[thing] not in ("f", "x", "of", "and"):
            return 0
        joined = kinds[thing] == "and" or (
            joined and (kinds[thing] == "f" or (thing - place < 3 and not words[thing].endswith(("ed", "es"))))
        )
    return 0


def _is_less(kinds: list[str], words: list[str], place: int) -> bool:
    return place < len(words) and (words[place].lstrip("-") in LESS or kinds[place] == "A-")


def _kind(word: str) -> str:
    if word in ("§S", "§O"):
        return word[1]
    if word.startswith("-"):
        ending = HYPHENATED.get(word[1:])
        return f"H{ending}" if ending is not None else KINDS.get(word[1:], "x")
    if word.endswith("ly") and len(word) > 4:
        return KINDS.get(word, "f")
    return KINDS.get(word, "l" if word in LESS else "x")


@lru_cache(maxsize=4096)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the names as whole words, with a blank, a hyphen or nothing between their parts; nothing for names of one letter."""
    made = []
    for name in sorted(names, key=len, reverse=True):
        plain = unicodedata.normalize("NFKC", name).translate(_DASHES).strip()
        parts = re.findall(rf"(?:{_LETTERS})(?![a-z])|[A-Za-z]+?(?=(?:{_LETTERS})(?![a-z]))|[A-Za-z]+|\d+|[^\sA-Za-z\d-]", plain)
        if len("".join(parts)) > 1 and len(plain) < 120:
            made.append(r"[\s-]?".join(map(_part, parts)))
    return re.compile(rf"(?<![\w-])(?:[pcv]-)?(?:{'|'.join(made)})(?!\w)" if made else r"(?!)", re.IGNORECASE)


def _part(part: str) -> str:
    """One part of a name; the letter that ends a symbol may be written out as the Greek letter that it stands for."""
    greek = _SPELT.get(part[-1:])
    return rf"{re.escape(part[:-1])}[\s-]?(?:{part[-1]}|{greek})" if greek and part.isupper() else re.escape(part)
