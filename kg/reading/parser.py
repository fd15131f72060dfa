"""Paragraphs of text in, plain tokens out: nothing beyond knows spaCy."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.model import Token
from kg.reading.asides import Asides
from kg.reading.dependencies import Arc, to_universal
from kg.reading.models import load_model
from kg.reading.repairs import repaired
from kg.reading.stand_ins import Reread, StandIns
from kg.vocabulary import load_language

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken
    from threadpoolctl import ThreadpoolController

BATCH = 64
LONGEST_PARAGRAPH = 20_000
WORDS_KEPT = 20_000
"""So many words of a language are remembered, which makes reading faster; rarer ones are forgotten again."""
_BLANK = re.compile(
    "[\\r\\n\\t\\x0b\\x0c\\x85\\u200b-\\u200f\\u2028\\u2029\\u2060\\ufe0f\\ufeff\\U0001f000-\\U0001faff]"
)
_SILENT_E = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
_WITH_UNIT = re.compile(r"\d[\d.,]*([a-z]+)\.?\Z")
_FUTURE = {"ai", "as", "a", "ons", "ez", "ont"}
_CONDITIONAL = {"ais", "ait", "ions", "iez", "aient"}
_INFINITIVE = re.compile(r"(?:er|ir|re)\Z")
_PAST_PARTICIPLE = re.compile(r"ée?s?\Z")
_DASHES = {"-", "–", "—", "--"}
_ENTITY_TYPES = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "NORP": "MISC", "PER": "PER", "LOC": "LOC", "ORG": "ORG"}
_ENTITY_TYPES |= {"MISC": "MISC", "EVENT": "MISC", "LAW": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC"}


@cache
def _threads() -> "ThreadpoolController":
    """What says how many threads NumPy may use."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def parse(
    paragraphs: Iterable[tuple[str, Any]], language: str
) -> Iterator[tuple[list[Token], list[tuple[int, int]], Any]]:
    """Tokens and half-open sentence bounds of each paragraph, with whatever came beside it, in order.

    Indices and offsets count from the paragraph's start; white space and pictographs are no tokens. A line break
    inside a paragraph is read as a space.
    """
    flat = ((_one_line(text), context) for text, context in paragraphs)
    model = load_model(language)
    forgetting = model.memory_zone() if len(model.vocab) > WORDS_KEPT else nullcontext()
    with forgetting, _threads().limit(limits=1):  # matrices are small: threads would mostly wait for each other
        docs = list(model.pipe(flat, as_tuples=True, batch_size=BATCH))
        again = _reread([doc for doc, _ in docs], language)
        found = [(*_plain(doc, language, words), context) for (doc, context), words in zip(docs, again, strict=True)]
    yield from found


def _one_line(text: str) -> str:
    return _BLANK.sub(" ", text)


def _reread(docs: "list[Doc]", language: str) -> list[dict[int, Reread]]:
    """The words of each text that are read in a second parse, by index."""
    verbs, asides = _stand_ins(language).reread(docs), _asides(language).reread(docs)
    return [words | others for words, others in zip(verbs, asides, strict=True)]


@cache
def _asides(language: str) -> Asides:
    return Asides(load_model(language), language)


@cache
def _stand_ins(language: str) -> StandIns:
    return StandIns(load_model(language), language)


def _plain(doc: "Doc", language: str, again: Mapping[int, Reread]) -> tuple[list[Token], list[tuple[int, int]]]:
    place: dict[int, int] = {}
    words: list[SpacyToken] = []
    for word in doc:
        if not word.is_space:
            place[word.i] = len(words)
            words.append(word)
    known = _stand_ins(language)
    read = [again[w.i].word if w.i in again else w for w in words]
    heads = [again[w.i].head if w.i in again else w.head.i for w in words]
    lemmas = [_known_lemma(w, r, again, known) for w, r in zip(words, read, strict=True)]
    deps = [(w.i in again and again[w.i].dep) or r.dep_ for w, r in zip(words, read, strict=True)]
    arcs = [
        Arc(place.get(head, place[w.i]), dep, lemma, r.pos_)
        for w, r, head, dep, lemma in zip(words, read, heads, deps, lemmas, strict=True)
    ]
    if load_language(language).dependencies == "clear":
        to_universal(arcs)
    tokens = [
        Token(
            index=i,
            text=word.text,
            lemma=_lemma(word.text, lemmas[i], read[i].pos_, language),
            pos=read[i].pos_,
            dep="root" if arc.dep == "ROOT" else arc.dep,
            head=arc.head,
            morph=_morph(word.text, lemmas[i], read[i].pos_, str(read[i].morph), language),
            entity="" if word.text in _DASHES else _ENTITY_TYPES.get(read[i].ent_type_, ""),
            start=word.idx,
            end=word.idx + len(word.text),
        )
        for i, (word, arc) in enumerate(zip(words, arcs, strict=True))
    ]
    return repaired(tokens, language), _bounds(doc, place)


