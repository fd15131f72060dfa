"""A question with a clause beside its main one (« quand il a parlé de … », "at the time of …"), parted."""

import re
from functools import cache

from kg.model import Article, ArticleInfo
from kg.questions.sayings import Alternatives, context
from kg.questions.text import Text
from kg.questions.words import load_questions
from kg.reading import read

_SHORTEST = 2


def halves(question: str, language: str) -> tuple[str, str] | None:
    """The two questions that « et » or "and" joins, each with its own opening; ``None`` where there is one."""
    found = _joint(language).search(question)
    if found is None or found.start() < 1:
        return None
    second = question[found.end() :].strip(" ?")
    return f"{question[: found.start()].rstrip(' ,;')} ?", f"{second[:1].upper()}{second[1:]} ?"


@cache
def _joint(language: str) -> re.Pattern[str]:
    words = load_questions().words[language]
    asks = {phrase[0] for phrase, kind in words.asks if kind not in ("show", "exists", "whether")}
    slots = {phrase[0] for phrase, slot in words.prepositions if slot in ("by", "with", "avec", "à", "to", "de", "for")}
    opening = "|".join(re.escape(one) for one in sorted(asks, key=len, reverse=True))
    before = "|".join(re.escape(one) for one in sorted(slots))
    joint = {"fr": "et", "en": "and"}[language]
    return re.compile(rf"[,;]?\s+{joint}\s+(?=(?:(?:{before})\s+)?(?:{opening})(?:\b|(?<=')))", re.IGNORECASE)


def resolved(question: str, language: str, label: str) -> str:
    """The second question with the only one whom the first found in place of its pronoun.

    >>> resolved("What did he confirm ?", "en", "Mark Rutte")
    'What did Mark Rutte confirm ?'
    """
    pronouns = {"fr": r"(?<![\w'-])(?:il|elle)(?![\w'])", "en": r"\b(?:he|she|it)\b"}
    return re.sub(pronouns[language], lambda _: label, question, count=1)


def part(question: str, language: str) -> tuple[str, tuple[Alternatives, ...]] | None:
    """The main clause as a question, and what the article must say for the rest; ``None`` where there is no other.

    The last clause of time counts that leaves something before it. One that says only a date is none.
    """
    article = Article(info=ArticleInfo(id="question", language=language), text=question)
    text = Text(question=question, language=language, reading=read(article), words=load_questions().words[language])
    for index in range(_SHORTEST, len(text)):
        for phrase in text.words.beside:
            after = text.phrase_at(index, phrase)
            if after is None:
                continue
            words = context(text, after, len(text))
            if words is None:
                return None
            return question[: text.tokens[index].start].rstrip(" ,") + " ?", words
    return None
