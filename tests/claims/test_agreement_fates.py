# ruff: noqa: E501
"""What becomes of agreements: drafts that fail, pacts that lapse or are torn up, and words that are no agreement."""

from tests.sentences import Passage, cases, check


@cases("""
fr Le projet de traité entre la Géorgie et l'Arménie a été enterré. => agreement treaty GEO+ARM denied
en Talks between Chad and Sudan on a transit accord have collapsed. => agreement agreement TCD+SDN denied
en Talks between Chad and Sudan on a transit accord could collapse. => no agreement * TCD+SDN denied
fr Le Cameroun et le Nigeria ont bouclé les négociations sur un traité frontalier. => agreement treaty CMR+NGA stage announced
en Chile and Peru wrapped up talks on a free trade deal. => agreement trade_agreement CHL+PER stage announced
fr La Serbie et la Bosnie ont trouvé un terrain d'entente sur le partage de la Drina. => agreement agreement SRB+BIH stage announced
""")
def test_what_was_to_lead_to_an_agreement(passage: Passage, wanted: str) -> None:
    """Where a draft is buried or talks collapse there is no agreement; where talks are concluded there is one."""
    check(passage, wanted)


@cases("""
en A deal struck last year under which Rwanda would train Mozambican troops has lapsed. => agreement agreement RWA+MOZ stage ended on 2024
fr L'accord de libre-échange entre le Japon et la Mongolie, signé en 2015, est entré en vigueur l'année suivante. => agreement trade_agreement JPN+MNG stage in force on 2015
en Kosovo walked away from the energy roadmap it had concluded with Serbia in June 2022. => agreement roadmap XKX+SRB stage ended on 2022-06
fr Le Honduras a déclaré nul et non avenu le mémorandum qu'il avait signé avec Taïwan en 2019. => agreement memorandum HND+TWN stage ended on 2019
fr Les Maldives, qui avaient saisi la justice, ont conclu l'an passé un compromis avec Maurice. => agreement agreement MDV+MUS stage signed on 2024
en Australia cancelled a submarine contract signed in 2016 with France. => agreement contract AUS+FRA stage ended on 2016
""")
def test_the_agreement_stands_apart_from_its_verb(passage: Passage, wanted: str) -> None:
    """What is said of it between noun and verb, and a date between verb and noun, do not hide what befell it."""
    check(passage, wanted)


@cases("""
fr L'Inde n'a pas reconduit l'accord de pêche conclu en 2010 avec le Sri Lanka. => agreement agreement IND+LKA stage ended on 2010
fr Le Panama ne renouvellera pas le mémorandum signé en 2017 avec la Chine. => agreement memorandum PAN+CHN stage signed on 2017
en Turkey has not suspended its trade deal with Georgia. => agreement trade_agreement TUR+GEO asserted
fr La Zambie pourrait se retirer du traité de défense conclu avec l'Angola en 1999. => agreement treaty ZMB+AGO asserted on 1999
en A truce between Chad and Sudan will take effect on Monday. => agreement ceasefire TCD+SDN planned
""")
def test_who_may_leave_an_agreement_has_it(passage: Passage, wanted: str) -> None:
    """One that may be left, or is not suspended, is there; one that was not extended has ended."""
    check(passage, wanted)


@cases("""
fr Erevan et Bakou s'accusent d'avoir rompu la trêve conclue la veille. => agreement ceasefire ARM+AZE on 2025-06-18
en Oman and Iran reached an understanding on Sunday. The understanding was signed two days later. => agreement agreement OMN+IRN stage signed on 2025-06-17
en Denmark and Iceland announced a mining agreement on Monday. The signing took place on Tuesday in Nuuk. => agreement agreement DNK+ISL stage signed on 2025-06-17
""")
def test_announced_one_day_and_signed_another(passage: Passage, wanted: str) -> None:
    """It is one agreement, and its date is that of the signature."""
    check(passage, wanted)


@cases("""
fr Avec l'accord de la Jordanie, l'armée américaine a survolé la Syrie. => no agreement * any
fr La Turquie a donné son accord à l'adhésion de la Suède. => no agreement * any
fr Ankara a obtenu l'accord de Moscou pour intervenir. => no agreement * any
fr Le Kenya a obtenu un accord avec la Somalie sur sa frontière. => agreement agreement KEN+SOM
en With Jordan's agreement, American jets crossed Syria. => no agreement * any
""")
def test_consent_is_no_agreement(passage: Passage, wanted: str) -> None:
    """« avec l'accord de X » says that one party lets another do something."""
    check(passage, wanted)


