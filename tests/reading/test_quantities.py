"""Figures are found with what they count, in French and English.

A case reads ``text => expression | noun = least..most of [unit] [about]``; one figure stands for itself, a missing
one is an open end.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.quantities import FoundQuantity, find_quantities
from kg.reading.times import find_times

FRENCH = """
dix de ses diplomates => dix de ses diplomates | diplomates = 10 diplomats
19 F-16 livrés => 19 F-16 | F-16 = 19 F-16
400 Burundais expulsés => 400 Burundais | Burundais = 400 Burundais
la moitié des 28 marins =>
6 000 hommes => 6 000 hommes | hommes = 6000 soldiers
6.000 hommes => 6.000 hommes | hommes = 6000 soldiers
5 000 ouvriers militaires => 5 000 ouvriers | ouvriers = 5000 workers
6 000 Nord-Coréens déployés => 6 000 Nord-Coréens | Nord-Coréens = 6000 Nord-Coréens
les 6 000 hommes => 6 000 hommes | hommes = 6000 soldiers
300 jeunes soldats => 300 jeunes soldats | soldats = 300 soldiers
quatre régions ukrainiennes => quatre régions | régions = 4 régions
près de 600 soldats nord-coréens => près de 600 soldats | soldats = 600 soldiers about
quelque 600 militaires => quelque 600 militaires | militaires = 600 soldiers about
600 hommes environ => 600 hommes | hommes = 600 soldiers about
plus de 600 soldats => plus de 600 soldats | soldats = 600.. soldiers
au moins 100 civils => au moins 100 civils | civils = 100.. civilians
pas moins de 40 navires => pas moins de 40 navires | navires = 40.. ships
jusqu’à 3 000 soldats => jusqu’à 3 000 soldats | soldats = ..3000 soldiers
moins de 50 drones => moins de 50 drones | drones = ..50 drones
10 000 à 12 000 hommes => 10 000 à 12 000 hommes | hommes = 10000..12000 soldiers
un effectif estimé à 4 000 à 5 000 hommes => estimé à 4 000 à 5 000 hommes | hommes = 4000..5000 soldiers
entre 10 000 et 12 000 hommes => entre 10 000 et 12 000 hommes | hommes = 10000..12000 soldiers
environ 10 000 à 12 000 hommes => environ 10 000 à 12 000 hommes | hommes = 10000..12000 soldiers about
12-14 missiles => 12-14 missiles | missiles = 12..14 missiles
deux ou trois missiles => deux ou trois missiles | missiles = 2..3 missiles
un millier de soldats => un millier de soldats | soldats = 1000 soldiers about
une vingtaine de missiles => une vingtaine de missiles | missiles = 20 missiles about
une centaine de milliers de réfugiés => une centaine de milliers de réfugiés | réfugiés = 100000 refugees about
plus d'un millier de soldats => plus d'un millier de soldats | soldats = 1000.. soldiers about
des milliers de soldats => des milliers de soldats | soldats = 2000.. soldiers about
des dizaines de milliers de personnes => des dizaines de milliers de personnes | personnes = 20000.. people about
quelques centaines d'hommes => quelques centaines d'hommes | hommes = 200.. soldiers about
deux mille soldats => deux mille soldats | soldats = 2000 soldiers
vingt et un missiles => vingt et un missiles | missiles = 21 missiles
quatre-vingt-dix chars => quatre-vingt-dix chars | chars = 90 tanks
cent hommes => cent hommes | hommes = 100 soldiers
un million de personnes => un million de personnes | personnes = 1000000 people
2,5 millions de personnes => 2,5 millions de personnes | personnes = 2500000 people
un demi-million d'obus => un demi-million d'obus | obus = 500000 shells about
1,5 milliard d’euros => 1,5 milliard d’euros | euros = 1500000000 money EUR
dix millions d'euros => dix millions d'euros | euros = 10000000 money EUR
50 millions de dollars => 50 millions de dollars | dollars = 50000000 money USD
2 à 3 millions de dollars => 2 à 3 millions de dollars | dollars = 2000000..3000000 money USD
300 M€ => 300 M€ | 300 M€ = 300000000 money EUR
0,5 % => 0,5 % | % = 0.5 None %
20 % du territoire => 20 % du territoire | % = 20 territory %
trente-cinq pour cent => trente-cinq pour cent | pour cent = 35 None %
500 tonnes de blé => 500 tonnes de blé | tonnes = 500 grain t
200 km => 200 km | km = 200 distance km
50 km² => 50 km² | km² = 50 area km2
13 000 conteneurs de munitions => 13 000 conteneurs | conteneurs = 13000 containers
100 sous-marins => 100 sous-marins | sous-marins = 100 submarines
15 prisonniers de guerre => 15 prisonniers de guerre | prisonniers de guerre = 15 prisoners
12 morts et 30 blessés => 12 morts | morts = 12 deaths; 30 blessés | blessés = 30 wounded
tuant 12 => 12 | 12 = 12 people
les 27 États membres => 27 États membres | États membres = 27 members
deux pays => deux pays | pays = 2 states
les deux pays =>
deux fois =>
deux tiers =>
34 ans =>
24 heures sur 24 =>
la résolution 1718 =>
l'article 5 =>
n° 5 =>
le 19 juin 2024 =>
en 2024 =>
la 3e armée =>
un soldat =>
le 01 23 45 67 89 =>
un Su-35 et un KN-23 =>
le G7 =>
1. Introduction =>
"""

ENGLISH = """
a $14 billion package => $14 billion | $14 billion = 14000000000 money USD
ten of their diplomats => ten of their diplomats | diplomats = 10 diplomats
two-thirds of its 4,000 troops =>
12,000 troops => 12,000 troops | troops = 12000 soldiers
6,000 men => 6,000 men | men = 6000 soldiers
nearly 600 North Korean soldiers => nearly 600 North Korean soldiers | soldiers = 600 soldiers about
600 Russian and North Korean troops => 600 Russian and North Korean troops | troops = 600 soldiers
more than 600 troops => more than 600 troops | troops = 600.. soldiers
at least 100 civilians => at least 100 civilians | civilians = 100.. civilians
500 or more soldiers => 500 or more soldiers | soldiers = 500.. soldiers
100+ drones => 100+ drones | drones = 100.. drones
up to 3,000 men => up to 3,000 men | men = ..3000 soldiers
an estimated 11,000 troops => an estimated 11,000 troops | troops = 11000 soldiers about
between 10,000 and 12,000 troops => between 10,000 and 12,000 troops | troops = 10000..12000 soldiers
10,000–12,000 soldiers => 10,000–12,000 soldiers | soldiers = 10000..12000 soldiers
dozens of missiles => dozens of missiles | missiles = 24.. missiles about
thousands of troops => thousands of troops | troops = 2000.. soldiers about
tens of thousands of people => tens of thousands of people | people = 20000.. people about
several thousand troops => several thousand troops | troops = 2000.. soldiers about
a dozen drones => a dozen drones | drones = 12 drones about
two dozen countries => two dozen countries | countries = 24 states about
a hundred soldiers => a hundred soldiers | soldiers = 100 soldiers about
half a million shells => half a million shells | shells = 500000 shells about
three hundred soldiers => three hundred soldiers | soldiers = 300 soldiers
two hundred and three people => two hundred and three people | people = 203 people
one million shells => one million shells | shells = 1000000 shells
2.5 million people => 2.5 million people | people = 2500000 people
$300 million => $300 million | $300 million = 300000000 money USD
US$5bn => US$5bn | US$5bn = 5000000000 money USD
A$20 million => A$20 million | A$20 million = 20000000 money AUD
€500m => €500m | €500m = 500000000 money EUR
USD 300 million => USD 300 million | USD 300 million = 300000000 money USD
$10 to $12 million => $10 to $12 million | $12 million = 10000000..12000000 money USD
180 million US dollars => 180 million US dollars | US dollars = 180000000 money USD
3.5 percent => 3.5 percent | percent = 3.5 None %
20 per cent of troops => 20 per cent of troops | per cent = 20 soldiers %
2 million barrels of oil => 2 million barrels of oil | barrels = 2000000 oil bbl
1,500 km => 1,500 km | km = 1500 distance km
10 short-range ballistic missiles => 10 short-range ballistic missiles | missiles = 10 missiles
2,000 missile attacks => 2,000 missile attacks | attacks = 2000 attacks
24 F-16 fighter jets => 24 F-16 fighter jets | fighter jets = 24 aircraft
30 North Korean military officers => 30 North Korean military officers | officers = 30 officers
12 dead and 30 wounded => 12 dead | dead = 12 deaths; 30 wounded | wounded = 30 wounded
killing 12 and wounding 30 => 12 | 12 = 12 people; 30 | 30 = 30 people
141 votes => 141 votes | votes = 141 votes
four Ukrainian regions => four Ukrainian regions | regions = 4 regions
the two countries =>
a 12-year-old boy =>
a three-day visit =>
a 10-point plan =>
three times =>
two thirds =>
a 3-1 win =>
resolution 1718 =>
Article 5 =>
the 19th century =>
June 19, 2024 =>
in 2024 =>
at 6 p.m. =>
Boeing 737 =>
World War 2 =>
phone 555-123-4567 =>
one of the men =>
"""


def cases(table: str) -> list[tuple[str, str]]:
    lines = (line.partition("=>") for line in table.strip().splitlines())
    return [(text.strip(), wanted.strip()) for text, _, wanted in lines]


def shown(text: str, found: tuple[FoundQuantity, ...]) -> str:
    """The quantities in the notation of the tables."""
    parts = []
    for one in found:
        quantity = one.quantity
        least, most = ("" if end is None else str(end) for end in (quantity.min, quantity.max))
        figure = least if least == most else f"{least}..{most}"
        words = [figure, str(quantity.of), quantity.unit or "", "about" if quantity.approximate else ""]
        noun = text[one.noun_start : one.noun_end]
        parts.append(f"{text[one.start : one.end]} | {noun} = {' '.join(word for word in words if word)}")
    return "; ".join(parts)


def read(text: str, language: str) -> tuple[FoundQuantity, ...]:
    times = find_times(text, language, published=date(2025, 6, 19))
    return find_quantities(text, language, times=times)


@pytest.mark.parametrize(("text", "wanted"), cases(FRENCH))
def test_french_figures(text: str, wanted: str) -> None:
    """Each French figure has its bounds, what it counts and its unit; what counts nothing gives none."""
    assert shown(text, read(text, "fr")) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases(ENGLISH))
def test_english_figures(text: str, wanted: str) -> None:
    """Each English figure has its bounds, what it counts and its unit; what counts nothing gives none."""
    assert shown(text, read(text, "en")) == wanted


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f", "\u2009"])
def test_thousands_may_be_parted_by_any_blank(blank: str) -> None:
    """Plain, no-break and thin blanks part thousands; offsets count code points of the text as it is."""
    [found] = read(f"🕊 6{blank}000{blank}hommes", "fr")
    assert (found.start, found.end, found.quantity.min) == (2, 14, 6000)


def test_the_comma_is_decimal_in_french_and_parts_thousands_in_english() -> None:
    """1,500 is one and a half in French and fifteen hundred in English."""
    assert read("1,500 tonnes", "fr")[0].quantity.min == 1.5
    assert read("1,500 tonnes", "en")[0].quantity.min == 1500


def test_figures_inside_times_are_no_quantities() -> None:
    """The times given are left alone, even where a noun follows."""
    text = "In June 2024 missiles fell"
    assert [one.quantity.min for one in find_quantities(text, "en")] == [2024]
    assert find_quantities(text, "en", times=find_times(text, "en", published=None)) == ()


HOSTILE = ["1" * 1_000_000, "1 000 " * 20_000, "deux " * 10_000, "vingt-" * 5_000, "5 % de " * 10_000, "1," * 50_000]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{text[:6]}x{len(text)}")
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    """Endless digits and words end; what is found stays inside the text."""
    for one in find_quantities(text, "fr"):
        assert 0 <= one.start < one.end <= len(text)


VOCABULARY = """
6 000 12,000 1,5 million millions de d' soldats hommes troops près plus moins jusqu' à entre et between and to - – %
$ € US euros dollars deux mille cent vingt une dizaine des milliers dozens of thousands a hundred several km tonnes blé
percent pour cent résolution 1718 les tuant killing at least up over or more + ( ) , . l' F-16 missile attacks 1/2
0 00 007 1.2.3 999999999999999999999 three half North Korean
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\u202f"])


@given(words=st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60), language=st.sampled_from(["fr", "en"]))
def test_laws(words: str, language: str) -> None:
    """Whatever the text: nothing is raised, quantities are ordered, inside the text, and bounded the right way."""
    found = find_quantities(words, language)
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(words)
        assert one.start <= one.noun_start < one.noun_end <= one.end
        least, most = one.quantity.min, one.quantity.max
        assert least is not None or most is not None
        assert least is None or most is None or least <= most
        end = one.end
    assert found == find_quantities(words, language)
