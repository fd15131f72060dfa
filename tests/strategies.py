"""Claims for tests: one at a time by hand, and plausible sets of them for laws that must hold for any."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from kg.model import (
    Article,
    ArticleInfo,
    Claim,
    ClaimKind,
    Entity,
    Evidence,
    Modality,
    Names,
    Precision,
    Quantity,
    TimeSpan,
    digest,
)
from kg.model.person_names import person_key

_NAMES = Names()


def state(iso3: str, label: str | None = None) -> Entity:
    """A state by its ISO code."""
    return Entity(id=_NAMES.state(iso3), kind="State", label=label or iso3, iso3=iso3)


def person(name: str, acts_for: str | None = None) -> Entity:
    """A person by name, under the IRI that every spelling of it shares."""
    return Entity(id=_NAMES.make("person", person_key(name)), kind="Person", label=name, acts_for=acts_for)


def organisation(key: str, label: str | None = None) -> Entity:
    """An organisation by its key."""
    return Entity(id=_NAMES.make("organisation", key), kind="Organisation", label=label or key)


def place(key: str) -> Entity:
    """A place by its key."""
    return Entity(id=_NAMES.make("place", key), kind="Place", label=key)


RUSSIA, NORTH_KOREA, UKRAINE, IRAN = state("RUS"), state("PRK"), state("UKR"), state("IRN")
PUTIN, KIM, SHOIGU = person("Vladimir Putin", "RUS"), person("Kim Jong-un", "PRK"), person("Sergei Shoigu", "RUS")
KURSK, KYIV, KHARKIV = place("kursk"), place("kyiv"), place("kharkiv")


def on(day: str) -> TimeSpan:
    """The span of a day (``2024-06-19``), month (``2024-06``) or year (``2024``)."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:
        only = date(*parts)
        return TimeSpan(start=only, end=only, precision="day")
    first = date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    following = date(first.year + (len(parts) == 1 or first.month == 12), 1, 1)
    if len(parts) == 2 and first.month < 12:
        following = date(first.year, first.month + 1, 1)
    return TimeSpan(start=first, end=following - timedelta(days=1), precision="month" if len(parts) == 2 else "year")


def article(
    publisher: str | None = "Paper A",
    published: str | None = "2025-06-19",
    language: str = "fr",
    key: str | None = None,
) -> ArticleInfo:
    """An article by publisher and day, with an id made of both unless ``key`` gives one."""
    return ArticleInfo(
        id=key or f"{publisher} {published} {language}",
        publisher=publisher,
        published=date.fromisoformat(published) if published else None,
        language=language,
    )


def claim(
    kind: ClaimKind, type_: str, roles: Mapping[str, Any], info: ArticleInfo | None = None, **fields: Any
) -> Claim:
    """A claim; a role may be given one entity, and the quote is made up unless ``quote`` is given."""
    info = info or article()
    filled = {role: (who,) if isinstance(who, Entity) else tuple(who) for role, who in roles.items()}
    own_words = digest([info.id, 0]) + digest([info.id, 1])  # no two articles made here are copies of each other
    quote = fields.pop("quote", f"{own_words} {type_}")
    evidence = Evidence(quote=quote, start=fields.pop("start", 0), end=fields.pop("end", len(quote)))
    return Claim(kind=kind, type=type_, roles=filled, article=info, evidence=evidence, **fields)


def treaty(info: ArticleInfo | None = None, **fields: Any) -> Claim:
    """An agreement claim of Russia and North Korea, a treaty unless ``type_`` says otherwise."""
    parties = fields.pop("parties", (RUSSIA, NORTH_KOREA))
    return claim("agreement", fields.pop("type_", "treaty"), {"party": parties}, info, **fields)


_PARAGRAPH = (
    "The ministers met; nothing that they said is known, and every word of this sentence is only here to be read. "
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """One of a dozen articles, whose text is the same whenever it is drawn."""
    number = draw(st.integers(0, 11))
    published = None if number == 11 else date(2024, 6, 10) + timedelta(days=17 * (number % 5))
    info = ArticleInfo(
        id=f"a{number}",
        publisher=(None, "Paper A", "Paper B", "Agency C")[number % 4],
        published=published,
        language=("fr", "en")[number % 2],
    )
    return Article(info=info, text=f"Article {number % 8}. " + _PARAGRAPH * 3)


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    """A day, month, year, open or closed range of 2024, often the same one."""
    first = date(2024, 6, 1) + timedelta(days=draw(st.sampled_from([0, 9, 18, 18, 18, 40, 200])))
    precision: Precision = draw(st.sampled_from(["day", "day", "month", "year", "range"]))
    if precision in ("day", "month", "year"):
        return on(first.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]])
    if draw(st.booleans()):
        return TimeSpan(start=first, end=None, precision="range")
    return TimeSpan(start=first, end=first + timedelta(days=draw(st.integers(0, 400))), precision="range")


