"""What the French press says of states, in its own idiom: each type of event in several constructions."""

from tests.sentences import Passage, cases, check


@cases("""
fr La Grèce compte accorder une aide de 50 millions d'euros à Chypre. => AGREE GRC>CYP any
fr Le Qatar s'apprête à envoyer une délégation à Kaboul. => AGREE QAT>AFG any
fr Le Vietnam s'est dit prêt à renforcer sa coopération militaire avec les Philippines. => AGREE VNM>PHL any
fr L'Inde et le Népal ont convenu de rouvrir leur frontière commune. => AGREE IND<>NPL any
fr Le président sénégalais a été accueilli à Nouakchott par son homologue mauritanien. => CONSULT SEN<>MRT
fr Des pourparlers entre l'Arménie et la Turquie se sont ouverts à Vienne. => CONSULT ARM<>TUR
fr Le chef de la diplomatie péruvienne s'est rendu à Bogota. => CONSULT PER>COL
fr La Hongrie et la Serbie ont tenu des consultations sur le gaz. => CONSULT HUN<>SRB
""")
def test_promises_and_meetings(passage: Passage, wanted: str) -> None:
    """Promises, announced visits, calls, receptions and talks."""
    check(passage, wanted)


@cases("""
fr Le Portugal s'est félicité de la libération de l'opposant angolais. => SUPPORT PRT>AGO
fr Le Canada a reconnu l'indépendance du Kosovo. => SUPPORT CAN>XKX|Kosovo
fr La Namibie a rendu hommage à Cuba. => SUPPORT NAM>CUB
fr La Jordanie a présenté ses condoléances au Maroc. => SUPPORT JOR>MAR
fr Le Bénin et le Niger ont repris leurs échanges commerciaux. => COOPERATE|CONCEDE BEN<>NER
fr Le Brésil a remis à l'Italie un mafieux recherché. => COOPERATE|COERCE|RETREAT BRA>ITA
fr La marine indienne et la marine vietnamienne ont effectué des manœuvres conjointes. => COOPERATE IND<>VNM
fr Le Pakistan a acheté des avions de combat à la Chine. => COOPERATE PAK<>CHN
""")
def test_backing_and_working_together(passage: Passage, wanted: str) -> None:
    """Praise, recognition, signatures, trade, extraditions and joint manoeuvres."""
    check(passage, wanted)


@cases("""
fr Des secouristes mexicains ont été dépêchés en Turquie après le séisme. => AID MEX>TUR
fr Le Soudan du Sud a bénéficié d'une aide médicale de l'Inde. => AID IND>SSD
fr La Norvège a débloqué 30 millions de dollars en faveur du Malawi. => AID NOR>MWI
fr La Tchéquie a doté l'armée ukrainienne de nouveaux obusiers. => AID CZE>UKR
fr Israël a allégé le blocus de Gaza. => CONCEDE ISR>PSE
fr Le Premier ministre sri-lankais a présenté sa démission. => CONCEDE LKA>
fr La junte guinéenne a rétabli l'accès à Internet. => CONCEDE GIN>
fr La Jordanie a levé l'état d'urgence. => CONCEDE JOR>
fr La Belgique a fermé sa base en Jordanie et rappelé ses soldats. => RETREAT BEL>JOR
fr Le Kenya a évacué ses diplomates du Soudan. => RETREAT KEN>SDN
fr La Corée du Nord a restitué les dépouilles de soldats américains. => RETREAT PRK>USA
fr Le Cameroun a remis en liberté un journaliste nigérian. => RETREAT CMR>journaliste_nigérian
""")
def test_help_and_yielding(passage: Passage, wanted: str) -> None:
    """Gifts, loans and rescue; eased measures, resignations, releases and homecomings."""
    check(passage, wanted)


@cases("""
fr Cotonou a invité Niamey à rouvrir la frontière. => REQUEST BEN>NER
fr Amnesty International presse le Vietnam de libérer un blogueur. => REQUEST Amnesty_International>VNM
fr Le Paraguay a réclamé des explications au Brésil. => REQUEST PRY>BRA
fr Le Bangladesh a requis l'extradition de l'ancienne ministre réfugiée en Inde. => REQUEST BGD>IND
fr Un tribunal allemand a reconnu coupable un agent syrien. => ACCUSE|COERCE DEU>SYR
fr La Lituanie a qualifié la Biélorussie d'État terroriste. => ACCUSE LTU>BLR
fr Le Burundi a accusé le Rwanda d'armer des rebelles. => ACCUSE BDI>RWA
fr Les États-Unis ont inculpé deux pirates informatiques nord-coréens. => ACCUSE USA>pirates_informatiques_nord-coréens
""")
def test_demands_and_blame(passage: Passage, wanted: str) -> None:
    """Demands with an infinitive or a noun; complaints, charges and verdicts."""
    check(passage, wanted)


