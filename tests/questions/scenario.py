"""A small graph to ask: claims written by hand, given to ``kg.facts`` and a store in memory. No text is read for it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kg.facts import block_keys, describe
from kg.ingestion import write_records
from kg.model import Article, ArticleInfo, Claim, Entity, Evidence, Names, Quantity, TimeSpan
from kg.model.person_names import person_key
from kg.store import ArticleRecord, Store
from kg.vocabulary import load_gazetteer

TODAY = date(2025, 7, 1)
NAMES = Names()
Roles = Mapping[str, Sequence[Entity]]


def state(code: str) -> Entity:
    entity = load_gazetteer().entity(code)
    assert entity is not None
    return entity


def person(name: str, acts_for: str | None = None) -> Entity:
    return Entity(id=NAMES.make("person", person_key(name)), kind="Person", label=name, acts_for=acts_for)


def place(name: str) -> Entity:
    known = [sense.entity for sense in load_gazetteer().find(name) if sense.entity.kind == "Place"]
    return known[0] if known else Entity(id=NAMES.make("place", name.lower()), kind="Place", label=name)


def organisation(name: str) -> Entity:
    return load_gazetteer().find(name)[0].entity


RUS, PRK, UKR, FRA, JPN = (state(code) for code in ("RUS", "PRK", "UKR", "FRA", "JPN"))
ISR, LBN, USA, CHN, GBR, CHE, IRN, KOR = (state(c) for c in ("ISR", "LBN", "USA", "CHN", "GBR", "CHE", "IRN", "KOR"))
EU, NATO = organisation("European Union"), organisation("NATO")
PUTIN, LAVROV, SHOIGU = person("Vladimir Putin", "RUS"), person("Sergei Lavrov", "RUS"), person("Sergei Shoigu", "RUS")
BELOUSOV, KIM, TRUMP = person("Andrei Belousov", "RUS"), person("Kim Jong-un", "PRK"), person("Donald Trump", "USA")
RUTTE = person("Mark Rutte")


def day(text: str) -> TimeSpan:
    """A day (2024-06-19), month (2024-06) or year (2024)."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return TimeSpan(start=date(*parts), end=date(*parts), precision="day")
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return TimeSpan(
            start=date(parts[0], parts[1], 1), end=date.fromordinal(following.toordinal() - 1), precision="month"
        )
    return TimeSpan(start=date(parts[0], 1, 1), end=date(parts[0], 12, 31), precision="year")


class Scene:
    """Articles of which each sentence makes one claim."""

    def __init__(self) -> None:
        self._said: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        self._meta: dict[str, tuple[str, date, str]] = {}

    def article(self, identifier: str, publisher: str, published: str, language: str = "en") -> None:
        self._meta[identifier] = (publisher, date.fromisoformat(published), language)
        self._said[identifier] = []

    def says(self, identifier: str, sentence: str, **claim: Any) -> None:
        self._said[identifier].append((sentence, claim))

    def record(self, identifier: str) -> ArticleRecord:
        publisher, published, language = self._meta[identifier]
        text = "\n".join(sentence for sentence, _ in self._said[identifier])
        info = ArticleInfo(id=identifier, publisher=publisher, published=published, language=language)
        article = Article(info=info, text=text)
        claims = []
        for sentence, fields in self._said[identifier]:
            start = text.index(sentence)
            evidence = Evidence.of(article, start, start + len(sentence))
            claims.append(Claim(article=info, evidence=evidence, **fields))
        keys = {claim.id: block_keys(claim) for claim in claims}
        return ArticleRecord(article=article, claims=claims, keys=keys, descriptions=describe(claims))

    def store(self) -> Store:
        store = Store.open()
        write_records(store, {identifier: self.record(identifier) for identifier in self._said})
        return store


def scene() -> Scene:
    made = Scene()
    made.article("treaty-fr", "Le Matin", "2025-06-20", "fr")
    made.article("treaty-en", "The Herald", "2025-06-21")
    made.article("war", "The Courier", "2025-06-22")
    made.article("offices", "The Gazette", "2025-06-23")
    made.article("others", "The Tribune", "2025-06-24")
    _agreements(made)
    _events(made)
    _offices(made)
    return made


