"""Who did what to whom: the roles of verbs and nouns in both voices, in plain sentences about many countries."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Russie a attaqué l'Ukraine. => ASSAULT RUS>UKR
en Russia attacked Ukraine. => ASSAULT RUS>UKR
fr Le Maroc a condamné l'Algérie. => ACCUSE MAR>DZA
en Chile condemned Bolivia. => ACCUSE CHL>BOL
fr Le Canada a sanctionné le Venezuela. => SANCTION CAN>VEN
en Canada sanctioned Myanmar. => SANCTION CAN>MMR
fr Le Pérou a expulsé l'ambassadeur du Mexique. => SANCTION PER>MEX
en Ghana thanked Togo. => SUPPORT GHA>TGO
fr L'Inde et le Pakistan ont rejeté la demande de la Chine. => REJECT IND+PAK>CHN
en Japan and Australia condemned North Korea. => ACCUSE JPN+AUS>PRK
fr Le Togo, le Ghana et le Bénin ont condamné le Mali. => ACCUSE TGO+GHA+BEN>MLI
fr Le Brésil a menacé le Paraguay. => THREATEN BRA>PRY
en Iran threatened Israel. => THREATEN IRN>ISR
""")
def test_verbs(passage: Passage, wanted: str) -> None:
    """The subject acts on the object, in either language."""
    check(passage, wanted)


@cases("""
fr L'Ukraine a été attaquée par la Russie. => ASSAULT RUS>UKR
en Ukraine was attacked by Russia. => ASSAULT RUS>UKR
fr Le Soudan a été sanctionné par les États-Unis. => SANCTION USA>SDN
en Sudan was sanctioned by the United States. => SANCTION USA>SDN
fr La Russie, soutenue par l'Iran, a bombardé l'Ukraine. => SUPPORT IRN>RUS; ASSAULT RUS>UKR
fr Emmanuel Macron a été reçu par Narendra Modi. => CONSULT IND>FRA
fr La Géorgie, attaquée par la Russie en 2008, a résisté. => ASSAULT RUS>GEO
en Georgia has been condemned by Armenia. => ACCUSE ARM>GEO
en On 3 March 2025, Peru was attacked by Chile. => ASSAULT CHL>PER
fr Le Soudan est asphyxié par les sanctions américaines. => SANCTION USA>SDN
fr Cuba, isolée par les sanctions américaines, a condamné le Mexique. => SANCTION USA>CUB; ACCUSE CUB>MEX
en Chad was strangled by French sanctions. => SANCTION FRA>TCD
fr Le Qatar a été accusé par l'Égypte. => ACCUSE EGY>QAT
""")
def test_passives(passage: Passage, wanted: str) -> None:
    """The passive turns the sides round: « par » and "by" mark who acts."""
    check(passage, wanted)


@cases("""
fr L'Ukraine a été bombardée. => ASSAULT ->UKR
en Lebanon was bombed overnight. => ASSAULT ->LBN
""")
def test_hidden_actors(passage: Passage, wanted: str) -> None:
    """Where nobody is said to have done it, the actor stays open."""
    check(passage, wanted)


@cases("""
en Turkey managed to attack Syria. => ASSAULT TUR>SYR
fr La Turquie a réussi à attaquer la Syrie. => ASSAULT TUR>SYR
fr La Chine a demandé au Japon de retirer ses navires. => REQUEST CHN>JPN
en China urged Japan to withdraw its ships. => REQUEST CHN>JPN
fr L'Égypte a exhorté Israël à libérer les otages. => REQUEST EGY>ISR
en Norway asked Sweden to help. => REQUEST NOR>SWE
""")
def test_control(passage: Passage, wanted: str) -> None:
    """Whom somebody is asked, urged or told is the target of the request."""
    check(passage, wanted)


