# ruff: noqa: E501
"""What a sentence leaves unsaid of when and where, the story before it has said. Published on Thursday 19 June 2025."""

from tests.sentences import Passage, cases, check


@cases("""
fr Mardi, Emmanuel Macron s'est rendu à Varsovie. Il a rencontré Donald Tusk. Les deux dirigeants ont signé un accord de défense. => CONSULT FRA>POL on 2025-06-17; agreement defence_agreement FRA+POL on 2025-06-17; no CONSULT FRA>POL on -
en On Tuesday, Japan's prime minister arrived in Manila. He met Philippine President Ferdinand Marcos. The two leaders signed a defence pact. => agreement pact JPN+PHL on 2025-06-17
fr L'accord s'applique depuis hier. Le Chili a remercié le Pérou. => SUPPORT CHL>PER on 2025-06-18
en Kenya recalled its ambassador from Somalia on Monday.¶Somalia condemned Kenya. => ACCUSE SOM>KEN on 2025-06-16..2025-06-19
fr Le Tchad a rappelé lundi son ambassadeur au Soudan.¶Le Soudan condamne le Tchad. => ACCUSE SDN>TCD on 2025-06-16..2025-06-19
""")
def test_a_story_goes_on_on_the_day_that_it_has_named(passage: Passage, wanted: str) -> None:
    """Main verbs in the past stand on the day of the main verb before them; news of the next paragraphs not before it."""
    check(passage, wanted)


@cases("""
fr L'Inde a condamné mardi le Pakistan. Le Pakistan attaquera l'Inde. => THREATEN PAK>IND planned on -
en India condemned Pakistan on Tuesday. Pakistan may attack India. => ASSAULT PAK>IND possible on -
fr L'Inde a condamné mardi le Pakistan. Le Pakistan avait attaqué l'Inde. => ASSAULT PAK>IND on -
en India condemned Pakistan on Tuesday. Pakistan had attacked India. => ASSAULT PAK>IND on -
fr L'Inde a condamné mardi le Pakistan. Le Pakistan a déjà attaqué l'Inde. => ASSAULT PAK>IND on -
en India condemned Pakistan on Tuesday. Pakistan has often threatened India. => THREATEN PAK>IND on -
en India condemned Pakistan on Tuesday. Pakistan has threatened India. => THREATEN PAK>IND on -
en In March 2014 India condemned Pakistan.¶Pakistan thanked China. => SUPPORT PAK>CHN on -
fr L'accord de 1968 lie l'Inde au Pakistan. L'Inde a condamné le Pakistan. => ACCUSE IND>PAK on -
en Pakistan thanked China. => SUPPORT PAK>CHN on -
""")
def test_what_is_at_another_time_has_not_the_day_of_the_story(passage: Passage, wanted: str) -> None:
    """The future, what may be, what was before, what is usual, and another paragraph's past are not of that day."""
    check(passage, wanted)


@cases("""
fr Mercredi, le Kenya avait accusé la Somalie. Il avait menacé la Somalie. => THREATEN KEN>SOM on 2025-06-18
en On Wednesday Kenya had accused Somalia. It had threatened Somalia. => THREATEN KEN>SOM on 2025-06-18
""")
def test_the_past_of_the_past_goes_on_too(passage: Passage, wanted: str) -> None:
    """A pluperfect takes the day of a pluperfect before it."""
    check(passage, wanted)


@cases("""
fr La Norvège vient de sanctionner la Russie. => SANCTION NOR>RUS on 2025-06-12..2025-06-19
en Norway has just sanctioned Russia. => SANCTION NOR>RUS on 2025-06-12..2025-06-19
""")
def test_what_has_just_happened_is_of_these_days(passage: Passage, wanted: str) -> None:
    """« venir de » and "have just" date by the publication, within a week."""
    check(passage, wanted)


@cases("""
fr Un peu plus tôt, le Kenya avait accusé la Somalie. => ACCUSE KEN>SOM on 2025-06-12..2025-06-19
en Ten years ago today, Kenya attacked Somalia. => ASSAULT KEN>SOM on 2015-06-19
fr Le Japon célèbre les vingt ans du bombardement du Cambodge par la Thaïlande. => ASSAULT THA>KHM on 2005
fr Le Kenya a condamné mardi l'attaque de la Somalie par l'Éthiopie. => ACCUSE KEN> on 2025-06-17; ASSAULT ETH>SOM on -
en After years of talks with Serbia, Kosovo thanked Albania on Tuesday. => SUPPORT XKX>ALB on 2025-06-17; no CONSULT on 2025
en Spain hailed a deal reached with Peru when it met Peru on June 4. => AGREE|CONSULT|SUPPORT ESP<>PER on 2025-06-04
""")
def test_a_date_belongs_to_what_it_dates(passage: Passage, wanted: str) -> None:
    """An anniversary dates what is remembered; who condemns an attack on Tuesday says nothing of its day."""
    check(passage, wanted)


@cases("""
fr Mardi, Emmanuel Macron s'est rendu à Varsovie. Il y a rencontré Donald Tusk. => CONSULT FRA>POL at Varsovie
en Japan's prime minister arrived in Manila. He met Philippine President Ferdinand Marcos there. => CONSULT JPN>PHL at Manila
en Sergei Lavrov was back in Hanoi on Tuesday. Lavrov opened talks there with Vietnam. => CONSULT RUS>VNM at Hanoi
en Ukraine sent troops to Kursk, where Russia attacked Ukraine. => ASSAULT RUS>UKR at Kursk
en Ukraine entered Kursk on Monday. Russia has massed 50,000 soldiers in the region. => MOBILIZE RUS> at Kursk of 50000
fr Le Kenya a envoyé des soldats au Tchad avec l'aide du Maroc. => no AID at Kenya
fr Dans la nuit, la Russie a bombardé Odessa. => ASSAULT RUS>UKR at Odessa on 2025-06-19
fr La région de Koursk a été bombardée mardi par l'Ukraine. => ASSAULT UKR>RUS at Koursk
fr Kyiv a pris la région de Koursk, avant que celle-ci ne soit reprise par les Russes. => no ASSAULT at Kyiv
""")
def test_a_word_that_points_back_names_the_place(passage: Passage, wanted: str) -> None:
    """« y », "there", « où » and a bare « la région » stand for the place named last; what is struck is where."""
    check(passage, wanted)


@cases("""
fr Pyongyang a livré des obus à Moscou. => AID PRK>RUS; no AID at Moscou
fr La Russie a bombardé un hôpital à Kharkiv. => ASSAULT RUS>UKR at Kharkiv
""")
def test_a_government_is_not_where_it_sits(passage: Passage, wanted: str) -> None:
    """To whom something is given is no place; where something is struck is one."""
    check(passage, wanted)
