"""Expressions of time in French and English are found and anchored to the publication or the date named before.

The article is published on Thursday 19 June 2025 unless a test says otherwise. A case reads
``text => words = first..last precision kind``; one day stands for itself, ``..`` alone is an open end.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.times import FoundTime, find_times

PUBLISHED = date(2025, 6, 19)

FRENCH = """
il y a dix-huit ans, ils ont signé => il y a dix-huit ans = 2007-01-01..2007-12-31 year relative
Il y a vingt ans jour pour jour => Il y a vingt ans jour pour jour = 2005-06-19 day relative
les vingt-cinq ans du traité => les vingt-cinq ans du = 2000-01-01..2000-12-31 year relative
ces derniers jours => ces derniers jours = 2025-06-12..2025-06-19 range range
Un peu plus tôt, il avait parlé => Un peu plus tôt = 2025-06-12..2025-06-19 range range
à la veille de la fin du sommet =>
signé le 19 juin 2024 à Pyongyang => 19 juin 2024 = 2024-06-19 day point
le 1er mars 2023 => 1er mars 2023 = 2023-03-01 day point
le 19/06/2024 => 19/06/2024 = 2024-06-19 day point
le 03/04/2024 => 03/04/2024 = 2024-04-03 day point
publié le 2024-06-19T10:00:00Z => 2024-06-19 = 2024-06-19 day point
Jun 19, 2025 => Jun 19, 2025 = 2025-06-19 day point
19-juin-2024 => 19-juin-2024 = 2024-06-19 day point
vendredi 13 juin 2025 => vendredi 13 juin 2025 = 2025-06-13 day point
le jeudi 19 juin à 18h30 => jeudi 19 juin = 2025-06-19 day point
le 19 juin, Poutine est venu => 19 juin = 2025-06-19 day point
le 3 août, il a signé => 3 août = 2024-08-03 day point
le 25 juin, Poutine arrivera => 25 juin = 2025-06-25 day point
le 3 août, il signera => 3 août = 2025-08-03 day point
le 31 février 2024 =>
en juin 2024 => juin 2024 = 2024-06-01..2024-06-30 month point
EN AOUT 2024 => AOUT 2024 = 2024-08-01..2024-08-31 month point
en août => août = 2024-08-01..2024-08-31 month point
au mois de juin => juin = 2025-06-01..2025-06-30 month point
le sommet, prévu en septembre => septembre = 2025-09-01..2025-09-30 month point
en août prochain => août prochain = 2025-08-01..2025-08-31 month relative
juin dernier => juin dernier = 2024-06-01..2024-06-30 month relative
en juin de l'année dernière => juin de l'année dernière = 2024-06-01..2024-06-30 month relative
mars 2024 => mars 2024 = 2024-03-01..2024-03-31 month point
la planète Mars =>
le robot sur Mars 2020 =>
en 1961 => 1961 = 1961-01-01..1961-12-31 year point
l'an 2000 => 2000 = 2000-01-01..2000-12-31 year point
la guerre (2014) => 2014 = 2014-01-01..2014-12-31 year name
en 2006 et 2013 => 2006 = 2006-01-01..2006-12-31 year point; 2013 = 2013-01-01..2013-12-31 year point
dans les années 1990 => années 1990 = 1990-01-01..1999-12-31 range range
les années 90 => années 90 = 1990-01-01..1999-12-31 range range
au 21e siècle => 21e siècle = 2001-01-01..2100-12-31 range range
l'été dernier => été dernier = 2024-06-01..2024-08-31 season relative
à l'automne 2024 => automne 2024 = 2024-09-01..2024-11-30 season point
l'hiver 2023-2024 => hiver 2023-2024 = 2023-12-01..2024-02-29 season point
au printemps => printemps = 2025-03-01..2025-05-31 season point
cet été => cet été = 2025-06-01..2025-08-31 season relative
il a été blessé =>
début 2023 => début 2023 = 2023-01-01..2023-04-30 range range
fin 2023 => fin 2023 = 2023-09-01..2023-12-31 range range
à la mi-juin 2024 => mi-juin 2024 = 2024-06-11..2024-06-20 range range
fin mai => fin mai = 2025-05-21..2025-05-31 range range
au début de l’année 2023 => début de l’année 2023 = 2023-01-01..2023-04-30 range range
à la fin du mois de mai 2022 => fin du mois de mai 2022 = 2022-05-21..2022-05-31 range range
au premier semestre 2024 => premier semestre 2024 = 2024-01-01..2024-06-30 range range
au deuxième trimestre 2024 => deuxième trimestre 2024 = 2024-04-01..2024-06-30 range range
mardi, il a dit => mardi = 2025-06-17 day relative
mardi soir => mardi = 2025-06-17 day relative
jeudi => jeudi = 2025-06-19 day relative
mardi 17 => mardi 17 = 2025-06-17 day relative
lundi prochain => lundi prochain = 2025-06-23 day relative
dimanche dernier => dimanche dernier = 2025-06-15 day relative
mardi de la semaine dernière => mardi de la semaine dernière = 2025-06-10 day relative
Lundi, les ministres se réuniront => Lundi = 2025-06-23 day relative
dans la nuit de lundi à mardi => de lundi à mardi = 2025-06-16..2025-06-17 range range
le vendredi saint =>
hier => hier = 2025-06-18 day relative
avant-hier => avant-hier = 2025-06-17 day relative
aujourd’hui => aujourd’hui = 2025-06-19 day relative
après-demain => après-demain = 2025-06-21 day relative
ce mois-ci => ce mois-ci = 2025-06-01..2025-06-30 month relative
cette semaine => cette semaine = 2025-06-16..2025-06-22 range relative
la semaine dernière => la semaine dernière = 2025-06-09..2025-06-15 range relative
le mois prochain => le mois prochain = 2025-07-01..2025-07-31 month relative
l'an dernier => l'an dernier = 2024-01-01..2024-12-31 year relative
la semaine du 9 juin => semaine du 9 juin = 2025-06-09..2025-06-15 range range
plus tôt cette semaine => plus tôt cette semaine = 2025-06-16..2025-06-19 range range
il y a deux ans => il y a deux ans = 2023-01-01..2023-12-31 year relative
il y a trois jours => il y a trois jours = 2025-06-16 day relative
il y a une quinzaine de jours => il y a une quinzaine de jours = 2025-06-04 day relative
dans deux mois => dans deux mois = 2025-08-01..2025-08-31 month relative
ces trois dernières années => trois dernières années = 2022-06-19..2025-06-19 range duration
depuis 2014 => depuis 2014 = 2014-01-01.. range since
dès 2014 => dès 2014 = 2014-01-01.. range since
des 2014 hommes =>
à partir de 2026 => à partir de 2026 = 2026-01-01.. range since
depuis le 24 février 2022 => depuis le 24 février 2022 = 2022-02-24.. range since
depuis deux ans => depuis deux ans = 2023-06-19.. range since
depuis la fin de 2022 => depuis la fin de 2022 = 2022-09-01.. range since
depuis le début de l'année => depuis le début de l'année = 2025-01-01.. range since
depuis le début de la guerre =>
après mai 2020 => après mai 2020 = 2020-06-01.. range since
avant 2014 => avant 2014 = ..2013-12-31 range until
jusqu'en 2030 => jusqu'en 2030 = ..2030-12-31 range until
jusqu’au 30 juin => jusqu’au 30 juin = ..2025-06-30 range until
d'ici la fin de l'année => d'ici la fin de l'année = 2025-06-19..2025-12-31 range until
d'ici août => d'ici août = 2025-06-19..2025-08-31 range until
d'ici à trois mois => d'ici à trois mois = 2025-06-19..2025-09-19 range duration
partira avant la fin de l'année => avant la fin de l'année = 2025-06-19..2025-12-31 range until
avant la fin du mois de juillet => avant la fin du mois de juillet = 2025-06-19..2025-07-31 range until
avant fin 2026 => avant fin 2026 = 2025-06-19..2026-12-31 range until
jusqu'à la fin de l'année => jusqu'à la fin de l'année = ..2025-12-31 range until
après sept ans de guerre =>
depuis sept ans => depuis sept ans = 2018-06-19.. range since
le 3 sept. 2024 => 3 sept. 2024 = 2024-09-03 day point
a rendu compte mardi de sa visite => mardi = 2025-06-17 day relative
compte signer mardi => mardi = 2025-06-24 day relative
avant la fin de l'année => avant la fin de l'année = 2025-06-19..2025-12-31 range until
avant la fin de l'année 2027 => avant la fin de l'année 2027 = 2025-06-19..2027-12-31 range until
avant fin septembre => avant fin septembre = 2025-06-19..2025-09-30 range until
entre 2014 et 2016 => entre 2014 et 2016 = 2014-01-01..2016-12-31 range range
de 2014 à 2016 => de 2014 à 2016 = 2014-01-01..2016-12-31 range range
2014-2016 => 2014-2016 = 2014-01-01..2016-12-31 range range
du 3 au 5 mai 2024 => 3 au 5 mai 2024 = 2024-05-03..2024-05-05 range range
du 28 février au 3 mars 2024 => 28 février au 3 mars 2024 = 2024-02-28..2024-03-03 range range
du 28 décembre 2023 au 3 janvier 2024 => du 28 décembre 2023 au 3 janvier 2024 = 2023-12-28..2024-01-03 range range
les 8 et 9 mai => 8 et 9 mai = 2025-05-08..2025-05-09 range range
1er-3 mai 2024 => 1er-3 mai 2024 = 2024-05-01..2024-05-03 range range
de mars à mai 2022 => mars à mai 2022 = 2022-03-01..2022-05-31 range range
entre mars 2022 et juin 2023 => entre mars 2022 et juin 2023 = 2022-03-01..2023-06-30 range range
l’accord de 1968 => 1968 = 1968-01-01..1968-12-31 year name
le traité de juin 2024 => juin 2024 = 2024-06-01..2024-06-30 month name
la résolution 1718 de 2006 => 2006 = 2006-01-01..2006-12-31 year name
lors du sommet de 2019 à Hanoï => 2019 = 2019-01-01..2019-12-31 year name
6 000 hommes =>
une force de 2000 soldats =>
un stock de 1500 kalachnikovs =>
24 heures sur 24 =>
la résolution 1718 =>
l'article 5 du traité =>
le G7 et le F-16 =>
un homme âgé de 34 ans =>
sept hommes =>
les attentats du 11 septembre =>
"""

ENGLISH = """
Thirteen years ago today => Thirteen years ago today = 2012-06-19 day relative
twenty-five years ago => twenty-five years ago = 2000-01-01..2000-12-31 year relative
the 75th anniversary of the treaty => the 75th anniversary of = 1950-01-01..1950-12-31 year relative
in recent days => in recent days = 2025-06-12..2025-06-19 range range
June 19, 2024 => June 19, 2024 = 2024-06-19 day point
19 June 2024 => 19 June 2024 = 2024-06-19 day point
Jun. 19, 2024 => Jun. 19, 2024 = 2024-06-19 day point
June 19th, 2024 => June 19th, 2024 = 2024-06-19 day point
Sept. 11, 2001 => Sept. 11, 2001 = 2001-09-11 day point
Wed, 18 Jun 2025 => Wed, 18 Jun 2025 = 2025-06-18 day point
Tuesday, June 17 => Tuesday, June 17 = 2025-06-17 day point
the 19th of June 2024 => 19th of June 2024 = 2024-06-19 day point
the 19th of June => 19th of June = 2025-06-19 day point
2024-06-19 => 2024-06-19 = 2024-06-19 day point
6/19/2024 => 6/19/2024 = 2024-06-19 day point
19/6/2024 => 19/6/2024 = 2024-06-19 day point
03/04/2024 => 03/04/2024 = 2024-01-01..2024-12-31 year point
on June 4 => June 4 = 2025-06-04 day point
on August 4 => August 4 = 2024-08-04 day point
On August 4 leaders will meet => August 4 = 2025-08-04 day point
February 29 => February 29 = 2024-02-29 day point
in June 2024 => June 2024 = 2024-06-01..2024-06-30 month point
in August => August = 2024-08-01..2024-08-31 month point
will fly in August => August = 2025-08-01..2025-08-31 month point
last June => last June = 2024-06-01..2024-06-30 month relative
next August => next August = 2025-08-01..2025-08-31 month relative
in June last year => June last year = 2024-06-01..2024-06-30 month relative
January and February this year => January and February this year = 2025-01-01..2025-02-28 range relative
in May => May = 2025-05-01..2025-05-31 month point
Russia may attack =>
it may 8 times =>
RUSSIA MAY ATTACK =>
They march in 2024 => 2024 = 2024-01-01..2024-12-31 year point
the march of 12 men =>
Theresa May met him =>
in 1996 => 1996 = 1996-01-01..1996-12-31 year point
in 2006 and 2013 => 2006 = 2006-01-01..2006-12-31 year point; 2013 = 2013-01-01..2013-12-31 year point
the war (1950–53) => 1950–53 = 1950-01-01..1953-12-31 range name
the 1990s => the 1990s = 1990-01-01..1999-12-31 range range
the early 1990s => early 1990s = 1990-01-01..1993-12-31 range range
the 19th century => 19th century = 1801-01-01..1900-12-31 range range
autumn 2024 => autumn 2024 = 2024-09-01..2024-11-30 season point
last summer => last summer = 2024-06-01..2024-08-31 season relative
in the spring => spring = 2025-03-01..2025-05-31 season point
prices fall =>
early November 2024 => early November 2024 = 2024-11-01..2024-11-10 range range
late 2023 => late 2023 = 2023-09-01..2023-12-31 range range
mid-2023 => mid-2023 = 2023-05-01..2023-08-31 range range
late last year => late last year = 2024-09-01..2024-12-31 range range
the first half of 2024 => first half of 2024 = 2024-01-01..2024-06-30 range range
in Q1 2024 => Q1 2024 = 2024-01-01..2024-03-31 range range
on Tuesday => Tuesday = 2025-06-17 day relative
said Monday that Russia will => Monday = 2025-06-16 day relative
On Wednesday, Seoul said it will respond => Wednesday = 2025-06-18 day relative
will meet on Monday => Monday = 2025-06-23 day relative
next Monday => next Monday = 2025-06-23 day relative
last Friday => last Friday = 2025-06-13 day relative
Tuesday last week => Tuesday last week = 2025-06-10 day relative
Black Friday =>
on the sun =>
yesterday => yesterday = 2025-06-18 day relative
the day after tomorrow => the day after tomorrow = 2025-06-21 day relative
three days ago => three days ago = 2025-06-16 day relative
24 hours ago => 24 hours ago = 2025-06-18 day relative
two weeks ago => two weeks ago = 2025-06-02..2025-06-08 range relative
a year ago => a year ago = 2024-01-01..2024-12-31 year relative
this month => this month = 2025-06-01..2025-06-30 month relative
next year => next year = 2026-01-01..2026-12-31 year relative
earlier this month => earlier this month = 2025-06-01..2025-06-19 range range
over the last three months => the last three months = 2025-03-19..2025-06-19 range duration
it will launch in two years => in two years = 2027-01-01..2027-12-31 year relative
since 2014 => since 2014 = 2014-01-01.. range since
since June 2024 => since June 2024 = 2024-06-01.. range since
since the start of the war =>
after 2020 => after 2020 = 2021-01-01.. range since
until 2016 => until 2016 = ..2016-12-31 range until
by 2030 => by 2030 = 2025-06-19..2030-12-31 range until
by August => by August = 2025-06-19..2025-08-31 range until
by the end of 2025 => by the end of 2025 = 2025-06-19..2025-12-31 range until
before the end of the year => before the end of the year = 2025-06-19..2025-12-31 range until
will leave within three weeks => within three weeks = 2025-06-19..2025-07-10 range duration
left within three weeks =>
before mid-2026 => before mid-2026 = 2025-06-19..2026-04-30 range until
before the end of the month => before the end of the month = 2025-06-19..2025-06-30 range until
before the end of 2027 => before the end of 2027 = 2025-06-19..2027-12-31 range until
before June 2024 => before June 2024 = ..2024-05-31 range until
between 2014 and 2016 => between 2014 and 2016 = 2014-01-01..2016-12-31 range range
from March to May 2022 => March to May 2022 = 2022-03-01..2022-05-31 range range
from June 3 to June 5, 2024 => June 3 to June 5, 2024 = 2024-06-03..2024-06-05 range range
May 30 to June 2, 2024 => May 30 to June 2, 2024 = 2024-05-30..2024-06-02 range range
August 2023 to March 2024 => August 2023 to March 2024 = 2023-08-01..2024-03-31 range range
May 8–10 => May 8–10 = 2025-05-08..2025-05-10 range range
on 4 and 5 June => 4 and 5 June = 2025-06-04..2025-06-05 range range
from Monday to Wednesday => from Monday to Wednesday = 2025-06-16..2025-06-18 range range
the 1968 treaty => 1968 = 1968-01-01..1968-12-31 year name
the 1994 Agreed Framework => 1994 = 1994-01-01..1994-12-31 year name
Russia's 2022 invasion => 2022 = 2022-01-01..2022-12-31 year name
Resolution 2397 (2017) => 2017 = 2017-01-01..2017-12-31 year name
resolution 1718 =>
a force of 2000 soldiers =>
12,000 troops and 1,500 men =>
Article 5 =>
he came second =>
a 3-1 win over $2024 =>
an 18-month plan =>
the day before the summit =>
"""


def cases(table: str) -> list[tuple[str, str]]:
    return [
        (text.strip(), wanted.strip())
        for text, _, wanted in (line.partition("=>") for line in table.strip().splitlines())
    ]


def shown(text: str, times: tuple[FoundTime, ...]) -> str:
    """The times in the notation of the tables."""
    parts = []
    for time in times:
        first, last = (day.isoformat() if day else "" for day in (time.span.start, time.span.end))
        days = first if first == last else f"{first}..{last}"
        parts.append(f"{text[time.start : time.end]} = {days} {time.span.precision} {time.kind}")
    return "; ".join(parts)


@pytest.mark.parametrize(("text", "wanted"), cases(FRENCH))
def test_french_expressions(text: str, wanted: str) -> None:
    """Each French expression has its days, its precision and its kind; what is no time gives none."""
    assert shown(text, find_times(text, "fr", published=PUBLISHED)) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases(ENGLISH))
def test_english_expressions(text: str, wanted: str) -> None:
    """Each English expression has its days, its precision and its kind; what is no time gives none."""
    assert shown(text, find_times(text, "en", published=PUBLISHED)) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "Le 3 mai 2024, il signe. Le lendemain, il part.", ["2024-05-03", "2024-05-04"]),
        ("fr", "Le 3 mai 2024, il signe. La veille, il doutait.", ["2024-05-03", "2024-05-02"]),
        (
            "fr",
            "Le 3 mai 2024, il dénonce le pacte de 1998. Le même jour, il part.",
            ["2024-05-03", "1998-01-01", "2024-05-03"],
        ),
        (
            "en",
            "On May 3, 2024, it left the 1998 pact. The same day, others left.",
            ["2024-05-03", "1998-01-01", "2024-05-03"],
        ),
        ("fr", "Le 3 mai 2024, il signe. Deux jours plus tôt, non.", ["2024-05-03", "2024-05-01"]),
        ("fr", "Le 3 mai 2024, il signe. Le même jour, il part.", ["2024-05-03", "2024-05-03"]),
        ("fr", "En 2019, accord. L’année suivante, rupture.", ["2019-01-01", "2020-01-01"]),
        ("fr", "En 2019, accord. Cette année-là, rupture.", ["2019-01-01", "2019-01-01"]),
        ("fr", "Le 21 février 2022, il parle. Le 24 février, il attaque.", ["2022-02-21", "2022-02-24"]),
        ("fr", "En 2014, la guerre éclate. En mars, elle s’étend.", ["2014-01-01", "2014-03-01"]),
        ("fr", "Signé le 19 juin 2024, en vigueur le 4 décembre.", ["2024-06-19", "2024-12-04"]),
        ("fr", "Kim l’a vu en septembre 2023, puis en juin.", ["2023-09-01", "2024-06-01"]),
        ("en", "In October 2024 troops came. In April they left.", ["2024-10-01", "2025-04-01"]),
        ("fr", "Le traité de 1961. Cinq ans plus tard, rien.", ["1961-01-01", "1966-01-01"]),
        ("en", "On June 4, 2024 he left. Two days later he died.", ["2024-06-04", "2024-06-06"]),
        ("en", "In 2019 they met. That year, talks failed.", ["2019-01-01", "2019-01-01"]),
        ("en", "On 4 June 2024 he left. The following day he died.", ["2024-06-04", "2024-06-05"]),
        ("en", "In 1950, war began. Three years later, it ended.", ["1950-01-01", "1953-01-01"]),
        ("en", "On 24 February 2022 war began. On 2 March it spread.", ["2022-02-24", "2022-03-02"]),
    ],
)
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_anaphora(language: str, text: str, wanted: list[str], published: date | None) -> None:
    """« Le lendemain » and dates without a year count from the date named before, whatever the publication."""
    assert [str(time.span.start) for time in find_times(text, language, published=published)] == wanted


def test_a_year_does_not_carry_into_another_paragraph() -> None:
    """A date without a year in a new paragraph is again near the publication."""
    times = find_times("Le 21 février 2022, il parle.\n\nLe 2 mars, il se tait.", "fr", published=PUBLISHED)
    assert [str(time.span.start) for time in times] == ["2022-02-21", "2025-03-02"]


@pytest.mark.parametrize("text", ["hier", "mardi", "le 19 juin", "il y a deux ans", "le mois prochain", "le lendemain"])
def test_without_anchor_nothing_relative_is_found(text: str) -> None:
    """Without a publication or a date before it, a relative expression is left out."""
    assert find_times(text, "fr", published=None) == ()


def test_offsets_count_code_points_of_the_text_as_it_is() -> None:
    """No-break spaces, typographic apostrophes and decomposed accents do not move the offsets."""
    text = "L’accord 🕊 d’aou\u0302t\u00a02024"
    [time] = find_times(text, "fr", published=None)
    assert text[time.start : time.end] == "aou\u0302t\u00a02024"


def test_a_date_goes_on_over_a_wrapped_line() -> None:
    """In text wrapped at a width a date may stand on two lines; a heading and its sentence stay apart."""
    line = "The two governments said that they had signed the treaty in June\n"
    wrapped = line + "2024 after a long night of talks between the two delegations and\n" + "many a toast."
    assert [str(time.span.start) for time in find_times(wrapped, "en", published=None)] == ["2024-06-01"]
    assert find_times("The talks of 5\n\nJune", "en", published=None) == ()


HOSTILE = [
    "1" * 200_000,
    "1 000 " * 20_000,
    "2024-" * 20_000,
    "de " * 30_000,
    "mai " * 20_000,
    "(" * 100_000,
    "1." * 50_000,
]


@pytest.mark.parametrize("text", [*HOSTILE, "1" * 1_000_000], ids=lambda text: f"{text[:6]}x{len(text)}")
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    """Endless digits, words and marks end; what is found stays inside the text."""
    for time in find_times(text, "fr", published=PUBLISHED):
        assert 0 <= time.start < time.end <= len(text)


VOCABULARY = """
le 19 juin 2024 31 février mardi 17 du au 3 5 mai et - – , . ( ) depuis 2014 entre en il y a deux ans jours fin début
mi l' été dernier prochain hier la veille lendemain plus tard tôt 1er 1990s 99 June May 8 2024-06-19 31/12/9999 last
next since until by between and of the three days ago later that year Tuesday 0 2199 1000 une dizaine de semaines
dans cent trimestre siècle 21e hours decade week-end semaine avant après this weekend from to
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])


