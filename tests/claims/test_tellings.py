# ruff: noqa: E501
"""What a fuller telling of an event says of it holds for the shorter one. Published on Thursday 19 June 2025."""

from tests.sentences import Passage, cases, check


@cases("""
en Ghana attacked a Togolese base in Sokodé on Monday. Benin condemned the Ghanaian attack on Togo. => ASSAULT GHA>TGO at Sokodé on 2025-06-16
en Ghana attacked Togo on Monday. Ghana attacked Togo in 2021. => ASSAULT GHA>TGO on 2025-06-16; ASSAULT GHA>TGO on 2021
en Bolivia has made up with Peru. In April 2001 Bolivia and Peru agreed to share the lake. => AGREE BOL<>PER on -; AGREE BOL<>PER on 2001-04
fr Le Kenya et la Somalie ont signé un traité à Nairobi. Le président kényan a rencontré ensuite le président somalien. => CONSULT KEN<>SOM at Nairobi
en The Tajik president arrived in Bishkek on Wednesday to meet the Kyrgyz president. He and the Kyrgyz president signed a treaty a day later. => SUPPORT TJK<>KGZ at Bishkek on 2025-06-19
en The Tajik president met the Kyrgyz president in Bishkek. Chad and Niger signed a treaty. => no SUPPORT TCD<>NER at Bishkek
""")
def test_what_is_told_twice_is_told_whole(passage: Passage, wanted: str) -> None:
    """The headline and the noun that names it again take date and place; who meet and sign do so in one place."""
    check(passage, wanted)
