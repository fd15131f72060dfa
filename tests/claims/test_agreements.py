# ruff: noqa: E501
"""Agreements: kind, name, parties, stage, dates and what they provide; a mere mention of an alliance is none."""

import pytest

from tests.sentences import Passage, cases, check, claims, named


@cases("""
fr La France et l'Italie ont signé un traité. => agreement treaty FRA+ITA stage signed
en France and Italy signed a treaty. => agreement treaty FRA+ITA stage signed
fr La France a signé un traité avec l'Italie. => agreement treaty FRA+ITA stage signed
en France signed a treaty with Italy. => agreement treaty FRA+ITA stage signed
fr Le traité entre le Chili et l'Argentine a été signé en 1984. => agreement treaty CHL+ARG stage signed on 1984
en The treaty between Chile and Argentina was signed in 1984. => agreement treaty CHL+ARG stage signed on 1984
fr Un accord commercial a été conclu par l'Inde et l'Australie. => agreement trade_agreement IND+AUS
fr L'accord de libre-échange entre l'UE et le Mercosur a été signé. => agreement trade_agreement Union_européenne+Mercosur stage signed
en Vietnam and Laos signed a memorandum of understanding on coast guards. => agreement memorandum VNM+LAO stage signed
en Peru and Chile signed a treaty of friendship in 1929. => agreement treaty PER+CHL stage signed on 1929
fr Le Pérou et le Chili ont signé un traité d'amitié en 1929. => agreement treaty PER+CHL stage signed on 1929
en India and Australia concluded a trade agreement. => agreement trade_agreement IND+AUS
fr Le Japon, l'Australie et l'Inde ont signé un mémorandum. => agreement memorandum JPN+AUS+IND stage signed
en Japan, Australia and India signed a memorandum. => agreement memorandum JPN+AUS+IND stage signed
""")
def test_parties_that_the_sentence_names(passage: Passage, wanted: str) -> None:
    """Whoever signs, whoever it is signed with, and both sides of « entre » are the parties."""
    check(passage, wanted)


@cases("""
fr L'accord franco-allemand a été signé en 1963. => agreement agreement FRA+DEU stage signed on 1963
en The Franco-German treaty was signed in 1963. => agreement treaty FRA+DEU stage signed on 1963
fr Le pacte germano-soviétique a été signé le 23 août 1939. => agreement pact DEU+SUN stage signed on 1939-08-23
en The Sino-Russian treaty was signed in 2001. => agreement treaty CHN+RUS stage signed on 2001
""")
def test_parties_in_an_adjective(passage: Passage, wanted: str) -> None:
    """« franco-allemand » and "Sino-Russian" name both parties."""
    check(passage, wanted)


@cases("""
fr Le Brésil et le Chili se rapprochent. Cette entente a été scellée en mai 2023 par la signature d'un traité de partenariat. => agreement treaty|partnership BRA+CHL stage signed on 2023-05
fr Le président vietnamien a reçu son homologue laotien. Les deux pays ont signé un accord commercial. => agreement trade_agreement VNM+LAO stage signed
en The Vietnamese president received his Laotian counterpart. The two countries signed a trade agreement. => agreement trade_agreement VNM+LAO stage signed
""")
def test_parties_that_the_context_names(passage: Passage, wanted: str) -> None:
    """Where the sentence leaves the parties out, those spoken of just before are meant."""
    check(passage, wanted)


@cases("""
fr Le Canada et le Mexique négocient un accord commercial. => no agreement trade_agreement CAN+MEX stage signed
fr Le Canada et le Mexique signeront un traité en 2027. => agreement treaty CAN+MEX planned
en Canada and Mexico will sign a treaty in 2027. => agreement treaty CAN+MEX planned
fr Le Canada et le Mexique pourraient signer un traité. => agreement treaty CAN+MEX possible
en Canada and Mexico may sign a treaty. => agreement treaty CAN+MEX possible
fr Le Canada a refusé de signer le traité avec le Mexique. => agreement treaty CAN+MEX denied
en Canada refused to sign the treaty with Mexico. => agreement treaty CAN+MEX denied
fr Le Canada et le Mexique n'ont pas signé le traité. => agreement treaty CAN+MEX denied
fr Le Canada et le Mexique n'ont pas signé d'accord. => agreement agreement CAN+MEX denied
fr Selon Washington, le Canada et le Mexique ont signé un traité. => agreement treaty CAN+MEX reported by USA
fr Le traité entre le Canada et le Mexique est entré en vigueur en 2020. => agreement treaty CAN+MEX stage in force since 2020
en The treaty between Canada and Mexico entered into force in 2020. => agreement treaty CAN+MEX stage in force since 2020
fr La Pologne et la Lituanie ont ratifié le traité. => agreement treaty POL+LTU stage ratified
en Poland and Lithuania ratified the treaty. => agreement treaty POL+LTU stage ratified
en Russia suspended its treaty with Norway. => agreement treaty RUS+NOR stage suspended
fr La Russie a suspendu le traité avec la Norvège. => agreement treaty RUS+NOR stage suspended
fr L'Inde a mis fin au traité avec le Népal en 2023. => agreement treaty IND+NPL stage ended until 2023
en India ended the treaty with Nepal in 2023. => agreement treaty IND+NPL stage ended until 2023
""")
def test_stages(passage: Passage, wanted: str) -> None:
    """Signed, ratified, in force, suspended and ended are told apart; a refusal is denied, a plan planned."""
    check(passage, wanted)


