"""Rare verbs, read as if a common one stood there.

The taggers take many a finite form that they seldom met for a noun, an adjective or an adverb (« confisque »,
« adjurait »), and then the whole sentence comes apart. Where a word can only be such a form, or nothing else is the
verb of its sentence, the sentence is parsed again with a verb in its place that every parser knows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from kg.vocabulary import load_grammar, load_language, load_lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as SpacyToken

_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "PRON", "NUM")
_OPENING = ("DET", "PROPN", "PRON", "NUM")
_CLAUSES = ("ROOT", "conj", "ccomp", "acl:relcl", "relcl", "advcl", "parataxis", "xcomp")
_SUBJECTS = ("nsubj", "nsubjpass", "nsubj:pass")
_LONGEST = 80
_PHRASE = 4
_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True)
class Reread:
    """How a word is read in a second parse: its token there, its head in the first, its lemma if it is a rare verb.

    ``dep`` is its relation where that is not the token's.
    """

    word: "SpacyToken"
    head: int
    lemma: str | None
    dep: str | None = None


class StandIns:
    """What a model does not know of the verbs of its language, and how to have it parse them."""

    def __init__(self, model: "Language", language: str) -> None:
        lexicon = load_lexicon().triggers(language)
        self._forms = load_language(language).stand_ins
        self._ends_in_r = self._forms.get("=", "").endswith("r")
        self._verbs = {lemma for lemma, entries in lexicon.items() if any(e.pos == "verb" for e in entries)}
        self._nouns = {lemma for lemma, entries in lexicon.items() if any(e.pos == "noun" for e in entries)}
        self._tables = model.get_pipe("lemmatizer").lookups if "lemmatizer" in model.pipe_names else None  # type: ignore[attr-defined]
        self._reflexives = load_language(language).reflexives
        self._days = load_grammar(language).days
        self._model = model
        self._listed_verbs = frozenset(self._table("lemma_index", "verb"))
        self.infinitive = lru_cache(_REMEMBERED)(self._infinitive)
        self._is_plain = lru_cache(_REMEMBERED)(self._is_only_verb)

    def _table(self, name: str, part: str | None = None) -> Any:
        if self._tables is None or not self._tables.has_table(name):
            return {}
        table = self._tables.get_table(name)
        return table if part is None else table.get(part, {})

    def _infinitive(self, form: str) -> str | None:
        """The verb that ``form`` (lower case) may be a form of: one of the lexicon, else of the model's own tables."""
        found = [*self._table("lemma_exc", "verb").get(form, ()), *self._listed(form), form + "r"]
        found += self._bases(form, "verb")
        known = self._table("lemma_index", "verb")
        likely = [verb for verb in (form, *found) if verb in self._verbs]
        likely = likely or [verb for verb in found if verb in known and form not in known]
        return max(likely, key=lambda verb: _shared(form, verb), default=None)

    def lemma(self, form: str, lemma: str) -> str:
        """``lemma`` where it is a verb, else the verb of the lexicon that ``form`` is a form of."""
        if self._ends_in_r and form + "r" in self._verbs:  # « tue » is rather of « tuer » than of « taire »
            return form + "r"
        if lemma.endswith("ie") and lemma[:-2] + "y" in self._verbs:  # "resupplied" is of "resupply"
            return lemma[:-2] + "y"
        other = None if lemma in self._verbs else self.infinitive(form)
        known = lemma in self._listed_verbs and other != lemma + "e"  # "lambastes" is not of "lambast"
        return lemma if known or other is None else other

    def _listed(self, form: str) -> list[str]:
        listed = self._table("lemma_lookup").get(form, ())
        return [listed] if isinstance(listed, str) else [*listed]

    def _is_only_verb(self, form: str) -> bool:
        """Whether ``form`` is no noun, adjective or adverb as well."""
        return form not in self._nouns and not any(
            form in self._table("lemma_exc", part)
            or any(base in self._table("lemma_index", part) for base in (form, *self._bases(form, part)))
            for part in ("noun", "adj", "adv")
        )

    def _bases(self, form: str, part: str) -> list[str]:
        return [form[: -len(old)] + new for old, new in self._table("lemma_rules", part) if old and form.endswith(old)]

    def _stand_in(self, form: str, infinitive: str) -> str | None:
        """What stands in for ``form``: the common verb with its ending."""
        if form == infinitive:
            return self._forms.get("=")
        ending = next((form[at:] for at in range(1, len(form)) if form[at:] in self._forms), None)
        return self._forms[ending] if ending else None

    def reread(self, docs: list["Doc"]) -> list[dict[int, Reread]]:
        """For each parsed text the words of those sentences that are better read a second time, by index."""
        found: list[dict[int, Reread]] = [{} for _ in docs]
        if not self._forms:
            return found
        doubtful = [
            (number, sentence, forms)
            for number, doc in enumerate(docs)
            for sentence in doc.sents
            if len(sentence) <= _LONGEST and (forms := self._doubtful(sentence))
        ]
        again = self._model.pipe([_with(sentence, forms) for _, sentence, forms in doubtful])
        for (number, sentence, forms), doc in zip(doubtful, again, strict=True):
            if _is_better(sentence, doc, forms):
                found[number].update(self._words(sentence, doc, forms))
        return found

    def _words(self, sentence: "Span", doc: "Doc", forms: Mapping[int, str]) -> Iterator[tuple[int, Reread]]:
        for word, old in zip(doc, sentence, strict=True):
            lemma = self.infinitive(old.text.lower()) if word.i in forms and word.pos_ in _VERBAL else None
            yield old.i, Reread(word, sentence.start + word.head.i, lemma)

    def _doubtful(self, sentence: "Span") -> dict[int, str]:
        """The stand-ins for words of the sentence that must be its verbs though the parser did not take them so."""
        headless = not _has_finite_root(sentence)
        found = {}
        for word in sentence:
            form = word.text
            if not (form.isalpha() and form.islower()) or word.is_stop or word.i == sentence.start:
                continue
            if word.pos_ in _VERBAL and not (headless and word.dep_ not in _CLAUSES):
                continue
            if not self._may_be_verb(word, headless):
                continue
            infinitive = self.infinitive(form)
            sure = infinitive in self._verbs or self._is_plain(form)
            stand_in = self._stand_in(form, infinitive) if infinitive and sure else None
            if stand_in:
                found[word.i - sentence.start] = stand_in
        return found

    def _may_be_verb(self, word: "SpacyToken", headless: bool) -> bool:
        before = word.nbor(-1)
        if word.dep_ == "case" or (before.pos_ in ("DET", "ADP") and before.dep_ != "mark"):
            return False
        if self._is_plain(word.text):
            return True
        after = word.nbor(1) if word.i + 1 < len(word.doc) else None
        if not headless or after is None or not (before.pos_ in _NOMINAL or _closes_aside(before)):
            return False
        opens = after.pos_ in _OPENING or after.text in self._days or before.text.lower() in self._reflexives
        opens = opens or (after.pos_ == "VERB" and "VerbForm=Inf" in str(after.morph))  # « compte envoyer »
        verbless = not any(one.pos_ in _VERBAL for one in word.sent) and before.pos_ == "PROPN"
        opens = opens or (verbless and after.pos_ in ("NOUN", "ADJ") and word.text != self.infinitive(word.text))
        return opens or (after.pos_ == "ADP" and _ends_subject(before))


