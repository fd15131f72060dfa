# ruff: noqa: E501
"""Who does what to whom: pronouns, relatives, passives and pairs fill roles; what only says where or when fills none."""

from tests.sentences import Passage, cases, check


@cases("""
fr Le Rwanda a expulsé deux diplomates belges mardi. Kigali les accuse d'espionnage au profit de la France. => ACCUSE RWA>BEL
fr Les talibans ont arrêté douze employés de l'UNICEF. Ils les accusent d'espionnage au profit du Pakistan. => ACCUSE AFG>Unicef
fr L'Arménie proteste. L'Azerbaïdjan l'accuse de bombarder des villages. => ACCUSE AZE>ARM
fr Le roi Felipe VI est arrivé mardi à Lima. Le président péruvien l'a reçu. => CONSULT PER>ESP
fr Le Pérou a signé un traité avec le Chili. La Bolivie l'a rejeté. => no REJECT BOL>PER
""")
def test_object_pronouns(passage: Passage, wanted: str) -> None:
    """A small pronoun before a verb means who was spoken of, never who acts, and where the verb is about people."""
    check(passage, wanted)


@cases("""
fr Le Niger a fermé sa frontière avec le Bénin, qu'il accuse d'abriter des bases françaises. => ACCUSE NER>BEN
fr Le Pakistan réclame la libération de douze de ses soldats, capturés lundi par l'armée indienne. => COERCE IND>PAK
fr Vendredi, des F-16 turcs avaient bombardé des positions syriennes. => ASSAULT TUR>SYR
""")
def test_arguments_that_a_comma_parts(passage: Passage, wanted: str) -> None:
    """A relative or a participle after a comma tells of the noun before; « des » opens a plural subject."""
    check(passage, wanted)


@cases("""
en Peru and Ecuador quarrelled over a canal. The presidents of the two countries spoke by telephone on Sunday. => CONSULT PER<>ECU
fr Le Soudan et l'Éthiopie se disputent un champ. Chaque camp accuse l'autre d'avoir tiré. => ACCUSE SDN<>ETH
en Chad and Libya have closed the border. The neighbours accused each other of sheltering rebels. => ACCUSE TCD<>LBY
en Chad and Libya talked on Sunday. The neighbours of Mali met too. => no CONSULT TCD<>LBY at mali
""")
def test_pairs(passage: Passage, wanted: str) -> None:
    """ "By telephone" is no agent; each camp and the neighbours are the two spoken of, unless told whose they are."""
    check(passage, wanted)


@cases("""
en Gabon will sue the country before the International Court of Justice, Equatorial Guinea said. => no ACCUSE GAB>International_Court_of_Justice any
fr Le Brésil a dépêché dix chars à Manaus. Le Guyana et le Venezuela, puis le Guyana et le Venezuela, se sont inquiétés. => no AID BRA>GUY
fr À Bruxelles, le ministre letton a accusé un dirigeant. => no ACCUSE LVA>BEL
""")
def test_circumstances_are_no_targets(passage: Passage, wanted: str) -> None:
    """The court before which, the city in which or the day after which something is done is not whom it is done to."""
    check(passage, wanted)


@cases("""
fr Des drones de l'armée tchadienne ont tué une dizaine de villageois. => ASSAULT TCD>villageois
fr La police kényane a tué six manifestants à Mombasa. => ASSAULT KEN>manifestants_à_Mombasa
fr Les autorités laotiennes ont libéré plus de 200 prisonniers. => RETREAT LAO>prisonniers
fr Le Népal est en crise. Trois étudiants ont été relâchés jeudi. => RETREAT >étudiants
fr Trois étudiants ont été relâchés jeudi. => no RETREAT
fr Les rebelles ont tué trois policiers mozambicains au Mozambique. => ASSAULT rebelles>MOZ
en Sudanese army drones killed a dozen villagers near Kassala. => ASSAULT SDN>villagers
en Burmese authorities have freed sixty prisoners. => RETREAT MMR>prisoners
en Two people were killed. => no ASSAULT
""")
def test_unnamed_people(passage: Passage, wanted: str) -> None:
    """People whom nothing but the place or the story tells apart suffer an event, or do it."""
    check(passage, wanted)


@cases("""
en A mob torched the Swedish embassy in Baghdad. => ASSAULT mob>SWE
en Gunmen killed six Chinese engineers near Quetta. => ASSAULT gunmen>CHN
en Militants abducted three Indian workers in Mali. => ASSAULT militants>Indian_workers
fr Les paramilitaires soudanais des FSR ont attaqué un convoi kényan. => ASSAULT Forces_de_soutien_rapide>KEN
fr La guérilla colombienne de l'ELN a enlevé deux ingénieurs péruviens. => ASSAULT ELN>PER
fr Des djihadistes ont attaqué le consulat du Canada à Bamako. => ASSAULT djihadistes>CAN
fr Des assaillants ont tué deux soldats ghanéens à Accra. => ASSAULT assaillants>GHA
""")
def test_unnamed_people_act(passage: Passage, wanted: str) -> None:
    """Unnamed people who strike are a group of the place where they do."""
    check(passage, wanted)


@cases("""
en The fighting between Armenia and Azerbaijan left 300 soldiers dead. => ASSAULT ARM<>AZE
en Clashes between Somali troops and al-Shabaab killed nine civilians. => ASSAULT SOM<>al-Shabaab
en Skirmishes between Chad and Sudan have wounded twelve guards. => ASSAULT TCD<>SDN
""")
def test_what_goes_on_between_two(passage: Passage, wanted: str) -> None:
    """Fights that kill are those of the two between whom they are."""
    check(passage, wanted)


