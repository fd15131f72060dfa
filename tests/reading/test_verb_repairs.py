"""Voice and complements of French verbs are right where the parser alone would miss them."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Serbie a fermement rejeté jeudi un ultimatum australien. => REJECT SRB>AUS
fr Le Tchad a déclaré lundi avoir expulsé trois diplomates soudanais. => SANCTION TCD>SDN reported
""")
def test_active_voice(passage: Passage, wanted: str) -> None:
    """What « avoir » helps is active: its subject acts."""
    check(passage, wanted)


@cases("""
fr Le premier ministre malien a pris vendredi la défense du Niger. => SUPPORT MLI>NER
fr Le Brésil a rejeté lundi une offre du Paraguay. => REJECT BRA>PRY
""")
def test_objects_after_days(passage: Passage, wanted: str) -> None:
    """A day between verb and object is neither."""
    check(passage, wanted)


@cases("""
fr La Bolivie a exigé sans délai de ses partenaires du Brésil qu'ils refusent de voter. => REQUEST BOL>BRA
fr Le Kenya a annoncé mercredi qu'il fermerait sa frontière avec la Somalie. => SANCTION KEN>SOM any
""")
def test_that_clauses(passage: Passage, wanted: str) -> None:
    """« que » after a noun or a day opens what is demanded or announced, where it has no place in its clause."""
    check(passage, wanted)


@cases("""
fr La Zambie et le Népal ont rétabli leurs relations diplomatiques, a annoncé mercredi l'agence ZNBC. => SUPPORT ZMB<>NPL reported by agence
""")  # noqa: E501
def test_main_clauses_before_asides(passage: Passage, wanted: str) -> None:
    """Who is named as the speaker after « a annoncé » did not do what stands before."""
    check(passage, wanted)


@cases("""
en The Turkish minister flew back to Baku on Monday. => CONSULT TUR>AZE
en Mongolia's envoy was back in Tokyo on Tuesday. => CONSULT MNG>JPN
""")
def test_complements_after_adverbs(passage: Passage, wanted: str) -> None:
    """What stands after "back" or "home" is where the verb leads."""
    check(passage, wanted)


@cases("""
fr Le Danemark a rendu à l'Islande des manuscrits. => RETREAT DNK>ISL
fr Le Népal a livré à l'Inde un trafiquant présumé. => COOPERATE NPL>IND
fr Le Chili a partagé avec le Pérou des images satellites. => COOPERATE CHL<>PER
fr Le Bénin a convoqué le chargé d'affaires togolais pour protester contre une incursion. => ACCUSE BEN>TGO
fr Le Kenya accueille 500 000 réfugiés somaliens. => AID KEN>
""")
def test_objects_and_tenses(passage: Passage, wanted: str) -> None:
    """An object may follow the other complement, and is none's predicate; a future has an ending of its own."""
    check(passage, wanted)


@cases("""
fr Tunis forme depuis dix ans des soldats maliens. => AID TUN>MLI
fr Islamabad forme depuis les années 1990 des soldats saoudiens. => AID PAK>SAU
""")
def test_objects_after_spans(passage: Passage, wanted: str) -> None:
    """What « des » opens after a span of time is what the verb is done to."""
    check(passage, wanted)


@cases("""
fr Le Mali a acheté des canons. Lima lui a vendu trente canons. => COOPERATE|AID PER>MLI
""")
def test_names_before_pronouns(passage: Passage, wanted: str) -> None:
    """A name that opens the sentence before a pronoun is the subject."""
    check(passage, wanted)
