"""What press agencies report in English, type by type: who does what to whom, on all continents."""

from tests.sentences import Passage, cases, check


@cases("""
en Vietnam undertook to open its markets to Australian beef. => AGREE VNM>AUS
en Canada promised $120 million in fresh aid for Haiti on Thursday. => AGREE CAN>HTI
en Nigeria signalled its readiness to lift restrictions on Niger. => AGREE NGA>NER
en Zambia expressed willingness to mediate between Rwanda and Burundi. => AGREE ZMB>RWA+BDI
""")
def test_promises(passage: Passage, wanted: str) -> None:
    """What is offered, promised or planned for another is an agreement to act."""
    check(passage, wanted)


@cases("""
en Chile and Bolivia sat down at the negotiating table for the first time in a decade. => CONSULT CHL<>BOL
en The Moldovan president was received by the pope at the Vatican. => CONSULT VAT<>MDA
en Norway brokered indirect talks between the Colombian government and the ELN. => CONSULT NOR>
en Irakli Kobakhidze, the Georgian premier, met his Hungarian counterpart in Budapest. => CONSULT GEO<>HUN
""")
def test_meetings(passage: Passage, wanted: str) -> None:
    """Who meets, visits, hosts, phones or mediates consults."""
    check(passage, wanted)


@cases("""
en Argentina apologised to Paraguay for the incident. => SUPPORT|CONCEDE ARG>PRY
en The European Union hailed Zambia's debt restructuring as a model. => SUPPORT European_Union>ZMB
en A trade agreement was ratified by the Chilean parliament with Indonesia. => SUPPORT CHL>IDN
en Uzbekistan endorsed Kyrgyzstan's bid for a seat on the UN Security Council. => SUPPORT UZB>KGZ
""")
def test_support(passage: Passage, wanted: str) -> None:
    """Praise, backing, recognition and signatures are support."""
    check(passage, wanted)


@cases("""
en Nigerian police teamed up with Interpol to dismantle a trafficking ring. => COOPERATE NGA<>Interpol
en Ghanaian and Ivorian customs officers shared intelligence on smuggling networks. => COOPERATE GHA<>CIV
en Angola is cooperating with the ICRC to trace missing migrants. => COOPERATE AGO>
en Spain extradited two suspects to Colombia. => COOPERATE ESP>COL
""")
def test_cooperation(passage: Passage, wanted: str) -> None:
    """What is done jointly, traded or shared is cooperation."""
    check(passage, wanted)


@cases("""
en Saudi Arabia deposited $1 billion in Yemen's central bank. => AID SAU>YEM
en The International Monetary Fund disbursed $350 million to Mozambique. => AID International_Monetary_Fund>MOZ
en China wrote off $80 million of the Maldives' debt. => AID CHN>MDV
en Germany delivered two air defence systems to Ukraine, the ministry said. => AID DEU>UKR any
""")
def test_aid(passage: Passage, wanted: str) -> None:
    """Goods, money, helpers and shelter are aid to who gets them."""
    check(passage, wanted)


@cases("""
en Kyrgyzstan yielded to Tajikistan's demand for access to the road. => CONCEDE KGZ>TJK
en The United Kingdom eased sanctions against Syria. => CONCEDE GBR>SYR
en Malaysia lifted its ban on workers from Bangladesh. => CONCEDE MYS>workers_from_Bangladesh
en Tunisia relaxed its visa rules for Libyans. => CONCEDE TUN>LBY
""")
def test_concessions(passage: Passage, wanted: str) -> None:
    """Who eases, lifts, drops or resigns yields."""
    check(passage, wanted)


@cases("""
en Sudan's RSF handed over 14 Egyptian soldiers to the Red Cross. => RETREAT Rapid_Support_Forces|RSF>
en Guatemala returned the remains of 12 soldiers to Honduras. => RETREAT GTM>HND
en Two Canadian nationals were released by China after 1,000 days in detention. => RETREAT CHN>Canadian_nationals
en Denmark evacuated its embassy staff from Khartoum. => RETREAT DNK>SDN
""")
def test_retreats(passage: Passage, wanted: str) -> None:
    """Who withdraws, frees or hands back retreats."""
    check(passage, wanted)


@cases("""
en Timor-Leste appealed to Australia for help against dengue fever. => REQUEST TLS>AUS
en The UN Security Council demanded that Rwanda pull its soldiers out of Congo. => REQUEST >RWA
en Ireland pleaded with Israel to allow food into Gaza. => REQUEST IRL>ISR
en Belgium requested the extradition of a Moroccan drug lord from the United Arab Emirates. => REQUEST BEL>ARE
""")
def test_requests(passage: Passage, wanted: str) -> None:
    """Who appeals, presses, orders or insists requests."""
    check(passage, wanted)


