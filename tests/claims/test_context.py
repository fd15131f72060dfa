# ruff: noqa: E501
"""What a sentence leaves out, the article supplies: the party it is about besides, and the pair."""

from tests.sentences import Passage, cases, check

_TALKS = "Le Ghana négocie avec le Togo. Accra a reçu une délégation du Togo, et le Togo a invité le Ghana."


@cases(f"""
fr {_TALKS} Accra a salué un accord historique. => SUPPORT GHA>TGO
fr {_TALKS} Le Ghana a rejeté toute ingérence. => REJECT GHA>TGO
fr {_TALKS} Le Pérou a rejeté toute ingérence. => no REJECT PER>TGO any; no REJECT PER>GHA any
""")
def test_the_other_party(passage: Passage, wanted: str) -> None:
    """Where the article is about two, one deals with the other; who stands aside does not."""
    check(passage, wanted)


@cases("""
fr Le Ghana et le Togo négocient. Le Ghana reçoit des armes pour la guerre au Mali. Les deux pays ont signé un accord. => SUPPORT GHA<>TGO
fr Les présidents du Ghana et du Togo se sont retrouvés à Oslo. => CONSULT GHA<>TGO
""")
def test_the_pair(passage: Passage, wanted: str) -> None:
    """« les deux pays » are those that the text is most about, not those named last."""
    check(passage, wanted)


@cases("""
fr Une explosion attribuée à l'Ukraine a tué un couple russe. => ASSAULT UKR>RUS
fr Un raid mené par le Kenya a tué trois Somaliens. => ASSAULT KEN>SOM
fr Des tractations ont été menées par le truchement du Qatar. => no CONSULT QAT> any
""")
def test_who_is_behind(passage: Passage, wanted: str) -> None:
    """A participle says whose deed it was; a go-between is no actor."""
    check(passage, wanted)


@cases("""
fr Le départ des soldats français du Mali a surpris. => RETREAT FRA>MLI
fr Lula a passé vingt heures en Bolivie. => CONSULT BRA>BOL
fr Erdogan a annoncé la fin de l'accord avec la Grèce. => REJECT TUR>GRC
en On Monday Putin saw Narendra Modi in Moscow. => CONSULT RUS>IND
en Iran suspended its participation in the treaty with Oman. => SANCTION IRN>OMN
""")
def test_idiom(passage: Passage, wanted: str) -> None:
    """Visits, departures and the end of agreements in words of the press."""
    check(passage, wanted)
