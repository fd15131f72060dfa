# ruff: noqa: E501
"""Who the parties of agreements are in short stories, and who beside them is none."""

from tests.sentences import Passage, cases, check, claims, named


@cases("""
en Sudan and South Sudan agreed a border truce. The truce was announced by Joe Biden on Monday. => agreement ceasefire SDN+SSD; no agreement * USA+SDN any
fr Une trêve annoncée par la Maison-Blanche tient entre le Tchad et le Soudan. => agreement ceasefire TCD+SDN; no agreement * USA+TCD any
en On Monday, with Joe Biden and Kenya's president, William Ruto, as witnesses, Sudan and South Sudan signed a border agreement. => agreement agreement SDN+SSD; no agreement * USA+SDN any; no agreement * KEN+SDN any
fr Avec le président kényan pour témoin, le Soudan et le Tchad ont signé un accord. => agreement agreement SDN+TCD; no agreement * KEN+SDN any
fr La Turquie et la Libye ont signé un accord maritime. Chypre et l'Égypte ont dénoncé l'accord. => agreement agreement TUR+LBY stage signed; no agreement * CYP+EGY any
en Ethiopia signed a port deal with Somaliland. Egypt and the Arab League sided with Somalia. => agreement agreement ETH+XSL; no agreement alliance any
""")
def test_those_who_stand_beside(passage: Passage, wanted: str) -> None:
    """Who makes an agreement known, sees it signed or denounces that of others is no party."""
    check(passage, wanted)


@cases("""
fr La présidente de la Commission européenne, Ursula von der Leyen, a signé dimanche à Carthage un mémorandum avec le président tunisien. => agreement memorandum Union_européenne+TUN
en The European Commission and Mauritania signed a fishing agreement. => agreement agreement European_Union+MRT
""")
def test_who_signs_for_a_union(passage: Passage, wanted: str) -> None:
    """A person or an organ signs for the organisation behind them."""
    check(passage, wanted)


@cases("""
fr La Colombie pleure. Cinq signataires de l'accord de paix conclu en 2016 entre l'État et les Farc ont été tués. => agreement peace_agreement COL+Farc on 2016
en Ethiopia has been at war since 2020. The government and the Tigray People's Liberation Front signed a truce. => agreement ceasefire ETH+Tigray_People's_Liberation_Front
en The 1972 Simla accord is dead, said India. Pakistan did not reply. => no agreement * Simla+PAK any
en Hamas said it was at war. A truce with the Houthis expired. => no agreement ceasefire Houthis any
""")
def test_those_behind_common_nouns(passage: Passage, wanted: str) -> None:
    """A bare government beside a movement is that of the state spoken of; an agreement's namesake and one party alone are not enough."""
    check(passage, wanted)


@cases("""
fr L'UE et la Tunisie ont signé un mémorandum en 2023. Le document s'inspire de l'accord que l'UE a passé avec la Turquie en 2016. => agreement memorandum Union_européenne+TUN on 2023; agreement agreement Union_européenne+TUR on 2016
en Laos and Cambodia agreed on a ceasefire on Friday after clashes that killed ten people. => agreement ceasefire LAO+KHM; no agreement agreement any
""")
def test_which_mentions_are_one(passage: Passage, wanted: str) -> None:
    """An agreement between others is another one; a ceasefire agreed on is told once."""
    check(passage, wanted)


@cases("""
fr Le président sud-soudanais Salva Kiir et le chef rebelle Riek Machar ont signé mercredi un accord de paix dans la capitale éthiopienne. => agreement peace_agreement SSD+Riek_Machar; no agreement * SSD+ETH any
en Russia and Western countries freed 24 prisoners on Thursday. Eight returned to Russia under the deal, which was brokered by Turkey. Turkey was thanked. => no agreement * RUS+TUR any
en The United States and Russia extended the New START treaty in 2021. America withdrew from another pact with Moscow in 2019. China has refused to join any such agreement. => no agreement * CHN+RUS any
""")
def test_rebels_and_go_betweens(passage: Passage, wanted: str) -> None:
    """A rebel leader signs for no state, and nobody nearby fills the place of a party."""
    check(passage, wanted)


def test_a_movement_in_power_keeps_its_name() -> None:
    """A movement that has come to rule a state is named as itself, and acts for the state."""
    passage = named(Passage("The United States and the Taliban signed an agreement.", "en"))
    parties = [c.roles["party"][1] for c in claims(passage) if c.kind == "agreement"]
    assert [(party.label, party.acts_for) for party in parties] == [("Taliban", "AFG")]