@cases("""
en South Africa filed a genocide case against Israel at the International Court of Justice. => ACCUSE ZAF>ISR
en Latvia slammed Belarus for pushing migrants across the frontier. => ACCUSE LVA>BLR
en Burkina Faso accused Ivory Coast of sheltering coup plotters. => ACCUSE BFA>CIV
en Mauritius deplored Britain's stance on the Chagos Islands. => ACCUSE MUS>GBR
""")
def test_accusations(passage: Passage, wanted: str) -> None:
    """Criticism, lawsuits and inquiries accuse."""
    check(passage, wanted)


@cases("""
en Myanmar's junta ignored calls by ASEAN to end violence. => REJECT MMR>
en Guinea-Bissau walked out of talks with Senegal. => REJECT|SANCTION GNB>SEN
en Zimbabwe refused entry to South African observers. => REJECT|COERCE|SANCTION ZWE>ZAF
en Nicaragua defied an order of the International Court of Justice. => REJECT NIC>International_Court_of_Justice
""")
def test_refusals(passage: Passage, wanted: str) -> None:
    """Who refuses, ignores, blocks or walks out rejects."""
    check(passage, wanted)


@cases("""
en Iran will respond harshly to any Israeli attack, its defence minister warned. => THREATEN IRN>ISR
en Ethiopia issued an ultimatum to Eritrea. => THREATEN ETH>ERI
en The United States threatened India with 50% tariffs. => THREATEN USA>IND
en Algeria brandished the threat of cutting gas supplies to Spain. => THREATEN DZA>ESP
""")
def test_threats(passage: Passage, wanted: str) -> None:
    """What is to follow unless somebody yields is a threat."""
    check(passage, wanted)


@cases("""
en Iranian women staged a sit-in in front of the parliament. => PROTEST Iranian_women>
en Three imprisoned Tunisian politicians went on hunger strike. => PROTEST TUN>
en Bangladeshi students marched against job quotas. => PROTEST Bangladeshi_students>
en Doctors in Nigeria downed tools over unpaid wages. => PROTEST Doctors_in_Nigeria>
""")
def test_protests(passage: Passage, wanted: str) -> None:
    """Crowds, strikes and unrest are protests of the people of the place."""
    check(passage, wanted)


@cases("""
en Rwanda reinforced its troops near Goma. => MOBILIZE RWA>
en Poland has called up 10,000 reservists. => MOBILIZE POL>
en Peruvian police reinforcements were sent to Puno. => MOBILIZE PER>
en Venezuelan tanks rolled towards the Guyanese border. => MOBILIZE VEN>GUY
""")
def test_mobilisation(passage: Passage, wanted: str) -> None:
    """Forces raised, moved, shown or tested are mobilised."""
    check(passage, wanted)


@cases("""
en Mali expelled the Swedish ambassador over a hostile statement. => SANCTION MLI>SWE
en Colombia's envoy to Israel was recalled for consultations. => SANCTION COL>ISR
en Sweden slashed its development aid to Mali. => SANCTION SWE>MLI
en Turkey suspended all trade with Israel. => SANCTION TUR>ISR
""")
def test_sanctions(passage: Passage, wanted: str) -> None:
    """Ties, trade, aid and envoys that are cut are sanctions."""
    check(passage, wanted)


@cases("""
en Equatorial Guinea sentenced a South African engineer to 12 years in prison. => COERCE GNQ>ZAF
en Senegal cut mobile internet access in Dakar. => COERCE SEN>
en Burmese authorities imposed martial law in six townships of Yangon. => COERCE MMR>
en Chinese coastguards rammed a Philippine supply boat near Second Thomas Shoal. => COERCE|ASSAULT CHN>PHL
""")
def test_coercion(passage: Passage, wanted: str) -> None:
    """Arrests, seizures, bans and curbs coerce."""
    check(passage, wanted)


@cases("""
en A suicide bomber blew himself up near the Russian embassy in Kabul. => ASSAULT >
en Rwandan-backed rebels opened fire on a Tanzanian base. => ASSAULT >TZA
en Sudanese paramilitaries razed several villages in Darfur. => ASSAULT SDN>
en Al-Shabaab gunmen ambushed a Ugandan convoy south of Mogadishu. => ASSAULT al-Shabaab|Al-Shabaab>UGA
""")
def test_assaults(passage: Passage, wanted: str) -> None:
    """Strikes, ambushes, shelling and killings assault."""
    check(passage, wanted)


