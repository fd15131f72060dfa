"""Relative clauses tell of the noun before them and leave it its own verb."""

from tests.sentences import Passage, cases, check


@cases("""
fr Le Pakistan, dont le premier ministre a reçu l'émir du Qatar, a remercié Doha. => SUPPORT PAK>QAT
fr Le Kenya, qui accueille des réfugiés somaliens, a fermé sa frontière avec la Somalie. => SANCTION KEN>SOM
fr L'Arménie, dont le parlement a ratifié le traité, réclame la libération des prisonniers par Bakou. => REQUEST ARM>AZE
fr Samedi, le Rwanda, que Kinshasa accuse d'armer le M23, a rappelé son ambassadeur en RDC. => SANCTION RWA>COD
fr « La Chine, qui refuse le dialogue, a menacé Taïwan », a déclaré le ministre japonais. => THREATEN CHN>TWN reported
en Kenya, which hosts Somali refugees, has closed its border with Somalia. => SANCTION KEN>SOM
""")
def test_main_verbs_after_relatives(passage: Passage, wanted: str) -> None:
    """After a relative clause in commas the noun before it does what the next verb says."""
    check(passage, wanted)


@cases("""
en It was Germany that expelled two Russian diplomats. => SANCTION DEU>RUS
fr C'est l'Allemagne qui a expulsé deux diplomates russes. => SANCTION DEU>RUS
""")
def test_clefts(passage: Passage, wanted: str) -> None:
    """ "It was X that did": X did it."""
    check(passage, wanted)


@cases("""
en China, whose coastguard rammed a Philippine boat, summoned an ambassador. => ASSAULT CHN>PHL
fr L'Iran, dont l'armée a tiré deux missiles sur Israël, a menacé Bahreïn. => ASSAULT IRN>ISR
fr La Chine, dont les garde-côtes ont éperonné un bateau philippin, se tait. => ASSAULT CHN>PHL
""")
def test_whose(passage: Passage, wanted: str) -> None:
    """A body whose owner a relative pronoun names acts for that owner."""
    check(passage, wanted)


@cases("""
en Having met the Omani foreign minister, Qatar's emir flew to Tehran. => CONSULT QAT>IRN
en Having met the Omani foreign minister, Qatar's emir flew home. => CONSULT QAT<>OMN
fr L'Algérie, accusée d'ingérence par Bamako, a rappelé son ambassadeur. => ACCUSE MLI>DZA
fr La France s'est retirée du Mali en 2022, puis du Niger l'année suivante. => RETREAT FRA>MLI+NER
""")
def test_arguments_that_hung_elsewhere(passage: Passage, wanted: str) -> None:
    """Subjects after an opening clause, agents inside a complement and complements that go on are the verb's."""
    check(passage, wanted)


@cases("""
fr Le Ghana s'est tourné vers Paris, qui lui a vendu trente canons. => COOPERATE|AID FRA>GHA
fr Le Niger a rompu avec Lima, qui a rappelé son ambassadeur. => SANCTION NER>PER; SANCTION PER>NER
fr L'Iran a menacé Israël, qui l'a bombardé. => ASSAULT ISR>IRN
en Niger broke with Peru, which recalled its ambassador. => SANCTION PER>NER; no CONSULT any
""")
def test_clauses_after_a_name_and_a_comma(passage: Passage, wanted: str) -> None:
    """« Qui » does what its clause says, and a possessive there is its own."""
    check(passage, wanted)
