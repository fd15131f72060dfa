# ruff: noqa: E501
"""What is done by saying it, or taken for known, is asserted whoever says the rest. Published on Thursday 19 June 2025."""

from tests.sentences import Passage, cases, check


@cases("""
en Ugandan President Yoweri Museveni said he supported Kenya's decision. => SUPPORT UGA>KEN by UGA
fr Le président ougandais Yoweri Museveni a déclaré qu'il rejetait l'offre du Kenya. => REJECT UGA>KEN by UGA
en Uganda will not sell grain to Kenya, Ugandan President Yoweri Museveni said. => REJECT UGA>KEN
fr L'Ouganda ne livrera pas de blé au Kenya, a annoncé le président ougandais. => REJECT UGA>KEN
fr Après sept ans de négociations avec le Kenya, l'Ouganda ne signera pas le texte, a annoncé le ministre ougandais. => REJECT UGA>KEN; CONSULT UGA<>KEN
en Uganda will not sell grain to Kenya, the Togolese president said. => REJECT UGA>KEN reported
en Ugandan President Yoweri Museveni said Uganda had attacked Kenya. => ASSAULT UGA>KEN reported
fr Le Togo rejette l'offre du Bénin, a dit le président ghanéen. => REJECT TGO>BEN reported
""")
def test_who_says_so_does_so(passage: Passage, wanted: str) -> None:
    """A refusal, support or blame is done where its own author says it; what another says of it is hearsay."""
    check(passage, wanted)


@cases("""
en Kenya and Uganda announced that they had concluded a free-trade agreement. => agreement trade_agreement KEN+UGA; SUPPORT KEN<>UGA
fr Le Kenya et l'Ouganda ont annoncé qu'ils avaient conclu un accord de libre-échange. => agreement trade_agreement KEN+UGA
en Kenya has halted a peace deal with Uganda, Kenyan Prime Minister Musalia Mudavadi said on Wednesday. => agreement peace_agreement KEN+UGA stage suspended
en Kenya and Uganda have signed a free-trade agreement, a Kenyan minister said. => agreement trade_agreement KEN+UGA reported
en Togo announced that Kenya and Uganda had concluded a free-trade agreement. => agreement trade_agreement KEN+UGA reported
""")
def test_the_parties_know_what_they_agreed(passage: Passage, wanted: str) -> None:
    """What all parties announce, or one ends by saying so, stands; what one of them or another tells is hearsay."""
    check(passage, wanted)


@cases("""
en Ruto said he had met Yoweri Museveni, whom Norway does not recognise as president of Uganda, to discuss trade. => REJECT NOR>UGA
en Mexico said it would sue the country, two days after Ecuadorian police stormed the Mexican embassy. => ASSAULT ECU>MEX
en According to the Kremlin, the minister briefed Putin on his talks with the Kenyan president. => CONSULT RUS>KEN
fr Selon Belgrade, le ministre a rendu compte au président serbe de ses discussions avec le président kényan. => CONSULT SRB>KEN
en Kyiv said twelve people had died in a Russian strike on Lviv. => ASSAULT RUS>UKR reported
""")
def test_what_is_taken_for_known(passage: Passage, wanted: str) -> None:
    """A clause that commas part from what is said, what went before, and talks that are somebody's are no hearsay."""
    check(passage, wanted)


@cases("""
en A draft published in March would let Kenya send police and soldiers to Uganda. => AID KEN>UGA possible
en The deal will let Kenya send soldiers to Uganda. => MOBILIZE KEN>UGA possible
en Togo let Kenya send soldiers to Uganda. => MOBILIZE|AID KEN>UGA
""")
def test_what_somebody_may_be_let_do(passage: Passage, wanted: str) -> None:
    """What is to come may let somebody do something; whether he will is open."""
    check(passage, wanted)