@cases("""
fr La Russie et la Corée du Nord ont signé un traité qui prévoit une clause d'assistance mutuelle. => agreement treaty RUS+PRK provides mutual defence
en Russia and North Korea signed a treaty that includes a mutual defence clause. => agreement treaty RUS+PRK provides mutual defence
""")
def test_what_an_agreement_provides(passage: Passage, wanted: str) -> None:
    """A clause that the sentence names stands in ``provides``."""
    check(passage, wanted)


@cases("""
fr L'alliance entre la France et la Pologne est solide. => no agreement alliance any
en The alliance between France and Poland is strong. => no agreement alliance any
fr La France et la Pologne sont d'accord. => no agreement * any
fr La France et la Pologne se sont mises d'accord. => no agreement * asserted stage signed
en France and Poland agree. => no agreement * any
fr Le président français a signé un livre en Pologne. => no agreement * any
""")
def test_a_bare_mention_is_no_agreement(passage: Passage, wanted: str) -> None:
    """An alliance is a claim only where somebody concludes, joins or leaves it; being of one mind is none at all."""
    check(passage, wanted)


@cases("""
fr L'Arabie saoudite et l'Iran ont signé à Pékin un accord de coopération. => agreement * SAU+IRN at Pékin
en Saudi Arabia and Iran signed an agreement in Beijing. => agreement * SAU+IRN at Beijing
""")
def test_where_it_was_signed(passage: Passage, wanted: str) -> None:
    """The city of the signature is a place, not the state that governs from it."""
    check(passage, wanted)


def test_the_label_is_the_name_in_the_text() -> None:
    """An agreement is called what the text calls it, without its article and parties."""
    french = named(Passage("La Russie et l'Iran ont signé un traité de partenariat stratégique global à Moscou."))
    english = named(Passage("Russia and Iran signed a comprehensive strategic partnership treaty in Moscow.", "en"))
    assert [c.label for c in claims(french) if c.kind == "agreement"] == ["traité de partenariat stratégique global"]
    assert [c.label for c in claims(english) if c.kind == "agreement"] == ["comprehensive strategic partnership treaty"]


def test_a_signature_is_an_event_too() -> None:
    """Signing is SUPPORT of one party to the others."""
    passage = named(Passage("Le Kenya et l'Ouganda ont signé un traité en 2019."))
    check(passage, "SUPPORT KEN<>UGA on 2019")


@cases("""
en Peru and Chile signed a fishing agreement in Lima on 3 March 2020. It took effect in May 2021. => agreement agreement PER+CHL stage in_force on 2020-03-03 since 2021-05
fr Le Pérou et le Chili ont signé un accord de pêche en 2020. Le texte est entré en vigueur en mai 2021. => agreement agreement PER+CHL on 2020 since 2021-05
fr Le traité a été signé en 1990 par la Norvège et l'Islande. En mars, Oslo a suspendu sa participation au traité. => agreement treaty NOR+ISL stage suspended on 1990
en Norway and Iceland signed a treaty in 1990. In March, Oslo suspended its participation in the treaty. => agreement treaty NOR+ISL stage suspended on 1990
""")
def test_passages_of_one_agreement(passage: Passage, wanted: str) -> None:
    """What later sentences say of « le texte », "it" or "the treaty" is said of the agreement that was spoken of."""
    check(passage, wanted.replace("in_force", "in force"))


def test_an_agreement_is_told_once() -> None:
    """A bare mention of an agreement that the article tells of elsewhere is no claim of its own."""
    passage = named(
        Passage(
            "Kenya and Uganda signed a trade agreement in 2019. Farmers like the agreement. "
            "The agreement with Kenya is popular in Uganda.",
            "en",
        )
    )
    assert [c.type for c in claims(passage) if c.kind == "agreement"] == ["trade agreement"]