@cases("""
en OSAKA - Donald Trump and Xi Jinping agreed on Saturday to a truce in their trade war. => agreement ceasefire USA+CHN
fr VIENNE (AFP) - L'Iran et la Russie ont conclu mardi un accord sur le nucléaire. => agreement agreement IRN+RUS
""")
def test_a_dateline_is_no_party(passage: Passage, wanted: str) -> None:
    """The place from which an article was sent takes no part in what the first sentence tells."""
    check(passage, wanted)


@cases("""
fr Le gouvernement centrafricain et quatorze groupes armés ont signé mercredi à Bangui un accord de paix. => agreement peace_agreement CAF+groupes_armés
fr Un accord de paix a été conclu en 2012 entre Manille et les rebelles musulmans. => agreement peace_agreement PHL+rebelles_musulmans on 2012
en Niger's army and jihadist groups have agreed a local truce. => agreement ceasefire NER+jihadist_groups
en The Indian government reached a ceasefire with armed separatists on Monday. => agreement ceasefire IND+armed_separatists
en Colombia signed a deal with its farmers. => no agreement * any
""")
def test_armed_groups_without_a_name(passage: Passage, wanted: str) -> None:
    """Fighters who sign are a party, called what the text calls them."""
    check(passage, wanted)


def test_the_two_of_a_paragraph() -> None:
    """« les deux pays », "the two neighbours" are those whom their own paragraph has named."""
    english = Passage(
        "Kenya and Uganda have quarrelled for months over milk. Nairobi banned Ugandan powder.\n\n"
        "Things go better with Tanzania. In May Samia Suluhu Hassan flew to Nairobi, and the two neighbours agreed on "
        "a gas pact.",
        "en",
    )
    french = Passage(
        "Le Maroc et l'Espagne sont en crise. Madrid a accueilli un opposant.\n\n"
        "En décembre, le Maroc a renoué avec Israël. Les deux pays ont depuis signé un accord de défense."
    )
    for passage, wanted in ((english, "pact KEN+TZA"), (french, "defence_agreement MAR+ISR")):
        check(named(passage), f"agreement {wanted}")
        assert len([c for c in claims(passage) if c.kind == "agreement"]) == 1


@cases("""
en Kenya and Tanzania made peace on Friday. It was signed, too, by China's top diplomat. Both sides undertook to revive a fishing pact of 2001. => agreement pact KEN+TZA; no agreement pact KEN+CHN any
en Ghana and Togo support the Paris agreement of 2015, from which a party may not withdraw. Ghana spoke to Togo. => no agreement * GHA+TGO stage ended
""")
def test_sides_that_are_not_those_named_last(passage: Passage, wanted: str) -> None:
    """Two that no sentence of the paragraph names together are not its "both sides"; "a party" is anybody."""
    check(passage, wanted)


@cases("""
en Mexico and Peru met. Mexico's minister called it a breach of the 1961 Vienna Convention, ratified by both countries. => no agreement * AUT+MEX any
fr Le Monténégro et le Kosovo rejettent l'accord de Bruxelles, conclu en 2015. => no agreement * Union_européenne+MNE any
en Egypt and Libya met in Geneva for talks hosted by Switzerland. A peace agreement was signed by 12 factions. => no agreement * CHE+LBY any
fr La Zambie et l'Angola ont discuté. Le Kenya est garant du processus. Un accord de paix sera signé lundi. => no agreement * KEN any
en Kenya, Uganda and Burundi have turned their alliance into a union. The treaty was signed in May in Kampala. => agreement * KEN+UGA+BDI stage signed on 2025-05
""")
def test_namesakes_and_hosts(passage: Passage, wanted: str) -> None:
    """A city in the name of an agreement is no party, nor is a host or a guarantor of the talks."""
    check(passage, wanted)


@cases("""
en Norway signed a memorandum with Greenland. Denmark declared the deal null and void. => agreement memorandum NOR+GRL stage signed; no agreement * stage ended
fr Le Ghana et le Togo ont signé un accord. Le Bénin, qui le tient pour nul et non avenu, proteste. => agreement agreement GHA+TGO stage signed; no agreement * stage ended
""")
def test_others_do_not_end_it(passage: Passage, wanted: str) -> None:
    """An agreement that somebody else calls void stands."""
    check(passage, wanted)