def _agreements(made: Scene) -> None:
    made.says(
        "treaty-fr",
        "Moscou et Pyongyang ont signé le 19 juin 2024 un traité de partenariat stratégique global, en vigueur depuis "
        "le 4 décembre 2024, avec une clause d'assistance mutuelle.",
        kind="agreement",
        type="treaty",
        label="traité de partenariat stratégique global",
        roles={"party": (RUS, PRK)},
        time=day("2024-06-19"),
        in_force=day("2024-12-04"),
        stage="in force",
        provides=("mutual defence",),
    )
    made.says(
        "treaty-en",
        "Russia and North Korea signed a comprehensive strategic partnership treaty in June 2024.",
        kind="agreement",
        type="treaty",
        label="comprehensive strategic partnership treaty",
        roles={"party": (RUS, PRK)},
        time=day("2024-06"),
        stage="signed",
    )
    made.says(
        "treaty-en",
        "An older protocol between the two was signed in April 2019.",
        kind="agreement",
        type="protocol",
        label="protocol on fisheries",
        roles={"party": (RUS, PRK)},
        time=day("2019-04"),
        stage="signed",
    )
    made.says(
        "others",
        "France and Japan concluded a trade agreement in 2023.",
        kind="agreement",
        type="trade agreement",
        label="trade agreement",
        roles={"party": (FRA, JPN)},
        time=day("2023"),
        stage="signed",
    )
    made.says(
        "others",
        "Israel and Lebanon agreed on a ceasefire brokered by the United States on 27 November 2024 in Naqoura.",
        kind="agreement",
        type="ceasefire",
        label="ceasefire",
        roles={"party": (ISR, LBN), "mediator": (USA,), "place": (place("Naqoura"),)},
        time=day("2024-11-27"),
        stage="signed",
    )
    made.says(
        "others",
        "Russia is said to have signed a memorandum with China in March 2025.",
        kind="agreement",
        type="memorandum",
        label="memorandum",
        roles={"party": (RUS, CHN)},
        time=day("2025-03"),
        stage="signed",
        modality="reported",
    )
    made.says(
        "others",
        "Ukraine and Britain plan to sign a defence agreement in 2026.",
        kind="agreement",
        type="defence agreement",
        label="defence agreement",
        roles={"party": (UKR, GBR)},
        stage="signed",
        modality="planned",
    )
    made.says(
        "others",
        "Switzerland has not signed the framework agreement with the European Union.",
        kind="agreement",
        type="framework agreement",
        label="framework agreement",
        roles={"party": (CHE, EU)},
        stage="signed",
        modality="denied",
    )


def _event(made: Scene, article: str, sentence: str, type: str, actor: Any, target: Any, **more: Any) -> None:
    roles = {"actor": actor, "target": target, "place": more.pop("place", ())}
    filled = {role: tuple(entities) for role, entities in roles.items() if entities}
    made.says(article, sentence, kind="event", type=type, roles=filled, **more)


def _events(made: Scene) -> None:
    _event(
        made, "war", "Russian missiles hit Kharkiv on 22 March 2024 and killed 12 civilians.", "ASSAULT", [RUS], [UKR],
        place=[place("Kharkiv")], time=day("2024-03-22"), quantities=(Quantity(min=12, max=12, of="civilians killed"),),
    )  # fmt: skip
    _event(
        made, "war", "Ukraine attacked Russia near Kursk on 6 August 2024.", "ASSAULT", [UKR], [RUS],
        place=[place("Kursk")], time=day("2024-08-06"),
    )  # fmt: skip
    _event(
        made, "war", "North Korea sent 6,000 soldiers to Russia in June 2025.", "AID", [PRK], [RUS],
        time=day("2025-06"),
        quantities=(Quantity(min=6000, max=6000, of="soldiers"),),
    )  # fmt: skip
    _event(
        made, "war", "According to Seoul, North Korea sent 11,000 troops to Russia in October 2024.", "AID", [PRK],
        [RUS], time=day("2024-10"), quantities=(Quantity(min=11000, max=None, of="troops"),), modality="reported",
        attribution=(KOR,),
    )  # fmt: skip
    _event(
        made, "war", "Shoigu visited Pyongyang on 17 June 2025.", "CONSULT", [SHOIGU], [PRK], subtype="visit",
        place=[place("Pyongyang")], time=day("2025-06-17"),
    )  # fmt: skip
    _event(
        made, "war", "Shoigu met Kim Jong-un on 4 June 2025.", "CONSULT", [SHOIGU], [KIM], subtype="meeting",
        time=day("2025-06-04"),
    )  # fmt: skip
    _event(
        made, "others", "The European Union imposed sanctions on Russia on 23 February 2024.", "SANCTION", [EU], [RUS],
        time=day("2024-02-23"),
    )  # fmt: skip
    _event(
        made, "others", "Lavrov accused the United States in January 2024.", "ACCUSE", [LAVROV], [USA],
        time=day("2024-01"),
    )  # fmt: skip
    _event(made, "others", "China did not deliver arms to Russia.", "AID", [CHN], [RUS], modality="denied")
    _event(
        made, "others", "Trump is to meet Putin in August 2025.", "AGREE", [TRUMP], [PUTIN], subtype="meeting",
        time=day("2025-08"), modality="planned",
    )  # fmt: skip
    _event(
        made, "others", "Iran is said to have attacked Israel in April 2024.", "ASSAULT", [IRN], [ISR],
        time=day("2024-04"), modality="reported",
    )  # fmt: skip


def _offices(made: Scene) -> None:
    for sentence, holder, office, of, standing in (
        ("Vladimir Putin is Russia's president.", PUTIN, "president", RUS, "current"),
        ("Sergei Lavrov is Russia's foreign minister.", LAVROV, "foreign minister", RUS, "current"),
        (
            "Sergei Shoigu is secretary of Russia's Security Council.",
            SHOIGU,
            "secretary of the Security Council",
            RUS,
            "current",
        ),
        ("Sergei Shoigu, Russia's former defence minister.", SHOIGU, "defence minister", RUS, "former"),
        ("Andrei Belousov is Russia's defence minister.", BELOUSOV, "defence minister", RUS, "current"),
        ("Kim Jong-un leads North Korea.", KIM, "leader", PRK, "current"),
        ("Mark Rutte is secretary general of NATO.", RUTTE, "secretary-general", NATO, "current"),
    ):
        made.says(
            "offices", sentence, kind="office", type="office", office=office, standing=standing,
            roles={"holder": (holder,), "of": (of,)},
        )  # fmt: skip