@given(
    words=st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60),
    language=st.sampled_from(["fr", "en"]),
    published=st.none() | st.dates(),
)
def test_laws(words: str, language: str, published: date | None) -> None:
    """Whatever the text: nothing is raised, times are ordered and inside the text, and the same text gives the same."""
    times = find_times(words, language, published=published)
    end = 0
    for time in times:
        assert end <= time.start < time.end <= len(words)
        assert time.span.start is None or time.span.end is None or time.span.start <= time.span.end
        end = time.end
    assert times == find_times(words, language, published=published)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "On Friday Ghana and Togo met. The text is fine, a minister said on Sunday. That day they also signed.",
            ["2025-06-13", "2025-06-15", "2025-06-13"],
        ),
        ("en", "Russia struck, the governor said on Monday. A day earlier it had too.", ["2025-06-16", "2025-06-15"]),
        (
            "fr",
            "Vendredi, ils ont signé. « Tant mieux », a répété dimanche un ministre. Ce jour-là, ils ont ri.",
            ["2025-06-13", "2025-06-15", "2025-06-13"],
        ),
    ],
)
def test_when_somebody_said_so_is_beside_the_story(language: str, text: str, wanted: list[str]) -> None:
    """« Ce jour-là » is that of the story, not that on which somebody was quoted in passing; alone, that one counts."""
    assert [str(time.span.start) for time in find_times(text, language, published=PUBLISHED)] == wanted
