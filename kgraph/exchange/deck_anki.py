"""Exercises as an Anki deck (.apkg): an archive with a collection of the schema that every Anki since 2.0 reads.

Written with the standard library: the collection is an SQLite file, the archive a zip. Ids come from the exercises, so that a deck that
is imported again updates its notes and keeps what was learned.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from hashlib import sha1, sha256
from html import escape

from kgraph.exchange.deck_text import answer, words, zipped
from kgraph.model import Exercise, ExerciseKind, Label, Language

_MADE = 1_700_000_000
"""The moment that every deck gives as its making, in seconds: a clock would make each call another file."""

_MODEL = 1_700_000_000_001
_FIELDS = ("Question", "Options", "Answer", "Why", "Claims", "Id")
_FRONT = '<div class="question">{{Question}}</div>{{Options}}'
_BACK = '{{FrontSide}}<hr id="answer"><div class="answer">{{Answer}}</div><div>{{Why}}</div><div class="claims">{{Claims}}</div>'
_CSS = (
    ".card { font-family: system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif; font-size: 20px; "
    "text-align: left; max-width: 42em; margin: auto; }\n.answer { font-weight: bold; margin-bottom: .5em; }\n"
    ".claims { font-size: 12px; opacity: .7; margin-top: .5em; }\n"
)
_WHAT = {"claims": Label(en="Claims", zh="主张")}
_SCHEMA = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null,
  dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null,
  tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null,
  usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null,
  flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null,
  lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
"""


def anki_bytes(exercises: Sequence[Exercise], *, languages: Sequence[Language], title: str) -> bytes:
    """The deck: one note and one card an exercise; the options on the front, the answer with its claims on the back.

    Parameters
    ----------
    exercises : sequence of Exercise
        The cards, in order.
    languages : sequence of Language
        One, or both: then every text stands in both.
    title : str
        The name of the deck; ``::`` makes it a deck within another.

    Notes
    -----
    The same bytes at every call with one version of SQLite; its version number, which SQLite writes into the file, is taken out.
    """
    base = sqlite3.connect(":memory:")
    try:
        base.executescript(_SCHEMA)
        _fill(base, exercises, languages, " ".join(title.split()) or "kgraph")
        base.commit()
        content = bytearray(base.serialize())
    finally:
        base.close()
    # Bytes 92 to 99 of an SQLite file say which version wrote it; readers do not need them.
    content[92:100] = bytes(8)
    return zipped({"collection.anki2": bytes(content), "media": b"{}"})


def _fill(base: sqlite3.Connection, exercises: Sequence[Exercise], languages: Sequence[Language], title: str) -> None:
    deck = 1 + _number("deck", title)
    decks = {"1": _deck(1, "Default"), str(deck): _deck(deck, title)}
    conf = {"activeDecks": [1], "curDeck": 1, "curModel": str(_MODEL), "nextPos": len(exercises) + 1, "sortType": "noteFld"}
    row = (1, _MADE, _MADE * 1000, _MADE * 1000, 11, 0, 0, 0, *map(_json, (conf, {str(_MODEL): _model(deck)}, decks, _OPTIONS)), "{}")
    base.execute(f"INSERT INTO col VALUES ({','.join('?' * 13)})", row)
    for place, exercise in enumerate(exercises, 1):
        fields = [_safe(text) if raw else text for text, raw in _fields(exercise, languages)]
        checksum = int(sha1(fields[0].encode(), usedforsecurity=False).hexdigest()[:8], 16)
        note, card = _number("note", exercise.id), _number("card", exercise.id)
        tags = f" kgraph {exercise.kind.value} difficulty-{exercise.difficulty} "
        joined = "\x1f".join(fields)
        base.execute(
            f"INSERT INTO notes VALUES ({','.join('?' * 11)})",
            (note, exercise.id, _MODEL, _MADE, -1, tags, joined, fields[0], checksum, 0, ""),
        )
        base.execute(f"INSERT INTO cards VALUES ({','.join('?' * 18)})", (card, note, deck, 0, _MADE, -1, 0, 0, place, *[0] * 8, ""))


def _fields(exercise: Exercise, languages: Sequence[Language]) -> list[tuple[str, bool]]:
    """The fields of a note, each with whether it is text that must still be made safe."""
    items = "".join(f"<li>{_safe(words(option.label, languages))}</li>" for option in exercise.options)
    claims = f"{words(_WHAT['claims'], languages)}: {', '.join(exercise.claims)}" if exercise.claims else ""
    told = " → " if exercise.kind is ExerciseKind.ORDER else "; "
    numbers = told.join(str([option.id for option in exercise.options].index(one) + 1) for one in exercise.key)
    return [
        (words(exercise.prompt, languages), True),
        (f"<ol>{items}</ol>", False),
        (f"{numbers}: {answer(exercise, languages)}", True),
        (words(exercise.explanation, languages), True),
        (claims, True),
        (exercise.id, True),
    ]


def _safe(text: str) -> str:
    """Text as HTML in which nothing is markup: no tag, no field of Anki, no sound and no LaTeX."""
    made = escape(text.replace("\x1f", " "))
    return made.replace("[", "&#91;").replace("{{", "&#123;&#123;").replace("\\", "&#92;")


def _number(*parts: str) -> int:
    """An id for the words, far from those that a person's own Anki gives, which are moments in milliseconds."""
    return 10_000_000_000_000 + int(sha256("|".join(parts).encode()).hexdigest()[:11], 16)


def _model(deck: int) -> dict[str, object]:
    fields = [
        {"name": name, "ord": place, "font": "Arial", "size": 20, "rtl": False, "sticky": False, "media": []}
        for place, name in enumerate(_FIELDS)
    ]
    card = {"name": "Card 1", "ord": 0, "qfmt": _FRONT, "afmt": _BACK, "bqfmt": "", "bafmt": "", "did": None}
    return {
        "id": _MODEL,
        "name": "kgraph exercise",
        "type": 0,
        "mod": _MADE,
        "usn": -1,
        "sortf": 0,
        "did": deck,
        "tmpls": [card],
        "flds": fields,
        "css": _CSS,
        "latexPre": "",
        "latexPost": "",
        "req": [[0, "any", [0, 1]]],
        "tags": [],
        "vers": [],
    }


def _deck(number: int, name: str) -> dict[str, object]:
    today = {key: [0, 0] for key in ("newToday", "revToday", "lrnToday", "timeToday")}
    return {
        "id": number,
        "name": name,
        "mod": _MADE,
        "usn": -1,
        "collapsed": False,
        "browserCollapsed": False,
        "desc": "",
        "dyn": 0,
        "conf": 1,
        "extendNew": 0,
        "extendRev": 0,
        **today,
    }


_OPTIONS = {
    "1": {
        "id": 1,
        "name": "Default",
        "mod": 0,
        "usn": 0,
        "maxTaken": 60,
        "autoplay": True,
        "timer": 0,
        "replayq": True,
        "new": {"delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "order": 1, "perDay": 20, "bury": False},
        "rev": {"perDay": 200, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "bury": False},
        "lapse": {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 0},
    }
}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
