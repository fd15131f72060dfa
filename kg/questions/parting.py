"""A question with a clause beside its main one (« quand il a parlé de … », "at the time of …"), parted."""

from kg.model import Article, ArticleInfo
from kg.questions.sayings import Alternatives, context
from kg.questions.text import Text
from kg.questions.words import load_questions
from kg.reading import read

_SHORTEST = 2


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
