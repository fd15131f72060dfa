# ruff: noqa: E501
"""What a sentence leaves out, the article supplies: the party it is about besides, and the pair."""

from tests.sentences import Passage, cases, check

_TALKS = "Le Ghana négocie avec le Togo. Accra a reçu une délégation du Togo, et le Togo a invité le Ghana."


@cases(f"""
fr {_TALKS} Accra a salué un accord historique. => SUPPORT GHA>TGO
fr {_TALKS} Le Ghana a rejeté toute ingérence. => REJECT GHA>TGO
fr {_TALKS} Le Pérou a rejeté toute ingérence. => REJECT PER>TGO+GHA
""")
def test_the_other_party(passage: Passage, wanted: str) -> None:
    """Where the article is about two, one deals with the other; a third deals with both."""
    check(passage, wanted)


@cases("""
fr Le Ghana et le Togo négocient. Le Ghana reçoit des armes pour la guerre au Mali. Les deux pays ont signé un accord. => SUPPORT GHA<>TGO
fr Les présidents du Ghana et du Togo se sont retrouvés à Oslo. => CONSULT GHA<>TGO
""")
def test_the_pair(passage: Passage, wanted: str) -> None:
    """« les deux pays » are those that the text is most about, not those named last."""
    check(passage, wanted)


@cases(f"""
fr {_TALKS} Le Japon a salué une étape. => SUPPORT JPN>TGO+GHA
fr {_TALKS} L'Union africaine a réclamé la protection des familles. => REQUEST Union_africaine>TGO+GHA
fr {_TALKS} Le Japon s'est dit prêt à envoyer des observateurs. => AGREE JPN>TGO+GHA
fr {_TALKS} Le Japon a livré des camions. => no AID JPN>* any
fr {_TALKS} L'avocat Jean Dupont a salué une étape. => no SUPPORT
fr {_TALKS} Leur retrait a commencé en mai. Les soldats togolais se sont retirés. => RETREAT TGO>GHA
fr {_TALKS} Après sept ans de négociations, la salle est vide. => CONSULT GHA<>TGO
fr {_TALKS} La trêve est entrée en vigueur lundi. => RETREAT GHA<>TGO
fr Le Ghana négocie. Après sept ans de négociations, la salle est vide. => no CONSULT
en Ghana is talking to Togo. Accra received Togo's envoy, and Togo invited Ghana. Japan has voiced concern. => ACCUSE JPN>TGO+GHA
fr La Coordination des mouvements de l'Azawad existe depuis dix ans au Mali. => no COOPERATE
""")
def test_what_thirds_do_to_the_pair(passage: Passage, wanted: str) -> None:
    """What a third welcomes or asks for is of the two that the article is about; so is what happened between two."""
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
