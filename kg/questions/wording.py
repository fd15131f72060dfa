"""What was understood, and what may be asked instead, in the question's language."""

from kg.model import TimeSpan
from kg.questions.form import Named, QueryForm, Refusal
from kg.vocabulary import load_lexicon

_WORDS = {
    "fr": {
        "agreement": "accords", "event": "événements", "tenure": "fonctions", "count": "nombre", "boolean": "vrai ou faux",
        "party": "parties", "mediator": "médiateurs", "place": "lieux", "actor": "acteurs", "target": "cibles",
        "time": "dates", "signed": "dates de signature", "inForce": "dates d'entrée en vigueur", "ended": "dates de fin",
        "ratified": "dates de ratification", "suspended": "dates de suspension", "announced": "dates d'annonce",
        "proposed": "dates de proposition", "holder": "titulaires", "office": "fonctions", "quantity": "quantités",
        "of_party": "entre {}", "of_actor": "par {}", "of_target": "envers {}", "of_place": "à {}", "of_mediator": "par la médiation de {}",
        "of_holder": "de {}", "of_of": "de {}", "and": "et", "or": "ou", "since": "depuis {}", "until": "jusqu'à {}",
        "span": "du {} au {}", "provides": "qui prévoient {}", "content": "avec ce qu'ils prévoient", "stage": "au stade {}",
        "titles": "de {}", "standing": "({})", "counted": "de {}", "sources": "selon {}", "label": "nommés « {} »", "mutual": "entre {}",
        "of": "des", "any": "tous types", "State": "États", "Organisation": "organisations", "Person": "personnes",
    },
    "en": {
        "agreement": "agreements", "event": "events", "tenure": "offices", "count": "number", "boolean": "true or false",
        "party": "parties", "mediator": "mediators", "place": "places", "actor": "actors", "target": "targets",
        "time": "dates", "signed": "dates of signature", "inForce": "dates of entry into force", "ended": "dates of the end",
        "ratified": "dates of ratification", "suspended": "dates of suspension", "announced": "dates of announcement",
        "proposed": "dates of proposal", "holder": "holders", "office": "offices", "quantity": "quantities",
        "of_party": "with parties {}", "of_actor": "by {}", "of_target": "to {}", "of_place": "in {}", "of_mediator": "mediated by {}",
        "of_holder": "held by {}", "of_of": "of {}", "and": "and", "or": "or", "since": "since {}", "until": "until {}",
        "span": "from {} to {}", "provides": "that provide {}", "content": "with what they provide", "stage": "at the stage {}",
        "titles": "of {}", "standing": "({})", "counted": "of {}", "sources": "according to {}", "label": 'called "{}"', "mutual": "between {}",
        "of": "of", "any": "any type", "State": "states", "Organisation": "organisations", "Person": "persons",
    },
}  # fmt: skip
_SUGGESTED = {
    "fr": {
        0: ("Quels traités a signés la Russie ?", "Qui a attaqué l'Ukraine ?", "Qui est le président de la France ?"),
        1: ("Quels accords y a-t-il avec {} ?", "Qui a rencontré {} ?"),
        2: ("Quels accords y a-t-il entre {} et {} ?", "Que s'est-il passé entre {} et {} ?"),
        "office": "Quelle fonction occupe {} ?",
    },
    "en": {
        0: ("Which treaties did Russia sign?", "Who attacked Ukraine?", "Who is the president of France?"),
        1: ("Which agreements are there with {}?", "Who met {}?"),
        2: ("Which agreements are there between {} and {}?", "What happened between {} and {}?"),
        "office": "What office does {} hold?",
    },
}


def in_words(form: QueryForm, language: str) -> str:
    """The form in plain words, for instance "agreements (treaty) with parties Russia and North Korea"."""
    words = _WORDS[language]
    parts = [words[form.node]]
    if form.column:
        parts = [
            words[form.column],
            f"({words[form.class_of]})" if form.class_of else "",
            words["of"],
            words[form.node],
        ]
    if form.count:
        parts = [f"{words['count']}:", *parts]
    if form.wanted == "boolean":
        parts = [f"{words['boolean']}:", *parts]
    types = [*map(lambda name: _type(name, language), form.types), *form.subtypes]
    if types:
        parts.append(f"({', '.join(types)})")
    if form.label_words:
        parts.append(words["label"].format(" ".join(form.label_words)))
    if form.titles:
        parts.append(
            words["titles"].format(f" {words['or']} ".join(form.titles[:3]) + (" …" if len(form.titles) > 3 else ""))
        )
    parts += _roles(form, language)
    if form.stage:
        parts.append(words["stage"].format(form.stage))
    if form.provides:
        parts.append(words["provides"].format(", ".join(form.provides)))
    if form.with_provisions:
        parts.append(words["content"])
    if form.counted:
        parts.append(words["counted"].format(f" {words['or']} ".join(form.counted)))
    if form.time:
        parts.append(_time(form.time, language))
    if form.sources:
        parts.append(words["sources"].format(_listed(form.sources, language)))
    return " ".join(part for part in parts if part)