@cases("""
en Rwanda rejected claims that it had signed a mining deal with Congo. => agreement agreement RWA+COD denied
fr Le Pérou a démenti les rumeurs selon lesquelles il aurait conclu un pacte avec le Chili. => agreement pact PER+CHL denied
fr Le Qatar nie tout accord secret avec l'Iran. => agreement agreement QAT+IRN denied
fr Il n'y a pas d'accord entre l'Égypte et la Libye. => agreement agreement EGY+LBY denied
fr L'Égypte n'est pas d'accord avec la Libye. => no agreement * any
""")
def test_agreements_that_are_denied(passage: Passage, wanted: str) -> None:
    """Who denies a report, or any agreement at all, says that there is none."""
    check(passage, wanted)


@cases("""
en India's suspension of the Indus Waters Treaty of 1960 stands. Pakistan threatened to put the 1972 Simla accord in abeyance. => agreement treaty IND+PAK stage suspended on 1960
en India's suspension of the Indus Waters Treaty of 1960 stands. Pakistan threatened to put the 1972 Simla accord in abeyance. => agreement agreement IND+PAK on 1972
fr Le Brésil et le Paraguay ont trouvé un terrain d'entente. Le traité de 1973 entre les deux pays n'est pas abrogé. => agreement treaty BRA+PRY on 1973
fr Londres et Port-Louis s'étaient mis d'accord en octobre sur la rétrocession de l'archipel. => agreement agreement GBR+MUS stage announced on 2024-10
fr La Lettonie et l'Estonie sont tombées d'accord pour acheter ensemble des missiles. => agreement agreement LVA+EST stage announced
""")
def test_each_agreement_has_its_own_year(passage: Passage, wanted: str) -> None:
    """A year before or after the noun is the agreement's, and tells it from another."""
    check(passage, wanted)


@cases("""
fr Aux termes de l'accord de pêche conclu dans la nuit par le Chili et le Pérou, Lima paiera une redevance. => agreement agreement CHL+PER stage signed
fr Pékin et Téhéran se sont engagés lundi dans un pacte de coopération. => agreement pact CHN+IRN stage signed on 2025-06-16
en Ghana will train under AUKUS, a pact unveiled on Wednesday by Australia, Britain and America. => agreement pact AUS+GBR+USA on 2025-06-18
en Another pact, New START, expires in 2026, Russia and America recalled. => no agreement pact any
en Chad and Niger are bound by the Lome accord, which ended their dispute. => no agreement * stage ended
en Turkey and Libya signed an accord in 2019. Greece calls it void. => agreement agreement TUR+LBY stage signed on 2019
en Egypt and Sudan agreed on Monday to share power under a deal brokered by Qatar. => agreement agreement EGY+SDN stage announced on 2025-06-16
en Egypt and Sudan agreed on Monday to share power under a deal brokered by Qatar. => no agreement * stage in force
en Nigeria pulled out of talks with Cameroon on a boundary agreement. => no agreement * asserted
""")
def test_whose_and_which_it_is(passage: Passage, wanted: str) -> None:
    """Who concluded it may stand far from the participle; a name and its apposition are one; others do not end it."""
    check(passage, wanted)


@cases("""
fr Le Maroc, l'Espagne et le Portugal ont signé lundi à Rabat l'accord sur les patrouilles communes. => agreement agreement MAR+ESP+PRT stage signed on 2025-06-16
fr Le Tchad a mis fin jeudi à l'accord de défense qui le liait à la Libye depuis 2019. => agreement defence_agreement TCD+LBY stage ended
fr Le Paraguay s'était engagé, en mai 2024, à conclure un nouvel accord avec le Brésil. => agreement agreement PRY+BRA planned
fr Le contrat de vente de gaz que la Norvège va signer avec la Pologne inquiète Moscou. => agreement contract NOR+POL planned
en Chad and Libya extended their pause in fighting by two days on Wednesday. => no agreement * stage suspended
en Chad and Libya signed a ceasefire in May. Libya broke the truce in June. => no agreement * stage ended
en Chad and Libya agreed on a truce. The truce would otherwise have lapsed overnight. => no agreement * stage ended
en Norway and Chile signed a treaty in March. Norway's parliament ratified that text, but its Constitutional Court suspended part of it. => agreement treaty NOR+CHL
en Norway and Chile signed a treaty on Monday. It replaces the memorandum of April 2022. Both parliaments must ratify the text. => no agreement memorandum stage ratified
en Malawi and Rwanda signed a draft of an agreement. The regional bloc is silent. => no agreement alliance
""")
def test_what_befell_which(passage: Passage, wanted: str) -> None:
    """What stands between verb and noun, whose court it is, and words that only look alike leave each its own fate."""
    check(passage, wanted)


