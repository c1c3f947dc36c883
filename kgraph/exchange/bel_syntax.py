"""Terms and statements of BEL, versions 1 and 2, from text and back: a small recursive descent. What they mean: `bel_terms.py`.

pyparsing would do, and PyBEL's grammar is built on it; at four milliseconds a statement, against twenty-six microseconds here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_DEPTH = 40
_CALL = re.compile(r"\s*+([A-Za-z]\w*+)\s*+\(")
_WORD = re.compile(r"\s*+([^\s(),\"]++)")
_QUOTED = re.compile(r'\s*+"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_RELATION = re.compile(r"\s*+(->|=>|-\||=\||--|:>|>>|→|⇒|[A-Za-z]\w*+)")
_BANG = re.compile(r"\s*+!")
_BLANK = re.compile(r"\s*+")
_BARE = re.compile(r"[A-Za-z0-9_.*?+=>-]+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class BelSyntax(ValueError):
    """What is wrong with a text that should be BEL; `column` is the character, from 1."""

    def __init__(self, what: str, column: int) -> None:
        super().__init__(what)
        self.column = column


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a name space, or a bare word such as ``Ser`` where `space` is empty.

    Where a label stands beside it (``hgnc:391 ! AKT1``), `text` is an identifier and `label` the name.
    """

    space: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments, such as ``act(p(HGNC:AKT1), ma(kin))``."""

    function: str
    args: tuple[Call | Name, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A term, or a relation from a term to a term, to a list of terms, or to another statement."""

    subject: Call
    relation: str = ""
    object: Call | Statement | None = None


def parse_statement(text: str) -> tuple[Statement, ...]:
    """The statements of a line: one, or several where one relation follows another without brackets.

    Closing brackets that are too many at its end are passed over, for nothing else can be meant.

    Raises
    ------
    BelSyntax
        The text is no statement.

    Examples
    --------
    >>> (found,) = parse_statement('kin(p(HGNC:AKT1)) => p(HGNC:"NKX2-5", pmod(P, S, 9))')
    >>> found.relation, write(found.subject)
    ('=>', 'kin(p(HGNC:AKT1))')
    """
    scanner = _Scanner(text)
    found = [scanner.statement(0)]
    while not scanner.done():
        last = found[-1].object
        if scanner.only_closing():
            break
        if not isinstance(last, Call):
            raise scanner.wrong("something stands behind the statement")
        relation, target = scanner.relation(), scanner.object(0)
        found.append(Statement(last, relation, target))
    return tuple(found)


def write(term: Call | Name) -> str:
    """A term as text.

    Examples
    --------
    >>> write(Call("p", (Name("hgnc", "391", "AKT1"), Call("loc", (Name("GO", "cell surface"),)))))
    'p(hgnc:391 ! AKT1, loc(GO:"cell surface"))'
    """
    if isinstance(term, Call):
        return f"{term.function}({', '.join(map(write, term.args))})"
    text = quoted(term.text)
    return (f"{term.space}:{text}" if term.space else text) + (f" ! {quoted(term.label)}" if term.label else "")


def write_statement(statement: Statement) -> str:
    """A statement as text."""
    if statement.object is None:
        return write(statement.subject)
    target = f"({write_statement(statement.object)})" if isinstance(statement.object, Statement) else write(statement.object)
    return f"{write(statement.subject)} {statement.relation} {target}"


def quoted(text: str) -> str:
    """A text in quotes, unless it is a plain word; each run of blanks is one space, for BEL ends a line where the line ends."""
    plain = " ".join(text.split())
    if _BARE.fullmatch(plain):
        return plain
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unescaped(text: str) -> str:
    """What stands between quotes, without the marks of escaping."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


class _Scanner:
    """A place in a text, and what stands there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def wrong(self, what: str) -> BelSyntax:
        return BelSyntax(what, self._at + 1)

    def done(self) -> bool:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at == len(self._text)

    def only_closing(self) -> bool:
        return not self._text[self._at :].strip(") \t")

    def statement(self, depth: int) -> Statement:
        subject = self._term(depth)
        if self.done() or self._text[self._at] == ")":
            return Statement(subject)
        return Statement(subject, self.relation(), self.object(depth))

    def relation(self) -> str:
        match = self._take(_RELATION)
        if match is None:
            raise self.wrong("a relation was expected")
        return match[1]

    def object(self, depth: int) -> Call | Statement:
        if not self._mark("("):
            return self._term(depth)
        if depth >= MAX_DEPTH:
            raise self.wrong(f"nested more than {MAX_DEPTH} deep")
        inner = self.statement(depth + 1)
        if not self._mark(")"):
            raise self.wrong("a bracket is never closed")
        return inner

    def _term(self, depth: int) -> Call:
        if depth >= MAX_DEPTH:
            raise self.wrong(f"nested more than {MAX_DEPTH} deep")
        match = self._take(_CALL)
        if match is None:
            raise self.wrong("a term was expected, such as p(HGNC:AKT1)")
        args: list[Call | Name] = []
        while not self._mark(")"):
            if args and not self._mark(","):
                raise self.wrong("a comma or a closing bracket was expected" if not self.done() else "a bracket is never closed")
            args.append(self._term(depth + 1) if _CALL.match(self._text, self._at) else self._name())
        return Call(match[1], tuple(args))

    def _name(self) -> Name:
        space, text = "", self._quoted()
        if text is None:
            match = self._take(_WORD)
            if match is None:
                raise self.wrong("a name was expected" if not self.done() else "a bracket is never closed")
            space, colon, text = match[1].partition(":")
            if not colon:
                space, text = "", match[1]
            elif not text:
                text = self._quoted()
                word = self._take(_WORD) if text is None else None
                text = word[1] if word else text
        if not text:
            raise self.wrong("a name was expected")
        label = ""
        if self._take(_BANG):
            inner = self._quoted()
            word = self._take(_WORD) if inner is None else None
            label = inner or (word[1] if word else "")
        return Name(space, text, label)

    def _quoted(self) -> str | None:
        match = self._take(_QUOTED)
        return None if match is None else " ".join(unescaped(match[1]).split())

    def _mark(self, mark: str) -> bool:
        if self.done() or self._text[self._at] != mark:
            return False
        self._at += 1
        return True

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self._text, self._at)
        if match:
            self._at = match.end()
        return match
