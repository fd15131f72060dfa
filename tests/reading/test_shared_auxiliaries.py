"""French participles in a list share the auxiliary of the first."""

from tests.sentences import Passage, cases, check


@cases("""
fr Le Japon a condamné le tir nord-coréen, convoqué l'ambassadeur de Chine et demandé des excuses. => ACCUSE JPN>CHN
fr Le Pakistan a abattu deux drones indiens, fermé son espace aérien et rappelé son ambassadeur. => SANCTION PAK>IND
fr L'Espagne a livré des chars à Kiev, accueilli des réfugiés et gelé les avoirs russes. => SANCTION ESP>RUS
fr La Serbie dit avoir arrêté un espion croate et expulsé deux diplomates bosniens. => SANCTION SRB>BIH any
fr L'Oman a reçu une délégation yéménite et expulsé deux diplomates iraniens. => SANCTION OMN>IRN
""")
def test_participles_go_on_from_the_first(passage: Passage, wanted: str) -> None:
    """One with an object of its own after a comma or « et » is a verb of the same subject."""
    check(passage, wanted)


@cases("""
fr La Chine a dénoncé le projet, soutenu la semaine dernière par le Laos. => no SUPPORT CHN>LAO any
fr Le Vietnam a accueilli le ministre, arrivé le 10 avril. => no CONSULT VNM>VNM any
""")
def test_participles_that_tell_of_the_noun(passage: Passage, wanted: str) -> None:
    """A time is no object, and verbs of motion have none: these participles describe the noun before."""
    check(passage, wanted)
