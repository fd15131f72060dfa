# ruff: noqa: E501
"""When and where an event takes place, in the words of its own clause. Published on Thursday 19 June 2025."""

from tests.sentences import Passage, cases, check


@cases("""
fr Mardi, peu après avoir reçu l'émissaire brésilien, le gouvernement bolivien a expulsé l'ambassadeur du Pérou. => SANCTION BOL>PER on 2025-06-17; CONSULT BOL>BRA on -
fr La crise s'aggrave : le 2 mars, sous la pression de la rue, le Togo a rompu ses relations avec le Bénin. => SANCTION|REJECT TGO>BEN on 2025-03-02
fr Réunis dimanche à Accra, les dirigeants de la Cédéao ont suspendu la Guinée. Ils ont sanctionné la junte. => SANCTION >GIN on 2025-06-15
fr Reçu mardi à Tachkent, le ministre turc Hakan Fidan a rencontré le président ouzbek. => CONSULT TUR<>UZB at Tachkent on 2025-06-17
""")
def test_a_date_that_opens_the_clause(passage: Passage, wanted: str) -> None:
    """It dates the main verb, whatever stands between; that of a participle before the verb is the verb's too."""
    check(passage, wanted)


@cases("""
en Algeria retaliated on Friday by expelling two Moroccan diplomats. => SANCTION DZA>MAR on 2025-06-13
fr Samedi, le Liban a riposté en rappelant son ambassadeur à Damas. => SANCTION LBN>SYR on 2025-06-14
en Relations soured last November, when Turkey's president visited Baku. => CONSULT TUR>AZE on 2024-11
fr Tout a commencé en mai 2021, lorsque l'Allemagne a expulsé l'ambassadeur du Vietnam. => SANCTION DEU>VNM on 2021-05
""")
def test_one_happening_has_one_date(passage: Passage, wanted: str) -> None:
    """How something was done, and what was done when something else was, is of the same time."""
    check(passage, wanted)


@cases("""
fr En 2019, le Chili avait rompu les négociations. Il avait expulsé l'ambassadeur du Pérou. => SANCTION CHL>PER on 2019
fr En septembre 2021, l'Australie a annulé son contrat avec la France. Paris avait alors rappelé ses ambassadeurs à Canberra. => SANCTION FRA>AUS on 2021-09
fr Le 3 mai, le Togo avait rompu la trêve ; le Bénin avait dans la foulée rappelé son ambassadeur et fermé sa frontière avec le Togo. => SANCTION BEN>TGO on 2025-05-03
fr Le 3 avril, le Pérou avait fermé la frontière ; le Chili avait alors expulsé l'ambassadeur péruvien et massé des troupes à Arica. => MOBILIZE CHL> on 2025-04-03
en Peru attacked Chile on Monday; Bolivia condemned Peru. => ACCUSE BOL>PER on 2025-06-16
fr En 2019, le Chili a rompu les négociations avec le Pérou. La Bolivie a condamné l'Équateur. => ACCUSE BOL>ECU on -
""")
def test_then_is_the_time_named_last(passage: Passage, wanted: str) -> None:
    """« alors », a pluperfect and a clause after a semicolon stay in the time named; a year reaches no other's deeds."""
    check(passage, wanted)


@cases("""
fr Le 27 mai, à Istanbul, la Turquie et la Libye ont signé deux mémorandums. => agreement memorandum TUR+LBY at Istanbul on 2025-05-27
fr Le Brésil a massé des blindés à Boa Vista. => MOBILIZE BRA> at Boa Vista
fr Le président ouzbek a été reçu lundi par Emmanuel Macron à l'Élysée. => CONSULT FRA>UZB at Élysée
fr La France s'est retirée du Mali en 2022. => RETREAT FRA> at Mali
en Fumio Kishida visited Manila in May. => CONSULT JPN>PHL at Manila
en Colombia withdrew its troops from the border region of Catatumbo. => RETREAT COL> at Catatumbo
en Ghana bought planes in Portuguese markets. => no COOPERATE at Portuguese
""")
def test_where(passage: Passage, wanted: str) -> None:
    """Beside the date, in a palace, in a town that no list has; what one visits or leaves."""
    check(passage, wanted)