@cases("""
en Iran condemned the raid and its foreign minister met the Omani king. => CONSULT IRN<>OMN
en Peru will respond to any Chilean attack, its defence minister warned. => THREATEN PER>CHL
fr L'Iran a condamné le raid. Son ministre des Affaires étrangères a rencontré le roi d'Oman. => CONSULT IRN<>OMN
en Warships from Oman and Iran took part in naval manoeuvres. => COOPERATE OMN<>IRN
en Oslo and Lima are set to sign a fisheries deal. => AGREE NOR<>PER planned
en Chile stands ready to work with Suriname. => AGREE CHL>SUR
en Kenya said it could expel Ugandan troops unless the deal is cancelled. => THREATEN KEN>UGA any
en Eight Chadian soldiers were killed in a Boko Haram raid. => ASSAULT Boko_Haram>TCD
""")
def test_actors_at_one_remove(passage: Passage, wanted: str) -> None:
    """The state of a pronoun's minister, of ships from two countries, of a raid in which people die acts."""
    check(passage, wanted)


@cases("""
en Ghana to send doctors to Haiti. => AGREE GHA>HTI planned
en Cyprus, Greece call on Turkey to resume talks. => REQUEST CYP+GRC>TUR
en Ghana sends doctors to Haiti. => AID GHA>HTI
""")
def test_headlines(passage: Passage, wanted: str) -> None:
    """A headline's infinitive is to come; the comma between its two subjects is an "and"."""
    check(passage, wanted)


@cases("""
en Lesotho wants South Africa to pay more for water. => REQUEST LSO>ZAF any
en Chad ordered the German ambassador to leave within 48 hours. => SANCTION TCD>DEU
en Iran was found in breach of its obligations by the IAEA. => ACCUSE >IRN
en The United States blocked a Palestinian application for UN membership. => REJECT USA>PSE
en Rwandan troops crossed into Congo and overran Bukavu. => ASSAULT RWA>COD
en Military supplies from Belarus arrived in Equatorial Guinea. => AID BLR>GNQ
en The World Bank halted new lending to Uganda. => SANCTION World_Bank>UGA
en Algeria pumped more gas to Tunisia. => COOPERATE DZA>TUN
en Iran tested a new hypersonic missile on Sunday. => MOBILIZE IRN>
en The leaders of Serbia and Kosovo have agreed to meet in Ohrid next month. => AGREE SRB<>XKX any
""")
def test_further_phrases(passage: Passage, wanted: str) -> None:
    """What is wanted of somebody, found in breach, told to leave, held back or sent in reads as what it does."""
    check(passage, wanted)


@cases("""
en Tanzania shut the crossing. The Kenyan minister called it "unfortunate and irresponsible." => ACCUSE KEN>TZA
en Kenya called Uganda's decision a betrayal. => ACCUSE KEN>UGA
en Ethiopia closed its consulate. Eritrea said the move was deeply unfortunate. => ACCUSE ERI>ETH
en Norway said that Peru's decision was a dangerous step. => ACCUSE NOR>PER any
en Athens considers Turkey's drilling illegal. => ACCUSE GRC>TUR
en Pakistan says Afghanistan is sheltering the militants. => ACCUSE PAK>AFG any
en Sweden called the Danish claims baseless. => REJECT SWE>DNK
en Peru dismissed Bolivia's accusations as nonsense. => REJECT PER>BOL
en Indonesia called Malaysia's decision historic. => SUPPORT IDN>MYS
""")
def test_evaluations(passage: Passage, wanted: str) -> None:
    """Who calls something bad, baseless or good accuses, rejects or supports those whose it is."""
    check(passage, wanted)


@cases("""
en Mongolia's foreign minister was back in Tokyo on Tuesday. => CONSULT MNG>JPN
en The Saudi foreign minister was in Muscat on Tuesday. => CONSULT SAU>OMN
en Mexico's president is due in Guatemala City on Thursday. => CONSULT MEX>GTM planned
en Qatar is mediating between Chad and Sudan. => CONSULT QAT>TCD+SDN
en Austria has nevertheless paid Slovakia €240m. => AID AUT>SVK
en Austria gave Slovakia $3bn last year. => AID AUT>SVK
en Russian instructors guard the president of the Central African Republic. => AID RUS>CAF
en Japan removed South Korea from its list of trusted trading partners. => SANCTION JPN>KOR
en India suspended visas for Canadians. => SANCTION IND>CAN
""")
def test_whereabouts_sums_and_lists(passage: Passage, wanted: str) -> None:
    """To be in another's capital is a visit; sums written as one word are money; a list may be one of friends."""
    check(passage, wanted)