@cases("""
fr L'attaque de la Russie contre l'Ukraine a commencé. => ASSAULT RUS>UKR
en Russia's attack on Ukraine began at dawn. => ASSAULT RUS>UKR
fr Les sanctions américaines contre le Venezuela sont entrées en vigueur. => SANCTION USA>VEN
en US sanctions against Venezuela took effect. => SANCTION USA>VEN
fr La visite du président français au Maroc a duré deux jours. => CONSULT FRA>MAR
en The Chinese invasion of Taiwan began. => ASSAULT CHN>TWN
fr Le Niger a lancé une attaque contre le Mali. => ASSAULT NER>MLI
en Niger launched an attack on Mali. => ASSAULT NER>MLI
fr Le Venezuela a rompu ses relations diplomatiques avec l'Argentine. => SANCTION VEN>ARG
en The European Union imposed sanctions on Belarus. => SANCTION European_Union>BLR
fr L'Union européenne a imposé des sanctions à la Biélorussie. => SANCTION Union_européenne>BLR
fr L'aide de l'Allemagne à l'Ukraine a augmenté. => AID DEU>UKR
en Germany's aid to Ukraine grew. => AID DEU>UKR
""")
def test_nouns(passage: Passage, wanted: str) -> None:
    """Nouns open the same roles: adjectives and genitives act, « contre », "on" and "to" mark the target."""
    check(passage, wanted)


@cases("""
fr La Chine et l'Inde ont négocié pendant deux jours. => CONSULT CHN<>IND
en China and India held talks. => CONSULT CHN<>IND
fr Le président chinois a rencontré le Premier ministre indien. => CONSULT CHN<>IND
en The Kenyan president met the Ethiopian prime minister. => CONSULT KEN<>ETH
fr Le Japon et l'Australie ont mené des exercices conjoints. => COOPERATE JPN<>AUS
en Japan held joint drills with Australia. => COOPERATE JPN<>AUS
fr L'Arménie et l'Azerbaïdjan se sont affrontés. => ASSAULT ARM<>AZE
en Armenia clashed with Azerbaijan. => ASSAULT ARM<>AZE
""")
def test_reciprocals(passage: Passage, wanted: str) -> None:
    """Those who meet, talk, drill or clash act on each other, whichever is written first."""
    check(passage, wanted)


@cases("""
fr L'armée turque a bombardé la Syrie. => ASSAULT TUR>SYR
en Turkish troops shelled Syria. => ASSAULT TUR>SYR
fr Kigali a envoyé des armes au M23. => AID RWA>
fr La Pologne a livré des chars à l'Ukraine. => AID POL>UKR
en Poland sent tanks to Ukraine. => AID POL>UKR
fr La France a retiré ses troupes du Mali. => RETREAT FRA>
en France withdrew its troops from Mali. => RETREAT FRA>
fr La Finlande a déployé ses troupes. => MOBILIZE FIN>
en Finland deployed troops along the border. => MOBILIZE FIN>
fr L'Iran a libéré deux journalistes français. => RETREAT IRN>journalistes_français
en Iran released two French journalists. => RETREAT IRN>French_journalists
fr La police biélorusse a arrêté un journaliste polonais. => COERCE BLR>journaliste_polonais
en Belarusian police arrested a Polish journalist. => COERCE BLR>Polish_journalist
""")
def test_bodies(passage: Passage, wanted: str) -> None:
    """Armies, police and capitals act for their state; goods and men go to or from the other one."""
    check(passage, wanted)


@cases("""
fr La Corée du Nord, qui a attaqué la Corée du Sud, nie tout. => ASSAULT PRK>KOR any
en Ethiopia, which attacked Eritrea, celebrated. => ASSAULT ETH>ERI
fr Les soldats russes qui ont attaqué l'Ukraine sont rentrés. => ASSAULT RUS>UKR
""")
def test_relatives(passage: Passage, wanted: str) -> None:
    """A relative clause says what its antecedent did."""
    check(passage, wanted)


@cases("""
fr La Russie a bombardé l'Ukraine le 3 mars 2024. => ASSAULT RUS>UKR on 2024-03-03
en Israel bombed Lebanon on 5 May 2024. => ASSAULT ISR>LBN on 2024-05-05
fr En 2019, l'Inde a bombardé le Pakistan. => ASSAULT IND>PAK on 2019
fr Le président turc a rencontré son homologue égyptien au Caire. => CONSULT TUR<>EGY at Caire
en The Turkish president met the Egyptian president in Geneva. => CONSULT TUR<>EGY at Geneva
fr La Corée du Nord a envoyé 6 000 soldats en Russie. => AID|MOBILIZE PRK>RUS of 6000 soldiers
en Russia killed 40 soldiers in Ukraine. => ASSAULT RUS> of 40 soldiers killed
fr La Norvège a fourni 200 millions d'euros à la Moldavie. => AID NOR>MDA of 200000000 money
en Norway gave Moldova 200 million euros. => AID NOR>MDA of 200000000 money
""")
def test_circumstances(passage: Passage, wanted: str) -> None:
    """Day, place and figures of the event are those that stand beside it."""
    check(passage, wanted)


