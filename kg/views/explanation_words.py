"""The words of explanations, in French and English."""

from collections.abc import Mapping

Words = Mapping[str, Mapping[str, str]]

REASONS: Words = {
    "false friend": {
        "fr": "faux ami : ces mots ont ici un autre sens",
        "en": "false friend: here the words mean something else",
    },
    "weaker": {"fr": "une entrée plus précise l'emporte", "en": "a more precise entry wins"},
    "part": {"fr": "ces mots font partie d'une autre entrée", "en": "the words are part of another entry"},
    "in a name": {"fr": "fait partie du nom d'un accord", "en": "part of an agreement's name"},
    "hypothetical": {"fr": "question ou hypothèse", "en": "a question or a hypothesis"},
    "no roles": {"fr": "ni auteur ni cible trouvés", "en": "neither actor nor target found"},
    "no actor": {"fr": "auteur non trouvé", "en": "no actor found"},
    "no target": {"fr": "cible non trouvée", "en": "no target found"},
    "unsure": {"fr": "trop peu sûr", "en": "not sure enough"},
    "told already": {"fr": "déjà dit par une autre règle ou un autre passage", "en": "another claim tells it already"},
    "content": {
        "fr": "contenu d'un autre acte, qui le dit déjà",
        "en": "the content of another act, which tells it already",
    },
    "no agreement": {"fr": "aucun accord n'est l'objet de ces mots", "en": "no agreement is what it is done to"},
    "no act": {
        "fr": "accord mentionné sans que l'on dise qui le conclut ni ce qu'il devient",
        "en": "an agreement is named, but not who concludes it or what becomes of it",
    },
    "no party": {"fr": "moins de deux parties trouvées", "en": "fewer than two parties found"},
    "guessed parties": {
        "fr": "les parties ne seraient que devinées d'après le contexte",
        "en": "the parties would only be guessed from the context",
    },
    "no subject": {"fr": "sujet de la relation non trouvé", "en": "no subject of the relation found"},
    "no object": {"fr": "objet de la relation non trouvé", "en": "no object of the relation found"},
    "no holder": {"fr": "titulaire non nommé", "en": "no holder is named"},
    "no state": {"fr": "on ne dit pas de quel État ou organisme", "en": "not said of which state or body"},
}

CUES: Words = {
    "negation": {"fr": "négation", "en": "negation"},
    "mood": {"fr": "conditionnel", "en": "conditional"},
    "tense": {"fr": "futur", "en": "future"},
    "auxiliary": {"fr": "auxiliaire", "en": "auxiliary"},
    "adverb": {"fr": "adverbe", "en": "adverb"},
    "governor": {"fr": "mot qui le régit", "en": "governing word"},
    "purpose": {"fr": "but", "en": "purpose"},
    "saying": {"fr": "verbe de parole", "en": "verb of saying"},
    "source": {"fr": "« selon »", "en": "“according to”"},
    "condition": {"fr": "condition ou question", "en": "condition or question"},
    "entry": {"fr": "l'entrée elle-même", "en": "the entry itself"},
}

SENSES: Words = {
    "name": {"fr": "nom", "en": "name"},
    "adjective": {"fr": "adjectif", "en": "adjective"},
    "people": {"fr": "habitants", "en": "people"},
    "capital": {"fr": "capitale", "en": "capital"},
    "seat": {"fr": "siège du pouvoir", "en": "seat of government"},
    "body": {"fr": "corps qui agit pour l'État", "en": "body that acts for the state"},
    "office": {"fr": "fonction", "en": "office"},
    "pronoun": {"fr": "pronom", "en": "pronoun"},
    "description": {"fr": "description", "en": "description"},
}

ROLES: Words = {
    "actor": {"fr": "auteur", "en": "actor"},
    "target": {"fr": "cible", "en": "target"},
    "place": {"fr": "lieu", "en": "place"},
    "party": {"fr": "partie", "en": "party"},
    "mediator": {"fr": "médiateur", "en": "mediator"},
    "holder": {"fr": "titulaire", "en": "holder"},
    "of": {"fr": "de", "en": "of"},
    "subject": {"fr": "sujet", "en": "subject"},
    "object": {"fr": "objet", "en": "object"},
}