@cases("""
fr Le Sénégal et la Gambie se rapprochent. Les cheminots ont signé un accord salarial avec la compagnie. => no agreement * any
en Kenya and Uganda met. The nurses' union signed a wage agreement in Nairobi. => no agreement * any
fr L'Italie et la Grèce se brouillent sur l'accord du participe passé. => no agreement * any
fr Le Parlement slovène a adopté une résolution du Parti socialiste. => no agreement * any
en The African Union adopted a resolution on Monday. => agreement resolution African_Union
""")
def test_what_binds_no_powers(passage: Passage, wanted: str) -> None:
    """Wage deals, grammar and what the parties of a parliament adopt are no agreements between powers."""
    check(passage, wanted)


@cases("""
en Chad and Togo are close to signing a defence pact. => agreement pact TCD+TGO planned; no agreement * TCD+TGO asserted
en Chad and Togo are on the verge of signing a defence pact. => agreement pact TCD+TGO planned
en Chad and Togo are poised to sign a defence pact. => agreement pact TCD+TGO planned
fr La Bolivie et le Pérou sont sur le point de conclure un traité. => agreement treaty BOL+PER planned
fr La Bolivie est en mesure de conclure un traité avec le Pérou. => agreement treaty BOL+PER possible
""")
def test_what_is_about_to_be_signed(passage: Passage, wanted: str) -> None:
    """Who is close to signing has not signed."""
    check(passage, wanted)


@cases("""
en The 1994 nuclear deal between Chad and Togo has lapsed. => agreement agreement TCD+TGO on 1994
en Kenya values its 1980 base agreement with Oman. => agreement defence_agreement KEN+OMN on 1980
""")
def test_the_year_of_a_deal(passage: Passage, wanted: str) -> None:
    """A year before what it dates counts nothing."""
    check(passage, wanted)


@cases("""
fr Le Togo et le Ghana ont signé un accord de pêche en 1990. Il a été modifié par un avenant de 2004. => agreement agreement TGO+GHA on 1990; agreement protocol TGO+GHA stage signed on 2004
en The tax treaty between Oman and Qatar dates from 1972. A protocol signed in 2008 changed it. => agreement protocol OMN+QAT on 2008
en Fiji and Samoa signed a treaty. It differs from those that Tonga concluded with Nauru. => agreement treaty FJI+WSM; agreement treaty TON+NRU stage signed
fr Le Bénin et le Togo ont signé un pacte, contrairement à celui que le Mali a conclu avec le Niger. => agreement pact BEN+TGO; agreement pact MLI+NER
fr Une convention fiscale et un traité d'extradition : voilà ce que le Laos et le Népal ont signé lundi. => agreement treaty LAO+NPL stage signed on 2025-06-16; agreement convention LAO+NPL stage signed
en What Laos and Nepal signed on Monday was a border treaty. => agreement treaty LAO+NPL stage signed on 2025-06-16
fr Ce que le Laos et le Népal ont signé lundi, c'est un traité. => agreement treaty LAO+NPL stage signed on 2025-06-16
""")
def test_what_stands_for_an_agreement(passage: Passage, wanted: str) -> None:
    """Amendments, pronouns for others of the kind, and clauses that present what was signed are agreements of their own."""
    check(passage, wanted)


@cases("""
en In a joint statement, Laos and Nepal pledged to open their border. => agreement declaration LAO+NPL stage signed
fr Dans un communiqué conjoint, le Pérou et le Chili ont promis d'ouvrir la frontière. => agreement communique PER+CHL stage signed
en In a statement, Laos pledged to help Nepal. => no agreement * any
en A draft pact between Laos and Nepal surfaced online on Monday. => agreement pact LAO+NPL planned
fr Le film « La Trêve » oppose la Syrie et l'Égypte. => no agreement * any
""")
def test_texts_of_other_kinds(passage: Passage, wanted: str) -> None:
    """What two pledge in a joint statement is agreed; a draft that surfaces is only proposed, and a film is none."""
    check(passage, wanted)