@cases("""
fr Le temps sera beau demain à Paris. => no * any
en The weather will be fine in London tomorrow. => no * any
fr La France et l'Italie ont une frontière commune. => no ASSAULT any; no CONSULT any
en An attack of flu kept Ghana's captain at home. => no ASSAULT any
fr Le porte-parole congolais soutient que la déclaration impose un retrait au Rwanda. => no SUPPORT any
""")
def test_nothing(passage: Passage, wanted: str) -> None:
    """Weather, illness, geography and what somebody maintains are no events."""
    check(passage, wanted)


@cases("""
en Norway sent F-35s to Iceland. => AID NOR>ISL
en Norway supplied Iceland with NASAMS batteries. => AID NOR>ISL
""")
def test_a_model_number_stands_for_arms(passage: Passage, wanted: str) -> None:
    """Designations such as F-35 count as arms where an entry asks for those."""


@cases("""
en Chile launched a mediation effort between Peru and Bolivia. => CONSULT CHL>PER+BOL
en Kenya condemned the invasion force of Ethiopia. => no ASSAULT any
en Peru has asked Chile to free two soldiers, the Bolivian army said. => REQUEST PER>CHL reported; no RETREAT any
en Ghana demanded a truce with Togo. => no RETREAT any
en Cuba threatened to expel the diplomats of Spain. => THREATEN CUB>ESP; no SANCTION any
fr Le Ghana a exigé que le Togo libère deux soldats. => REQUEST GHA>TGO; no RETREAT any
fr Cuba a menacé l'Espagne d'expulser ses diplomates. => THREATEN CUB>ESP; no SANCTION any
en Kenya accused Ethiopia of attacking Somalia. => ACCUSE KEN>ETH; ASSAULT ETH>SOM reported
en Mali urged Niger, which attacked Chad, to negotiate. => REQUEST MLI>NER; ASSAULT NER>TCD
en Peru condemned on Sunday the arrests, the Chilean army said. => no ACCUSE PER>CHL any
""")
def test_one_act_is_one_event(passage: Passage, wanted: str) -> None:
    """What is asked for, threatened with or meant is the content of an act; what is told in passing stands apart."""
    check(passage, wanted)


@cases("""
en Kenya said on Monday that Somalia must free two soldiers. => REQUEST KEN>SOM; no RETREAT any
en Kenya said on Monday that it must defend itself against Somalia. => no REQUEST any
en Ghana's rebels issued a statement demanding that Togo pay. => REQUEST >TGO
en Chile sent inspectors to Peru. => ACCUSE CHL>PER
en Chile dispatched a team to Bolivia to investigate the deaths of two miners. => ACCUSE CHL>BOL
en An Italian has been put under investigation in Greece. => ACCUSE GRC>ITA
en Iran called the American demand "unacceptable". => ACCUSE IRN>USA
en Hungary is opposed to Romanian participation in the talks. => REJECT HUN>ROU
en Denmark will not meet Norway. => REJECT DNK>NOR
fr Le Danemark ne rencontrera pas la Norvège. => REJECT DNK>NOR
en Mali expelled nobody, but forced the United Nations out of the country. => SANCTION MLI>
en Canada suspended its participation in talks with Cuba. => SANCTION CAN>CUB
en Vietnam completed its withdrawal from Cambodia. => RETREAT VNM>KHM
en Peru handed over 20 tonnes of medicine to Haiti. => AID PER>HTI
en Vietnamese-led forces attacked Laos. => ASSAULT VNM>LAO
en Spain called off its long-threatened attack on Morocco. => no THREATEN any
en Iraq mounted an invasion of Kuwait. => ASSAULT IRQ>KWT
en Students in Algiers blocked roads to protest against the government of Algeria. => PROTEST >DZA; no COERCE any
en Turkish troops remained on alert in Syria. => MOBILIZE TUR>SYR
en Peru granted asylum to three Chilean officers holed up in its embassy. => AID PER>CHL
""")
def test_press_phrases(passage: Passage, wanted: str) -> None:
    """What the press says in set phrases: obligations, inspections, refusals to come, expulsions, stoppages."""
    check(passage, wanted)


