"""What a deed is done with: the goods, people and arms that a question names and that a passage must say."""

from collections.abc import Iterable
from functools import cache

from kg.model import LANGUAGES
from kg.questions.counting import alike
from kg.questions.text import Text
from kg.questions.words import load_questions
from kg.vocabulary import Trigger, fold
from kg.vocabulary.quantities import load_quantities

Alternatives = tuple[str, ...]


def objects_of(text: Text, fired: Iterable[Trigger], asked: int | None) -> tuple[Alternatives, ...]:
    """« a vendu des armes »: the words by which an entry fires, each with what says the same in either language.

    Only things and people count, that a text would name: the ties of "cut ties" are a part of the verb. The noun that
    is ``asked`` for is none of them.
    """
    needed = {lemma for trigger in fired for lemma in trigger.needs.get("object", ())}
    found = (
        _thing(text.language, text.lemmas(index))
        for index in range(len(text))
        if index != asked and text.is_lemma(index, needed)
    )
    return tuple(dict.fromkeys(one for one in found if one))


@cache
def _thing(language: str, words: tuple[str, ...]) -> Alternatives:
    """The words in every language for goods, or for whom or what figures count; empty for anything else."""
    for group in load_questions().goods:
        if group.intersection(words):
            return (words[0], *sorted(group - {words[0]}))
    lexicon = load_quantities(language)
    keys = [fold(word) for word in words if fold(word) not in lexicon.happenings]
    names = {other for key in keys if key in lexicon.nouns for other in alike(lexicon.nouns[key])}
    known = {noun for other in LANGUAGES for noun, name in load_quantities(other).nouns.items() if name in names}
    return (words[0], *sorted(known - {words[0]})) if known else ()