_quantities = st.builds(
    Quantity,
    min=st.sampled_from([None, 600, 3000]),
    max=st.sampled_from([3000, 12000.5]),
    of=st.sampled_from(["soldiers", "missiles"]),
    approximate=st.booleans(),
)
_actors = st.sampled_from([RUSSIA, NORTH_KOREA, PUTIN, KIM, SHOIGU, UKRAINE])
_some = st.lists(_actors, max_size=2, unique=True).map(tuple)
_places = st.lists(st.sampled_from([KURSK, KYIV, UKRAINE]), max_size=1).map(tuple)
_modalities: st.SearchStrategy[Modality] = st.sampled_from(
    ["asserted", "asserted", "asserted", "reported", "planned", "possible", "denied"]
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim of any kind about the same few actors, its quote a true passage of its article."""
    source = draw(articles())
    start = draw(st.integers(0, 60))
    kind: ClaimKind = draw(st.sampled_from(["agreement", "event", "event", "office", "relation"]))
    fields: dict[str, Any] = {
        "article": source.info,
        "kind": kind,
        "evidence": Evidence.of(source, start, start + draw(st.integers(30, 120))),
        "modality": draw(_modalities),
        "attribution": draw(st.lists(st.sampled_from([RUSSIA, UKRAINE]), max_size=1).map(tuple)),
        "time": draw(st.none() | spans()),
    }
    return Claim(**fields, **draw(_KINDS[kind]))


@st.composite
def visits(draw: st.DrawFn) -> Claim:
    """A claim of a visit that is planned, called off or put off, made or denied."""
    type_, modality, word = draw(st.sampled_from(_TELLINGS))
    source = draw(articles())
    start = draw(st.integers(0, 60))
    return Claim(
        article=source.info,
        kind="event",
        type=type_,
        subtype="visit",
        roles={"actor": (PUTIN,), "target": (draw(st.sampled_from([NORTH_KOREA, NORTH_KOREA, IRAN])),)},
        evidence=Evidence.of(source, start, start + 30),
        modality=modality,
        rule=f"{type_}:en:verb:{word}",
        time=draw(st.none() | spans()),
    )


_TELLINGS: list[tuple[str, Modality, str]] = [
    ("AGREE", "planned", "plan"),
    ("AGREE", "asserted", "agree"),
    ("CONSULT", "planned", "visit"),
    ("CONSULT", "asserted", "visit"),
    ("CONSULT", "denied", "visit"),
    ("REJECT", "asserted", "cancel"),
    ("REJECT", "asserted", "postpone"),
    ("REJECT", "reported", "cancel"),
]


def _agreements() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "type": st.sampled_from(["treaty", "pact", "agreement", "memorandum", "ceasefire"]),
            "roles": st.fixed_dictionaries({"party": st.just((RUSSIA, NORTH_KOREA)) | _some, "place": _places}),
            "label": st.sampled_from([None, "traité", "traité de paix", "peace treaty", "treaty on trade"]),
            "in_force": st.none() | spans(),
            "stage": st.sampled_from([None, "proposed", "announced", "signed", "ratified", "in force", "ended"]),
            "provides": st.sampled_from([(), ("mutual defence",)]),
        }
    )


def _events() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "type": st.sampled_from(["CONSULT", "ASSAULT", "AID", "AGREE", "REJECT"]),
            "subtype": st.sampled_from([None, None, "visit"]),
            "roles": st.fixed_dictionaries({"actor": _some, "target": _some, "place": _places}),
            "quantities": st.lists(_quantities, max_size=2).map(tuple),
        }
    )


def _offices() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "type": st.just("office"),
            "office": st.sampled_from(["president", "ambassador"]),
            "scene": st.none() | spans(),
            "standing": st.sampled_from([None, "current", "former", "new"]),
            "roles": st.fixed_dictionaries(
                {"holder": st.sampled_from([(PUTIN,), (SHOIGU,)]), "of": st.sampled_from([(), (RUSSIA,)])}
            ),
        }
    )


def _relations() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "type": st.sampled_from(["allyOf", "memberOf"]),
            "roles": st.fixed_dictionaries({"subject": _some, "object": _some}),
        }
    )


_KINDS = {"agreement": _agreements(), "event": _events(), "office": _offices(), "relation": _relations()}


def claim_sets(max_size: int = 25) -> st.SearchStrategy[list[Claim]]:
    """Sets of claims of several articles, as lists without repetition; some only of visits and who calls them off."""
    kinds = (claims(), claims() | visits(), visits())
    return st.one_of(*(st.lists(kind, max_size=max_size, unique_by=lambda one: one.id) for kind in kinds))


@st.composite
def hot_claims(draw: st.DrawFn) -> Claim:
    """A claim, of one of 60 articles, of what everybody writes about: a treaty, a visit, a president, an alliance."""
    number = draw(st.integers(0, 59))
    published = date(2024, 6, 18) + timedelta(days=number % 9) if number % 20 else None
    info = article(
        f"Paper {number % 7}", published.isoformat() if published else None, ("fr", "en")[number % 2], f"a{number}"
    )
    kind: ClaimKind = draw(st.sampled_from(["agreement", "event", "office", "relation"]))
    time = draw(st.sampled_from([None, None, "2024-06-19", "2024-06-19", "2024-06-20", "2024-06", "2024"]))
    fields: dict[str, Any] = {
        "modality": draw(_modalities),
        "time": on(time) if time else None,
        "start": draw(st.integers(0, 1)),
    }
    if draw(st.integers(0, 9)) == 0:
        fields["quote"] = f"What an agency wrote of this {kind}, which some papers print as they got it."
    return claim(*draw(_HOT[kind]), info, **fields, **draw(_HOT_FIELDS[kind]))


_VISITED = st.sampled_from([(NORTH_KOREA,), (NORTH_KOREA, KIM), (KIM,)])
_HOT: dict[ClaimKind, st.SearchStrategy[tuple[ClaimKind, str, dict[str, Any]]]] = {
    "agreement": st.tuples(
        st.just("agreement"),
        st.sampled_from(["treaty", "treaty", "pact"]),
        st.fixed_dictionaries({"party": st.sampled_from([(RUSSIA, NORTH_KOREA), (PUTIN, KIM)]), "place": _places}),
    ),
    "event": st.tuples(
        st.just("event"),
        st.just("CONSULT"),
        st.fixed_dictionaries({"actor": st.sampled_from([(RUSSIA,), (PUTIN,)]), "target": _VISITED, "place": _places}),
    ),
    "office": st.tuples(
        st.just("office"),
        st.just("office"),
        st.fixed_dictionaries({"holder": st.sampled_from([(PUTIN,), (PUTIN,), (SHOIGU,)]), "of": st.just((RUSSIA,))}),
    ),
    "relation": st.tuples(
        st.just("relation"), st.just("allyOf"), st.just({"subject": (RUSSIA,), "object": (NORTH_KOREA,)})
    ),
}
_HOT_FIELDS: dict[ClaimKind, st.SearchStrategy[dict[str, Any]]] = {
    "agreement": st.fixed_dictionaries(
        {
            "label": st.sampled_from([None, "traité", "traité de paix", "peace treaty"]),
            "stage": st.sampled_from([None, "announced", "signed", "signed", "ratified", "in force"]),
            "in_force": st.none() | st.sampled_from([on("2024-12-04"), on("2024-12")]),
            "provides": st.sampled_from([(), ("mutual defence",)]),
        }
    ),
    "event": st.fixed_dictionaries(
        {
            "subtype": st.sampled_from(["visit", "visit", None]),
            "quantities": st.lists(_quantities, max_size=1).map(tuple),
        }
    ),
    "office": st.fixed_dictionaries(
        {"office": st.just("president"), "standing": st.sampled_from([None, "current", "former"])}
    ),
    "relation": st.just({}),
}


def hot_claim_sets(max_size: int = 60) -> st.SearchStrategy[list[Claim]]:
    """Sets of claims that nearly all bear on the same few facts, as lists without repetition."""
    return st.lists(hot_claims(), min_size=10, max_size=max_size, unique_by=lambda one: one.id)
