"""A small world of our own words, built by hand: claims and the facts that follow from them."""

import random
from collections.abc import Iterable
from datetime import date
from typing import Any

from kg.model import Article, ArticleInfo, Claim, Entity, Evidence, Fact, Names, TimeSpan, Value, digest
from kg.views.words import Wording

NAMES = Names()
WORDS = {
    "fr": Wording(
        language="fr",
        types={
            "ASSAULT": "attaque",
            "CONSULT": "rencontre",
            "AID": "aide",
            "ACCUSE": "accusation",
            "MOBILIZE": "mobilisation",
            "SANCTION": "sanction",
            "treaty": "traité",
            "trade agreement": "accord commercial",
            "ceasefire": "cessez-le-feu",
        },
        provisions={"mutual defence": "défense mutuelle"},
        offices={"foreign minister": "ministre des Affaires étrangères"},
        name={"RUS": "Russie", "FRA": "France"}.get,
    ),
    "en": Wording(
        language="en",
        types={"ASSAULT": "attack", "CONSULT": "meeting", "AID": "aid", "treaty": "treaty"},
        name={"RUS": "Russia", "FRA": "France"}.get,
    ),
}


def state(iso3: str, label: str) -> Entity:
    return Entity(id=NAMES.state(iso3), kind="State", label=label, iso3=iso3)


def thing(kind: Any, label: str, acts_for: str | None = None, key: str | None = None) -> Entity:
    return Entity(id=NAMES.make(kind.lower(), key or digest(label)), kind=kind, label=label, acts_for=acts_for)


RUSSIA, KOREA, FRANCE, JAPAN, KENYA, NORWAY = (
    state("RUS", "Russie"),
    state("PRK", "Corée du Nord"),
    state("FRA", "France"),
    state("JPN", "Japon"),
    state("KEN", "Kenya"),
    state("NOR", "Norvège"),
)
UN = thing("Organisation", "Nations unies")
MINISTER = thing("Person", "Awa Lindqvist", acts_for="FRA")
ENVOY = thing("Person", "Tomas Okello", acts_for="KEN")
GENEVA, OSLO = thing("Place", "Genève"), thing("Place", "Oslo")
FISHERS = thing("Group", "pêcheurs du détroit")

COURIER = ArticleInfo(
    id="courrier-1",
    title="Un traité qui rapproche deux voisins",
    url="https://courrier.example/monde/traite",
    publisher="Le Courrier du Port",
    published=date(2024, 6, 20),
    language="fr",
)
GAZETTE = ArticleInfo(
    id="gazette-1",
    title="What the two delegations signed",
    url="http://gazette.example/signed",
    publisher="Harbour Gazette",
    published=date(2024, 6, 22),
    language="en",
)
RADIO = ArticleInfo(
    id="radio-7", title="Le détroit sous tension", publisher="Radio du Large", published=date(2025, 3, 2), language="fr"
)


def claim(article: ArticleInfo, quote: str, kind: Any, type_: str, roles: dict[str, Any], **rest: Any) -> Claim:
    whole = Article(info=article, text=quote)
    return Claim(
        kind=kind, article=article, type=type_, roles=roles, evidence=Evidence.of(whole, 0, len(quote)), **rest
    )


def fact(
    subject: Entity,
    predicate: str,
    object_: Entity | Value | str,
    status: Any = "stated",
    by: Iterable[Claim] = (),
    denied: Iterable[Claim] = (),
) -> Fact:
    value = Value(text=object_) if isinstance(object_, str) else object_
    by = tuple(by)
    days = sorted(claim.article.published for claim in by if claim.article.published)
    content = [subject.id, predicate, value.id if isinstance(value, Entity) else value.text, status]
    return Fact(
        id=NAMES.hashed("fact", content),
        subject=subject,
        predicate=predicate,
        object=value,
        status=status,
        first_report=days[0] if days else None,
        last_report=days[-1] if days else None,
        supported_by=tuple(sorted(claim.id for claim in by)),
        denied_by=tuple(sorted(claim.id for claim in denied)),
    )


