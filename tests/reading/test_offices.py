# ruff: noqa: E501
"""Public offices: which, of what, held by whom, and whether still."""

import pytest

from tests.sentences import Passage, named, reading, rows, who

OFFICES = """
# the state inside, before and after the title
fr Le ministre russe des Affaires étrangères Sergueï Lavrov est arrivé. => foreign minister|minister of foreign affairs/Lavrov/RUS/current
fr Le président du Ghana, John Mahama, est arrivé. => president/Mahama/GHA/current
fr Le président ghanéen John Mahama est arrivé. => president/Mahama/GHA/current
en Ghanaian President John Mahama arrived. => president/Mahama/GHA/current
en The president of Ghana, John Mahama, arrived. => president/Mahama/GHA/current
en Poland's prime minister, Donald Tusk, arrived. => prime minister/Tusk/POL/current
en Indian Foreign Minister Subrahmanyam Jaishankar arrived. => foreign minister|minister of foreign affairs/Jaishankar/IND/current
# the title as an apposition after the name
fr John Mahama, président du Ghana, est arrivé. => president/Mahama/GHA/current
en John Mahama, the president of Ghana, arrived. => president/Mahama/GHA/current
fr Sergueï Choïgou, secrétaire du Conseil de sécurité russe, est arrivé. => secretary of the Security Council/Choïgou/RUS/current
# the title as a predicate
fr John Mahama est le président du Ghana. => president/Mahama/GHA/current
en Donald Tusk is the prime minister of Poland. => prime minister/Tusk/POL/current
# standings
fr L'ancien président français François Hollande est arrivé. => president/Hollande/FRA/former
fr L'ex-président français François Hollande est arrivé. => president/Hollande/FRA/former
en Former French President François Hollande arrived. => president/Hollande/FRA/former
en Acting South Korean President Han Duck-soo arrived. => president/Han Duck-soo/KOR/acting
fr Le président par intérim du Gabon, Brice Oligui, est arrivé. => president/Oligui/GAB/acting
fr Le président élu du Ghana, John Mahama, est arrivé. => president/Mahama/GHA/new
en Ghana's President-elect John Mahama arrived. => president/Mahama/GHA/new
fr Le Premier ministre sortant, Alexander De Croo, a quitté la Belgique. => prime minister/De Croo/BEL/current
en Donald Tusk, prime minister of Poland from 2007 to 2014, arrived. => prime minister/Tusk/POL/former
en John Mahama, vice president then and now deputy chairman of Ghana's Security Council, left. => vice president/Mahama/GHA/former
en John Mahama, vice president then and now deputy chairman of Ghana's Security Council, left. => deputy chairman of the Security Council/Mahama/GHA/current
# an envoy is of the state that sends
en Sweden's ambassador to Ghana, Jan Berg, criticised the law. => ambassador/Berg/SWE/current
en The Swedish ambassador to NATO, Jan Berg, resigned. => ambassador/Berg/SWE/current
# a possessor before the title, and inside it
en Donald Tusk, Poland's prime minister, arrived. => prime minister/Tusk/POL/current
en John Mahama, the country's president, left Ghana. => president/Mahama/GHA/current
en Gen. Kenneth Aung, the head of Ghana's army, arrived. => chief of staff/Aung/GHA/current
en Maria Silva, spokeswoman for the Brazilian foreign ministry, denied it. => foreign ministry spokesman/Silva/BRA/current
# behind another name, what the office is for, and whom the holder serves
fr Ali Hassan, alias Abou Omar, chef du Hamas, est mort. => head/Hassan/Hamas/current
fr La ministre péruvienne déléguée chargée de l'Asie, Ana Torres, est arrivée. => minister/Torres/PER/current
fr L'envoyé personnel de Vladimir Poutine en Afrique, Mikhaïl Bogdanov, est à Bamako. => special envoy/Bogdanov/RUS/current
en Mike Pompeo, Donald Trump's secretary of state, arrived. => secretary of state/Pompeo/USA/current
en Benjamin Gantz, then Israel's acting premier, arrived. => prime minister/Gantz/ISR/acting
# who holds it no more
en Donald Tusk, who was dismissed as Poland's foreign minister in May, arrived. => foreign minister/Tusk/POL/former
en James Cleverly, sacked as Britain's home secretary last year, arrived. => home secretary/Cleverly/GBR/former
fr Hassan Nasrallah, qui dirigeait le Hezbollah, est mort. => leader/Nasrallah/Hezbollah/former
# whom only the words around the title name, and whom nobody else knows
fr L'armée règne au Niger. Le porte-parole de la junte, Idrissa Tamboura, a menacé le Mali. => spokesman/Tamboura/NER/current
fr Le Kenya et les rebelles shebab ont discuté. Le négociateur en chef des insurgés, Ali Farah, était à Nairobi. => chief negotiator/Farah/Al-Chabab/current
fr Le président kényan William Ruto a limogé son ministre de l'Intérieur, Daniel Kimani. => interior minister/Kimani/KEN/former
en Sweden's ambassador to Ghana, Per Olsson, resigned. => ambassador/Olsson/SWE/current
fr L'ambassadeur d'Oman au Népal, Salim Al-Habsi, a remercié Katmandou. => ambassador/Habsi/OMN/current
en Pat Conroy, the Australian minister for the Pacific, arrived. => minister/Conroy/AUS/current
# the state that the story is about, where a minister names none
fr Le Paraguay a rappelé son ambassadeur au Brésil. Asunción attend des excuses. « Nous patientons », a dit le ministre des Finances, Carlos Benegas. => finance minister/Benegas/PRY/current
# before and after a holder
fr Le président bolivien Luis Arce a été battu. Son successeur, Rodrigo Paz, est arrivé. => president/Rodrigo Paz/BOL/current
en Maia Sandu, Moldova's president, left. Her predecessor, Igor Dodon, stayed. => president/Dodon/MDA/former
en Lithuanian Foreign Minister Kestutis Budrys met Ana Silva, his Chilean counterpart. => foreign minister/Silva/CHL/current
# two titles of one person
en Donald Tusk, Poland's prime minister and finance minister, arrived. => finance minister/Tusk/POL/current
fr Le vice-Premier ministre et ministre des Affaires étrangères du Luxembourg, Xavier Bettel, est arrivé. => deputy prime minister/Bettel/LUX/current
fr Le chef d'état-major de l'armée pakistanaise, le maréchal Asim Munir, est arrivé. => chief of staff/Munir/PAK/current
# a title for several people
fr Les présidents brésilien Luiz Inacio Lula da Silva et argentin Javier Milei se sont parlé. => president/Milei/ARG/current
en The presidents of Ghana and Poland, John Mahama and Andrzej Duda, met. => president/Duda/POL/current
en Former Ghanaian presidents John Mahama and Nana Akufo-Addo met. => president/Mahama/GHA/former
# what a verb says
en Lai Ching-te was sworn in as president of Taiwan on Monday. => president/Lai Ching-te/TWN/new
fr Lai Ching-te a été investi président de Taïwan lundi. => president/Lai Ching-te/TWN/new
en Japan's parliament elected Sanae Takaichi as prime minister. => prime minister/Takaichi/JPN/new
en Mette Frederiksen became prime minister of Denmark in 2019. => prime minister/Frederiksen/DNK/current
en Imran Khan, who was prime minister of Pakistan, arrived. => prime minister/Khan/PAK/former
en Nicolas Maduro, whom Washington does not recognize as president of Venezuela, spoke. => president/Maduro/VEN/disputed
# a verb that gives the office by itself
en John Mahama, who leads Ghana, arrived. => leader/Mahama/GHA/current
en Muse Bihi Abdi, who heads the breakaway republic of Somaliland, arrived. => leader/Abdi/XSL/current
fr Le porte-parole du gouvernement tchadien, Gassim Chérif, a démenti. => government spokesman/Chérif/TCD/current
# the same office in another state
fr Le ministre angolais de la Défense, Ernesto dos Santos, a reçu son homologue zambien, Ambrose Lufuma. => defence minister/Lufuma/ZMB/current
en Kenyan President William Ruto met his Ugandan counterpart, Yoweri Museveni. => president/Museveni/UGA/current
fr Sergueï Lavrov, le chef de la diplomatie russe, a rencontré à Pyongyang son homologue Choe Son-hui. => foreign minister/Choe Son-hui/PRK/current
# what the context gives
fr Le président de la Confédération, Guy Parmelin, a annoncé que la Suisse se retirait. => president/Parmelin/CHE/current
fr Le ministre maltais de la Défense, Byron Camilleri, et le patron de l'agence spatiale, Jean Borg, ont vu la Chine. => head of the space agency/Borg/MLT/current
fr À Paris, Emmanuel Macron a reçu la ministre allemande Katherina Reiche. Le chef de l'État a remercié Berlin. => president/Macron/FRA/current
fr La ministre nord-coréenne des Affaires étrangères est à Moscou. Choe Son-hui y a vu Sergueï Lavrov. => foreign minister/Choe Son-hui/PRK/current
"""
NOT_HELD = """
en Volodymyr Zelensky is not president of Russia. => president
en John Mahama never led Ghana. => leader
en Jose Ramos-Horta could become prime minister of East Timor. => prime minister
fr Retno Marsudi, le chef de la diplomatie russe et son hôte se sont parlé. => foreign minister
fr Les présidents russe et ukrainien se sont parlé. => president
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(OFFICES))
def test_an_office_with_its_holder_and_state(passage: Passage, wanted: str) -> None:
    """The title may hold the demonym, stand before or after the name, or be said of it."""
    titles, holder, of, standing = wanted.split("/")
    found = [(o.office, o.holder.label if o.holder else "-", who(o.of), o.standing) for o in reading(passage).offices]
    assert any(
        office in titles.split("|") and label.endswith(holder) and rest == [of, standing]
        for office, label, *rest in found
    ), found


@pytest.mark.parametrize(("passage", "office"), rows(NOT_HELD))
def test_no_holder_without_ground(passage: Passage, office: str) -> None:
    """Denied, only possible, of another state, or of nobody named."""
    assert [o.holder for o in reading(passage).offices if o.office == office and o.holder] == []


TWO = named(Passage("Les présidents russe et ukrainien se sont parlé."))
NOBODY = named(Passage("Le président a salué la foule."))


def test_a_plural_has_no_one_holder() -> None:
    """« les présidents russe et ukrainien » names no person."""
    assert all(o.holder is None for o in reading(TWO).offices)


def test_a_bare_title_names_nobody() -> None:
    """Neither holder nor state where the text gives none."""
    assert [(o.holder, o.of) for o in reading(NOBODY).offices] == [(None, None)]


SURNAME = named(Passage("Le Premier ministre polonais Donald Tusk est arrivé. Tusk a condamné la Biélorussie."))


def test_the_holder_acts_for_the_state_everywhere() -> None:
    """Named again by the surname alone, he is the same person and still acts for Poland."""
    people = {(m.entity.id, m.entity.acts_for) for m in reading(SURNAME).mentions if m.entity.kind == "Person"}
    assert len(people) == 1
    assert {code for _, code in people} == {"POL"}
