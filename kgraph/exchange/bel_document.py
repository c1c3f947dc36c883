"""What a BEL script sets and defines, and the statements in it with all that is set where they stand. Their grammar: `bel_syntax.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kgraph.exchange.bel_lines import Line
from kgraph.exchange.bel_syntax import unescaped

_SET = re.compile(r"SET\s+(DOCUMENT\s+)?([\w.-]+)\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)
_UNSET = re.compile(r"UNSET\s+(.+)", re.IGNORECASE | re.DOTALL)
_DEFINE = re.compile(
    r"DEFINE\s+(DEFAULT\s+)?(NAMESPACE|ANNOTATION(?:_TYPE)?)\s+([\w.-]+)\s+AS\s+(URL|PATTERN|LIST)\s*(.*)", re.IGNORECASE | re.DOTALL
)
_ITEM = re.compile(r'"((?:[^"\\]|\\.)*+)"|([^\s,{}"][^,{}"]*+)', re.DOTALL)
_SUPPORT = frozenset({"evidence", "support", "supportingtext", "evidenceline"})
_COMMANDS = ("set", "unset", "define")


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a script with what is set there; or what is wrong with it.

    `citation` and `annotations` are texts as the script has them; `support` is the sentence that it quotes.
    """

    number: int
    text: str = ""
    trouble: str = ""
    citation: tuple[str, ...] = ()
    support: str = ""
    annotations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: str = ""


@dataclass(slots=True)
class _Set:
    """What is set: each value with the number of the line that set it."""

    citation: tuple[str, ...] = ()
    support: tuple[str, int] = ("", 0)
    annotations: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)

    def copy(self) -> _Set:
        return _Set(self.citation, self.support, dict(self.annotations))


class Document:
    """A script on its way through: its properties and definitions, and what is set at this line.

    A new citation ends what was set, and used by a statement, under the one before. So PyBEL reads it; the specification of BEL 1 lets
    it stand until it is unset. An annotation too few is told by its absence, one too many would be a false context.
    """

    def __init__(self) -> None:
        self.properties: dict[str, str] = {}
        self.namespaces: dict[str, str] = {}
        self.annotations: dict[str, str] = {}
        self.default = ""
        self.cleared = False
        self._group = ""
        self._now = _Set()
        self._before = _Set()
        self._last = 0

    def statements(self, lines: Iterable[Line]) -> Iterator[Said]:
        """The statements in order; between them what could not be read."""
        for line in lines:
            if line.trouble:
                yield Said(line.number, trouble=line.trouble)
            elif not line.text.strip():
                continue  # a backslash alone goes on in nothing
            elif line.text.split(None, 1)[0].lower() in _COMMANDS:
                if trouble := self._command(line):
                    yield Said(line.number, line.text[:80], trouble=trouble)
            else:
                self._last = line.number
                now = self._now
                notes = {name: values for name, (values, _) in sorted(now.annotations.items())}
                yield Said(line.number, line.text, "", now.citation, now.support[0], notes, self._group)

    def _command(self, line: Line) -> str:
        if match := _DEFINE.fullmatch(line.text):
            default, kind, name, way, value = match.groups()
            into = self.namespaces if kind.upper() == "NAMESPACE" else self.annotations
            into[name] = f"{way.upper()} {', '.join(_values(value))}"
            if default:
                self.default = name
            return ""
        if match := _SET.fullmatch(line.text):
            return self._set(bool(match[1]), match[2], match[3], line.number)
        if match := _UNSET.fullmatch(line.text):
            for name in _values(match[1]):
                self._unset(name)
            return ""
        return "no setting and no definition of BEL"

    def _set(self, of_document: bool, name: str, text: str, number: int) -> str:
        values, plain = _values(text), name.casefold()
        if of_document:
            self.properties[name] = ", ".join(values)
        elif not any(values):
            return "it is set to nothing"
        elif plain == "statement_group":
            self._group, self._before = ", ".join(values), self._now.copy()
        elif plain == "citation":
            self._cite(values)
        elif plain in _SUPPORT:
            self._now.support = (values[0] if len(values) == 1 else ", ".join(values), number)
        else:
            self._now.annotations[name] = (values, number)
        return ""

    def _cite(self, values: tuple[str, ...]) -> None:
        now = self._now
        now.citation = values
        if now.support[1] < self._last:
            now.support = ("", 0)
        fresh = {name: held for name, held in now.annotations.items() if held[1] > self._last}
        self.cleared = self.cleared or len(fresh) < len(now.annotations)
        now.annotations = fresh

    def _unset(self, name: str) -> None:
        plain = name.casefold()
        if plain == "all":
            self._now = _Set()
        elif plain == "statement_group":
            if self._group:
                self._now = self._before
            self._group, self._before = "", _Set()
        elif plain == "citation":
            self._now.citation = ()
        elif plain in _SUPPORT:
            self._now.support = ("", 0)
        else:
            self._now.annotations.pop(name, None)


def _values(text: str) -> tuple[str, ...]:
    """The values of a setting: of a list each one, else the one there is; blanks in a row are one space."""
    plain = text.strip()
    if plain.startswith("{"):
        found = [unescaped(quoted) if bare == "" else bare for quoted, bare in _ITEM.findall(plain.strip("{}"))]
        return tuple(" ".join(one.split()) for one in found)
    if plain.startswith('"') and plain.endswith('"') and len(plain) > 1:
        plain = unescaped(plain[1:-1])
    return (" ".join(plain.split()),) if plain else ()