@cases("""
en Laos and Nepal have agreed the text of a defence pact. => agreement pact LAO+NPL stage announced; no agreement agreement LAO+NPL any
fr Le Pérou et le Chili se sont entendus sur les termes d'un accord sur le lac. => agreement agreement PER+CHL stage announced
en Oman and Yemen accused each other of breaching the ceasefire that took effect on Monday. => agreement ceasefire OMN+YEM reported
fr Le pacte, obtenu par Joe Biden, sera signé lundi par le Togo et le Bénin. => agreement pact TGO+BEN; no agreement * USA+TGO any
en Norway and Iceland signed a gas swap deal. => agreement agreement NOR+ISL
""")
def test_what_is_agreed_and_by_whom(passage: Passage, wanted: str) -> None:
    """The terms of a pact are the pact, who only obtained it is no party, and each other's accusers are."""
    check(passage, wanted)


@cases("""
en Oman handed Qatar a memorandum on fishing in May. => agreement memorandum OMN+QAT stage signed
fr Le Maroc a remis à l'Espagne un mémorandum sur la pêche. => agreement memorandum MAR+ESP stage signed
fr À Suva, Xi Jinping et le président fidjien avaient signé mercredi une déclaration commune. => agreement declaration CHN+FJI stage signed
""")
def test_memoranda_given_and_names_before_subjects(passage: Passage, wanted: str) -> None:
    """A memorandum that one gives another is between the two; a name right before the other subject signs too."""
    check(passage, wanted)


@cases("""
fr Le Mali a décidé lundi de suspendre l'accord de pêche conclu en 2015 avec la Mauritanie. => agreement agreement MLI+MRT stage suspended on 2015
en Niger decided on Monday to suspend its fisheries treaty with Benin. => agreement treaty NER+BEN stage suspended
fr Le Burundi a proclamé jeudi la fin, « avec effet immédiat », de l'accord de paix signé en 2015 avec le Rwanda. => agreement peace_agreement BDI+RWA stage ended on 2015
en Hungary announced its withdrawal from a gas treaty with Serbia. => agreement treaty HUN+SRB stage ended
en South African lawmakers voted down a nuclear deal with Russia. => agreement agreement ZAF+RUS denied
fr Le Mali décidera lundi de suspendre l'accord conclu avec la Mauritanie. => no agreement * MLI+MRT stage suspended
""")
def test_an_end_that_is_decided_or_announced(passage: Passage, wanted: str) -> None:
    """Who may suspend or end an agreement does so by deciding or announcing it, even behind an aside."""
    check(passage, wanted)


@cases("""
fr Faute d'accord entre la Serbie et la Hongrie, le pont reste fermé. => agreement agreement SRB+HUN denied
en Failing an accord between Baku and Yerevan, the border remains shut. => agreement agreement AZE+ARM denied
fr Les rebelles du M23 n'ont rien signé avec Kinshasa. => agreement agreement M23+COD denied
en The Houthis have signed nothing with Saudi Arabia. => agreement agreement Houthis+SAU denied
en Peru signed nothing on Friday. => no agreement * any
fr Oman a refusé de signer l'accord de sécurité proposé par le Koweït. => agreement security_agreement OMN+KWT denied
""")
def test_there_is_none(passage: Passage, wanted: str) -> None:
    """Where an agreement is lacking, or nothing was signed with somebody, there is none between the two."""
    check(passage, wanted)


@cases("""
en The deal Seoul and Warsaw have just concluded covers 180 tanks. => agreement agreement KOR+POL stage signed
en India and Nepal reached a border agreement in March 2021. => agreement agreement IND+NPL stage signed on 2021-03
en India and Nepal reached a border agreement on Tuesday. => agreement agreement IND+NPL stage announced on 2025-06-17
en Armenia and Georgia are drafting a transit treaty. The Tbilisi accord, which they reached in May 2019, was never applied. => agreement treaty ARM+GEO planned stage proposed; agreement agreement ARM+GEO on 2019-05
en The truce between Oman and Yemen took hold on Monday. => agreement ceasefire OMN+YEM stage in force since 2025-06-16
en Niger has suspended the military agreement that bound it to Benin. => agreement defence_agreement NER+BEN stage suspended
""")
def test_what_was_reached_and_what_is_sought(passage: Passage, wanted: str) -> None:
    """A deal struck long ago was concluded, and is not the one still being drafted."""
    check(passage, wanted)
