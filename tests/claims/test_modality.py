# ruff: noqa: E501
"""Whether what a sentence tells has happened: hearsay, plans, possibilities and denials are never asserted."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Serbie n'a pas attaqué le Kosovo. => ASSAULT SRB>XKX denied
en Serbia did not attack Kosovo. => ASSAULT SRB>XKX denied
fr La Grèce n'a jamais menacé la Turquie. => THREATEN GRC>TUR denied
en Greece has never threatened Turkey. => THREATEN GRC>TUR denied
en No Greek soldier attacked Albania. => ASSAULT GRC>ALB denied
fr Aucun soldat grec n'a attaqué l'Albanie. => ASSAULT GRC>ALB denied
fr Ni Athènes ni Rome n'ont envoyé de troupes en Albanie. => MOBILIZE GRC+ITA>ALB denied
en Neither Athens nor Sofia attacked Albania. => ASSAULT GRC+BGR>ALB denied
fr La Grèce n'a pas livré d'armes à l'Albanie. => AID GRC>ALB denied
fr La Grèce dément avoir attaqué l'Albanie. => ASSAULT GRC>ALB denied
""")
def test_what_is_negated_is_denied(passage: Passage, wanted: str) -> None:
    """« ne … pas », « jamais », "not" and "never" deny the event."""
    check(passage, wanted)


@cases("""
fr La Hongrie a refusé de sanctionner la Russie. => REJECT HUN>RUS; no SANCTION any
en Hungary refused to sanction Russia. => REJECT HUN>RUS; no SANCTION any
en Hungary failed to condemn Russia. => ACCUSE HUN>RUS denied
fr Le Kenya a renoncé à attaquer la Somalie. => ASSAULT KEN>SOM denied
en Kenya declined to sanction Somalia. => no SANCTION
""")
def test_what_is_refused_or_missed_did_not_happen(passage: Passage, wanted: str) -> None:
    """Verbs that say their complement did not come about deny it."""
    check(passage, wanted)


@cases("""
fr Le Danemark livrera des chars à l'Ukraine. => AGREE DNK>UKR planned; no AID any
en Denmark will deliver tanks to Ukraine. => AGREE DNK>UKR planned; no AID any
fr Le Danemark va livrer des chars à l'Ukraine. => AGREE DNK>UKR planned; no AID
en Denmark is going to send tanks to Ukraine. => no AID
en Denmark plans to send tanks to Ukraine. => AGREE DNK>UKR planned; no AID
fr Le Danemark prévoit de livrer des chars à l'Ukraine. => AGREE DNK>UKR planned; no AID
fr La Turquie a décidé d'attaquer la Syrie. => no ASSAULT
en Turkey has vowed to attack Syria. => no ASSAULT; no ASSAULT reported
fr L'Espagne a promis de livrer des blindés à l'Ukraine. => no AID
""")
def test_what_is_to_come_is_planned(passage: Passage, wanted: str) -> None:
    """The future, « aller » and verbs of intention make a plan, not a fact."""
    check(passage, wanted)


@cases("""
en The Peruvian president will visit Chile next month. => AGREE PER>CHL planned; no CONSULT any
fr Le président péruvien se rendra au Chili le mois prochain. => AGREE PER>CHL planned; no CONSULT any
en Ethiopia said on Monday it would attack Eritrea. => THREATEN ETH>ERI planned; no ASSAULT any
fr L'Éthiopie attaquera l'Érythrée. => THREATEN ETH>ERI planned; no ASSAULT any
en Norway will withdraw its troops from Mali unless the junta holds elections. => THREATEN NOR>MLI planned
fr La Norvège retirera ses troupes du Mali à moins que la junte n'organise des élections. => THREATEN NOR>MLI planned
en Norway could provide tanks to Ukraine. => AID NOR>UKR possible
""")
def test_who_announces_an_act_promises_or_threatens_it(passage: Passage, wanted: str) -> None:
    """What an actor will do for another is a promise, what it will do against one a threat, as is any ultimatum."""
    check(passage, wanted)


@cases("""
fr L'Iran pourrait attaquer Israël. => ASSAULT IRN>ISR possible
en Iran may attack Israel. => ASSAULT IRN>ISR possible
en Iran might attack Israel. => ASSAULT IRN>ISR possible
en Iran could attack Israel. => ASSAULT IRN>ISR possible
fr Il est possible que l'Iran attaque Israël. => no ASSAULT
fr Les États-Unis craignent que la Chine attaque Taïwan. => no ASSAULT
en The United States fears that China may attack Taiwan. => ASSAULT CHN>TWN possible
""")
def test_what_may_happen_is_possible(passage: Passage, wanted: str) -> None:
    """« pouvoir » in the conditional, "may", "might" and "could" make a possibility."""
    check(passage, wanted)