def _shared(form: str, verb: str) -> int:
    """How many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(form, verb, strict=False)))


def _closes_aside(word: "SpacyToken") -> bool:
    """Whether the word is the second of two commas: « la résolution, adoptée mardi, somme … »."""
    return word.text == "," and sum(one.text == "," for one in word.doc[word.sent.start : word.i]) % 2 == 1


def _ends_subject(word: "SpacyToken") -> bool:
    """Whether a name, or a noun with its article, ends at the word."""
    if word.pos_ == "PROPN":
        return True
    phrase = [word.nbor(-back) for back in range(1, min(word.i - word.sent.start, _PHRASE) + 1)]
    parted = next((at for at, one in enumerate(phrase) if one.pos_ in ("PUNCT", "ADP", *_VERBAL)), len(phrase))
    return any(one.pos_ == "DET" for one in phrase[:parted])


def _has_finite_root(sentence: "Span") -> bool:
    root = sentence.root
    parts = (root, *(c for c in root.children if c.dep_.startswith(("aux", "cop"))))
    return any("VerbForm=Fin" in str(word.morph) for word in parts)


def _with(sentence: "Span", forms: Mapping[int, str]) -> "Doc":
    """The sentence as a text of its own, with the stand-ins."""
    from spacy.tokens import Doc

    words = [forms.get(at, word.text) for at, word in enumerate(sentence)]
    return Doc(sentence.vocab, words=words, spaces=[bool(word.whitespace_) for word in sentence])


def _is_better(sentence: "Span", doc: "Doc", forms: Mapping[int, str]) -> bool:
    """Whether the second parse finds clauses where the first saw no verb, or a main verb where it found none."""
    news = [at for at in forms if sentence[at].pos_ not in _VERBAL or _has_finite_root(next(doc.sents))]
    return any(_is_clause(doc[at]) for at in news)


def _is_clause(word: "SpacyToken") -> bool:
    """Whether the second parse makes the word a verb with a subject."""
    subject = any(c.dep_ in _SUBJECTS for c in word.children)
    return word.pos_ in _VERBAL and word.dep_ in _CLAUSES and (subject or word.dep_ == "conj")
