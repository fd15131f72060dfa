"""Articles of our own making that overlap as news does: the same states, people, agreements and events again and again.

A world of thirty states, each with a president and a foreign minister. Few pairs of states make most of the news. Each
story (a visit, a reproach, an attack with its dead, an agreement) is told by one to six papers within days, in French
and English, by some of them in an agency's words; every other article recalls who holds which office, every third an
agreement of years ago. The same number gives the same articles, in the order of publication.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, combinations
from random import Random

from kg.model import Article, ArticleInfo

STATES = {
    "Norway": "Norvège", "Sweden": "Suède", "Finland": "Finlande", "Poland": "Pologne", "Hungary": "Hongrie",
    "Romania": "Roumanie", "Bulgaria": "Bulgarie", "Serbia": "Serbie", "Greece": "Grèce", "Turkey": "Turquie",
    "Russia": "Russie", "China": "Chine", "South Korea": "Corée du Sud", "Thailand": "Thaïlande",
    "Malaysia": "Malaisie", "Colombia": "Colombie", "Bolivia": "Bolivie", "Tunisia": "Tunisie", "Libya": "Libye",
    "Syria": "Syrie", "Jordan": "Jordanie", "Somalia": "Somalie", "Zambia": "Zambie", "Tanzania": "Tanzanie",
    "Namibia": "Namibie", "Georgia": "Géorgie", "Slovenia": "Slovénie", "Croatia": "Croatie", "Germany": "Allemagne",
    "India": "Inde",
}  # fmt: skip
PAPERS = tuple(
    f"The {name} {kind}" for kind in ("Courier", "Herald", "Mirror", "Gazette") for name in list(STATES)[:10]
)
AGENCIES = ("AFP", "Reuters", "AP")
START = date(2024, 1, 1)
A_DAY = 20
"""So many articles come out in a day."""
_SYLLABLES = ("ba", "ko", "li", "mu", "ne", "ra", "so", "ti", "va", "zu")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_STORIES = {
    "visit": {
        "en": (
            "President {president} of {one} met the foreign minister of {two}, {minister}, in {two} on {day}.",
            "On {day} the president of {one}, {president}, held talks with foreign minister {minister} in {two}.",
        ),
        "fr": (
            "Le président de {one}, {president}, a rencontré le ministre des Affaires étrangères de {two}, {minister}, "
            "le {day}.",
            "Le {day}, le président de {one}, {president}, s'est entretenu avec le ministre {minister}.",
        ),
    },
    "reproach": {
        "en": ("{one} condemned {two} on {day}.", "On {day} {one} sharply criticised {two}."),
        "fr": ("{One} a condamné {two} le {day}.", "Le {day}, {one} a vivement critiqué {two}."),
    },
    "attack": {
        "en": (
            "{one} attacked {two} on {day}, killing {number} soldiers.",
            "On {day} forces of {one} bombed {two}. The attack killed {number} soldiers.",
        ),
        "fr": (
            "{One} a attaqué {two} le {day}, tuant {number} soldats.",
            "Le {day}, {one} a bombardé {two}. {number} soldats ont été tués.",
        ),
    },
    "agreement": {
        "en": (
            "{one} and {two} signed a trade agreement on {day}.",
            "On {day} {president} signed a trade agreement between {one} and {two}.",
        ),
        "fr": (
            "{One} et {two} ont signé un accord commercial le {day}.",
            "Le {day}, {one} et {two} ont conclu un accord commercial.",
        ),
    },
    "aid": {
        "en": ("{one} sent {number} tonnes of food to {two} on {day}.", "On {day} {one} gave {two} aid."),
        "fr": ("{One} a livré {number} tonnes de vivres à {two} le {day}.", "Le {day}, {one} a aidé {two}."),
    },
}  # fmt: skip
_OFFICES = {
    "en": "{president} is the president of {one}. {minister} is the foreign minister of {two}.",
    "fr": "{president} est le président de {one}. {minister} est le ministre des Affaires étrangères de {two}.",
}
_TREATIES = {
    "en": "{one} and {two} signed a defence treaty on {old}.",
    "fr": "{One} et {two} ont signé un traité de défense le {old}.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One thing that happened, which several articles tell."""

    number: int
    kind: str
    states: tuple[str, str]
    day: date
    figure: int


def articles(number: int, seed: int = 1) -> Iterator[Article]:
    """``number`` articles by day of publication, made as they are asked for."""
    chance = Random(seed)
    pairs = list(combinations(STATES, 2))
    chance.shuffle(pairs)
    weights = [*accumulate(1 / rank for rank in range(1, len(pairs) + 1))]
    told = 0
    story = 0
    while told < number:
        story += 1
        pair = chance.choices(pairs, cum_weights=weights)[0]
        happened = Story(
            number=story,
            kind=chance.choice(sorted(_STORIES)),
            states=pair if chance.random() < 0.5 else (pair[1], pair[0]),
            day=START + timedelta(days=told // A_DAY),
            figure=chance.randrange(5, 400),
        )
        agency = chance.choice((*AGENCIES, None, None, None))
        for paper in chance.sample(PAPERS, min(chance.choice((1, 1, 2, 3, 4, 6)), number - told)):
            yield _article(f"{told:05}", happened, paper, agency if chance.random() < 0.5 else None, chance)
            told += 1


def _article(identifier: str, story: Story, paper: str, agency: str | None, chance: Random) -> Article:
    language = chance.choice(("en", "fr"))
    words = _words(story, language)
    texts = _STORIES[story.kind][language]
    lead = texts[0] if agency else chance.choice(texts)
    paragraphs = [f"({agency}) - {lead}" if agency else lead]
    if chance.random() < 1 / 2:
        paragraphs.append(_OFFICES[language])
    if chance.random() < 1 / 3:
        paragraphs.append(_TREATIES[language])
    info = ArticleInfo(
        id=identifier,
        title=f"{paper} {identifier}",
        publisher=paper,
        published=story.day + timedelta(days=chance.randrange(3)),
        language=language,
    )
    return Article(info=info, text="\n\n".join(text.format(**words) for text in paragraphs))


def _words(story: Story, language: str) -> dict[str, object]:
    one, two = (state if language == "en" else _french(state) for state in story.states)
    return {
        "one": one,
        "One": one[0].upper() + one[1:],
        "two": two,
        "president": person(2 * _number(story.states[0])),
        "minister": person(2 * _number(story.states[1]) + 1),
        "day": _day(story.day, language),
        "old": _day(date(2012 + _number(story.states[0]) % 10, 1 + _number(story.states[1]) % 12, 5), language),
        "number": story.figure,
    }


def _french(state: str) -> str:
    name = STATES[state]
    return f"l'{name}" if name[0] in "AI" else f"la {name}"


def _number(state: str) -> int:
    return list(STATES).index(state)


def _day(day: date, language: str) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if language == "fr" else f"{day:%-d %B %Y}"


def person(number: int) -> str:
    """The name of somebody, another for each number below 1000."""
    first, second, third = (_SYLLABLES[number // 10**place % 10] for place in range(3))
    return f"{first.capitalize()}{second} {second.capitalize()}{third}{first}{third}ov"