@cases("""
fr L'Éthiopie aurait attaqué l'Érythrée. => ASSAULT ETH>ERI reported
fr L'Érythrée aurait été attaquée par l'Éthiopie. => ASSAULT ETH>ERI reported
fr Près de 600 soldats nord-coréens auraient été tués par l'Ukraine. => ASSAULT UKR>PRK reported of 600 soldiers killed
en Ethiopia reportedly attacked Eritrea. => ASSAULT ETH>ERI reported
en Ethiopia allegedly attacked Eritrea. => ASSAULT ETH>ERI reported
en Ethiopia is said to have attacked Eritrea. => ASSAULT ETH>ERI reported
""")
def test_the_conditional_of_hearsay_is_reported(passage: Passage, wanted: str) -> None:
    """« aurait attaqué », "is said to have" and "reportedly" are hearsay."""
    check(passage, wanted)


@cases("""
fr La Chine a-t-elle attaqué Taïwan ? => no ASSAULT any
en Did China attack Taiwan? => no ASSAULT any
fr Si la Chine attaque Taïwan, le Japon réagira. => no ASSAULT any
en If China attacks Taiwan, Japan will react. => no ASSAULT any
en Unless Chad attacks Sudan, nothing will change. => no ASSAULT any
""")
def test_questions_and_conditions_claim_nothing(passage: Passage, wanted: str) -> None:
    """A question and an if-clause say nothing of what has happened."""
    check(passage, wanted)


@cases("""
fr L'Ukraine accuse la Russie d'avoir bombardé un hôpital ukrainien. => ACCUSE UKR>RUS; no ASSAULT RUS>UKR
fr Le Mali a accusé l'Algérie d'avoir attaqué ses soldats. => ACCUSE MLI>DZA; no ASSAULT
fr L'Éthiopie dit avoir bombardé l'Érythrée. => ASSAULT ETH>ERI reported by ETH
fr Le Tchad affirme avoir expulsé dix diplomates soudanais. => SANCTION TCD>SDN reported by TCD
en Ethiopia claims to have bombed Eritrea. => ASSAULT ETH>ERI reported by ETH
en Kenya admitted having sent arms to Chad. => AID KEN>TCD reported by KEN
en Mali accused Algeria of attacking Mauritania. => ACCUSE MLI>DZA; no ASSAULT; ASSAULT DZA>MRT reported by MLI
fr L'Ukraine affirme que la Russie a bombardé l'Ukraine. => ASSAULT RUS>UKR reported by UKR
""")
def test_what_somebody_is_accused_of_is_no_fact(passage: Passage, wanted: str) -> None:
    """The accusation is a fact; what it says is only reported, by who accuses."""
    check(passage, wanted)


@cases("""
fr Selon la Corée du Sud, la Corée du Nord a livré des missiles à la Russie. => AID PRK>RUS reported by KOR
en According to South Korea, North Korea supplied missiles to Russia. => AID PRK>RUS reported by KOR
fr D'après l'ONU, le Rwanda a attaqué le Congo. => ASSAULT RWA>COG|COD reported
fr La Corée du Sud a déclaré que la Corée du Nord avait livré des missiles à la Russie. => AID PRK>RUS reported by KOR
en South Korea said that North Korea had supplied missiles to Russia. => AID PRK>RUS reported by KOR
en South Korea said North Korea had supplied missiles to Russia. => AID PRK>RUS reported by KOR
fr La Corée du Nord a livré des missiles à la Russie, a déclaré la Corée du Sud. => AID PRK>RUS reported by KOR
fr La Corée du Nord a livré des missiles à la Russie, a annoncé mardi Séoul. => AID PRK>RUS reported by KOR
en North Korea supplied missiles to Russia, South Korea said. => AID PRK>RUS reported by KOR
en North Korea supplied missiles to Russia, said South Korea. => AID PRK>RUS reported by KOR
fr Selon les renseignements sud-coréens, la Corée du Nord a livré des missiles à la Russie. => AID PRK>RUS reported by KOR
""")
def test_what_somebody_says_is_reported_by_them(passage: Passage, wanted: str) -> None:
    """« selon », "according to", verbs of saying and asides name who says so."""
    check(passage, wanted)


@cases("""
fr Selon Reuters, la Russie a attaqué l'Ukraine. => ASSAULT RUS>UKR by Reuters
en According to Reuters, Russia attacked Ukraine. => ASSAULT RUS>UKR by Reuters
fr L'Iran a libéré un journaliste français, a annoncé l'AFP. => RETREAT IRN>journaliste_français by AFP|Agence_France-Presse
""")
def test_credit_to_a_medium_changes_the_source_not_the_modality(passage: Passage, wanted: str) -> None:
    """What a news agency is credited with stays asserted, and the agency stands in the attribution."""
    check(passage, wanted)