def world() -> tuple[list[Fact], dict[str, Claim]]:
    """About thirty things: every kind, every status, two relations between the same pair, an office, a figure."""
    claims: list[Claim] = []
    facts: list[Fact] = []

    def say(*args: Any, **rest: Any) -> Claim:
        claims.append(claim(*args, **rest))
        return claims[-1]

    def happen(
        label: str,
        type_: str,
        roles: dict[str, list[Entity]],
        when: str,
        status: Any,
        by: list[Claim],
        kind: Any = "Event",
        denied: Iterable[Claim] = (),
        **values: str,
    ) -> Entity:
        it = thing(kind, label, key=digest([label, when]))
        facts.append(fact(it, "type", type_, status, by, denied))
        for role, entities in roles.items():
            facts.extend(fact(it, role, entity, status, by, denied) for entity in entities)
        if when:
            datatype = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(when)]
            predicate = "signed" if kind == "Agreement" else "time"
            facts.append(fact(it, predicate, Value(text=when, datatype=datatype), status, by, denied))
        facts.extend(fact(it, predicate, text, status, by, denied) for predicate, text in values.items())
        return it

    june = TimeSpan(start=date(2024, 6, 1), end=date(2024, 6, 30), precision="month")
    signed = [
        say(
            COURIER,
            "Les deux délégations ont signé en juin un traité qui comporte une clause de défense mutuelle.",
            "agreement",
            "treaty",
            {"party": (RUSSIA, KOREA)},
            time=june,
            stage="signed",
            provides=("mutual defence",),
        ),
        say(
            GAZETTE,
            "The partnership treaty was signed on 19 June, both delegations said.",
            "agreement",
            "treaty",
            {"party": (RUSSIA, KOREA)},
            stage="signed",
        ),
    ]
    happen(
        "traité de partenariat stratégique global",
        "treaty",
        {"party": [RUSSIA, KOREA]},
        "2024-06-19",
        "corroborated",
        signed,
        "Agreement",
        stage="signed",
        provides="mutual defence",
    )
    trade = [say(COURIER, "Oslo et Paris préparent un accord commercial.", "agreement", "trade agreement", {})]
    happen(
        "accord commercial",
        "trade agreement",
        {"party": [NORWAY, FRANCE], "place": [OSLO]},
        "2025",
        "expected",
        trade,
        "Agreement",
    )
    truce = [say(RADIO, "Un cessez-le-feu a été conclu à Genève sous l'égide des Nations unies.", "agreement", "x", {})]
    no_truce = [say(GAZETTE, "Neither side has agreed to any truce.", "agreement", "x", {}, modality="denied")]
    happen(
        "cessez-le-feu du détroit",
        "ceasefire",
        {"party": [KENYA, JAPAN], "mediator": [UN], "place": [GENEVA]},
        "2025-02",
        "disputed",
        truce,
        "Agreement",
        no_truce,
    )
    drill = [
        say(
            RADIO,
            "D'après un pêcheur, des soldats auraient été déployés près du détroit.",
            "event",
            "MOBILIZE",
            {},
            modality="reported",
            attribution=(FISHERS,),
        )
    ]
    happen("m", "MOBILIZE", {"actor": [KOREA], "target": [JAPAN]}, "2025-03", "alleged", drill)
    denial = [say(RADIO, "Tokyo dément avoir attaqué un navire.", "event", "ASSAULT", {}, modality="denied")]
    happen("a", "ASSAULT", {"actor": [JAPAN], "target": [FISHERS]}, "2025-02-11", "denied", [], denied=denial)
    met = [say(GAZETTE, "Awa Lindqvist met Tomas Okello in Oslo on 3 May 2024.", "event", "CONSULT", {})]
    happen("c", "CONSULT", {"actor": [MINISTER, ENVOY], "place": [OSLO]}, "2024-05-03", "stated", met)
    blame = [say(COURIER, "Nairobi accuse Tokyo d'avoir coupé les filets.", "event", "ACCUSE", {})]
    happen("b", "ACCUSE", {"actor": [KENYA], "target": [JAPAN]}, "2025-02", "stated", blame)
    help_ = [say(COURIER, "La France a livré 6 000 tentes au Kenya.", "event", "AID", {})]
    aid = happen("d", "AID", {"actor": [FRANCE], "target": [KENYA]}, "2024", "stated", help_)
    tents = thing("Quantity", "6 000 tentes", key="q")
    facts += [
        fact(aid, "quantity", tents, "stated", help_),
        fact(tents, "min", Value(text="6000", datatype="integer"), "stated", help_),
        fact(tents, "max", Value(text="6000", datatype="integer"), "stated", help_),
        fact(tents, "of", "tents", "stated", help_),
    ]
    border = [say(RADIO, "Les deux pays partagent une frontière que chacun conteste.", "relation", "border", {})]
    facts += [
        fact(RUSSIA, "border", KOREA, "stated", border),
        fact(RUSSIA, "ally", KOREA, "stated", signed),
        fact(KOREA, "ally", RUSSIA, "alleged", border),
    ]
    held = [say(GAZETTE, "Awa Lindqvist, the French foreign minister, spoke first.", "office", "office", {})]
    office = thing("Tenure", "office", key="tenure")
    facts += [
        fact(office, "holder", MINISTER, "stated", held),
        fact(office, "of", FRANCE, "stated", held),
        fact(office, "office", "foreign minister", "stated", held),
        fact(office, "standing", "current", "stated", held),
    ]
    return facts, {claim.id: claim for claim in claims}


def crowd(things: int, seed: int = 3) -> tuple[list[Fact], dict[str, Claim]]:
    """As many things as asked: events and agreements among states and organisations, some far busier than others."""
    draw = random.Random(seed)
    hubs = [state(f"X{n:02}", f"Pays {n}") for n in range(max(3, things // 14))]
    hubs += [thing("Organisation", f"Ligue {n}") for n in range(max(2, things // 60))]
    facts: list[Fact] = []
    claims: dict[str, Claim] = {}
    for number in range(things - len(hubs)):
        said = claim(COURIER, f"Passage numéro {number}, que personne d'autre ne rapporte.", "event", "AID", {})
        claims[said.id] = said
        agreement = number % 9 == 0
        it = thing("Agreement" if agreement else "Event", f"accord de coopération {number}", key=digest(number))
        status = draw.choice(["stated"] * 6 + ["corroborated", "alleged", "expected", "disputed", "denied"])
        first, second = (hubs[int(draw.random() ** 2 * len(hubs))] for _ in range(2))
        kind = draw.choice(["ASSAULT", "CONSULT", "AID", "ACCUSE", "MOBILIZE", "SANCTION"])
        facts.append(fact(it, "type", "treaty" if agreement else kind, status, [said]))
        facts.append(fact(it, "party" if agreement else "actor", first, status, [said]))
        if draw.random() < 0.75:
            facts.append(fact(it, "party" if agreement else "target", second, status, [said]))
        when = Value(text=f"20{draw.randint(14, 25)}-{draw.randint(1, 12):02}", datatype="gYearMonth")
        facts.append(fact(it, "signed" if agreement else "time", when, status, [said]))
    return facts, claims