@cases("""
fr La Malaisie a balayé les revendications de la Chine. => REJECT MYS>CHN
fr La Serbie a rejeté la proposition de l'Union européenne. => REJECT SRB>
fr Nicosie s'oppose à l'adhésion de la Turquie. => REJECT CYP>TUR
fr La Hongrie bloque l'aide à l'Ukraine. => REJECT HUN>
fr L'UE a adressé un ultimatum à la Géorgie. => THREATEN >GEO
fr La Corée du Nord a brandi la menace d'une frappe nucléaire contre le Japon. => THREATEN PRK>JPN
fr La Guinée équatoriale menace d'expulser les travailleurs camerounais. => THREATEN GNQ>travailleurs_camerounais
fr L'Azerbaïdjan a menacé l'Arménie de représailles. => THREATEN AZE>ARM
""")
def test_refusals_and_threats(passage: Passage, wanted: str) -> None:
    """Refusals, vetoes and boycotts; threats, ultimatums and warnings."""
    check(passage, wanted)


@cases("""
fr Des opposants togolais ont observé une journée ville morte à Lomé. => PROTEST opposants_togolais>
fr Des milliers de Sénégalais sont descendus dans la rue à Dakar. => PROTEST SEN>
fr Un prisonnier palestinien a cessé de s'alimenter dans une prison israélienne. => PROTEST prisonnier_palestinien>
fr À l'appel des syndicats, des milliers de Nigérians ont manifesté à Abuja. => PROTEST NGA>
fr Le Maroc a testé un nouveau drone. => MOBILIZE MAR>
fr Le gouvernement péruvien a déployé la police dans les rues de Lima. => MOBILIZE PER>
fr Un porte-avions français a appareillé pour la mer Rouge. => MOBILIZE FRA>
fr L'Éthiopie a massé des troupes à la frontière érythréenne. => MOBILIZE ETH>ERI
""")
def test_streets_and_forces(passage: Passage, wanted: str) -> None:
    """Strikes, marches and riots; troops, tests and alerts."""
    check(passage, wanted)


@cases("""
fr La Lettonie a quitté la table des négociations avec la Russie. => SANCTION LVA>RUS
fr Le Népal a sommé les casques bleus de partir et expulsé la mission de l'ONU. => SANCTION NPL>
fr La Bolivie a rompu ses relations diplomatiques avec Israël. => SANCTION BOL>ISR
fr Le Pérou a rappelé son ambassadeur au Honduras pour consultations. => SANCTION PER>HND
fr Les autorités tanzaniennes ont suspendu un quotidien. => COERCE TZA>
fr Un touriste néo-zélandais a été incarcéré en Indonésie. => COERCE IDN>touriste_néo-zélandais
fr Un tribunal biélorusse a condamné une militante polonaise à huit ans de prison. => COERCE BLR>militante_polonaise
fr Des pirates ont détourné un navire indien au large de la Somalie. => COERCE|ASSAULT >IND
fr Deux soldats pakistanais ont péri dans une attaque des talibans. => ASSAULT >PAK
fr Boko Haram a enlevé trente lycéennes au Nigeria. => ASSAULT Boko_Haram>NGA
fr Israël a riposté par des frappes sur le Liban. => ASSAULT ISR>LBN
fr Des échanges de tirs ont eu lieu entre soldats thaïlandais et cambodgiens. => ASSAULT THA<>KHM
""")
def test_pressure_and_violence(passage: Passage, wanted: str) -> None:
    """Broken ties, arrests, seizures, bans and bloodshed."""
    check(passage, wanted)


