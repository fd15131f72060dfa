"""Clauses that the parser tears are whole again: who does what is read from them."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Suède compte livrer des chars à la Moldavie. => AGREE SWE>MDA any
fr Reporters sans frontières presse le Laos de libérer un journaliste. => REQUEST >LAO
fr À l'appel de l'opposition, des centaines de Maliens ont manifesté à Bamako. => PROTEST MLI>
fr La Sierra Leone menace d'expulser les commerçants libanais. => THREATEN SLE>commerçants_libanais
""")
def test_verbs_after_names(passage: Passage, wanted: str) -> None:
    """The finite verb right after the names is the main thing, also behind a phrase that opens the sentence."""
    check(passage, wanted)


@cases("""
fr Des centaines de Chiliens sont descendus dans la rue à Santiago. => PROTEST CHL>
fr Le Pérou a fermé ses bases en Équateur et rappelé ses soldats. => RETREAT PER>ECU
fr Le Laos a sommé les experts de partir et expulsé l'ambassadeur du Japon. => SANCTION LAO>JPN
fr Lomé a invité Accra à reprendre le dialogue. => REQUEST TGO>GHA
""")
def test_voice_and_coordination(passage: Passage, wanted: str) -> None:
    """« Être » makes some perfects; a bare participle goes on in the active; a name before an infinitive is asked."""
    check(passage, wanted)


@cases("""
fr Lusaka dément les accusations de Bamako. => REJECT ZMB>MLI
fr La Zambie ferme sa frontière avec le Malawi. => SANCTION|COERCE ZMB>MWI
fr La Zambie critique le Malawi. => ACCUSE ZMB>MWI
fr La situation reste critique samedi au Malawi. => no ACCUSE
fr La frappe française de samedi a tué deux Maliens. => ASSAULT FRA>MLI
""")
def test_nouns_that_are_verbs(passage: Passage, wanted: str) -> None:
    """A form that is also a noun or adjective is a verb between a subject and its object, and only there."""
    check(passage, wanted)


@cases("""
fr Le président malien a déclaré à la télévision que la France armait les rebelles. => AID FRA>MLI reported by MLI
fr Le ministre kényan a affirmé à la radio que l'Ouganda avait expulsé un diplomate. => SANCTION UGA> reported by KEN
fr Le Kenya a protesté contre l'idée que l'Ouganda livre des armes. => no AID UGA>KEN asserted
""")
def test_what_is_said_somewhere(passage: Passage, wanted: str) -> None:
    """« que » behind the place where somebody speaks opens what is said, not what the place is."""
    check(passage, wanted)