@cases("""
en India and Pakistan stopped shooting. Each accused the other of breaking the truce. => ACCUSE IND>PAK
en Armenia and Azerbaijan blamed one another. => ACCUSE ARM>AZE
en Chad and Libya are rivals. The pair have backed Niger. => SUPPORT TCD+LBY>NER
en Chad fought Libya. Libya beat Chad. Chad sued Libya. Talks began in May. => CONSULT TCD<>LBY
en Chad fought Libya. Libya beat Chad. Chad sued Libya. The foreign ministers met in May. => CONSULT TCD<>LBY
en In Brussels tractors blocked a street, and police arrested six farmers. => COERCE BEL>farmers
en The Kremlin said Nikol Pashinyan and Vladimir Putin had spoken by telephone. => CONSULT ARM<>RUS reported by RUS
""")
def test_sides_that_only_the_story_names(passage: Passage, wanted: str) -> None:
    """Words such as "each", "the pair" and bare "police" mean those whom the story is about."""
    check(passage, wanted)


@cases("""
en Critics welcomed Hungary's withdrawal from Chad. => RETREAT HUN>TCD
en The withdrawal of French troops from Niger was completed. => RETREAT FRA>NER
en A Belarusian bank under American sanctions reopened. => SANCTION USA>BLR
en A truce brokered by Qatar between Israel and Egypt collapsed. => CONSULT QAT>ISR+EGY
en Peru brought the dispute to the UN Security Council. => REQUEST PER>UN_Security_Council
en Azerbaijan promised not to attack Armenia. => AGREE AZE>ARM
en Algeria has paused trade talks with Spain. => SANCTION DZA>ESP
en Norway forgave Somalia's debt. => AID NOR>SOM
en Niger has let Russia train its soldiers. => COOPERATE NER>RUS
en Nicaragua sent 222 political prisoners to Peru. => RETREAT NIC>PER
""")
def test_deeds_within_deeds(passage: Passage, wanted: str) -> None:
    """A noun speaks for itself where nobody knows who does what its verb says."""
    check(passage, wanted)


@cases("""
en LIMA, March 3 (AFP) - The Chilean navy seized two Peruvian boats. => COERCE CHL>PER
en NAIROBI (Reuters) — Kenya accused Uganda of spying. => ACCUSE KEN>UGA any
""")
def test_datelines(passage: Passage, wanted: str) -> None:
    """Where an article was written does nothing in its first sentence."""
    check(passage, wanted)


@cases("""
en Up to 100 ethnic Hungarians demonstrated on Tuesday in Romania. => PROTEST ethnic_Hungarians>ROU
en A Chilean national has been put under investigation in Peru for fraud. => ACCUSE PER>Chilean_national
en Chile issued a statement accusing Argentina of fraud. => ACCUSE CHL>ARG
""")
def test_who_acts_where(passage: Passage, wanted: str) -> None:
    """People protest to the state in which they do, and are investigated by it; who issues a text says it."""
    check(passage, wanted)


@cases("""
en Peru summoned Ecuador's charge d'affaires. => ACCUSE PER>ECU
en Ghana summoned the Togolese high commissioner to its foreign ministry. => ACCUSE GHA>TGO
en Algeria closed its frontier with Morocco. => SANCTION DZA>MAR
en Honduras imposed a ban on Nicaraguan beef. => SANCTION HND>NIC
en Soldiers from Togo burned villages in northern Benin. => ASSAULT TGO>BEN
en Eritrea laid fresh mines along the Ethiopian border. => MOBILIZE ERI>ETH
en Slovakia sent Moldova generators and cables. => AID SVK>MDA
en Indonesia seized a Vietnamese dredger. => COERCE IDN>VNM
en Hungary waived entry fees for Serbian hauliers. => CONCEDE HUN>SRB
en Ireland voiced disquiet at the Hungarian bill. => ACCUSE IRL>HUN
""")
def test_words_of_a_kind(passage: Passage, wanted: str) -> None:
    """A deed is known by what kind of thing it is done to, whichever word of the kind the press has."""
    check(passage, wanted)


@cases("""
en Burundi has quit the African Union, its foreign minister said. => SANCTION BDI>African_Union reported by BDI
en Qatar pulled out of OPEC in 2019. => SANCTION QAT>Organization_of_the_Petroleum_Exporting_Countries
en Hungary's withdrawal from the ICC takes effect next June. => SANCTION HUN>International_Criminal_Court
en Britain withdrew its troops from Kenya. => RETREAT GBR>KEN
""")
def test_leaving_an_organisation(passage: Passage, wanted: str) -> None:
    """Who leaves an organisation reduces relations with it; who withdraws troops yields ground."""
    check(passage, wanted)