def _type(name: str, language: str) -> str:
    info = load_lexicon().types.get(name)
    return info.label.get(language, name) if info else name


def _roles(form: QueryForm, language: str) -> list[str]:
    words = _WORDS[language]
    by_role: dict[str, list[Named]] = {}
    for constraint in form.constraints:
        by_role.setdefault(constraint.roles[0], []).append(constraint.named)
    if form.mutual and {"actor", "target"} <= by_role.keys():
        both = [*by_role.pop("actor"), *by_role.pop("target")]
        return [words["mutual"].format(_listed(both, language)), *_each(by_role, language)]
    return _each(by_role, language)


def _each(by_role: dict[str, list[Named]], language: str) -> list[str]:
    return [_WORDS[language][f"of_{role}"].format(_listed(named, language)) for role, named in by_role.items()]


def _listed(named: list[Named] | tuple[Named, ...], language: str) -> str:
    labels = [one.label for one in named]
    return f" {_WORDS[language]['and']} ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)


def _time(time: TimeSpan, language: str) -> str:
    words = _WORDS[language]
    if time.start and time.end:
        return words["span"].format(time.start, time.end)
    return words["since"].format(time.start) if time.start else words["until"].format(time.end)


def refused_in_words(refusal: Refusal, language: str) -> str | None:
    """What was understood of a refused question, and what was not; ``None`` where nothing was."""
    french = language == "fr"
    parts = []
    if refusal.names:
        labels = ", ".join(dict.fromkeys(one.label for one in refusal.names))
        parts.append(f"compris : {labels}" if french else f"understood: {labels}")
    if refusal.words:
        quoted = ", ".join(f"« {word} »" if french else f'"{word}"' for word in refusal.words)
        parts.append(f"non compris : {quoted}" if french else f"not understood: {quoted}")
    if refusal.unknown:
        names = ", ".join(refusal.unknown)
        parts.append(f"nom inconnu : {names}" if french else f"unknown name: {names}")
    return " ; ".join(parts) if parts else None


def suggestions(refusal: Refusal, language: str) -> tuple[str, ...]:
    """Questions that are understood, about what the refused one names; at least one."""
    known = _SUGGESTED[language]
    near = list(refusal.corrected)
    named = list(dict.fromkeys((one.label, one.kind) for one in refusal.names))
    labels = [with_article(label, language) for label, kind in named if kind in ("State", "Organisation")]
    people = [label for label, kind in named if kind == "Person"]
    found = [known["office"].format(label) for label in people]  # type: ignore[attr-defined]
    if len(labels) >= 2:
        found += [text.format(*labels[:2]) for text in known[2]]
    elif labels:
        found += [text.format(labels[0]) for text in known[1]]
    return tuple([*near, *found] or known[0])


def with_article(label: str, language: str) -> str:
    """The name as it stands in a sentence: « la Russie », "the United States".

    >>> with_article("Russie", "fr"), with_article("Ukraine", "fr"), with_article("Russia", "en")
    ('la Russie', "l'Ukraine", 'Russia')
    """
    from kg.reading.coreference import is_feminine
    from kg.vocabulary import fold, load_gazetteer

    senses = [sense for sense in load_gazetteer().find(label) if sense.sense == "name"]
    if not senses or senses[0].entity.kind != "State":
        return label
    name = load_gazetteer().labels(senses[0].entity.id).get(language, label) if label.islower() else label
    plural = name.split(" ")[0].endswith("s") and name.split(" ")[0] not in ("Laos", "Barbados", "Honduras", "Cyprus")
    if language == "en":
        return f"the {name}" if plural or name.startswith(("United", "Democratic", "Republic", "European")) else name
    if fold(name)[0] in "aeiouh":
        return f"les {name}" if plural else f"l'{name}"
    return f"les {name}" if plural else f"la {name}" if is_feminine(name) else f"le {name}"
