"""The words of a SPARQL query, as the specification cuts them (SPARQL 1.1, section 19.8), each with its place.

What a query may do is judged on these words, never on the raw text: a comment, a string, a name or an escape can look
like a clause, and a clause like any of them. The database is then given these words written out again one by one
(:func:`canonical`), so that it cannot read anything else than what was judged.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

from kg.model import QueryError

TokenKind = Literal["iri", "name", "blank", "variable", "string", "language", "number", "word", "sign"]

# Letters beyond ASCII are taken as they come: which of them a name may hold the database checks. (To list them here
# would cost 70 ms at each start.) Classes by what they leave out, in order: a letter; _ and digits too; - too; . too.
_LETTER = r"[^\x00-@\[-`{-\x7f]"
_FIRST = r"[^\x00-/:-@\[-^`{-\x7f]"
_INNER = r"[^\x00-,./:-@\[-^`{-\x7f]"
_DOTTED = r"[^\x00-,/:-@\[-^`{-\x7f]"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_PREFIX = f"(?:{_LETTER}(?:{_DOTTED}*{_INNER})?)?"
_LOCAL = f"(?:(?:{_FIRST}|:|{_ESCAPED})(?:(?:{_DOTTED}|:|{_ESCAPED})*(?:{_INNER}|:|{_ESCAPED}))?)?"
_SCANNER = re.compile(
    "|".join(
        (
            r"(?P<space>[\x20\t\r\n]+|\#[^\r\n]*)",
            r'(?P<string>"""(?:"{0,2}(?:[^"\\]|\\.))*"""|' + r"'''(?:'{0,2}(?:[^'\\]|\\.))*'''|"
            r'"(?:[^"\\\n\r]|\\.)*"|' + r"'(?:[^'\\\n\r]|\\.)*')",
            r'(?P<iri><(?![?$(]|[0-9]+(?:&&|\|\|))(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)',
            f"(?P<blank>_:{_FIRST}(?:{_DOTTED}*{_INNER})?)",
            f"(?P<name>{_PREFIX}:{_LOCAL})",
            f"(?P<variable>[?$]{_FIRST}+)",
            r"(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[a-z]+)?)",
            r"(?P<number>(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+)",
            r"(?P<word>[A-Za-z][A-Za-z0-9_]*)",
            r"(?P<sign>\^\^|&&|\|\||!=|<=|>=|<<\(|\)>>|<<|>>|\{\||\|\}|[{}()\[\];,.=<>!|/^*+?\-~])",
        )
    ),
    re.DOTALL,
)
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", "\\": "\\", '"': '"', "'": "'"}
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_CODE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_DOT = re.compile(r"(?<!\\)\.")
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_KEYWORDS = (
    "A TRUE FALSE BASE PREFIX VERSION SELECT ASK CONSTRUCT DESCRIBE DISTINCT REDUCED AS FROM NAMED WHERE GROUP "
    "BY HAVING ORDER ASC DESC LIMIT OFFSET VALUES UNDEF OPTIONAL GRAPH SERVICE SILENT BIND MINUS UNION FILTER "
    "NOT EXISTS IN LATERAL STR LANG LANGDIR LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND "
    "CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY "
    "HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG "
    "STRLANGDIR STRDT SAMETERM SAMEVALUE ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC HASLANG HASLANGDIR REGEX "
    "SUBSTR REPLACE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR TRIPLE ISTRIPLE SUBJECT PREDICATE "
    "OBJECT ADJUST INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH USING INTO TO DATA DEFAULT ALL"
)
_WORDS = frozenset(_KEYWORDS.split())
_CLOSE = frozenset({"BNODE", "COALESCE", "CONCAT"})
"""The functions whose bracket the database wants close by."""
_GAP = 40
"""Spaces after each word: more than the database's longest keyword, so that its errors fall on the right line."""
SLACK = 10
"""An error nearer than this to the end of the last word's spaces is one at the end of the query."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a query: what it is, as written, and where it starts (characters from 0)."""

    kind: TokenKind
    text: str
    start: int

    def says(self, word: str) -> bool:
        """Whether this is the keyword ``word`` (in capitals)."""
        return self.kind == "word" and self.text.upper() == word


def tokens(query: str) -> tuple[Token, ...]:
    """The words of ``query`` without spaces and comments; QueryError, with the place, for what is no word of SPARQL."""
    found: list[Token] = []
    at = 0
    while at < len(query):
        match = _SCANNER.match(query, at)
        if match is None:
            raise malformed(
                query, at, f"unexpected {query[at]!r}" if query[at] not in "\"'" else "a string without end"
            )
        kind, at = match.lastgroup, match.end()
        if kind == "word" and match.group().upper() not in _WORDS:
            raise malformed(query, match.start(), f"unknown word {match.group()!r}")
        if kind == "number" and found and found[-1].text in ("+", "-") and found[-1].start + 1 == match.start():
            sign = (
                found.pop()
            )  # "?s ?p -1" needs the sign in the number, and in "?x -1" the database takes it out again
            found.append(Token("number", sign.text + match.group(), sign.start))
        elif kind != "space":
            found.append(Token(cast(TokenKind, kind), match.group(), match.start()))
    return tuple(found)


