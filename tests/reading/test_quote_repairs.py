"""Who says what is quoted stands behind the verb, and is no object of it."""

from tests.sentences import Passage, cases, check


@cases("""
fr « Une provocation inacceptable de Lima », a dénoncé le ministre chilien de la Défense. => ACCUSE CHL>PER
fr « Le Niger paiera », a prévenu dimanche le président malien. => THREATEN MLI>NER; no THREATEN NER>MLI
fr « Nous ne céderons rien à Lomé », a prévenu dimanche le président ghanéen. => REJECT GHA>TGO
en "Chad will pay for this," warned the president of Niger. => THREATEN NER>TCD
fr Le ministre libyen, qui évoque une « faute », a condamné la Tunisie. => ACCUSE LBY>TUN
""")
def test_speakers_after_quotes(passage: Passage, wanted: str) -> None:
    """What was quoted is not who says it; whoever stands before the quotation keeps his verb."""
    check(passage, wanted)


@cases("""
fr Oman et l'Uruguay ont signé mardi un accord fiscal, rapporte l'agence Reuters. => agreement * OMN+URY by Reuters
fr Le Tchad a bombardé mardi un village du Soudan, affirme Khartoum. => ASSAULT TCD>SDN reported by SDN
fr L'Inde a expulsé deux diplomates du Canada, affirme Islamabad. => SANCTION IND>CAN reported by PAK
""")
def test_asides_behind_nouns(passage: Passage, wanted: str) -> None:
    """Who says so behind the last noun is no part of what is told of it."""
    check(passage, wanted)


@cases("""
fr L'Arménie, assure Bakou, a violé la trêve. => ASSAULT ARM>AZE reported by AZE
fr Le Tchad, ajoute le ministre soudanais, a livré des armes aux rebelles. => AID TCD> reported by SDN
en Armenia, says Baku, broke the truce. => ASSAULT ARM>AZE reported by AZE
""")
def test_who_says_so_in_passing(passage: Passage, wanted: str) -> None:
    """The verb behind « , assure Y, » is that of the subject before it."""
    check(passage, wanted)
