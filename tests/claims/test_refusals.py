"""What words that look like a deed mean: a refusal where they are negated, or no deed at all."""

from tests.sentences import Passage, cases, check


@cases("""
en Spain does not recognize Kosovo. => REJECT ESP>XKX; no SUPPORT any
en Madrid will not recognise the independence of Kosovo. => REJECT ESP>XKX
en Sudan has not complied with the UN resolution. => REJECT SDN>United_Nations
en Eritrea will not allow Ethiopian ships to dock at Assab. => REJECT ERI>ETH
en Brazil did not accept Peru's offer. => REJECT BRA>PER
fr L'Espagne ne reconnaît pas le Kosovo. => REJECT ESP>XKX; no SUPPORT any
fr Madrid ne reconnaîtra pas l'indépendance du Kosovo. => REJECT ESP>XKX
fr Le Pérou n'entend pas rendre les îles au Chili. => REJECT PER>CHL
fr Le Rwanda ne compte pas retirer ses troupes du Congo. => REJECT RWA>COD
en Rwanda does not intend to withdraw its troops from Congo. => REJECT RWA>COD
fr La Serbie, qui n'a jamais reconnu l'indépendance du Kosovo, s'est tue. => REJECT SRB>XKX
""")
def test_what_is_not_accepted_is_refused(passage: Passage, wanted: str) -> None:
    """Who does not recognise, accept, allow or keep to something refuses it, now and not only some day."""
    check(passage, wanted)


@cases("""
en Nobody in Budapest expects Hungary to send weapons to Ukraine. => no AGREE HUN>UKR
en Chad and Niger have signed a pact, their premier told parliament. => no REQUEST any
en Kenya told Uganda to withdraw its police from Migingo. => REQUEST KEN>UGA
en Brazil called the strike a violation of international law. => no PROTEST any
en China retaliated by freezing the assets of three American firms. => SANCTION CHN>USA; no ASSAULT
en Iran retaliated by shelling Pakistani villages. => ASSAULT IRN>PAK
en The ceasefire stands as it is, France said of its talks with Brazil. => no SUPPORT any
en Chad spoke of peace with Niger, he said. No harm was meant. => no REJECT any
""")
def test_words_that_only_look_like_a_deed(passage: Passage, wanted: str) -> None:
    """What is told to somebody, what stands or what nobody expects is none of the deeds that such words may mean."""
    check(passage, wanted)


@cases("""
en The captured Cambodian soldiers were treated well. => no COERCE any
en The exiled Cuban poet spoke in Madrid. => no COERCE any
en The pact between Peru and Chile, which dates from 1990, binds both. => no SUPPORT PER<>CHL
fr Le pacte entre le Pérou et le Chili, qui date de 1990, les lie. => no SUPPORT PER<>CHL
en Ghana expelled two Togolese diplomats and recalled its ambassador to Togo. => SANCTION GHA>TGO of 2 diplomats
fr Le Kenya a convoqué l'ambassadeur du Rwanda et exigé des excuses. => ACCUSE KEN>RWA; REQUEST KEN>RWA
""")
def test_how_many_deeds_a_sentence_tells(passage: Passage, wanted: str) -> None:
    """A participle before a noun and the date of a text tell of none; two verbs with their own objects of two."""
    check(passage, wanted)


@cases("""
en Ankara vowed to block Sweden's entry into the alliance. => REJECT TUR>SWE; no AGREE any
en Warsaw vows to stop the trade deal with Brazil. => REJECT POL>BRA
en Tehran vowed to avenge the general killed by Israel. => THREATEN IRN>ISR
fr Varsovie a juré de bloquer l'accord avec le Brésil. => REJECT POL>BRA
en Uganda has 3,000 soldiers in South Sudan. => MOBILIZE UGA>SSD of 3000 soldiers
en Bolivia put the number of Peruvian troops in Chile at over 4,000. => MOBILIZE PER>CHL reported
fr L'Ouganda compte 3 000 soldats au Soudan du Sud. => MOBILIZE UGA>SSD
en Peru's president sacked Foreign Minister Elmer Schialer. => COERCE PER>Elmer_Schialer
en Ecuador's ban on Colombian rice hurts growers. => no ASSAULT any
en The truce between Hamas and Israel collapsed in March. => no RETREAT any
fr La trêve entre le Hamas et Israël a expiré en mars. => no RETREAT any
fr Le Sénat kényan doit se prononcer lundi sur la loi ougandaise. => no REJECT any
fr Les unités tchadiennes, mal équipées, ont fui le Niger. => no AID any
fr La police tunisienne a interpellé douze Libyens. => COERCE TUN>LBY
fr Le ministre serbe assistait à la cérémonie avec le président chinois. => no AID any
""")
def test_words_mean_what_stands_with_them(passage: Passage, wanted: str) -> None:
    """Whose troops are where is a deployment; who vows to block rejects; a truce that collapses is no truce."""
    check(passage, wanted)
