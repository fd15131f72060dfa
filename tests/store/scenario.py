"""Articles, claims and what follows from them, made by hand, and strategies that make any."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hypothesis import strategies as st

from kg.model import (
    ROLES,
    Article,
    ArticleInfo,
    Claim,
    Derivation,
    Entity,
    Evidence,
    Fact,
    Names,
    Quantity,
    TimeSpan,
    Value,
)
from kg.model.fact import Description
from kg.store import ArticleRecord, Block, Store

NAMES = Names()
RUSSIA = Entity(id=NAMES.state("RUS"), kind="State", label="Russie", iso3="RUS")
KOREA = Entity(id=NAMES.state("PRK"), kind="State", label="Corée du Nord", iso3="PRK")
MAKER = Entity(id=NAMES.make("person", "kim"), kind="Person", label="Kim", acts_for="PRK")
TEXT = "Moscou et Pyongyang ont signé un traité en juin 2024. La Russie a attaqué une base, selon Séoul."


def article(identifier: str, text: str = TEXT, publisher: str | None = "Le Journal") -> Article:
    info = ArticleInfo(id=identifier, title="Un traité", publisher=publisher, published=date(2024, 7, 1), language="fr")
    return Article(info=info, text=text)


def treaty(source: Article, label: str | None = "traité") -> Claim:
    return Claim(
        kind="agreement",
        article=source.info,
        type="treaty",
        label=label,
        roles={"party": (RUSSIA, KOREA), "mediator": (MAKER,)},
        time=TimeSpan(start=date(2024, 6, 1), end=date(2024, 6, 30), precision="month"),
        stage="signed",
        provides=("mutual defence", "trade"),
        evidence=Evidence.of(source, 0, 52),
        confidence=0.9,
        rule="signer",
    )


def attack(source: Article) -> Claim:
    return Claim(
        kind="event",
        article=source.info,
        type="ASSAULT",
        roles={"actor": (RUSSIA,)},
        quantities=(Quantity(min=600, max=None, of="soldiers", approximate=True),),
        modality="reported",
        attribution=(MAKER,),
        evidence=Evidence.of(source, 53, 80),
    )


def block_key(claim: Claim) -> str:
    return f"{claim.kind}/{claim.type}"


def derive(claims: Iterable[Claim]) -> dict[str, Derivation]:
    """A simple derivation with the laws of the real one: a node a block, facts from its claims alone."""
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        blocks[block_key(claim)].append(claim)
    return {key: derive_block(key, members) for key, members in blocks.items()}


def derive_block(key: str, claims: Sequence[Claim]) -> Derivation:
    if not claims:
        return Derivation(facts=(), merged_into={})
    kind = {"agreement": "Agreement", "event": "Event"}[claims[0].kind]
    ids = sorted(claim.id.replace("/claim/", f"/{kind.lower()}/") for claim in claims)
    node = Entity(id=ids[0], kind=kind, label=claims[0].label or claims[0].type)
    asserted = [claim for claim in claims if claim.modality == "asserted"]
    sources = {claim.article.publisher for claim in asserted}
    status = "corroborated" if len(sources) > 1 else "stated" if asserted else "alleged"
    supported = tuple(sorted(claim.id for claim in claims))
    dates = [claim.article.published for claim in claims if claim.article.published]

    def fact(predicate: str, value: Entity | Value) -> Fact:
        return Fact(
            id=NAMES.hashed("fact", [node.id, predicate, value.id if isinstance(value, Entity) else value.text]),
            subject=node,
            predicate=predicate,
            object=value,
            status=status,
            first_report=min(dates, default=None),
            last_report=max(dates, default=None),
            supported_by=supported,
        )

    facts = [
        fact("a", Value(text=f"https://w3id.org/factkg/ontology#{kind}", datatype="anyURI")),
        fact("type", Value(text=f"https://w3id.org/factkg/ontology#{claims[0].type}", datatype="anyURI")),
        fact("label", Value(text=claims[0].label or claims[0].type, language="fr")),
    ]
    for role, entities in claims[0].roles.items():
        facts.extend(fact(role, entity) for entity in entities)
    if kind == "Agreement":
        facts.append(fact("signed", Value(text="2024-06", datatype="gYearMonth")))
        facts.append(fact("signedFrom", Value(text="2024-06-01", datatype="date")))
    return Derivation(facts=tuple(sorted(facts, key=lambda one: one.id)), merged_into=dict.fromkeys(ids[1:], node.id))


def describe(claims: Iterable[Claim]) -> tuple[Description, ...]:
    found = set()
    for claim in claims:
        for entity in (*claim.filling(*ROLES[claim.kind]), *claim.attribution):
            kind = Value(text=f"https://w3id.org/factkg/ontology#{entity.kind}", datatype="anyURI")
            found.add(Description(subject=entity.id, predicate="a", object=kind))
            label = Value(text=entity.label, language=claim.article.language)
            found.add(Description(subject=entity.id, predicate="label", object=label))
            if entity.iso3:
                found.add(Description(subject=entity.id, predicate="iso3", object=Value(text=entity.iso3)))
            if entity.acts_for:
                state = Value(text=NAMES.state(entity.acts_for), datatype="anyURI")
                found.add(Description(subject=entity.id, predicate="actsFor", object=state))
    return tuple(found)


def record(source: Article, claims: Sequence[Claim]) -> ArticleRecord:
    keys = {claim.id: (block_key(claim),) for claim in claims}
    return ArticleRecord(article=source, claims=claims, keys=keys, descriptions=describe(claims), reader="1")


def put(store: Store, *records: ArticleRecord, remove: Sequence[str] = (), beside: bool = False) -> bool:
    """Put records in and articles out as ``KnowledgeGraph`` does, with the blocks derived from what is then kept."""
    store.settle()
    gone = {*remove, *(one.article.id for one in records)}
    keys = {key for identifier in gone for key in store.block_keys(identifier)}
    keys |= {key for one in records for found in one.keys.values() for key in found}
    kept: Mapping[str, list[Claim]] = {
        key: [claim for claim in store.claims_in_block(key) if claim.article.id not in gone] for key in keys
    }
    for one in records:
        for claim in one.claims:
            kept[block_key(claim)].append(claim)
    blocks = [Block(key, derive_block(key, sorted(claims, key=lambda claim: claim.id))) for key, claims in kept.items()]
    return store.write(records, blocks, removed=remove, beside=beside)


def full(identifier: str, text: str = TEXT, publisher: str | None = "Le Journal") -> ArticleRecord:
    """A record of one article with a treaty and an alleged attack."""
    source = article(identifier, text, publisher)
    return record(source, [treaty(source), attack(source)])


# Anything at all

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
FULL_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
OPTIONAL = st.none() | TEXTS
DAYS = st.dates(min_value=date(1, 1, 1))
IRIS = st.builds(NAMES.make, st.sampled_from(["state", "person", "organisation"]), FULL_TEXTS)
ENTITIES = st.builds(
    Entity,
    id=IRIS,
    kind=st.sampled_from(["State", "Organisation", "Person", "Place", "Agreement", "Event", "Group"]),
    label=TEXTS,
    iso3=OPTIONAL,
    acts_for=OPTIONAL,
)
NUMBERS = st.integers() | st.floats(allow_nan=False)
QUANTITIES = st.builds(
    Quantity, min=st.none() | NUMBERS, max=st.none() | NUMBERS, of=OPTIONAL, unit=OPTIONAL, approximate=st.booleans()
)


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    bounds = draw(st.sampled_from([(first, last), (first, None), (None, last), (first, first)]))
    precision = draw(st.sampled_from(["day", "month", "season", "year", "range"]))
    return TimeSpan(start=bounds[0], end=bounds[1], precision=precision)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    info = ArticleInfo(
        id=draw(FULL_TEXTS),
        title=draw(OPTIONAL),
        url=draw(OPTIONAL),
        publisher=draw(OPTIONAL),
        published=draw(st.none() | DAYS),
        language=draw(st.sampled_from(["fr", "en"])),
    )
    return Article(info=info, text=draw(FULL_TEXTS))


@st.composite
def claims(draw: st.DrawFn, source: st.SearchStrategy[Article] | None = None) -> Claim:
    text = draw(source or articles())
    kind = draw(st.sampled_from(sorted(ROLES)))
    start = draw(st.integers(0, len(text.text) - 1))
    several = st.lists(ENTITIES, min_size=1, max_size=3).map(tuple)
    return Claim(
        kind=kind,
        article=text.info,
        type=draw(FULL_TEXTS),
        subtype=draw(OPTIONAL),
        label=draw(OPTIONAL),
        roles=draw(st.dictionaries(st.sampled_from(ROLES[kind]), several)),
        time=draw(st.none() | spans()),
        in_force=draw(st.none() | spans()),
        scene=draw(st.none() | spans()),
        ended=draw(st.none() | spans()),
        stage=draw(st.sampled_from([None, "proposed", "signed", "in force"])),
        office=draw(OPTIONAL),
        standing=draw(st.sampled_from([None, "current", "former"])),
        provides=tuple(draw(st.lists(TEXTS, max_size=3))),
        quantities=tuple(draw(st.lists(QUANTITIES, max_size=3))),
        modality=draw(st.sampled_from(["asserted", "reported", "planned", "possible", "denied"])),
        attribution=tuple(draw(st.lists(ENTITIES, max_size=2))),
        evidence=Evidence.of(text, start, draw(st.integers(start + 1, len(text.text)))),
        confidence=draw(st.floats(0, 1)),
        rule=draw(OPTIONAL),
    )