@cases("""
en The United States vetoed a United Nations text condemning its raid on Panama. => REJECT USA>; no REJECT USA>PAN any
en Rebels returned the weapons seized last year from Kenya. => no COERCE any
en Norway announced it would withdraw its observers from Sudan. => AGREE NOR>SDN planned
en Israeli soldiers arrested two Palestinians in the occupied West Bank. => COERCE ISR>PSE; no COERCE ->PSE any
""")
def test_what_is_but_mentioned(passage: Passage, wanted: str) -> None:
    """Participles and adjectives that lack who did it are no events; what is announced has the type of the act."""
    check(passage, wanted)


@cases("""
fr L'Arménie et l'Azerbaïdjan négocient. Les deux voisins renoncent à la force. => RETREAT ARM<>AZE
en Kenya and Uganda met. Both sides pledged to pull back their troops. => AGREE KEN<>UGA
fr Le Pérou et le Chili se parlent. Les deux pays ont condamné la Bolivie. => ACCUSE PER+CHL>BOL
""")
def test_two_that_one_word_names_act_on_one_another(passage: Passage, wanted: str) -> None:
    """What both sides do together where nobody else is named, they do to one another."""
    check(passage, wanted)


@cases("""
en Pakistan thanked Oman for hosting talks with India. => CONSULT OMN<>IND any
fr L'Arménie a remercié la France pour lui avoir livré des radars. => AID FRA>ARM any
fr La Pologne félicite la Lituanie d'avoir fermé sa frontière avec la Biélorussie. => SANCTION LTU>BLR any
en Chad blamed Sudan for bombing Eritrea. => ASSAULT SDN>ERI any
fr Le Kenya accuse la Somalie d'avoir bombardé l'Éthiopie. => ASSAULT SOM>ETH any
""")
def test_who_is_praised_or_blamed_did_it(passage: Passage, wanted: str) -> None:
    """For what somebody is thanked, praised or blamed is done by them, not by who says so."""
    check(passage, wanted)


@cases("""
en Protesters marched through Lima against the government of Peru. => PROTEST protesters>PER
en Protesters gathered in Lima. Peruvian police detained forty of them. => COERCE PER>protesters
fr Des étudiants ont défilé à Dacca contre le gouvernement. La police a interpellé dix d'entre eux. => COERCE BGD>étudiants
fr Des étudiants ont défilé à Dacca contre le gouvernement. La police en a arrêté quarante. => COERCE BGD>étudiants
fr Des centaines de partisans du Parti de la justice ont défilé à Lomé. => PROTEST partisans_du_Parti_de_la_justice>TGO
fr Des hommes armés ont pillé l'ambassade d'Inde à Bamako. => ASSAULT hommes_armés>IND
en Masked men attacked the embassy of Canada in Bamako. => ASSAULT masked_men>CAN
""")  # noqa: E501
def test_unnamed_people(passage: Passage, wanted: str) -> None:
    """Crowds are told by their noun, by what they follow, and by the figure that counts some of them."""
    check(passage, wanted)


@cases("""
fr La Moldavie a renvoyé trois diplomates russes accusés d'espionnage. => ACCUSE MDA>RUS
en Moldova expelled three Russian diplomats suspected of spying. => ACCUSE MDA>RUS
en France hosted a Libyan general accused of war crimes. => no ACCUSE FRA> any
fr Le président kényan a été reçu mardi à Washington. => CONSULT USA>KEN
en The Syrian foreign minister was welcomed in Ankara. => CONSULT TUR>SYR
fr Le président sénégalais a été reçu à Dakar. => no CONSULT SEN>SEN any
""")
def test_hidden_actors_that_the_clause_tells(passage: Passage, wanted: str) -> None:
    """Who punishes the suspects suspects them; whose capital a guest was received in is the host."""
    check(passage, wanted)


@cases("""
fr L'Ouganda a invité le président kényan à Kampala. => REQUEST UGA>KEN
en Oman invited Iran to Muscat. => REQUEST OMN>IRN
en Armenia and Azerbaijan traded fire. Each capital accused the other of lying. => ACCUSE ARM<>AZE
fr L'Arménie et l'Azerbaïdjan se déchirent. Chaque capitale accuse l'autre d'avoir menti. => ACCUSE ARM<>AZE
""")
def test_invitations_and_each_other(passage: Passage, wanted: str) -> None:
    """A bare invitation asks to come; « chaque capitale » and "each capital" are the two spoken of."""
    check(passage, wanted)