@cases("""
en Kenya and Uganda signed a pact in 2019. The previous pact, signed in 1998, lapsed in 2010. => agreement pact KEN+UGA on 2019; agreement pact KEN+UGA stage ended on 1998 until 2010
fr Le Kenya et l'Ouganda ont signé un pacte en 2019. Le pacte précédent, conclu en 1998, a expiré en 2010. => agreement pact KEN+UGA on 2019; agreement pact KEN+UGA stage ended on 1998 until 2010
fr Le Kenya et l'Ouganda ont signé un accord sur l'eau et un accord sur le gaz. => agreement agreement KEN+UGA label accord sur l'eau; agreement agreement KEN+UGA label accord sur le gaz
""")
def test_several_agreements_of_one_pair(passage: Passage, wanted: str) -> None:
    """An earlier, another or otherwise named agreement is one of its own, between the same parties."""
    check(passage, wanted)


@cases("""
en Ghana and Togo agreed on Tuesday to share the waters of the Volta. => agreement agreement GHA+TGO stage announced on 2025-06-17
fr Le Ghana et le Togo sont convenus de partager les eaux de la Volta. => agreement agreement GHA+TGO stage announced
fr Le Ghana s'est entendu avec le Togo sur le tracé de la frontière. => agreement agreement GHA+TGO stage announced
en Ghana and Togo agreed to deepen cooperation. => no agreement * any
en Ghana and Togo agree on many things. => no agreement * any
""")
def test_deals_without_a_noun(passage: Passage, wanted: str) -> None:
    """Who agrees with another to do something concludes an agreement; who agrees to go on together does not."""
    check(passage, wanted)


@cases("""
fr Le Kenya et l'Ouganda n'ont trouvé aucun accord. => agreement agreement KEN+UGA denied stage proposed
en Kenya and Uganda reached no agreement. => agreement agreement KEN+UGA denied stage proposed
fr Le Kenya ne signera pas le traité avec l'Ouganda. => agreement treaty KEN+UGA denied stage proposed
en Kenya and Uganda are negotiating a treaty. => agreement treaty KEN+UGA planned stage proposed
""")
def test_agreements_that_never_were(passage: Passage, wanted: str) -> None:
    """What was refused or only negotiated is no more than a proposed agreement: denied, or planned."""
    check(passage, wanted)


@cases("""
en Turkey and Libya extended their maritime agreement in 2022 for three years. => agreement agreement TUR+LBY stage signed on 2022 label extension
fr La Turquie et la Libye ont prolongé leur accord maritime en 2022. => agreement agreement TUR+LBY stage signed on 2022 label prolongation
""")
def test_an_extension_is_an_agreement(passage: Passage, wanted: str) -> None:
    """To prolong an agreement is to conclude another, of the same kind."""
    check(passage, wanted)


@cases("""
en Egypt and Sudan reached a truce brokered by Qatar. => agreement ceasefire EGY+SDN
fr L'Égypte et le Soudan ont conclu une trêve sous l'égide du Qatar. => agreement ceasefire EGY+SDN
en Egypt and Sudan signed the Doha agreement in Doha. => agreement * EGY+SDN
""")
def test_who_is_no_party(passage: Passage, wanted: str) -> None:
    """Mediators and the state of the city where it was signed are no parties."""
    check(passage, wanted)


@cases("""
fr La signature, lundi à Lomé, d'un accord de pêche entre le Togo et le Bénin a surpris. => agreement agreement TGO+BEN stage signed on 2025-06-16
fr Les ministres de l'Inde et du Népal ont signé un traité. => agreement treaty IND+NPL stage signed
en The accord between Laos and Vietnam dates from 1988. => agreement agreement LAO+VNM stage signed on 1988
""")
def test_words_that_a_parse_may_tear_apart(passage: Passage, wanted: str) -> None:
    """What stands between a signature and its agreement, and dates and signers beside, do not hide who signed what."""
    check(passage, wanted)


def test_parties_are_not_guessed_where_many_are_named() -> None:
    """Where neither the words nor the article say between whom, there is no claim."""
    passage = named(Passage("Paris, Rome, Berlin et Madrid se sont parlé. Aucun accord n'a été trouvé."))
    assert not [c for c in claims(passage) if c.kind == "agreement"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Samoa signed a trade agreement with Beijing.", set()),
        ("Le Samoa a signé un accord commercial avec Pékin.", set()),
        ("Ministers signed a treaty between Paris and London in Rome.", {"Rome"}),
        ("Samoa signed a trade agreement with London in Apia.", {"Apia"}),
    ],
)
def test_a_government_is_no_place(text: str, places: set[str]) -> None:
    """A capital with which or between which an agreement is made stands for who governs there."""
    for claim in claims(named(Passage(text, "fr" if text.startswith("Le ") else "en"))):
        assert {place.label for place in claim.filling("place")} == places