@cases("""
fr La Russie nie avoir attaqué la Pologne. => ASSAULT RUS>POL denied
fr Moscou dément avoir attaqué la Pologne. => ASSAULT RUS>POL denied
fr La Russie a démenti avoir attaqué la Pologne. => ASSAULT RUS>POL denied
en Russia denies attacking Poland. => ASSAULT RUS>POL denied
en Russia denied that it had attacked Poland. => ASSAULT RUS>POL denied by RUS
fr Pékin nie avoir livré des armes à la Russie. => AID CHN>RUS denied
""")
def test_a_denial_denies(passage: Passage, wanted: str) -> None:
    """« démentir », « nier » and "deny" deny what they are followed by."""
    check(passage, wanted)


@cases("""
fr La Corée du Sud parle de 11 000 hommes envoyés par la Corée du Nord en Russie. => AID|MOBILIZE PRK> reported by KOR
fr Le ministre hongrois des Affaires étrangères fait état de dix accords avec la Chine. => agreement agreement HUN+CHN reported by HUN
en Chad's army reported a Sudanese attack on Adré. => no ASSAULT SDN>TCD
""")
def test_a_verb_of_saying_reports_its_object(passage: Passage, wanted: str) -> None:
    """« parler de », « faire état de », "count" and "report" have what they report as their object."""
    check(passage, wanted)


@cases("""
fr Selon le Mali et le Tchad, la guerre a coûté cher : près de 600 soldats nigériens auraient trouvé la mort. => ASSAULT ->NER reported by MLI+TCD
fr Le Niger accuse le Tchad ; le Tchad a attaqué le Niger, selon le Mali. => ACCUSE NER>TCD
en Iran attacked Iraq, Reuters said, quoting the Kuwaiti army. => ASSAULT IRN>IRQ reported by Reuters+KWT
en NATO Secretary General Mark Rutte said that Russia had attacked Moldova. => ASSAULT RUS>MDA reported by Mark_Rutte+NATO
""")
def test_a_source_goes_for_what_it_is_named_for(passage: Passage, wanted: str) -> None:
    """« selon » at the head of a sentence goes for all of it; who is cited and whose office speaks are sources too."""
    check(passage, wanted)


@cases("""
fr « Rien ne sera cédé », a lancé le président Alassane Ouattara, qui a accusé le Mali d'agression. => ACCUSE CIV>MLI
fr « Pure invention », a répliqué le premier ministre nigérien : aucun accord n'a été signé avec l'Iran. => agreement agreement NER+IRN denied by NER
en The Kremlin reported only that Zambia had attacked Malawi. => ASSAULT ZMB>MWI reported by RUS
fr L'Iran a été condamné par le Brésil pour avoir attaqué l'Irak. => ACCUSE BRA>IRN; no ASSAULT IRN>IRQ planned
fr L'Iran a mobilisé ses troupes pour attaquer l'Irak. => no ASSAULT IRN>IRQ
""")
def test_what_is_beside_a_saying_is_not_all_said(passage: Passage, wanted: str) -> None:
    """What the text adds of a speaker is the text's own; a reason for blame is no purpose."""
    check(passage, wanted)


@cases("""
fr L'Iran n'exclut pas d'attaquer Israël. => ASSAULT IRN>ISR possible
fr L'Iran exclut d'attaquer Israël. => ASSAULT IRN>ISR denied
fr La Grèce n'a pas attaqué la Turquie. => ASSAULT GRC>TUR denied
""")
def test_what_is_not_ruled_out_is_possible(passage: Passage, wanted: str) -> None:
    """A verb of denial that is itself denied leaves its complement open."""
    check(passage, wanted)


@cases("""
fr De source sud-coréenne, la Corée du Nord a livré des obus à la Russie. => AID PRK>RUS reported by KOR
fr À en croire Séoul, la Corée du Nord a livré des obus à la Russie. => AID PRK>RUS reported by KOR
fr Séoul : Pyongyang a livré des obus à Moscou. => AID PRK>RUS reported by KOR
fr « Le Rwanda a attaqué le Congo », a-t-il ajouté. => ASSAULT RWA>COG|COD reported
en Two days later: Peru attacked Chile. => ASSAULT PER>CHL
""")
def test_sources_come_in_many_forms(passage: Passage, wanted: str) -> None:
    """« de source … », « à en croire X », « X : … » and « a-t-il ajouté » are as good as « selon »."""
    check(passage, wanted)