@cases("""
en Algeria closed its airspace to Malian planes and recalled its ambassador. => SANCTION DZA>MLI
en Egypt summoned the Ethiopian ambassador, demanding an apology. => REQUEST EGY>ETH
en Ethiopia summoned the Eritrean envoy, expelling seven of its diplomats. => SANCTION ETH>ERI
fr Le Kenya a convoqué l'ambassadeur du Rwanda et exigé des excuses. => REQUEST KEN>RWA
en Amnesty accused Peru of beating students, ignoring its own promises. => no REJECT
""")
def test_a_verb_goes_on_from_another(passage: Passage, wanted: str) -> None:
    """Who demands or cuts something without saying of whom does it to those whom the verb before was about."""
    check(passage, wanted)


@cases("""
en President Lula received his ambassador to Paraguay, Maria Souza. => no CONSULT BRA>BRA
fr L'ambassadeur de France au Gabon a rencontré le ministre français de la Défense. => no CONSULT FRA>FRA
en The French and Italian foreign ministers met. => CONSULT FRA<>ITA
""")
def test_states_meet_others(passage: Passage, wanted: str) -> None:
    """Talks within one state are no event between states."""
    check(passage, wanted)


@cases("""
fr Le Pérou et l'Équateur se disputent un fleuve. L'Équateur accuse le Pérou d'y pêcher. Lima rejette les reproches de Quito. Le Pérou a déployé 300 soldats mardi. => MOBILIZE PER>ECU
en Peru and Ecuador quarrel over a river. Ecuador accuses Peru of fishing there. Lima rejects what Quito says. Peru put its army on high alert on Tuesday. => MOBILIZE PER>ECU
en Peru and Ecuador quarrel over a river with Brazil, Chile and Bolivia. Peru put its army on high alert. => no MOBILIZE PER>ECU
""")
def test_whom_the_story_is_about(passage: Passage, wanted: str) -> None:
    """Where a move of troops names no other side, it is meant for the one party that the article has the actor deal with."""
    check(passage, wanted)


@cases("""
en They gathered pace after Iranian guards wielding rifles boarded two Kuwaiti boats near Bubiyan. => COERCE IRN>KWT; no CONSULT any
en Talks stalled after Turkish guards waving batons arrested three Greek fishermen. => COERCE TUR>GRC|Greek_fishermen
en Two Peruvian ships carrying rice struck a Chilean boat. => ASSAULT PER>CHL
""")
def test_subjects_that_a_participle_follows(passage: Passage, wanted: str) -> None:
    """The verb after a participle and its object is that of the noun before both."""
    check(passage, wanted)


@cases("""
fr Saviez-vous que le Népal a envoyé 600 soldats au Bhoutan ? => MOBILIZE NPL>BTN
en Fiji announced the delivery of 40 vehicles – 30 brand-new transport trucks and ten tanks, all of them old – to the army of Tonga. => AID FJI>TON
""")
def test_what_stands_between(passage: Passage, wanted: str) -> None:
    """An aside between dashes parts no deed from whom it is done to, and "did you know" tells what is so."""
    check(passage, wanted)


@cases("""
fr Trois diplomates grecs ont été expulsés de Serbie. => SANCTION SRB>GRC
en Three Greek diplomats were expelled from Serbia. => SANCTION SRB>GRC
fr Le Chili a été mis au ban de l'Union africaine. => SANCTION Union_africaine>CHL
fr Deux gardes kényans sont tombés sous les balles de l'armée somalienne. => ASSAULT SOM>KEN
en Kenyan and Somali guards traded mortar rounds near Mandera. => ASSAULT KEN<>SOM
fr Des Péruviens sans nouvelles de leurs proches attendent devant l'ambassade du Chili. => no SUPPORT
""")
def test_who_acts_stands_behind_a_preposition(passage: Passage, wanted: str) -> None:
    """Out of which state, of whose league by whose bullets; shots are no trade, « leurs proches » no support."""
    check(passage, wanted)


@cases("""
fr Téhéran impute l'attaque à Israël. => ACCUSE IRN>ISR; no ASSAULT IRN>ISR
en Israel blamed the attack on Iran. => ACCUSE ISR>IRN; no ASSAULT ISR>IRN asserted
en Iran was blamed by Israel for the attack. => ACCUSE ISR>IRN; no ASSAULT ISR>IRN asserted
fr Les trois frégates cédées par la France à la Grèce ont été livrées mardi. => AID FRA>GRC; no AID GRC>FRA
fr La Turquie, membre de l'Otan, a acheté des missiles à la Russie. => COOPERATE TUR>RUS; no COOPERATE Otan>RUS
""")
def test_who_does_not_act(passage: Passage, wanted: str) -> None:
    """Not who puts a deed down to another, nor the receiver, nor whose member the actor is."""
    check(passage, wanted)


@cases("""
fr Le Mali et la France ont rompu leurs relations diplomatiques. => SANCTION MLI<>FRA
fr Le Mali et le Niger ont rompu leurs relations avec la France. => SANCTION MLI+NER>FRA; no SANCTION MLI>NER
en Mali and France have broken off diplomatic relations. => SANCTION MLI<>FRA
""")
def test_two_break_with_one_another(passage: Passage, wanted: str) -> None:
    """Who break off their relations do so with each other, unless another is named."""
    check(passage, wanted)