@cases("""
en Laos signed agreements with Nepal and Bhutan on Monday. => agreement agreement LAO+NPL on 2025-06-16; agreement agreement LAO+BTN on 2025-06-16; no agreement * NPL+BTN any
fr Le Ghana a des accords de pêche avec le Togo et le Bénin. => agreement agreement GHA+TGO stage in force; agreement agreement GHA+BEN stage in force
en Laos signed an agreement with Nepal and Bhutan on Monday. => agreement agreement LAO+NPL+BTN
en Chile has a tax treaty with Italy. => agreement treaty CHL+ITA stage in force
""")
def test_one_agreement_with_each(passage: Passage, wanted: str) -> None:
    """Agreements with two are one with each; who has one with somebody is its other party."""
    check(passage, wanted)


@cases("""
en Oman and Qatar made up. A truce between the Houthis and the recognised government lapsed in May. => agreement ceasefire Houthis+YEM stage ended
fr Le Kenya a reçu le Rwanda. Un accord entre le gouvernement et le M23 a été signé à Nairobi. => agreement agreement COD+M23 stage signed
fr Les accords d'Évian, conclus en 1962 avec le FLN par le général, tiennent. La France le sait. => agreement * FLN+FRA on 1962; no agreement * FLN+FRA+DZA any
""")
def test_the_government_that_a_movement_faces(passage: Passage, wanted: str) -> None:
    """A government named beside a movement is that of the movement's state, and a movement that signs stands for no state."""
    check(passage, wanted)


@cases("""
en Oman and Qatar made up. Fiji hosts Tongan soldiers under a 1998 defence agreement. => agreement defence_agreement FJI+TON on 1998
en Oman and Qatar signed a pact. Oman trains pilots under another that took effect in 2012. => agreement pact OMN+QAT; no agreement * OMN+QAT on 2012
fr Le Togo accueille des soldats ghanéens en vertu d'un accord de défense de 2011. => agreement defence_agreement TGO+GHA on 2011
""")
def test_whom_a_clause_brings_together(passage: Passage, wanted: str) -> None:
    """What is done under an agreement tells between whom it is; a pronoun's agreement is never guessed."""
    check(passage, wanted)


@cases("""
fr Une déclaration commune a été adoptée à l'issue du sommet entre le Pérou et la Bolivie. => agreement declaration PER+BOL stage signed
en Peru and Bolivia met in La Paz on Monday. The joint declaration adopted there sets up a commission. => agreement declaration PER+BOL stage signed
fr Le président turc a reçu mercredi l'émir du Qatar. Deux accords ont été signés. => agreement agreement TUR+QAT stage signed
en Four memoranda were signed during the talks between India and Russia. => agreement memorandum IND+RUS stage signed
en Ghana and Togo issued a joint statement on Tuesday. => agreement declaration GHA+TGO stage signed
en Russia and Iran met in Doha. Tehran later released a statement. => no agreement declaration RUS+IRN any
""")
def test_texts_of_a_meeting(passage: Passage, wanted: str) -> None:
    """A text that nobody is said to sign is one of those who have just met, but not what one of them alone says."""
    check(passage, wanted)


@cases("""
fr L'accord UE-Mercosur a été signé samedi. => agreement trade_agreement Union_européenne+Mercosur stage signed
fr Le traité Chine–Laos a été ratifié mardi. => agreement treaty CHN+LAO stage ratified
""")
def test_names_joined_by_a_dash(passage: Passage, wanted: str) -> None:
    """Two names that a dash joins after the noun are its parties."""
    check(passage, wanted)


@cases("""
fr Le Niger a dénoncé l'accord de 2012 avec les États-Unis. Celui de 2013 avec l'Allemagne reste en vigueur. => agreement agreement DEU+NER stage in force
en Tokyo signed a defence pact with Canberra, after those with London and Manila. => agreement pact JPN+PHL any
fr Rabat a conclu un accord de pêche avec Madrid et un autre avec Londres. => agreement agreement MAR+GBR any
fr Rabat a conclu un accord de pêche avec Madrid et un autre avec Londres. => no agreement agreement MAR+GBR+ESP any
en Fiji keeps its 1998 defence agreement with Peru and another with Chile that took effect in 2012. => agreement defence_agreement FJI+CHL stage in force
""")
def test_another_of_the_kind(passage: Passage, wanted: str) -> None:
    """« celui avec X », "another with X" is whose the agreement before was, with X alone."""
    check(passage, wanted)