@cases("""
fr La Guinée rejette sur le Liberia la responsabilité de l'attaque. => ACCUSE GIN>LBR
fr Le Togo s'en remet à la Cour internationale de justice. => REQUEST TGO>ICJ|Cour_internationale_de_justice
fr Les militaires français ont quitté le Tchad. => RETREAT FRA>TCD
fr Le Zimbabwe est sous le coup de sanctions américaines. => SANCTION USA>ZWE
fr Le Bénin a mis fin lundi à l'accord de défense avec le Togo. => REJECT|SANCTION BEN>TGO
fr Le Honduras a fermé ses trois derniers postes-frontières avec le Nicaragua. => SANCTION|COERCE HND>NIC
fr L'Uruguay maintient quelque 800 soldats au Congo. => MOBILIZE URY>
fr Le gouvernement bolivien nie toute implication dans le putsch au Pérou. => REJECT BOL>
fr La Bolivie a porté l'affaire devant la Cour internationale de justice contre le Chili. => ACCUSE BOL>CHL
fr La Croatie a mis un hôpital de campagne à la disposition de la Bosnie. => AID HRV>BIH
fr Lomé a pris acte avec satisfaction de la décision béninoise. => SUPPORT TGO>BEN
fr La délégation bulgare a séjourné en Géorgie. => CONSULT BGR>GEO
fr Le président malgache a essuyé un refus de l'Afrique du Sud. => REJECT ZAF>MDG
""")
def test_plain_political_senses(passage: Passage, wanted: str) -> None:
    """Frequent verbs with the nouns that the press uses beside them."""
    check(passage, wanted)


@cases("""
fr Le Zimbabwe a remis à la Namibie un colonel en fuite. => COOPERATE ZWE>NAM
fr La Sierra Leone a prêté main-forte au Liberia. => AID SLE>LBR
fr Le Botswana s'est indigné des propos de l'Angola. => ACCUSE BWA>AGO
fr Le Togo et le Ghana ont créé une commission mixte. => COOPERATE TGO<>GHA
fr Le Cameroun a reconduit à la frontière trois journalistes tchadiens. => COERCE CMR>
fr Un drone azerbaïdjanais s'est écrasé sur une école arménienne. => ASSAULT AZE>ARM
fr Les derniers soldats sénégalais ont quitté la Gambie. => RETREAT SEN>GMB
fr Le Népal souhaite que l'Inde retire ses troupes. => REQUEST NPL>IND
fr La Bulgarie équipe l'armée moldave. => AID BGR>MDA
""")
def test_further_plain_senses(passage: Passage, wanted: str) -> None:
    """Hand-overs, help, outrage, joint bodies, expulsions and departures."""
    check(passage, wanted)


@cases("""
fr Le Kenya garde ses réserves de change intactes. => no *
fr La Zambie a mis fin à la saison des pluies. => no *
fr La Bulgarie a relevé l'âge de la retraite. => no *
fr La Finlande a fermé une centrale à charbon. => no SANCTION
fr La Zambie partage une frontière avec l'Angola. => no COOPERATE
fr La tempête a détruit des maisons en Jamaïque. => no ASSAULT JAM>
fr L'entreprise finlandaise a vendu sa filiale suédoise. => no *
fr Le chanteur kényan a annulé sa tournée en Tanzanie. => no REJECT
fr La Norvège a pris note des résultats de l'étude. => no *
""")
def test_everyday_senses(passage: Passage, wanted: str) -> None:
    """The same verbs in everyday life report no event between states."""
    check(passage, wanted)


@cases("""
fr L'ambassadrice du Danemark a été convoquée à Téhéran. => ACCUSE|REQUEST IRN>DNK
fr Le Kenya a bloqué la position de l'Union africaine sur l'eau. => REJECT KEN>Union_africaine
fr La Bolivie et le Pérou ont eu un tête-à-tête. => CONSULT BOL<>PER
""")
def test_summonses_and_private_talks(passage: Passage, wanted: str) -> None:
    """Who summons is the government of the place; positions are blocked; hyphens keep a word together."""
    check(passage, wanted)


@cases("""
fr Le Kenya a rouvert deux postes-frontières avec la Somalie. => CONCEDE KEN>SOM
fr La Hongrie a rouvert sa frontière avec la Serbie. => CONCEDE HUN>SRB
fr Plus de 4 000 habitants ont fui leurs villages au Soudan. => RETREAT habitants>
fr Un million de Birmans ont quitté leur foyer. => RETREAT MMR>
fr La police zambienne a interpellé douze d'entre eux. => COERCE ZMB>ZMB
fr Le député a interpellé le gouvernement péruvien sur les prix. => no COERCE
fr La Serbie a quitté la salle. => no RETREAT
en Poland reopened its border with Belarus. => CONCEDE POL>BLR
""")
def test_open_borders_and_flight(passage: Passage, wanted: str) -> None:
    """Borders that open are a concession, people who leave their homes a flight, and the police arrest."""
    check(passage, wanted)


@cases("""
fr Les ministres du Chili et du Pérou ont arrêté la liste des projets communs. => AGREE CHL<>PER
fr La police chilienne a arrêté trois diplomates péruviens. => COERCE CHL>PER
""")
def test_settling_is_no_arrest(passage: Passage, wanted: str) -> None:
    """« Arrêter » a list, a text or a date is to settle it; people are arrested."""
    check(passage, wanted)
