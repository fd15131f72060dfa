"""Bytes into text."""

import codecs
import re

from kg.model import ArticleError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings that pages declare (WHATWG Encoding Standard, section 4.2), without those that are costly to decode.
_DECLARABLE = re.compile(
    r"(iso-?8859-?\d{1,2}|windows-?125\d|cp125\d|koi8-?[ru]|gbk|gb2312|gb18030|big5|euc-?(jp|kr)|shift[_-]?jis"
    r"|iso-2022-jp|macintosh|ibm866|tis-620)"
)
_LATIN = re.compile(r"(us-?ascii|ascii|latin-?1|l1|iso-?8859-?1|windows-?1252|cp1252)")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_EXPECTED = frozenset(
    "ÀÂÇÈÉÊËÎÏÔÙÛÜŒàâæçèéêëîïôùûüÿœ"  # French
    "ÁÄÅÑÓÖØÚáäåíñóöøúãõìòšžß"  # names from elsewhere
    "«»‘’“”‚„‹›–—…•·°§€£©®™±½²³ºª\u00a0\u00ad"
)


def decode(data: bytes, *, declared: str | None = None) -> str:
    """``data`` as text, every character kept, line endings too; only a byte order mark at the start is dropped.

    Tried in this order: UTF-8; UTF-16 or UTF-32 with a byte order mark; the ``declared`` encoding; Windows-1252, where
    what comes out looks like French or English. ArticleError where nothing fits, with the first bad byte.

    >>> decode("Corée".encode("cp1252"))
    'Corée'
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, declared, error)
    if "\0" in text:
        raise ArticleError("holds NUL bytes: it is binary, or UTF-16 without a byte order mark; save it as UTF-8 text")
    return text


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"starts as {encoding.upper()} but breaks at byte {error.start}; save it as UTF-8"
        ) from error


def _decode_other(data: bytes, declared: str | None, error: UnicodeDecodeError) -> str:
    name = (declared or "").strip().lower()
    if _DECLARABLE.fullmatch(name) and not _LATIN.fullmatch(name):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    if _CONTROL.search(data[:65536]):
        raise ArticleError("is binary, not text; save it as UTF-8 text") from error
    text = data.decode("cp1252", errors="replace")
    if not _plausible(text) and not (_LATIN.fullmatch(name) and "\ufffd" not in text):
        raise ArticleError(
            f"is neither UTF-8 (byte {data[error.start]:#04x} at {error.start}) nor Windows-1252; "
            "save it as UTF-8, for example with iconv -t UTF-8"
        ) from error
    return text


def _plausible(text: str) -> bool:
    """Whether nine in ten of the characters beyond ASCII are those of French or English, and all of them not too many.

    In Russian or Greek, wrongly read, almost every letter is beyond ASCII.
    """
    beyond = [c for c in text if ord(c) > 127]
    expected = sum(c in _EXPECTED for c in beyond)
    return expected >= 0.9 * len(beyond) and len(beyond) <= 0.4 * len(text) and "\ufffd" not in text