CLAIM_KINDS: Words = {
    "agreement": {"fr": "accord", "en": "agreement"},
    "event": {"fr": "événement", "en": "event"},
    "office": {"fr": "fonction", "en": "office"},
    "relation": {"fr": "relation", "en": "relation"},
}

TAGS: Words = {  # what a highlight is, in short, beside the words
    "name": {"fr": "nom", "en": "name"},
    "title": {"fr": "fonction", "en": "office"},
    "time": {"fr": "date", "en": "date"},
    "figure": {"fr": "chiffre", "en": "figure"},
    "trigger": {"fr": "mot clé", "en": "trigger"},
    "unread": {"fr": "sans suite", "en": "gave none"},
    "cue": {"fr": "modalité", "en": "modality"},
}

LABELS: Words = {
    "names": {"fr": "noms", "en": "names"},
    "titles": {"fr": "fonctions", "en": "offices"},
    "times": {"fr": "dates", "en": "dates"},
    "figures": {"fr": "chiffres", "en": "figures"},
    "what": {"fr": "quoi", "en": "what"},
    "stage": {"fr": "étape", "en": "stage"},
    "standing": {"fr": "situation", "en": "standing"},
    "provides": {"fr": "prévoit", "en": "provides"},
    "time": {"fr": "date", "en": "date"},
    "in_force": {"fr": "en vigueur", "en": "in force"},
    "ended": {"fr": "terminé", "en": "ended"},
    "scene": {"fr": "récit du", "en": "told of"},
    "quantities": {"fr": "chiffres", "en": "figures"},
    "how": {"fr": "modalité", "en": "modality"},
    "by": {"fr": "selon", "en": "according to"},
    "confidence": {"fr": "confiance", "en": "confidence"},
    "quote": {"fr": "passage", "en": "passage"},
    "rule": {"fr": "règle", "en": "rule"},
    "words": {"fr": "mots", "en": "words"},
    "instead": {"fr": "au profit de", "en": "in favour of"},
    "context": {"fr": "d'après le contexte", "en": "from the context"},
    "inferred": {"fr": "déduit", "en": "inferred"},
    "idle": {"fr": "conditions non remplies", "en": "conditions not met"},
    "unknown": {"fr": "verbes sans entrée", "en": "verbs with no entry"},
    "read": {"fr": "{0} lus", "en": "{0} read"},
    "claims": {"fr": "affirmations", "en": "claims"},
    "unread": {"fr": "mots sans suite", "en": "words that gave none"},
    "sentences": {"fr": "phrases", "en": "sentences"},
    "acts_for": {"fr": "agit pour", "en": "acts for"},
}

INTERFACE: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "intro": "Ce qui a été lu, phrase par phrase, et par quelle règle. "
        "Survolez un mot ou une affirmation pour voir ce qui va ensemble.",
        "legend": "Surligner",
        "only": "seulement les phrases qui affirment quelque chose",
        "contents": "Toutes les affirmations",
        "counts": "phrases : {0} · affirmations : {1} · mots sans suite : {2}",
        "nothing": "Rien n'est affirmé ici.",
        "unread": "Mots sans suite",
        "rest": "Mots qui n'ont rien déclenché",
        "idle": "Entrées dont les conditions ne sont pas remplies",
        "unknown": "Verbes sans entrée au lexique",
        "open": "« ",
        "shut": " »",
        "link": "Lien vers cette phrase",
    },
    "en": {
        "intro": "What was read, sentence by sentence, and by which rule. "
        "Point at a word or a claim to see what belongs together.",
        "legend": "Highlight",
        "only": "only sentences that claim something",
        "contents": "All claims",
        "counts": "sentences: {0} · claims: {1} · words that gave none: {2}",
        "nothing": "Nothing is claimed here.",
        "unread": "Words that gave no claim",
        "rest": "Words that made nothing fire",
        "idle": "Entries whose conditions are not met",
        "unknown": "Verbs with no entry in the lexicon",
        "open": "“",
        "shut": "”",
        "link": "Link to this sentence",
    },
}