@cases("""
fr Les soldats éthiopiens se sont retirés mercredi de la ville de Gedo. => RETREAT ETH> at Gedo on 2025-06-18
fr Le président kényan a quitté Kampala mercredi. Il venait d'être reçu par le président ougandais. => CONSULT UGA>KEN on 2025-06-18
fr Le Pérou et le Chili se sont rencontrés mardi à Lima. Ils se sont engagés à doubler leurs échanges d'ici à 2030. => AGREE PER<>CHL on 2025-06-17
en Kenya expelled the Ugandan envoy on Tuesday. Hours earlier, Ugandan troops had attacked a Kenyan border post. => ASSAULT UGA>KEN on 2025-06-17
fr Le Kenya a expulsé mardi l'ambassadeur ougandais. Quelques heures plus tôt, des soldats ougandais avaient attaqué un poste kényan. => ASSAULT UGA>KEN on 2025-06-17
en Kenya expelled the Ugandan envoy on Tuesday, two days after Ugandan troops attacked a Kenyan border post. => ASSAULT UGA>KEN on 2025-06-15
fr Le Kenya a expulsé mardi l'ambassadeur ougandais, deux jours après une attaque ougandaise contre un poste kényan. => ASSAULT UGA>KEN on 2025-06-15
en The move comes a month after Ghana attacked Togo. => ASSAULT GHA>TGO on 2025-05
en The treaty took effect on Tuesday once Chile and Peru had exchanged instruments of ratification. => SUPPORT CHL<>PER on 2025-06-17
fr Le Mali et l'Algérie ont signé lundi une déclaration par laquelle les deux pays s'engageaient à rouvrir la frontière. => AGREE MLI<>DZA on 2025-06-16
""")
def test_when_it_happened_is_counted_from_what_is_told_beside_it(passage: Passage, wanted: str) -> None:
    """Bare days go with the verb before them; intervals count from the main verb; a deadline is no date of a promise."""
    check(passage, wanted)


@cases("""
en NAIROBI, June 17 - Kenya and Bangladesh signed a labour agreement on Tuesday. => SUPPORT KEN<>BGD at Nairobi
fr PUTRAJAYA (Malaisie) – Le Kenya et la Somalie ont signé lundi un traité frontalier. => SUPPORT KEN<>SOM at Putrajaya
en LONDON — Kenya and Bangladesh signed a labour agreement in Dhaka on Tuesday. => SUPPORT KEN<>BGD at Dhaka
en NAIROBI — The presidents of Chad and Niger spoke by telephone on Monday. => no CONSULT TCD<>NER at Nairobi
en NAIROBI — Ethiopia bombed an Eritrean port on Monday. => no ASSAULT ETH>ERI at Nairobi
en The Ethiopian navy fired missiles into waters north of Eritrea on Monday. => ASSAULT ETH>ERI at Eritrea
fr La marine chinoise a tiré des missiles au large de Taïwan. => ASSAULT CHN>TWN at Taïwan
fr Boko Haram a attaqué une base tchadienne près du lac Tchad. => ASSAULT Boko_Haram>TCD at lac Tchad
en Uganda sent 300 soldiers to Congo's Ituri region in May. => MOBILIZE UGA>COD at Ituri
fr Le sommet de Nairobi entre le Kenya et la Somalie s'est achevé mardi. => CONSULT KEN<>SOM at Nairobi
fr La dernière rencontre entre les présidents kényan et somalien remontait à 2023, lorsque le premier s'était rendu à Mogadiscio. => CONSULT KEN<>SOM at Mogadiscio
en After six hours of talks in Nairobi, the two presidents signed a treaty between Chad and Niger. => SUPPORT TCD<>NER at Nairobi
""")
def test_where_it_happened_is_told_around_it(passage: Passage, wanted: str) -> None:
    """The dateline is where people met or signed who name no other place; bearings and talks have places too."""
    check(passage, wanted)