def form(words: Sequence[Token]) -> int:
    """The index of the word that says what kind of query this is; QueryError for an update, or for neither."""
    for index, word in enumerate(words):
        if word.kind == "word" and word.text.upper() in _FORMS:
            return index
        if word.kind == "word" and word.text.upper() in _UPDATES:
            raise QueryError(
                f"{word.text.upper()} changes the graph, a query only reads; use SELECT, ASK, CONSTRUCT or DESCRIBE"
            )
    raise QueryError("a query needs SELECT, ASK, CONSTRUCT or DESCRIBE; this has none of them")


def form_of(words: Sequence[Token]) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; QueryError as of :func:`form`."""
    return words[form(words)].text.upper()


def prefixes(query: str, words: Sequence[Token], known: Mapping[str, str]) -> Mapping[str, str]:
    """A safe label for each prefix that the query declares or that is known; QueryError for any other that it uses."""
    declared = dict.fromkeys(known)
    for before, word in pairwise(words):
        if before.says("PREFIX"):
            declared[word.text[:-1]] = None
    labels = {prefix: f"p{index}" for index, prefix in enumerate(declared)}
    for word in words:
        if word.kind == "name" and (prefix := word.text.partition(":")[0]) not in labels:
            raise malformed(query, word.start, f"unknown prefix {prefix + ':'!r}; declare it with PREFIX")
    return labels


def canonical(query: str, words: Sequence[Token], labels: Mapping[str, str]) -> str:
    """The same query, a word a line, with nothing left that could be read in two ways."""
    lines = [_rewritten(query, word, labels) for word in words]
    for index, (word, following) in enumerate(pairwise(words)):
        if following.text == "(" and word.kind == "word" and word.text.upper() in _CLOSE:
            lines[index], lines[index + 1] = "", word.text + following.text
    return "\n".join(line + " " * _GAP for line in lines)


def _rewritten(query: str, word: Token, labels: Mapping[str, str]) -> str:
    if word.kind == "string":
        quotes = 3 if word.text[:3] in ('"""', "'''") and len(word.text) >= 6 else 1
        return '"' + "".join(_escaped(unit) for unit in _unescaped(query, word, word.text[quotes:-quotes])) + '"'
    if word.kind == "iri":
        return _CODE.sub(lambda code: _iri_unit(query, word, code), word.text)
    if word.kind == "name":
        prefix, _, local = word.text.partition(":")
        return labels[prefix] + ":" + _DOT.sub(r"\.", local)
    if word.kind == "blank":
        return f"_:b{word.text[2:].encode().hex()}"
    return word.text


def _unescaped(query: str, word: Token, body: str) -> str:
    def unit(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code:
            return _code_point(query, word, code)
        if match[3] not in _ESCAPES:
            raise malformed(query, word.start, f"unknown escape {match[0]!r} in a string")
        return _ESCAPES[match[3]]

    return _ESCAPE.sub(unit, body)


def _code_point(query: str, word: Token, code: str) -> str:
    value = int(code, 16)
    if value > 0x10FFFF or 0xD800 <= value <= 0xDFFF:
        raise malformed(query, word.start, f"no character has the code {code}")
    return chr(value)


def _iri_unit(query: str, word: Token, code: re.Match[str]) -> str:
    unit = _code_point(query, word, code[1] or code[2])
    if unit <= " " or unit in '<>"{}|^`\\':
        raise malformed(query, word.start, f"an IRI may not hold {unit!r}")
    return unit


def _escaped(unit: str) -> str:
    return f"\\U{ord(unit):08X}" if unit < " " or unit in '"\\\x7f\x85\u2028\u2029' else unit


def from_clauses(words: Sequence[Token]) -> Iterator[tuple[Token, bool, Token | None]]:
    """Each FROM of the query: its word, whether it says NAMED, and the word for the graph."""
    for index, word in enumerate(words):
        if word.says("FROM"):
            named = index + 1 < len(words) and words[index + 1].says("NAMED")
            rest = words[index + 1 + named :]
            yield word, named, rest[0] if rest and rest[0].kind in ("iri", "name") else None


def malformed(query: str, at: int, what: str) -> QueryError:
    """The error for ``what`` at the offset ``at``: line and column from 1, and the line itself."""
    before = query[:at]
    line = before.count("\n") + 1
    start = before.rfind("\n") + 1
    text = query[start:].split("\n", 1)[0].rstrip()
    return QueryError(
        f"malformed SPARQL at line {line}, column {at - start + 1}: {what} in {_around(text, at - start)!r}"
    )


def _around(line: str, at: int, width: int = 70) -> str:
    if len(line) <= width:
        return line.strip()
    start = max(0, at - width // 2)
    return ("…" if start else "") + line[start : start + width].strip() + ("…" if start + width < len(line) else "")
