"""Reads chains that somebody wrote down, as text or YAML. What the names mean is not decided here.

Text: one chain a line, names with arrows between; what follows a ``#`` at the start of a line or after a space is a remark::

    # disinhibition
    ketamine -| NMDA receptor activity on GABA neurons -> firing of GABA interneurons

YAML: a list of chains, or such a list under ``chains``; a chain is a text as above, or a list of steps with ``from``, ``sign``, ``to``.
"""

from __future__ import annotations

import re
from io import BytesIO

from kgraph.errors import ExchangeError, InvalidValue
from kgraph.exchange.yaml_records import Value, yaml_stream
from kgraph.model import SIGN_OF, Sign, WrittenChain, WrittenStep

MOST_CHAINS, LONGEST = 1000, 1_000_000
# Shafts may be of any length. A head and a bar together, or two heads, are no arrow: nobody can say which of them was meant.
_ARROW = re.compile(r"(?P<plus>[-=]+>|-*[→⟶➔➝⇒⟹⇨▶])|(?P<minus>-+\||-*[⊣⟞])|(?P<open>-{2,}|◇)")
_SIGNS = {"plus": Sign.PLUS, "minus": Sign.MINUS, "open": Sign.UNKNOWN}
_PART = frozenset("<>|=~→⟶➔➝⇒⟹⇨▶⊣⟞◇←⟵⊢")
_BACKWARDS = re.compile(r"<-|[←⟵⊢↔⇄⇌⇔⟷]|\|-")
_WIDE = str.maketrans(
    {"－": "-", "＞": ">", "＜": "<", "｜": "|", "＝": "=", "—": "-", "–": "-", "−": "-", "＃": "#"}
    | {"─": "-", "━": "-", "═": "=", "┤": "|", "▷": ">", "►": ">"}
)
_NUMBERED = re.compile(r"^(?:\d{1,3}(?:[.)）]\s+|、\s*)|[-*•]\s+)")
_REMARK = re.compile(r"(?:^|\s)#.*$")
_REMEDY = "write names with arrows between them, such as: ketamine -| NMDA receptor -> GABA interneuron"
_KINDS = "-> raises, -| lowers, -- leaves the sign open"
_PLAIN_YAML = "write each chain out, without anchors and aliases; quote names that hold ': ' or ' #', and the sign '-'"


def written_chains(text: str, *, name: str = "-") -> tuple[WrittenChain, ...]:
    """The chains of a text.

    Parameters
    ----------
    text : str
        Text or YAML; YAML where `name` ends so, or where the first line is that of a list or of ``chains:``.
    name : str
        The name of the file, for messages.

    Raises
    ------
    ExchangeError
        A line without an arrow, an arrow without a name, no chain at all, or what is no YAML; with the line.
    """
    if len(text) > LONGEST:
        raise ExchangeError(f"more than {LONGEST:,} characters are no chains", where=name, remedy="give one chain a line")
    found = _of_yaml(text, name) if _is_yaml(text, name) else _of_lines(text, name)
    if not found:
        raise ExchangeError("there is no chain", where=name, remedy=_REMEDY)
    if len(found) > MOST_CHAINS:
        raise ExchangeError(f"more than {MOST_CHAINS} chains", where=name, remedy="give fewer at a time")
    return tuple(found)


def _is_yaml(text: str, name: str) -> bool:
    if name.lower().endswith((".yaml", ".yml")):
        return True
    lines = (line.strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return first == "---" or first.startswith(("- ", "chains:"))


def _of_lines(text: str, name: str) -> list[WrittenChain]:
    found = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        words = _NUMBERED.sub("", _REMARK.sub("", line).strip())
        if words:
            found.append(_chain(words, f"{name}:{number}"))
    return found


def _chain(words: str, where: str) -> WrittenChain:
    """A chain written with arrows."""
    # Wide dashes are read as the plain ones only for the arrows, never in a name.
    plain = words.translate(_WIDE)
    marks = list(_ARROW.finditer(plain))
    around = {plain[place] for mark in marks for place in (mark.start() - 1, mark.end()) if 0 <= place < len(plain)}
    if "<" in around or _BACKWARDS.search(_ARROW.sub(" ", plain)):
        raise ExchangeError("an arrow points backwards, or both ways", where=where, remedy="write the cause first: A -> B")
    if around & _PART:
        raise ExchangeError("an arrow of no known kind", where=where, remedy=f"{_KINDS}, with a name between two of them")
    if not marks:
        raise ExchangeError("this line has no arrow", where=where, remedy=f"{_REMEDY}; {_KINDS}")
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(words)]
    names = [words[start:end].strip().strip("\"'“”").strip() for start, end in zip(starts, ends, strict=True)]
    signs = [_SIGNS[mark.lastgroup or "open"] for mark in marks]
    return _made([(names[place], sign, names[place + 1]) for place, sign in enumerate(signs)], where)


def _of_yaml(text: str, name: str) -> list[WrittenChain]:
    found: list[WrittenChain] = []
    for record in yaml_stream(BytesIO(text.encode("utf-8", errors="replace"))):
        where = f"{name}:{record.line}"
        if record.trouble:
            raise ExchangeError(record.trouble, where=where, remedy=_PLAIN_YAML)
        value = record.value
        if isinstance(value, dict) and "chains" in value:
            inner = value["chains"]
            every = inner if isinstance(inner, list) else [inner]
            found += [_of_value(one, f"{name}, chain {number}") for number, one in enumerate(every, len(found) + 1)]
        elif value is not None:
            found.append(_of_value(value, where))
    return found


def _of_value(value: Value, where: str) -> WrittenChain:
    if isinstance(value, str):
        return _chain(value, where)
    if isinstance(value, dict) and "steps" in value:
        value = value["steps"]
    steps = value if isinstance(value, list) else [value]
    return _made([_step(step, where) for step in steps], where)


def _step(value: Value, where: str) -> tuple[str, Sign, str]:
    if not isinstance(value, dict):
        raise ExchangeError("a step has from, sign and to", where=where, remedy='write {from: ketamine, sign: "-", to: NMDA receptor}')
    first, sign, last = (_first(value, keys) for keys in (("from", "subject"), ("sign", "predicate"), ("to", "object")))
    return first, _sign(sign, where), last


def _first(value: dict[str, Value], keys: tuple[str, ...]) -> str:
    found = next((value[key] for key in keys if key in value), None)
    return found if isinstance(found, str) else ""


def _sign(text: str, where: str) -> Sign:
    words = text.strip().translate(_WIDE)
    if words in SIGN_OF:
        return SIGN_OF[words]
    arrow = _ARROW.fullmatch(words)
    if arrow:
        return _SIGNS[arrow.lastgroup or "open"]
    try:
        return Sign.of(words or "?")
    except InvalidValue:
        raise ExchangeError(f"'{text}' is no sign", where=where, remedy='use "+", "-" or "?"') from None


def _made(steps: list[tuple[str, Sign, str]], where: str) -> WrittenChain:
    try:
        return WrittenChain(steps=tuple(WrittenStep(subject=first, sign=sign, object=last) for first, sign, last in steps), where=where)
    except InvalidValue as error:
        raise ExchangeError(error.message, where=where, remedy=_REMEDY) from None
