# ruff: noqa: E501
"""Who says so where only a pronoun or a common noun stands for the speaker."""

from tests.sentences import Passage, cases, check


@cases("""
fr « Le Kenya a livré des fusils au Soudan », a affirmé le ministre éthiopien de la Défense. « Le Kenya a aussi envoyé des soldats en Somalie », a-t-il ajouté. => MOBILIZE KEN>SOM reported by ETH
fr Le ministre bolivien de la Défense a affirmé que le Pérou avait livré des armes à l'Équateur. Il a précisé que le Chili avait expulsé l'ambassadeur du Pérou. => SANCTION CHL>PER reported by BOL
en Serbia's president says Croatia has threatened Montenegro. According to him, Croatia also sent troops to Bosnia. => MOBILIZE HRV>BIH reported by SRB
en Morocco expelled Tunisia's ambassador, a diplomatic source said. => SANCTION MAR>TUN reported by -
en Reuters, citing two officials, said Greece had delivered missiles to Ukraine. => AID GRC>UKR reported by Reuters+officials
fr Le roi du Maroc est arrivé à Rabat. Il a déclaré que l'Algérie avait attaqué le Mali. => ASSAULT DZA>MLI reported by MAR
""")
def test_the_speaker_goes_on(passage: Passage, wanted: str) -> None:
    """« a-t-il ajouté », "he said" and "according to him" are of who spoke last; a bare source has no name."""
    check(passage, wanted)


@cases("""
en Talks began in May, when Fiji's prime minister visited Canberra. => CONSULT FJI>AUS
""")
def test_the_month_of_may_makes_nothing_possible(passage: Passage, wanted: str) -> None:
    """A date governs no clause."""
    check(passage, wanted)


@cases("""
fr D'après le quotidien Bild, la Norvège a condamné la Suède. => ACCUSE NOR>SWE by Bild
fr « La Norvège a bombardé la Suède », a déclaré un officier à Reuters. => ASSAULT NOR>SWE reported by officier+Reuters
fr Comme l'écrit Mediapart, la Norvège a attaqué la Suède. => ASSAULT NOR>SWE by Mediapart
fr La Norvège, rapporte la BBC, a expulsé trois diplomates suédois. => SANCTION NOR>SWE by BBC
fr La Norvège a attaqué la Suède, selon des informations de presse relayées par Ansa. => ASSAULT NOR>SWE reported by informations+Ansa
en Norway bombed a Swedish port, officials told Kyodo. => ASSAULT NOR>SWE reported by officials+Kyodo
en Norway attacked Sweden, a spokesman was quoted as saying by Interfax. => ASSAULT NOR>SWE reported by Interfax
en In an interview with Politico, the Finnish minister said that Norway had attacked Sweden. => ASSAULT NOR>SWE reported by FIN+Politico
en As Axios first reported, Norway attacked Sweden. => ASSAULT NOR>SWE by Axios
""")
def test_the_medium_that_brought_it_is_told_too(passage: Passage, wanted: str) -> None:
    """Whoever spoke to a paper or was cited by one: the medium is a source, and alone it makes no hearsay."""
    check(passage, wanted)
