"""Dates of publication."""

from datetime import date

import pytest

from kg.articles.dates import date_line, date_of_name, find_date

DAY = date(2025, 6, 19)


@pytest.mark.parametrize(
    "line",
    [
        "Jun 19, 2025",
        "19 juin 2025",
        "2025-06-19",
        "2025-06-19T10:00:00Z",
        "2025-06-19 10:00",
        "Publié le 19 juin 2025",
        "PUBLIÉ LE 19 JUIN 2025 À 10H02",
        "jeudi 19 juin 2025 à 10h",
        "Thursday, June 19th, 2025",
        "19 June 2025",
        "Published on June 19, 2025 at 10:02 AM EDT",
        "By Anna Writer | June 19, 2025",
        "Par Anne Auteur, publié le 19 juin 2025",
        "Publié le 19 juin 2025 par Anne Auteur",
        "Publié le 19/06/2025 à 08h15, mis à jour le 20/06/2025 à 10h00",
        "Mis à jour : 19/06/2025 - 10:22",
        "Le 19.06.2025",
        "Paris, le 19 juin 2025",
        "**19 juin 2025**",
        "Date: 2025-06-19",
        "Publié le 19 juin 2025 à 10h - Temps de lecture : 3 min",
        "06/19/2025",
    ],
)
def test_date_lines(line: str) -> None:
    """Each of these stands below a title as the date of publication."""
    assert date_line(["A title", line, "Text."]) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Le traité du 19 juin 2025 entre en vigueur",
        "The treaty of June 19, 2025",
        "Le rapport publié le 19 juin 2025 accuse la Russie",
        "On June 19, 2025, Russia and North Korea signed a treaty.",
        "19 juin 2025 : la Corée du Nord annonce l'envoi de soldats",
        "03/04/2025",
        "31 février 2025",
        "19 juin",
        "",
    ],
)
def test_sentences_with_a_date_are_no_date_lines(line: str) -> None:
    """A sentence, a headline, or a date that nobody can tell, is no date of publication."""
    assert date_line(["A title", line]) is None


def test_a_publication_goes_before_an_update() -> None:
    """The date of an update counts only where no other is given."""
    assert date_line(["T", "Mis à jour le 20 juin 2025", "Publié le 19 juin 2025"]) == DAY
    assert date_line(["T", "Updated June 20, 2025"]) == date(2025, 6, 20)


def test_only_first_lines_count() -> None:
    """A date far down in the text is no date of publication."""
    assert date_line(["Text."] * 20 + ["June 19, 2025"]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1er janvier 2024", date(2024, 1, 1)),
        ("12 févr. 2024", date(2024, 2, 12)),
        ("le 3 août 2023", date(2023, 8, 3)),
        ("Tue, 12 Mar 2024 23:30:00 -0500", date(2024, 3, 12)),
        ("4 decembre 2024", date(2024, 12, 4)),
        ("le 03/04/2025", date(2025, 4, 3)),
        ("may 2025", None),
        ("2025", None),
    ],
)
def test_find_date(text: str, expected: date | None) -> None:
    """Dates in French, English and figures, with accents or without."""
    assert find_date(text) == expected


def test_date_of_name() -> None:
    """Only a whole, valid ISO date at the start of the name."""
    assert date_of_name("2025-06-19.txt") == DAY
    assert date_of_name("2025-13-19_a.txt") is None
    assert date_of_name("a_2025-06-19.txt") is None
