"""A date as the words give it, before it is anchored."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in figures: the day, or only the year where day and month cannot be told apart (03/04/2024)."""

    day: date | None
    year: int | None

    @property
    def some_year(self) -> int:
        return self.day.year if self.day else self.year or 0
