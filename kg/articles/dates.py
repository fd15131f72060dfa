"""When an article was published: dates written out, date lines, dates in file names."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan",
            "fevrier fevr fev february feb",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WORD = r"[^\W\d_]{3,9}"
_DATE = re.compile(
    rf"""(?<!\w)(?:
      (?P<iso_y>\d{{4}})[-/.](?P<iso_m>\d{{1,2}})[-/.](?P<iso_d>\d{{1,2}})(?:[T\s]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?
    | (?P<dmy_d>\d{{1,2}})(?:er|st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<dmy_m>{_WORD})\.?,?[\s-]+(?P<dmy_y>\d{{4}})
    | (?P<mdy_m>{_WORD})\.?\s+(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<mdy_y>\d{{4}})
    | (?P<num_a>\d{{1,2}})(?P<num_s>[/.])(?P<num_b>\d{{1,2}})(?P=num_s)(?P<num_y>\d{{4}})
    )(?!\w)""",
    re.VERBOSE,
)
_WEEKDAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    "|lun|mar|mer|jeu|ven|sam|dim|mon|tues?|wed|thur?s?|fri|sat|sun"
)
_TIME = re.compile(
    r"\b\d{1,2}\s*(?:h|:|heures?)\s*(?:\d{2})?(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?", re.I
)
_CUE = re.compile(
    r"\b(?:publi(?:é|e|ée|és|ées|shed|cation)|posted|post(?:é|ée)|mis(?:e)? en ligne|date|issued|released"
    r"|first published|dat(?:é|ée|ed))\b",
    re.I,
)
_UPDATE = re.compile(
    r"\b(?:mis(?:e)? à jour|mise à jour|modifi(?:é|ée|ed)|actualis(?:é|ée)|(?:last )?updated?)\b", re.I
)
_FILLER = re.compile(
    rf"\b(?:{_WEEKDAYS}|le|la|on|at|à|de|du|en|the|of|and|et|dernière|heure|heures|local time|de paris"
    r"|utc|gmt|cet|cest|est|edt|pst|pdt|bst|z)\b\.?|[+-]\d\d:?\d\d",
    re.I,
)
_BYLINE = re.compile(r"\b(?:par|by)\s+[^|·•\d]{2,60}", re.I)
_BREAK = re.compile(r"\s+[-–—/]\s+|[|·•,;()]")
_READING_TIME = re.compile(r"\d+\s*min|lecture|\bread\b", re.I)
_LONGEST = 150  # characters of a date line
_HEAD = 4_000  # characters in which it stands
_LINES = 8  # non-empty lines among which the date line stands


def find_date(text: str) -> date | None:
    """The first full date in ``text``, in French, English or figures; None where there is none.

    Of ``03/04/2025`` nobody can tell day and month: it is French where the text has a French word of dating near,
    else it is no date.

    >>> find_date("jeudi 19 juin 2025 à 10h"), find_date("Jun 19, 2025"), find_date("03/04/2025")
    (datetime.date(2025, 6, 19), datetime.date(2025, 6, 19), None)
    """
    return next((found for match in _DATE.finditer(text) if (found := _date_of(match))), None)


def date_line(lines: Iterable[str]) -> date | None:
    """The date of publication that a line of its own gives among the first eight lines that are not empty.

    Such a line holds a date and no more than when, where and by whom (« Publié le 19 juin 2025 à 10h »,
    "By A. Writer | June 19, 2025", « Paris, le 19 juin 2025 »); a sentence or a headline with a date in it is none.
    The date of an update counts only where no other stands there.
    """
    updated = None
    for index, line in enumerate(lines):
        if index >= _LINES:
            break
        for found, is_update in _dates_of_line(line.strip(" \t*_#>[]"), first=index == 0):
            if not is_update:
                return found
            updated = updated or found
    return updated


def date_of_text(text: str) -> date | None:
    """The date that a date line among the first lines of ``text`` gives (see :func:`date_line`)."""
    return date_line(line for line in text.lstrip()[:_HEAD].splitlines() if line.strip())


def date_of_name(name: str) -> date | None:
    """The ISO date that a file's name starts with.

    >>> date_of_name("2025-06-19_pyongyang.txt")
    datetime.date(2025, 6, 19)
    """
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", name)
    return _make(*map(int, match.groups())) if match else None


def _dates_of_line(line: str, *, first: bool) -> list[tuple[date, bool]]:
    if not line or len(line) > _LONGEST:
        return []
    matches = [match for match in _DATE.finditer(line) if _date_of(match)]
    if not matches or not _only_dates(line, matches, first=first):
        return []
    ends = [0, *(match.end() for match in matches)]
    return [
        (found, bool(_UPDATE.search(line[end : match.start()])))
        for end, match in zip(ends, matches, strict=False)
        if (found := _date_of(match))
    ]


def _only_dates(line: str, matches: list[re.Match[str]], *, first: bool) -> bool:
    """Whether the line says nothing but when, where and by whom."""
    for match in reversed(matches):
        line = f"{line[: match.start()]} | {line[match.end() :]}"
    for pattern in (_TIME, _UPDATE, _CUE):
        line = pattern.sub(" ", line)
    rest = [_FILLER.sub(" ", part).strip(" .:,'’-") for part in _BREAK.split(_BYLINE.sub("|", line))]
    rest = [part for part in rest if part]
    return not rest or (not first and len(rest) <= 2 and all(map(_incidental, rest)))


def _incidental(part: str) -> bool:
    words = part.split()
    return len(part) <= 40 and (
        bool(_READING_TIME.search(part)) or (len(words) <= 4 and all(w[0].isupper() for w in words))
    )


def _date_of(match: re.Match[str]) -> date | None:
    group = match.groupdict()
    if group["iso_y"]:
        return _make(int(group["iso_y"]), int(group["iso_m"]), int(group["iso_d"]))
    if group["num_y"]:
        return _numeric(match)
    day, month, year = (
        (group["dmy_d"], group["dmy_m"], group["dmy_y"])
        if group["dmy_y"]
        else (group["mdy_d"], group["mdy_m"], group["mdy_y"])
    )
    number = _MONTHS.get(_plain(month))
    return _make(int(year), number, int(day)) if number else None


def _numeric(match: re.Match[str]) -> date | None:
    first, second, year = int(match["num_a"]), int(match["num_b"]), int(match["num_y"])
    if first == second or first > 12 or match["num_s"] == ".":
        return _make(year, second, first)
    if second > 12:
        return _make(year, first, second)
    near = match.string[max(0, match.start() - 40) : match.end() + 20]
    french = re.search(r"\b(?:le|publié|mise? à jour|mise? en ligne|à \d{1,2} ?h|\d{1,2}h\d{2})", near, re.I)
    return _make(year, second, first) if french else None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
