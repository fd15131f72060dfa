"""A question with a clause beside its main one (« quand il a parlé de … », "at the time of …"), parted."""

import re
from dataclasses import dataclass
from functools import cache

from kg.model import Article, ArticleInfo
from kg.questions.sayings import Alternatives, agreement_words, context
from kg.questions.text import Text
from kg.questions.words import load_questions
from kg.reading import read

_SHORTEST = 2
_SENTENCE = re.compile(r"\s*\?\s+(?=\w)")


def halves(question: str, language: str) -> tuple[str, str] | None:
    """The two questions that a question mark parts, or that « et » or "and" joins, each with its own opening; ``None``
    where there is one."""
    found = _SENTENCE.search(question) or _joint(language).search(question)
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


def are_apart(question: str) -> bool:
    """Whether a question mark parts two questions: then they are never read as one."""
    return _SENTENCE.search(question) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Whom the first of two questions ``found`` and whom it ``named`` (with its article), where that is one alone."""

    found: str | None = None
    named: str | None = None


def resolved(question: str, language: str, meant: Meant) -> str:
    """The second question with whom its first pronoun or possessive means in the place of that.

    >>> resolved("What did he confirm ?", "en", Meant(found="Mark Rutte"))
    'What did Mark Rutte confirm ?'
    >>> resolved("Qui est son ministre de la Défense ?", "fr", Meant(named="la Russie"))
    'Qui est le ministre de la Défense de la Russie ?'
    """
    pronouns = {"fr": r"(?<![\w'-])(?:il|elle)(?![\w'])", "en": r"\b(?:he|she|it|they)\b"}
    possessives = {"fr": r"(?<![\w'-])(son|sa|ses)(?![\w']) (.+?)(?= \?$)", "en": r"\b(its|their)\b"}
    if meant.named is not None and language == "fr":
        articles = {"son": "le", "sa": "la", "ses": "les"}
        question = re.sub(
            possessives["fr"], lambda m: f"{articles[m[1]]} {m[2]} {_of(meant.named or '')}", question, count=1
        )
    elif meant.named is not None:
        question = re.sub(possessives["en"], lambda _: f"{meant.named}'s", question, count=1)
    return re.sub(pronouns[language], lambda _: meant.found or "", question, count=1) if meant.found else question


def _of(name: str) -> str:
    """« de » with the article of the name: « du Tchad », « des États-Unis »."""
    for article, joined in (("le ", "du "), ("les ", "des ")):
        if name.startswith(article):
            return joined + name.removeprefix(article)
    return f"d'{name}" if name[:1].lower() in "aeiouéh" else f"de {name}"


def part(question: str, language: str) -> tuple[str, tuple[Alternatives, ...]] | None:
    """The main clause as a question, and what the article must say for the rest; ``None`` where there is no other.

    The last clause of time counts that leaves something before it. One that says only a date is none.
    """
    article = Article(info=ArticleInfo(id="question", language=language), text=question)
    text = Text(question=question, language=language, reading=read(article), words=load_questions().words[language])
    if (before := _before(text)) is not None:
        return before
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


def _before(text: Text) -> tuple[str, tuple[Alternatives, ...]] | None:
    """ "Under the deal with A, how many …": the question after the comma, and what its article must say before it."""
    comma = next((i for i in range(len(text)) if text.raw(i) == ","), None)
    opened = [end for phrase in text.words.under if (end := text.phrase_at(0, phrase)) is not None]
    if comma is None or not opened or len(text) - comma <= _SHORTEST:
        return None
    words = context(text, opened[0], comma)
    told = tuple(one for one in words or () if set(agreement_words()).isdisjoint(one))
    main = text.question_part(comma + 1, len(text))
    return (main[:1].upper() + main[1:], told) if told else None