@cases("""
en The pipeline treaty that Kenya and Uganda signed in 2019 will be reviewed, Kenyan President William Ruto said. => SUPPORT KEN>UGA asserted
fr Le Pérou, qui a expulsé l'ambassadeur du Chili en mai, recevra le président bolivien, a indiqué un diplomate. => SANCTION PER>CHL asserted
fr « Les soldats tchadiens qui ont attaqué le Niger seront jugés », a dit le ministre soudanais. => ASSAULT TCD>NER reported by SDN
fr Selon Accra, le Togo, qui a expulsé l'ambassadeur du Bénin en mai, le rappellera. => SANCTION TGO>BEN asserted
""")
def test_the_text_itself_tells_what_it_knows_of_the_thing_spoken_of(passage: Passage, wanted: str) -> None:
    """A relative clause of something known is no part of what the aside says, unless it is quoted."""
    check(passage, wanted)


@cases("""
en In March Spain recognised Kosovo; Serbia immediately withdrew its ambassador from Madrid. => SANCTION SRB>ESP asserted
fr En mars, l'Espagne a reconnu le Kosovo ; la Serbie a aussitôt rappelé son ambassadeur à Madrid. => SANCTION SRB>ESP asserted
en More than 20 people died, and Kenya accused Ethiopia of shelling the border town. => ACCUSE KEN>ETH asserted
en Egypt accuses Sudan of sheltering rebels; Sudan accuses Egypt of lying. => ACCUSE EGY>SDN asserted
""")
def test_what_a_semicolon_or_another_verb_parts_is_told_for_itself(passage: Passage, wanted: str) -> None:
    """A verb of saying across a semicolon says nothing of the clause here; no verb reports itself."""
    check(passage, wanted)


@cases("""
en Chile is set to send 200 soldiers to Haiti. => AGREE CHL>HTI planned
fr Le Chili s'apprête à envoyer 200 soldats en Haïti. => AGREE CHL>HTI planned
en The Kenyan president is due to meet his Ugandan counterpart next week. => AGREE KEN>UGA planned
fr Le Chili se dit prêt à envoyer 200 soldats en Haïti. => AGREE CHL>HTI asserted
en The pact takes effect once the parliaments of Chile and Peru have ratified it. => AGREE|SUPPORT CHL>PER planned
fr Le pacte entrera en vigueur dès que le Chili et le Pérou l'auront ratifié. => AGREE|SUPPORT CHL>PER planned
en Under the deal, Kenya hands over 20 prisoners to Somalia. => RETREAT KEN>SOM planned
fr En vertu de l'accord, la Norvège livre dix chars à la Finlande. => AID NOR>FIN planned
en Under the deal, Kenya has handed over 20 prisoners to Somalia. => RETREAT KEN>SOM asserted
""")
def test_what_is_awaited_or_provided_for_is_planned(passage: Passage, wanted: str) -> None:
    """What is due, hangs on a condition of time, or is what an agreement says, has not happened."""
    check(passage, wanted)


@cases("""
en According to a report by Xinhua, Laos and Cambodia signed a border treaty. => SUPPORT LAO<>KHM by CHN
fr Le Mali a expulsé l'ambassadeur du Danemark, selon un communiqué de la présidence danoise. => SANCTION MLI>DNK reported by DNK
fr Selon l'AFP, qui cite l'armée turque, l'Irak a livré douze prisonniers à l'Iran. => RETREAT IRQ>IRN reported by Agence_France-Presse+TUR
fr La Suède s'inquiète. Un de ses ministres a dit que la Norvège avait attaqué la Finlande. => ASSAULT NOR>FIN reported by SWE
fr Le Tchad et le Niger ont signé un accord, a annoncé le chef des insurgés, Moussa Diallo. => SUPPORT TCD<>NER reported
en The Kremlin dismissed a report that Russia had attacked Georgia. => ASSAULT RUS>GEO denied by RUS
en A pact would let Russia send warships to Kenya. => no MOBILIZE RUS>KEN reported
fr L'accord entrera en vigueur une fois que le Mali aura libéré 40 soldats ivoiriens. => AGREE MLI>CIV planned
""")
def test_sources_are_those_who_speak(passage: Passage, wanted: str) -> None:
    """Whose report it is, whom a medium cites, whose minister it is, who denies; a pact says nothing."""
    check(passage, wanted)


@cases("""
fr Le ministre kényan est allé saluer le président ougandais à Kampala. => SUPPORT KEN>UGA asserted
fr Le ministre kényan va saluer le président ougandais. => AGREE|SUPPORT KEN>UGA planned
fr La Bolivie ne veut pas d'un accord avec le Chili. => REJECT BOL>CHL
fr La Zambie n'accepte pas de troupes américaines. => REJECT ZMB>USA
fr La Zambie n'a pas dénoncé l'accord de pêche avec le Malawi. => no REJECT ZMB>MWI
en Ghana did not agree to a meeting with Togo. => REJECT GHA>TGO
""")
def test_the_unwilling(passage: Passage, wanted: str) -> None:
    """Who does not want or accept refuses; who has gone to do a thing has done it."""
    check(passage, wanted)
