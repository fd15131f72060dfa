"""Who « se fait » or « se voit » do something has it done to him."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Zambie s'est fait condamner par l'Union africaine. => ACCUSE Union_africaine>ZMB
fr Le Pérou se fait rappeler à l'ordre par Santiago. => REQUEST CHL>PER
fr Le ministre kényan s'était fait huer par des manifestants à Kampala. => PROTEST manifestants_à_Kampala>KEN
fr Trois diplomates grecs se sont fait expulser de Serbie jeudi. => SANCTION SRB>GRC
""")
def test_the_subject_has_it_done_to_it(passage: Passage, wanted: str) -> None:
    """« par » names who does it, also after a complement of the verb."""
    check(passage, wanted)


@cases("""
fr Le Tchad s'est vu infliger de lourdes sanctions par l'Union européenne. => SANCTION Union_européenne>TCD
fr Le Malawi s'est vu refuser un prêt par le Fonds monétaire international. => REJECT Fonds_monétaire_international>MWI
""")
def test_the_subject_of_a_verb_with_an_object_is_to_whom_it_is_done(passage: Passage, wanted: str) -> None:
    """What is inflicted is the object, on whom it is the subject."""
    check(passage, wanted)


@cases("""
fr Lima a fait arrêter deux journalistes chiliens. => COERCE PER>CHL
""")
def test_who_has_others_do_it_acts(passage: Passage, wanted: str) -> None:
    """Without « se » the subject of « faire » is the one who acts."""
    check(passage, wanted)