def _known_lemma(word: "SpacyToken", read: "SpacyToken", again: Mapping[int, Reread], known: StandIns) -> str:
    """The lemma of the word: of a verb that the tables get wrong, the one that the lexicon has."""
    if word.i in again and (lemma := again[word.i].lemma):
        return lemma
    if read.pos_ == "VERB" and read.text == word.text:
        return known.lemma(word.text.lower(), read.lemma_)
    return read.lemma_


def _lemma(text: str, lemma: str, pos: str, language: str) -> str:
    """The lemma in lower case; a preposition is its own word, contracted and elided French ones are whole.

    A number that is written together with its unit ("3bn") has the unit's.
    """
    if pos == "VERB":
        return _verb_lemma(text.lower(), (lemma or text).lower(), language)
    if pos == "NOUN" and (joined := _WITH_UNIT.match(text)):
        return joined[1]
    if pos in ("ADP", "SCONJ"):
        word = text.lower().replace("’", "'")
        return load_language(language).contractions.get(word, word)
    if " " in lemma and "-" in text:  # « tête-à-tête »
        lemma = lemma.replace(" ", "-")
    return (lemma or text).lower().replace("’", "'")


def _verb_lemma(text: str, lemma: str, language: str) -> str:
    """The lemma that the tables should have given: infinitives end in -r or -re, and « hoped » is no form of hop.

    >>> _verb_lemma("demande", "demande", "fr"), _verb_lemma("hoped", "hop", "en"), _verb_lemma("hopped", "hop", "en")
    ('demander', 'hope', 'hop')
    """
    if language == "fr" and lemma.endswith("e") and not lemma.endswith("re"):
        return lemma + "r"
    if language == "en" and text == lemma + "ed" and _SILENT_E.search(lemma):
        return lemma + "e"
    return lemma


def _morph(text: str, lemma: str, pos: str, morph: str, language: str) -> str:
    """The features with the tense and mood that a French ending gives for certain.

    >>> _morph("signeront", "signer", "VERB", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "fr")
    'Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin'
    >>> _morph("négociée", "négocier", "VERB", "VerbForm=Inf", "fr")
    'Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part'
    """
    if text.lower() in load_language(language).future_forms and pos in ("VERB", "AUX"):
        return re.sub(r"Tense=\w+", "Tense=Fut", morph)
    if language == "fr" and "VerbForm=Inf" in morph and _PAST_PARTICIPLE.search(text.lower()):
        return _participle(text.lower())
    if language == "fr" and "VerbForm=Part" in morph and text.lower() == lemma and _INFINITIVE.search(lemma):
        return "VerbForm=Inf"
    stem = lemma.removesuffix("e")
    if language != "fr" or pos not in ("VERB", "AUX") or not stem.endswith("r") or not text.lower().startswith(stem):
        return morph
    ending = text.lower()[len(stem) :]
    if ending in _FUTURE:
        return re.sub(r"Tense=\w+", "Tense=Fut", morph)
    return re.sub(r"Mood=\w+", "Mood=Cnd", morph) if ending in _CONDITIONAL else morph


def _participle(text: str) -> str:
    """The features of a French past participle, by its ending."""
    gender = "Fem" if text.rstrip("s").endswith("ée") else "Masc"
    return f"Gender={gender}|Number={'Plur' if text.endswith('s') else 'Sing'}|Tense=Past|VerbForm=Part"


def _bounds(doc: "Doc", place: dict[int, int]) -> list[tuple[int, int]]:
    bounds = []
    for sentence in doc.sents:
        inside = [place[word.i] for word in sentence if word.i in place]
        if inside:
            bounds.append((inside[0], inside[-1] + 1))
    return bounds


def shift(token: Token, by_index: int, by_offset: int) -> Token:
    """``token`` counted from the article's start."""
    return Token(
        token.index + by_index,
        token.text,
        token.lemma,
        token.pos,
        token.dep,
        token.head + by_index,
        token.morph,
        token.entity,
        token.start + by_offset,
        token.end + by_offset,
    )
