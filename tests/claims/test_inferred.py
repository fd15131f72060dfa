# ruff: noqa: E501
"""Actors outside the slots of a word: authors of texts, subjects of the clause around, people of the place."""

from tests.sentences import Passage, cases, check


@cases("""
fr Les rebelles du M23 ont publié une déclaration exigeant du gouvernement congolais qu'il libère leurs prisonniers. => REQUEST M23>COD
fr Le Ghana a diffusé un communiqué qui condamne le Togo. => ACCUSE GHA>TGO
en Ghana issued a statement condemning Togo. => ACCUSE GHA>TGO
fr Une frappe de drones turcs a tué trois Syriens. => ASSAULT TUR>SYR
fr Des tirs d'artillerie de l'armée pakistanaise ont tué huit civils indiens. => ASSAULT PAK>IND
""")
def test_authors(passage: Passage, wanted: str) -> None:
    """Who publishes a text says what it says; whose weapon strikes, strikes."""
    check(passage, wanted)


@cases("""
fr Après un long entretien avec son homologue turc, le ministre grec a pris la parole. => CONSULT GRC>TUR
fr Lors d'une visite à Bakou, le ministre géorgien a évoqué la frontière. => CONSULT GEO>AZE
en On a recent visit to Moscow, the Cuban foreign minister praised the city. => CONSULT CUB>RUS
""")
def test_consultations_beside_a_clause(passage: Passage, wanted: str) -> None:
    """The subject of the clause is who went or talked."""
    check(passage, wanted)


@cases("""
fr Des manifestants ont bloqué un pont à Lima pour dénoncer la politique du Canada. => PROTEST manifestants>CAN
fr Des milliers de personnes ont défilé à Tunis. => PROTEST personnes>TUN
""")
def test_people_of_the_place(passage: Passage, wanted: str) -> None:
    """Unnamed demonstrators are the people of the place; their purpose names the target, else they are at home."""
    check(passage, wanted)


@cases("""
fr L'organisation humanitaire Amnesty International a accusé le Pérou. => ACCUSE Amnesty_International>PER
fr Le Maroc s'est emparé d'une ville, ont déclaré des sources militaires algériennes. => no COERCE MAR>DZA any
""")
def test_names_in_and_out_of_reach(passage: Passage, wanted: str) -> None:
    """A bare name that ends a noun phrase names it; a speaker named in an aside is no target."""
    check(passage, wanted)
